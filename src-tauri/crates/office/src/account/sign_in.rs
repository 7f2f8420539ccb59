//! Signing in. What is slow about it, the hash, is reckoned without holding the office: a *knock* is taken along,
//! tried, and brought back.

use domain::account::Permission;
use domain::account::unlock::{NotAnUnlockCode, UnlockCode};
use domain::ids::AccountId;
use domain::text::fold;
use store::{Account, Op};

use super::pin;
use crate::Office;
use crate::error::{Error, ErrorCode, Result};

/// Somebody at a door, with what the lock looks like.
#[derive(Debug)]
pub(crate) struct Knock {
    account: Option<Account>,
    lock: Lock,
}

#[derive(Debug)]
enum Lock {
    /// No PIN was set: whoever turns the handle is in.
    None,
    Pin(String),
    /// The code of the unlock sheet.
    Code(String),
}

impl Knock {
    /// Whether what was typed opens it; takes as long whoever knocks at whatever door.
    pub(crate) fn fits(&self, typed: &str) -> Result<bool> {
        match &self.lock {
            Lock::None => Ok(true),
            Lock::Pin(hash) => pin::fits(typed, hash),
            Lock::Code(hash) => pin::fits(&read(typed)?.digits(), hash),
        }
    }

    fn nobody() -> Self {
        Self { account: None, lock: Lock::Pin(pin::nobodys().to_owned()) }
    }
}

/// The code as it was typed; a slip is named by its group.
fn read(typed: &str) -> Result<UnlockCode> {
    typed.parse().map_err(|wrong| match wrong {
        NotAnUnlockCode::Length(digits) => {
            Error::of(ErrorCode::UnlockCodeLength).with("typed", digits).with("digits", UnlockCode::DIGITS)
        }
        NotAnUnlockCode::Group(group) => Error::of(ErrorCode::UnlockCodeGroup).with("group", group),
    })
}

impl Office {
    /// Comes to an account's door. The try is counted at once, so that neither a second one beside it nor a pulled
    /// plug makes it free; the one that fits takes all of them away.
    pub(crate) fn knock(&mut self, account: AccountId) -> Result<Knock> {
        let Some(account) = self.view().find_account(account)?.filter(|a| a.active) else {
            return Ok(Knock::nobody());
        };
        if account.has_pin {
            self.door.admits(&account, &*self.outside)?;
            self.count_try(account.id);
        }
        self.lock_of(account)
    }

    /// An account's lock, for whoever may look at it without trying.
    pub(crate) fn lock_of(&self, account: Account) -> Result<Knock> {
        let lock = match self.view().find_pin_hash(account.id)? {
            Some(hash) => Lock::Pin(hash),
            None if !account.has_pin => Lock::None,
            // A file rebuilt from its journal knows that there is a PIN, and not which.
            None => Lock::Pin(pin::nobodys().to_owned()),
        };
        Ok(Knock { account: Some(account), lock })
    }

    /// Comes to an administrator's door with the unlock code.
    pub(crate) fn knock_with_code(&mut self, account: AccountId, typed: &str) -> Result<Knock> {
        // A slip that its check digit finds is no try.
        read(typed)?;
        let Some(account) = self.view().find_account(account)?.filter(|a| a.active) else {
            return Ok(Knock::nobody());
        };
        if !account.role.may(Permission::Accounts) {
            return Err(Error::of(ErrorCode::UnlockForAdministrators).with("name", &account.name));
        }
        let hash = self.view().find_unlock_hash()?.ok_or_else(|| Error::of(ErrorCode::NoUnlockSheet))?;
        self.door.admits(&account, &*self.outside)?;
        self.count_try(account.id);
        Ok(Knock { account: Some(account), lock: Lock::Code(hash) })
    }

    fn count_try(&mut self, account: AccountId) {
        self.door.count(account, &*self.outside);
        self.note_tries("wrong_pin", |tx| tx.count_wrong_pin(account));
    }

    /// The count in the file is for the next start; a full disk must not shut anybody out.
    fn note_tries(&mut self, name: &str, work: impl FnOnce(&store::Tx<'_>) -> store::Result<()>) {
        let op = Op { name, who: None, at: self.outside.now(), why: None };
        if let Err(error) = self.writer.transact(&op, work) {
            tracing::warn!(%error, "wrong PINs could not be counted in the file");
        }
    }

    /// Whoever knocked has tried: the right one may stay without having come in.
    pub(crate) fn answer(&mut self, knock: &Knock, fits: bool) -> Result<Account> {
        let account = knock.account.clone().ok_or_else(|| Error::of(ErrorCode::UnknownAccount))?;
        if fits {
            if self.door.times(account.id) > 0 {
                self.door.forget(account.id);
                self.note_tries("right_pin", |tx| tx.forget_wrong_pins(account.id));
            }
            return Ok(account);
        }
        let wrong = match knock.lock {
            Lock::Code(_) => ErrorCode::WrongUnlockCode,
            _ => ErrorCode::WrongPin,
        };
        // The fifth in a row is told what it costs.
        self.door.begin_wait(account.id, &*self.outside);
        self.door.admits(&account, &*self.outside)?;
        Err(Error::of(wrong).with("name", &account.name))
    }

    /// Comes in, or does not.
    pub(crate) fn enter(&mut self, knock: &Knock, fits: bool) -> Result<Account> {
        let mut account = self.answer(knock, fits)?;
        if let Lock::Code(hash) = &knock.lock {
            self.use_unlock_sheet(&account, hash)?;
            account.lent = true;
        }
        self.set_who(Some(account.clone()));
        Ok(account)
    }

    /// The code becomes the administrator's lent PIN: a new one is asked for before anything else, and if the power
    /// fails before, the code still opens. Every administrator is told of it.
    fn use_unlock_sheet(&mut self, account: &Account, hash: &str) -> Result<()> {
        let op = Op { name: "use_unlock_sheet", who: None, at: self.outside.now(), why: None };
        self.writer.transact(&op, |tx| {
            let last =
                tx.list_unlock_sheets(None)?.into_iter().next().ok_or_else(|| Error::of(ErrorCode::NoUnlockSheet))?;
            tx.set_pin_hash(account.id, Some(hash), true)?;
            tx.use_unlock_sheet(last.id, account.id)?;
            Ok::<_, Error>(())
        })?;
        Ok(())
    }

    /// Signs an account in; an account without a PIN takes an empty one.
    ///
    /// # Errors
    /// No such account, the wrong PIN, or a wait after wrong ones.
    pub fn sign_in(&mut self, account: AccountId, typed: &str) -> Result<Account> {
        let knock = self.knock(account)?;
        let fits = knock.fits(typed)?;
        self.enter(&knock, fits)
    }

    /// Signs in by name, marks and case aside.
    ///
    /// # Errors
    /// As [`Office::sign_in`].
    pub fn sign_in_as(&mut self, name: &str, typed: &str) -> Result<Account> {
        let Some(account) = self.account_named(name)? else {
            Knock::nobody().fits(typed)?;
            return Err(Error::of(ErrorCode::UnknownAccount).with("name", name));
        };
        self.sign_in(account.id, typed)
    }

    /// Whether to ask for a PIN before signing in by this name: also where nobody has it.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn needs_pin(&self, name: &str) -> Result<bool> {
        Ok(self.account_named(name)?.is_none_or(|a| a.has_pin))
    }

    fn account_named(&self, name: &str) -> Result<Option<Account>> {
        let wanted = fold(name);
        Ok(self.view().list_accounts()?.into_iter().find(|a| a.active && fold(&a.name) == wanted))
    }

    pub fn sign_out(&mut self) {
        self.set_who(None);
    }

    /// Somebody sits at the screen: a key, a movement of the mouse.
    pub fn stir(&mut self) {
        self.door.stir(self.who.as_ref(), &*self.outside);
    }

    /// Locks the screen of whoever is signed in; without a PIN it stays open.
    pub fn lock(&mut self) {
        self.door.lock();
    }

    /// Whether the screen waits for the PIN of whoever is signed in.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.door.is_locked(self.who.as_ref(), &*self.outside)
    }

    /// After how long without a key the screen is locked; never for an account without a PIN.
    #[must_use]
    pub fn locks_after(&self) -> Option<std::time::Duration> {
        self.who.as_ref().filter(|w| w.has_pin).map(|_| self.door.idle())
    }

    /// Locks after so long, whatever the office says: for tests of a window.
    pub fn lock_after(&mut self, idle: std::time::Duration) {
        self.door.lock_after(idle);
    }
}
