//! PINs and passphrases: what is refused because anybody would try it first. The list is short on purpose: a
//! rule that refuses too much is written on a slip under the keyboard.

use crate::text::{fold, nfc};

/// Letters at least, and at most.
pub const LEAST: usize = 4;
pub const MOST: usize = 64;

/// Why a PIN is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    TooShort,
    TooLong,
    /// `1111`, `aaaaaa`.
    OneLetter,
    /// `1234`, `4321`, `7890`, `abcd`.
    Run,
    /// `1212`, `123123`.
    Repeated,
    /// `1975`, `2024`: a year of birth, or this one.
    Year,
    /// `matkhau`, `qwerty`.
    Usual,
    /// The own name, or a part of it.
    Name,
}

impl Refused {
    /// What is wrong with it, to follow "Mã PIN này".
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::TooShort => "quá ngắn",
            Self::TooLong => "quá dài",
            Self::OneLetter => "chỉ lặp lại một ký tự",
            Self::Run => "là một dãy liên tiếp như 1234",
            Self::Repeated => "chỉ lặp lại một đoạn ngắn như 1212",
            Self::Year => "là một năm, ví dụ năm sinh",
            Self::Usual => "là một từ ai cũng thử trước",
            Self::Name => "là tên của chính tài khoản",
        }
    }
}

/// Words tried first; without marks, small, without spaces.
const USUAL: [&str; 12] = [
    "matkhau",
    "mapin",
    "password",
    "admin",
    "quantri",
    "qwerty",
    "qwertyuiop",
    "asdf",
    "asdfgh",
    "vanphong",
    "tungngo",
    "iloveyou",
];

/// A PIN as it is kept and compared: composed, so that the same keys give the same letters everywhere.
#[must_use]
pub fn composed(typed: &str) -> String {
    nfc(typed)
}

/// Whether a PIN may be set by somebody of this name.
///
/// # Errors
/// What is wrong with it.
pub fn check(typed: &str, name: &str) -> Result<(), Refused> {
    let letters: Vec<char> = composed(typed).chars().collect();
    if letters.len() < LEAST {
        return Err(Refused::TooShort);
    }
    if letters.len() > MOST {
        return Err(Refused::TooLong);
    }
    let plain = folded(typed);
    let small: Vec<char> = plain.chars().collect();
    if small.windows(2).all(|w| w[0] == w[1]) {
        return Err(Refused::OneLetter);
    }
    if is_run(&small, 1) || is_run(&small, -1) {
        return Err(Refused::Run);
    }
    if is_repeated(&small) {
        return Err(Refused::Repeated);
    }
    if small.len() == 4 && plain.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year)) {
        return Err(Refused::Year);
    }
    if USUAL.contains(&plain.as_str()) {
        return Err(Refused::Usual);
    }
    if is_of_name(&plain, name) {
        return Err(Refused::Name);
    }
    Ok(())
}

/// Small, without marks and spaces.
fn folded(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// Each letter follows the one before by this step; after 9 comes 0.
fn is_run(letters: &[char], step: i32) -> bool {
    letters.windows(2).all(|w| match (w[0].to_digit(10), w[1].to_digit(10)) {
        (Some(a), Some(b)) => (i64::from(a) + i64::from(step)).rem_euclid(10) == i64::from(b),
        (None, None) => i64::from(u32::from(w[1])) - i64::from(u32::from(w[0])) == i64::from(step),
        _ => false,
    })
}

/// A short block twice or more, and nothing else. Blocks of half a passphrase are no slip of a lazy hand.
fn is_repeated(letters: &[char]) -> bool {
    (2..=3).any(|block| {
        letters.len() > block
            && letters.len().is_multiple_of(block)
            && letters.chunks(block).all(|c| c == &letters[..block])
    })
}

/// The whole name, or words of it that stand together: `hong`, `thihong`, `levanhong`.
fn is_of_name(plain: &str, name: &str) -> bool {
    let folded = fold(name);
    let words: Vec<&str> = folded.split_whitespace().collect();
    (0..words.len()).any(|from| (from + 1..=words.len()).any(|to| words[from..to].concat() == plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_anybody_tries_first_is_refused_and_says_why() {
        let why = |typed: &str| check(typed, "Lê Thị Hồng").err();
        for (typed, refused) in [
            ("123", Refused::TooShort),
            ("", Refused::TooShort),
            ("1111", Refused::OneLetter),
            ("aaaaaaaa", Refused::OneLetter),
            ("1234", Refused::Run),
            ("98765", Refused::Run),
            ("7890", Refused::Run),
            ("abcd", Refused::Run),
            ("1212", Refused::Repeated),
            ("123123", Refused::Repeated),
            ("1975", Refused::Year),
            ("2024", Refused::Year),
            ("Mật khẩu", Refused::Usual),
            ("QWERTY", Refused::Usual),
            ("hồng", Refused::Name),
            ("lethihong", Refused::Name),
            ("THỊ HỒNG", Refused::Name),
        ] {
            assert_eq!(why(typed), Some(refused), "{typed}");
        }
        assert_eq!(why(&"ă".repeat(65)), Some(Refused::TooLong));
    }

    #[test]
    fn pins_and_passphrases_are_taken() {
        for typed in [
            "1357",
            "4071",
            "2580",
            "147258",
            "nắng sớm bên sông",
            "Hồng 84",
            "mưa!!",
            &"ngoài hiên mưa rơi ".repeat(3),
        ] {
            assert_eq!(check(typed, "Lê Thị Hồng"), Ok(()), "{typed}");
        }
    }

    #[test]
    fn the_same_keys_give_the_same_pin() {
        assert_eq!(composed("nắng"), composed("na\u{306}\u{301}ng"));
        let decomposed = "a\u{306}\u{301}".repeat(3);
        assert_eq!(check(&decomposed, ""), Err(Refused::TooShort), "three letters, however they are written");
    }
}
