//! `tung-ngo`: the office without a window, for scripts, servers, tests and measuring.
//!
//! Text is Vietnamese; `status --json` is stable. Exit 0: done. 1: refused, with the reason, the place and
//! what to do on standard error. 2: the command line itself was wrong.
//!
//! To add a command: its arguments in [`args`], a file in [`command`] that calls `office`.

mod args;
mod command;
mod failure;
mod session;
mod words;

use std::process::ExitCode;

fn main() -> ExitCode {
    match args::parse().and_then(command::run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell();
            failure.code()
        }
    }
}
