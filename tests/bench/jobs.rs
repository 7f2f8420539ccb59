//! Every job that a person waits for, as data: what it is called, what is done, and its target in milliseconds where an
//! issue names one.

use serde_json::json;

use super::ground::Ground;

pub(crate) struct Job {
    pub(crate) name: &'static str,
    pub(crate) work: fn(&mut Ground),
    /// At which size, and at most how many milliseconds.
    pub(crate) targets: &'static [(&'static str, u64)],
}

const fn job(name: &'static str, work: fn(&mut Ground), targets: &'static [(&'static str, u64)]) -> Job {
    Job { name, work, targets }
}

/// In this order: what brings back another state of the file comes last.
pub(crate) const JOBS: &[Job] = &[
    job("open: the file, with its seal", Ground::reopen, &[("10k", 200)]),
    job("open: after a power cut", Ground::reopen_unsealed, &[("10k", 200)]),
    job("open: and the first screen's overview", first_screen, &[("10k", 300)]),
    job("Hôm nay: overview", |g| g.call("get_overview", json!({})), &[("10k", 5)]),
    job("Hôm nay: visits", |g| g.call("list_visits", json!({})), &[]),
    job("Hôm nay: areas", |g| g.call("list_areas", json!({})), &[]),
    job("Hôm nay: forecast", |g| g.call("get_forecast", json!({})), &[("10k", 20)]),
    job("Hôm nay: what is owed", |g| g.call("get_chase", json!({})), &[]),
    job("Hôm nay: questions", |g| g.call("list_queries", json!({ "open_only": true })), &[]),
    job("Hôm nay: everything it asks", today, &[]),
    job("search: words", |g| g.call("search", json!({ "query": "khu 7" })), &[]),
    job("search: digits of a code", |g| g.call("search", json!({ "query": "482" })), &[]),
    job("keying: code to sheet", open_sheet, &[("10k", 5)]),
    job("keying: one box on disk", Ground::key, &[("10k", 5)]),
    job("keying: list of an evening", |g| g.call("list_sheets", json!({ "evening": g.on })), &[]),
    job("keying: grid of an evening", |g| g.call("get_evening_grid", json!({ "on": g.on })), &[]),
    job("keying: where the cursor stood", |g| g.call("get_cursor", json!({})), &[("10k", 5)]),
    job("keying: measures", |g| g.call("get_measures", json!({})), &[]),
    job(
        "keying: sheets numbered already",
        |g| g.call("number_sheets", json!({ "evening": g.on, "count": 8, "spare": 2 })),
        &[],
    ),
    job("radar", |g| g.call("get_radar", json!({})), &[("10k", 50)]),
    job("radar: words that ask for what is late", |g| g.call("get_sheet_chase", json!({})), &[]),
    job("verify: all of Đối soát", |g| g.call("get_verification", json!({})), &[("10k", 300)]),
    job("verify: evenings to approve", |g| g.call("list_evenings", json!({})), &[]),
    job("progress: Tiến độ", |g| g.call("get_progress", json!({ "to": null })), &[("10k", 300), ("100k", 1_000)]),
    job("progress: sheets behind a figure", figure, &[]),
    job("progress: on one page", |g| g.make("progress_pdf", json!({ "to": null })), &[]),
    job("status: for scripts", |g| g.call("get_status", json!({})), &[]),
    job("status: a page of the sheets", |g| g.call("list_sheets", json!({ "evening": null })), &[]),
    job("papers: plan", |g| g.make("plan_pdf", json!({})), &[]),
    job("papers: sheets of an evening", |g| g.make("sheets_pdf", json!({ "evening": g.on })), &[]),
    job("papers: team cards of an evening", |g| g.make("team_cards_pdf", json!({ "evening": g.on })), &[]),
    job("papers: flyers of an area", |g| g.make("flyers_pdf", json!({ "size": "a6", "area": g.area })), &[]),
    job("papers: flyers of every area", |g| g.make("flyers_pdf", json!({ "size": "a6", "area": null })), &[]),
    job("papers: what is stale", |g| g.call("list_stale", json!({})), &[]),
    job("report: outlook", |g| g.call("get_report_outlook", json!({})), &[]),
    job("report: workbook", |g| g.make("report_xlsx", json!({})), &[("10k", 600), ("100k", 5_000)]),
    job("report: document", |g| g.make("report_document_pdf", json!({ "draft": null })), &[]),
    job("journal: first page", journal, &[("10k", 50), ("100k", 50)]),
    job("journal: one person's", journal_of_one, &[("10k", 50), ("100k", 50)]),
    job("journal: verified", |g| g.inspect("verify_journal"), &[("100k", 10_000)]),
    job("check of the file", |g| g.inspect("inspect_file"), &[]),
    job("backup: made and verified", |g| _ = g.back_up(), &[("10k", 1_000)]),
    job("backup: read through again", Ground::verify_backup, &[("10k", 1_000)]),
    job("restore: looked at before", Ground::look_at_backup, &[]),
    job("restore: brought back, with both backups", Ground::restore, &[("10k", 5_000)]),
];

fn first_screen(ground: &mut Ground) {
    ground.reopen();
    ground.call("get_overview", json!({}));
}

/// As `features/today` asks when it is opened.
fn today(ground: &mut Ground) {
    for name in [
        "list_visits",
        "list_areas",
        "get_overview",
        "get_radar",
        "get_forecast",
        "get_chase",
        "get_verification",
        "list_evenings",
    ] {
        ground.call(name, json!({}));
    }
}

fn open_sheet(ground: &mut Ground) {
    let code = ground.code();
    ground.call("open_sheet", json!({ "code": code }));
}

fn figure(ground: &mut Ground) {
    let request = json!({ "figure": { "of": "numerator", "target": 1 }, "area": null, "on": null, "to": null, "after": 0, "limit": 100 });
    ground.call("get_figure", request);
}

fn journal(ground: &mut Ground) {
    ground.call("list_journal", json!({ "query": {}, "before": null, "limit": 100 }));
}

fn journal_of_one(ground: &mut Ground) {
    let who = ground.office().who().map(|who| who.id);
    ground.call("list_journal", json!({ "query": { "who": who }, "before": null, "limit": 100 }));
}
