//! One ring of tests: its runner's output is passed on as it comes, and its closing lines are counted.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::shell::{say, typed};

/// What ran.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
}

/// Whose closing lines to read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Runner {
    Cargo,
    Vitest,
    Node,
}

impl Runner {
    /// Adds what a line of output says, if it is a closing line.
    fn count(self, line: &str, count: &mut Count) {
        match self {
            // test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s
            Self::Cargo => {
                let Some((_, numbers)) = line.strip_prefix("test result: ").and_then(|l| l.split_once(". ")) else {
                    return;
                };
                for part in numbers.split("; ") {
                    count.add(part, "ignored");
                }
            }
            //       Tests  1 failed | 11 passed | 2 skipped (14)
            Self::Vitest => {
                let Some(numbers) = line.trim_start().strip_prefix("Tests ") else { return };
                for part in numbers.split(['|', '(']) {
                    count.add(part, "skipped");
                }
            }
            // ℹ pass 5, or # pass 5
            Self::Node => {
                let mut words = line.trim_start_matches(['ℹ', '#', ' ']).split(' ');
                let (Some(word), Some(Ok(n)), None) = (words.next(), words.next().map(str::parse::<u32>), words.next())
                else {
                    return;
                };
                if !line.starts_with(['ℹ', '#']) {
                    return;
                }
                match word {
                    "pass" => count.passed += n,
                    "fail" | "cancelled" => count.failed += n,
                    "skipped" | "todo" => count.skipped += n,
                    _ => {}
                }
            }
        }
    }
}

impl Count {
    /// `12 passed`, with the runner's own word for what it left out.
    fn add(&mut self, part: &str, left_out: &str) {
        let Some((Ok(n), word)) = part.trim().split_once(' ').map(|(n, w)| (n.parse::<u32>(), w)) else { return };
        match word {
            "passed" => self.passed += n,
            "failed" => self.failed += n,
            w if w == left_out || w == "todo" => self.skipped += n,
            _ => {}
        }
    }
}

/// Runs the tests, all of them whatever fails. The answer: what ran, and whether the runner ended well.
pub(crate) fn run(command: &mut Command, runner: Runner) -> Result<(Count, bool)> {
    let line = typed(command);
    say(&line);
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("'{line}' cannot be started"))?;
    let mut count = Count::default();
    if let Some(output) = child.stdout.take() {
        for bytes in BufReader::new(output).split(b'\n') {
            let bytes = bytes?;
            let text = String::from_utf8_lossy(&bytes);
            println!("{text}");
            runner.count(text.trim_end(), &mut count);
        }
    }
    Ok((count, child.wait()?.success()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(runner: Runner, lines: &[&str]) -> Count {
        let mut count = Count::default();
        for line in lines {
            runner.count(line, &mut count);
        }
        count
    }

    #[test]
    fn cargos_lines_add_up() {
        let lines = [
            "running 3 tests",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 4 filtered out; finished in 0.01s",
        ];
        assert_eq!(counted(Runner::Cargo, &lines), Count { passed: 15, failed: 2, skipped: 1 });
    }

    #[test]
    fn vitests_line_is_read_and_its_file_count_is_not() {
        let lines = [" Test Files  1 failed | 2 passed (3)", "      Tests  1 failed | 11 passed | 2 skipped (14)"];
        assert_eq!(counted(Runner::Vitest, &lines), Count { passed: 11, failed: 1, skipped: 2 });
        assert_eq!(counted(Runner::Vitest, &["      Tests  9 passed (9)"]), Count { passed: 9, failed: 0, skipped: 0 });
    }

    #[test]
    fn nodes_lines_are_read_in_both_reporters() {
        let spec = ["ℹ tests 6", "ℹ pass 4", "ℹ fail 1", "ℹ cancelled 1", "ℹ skipped 0", "ℹ duration_ms 51"];
        assert_eq!(counted(Runner::Node, &spec), Count { passed: 4, failed: 2, skipped: 0 });
        let tap = ["# tests 3", "# pass 3", "# fail 0", "pass 7"];
        assert_eq!(counted(Runner::Node, &tap), Count { passed: 3, failed: 0, skipped: 0 });
    }
}
