use product_tests::{Office, RunExt};

#[test]
fn the_plan_is_a_pdf_or_a_word_document_by_its_ending() {
    let office = Office::of_sample("ha-cau-2024");
    for (name, start) in [("a.pdf", &b"%PDF-"[..]), ("a.docx", b"PK\x03\x04"), ("A.PDF", b"%PDF-")] {
        let target = office.file(name);
        assert!(office.run("plan").arg("-o").arg(&target).done().contains(name));
        assert!(std::fs::read(&target).expect("the plan").starts_with(start), "{name}");
    }
}

#[test]
fn the_same_office_gives_the_same_bytes() {
    let office = Office::of_sample("ha-cau-2024");
    let other = Office::of_sample("ha-cau-2024");
    let papers: [(&str, &[&str], &str); 4] = [
        ("plan", &[], "a.pdf"),
        ("plan", &[], "a.docx"),
        ("sheets", &["--evening", "16/11/2024"], "b.pdf"),
        ("flyers", &["--area", "Cầu Đơ 4"], "c.pdf"),
    ];
    for (verb, words, name) in papers {
        let bytes = |office: &Office, name: &str| {
            let target = office.file(name);
            office.run(verb).args(words).arg("-o").arg(&target).done();
            std::fs::read(&target).expect("the paper")
        };
        let first = bytes(&office, name);
        assert!(first == bytes(&office, &format!("again-{name}")), "{verb} {name}: a second run differs");
        assert!(first == bytes(&other, name), "{verb} {name}: another copy of the sample differs");
    }
}

#[test]
fn an_existing_paper_is_replaced_and_nothing_is_left_beside_it() {
    let office = Office::of_sample("ha-cau-2024");
    let target = office.table("ke-hoach.pdf", "cũ");
    office.run("plan").arg("-o").arg(&target).done();
    assert!(std::fs::read(&target).expect("the plan").starts_with(b"%PDF-"));
    let beside: Vec<String> = office.names().into_iter().filter(|n| !n.starts_with("văn phòng.db")).collect();
    assert_eq!(beside, ["ke-hoach.pdf"]);
}

#[test]
fn a_place_that_takes_no_file_is_refused_and_an_unknown_ending_is_misuse() {
    let office = Office::of_sample("ha-cau-2024");
    let words = office.run("plan").arg("-o").arg(office.file("chưa có/a.pdf")).refused();
    assert!(words.contains("chưa có"), "{words}");
    office.run("plan").arg("-o").arg(office.file("a.odt")).misused();
    office.run("plan").misused();
}
