mod hostile;

use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use super::{LARGEST_JPEG, LARGEST_PDF, NotAScan, scan};

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), format).expect("it encodes");
    bytes
}

/// White, the left half black.
fn halves(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(
        width,
        height,
        |x, _| {
            if x < width / 2 { Rgb([0; 3]) } else { Rgb([255; 3]) }
        },
    ))
}

/// Every pixel another colour: the hardest there is to encode.
fn noise(width: u32, height: u32) -> DynamicImage {
    let mut state = 1u32;
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [a, b, c, _] = state.to_be_bytes();
        Rgb([a, b, c])
    }))
}

/// An EXIF segment (TIFF, little endian) with an orientation, a camera owner's name and a place.
fn exif(orientation: u16) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        let mut out = tag.to_le_bytes().to_vec();
        out.extend(kind.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend(value);
        out
    };
    tiff.extend(3u16.to_le_bytes());
    tiff.extend(entry(0x0112, 3, 1, [orientation.to_le_bytes()[0], 0, 0, 0]));
    tiff.extend(entry(0x013b, 2, 4, *b"Lan\0"));
    tiff.extend(entry(0x8825, 4, 1, 50u32.to_le_bytes()));
    tiff.extend(0u32.to_le_bytes());
    // The place: north, 20 degrees, 58 minutes.
    tiff.extend(1u16.to_le_bytes());
    tiff.extend(entry(0x0001, 2, 2, *b"N\0\0\0"));
    tiff.extend(0u32.to_le_bytes());
    let mut segment = vec![0xff, 0xe1];
    segment.extend(u16::try_from(tiff.len() + 8).expect("small").to_be_bytes());
    segment.extend(b"Exif\0\0");
    segment.extend(tiff);
    segment
}

fn as_phone_writes(picture: &DynamicImage, orientation: u16) -> Vec<u8> {
    let jpeg = encoded(picture, ImageFormat::Jpeg);
    [&jpeg[..2], &exif(orientation), &jpeg[2..]].concat()
}

fn kept(bytes: &[u8]) -> DynamicImage {
    let kept = scan(bytes).expect("it is taken");
    assert_eq!(kept.mime, "image/jpeg");
    assert!(kept.bytes.len() <= LARGEST_JPEG, "{} bytes", kept.bytes.len());
    image::load_from_memory_with_format(&kept.bytes, ImageFormat::Jpeg).expect("a JPEG")
}

#[test]
fn nothing_a_phone_writes_beside_the_pixels_is_kept() {
    let photo = as_phone_writes(&halves(64, 32), 1);
    let has = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).any(|w| w == what);
    assert!(has(&photo, b"Exif") && has(&photo, b"Lan"), "the test's photo carries it");
    let kept = scan(&photo).expect("it is taken").bytes;
    assert!(!has(&kept, b"Exif") && !has(&kept, b"Lan") && !has(&kept, b"II*\0"));
    // No application segment but JFIF's own, no comment.
    let mut at = 2;
    while kept[at + 1] != 0xda {
        assert!(!(0xe1..=0xef).contains(&kept[at + 1]) && kept[at + 1] != 0xfe, "segment {:x}", kept[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([kept[at + 2], kept[at + 3]]));
    }
}

#[test]
fn a_photo_taken_sideways_stands_upright() {
    // 6: the phone was held so that the picture has to be turned right to be seen upright.
    let turned = kept(&as_phone_writes(&halves(640, 320), 6));
    assert_eq!(turned.dimensions(), (320, 640));
    let dark = |x, y| turned.get_pixel(x, y).0[0] < 128;
    assert!(dark(160, 40) && !dark(160, 600), "what was left is above");
    assert_eq!(kept(&as_phone_writes(&halves(640, 320), 1)).dimensions(), (640, 320));
}

#[test]
fn a_large_photo_becomes_small_and_stays_legible() {
    assert_eq!(kept(&encoded(&halves(2_600, 130), ImageFormat::Jpeg)).dimensions(), (2_000, 100));
    // Nothing is ever too detailed.
    let (width, _) = kept(&encoded(&noise(700, 600), ImageFormat::Png)).dimensions();
    assert!(width >= 600);
    assert_eq!(kept(&encoded(&halves(80, 40), ImageFormat::WebP)).dimensions(), (80, 40), "never enlarged");
}

#[test]
fn what_is_see_through_is_white_paper() {
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(40, 40, Rgba([0, 0, 0, 0])));
    assert!(kept(&encoded(&clear, ImageFormat::Png)).get_pixel(20, 20).0[0] > 250);
}

/// A PNG of a few bytes that says it is huge.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    bytes.extend(&header);
    let mut sum = flate2::Crc::new();
    sum.update(&header);
    bytes.extend(sum.sum().to_be_bytes());
    // A picture's data begins, so that a decoder gets as far as its size.
    bytes.extend(b"\0\0\0\0IDAT");
    let mut sum = flate2::Crc::new();
    sum.update(b"IDAT");
    bytes.extend(sum.sum().to_be_bytes());
    bytes
}

#[test]
fn a_small_file_that_would_become_huge_is_refused_before_room_is_made_for_it() {
    let fifty = scan(&bomb(10_000, 5_000));
    assert!(matches!(fifty, Err(NotAScan::TooManyPixels { .. })), "{fifty:?}");
    for (width, height) in [(65_535, 65_535), (4_000_000_000, 1), (1, 30_000)] {
        let refused = scan(&bomb(width, height));
        assert!(matches!(refused, Err(NotAScan::TooManyPixels { .. } | NotAScan::Picture)), "{refused:?}");
    }
}

#[test]
fn what_is_cut_short_or_no_picture_is_told() {
    let whole = encoded(&halves(64, 64), ImageFormat::Png);
    assert_eq!(scan(&whole[..whole.len() / 2]), Err(NotAScan::Picture));
    for other in [&b""[..], b"GIF89a", b"PK\x03\x04", b"Stt;M\xc3\xa3"] {
        assert_eq!(scan(other), Err(NotAScan::Kind));
    }
    assert_eq!(scan(b"\0\0\0\x18ftypheic\0\0\0\0mif1"), Err(NotAScan::Heic));
}

/// A PDF of one blank page, with more in its catalogue and more objects behind.
fn pdf(catalogue: &str, more: &[u8]) -> Vec<u8> {
    let head = format!("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R {catalogue} >>\nendobj\n");
    let mut bytes = head.into_bytes();
    bytes.extend(b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n");
    bytes.extend(more);
    bytes.extend(b"trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n");
    bytes
}

fn object_stream(content: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(content).expect("it packs");
    let packed = packed.finish().expect("it packs");
    let head =
        format!("9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {} >>\nstream\n", packed.len());
    [head.as_bytes(), &packed, b"\nendstream\nendobj\n"].concat()
}

#[test]
fn a_pdf_that_only_shows_pages_is_kept_as_it_is() {
    // What a picture's bytes happen to spell is no script.
    let stream = b"4 0 obj\n<< /Length 9 >>\nstream\n/JS (x) /\nendstream\nendobj\n";
    for plain in [pdf("", b""), pdf("/Lang (vi)", stream), pdf("", &object_stream(b"7 0 << /Type /Page >>"))] {
        let kept = scan(&plain).expect("it is taken");
        assert_eq!((kept.mime, kept.bytes), ("application/pdf", plain));
    }
}

#[test]
fn a_pdf_that_does_more_is_refused() {
    for active in [
        pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", b""),
        pdf("/OpenAction << /S /J#61vaScript >>", b""),
        pdf("/Names << /EmbeddedFiles 5 0 R >>", b""),
        pdf("/AcroForm << /XFA 6 0 R >>", b""),
        pdf("", &object_stream(b"7 0 << /S /Launch /F (x.exe) >>")),
    ] {
        assert_eq!(scan(&active), Err(NotAScan::Active));
    }
    let locked = [&pdf("", b"")[..], b"trailer << /Encrypt 8 0 R >>\nstartxref\n0\n%%EOF"].concat();
    assert_eq!(scan(&locked), Err(NotAScan::Encrypted));
}

#[test]
fn a_pdf_cut_short_too_large_or_packed_too_tight_is_refused() {
    let whole = pdf("", b"");
    assert_eq!(scan(&whole[..whole.len() - 12]), Err(NotAScan::Pdf));
    let size = LARGEST_PDF + 1;
    let mut large = whole;
    large.resize(usize::try_from(size).expect("it fits"), b'\n');
    assert_eq!(scan(&large), Err(NotAScan::TooLarge { size, most: LARGEST_PDF }));
    assert_eq!(scan(&pdf("", &object_stream(&vec![b' '; 40_000_000]))), Err(NotAScan::Pdf));
}
