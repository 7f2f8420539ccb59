use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::{AccountId, AreaId, PersonId, QueryId, VisitId};
use domain::query::Query;
use domain::tally::BoxNo;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::area::AreaNames;
use crate::named::Named;
use crate::{Read, Result, View};

/// A question with what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QueryRow {
    pub id: QueryId,
    /// The sheet's; none for a question about a whole visit.
    pub code: Option<String>,
    pub visit: Option<VisitId>,
    pub area_label: String,
    pub on: Option<NaiveDate>,
    pub team_name: Option<String>,
    #[serde(rename = "box")]
    pub no: Option<BoxNo>,
    pub box_label: Option<String>,
    pub body: String,
    pub owner: Option<Named>,
    pub due_on: NaiveDate,
    /// Days past its day, while it is open.
    pub overdue: Option<u32>,
    pub opened_by: String,
    /// RFC 3339 with offset.
    pub opened_at: String,
    pub answer: Option<String>,
    pub answered_by: Option<String>,
    pub answered_at: Option<String>,
    /// Answers that did not settle it, oldest first.
    pub earlier: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Queries {
    pub today: NaiveDate,
    /// Open ones first, by the day they are due.
    pub rows: Vec<QueryRow>,
}

/// Questions about figures, all or those nobody has answered.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ListQueries {
    pub open_only: bool,
}

impl Read for ListQueries {
    type Answer = Queries;
    const NAME: &'static str = "list_queries";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Queries> {
        let campaign = view.get_campaign()?.id;
        let rows = Rows {
            view,
            areas: view.area_names()?,
            accounts: view.account_names()?,
            names: view.names()?,
            teams: view.list_teams(campaign)?,
        };
        let queries = view.list_queries(campaign)?.into_iter().filter(|q| q.is_open() || !self.open_only);
        Ok(Queries { today: view.today(), rows: queries.map(|q| rows.row(q)).collect::<Result<_>>()? })
    }
}

/// Everything the rows name.
struct Rows<'a, A, N> {
    view: &'a View<'a>,
    areas: AreaNames,
    accounts: A,
    names: N,
    teams: Vec<domain::team::Team>,
}

impl<A: Fn(AccountId) -> String, N: Fn(PersonId) -> Named> Rows<'_, A, N> {
    fn row(&self, query: Query) -> Result<QueryRow> {
        let overdue = query.overdue(self.view.today());
        let sheet = query.about.sheet.map(|id| self.view.get_sheet(id)).transpose()?;
        let visit = query.about.visit.map(|id| self.view.get_visit(id)).transpose()?;
        let form = match &sheet {
            Some(sheet) => self.view.get_form(sheet.form)?,
            None => self.view.get_current_form(self.view.get_campaign()?.id)?,
        };
        let on = sheet.as_ref().and_then(|s| s.on).or(visit.as_ref().map(|v| v.on));
        let area: Option<AreaId> = sheet.as_ref().and_then(|s| s.area).or(visit.as_ref().map(|v| v.area));
        let area = area.and_then(|id| self.areas.on(id, on.unwrap_or(self.view.today())));
        let team = sheet.as_ref().and_then(|s| s.team);
        let label = |no: &BoxNo| form.indicator(no).map_or_else(|| form.control_words(), |i| i.label.clone());
        let (answer, answered_by, answered_at) = match query.answered {
            Some(answered) => (Some(answered.answer), Some((self.accounts)(answered.by)), Some(answered.at)),
            None => (None, None, None),
        };
        Ok(QueryRow {
            id: query.id,
            code: sheet.map(|s| s.code.to_string()),
            visit: query.about.visit,
            area_label: area.map(|a| a.label()).unwrap_or_default(),
            on,
            team_name: self.teams.iter().find(|t| Some(t.id) == team).map(|t| t.name.clone()),
            box_label: query.about.no.as_ref().map(label),
            no: query.about.no,
            body: query.body,
            owner: query.owner.map(&self.names),
            due_on: query.due_on,
            overdue,
            opened_by: (self.accounts)(query.opened_by),
            opened_at: query.opened_at,
            answer,
            answered_by,
            answered_at,
            earlier: query.earlier,
        })
    }
}
