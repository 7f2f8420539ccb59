//! The promises of the store, on real files.

mod file;
mod journal;
mod kit;
mod replay;
mod undo;
