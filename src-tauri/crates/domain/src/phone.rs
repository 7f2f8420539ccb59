//! Telephone numbers as offices write them.

/// A Vietnamese number in one form, digits alone: `0912345678`, `02433821234`. Spaces, dots and dashes
/// are put aside, `+84` becomes `0`, and a leading zero that a spreadsheet dropped comes back.
///
/// None for what cannot be rung: letters, too few or too many digits (twelve are an identity number).
#[must_use]
pub fn parse(typed: &str) -> Option<String> {
    let typed = crate::text::clean(typed);
    if !typed.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '.' | '-' | '(' | ')')) {
        return None;
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let abroad = typed.starts_with('+') || (digits.starts_with("84") && digits.len() >= 11);
    let national = match digits.strip_prefix("84") {
        Some(rest) if abroad => format!("0{rest}"),
        _ if abroad => return None,
        // Nine digits of a mobile, ten of a fixed line: the zero in front was taken for nothing.
        _ if !digits.starts_with('0') && matches!(digits.len(), 9 | 10) => format!("0{digits}"),
        _ => digits,
    };
    let is_plausible = match national.as_bytes() {
        [b'0', b'2', ..] => matches!(national.len(), 10 | 11),
        [b'0', b'3' | b'5' | b'7' | b'8' | b'9', ..] => national.len() == 10,
        _ => false,
    };
    is_plausible.then_some(national)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_they_stand_in_tables() {
        for (typed, number) in [
            ("0912 345 678", Some("0912345678")),
            ("0912.345.678", Some("0912345678")),
            ("912345678", Some("0912345678")),
            ("+84 912 345 678", Some("0912345678")),
            ("84912345678", Some("0912345678")),
            ("024 3382 1234", Some("02433821234")),
            ("(024) 3382-1234", Some("02433821234")),
            ("2433821234", Some("02433821234")),
            ("001085012345", None),
            ("09123456", None),
            ("0912345678 (Zalo)", None),
            ("+1 202 555 0100", None),
            ("", None),
        ] {
            assert_eq!(parse(typed).as_deref(), number, "{typed}");
        }
    }
}
