//! The star in a real PostgreSQL, started here in a folder of its own.

mod kit;
mod refusals;
mod runs;
mod server;
mod star;
mod whole;
