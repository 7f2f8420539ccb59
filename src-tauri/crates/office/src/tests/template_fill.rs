//! An authority's template looked at and filled through the contract's verbs.

use std::path::PathBuf;

use serde_json::json;
use workbook::import::ProblemCode;

use super::kit::{Ward, code_of};
use crate::report::ReportOf;
use crate::template_fill::{LookAtTemplate, ReportFilled};
use crate::{Error, ErrorCode};

fn fixture(folder: &str, name: &str) -> String {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "../../../tests/fixtures", folder, name].iter().collect();
    path.to_string_lossy().into_owned()
}

fn look(path: String) -> LookAtTemplate {
    LookAtTemplate { path, of: ReportOf::default() }
}

#[test]
fn a_look_says_what_making_does_and_the_template_stays_as_it_was() {
    let ward = Ward::of("minh-hoa");
    let path = fixture("templates", "mau-nhan.xlsx");
    let before = std::fs::read(&path).expect("the template");
    let filling = ward.office.read(look(path.clone())).expect("a look");
    assert!(filling.cells.iter().any(|c| c.place.cell == "B3" && c.value.contains("Minh Họa")), "{filling:?}");
    let request = ReportFilled { path: path.clone(), of: ReportOf::default() };
    let made = ward.office.make(request, &mut |_, _| true).expect("a file");
    assert!(made.file_name.starts_with("mau-nhan-") && made.file_name.ends_with(".xlsx"), "{}", made.file_name);
    assert_ne!(made.bytes, before);
    assert_eq!(std::fs::read(&path).expect("the template"), before);
}

#[test]
fn what_cannot_be_filled_is_refused_with_what_to_do() {
    let ward = Ward::of("minh-hoa");
    let problem = |path: String| match ward.office.read(look(path)) {
        Err(Error::User { code: ErrorCode::TemplateRefused, problems, .. }) => problems[0].code,
        other => panic!("{other:?}"),
    };
    assert_eq!(problem(fixture("tables", "co-mat-khau.xlsx")), ProblemCode::TemplateEncrypted);
    assert_eq!(problem(fixture("tables", "dia-ban-tot.ods")), ProblemCode::TemplateNotXlsx);
    assert_eq!(problem(fixture("tables", "khong-co.xlsx")), ProblemCode::FileUnreadable);
    // A workbook that asks for nothing the report has.
    let nothing = ReportFilled { path: fixture("tables", "sai-cot.xlsx"), of: ReportOf::default() };
    assert_eq!(code_of(ward.office.make(nothing, &mut |_, _| true)), ErrorCode::TemplateNothing);
}

#[test]
fn the_window_names_the_period_as_for_any_report() {
    let asked = json!({ "path": "mau.xlsx", "kind": "weekly", "day": "2024-11-12" });
    let look: LookAtTemplate = serde_json::from_value(asked).expect("a request");
    assert_eq!((look.path.as_str(), look.of.kind.is_some(), look.of.day.is_some()), ("mau.xlsx", true, true));
}
