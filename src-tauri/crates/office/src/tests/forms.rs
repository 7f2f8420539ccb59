use domain::check::{RuleParts, Severity};
use domain::form::{CheckDraft, FormDraft, Group, IndicatorDraft, Meaning, Spot};
use domain::tally::BoxNo;

use super::kit::{Ward, code_of};
use crate::ErrorCode;
use crate::check::CheckFile;
use crate::form::{DefaultForm, FormPreviewPdf, FormTrial, ListForms, PutForm, TryForm, Versioned};
use crate::sheet::{BoxEntry, ListSheets, NumberSheets, OpenSheet, SetBoxes, SheetView, SheetsPdf};

fn newest(ward: &Ward) -> FormDraft {
    ward.office.read(ListForms {}).expect("forms").versions[0].form.clone()
}

fn put(ward: &mut Ward, form: FormDraft) -> crate::Result<Versioned> {
    Ok(ward.office.write(PutForm { form })?.answer)
}

fn tried(ward: &Ward, form: FormDraft) -> FormTrial {
    ward.office.read(TryForm { form }).expect("a trial")
}

fn own_box(no: &str, label: &str) -> IndicatorDraft {
    IndicatorDraft {
        no: no.into(),
        label: label.into(),
        group: Group::People,
        meaning: Meaning::Own,
        help: Some("Chỉ đếm người đến tận bàn".into()),
        control: false,
        width: None,
    }
}

fn check(left: &str, operator: domain::check::Operator, right: &str) -> CheckDraft {
    let rule = RuleParts { when: None, left: left.into(), operator, right: right.into() };
    CheckDraft { rule, severity: Severity::Soft, words: "thử".into() }
}

fn number(ward: &mut Ward) -> String {
    ward.office.write(NumberSheets { evening: None, count: 5, spare: 2, ..Default::default() }).expect("codes");
    ward.office.read(ListSheets::default()).expect("sheets")[0].code.clone()
}

fn printed(ward: &Ward) -> Vec<u8> {
    ward.office.make(SheetsPdf::default(), &mut |_, _| true).expect("a paper").bytes
}

fn opened(ward: &Ward, code: &str) -> SheetView {
    ward.office.read(OpenSheet { code: code.into() }).expect("a sheet")
}

fn key(ward: &mut Ward, code: &str, boxes: &[(&str, &str)]) -> SheetView {
    let boxes = boxes.iter().map(|(no, value)| BoxEntry::of(no, value)).collect();
    ward.office.write(SetBoxes { code: code.into(), boxes, cursor: None }).expect("boxes").answer
}

#[test]
fn before_a_sheet_is_numbered_the_form_is_replaced() {
    let mut ward = Ward::of("ha-cau-2024");
    let mut form = newest(&ward);
    form.indicators[0].label = "Số hộ đã đến".into();
    assert_eq!(put(&mut ward, form.clone()).expect("a form"), Versioned { version: 1, is_new: false });
    let forms = ward.office.read(ListForms {}).expect("forms");
    assert_eq!((forms.versions.len(), &forms.versions[0].form), (1, &form));
}

#[test]
fn a_printed_sheet_keeps_its_form_and_prints_as_it_was() {
    let mut ward = Ward::of("ha-cau-2024");
    let code = number(&mut ward);
    let (paper, sheet) = (printed(&ward), opened(&ward, &code));
    let mut form = newest(&ward);
    form.indicators[0].label = "Số hộ đã đến".into();
    form.indicators.push(own_box("10", "Xin tờ rơi"));
    form.checks.remove(0);
    assert_eq!(put(&mut ward, form).expect("a form"), Versioned { version: 2, is_new: true });
    assert_eq!(opened(&ward, &code), sheet, "it opens as it was printed");
    assert!(printed(&ward) == paper, "it prints again as it was, byte for byte");
    ward.office.write(NumberSheets { evening: None, count: 6, spare: 2, ..Default::default() }).expect("codes");
    let sheets = ward.office.read(ListSheets::default()).expect("sheets");
    let versions: Vec<u32> = sheets.iter().map(|s| opened(&ward, &s.code).form_version).collect();
    assert_eq!(versions.iter().filter(|v| **v == 2).count(), 22, "only the new ones bear the new form");
    let new = sheets.iter().find(|s| opened(&ward, &s.code).form_version == 2).expect("a new sheet").code.clone();
    let view = key(&mut ward, &new, &[("10", "4")]);
    assert_eq!(view.boxes.last().map(|b| (b.value, b.help.is_some())), Some((Some(4), true)));
    assert!(ward.office.read(CheckFile {}).expect("a check").findings.is_empty());
}

#[test]
fn a_form_left_as_it_is_makes_no_version() {
    let mut ward = Ward::of("ha-cau-2024");
    number(&mut ward);
    let form = newest(&ward);
    let done = ward.office.write(PutForm { form }).expect("nothing to do");
    assert_eq!((done.answer, done.changed.0.len()), (Versioned { version: 1, is_new: false }, 0));
}

#[test]
fn a_replaced_form_is_not_taken_back_under_sheets_numbered_since() {
    let mut ward = Ward::of("ha-cau-2024");
    let mut form = newest(&ward);
    form.indicators[0].label = "Số hộ đã đến".into();
    let done = ward.office.write(PutForm { form: form.clone() }).expect("a form");
    let code = number(&mut ward);
    let sheet = opened(&ward, &code);
    let undo = crate::undo::Undo { entry: done.undo.expect("an entry") };
    let refused = ward.office.write(undo);
    assert!(refused.is_err(), "{:?}", refused.map(|d| d.answer));
    assert_eq!((newest(&ward), opened(&ward, &code)), (form, sheet));
}

#[test]
fn a_version_nobody_printed_can_be_taken_back() {
    let mut ward = Ward::of("ha-cau-2024");
    number(&mut ward);
    let before = newest(&ward);
    let mut form = before.clone();
    form.control = true;
    form.indicators[0].control = true;
    let done = ward.office.write(PutForm { form }).expect("a form");
    ward.office.write(crate::undo::Undo { entry: done.undo.expect("an entry") }).expect("taken back");
    assert_eq!(newest(&ward), before);
    assert!(ward.office.read(CheckFile {}).expect("a check").findings.is_empty());
}

#[test]
fn a_check_is_tried_on_the_sheets_that_are_keyed() {
    use domain::check::Operator::{AtLeast, AtMost};
    let ward = Ward::of("minh-hoa");
    let mut form = newest(&ward);
    form.indicators.push(own_box("12", "Xin tờ rơi"));
    form.checks = vec![check("ô 8", AtMost, "ô 4"), check("ô 9", AtLeast, "ô 8"), check("ô 12", AtMost, "ô 4")];
    let trial = tried(&ward, form);
    assert!(trial.faults.is_empty(), "{:?}", trial.faults);
    assert_eq!(trial.makes, Versioned { version: 2, is_new: true });
    assert!(trial.sheets > 100, "{}", trial.sheets);
    let [sound, failing, new] = trial.checks.as_slice() else { panic!("{:?}", trial.checks) };
    assert_eq!((sound.computed, sound.failing), (trial.sheets, 0));
    assert!(failing.failing > 20 && failing.failing < trial.sheets, "{}", failing.failing);
    assert_eq!(failing.first.len(), 20);
    for named in &failing.first {
        let sheet = opened(&ward, &named.code);
        let value = |no: u16| sheet.boxes.iter().find(|b| b.no == BoxNo::number(no)).and_then(|b| b.value);
        let shown = |text: &str| text.parse::<u32>().ok();
        assert_eq!((shown(&named.left), shown(&named.right)), (value(9), value(8)));
        assert!(value(9) < value(8) && !named.area_label.is_empty());
    }
    assert_eq!((new.computed, &new.never_keyed), (0, &vec![BoxNo::number(12)]));
}

#[test]
fn numbers_are_found_again_under_other_box_numbers() {
    use domain::check::Operator::AtLeast;
    let ward = Ward::of("minh-hoa");
    let mut form = newest(&ward);
    form.checks = vec![check("ô 9", AtLeast, "ô 8")];
    let before = tried(&ward, form.clone());
    form.indicators[7].no = "21".into();
    form.indicators[8].no = "20".into();
    form.checks = vec![check("ô 20", AtLeast, "ô 21")];
    let after = tried(&ward, form);
    assert_eq!((before.checks[0].failing, &before.checks[0].first), (after.checks[0].failing, &after.checks[0].first));
}

#[test]
fn every_fault_has_its_place_and_the_form_stays() {
    use domain::check::Operator::Equal;
    let mut ward = Ward::of("ha-cau-2024");
    let before = newest(&ward);
    let mut form = before.clone();
    form.indicators.retain(|i| i.meaning != Meaning::Account);
    form.indicators[1].no = "1".into();
    form.checks = vec![check("ô 1", Equal, "ô 77")];
    let faults = tried(&ward, form.clone()).faults;
    let codes: Vec<ErrorCode> = faults.iter().map(|f| f.code).collect();
    assert_eq!(codes, [ErrorCode::BoxNumberTwice, ErrorCode::TargetNeedsBox, ErrorCode::RuleUnknownBox]);
    assert_eq!(faults[0].spot, Spot::Indicator { at: 1 });
    assert_eq!(faults[1].params["target"], "II.6 Biết, cài đặt, tạo tài khoản");
    assert_eq!((faults[2].params["box"].as_str(), faults[2].params["at"].as_str()), ("77", "1"));
    assert_eq!(code_of(put(&mut ward, form.clone())), ErrorCode::BoxNumberTwice);
    let preview = ward.office.make(FormPreviewPdf { form }, &mut |_, _| true);
    assert_eq!(code_of(preview), ErrorCode::BoxNumberTwice);
    assert_eq!(newest(&ward), before);
}

#[test]
fn the_control_total_is_printed_keyed_and_compared() {
    let mut ward = Ward::of("ha-cau-2024");
    let mut form = newest(&ward);
    form.control = true;
    for at in [0, 1, 2] {
        form.indicators[at].control = true;
    }
    let preview = ward.office.make(FormPreviewPdf { form: form.clone() }, &mut |_, _| true).expect("a paper");
    assert!(preview.bytes.starts_with(b"%PDF"));
    put(&mut ward, form).expect("a form");
    let code = number(&mut ward);
    let boxes = [("1", "32"), ("2", "27"), ("3", "5"), ("4", "61"), ("5", "54"), ("6", "9"), ("7", "41"), ("8", "44")];
    key(&mut ward, &code, &boxes);
    let done = key(&mut ward, &code, &[("9", "40")]);
    assert_eq!(done.state, domain::sheet::SheetState::Keyed, "nothing waits for a control total");
    let wrong = key(&mut ward, &code, &[("T", "63")]);
    assert_eq!(wrong.state, domain::sheet::SheetState::Returned);
    assert_eq!((wrong.failures[0].left.as_str(), wrong.failures[0].right.as_str()), ("32 + 27 + 5 = 64", "63"));
    let last = wrong.boxes.last().expect("boxes");
    assert_eq!((last.label.as_str(), last.control), ("Tổng kiểm = ô 1 + 2 + 3", true));
    let right = key(&mut ward, &code, &[("T", "64")]);
    assert_eq!(right.state, domain::sheet::SheetState::Keyed);
    let ward = ward.reopened();
    assert_eq!(opened(&ward, &code).boxes.last().and_then(|b| b.value), Some(64));
}

#[test]
fn the_block_of_reasons_is_one_of_the_forms_to_start_from() {
    let mut ward = Ward::of("ha-cau-2024");
    let form = ward.office.read(DefaultForm { with_reasons: true }).expect("a form");
    assert_eq!((form.indicators.len(), form.checks.len()), (15, 12));
    assert!(tried(&ward, form.clone()).faults.is_empty());
    put(&mut ward, form).expect("a form");
    number(&mut ward);
    assert!(!printed(&ward).is_empty());
    let plain = ward.office.read(DefaultForm { with_reasons: false }).expect("a form");
    assert!(plain.indicators[5].label.contains("iHanoi"), "the campaign's own app is named");
}
