//! The promises of the store, on real files.

mod backups;
mod documents;
mod duties;
mod file;
mod forms;
mod journal;
mod kit;
mod looking;
mod measure;
mod privacy;
mod replay;
mod reports;
mod tampered;
mod undo;
mod verification;
mod wards;
