//! Many like pieces of work at once, on as many threads as there are processors.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;

use crate::error::PaperError;

/// Does `work` on each of `of` pieces and gives the answers in their order. Each thread has its own `begin`. `progress`
/// is told how many of how many are done, and stops by answering `false`.
///
/// # Errors
/// Of the pieces that fail, the first in their order; [`PaperError::Cancelled`].
pub(crate) fn each<S, T: Send>(
    of: usize,
    begin: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, usize) -> Result<T, PaperError> + Sync,
    progress: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Vec<T>, PaperError> {
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(of);
    let (tell, told) = mpsc::channel();
    let mut answers: Vec<Option<T>> = (0..of).map(|_| None).collect();
    let mut refused: Option<(usize, PaperError)> = None;
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let (tell, begin, work, next, stop) = (tell.clone(), &begin, &work, &next, &stop);
            scope.spawn(move || {
                let mut own = begin();
                while !stop.load(Ordering::Relaxed) {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= of || tell.send((n, work(&mut own, n))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(tell);
        for (done, (n, answer)) in told.iter().enumerate() {
            match answer {
                // Pieces are taken in their order, so every one before a failed one is told too.
                Err(error) => {
                    stop.store(true, Ordering::Relaxed);
                    if refused.as_ref().is_none_or(|(first, _)| n < *first) {
                        refused = Some((n, error));
                    }
                }
                Ok(answer) => answers[n] = Some(answer),
            }
            if refused.is_none() && !progress(done + 1, of) {
                stop.store(true, Ordering::Relaxed);
                refused = Some((0, PaperError::Cancelled));
            }
        }
    });
    refused.map_or_else(|| Ok(answers.into_iter().flatten().collect()), |(_, error)| Err(error))
}
