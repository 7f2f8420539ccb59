//! Personal data (R12, R15): what goes to the log is named and short, and a phone number leaves the office file in two
//! files of the program only, both of which note it.

use product_tests::sources::{Source, with_endings};

/// What a line of the log may say: ids, places in the source, names of commands, failures whose words hold no value.
const FIELDS: [&str; 8] = ["error", "log_id", "what", "causes", "place", "words", "version", "system"];

/// The arguments of every macro of `tracing` in a source.
fn log_lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for level in ["error", "warn", "info", "debug", "trace", "event", "span"] {
        for (at, found) in text.match_indices(&format!("tracing::{level}!(")) {
            let mut depth = 1;
            let arguments = text[at + found.len()..].chars().take_while(|c| {
                depth += match c {
                    '(' => 1,
                    ')' => -1,
                    _ => 0,
                };
                depth > 0
            });
            lines.push(arguments.collect());
        }
    }
    lines
}

/// Faults of a line of the log: a field that is not on the list, a value in its words, a whole value shown.
fn faults_of(arguments: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if arguments.contains('{') {
        faults.push("its words hold a value".to_owned());
    }
    let without_words = match (arguments.find('"'), arguments.rfind('"')) {
        (Some(from), Some(to)) if !arguments[from..to].contains("env!(") => &arguments[..from],
        _ => arguments,
    };
    for field in without_words.split(',').map(str::trim).filter(|f| !f.is_empty() && !f.starts_with('"')) {
        let name = field.split(['=', '(']).next().unwrap_or_default().trim();
        if name.starts_with('?') || field.contains("= ?") {
            faults.push(format!("{field}: a whole value"));
        } else if !FIELDS.contains(&name.trim_start_matches('%')) {
            faults.push(format!("{field}: not among what a log says"));
        }
    }
    faults
}

fn is_ours(source: &Source) -> bool {
    source.is_in("src-tauri") && !source.path.contains("/tests") && !source.path.contains("xtask")
}

#[test]
fn a_line_of_the_log_says_nothing_of_a_person_or_a_figure() {
    let sources = with_endings(&[".rs"]);
    let lines: Vec<(String, String)> = sources
        .iter()
        .filter(|s| is_ours(s))
        .flat_map(|s| log_lines(&s.text).into_iter().map(|line| (s.path.clone(), line)))
        .collect();
    assert!(lines.len() >= 8, "the test sees no log: {lines:?}");
    let faults: Vec<String> = lines
        .iter()
        .flat_map(|(path, line)| faults_of(line).into_iter().map(move |f| format!("{path}: {f}")))
        .collect();
    super::none(&faults);
}

#[test]
fn a_phone_leaves_the_file_where_it_is_noted() {
    // Where details are kept while something else of a person changes, and the two that show them.
    const KNOWN: [&str; 16] = [
        "area/list.rs",
        "area/mod.rs",
        "team/force.rs",
        "team/list.rs",
        "team/members.rs",
        "profile/edit.rs",
        "named.rs",
        "account/edit.rs",
        "person.rs",
        "import/members.rs",
        "import/areas.rs",
        "roster/list.rs",
        "roster/get.rs",
        "contact/people.rs",
        "contact/form.rs",
        "contact/naming.rs",
    ];
    const NOTED: [&str; 2] = ["contact/view.rs", "contact/export.rs"];
    let mut faults = Vec::new();
    for source in with_endings(&[".rs"]).iter().filter(|s| is_ours(s)) {
        let Some(file) = source.path.strip_prefix("src-tauri/crates/office/src/") else {
            let reads_tables = source.is_in("src-tauri/crates/workbook/src/import");
            let makes_papers =
                ["paper", "workbook", "cli"].iter().any(|c| source.is_in(&format!("src-tauri/crates/{c}")))
                    && !reads_tables;
            if makes_papers && source.text.contains(".phone") {
                faults.push(format!("{}: a paper knows no phone", source.path));
            }
            continue;
        };
        let reads = source.text.contains(".phone");
        if NOTED.contains(&file) {
            let notes = source.text.contains("note_access(");
            if !notes {
                faults.push(format!("{}: shows a phone and notes nothing", source.path));
            }
        } else if reads && !KNOWN.contains(&file) {
            faults.push(format!("{}: reads a phone", source.path));
        }
    }
    super::none(&faults);
}

#[test]
fn a_value_in_a_line_of_the_log_is_found() {
    let of = |line: &str| {
        let text = format!("tracing::warn!({line});");
        log_lines(&text).iter().flat_map(|l| faults_of(l)).count()
    };
    for good in
        ["%error, \"a paper was not printed\"", "log_id, what, causes = causes(error), \"failure\"", "\"started\""]
    {
        assert_eq!(of(good), 0, "{good}");
    }
    for bad in [
        "?request, \"refused\"",
        "name = person.name, \"x\"",
        "\"no {name}\"",
        "error = ?error, \"x\"",
        "%person.phone, \"x\"",
    ] {
        assert_eq!(of(bad), 1, "{bad}");
    }
}
