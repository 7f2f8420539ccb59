use std::collections::BTreeSet;

use product_tests::{Office, RunExt};
use serde_json::Value;

use crate::SOUND;

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

/// Scripts read this: a name that changes breaks them.
#[test]
fn the_json_has_the_documented_names() {
    let office = Office::with_sheets();
    let status = office.status();
    assert_eq!(keys(&status), BTreeSet::from(["campaign", "as_of", "approved", "areas", "sheets", "targets"]));
    assert_eq!(keys(&status["areas"][0]), BTreeSet::from(["name", "expected", "returned"]));
    assert_eq!(
        keys(&status["sheets"][0]),
        BTreeSet::from(["code", "area", "date", "team", "n", "of", "state", "boxes"])
    );
    assert_eq!(keys(&status["targets"][0]), BTreeSet::from(["name", "numerator", "denominator", "percent"]));
    assert_eq!(status["campaign"], "Cài đặt iHanoi");
}

#[test]
fn what_is_not_known_is_null_and_not_zero() {
    let office = Office::with_sheets();
    let status = office.status();
    for target in status["targets"].as_array().expect("targets") {
        for name in ["numerator", "denominator", "percent"] {
            assert_eq!(target[name], Value::Null, "{name}: nothing is keyed, no base is known");
        }
    }
    let boxes = status["sheets"][0]["boxes"].as_object().expect("boxes");
    assert_eq!(boxes.len(), 9);
    assert!(boxes.values().all(Value::is_null));
    assert!(office.run("status").done().contains("chưa báo cáo"));
}

#[test]
fn an_area_without_evenings_is_expected_once_and_spares_are_not() {
    let office = Office::with_sheets();
    let status = office.status();
    let area = |name: &str| {
        let found = status["areas"].as_array().expect("areas").iter().find(|a| a["name"] == name);
        let found = found.unwrap_or_else(|| panic!("no area {name}"));
        (found["expected"].as_u64(), found["returned"].as_u64())
    };
    assert_eq!(area("Cụm chung cư Hyundai Hillstate"), (Some(1), Some(0)));
    assert_eq!(area("Cầu Đơ 1"), (Some(5), Some(0)));
    assert_eq!(area("Cầu Đơ 4"), (Some(10), Some(0)), "two evenings");
}

#[test]
fn a_keyed_sheet_counts_as_returned_and_its_numbers_reach_the_targets() {
    let office = Office::with_sheets();
    let code = &office.codes()[0];
    office.run("key").arg(code).args(SOUND).done();
    let status = office.status();
    let name = office.sheet(code)["area"].clone();
    let area = status["areas"].as_array().expect("areas").iter().find(|a| a["name"] == name).expect("its area");
    assert_eq!(area["returned"], 1);
    // Box 8: accounts. Nobody knows how many people the ward has, so there is no rate.
    let accounts = &status["targets"][1];
    assert_eq!(accounts["numerator"], 44);
    assert_eq!(accounts["percent"], Value::Null);
}
