//! A plan issued, changed and amended, without a window.

use std::path::Path;

use product_tests::{Office, RunExt};

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).expect("the paper")
}

fn printed(office: &Office, which: &str, name: &str) -> Vec<u8> {
    let target = office.file(name);
    office.run_words(&["document", "print"]).arg(which).arg("-o").arg(&target).done();
    bytes(&target)
}

#[test]
fn a_plan_is_issued_and_what_is_added_to_it_is_amended() {
    for (sample, area) in [("ha-cau-2024", "Hà Trì 1"), ("minh-hoa", "Minh Khai 1")] {
        let office = Office::of_sample(sample);
        assert!(office.run_words(&["document", "list"]).done().contains("Chưa có văn bản"));
        assert!(office.run_words(&["document", "changes"]).done().contains("chưa ban hành"));
        let refused = office.run_words(&["document", "begin"]).arg("amendment").refused();
        assert!(refused.contains("chưa ban hành"), "{refused}");

        let issue = |which: &str, number: &str, dated: &str| {
            let mut run = office.run_words(&["document", "issue"]);
            run.arg(which).args(["--number", number, "--dated", dated]);
            run
        };
        let ahead = issue("plan", "75", "01/01/2099").refused();
        assert!(ahead.contains("01/01/2099"), "{ahead}");
        let said = issue("plan", "75", "05/11/2024").done();
        assert!(said.contains("75/KH-UBND") && said.contains("05/11/2024"), "{said}");
        let plan = printed(&office, "plan", "plan.pdf");
        assert!(office.run_words(&["document", "changes"]).done().contains("Không có gì khác"));

        // One more evening than was issued.
        let row = office.table("lich.csv", format!("Thời gian;Địa bàn\n26/11/2024;{area}\n"));
        office.run("import").arg("--schedule").arg(&row).done();
        let changes = office.run_words(&["document", "changes"]).done();
        assert!(changes.contains(area) && changes.contains("26/11/2024"), "{changes}");
        office.run_words(&["document", "begin"]).arg("amendment").done();
        let draft = printed(&office, "2", "draft.pdf");
        let taken = issue("2", "75", "10/11/2024").refused();
        assert!(taken.contains("75/KH-UBND") && taken.contains("05/11/2024"), "{taken}");
        issue("2", "80", "10/11/2024").done();
        let amendment = printed(&office, "2", "amendment.pdf");
        assert!(amendment != draft && amendment.starts_with(b"%PDF-"));
        assert!(printed(&office, "2", "amendment.docx").starts_with(b"PK\x03\x04"));
        let again = issue("2", "81", "10/11/2024").refused();
        assert!(again.contains("đã ban hành"), "{again}");

        assert!(printed(&office, "plan", "again.pdf") == plan && printed(&office, "1", "one.pdf") == plan);
        let list = office.run_words(&["document", "list"]).done();
        assert!(list.contains("80/KH-UBND") && list.contains("75/KH-UBND"), "{list}");
        office.run("check").done();
        assert!(office.run_words(&["document", "changes"]).done().contains("Không có gì khác"));
    }
}

#[test]
fn a_kept_paper_that_somebody_changed_is_named() {
    let office = Office::of_sample("ha-cau-2024");
    office.run_words(&["document", "issue"]).arg("plan").args(["--number", "75", "--dated", "05/11/2024"]).done();
    // What both files were made from lies in the file as text.
    super::check::edit(&office, "\"reports_by\"", "\"reports_bz\"");
    let words = office.run("check").refused();
    assert!(words.contains("75/KH-UBND ngày 05/11/2024 không còn nguyên"), "{words}");
    let words = office.run_words(&["document", "print"]).arg("plan").arg("-o").arg(office.file("a.pdf")).refused();
    assert!(words.contains("bản sao lưu"), "{words}");
}
