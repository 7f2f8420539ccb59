use domain::account::{LONGEST_IDLE_MINUTES, Permission};
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::{Act, Result, Write};

/// After how many minutes without a key or a movement a screen is locked.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetIdle {
    pub minutes: u32,
}

impl Write for SetIdle {
    type Answer = ();
    const NAME: &'static str = "set_idle";
    const NEEDS: Permission = Permission::Accounts;

    fn run(self, act: &Act<'_>) -> Result<()> {
        if !(1..=LONGEST_IDLE_MINUTES).contains(&self.minutes) {
            return Err(Error::of(ErrorCode::CountOutOfRange)
                .with("what", "Số phút trước khi khóa màn hình")
                .with("most", LONGEST_IDLE_MINUTES));
        }
        Ok(act.set_idle_minutes(self.minutes)?)
    }
}
