//! The colour space sRGB as an ICC profile (ICC.1:2004-10, version 4.2), written from its definition in
//! IEC 61966-2-1 so that none has to be shipped: 0.4 kB in the file.

/// As registries of characterised printing conditions call it.
pub(super) const NAME: &str = "sRGB IEC61966-2.1";

/// Fixed-point numbers with 16 bits after the point.
type Fixed = i32;

/// The white of the profile's connection space, D50.
const WHITE: [Fixed; 3] = [0xf6d6, 0x1_0000, 0xd32d];
/// Red, green and blue of sRGB, adapted from D65 to D50.
const RED: [Fixed; 3] = [0x6fa2, 0x38f5, 0x0390];
const GREEN: [Fixed; 3] = [0x6299, 0xb785, 0x18da];
const BLUE: [Fixed; 3] = [0x24a0, 0x0f84, 0xb6cf];
/// How D65 was adapted (Bradford), row by row.
const ADAPTED: [Fixed; 9] = [0x1_0c42, 0x05de, -0x0cdb, 0x0793, 0xfd90, -0x045f, -0x025e, 0x03dc, 0xc06e];
/// `((a x + b) ^ g)` from `d` on, `c x` below: g, a, b, c, d.
const CURVE: [Fixed; 5] = [0x2_6666, 0xf2a7, 0x0d59, 0x13d0, 0x0a5b];

/// The profile.
pub(super) fn srgb() -> Vec<u8> {
    let xyz = |value: &[Fixed]| element(b"XYZ ", value);
    let curve = {
        let mut curve = b"para\0\0\0\0\0\x03\0\0".to_vec();
        curve.extend(CURVE.iter().flat_map(|n| n.to_be_bytes()));
        curve
    };
    let elements: [(&[&[u8; 4]], Vec<u8>); 8] = [
        (&[b"desc"], text(NAME)),
        (&[b"cprt"], text("No copyright, use freely")),
        (&[b"wtpt"], xyz(&WHITE)),
        (&[b"chad"], element(b"sf32", &ADAPTED)),
        (&[b"rXYZ"], xyz(&RED)),
        (&[b"gXYZ"], xyz(&GREEN)),
        (&[b"bXYZ"], xyz(&BLUE)),
        (&[b"rTRC", b"gTRC", b"bTRC"], curve),
    ];
    let count: usize = elements.iter().map(|(names, _)| names.len()).sum();
    let mut at = HEADER + 4 + 12 * count;
    let (mut table, mut data) = (number(count).to_vec(), Vec::new());
    for (names, element) in elements {
        for name in names {
            table.extend_from_slice(*name);
            table.extend(number(at));
            table.extend(number(element.len()));
        }
        data.extend(&element);
        data.resize(data.len().next_multiple_of(4), 0);
        at = HEADER + 4 + 12 * count + data.len();
    }
    let mut profile = header(at);
    profile.extend(table);
    profile.extend(data);
    profile
}

const HEADER: usize = 128;

/// Size, version 4.2, a display's RGB against XYZ, the signature, D50; no date, no maker.
fn header(size: usize) -> Vec<u8> {
    let mut header = number(size).to_vec();
    header.extend(b"\0\0\0\0\x04\x20\0\0mntrRGB XYZ ");
    // ICC asks for a date; the standard's own year stands for one.
    header.extend(b"\x07\xcf\0\x0a\0\x12\0\0\0\0\0\0acsp");
    header.resize(68, 0);
    header.extend(WHITE.iter().flat_map(|n| n.to_be_bytes()));
    header.resize(HEADER, 0);
    header
}

fn element(kind: &[u8; 4], values: &[Fixed]) -> Vec<u8> {
    let mut element = kind.to_vec();
    element.extend([0; 4]);
    element.extend(values.iter().flat_map(|n| n.to_be_bytes()));
    element
}

/// One record in English, as the profile's format has texts.
fn text(words: &str) -> Vec<u8> {
    let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut element = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
    element.extend(number(utf16.len()));
    element.extend(number(28));
    element.extend(utf16);
    element
}

fn number(value: usize) -> [u8; 4] {
    u32::try_from(value).unwrap_or_default().to_be_bytes()
}
