//! Reports of many wards brought together (R13): which packets count, and what they add up to.
//!
//! * [`judge`]: of each office the newest packet counts, by a total order, so that files give the same whatever order
//!   they come in; the same packet again changes nothing.
//! * [`Wards`]: sums over the wards. Each ward is reckoned on its own book by `domain::rates`; a total's rate is the
//!   ratio of sums over the wards that have numerator and denominator, and names the others.

mod document;
mod facts;
mod judge;
mod wards;

pub use facts::Facts;
pub use judge::{Arrival, Held, Note, Rank, Skip, Verdict, judge, ward_name};
pub use wards::{AreaLine, Sum, Ward, Wards};

#[cfg(test)]
mod tests;
