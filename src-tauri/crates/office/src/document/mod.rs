//! Official documents: from a draft's sections to the paper.

pub(crate) mod describe;
