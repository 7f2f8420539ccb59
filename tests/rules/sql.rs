//! A word of SQL stands in `store` and nowhere else; that of a city's own PostgreSQL in files of `publish`.

use proc_macro2::{TokenStream, TokenTree};
use product_tests::sources::{Source, with_endings};

const HOME: &str = "src-tauri/crates/store";

/// Another database's: its statements, and the questions its tests ask.
const CITY: [&str; 2] = ["src-tauri/crates/publish/sql", "src-tauri/crates/publish/tests"];

/// Whoever tampers with a file by `sqlite3`, and what is typed to do harm.
const INTRUDERS: [&str; 2] = ["tests/office/tampered.rs", "src-tauri/crates/office/src/tests/hostile"];

/// Text of every string literal of a Rust source, but not of its comments.
fn literals(rust: &str) -> Vec<String> {
    fn walk(tokens: TokenStream, found: &mut Vec<String>) {
        let mut documents = false;
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    // `/// words` arrives here as `#[doc = "words"]`.
                    let doc = group.stream().into_iter().next().is_some_and(|t| t.to_string() == "doc");
                    if !(documents && doc) {
                        walk(group.stream(), found);
                    }
                    documents = false;
                }
                TokenTree::Punct(p) => documents = p.as_char() == '#' || (documents && p.as_char() == '!'),
                TokenTree::Literal(literal) => {
                    let text = literal.to_string();
                    let inner = text.trim_start_matches(['b', 'c', 'r', '#']);
                    if inner.starts_with('"') {
                        found.push(inner.trim_matches(['"', '#']).replace("\\n", " ").replace("\\\n", " "));
                    }
                    documents = false;
                }
                TokenTree::Ident(_) => documents = false,
            }
        }
    }
    let mut found = Vec::new();
    match rust.parse() {
        Ok(tokens) => walk(tokens, &mut found),
        Err(error) => found.push(format!("select from a source that cannot be read: {error}")),
    }
    found
}

/// Whether a text reads as a statement to a database.
fn is_sql(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty()).collect();
    let has = |word: &str| words.contains(&word);
    match words.as_slice() {
        ["select", ..] | ["with", _, "as", ..] => has("from"),
        ["insert" | "replace", ..] => has("into") && (has("values") || has("select")),
        ["delete", "from", ..] | ["drop" | "alter", "table" | "index" | "view" | "trigger", ..] => true,
        ["update", ..] => has("set") && lower.contains('='),
        ["create", "table" | "index" | "view" | "trigger" | "unique" | "virtual" | "temp", ..] => true,
        ["pragma", name, ..] => name.contains('_') || lower.contains('='),
        ["attach", "database", ..] => true,
        _ => false,
    }
}

fn faults(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    // The rules' own bad examples are here.
    let spared = |s: &Source| CITY.iter().chain(&INTRUDERS).any(|c| s.is_in(c) || s.path == *c);
    let elsewhere = |s: &&Source| !s.is_in(HOME) && !spared(s) && !s.is_in("tests/rules");
    for source in sources.iter().filter(elsewhere) {
        if source.path.ends_with(".sql") {
            faults.push(format!("{}: SQL belongs in {HOME}", source.path));
        } else if source.path.ends_with(".rs") {
            let found = literals(&source.text).into_iter().filter(|l| is_sql(l));
            faults.extend(found.map(|l| format!("{}: SQL belongs in {HOME}: {l}", source.path)));
        }
    }
    faults
}

#[test]
fn sql_stands_only_in_the_store() {
    let sources = with_endings(&[".rs", ".sql"]);
    assert!(sources.iter().any(|s| s.is_in(HOME) && s.path.ends_with(".sql")));
    super::none(&faults(&sources));
}

#[test]
fn sql_elsewhere_is_found_and_english_is_not_taken_for_it() {
    let bad = r##"
        /// select the rows from the table: only words
        fn f() {
            db.query("SELECT id FROM area WHERE name = :name");
            db.run(r#"insert into area
                (name) values ('x')"#);
            format!("update {table} set n = 1");
            print("select a sheet"); // delete from tally: only a comment
            print("Update the plan, then set the date");
            print("create a new file");
        }
    "##;
    let sources = [
        Source::new("src-tauri/crates/office/src/area.rs", bad),
        Source::new("src-tauri/crates/store/src/area.rs", bad),
        Source::new("src-tauri/crates/cli/src/all.sql", ""),
        Source::new("src-tauri/crates/publish/sql/star.sql", ""),
        Source::new("src-tauri/crates/publish/src/send.rs", "db.query(\"SELECT n FROM fact\")"),
    ];
    let faults = faults(&sources);
    assert_eq!(faults.len(), 5, "{faults:#?}");
    assert!(faults[0].ends_with("SELECT id FROM area WHERE name = :name"));
    assert!(faults[3].starts_with("src-tauri/crates/cli/src/all.sql"));
}
