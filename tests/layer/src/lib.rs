//! A faulty disk, for tests: preloaded into a program (`LD_PRELOAD`), it stands between it and the system and makes
//! one file call under one folder go wrong. It reaches whatever the program does there: SQLite, `std::fs`, libraries.
//! `tests/src/faults` asks for it through the environment:
//!
//! | variable | |
//! | --- | --- |
//! | `TUNG_NGO_LAYER` | `fault:n`, the fault and the call it happens at, counted from 1; `:reads` after it counts questions as well, else only what changes something |
//! | `TUNG_NGO_LAYER_UNDER` | the folder, as the program writes it |
//! | `TUNG_NGO_LAYER_AFTER` | counting begins after so many lines on the standard output (0) |
//! | `TUNG_NGO_LAYER_LOG` | a file elsewhere that is told of each call: `n call path`, with ` !` where the fault was |
//!
//! `count` does nothing but count. `short`: half of a write is done, and there is no room from then on. `full`: no room
//! from then on. `once`: one I/O error. `io`: I/O errors from then on. `gone`: the drive was pulled out, nothing under
//! the folder answers any more. `readonly`: nothing can be changed from the beginning. `before`, `after`: the process ends before or after the call. `flip`: one bit of what is
//! written (with `reads`: read) is another one, and nobody says so.
//!
//! It calls the system directly, so it needs nothing of the library it stands in for and may be asked before that is
//! ready. A descriptor's path is asked of `/proc` each time: nothing is remembered, so nothing goes stale. Not seen:
//! memory maps (SQLite's index of its log, which is made anew after a crash) and locks (`fcntl`, `flock`), which stay
//! the system's own. `open` takes its mode as a third argument although C has it variadic: on x86-64 and AArch64 Linux
//! both are passed alike.
#![cfg(all(target_os = "linux", target_pointer_width = "64"))]

mod calls;
mod plan;
