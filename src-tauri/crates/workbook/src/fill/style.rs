//! What a cell's number format says of the number in it: a share of one or of a hundred, a day.

use super::xml::{Damaged, Tag, Tags, attribute, name};

/// How a number in a cell is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Shown {
    #[default]
    Plain,
    /// The format multiplies by a hundred.
    Percent,
    Date,
}

/// How each style of the workbook shows a number, in the order cells name them.
#[derive(Debug, Default)]
pub(crate) struct Styles(Vec<Shown>);

impl Styles {
    pub(crate) fn read(xml: &[u8]) -> Result<Self, Damaged> {
        let mut tags = Tags::of(xml)?;
        let mut formats: std::collections::BTreeMap<u32, Shown> = std::collections::BTreeMap::new();
        let mut styles = Vec::new();
        let mut is_of_cells = false;
        while let Some((tag, _)) = tags.next()? {
            match tag {
                Tag::Open(tag) | Tag::Alone(tag) => {
                    let number = |which| attribute(&tag, which).and_then(|n| n.parse::<u32>().ok());
                    match name(&tag).as_str() {
                        "numFmt" => {
                            if let (Some(id), Some(code)) = (number("numFmtId"), attribute(&tag, "formatCode")) {
                                formats.insert(id, of_code(&code));
                            }
                        }
                        "cellXfs" => is_of_cells = true,
                        "xf" if is_of_cells => {
                            let id = number("numFmtId").unwrap_or_default();
                            styles.push(formats.get(&id).copied().unwrap_or_else(|| built_in(id)));
                        }
                        _ => {}
                    }
                }
                Tag::Close(closed) => is_of_cells &= closed != "cellXfs",
            }
        }
        Ok(Self(styles))
    }

    pub(crate) fn shown(&self, style: Option<&str>) -> Shown {
        let number: usize = style.and_then(|s| s.parse().ok()).unwrap_or_default();
        self.0.get(number).copied().unwrap_or_default()
    }
}

/// Formats Excel has without writing them down (ECMA-376 part 1, 18.8.30).
fn built_in(id: u32) -> Shown {
    match id {
        9 | 10 => Shown::Percent,
        14..=17 | 22 | 27..=36 | 50..=58 => Shown::Date,
        _ => Shown::Plain,
    }
}

fn of_code(code: &str) -> Shown {
    let mut plain = String::new();
    let mut letters = code.chars();
    let (mut is_quoted, mut in_brackets) = (false, false);
    while let Some(letter) = letters.next() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '\\' | '_' | '*' if !is_quoted => _ = letters.next(),
            '[' if !is_quoted => in_brackets = true,
            ']' if !is_quoted => in_brackets = false,
            _ if !is_quoted && !in_brackets => plain.push(letter.to_ascii_lowercase()),
            _ => {}
        }
    }
    if plain.contains('%') {
        Shown::Percent
    } else if plain.contains(['d', 'y']) {
        Shown::Date
    } else {
        Shown::Plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_say_what_a_number_is() {
        for (code, shown) in [
            ("0.0%", Shown::Percent),
            ("dd/mm/yyyy;@", Shown::Date),
            ("[$-42A]d mmmm yyyy", Shown::Date),
            ("#,##0", Shown::Plain),
            ("0.0\" %\"", Shown::Plain),
            ("[Red]0", Shown::Plain),
            ("General", Shown::Plain),
        ] {
            assert_eq!(of_code(code), shown, "{code}");
        }
    }
}
