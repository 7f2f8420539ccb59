//! Photos and PDFs bent by chance and by intent: each is kept whole or refused, never a panic.

use std::io::Write;
use std::sync::LazyLock;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use proptest::prelude::*;

use super::{as_phone_writes, encoded, halves, object_stream, pdf};
use crate::scan::{LARGEST_JPEG, NotAScan, scan};
use image::ImageFormat;

static SOUND: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    vec![
        as_phone_writes(&halves(60, 40), 6),
        encoded(&halves(60, 40), ImageFormat::Png),
        encoded(&halves(60, 40), ImageFormat::WebP),
        pdf("", &object_stream(b"1 0 <</Type/Page>>")),
    ]
});

fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    if let Ok(kept) = scan(bytes) {
        prop_assert!(kept.mime == "application/pdf" || kept.bytes.len() <= LARGEST_JPEG);
        prop_assert!(scan(&kept.bytes).is_ok(), "what is kept is taken again");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_bent_scan_is_kept_or_refused(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut bytes = SOUND[which.index(SOUND.len())].clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        check(&bytes)?;
    }

    #[test]
    fn anything_after_a_sound_beginning(which in any::<prop::sample::Index>(), head in 4usize..40, tail in prop::collection::vec(any::<u8>(), 0..600)) {
        let sound = &SOUND[which.index(SOUND.len())];
        check(&[&sound[..head.min(sound.len())], &tail].concat())?;
        check(&tail)?;
    }

    #[test]
    fn words_of_pdfs_in_any_order(words in prop::collection::vec(prop::sample::select(vec![
        "1 0 obj", "endobj", "<<", ">>", "stream\n", "endstream", "/ObjStm", "/Obj#53tm", "/JS", "/Fil", "/#", "#4", "xref", "trailer",
        "startxref", "%%EOF", "(", ")", "/Type", "/FlateDecode", "%",
    ]), 0..60)) {
        check(format!("%PDF-1.7\n{}\nstartxref\n0\n%%EOF", words.join(" ")).as_bytes())?;
    }
}

#[test]
fn a_script_behind_a_word_stream_is_found() {
    let script = b"9 0 obj <</S/JavaScript/JS(app.alert(1))>> endobj";
    let hidden = [b"% stream\n".as_slice(), script, b"\n% endstream\n"].concat();
    assert_eq!(scan(&pdf("", &hidden)), Err(NotAScan::Active));
    let hidden = [b">>\nstream\n".as_slice(), script, b"\nendstream\n"].concat();
    assert_eq!(scan(&pdf("", &hidden)), Err(NotAScan::Active));
}

#[test]
fn a_script_packed_in_another_way_or_under_another_spelling_is_found() {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
    packer.write_all(b"9 0 <</S/JavaScript/JS(app.alert(1))>>").expect("in memory");
    let packed = packer.finish().expect("in memory");
    let object = |head: &str, content: &[u8]| {
        [format!("8 0 obj <<{head}>> stream\n").as_bytes(), content, b"\nendstream endobj\n"].concat()
    };
    let respelled = object("/Type/Obj#53tm/Filter/FlateDecode", &packed);
    assert_eq!(scan(&pdf("", &respelled)), Err(NotAScan::Active));
    let letters: String = packed.iter().map(|b| format!("{b:02x}")).collect();
    let twice = object("/Type/ObjStm/Filter[/AHx/FlateDecode]", letters.as_bytes());
    assert_eq!(scan(&pdf("", &twice)), Err(NotAScan::Active));
    let plain = object("/Type/ObjStm", b"9 0 <</S/JavaScript/JS(app.alert(1))>>");
    assert_eq!(scan(&pdf("", &plain)), Err(NotAScan::Active));
}

#[test]
fn a_file_made_of_names_alone_is_refused_and_not_walked_for_ever() {
    let many = [b"/ObjStm stream ".repeat(100_000), b"/ObjStm ".repeat(50_000)].concat();
    assert_eq!(scan(&pdf("", &many)), Err(NotAScan::Pdf));
}
