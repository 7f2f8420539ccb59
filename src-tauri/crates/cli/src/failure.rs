//! How a command ends badly, and what is said about it.

use std::process::ExitCode;

use office::{Error, ErrorCode};

use crate::words;

#[derive(Debug)]
pub(crate) enum Failure {
    /// Exit 1: refused, with everything needed to put it right.
    Refused(Error),
    /// Exit 1, and the command has said why itself.
    Told,
    /// Exit 2: the command line is wrong.
    Usage(String),
    /// Help was asked for: exit 0.
    Help(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl From<ErrorCode> for Failure {
    fn from(code: ErrorCode) -> Self {
        Self::Refused(Error::of(code))
    }
}

impl Failure {
    pub(crate) fn code(&self) -> ExitCode {
        match self {
            Self::Help(_) => ExitCode::SUCCESS,
            Self::Refused(_) | Self::Told => ExitCode::from(1),
            Self::Usage(_) => ExitCode::from(2),
        }
    }

    pub(crate) fn tell(&self) {
        match self {
            Self::Refused(error) => eprintln!("{}", words::refusal(error)),
            Self::Told => {}
            Self::Usage(text) => eprintln!("{text}\n\nXem hướng dẫn: tung-ngo --help"),
            Self::Help(text) => crate::command::say(text),
        }
    }
}
