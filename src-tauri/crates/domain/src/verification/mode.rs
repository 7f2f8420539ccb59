//! How much of a campaign is keyed twice.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Rank;

/// How much of a campaign is keyed a second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Mode {
    All,
    /// About one sheet in `n`, by the secret draw; `start` is drawn once, below `n`, when the mode is set.
    OneIn {
        n: u32,
        start: u32,
    },
    /// First what looks wrong, then a random rest, until with 95 % confidence no more than `ceiling` of
    /// 1,000 boxes of the campaign are wrong.
    ///
    /// Per 1,000 and not a number of boxes, because a campaign's sheets come in evening by evening: the
    /// same ceiling then says the same on every day. How many boxes that is now: [`Mode::allowed`].
    Aimed {
        ceiling: u32,
    },
}

impl Mode {
    /// A mode somebody can work by: n of at least two with a start below it, a ceiling below 1,000.
    #[must_use]
    pub fn is_sound(self) -> bool {
        match self {
            Self::All => true,
            Self::OneIn { n, start } => n >= 2 && start < n,
            Self::Aimed { ceiling } => ceiling < 1000,
        }
    }

    /// Wrong boxes that may be left among `boxes`, rounded down; none where the mode sets no ceiling.
    ///
    /// A ceiling of 5 among 990 boxes is 4. Among fewer than 200 boxes it is none at all: then every sheet
    /// is keyed twice.
    #[must_use]
    pub fn allowed(self, boxes: u32) -> Option<u32> {
        let Self::Aimed { ceiling } = self else { return None };
        u32::try_from(u64::from(ceiling) * u64::from(boxes) / 1000).ok()
    }

    /// Whether the draw of one in n takes this sheet.
    pub(super) fn draws(self, rank: Rank) -> bool {
        match self {
            Self::OneIn { n, start } => rank.0 % u64::from(n.max(1)) == u64::from(start),
            Self::All | Self::Aimed { .. } => true,
        }
    }
}
