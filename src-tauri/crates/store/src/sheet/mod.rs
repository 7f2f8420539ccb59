//! Numbered sheets.

mod page;

use chrono::NaiveDate;
use domain::code::SheetCode;
use domain::ids::{AreaId, CampaignId, FormId, PersonId, SheetId, TeamId, VisitId};
use domain::radar::{Count, Out, Whose};
use domain::sheet::{Sheet, SheetKind, SheetState};
use rusqlite::{Row, named_params, params};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, day, word};
use crate::transact::Tx;

pub use page::{SheetCount, SheetFilter};

/// Digits of a code.
const CODE_DIGITS: usize = 7;

/// A sheet to number; its code is made from the serial number it gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSheet {
    pub kind: SheetKind,
    pub visit: Option<VisitId>,
    /// For a sheet without a visit.
    pub area: Option<AreaId>,
    pub team: Option<TeamId>,
    pub n: u32,
    pub of: u32,
    pub form: FormId,
    /// The spoilt or lost sheet it stands for.
    pub replaces: Option<SheetId>,
    /// The sheet whose code a second paper bears: this one begins as its duplicate.
    pub copy_of: Option<SheetId>,
}

impl NewSheet {
    /// Sheet 1 of 1.
    #[must_use]
    pub fn of(
        kind: SheetKind,
        visit: Option<VisitId>,
        area: Option<AreaId>,
        team: Option<TeamId>,
        form: FormId,
    ) -> Self {
        Self { kind, visit, area, team, n: 1, of: 1, form, replaces: None, copy_of: None }
    }

    fn state(&self) -> SheetState {
        if self.copy_of.is_some() { SheetState::Duplicate } else { SheetState::first(self.kind) }
    }
}

fn sheet(row: &Row<'_>) -> rusqlite::Result<Sheet> {
    Ok(Sheet {
        id: SheetId(row.get("id")?),
        code: row.parsed("code")?,
        kind: row.word("kind")?,
        visit: row.get::<_, Option<i64>>("visit_id")?.map(VisitId),
        area: row.get::<_, Option<i64>>("area_id")?.map(AreaId),
        team: row.get::<_, Option<i64>>("team_id")?.map(TeamId),
        n: row.get("n")?,
        of: row.get("of")?,
        form: FormId(row.get("form_id")?),
        state: row.word("state")?,
        on: row.maybe_day("on_day")?,
        called_off: row.get("called_off")?,
        accepted_because: row.get("accepted_because")?,
        note: row.get("note")?,
        holder: row.get::<_, Option<i64>>("holder_id")?.map(PersonId),
        handed_out_on: row.maybe_day("handed_out_on")?,
        replaces: row.get::<_, Option<i64>>("replaces_id")?.map(SheetId),
        copy_of: row.get::<_, Option<i64>>("copy_of_id")?.map(SheetId),
        state_because: row.get("state_because")?,
    })
}

/// Of a sheet with a visit the visit, of a self-report its area.
fn whose(row: &Row<'_>) -> rusqlite::Result<Whose> {
    match row.get::<_, Option<i64>>("visit_id")? {
        Some(visit) => Ok(Whose::Visit(VisitId(visit))),
        None => Ok(Whose::Area(AreaId(row.get("area_id")?))),
    }
}

impl Rows<'_> {
    /// By evening, area, team, kind and number; sheets without an evening last.
    pub fn list_sheets(&self, campaign: CampaignId) -> Result<Vec<Sheet>> {
        self.list(include_str!("list.sql"), [campaign.0], sheet)
    }

    /// Sheets whose code begins with these digits, in the order of [`Self::list_sheets`]; so many at most.
    pub fn list_sheets_beginning(&self, campaign: CampaignId, digits: &str, most: usize) -> Result<Vec<Sheet>> {
        if digits.len() > CODE_DIGITS || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Ok(Vec::new());
        }
        let (first, last) = (format!("{digits:0<CODE_DIGITS$}"), format!("{digits:9<CODE_DIGITS$}"));
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.list(include_str!("beginning.sql"), params![campaign.0, first, last, most], sheet)
    }

    /// Sheets of one evening, by area, team, kind and number.
    pub fn list_sheets_of_evening(&self, campaign: CampaignId, on: NaiveDate) -> Result<Vec<Sheet>> {
        self.list(include_str!("of_evening.sql"), params![campaign.0, day(on)], sheet)
    }

    /// Sheets of one visit, by team, kind and number.
    pub fn list_sheets_of_visit(&self, visit: VisitId) -> Result<Vec<Sheet>> {
        self.list(include_str!("of_visit.sql"), [visit.0], sheet)
    }

    /// Sheets that have an area of their own: self-reports, and spares that were given one. By number.
    pub fn list_sheets_of_areas(&self, campaign: CampaignId) -> Result<Vec<Sheet>> {
        self.list(include_str!("of_areas.sql"), [campaign.0], sheet)
    }

    pub fn find_sheet(&self, code: SheetCode) -> Result<Option<Sheet>> {
        self.find(include_str!("find.sql"), [code.digits()], sheet)
    }

    pub fn get_sheet(&self, id: SheetId) -> Result<Sheet> {
        self.find(include_str!("get.sql"), [id.0], sheet)?.ok_or(StoreError::Missing { noun: "sheet", id: id.0 })
    }

    /// How many sheets of the campaign are alike to the radar. Spares without an evening are left out.
    pub fn count_sheets(&self, campaign: CampaignId) -> Result<Vec<Count>> {
        self.list(include_str!("counts.sql"), [campaign.0], |row| {
            Ok(Count {
                of: whose(row)?,
                team: row.get::<_, Option<i64>>("team_id")?.map(TeamId),
                holder: row.get::<_, Option<i64>>("holder_id")?.map(PersonId),
                kind: row.word("kind")?,
                state: row.word("state")?,
                handed_out: row.get("handed_out")?,
                sheets: row.get("sheets")?,
            })
        })
    }

    /// Sheets that are not back, of evenings up to a day that were not called off, and self-reports; by team
    /// and number.
    pub fn list_sheets_out(&self, campaign: CampaignId, until: NaiveDate) -> Result<Vec<Out>> {
        self.list(include_str!("out.sql"), params![campaign.0, day(until)], |row| {
            Ok(Out {
                id: SheetId(row.get("id")?),
                code: row.parsed("code")?,
                whose: whose(row)?,
                team: row.get::<_, Option<i64>>("team_id")?.map(TeamId),
                holder: row.get::<_, Option<i64>>("holder_id")?.map(PersonId),
                kind: row.word("kind")?,
                state: row.word("state")?,
                n: row.get("n")?,
                of: row.get("of")?,
            })
        })
    }

    /// Whose campaign a sheet is of.
    pub fn campaign_of_sheet(&self, id: SheetId) -> Result<CampaignId> {
        self.find("SELECT campaign_id FROM sheet WHERE id = ?1", [id.0], |row| Ok(CampaignId(row.get(0)?)))?
            .ok_or(StoreError::Missing { noun: "sheet", id: id.0 })
    }

    /// The spare that took a sheet's place.
    pub fn find_replacement(&self, of: SheetId) -> Result<Option<SheetCode>> {
        self.find("SELECT code FROM sheet WHERE replaces_id = ?1 ORDER BY id DESC LIMIT 1", [of.0], |row| {
            row.parsed("code")
        })
    }

    pub(crate) fn sheet_exists(&self, id: SheetId) -> Result<bool> {
        Ok(self.find("SELECT 1 FROM sheet WHERE id = ?1", [id.0], |_| Ok(()))?.is_some())
    }

    /// The serial number the next sheet gets.
    pub fn next_sheet_id(&self) -> Result<SheetId> {
        Ok(SheetId(self.connection.query_row("SELECT COALESCE(MAX(id), 0) + 1 FROM sheet", [], |r| r.get(0))?))
    }
}

impl Tx<'_> {
    pub fn insert_sheet(&self, campaign: CampaignId, id: SheetId, code: SheetCode, new: &NewSheet) -> Result<()> {
        self.run(
            include_str!("insert.sql"),
            named_params! {
                ":id": id.0,
                ":campaign_id": campaign.0,
                ":code": code.digits(),
                ":kind": word(new.kind)?,
                ":visit_id": new.visit.map(|v| v.0),
                ":area_id": new.area.map(|a| a.0),
                ":team_id": new.team.map(|t| t.0),
                ":n": new.n,
                ":of": new.of,
                ":form_id": new.form.0,
                ":state": word(new.state())?,
                ":replaces_id": new.replaces.map(|s| s.0),
                ":copy_of_id": new.copy_of.map(|s| s.0),
            },
        )?;
        Ok(())
    }

    /// How many sheets the set has that this sheet belongs to.
    pub fn set_sheet_of(&self, id: SheetId, of: u32) -> Result<()> {
        self.run_one("sheet", id.0, "UPDATE sheet SET of = ?2 WHERE id = ?1", params![id.0, of])
    }

    pub fn set_sheet_state(&self, id: SheetId, state: SheetState) -> Result<()> {
        self.run_one("sheet", id.0, "UPDATE sheet SET state = ?2 WHERE id = ?1", params![id.0, word(state)?])
    }

    /// Why it is void, lost or taken for a duplicate.
    pub fn set_sheet_state_because(&self, id: SheetId, because: Option<&str>) -> Result<()> {
        self.run_one("sheet", id.0, "UPDATE sheet SET state_because = ?2 WHERE id = ?1", params![id.0, because])
    }

    pub fn set_sheet_note(&self, id: SheetId, note: Option<&str>) -> Result<()> {
        self.run_one("sheet", id.0, "UPDATE sheet SET note = ?2 WHERE id = ?1", params![id.0, note])
    }

    /// In whose hands it was given, and when.
    pub fn set_sheet_holder(&self, id: SheetId, holder: Option<PersonId>, on: Option<NaiveDate>) -> Result<()> {
        self.run_one(
            "sheet",
            id.0,
            "UPDATE sheet SET holder_id = ?2, handed_out_on = ?3 WHERE id = ?1",
            params![id.0, holder.map(|p| p.0), on.map(day)],
        )
    }

    /// The evening and team of a sheet that was printed without.
    pub fn set_sheet_visit(&self, id: SheetId, visit: VisitId, team: Option<TeamId>) -> Result<()> {
        self.run_one(
            "sheet",
            id.0,
            "UPDATE sheet SET visit_id = ?2, team_id = ?3 WHERE id = ?1",
            params![id.0, visit.0, team.map(|t| t.0)],
        )
    }

    /// Sheet n of N, of a spare that took another's place.
    pub fn set_sheet_number(&self, id: SheetId, n: u32, of: u32) -> Result<()> {
        self.run_one("sheet", id.0, "UPDATE sheet SET n = ?2, of = ?3 WHERE id = ?1", params![id.0, n, of])
    }

    /// The spoilt or lost sheet that a spare stands for.
    pub fn set_sheet_replaces(&self, id: SheetId, replaces: Option<SheetId>) -> Result<()> {
        self.run_one(
            "sheet",
            id.0,
            "UPDATE sheet SET replaces_id = ?2 WHERE id = ?1",
            params![id.0, replaces.map(|s| s.0)],
        )
    }

    /// The day a self-reported sheet stands for.
    pub fn set_sheet_as_of(&self, id: SheetId, as_of: NaiveDate) -> Result<()> {
        self.run_one("sheet", id.0, "UPDATE sheet SET as_of = ?2 WHERE id = ?1", params![id.0, as_of.to_string()])
    }

    pub(crate) fn set_sheet_reason(&self, id: SheetId, reason: Option<&str>) -> Result<()> {
        self.run_one("sheet", id.0, "UPDATE sheet SET accepted_because = ?2 WHERE id = ?1", params![id.0, reason])
    }
}
