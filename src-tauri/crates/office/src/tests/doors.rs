//! The doors of an office: wrong PINs, lent ones, the screen nobody sits at, the unlock sheet.

mod idle;
mod lent;
mod throttle;
mod unlock;

use std::sync::Arc;

use domain::account::Role;
use domain::ids::AccountId;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::roles::Ticking;
use crate::account::{AddAccount, SetPin};
use crate::create::{Beginning, create};
use crate::desk::{Desk, Places};
use crate::error::WireError;
use crate::{ErrorCode, Office, Outside, Result};

const ADMINISTRATOR: &str = "147258";
const CLERK: &str = "2580";

/// An office with an administrator and a clerk, each with a PIN of their own, and time in hand.
struct Doors {
    office: Office,
    time: Arc<Ticking>,
    administrator: AccountId,
    clerk: AccountId,
    folder: TempDir,
}

impl Doors {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ward.db");
        let time = Arc::new(Ticking::default());
        create(&path, &Beginning::Sample { name: "ha-cau-2024".into() }, &*time).expect("a new file");
        let mut office = Office::open(&path, Arc::clone(&time) as Arc<dyn Outside>).expect("it opens").office;
        let administrator = office.who().expect("the administrator").id;
        office.write(SetPin { account: administrator, pin: Some(ADMINISTRATOR.into()) }).expect("a PIN");
        let add = AddAccount { name: "Lê Thị Bích".into(), role: Role::Clerk, pin: Some("lent 1".into()) };
        let clerk = office.write(add).expect("an account").answer;
        office.sign_in(clerk, "lent 1").expect("signed in");
        office.write(SetPin { account: clerk, pin: Some(CLERK.into()) }).expect("a PIN of her own");
        office.sign_out();
        Self { office, time, administrator, clerk, folder }
    }

    /// Closed and opened again: what goes with the program is gone.
    fn reopened(self) -> Self {
        let Self { office, time, administrator, clerk, folder } = self;
        let path = office.path().to_owned();
        drop(office);
        let office = Office::open(&path, Arc::clone(&time) as Arc<dyn Outside>).expect("it opens").office;
        Self { office, time, administrator, clerk, folder }
    }

    fn wrong(&mut self, account: AccountId) -> (ErrorCode, String) {
        let refused = self.office.sign_in(account, "0000").expect_err("a refusal");
        let code = refused.code();
        let crate::Error::User { params, .. } = refused else { panic!("a refusal in words") };
        (code, params.get("wait").cloned().unwrap_or_default())
    }

    fn right(&mut self, account: AccountId) -> Result<()> {
        let pin = if account == self.administrator { ADMINISTRATOR } else { CLERK };
        self.office.sign_in(account, pin).map(|_| ())
    }

    /// The same file on a desk.
    fn at_desk(self) -> AtDesk {
        let path = self.office.path().to_owned();
        drop(self.office);
        let folder = self.folder;
        let places = Places { offices: folder.path().to_owned(), settings: folder.path().join("settings") };
        let desk = Desk::new(places, Arc::clone(&self.time) as Arc<dyn Outside>);
        desk.open(&path).expect("it opens");
        AtDesk { desk, time: self.time, administrator: self.administrator, clerk: self.clerk, _folder: folder }
    }
}

struct AtDesk {
    desk: Desk,
    time: Arc<Ticking>,
    administrator: AccountId,
    clerk: AccountId,
    _folder: TempDir,
}

impl AtDesk {
    fn asks(&self, request: Value) -> std::result::Result<Value, WireError> {
        self.desk.call("desk", request).map(|reply| reply.answer)
    }

    fn code(&self, request: Value) -> ErrorCode {
        self.asks(request).expect_err("a refusal").code
    }

    fn sign_in(&self, account: AccountId, pin: &str) -> std::result::Result<Value, WireError> {
        self.asks(json!({ "do": "sign_in", "account": account, "pin": pin }))
    }

    fn looks(&self) -> Option<ErrorCode> {
        self.desk.call("list_areas", json!({})).map_err(|e| e.code).err()
    }
}
