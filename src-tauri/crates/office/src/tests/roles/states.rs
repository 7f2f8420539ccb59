//! States in which somebody may find the desk, and an office brought into each without waiting for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use domain::account::{Permission, Role};
use store::{Account, Op};

use crate::tests::aim::Kept;
use crate::tests::kit::Morning;
use crate::{ErrorCode, Office, Outside};

/// Time that goes by when the test says so.
#[derive(Debug, Default)]
pub(in crate::tests) struct Ticking {
    chance: Morning,
    seconds: AtomicU64,
    /// What the clock shows beside it: seconds it was set forward, less those it was set back.
    set: std::sync::atomic::AtomicI64,
}

impl Ticking {
    pub(in crate::tests) fn goes_by(&self, seconds: u64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
    }

    pub(in crate::tests) fn set_clock(&self, seconds: i64) {
        self.set.store(seconds, Ordering::Relaxed);
    }
}

impl Outside for Ticking {
    fn now(&self) -> DateTime<FixedOffset> {
        self.chance.now() + self.ticks() + chrono::Duration::seconds(self.set.load(Ordering::Relaxed))
    }

    fn ticks(&self) -> Duration {
        Duration::from_secs(self.seconds.load(Ordering::Relaxed))
    }

    fn fill(&self, bytes: &mut [u8]) {
        self.chance.fill(bytes);
    }
}

/// Where somebody of a role stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Nobody has a PIN; whoever sits there is signed in.
    NoPin,
    SignedOut,
    SignedIn,
    /// Nobody has stirred for longer than the office allows.
    Idle,
    /// Locked by hand.
    Locked,
    /// The PIN was set by somebody else.
    Lent,
    /// Lent, and nobody has stirred.
    LentIdle,
    /// The account was stopped by somebody else while it was signed in.
    Stopped,
    /// The file can only be read: damaged, or on a medium that takes nothing.
    Reading,
}

impl State {
    pub(super) const ALL: [Self; 9] = [
        Self::NoPin,
        Self::SignedOut,
        Self::SignedIn,
        Self::Idle,
        Self::Locked,
        Self::Lent,
        Self::LentIdle,
        Self::Stopped,
        Self::Reading,
    ];

    /// The refusal that a right meets here before any rule is asked; written out here once more on purpose.
    pub(super) fn refusal(self, role: Role, needs: Permission) -> Option<ErrorCode> {
        match (self, needs) {
            (_, Permission::Anyone) => None,
            (Self::SignedOut | Self::Stopped, _) => Some(ErrorCode::NotSignedIn),
            (Self::Idle | Self::Locked | Self::LentIdle, _) => Some(ErrorCode::Locked),
            (Self::Lent, Permission::Own) => None,
            (Self::Lent, _) => Some(ErrorCode::PinToChange),
            (Self::NoPin | Self::SignedIn | Self::Reading, _) => (!role.may(needs)).then_some(ErrorCode::NotAllowed),
        }
    }
}

/// Whether a refusal is one of the door's.
pub(super) fn is_of_the_door(code: ErrorCode) -> bool {
    matches!(code, ErrorCode::NotSignedIn | ErrorCode::Locked | ErrorCode::PinToChange | ErrorCode::NotAllowed)
}

/// An office in a state, with somebody of a role there, or gone.
pub(super) struct Standing {
    pub office: Office,
    pub who: Account,
    _folder: tempfile::TempDir,
}

/// A hash that nothing fits: these tests come in by another way.
const HASH: &str = "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

impl Standing {
    /// `kept` has somebody of each role.
    pub(super) fn of(kept: &Kept, state: State, role: Role) -> Self {
        let ward = kept.opened();
        let path = ward.office.path().to_owned();
        drop(ward.office);
        let time = Arc::new(Ticking::default());
        let outside = || Arc::clone(&time) as Arc<dyn Outside>;
        let mut office = Office::open(&path, outside()).expect("it opens").office;
        let who = with_pins(&mut office, state, role);
        if state == State::Reading {
            drop(office);
            office = Office::open_reading(&path, outside()).expect("it is read");
        }
        stand(&mut office, &who, state, &time);
        Self { office, who, _folder: ward.folder }
    }
}

/// Somebody of a role, and everybody's PINs as the state has them.
pub(super) fn with_pins(office: &mut Office, state: State, role: Role) -> Account {
    let accounts = office.view().list_accounts().expect("accounts");
    let who = accounts.iter().find(|a| a.role == role).expect("somebody of the role").id;
    let lent = matches!(state, State::Lent | State::LentIdle);
    if state != State::NoPin {
        change(office, |tx| accounts.iter().try_for_each(|a| tx.set_pin_hash(a.id, Some(HASH), lent && a.id == who)));
    }
    office.view().find_account(who).expect("it reads").expect("the account")
}

/// Brings whoever it is to where the state says.
pub(super) fn stand(office: &mut Office, who: &Account, state: State, time: &Ticking) {
    office.set_who(Some(who.clone()));
    match state {
        State::SignedOut => office.sign_out(),
        State::Idle | State::LentIdle => time.goes_by(600),
        State::Locked => office.lock(),
        State::Stopped => change(office, |tx| tx.update_account(who.id, who.role, false)),
        State::NoPin | State::SignedIn | State::Lent | State::Reading => {}
    }
}

/// A change by nobody, as another run of the program would have left it.
pub(super) fn change(office: &mut Office, work: impl FnOnce(&store::Tx<'_>) -> store::Result<()>) {
    let at = office.view().now;
    let op = Op { name: "test", who: None, at, why: None };
    office.writer.transact(&op, work).expect("a change");
}
