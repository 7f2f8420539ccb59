//! Rates in sentences: what was counted, of whom, until when; and whom a rate leaves out.

use crate::area::Area;
use crate::campaign::{Counted, Numerator, Target};
use crate::date::dmy;
use crate::number::{grouped, percent, two_digits};
use crate::rates::{Ledger, Rate, goal_of};
use crate::template::Field;

/// `Chỉ tiêu I.2 (Cài đặt): 1.234 trên tổng số 3.930 người …, đạt 31,4 %; mục tiêu từ 50 % trở lên …`
pub(crate) fn sentence(target: &Target, rate: &Rate) -> String {
    let of = match target.numerator.counts() {
        Counted::People => "người",
        Counted::Households => "hộ",
    };
    let head = format!("Chỉ tiêu {} ({})", target.clause, target.name);
    let aim = format!("mục tiêu từ {} trở lên đến ngày {}", percent(f64::from(target.percent)), dmy(target.by));
    let (numerator, denominator) = (rate.numerator, rate.denominator);
    let among = if rate.among_met {
        " (nơi chưa có số đã cài từ trước chỉ đếm trong số người đã gặp)"
    } else {
        ""
    };
    match (numerator, denominator, rate.percent) {
        (Some(n), Some(d), Some(reached)) => {
            let left = goal_of(target, d).saturating_sub(n);
            let end = if left == 0 {
                "đã đạt mục tiêu".to_owned()
            } else {
                format!("còn thiếu {} {of}", grouped(left))
            };
            format!(
                "{head}: {}{among} là {} trên tổng số {} {}, đạt {}; {aim}, {end}",
                target.numerator.word(),
                grouped(n),
                grouped(d),
                target.denominator.word(),
                percent(reached),
            )
        }
        (Some(n), _, _) => format!(
            "{head}: {}{among} là {} {of}; chưa có tổng số {} nên chưa tính được tỷ lệ; {aim}",
            target.numerator.word(),
            grouped(n),
            target.denominator.word(),
        ),
        (None, _, _) => format!("{head}: chưa có số liệu; {aim}"),
    }
}

/// Areas that a rate does not cover, by name.
pub(super) fn left_out(target: &Target, rate: &Rate, areas: &[Area]) -> Option<String> {
    if rate.without_base.is_empty() {
        return None;
    }
    let names: Vec<&str> =
        areas.iter().filter(|a| rate.without_base.contains(&a.id)).map(|a| a.name.as_str()).collect();
    let lacks = if target.denominator.is_counted() { "chưa báo cáo" } else { "chưa có số nền" };
    if names.len() == areas.len() {
        return Some(format!("chỉ tiêu {}: cả {} địa bàn {lacks}", target.clause, two_digits(names.len())));
    }
    let count = two_digits(names.len());
    Some(format!("chỉ tiêu {} chưa tính {count} địa bàn {lacks}: {}", target.clause, names.join(", ")))
}

/// The rates of the ward that stand within a line, each by what it counts: `31,4 % (1.234/3.930)`.
pub(super) fn ward_rates(ledger: &Ledger, targets: &[Target]) -> Vec<(Field, String)> {
    const FIELDS: [(Numerator, Field); 5] = [
        (Numerator::Installed, Field::InstalledRate),
        (Numerator::Account, Field::AccountRate),
        (Numerator::Activated, Field::ActivatedRate),
        (Numerator::Informed, Field::InformedRate),
        (Numerator::HouseholdsMet, Field::MetRate),
    ];
    let said = |(numerator, field): &(Numerator, Field)| {
        let target = targets.iter().find(|t| t.numerator == *numerator)?;
        let rate = ledger.ward_rate(target);
        let (n, d, reached) = (rate.numerator?, rate.denominator?, rate.percent?);
        Some((*field, format!("{} ({}/{})", percent(reached), grouped(n), grouped(d))))
    };
    FIELDS.iter().filter_map(said).collect()
}
