//! Progress of a small ward, every figure worked out by hand.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::area::{Area, AreaKind, BaseFigures};
use crate::campaign::{Denominator, Numerator, plan_targets};
use crate::code::{OfficeKey, SheetCode};
use crate::form::{Form, Meaning, default_checks, default_indicators, reason_checks, reason_indicators};
use crate::ids::{AreaId, BaseId, CampaignId, FormId, SheetId, TargetId, VisitId};
use crate::rates::{Book, FunnelStage, KeyedSheet};
use crate::sheet::{Sheet, SheetKind, SheetState};
use crate::tally::BoxNo;

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

fn campaign() -> Campaign {
    let evening = |h| NaiveTime::from_hms_opt(h, 30, 0).expect("a time");
    Campaign {
        id: CampaignId(1),
        title: "Cài đặt iHanoi".into(),
        app_name: "iHanoi".into(),
        subject: String::new(),
        starts_on: day(9),
        ends_on: day(14),
        evening_starts: evening(19),
        evening_ends: evening(21),
        contact: None,
        signature_lines: vec![],
        signer: None,
        drafter: None,
        recipients: vec![],
        plan_number: None,
        plan_date: None,
        plan_month: None,
        illustration: Some("số liệu minh họa".into()),
        link: None,
        data_purpose: None,
        retain_until: None,
    }
}

fn area(id: i64, own: Option<u32>) -> Area {
    Area {
        id: AreaId(id),
        name: format!("Hà Trì {id}"),
        kind: AreaKind::ResidentialGroup,
        cluster: None,
        leader: None,
        self_report_due: own.map(day),
        began_on: None,
        ended_on: None,
    }
}

fn base(area: i64, people: u32, smartphone: u32, installed: Option<u32>) -> BaseFigures {
    BaseFigures {
        id: BaseId(area),
        area: AreaId(area),
        as_of: day(1),
        source: "Công an phường".into(),
        households: Some(people / 3),
        people_15: Some(people),
        smartphone_15: Some(smartphone),
        installed,
    }
}

fn sheet(id: i64, area: i64, on: Option<u32>, kind: SheetKind, boxes: &[(u16, u32)]) -> KeyedSheet {
    let sheet = Sheet {
        id: SheetId(id),
        code: SheetCode::of(&OfficeKey([1; 32]), SheetId(id)).expect("in range"),
        kind,
        visit: on.map(|_| VisitId(i64::from(on.unwrap_or_default()))).filter(|_| kind != SheetKind::SelfReport),
        area: Some(AreaId(area)),
        team: None,
        n: 1,
        of: 1,
        form: FormId(1),
        state: if boxes.is_empty() { SheetState::first(kind) } else { SheetState::Keyed },
        on: on.map(day),
        called_off: false,
        accepted_because: None,
        note: None,
        holder: None,
        handed_out_on: None,
        replaces: None,
        copy_of: None,
        state_because: None,
    };
    KeyedSheet { sheet, tally: boxes.iter().map(|(no, v)| (BoxNo::number(*no), *v)).collect() }
}

fn visit(on: u32, area: i64, cancelled: Option<&str>) -> Visit {
    let hour = |h| NaiveTime::from_hms_opt(h, 30, 0).expect("a time");
    Visit {
        id: VisitId(i64::from(on)),
        area: AreaId(area),
        on: day(on),
        starts: hour(19),
        ends: hour(21),
        cancelled: cancelled.map(str::to_owned),
        teams: vec![],
    }
}

/// Hà Trì 1 on the 9th and 12th, 2 on the 10th and 13th, 3 (without a base) on the 11th, 4 called off on the 11th and
/// out on the 14th; 5 reports by itself by the 12th.
struct Ward {
    campaign: Campaign,
    targets: [Target; 2],
    book: Book,
    visits: Vec<Visit>,
}

impl Ward {
    fn new() -> Self {
        let mut indicators = default_indicators("iHanoi");
        indicators.extend(reason_indicators());
        let mut checks = default_checks();
        checks.extend(reason_checks());
        let form = Form { id: FormId(1), version: 1, control: false, indicators, checks };
        let mut targets = plan_targets(day(14));
        targets[1].id = TargetId(1);
        let regular = SheetKind::Regular;
        let sheets = vec![
            sheet(1, 1, Some(9), regular, &[(2, 20), (4, 60), (5, 50), (6, 10), (7, 30), (8, 36), (9, 30)]),
            sheet(2, 1, Some(9), regular, &[]),
            sheet(3, 2, Some(10), regular, &[(2, 30), (4, 80), (5, 60), (6, 5), (7, 40), (8, 44)]),
            sheet(4, 3, Some(11), regular, &[(4, 10), (5, 9), (6, 1), (7, 8), (8, 9)]),
            sheet(5, 1, Some(12), regular, &[]),
            sheet(6, 2, Some(13), regular, &[]),
            sheet(7, 4, Some(14), regular, &[]),
            sheet(8, 5, None, SheetKind::SelfReport, &[]),
        ];
        let bases = vec![
            base(1, 500, 400, Some(60)),
            base(2, 200, 100, None),
            base(4, 100, 80, Some(8)),
            base(5, 50, 40, Some(4)),
        ];
        let areas = (1..=4).map(|id| area(id, None)).chain([area(5, Some(12))]).collect();
        let visits = vec![
            visit(9, 1, None),
            visit(10, 2, None),
            visit(11, 3, None),
            Visit { id: VisitId(99), ..visit(11, 4, Some("mưa bão")) },
            visit(12, 1, None),
            visit(13, 2, None),
            visit(14, 4, None),
        ];
        let book = Book { areas, bases, forms: vec![form], sheets, ..Book::default() };
        Self { campaign: campaign(), targets, book, visits }
    }

    fn ask<T>(&self, to: u32, today: u32, ask: impl FnOnce(&Ground<'_>) -> T) -> T {
        let sums = Sums::of(&self.book);
        let (to, today) = (day(to), day(today));
        let ground = Ground {
            campaign: &self.campaign,
            targets: &self.targets,
            sums: &sums,
            visits: &self.visits,
            to,
            today,
            before: None,
        };
        ask(&ground)
    }

    fn on(&self, to: u32, today: u32) -> Progress {
        self.ask(to, today, progress)
    }
}

#[test]
fn what_is_over_and_what_is_missing() {
    // The morning of the 13th: the visit of the 12th is over, that of the 13th is not.
    let progress = Ward::new().on(13, 13);
    assert_eq!((progress.visits, progress.evenings), (DoneOf { done: 4, all: 6 }, DoneOf { done: 4, all: 6 }));
    let sheets = progress.sheets;
    assert_eq!((sheets.expected, sheets.returned, sheets.missing, sheets.missing_of), (6, 3, 3, 3));
    let missing: Vec<(&str, u32, usize, Option<NaiveDate>)> = progress
        .missing
        .iter()
        .map(|m| (m.area.name.as_str(), m.sheets, m.evenings.len(), m.self_report_due))
        .collect();
    assert_eq!(missing, [("Hà Trì 1", 2, 2, None), ("Hà Trì 5", 1, 0, Some(day(12)))]);
    // Asked for an earlier day, only what was over then; the sheet that came later still counts as back.
    let earlier = Ward::new().on(9, 13);
    assert_eq!((earlier.visits.done, earlier.sheets.missing, earlier.as_of), (1, 1, day(9)));
}

#[test]
fn the_heat_table_tells_every_state_and_leaves_blank_what_is_not_known() {
    let progress = Ward::new().on(13, 13);
    let heat = &progress.heat;
    assert_eq!((heat.meaning, heat.most, heat.days.len()), (Meaning::InstalledTonight, Some(40), 6));
    let cells: Vec<(i64, u32, CellState, Option<u64>)> = heat
        .areas
        .iter()
        .flat_map(|a| a.cells.iter().map(move |c| (a.id.0, chrono::Datelike::day(&c.on), c.state, c.count)))
        .collect();
    assert_eq!(
        cells,
        [
            (1, 9, CellState::Partly, Some(30)),
            (1, 12, CellState::NoSheets, None),
            (2, 10, CellState::Complete, Some(40)),
            (2, 13, CellState::Scheduled, None),
            (3, 11, CellState::Complete, Some(8)),
            (4, 11, CellState::Cancelled, None),
            (4, 14, CellState::Ahead, None),
        ]
    );
    let evenings: Vec<Option<u32>> = heat.days.iter().map(|d| d.evening).collect();
    assert_eq!(evenings, (1..=6).map(Some).collect::<Vec<_>>());
    assert_eq!(heat.days.iter().map(|d| d.count).collect::<Vec<_>>(), [Some(30), Some(40), Some(8), None, None, None]);
    let own = heat.areas[4].self_report.expect("it reports by itself");
    assert_eq!((own.due, own.as_of, own.late), (Some(day(12)), None, true));
    assert_eq!(heat.areas[2].rates[0].percent, None, "no base");
    assert_eq!(heat.areas[3].rates[1].numerator, None, "nothing was reported");
}

#[test]
fn a_target_says_what_is_needed_and_how_it_came_there() {
    let progress = Ward::new().on(13, 13);
    let [installed, account] = &progress.targets[..] else { panic!("two targets") };
    // 60 + 30, 5 + 40, 8, 4 of 400 + 100 + 80 + 40: area 3 has no base.
    assert_eq!((installed.rate.numerator, installed.rate.denominator), (Some(90 + 45 + 8 + 4), Some(620)));
    assert_eq!((installed.rate.percent, installed.rate.among_met), (Some(23.7), true));
    assert_eq!(installed.left_out.iter().map(|a| a.id.0).collect::<Vec<_>>(), [3]);
    let need = installed.need.expect("a goal");
    // The visits of the 13th and 14th; those of the 9th and 10th brought 30 and 45.
    assert_eq!((need.goal, need.more, need.visits_left, need.per_visit), (310, 163, 2, Some(82)));
    assert_eq!((need.pace, need.visits_with_figures, need.factor), (Some(37.5), 2, Some(2.2)));
    assert_eq!((account.rate.numerator, account.rate.denominator), (Some(80), Some(850)));
    let points: Vec<(Option<u64>, Option<u64>)> = installed.trend.iter().map(|p| (p.numerator, p.needed)).collect();
    // From 72 with the app on the 1st to 310, by five visits of the areas it covers; the 14th is still to come.
    assert_eq!(
        points,
        [
            (Some(102), Some(120)),
            (Some(147), Some(168)),
            (Some(147), Some(168)),
            (Some(147), Some(215)),
            (Some(147), Some(263)),
            (None, Some(310)),
        ]
    );
    let accounts: Vec<Option<u64>> = account.trend.iter().map(|p| p.numerator).collect();
    assert_eq!(accounts, [Some(36), Some(80), Some(80), Some(80), Some(80), None]);
    assert!(installed.week.is_none() && installed.campaign.is_none(), "there was nothing a week ago");
}

#[test]
fn stages_and_reasons_are_counters_of_their_own() {
    let mut ward = Ward::new();
    let reasons = [("10", 10), ("10a", 10), ("10b", 0)];
    for (no, value) in reasons {
        ward.book.sheets[0].tally.set(no.parse().expect("a box"), Some(value));
    }
    let progress = ward.on(13, 13);
    let stages: Vec<(FunnelStage, Option<u64>, Option<f64>)> =
        progress.stages.iter().map(|s| (s.stage, s.count, s.of_met)).collect();
    assert_eq!(
        stages,
        [
            (FunnelStage::Informed, Some(150), Some(100.0)),
            (FunnelStage::Smartphone, Some(119), Some(79.3)),
            (FunnelStage::Installed, Some(94), Some(62.7)),
            (FunnelStage::Account, Some(89), Some(59.3)),
            // Only Hà Trì 1 counted it: 30 of its own 60.
            (FunnelStage::Activated, Some(30), Some(50.0)),
        ]
    );
    let told: Vec<(Meaning, Option<u64>, Option<f64>)> =
        progress.reasons.iter().map(|r| (r.meaning, r.count, r.share)).collect();
    assert_eq!(told[0], (Meaning::NoSmartphone, Some(10), Some(100.0)));
    assert_eq!(told[1], (Meaning::OldPhone, Some(0), Some(0.0)), "nobody is not unknown");
    assert_eq!(told[2], (Meaning::Unwilling, None, None), "unknown is not nobody");
    assert_eq!(progress.heat.areas[0].reasons[0], Some(10));
    assert_eq!(progress.heat.areas[1].stages[4], None);
}

#[test]
fn areas_are_ranked_by_the_goal_they_are_nearest_to_and_the_unknown_stand_apart() {
    let mut ward = Ward::new();
    for target in &mut ward.targets {
        target.percent = 5;
    }
    // Hà Trì 4 as far as Hà Trì 1 in both: 18 of 80 is 90 of 400, 7,2 of 100 is 36 of 500; nobody is level by chance.
    let progress = ward.on(13, 13);
    let ranked: Vec<(u32, i64, f64, bool)> =
        progress.ranking.ranked.iter().map(|r| (r.place, r.area.id.0, r.margin, r.reached)).collect();
    assert_eq!(ranked, [(1, 2, 17.0, true), (2, 1, 2.2, true)]);
    assert_eq!(progress.ranking.ranked[1].doubt.as_deref(), Some("còn 02 phiếu chưa nộp"));
    let apart: Vec<(i64, &str)> = progress.ranking.apart.iter().map(|u| (u.area.id.0, u.because.as_str())).collect();
    assert_eq!(apart, [(3, "chưa có số nền"), (4, "chưa báo cáo"), (5, "chưa báo cáo")]);
}

#[test]
fn level_areas_share_a_place() {
    let mut ward = Ward::new();
    ward.targets[0] =
        Target { numerator: Numerator::Informed, denominator: Denominator::People15, ..ward.targets[0].clone() };
    ward.targets[1] = ward.targets[0].clone();
    ward.book.bases = vec![base(1, 120, 1, None), base(2, 160, 1, None), base(3, 10, 1, None)];
    let progress = ward.on(13, 13);
    let places: Vec<(u32, bool, i64)> =
        progress.ranking.ranked.iter().map(|r| (r.place, r.level, r.area.id.0)).collect();
    assert_eq!(places, [(1, false, 3), (2, true, 1), (2, true, 2)]);
}

#[test]
fn a_week_and_a_campaign_before_are_compared_by_the_same_day() {
    let mut ward = Ward::new();
    ward.campaign.ends_on = day(30);
    let week = ward.on(17, 18).targets[1].week.clone().expect("a week before");
    assert_eq!((week.on, week.rate.numerator, week.gained, week.gained_before), (day(10), Some(80), Some(0), None));
    assert_eq!(week.points, Some(0.0));
    let earlier = Ward::new();
    let earlier_sums = Sums::of(&earlier.book);
    let before = Before { campaign: &earlier.campaign, targets: &earlier.targets, sums: &earlier_sums };
    let mut later = Ward::new();
    later.campaign.starts_on = day(10);
    let compared = later.ask(10, 13, |ground| progress(&Ground { before: Some(before), ..*ground }));
    let then = compared.targets[1].campaign.clone().expect("the campaign before");
    assert_eq!(
        (then.on, then.rate.numerator, then.words.as_str()),
        (day(9), Some(36), "ngày thứ 1 của đợt Cài đặt iHanoi, 09/11/2024")
    );
    let past_its_end = later.ask(29, 30, |ground| progress(&Ground { before: Some(before), ..*ground }));
    assert_eq!(past_its_end.targets[0].campaign.as_ref().map(|c| c.on), Some(day(14)));
}

/// Every figure of the screen is what its bases and sheets add up to.
#[test]
fn what_is_behind_a_figure_adds_up_to_it() {
    let mut ward = Ward::new();
    ward.book.sheets.push(sheet(9, 5, Some(11), SheetKind::SelfReport, &[(4, 9), (7, 3), (8, 5)]));
    ward.book.sheets.push(sheet(10, 5, Some(13), SheetKind::SelfReport, &[(4, 19), (7, 6), (8, 10)]));
    let progress = ward.on(13, 14);
    let adds_up = |figure: Figure, area: Option<i64>, on: Option<u32>, shown: Option<u64>| {
        let gathering = ward.ask(13, 14, |g| gather(g, figure, area.map(AreaId), on.map(day))).expect("a figure");
        assert_eq!(gathering.value, shown, "{figure:?} {area:?} {on:?}");
        let form = &ward.book.forms[0];
        let mut sheets = 0;
        for KeyedSheet { sheet, tally } in &ward.book.sheets {
            let Some(boxes) = sheet.area.and_then(|a| gathering.entering.boxes(sheet, a)) else { continue };
            sheets += match figure {
                Figure::Sheets { .. } => 1,
                _ => boxes.iter().filter_map(|m| form.count(tally, *m)).map(u64::from).sum(),
            };
        }
        assert_eq!(gathering.of_bases().unwrap_or(0) + sheets, shown.unwrap_or(0), "{figure:?} {area:?} {on:?}");
        gathering
    };
    let areas: BTreeSet<Option<i64>> = [None, Some(1), Some(2), Some(3), Some(4), Some(5)].into();
    for (n, target) in progress.targets.iter().enumerate() {
        for area in &areas {
            let rate = match area {
                None => target.rate,
                Some(id) => progress.heat.areas.iter().find(|a| a.id.0 == *id).expect("a row").rates[n],
            };
            adds_up(Figure::Numerator { target: target.id }, *area, None, rate.numerator);
            adds_up(Figure::Denominator { target: target.id }, *area, None, rate.denominator);
        }
    }
    for row in &progress.heat.areas {
        for cell in &row.cells {
            let on = chrono::Datelike::day(&cell.on);
            adds_up(Figure::Meaning { meaning: progress.heat.meaning }, Some(row.id.0), Some(on), cell.count);
        }
    }
    for stage in &progress.stages {
        adds_up(Figure::Stage { stage: stage.stage }, None, None, stage.count);
    }
    let due = progress.sheets;
    for (which, count) in [
        (WhichSheets::Expected, due.expected),
        (WhichSheets::Returned, due.returned),
        (WhichSheets::Missing, due.missing),
    ] {
        adds_up(Figure::Sheets { which }, None, None, Some(u64::from(count)));
    }
    let gathering = adds_up(Figure::Numerator { target: TargetId(0) }, Some(1), None, Some(90));
    assert_eq!(gathering.words, "Số người đã cài đặt, Hà Trì 1, đến hết ngày 13/11/2024");
    assert_eq!(gathering.bases[0].source, "Công an phường");
    assert!(ward.ask(13, 14, |g| gather(g, Figure::Numerator { target: TargetId(9) }, None, None)).is_none());
}
