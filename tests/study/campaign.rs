//! Paper as it comes back: a seeded campaign of visits, their sheets, and the team heads' totals. Every sheet
//! agrees with the form's hard checks; only totals are wrong, as people add wrongly.

use std::ops::Range;

use domain::form::{Form, default_checks, default_indicators, reason_checks, reason_indicators};
use domain::ids::FormId;
use domain::tally::{BoxNo, Tally};

use super::parameters::{Parameters, SheetRates};
use super::random::Random;

/// What a form of the study asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// The optional block of reasons (10–11).
    pub reasons: bool,
    /// The control total T on each sheet.
    pub control: bool,
}

/// One filled sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub visit: usize,
    /// In the form's order.
    pub values: Vec<u32>,
    /// Boxes whose handwriting everybody reads as another number.
    pub misread: Vec<(usize, u32)>,
}

/// One evening in one area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub area: usize,
    /// Its sheets among those of the campaign.
    pub sheets: Range<usize>,
    /// What the team head wrote in the phiếu tổng hợp buổi, in the form's order (without T).
    pub totals: Vec<u32>,
}

#[derive(Debug, Clone)]
pub struct Campaign {
    pub seed: u64,
    pub form: Form,
    pub boxes: Vec<BoxNo>,
    /// After how many digits the cursor moves on by itself, of each box.
    pub widths: Vec<Option<u32>>,
    pub papers: Vec<Paper>,
    pub visits: Vec<Visit>,
}

/// The shares of an area, or of a sheet.
#[derive(Debug, Clone)]
struct Shares {
    met: f64,
    people: f64,
    smartphone: f64,
    installed_before: f64,
    convinced: f64,
    account: f64,
    activated: f64,
}

impl Campaign {
    /// At least `sheets` sheets: visits come whole.
    #[must_use]
    pub fn new(seed: u64, sheets: usize, shape: Shape, parameters: &Parameters) -> Self {
        let form = form(shape);
        let mut campaign = Self {
            seed,
            boxes: form.boxes().collect(),
            widths: form.boxes().map(|no| form.indicator(&no).and_then(|i| i.width)).collect(),
            form,
            papers: Vec::new(),
            visits: Vec::new(),
        };
        let mut shares = Shares::of_area(parameters, seed, 0);
        while campaign.papers.len() < sheets {
            let (visit, area) = (campaign.visits.len(), campaign.visits.len() / parameters.visit.visits_of_area);
            if visit.is_multiple_of(parameters.visit.visits_of_area) {
                shares = Shares::of_area(parameters, seed, area);
            }
            campaign.add_visit(area, &shares, parameters);
        }
        campaign
    }

    fn add_visit(&mut self, area: usize, shares: &Shares, parameters: &Parameters) {
        let visit = self.visits.len();
        let mut random = Random::of(self.seed, &[2, visit as u64]);
        let size = &parameters.visit;
        let teams = random.between(size.teams.0, size.teams.1);
        let count = (teams + random.binomial(teams, size.second_sheet)) as usize;
        let first = self.papers.len();
        for sheet in first..first + count.min(size.most_sheets) {
            let paper = self.paper(visit, sheet, shares, parameters);
            self.papers.push(paper);
        }
        let sheets = first..self.papers.len();
        let totals = (0..self.form.indicators.len())
            .map(|at| self.written_total(sheets.clone(), at, &mut random, parameters))
            .collect();
        self.visits.push(Visit { area, sheets, totals });
    }

    fn paper(&self, visit: usize, sheet: usize, shares: &Shares, parameters: &Parameters) -> Paper {
        let mut random = Random::of(self.seed, &[3, sheet as u64]);
        let mut values = shares.of_sheet(parameters, &mut random).fill(&parameters.sheet, &mut random);
        values.truncate(self.form.indicators.len());
        let mut random = Random::of(self.seed, &[4, sheet as u64]);
        if self.form.control {
            let sum = values.iter().sum();
            let wrong = random.chance(parameters.paper.wrong_total);
            values.push(if wrong { miscounted(sum, &values, &mut random, parameters) } else { sum });
        }
        let mut misread = Vec::new();
        for (at, value) in values.iter().enumerate() {
            if random.chance(parameters.paper.hard_to_read) {
                misread.push((at, look_alike(*value, &mut random)));
            }
        }
        Paper { visit, values, misread }
    }

    fn written_total(&self, sheets: Range<usize>, at: usize, random: &mut Random, parameters: &Parameters) -> u32 {
        let parts: Vec<u32> = self.papers[sheets].iter().map(|p| p.values[at]).collect();
        let sum = parts.iter().sum();
        if random.chance(parameters.paper.wrong_total) { miscounted(sum, &parts, random, parameters) } else { sum }
    }

    /// As the domain takes a sheet.
    #[must_use]
    pub fn tally(&self, values: &[Option<u32>]) -> Tally {
        self.boxes.iter().zip(values).filter_map(|(no, value)| Some((no.clone(), (*value)?))).collect()
    }

    /// Digits of the average number on paper, box by box.
    #[must_use]
    pub fn mean_digits(&self) -> Vec<f64> {
        let count = self.papers.len() as f64;
        let digits = |at: usize| self.papers.iter().map(|p| f64::from(digits(p.values[at]))).sum::<f64>();
        (0..self.boxes.len()).map(|at| digits(at) / count).collect()
    }
}

fn form(shape: Shape) -> Form {
    let (mut indicators, mut checks) = (default_indicators("iHanoi"), default_checks());
    if shape.reasons {
        indicators.extend(reason_indicators());
        checks.extend(reason_checks());
    }
    indicators.iter_mut().for_each(|i| i.control = shape.control);
    Form { id: FormId(1), version: 1, control: shape.control, indicators, checks }
}

#[must_use]
pub fn digits(value: u32) -> u32 {
    value.checked_ilog10().map_or(1, |log| log + 1)
}

/// A sum as a tired person writes it: never the right one.
fn miscounted(sum: u32, parts: &[u32], random: &mut Random, parameters: &Parameters) -> u32 {
    let kinds = &parameters.paper.total_kinds;
    let wrong = match random.weighted(&[kinds.small, kinds.carry, kinds.sheet_left_out, kinds.swapped]) {
        1 if random.chance(0.5) => sum + 10,
        1 => sum.saturating_sub(10),
        2 => sum - parts[random.below(parts.len())],
        3 => swapped(sum),
        _ if random.chance(0.5) => sum + random.between(1, 9),
        _ => sum.saturating_sub(random.between(1, 9)),
    };
    if wrong == sum { sum + random.between(1, 9) } else { wrong }
}

/// Its last two digits exchanged.
fn swapped(value: u32) -> u32 {
    value / 100 * 100 + value % 10 * 10 + value / 10 % 10
}

/// One digit as careless handwriting shows it.
fn look_alike(value: u32, random: &mut Random) -> u32 {
    const PAIRS: [(u32, u32); 10] = [(0, 6), (1, 7), (2, 7), (3, 8), (4, 9), (5, 6), (6, 0), (7, 1), (8, 3), (9, 4)];
    let place = 10_u32.pow(random.below(digits(value) as usize) as u32);
    let digit = value / place % 10;
    value - digit * place + PAIRS[digit as usize].1 * place
}

impl Shares {
    fn of_area(parameters: &Parameters, seed: u64, area: usize) -> Self {
        let mut random = Random::of(seed, &[1, area as u64]);
        let (sheet, strength) = (&parameters.sheet, parameters.spread.between_areas);
        let mut share = |mean: f64| random.beta(mean, strength);
        Self {
            met: share(sheet.met),
            smartphone: share(sheet.smartphone),
            installed_before: share(sheet.installed_before),
            convinced: share(sheet.convinced),
            account: share(sheet.account),
            activated: share(sheet.activated),
            // Between 80 % and 120 % of the mean, most areas near it.
            people: sheet.people_of_household * (0.8 + 0.4 * share(0.5)),
        }
    }

    fn of_sheet(&self, parameters: &Parameters, random: &mut Random) -> Self {
        let strength = parameters.spread.between_sheets;
        let mut share = |mean: f64| random.beta(mean.clamp(0.01, 0.99), strength);
        Self {
            met: share(self.met),
            people: self.people,
            smartphone: share(self.smartphone),
            installed_before: share(self.installed_before),
            convinced: share(self.convinced),
            account: share(self.account),
            activated: share(self.activated),
        }
    }

    /// All boxes with the block of reasons, in the form's order.
    fn fill(&self, rates: &SheetRates, random: &mut Random) -> Vec<u32> {
        let drawn = random.spread_poisson(rates.households, rates.households_shape);
        let reached = drawn.clamp(rates.fewest_households, rates.most_households);
        let met = if random.chance(rates.nobody) { 0 } else { random.binomial(reached, self.met) };
        let of_age = met - random.binomial(met, rates.only_children);
        let people: u32 = (0..of_age).map(|_| 1 + random.poisson(self.people - 1.0)).sum();
        let phone = random.binomial(people, self.smartphone);
        let before = random.binomial(phone, self.installed_before);
        let tonight = random.binomial(phone - before, self.convinced);
        let installed = before + tonight;
        let account = random.binomial(installed, self.account);
        let activated = random.binomial(account, self.activated);
        let (not, without) = (people - installed, people - phone);
        let old = random.binomial(not - without, rates.old_phone);
        let unwilling = random.binomial(not - without - old, rates.unwilling / (1.0 - rates.old_phone));
        let other = not - without - old - unwilling;
        let lacks = random.binomial(installed - account, rates.lacks_identity);
        vec![
            reached,
            met,
            reached - met,
            people,
            phone,
            before,
            tonight,
            account,
            activated,
            not,
            without,
            old,
            unwilling,
            other,
            lacks,
        ]
    }
}
