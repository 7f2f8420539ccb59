//! What every screen asks stays quick in a large file: its rows are found by an index or by their ids, in the order they
//! are wanted in, and no campaign is sorted for it.

use super::kit::Office;

/// How SQLite would answer, a step a line.
fn plan(sql: &str) -> String {
    let office = Office::new();
    let rows = office.writer.rows();
    let mut statement = rows.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("it is understood");
    let mut steps = statement.raw_query();
    let mut plan = String::new();
    while let Some(step) = steps.next().expect("a step") {
        plan.push_str(&step.get::<_, String>("detail").expect("its words"));
        plan.push('\n');
    }
    plan
}

/// Every part is in it, and nothing is sorted.
fn goes_by(sql: &str, parts: &[&str]) {
    let plan = plan(sql);
    for part in parts {
        assert!(plan.contains(part), "{part} is not in\n{plan}");
    }
    assert!(!plan.contains("TEMP B-TREE FOR ORDER BY") && !plan.contains("TEMP B-TREE FOR GROUP BY"), "{plan}");
}

#[test]
fn what_is_out_is_counted_from_its_index_alone() {
    goes_by(include_str!("../sheet/counts.sql"), &["COVERING INDEX sheet_by_hands (campaign_id=?)"]);
}

#[test]
fn boxes_of_a_campaign_come_in_the_order_they_lie_in() {
    goes_by(include_str!("../tally/list.sql"), &["SCAN sheet", "SEARCH tally USING PRIMARY KEY"]);
    goes_by(include_str!("../verification/keyings.sql"), &["SCAN sheet", "SEARCH tally USING PRIMARY KEY"]);
}

#[test]
fn a_page_of_sheets_goes_on_where_the_last_one_ended() {
    goes_by(include_str!("../sheet/page.sql"), &["SEARCH sheet USING INTEGER PRIMARY KEY (rowid>?)"]);
}

#[test]
fn two_readings_that_differ_are_sought_among_second_readings() {
    goes_by(include_str!("../tally/disputed.sql"), &["COVERING INDEX tally_second (sheet_id=? AND keying=?)"]);
}

#[test]
fn an_evening_and_a_code_are_found_among_few() {
    // These few are sorted.
    let evening = plan(include_str!("../sheet/of_evening.sql"));
    assert!(
        evening.contains("visit_by_day (campaign_id=? AND on_day=?)") && evening.contains("visit_id=?"),
        "{evening}"
    );
    let code = plan(include_str!("../sheet/beginning.sql"));
    assert!(code.contains("(code>? AND code<?)"), "{code}");
}
