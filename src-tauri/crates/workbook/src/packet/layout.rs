//! Where everything lies in the hidden sheet; rows count from 0.

/// Name of the sheet.
pub(crate) const NAME: &str = "TungNgo";

/// A1: for whoever unhides it.
pub(super) const WORDS: &str = "Dữ liệu để phần mềm Từng Ngõ đọc lại; không sửa.";

/// Rows below the words: a name in column A, its value in column B.
pub(super) const FORMAT: (u32, &str) = (1, "Định dạng");
pub(super) const KEY: (u32, &str) = (2, "Khóa công khai");
pub(super) const SIGNATURE: (u32, &str) = (3, "Chữ ký");
pub(super) const PIECES: (u32, &str) = (4, "Số phần");
pub(super) const FIRST_PIECE: u32 = 5;

/// How the sheet is laid out, not what the packet holds: that has a format of its own, inside the signature.
pub(super) const LAYOUT: u32 = 1;

/// Arrangement of the visible pages. To be raised with every release that puts or words a cell otherwise, so that no
/// ward's file is taken for edited because it was made by another version.
pub const PAGES: u32 = 1;

/// Letters of a piece; a cell takes 32,767.
pub(super) const PIECE: usize = 32_000;
/// Most pieces: 32 million letters are 24 million packed bytes, more than a file that is read may have.
pub(super) const MOST_PIECES: u32 = 1_000;
/// Most bytes the pieces unpack to: a report of 100,000 sheets has half as many.
pub(super) const MOST_UNPACKED: u64 = 100 * 1024 * 1024;
