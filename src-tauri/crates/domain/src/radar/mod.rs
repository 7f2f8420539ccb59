//! The missing-paper radar: which sheets are out though their evening is over, in whose hands, and since
//! when.
//!
//! * A sheet is expected back at the end of its evening, by the hours of the visit; it is late from
//!   [`opens`] of the next morning, because nobody can bring paper to a closed office. A tally of an area
//!   that reports by itself is expected by the end of its last day, and late by the same clock.
//! * Expected are the sheets that were handed out (`product.md`). An office that does not write down what it
//!   hands out hands out everything it prints: once anything of a team's evening was written down as handed
//!   out, what is still only printed lies in the office ([`Packet::kept`]).
//! * A spare counts once it is used, an evening that was called off only with what came back all the same,
//!   and a lost sheet is not asked for. The team head's summary is told apart.
//! * It is in the hands it was given to; else of the area's leader, else of the team's head on the roster.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::area::Area;
use crate::code::SheetCode;
use crate::ids::{AreaId, PersonId, SheetId, TeamId, VisitId};
use crate::schedule::Visit;
use crate::sheet::{SheetKind, SheetState};

/// When the office opens: 8:00.
#[must_use]
pub fn opens() -> NaiveTime {
    NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default()
}

/// Whose sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "of", content = "id", rename_all = "snake_case")]
pub enum Whose {
    Visit(VisitId),
    /// The one tally of an area that reports by itself.
    Area(AreaId),
}

/// How many sheets are alike to the radar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    pub of: Whose,
    pub team: Option<TeamId>,
    pub holder: Option<PersonId>,
    pub kind: SheetKind,
    pub state: SheetState,
    /// Its handing out was written down.
    pub handed_out: bool,
    pub sheets: u32,
}

/// A sheet that is not back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Out {
    pub id: SheetId,
    pub code: SheetCode,
    pub whose: Whose,
    pub team: Option<TeamId>,
    pub holder: Option<PersonId>,
    pub kind: SheetKind,
    pub state: SheetState,
    /// Sheet n of N.
    pub n: u32,
    pub of: u32,
}

/// What the sheets are seen against.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    pub visits: &'a [Visit],
    /// In the office's order.
    pub areas: &'a [Area],
    /// Who heads a team on an evening, by the roster.
    pub heads: &'a BTreeMap<(VisitId, TeamId), PersonId>,
}

/// How it is known in whose hands a packet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HandsBy {
    /// It was given to this person.
    Given,
    Leader,
    Head,
    Unknown,
}

/// The team head's summary of an evening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Summary {
    /// None was printed, or it is void or lost.
    None,
    Back,
    Missing(Out),
}

/// An evening's sheets in one person's hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packet {
    pub of: Whose,
    pub area: AreaId,
    /// The evening, or the last day of a self-report.
    pub on: NaiveDate,
    pub hands: Option<PersonId>,
    pub by: HandsBy,
    /// Since when it is expected.
    pub due: NaiveDateTime,
    pub late: bool,
    /// Whole hours since `due`.
    pub hours: u32,
    pub expected: u32,
    pub back: u32,
    /// Lost: expected and not asked for.
    pub lost: u32,
    /// Printed and not handed out: not expected.
    pub kept: u32,
    pub missing: Vec<Out>,
    pub summary: Summary,
}

impl Packet {
    /// Sheets to ask for; a self-report that was never numbered is one too.
    #[must_use]
    pub fn missing(&self) -> u32 {
        self.expected.saturating_sub(self.back + self.lost)
    }

    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.missing() == 0 && !matches!(self.summary, Summary::Missing(_))
    }
}

/// Every packet of an evening that is over, the longest awaited first, then in the office's order of areas.
#[must_use]
pub fn radar(counts: &[Count], out: &[Out], ground: &Ground<'_>, now: NaiveDateTime) -> Vec<Packet> {
    let mut sorting = Sorting::new(ground, counts, now);
    for count in counts {
        sorting.count(count);
    }
    for sheet in out {
        sorting.missing(sheet);
    }
    let mut packets: Vec<Packet> = sorting.packets.into_values().filter(Packet::is_anything).collect();
    let place: BTreeMap<AreaId, usize> = ground.areas.iter().zip(0..).map(|(a, n)| (a.id, n)).collect();
    packets.sort_by_key(|p| (p.due, place.get(&p.area).copied(), p.of, p.hands));
    packets
}

/// Since `due` in words: `11 giờ`; from two days on `3 ngày`.
#[must_use]
pub fn age_words(hours: u32) -> String {
    if hours < 48 { format!("{hours} giờ") } else { format!("{} ngày", hours / 24) }
}

impl Packet {
    fn is_anything(&self) -> bool {
        self.expected + self.kept > 0 || self.summary != Summary::None
    }
}

/// Counts being sorted into packets.
struct Sorting<'a> {
    visits: BTreeMap<VisitId, &'a Visit>,
    areas: BTreeMap<AreaId, &'a Area>,
    ground: &'a Ground<'a>,
    /// Visits and teams of which something was written down as handed out; `None` for any team.
    written: BTreeSet<(VisitId, Option<Option<TeamId>>)>,
    now: NaiveDateTime,
    packets: BTreeMap<(Whose, Option<PersonId>), Packet>,
}

impl<'a> Sorting<'a> {
    fn new(ground: &'a Ground<'a>, counts: &[Count], now: NaiveDateTime) -> Self {
        let mut written = BTreeSet::new();
        for count in counts.iter().filter(|c| c.handed_out && c.kind != SheetKind::Spare) {
            let Whose::Visit(visit) = count.of else { continue };
            written.insert((visit, None));
            written.insert((visit, Some(count.team)));
        }
        let mut sorting = Self {
            visits: ground.visits.iter().map(|v| (v.id, v)).collect(),
            areas: ground.areas.iter().map(|a| (a.id, a)).collect(),
            ground,
            written,
            now,
            packets: BTreeMap::new(),
        };
        sorting.own_reports(counts);
        sorting
    }

    /// An area that reports by itself owes one tally by its day, numbered or not.
    fn own_reports(&mut self, counts: &[Count]) {
        for area in self.ground.areas.iter().filter(|a| a.is_living() && a.self_report_due.is_some()) {
            let of = Whose::Area(area.id);
            let back = counts.iter().any(|c| c.of == of && c.state.is_back());
            let holder = counts.iter().filter(|c| c.of == of && c.state.is_awaited(false)).find_map(|c| c.holder);
            if let Some(packet) = self.packet(of, None, holder) {
                packet.expected = 1;
                packet.back = u32::from(back);
            }
        }
    }

    fn count(&mut self, count: &Count) {
        let Whose::Visit(visit) = count.of else { return };
        let Some(called_off) = self.visits.get(&visit).map(|v| !v.is_on()) else { return };
        let kept = self.is_kept(visit, count.team, count.kind, count.state);
        if !kept && !count.state.is_awaited(called_off) {
            return;
        }
        if called_off && kept {
            return;
        }
        let Some(packet) = self.packet(count.of, count.team, count.holder) else { return };
        match (count.kind, count.state) {
            _ if kept => packet.kept += count.sheets,
            (SheetKind::Summary, state) if state.is_back() => packet.summary = Summary::Back,
            (SheetKind::Summary, _) => {}
            (_, state) => {
                packet.expected += count.sheets;
                if state.is_back() {
                    packet.back += count.sheets;
                }
                if state == SheetState::Lost {
                    packet.lost += count.sheets;
                }
            }
        }
    }

    fn missing(&mut self, sheet: &Out) {
        if !matches!(sheet.state, SheetState::Printed | SheetState::HandedOut) {
            return;
        }
        if let Whose::Visit(visit) = sheet.whose {
            let is_on = self.visits.get(&visit).is_some_and(|v| v.is_on());
            if !is_on || self.is_kept(visit, sheet.team, sheet.kind, sheet.state) {
                return;
            }
        }
        let Some(packet) = self.packet(sheet.whose, sheet.team, sheet.holder) else { return };
        match sheet.kind {
            SheetKind::Summary => packet.summary = Summary::Missing(*sheet),
            _ if packet.missing() > 0 => packet.missing.push(*sheet),
            // The self-report is back on another sheet.
            _ => {}
        }
    }

    fn is_kept(&self, visit: VisitId, team: Option<TeamId>, kind: SheetKind, state: SheetState) -> bool {
        let of = if kind == SheetKind::Summary { None } else { Some(team) };
        state == SheetState::Printed && self.written.contains(&(visit, of))
    }

    /// The packet these sheets belong to, if its evening is over.
    fn packet(&mut self, of: Whose, team: Option<TeamId>, holder: Option<PersonId>) -> Option<&mut Packet> {
        let (area, on, due) = self.expected(of).filter(|(_, _, due)| *due <= self.now)?;
        let (hands, by) = self.hands(of, area, team, holder);
        let late = self.now >= on.succ_opt()?.and_time(opens());
        let hours = u32::try_from((self.now - due).num_hours()).unwrap_or_default();
        let packet = Packet {
            of,
            area,
            on,
            hands,
            by,
            due,
            late,
            hours,
            expected: 0,
            back: 0,
            lost: 0,
            kept: 0,
            missing: Vec::new(),
            summary: Summary::None,
        };
        let packet = self.packets.entry((of, hands)).or_insert(packet);
        if by == HandsBy::Given {
            packet.by = by;
        }
        Some(packet)
    }

    /// Area, day, and when the sheets are expected.
    fn expected(&self, of: Whose) -> Option<(AreaId, NaiveDate, NaiveDateTime)> {
        match of {
            Whose::Visit(id) => {
                let visit = self.visits.get(&id)?;
                Some((visit.area, visit.on, visit.on.and_time(visit.ends)))
            }
            Whose::Area(id) => {
                let day = self.areas.get(&id)?.self_report_due?;
                Some((id, day, day.and_time(NaiveTime::MIN) + TimeDelta::days(1)))
            }
        }
    }

    fn hands(
        &self,
        of: Whose,
        area: AreaId,
        team: Option<TeamId>,
        holder: Option<PersonId>,
    ) -> (Option<PersonId>, HandsBy) {
        if let Some(holder) = holder {
            return (Some(holder), HandsBy::Given);
        }
        if let Some(leader) = self.areas.get(&area).and_then(|a| a.leader) {
            return (Some(leader), HandsBy::Leader);
        }
        let Whose::Visit(visit) = of else { return (None, HandsBy::Unknown) };
        match head(self.ground.heads, visit, team) {
            Some(head) => (Some(head), HandsBy::Head),
            None => (None, HandsBy::Unknown),
        }
    }
}

/// Who heads a team on an evening; without a team whoever heads the first.
#[must_use]
pub fn head(heads: &BTreeMap<(VisitId, TeamId), PersonId>, visit: VisitId, team: Option<TeamId>) -> Option<PersonId> {
    match team {
        Some(team) => heads.get(&(visit, team)).copied(),
        None => heads.range((visit, TeamId(i64::MIN))..).next().filter(|((v, _), _)| *v == visit).map(|(_, p)| *p),
    }
}
