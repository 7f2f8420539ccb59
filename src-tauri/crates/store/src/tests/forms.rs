//! Versions of the form, and the order of targets.

use domain::campaign::{Denominator, Numerator};
use domain::form::{Form, default_checks, default_indicators};

use super::kit::{Office, day, op};
use crate::{NewForm, NewTarget, StoreError};

fn controlled() -> NewForm {
    let mut indicators = default_indicators("iHanoi");
    indicators[0].help = Some("Kể cả hộ không mở cửa".into());
    indicators[0].control = true;
    NewForm { version: 1, control: true, indicators, checks: default_checks() }
}

fn current(office: &Office) -> Form {
    let rows = office.writer.rows();
    rows.get_current_form(rows.get_campaign().expect("a campaign").id).expect("a form")
}

#[test]
fn a_form_is_read_as_it_was_written() {
    let mut office = Office::new();
    let id = current(&office).id;
    office.run("put_form", |tx| tx.replace_form(id, &controlled()));
    let (office, _) = office.reopen();
    let (form, new) = (current(&office), controlled());
    assert_eq!((form.id, form.control, form.indicators, form.checks), (id, true, new.indicators, new.checks));
}

#[test]
fn a_form_that_a_sheet_bears_is_not_changed_by_any_statement() {
    let mut office = Office::new();
    let area = office.area("Hà Trì 1");
    let visit = office.visit(area, 9);
    office.sheet(visit);
    let before = current(&office);
    let refused = office.writer.transact(&op("put_form"), |tx| tx.replace_form(before.id, &controlled()));
    assert!(matches!(refused, Err(StoreError::Sql(_))), "{:?}", refused.map(|done| done.changed));
    assert_eq!(current(&office), before);
}

#[test]
fn targets_keep_their_order() {
    let mut office = Office::new();
    let target = |name: &str| NewTarget {
        clause: String::new(),
        name: name.into(),
        numerator: Numerator::HouseholdsMet,
        denominator: Denominator::Households,
        percent: 80,
        by: day(30),
    };
    let (ids, _) = office.run("put_target", |tx| {
        let campaign = tx.get_campaign()?.id;
        ["một", "hai", "ba"].iter().map(|name| tx.insert_target(campaign, &target(name))).collect::<Result<Vec<_>, _>>()
    });
    office.run("order_targets", |tx| tx.order_targets(&[ids[2], ids[0], ids[1]]));
    office.run("remove_target", |tx| tx.remove_target(ids[0]));
    office.run("put_target", |tx| tx.insert_target(tx.get_campaign()?.id, &target("bốn")));
    let rows = office.writer.rows();
    let targets = rows.list_targets(rows.get_campaign().expect("a campaign").id).expect("targets");
    let names: Vec<&str> = targets.iter().map(|t| t.name.as_str()).collect();
    assert_eq!(names, ["ba", "hai", "bốn"]);
}
