//! Receipts (biên nhận): a packet of sheets that somebody brought back.

use chrono::{DateTime, FixedOffset};

use crate::ids::{AccountId, PersonId, ReceiptId};

/// A numbered receipt. Numbers count up within a campaign, without gaps, and none is given twice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    pub id: ReceiptId,
    pub number: u32,
    pub at: DateTime<FixedOffset>,
    /// Who took the packet in.
    pub account: AccountId,
    pub brought_by: Option<PersonId>,
    /// Sheets on it.
    pub sheets: u32,
}

/// `Số 007`.
#[must_use]
pub fn number_words(number: u32) -> String {
    format!("{number:03}")
}
