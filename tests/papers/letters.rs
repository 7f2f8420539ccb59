//! Every Vietnamese letter with every tone, and long names, go in as areas and come out of each paper.

use std::path::PathBuf;
use std::sync::Arc;

use office::import::{ImportAreas, ImportSchedule, TableSource};
use product_tests::{Office, RunExt};

use crate::pdf::{pages, squeezed, words};

/// Small letters and capitals, composed.
fn letters() -> Vec<String> {
    const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];
    let vowels = "aăâeêioôơuưy".chars().flat_map(|v| TONES.map(|tone| domain::text::nfc(&format!("{v}{tone}"))));
    let small: Vec<String> = vowels.chain(["đ".to_owned()]).collect();
    small.iter().cloned().chain(small.iter().map(|l| l.to_uppercase())).collect()
}

/// The reference campaign with these areas added, each with an evening. The tables go in through the
/// library, as the window does it; the command for it has its own tests (`office/import.rs`).
fn office(names: &[String]) -> Office {
    let office = Office::of_sample("ha-cau-2024");
    let mut areas = String::from("STT\tĐịa bàn\n");
    let mut schedule = String::from("STT\tThời gian\tĐịa bàn\n");
    for (name, n) in names.iter().zip(1..) {
        areas.push_str(&format!("{n}\t{name}\n"));
        schedule.push_str(&format!("{n}\tNgày {:02}/11/2024\t{name}\n", 9 + n % 22));
    }
    let [areas, schedule] = [areas, schedule].map(TableSource::text);
    let mut open = office::Office::open(&office.path, Arc::new(office::System)).expect("it opens").office;
    open.write(ImportAreas { table: areas, dry_run: false }).unwrap_or_else(|e| panic!("{e:?}"));
    open.write(ImportSchedule { table: schedule, dry_run: false, create_areas: false, spellings: vec![] })
        .unwrap_or_else(|e| panic!("{e:?}"));
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
