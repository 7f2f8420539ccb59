use domain::template::{Fault, Wrong};

use crate::error::{Error, ErrorCode};

/// A fault of a text as a refusal in words, with its place.
pub(crate) fn refusal(fault: Fault) -> Error {
    let Fault { section, line, wrong } = fault;
    let error = match wrong {
        Wrong::UnknownField { field, likely: Some(likely) } => {
            Error::of(ErrorCode::UnknownFieldLikely).with("field", field).with("likely", likely)
        }
        Wrong::UnknownField { field, likely: None } => Error::of(ErrorCode::UnknownField).with("field", field),
        Wrong::NotAlone { field } => Error::of(ErrorCode::FieldNotAlone).with("field", field),
        Wrong::Unclosed { text } => Error::of(ErrorCode::FieldUnclosed).with("text", text),
        Wrong::TooManyPoints => Error::of(ErrorCode::TooManyPoints),
        Wrong::NoHeading => Error::of(ErrorCode::SectionWithoutHeading),
        Wrong::AppendixNotNamed { appendix } => Error::of(ErrorCode::AppendixNotNamed).with("appendix", appendix),
    };
    error.with("section", section).with("line", line)
}
