//! The letter (công văn) as a document of the decree without a named type: what is promised of it.

mod tests;
