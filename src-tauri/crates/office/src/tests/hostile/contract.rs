//! Requests thrown at every command.

use std::panic::{AssertUnwindSafe, catch_unwind};

use proptest::prelude::*;
use serde_json::Value;

use super::super::roles::{file, query};
use super::requests::Everything;
use super::values::{Change, change, leaf};
use super::{call_as_permitted, read_everything};
use crate::ErrorCode;
use crate::contract::{MAKES, READS, WRITES, prepare};

/// Which command, and what is done to a request it takes.
#[derive(Debug, Clone)]
struct Throw {
    command: prop::sample::Index,
    which: prop::sample::Index,
    changes: Vec<Change>,
}

fn throw() -> impl Strategy<Value = Throw> {
    (any::<prop::sample::Index>(), any::<prop::sample::Index>(), prop::collection::vec(change(), 0..3))
        .prop_map(|(command, which, changes)| Throw { command, which, changes })
}

fn changed(mut request: Value, changes: &[Change]) -> Value {
    for change in changes {
        change.apply(&mut request);
    }
    request
}

thread_local! {
    static EVERYTHING: Everything = Everything::new();
}

/// So many cases in the test run; as many as `PROPTEST_CASES` says by hand.
pub(super) fn cases(n: u32) -> ProptestConfig {
    if std::env::var_os("PROPTEST_CASES").is_some() { ProptestConfig::default() } else { ProptestConfig::with_cases(n) }
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn no_deed_panics_or_fails_within_whatever_is_asked(throws in prop::collection::vec(throw(), 1..12)) {
        EVERYTHING.with(|everything| {
            let mut ward = everything.kept.opened();
            let mut done = Vec::new();
            for Throw { command, which, changes } in &throws {
                let name = WRITES[command.index(WRITES.len())];
                let fitting = everything.fitting(name, &ward);
                if fitting.is_empty() {
                    continue;
                }
                let request = changed(fitting[which.index(fitting.len())].clone(), changes);
                done.push(format!("{name} {}", brief(&request)));
                let outcome = catch_unwind(AssertUnwindSafe(|| call_as_permitted(&mut ward, name, request)));
                match outcome {
                    Err(_) => prop_assert!(false, "a panic: {done:#?}"),
                    Ok(Err(error)) => prop_assert!(error.code() != ErrorCode::Internal, "{error:?}: {done:#?}"),
                    Ok(Ok(_)) => {}
                }
            }
            // Whatever was taken in is read by every screen.
            let read = catch_unwind(AssertUnwindSafe(|| read_everything(&mut ward)));
            match read {
                Err(_) => prop_assert!(false, "a panic while reading after {done:#?}"),
                Ok(faults) => {
                    let within: Vec<_> = faults.iter().filter(|(_, e)| e.code() == ErrorCode::Internal).collect();
                    prop_assert!(within.is_empty(), "{within:?} after {done:#?}");
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn no_question_panics_or_fails_within(throws in prop::collection::vec(throw(), 1..20)) {
        EVERYTHING.with(|everything| {
            let mut ward = everything.kept.opened();
            for Throw { command, changes, .. } in &throws {
                let name = READS[command.index(READS.len())];
                let request = changed(query(name), changes);
                let said = format!("{name} {}", brief(&request));
                let outcome = catch_unwind(AssertUnwindSafe(|| call_as_permitted(&mut ward, name, request)));
                match outcome {
                    Err(_) => prop_assert!(false, "a panic: {said}"),
                    Ok(Err(error)) => prop_assert!(error.code() != ErrorCode::Internal, "{error:?}: {said}"),
                    Ok(Ok(_)) => {}
                }
            }
            Ok(())
        })?;
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn no_file_panics_or_fails_within(throws in prop::collection::vec(throw(), 1..3)) {
        EVERYTHING.with(|everything| {
            let mut ward = everything.kept.opened();
            ward.as_role(domain::account::Role::Administrator);
            for Throw { command, changes, .. } in &throws {
                let name = MAKES[command.index(MAKES.len())];
                let request = changed(file(), changes);
                let said = format!("{name} {}", brief(&request));
                let outcome = catch_unwind(AssertUnwindSafe(|| {
                    let prepared = prepare(&ward.office, name, request)?;
                    prepared.make(&ward.office.view(), &mut |_, _| true)
                }));
                match outcome {
                    Err(_) => prop_assert!(false, "a panic: {said}"),
                    Ok(Err(error)) => prop_assert!(error.code() != ErrorCode::Internal, "{error:?}: {said}"),
                    Ok(Ok(made)) => {
                        let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
                        prop_assert!(made.file_name.chars().all(safe) && made.file_name.len() < 200, "{}", made.file_name);
                    }
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn anything_at_all_as_a_request(command in any::<prop::sample::Index>(), request in leaf()) {
        EVERYTHING.with(|everything| {
            let mut ward = everything.kept.opened();
            let names: Vec<&str> = READS.iter().chain(WRITES).copied().collect();
            let name = names[command.index(names.len())];
            if let Err(error) = call_as_permitted(&mut ward, name, request) {
                prop_assert!(error.code() != ErrorCode::Internal, "{error:?}: {name}");
            }
            Ok(())
        })?;
    }
}

/// As it is shown when it fails: a long one by its beginning.
fn brief(request: &Value) -> String {
    let text = request.to_string();
    text.chars().take(600).collect()
}
