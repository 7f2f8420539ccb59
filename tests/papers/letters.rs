//! Every Vietnamese letter with every tone, and long names, go in as areas and come out of each paper.

use std::path::PathBuf;

use product_tests::{Office, RunExt};

use crate::pdf::{pages, squeezed, words};

/// Small letters and capitals, composed.
fn letters() -> Vec<String> {
    const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];
    let vowels = "aăâeêioôơuưy".chars().flat_map(|v| TONES.map(|tone| domain::text::nfc(&format!("{v}{tone}"))));
    let small: Vec<String> = vowels.chain(["đ".to_owned()]).collect();
    small.iter().cloned().chain(small.iter().map(|l| l.to_uppercase())).collect()
}

/// The reference campaign with these areas added, each with an evening.
fn office(names: &[String]) -> Office {
    let office = Office::of_sample("ha-cau-2024");
    let areas = office.table("địa bàn.csv", format!("Địa bàn\n{}\n", names.join("\n")));
    office.run("import").arg("--areas").arg(&areas).done();
    let mut schedule = String::from("STT,Thời gian,Địa bàn\n");
    for (name, n) in names.iter().zip(1..) {
        schedule.push_str(&format!("{n},Ngày {:02}/11/2024,{name}\n", 9 + n % 22));
    }
    let schedule = office.table("lịch.csv", schedule);
    office.run("import").arg("--schedule").arg(&schedule).done();
    office
}

fn made(office: &Office, words: &[&str], name: &str) -> PathBuf {
    let target = office.file(name);
    office.run(words[0]).args(&words[1..]).arg("-o").arg(&target).done();
    target
}

#[test]
fn every_letter_with_every_tone() {
    let letters = letters();
    assert_eq!(letters.len(), 2 * 73);
    let names: Vec<String> = letters.chunks(12).zip(1..).map(|(l, n)| format!("Ngõ {n} {}", l.concat())).collect();
    let office = office(&names);
    for (verb, file) in [(&["plan"][..], "a.pdf"), (&["sheets"], "b.pdf"), (&["flyers", "--format", "a4"], "c.pdf")] {
        let text = squeezed(&pages(&made(&office, verb, file)).join(" "));
        for name in &names {
            assert!(text.contains(&squeezed(name)), "{verb:?}: {name}");
        }
    }
}

#[test]
fn rows_with_long_names_stay_whole() {
    let name =
        |n: u32| format!("Khu tập thể số {n} của cán bộ, công nhân viên Xí nghiệp Xây lắp và Cơ khí Hà Đông (ngõ {n})");
    let names: Vec<String> = (1..=60).map(name).collect();
    let office = office(&names);
    let plan = words(&made(&office, &["plan"], "a.pdf"));
    assert!(plan.len() > 6, "{} pages", plan.len());
    // The third column of each page, read down.
    let columns: Vec<String> =
        plan.iter().map(|page| page.iter().filter(|w| w.left >= 119.0).map(|w| squeezed(&w.text)).collect()).collect();
    for name in &names {
        let on = columns.iter().filter(|column| column.contains(&squeezed(name))).count();
        assert_eq!(on, 1, "{name} stands whole on one page");
    }
}
