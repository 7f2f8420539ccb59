//! Sheets of visits added up as they are read: of each visit, kind, state and form one row, however many sheets.

use std::collections::BTreeMap;

use domain::ids::{CampaignId, FormId, VisitId};
use domain::sheet::{SheetKind, SheetState};
use domain::tally::BoxNo;
use rusqlite::types::FromSqlError;
use rusqlite::{Row, Rows as Found};

use crate::error::{Result, StoreError};
use crate::rows::{Columns, Rows, read_word};

/// Sheets of a visit that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitSum {
    pub visit: VisitId,
    pub kind: SheetKind,
    pub state: SheetState,
    /// How many they are; 0 where their boxes are told.
    pub sheets: u32,
    /// Sums of their first keyings, of one form; a box that is blank on all of them is absent.
    pub boxes: Option<(FormId, BTreeMap<BoxNo, u64>)>,
}

impl Rows<'_> {
    /// How many sheets of visits there are, and what their boxes add up to. A sheet that has an area of its own is none
    /// of them ([`Self::list_sheets_of_areas`]).
    pub fn sum_visits(&self, campaign: CampaignId) -> Result<Vec<VisitSum>> {
        let mut sums = self.list(include_str!("alike.sql"), [campaign.0], |r| {
            Ok(VisitSum {
                visit: VisitId(r.get("visit_id")?),
                kind: r.word("kind")?,
                state: r.word("state")?,
                sheets: r.get("sheets")?,
                boxes: None,
            })
        })?;
        let mut statement = self.connection.prepare_cached(include_str!("boxes_alike.sql"))?;
        for group in added_up(statement.query([campaign.0])?)? {
            sums.push(group.read()?);
        }
        Ok(sums)
    }
}

/// A run of alike rows, as they stand in the file.
struct Run {
    visit: i64,
    form: i64,
    kind: String,
    state: String,
    /// A form has a dozen boxes: looking through them is the fastest.
    boxes: Vec<(String, u64)>,
}

/// One pass; a hundred thousand sheets are close to a million rows, so nothing is parsed but once a run.
fn added_up(mut rows: Found<'_>) -> Result<Vec<Run>> {
    let mut runs: Vec<Run> = Vec::new();
    while let Some(row) = rows.next()? {
        let (visit, form) = (row.get(0)?, row.get(1)?);
        let (kind, state, no) = (text(row, 2)?, text(row, 3)?, text(row, 4)?);
        let value: u32 = row.get(5)?;
        let alike = |run: &Run| run.visit == visit && run.form == form && run.kind == kind && run.state == state;
        if !runs.last().is_some_and(alike) {
            runs.push(Run { visit, form, kind: kind.to_owned(), state: state.to_owned(), boxes: Vec::new() });
        }
        let Some(run) = runs.last_mut() else { continue };
        match run.boxes.iter_mut().find(|(other, _)| other == no) {
            Some((_, sum)) => *sum += u64::from(value),
            None => run.boxes.push((no.to_owned(), u64::from(value))),
        }
    }
    Ok(runs)
}

fn text<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str> {
    let text = row.get_ref(column)?.as_str();
    text.map_err(|e: FromSqlError| StoreError::Value(e.to_string()))
}

impl Run {
    fn read(self) -> Result<VisitSum> {
        let unreadable = |_: domain::tally::NotABox| StoreError::Value("no box number".into());
        let boxes = self.boxes.into_iter().map(|(no, sum)| Ok((no.parse::<BoxNo>().map_err(unreadable)?, sum)));
        Ok(VisitSum {
            visit: VisitId(self.visit),
            kind: read_word(self.kind)?,
            state: read_word(self.state)?,
            sheets: 0,
            boxes: Some((FormId(self.form), boxes.collect::<Result<_>>()?)),
        })
    }
}
