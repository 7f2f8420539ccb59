//! Nothing lost, whatever goes wrong: programs are killed, their disk fails, two of them race, files are damaged, and
//! each time what is there is held against what was said. The long run is `cargo xtask faults`, a short one a test;
//! both print one table. See `tests/faults/README.md`.

pub mod backups;
pub mod damage;
pub mod desk;
pub mod keying;
pub mod kills;
pub mod layer;
pub mod races;
pub mod restoring;
pub mod scenes;
pub mod sweep;
pub mod table;
pub mod targets;

use std::path::Path;

use sweep::{Extent, Scene, sweep};
pub use table::{Row, Table};

/// How much is run.
#[derive(Debug, Clone)]
pub struct Asked {
    pub extent: Extent,
    /// Kills while keying.
    pub kills: u32,
    /// Kills during backup and restore.
    pub restores: usize,
    /// Damaged copies of a file.
    pub damaged: usize,
    /// Races of two writers.
    pub races: usize,
}

impl Asked {
    /// As much as the promises ask for, and more.
    #[must_use]
    pub fn long() -> Self {
        Self { extent: Extent { most: Some(150), only: None }, kills: 1_000, restores: 200, damaged: 200, races: 500 }
    }

    /// A minute or two.
    #[must_use]
    pub fn short() -> Self {
        Self { extent: Extent { most: Some(2), only: None }, kills: 50, restores: 6, damaged: 20, races: 20 }
    }
}

/// Everything that is asked for; `begins` hears what is begun.
///
/// # Panics
/// If there is no ground to stand on: no folder, a program that does not start.
#[must_use]
pub fn everything(program: &Path, asked: &Asked, mut begins: impl FnMut(&str)) -> Table {
    let mut table = Table::default();
    let extent = &asked.extent;
    let mut row = |name: &str, run: &dyn Fn() -> Row| {
        if extent.wants(name) {
            begins(name);
            table.0.push(run());
        }
    };
    row("keying: killed", &|| keying::kill(program, asked.kills, 20_241_109, |_| ()).into());
    #[cfg(unix)]
    row("keying: files may not grow", &|| keying::fill(program, asked.kills / 10, 12).into());
    row(kills::NAME, &|| kills::kill(program, asked.restores, 61, |name| extent.wants_run(name)));
    row(damage::NAME, &|| damage::damage(program, asked.damaged, 71, |name| extent.wants_run(name)));
    row(races::NAME, &|| races::race(program, asked.races, 41));
    row(targets::NAME, &|| targets::targets(program));
    if let Some(library) = layer::library() {
        let mut play = |name: &str, scene: &dyn Fn() -> Box<dyn Scene>| {
            if extent.wants(name) {
                begins(name);
                table.0.extend(sweep(&*scene(), program, &library, extent));
            }
        };
        play("keying", &|| Box::new(keying::Keying::new()));
        play("opening after a crash", &|| Box::new(keying::Keying::after_a_crash(program, &library)));
        let scenes = [scenes::all(program), backups::all(program), restoring::all(program)];
        for (name, scene) in scenes.into_iter().flatten() {
            play(name, &|| Box::new(scene()));
        }
    }
    table
}

/// The same numbers in every run (Knuth's MMIX constants).
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    #[must_use]
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0, smaller than `n`.
    pub fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap_or_default() % n
    }
}
