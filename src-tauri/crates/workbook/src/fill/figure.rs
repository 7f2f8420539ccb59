//! What a heading or a label of a template asks for, and what the report says to it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::area::Area;
use domain::campaign::{Denominator, Numerator, Target};
use domain::form::Meaning;
use domain::ids::AreaId;
use domain::rates::{AreaBase, Known, Ledger, Period, Rate, Totals};
use domain::report::Report;

use crate::import::{says, says_any, words};
use crate::report::{Named, NamedValue, named};

/// A figure an area has, and the ward as the sum of its areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Figure {
    /// The area's name.
    Area,
    /// Whether it has reported.
    State,
    Expected,
    Returned,
    Sum(Meaning),
    Base(Base),
    /// Of the target in that place of the plan.
    Target(usize, Part),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Base {
    Households,
    People15,
    Smartphone15,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Numerator,
    Denominator,
    Rate,
}

/// What goes into a cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Amount {
    /// Nobody knows: the cell stays as it is.
    Unknown,
    Count(u64),
    /// A share of one.
    Share(f64),
    Date(NaiveDate),
    Text(String),
}

/// The report, ready to be asked.
#[derive(Debug)]
pub(crate) struct Answers<'r> {
    pub(crate) report: &'r Report,
    /// From the beginning to the period's last day.
    ledger: Ledger,
    /// Within the period.
    counted: Ledger,
    pub(crate) named: BTreeMap<String, Named>,
}

impl Base {
    fn word(self) -> &'static str {
        match self {
            Self::Households => "số hộ (số liệu nền)",
            Self::People15 => "người từ 15 tuổi trở lên (số liệu nền)",
            Self::Smartphone15 => "người từ 15 tuổi trở lên dùng điện thoại thông minh (số liệu nền)",
        }
    }

    fn known(self, base: &AreaBase) -> Option<Known> {
        match self {
            Self::Households => base.households,
            Self::People15 => base.people_15,
            Self::Smartphone15 => base.smartphone_15,
        }
    }
}

impl<'r> Answers<'r> {
    pub(crate) fn of(report: &'r Report) -> Self {
        Self {
            report,
            ledger: Ledger::of(&report.book, Period::until(report.period.to)),
            counted: Ledger::of(&report.book, report.period),
            named: named(report).into_iter().map(|n| (n.name.clone(), n)).collect(),
        }
    }

    pub(crate) fn of_area(&self, figure: Figure, area: &Area) -> Amount {
        let totals = self.counted.area(area.id);
        match figure {
            Figure::Area => Amount::Text(area.name.clone()),
            Figure::State => Amount::Text(self.state(area.id).to_owned()),
            Figure::Base(base) => known(base.known(&self.ledger.base(area.id)).map(|k| u64::from(k.value))),
            Figure::Target(n, part) => self.rate(n, part, |target| self.ledger.area_rate(target, area.id)),
            Figure::Expected | Figure::Returned | Figure::Sum(_) => of_totals(figure, &totals),
        }
    }

    /// The ward's; a state and a name it has none.
    pub(crate) fn of_ward(&self, figure: Figure) -> Amount {
        match figure {
            Figure::Area | Figure::State => Amount::Unknown,
            Figure::Base(base) => {
                let areas = self.report.book.areas.iter();
                let all: Vec<u64> =
                    areas.filter_map(|a| Some(u64::from(base.known(&self.ledger.base(a.id))?.value))).collect();
                known((!all.is_empty()).then(|| all.iter().sum()))
            }
            Figure::Target(n, part) => self.rate(n, part, |target| self.ledger.ward_rate(target)),
            Figure::Expected | Figure::Returned | Figure::Sum(_) => of_totals(figure, &self.counted.ward()),
        }
    }

    pub(crate) fn of_name(&self, name: &str) -> Amount {
        match self.named.get(name).map(|n| &n.value) {
            Some(NamedValue::Count(count)) => known(*count),
            Some(NamedValue::Rate(rate)) => share(rate),
            Some(NamedValue::Date(day)) => day.map_or(Amount::Unknown, Amount::Date),
            Some(NamedValue::Text(text)) => Amount::Text(text.clone()),
            None => Amount::Unknown,
        }
    }

    /// What a figure is, for whoever looks before it is written.
    pub(crate) fn about(&self, figure: Figure) -> String {
        match figure {
            Figure::Area => "tên địa bàn".into(),
            Figure::State => "tình trạng báo cáo".into(),
            Figure::Expected => "phiếu dự kiến của kỳ".into(),
            Figure::Returned => "phiếu đã nhận của kỳ".into(),
            Figure::Sum(meaning) => format!("{}, cộng trong kỳ", meaning.word()),
            Figure::Base(base) => base.word().into(),
            Figure::Target(n, part) => {
                let Some(target) = self.report.targets.get(n) else { return String::new() };
                let word = match part {
                    Part::Numerator => target.numerator.word(),
                    Part::Denominator => target.denominator.word(),
                    Part::Rate => "tỷ lệ",
                };
                format!("chỉ tiêu {} {}: {word}, lũy kế", target.clause, target.name)
            }
        }
    }

    fn state(&self, area: AreaId) -> &'static str {
        if self.ledger.area(area).has_figures() { "đã báo cáo" } else { "chưa báo cáo" }
    }

    fn rate(&self, n: usize, part: Part, rate: impl Fn(&Target) -> Rate) -> Amount {
        let Some(rate) = self.report.targets.get(n).map(rate) else { return Amount::Unknown };
        match part {
            Part::Numerator => known(rate.numerator),
            Part::Denominator => known(rate.denominator),
            Part::Rate => share(&rate),
        }
    }

    /// The figure a heading's words ask for; none rather than a guess.
    pub(crate) fn recognise(&self, heading: &str) -> Option<Figure> {
        let words = words(heading);
        let says_any = |phrases: &[&str]| says_any(&words, phrases);
        let sum = |meaning| Some(Figure::Sum(meaning));
        let indicators = || self.report.book.forms.iter().flat_map(|f| &f.indicators);
        if let Some(own) = indicators().find(|i| i.meaning != Meaning::Own && self::words(&i.label) == words) {
            return sum(own.meaning);
        }
        if heading.contains('%') || says_any(&["ty le", "phan tram"]) {
            return self.target(&words).map(|n| Figure::Target(n, Part::Rate));
        }
        if says(&words, "tu so") {
            return self.target(&words).map(|n| Figure::Target(n, Part::Numerator));
        }
        if says(&words, "mau so") {
            return self.target(&words).map(|n| Figure::Target(n, Part::Denominator));
        }
        match () {
            () if says_any(&["phieu da nhan", "phieu nhan ve", "phieu thu ve", "phieu da thu", "phieu thu duoc"]) => {
                Some(Figure::Returned)
            }
            () if says_any(&["phieu du kien", "phieu phat ra", "phieu da phat", "phieu phai thu"]) => {
                Some(Figure::Expected)
            }
            () if says(&words, "phieu") => None,
            () if says_any(&["tinh trang", "trang thai"]) => Some(Figure::State),
            () if says(&words, "khong dong y") => sum(Meaning::Unwilling),
            () if says(&words, "may cu") => sum(Meaning::OldPhone),
            () if says_any(&["khong co dien thoai", "khong co may"]) => sum(Meaning::NoSmartphone),
            () if says(&words, "ly do khac") => sum(Meaning::OtherReason),
            () if says_any(&["thieu vneid", "thieu cccd", "thieu giay to"]) => sum(Meaning::LacksIdentity),
            () if says(&words, "chua cai") => sum(Meaning::NotInstalled),
            () if says(&words, "kich hoat") => sum(Meaning::Activated),
            () if says(&words, "tai khoan") => sum(Meaning::Account),
            () if says_any(&["cai moi", "moi cai", "cai dat moi", "cai them"]) => sum(Meaning::InstalledTonight),
            () if says_any(&["cai tu truoc", "cai truoc", "tu truoc", "cai san"]) => sum(Meaning::InstalledBefore),
            () if says_any(&["da cai", "cai dat"]) => self.only_of(Numerator::Installed),
            () if says_any(&["thong minh", "smartphone"]) => match () {
                () if says_any(&["gap", "trong do"]) => sum(Meaning::Smartphone),
                () if says_any(&["15", "tong so"]) => Some(Figure::Base(Base::Smartphone15)),
                () => None,
            },
            () if says(&words, "vang") => sum(Meaning::HouseholdsAbsent),
            () if says_any(&["nguoi gap", "nguoi da gap", "da biet", "duoc tuyen truyen"]) => sum(Meaning::PeopleMet),
            () if says_any(&["15 tuoi", "tu 15", "15 tro len"]) => {
                if says(&words, "gap") {
                    sum(Meaning::PeopleMet)
                } else {
                    Some(Figure::Base(Base::People15))
                }
            }
            () if says_any(&["ho gap", "ho da gap", "gap duoc", "da gap"]) => sum(Meaning::HouseholdsMet),
            () if says_any(&["ho den", "ho da den"]) => sum(Meaning::HouseholdsReached),
            () if words == "ho" || says_any(&["so ho", "ho dan", "ho gia dinh"]) => {
                Some(Figure::Base(Base::Households))
            }
            () => None,
        }
    }

    /// As [`Self::recognise`], and the column of names.
    pub(crate) fn recognise_column(&self, heading: &str) -> Option<Figure> {
        const NAMES: &[&str] = &["dia ban", "to dan pho", "tdp", "khu dan cu", "ten to", "ten khu", "thon"];
        self.recognise(heading).or_else(|| {
            let words = words(heading);
            let is_name = matches!(words.as_str(), "ten" | "don vi") || says_any(&words, NAMES);
            (is_name && !says(&words, "so dia ban")).then_some(Figure::Area)
        })
    }

    fn only_of(&self, numerator: Numerator) -> Option<Figure> {
        let mut of = self.report.targets.iter().zip(0..).filter(|(t, _)| t.numerator == numerator);
        let (_, n) = of.next()?;
        of.next().is_none().then_some(Figure::Target(n, Part::Numerator))
    }

    /// The one target a heading speaks of: by its clause, its name, what is counted or of whom.
    fn target(&self, words: &str) -> Option<usize> {
        let targets = &self.report.targets;
        let named: Vec<usize> = (0..targets.len())
            .filter(|n| {
                let (clause, name) = (self::words(&targets[*n].clause), self::words(&targets[*n].name));
                (!clause.is_empty() && says(words, &clause)) || (!name.is_empty() && says(words, &name))
            })
            .collect();
        if let [only] = named[..] {
            return Some(only);
        }
        let stage = stage(words);
        let of = of_whom(words);
        let fits = |t: &Target| stage.is_none_or(|s| t.numerator == s) && of.is_none_or(|d| t.denominator == d);
        let fitting: Vec<usize> = (0..targets.len()).filter(|n| fits(&targets[*n])).collect();
        match fitting[..] {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// The furthest stage that is spoken of: who has an account has the app.
fn stage(words: &str) -> Option<Numerator> {
    let stages: [(&[&str], Numerator); 5] = [
        (&["kich hoat"], Numerator::Activated),
        (&["tai khoan"], Numerator::Account),
        (&["cai", "cai dat"], Numerator::Installed),
        (&["biet", "tuyen truyen"], Numerator::Informed),
        (&["ho gap", "ho da gap", "so ho"], Numerator::HouseholdsMet),
    ];
    stages.into_iter().find(|(phrases, _)| says_any(words, phrases)).map(|(_, numerator)| numerator)
}

fn of_whom(words: &str) -> Option<Denominator> {
    match () {
        () if says_any(words, &["thong minh", "smartphone"]) => Some(Denominator::Smartphone15),
        () if says_any(words, &["tren so nguoi da gap", "so voi nguoi da gap"]) => Some(Denominator::PeopleMet),
        () => None,
    }
}

/// What a label beside one cell asks for, that no area has.
pub(crate) fn named_by(label: &str) -> Option<&'static str> {
    let words = words(label);
    let says_any = |phrases: &[&str]| says_any(&words, phrases);
    match () {
        () if says(&words, "ma bao cao") => Some("MA_BAO_CAO"),
        () if says_any(&["don vi bao cao", "co quan bao cao", "ten don vi"]) || words == "don vi" => {
            Some("CO_QUAN_BAO_CAO")
        }
        () if says_any(&["ten dot", "ten chien dich"]) => Some("TEN_DOT"),
        () if says_any(&["tinh den ngay", "so lieu den", "ngay so lieu", "so lieu tinh den", "ngay bao cao"]) => {
            Some("NGAY_SO_LIEU")
        }
        () if says(&words, "tu ngay") && says(&words, "den ngay") => None,
        () if says(&words, "tu ngay") => Some("KY_TU_NGAY"),
        () if says(&words, "den ngay") => Some("KY_DEN_NGAY"),
        () if says_any(&["dia ban da bao cao", "dia ban co so lieu"]) => Some("SO_DIA_BAN_DA_BAO_CAO"),
        () if says_any(&["so dia ban", "tong so dia ban"]) => Some("SO_DIA_BAN"),
        () if says_any(&["phieu con thieu", "phieu chua nhan"]) => Some("TONG_PHIEU_CON_THIEU"),
        () => None,
    }
}

fn of_totals(figure: Figure, totals: &Totals) -> Amount {
    match figure {
        Figure::Expected => Amount::Count(totals.expected as u64),
        Figure::Returned => Amount::Count(totals.returned as u64),
        Figure::Sum(meaning) => known(totals.get(meaning)),
        Figure::Area | Figure::State | Figure::Base(_) | Figure::Target(..) => Amount::Unknown,
    }
}

fn known(count: Option<u64>) -> Amount {
    count.map_or(Amount::Unknown, Amount::Count)
}

fn share(rate: &Rate) -> Amount {
    rate.percent.map_or(Amount::Unknown, |percent| Amount::Share(percent / 100.0))
}
