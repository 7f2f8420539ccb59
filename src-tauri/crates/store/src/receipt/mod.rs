//! Receipts for packets of sheets that came back.

use chrono::NaiveDate;
use domain::ids::{AccountId, CampaignId, PersonId, ReceiptId, SheetId};
use domain::receipt::Receipt;
use rusqlite::{Row, named_params, params};

use crate::error::Result;
use crate::rows::{Columns, Rows};
use crate::transact::Tx;

fn receipt(row: &Row<'_>) -> rusqlite::Result<Receipt> {
    Ok(Receipt {
        id: ReceiptId(row.get("id")?),
        number: row.get("number")?,
        at: row.parsed("at")?,
        account: AccountId(row.get("account_id")?),
        brought_by: row.get::<_, Option<i64>>("brought_by_id")?.map(PersonId),
        sheets: row.get("sheets")?,
    })
}

impl Rows<'_> {
    /// By number.
    pub fn list_receipts(&self, campaign: CampaignId) -> Result<Vec<Receipt>> {
        self.list(include_str!("list.sql"), [campaign.0], receipt)
    }

    pub fn find_receipt(&self, campaign: CampaignId, number: u32) -> Result<Option<Receipt>> {
        self.find(include_str!("find.sql"), params![campaign.0, number], receipt)
    }

    /// Each receipt with each evening whose sheets are on it.
    pub fn list_receipt_evenings(&self, campaign: CampaignId) -> Result<Vec<(ReceiptId, NaiveDate)>> {
        self.list(include_str!("evenings.sql"), [campaign.0], |row| {
            Ok((ReceiptId(row.get("receipt_id")?), row.day("on_day")?))
        })
    }

    pub fn list_receipt_sheets(&self, receipt: ReceiptId) -> Result<Vec<SheetId>> {
        let sql = "SELECT sheet_id FROM receipt_sheet WHERE receipt_id = ?1 ORDER BY sheet_id";
        self.list(sql, [receipt.0], |row| Ok(SheetId(row.get("sheet_id")?)))
    }

    /// The number of the receipt a sheet is on; the latest, if it went out again and came back.
    pub fn find_receipt_of(&self, sheet: SheetId) -> Result<Option<u32>> {
        let sql = "SELECT receipt.number FROM receipt_sheet JOIN receipt ON receipt.id = receipt_sheet.receipt_id
                   WHERE receipt_sheet.sheet_id = ?1 ORDER BY receipt.number DESC LIMIT 1";
        self.find(sql, [sheet.0], |row| row.get(0))
    }
}

impl Tx<'_> {
    /// A receipt under the campaign's next number. No receipt is ever taken out, so the numbers have no gap
    /// and none comes twice.
    pub fn insert_receipt(
        &self,
        campaign: CampaignId,
        account: AccountId,
        brought_by: Option<PersonId>,
        sheets: &[SheetId],
    ) -> Result<u32> {
        let sql = "SELECT COALESCE(MAX(number), 0) + 1 FROM receipt WHERE campaign_id = ?1";
        let number: u32 = self.connection.query_row(sql, [campaign.0], |row| row.get(0))?;
        let id = self.insert(
            include_str!("insert.sql"),
            named_params! {
                ":campaign_id": campaign.0,
                ":number": number,
                ":at": self.op().at_text(),
                ":account_id": account.0,
                ":brought_by_id": brought_by.map(|p| p.0),
            },
        )?;
        for sheet in sheets {
            self.run("INSERT INTO receipt_sheet (receipt_id, sheet_id) VALUES (?1, ?2)", params![id, sheet.0])?;
        }
        Ok(number)
    }
}
