//! Accounts: who may sign in, with what right, and PINs.

mod add;
mod list;
mod pin;
mod set_pin;
mod sign_in;

pub use add::AddAccount;
pub use list::{AccountRow, ListAccounts};
pub use set_pin::SetPin;
