//! The typesetting engine: a paper is a list of [`block`]s that reads like the paper (or a [`board`] with
//! fixed places); [`flow`] lays it out as pages of positioned items in millimetres; only then [`pdf`]
//! draws them. Widths, breaks and overflow are known before anything is drawn, and nothing is measured
//! while drawing.
//!
//! | file | the only one that knows |
//! | --- | --- |
//! | `text` | parley: shaping, line breaking, justification |
//! | `pdf` | printpdf and lopdf: how a page becomes bytes |
//! | `docx` | docx-rs: how blocks become a Word file |
//! | `qr` | qrcode: how a text becomes squares |
//! | `picture` | image: how a file becomes pixels |
//!
//! The engine knows no paper. To add a kind of block: describe it in `block`, lower it to strips in
//! `strip`, and say in `docx` how Word has it.

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
