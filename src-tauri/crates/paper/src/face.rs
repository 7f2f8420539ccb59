//! The faces papers are set in. They are built into the program: nothing depends on what a machine has
//! installed. To add one, put its file and licence under `assets/fonts` and name it here.

/// One face of our two families.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Face {
    Serif,
    SerifBold,
    SerifItalic,
    SerifBoldItalic,
    Sans,
    SansSemiBold,
}

macro_rules! font {
    ($file:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/fonts/", $file))
    };
}

impl Face {
    pub(crate) const ALL: [Self; 6] =
        [Self::Serif, Self::SerifBold, Self::SerifItalic, Self::SerifBoldItalic, Self::Sans, Self::SansSemiBold];

    /// The font file.
    pub(crate) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Serif => font!("liberation-serif/LiberationSerif-Regular.ttf"),
            Self::SerifBold => font!("liberation-serif/LiberationSerif-Bold.ttf"),
            Self::SerifItalic => font!("liberation-serif/LiberationSerif-Italic.ttf"),
            Self::SerifBoldItalic => font!("liberation-serif/LiberationSerif-BoldItalic.ttf"),
            Self::Sans => font!("be-vietnam-pro/BeVietnamPro-Regular.ttf"),
            Self::SansSemiBold => font!("be-vietnam-pro/BeVietnamPro-SemiBold.ttf"),
        }
    }

    /// Six capitals: the PDF's subset tag, and the name of the resource. Never drawn at random.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Serif => "TNSERR",
            Self::SerifBold => "TNSERB",
            Self::SerifItalic => "TNSERI",
            Self::SerifBoldItalic => "TNSERX",
            Self::Sans => "TNSANR",
            Self::SansSemiBold => "TNSANB",
        }
    }

    /// The serif face of a style.
    pub(crate) fn serif(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Serif,
            (true, false) => Self::SerifBold,
            (false, true) => Self::SerifItalic,
            (true, true) => Self::SerifBoldItalic,
        }
    }

    pub(crate) fn is_bold(self) -> bool {
        matches!(self, Self::SerifBold | Self::SerifBoldItalic | Self::SansSemiBold)
    }

    pub(crate) fn is_italic(self) -> bool {
        matches!(self, Self::SerifItalic | Self::SerifBoldItalic)
    }
}
