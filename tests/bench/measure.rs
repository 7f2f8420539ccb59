//! Taking times, and the table of figures beside their targets.

use std::time::{Duration, Instant};

/// The middle one of several runs, after one that warms up.
pub(crate) fn median(runs: usize, mut work: impl FnMut()) -> Duration {
    work();
    let mut took: Vec<Duration> = (0..runs).map(|_| timed(&mut work)).collect();
    percentile(&mut took, 50)
}

/// The middle one of as many runs as fit into the patience, the first of which warms up unless it is the only one.
pub(crate) fn patiently(patience: Duration, most: usize, mut work: impl FnMut()) -> Duration {
    let first = timed(&mut work);
    let mut took = Vec::new();
    let mut spent = first;
    while took.len() < most && spent < patience {
        let one = timed(&mut work);
        spent += one;
        took.push(one);
    }
    if took.is_empty() { first } else { percentile(&mut took, 50) }
}

pub(crate) fn timed(work: &mut impl FnMut()) -> Duration {
    let started = Instant::now();
    work();
    started.elapsed()
}

pub(crate) fn percentile(took: &mut [Duration], percent: usize) -> Duration {
    took.sort();
    took[(took.len() - 1) * percent / 100]
}

#[derive(Debug, Default)]
pub(crate) struct Table(Vec<[String; 4]>);

impl Table {
    pub(crate) fn time(&mut self, what: &str, target: Duration, figure: Duration) {
        self.row(what, &format!("≤ {}", milliseconds(target)), &milliseconds(figure), figure <= target);
    }

    pub(crate) fn row(&mut self, what: &str, target: &str, figure: &str, is_met: bool) {
        let sign = if is_met { "met" } else { "MISSED" };
        self.0.push([what.to_owned(), target.to_owned(), figure.to_owned(), sign.to_owned()]);
    }

    pub(crate) fn print(&self) {
        if self.0.is_empty() {
            return;
        }
        println!("\n{:<64} {:>12} {:>12}", "", "target", "figure");
        for [what, target, figure, sign] in &self.0 {
            println!("{what:<64} {target:>12} {figure:>12}  {sign}");
        }
    }
}

pub(crate) fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

pub(crate) fn megabytes(bytes: u64) -> String {
    format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
}

/// Processor, cores, and how busy it was before this began.
pub(crate) fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|l| l.strip_prefix("model name")).map(|l| l.trim_start_matches([' ', '\t', ':']));
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: Vec<&str> = load.split(' ').take(3).collect();
    let load = if load.len() == 3 { load.join(" ") } else { "unknown".to_owned() };
    format!("{}, {cores} cores, {}, load {load}", model.unwrap_or("processor unknown"), std::env::consts::OS)
}
