use std::fs::File;
use std::io::Read;
use std::path::Path;

use domain::account::Permission;
use paper::{LARGEST_PICTURE, NotAScan, Scan, scan};
use serde::Deserialize;
use store::{AttachedTo, Attachment, NewAttachment};
use ts_rs::TS;

use super::not_locked;
use crate::error::{Error, ErrorCode, Result, file_name};
use crate::sheet::SheetView;
use crate::{Act, Write};

/// Keeps a scan or photo with a sheet. A picture is turned upright, made small and freed of everything but its
/// pixels; a PDF is kept as it is.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AttachFile {
    /// Typed code or scanned QR.
    pub code: String,
    /// The file on this computer, chosen as one chooses a table to take over.
    pub path: String,
}

/// Scans of one sheet: front, back and a few to spare.
const MOST: usize = 6;

impl Write for AttachFile {
    type Answer = SheetView;
    const NAME: &'static str = "attach_file";
    const NEEDS: Permission = Permission::Key;

    fn run(self, act: &Act<'_>) -> Result<SheetView> {
        let sheet = act.view().sheet_of(&self.code)?;
        not_locked(&sheet)?;
        let there = act.list_attachments(sheet.id)?;
        if there.len() >= MOST {
            return Err(Error::of(ErrorCode::AttachmentsFull).with("code", sheet.code).with("most", MOST));
        }
        let kept = scan_of(Path::new(&self.path))?;
        let ending = if kept.mime == "image/jpeg" { "jpg" } else { "pdf" };
        let name = format!("{}-{}.{ending}", sheet.code, next(&there));
        act.insert_attachment(&NewAttachment {
            to: AttachedTo::Sheet(sheet.id),
            name,
            mime: kept.mime,
            bytes: kept.bytes,
        })?;
        SheetView::of(&act.view(), sheet.id)
    }
}

/// The file as it is kept.
pub(crate) fn scan_of(path: &Path) -> Result<Scan> {
    scan(&read(path)?).map_err(|e| refused(e, path))
}

/// One more than the highest number given: the name of one that was removed comes again only if it was the last.
pub(crate) fn next(there: &[Attachment]) -> usize {
    let number = |a: &Attachment| a.name.rsplit('-').next()?.split('.').next()?.parse::<usize>().ok();
    there.iter().filter_map(number).max().unwrap_or_default() + 1
}

/// The file's bytes; one too large for any kind is refused before it is read.
fn read(path: &Path) -> Result<Vec<u8>> {
    let no_file = |_| Error::of(ErrorCode::NoFile).with("file", file_name(path));
    let file = File::open(path).map_err(no_file)?;
    let known = file.metadata().map_err(no_file)?;
    if !known.is_file() {
        return Err(no_file(std::io::ErrorKind::InvalidInput.into()));
    }
    if known.len() > LARGEST_PICTURE {
        return Err(refused(NotAScan::TooLarge { size: known.len(), most: LARGEST_PICTURE }, path));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST_PICTURE + 1).read_to_end(&mut bytes).map_err(no_file)?;
    Ok(bytes)
}

fn refused(why: NotAScan, path: &Path) -> Error {
    let error = match why {
        NotAScan::Kind => Error::of(ErrorCode::NotAScan),
        NotAScan::Heic => Error::of(ErrorCode::ScanHeic),
        NotAScan::TooLarge { size, most } => {
            Error::of(ErrorCode::ScanTooLarge).with("size", megabytes(size)).with("most", megabytes(most))
        }
        NotAScan::TooManyPixels { megapixels, most } => {
            Error::of(ErrorCode::ScanTooManyPixels).with("megapixels", megapixels).with("most", most)
        }
        NotAScan::Picture | NotAScan::Pdf => Error::of(ErrorCode::ScanUnreadable),
        NotAScan::Encrypted => Error::of(ErrorCode::ScanEncrypted),
        NotAScan::Active => Error::of(ErrorCode::ScanActive),
    };
    error.with("file", file_name(path))
}

/// `2,1 MB`.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    if tenths.is_multiple_of(10) {
        format!("{} MB", tenths / 10)
    } else {
        format!("{},{} MB", tenths / 10, tenths % 10)
    }
}
