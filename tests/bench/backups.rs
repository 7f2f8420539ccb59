//! A backup of a large file, made and verified, beside its target.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use office::System;
use office::desk::Keeper;

use super::{Table, median, megabytes};

/// Copied, flushed, read back and found sound; then every byte of it read once more, as when somebody asks.
pub(crate) fn rows(table: &mut Table, large: &Path) {
    let keeper = Keeper::at_rest(large, Arc::new(System));
    let target = Duration::from_secs(1);
    let made = median(5, || _ = keeper.make_asked().expect("a backup"));
    table.time("backup of 10,081 tallies made and verified", target, made);
    let state = keeper.state(office::Outside::now(&System)).expect("backups");
    let latest = state.backups.first().expect("a backup");
    let read = median(5, || keeper.verify(Some(latest.stamp.number)).expect("it is read"));
    table.time("  read through again", target, read);
    assert!(latest.fault.is_none(), "it is sound");
    println!("(that backup: {})", megabytes(latest.size.unwrap_or_default()));
}
