//! A press that has made other documents makes each as a new one would, to the byte.

use domain::document::{Appendix, Block, Rich};
use proptest::prelude::*;

use super::*;
use crate::plan::reference;

/// What somebody does to a document between two looks at it.
#[derive(Debug, Clone)]
enum Edit {
    /// Letters more, also such as no other paragraph has.
    Subject(String),
    Words(usize, String),
    Add(usize, String),
    Remove(usize),
    Swap(usize),
    Illustration(Option<String>),
    Appendix,
}

fn edit() -> impl Strategy<Value = Edit> {
    let words = || "[a-zđăâêôơưỹẵ7§%]{1,9}( [a-zờậ]{1,6}){0,30}";
    prop_oneof![
        2 => words().prop_map(Edit::Subject),
        4 => (any::<usize>(), words()).prop_map(|(at, words)| Edit::Words(at, words)),
        2 => (any::<usize>(), words()).prop_map(|(at, words)| Edit::Add(at, words)),
        1 => any::<usize>().prop_map(Edit::Remove),
        1 => any::<usize>().prop_map(Edit::Swap),
        1 => prop::option::of(words()).prop_map(Edit::Illustration),
        1 => Just(Edit::Appendix),
    ]
}

fn edited(mut document: Document, edit: Edit) -> Document {
    let length = document.body.len();
    let paragraph = |words: &str| Block::Paragraph(Rich::plain(words));
    match edit {
        Edit::Subject(words) => document.subject.push_str(&words),
        Edit::Words(at, words) => document.body[at % length] = paragraph(&words),
        Edit::Add(at, words) => document.body.insert(at % length, paragraph(&words)),
        Edit::Remove(at) => drop(document.body.remove(at % length)),
        Edit::Swap(at) => document.body.swap(at % length, 0),
        Edit::Illustration(words) => document.illustration = words,
        Edit::Appendix => {
            document
                .appendices
                .push(Appendix { title: "Thử".into(), landscape: true, body: vec![paragraph("chữ")] });
        }
    }
    document
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_changes_no_byte(edits in prop::collection::vec(edit(), 1..6)) {
        let mut kept = Kept::new();
        let mut document = reference::plan();
        for edit in edits {
            let (mut press, forgotten) = kept.take();
            prop_assert!(press.pdf(&document).expect("made") == Press::new().pdf(&document).expect("made"));
            kept.put_back(press, forgotten);
            document = edited(document, edit);
        }
        let (mut press, _) = kept.take();
        prop_assert!(press.docx(&document).expect("made") == Press::new().docx(&document).expect("made"));
        prop_assert!(press.pdf(&document).expect("made") == Press::new().pdf(&document).expect("made"));
    }
}

#[test]
fn a_document_under_way_when_somebody_is_deleted_is_forgotten_too() {
    let mut kept = Kept::new();
    let (press, forgotten) = kept.take();
    kept.forget();
    kept.put_back(press, forgotten);
    assert!(kept.press.is_none());
    let (press, forgotten) = kept.take();
    kept.put_back(press, forgotten);
    assert!(kept.press.is_some());
}
