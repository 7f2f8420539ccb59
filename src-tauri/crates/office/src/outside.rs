//! What comes from outside: the time, and chance. Tests give their own, so that they are exact.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, Local};

pub trait Outside: std::fmt::Debug + Send + Sync {
    fn now(&self) -> DateTime<FixedOffset>;

    /// Time that only goes forward, whatever is done to the clock, from some moment of this run.
    fn ticks(&self) -> Duration {
        static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
        BEGUN.elapsed()
    }

    /// Unpredictable bytes, for keys, salts and ids.
    fn fill(&self, bytes: &mut [u8]);
}

/// The computer's clock and random source.
#[derive(Debug, Clone, Copy, Default)]
pub struct System;

impl Outside for System {
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }

    fn fill(&self, bytes: &mut [u8]) {
        #[expect(
            clippy::expect_used,
            reason = "a computer without a random source cannot make a key; going on would be worse"
        )]
        getrandom::fill(bytes).expect("the system's random source answers");
    }
}

/// Fresh bytes of a given length.
pub(crate) fn fresh<const N: usize>(outside: &dyn Outside) -> [u8; N] {
    let mut bytes = [0; N];
    outside.fill(&mut bytes);
    bytes
}

/// A short id a person can read out: eight letters and digits without look-alikes.
pub fn readable_id(outside: &dyn Outside) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let bytes: [u8; 8] = fresh(outside);
    let id: String = bytes.iter().map(|b| char::from(LETTERS[usize::from(b % 32)])).collect();
    format!("{}-{}", &id[..4], &id[4..])
}
