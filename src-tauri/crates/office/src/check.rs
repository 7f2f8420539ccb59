//! Is the file sound: SQLite's own check, the journal's chain, and replay against the tables.

use std::ops::ControlFlow;

use chrono::NaiveDate;
use domain::account::Permission;
use domain::backup::Stamp;
use serde::{Deserialize, Serialize};
use store::backup::Folder;
use ts_rs::TS;

use crate::book::count;
use crate::error::{Error, ErrorCode};
use crate::verb::{Inspect, Progress};
use crate::{Read, Result, View, journal};

/// What was found wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Finding {
    /// SQLite finds its pages or keys inconsistent.
    Database { message: String },
    /// The journal was changed: at this entry.
    Journal {
        #[ts(type = "number")]
        entry: i64,
        /// `Mục 12 đã bị sửa sau khi ghi.`
        words: String,
    },
    /// The tables are not what the journal says.
    Tables {
        /// A row each: `Phiếu 482-1937, ô 3 “Hộ vắng”: đang là 99, theo nhật ký là 15 (mục 6).`
        rows: Vec<String>,
        /// How many differ in all.
        total: u32,
    },
    /// The bytes of a scan or photo are gone or changed.
    Attachment { name: String },
    /// The files of an issued document are gone or changed: `Số: 75/KH-UBND`, and the day it bears.
    Document { number: String, dated: NaiveDate },
    /// The files of an issued report are gone or changed: `BC-003`, and the last day it speaks of.
    Report { name: String, to: NaiveDate },
    /// The head of the journal that an issued report bears is not in the journal: it was written anew.
    Head { name: String },
    /// The head of the journal that a backup bears is not in the journal: it was written anew.
    Backup { stamp: Stamp },
    /// The journal cannot be replayed as it was written: why, in a sentence.
    Replay { message: String },
}

/// The state of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileCheck {
    pub findings: Vec<Finding>,
    #[ts(type = "number")]
    pub entries: i64,
    /// The chain's head as papers print it.
    pub head: String,
}

/// Checks everything; takes seconds on a large file.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckFile {}

impl Read for CheckFile {
    type Answer = FileCheck;
    const NAME: &'static str = "check_file";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<FileCheck> {
        check(view, &mut |_, _| true)
    }
}

/// As [`CheckFile`], answered beside: nobody's key waits for it, and it tells how far it is.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct InspectFile {}

impl Inspect for InspectFile {
    type Answer = FileCheck;
    const NAME: &'static str = "inspect_file";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<FileCheck> {
        check(view, progress)
    }
}

/// Told by entries of the journal: comparing them is the longest part. What comes before counts as one, what comes
/// after as one.
fn check(view: &View<'_>, progress: Progress<'_>) -> Result<FileCheck> {
    let (entries, head) = view.journal_head()?;
    let step = |seq: i64| usize::try_from(seq).unwrap_or_default();
    let of = step(entries) + 2;
    let mut tell = |done: usize| {
        if progress(done, of) { Ok(()) } else { Err(Error::of(ErrorCode::Cancelled)) }
    };
    tell(0)?;
    let mut findings: Vec<Finding> =
        view.integrity()?.into_iter().map(|message| Finding::Database { message }).collect();
    findings.extend(view.list_altered_objects()?.into_iter().map(|name| Finding::Database {
        message: format!("phần bảo vệ bên trong tệp “{name}” bị gỡ, bị sửa hoặc do chương trình khác thêm vào"),
    }));
    tell(1)?;
    findings.extend(against_journal(view, &mut |seq| tell(1 + step(seq)).is_ok())?);
    // Their digests are in the journal, they themselves are not.
    findings.extend(view.list_changed_people()?.into_iter().map(|id| Finding::Database {
        message: format!("thông tin của người số {} không còn như lúc nhập", id.0),
    }));
    findings.extend(kept_files(view)?);
    findings.extend(against_backups(view)?);
    tell(of)?;
    Ok(FileCheck { findings, entries, head: head.short() })
}

/// Scans, issued documents and reports by their own digests.
fn kept_files(view: &View<'_>) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    let spoilt = view.list_spoilt_attachments()?;
    findings.extend(spoilt.into_iter().map(|a| Finding::Attachment { name: a.name }));
    for document in view.list_spoilt_documents()? {
        let Some(issued) = &document.issued else { continue };
        findings.push(Finding::Document { number: view.number_line(&document)?, dated: issued.dated });
    }
    let spoilt = view.list_spoilt_reports()?;
    findings.extend(spoilt.into_iter().map(|r| Finding::Report { name: r.issue().id(), to: r.period.to }));
    let unchained = view.list_unchained_reports()?;
    findings.extend(unchained.into_iter().map(|r| Finding::Head { name: r.issue().id() }));
    Ok(findings)
}

/// Backups stand outside the file: whoever writes its journal anew does not write theirs.
fn against_backups(view: &View<'_>) -> Result<Vec<Finding>> {
    // A folder that cannot be read is no fault of the file.
    let listed = Folder::beside(&view.path()).list().unwrap_or_default();
    let manifests: Vec<_> = listed.into_iter().filter_map(|l| l.manifest).collect();
    let unchained = view.list_unchained_backups(&manifests)?;
    Ok(unchained.into_iter().map(|stamp| Finding::Backup { stamp }).collect())
}

/// Rows that differ which are named.
const NAMED: usize = 20;

/// The journal's own chain, and what the tables say beside it.
fn against_journal(view: &View<'_>, tell: &mut dyn FnMut(i64) -> bool) -> Result<Vec<Finding>> {
    let chain = view.journal_verify()?.err();
    let ControlFlow::Continue(compared) = view.compare_with_journal(NAMED, tell)? else {
        return Err(Error::of(ErrorCode::Cancelled));
    };
    let found = journal::findings(view, chain, &compared)?;
    let mut findings = Vec::new();
    findings.extend(found.broken.map(|b| Finding::Journal { entry: b.entry, words: b.words }));
    findings.extend(found.misfit.map(|m| Finding::Replay { message: m.words }));
    if compared.total > 0 {
        findings.push(Finding::Tables { rows: found.rows, total: count(compared.total) });
    }
    Ok(findings)
}
