//! What an amendment (kế hoạch điều chỉnh) says: the differences between what was issued and what the plan lays
//! down now, each as something that can be carried out and as a sentence.
//!
//! | file | what |
//! | --- | --- |
//! | `terms.rs` | what a plan lays down, in a form that two states can be compared in |
//! | `list.rs` | differences of two lists, by key or by their words |
//! | `change.rs` | differences of two states, and carrying them out |
//! | `words.rs` | the differences as parts of a document |
//!
//! Proven: carrying out the changes leads from the old state to the new one; equal states have none; the order in
//! which evenings are listed does not matter (`tests.rs`).

mod change;
mod list;
mod terms;
#[cfg(test)]
mod tests;
mod words;

pub use change::{AreaChange, Changes, SectionChange, UnitChange, Was};
pub use list::{Edit, Hunk};
pub use terms::{AreaTerms, EveningTerms, Hours, Item, Line, SectionTerms, Terms, UnitTerms};
pub use words::{Amendment, Cited, Said};
