//! The promises of the store, on real files.

mod away;
mod backups;
mod documents;
mod duties;
mod file;
mod forms;
mod hostile;
mod journal;
mod kit;
mod looking;
mod measure;
mod older;
mod plans;
mod privacy;
mod rebuilt;
mod replay;
mod reports;
mod returning;
mod tampered;
mod undo;
mod verification;
mod wards;
