//! The star in a real PostgreSQL, started here in a folder of its own.

#![expect(clippy::expect_used, reason = "a test ends where its ground is missing, with the reason")]

mod kit;
mod refusals;
mod runs;
mod server;
mod star;
mod whole;
