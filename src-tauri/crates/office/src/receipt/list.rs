use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::ReceiptId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// A receipt in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReceiptRow {
    pub number: u32,
    /// RFC 3339.
    pub at: String,
    /// `null`: nobody was named, or the person was deleted.
    pub brought_by: Option<String>,
    /// Who took the packet in.
    pub taken_by: String,
    pub sheets: u32,
    /// Evenings whose sheets are on it.
    pub evenings: Vec<NaiveDate>,
}

/// Every receipt of the campaign, the latest first.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListReceipts {}

impl Read for ListReceipts {
    type Answer = Vec<ReceiptRow>;
    const NAME: &'static str = "list_receipts";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<ReceiptRow>> {
        let campaign = view.get_campaign()?.id;
        let (people, accounts) = (view.people()?, view.list_accounts()?);
        let mut evenings: BTreeMap<ReceiptId, Vec<NaiveDate>> = BTreeMap::new();
        for (receipt, on) in view.list_receipt_evenings(campaign)? {
            evenings.entry(receipt).or_default().push(on);
        }
        let mut rows: Vec<ReceiptRow> = view
            .list_receipts(campaign)?
            .into_iter()
            .map(|receipt| ReceiptRow {
                number: receipt.number,
                at: receipt.at.to_rfc3339(),
                brought_by: receipt.brought_by.map(|id| people.name(id)),
                taken_by: accounts
                    .iter()
                    .find(|a| a.id == receipt.account)
                    .map(|a| people.name(a.person))
                    .unwrap_or_default(),
                sheets: receipt.sheets,
                evenings: evenings.remove(&receipt.id).unwrap_or_default(),
            })
            .collect();
        rows.reverse();
        Ok(rows)
    }
}
