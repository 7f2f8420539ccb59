//! The ways of keying that are compared, and what each comes to.

use super::campaign::{Campaign, Shape};
use super::desk::{Desk, Extra, Search};
use super::parameters::Parameters;
use super::random::Random;
use super::slips::{Keying, Kind};

/// What the office has to check with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    pub name: &'static str,
    pub shape: Shape,
    /// The team heads' totals are keyed.
    pub totals: bool,
}

const fn setting(name: &'static str, reasons: bool, totals: bool, control: bool) -> Setting {
    Setting { name, shape: Shape { reasons, control }, totals }
}

pub const SETTINGS: [Setting; 6] = [
    setting("nine boxes", false, false, false),
    setting("nine, totals", false, true, false),
    setting("nine, T", false, false, true),
    setting("reasons", true, false, false),
    setting("reasons, totals", true, true, false),
    setting("reasons, T", true, false, true),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Each number by itself.
    Ranges,
    /// And the form's checks.
    Rules,
    /// And every n-th sheet keyed again, from a random start.
    OneIn(usize),
    /// And every sheet keyed again.
    Double,
    /// The program's own way ([`super::ours`]), with a ceiling in wrong boxes of 1,000; `None`: no whole sheet is
    /// keyed again.
    Ours(Option<u32>),
}

/// What the report shows as ours: within the same keys as the target.
pub const OURS: Method = Method::Ours(Some(5));

/// The methods of the report, cheapest first.
pub const METHODS: [Method; 5] = [Method::Ranges, Method::Rules, Method::OneIn(10), Method::Double, OURS];

/// Points of the curve; with 999 only what looks wrong is keyed again.
pub const CEILINGS: [u32; 9] = [999, 20, 10, 7, 5, 3, 2, 1, 0];

impl Method {
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::Ranges => "ranges only".into(),
            Self::Rules => "+ rules".into(),
            Self::OneIn(n) => format!("+ 1 in {n} again"),
            Self::Double => "+ all again".into(),
            Self::Ours(Some(ceiling)) => format!("ours, ceiling {ceiling}"),
            Self::Ours(None) => "ours, no second sheet".into(),
        }
    }
}

/// How many there were, and how many of them are right at the end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub made: u64,
    pub mended: u64,
}

impl Share {
    fn count(&mut self, mended: bool) {
        self.made += 1;
        self.mended += u64::from(mended);
    }

    fn add(&mut self, other: Self) {
        self.made += other.made;
        self.mended += other.mended;
    }

    #[must_use]
    pub fn missed(self) -> u64 {
        self.made - self.mended
    }

    #[must_use]
    pub fn percent(self) -> f64 {
        if self.made == 0 { 100.0 } else { 100.0 * self.mended as f64 / self.made as f64 }
    }
}

/// What a method came to, on one campaign or on several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Slips, in the order of [`Kind::ALL`]. A slip is mended when every box it made wrong is right.
    pub kinds: [Share; Kind::ALL.len()],
    /// Boxes that were wrong after the first keying.
    pub boxes: Share,
    /// Boxes of the sheets, without T.
    pub keyed: u64,
    /// Boxes wrong at the end, those among them that were right at first included.
    pub wrong: u64,
    /// Campaigns, and those of them that keep ours within its ceiling.
    pub promises: Share,
    pub first_keys: u64,
    pub extra: Extra,
    pub alarms: u64,
    pub false_alarms: u64,
    pub sheets: u64,
}

impl Outcome {
    /// All slips, whatever their kind.
    #[must_use]
    pub fn slips(&self) -> Share {
        let mut all = Share::default();
        self.kinds.iter().for_each(|share| all.add(*share));
        all
    }

    /// Keys beyond the first keying, in percent of its keys.
    #[must_use]
    pub fn percent(&self, keys: u64) -> f64 {
        100.0 * keys as f64 / self.first_keys as f64
    }

    #[must_use]
    pub fn extra_percent(&self) -> f64 {
        self.percent(self.extra.all())
    }

    pub fn add(&mut self, other: &Self) {
        self.kinds.iter_mut().zip(other.kinds).for_each(|(to, from)| to.add(from));
        self.boxes.add(other.boxes);
        self.promises.add(other.promises);
        self.keyed += other.keyed;
        self.wrong += other.wrong;
        self.first_keys += other.first_keys;
        self.extra.add(other.extra);
        self.alarms += other.alarms;
        self.false_alarms += other.false_alarms;
        self.sheets += other.sheets;
    }

    fn of(desk: &Desk, method: Method) -> Self {
        let mut outcome = Self {
            first_keys: desk.first_keys(),
            extra: desk.extra,
            alarms: desk.alarms,
            false_alarms: desk.false_alarms,
            sheets: desk.values.len() as u64,
            ..Self::default()
        };
        let figures = desk.campaign.form.indicators.len();
        for slip in &desk.keying.slips {
            let mut boxes = slip.boxes.iter().filter(|(_, at)| *at < figures).peekable();
            let kind = Kind::ALL.iter().position(|k| *k == slip.kind);
            if let (Some(_), Some(kind)) = (boxes.peek(), kind) {
                outcome.kinds[kind].count(boxes.all(|(sheet, at)| desk.is_right(*sheet, *at)));
            }
        }
        for (sheet, paper) in desk.campaign.papers.iter().enumerate() {
            for (at, value) in paper.values.iter().enumerate().take(figures) {
                let right = desk.is_right(sheet, at);
                outcome.keyed += 1;
                outcome.wrong += u64::from(!right);
                if desk.keying.values[sheet][at] != Some(*value) {
                    outcome.boxes.count(right);
                }
            }
        }
        if let Method::Ours(Some(ceiling)) = method {
            outcome.promises.count(outcome.wrong * 1000 <= u64::from(ceiling) * outcome.keyed);
        }
        outcome
    }
}

/// Runs every method of the report and every point of the curve on a keyed campaign.
#[must_use]
pub fn run_all(totals: bool, campaign: &Campaign, parameters: &Parameters, keying: &Keying) -> Vec<(Method, Outcome)> {
    let mut all: Vec<(Method, Outcome)> = METHODS
        .into_iter()
        .filter(|method| !matches!(method, Method::Ours(_)))
        .map(|method| (method, run(method, totals, campaign, parameters, keying)))
        .collect();
    let mut desk = checked(Search::Rescue, campaign, parameters, keying);
    let cases = desk.compare_all(totals);
    all.push((Method::Ours(None), Outcome::of(&desk, Method::Ours(None))));
    for ceiling in CEILINGS {
        let (method, mut desk) = (Method::Ours(Some(ceiling)), desk.clone());
        desk.key_chosen(ceiling, cases.clone());
        all.push((method, Outcome::of(&desk, method)));
    }
    all
}

/// Runs one method on a keyed campaign; `totals`: with the team heads'.
#[must_use]
pub fn run(method: Method, totals: bool, campaign: &Campaign, parameters: &Parameters, keying: &Keying) -> Outcome {
    let sheets = campaign.papers.len();
    let mut desk = match method {
        Method::Ranges => Desk::new(campaign, parameters, keying),
        Method::Ours(_) => checked(Search::Rescue, campaign, parameters, keying),
        _ => checked(Search::Named, campaign, parameters, keying),
    };
    if method == Method::Ranges {
        (0..sheets).for_each(|sheet| desk.check_ranges(sheet));
    }
    if let Method::Ours(ceiling) = method {
        let cases = desk.compare_all(totals);
        if let Some(ceiling) = ceiling {
            desk.key_chosen(ceiling, cases);
        }
    } else if totals {
        desk.compare_totals();
    }
    match method {
        Method::Double => (0..sheets).for_each(|sheet| _ = desk.key_second(sheet)),
        Method::OneIn(n) => {
            let start = Random::of(campaign.seed, &[15]).below(n);
            (start..sheets).step_by(n).for_each(|sheet| _ = desk.key_second(sheet));
        }
        _ => {}
    }
    Outcome::of(&desk, method)
}

/// Every sheet keyed and its checks heeded.
fn checked<'a>(search: Search, campaign: &'a Campaign, parameters: &'a Parameters, keying: &'a Keying) -> Desk<'a> {
    let mut desk = Desk::new(campaign, parameters, keying);
    for sheet in 0..campaign.papers.len() {
        desk.check_ranges(sheet);
        desk.check_sheet(sheet, search);
    }
    desk
}
