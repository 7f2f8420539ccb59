//! A sheet that came back, photographed or scanned: made small enough that one office file holds all of them,
//! and free of what is not the sheet. It stands here because the crate has the tools for both kinds of file
//! and, like every paper, this is a pure function: bytes in, bytes out.
//!
//! A photo is decoded, turned upright, scaled and encoded anew as JPEG: of what a phone writes into a file
//! (place, time, owner, thumbnail) nothing is left, because nothing but the pixels is taken over. A PDF is
//! kept as it is, if it is small and does nothing by itself.

mod pdf;
mod picture;
#[cfg(test)]
mod tests;

/// What is kept of a scan or photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// `image/jpeg` or `application/pdf`.
    pub mime: &'static str,
    pub bytes: Vec<u8>,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAScan {
    #[error("neither a picture (JPEG, PNG, WebP) nor a PDF")]
    Kind,
    /// What iPhones write unless told otherwise; nothing here decodes it.
    #[error("a HEIC picture")]
    Heic,
    #[error("the file has {size} bytes, {most} are taken")]
    TooLarge { size: u64, most: u64 },
    #[error("the picture has {megapixels} megapixels, {most} are taken")]
    TooManyPixels { megapixels: u64, most: u64 },
    #[error("the picture cannot be decoded")]
    Picture,
    #[error("not a whole PDF")]
    Pdf,
    #[error("an encrypted PDF")]
    Encrypted,
    /// Scripts, files within the file, things that start by themselves.
    #[error("a PDF that does more than show pages")]
    Active,
}

/// A PDF is kept as it is, up to this size in bytes.
pub const LARGEST_PDF: u64 = 2_000_000;
/// A picture is encoded to at most this size in bytes.
pub const LARGEST_JPEG: usize = 300_000;
/// The largest picture file that is looked into, in bytes.
pub const LARGEST_PICTURE: u64 = 30_000_000;

/// What is kept of a scan or photo, told by its first bytes, not by its name.
///
/// # Errors
/// It is of another kind, too large, damaged, or a PDF that does more than show pages.
pub fn scan(bytes: &[u8]) -> Result<Scan, NotAScan> {
    let size = bytes.len() as u64;
    let within = |most| if size > most { Err(NotAScan::TooLarge { size, most }) } else { Ok(()) };
    match kind(bytes) {
        Some(Kind::Pdf) => {
            within(LARGEST_PDF)?;
            pdf::check(bytes)?;
            Ok(Scan { mime: "application/pdf", bytes: bytes.to_vec() })
        }
        Some(Kind::Picture(format)) => {
            within(LARGEST_PICTURE)?;
            Ok(Scan { mime: "image/jpeg", bytes: picture::encode_anew(bytes, format)? })
        }
        Some(Kind::Heic) => Err(NotAScan::Heic),
        None => Err(NotAScan::Kind),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Pdf,
    Picture(image::ImageFormat),
    Heic,
}

fn kind(bytes: &[u8]) -> Option<Kind> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(Kind::Picture(image::ImageFormat::Jpeg)),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Kind::Picture(image::ImageFormat::Png)),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
            Some(Kind::Picture(image::ImageFormat::WebP))
        }
        [b'%', b'P', b'D', b'F', b'-', ..] => Some(Kind::Pdf),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => {
            let heic = [&b"heic"[..], b"heix", b"hevc", b"mif1", b"msf1", b"avif"];
            heic.iter().any(|b| brand.starts_with(b)).then_some(Kind::Heic)
        }
        _ => None,
    }
}
