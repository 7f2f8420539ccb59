//! A PDF's objects as qpdf gives them, and the embedded font programs.

use std::collections::BTreeMap;
use std::path::Path;

use product_tests::{RunExt, scratch, tool};
use serde_json::{Map, Value};

/// All objects of a file, streams as they lie in it and as they read.
#[derive(Debug)]
pub(super) struct File {
    pub(super) bytes: Vec<u8>,
    pub(super) trailer: Map<String, Value>,
    objects: BTreeMap<String, Value>,
    streams: BTreeMap<String, Vec<u8>>,
}

impl File {
    pub(super) fn open(pdf: &Path) -> Self {
        let folder = scratch();
        let list = |data: &str| -> Map<String, Value> {
            let list = folder.path().join("list.json");
            tool("qpdf")
                .args(["--json=2", "--decode-level=generalized"])
                .arg(format!("--json-stream-data={data}"))
                .arg(format!("--json-stream-prefix={}", folder.path().join("s").display()))
                .arg(pdf)
                .arg(&list)
                .done();
            let all: Value = serde_json::from_slice(&std::fs::read(list).expect("a list")).expect("JSON");
            all["qpdf"][1].as_object().expect("objects").clone()
        };
        let as_read = list("file");
        let mut streams = BTreeMap::new();
        for (id, object) in &as_read {
            if let Some(file) = object["stream"]["datafile"].as_str() {
                streams.insert(id.trim_start_matches("obj:").to_owned(), std::fs::read(file).expect("a stream"));
            }
        }
        let mut trailer = Map::new();
        let mut objects = BTreeMap::new();
        for (id, object) in list("none") {
            let value = if object["stream"].is_object() { &object["stream"]["dict"] } else { &object["value"] };
            match id.strip_prefix("obj:") {
                Some(id) => _ = objects.insert(id.to_owned(), value.clone()),
                None => trailer = value.as_object().cloned().unwrap_or_default(),
            }
        }
        Self { bytes: std::fs::read(pdf).expect("a file"), trailer, objects, streams }
    }

    /// What a value is, a reference followed.
    pub(super) fn follow<'a>(&'a self, value: &'a Value) -> &'a Value {
        value.as_str().and_then(|id| self.objects.get(id)).unwrap_or(value)
    }

    /// The entry of a dictionary, references followed; `Null` if it is not there.
    pub(super) fn get<'a>(&'a self, of: &'a Value, name: &str) -> &'a Value {
        self.follow(&self.follow(of)[name])
    }

    /// What a stream reads as.
    pub(super) fn stream(&self, reference: &Value) -> &[u8] {
        reference.as_str().and_then(|id| self.streams.get(id)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn catalog(&self) -> &Value {
        self.follow(&self.trailer["/Root"])
    }

    /// Every dictionary of the file, however deep it lies.
    pub(super) fn dictionaries(&self) -> Vec<&Map<String, Value>> {
        fn inside<'a>(value: &'a Value, all: &mut Vec<&'a Map<String, Value>>) {
            match value {
                Value::Object(map) => {
                    all.push(map);
                    map.values().for_each(|v| inside(v, all));
                }
                Value::Array(items) => items.iter().for_each(|v| inside(v, all)),
                _ => {}
            }
        }
        let mut all = vec![&self.trailer];
        self.objects.values().for_each(|v| inside(v, &mut all));
        all
    }

    pub(super) fn of_type<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Value> {
        self.objects.values().filter(move |o| o["/Type"] == name)
    }

    /// What a page draws, all its pieces.
    pub(super) fn content(&self, page: &Value) -> Vec<u8> {
        match &page["/Contents"] {
            Value::Array(pieces) => pieces.iter().flat_map(|p| [self.stream(p), b"\n"].concat()).collect(),
            piece => self.stream(piece).to_vec(),
        }
    }
}

/// The advances of a TrueType program's glyphs, in thousandths of an em.
pub(super) fn advances(program: &[u8]) -> Vec<f64> {
    let short = |at: usize| u16::from_be_bytes([program[at], program[at + 1]]);
    let table = |name: &[u8]| {
        let entry = (0..usize::from(short(4))).map(|i| 12 + 16 * i).find(|at| &program[*at..at + 4] == name)?;
        Some(usize::from(short(entry + 8)) << 16 | usize::from(short(entry + 10)))
    };
    let at = |name: &[u8]| table(name).expect("a table every TrueType program has");
    let (head, hhea, maxp, hmtx) = (at(b"head"), at(b"hhea"), at(b"maxp"), at(b"hmtx"));
    let units = f64::from(short(head + 18));
    let (long, glyphs) = (usize::from(short(hhea + 34)), usize::from(short(maxp + 4)));
    (0..glyphs).map(|g| f64::from(short(hmtx + 4 * g.min(long - 1))) * 1000.0 / units).collect()
}

/// The codes a page shows, by the name of their font.
pub(super) fn shown(content: &[u8]) -> BTreeMap<String, Vec<u16>> {
    let text = String::from_utf8_lossy(content);
    let mut shown: BTreeMap<String, Vec<u16>> = BTreeMap::new();
    let mut font = String::new();
    for line in text.lines() {
        if let Some((name, _)) = line.strip_suffix(" Tf").and_then(|l| l.rsplit_once(' ')) {
            name.clone_into(&mut font);
        }
        for piece in line.split('<').skip(1) {
            let hex = piece.split_once('>').map_or("", |(hex, _)| hex);
            let codes = hex.as_bytes().chunks(4).map(|c| std::str::from_utf8(c).expect("digits"));
            let codes = codes.map(|c| u16::from_str_radix(c, 16).expect("four digits"));
            shown.entry(font.clone()).or_default().extend(codes);
        }
    }
    shown
}

/// Code and text of each line of a ToUnicode map.
pub(super) fn texts(map: &[u8]) -> BTreeMap<u16, String> {
    let text = String::from_utf8_lossy(map);
    let pair = |line: &str| -> Option<(u16, String)> {
        let (code, text) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
        let units: Vec<u16> = (0..text.len() / 4)
            .map(|i| u16::from_str_radix(&text[4 * i..4 * i + 4], 16))
            .collect::<Result<_, _>>()
            .ok()?;
        Some((u16::from_str_radix(code, 16).ok()?, String::from_utf16(&units).ok()?))
    };
    let inside = text.split("beginbfchar").skip(1).filter_map(|part| part.split("endbfchar").next());
    inside.flat_map(str::lines).filter_map(pair).collect()
}
