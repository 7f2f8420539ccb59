use product_tests::{Office, RunExt};

#[test]
fn every_format_and_a_single_area() {
    let office = Office::of_sample("ha-cau-2024");
    for words in [&["--format", "a4"][..], &["--format", "a5"], &["--format", "a6"], &["--area", "Hà Trì 2"]] {
        let target = office.file("to-roi.pdf");
        office.run("flyers").args(words).arg("-o").arg(&target).done();
        assert!(std::fs::read(&target).expect("flyers").starts_with(b"%PDF-"), "{words:?}");
        std::fs::remove_file(target).expect("it can be removed");
    }
}

#[test]
fn an_area_is_found_without_its_marks() {
    let office = Office::of_sample("ha-cau-2024");
    let (a, b) = (office.file("a.pdf"), office.file("b.pdf"));
    office.run("flyers").args(["--area", "Hà Trì 2", "-o"]).arg(&a).done();
    office.run("flyers").args(["--area", "ha tri 2", "-o"]).arg(&b).done();
    assert!(std::fs::read(a).expect("a") == std::fs::read(b).expect("b"));
}

#[test]
fn an_unknown_area_and_an_unknown_format_are_told() {
    let office = Office::of_sample("ha-cau-2024");
    let target = office.file("a.pdf");
    let words = office.run("flyers").args(["--area", "Cầu Đơ 2", "-o"]).arg(&target).refused();
    assert!(words.contains("Cầu Đơ 2"), "{words}");
    office.run("flyers").args(["--format", "a7", "-o"]).arg(&target).misused();
    assert!(!target.exists());
}
