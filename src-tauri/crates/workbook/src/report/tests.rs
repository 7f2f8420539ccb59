pub(crate) mod kit;
mod names;
mod read_back;
mod schools;
mod targets;
mod verification;
