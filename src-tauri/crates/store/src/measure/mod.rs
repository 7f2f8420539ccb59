//! Deeds of keying, read out of the journal for measures. The journal of a district has 90,000 of them: only
//! what is measured is taken out of an entry's text.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::ids::{CampaignId, PersonId, SheetId};
use domain::measure::{Deed, Round, Stroke, Struck};
use domain::tally::BoxNo;
use rusqlite::{Row, params};
use serde::de::{Deserializer, IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, de};

use crate::error::{Result, StoreError};
use crate::rows::{Rows, day};
use crate::tally::{AGAIN, FIRST, REPLACED, SECOND, THIRD};

impl Rows<'_> {
    /// Every deed of keying by hand, in the journal's order.
    pub fn list_deeds(&self) -> Result<Vec<Deed>> {
        let people = self.people_of_accounts()?;
        let mut statement = self.connection.prepare_cached(include_str!("deeds.sql"))?;
        let mut rows = statement.query([])?;
        let mut deeds = Vec::new();
        while let Some(row) = rows.next()? {
            deeds.extend(deed(row, &people)?);
        }
        Ok(deeds)
    }

    /// Those of one day, in the journal's order. The journal is read backwards, to the first entry of a day
    /// before: it is not read as a whole.
    pub fn list_deeds_of_day(&self, on: NaiveDate) -> Result<Vec<Deed>> {
        let people = self.people_of_accounts()?;
        let mut statement = self.connection.prepare_cached(include_str!("backwards.sql"))?;
        let mut rows = statement.query([])?;
        let mut deeds = Vec::new();
        while let Some(row) = rows.next()? {
            let at = moment(row)?;
            if at.date_naive() < on {
                break;
            }
            if at.date_naive() == on && row.get::<_, Option<i64>>("person_id")?.is_some() {
                deeds.extend(deed(row, &people)?);
            }
        }
        deeds.reverse();
        Ok(deeds)
    }

    /// Sheets that lie keyed in part or not at all, and those of the last evening before a day that are not
    /// back yet.
    pub fn count_sheets_to_key(&self, campaign: CampaignId, today: NaiveDate) -> Result<u32> {
        let mut statement = self.connection.prepare_cached(include_str!("waiting.sql"))?;
        Ok(statement.query_row(params![campaign.0, day(today)], |r| r.get(0))?)
    }

    /// Every sheet of the campaign.
    pub fn list_sheet_ids(&self, campaign: CampaignId) -> Result<Vec<SheetId>> {
        self.list("SELECT id FROM sheet WHERE campaign_id = ?1", [campaign.0], |r| Ok(SheetId(r.get(0)?)))
    }

    fn people_of_accounts(&self) -> Result<Vec<(i64, PersonId)>> {
        self.list("SELECT id, person_id FROM account", [], |r| Ok((r.get(0)?, PersonId(r.get(1)?))))
    }
}

fn moment(row: &Row<'_>) -> Result<DateTime<FixedOffset>> {
    let at = row.get_ref("at")?.as_str().map_err(rusqlite::Error::from)?;
    DateTime::parse_from_rfc3339(at).map_err(|e| StoreError::Journal(format!("{at}: {e}")))
}

fn deed(row: &Row<'_>, people: &[(i64, PersonId)]) -> Result<Option<Deed>> {
    let op = row.get_ref("op")?.as_str().map_err(rusqlite::Error::from)?;
    let first = match op {
        "set_boxes" | "accept_sheet" => true,
        "set_second_boxes" | "decide_box" => false,
        _ => return Ok(None),
    };
    let text = row.get_ref("changes")?.as_str().map_err(rusqlite::Error::from)?;
    let changes: Vec<Changed<'_>> = serde_json::from_str(text).map_err(|e| {
        let seq: i64 = row.get("seq").unwrap_or_default();
        StoreError::Journal(format!("entry {seq}: {e}"))
    })?;
    let mut strokes = Vec::with_capacity(changes.len());
    // Whether a sheet was keyed before the entry and is after it.
    let mut sheets: Vec<(i64, bool, bool)> = Vec::new();
    for Changed { table, sheet, keying, no, before, after } in &changes {
        match (*table, *keying, *no) {
            ("tally", Some(keying), Some(no)) => strokes.push(stroke(*sheet, keying, no, after.as_ref(), people)?),
            ("sheet", ..) => {
                let keyed = |row: &Option<Side<'_>>| {
                    row.as_ref().and_then(|row| row.state).map(|state| matches!(state, "keyed" | "verified" | "locked"))
                };
                // A row that changed in something else than its state says nothing.
                let (Some(was), Some(is)) = (keyed(before), keyed(after)) else { continue };
                match sheets.iter_mut().find(|known| known.0 == *sheet) {
                    Some(known) => known.2 = is,
                    None => sheets.push((*sheet, was, is)),
                }
            }
            _ => {}
        }
    }
    let finished = sheets.iter().filter(|(_, was, is)| *is && !*was).count();
    Ok(Some(Deed {
        at: moment(row)?,
        by: PersonId(row.get("person_id")?),
        first,
        strokes,
        finished: u32::try_from(finished).unwrap_or(u32::MAX),
    }))
}

fn stroke(sheet: i64, keying: u8, no: &str, after: Option<&Side<'_>>, people: &[(i64, PersonId)]) -> Result<Stroke> {
    let round = match keying {
        FIRST => Round::First,
        SECOND => Round::Second,
        AGAIN => Round::Again,
        THIRD => Round::Third,
        REPLACED => Round::Replaced,
        other => return Err(StoreError::Journal(format!("keying {other}"))),
    };
    let what = match (after, round) {
        (None, _) => Struck::Dropped,
        (Some(row), Round::Replaced) => {
            Struck::Kept { by: row.keyed_by.and_then(|id| people.iter().find(|p| p.0 == id)).map(|p| p.1) }
        }
        (Some(row), _) => Struck::Keyed { value: row.value, keys: row.keys },
    };
    let no: BoxNo = no.parse().map_err(|e| StoreError::Journal(format!("{e}")))?;
    Ok(Stroke { sheet: SheetId(sheet), round, no, what })
}

/// What is measured of a changed row.
#[derive(Debug)]
struct Changed<'a> {
    table: &'a str,
    /// First part of the key; 0 in tables that measures pass over.
    sheet: i64,
    keying: Option<u8>,
    no: Option<&'a str>,
    /// Of a sheet only.
    before: Option<Side<'a>>,
    after: Option<Side<'a>>,
}

/// A row before or after, in those columns that changed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Side<'a> {
    value: Option<u32>,
    keyed_by: Option<i64>,
    /// Absent where as many keys were pressed as before.
    keys: Option<u32>,
    #[serde(borrow)]
    state: Option<&'a str>,
}

impl<'de: 'a, 'a> Deserialize<'de> for Changed<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        struct Parts;
        impl<'de> Visitor<'de> for Parts {
            type Value = Changed<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("[table, key, before, after]")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> std::result::Result<Changed<'de>, A::Error> {
                let short = || de::Error::custom("a change has four parts");
                let table: &'de str = parts.next_element()?.ok_or_else(short)?;
                let mut changed = Changed { table, sheet: 0, keying: None, no: None, before: None, after: None };
                match table {
                    "tally" => {
                        let (sheet, keying, no): (i64, u8, &'de str) = parts.next_element()?.ok_or_else(short)?;
                        (changed.sheet, changed.keying, changed.no) = (sheet, Some(keying), Some(no));
                    }
                    "sheet" => (changed.sheet,) = parts.next_element()?.ok_or_else(short)?,
                    _ => {
                        parts.next_element::<IgnoredAny>()?.ok_or_else(short)?;
                    }
                }
                if table == "sheet" {
                    changed.before = parts.next_element::<Option<Side<'de>>>()?.ok_or_else(short)?;
                } else {
                    parts.next_element::<IgnoredAny>()?.ok_or_else(short)?;
                }
                if matches!(table, "tally" | "sheet") {
                    changed.after = parts.next_element::<Option<Side<'de>>>()?.ok_or_else(short)?;
                } else {
                    parts.next_element::<IgnoredAny>()?.ok_or_else(short)?;
                }
                Ok(changed)
            }
        }
        from.deserialize_seq(Parts)
    }
}
