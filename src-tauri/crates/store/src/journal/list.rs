//! Looking through the journal, a page at a time.

use chrono::{Days, NaiveDate};
use domain::ids::{AccountId, AreaId, CampaignId, SheetId, TeamId, VisitId};
use domain::journal::Link;
use rusqlite::types::Value as SqlValue;
use rusqlite::{named_params, params_from_iter};
use serde_json::json;

use super::Stored;
use crate::error::Result;
use crate::rows::{Rows, day};

/// Whose deeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Account(AccountId),
    /// What the program did by itself.
    Program,
}

/// Sheets, evenings, areas, teams and days an entry is to speak of: one of them is enough.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mentions {
    pub sheets: Vec<SheetId>,
    pub visits: Vec<VisitId>,
    pub areas: Vec<AreaId>,
    pub teams: Vec<TeamId>,
    pub days: Vec<NaiveDate>,
}

impl Mentions {
    /// Pairs of noun and number, as they are kept.
    fn pairs(&self) -> String {
        let sheets = self.sheets.iter().map(|id| json!(["sheet", id.0]));
        let visits = self.visits.iter().map(|id| json!(["visit", id.0]));
        let areas = self.areas.iter().map(|id| json!(["area", id.0]));
        let teams = self.teams.iter().map(|id| json!(["team", id.0]));
        let days =
            self.days.iter().filter_map(|on| Some(json!(["day", day(*on).replace('-', "").parse::<i64>().ok()?])));
        let pairs: Vec<_> = sheets.chain(visits).chain(areas).chain(teams).chain(days).collect();
        json!(pairs).to_string()
    }
}

/// Which entries are asked for; what is left out asks for all.
#[derive(Debug, Clone, Default)]
pub struct JournalFilter {
    pub who: Option<Who>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// Names of the deeds.
    pub ops: Option<Vec<&'static str>>,
    pub about: Option<Mentions>,
    /// A box of a sheet, whichever keying.
    pub keyed: Option<(SheetId, String)>,
}

/// Entries that are looked at one by one before an index is asked.
const LATELY: i64 = 2_000;

/// The conditions of a statement and their values; the first is the stretch of the journal.
#[derive(Clone)]
struct Where {
    sql: Vec<&'static str>,
    values: Vec<SqlValue>,
}

impl Where {
    fn and(&mut self, sql: &'static str, values: impl IntoIterator<Item = SqlValue>) {
        self.sql.push(sql);
        self.values.extend(values);
    }

    /// The same within another stretch.
    fn among(&self, first: i64, last: i64) -> Self {
        let mut other = self.clone();
        for (value, bound) in other.values.iter_mut().zip([first, last]) {
            *value = bound.into();
        }
        other
    }

    fn sql(&self, by: &str, limit: u32) -> String {
        format!(
            "SELECT seq, format, at, who, op, why, changes, previous, link FROM journal WHERE seq IN
                (SELECT seq FROM journal {by} WHERE {} ORDER BY seq DESC LIMIT {limit}) ORDER BY seq DESC",
            self.sql.join(" AND ")
        )
    }
}

impl Rows<'_> {
    /// At most `limit` entries before `before` (from the last, if there is none), the latest first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn list_journal(&self, filter: &JournalFilter, before: Option<i64>, limit: u32) -> Result<Vec<Stored>> {
        let Some((first, last)) = self.seqs_of_days(filter.from, filter.to)? else { return Ok(Vec::new()) };
        let last = before.map_or(last, |before| last.min(before - 1));
        let mut asked = Where { sql: Vec::new(), values: Vec::new() };
        asked.and("seq BETWEEN ? AND ?", [first.into(), last.into()]);
        // The clock may have been set back: the entries between two days are not all of these days.
        if let Some(from) = filter.from {
            asked.and("at >= ?", [day(from).into()]);
        }
        if let Some(after) = after(filter.to) {
            asked.and("at < ?", [after.into()]);
        }
        match filter.who {
            Some(Who::Account(id)) => asked.and("who = ?", [id.0.into()]),
            Some(Who::Program) => asked.and("who IS NULL", []),
            None => {}
        }
        if let Some(ops) = &filter.ops {
            asked.and("op IN (SELECT value FROM json_each(?))", [json!(ops).to_string().into()]);
        }
        if let Some(about) = &filter.about {
            asked.and(include_str!("mentioned.sql"), [about.pairs().into()]);
        }
        if let Some((sheet, no)) = &filter.keyed {
            asked.and(include_str!("keyed.sql"), [sheet.0.into(), no.clone().into()]);
        }
        // Without statistics of the tables SQLite would rather walk the whole journal than sort what an index finds.
        let by = match () {
            () if filter.about.is_some() => "",
            () if filter.ops.is_some() => "INDEXED BY journal_by_op",
            () if filter.who.is_some() => "INDEXED BY journal_by_who",
            () => "",
        };
        if !by.is_empty() && last > LATELY {
            // What most entries are is found among the last ones, where nothing need be sorted.
            let lately = asked.among((last.min(self.journal_head()?.0) - LATELY).max(first), last);
            let found = self.list(&lately.sql("", limit), params_from_iter(&lately.values), Stored::of)?;
            if found.len() == limit as usize {
                return Ok(found);
            }
        }
        self.list(&asked.sql(by, limit), params_from_iter(&asked.values), Stored::of)
    }

    /// First and last entry of these days; none if there is none.
    fn seqs_of_days(&self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Option<(i64, i64)>> {
        if from.is_none() && to.is_none() {
            return Ok(Some((0, i64::MAX)));
        }
        let found = self.find(
            include_str!("of_days.sql"),
            named_params! { ":from": from.map(day), ":after": after(to) },
            |r| Ok((r.get::<_, Option<i64>>("first")?, r.get::<_, Option<i64>>("last")?)),
        )?;
        Ok(found.and_then(|(first, last)| Some((first?, last?))))
    }

    /// Sheets of an evening, an area and a team, as far as each is asked for.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn list_sheets_mentioned(
        &self,
        campaign: CampaignId,
        on: Option<NaiveDate>,
        area: Option<AreaId>,
        team: Option<TeamId>,
    ) -> Result<Vec<SheetId>> {
        self.list(
            include_str!("sheets_of.sql"),
            named_params! {
                ":campaign": campaign.0,
                ":on": on.map(day),
                ":area": area.map(|id| id.0),
                ":team": team.map(|id| id.0),
            },
            |r| Ok(SheetId(r.get("id")?)),
        )
    }

    /// Every link of the chain with its entry's number, in order, until `each` answers that it is enough.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn walk_links(&self, each: &mut dyn FnMut(i64, Link) -> bool) -> Result<()> {
        let mut statement = self.connection.prepare_cached(include_str!("links.sql"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if !each(row.get("seq")?, super::link(row, "link")?) {
                break;
            }
        }
        Ok(())
    }
}

/// The day after, as moments are compared with.
fn after(to: Option<NaiveDate>) -> Option<String> {
    to.map(|to| day(to.checked_add_days(Days::new(1)).unwrap_or(to)))
}
