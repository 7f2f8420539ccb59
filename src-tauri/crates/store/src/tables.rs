//! Which tables the journal rebuilds and which it does not. A table in neither list fails a test.

/// Every change of a row is in the journal; replay rebuilds these tables exactly.
pub const JOURNALLED: [&str; 34] = [
    "account",
    "area",
    "area_base",
    "area_heir",
    "area_name",
    "authority",
    "campaign",
    "contact_access",
    "day_off",
    "document",
    "force",
    "form",
    "form_check",
    "indicator",
    "member",
    "office",
    "person",
    "plan_section",
    "printed",
    "printing",
    "recipient",
    "reporting_unit",
    "sheet",
    "tally",
    "target",
    "task",
    "task_group",
    "task_record",
    "team",
    "unit_figure",
    "unit_indicator",
    "visit",
    "visit_member",
    "visit_team",
];

/// Not journalled: the journal itself, secrets, personal data, contents known by their hash.
pub const LOCAL: [&str; 7] =
    ["account_pin", "baseline_copy", "document_content", "file", "journal", "person_detail", "secret"];
