//! Bookmarks become the tree a viewer shows beside the pages.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::file::text_string;
use crate::engine::page::{Bookmark, Drawing, MM_PER_PT};

/// Writes the tree; `None` without bookmarks. `pages` are the file's, in order.
pub(super) fn write(document: &mut Document, drawing: &Drawing, pages: &[ObjectId]) -> Option<ObjectId> {
    if drawing.bookmarks.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = drawing.bookmarks.iter().map(|_| document.new_object_id()).collect();
    let parents = parents(&drawing.bookmarks);
    for (i, bookmark) in drawing.bookmarks.iter().enumerate() {
        let mut item = branch(&parents, Some(i), &ids);
        item.set("Title", text_string(&bookmark.title));
        item.set("Parent", parents[i].map_or(root, |p| ids[p]));
        let siblings: Vec<usize> = (0..ids.len()).filter(|other| parents[*other] == parents[i]).collect();
        if let Ok(at) = siblings.binary_search(&i) {
            if let Some(before) = at.checked_sub(1) {
                item.set("Prev", ids[siblings[before]]);
            }
            if let Some(after) = siblings.get(at + 1) {
                item.set("Next", ids[*after]);
            }
        }
        if let (Some(page), Some(id)) = (drawing.pages.get(bookmark.page), pages.get(bookmark.page)) {
            let top = Object::Real(((page.height - bookmark.y) / MM_PER_PT * 100.0).round() / 100.0);
            item.set("Dest", vec![(*id).into(), "XYZ".into(), Object::Null, top, Object::Null]);
        }
        document.set_object(ids[i], item);
    }
    let mut tree = branch(&parents, None, &ids);
    tree.set("Type", "Outlines");
    document.set_object(root, tree);
    Some(root)
}

/// Which bookmark each stands under: the last one before it of a higher level.
fn parents(bookmarks: &[Bookmark]) -> Vec<Option<usize>> {
    let above = |i: usize| (0..i).rev().find(|before| bookmarks[*before].level < bookmarks[i].level);
    (0..bookmarks.len()).map(above).collect()
}

/// First, last and number of what stands under one; all of it is shown.
fn branch(parents: &[Option<usize>], of: Option<usize>, ids: &[ObjectId]) -> Dictionary {
    let children: Vec<usize> = (0..ids.len()).filter(|i| parents[*i] == of).collect();
    let mut dictionary = Dictionary::new();
    if let (Some(first), Some(last)) = (children.first(), children.last()) {
        dictionary.set("First", ids[*first]);
        dictionary.set("Last", ids[*last]);
        let below = (0..ids.len()).filter(|i| is_under(parents, *i, of)).count();
        dictionary.set("Count", i64::try_from(below).unwrap_or_default());
    }
    dictionary
}

fn is_under(parents: &[Option<usize>], mut one: usize, of: Option<usize>) -> bool {
    loop {
        match parents[one] {
            parent if parent == of => return true,
            Some(parent) => one = parent,
            None => return false,
        }
    }
}
