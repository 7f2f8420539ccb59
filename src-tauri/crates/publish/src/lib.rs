//! Consolidated figures for a city's own PostgreSQL, as a star that a BI tool reads. For who has such a server: the
//! program of the wards neither links nor needs this crate.
//!
//! [`facts`] makes rows of a ward's packet, and every figure in them comes from `domain::rates`; [`send()`] puts them
//! there, one ward a transaction; `sql/` holds every statement. To change the star: a step of its own in `sql/steps`,
//! its line in [`schema`], and [`facts::VERSION`] if the same packet would now give other rows.

pub mod connect;
pub mod facts;
mod pgpass;
pub mod refusal;
pub mod schema;
mod send;
mod ward;
pub mod words;

pub use connect::Connection;
pub use refusal::Refusal;
pub use schema::Schema;
pub use send::{Fate, Load, News, Outcome, Told, preview, send};
