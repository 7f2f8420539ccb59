//! Questions about figures: of whom, by when, and what was answered. A question may be asked about what is
//! locked too: it changes no figure.

mod answer;
mod edit;
mod list;
mod open;
mod owner;
mod reopen;

pub use answer::AnswerQuery;
pub use edit::EditQuery;
pub use list::{ListQueries, Queries, QueryRow};
pub use open::OpenQuery;
pub use owner::{ListQueryOwners, OwnerForm, OwnerOffer, OwnerPart};
pub use reopen::ReopenQuery;

use domain::text::clean;

use crate::Result;
use crate::error::{Error, ErrorCode};

/// Longest question or answer, in letters.
const LONGEST: usize = 1000;

/// One line that says something.
fn words(typed: &str, field: &str) -> Result<String> {
    let text = clean(typed);
    if text.is_empty() {
        return Err(Error::of(ErrorCode::Blank).with("field", field));
    }
    if text.chars().count() > LONGEST {
        return Err(Error::of(ErrorCode::TooLong).with("field", field).with("most", LONGEST));
    }
    Ok(text)
}
