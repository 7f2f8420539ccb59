//! Whatever crosses the contract, whoever sends it: an answer or a refusal in words, never a panic, never an internal
//! failure, and never a character in the file that nobody sees.

mod contract;
mod desk;
mod log;
mod requests;
mod text;
mod values;

use domain::account::Role;
use serde_json::Value;

use super::kit::Ward;
use crate::contract::{Answered, READS, call, needs_of};
use crate::{Error, Result};

/// A role that may do this command, so that the request itself is read.
fn role_for(name: &str) -> Role {
    let Some(needs) = needs_of(name) else { return Role::Administrator };
    Role::ALL.into_iter().find(|r| r.may(needs)).expect("somebody may")
}

/// Signed in as somebody who may, whatever happened to the accounts before.
fn call_as_permitted(ward: &mut Ward, name: &str, request: Value) -> Result<Answered> {
    let role = role_for(name);
    let accounts = ward.office.view().list_accounts().map_err(Error::from)?;
    let who = accounts.iter().find(|a| a.role == role && a.active).or(accounts.first()).cloned();
    ward.office.set_who(who);
    call(&mut ward.office, name, request)
}

/// Every question, whatever is in the file by now.
fn read_everything(ward: &mut Ward) -> Vec<(&'static str, Error)> {
    let mut faults = Vec::new();
    for name in READS {
        if let Err(error) = call_as_permitted(ward, name, super::roles::query(name)) {
            faults.push((*name, error));
        }
    }
    faults
}
