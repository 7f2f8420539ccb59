//! The typesetting engine: a paper is a list of sections, a section a list of [`block`]s that reads like the
//! paper (or a [`board`] with fixed places); [`flow`] lays it out as pages of positioned items in
//! millimetres; only then [`pdf`] draws them. Widths, breaks and overflow are known before anything is drawn,
//! and nothing is measured while drawing. What does not fit is an error with the words it begins with.
//!
//! ```text
//! Section ─ Block ──strip──> Strip ──flow──> Page ─ Item ──pdf──> bytes (PDF/A-2u)
//!                 └───────────────docx──────────────────────────> bytes (Word)
//! ```
//!
//! | block | what it is |
//! | --- | --- |
//! | `Paragraph` | runs of type; indents, justification, rule under it, heading level (bookmark, outline) |
//! | `Table` | tracks, rows of cells over one or more of them, header rows that stand again, rules where wanted |
//! | `Columns` | columns side by side, level at the top; holds back lines of the body |
//! | `Rule` | a rule over a share of the text |
//! | `Float` | a picture or QR at an edge, the next paragraphs beside it |
//!
//! A section has its own page size, margins and numbers (an appendix is one), a head and a foot (`Band`) for
//! the first page and the others, and pictures at places of the page (`Fixed`).
//!
//! | file | the only one that knows |
//! | --- | --- |
//! | `text` | parley: shaping, line breaking, justification |
//! | `pdf` | printpdf and lopdf: how a page becomes bytes |
//! | `docx` | docx-rs: how blocks become a Word file |
//! | `qr` | qrcode: how a text becomes squares |
//! | `picture` | image: how a file becomes pixels |
//!
//! The engine knows no paper. To add a kind of block: describe it in `block`, lower it to strips in `strip`
//! (a strip is the smallest piece a page may be broken between), say in `docx` how Word has it, and let
//! `tests::generated` put it among the others.

pub(crate) mod block;
pub(crate) mod board;
pub(crate) mod docx;
pub(crate) mod flow;
mod grid;
pub(crate) mod page;
pub(crate) mod pdf;
pub(crate) mod picture;
pub(crate) mod qr;
pub(crate) mod strip;
pub(crate) mod text;

#[cfg(test)]
mod tests;
