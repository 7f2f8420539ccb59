use std::path::PathBuf;

use super::kit::{Ward, code_of};
use super::states::{day, staff};
use crate::attachment::{AttachFile, AttachmentBytes, RemoveAttachment};
use crate::check::{CheckFile, Finding};
use crate::sheet::{ListSheets, NumberSheets, OpenSheet, SheetView};
use crate::{ErrorCode, Made};

pub(super) const PDF: &str =
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n";
/// What stands in the test's PDF and nowhere else.
const MARK: &str = "ANH-CUA-PHIEU-SO-1";

fn numbered() -> (Ward, String) {
    let mut ward = Ward::of("ha-cau-2024");
    ward.office.write(NumberSheets { evening: None, count: 5, spare: 2, summary: false, loose: 0 }).expect("codes");
    let sheets = ward.office.read(ListSheets { evening: Some(day(9)), ..Default::default() }).expect("sheets");
    let code = sheets[0].code.clone();
    (ward, code)
}

impl Ward {
    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).expect("the folder takes a file");
        path
    }

    fn attach(&mut self, code: &str, path: &std::path::Path) -> crate::Result<SheetView> {
        let path = path.to_str().expect("a path of the test").to_owned();
        Ok(self.office.write(AttachFile { code: code.into(), path })?.answer)
    }

    fn bytes(&self, sheet: &SheetView, n: usize) -> crate::Result<Made> {
        self.office.make(AttachmentBytes { id: sheet.attachments[n].id }, &mut |_, _| true)
    }
}

#[test]
fn a_photo_and_a_scan_are_kept_in_the_file_under_names_of_the_program() {
    let (mut ward, code) = numbered();
    staff(&mut ward);
    ward.as_named("Lê Thị Bích");
    let photo = ward.folder.path().join("Nguyễn Văn Dân.png");
    image::RgbImage::from_pixel(40, 30, image::Rgb([200; 3])).save(&photo).expect("a photo");
    let scan = ward.file("quét.pdf", PDF);
    ward.attach(&code, &photo).expect("a photo");
    let sheet = ward.attach(&code, &scan).expect("a scan");
    let said: Vec<_> = sheet.attachments.iter().map(|a| (a.name.as_str(), a.mime.as_str(), a.by.as_str())).collect();
    let names = [format!("{code}-1.jpg"), format!("{code}-2.pdf")];
    assert_eq!(
        said,
        [(names[0].as_str(), "image/jpeg", "Lê Thị Bích"), (names[1].as_str(), "application/pdf", "Lê Thị Bích")]
    );
    // The files may go: the office has its own.
    std::fs::remove_file(&photo).expect("it goes");
    std::fs::remove_file(&scan).expect("it goes");
    let ward = ward.reopened();
    let sheet = ward.office.read(OpenSheet { code }).expect("a sheet");
    let picture = ward.bytes(&sheet, 0).expect("its bytes");
    assert_eq!((picture.mime, picture.bytes.len()), ("image/jpeg", sheet.attachments[0].size as usize));
    assert_eq!(ward.bytes(&sheet, 1).expect("its bytes").bytes, PDF.as_bytes());
    assert!(ward.office.read(CheckFile {}).expect("a check").findings.is_empty());
    let journal = ward.office.view().journal_after(0).expect("a journal");
    assert!(journal.iter().all(|e| !e.changes.contains("Dân")), "a file's name may be a person's");
}

#[test]
fn what_is_not_taken_is_told_with_its_name() {
    let (mut ward, code) = numbered();
    let cases = [
        ("bảng.xlsx", &b"PK\x03\x04"[..], ErrorCode::NotAScan),
        ("IMG_0001.HEIC", b"\0\0\0\x18ftypheic", ErrorCode::ScanHeic),
        ("cụt.pdf", &PDF.as_bytes()[..40], ErrorCode::ScanUnreadable),
        ("khóa.pdf", b"%PDF-1.4\ntrailer << /Encrypt 1 0 R >>\nstartxref\n0\n%%EOF", ErrorCode::ScanEncrypted),
        ("lệnh.pdf", b"%PDF-1.4\n<< /S /JavaScript >>\nstartxref\n0\n%%EOF", ErrorCode::ScanActive),
    ];
    for (name, bytes, expected) in cases {
        let path = ward.file(name, bytes);
        let crate::Error::User { code: told, params, .. } = ward.attach(&code, &path).expect_err("a refusal") else {
            panic!("{name}: not in words");
        };
        assert_eq!((told, params["file"].as_str()), (expected, name));
    }
    let large = ward.folder.path().join("lớn.jpg");
    let file = std::fs::File::create(&large).expect("a file");
    file.set_len(40_000_000).expect("as long as said");
    assert_eq!(code_of(ward.attach(&code, &large)), ErrorCode::ScanTooLarge);
    let folder = ward.folder.path().to_owned();
    assert_eq!(code_of(ward.attach(&code, &folder)), ErrorCode::NoFile);
    assert_eq!(code_of(ward.attach(&code, &folder.join("không có.jpg"))), ErrorCode::NoFile);
    assert!(ward.office.read(OpenSheet { code }).expect("a sheet").attachments.is_empty());
}

#[test]
fn a_sheet_takes_only_so_many() {
    let (mut ward, code) = numbered();
    let scan = ward.file("quét.pdf", PDF);
    for _ in 0..6 {
        ward.attach(&code, &scan).expect("a scan");
    }
    assert_eq!(code_of(ward.attach(&code, &scan)), ErrorCode::AttachmentsFull);
}

#[test]
fn what_is_removed_is_gone_from_the_file_and_its_log() {
    let (mut ward, code) = numbered();
    let scan = ward.file("quét.pdf", format!("{PDF}% {MARK}\nstartxref\n0\n%%EOF\n"));
    let sheet = ward.attach(&code, &scan).expect("a scan");
    std::fs::remove_file(&scan).expect("it goes");
    let holds = |ward: &Ward| {
        let files = std::fs::read_dir(ward.folder.path()).expect("a folder").flatten();
        let has = |bytes: &[u8]| bytes.windows(MARK.len()).any(|w| w == MARK.as_bytes());
        files.filter(|f| has(&std::fs::read(f.path()).unwrap_or_default())).count()
    };
    assert!(holds(&ward) > 0, "the test finds it where it is");
    let id = sheet.attachments[0].id;
    let remove = |reason: &str| RemoveAttachment { id, reason: reason.into() };
    assert_eq!(code_of(ward.office.write(remove(" "))), ErrorCode::ReasonNeeded);
    let after = ward.office.write(remove("chụp nhầm phiếu")).expect("removed").answer;
    assert!(after.attachments.is_empty());
    assert_eq!(holds(&ward), 0);
    let last = ward.office.view().journal_after(0).expect("a journal").pop().expect("an entry");
    assert_eq!((last.op.as_str(), last.why.as_deref()), ("remove_attachment", Some("chụp nhầm phiếu")));
    assert!(ward.office.read(CheckFile {}).expect("a check").findings.is_empty());
}

#[test]
fn bytes_that_changed_behind_the_program_are_found() {
    let (mut ward, code) = numbered();
    let scan = ward.file("quét.pdf", format!("{PDF}% {MARK}\nstartxref\n0\n%%EOF\n"));
    let sheet = ward.attach(&code, &scan).expect("a scan");
    let path = ward.office.path().to_owned();
    // Written into the file itself, past SQLite; the log is emptied by closing.
    let Ward { office, folder } = ward;
    drop(office);
    let mut bytes = std::fs::read(&path).expect("the file");
    let at = bytes.windows(MARK.len()).position(|w| w == MARK.as_bytes()).expect("it is there");
    bytes[at] ^= 1;
    std::fs::write(&path, bytes).expect("it writes");
    let office =
        crate::Office::open(&path, std::sync::Arc::new(super::kit::Morning::default())).expect("it opens").office;
    let ward = Ward { office, folder };
    let findings = ward.office.read(CheckFile {}).expect("a check").findings;
    assert_eq!(findings, [Finding::Attachment { name: format!("{code}-1.pdf") }]);
    assert_eq!(code_of(ward.bytes(&sheet, 0)), ErrorCode::AttachmentSpoilt);
}
