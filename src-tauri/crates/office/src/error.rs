//! Errors as part of the product: a refusal carries a code, its values and the places it speaks of; an
//! internal failure keeps its cause in the log under an id the user can read out. The words are in
//! `assets/text/errors.vi.json`, one for each code, shared by window and command line.

mod code;
mod from;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use code::ErrorCode;
pub(crate) use from::file_name;
pub use workbook::import::{Place, Problem};

pub type Result<T> = std::result::Result<T, Error>;

/// Values for the words of a code, ready to be shown.
pub type Params = BTreeMap<String, String>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The user can do something about it.
    ///
    /// In a log it is its code alone: the values may be what somebody typed.
    #[error("{code:?}")]
    User { code: ErrorCode, params: Params, problems: Vec<Problem> },
    /// The program cannot go on; the cause belongs in the log.
    #[error(transparent)]
    Internal(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    #[must_use]
    pub fn of(code: ErrorCode) -> Self {
        Self::User { code, params: Params::new(), problems: Vec::new() }
    }

    /// With a value for the words.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "values are made on the spot; a reference reads worse at each call"
    )]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        if let Self::User { params, .. } = &mut self {
            params.insert(name.to_owned(), value.to_string());
        }
        self
    }

    #[must_use]
    pub fn internal(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Internal(Box::new(error))
    }

    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::User { code, .. } => *code,
            Self::Internal(_) => ErrorCode::Internal,
        }
    }
}

impl Error {
    /// As [`Error::on_wire`], of a failure that is also handed on.
    pub(crate) fn told(&self, what: &str, id: impl FnOnce() -> String) -> WireError {
        match self {
            Self::User { code, params, problems } => {
                WireError { code: *code, params: params.clone(), problems: problems.clone(), log_id: None }
            }
            Self::Internal(error) => internal(&**error, what, id()),
        }
    }

    /// As it crosses the wire. An internal failure goes to the log with all its causes under a fresh id,
    /// and only the id leaves.
    pub fn on_wire(self, what: &str, id: impl FnOnce() -> String) -> WireError {
        match self {
            Self::User { code, params, problems } => WireError { code, params, problems, log_id: None },
            Self::Internal(error) => internal(&*error, what, id()),
        }
    }
}

fn internal(error: &(dyn std::error::Error + 'static), what: &str, log_id: String) -> WireError {
    tracing::error!(log_id, what, causes = causes(error), "internal failure");
    WireError { code: ErrorCode::Internal, params: Params::new(), problems: Vec::new(), log_id: Some(log_id) }
}

/// An error with everything behind it, on one line.
fn causes(error: &(dyn std::error::Error + 'static)) -> String {
    let mut line = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        line.push_str(": ");
        line.push_str(&cause.to_string());
        next = cause.source();
    }
    line
}

/// As it crosses the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WireError {
    pub code: ErrorCode,
    pub params: Params,
    /// Faults of a table, each with its place.
    pub problems: Vec<Problem>,
    /// Under which the cause of an internal failure is in the log.
    pub log_id: Option<String>,
}
