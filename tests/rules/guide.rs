//! The guide speaks of the window as it is: every name it sets apart stands on a button, a menu, a field or a heading.

use std::collections::BTreeSet;

use domain::guide::{GuideBlock, GuideKind};
use office::guide::{chapters, news};
use product_tests::sources::with_endings;

/// Names that no text of the window is, one by one with the chapter.
fn strangers(blocks: &[(String, GuideBlock)], window: &str) -> Vec<String> {
    let runs = blocks.iter().flat_map(|(chapter, block)| block.runs().map(move |run| (chapter, run)));
    let names: BTreeSet<(&String, &String)> =
        runs.filter(|(_, run)| run.set == GuideKind::Name).map(|(chapter, run)| (chapter, &run.text)).collect();
    names
        .into_iter()
        .filter(|(_, name)| !window.contains(&format!("'{name}'")))
        .map(|(chapter, name)| format!("{chapter}: nothing in the window is called “{name}”"))
        .collect()
}

fn blocks() -> Vec<(String, GuideBlock)> {
    let chapters = chapters().expect("the chapters").into_iter();
    let chapters = chapters.flat_map(|c| c.blocks.into_iter().map(move |b| (c.title.clone(), b)));
    let news = news().expect("the news").into_iter();
    chapters.chain(news.flat_map(|n| n.blocks.into_iter().map(move |b| (n.version.clone(), b)))).collect()
}

#[test]
fn every_name_in_the_guide_stands_in_the_window() {
    let texts = with_endings(&[".ts"]).into_iter().filter(|source| source.is_in("ui/src/text/vi"));
    let window: String = texts.map(|source| source.text).collect();
    super::none(&strangers(&blocks(), &window));
}

#[test]
fn a_button_that_was_renamed_is_found() {
    let text = "# Lịch\n\nBấm **Dời buổi**, rồi **Thêm buổi**.\n";
    let read = domain::guide::read(domain::guide::GuideChapter::Schedule, text).expect("a chapter");
    let blocks: Vec<_> = read.blocks.into_iter().map(|b| (read.title.clone(), b)).collect();
    let found = strangers(&blocks, "add: 'Thêm buổi', move: 'Dời',");
    assert_eq!(found, ["Lịch: nothing in the window is called “Dời buổi”"]);
}
