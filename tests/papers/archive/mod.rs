//! Every PDF keeps the rules of PDF/A-2u (ISO 19005-2:2011, level U), read back with qpdf.
//!
//! No validator can be had from a package registry, so the rules are asked for one by one, under the
//! standard's own numbers: all that speak of something our files hold, and the absence of what others forbid.

mod fonts;
mod read;

use std::collections::BTreeSet;
use std::path::Path;

use product_tests::golden::papers::{PAPERS, Samples};
use product_tests::scratch;
use serde_json::Value;

use self::read::File;
use crate::made;

/// What a file breaks: the rule's number and what was found.
fn broken(pdf: &Path) -> Vec<String> {
    let file = File::open(pdf);
    let mut broken = structure(&file);
    broken.extend(forbidden(&file));
    broken.extend(colours(&file));
    broken.extend(content(&file));
    broken.extend(fonts::broken(&file));
    broken.extend(metadata(&file));
    broken
}

fn unless(kept: bool, rule: &str) -> Option<String> {
    (!kept).then(|| rule.to_owned())
}

/// 6.1: the file itself.
fn structure(file: &File) -> Vec<String> {
    let bytes = &file.bytes;
    let second = bytes.split(|b| *b == b'\n').nth(1).unwrap_or_default();
    let hex = |value: &Value| value.as_str().is_some_and(|s| s.starts_with("b:") && s.len() > 20);
    let id = file.trailer.get("/ID").and_then(Value::as_array);
    let limits = file.dictionaries().into_iter().all(|d| {
        d.iter().all(|(name, value)| {
            let whole = value.as_i64().is_none_or(|n| i32::try_from(n).is_ok());
            let short =
                value.as_str().is_none_or(|s| if s.starts_with('/') { s.len() <= 128 } else { s.len() < 32_000 });
            name.len() <= 128 && whole && short
        })
    });
    let sizes = file.of_type("/Page").all(|page| {
        let edges = page["/MediaBox"].as_array().map(|b| b.iter().filter_map(Value::as_f64).collect::<Vec<_>>());
        edges.is_some_and(|b| b.len() == 4 && b.iter().all(|e| (0.0..=14_400.0).contains(e)) && b[2] >= 3.0)
    });
    [
        unless(bytes.starts_with(b"%PDF-1.7\n"), "6.1.2 header"),
        unless(second.first() == Some(&b'%') && second[1..].iter().filter(|b| **b > 127).count() >= 4, "6.1.2 binary"),
        unless(id.is_some_and(|id| id.len() == 2 && id.iter().all(hex)), "6.1.3 ID"),
        unless(!file.trailer.contains_key("/Encrypt"), "6.1.3 encrypted"),
        unless(bytes.trim_ascii_end().ends_with(b"%%EOF"), "6.1.3 end"),
        unless(limits, "6.1.13 limits"),
        unless(sizes, "6.1.13 size of page"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Keys no dictionary of the file may have.
fn forbidden(file: &File) -> Vec<String> {
    const KEYS: [(&str, &str); 24] = [
        ("/F", "6.1.7.1"),
        ("/FFilter", "6.1.7.1"),
        ("/FDecodeParms", "6.1.7.1"),
        ("/Perms", "6.1.12"),
        ("/TR", "6.2.5"),
        ("/TR2", "6.2.5"),
        ("/HTP", "6.2.5"),
        ("/Alternates", "6.2.8"),
        ("/OPI", "6.2.8"),
        ("/Interpolate", "6.2.8"),
        ("/PS", "6.2.9"),
        ("/SMask", "6.2.10"),
        ("/Group", "6.2.10"),
        ("/CA", "6.2.10"),
        ("/ca", "6.2.10"),
        ("/CIDSet", "6.2.11.4.2"),
        ("/Annots", "6.3"),
        ("/AcroForm", "6.4"),
        ("/AA", "6.5.2"),
        ("/OpenAction", "6.5.1"),
        ("/JavaScript", "6.5.1"),
        ("/EmbeddedFiles", "6.8"),
        ("/OCProperties", "6.9"),
        ("/Requirements", "6.11"),
    ];
    let all = file.dictionaries();
    let mut broken: Vec<String> = KEYS
        .iter()
        .filter(|(key, _)| all.iter().any(|d| d.contains_key(*key)))
        .map(|(k, n)| format!("{n} {k}"))
        .collect();
    let filters = ["/FlateDecode", "/DCTDecode"];
    broken.extend(unless(
        all.iter().filter_map(|d| d.get("/Filter")).all(|f| f.as_str().is_some_and(|f| filters.contains(&f))),
        "6.1.7.2 filter",
    ));
    broken
}

/// 6.2.3 and 6.2.4: an output intent that says what red, green, blue and grey are.
fn colours(file: &File) -> Vec<String> {
    let intents = file.get(file.catalog(), "/OutputIntents").as_array().cloned().unwrap_or_default();
    let [intent] = &intents[..] else { return vec!["6.2.3 output intent".into()] };
    let profile = file.stream(&intent["/DestOutputProfile"]);
    let is = |at: usize, wanted: &[u8]| profile.get(at..at + wanted.len()) == Some(wanted);
    let size = profile.get(..4).map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]]) as usize);
    let spaces = ["/DeviceRGB", "/DeviceGray"];
    let all = file.dictionaries();
    let mut named = all.iter().filter_map(|d| d.get("/ColorSpace")).filter(|c| !c.is_object());
    [
        unless(intent["/S"] == "/GTS_PDFA1", "6.2.3 kind of intent"),
        unless(intent["/OutputConditionIdentifier"].is_string(), "6.2.3 name of intent"),
        unless(size == Some(profile.len()) && is(36, b"acsp"), "6.2.3 profile"),
        unless((is(12, b"mntr") || is(12, b"prtr")) && is(16, b"RGB ") && profile.get(8) <= Some(&4), "6.2.3 class"),
        unless(file.get(intent, "/DestOutputProfile")["/N"] == 3, "6.2.3 components"),
        unless(named.all(|c| c.as_str().is_some_and(|c| spaces.contains(&c))), "6.2.4.3 colour space"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// 6.2.2: operators the standard knows, their resources named by the page, no printing press's colours.
fn content(file: &File) -> Vec<String> {
    const KNOWN: [&str; 33] = [
        "q", "Q", "cm", "w", "J", "j", "d", "m", "l", "c", "h", "re", "S", "s", "f", "f*", "n", "W", "BT", "ET", "Tf",
        "Tm", "Td", "TJ", "Tj", "g", "G", "rg", "RG", "Do", "ri", "B", "b",
    ];
    /// Saved states inside one another (6.1.13).
    const DEEPEST: usize = 28;
    let mut broken = Vec::new();
    for page in file.of_type("/Page") {
        broken.extend(unless(file.get(page, "/Resources").is_object(), "6.2.2 resources"));
        let bytes = file.content(page);
        let text = String::from_utf8_lossy(&bytes);
        let mut deep = 0;
        for line in text.lines().filter(|l| !l.trim().is_empty()) {
            let operator = line.rsplit([' ', ']']).next().unwrap_or_default();
            broken.extend(unless(KNOWN.contains(&operator), &format!("6.2.2 operator {operator:?}")));
            deep += usize::from(operator == "q");
            broken.extend(unless(deep <= DEEPEST, "6.1.13 states"));
            deep -= usize::from(operator == "Q" && deep > 0);
        }
        broken.extend(unless(deep == 0, "6.2.2 states left open"));
    }
    broken.dedup();
    broken
}

/// 6.6: what the file says of itself, in a packet a program finds without reading PDF.
fn metadata(file: &File) -> Vec<String> {
    const SCHEMAS: [&str; 6] = ["dc:", "pdf:", "pdfaid:", "rdf:", "x:", "xml"];
    let reference = &file.catalog()["/Metadata"];
    let (dictionary, packet) = (file.follow(reference), String::from_utf8_lossy(file.stream(reference)).into_owned());
    let tags = packet.split('<').skip(1).filter(|t| !t.starts_with(['/', '?']));
    let of = |name: &str| {
        let inside = packet.split_once(&format!("<{name}>"))?.1.split_once(&format!("</{name}>"))?.0.trim();
        Some(inside.rsplit_once("</rdf:li>").map_or(inside, |(i, _)| i.rsplit('>').next().unwrap_or(i)).to_owned())
    };
    let plain = |text: &str| text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let info =
        |name: &str| file.get(&file.trailer["/Info"], name).as_str().map(|s| s.trim_start_matches("u:").to_owned());
    let language = file.get(file.catalog(), "/Lang").as_str().map(|s| s.trim_start_matches("u:").to_owned());
    [
        unless(dictionary["/Type"] == "/Metadata" && dictionary["/Subtype"] == "/XML", "6.6.2.1 stream"),
        unless(dictionary["/Filter"].is_null(), "6.6.2.1 packed"),
        unless(packet.starts_with("<?xpacket begin=\"\u{feff}\" id="), "6.6.2.1 packet"),
        unless(!packet.contains(" bytes=") && !packet.contains(" encoding="), "6.6.2.1 attributes"),
        unless(tags.into_iter().all(|t| SCHEMAS.iter().any(|s| t.starts_with(s))), "6.6.2.3 schema"),
        unless(of("pdfaid:part").as_deref() == Some("2"), "6.6.4 part"),
        unless(of("pdfaid:conformance").as_deref() == Some("U"), "6.6.4 level"),
        unless(of("dc:title").map(|t| plain(&t)) == info("/Title") && info("/Title").is_some(), "6.6.3 title"),
        unless(of("pdf:Producer") == info("/Producer"), "6.6.3 producer"),
        unless(language.as_deref() == Some("vi") && of("dc:language") == language, "6.7.4 language"),
        unless(file.get(file.catalog(), "/ViewerPreferences")["/DisplayDocTitle"] == true, "title is not shown"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[test]
fn every_paper_is_kept_for_archives() {
    for pdf in made::all() {
        assert_eq!(broken(pdf), Vec::<String>::new(), "{}", pdf.display());
    }
}

/// Among them what is in colour, on other paper than A4, or a draft of another kind.
#[test]
fn every_pictured_paper_is_kept_for_archives() {
    let samples = Samples::default();
    let mut seen = BTreeSet::new();
    for paper in PAPERS.iter().filter(|p| seen.insert(p.source())) {
        let pdf = paper.make(&samples);
        if pdf.extension().is_some_and(|e| e == "pdf") {
            assert_eq!(broken(&pdf), Vec::<String>::new(), "{}", paper.name);
        }
    }
    assert!(seen.len() > 25, "{}", seen.len());
}

/// Faults planted in a good file, of the same length so that nothing else moves: each is found.
#[test]
fn a_rule_that_is_broken_is_found() {
    let good = std::fs::read(made::plan()).expect("a plan");
    let folder = scratch();
    let faults: [(&str, &str, &str); 6] = [
        ("/GTS_PDFA1", "/GTS_PDFX1", "6.2.3 kind of intent"),
        ("<pdfaid:part>2<", "<pdfaid:part>1<", "6.6.4 part"),
        ("<pdfaid:conformance>U<", "<pdfaid:conformance>A<", "6.6.4 level"),
        ("/CIDToGIDMap/Identity", "/CIDToGIDNap/Identity", "6.2.11.3.2"),
        ("/Lang(vi)", "/Lang(en)", "6.7.4 language"),
        ("%PDF-1.7", "%PDF-1.4", "6.1.2 header"),
    ];
    for (from, to, rule) in faults {
        let spoilt = folder.path().join("hỏng.pdf");
        std::fs::write(&spoilt, replaced(&good, from.as_bytes(), to.as_bytes())).expect("written");
        let broken = broken(&spoilt);
        assert!(broken.iter().any(|b| b.starts_with(rule)), "{rule}: {broken:?}");
    }
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut all = bytes.to_vec();
    let found: Vec<usize> =
        (0..all.len().saturating_sub(from.len())).filter(|at| all[*at..].starts_with(from)).collect();
    assert!(!found.is_empty(), "{} is in the file", String::from_utf8_lossy(from));
    for at in found {
        all[at..at + to.len()].copy_from_slice(to);
    }
    all
}
