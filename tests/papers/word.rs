//! The plan's Word file, opened and printed by LibreOffice.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use product_tests::{RunExt, scratch, tool};

use crate::made::{self, EVENINGS};
use crate::pdf::{Word, pages, words};
use crate::plan::schedule;

/// LibreOffice's own PDF of a Word file. The folder goes away with the value.
pub(crate) fn printed(docx: &Path) -> (tempfile::TempDir, PathBuf) {
    let folder = scratch();
    // A profile of its own: LibreOffice runs once per profile, and a user's settings must not count.
    let profile =
        format!("-env:UserInstallation=file://{}", folder.path().join("profile").display()).replace(' ', "%20");
    let ran = tool("soffice")
        .arg(profile)
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .arg(docx)
        .ran();
    let pdf = folder.path().join(docx.with_extension("pdf").file_name().expect("a name"));
    assert!(pdf.is_file(), "LibreOffice makes no PDF of {}: {}{}", docx.display(), ran.out, ran.err);
    (folder, pdf)
}

/// How often each word stands in the body. A table that goes on over another page has its header again,
/// and pages may break elsewhere: those words are left out.
pub(crate) fn counted(pages: &[Vec<Word>]) -> BTreeMap<String, usize> {
    const HEADER: &str = "STT Thời gian (các buổi tối, từ 19h30 đến 21h30) Địa bàn tổ dân phố";
    let mut counted = BTreeMap::new();
    for word in pages.iter().flatten() {
        // LibreOffice keeps blanks that do not break as they are.
        for part in word.text.split('\u{a0}').filter(|p| !p.is_empty()) {
            let number_of_page = word.foot < 20.0 && part.parse::<u32>().is_ok();
            if !number_of_page && !HEADER.split(' ').any(|h| h == part) {
                *counted.entry(part.to_owned()).or_default() += 1;
            }
        }
    }
    counted
}

#[test]
fn it_has_the_words_of_the_pdf() {
    let (_folder, printed) = printed(made::plan_word());
    let (word, pdf) = (counted(&words(&printed)), counted(&words(made::plan())));
    let other = |a: &BTreeMap<String, usize>, b: &BTreeMap<String, usize>| -> Vec<String> {
        a.iter().filter(|(w, n)| b.get(*w) != Some(n)).map(|(w, n)| format!("{w} ×{n}")).collect()
    };
    assert_eq!((other(&pdf, &word), other(&word, &pdf)), (vec![], vec![]), "only in the PDF, only in the Word file");
}

#[test]
fn all_22_evenings_stand_with_their_areas() {
    let (_folder, printed) = printed(made::plan_word());
    let expected: Vec<(String, String)> =
        EVENINGS.iter().map(|(day, area)| (format!("{day:02}/11/2024"), (*area).to_owned())).collect();
    assert_eq!(schedule(&words(&printed)), expected);
}

#[test]
fn pages_have_numbers_margins_and_the_tables_header() {
    let (_folder, printed) = printed(made::long_plan_word());
    let mut with_rows = 0;
    for (page, n) in words(&printed).iter().zip(1..) {
        let number = page.iter().any(|w| w.foot < 20.0 && w.text == n.to_string());
        assert_eq!(number, n > 1, "page {n}");
        let left = page.iter().map(|w| w.left).fold(f32::MAX, f32::min);
        let right = page.iter().map(|w| w.right).fold(0.0, f32::max);
        assert!(left >= 29.5 && right <= 195.5, "page {n}: {left} to {right}");
        if let Some(row) = page.iter().find(|w| w.text == "Ngày" && w.left > 60.0 && w.left < 120.0) {
            with_rows += 1;
            assert!(page.iter().any(|w| w.text == "STT" && w.foot < row.top + 1.0), "page {n}: the header is missing");
        }
    }
    assert!(with_rows >= 3, "{with_rows}");
}

#[test]
fn the_signature_is_not_alone() {
    for docx in [made::plan_word(), made::long_plan_word()] {
        let (_folder, printed) = printed(docx);
        let pages = pages(&printed);
        let page = pages.iter().find(|p| p.contains("Nơi nhận:")).expect("a signature");
        assert!(page.contains("KT. CHỦ TỊCH"), "{page}");
        let above = page.lines().take_while(|l| !l.contains("Nơi nhận:")).filter(|l| l.trim().len() > 20);
        assert!(above.count() >= 2, "{page}");
    }
}
