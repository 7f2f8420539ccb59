//! Every Vietnamese letter with every tone goes in as an area's name and comes out of each paper.

use product_tests::{Office, RunExt};

use crate::pdf::{pages, squeezed};

/// Small letters and capitals, composed.
fn letters() -> Vec<String> {
    const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];
    let vowels = "aăâeêioôơuưy".chars().flat_map(|v| TONES.map(|tone| domain::text::nfc(&format!("{v}{tone}"))));
    let small: Vec<String> = vowels.chain(["đ".to_owned()]).collect();
    small.iter().cloned().chain(small.iter().map(|l| l.to_uppercase())).collect()
}

#[test]
fn every_letter_with_every_tone() {
    let letters = letters();
    assert_eq!(letters.len(), 2 * 73);
    let names: Vec<String> = letters.chunks(12).map(|l| format!("Ngõ {}", l.concat())).collect();
    let mut table = String::from("STT,Thời gian,Địa bàn\n");
    for (name, n) in names.iter().zip(1..) {
        table.push_str(&format!("{n},Ngày {n:02}/11/2024,{name}\n"));
    }
    let office = Office::of_sample("ha-cau-2024");
    let table = office.table("lịch.csv", table);
    office.run("import").arg("--schedule").arg(&table).done();
    for (words, file) in [(&["plan"][..], "a.pdf"), (&["sheets"], "b.pdf"), (&["flyers", "--format", "a4"], "c.pdf")] {
        let target = office.file(file);
        office.run(words[0]).args(&words[1..]).arg("-o").arg(&target).done();
        let text = squeezed(&pages(&target).join(" "));
        for name in &names {
            assert!(text.contains(&squeezed(name)), "{words:?}: {name}");
        }
    }
}
