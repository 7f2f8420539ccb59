//! Memory that was given back and is kept nevertheless.
//!
//! glibc makes a heap for each thread, which keeps what it once needed: after the first screen of an office of ten
//! thousand sheets that is a hundred megabytes that nobody uses. Everything of ours therefore comes from mimalloc. The
//! libraries in C (`SQLite`, `GTK`) keep theirs; how many heaps that makes, and when each of the two gives back to the
//! system, is said in the environment (mallopt(3); mimalloc's `MIMALLOC_PURGE_DELAY`), which is read before anything of
//! ours runs. So the program begins again in its own place, the same process, with that said.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::Command;

#[global_allocator]
static OURS: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SAID: [(&str, &str); 3] =
    [("MIMALLOC_PURGE_DELAY", "0"), ("MALLOC_ARENA_MAX", "1"), ("MALLOC_TRIM_THRESHOLD_", "131072")];

/// Comes back once it is said, or if it cannot be: the program only needs more memory then.
pub(crate) fn give_back() {
    if SAID.iter().any(|(name, _)| env::var_os(name).is_some()) {
        return;
    }
    if let Ok(program) = env::current_exe() {
        let _failed = Command::new(program).args(env::args_os().skip(1)).envs(SAID).exec();
    }
}
