//! Does the journal hold together, do the tables say what it says, and do the heads that left the office belong to it.

use std::ops::ControlFlow;

use domain::account::Permission;
use domain::date::dmy;
use serde::{Deserialize, Serialize};
use store::backup::Folder;
use store::journal::{Break, Change, Comparison, Difference, Misfit};
use ts_rs::TS;

use super::line::{JournalLine, Told};
use super::names::Names;
use super::nouns::noun_of;
use super::words::{Blind, EntryRow};
use crate::book::count;
use crate::error::{Error, ErrorCode};
use crate::verb::{Inspect, Progress};
use crate::{Result, View};

/// Rows that differ which are named.
const MOST: usize = 200;

/// Where the journal was tampered with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BrokenEntry {
    #[ts(type = "number")]
    pub entry: i64,
    /// What was found, in a sentence.
    pub words: String,
    /// The entry as it stands now; `null` where it cannot be shown.
    pub line: Option<JournalLine>,
}

/// A row of the tables that is not what the journal says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DifferentRow {
    /// `Phiếu 482-1937, ô 3 “Hộ vắng”: đang là 99, theo nhật ký là 15 (mục 6).`
    pub words: String,
    /// The values: old is what the journal says, new what stands there.
    pub row: EntryRow,
    /// The last entry that wrote the row; `null`: none did.
    #[ts(type = "number | null")]
    pub entry: Option<i64>,
}

/// A head of the journal that left the office, and whether it is still in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HeadCheck {
    /// `Báo cáo BC-003, số liệu đến 12/11/2024`, `Bản sao lưu số 12 ngày 09/11/2024 19:30`.
    pub name: String,
    #[ts(type = "number")]
    pub entry: i64,
    pub is_ours: bool,
}

/// What came of verifying the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JournalVerdict {
    #[ts(type = "number")]
    pub entries: i64,
    /// The chain's head as papers print it.
    pub head: String,
    /// The first entry at which the chain breaks.
    pub broken: Option<BrokenEntry>,
    /// The first thing that kept the tables from being rebuilt as they were written.
    pub misfit: Option<BrokenEntry>,
    /// The first rows that differ, and how many there are in all.
    pub rows: Vec<DifferentRow>,
    pub rows_total: u32,
    /// Heads of issued reports and of backups.
    pub heads: Vec<HeadCheck>,
    pub is_sound: bool,
}

/// Walks the chain, replays it, compares; takes seconds on a large file.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct VerifyJournal {}

impl Inspect for VerifyJournal {
    type Answer = JournalVerdict;
    const NAME: &'static str = "verify_journal";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<JournalVerdict> {
        let (entries, head) = view.journal_head()?;
        // Walked once for the chain, once for the rows.
        let of = usize::try_from(entries).unwrap_or_default() * 2;
        let step = |seq: i64| usize::try_from(seq).unwrap_or_default();
        let chain = match view.verify_telling(&mut |seq| progress(step(seq), of))? {
            ControlFlow::Continue(chain) => chain,
            ControlFlow::Break(()) => return Err(Error::of(ErrorCode::Cancelled)),
        };
        let compared = view.compare_with_journal(MOST, &mut |seq| progress(step(entries + seq), of))?;
        let ControlFlow::Continue(compared) = compared else { return Err(Error::of(ErrorCode::Cancelled)) };
        let blind = view.blind_sheets()?;
        let words = Findings { view, names: Names::of(view)?, blind };
        let heads = view.heads()?;
        let is_sound =
            chain.is_ok() && compared.total == 0 && compared.misfit.is_none() && heads.iter().all(|head| head.is_ours);
        Ok(JournalVerdict {
            entries,
            head: head.short(),
            broken: chain.err().map(|found| words.broken(found)).transpose()?,
            misfit: compared.misfit.map(|found| words.misfit(found)).transpose()?,
            rows: compared.differences.iter().map(|d| words.row(d)).collect::<Result<_>>()?,
            rows_total: count(compared.total),
            heads,
            is_sound,
        })
    }
}

/// The same findings for a check of the whole file, in sentences.
pub(crate) fn findings(view: &View<'_>, chain: Option<Break>, compared: &Comparison) -> Result<JournalFindings> {
    let words = Findings { view, names: Names::of(view)?, blind: view.blind_sheets()? };
    Ok(JournalFindings {
        broken: chain.map(|found| words.broken(found)).transpose()?,
        misfit: compared.misfit.map(|found| words.misfit(found)).transpose()?,
        rows: compared.differences.iter().map(|d| Ok(words.row(d)?.words)).collect::<Result<_>>()?,
    })
}

/// Findings in sentences.
pub(crate) struct JournalFindings {
    pub broken: Option<BrokenEntry>,
    pub misfit: Option<BrokenEntry>,
    pub rows: Vec<String>,
}

struct Findings<'a> {
    view: &'a View<'a>,
    names: Names<'a>,
    blind: Blind,
}

impl Findings<'_> {
    fn broken(&self, found: Break) -> Result<BrokenEntry> {
        let seq = found.seq();
        let words = match found {
            Break::Gap { seq } => format!("Nhật ký thiếu mục ngay trước mục {seq}: có mục đã bị xóa."),
            Break::Unlinked { seq } => {
                format!("Mục {seq} không nối với mục trước nó: mục trước đã bị thay, bị xóa, hoặc thứ tự bị đổi.")
            }
            Break::Changed { seq } => format!("Mục {seq} đã bị sửa sau khi ghi."),
        };
        self.entry(seq, words)
    }

    fn misfit(&self, found: Misfit) -> Result<BrokenEntry> {
        let words = match found {
            Misfit::NoBaseline => "Nhật ký không còn mốc nào để dựng lại số liệu.".to_owned(),
            Misfit::NoCopy { seq } => {
                format!(
                    "Bản chụp số liệu ở mục {seq} đã mất hoặc bị sửa đến không đọc được, nên không so được từng dòng."
                )
            }
            Misfit::OtherCopy { seq } => {
                format!("Bản chụp số liệu ở mục {seq} đã bị sửa: không còn khớp mã ghi trong nhật ký.")
            }
            Misfit::Unreadable { seq } => format!("Nội dung của mục {seq} không đọc được."),
            Misfit::Unfitting { seq } => {
                format!(
                    "Mục {seq} không khớp với các mục trước nó: số “trước khi sửa” ở mục này không phải số đã ghi trước đó."
                )
            }
        };
        self.entry(found.seq().unwrap_or_default(), words)
    }

    fn entry(&self, seq: i64, words: String) -> Result<BrokenEntry> {
        let stored = self.view.find_entry(seq)?;
        let line = stored.map(|stored| self.names.line(&Told::of(stored), &self.blind)).transpose()?;
        Ok(BrokenEntry { entry: seq, words, line })
    }

    fn row(&self, found: &Difference) -> Result<DifferentRow> {
        let change = Change {
            table: found.table.to_owned(),
            key: found.key.clone(),
            before: found.should.clone(),
            after: found.is.clone(),
        };
        let row = self.names.entry_row(&change, &self.blind)?;
        let entry = found.entry.map(|seq| format!(" (mục {seq})")).unwrap_or_default();
        let words = match (&found.is, &found.should) {
            (Some(_), None) => format!("{}: có trong tệp nhưng nhật ký không hề ghi.", row.what),
            (None, _) => format!("{}: nhật ký có ghi{entry} nhưng không còn trong tệp.", row.what),
            (Some(is), Some(_)) => {
                let values = self.values(&row, found.table, is.keys().map(String::as_str));
                format!("{}: {values}{entry}.", row.what)
            }
        };
        Ok(DifferentRow { words, row, entry: found.entry })
    }

    fn values<'c>(&self, row: &EntryRow, table: &str, columns: impl Iterator<Item = &'c str>) -> String {
        if row.hidden {
            return format!("khác với nhật ký; {}", super::words::HIDDEN);
        }
        let word = |value: &Option<String>| value.clone().unwrap_or_else(|| "để trống".to_owned());
        let told: Vec<String> = row
            .values
            .iter()
            .map(|v| {
                let label = if v.label.is_empty() { String::new() } else { format!("{} ", v.label) };
                format!("{label}đang là {}, theo nhật ký là {}", word(&v.new), word(&v.old))
            })
            .collect();
        if !told.is_empty() {
            return told.join("; ");
        }
        // Marks for the program alone: said by what they are called there.
        let label = |column: &str| {
            let known = noun_of(table).and_then(|n| n.column(column)).map(|c| c.label).filter(|l| !l.is_empty());
            known.unwrap_or(column).to_owned()
        };
        let columns: Vec<String> = columns.map(label).collect();
        format!("khác với nhật ký ở {}", columns.join(", "))
    }
}

impl View<'_> {
    /// Heads that left the office with reports and backups.
    fn heads(&self) -> Result<Vec<HeadCheck>> {
        let mut heads = self.heads_of_reports()?;
        heads.extend(self.heads_of_backups()?);
        Ok(heads)
    }

    fn heads_of_reports(&self) -> Result<Vec<HeadCheck>> {
        let strangers: Vec<_> = self.list_unchained_reports()?.into_iter().map(|r| r.id).collect();
        let mut heads = Vec::new();
        for campaign in self.list_campaigns()? {
            for report in self.list_reports(campaign.id)? {
                heads.push(HeadCheck {
                    name: format!("Báo cáo {}, số liệu đến {}", report.issue().id(), dmy(report.period.to)),
                    entry: report.journal_seq,
                    is_ours: !strangers.contains(&report.id),
                });
            }
        }
        Ok(heads)
    }

    fn heads_of_backups(&self) -> Result<Vec<HeadCheck>> {
        let uid = self.office_uid()?;
        // A folder that cannot be read is the backups' own trouble, which their screen tells.
        let listed = Folder::beside(&self.path()).list().unwrap_or_default();
        let manifests: Vec<_> = listed.into_iter().filter_map(|l| l.manifest).filter(|m| m.uid == uid).collect();
        let strangers = self.list_unchained_backups(&manifests)?;
        let head = |manifest: &store::backup::Manifest| HeadCheck {
            name: format!("Bản sao lưu số {} ngày {}", manifest.number, manifest.at.format("%d/%m/%Y %H:%M")),
            entry: manifest.head_seq,
            is_ours: !strangers.iter().any(|stamp| stamp.number == manifest.number),
        };
        Ok(manifests.iter().filter(|m| m.head_seq > 0).map(head).collect())
    }
}
