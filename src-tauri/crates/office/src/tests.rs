//! Use cases on real files in a temporary folder, with a fixed clock and fixed chance.

mod approvals;
mod areas;
mod clock;
mod desk;
mod duplicates;
mod forms;
mod keying;
mod kit;
mod lineage;
mod month;
mod people;
mod profile;
mod queries;
mod roles;
mod rosters;
mod samples;
mod setup;
mod states;
mod targets;
mod tasks;
mod undo;
mod units;
mod visits;
