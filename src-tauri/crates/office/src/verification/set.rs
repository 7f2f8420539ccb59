use domain::account::Permission;
use domain::verification::Mode;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::outside::fresh;
use crate::{Act, Result, Write};

/// How much is to be keyed a second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AskedMode {
    All,
    /// One sheet in `n`, from a random start.
    OneIn {
        n: u32,
    },
    /// Until with 95 % confidence no more than `ceiling` of 1,000 boxes are wrong.
    Aimed {
        ceiling: u32,
    },
}

impl AskedMode {
    pub(super) fn of(mode: Mode) -> Self {
        match mode {
            Mode::All => Self::All,
            Mode::OneIn { n, .. } => Self::OneIn { n },
            Mode::Aimed { ceiling } => Self::Aimed { ceiling },
        }
    }
}

/// Says how much of the campaign is keyed a second time; `null`: nothing is asked for.
///
/// The random start of one in n is drawn here, once: asking for the same again does not draw again, so
/// nobody can draw until the sheets suit them.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct SetVerification {
    pub mode: Option<AskedMode>,
}

/// Largest n of one in n.
const RAREST: u32 = 1000;
/// Largest ceiling, of 1,000 boxes; keyed once, some 3 of 1,000 are wrong.
const HIGHEST: u32 = 100;

impl Write for SetVerification {
    type Answer = Option<AskedMode>;
    const NAME: &'static str = "set_verification";
    const NEEDS: Permission = Permission::Approve;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<Option<AskedMode>> {
        let campaign = act.get_campaign()?.id;
        let now = act.find_verification(campaign)?.map(|row| AskedMode::of(row.mode));
        if now == self.mode {
            return Ok(now);
        }
        let out_of_range = |what: &str, least: u32, most: u32| {
            Error::of(ErrorCode::SecondKeyingRange).with("what", what).with("least", least).with("most", most)
        };
        let mode = match self.mode {
            None => None,
            Some(AskedMode::All) => Some(Mode::All),
            Some(AskedMode::OneIn { n }) if (2..=RAREST).contains(&n) => {
                let drawn = u64::from_be_bytes(fresh(act.outside)) % u64::from(n);
                Some(Mode::OneIn { n, start: u32::try_from(drawn).map_err(Error::internal)? })
            }
            Some(AskedMode::Aimed { ceiling }) if (1..=HIGHEST).contains(&ceiling) => Some(Mode::Aimed { ceiling }),
            Some(AskedMode::OneIn { .. }) => return Err(out_of_range("Số phiếu để chọn lấy một", 2, RAREST)),
            Some(AskedMode::Aimed { .. }) => return Err(out_of_range("Số ô sai chấp nhận trong 1.000 ô", 1, HIGHEST)),
        };
        act.set_verification(campaign, mode)?;
        Ok(self.mode)
    }
}
