//! Why a paper could not be made. Nothing is ever clipped or left out: a paper is whole, or an error
//! says which one and where.

/// Which paper an error speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperKind {
    Plan,
    Letter,
    /// Another official document.
    Document,
    Sheet,
    Flyer,
    Loudspeaker,
    PostingList,
    Progress,
    Reminder,
    Receipt,
    TeamCard,
    Guide,
}

impl PaperKind {
    /// As an office calls it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Plan => "kế hoạch",
            Self::Letter => "công văn",
            Self::Document => "văn bản",
            Self::Sheet => "phiếu",
            Self::Flyer => "tờ rơi",
            Self::Loudspeaker => "bài phát thanh",
            Self::PostingList => "danh sách điểm niêm yết",
            Self::Progress => "tiến độ",
            Self::Reminder => "giấy nhắc nộp phiếu",
            Self::Receipt => "giấy biên nhận",
            Self::TeamCard => "thẻ tổ",
            Self::Guide => "hướng dẫn",
        }
    }
}

/// Why a paper could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PaperError {
    /// A character none of our faces can draw; `place` quotes the text around it.
    #[error("{paper:?}: no glyph for {character:?} (U+{:04X}) in {place:?}", u32::from(*.character))]
    MissingGlyph { paper: PaperKind, character: char, place: String },
    /// Something is larger than the room it has; `place` names it (an area, a sheet, the words it begins with).
    #[error("{paper:?}: {place:?} does not fit")]
    Overflow { paper: PaperKind, place: String },
    /// A QR whose text is too long for its room, or not what the paper promises.
    #[error("{paper:?}: no QR can be made for {place:?}")]
    Qr { paper: PaperKind, place: String },
    /// A paper that may be printed larger does not fit the size that was chosen; `what` has no room, `instead` says
    /// in words which size has.
    #[error("{paper:?}: {place:?} is too much for this size ({what:?})")]
    TooSmall { paper: PaperKind, place: String, what: String, instead: &'static str },
    /// The finished page was looked at, and a QR on it is not what a phone or a scanner needs.
    #[error("{paper:?}: the QR of {place:?} on page {page}: {flaw:?}")]
    Unproved { paper: PaperKind, place: String, page: usize, flaw: Flaw },
    /// A `{{field}}` in the office's own words that the paper does not know.
    #[error("{paper:?}: unknown field {field:?} in {place:?}")]
    Field { paper: PaperKind, place: String, field: String },
    /// The caller stopped the batch.
    #[error("cancelled")]
    Cancelled,
    /// The output library refused; not the fault of the paper's content.
    #[error("the file could not be written: {0}")]
    Output(String),
}

/// What is wrong with a QR on a finished page.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Flaw {
    /// The page has fewer or more QRs than the paper promises.
    Count { promised: usize, found: usize },
    /// A module is so many mm wide; it needs so many.
    Small { module: f32, least: f32 },
    /// Something is printed within four modules of it.
    Crowded,
    /// Its dark is not dark enough, or its light not light enough.
    Pale,
    /// Some of its squares are not what they should be: something lies over it, or it is another text's.
    Covered,
    /// Blurred, pale and askew, as after a photocopier and in a hand, it cannot be read.
    Unreadable,
    /// It is read, but as something else.
    OtherText,
}

impl Flaw {
    /// What follows `mã QR … `.
    #[must_use]
    pub fn words(self) -> String {
        let mm = |n: f32| format!("{n:.2}").replace('.', ",");
        match self {
            Self::Count { promised, found } => format!("phải có {promised} mã trên trang, tìm thấy {found}"),
            Self::Small { module, least } => {
                format!("quá nhỏ: mỗi ô vuông rộng {} mm, cần ít nhất {} mm", mm(module), mm(least))
            }
            Self::Crowded => "có chữ hoặc nét vẽ ở sát bên; cần khoảng trắng bốn ô vuông quanh mã".to_owned(),
            Self::Pale => "quá nhạt so với nền".to_owned(),
            Self::Covered => "bị chữ hoặc hình khác đè lên".to_owned(),
            Self::Unreadable => "in mờ hoặc chụp nghiêng thì không đọc được".to_owned(),
            Self::OtherText => "đọc ra nội dung khác với nội dung phải in".to_owned(),
        }
    }
}

/// A fault found by the engine, which does not know whose paper it lays out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    MissingGlyph { character: char, near: String },
    Overflow { what: String },
    Qr { text: String },
    Field { field: String },
    Output(String),
}

impl Fault {
    /// Names the paper; `place` stands in front of what the engine could see itself.
    pub(crate) fn on(self, paper: PaperKind, place: &str) -> PaperError {
        let at = |what: String| match (place.is_empty(), what.is_empty()) {
            (true, _) => what,
            (false, true) => place.to_owned(),
            (false, false) => format!("{place}: {what}"),
        };
        match self {
            Self::MissingGlyph { character, near } => PaperError::MissingGlyph { paper, character, place: at(near) },
            Self::Overflow { what } => PaperError::Overflow { paper, place: at(what) },
            Self::Qr { text } => PaperError::Qr { paper, place: at(text) },
            Self::Field { field } => PaperError::Field { paper, place: place.to_owned(), field },
            Self::Output(why) => PaperError::Output(why),
        }
    }
}
