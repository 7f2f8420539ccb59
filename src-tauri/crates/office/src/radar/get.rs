use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use domain::account::Permission;
use domain::date::weekday;
use domain::ids::{AreaId, TeamId, VisitId};
use domain::radar::{HandsBy, Out, Packet, Summary, Whose, age_words};
use domain::sheet::{SheetKind, SheetState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::named::Named;
use crate::{Read, Result, View};

/// A sheet that is not back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RadarSheet {
    pub code: String,
    pub kind: SheetKind,
    pub team: Option<TeamId>,
    pub team_name: Option<String>,
    pub n: u32,
    pub of: u32,
    pub state: SheetState,
    pub state_word: String,
}

/// One evening's sheets in one person's hands, of which some are missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RadarPacket {
    /// `null`: the tally of an area that reports by itself.
    pub visit: Option<VisitId>,
    pub area: AreaId,
    pub area_label: String,
    /// The evening, or the last day of a self-report.
    pub on: NaiveDate,
    /// `thứ Bảy`.
    pub weekday: String,
    /// In whose hands; `null` if nobody is known.
    pub hands: Option<Named>,
    pub hands_by: HandsBy,
    /// Since when it is expected.
    pub due: NaiveDateTime,
    /// The office has opened since.
    pub late: bool,
    /// Whole hours since it is expected.
    pub hours: u32,
    /// `11 giờ`, `3 ngày`.
    pub age: String,
    /// Summaries are not among these.
    pub expected: u32,
    pub back: u32,
    pub missing: u32,
    /// Among the expected, and not asked for.
    pub lost: u32,
    /// Printed and not handed out while others were: not expected.
    pub kept: u32,
    /// What is missing, by team and number; none for a self-report that was never numbered.
    pub sheets: Vec<RadarSheet>,
    /// The team head's summary, if it is missing.
    pub summary: Option<RadarSheet>,
}

/// An evening that is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RadarEvening {
    pub on: NaiveDate,
    pub weekday: String,
    pub expected: u32,
    pub back: u32,
    pub missing: u32,
    pub lost: u32,
    pub late: bool,
    /// Summaries that are back, and that are missing.
    pub summaries_back: u32,
    pub summaries_missing: u32,
}

/// What is missing now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Radar {
    pub expected: u32,
    pub back: u32,
    pub missing: u32,
    /// Of the missing sheets, those of evenings the office has opened after.
    pub late: u32,
    pub summaries_missing: u32,
    pub lost: u32,
    /// The latest first; self-reports stand under their last day.
    pub evenings: Vec<RadarEvening>,
    /// The longest awaited first.
    pub packets: Vec<RadarPacket>,
}

/// Expected against returned, per evening and pair of hands, of evenings that are over.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetRadar {}

impl Read for GetRadar {
    type Answer = Radar;
    const NAME: &'static str = "get_radar";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Radar> {
        let packets = view.packets()?;
        let sum = |of: fn(&Packet) -> u32| packets.iter().map(of).sum();
        Ok(Radar {
            expected: sum(|p| p.expected),
            back: sum(|p| p.back),
            missing: sum(Packet::missing),
            late: sum(|p| if p.late { p.missing() } else { 0 }),
            summaries_missing: sum(summary_missing),
            lost: sum(|p| p.lost),
            evenings: evenings(&packets),
            packets: rows(view, packets.iter().filter(|p| !p.is_whole()))?,
        })
    }
}

fn summary_missing(packet: &Packet) -> u32 {
    u32::from(matches!(packet.summary, Summary::Missing(_)))
}

fn evenings(packets: &[Packet]) -> Vec<RadarEvening> {
    let mut by_day: BTreeMap<NaiveDate, RadarEvening> = BTreeMap::new();
    for packet in packets {
        let evening = by_day.entry(packet.on).or_insert_with(|| RadarEvening {
            on: packet.on,
            weekday: weekday(packet.on).to_owned(),
            expected: 0,
            back: 0,
            missing: 0,
            lost: 0,
            late: packet.late,
            summaries_back: 0,
            summaries_missing: 0,
        });
        evening.expected += packet.expected;
        evening.back += packet.back;
        evening.missing += packet.missing();
        evening.lost += packet.lost;
        evening.summaries_back += u32::from(packet.summary == Summary::Back);
        evening.summaries_missing += summary_missing(packet);
    }
    by_day.into_values().rev().collect()
}

/// Packets as they are shown: names are those of now, an area's that of its evening.
pub(super) fn rows<'p>(view: &View<'_>, packets: impl Iterator<Item = &'p Packet>) -> Result<Vec<RadarPacket>> {
    let names = view.area_names()?;
    let named = view.names()?;
    let teams = view.list_teams(view.get_campaign()?.id)?.into_iter().map(|t| (t.id, t.name)).collect();
    Ok(packets
        .map(|packet| RadarPacket {
            visit: match packet.of {
                Whose::Visit(id) => Some(id),
                Whose::Area(_) => None,
            },
            area: packet.area,
            area_label: names.on(packet.area, packet.on).map(|a| a.label()).unwrap_or_default(),
            on: packet.on,
            weekday: weekday(packet.on).to_owned(),
            hands: packet.hands.map(&named),
            hands_by: packet.by,
            due: packet.due,
            late: packet.late,
            hours: packet.hours,
            age: age_words(packet.hours),
            expected: packet.expected,
            back: packet.back,
            missing: packet.missing(),
            lost: packet.lost,
            kept: packet.kept,
            sheets: packet.missing.iter().map(|sheet| RadarSheet::of(sheet, &teams)).collect(),
            summary: match &packet.summary {
                Summary::Missing(sheet) => Some(RadarSheet::of(sheet, &teams)),
                Summary::None | Summary::Back => None,
            },
        })
        .collect())
}

impl RadarSheet {
    fn of(sheet: &Out, teams: &BTreeMap<TeamId, String>) -> Self {
        Self {
            code: sheet.code.to_string(),
            kind: sheet.kind,
            team: sheet.team,
            team_name: sheet.team.and_then(|id| teams.get(&id)).cloned(),
            n: sheet.n,
            of: sheet.of,
            state: sheet.state,
            state_word: sheet.state.word().to_owned(),
        }
    }
}
