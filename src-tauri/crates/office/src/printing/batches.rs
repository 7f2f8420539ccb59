use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::ids::PrintingId;
use domain::printing::{Now, PaperKind, PrintedState, Printing, Subject, differing, latest, shown, still_holds};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::Subjects;
use crate::desk::papers_beside;
use crate::{Read, Result, View};

/// A batch that was saved to be printed.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PrintingRow {
    pub id: PrintingId,
    pub kind: PaperKind,
    /// RFC 3339.
    pub at: String,
    /// Who made it.
    pub by: Option<String>,
    pub file_name: String,
    /// Where the file lies, to be opened, printed or shown; `null` if it is gone or a later batch has its name.
    pub path: Option<PathBuf>,
    /// 0: it has none (a picture, a text).
    pub pages: u32,
    /// In words: `A5, 2 tờ trên một trang A4; mẫu buổi hẹn; 15 địa bàn`.
    pub made_from: String,
    /// What it is about; empty for a paper that does not speak of the schedule.
    pub subjects: Vec<PrintedSubject>,
    /// Of [`Self::subjects`], how many say something that no longer holds.
    pub stale: u32,
    /// How to make it again from what holds now; `null` where that was not kept.
    pub again: Option<Again>,
}

/// One thing a batch is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PrintedSubject {
    pub subject: Subject,
    /// The area it is about; none for the plan and for documents.
    pub area_name: Option<String>,
    pub team_name: Option<String>,
    /// The evening as it is now; none if it was called off.
    pub on: Option<NaiveDate>,
    pub state: PrintedState,
    /// Where it is stale: what is on paper, and what it ought to say; `null` when there is nothing to print any
    /// more. Empty where the whole schedule is meant.
    pub says: Option<String>,
    pub now: Option<String>,
}

/// The file to make, by the contract's name and request.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Again {
    pub command: String,
    #[ts(type = "unknown")]
    pub request: Value,
}

/// Every batch of the campaign, the latest first.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ListPrintings {}

impl Read for ListPrintings {
    type Answer = Vec<PrintingRow>;
    const NAME: &'static str = "list_printings";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Vec<PrintingRow>> {
        let (now, subjects, name) = (view.papers_now()?, view.subjects()?, view.account_names()?);
        let printings = view.list_printings(view.get_campaign()?.id)?;
        let counts: BTreeMap<(PaperKind, Subject), PrintingId> =
            latest(&printings).into_iter().map(|(key, (printing, _))| (key, printing.id)).collect();
        let folder = papers_beside(&view.path());
        let newest: BTreeMap<&str, PrintingId> = printings.iter().map(|p| (p.file_name.as_str(), p.id)).collect();
        let row = |printing: &Printing| {
            let path = folder.join(&printing.file_name);
            let is_its_own = newest.get(printing.file_name.as_str()) == Some(&printing.id);
            let about = about(printing, &counts, &now, &subjects);
            let stale = about.iter().filter(|s| s.state == PrintedState::Stale).count();
            PrintingRow {
                id: printing.id,
                kind: printing.kind,
                at: printing.at.to_rfc3339(),
                by: printing.by.map(&name),
                file_name: printing.file_name.clone(),
                path: Some(path).filter(|path| is_its_own && path.is_file()),
                pages: printing.pages,
                made_from: printing.made_from.clone(),
                stale: crate::book::count(stale),
                subjects: about,
                again: again(printing),
            }
        };
        Ok(printings.iter().rev().map(row).collect())
    }
}

fn about(
    printing: &Printing,
    counts: &BTreeMap<(PaperKind, Subject), PrintingId>,
    now: &Now,
    subjects: &Subjects,
) -> Vec<PrintedSubject> {
    let told = |(subject, says): &(Subject, String)| {
        let holds = now.get(&(printing.kind, *subject));
        let state = if counts.get(&(printing.kind, *subject)) != Some(&printing.id) {
            PrintedState::Replaced
        } else if still_holds(printing.kind, says, holds) {
            PrintedState::Current
        } else {
            PrintedState::Stale
        };
        let (says, now) = if state == PrintedState::Stale {
            let (says, now) = words(*subject, says, holds);
            (Some(says), now)
        } else {
            (None, None)
        };
        PrintedSubject {
            subject: *subject,
            area_name: subjects.area_name(*subject),
            team_name: subjects.team_name(*subject),
            on: subjects.visit(*subject).filter(|v| v.is_on()).map(|v| v.on),
            state,
            says,
            now,
        }
    };
    printing.said.iter().map(told).collect()
}

/// What is on paper and what ought to be, where they differ. A whole schedule is not read line by line: what
/// changed in it is told by the amendment.
pub(super) fn words(subject: Subject, says: &str, now: Option<&String>) -> (String, Option<String>) {
    match (subject, now) {
        (Subject::Campaign | Subject::Document(_), now) => (String::new(), now.map(|_| String::new())),
        (_, None) => (shown(says).replace('\n', "; "), None),
        (_, Some(now)) => {
            let (says, now) = differing(says, now);
            (says, Some(now))
        }
    }
}

/// A request that no longer reads as JSON is as good as none.
fn again(printing: &Printing) -> Option<Again> {
    let repeat = printing.repeat.as_ref()?;
    Some(Again { command: repeat.command.clone(), request: serde_json::from_str(&repeat.request).ok()? })
}
