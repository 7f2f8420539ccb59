//! The study of keying errors: how many slips each way of keying catches, and for how many extra keys.
//!
//! Paper comes from a seeded generator ([`campaign`]), slips are made as the literature counts them ([`slips`]),
//! and each [`method`] meets the same slips. What the program itself does (checks, rescue, choice of sheets to
//! key again) is its own code in `domain`; what people do at the desk is modelled in [`desk`]. Every number of
//! the model is in `tests/fixtures/keying/parameters.json`, its reason and source in the README beside it.
//!
//! It must not be tuned on the seeds that are reported. To add a way of keying: a line in [`method::METHODS`].

pub mod campaign;
pub mod desk;
pub mod method;
pub mod ours;
pub mod parameters;
pub mod random;
pub mod report;
pub mod rescue;
pub mod second;
pub mod slips;
pub mod totals;
