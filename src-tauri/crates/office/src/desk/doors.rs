//! Coming in and going out. What is slow, the hash of a PIN, is reckoned without holding the desk: whoever keys
//! does not wait for whoever signs in.

use std::path::{Path, PathBuf};
use std::time::Duration;

use domain::account::Permission;
use domain::ids::AccountId;

use super::{Desk, DeskRequest, opened_mut};
use crate::account::{KeepPin, pin};
use crate::error::{Error, ErrorCode, Result};
use crate::verb::Office;

impl DeskRequest {
    /// What a request to the desk needs.
    #[must_use]
    pub fn needs(&self) -> Permission {
        match self {
            Self::ChangePin { .. } => Permission::Own,
            Self::State
            | Self::Create { .. }
            | Self::Open { .. }
            | Self::OpenReading { .. }
            | Self::OpenCopy { .. }
            // Only what is damaged is rebuilt, and to what was there: nobody gains a right by it.
            | Self::Recover { .. }
            | Self::AcceptTrouble
            | Self::Close
            | Self::SignIn { .. }
            | Self::SignOut
            | Self::Lock
            | Self::Stir
            | Self::UseUnlockCode { .. } => Permission::Anyone,
        }
    }

    /// Whether it lays the open file aside, with whatever is half typed into it.
    fn leaves(&self) -> bool {
        matches!(
            self,
            Self::Create { .. }
                | Self::Open { .. }
                | Self::OpenReading { .. }
                | Self::OpenCopy { .. }
                | Self::Recover { .. }
                | Self::Close
        )
    }
}

impl Desk {
    /// Locks screens after so long, whatever the office says: for tests of a window.
    #[must_use]
    pub fn lock_after(mut self, idle: Duration) -> Self {
        self.idle = Some(idle);
        self
    }

    pub(crate) fn permit(&self, request: &DeskRequest) -> Result<()> {
        let at = self.at();
        let Some(at) = at.as_ref() else {
            return match request.needs() {
                Permission::Anyone => Ok(()),
                _ => Err(Error::of(ErrorCode::NoOfficeOpen)),
            };
        };
        if request.leaves() && at.office.is_locked() {
            at.office.permit(Permission::Own)?;
        }
        at.office.permit(request.needs()).map(|_| ())
    }

    pub(crate) fn with_office(&self, work: impl FnOnce(&mut Office)) {
        if let Some(at) = self.at().as_mut() {
            work(&mut at.office);
        }
    }

    pub(super) fn sign_in(&self, account: AccountId, typed: &str) -> Result<()> {
        let (path, knock) = self.outside_the_door(|office| office.knock(account))?;
        let fits = knock.fits(typed)?;
        self.back_at(&path, |office| office.enter(&knock, fits).map(|_| ()))
    }

    pub(super) fn use_unlock_code(&self, account: AccountId, typed: &str) -> Result<()> {
        let (path, knock) = self.outside_the_door(|office| office.knock_with_code(account, typed))?;
        let fits = knock.fits(typed)?;
        self.back_at(&path, |office| office.enter(&knock, fits).map(|_| ()))
    }

    /// A lent PIN was given a moment ago, to sign in; any other is asked for again, so that nobody changes it at a
    /// screen that was left open.
    pub(super) fn change_pin(&self, old: &str, new: Option<&str>) -> Result<()> {
        let (path, (who, knock)) = self.outside_the_door(|office| {
            let who = office.permit(Permission::Own)?.ok_or_else(|| Error::of(ErrorCode::NotSignedIn))?;
            let knock = if who.lent { office.lock_of(who.clone())? } else { office.knock(who.id)? };
            Ok((who, knock))
        })?;
        if who.lent {
            let new = new.ok_or_else(|| Error::of(ErrorCode::PinToChange).with("name", &who.name))?;
            if knock.fits(new)? {
                return Err(pin::lent_again());
            }
        } else {
            let fits = knock.fits(old)?;
            self.back_at(&path, |office| office.answer(&knock, fits).map(|_| ()))?;
        }
        let hash = new.map(|typed| pin::hash(typed, &who.name, &*self.outside)).transpose()?;
        self.back_at(&path, |office| match office.permit(Permission::Own)? {
            // Whoever signed in meanwhile keeps the own PIN.
            Some(now) if now.id == who.id => office.write(KeepPin { hash }).map(|_| ()),
            _ => Err(Error::of(ErrorCode::NotSignedIn)),
        })
    }

    fn outside_the_door<T>(&self, work: impl FnOnce(&mut Office) -> Result<T>) -> Result<(PathBuf, T)> {
        let mut at = self.at();
        let office = &mut opened_mut(&mut at)?.office;
        let path = office.path().to_owned();
        Ok((path, work(office)?))
    }

    /// Back with what was reckoned, unless another file lies on the desk now.
    fn back_at(&self, path: &Path, work: impl FnOnce(&mut Office) -> Result<()>) -> Result<()> {
        let mut at = self.at();
        let office = &mut opened_mut(&mut at)?.office;
        if office.path() != path {
            return Err(Error::of(ErrorCode::NoOfficeOpen));
        }
        work(office)
    }
}
