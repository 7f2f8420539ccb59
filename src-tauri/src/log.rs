//! The log: one file a day, the last fourteen kept. It says what failed and where, never what was in a
//! box or who somebody is.

use std::panic::PanicHookInfo;
use std::path::Path;

use tracing::Level;
use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::layer;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

const KEPT_DAYS: usize = 14;

/// Starts the log. `None` if its folder cannot be written: the program works without one.
pub(crate) fn start(folder: &Path) -> Option<WorkerGuard> {
    // The appender would make it too, but only after it has complained on the terminal.
    std::fs::create_dir_all(folder).ok()?;
    let files = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("tung-ngo")
        .filename_suffix("log")
        .max_log_files(KEPT_DAYS)
        .build(folder)
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(files);
    // Libraries speak only when something is wrong: what they tell besides is not ours to vouch for.
    let levels = Targets::new()
        .with_default(Level::WARN)
        .with_targets(["tung_ngo_desktop", "office", "store", "paper", "workbook"].map(|ours| (ours, Level::INFO)));
    let started =
        tracing_subscriber::registry().with(layer().with_ansi(false).with_writer(writer)).with(levels).try_init();
    if started.is_err() {
        return None;
    }
    std::panic::set_hook(Box::new(|panic| {
        tracing::error!(place = panic.location().map(tracing::field::display), words = literal(panic), "panic");
    }));
    tracing::info!(version = env!("CARGO_PKG_VERSION"), system = std::env::consts::OS, "started");
    Some(guard)
}

/// A panic's words, if they stand so in the source: formatted ones may hold a value somebody typed.
fn literal<'a>(panic: &'a PanicHookInfo<'_>) -> &'a str {
    panic.payload().downcast_ref::<&'static str>().copied().unwrap_or("(not logged)")
}
