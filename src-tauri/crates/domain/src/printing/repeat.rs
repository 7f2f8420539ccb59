//! Making a batch again: the request that made it is kept, if it names nobody.

use serde_json::Value;

/// A command and its request, as they crossed the contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// `flyers_pdf`.
    pub command: String,
    /// JSON.
    pub request: String,
}

/// Longest word of a request that is kept: enough for a day, a code and every choice of a list.
const LONGEST: usize = 24;

/// Whether a request holds nothing a person could have typed as words: numbers, days, codes and choices only.
/// The journal keeps what is kept of it, and the journal holds no personal data.
#[must_use]
pub fn is_free_of_names(request: &Value) -> bool {
    match request {
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
        Value::String(word) => {
            word.len() <= LONGEST
                && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-' | ':'))
        }
        Value::Array(all) => all.iter().all(is_free_of_names),
        Value::Object(fields) => fields.values().all(is_free_of_names),
    }
}
