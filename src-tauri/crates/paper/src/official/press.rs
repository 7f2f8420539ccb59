//! What documents are set and written with. A text that is edited is made again after every pause, and most of it is as
//! it was: what the last document was set and drawn as is kept until the next. Its bytes are those of a new press.

#[cfg(test)]
mod tests;

use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::document::Document;

use super::{drawing, paper, sections, title};
use crate::engine::text::Typesetter;
use crate::engine::{docx, pdf};
use crate::error::PaperError;
use crate::nd30::ND30_2020;

#[derive(Debug)]
pub(super) struct Press {
    typesetter: Typesetter,
    before: pdf::Before,
}

impl Press {
    fn new() -> Self {
        Self { typesetter: Typesetter::remembering(), before: pdf::Before::default() }
    }

    pub(super) fn pdf(&mut self, document: &Document) -> Result<Vec<u8>, PaperError> {
        pdf::write_again(&drawing(document, &mut self.typesetter)?, &mut self.before)
    }

    pub(super) fn docx(&mut self, document: &Document) -> Result<Vec<u8>, PaperError> {
        // What cannot be printed is not handed out to be printed elsewhere.
        drawing(document, &mut self.typesetter)?;
        docx::write(&sections(document, &ND30_2020), &title(document), &mut self.typesetter)
            .map_err(|f| f.on(paper(document), ""))
    }
}

/// The press nobody is at.
#[derive(Debug)]
struct Kept {
    press: Option<Press>,
    /// How often everything was to be forgotten.
    forgotten: u64,
}

impl Kept {
    const fn new() -> Self {
        Self { press: None, forgotten: 0 }
    }

    /// The press, and what [`Kept::put_back`] wants to hear.
    fn take(&mut self) -> (Press, u64) {
        (self.press.take().unwrap_or_else(Press::new), self.forgotten)
    }

    fn put_back(&mut self, mut press: Press, forgotten: u64) {
        press.typesetter.forget_unused();
        if self.forgotten == forgotten {
            self.press = Some(press);
        }
    }

    fn forget(&mut self) {
        self.press = None;
        self.forgotten += 1;
    }
}

static KEPT: Mutex<Kept> = Mutex::new(Kept::new());

fn kept() -> MutexGuard<'static, Kept> {
    // Whoever panicked has taken the press along.
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Works at the press that is kept, or at a new one while somebody else is at it.
pub(super) fn at_the_press<T>(work: impl FnOnce(&mut Press) -> T) -> T {
    let (mut press, forgotten) = kept().take();
    let done = work(&mut press);
    kept().put_back(press, forgotten);
    done
}

/// Forgets the words of the last document: somebody it may name was deleted for good.
pub fn forget_documents() {
    kept().forget();
}
