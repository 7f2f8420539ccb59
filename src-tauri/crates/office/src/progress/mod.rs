//! Progress (tiến độ): the state of the campaign on a day, and what is behind each of its figures.

mod figure;
mod get;
mod print;

pub(crate) use figure::kind_word;
pub use figure::{FigureBase, FigureBox, FigureScan, FigureSheet, FigureView, GetFigure};
pub use get::GetProgress;
pub use print::ProgressPdf;
