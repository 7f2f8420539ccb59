//! Progress on real files: the store's sums are those of the sheets, and every figure leads to what is behind it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::ids::AreaId;
use domain::progress::{Figure, Progress, WhichSheets};
use domain::rates::{Ledger, Period, Sums};
use domain::sheet::SheetState;
use domain::verification::Stage;
use proptest::prelude::*;

use super::kit::{Ward, code_of};
use super::states::{Evening, day, figures, staff};
use crate::ErrorCode;
use crate::area::SplitArea;
use crate::attachment::AttachFile;
use crate::progress::{FigureSheet, FigureView, GetFigure, GetProgress, ProgressPdf};
use crate::sheet::{BoxEntry, NumberSelfReport, NumberSheets, SetAsOf, SetBoxes, WithdrawSheet};
use crate::target::GetTargets;
use crate::visit::CancelVisit;

/// The store's sums and the sheets' own, families as one and every area for itself.
fn sums_agree(ward: &Ward) {
    let view = ward.office.view();
    let campaign = view.get_campaign().expect("a campaign").id;
    let (book, each) = (view.book().expect("a book"), view.each_area().expect("a book"));
    let added = view.added(campaign).expect("sums").sums;
    assert_eq!(added, Sums::of(&book));
    assert_eq!(view.added_by_area(campaign).expect("sums"), Sums::of(&each));
    for to in [day(9), day(15), day(30)] {
        let period = Period::until(to);
        assert_eq!(Ledger::of_sums(&added, period), Ledger::of(&book, period));
    }
}

fn progress(ward: &Ward, to: Option<NaiveDate>) -> Progress {
    ward.office.read(GetProgress { to }).expect("progress")
}

fn asked(figure: Figure) -> GetFigure {
    GetFigure { figure, area: None, on: None, to: None, after: 0, limit: 200 }
}

fn behind(ward: &Ward, ask: GetFigure) -> FigureView {
    ward.office.read(ask).expect("a figure")
}

/// All pages of it.
fn all_sheets(ward: &Ward, ask: GetFigure) -> Vec<FigureSheet> {
    let mut sheets = Vec::new();
    loop {
        let page = behind(ward, GetFigure { after: u32::try_from(sheets.len()).expect("few"), limit: 50, ..ask });
        let total = page.total as usize;
        sheets.extend(page.sheets);
        if sheets.len() >= total {
            return sheets;
        }
    }
}

#[test]
fn the_stores_sums_are_those_of_every_sheet_in_every_state() {
    for sample in ["ha-cau-2024", "minh-hoa"] {
        sums_agree(&Ward::of(sample));
    }
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    let evening = Evening::of(&mut ward, day(9));
    sums_agree(&ward);
    ward.as_role(domain::account::Role::Administrator);
    ward.office
        .write(NumberSheets { count: 1, loose: 3, ..NumberSheets::default() })
        .expect("spares without an evening");
    let cancel = CancelVisit { id: evening.visit, reason: Some("mưa bão".into()), confirmed: true };
    ward.office.write(cancel).expect("called off");
    sums_agree(&ward);
}

#[test]
fn areas_that_came_out_of_one_another_are_one_row() {
    let mut ward = Ward::of("minh-hoa");
    let before = progress(&ward, None);
    let row = before.heat.areas.iter().find(|a| a.count.is_some()).expect("an area with figures");
    let (id, name, count) = (row.id, row.name.clone(), row.count);
    let view = ward.office.view();
    let visits = view.list_visits(view.get_campaign().expect("it").id).expect("visits");
    let last = visits.iter().filter(|v| v.area == id).map(|v| v.on).max().expect("an evening");
    let heir = |part: &str| crate::area::HeirForm {
        name: format!("{name}{part}"),
        kind: domain::area::AreaKind::ResidentialGroup,
        cluster: None,
    };
    let on = last.succ_opt().expect("a day");
    let split = SplitArea { id, on, into: vec![heir("A"), heir("B")], evenings: Vec::new(), because: "NQ 5".into() };
    ward.office.write(split).expect("split");
    sums_agree(&ward);
    let after = progress(&ward, None);
    let row = after.heat.areas.iter().find(|a| a.name == format!("{name}A + {name}B")).expect("one row");
    assert_eq!(row.count, count, "what was counted before stays");
    assert_eq!(after.heat.areas.len(), before.heat.areas.len());
    assert_eq!(after.targets[0].rate, before.targets[0].rate);
    // Either of the areas leads there.
    let ask = asked(Figure::Meaning { meaning: after.heat.meaning });
    for area in [id, row.id] {
        let view = behind(&ward, GetFigure { area: Some(area), ..ask });
        assert_eq!((view.value, view.of_sheets), (count, count));
    }
}

#[derive(Debug, Clone)]
enum Deed {
    Key { sheet: usize, boxes: Vec<(u16, Option<u32>)> },
    Withdraw { sheet: usize },
    Cancel { visit: usize },
    OwnReport { boxes: Vec<(u16, Option<u32>)>, on: u32 },
}

fn any_boxes() -> impl Strategy<Value = Vec<(u16, Option<u32>)>> {
    prop::collection::btree_map(1u16..=9, prop::option::of(0u32..300), 0..9).prop_map(|m| m.into_iter().collect())
}

fn any_deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => (0usize..200, any_boxes()).prop_map(|(sheet, boxes)| Deed::Key { sheet, boxes }),
        2 => (0usize..200).prop_map(|sheet| Deed::Withdraw { sheet }),
        1 => (0usize..22).prop_map(|visit| Deed::Cancel { visit }),
        2 => (any_boxes(), 1u32..=9).prop_map(|(boxes, on)| Deed::OwnReport { boxes, on }),
    ]
}

fn entries(boxes: Vec<(u16, Option<u32>)>) -> Vec<BoxEntry> {
    boxes.into_iter().map(|(no, v)| BoxEntry::of(no, v.map_or_else(String::new, |v| v.to_string()))).collect()
}

/// Deeds that are refused change nothing, which is as good.
fn done(ward: &mut Ward, codes: &[String], deed: Deed) {
    match deed {
        Deed::Key { sheet, boxes } => {
            let code = codes[sheet % codes.len()].clone();
            _ = ward.office.write(SetBoxes { code, boxes: entries(boxes), cursor: None });
        }
        Deed::Withdraw { sheet } => {
            let code = codes[sheet % codes.len()].clone();
            _ = ward.office.write(WithdrawSheet { code, reason: "hỏng".into() });
        }
        Deed::Cancel { visit } => {
            let view = ward.office.view();
            let visits = view.list_visits(view.get_campaign().expect("it").id).expect("visits");
            let id = visits[visit % visits.len()].id;
            _ = ward.office.write(CancelVisit { id, reason: Some("mưa".into()), confirmed: true });
        }
        Deed::OwnReport { boxes, on } => {
            let view = ward.office.view();
            let areas = view.list_areas(view.get_campaign().expect("it").id).expect("areas");
            let Some(area) = areas.into_iter().find(|a| a.self_report_due.is_some()) else { return };
            let Ok(code) = ward.office.write(NumberSelfReport { area: area.id }) else { return };
            let code = code.answer;
            _ = ward.office.write(SetBoxes { code: code.clone(), boxes: entries(boxes), cursor: None });
            _ = ward.office.write(SetAsOf { code, as_of: day(on) });
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]
    #[test]
    fn sums_agree_whatever_is_keyed_and_in_whatever_order(deeds in prop::collection::vec(any_deed(), 1..30)) {
        let mut ward = Ward::of("ha-cau-2024");
        ward.office.write(NumberSheets { count: 2, spare: 1, ..NumberSheets::default() }).expect("codes");
        let codes: Vec<String> =
            ward.office.read(crate::status::GetStatus {}).expect("a status").sheets.into_iter().map(|s| s.code).collect();
        for deed in deeds {
            done(&mut ward, &codes, deed);
        }
        sums_agree(&ward);
    }
}

#[test]
fn progress_and_targets_say_the_same_and_areas_add_up() {
    let ward = Ward::of("minh-hoa");
    let progress = progress(&ward, None);
    assert!(progress.illustration.is_some(), "invented figures say so");
    let targets = ward.office.read(GetTargets {}).expect("targets");
    for (shown, target) in progress.targets.iter().zip(&targets) {
        let rate = (shown.rate.numerator, shown.rate.denominator, shown.rate.percent);
        assert_eq!((shown.id, rate), (target.id, (target.numerator, target.denominator, target.percent)));
        let names: Vec<&str> = shown.left_out.iter().map(|a| a.name.as_str()).collect();
        assert_eq!(names, target.without_base);
        let need = shown.need.expect("a goal");
        assert!(need.per_visit.is_none_or(|each| each * u64::from(need.visits_left) >= need.more));
        let range = shown.range.expect("a range");
        let percent = shown.rate.percent.expect("a rate");
        assert!(range.low_percent <= percent && percent <= range.high_percent);
        // The last point that is known is today's.
        let last = shown.trend.iter().rev().find_map(|p| p.numerator);
        assert_eq!(last, shown.rate.numerator);
    }
    let stage = progress.stages.iter().find(|s| s.meanings == [domain::form::Meaning::PeopleMet]).expect("told");
    let n = progress.stages.iter().position(|s| s == stage).expect("a place");
    assert_eq!(progress.heat.areas.iter().filter_map(|a| a.stages[n]).sum::<u64>(), stage.count.expect("met"));
    let cells: u64 = progress.heat.areas.iter().filter_map(|a| a.count).sum();
    assert_eq!(progress.heat.days.iter().filter_map(|d| d.count).sum::<u64>(), cells);
}

#[test]
fn without_figures_everything_is_blank_and_nothing_is_nought() {
    let progress = progress(&Ward::of("ha-cau-2024"), None);
    assert_eq!((progress.visits.done, progress.visits.all, progress.evenings.all), (1, 22, 22));
    for target in &progress.targets {
        assert_eq!(
            (target.rate.numerator, target.rate.denominator, target.need, target.range),
            (None, None, None, None)
        );
        assert!(target.trend.iter().all(|p| p.numerator.is_none() && p.needed.is_none()));
    }
    assert!(progress.stages.iter().all(|s| s.count.is_none() && s.of_met.is_none()));
    assert!(progress.heat.areas.iter().flat_map(|a| &a.cells).all(|c| c.count.is_none()));
    assert!(progress.ranking.ranked.is_empty() && progress.ranking.apart.len() == 18);
}

#[test]
fn every_figure_leads_to_sheets_that_add_up_to_it() {
    let ward = Ward::of("minh-hoa");
    let progress = progress(&ward, None);
    let adds_up = |ask: GetFigure, shown: Option<u64>| {
        let view = behind(&ward, ask);
        assert_eq!(view.value, shown, "{ask:?}");
        let of_sheets: u64 = all_sheets(&ward, ask).iter().filter_map(|s| s.sum).sum();
        assert_eq!(of_sheets, view.of_sheets.unwrap_or(0), "{ask:?}");
        let bases: u64 = view.bases.iter().map(|b| u64::from(b.value)).sum();
        assert_eq!(bases + of_sheets, shown.unwrap_or(0), "{ask:?}");
        assert!(view.bases.iter().all(|b| b.source == "Số liệu minh họa"));
    };
    for (n, target) in progress.targets.iter().enumerate() {
        adds_up(asked(Figure::Numerator { target: target.id }), target.rate.numerator);
        adds_up(asked(Figure::Denominator { target: target.id }), target.rate.denominator);
        let row = progress.heat.areas.iter().find(|a| a.rates[n].percent.is_some()).expect("an area with a rate");
        let of_area = |figure| GetFigure { area: Some(row.id), ..asked(figure) };
        adds_up(of_area(Figure::Numerator { target: target.id }), row.rates[n].numerator);
        adds_up(of_area(Figure::Denominator { target: target.id }), row.rates[n].denominator);
    }
    let cell = |row: &domain::progress::AreaProgress| row.cells.iter().find(|c| c.count.is_some()).cloned();
    let (area, cell) = progress.heat.areas.iter().find_map(|a| Some((a.id, cell(a)?))).expect("a cell");
    let meaning = Figure::Meaning { meaning: progress.heat.meaning };
    adds_up(GetFigure { area: Some(area), on: Some(cell.on), ..asked(meaning) }, cell.count);
    let sheets = |which| all_sheets(&ward, asked(Figure::Sheets { which })).len();
    let due = progress.sheets;
    assert!(due.missing > 0, "some are out");
    assert_eq!(
        (sheets(WhichSheets::Expected), sheets(WhichSheets::Returned), sheets(WhichSheets::Missing)),
        (due.expected as usize, due.returned as usize, due.missing as usize)
    );
    let missing: u32 = progress.missing.iter().map(|m| m.sheets).sum();
    assert_eq!(missing, due.missing);
}

#[test]
fn a_sheet_behind_a_figure_says_who_keyed_it_and_what_was_scanned() {
    let mut ward = Ward::of("ha-cau-2024");
    staff(&mut ward);
    let (codes, _, _) = ward.numbered(day(9), 2, 0);
    ward.as_named("Lê Thị Bích");
    ward.key(&codes[0], figures(0)).expect("keyed");
    let scan = ward.folder.path().join("phieu.pdf");
    std::fs::write(&scan, super::attachments::PDF).expect("a scan");
    let attach = AttachFile { code: codes[0].clone(), path: scan.to_string_lossy().into_owned() };
    ward.office.write(attach).expect("attached");
    let ask =
        GetFigure { on: Some(day(9)), ..asked(Figure::Meaning { meaning: domain::form::Meaning::InstalledTonight }) };
    let view = behind(&ward, ask);
    let [sheet] = &view.sheets[..] else { panic!("the other is not back: {:?}", view.sheets) };
    assert_eq!((view.total, view.value, sheet.sum), (1, Some(41), Some(41)));
    assert_eq!((sheet.code.as_str(), sheet.state), (codes[0].as_str(), SheetState::Keyed));
    let [seven] = &sheet.boxes[..] else { panic!("one box") };
    assert_eq!((seven.no.to_string().as_str(), seven.value, seven.by.as_deref()), ("7", Some(41), Some("Lê Thị Bích")));
    assert!(seven.at.as_deref().is_some_and(|at| at.starts_with("2024-11-10T08:00:00")));
    assert_eq!((sheet.second, sheet.second_word.as_str()), (Stage::Untouched, "nhập một lần"));
    assert_eq!(sheet.attachments.len(), 1);
    assert_eq!(sheet.attachments[0].mime, "application/pdf");
    // Whoever keys it a second time is not told, here neither.
    ward.as_named("Trần Văn Đơ");
    ward.key_second(&codes[0], vec![BoxEntry::of(1, 1)]).expect("begun");
    let blind = behind(&ward, ask);
    assert!(blind.sheets[0].hidden && blind.sheets[0].boxes.iter().all(|b| b.value.is_none()));
    assert_eq!((blind.value, blind.of_sheets, blind.sheets[0].sum), (None, None, None));
    ward.as_named("Nguyễn Văn Chủ");
    assert_eq!(behind(&ward, ask).value, Some(41));
}

#[test]
fn pages_follow_one_another() {
    let ward = Ward::of("minh-hoa");
    let ask = asked(Figure::Sheets { which: WhichSheets::Expected });
    let all = all_sheets(&ward, ask);
    let by_code: BTreeMap<&str, usize> = all.iter().map(|s| (s.code.as_str(), 1)).collect();
    assert_eq!(by_code.len(), all.len(), "none twice");
    let page = behind(&ward, GetFigure { after: 3, limit: 2, ..ask });
    assert_eq!(page.sheets, all[3..5]);
    assert!(behind(&ward, GetFigure { after: 9_999, ..ask }).sheets.is_empty());
    let unknown = ward.office.read(asked(Figure::Numerator { target: domain::ids::TargetId(999) }));
    assert_eq!(code_of(unknown), ErrorCode::Missing);
    let nowhere = behind(&ward, GetFigure { area: Some(AreaId(999)), ..ask });
    assert_eq!((nowhere.total, nowhere.value), (0, Some(0)));
}

#[test]
fn a_day_that_is_over_stands_for_itself() {
    let ward = Ward::of("minh-hoa");
    let all = progress(&ward, None);
    let on = all.heat.days.iter().find(|d| d.count.is_some()).expect("a day with figures").on;
    let then = progress(&ward, Some(on));
    assert_eq!(then.heat.days.iter().filter(|d| d.count.is_some()).map(|d| d.on).collect::<Vec<_>>(), [on]);
    let point = |p: &Progress| p.targets[1].trend.iter().find(|point| point.on == on).copied().expect("a point");
    assert_eq!(point(&all).numerator, then.targets[1].rate.numerator);
    assert_eq!(point(&then).percent, then.targets[1].rate.percent);
}

#[test]
fn the_progress_of_a_day_is_a_paper() {
    for (sample, pages) in [("ha-cau-2024", 1..=1), ("minh-hoa", 1..=2)] {
        let ward = Ward::of(sample);
        let make = |to| ward.office.make(ProgressPdf { to }, &mut |_, _| true).expect("a paper");
        let made = make(None);
        assert_eq!(made.mime, "application/pdf");
        assert!(pages.contains(&paper::pages(&made.bytes).expect("a PDF")), "{sample}: one page for 18 areas");
        assert_eq!(make(None), made, "the same every time");
        assert_eq!(make(Some(day(9))).file_name, "tien-do-den-2024-11-09.pdf");
    }
}
