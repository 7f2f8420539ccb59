use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::{AccountId, AreaId, TeamId};
use serde::{Deserialize, Serialize};
use store::journal::{JournalFilter, Mentions, Who};
use ts_rs::TS;

use super::deeds::DeedKind;
use super::line::{JournalLine, Told};
use super::names::Names;
use crate::{Read, Result, View};

/// The most lines of one page.
const PAGE: u32 = 200;
/// Entries that are read at once.
const CHUNK: u32 = 250;
/// Entries that one request looks through for words: the rest is asked for again, so that nobody's key waits.
const SEARCHED: u32 = 1_500;

/// Which entries are asked for; what is left out asks for all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct JournalQuery {
    pub who: Option<AccountId>,
    /// What the program did by itself.
    pub program: bool,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub kind: Option<DeedKind>,
    pub evening: Option<NaiveDate>,
    pub area: Option<AreaId>,
    pub team: Option<TeamId>,
    /// A sheet's short code.
    pub code: Option<String>,
    /// A box of that sheet.
    pub no: Option<String>,
    /// Words of what the journal shows, marks and case aside.
    pub text: Option<String>,
}

/// One page of the journal, the latest entry first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JournalPage {
    pub lines: Vec<JournalLine>,
    /// Ask for what is before this entry to go on; `null`: that was all. A page may be short of lines, or empty, and
    /// still not be the last: words are looked for some hundred entries at a time.
    #[ts(type = "number | null")]
    pub next: Option<i64>,
    /// Number of the journal's last entry.
    #[ts(type = "number")]
    pub head: i64,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListJournal {
    pub query: JournalQuery,
    /// Entries before this one; `null`: from the last.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    /// The most lines to answer (up to 200).
    pub limit: u32,
}

impl Read for ListJournal {
    type Answer = JournalPage;
    const NAME: &'static str = "list_journal";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<JournalPage> {
        let (head, _) = view.journal_head()?;
        let limit = self.limit.clamp(1, PAGE) as usize;
        let mut page = JournalPage { lines: Vec::new(), next: None, head };
        let mut walk = Walk::of(view, &self.query, self.before)?;
        while let Some(chunk) = walk.next_chunk(view, limit)? {
            for told in chunk {
                let seq = told.stored.seq;
                if let Some(line) = walk.line(&told)? {
                    page.lines.push(line);
                    if page.lines.len() == limit {
                        page.next = Some(seq).filter(|seq| *seq > 1);
                        return Ok(page);
                    }
                }
            }
            if walk.searched >= SEARCHED {
                page.next = walk.before;
                return Ok(page);
            }
        }
        Ok(page)
    }
}

/// A way back through the entries that are asked for.
pub(super) struct Walk<'a> {
    filter: JournalFilter,
    text: Option<String>,
    pub names: Names<'a>,
    pub blind: super::words::Blind,
    before: Option<i64>,
    searched: u32,
    ended: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn of(view: &'a View<'_>, query: &JournalQuery, before: Option<i64>) -> Result<Self> {
        let text = query.text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
        let (names, blind) = (Names::of(view)?, view.blind_sheets()?);
        Ok(Self { filter: filter(view, query)?, text, names, blind, before, searched: 0, ended: false })
    }

    /// The next entries on the way; none if there are no more.
    pub(super) fn next_chunk(&mut self, view: &View<'_>, wanted: usize) -> Result<Option<Vec<Told>>> {
        if self.ended {
            return Ok(None);
        }
        let size = if self.text.is_some() { CHUNK } else { crate::book::count(wanted) };
        let found = view.list_journal(&self.filter, self.before, size)?;
        self.ended = found.len() < size as usize;
        self.searched += crate::book::count(found.len());
        self.before = found.last().map(|entry| entry.seq);
        Ok((!found.is_empty()).then(|| found.into_iter().map(Told::of).collect()))
    }

    /// The line of an entry, if it shows the words that are looked for.
    pub(super) fn line(&self, told: &Told) -> Result<Option<JournalLine>> {
        let line = self.names.line(told, &self.blind)?;
        let shows = match &self.text {
            Some(text) => self.names.shows(told, &line, &self.blind, text)?,
            None => true,
        };
        Ok(shows.then_some(line))
    }
}

fn filter(view: &View<'_>, query: &JournalQuery) -> Result<JournalFilter> {
    let sheet = query.code.as_deref().map(|code| view.sheet_of(code)).transpose()?;
    let who = match query.who {
        Some(account) => Some(Who::Account(account)),
        None => query.program.then_some(Who::Program),
    };
    let about = match &sheet {
        Some(sheet) => Some(Mentions { sheets: vec![sheet.id], ..Mentions::default() }),
        None => about(view, query)?,
    };
    Ok(JournalFilter {
        who,
        from: query.from,
        to: query.to,
        ops: query.kind.map(DeedKind::ops),
        about,
        keyed: sheet.and_then(|sheet| Some((sheet.id, query.no.clone()?))),
    })
}

/// What an evening, an area and a team mean: their evenings and sheets, and each by itself where it stands alone.
fn about(view: &View<'_>, query: &JournalQuery) -> Result<Option<Mentions>> {
    let JournalQuery { evening, area, team, .. } = *query;
    if evening.is_none() && area.is_none() && team.is_none() {
        return Ok(None);
    }
    let campaign = view.get_campaign()?.id;
    let is_meant = |visit: &domain::schedule::Visit| {
        evening.is_none_or(|on| visit.on == on)
            && area.is_none_or(|area| visit.area == area)
            && team.is_none_or(|team| visit.teams.contains(&team))
    };
    let visits = view.list_visits(campaign)?.into_iter().filter(is_meant).map(|v| v.id).collect();
    let sheets = view.list_sheets_mentioned(campaign, evening, area, team)?;
    let mut about = Mentions { sheets, visits, ..Mentions::default() };
    match (evening, area, team) {
        (Some(on), None, None) => about.days.push(on),
        (None, Some(area), None) => about.areas.push(area),
        (None, None, Some(team)) => about.teams.push(team),
        _ => {}
    }
    Ok(Some(about))
}
