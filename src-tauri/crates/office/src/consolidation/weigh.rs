//! What becomes of each file, against the campaign and what is held.

use chrono::NaiveDate;
use domain::campaign::Campaign;
use domain::consolidation::{Arrival, Held, Rank, Skip, Verdict, judge, ward_name};
use domain::date::dmy;
use domain::packet::Packet;
use serde::Serialize;
use store::WardPacket;
use ts_rs::TS;
use workbook::import::Place;

use super::files::{Found, Refused, Seen};
use super::reason::{PacketCode, PacketReason};
use crate::book::count;
use crate::error::Error;
use crate::{Result, View};

/// What becomes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PacketAction {
    Take,
    Skip,
}

/// A cell that was changed after the program made the file; a whole page has no cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CellEdit {
    pub place: Place,
    /// None is blank.
    pub then: Option<String>,
    pub now: Option<String>,
}

/// One file, and what is done with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PacketLine {
    pub path: String,
    pub file: String,
    pub action: PacketAction,
    /// As the ward calls itself; none if the file tells nothing.
    pub ward: Option<String>,
    pub to: Option<NaiveDate>,
    pub as_of: Option<NaiveDate>,
    /// `BC-003`.
    pub report: Option<String>,
    /// Why it is passed over, or what should be known of it.
    pub reasons: Vec<PacketReason>,
    /// The first changed cells, and how many more there are.
    pub edits: Vec<CellEdit>,
    pub more_edits: u32,
}

/// What taking files in did, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PacketsTaken {
    /// Nothing was changed; this is what would be.
    pub dry_run: bool,
    /// In the order of the files.
    pub files: Vec<PacketLine>,
    pub taken: u32,
    pub skipped: u32,
}

impl PacketsTaken {
    fn of(files: Vec<PacketLine>, dry_run: bool) -> Self {
        let of = |action| count(files.iter().filter(|f| f.action == action).count());
        Self { dry_run, taken: of(PacketAction::Take), skipped: of(PacketAction::Skip), files }
    }
}

/// The answer, and what of it is to be held.
pub(super) struct Weighed<'s> {
    pub(super) answer: PacketsTaken,
    pub(super) take: Vec<(&'s Seen, &'s Found)>,
}

impl View<'_> {
    pub(super) fn weigh<'s>(&self, seen: &'s [Seen], dry_run: bool) -> Result<Weighed<'s>> {
        let campaign = self.get_campaign()?;
        let held = self.list_ward_packets(campaign.id)?.iter().map(held).collect::<Result<Vec<Held>>>()?;
        Ok(weigh(&campaign, &held, seen, dry_run))
    }
}

pub(super) fn weigh<'s>(campaign: &Campaign, held: &[Held], seen: &'s [Seen], dry_run: bool) -> Weighed<'s> {
    let whole: Vec<(&Seen, &Found)> = seen.iter().filter_map(|s| Some((s, s.found.as_ref().ok()?))).collect();
    let arrivals: Vec<Arrival<'_>> =
        whole.iter().map(|(_, f)| Arrival { packet: &f.packet, key: f.sealed.key, digest: f.digest }).collect();
    let mut verdicts = judge(campaign, held, &arrivals).into_iter().zip(&whole);
    let (mut lines, mut take) = (Vec::new(), Vec::new());
    for seen in seen {
        let line = match &seen.found {
            Err(refused) => of_refused(seen, refused),
            Ok(found) => {
                let Some((verdict, pair)) = verdicts.next() else { continue };
                if matches!(verdict, Verdict::Take(_)) {
                    take.push(*pair);
                }
                of_verdict(seen, found, &verdict, |at| whole.get(at).map_or("", |(seen, _)| &seen.file))
            }
        };
        lines.push(line);
    }
    Weighed { answer: PacketsTaken::of(lines, dry_run), take }
}

fn of_refused(seen: &Seen, refused: &Refused) -> PacketLine {
    let edits = refused.edits.first.iter();
    PacketLine {
        path: seen.path.clone(),
        file: seen.file.clone(),
        action: PacketAction::Skip,
        ward: refused.ward.clone(),
        to: None,
        as_of: None,
        report: None,
        reasons: vec![refused.reason.clone()],
        edits: edits.map(|e| CellEdit { place: e.place.clone(), then: e.then.clone(), now: e.now.clone() }).collect(),
        more_edits: count(refused.edits.count.saturating_sub(refused.edits.first.len())),
    }
}

fn of_verdict<'f>(seen: &Seen, found: &Found, verdict: &Verdict, file: impl Fn(usize) -> &'f str) -> PacketLine {
    let report = &found.packet.report;
    let (action, reasons) = match verdict {
        Verdict::Skip(skip) => (PacketAction::Skip, vec![of_skip(skip, &found.packet, file)]),
        Verdict::Take(notes) => {
            let layout = found.other_layout.then(|| PacketReason::of(PacketCode::OtherLayout));
            (PacketAction::Take, notes.iter().map(PacketReason::of_note).chain(layout).collect())
        }
    };
    PacketLine {
        path: seen.path.clone(),
        file: seen.file.clone(),
        action,
        ward: Some(ward_name(&found.packet).to_owned()),
        to: Some(report.period.to),
        as_of: Some(report.as_of),
        report: report.issue.as_ref().map(domain::report::Issue::id),
        reasons,
        edits: Vec::new(),
        more_edits: 0,
    }
}

fn of_skip<'f>(skip: &Skip, packet: &Packet, file: impl Fn(usize) -> &'f str) -> PacketReason {
    let reason = PacketReason::of_skip(skip, file);
    if *skip != Skip::AnotherCampaign {
        return reason;
    }
    let theirs = &packet.report.campaign;
    reason
        .with("title", &theirs.title)
        .with("app", &theirs.app_name)
        .with("starts", &dmy(theirs.starts_on))
        .with("ends", &dmy(theirs.ends_on))
}

fn held(row: &WardPacket) -> Result<Held> {
    let rank = Rank { to: row.period.to, as_of: row.as_of, seq: row.seq, digest: bytes_of(&row.sha256)? };
    Ok(Held { office: row.office.clone(), name: row.name.clone(), key: bytes_of(&row.key)?, rank })
}

/// `9f3a…` of 64 digits.
pub(super) fn hex(bytes: &[u8; 32]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn bytes_of(hex: &str) -> Result<[u8; 32]> {
    let spoilt = || Error::internal(store::StoreError::Value("a hash or key is not of 64 digits".to_owned()));
    let mut bytes = [0; 32];
    if hex.len() != 64 {
        return Err(spoilt());
    }
    for (at, byte) in bytes.iter_mut().enumerate() {
        let pair = hex.get(2 * at..2 * at + 2).ok_or_else(spoilt)?;
        *byte = u8::from_str_radix(pair, 16).map_err(|_| spoilt())?;
    }
    Ok(bytes)
}
