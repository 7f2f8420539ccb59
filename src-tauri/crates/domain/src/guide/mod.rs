//! The guide ("Hướng dẫn"): chapters in the order of a campaign, made of blocks that window and paper both show.
//!
//! Its text stands in `assets/guide` as Markdown; [`read`] is the only reader of it. To add a chapter: a name in
//! [`GuideChapter`] and its file; the compiler and the tests name every place that wants to know of it.

mod read;

pub use read::{GuideFault, news, read};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A chapter of the guide: a task, or a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GuideChapter {
    Start,
    Areas,
    Schedule,
    Teams,
    Plan,
    Papers,
    Keying,
    Missing,
    Verification,
    Progress,
    Reports,
    Safety,
    People,
    Keys,
}

impl GuideChapter {
    /// In the order of a campaign.
    pub const ALL: [Self; 14] = [
        Self::Start,
        Self::Areas,
        Self::Schedule,
        Self::Teams,
        Self::Plan,
        Self::Papers,
        Self::Keying,
        Self::Missing,
        Self::Verification,
        Self::Progress,
        Self::Reports,
        Self::Safety,
        Self::People,
        Self::Keys,
    ];
}

/// A chapter, read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuideText {
    pub chapter: GuideChapter,
    pub title: String,
    pub blocks: Vec<GuideBlock>,
}

/// What a version brought, in the users' words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuideNews {
    /// `0.1.0`.
    pub version: String,
    pub blocks: Vec<GuideBlock>,
}

/// A piece of the guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum GuideBlock {
    Heading {
        words: String,
    },
    Paragraph {
        runs: Vec<GuideRun>,
    },
    /// Done one after another.
    Steps {
        steps: Vec<Vec<GuideRun>>,
    },
    /// In no order.
    Points {
        points: Vec<Vec<GuideRun>>,
    },
    /// What is good to know, apart from the steps.
    Note {
        runs: Vec<GuideRun>,
    },
    /// A picture of the program, by the name of its file without the ending.
    Picture {
        name: String,
        caption: String,
    },
}

/// How a run of words is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GuideKind {
    Plain,
    /// A button, menu or field, called exactly as on the screen.
    Name,
    /// A key, or keys pressed together: `Shift F5`.
    Key,
}

/// Words of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct GuideRun {
    pub set: GuideKind,
    pub text: String,
}

impl GuideBlock {
    /// Every run, in order.
    pub fn runs(&self) -> impl Iterator<Item = &GuideRun> {
        let lists: &[Vec<GuideRun>] = match self {
            Self::Steps { steps: lists } | Self::Points { points: lists } => lists,
            Self::Paragraph { runs } | Self::Note { runs } => std::slice::from_ref(runs),
            Self::Heading { .. } | Self::Picture { .. } => &[],
        };
        lists.iter().flatten()
    }
}
