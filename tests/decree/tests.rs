//! The reader and the rules themselves: what is read is what was drawn, and every rule finds its breach.

#![expect(clippy::expect_used, reason = "a test ends where its ground is missing, with the reason")]

mod breaches;
mod doctor;
mod pictures;
mod reading;
