//! Numbers as Vietnamese papers write them: `1.234` and `12,5 %`.

/// `1234567` → `1.234.567`.
#[must_use]
pub fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(c);
    }
    out
}

/// `5` → `05`, as offices write small numbers of things; from 10 on as it is.
#[must_use]
pub fn two_digits(n: usize) -> String {
    if n < 10 { format!("{n:02}") } else { grouped(n as u64) }
}

/// `31.4` → `31,4 %`, one decimal, rounded half up, a no-break space before the sign.
#[must_use]
pub fn percent(value: f64) -> String {
    format!("{}\u{a0}%", decimal(value))
}

/// Rounded half up to a tenth, as rates are shown and told.
#[must_use]
pub fn to_tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// `31.4` → `31,4`; whole numbers without decimals.
#[must_use]
pub fn decimal(value: f64) -> String {
    let tenths = (value * 10.0).round();
    if tenths % 10.0 == 0.0 {
        format!("{:.0}", tenths / 10.0)
    } else {
        format!("{:.1}", tenths / 10.0).replace('.', ",")
    }
}

/// Reads a whole number as typed or pasted: `1234`, `1.234`, `1 234`. Signs, decimals and other
/// separators are refused: a count has none.
#[must_use]
pub fn parse_count(text: &str) -> Option<u32> {
    let text = text.trim().replace('\u{a0}', " ");
    let groups: Vec<&str> = text.split(['.', ' ']).collect();
    let well_grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|g| g.len() == 3));
    if !well_grouped || groups.iter().any(|g| g.is_empty() || !g.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    groups.concat().parse().ok()
}

/// `1` → `I`, for the parts of a document.
#[must_use]
pub fn roman(n: usize) -> String {
    const STEPS: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = n;
    let mut out = String::new();
    for (value, letters) in STEPS {
        while rest >= value {
            out.push_str(letters);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_forms() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(1234), "1.234");
        assert_eq!(grouped(1_234_567), "1.234.567");
        assert_eq!(percent(31.44), "31,4\u{a0}%");
        assert_eq!(percent(50.0), "50\u{a0}%");
        assert_eq!(roman(4), "IV");
        assert_eq!(roman(19), "XIX");
    }

    #[test]
    fn counts_are_read_strictly() {
        assert_eq!(parse_count("1.234"), Some(1234));
        assert_eq!(parse_count(" 12 "), Some(12));
        for text in ["", "-1", "1,5", "1.23", "12.3456", "1..234", "x", "99999999999"] {
            assert_eq!(parse_count(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn grouped_reads_back(n in 0u32..) {
            proptest::prop_assert_eq!(parse_count(&grouped(u64::from(n))), Some(n));
        }
    }
}
