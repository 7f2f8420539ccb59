//! Sums of money in words, as an estimate closes: `Bằng chữ: Một triệu hai trăm nghìn đồng`.

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// `1234567` → `Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng`.
#[must_use]
pub fn dong_words(amount: u64) -> String {
    format!("{} đồng", crate::text::capitalised(&number_words(amount)))
}

/// A whole number as it is read aloud in the north.
#[must_use]
pub fn number_words(n: u64) -> String {
    const BILLION: u64 = 1_000_000_000;
    match n {
        0 => DIGITS[0].to_owned(),
        _ if n >= BILLION => {
            // Beyond a thousand billion the names begin anew: `hai nghìn tỷ`.
            let above = format!("{} tỷ", number_words(n / BILLION));
            joined(&above, &below_a_billion(n % BILLION, true))
        }
        _ => below_a_billion(n, false),
    }
}

fn below_a_billion(n: u64, continues: bool) -> String {
    let mut words = String::new();
    for (size, name) in [(1_000_000, " triệu"), (1_000, " nghìn"), (1, "")] {
        let group = n / size % 1_000;
        if group > 0 {
            let group = group_words(group, continues || !words.is_empty());
            words = joined(&words, &format!("{group}{name}"));
        }
    }
    words
}

/// Three digits; those after others are read with their hundreds: `không trăm linh năm`.
fn group_words(group: u64, continues: bool) -> String {
    let digit = |size: u64| DIGITS[usize::try_from(group / size % 10).unwrap_or_default()];
    let (tens, ones) = (group / 10 % 10, group % 10);
    let has_hundreds = group >= 100 || continues;
    let hundreds = if has_hundreds { format!("{} trăm", digit(100)) } else { String::new() };
    let rest = match (tens, ones) {
        (0, 0) => String::new(),
        (0, _) if has_hundreds => format!("linh {}", digit(1)),
        (0, _) => digit(1).to_owned(),
        (1, 0) => "mười".to_owned(),
        (1, 5) => "mười lăm".to_owned(),
        (1, _) => format!("mười {}", digit(1)),
        (_, 0) => format!("{} mươi", digit(10)),
        (_, 1) => format!("{} mươi mốt", digit(10)),
        (_, 4) => format!("{} mươi tư", digit(10)),
        (_, 5) => format!("{} mươi lăm", digit(10)),
        _ => format!("{} mươi {}", digit(10), digit(1)),
    };
    joined(&hundreds, &rest)
}

fn joined(a: &str, b: &str) -> String {
    if a.is_empty() || b.is_empty() { format!("{a}{b}") } else { format!("{a} {b}") }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn sums_are_read_as_they_are_read_aloud() {
        for (n, words) in [
            (0, "không"),
            (5, "năm"),
            (15, "mười lăm"),
            (21, "hai mươi mốt"),
            (105, "một trăm linh năm"),
            (1_005, "một nghìn không trăm linh năm"),
            (488_500, "bốn trăm tám mươi tám nghìn năm trăm"),
            (1_234_567, "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"),
            (1_000_000_000, "một tỷ"),
            (2_000_005_000, "hai tỷ không trăm linh năm nghìn"),
            (3_000_000_000_000, "ba nghìn tỷ"),
        ] {
            assert_eq!(number_words(n), words, "{n}");
        }
        assert_eq!(dong_words(367_500), "Ba trăm sáu mươi bảy nghìn năm trăm đồng");
    }

    #[test]
    fn no_two_numbers_are_read_alike() {
        let read: BTreeSet<String> = (0..30_000).chain((0..10_000).map(|n| n * 10_007)).map(number_words).collect();
        let numbers: BTreeSet<u64> = (0..30_000).chain((0..10_000).map(|n| n * 10_007)).collect();
        assert_eq!(read.len(), numbers.len());
    }
}
