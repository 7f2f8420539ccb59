use domain::account::Permission;
use domain::journal::Link;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::line::{JournalLine, Told};
use super::names::Names;
use crate::error::{Error, ErrorCode};
use crate::{Read, Result, View};

/// Hexadecimal digits of a head that papers print.
const PRINTED: usize = 16;
/// So few digits that differ are a slip of the hand: two heads share sixteen digits by no chance at all.
const SLIPS: usize = 3;

/// Whether a head that was printed on a paper belongs to this journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HeadFound {
    /// The entry it is the head of; `null`: none of this journal's.
    pub line: Option<JournalLine>,
    /// Entries written since.
    #[ts(type = "number")]
    pub since: i64,
    /// Where it is not found: a head that differs in a few digits, as papers print it, and its entry.
    pub near: Option<NearHead>,
    /// As it was read.
    pub read: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NearHead {
    #[ts(type = "number")]
    pub entry: i64,
    pub head: String,
}

/// Looks for a head as an old report prints it; spaces, case and letters for digits do not matter.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FindHead {
    pub text: String,
}

impl Read for FindHead {
    type Answer = HeadFound;
    const NAME: &'static str = "find_head";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<HeadFound> {
        let digits = digits(&self.text);
        if digits.len() != PRINTED && digits.len() != PRINTED * 4 {
            return Err(Error::of(ErrorCode::HeadUnreadable).with("count", digits.len()));
        }
        let (mut found, mut near) = (None, None);
        view.walk_links(&mut |seq, link| {
            match differing(&link, &digits) {
                0 => found = Some(seq),
                n if n <= SLIPS => near = Some(NearHead { entry: seq, head: link.short() }),
                _ => {}
            }
            found.is_none()
        })?;
        let (last, _) = view.journal_head()?;
        let line = match found.map(|seq| view.find_entry(seq)).transpose()?.flatten() {
            Some(stored) => Some(Names::of(view)?.line(&Told::of(stored), &view.blind_sheets()?)?),
            None => None,
        };
        let read = digits.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ");
        Ok(HeadFound { line, since: found.map_or(0, |seq| last - seq), near: near.filter(|_| found.is_none()), read })
    }
}

/// What was typed, as digits: letters that a hand takes for digits, too.
fn digits(text: &str) -> String {
    let digit = |c: char| match c.to_ascii_lowercase() {
        'o' => Some('0'),
        'l' | 'i' => Some('1'),
        c if c.is_ascii_hexdigit() => Some(c),
        _ => None,
    };
    text.chars().filter_map(digit).collect()
}

/// How many of the typed digits are others.
fn differing(link: &Link, digits: &str) -> usize {
    let own = link.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let typed = digits.chars().map(|digit| digit.to_digit(16).unwrap_or(u32::MAX));
    own.zip(typed).filter(|(own, typed)| u32::from(*own) != *typed).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_however_it_is_typed() {
        assert_eq!(digits(" 4F2o l1aB-0000 0000 "), "4f2011ab00000000");
        let link = Link([0xab; 32]);
        assert_eq!(differing(&link, "abababababababab"), 0);
        assert_eq!(differing(&link, "abababababababac"), 1);
    }
}
