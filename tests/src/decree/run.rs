//! A run over generated documents: made by two processes, read by programs that are not ours, measured by every
//! rule. The long run is `cargo xtask papers --check`, a short one a test.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use domain::document::{Block, Document};

use super::generated::{self, Kind};
use super::{Breach, Case, Measured, Rule, rules};
use crate::cli::built;
use crate::golden::papers::{PAPERS, Samples};
use crate::{RunExt, reader, scratch, tool};

/// One document of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    pub kind: Kind,
    pub number: u32,
}

impl Wanted {
    /// As a breach names it.
    #[must_use]
    pub fn name(self, seed: u64) -> String {
        format!("{:?} {} of seed {seed}", self.kind, self.number)
    }

    fn file(self, ending: &str) -> String {
        format!("{:?}-{:03}.{ending}", self.kind, self.number)
    }
}

/// So many plans, and a document of another kind for each fourth of them.
#[must_use]
pub fn wanted(plans: u32) -> Vec<Wanted> {
    let plan = (0..plans).map(|number| Wanted { kind: Kind::Plan, number });
    let other = (0..plans.div_ceil(4)).map(|number| Wanted { kind: Kind::OTHERS[number as usize % 5], number });
    plan.chain(other).collect()
}

/// Writes the documents of a run as PDF and as Word file; done by a process of its own, twice.
///
/// # Panics
/// If one cannot be made or written.
pub fn make(seed: u64, plans: u32, folder: &Path) {
    in_threads(&wanted(plans), |wanted| {
        let document = generated::document(seed, wanted.number, wanted.kind);
        let pdf = paper::document_pdf(&document);
        let docx = paper::document_docx(&document);
        for (made, ending) in [(pdf, "pdf"), (docx, "docx")] {
            let bytes = made.unwrap_or_else(|e| panic!("{}: {e}", wanted.name(seed)));
            std::fs::write(folder.join(wanted.file(ending)), bytes).expect("the folder takes files");
        }
    });
}

/// What a run came to.
#[derive(Debug)]
pub struct Told {
    pub seed: u64,
    pub documents: usize,
    pub pages: usize,
    pub glyphs: usize,
    /// Each rule with how often it was measured and what was found.
    pub rules: Vec<(Rule, usize, Vec<Breach>)>,
    /// What the documents were like.
    pub coverage: Coverage,
    pub took: Duration,
}

impl Told {
    #[must_use]
    pub fn breaches(&self) -> Vec<&Breach> {
        self.rules.iter().flat_map(|(.., breaches)| breaches).collect()
    }

    /// Rules that found nothing to measure though a document has to have it.
    #[must_use]
    pub fn not_exercised(&self) -> Vec<&'static str> {
        self.rules.iter().filter(|(_, n, _)| *n == 0).map(|(r, ..)| r.name).collect()
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 4;
        writeln!(f, "{:>9} measured  {:>4} breaches", "", "")?;
        for (rule, count, breaches) in &self.rules {
            writeln!(f, "{count:>18}  {:>13}  {:<28}{}", breaches.len(), rule.name, rule.says)?;
        }
        for (_, _, breaches) in &self.rules {
            for breach in breaches.iter().take(SHOWN) {
                writeln!(f, "  {breach}")?;
            }
            if breaches.len() > SHOWN {
                writeln!(f, "  … and {} more of {}", breaches.len() - SHOWN, breaches[0].rule)?;
            }
        }
        write!(f, "{}", self.coverage)?;
        let measured: usize = self.rules.iter().map(|(_, n, _)| n).sum();
        writeln!(
            f,
            "{} rules × {} documents of seed {}: {} pages, {} signs, {measured} measurements in {:.0} s",
            self.rules.len(),
            self.documents,
            self.seed,
            self.pages,
            self.glyphs,
            self.took.as_secs_f64()
        )?;
        let not = self.not_exercised();
        write!(f, "breaches: {}; rules not exercised: {}", self.breaches().len(), not.len())?;
        not.iter().try_for_each(|name| write!(f, "\n  not exercised: {name}"))
    }
}

/// What the documents of a run were like, so that the run can be judged.
#[derive(Debug, Default)]
pub struct Coverage {
    pub areas: BTreeSet<usize>,
    pub lengths: BTreeSet<usize>,
    pub recipients: BTreeSet<usize>,
    pub bases: BTreeSet<usize>,
    /// Letters seen on the pages of all plans, and plans of a tenth number that lack some.
    pub letters: BTreeSet<char>,
    pub tenths_without: Vec<String>,
    /// Where tables end, in stretches of a line's height from the top of the page.
    pub ends: BTreeMap<usize, usize>,
}

/// A line of the body is 5.67 mm high: tables are to end in every such stretch a table can end in.
const STRETCH: f32 = 5.67;
const ENDS: std::ops::Range<usize> = 7..48;

impl Coverage {
    fn add(&mut self, wanted: Wanted, case: &Case) {
        let Some(document) = &case.document else { return };
        self.recipients.insert(document.recipients.0.len());
        self.bases.insert(document.bases.len());
        for fragment in case.parts.body.tables.iter().chain(case.parts.appendices.iter().flat_map(|a| &a.body.tables)) {
            *self.ends.entry((fragment.grid.foot() / STRETCH) as usize).or_default() += 1;
        }
        let found: BTreeSet<char> = case.read.pages.iter().flat_map(|p| &p.glyphs).map(|g| g.text).collect();
        if wanted.kind == Kind::Plan && wanted.number.is_multiple_of(10) && !generated::letters().is_subset(&found) {
            self.tenths_without.push(case.name.clone());
        }
        self.letters.extend(generated::letters().intersection(&found));
        self.add_schedule(document);
    }

    fn add_schedule(&mut self, document: &Document) {
        for block in &document.body {
            if let Block::Schedule { lines, .. } = block {
                self.areas.insert(lines.len());
                self.lengths.extend(lines.iter().map(|l| l.area.chars().count()));
            }
        }
    }

    /// What a full run lacks.
    #[must_use]
    pub fn gaps(&self) -> Vec<String> {
        let mut gaps = Vec::new();
        let mut lack = |what: &str, wanted: Vec<usize>, found: &dyn Fn(usize) -> bool| {
            let missing: Vec<usize> = wanted.into_iter().filter(|n| !found(*n)).collect();
            if !missing.is_empty() {
                gaps.push(format!("no {what} of {missing:?}"));
            }
        };
        lack("schedule with areas", (1..=60).collect(), &|n| self.areas.contains(&n));
        lack("name with signs", (1..=80).collect(), &|n| self.lengths.contains(&n));
        lack("list of recipients", (0..=40).collect(), &|n| self.recipients.contains(&n));
        lack("list of bases", (0..=5).collect(), &|n| self.bases.contains(&n));
        lack("table that ends in the stretch", ENDS.collect(), &|n| self.ends.contains_key(&n));
        if self.letters.len() != generated::letters().len() {
            gaps.push("not every letter with every tone".to_owned());
        }
        gaps.extend(self.tenths_without.iter().map(|name| format!("{name} has not every letter with every tone")));
        gaps
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let span = |set: &BTreeSet<usize>| {
            format!("{}–{} ({} of them)", set.first().unwrap_or(&0), set.last().unwrap_or(&0), set.len())
        };
        writeln!(f, "areas {}, names of {} signs", span(&self.areas), span(&self.lengths))?;
        writeln!(f, "recipients {}, bases {}", span(&self.recipients), span(&self.bases))?;
        let ends = self.ends.keys().filter(|n| ENDS.contains(n)).count();
        let tables: usize = self.ends.values().sum();
        writeln!(f, "{tables} parts of tables end in {ends} of {} stretches of a line's height", ENDS.len())?;
        writeln!(f, "letters with tones: {} of {}", self.letters.len(), generated::letters().len())
    }
}

/// Makes, reads and measures `plans` plans and the documents that go with them.
///
/// # Panics
/// If a document cannot be made, or a program that reads it is missing.
#[must_use]
pub fn run(seed: u64, plans: u32) -> Told {
    let started = Instant::now();
    let (first, second) = (scratch(), scratch());
    let maker = built("product-tests", "typesetter");
    for folder in [&first, &second] {
        let mut command = std::process::Command::new(&maker);
        _ = command.args([seed.to_string(), plans.to_string()]).arg(folder.path()).done();
    }
    let all = wanted(plans);
    let words = words(first.path(), &all);
    let cases = in_threads(&all, |wanted| {
        let pdf = first.path().join(wanted.file("pdf"));
        let document = generated::document(seed, wanted.number, wanted.kind);
        let mut case = Case::new(wanted.name(seed), Some(document), reader::read(&pdf));
        let same = |ending| {
            let bytes = |folder: &Path| std::fs::read(folder.join(wanted.file(ending))).ok();
            bytes(first.path()).is_some_and(|b| Some(b) == bytes(second.path()))
        };
        case.same_bytes = Some(same("pdf") && same("docx"));
        case.word = words.get(&wanted.file("docx")).cloned();
        let measured = measure(&case);
        let mut coverage = Coverage::default();
        coverage.add(*wanted, &case);
        let glyphs = case.read.pages.iter().map(|p| p.glyphs.len()).sum();
        One { pages: case.read.pages.len(), glyphs, measured, coverage }
    });
    let mut told = Told {
        seed,
        documents: cases.len(),
        pages: cases.iter().map(|c| c.pages).sum(),
        glyphs: cases.iter().map(|c| c.glyphs).sum(),
        rules: rules().into_iter().map(|r| (r, 0, Vec::new())).collect(),
        coverage: Coverage::default(),
        took: Duration::ZERO,
    };
    for one in cases {
        told.add(one.measured);
        told.coverage.join(one.coverage);
    }
    told.add_offices();
    told.took = started.elapsed();
    told
}

impl Told {
    /// The official documents of the sample offices, as the program makes them of its own wording.
    fn add_offices(&mut self) {
        let samples = Samples::default();
        let mut seen = BTreeSet::new();
        for paper in PAPERS.iter().filter(|p| p.is_official() && seen.insert(p.source())) {
            let read = reader::read(&paper.make(&samples));
            self.pages += read.pages.len();
            self.documents += 1;
            self.glyphs += read.pages.iter().map(|p| p.glyphs.len()).sum::<usize>();
            let case = Case::new(format!("the sample's {}", paper.name), None, read);
            self.add(measure(&case));
        }
    }

    fn add(&mut self, measured: Vec<(usize, Vec<Breach>)>) {
        for ((_, count, breaches), (n, found)) in self.rules.iter_mut().zip(measured) {
            *count += n;
            breaches.extend(found);
        }
    }
}

struct One {
    pages: usize,
    glyphs: usize,
    measured: Vec<(usize, Vec<Breach>)>,
    coverage: Coverage,
}

impl Coverage {
    fn join(&mut self, other: Self) {
        self.areas.extend(other.areas);
        self.lengths.extend(other.lengths);
        self.recipients.extend(other.recipients);
        self.bases.extend(other.bases);
        self.letters.extend(other.letters);
        self.tenths_without.extend(other.tenths_without);
        for (stretch, count) in other.ends {
            *self.ends.entry(stretch).or_default() += count;
        }
    }
}

/// Every rule on one document: how often measured, and what was found.
#[must_use]
pub fn measure(case: &Case) -> Vec<(usize, Vec<Breach>)> {
    let one = |rule: Rule| {
        let mut measured = Measured::default();
        (rule.measure)(case, &mut measured);
        let breach = |(page, at, what)| Breach { rule: rule.name, document: case.name.clone(), page, at, what };
        (measured.count, measured.faults.into_iter().map(breach).collect())
    };
    rules().into_iter().map(one).collect()
}

/// The words of every Word file, read by LibreOffice: some dozens at a time, of more it leaves some out.
fn words(folder: &Path, all: &[Wanted]) -> BTreeMap<String, String> {
    const AT_A_TIME: usize = 50;
    let texts = scratch();
    // A profile of its own: LibreOffice runs once per profile, and a user's settings must not count.
    let profile =
        format!("-env:UserInstallation=file://{}", texts.path().join("profile").display()).replace(' ', "%20");
    let mut words = BTreeMap::new();
    for some in all.chunks(AT_A_TIME) {
        let ran = tool("soffice")
            .arg(&profile)
            .args(["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
            .arg(texts.path())
            .args(some.iter().map(|w| folder.join(w.file("docx"))))
            .ran();
        for wanted in some {
            let path = texts.path().join(wanted.file("txt"));
            let text = std::fs::read_to_string(&path);
            let text =
                text.unwrap_or_else(|e| panic!("LibreOffice reads no {}: {e}\n{}{}", path.display(), ran.out, ran.err));
            words.insert(wanted.file("docx"), domain::text::nfc(text.trim_start_matches('\u{feff}')));
        }
    }
    words
}

/// On as many threads as there are processors, answers in order.
fn in_threads<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(one) = all.get(at) else { return done };
            done.push((at, work(one)));
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|w| w.join().expect("a worker ends")).collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, r)| r).collect()
}
