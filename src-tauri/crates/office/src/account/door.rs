//! The door of an open office: how long nobody has stirred, who typed wrong PINs and when. What must outlive the
//! program is in the file as well; the rest goes with it.

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use domain::account::{IDLE_MINUTES, Permission, throttle};
use domain::ids::AccountId;
use store::{Account, Rows};

use crate::error::{Error, ErrorCode, Result};
use crate::outside::Outside;

/// A moment by the clock and by what only goes forward.
#[derive(Debug, Clone, Copy)]
struct Moment {
    ticks: Duration,
    at: DateTime<FixedOffset>,
}

impl Moment {
    fn now(outside: &dyn Outside) -> Self {
        Self { ticks: outside.ticks(), at: outside.now() }
    }

    /// The longer of the two: a computer that slept has a clock that went on, and a clock that was set back has
    /// not stopped time.
    fn since(self, before: Self) -> Duration {
        let by_clock = (self.at - before.at).to_std().unwrap_or_default();
        self.ticks.saturating_sub(before.ticks).max(by_clock)
    }
}

/// Wrong PINs in a row, in this run.
#[derive(Debug, Clone, Copy)]
struct Wrong {
    times: u32,
    /// When its wait began, by what only goes forward.
    from: Duration,
    /// What of the wait had gone by then.
    gone: Duration,
}

#[derive(Debug)]
pub(crate) struct Door {
    stirred: Moment,
    locked: bool,
    idle: Duration,
    /// Whatever the office says: for tests of the window.
    forced: bool,
    wrong: BTreeMap<AccountId, Wrong>,
}

impl Door {
    pub(crate) fn of(rows: Rows<'_>, outside: &dyn Outside) -> Self {
        let now = Moment::now(outside);
        // A damaged file is to be looked at all the same.
        let kept = rows.list_wrong_pins().inspect_err(|error| tracing::warn!(%error, "wrong PINs cannot be read"));
        let wrong = kept.unwrap_or_default().into_iter().map(|pins| {
            let gone = throttle::gone_at_start(pins.at, now.at);
            (pins.account, Wrong { times: pins.times, from: now.ticks, gone })
        });
        let mut door =
            Self { stirred: now, locked: false, idle: Duration::ZERO, forced: false, wrong: wrong.collect() };
        if let Err(error) = door.read_rule(rows) {
            tracing::warn!(%error, "after how long a screen is locked cannot be read");
            door.idle = minutes(IDLE_MINUTES);
        }
        door
    }

    /// After how long a screen is locked.
    pub(crate) fn read_rule(&mut self, rows: Rows<'_>) -> Result<()> {
        if !self.forced {
            self.idle = minutes(rows.find_idle_minutes()?.unwrap_or(IDLE_MINUTES));
        }
        Ok(())
    }

    pub(crate) fn lock_after(&mut self, idle: Duration) {
        self.idle = idle;
        self.forced = true;
    }

    pub(crate) fn idle(&self) -> Duration {
        self.idle
    }

    /// A PIN that was set anew starts with a clean slate.
    pub(crate) fn forget_what_the_file_forgot(&mut self, rows: Rows<'_>) -> Result<()> {
        let kept = rows.list_wrong_pins()?;
        self.wrong.retain(|account, _| kept.iter().any(|pins| pins.account == *account));
        Ok(())
    }

    /// Somebody sits at the screen; a door that is shut stays shut.
    pub(crate) fn stir(&mut self, who: Option<&Account>, outside: &dyn Outside) {
        self.locked = self.is_locked(who, outside);
        if !self.locked {
            self.stirred = Moment::now(outside);
        }
    }

    pub(crate) fn lock(&mut self) {
        self.locked = true;
    }

    pub(crate) fn opened(&mut self, outside: &dyn Outside) {
        self.locked = false;
        self.stirred = Moment::now(outside);
    }

    /// Whether the screen waits for the PIN. Without a PIN there is nothing to wait for.
    pub(crate) fn is_locked(&self, who: Option<&Account>, outside: &dyn Outside) -> bool {
        who.is_some_and(|w| w.has_pin) && (self.locked || Moment::now(outside).since(self.stirred) >= self.idle)
    }

    /// Whether an account must wait before it may try again.
    pub(crate) fn admits(&self, account: &Account, outside: &dyn Outside) -> Result<()> {
        let Some(wrong) = self.wrong.get(&account.id) else { return Ok(()) };
        let gone = wrong.gone + outside.ticks().saturating_sub(wrong.from);
        let left = throttle::left(wrong.times, gone);
        if left.is_zero() {
            return Ok(());
        }
        Err(Error::of(ErrorCode::PinWait)
            .with("name", &account.name)
            .with("times", wrong.times)
            .with("wait", throttle::in_words(left)))
    }

    /// Counts a try before it is known whether it fits; the one that fits takes all of them away.
    pub(crate) fn count(&mut self, account: AccountId, outside: &dyn Outside) {
        let times = self.times(account).saturating_add(1);
        self.wrong.insert(account, Wrong { times, from: outside.ticks(), gone: Duration::ZERO });
    }

    /// The try was a wrong one, and known to be so only now: its wait begins now.
    pub(crate) fn begin_wait(&mut self, account: AccountId, outside: &dyn Outside) {
        if let Some(wrong) = self.wrong.get_mut(&account) {
            (wrong.from, wrong.gone) = (outside.ticks(), Duration::ZERO);
        }
    }

    pub(crate) fn times(&self, account: AccountId) -> u32 {
        self.wrong.get(&account).map_or(0, |w| w.times)
    }

    pub(crate) fn forget(&mut self, account: AccountId) {
        self.wrong.remove(&account);
    }
}

fn minutes(n: u32) -> Duration {
    Duration::from_secs(u64::from(n) * 60)
}

/// Whether somebody may do what needs a right, in the order in which it is asked: is anybody there, is it them,
/// is the PIN their own, does the role have the right.
pub(crate) fn may(who: Option<Account>, locked: bool, needs: Permission) -> Result<Option<Account>> {
    let Some(who) = who else {
        return if needs == Permission::Anyone { Ok(None) } else { Err(Error::of(ErrorCode::NotSignedIn)) };
    };
    if needs == Permission::Anyone {
        return Ok(Some(who));
    }
    if locked {
        return Err(Error::of(ErrorCode::Locked).with("name", &who.name));
    }
    if who.lent && needs != Permission::Own {
        return Err(Error::of(ErrorCode::PinToChange).with("name", &who.name));
    }
    if !who.role.may(needs) {
        return Err(Error::of(ErrorCode::NotAllowed).with("role", who.role.word()));
    }
    Ok(Some(who))
}
