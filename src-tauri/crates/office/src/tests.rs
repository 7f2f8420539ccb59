//! Use cases on real files in a temporary folder, with a fixed clock and fixed chance.

mod areas;
mod clock;
mod desk;
mod forms;
mod keying;
mod kit;
mod lineage;
mod month;
mod people;
mod profile;
mod roles;
mod rosters;
mod samples;
mod setup;
mod targets;
mod tasks;
mod undo;
mod units;
mod visits;
