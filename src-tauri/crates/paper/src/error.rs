//! Why a paper could not be made. Nothing is ever clipped or left out: a paper is whole, or an error
//! says which one and where.

/// Which paper an error speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperKind {
    Plan,
    Letter,
    Sheet,
    Flyer,
    PostingList,
    Reminder,
    Receipt,
}

impl PaperKind {
    /// As an office calls it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Plan => "kế hoạch",
            Self::Letter => "công văn",
            Self::Sheet => "phiếu",
            Self::Flyer => "tờ rơi",
            Self::PostingList => "danh sách điểm niêm yết",
            Self::Reminder => "giấy nhắc nộp phiếu",
            Self::Receipt => "giấy biên nhận",
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
    /// The caller stopped the batch.
    #[error("cancelled")]
    Cancelled,
    /// The output library refused; not the fault of the paper's content.
    #[error("the file could not be written: {0}")]
    Output(String),
}

/// A fault found by the engine, which does not know whose paper it lays out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    MissingGlyph { character: char, near: String },
    Overflow { what: String },
    Qr { text: String },
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
            Self::Output(why) => PaperError::Output(why),
        }
    }
}
