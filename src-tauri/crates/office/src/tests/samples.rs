use domain::schedule::Clash;

use super::kit::Ward;
use crate::area::ListAreas;
use crate::overview::GetOverview;
use crate::plan::{GetPlan, PlanDocx, PlanPdf};
use crate::sample::NAMES;
use crate::status::GetStatus;
use crate::visit::ListVisits;

#[test]
fn the_reference_plan_is_all_there() {
    let ward = Ward::of("ha-cau-2024");
    let schedule = ward.office.read(ListVisits {}).expect("a schedule");
    assert_eq!(schedule.visits.len(), 22, "evenings");
    assert_eq!(schedule.visits.iter().filter_map(|v| v.plan_row).max(), Some(17), "rows of the plan's table");
    // The morning after the first evening, no sheet is numbered yet: that is all there is to say.
    let kinds: Vec<&Clash> = schedule.clashes.iter().map(|c| &c.clash).collect();
    assert!(matches!(kinds[..], [Clash::WithoutSheets { .. }]), "{kinds:?}");
    let areas = ward.office.read(ListAreas {}).expect("areas");
    assert_eq!(areas.len(), 18);
    let alone: Vec<&str> = areas.iter().filter(|a| a.evenings.is_empty()).map(|a| a.name.as_str()).collect();
    assert_eq!(alone, ["Cụm chung cư Hyundai Hillstate"]);
    assert!(areas.iter().all(|a| !a.name.contains("Ngõ Thì Nhậm")), "the scanning error is mended");
    assert!(areas.iter().all(|a| a.base.people_15.is_none() && a.base.households.is_none()), "no invented figure");
    let status = ward.office.read(GetStatus {}).expect("a status");
    assert!(status.targets.iter().all(|t| t.denominator.is_none() && t.percent.is_none()));
    let plan = ward.office.read(GetPlan {}).expect("a plan");
    assert!(plan.issued.is_none());
    assert!(plan.recipients.iter().any(|r| r.contains("UBND quận")), "{:?}", plan.recipients);
}

#[test]
fn the_invented_ward_says_so() {
    let ward = Ward::of("minh-hoa");
    let overview = ward.office.read(GetOverview {}).expect("an overview");
    assert!(overview.illustration.is_some_and(|words| words.contains("MINH HỌA")));
    assert!(overview.office_name.contains("minh họa") || overview.office_name.contains("Minh Họa"));
    assert_eq!(ward.office.read(ListAreas {}).expect("areas").len(), 61);
}

#[test]
fn the_same_sample_twice_gives_the_same_papers() {
    for name in NAMES {
        let papers = |ward: &Ward| {
            let pdf = ward.office.make(PlanPdf::default(), &mut |_, _| true).expect("a plan");
            let docx = ward.office.make(PlanDocx::default(), &mut |_, _| true).expect("a plan");
            (pdf.bytes, docx.bytes)
        };
        let (one, two) = (papers(&Ward::of(name)), papers(&Ward::of(name)));
        assert!(one.0 == two.0, "the PDF of {name}");
        assert!(one.1 == two.1, "the Word file of {name}");
    }
}
