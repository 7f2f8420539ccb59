use std::collections::BTreeSet;
use std::path::Path;

use domain::guide::GuideBlock;

use super::*;

fn files(folder: &str, ending: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/guide").join(folder);
    std::fs::read_dir(folder)
        .expect("the folder")
        .filter_map(|file| file.expect("a file").file_name().to_str()?.strip_suffix(ending).map(str::to_owned))
        .collect()
}

#[test]
fn every_chapter_and_every_news_can_be_read_and_no_text_is_left_over() {
    let chapters = chapters().expect("the chapters");
    assert_eq!(chapters.len(), GuideChapter::ALL.len());
    let named = serde_json::to_value(GuideChapter::ALL).expect("their names");
    let mut named: BTreeSet<String> = serde_json::from_value(named).expect("their names");
    named.insert("news".into());
    assert_eq!(files("", ".md"), named);
    assert!(
        chapters
            .iter()
            .all(|c| c.blocks.iter().any(|b| matches!(b, GuideBlock::Steps { .. } | GuideBlock::Points { .. })))
    );
    let news = news().expect("the news");
    assert_eq!(news.first().map(|n| n.version.as_str()), Some(VERSION), "the coming version has its news");
    assert!(news.windows(2).all(|w| order(&w[0].version) > order(&w[1].version)), "newest first");
}

#[test]
fn every_picture_that_is_spoken_of_is_there_and_none_for_nothing() {
    let chapters = chapters().expect("the chapters");
    let used: BTreeSet<&str> = chapters
        .iter()
        .flat_map(|c| &c.blocks)
        .filter_map(|b| match b {
            GuideBlock::Picture { name, .. } => Some(name.as_str()),
            _ => None,
        })
        .collect();
    let held: BTreeSet<&str> = pictures::PICTURES.iter().map(|(name, _)| *name).collect();
    assert_eq!(used, held);
    assert_eq!(files("pictures", ".png").iter().map(String::as_str).collect::<BTreeSet<_>>(), held);
    let size: usize = pictures::PICTURES.iter().map(|(_, file)| file.len()).sum();
    assert!(size <= 1_500_000, "{size} bytes of pictures");
}

#[test]
fn what_is_new_is_told_once_and_only_forwards() {
    let news = ["0.10.0", "0.9.1", "0.9.0"].map(|v| GuideNews { version: v.into(), blocks: Vec::new() });
    assert!(untold(&news, Some("0.9.1"), "0.10.0"));
    assert!(untold(&news, Some("0.9.0"), "0.9.1"), "what comes later is not told yet, what came is");
    assert!(untold(&news, None, "0.10.0"), "a version that noted nothing");
    assert!(!untold(&news, Some("0.10.0"), "0.10.0"));
    assert!(!untold(&news, Some("0.10.0"), "0.9.1"), "an older program has no news");
    assert!(!untold(&news, Some("0.10.0"), "0.10.1"), "a version without news");
}
