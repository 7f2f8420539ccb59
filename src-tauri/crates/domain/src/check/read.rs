//! Reading a rule as it is kept (`[6] + [7] <= 2 * [5]`) or as people write it (`ô 6 + ô 7 ≤ 2 × ô 5`;
//! `ô 2 = 0 thì ô 4 = 0`), and saying which part was not understood, and where.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Comparison, Operator, Rule, RuleParts, Sum, Term};
use crate::tally::BoxNo;
use crate::text::nfc;

/// A rule that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a rule at letter {at}: {part:?}")]
pub struct NotARule {
    /// From what was not understood to the end; the whole text if it ends too early.
    pub part: String,
    /// The letter it begins at, from 1.
    pub at: usize,
}

/// Which piece of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    When,
    Left,
    Right,
}

impl TryFrom<String> for Rule {
    type Error = NotARule;

    fn try_from(text: String) -> Result<Self, NotARule> {
        text.parse()
    }
}

impl FromStr for Rule {
    type Err = NotARule;

    fn from_str(text: &str) -> Result<Self, NotARule> {
        let mut reader = Reader::of(text)?;
        let first = reader.comparison()?;
        let rule = if reader.take(|t| *t == Token::Then) {
            Self { when: Some(first), then: reader.comparison()? }
        } else {
            Self { when: None, then: first }
        };
        reader.end()?;
        Ok(rule)
    }
}

impl TryFrom<&RuleParts> for Rule {
    type Error = (Side, NotARule);

    /// # Errors
    /// The piece that cannot be read, and where in it. A blank condition is none.
    fn try_from(parts: &RuleParts) -> Result<Self, (Side, NotARule)> {
        let when = parts.when.as_deref().filter(|when| !when.trim().is_empty());
        let when = when.map(|text| whole(text, Reader::comparison)).transpose().map_err(|e| (Side::When, e))?;
        let left = whole(&parts.left, Reader::sum).map_err(|e| (Side::Left, e))?;
        let right = whole(&parts.right, Reader::sum).map_err(|e| (Side::Right, e))?;
        Ok(Self { when, then: Comparison { left, operator: parts.operator, right } })
    }
}

impl Rule {
    /// The letter, from 1, at which a box is first named in a piece of a rule.
    #[must_use]
    pub fn box_at(text: &str, no: &BoxNo) -> Option<usize> {
        let reader = Reader::of(text).ok()?;
        reader.tokens.iter().find(|(_, t)| matches!(t, Token::Box(named) if named == no)).map(|(at, _)| at + 1)
    }
}

fn whole<T>(text: &str, read: impl FnOnce(&mut Reader) -> Result<T, NotARule>) -> Result<T, NotARule> {
    let mut reader = Reader::of(text)?;
    let read = read(&mut reader)?;
    reader.end()?;
    Ok(read)
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Box(BoxNo),
    Number(i64),
    Plus,
    Minus,
    Times,
    Is(Operator),
    Then,
}

/// No count is larger; what is worked out from a few such numbers fits its type.
const LARGEST: i64 = 1_000_000;

#[derive(Debug)]
struct Reader {
    text: Vec<char>,
    /// Each with the letter it begins at, from 0.
    tokens: Vec<(usize, Token)>,
    next: usize,
}

impl Reader {
    fn of(text: &str) -> Result<Self, NotARule> {
        let mut reader = Self { text: nfc(text).chars().collect(), tokens: Vec::new(), next: 0 };
        let mut at = 0;
        while let Some(c) = reader.text.get(at) {
            if c.is_whitespace() {
                at += 1;
                continue;
            }
            let (token, end) = reader.token(at).ok_or_else(|| reader.wrong(at))?;
            reader.tokens.push((at, token));
            at = end;
        }
        Ok(reader)
    }

    /// The token at a letter, and where it ends.
    fn token(&self, at: usize) -> Option<(Token, usize)> {
        let two: String = self.text.iter().skip(at).take(2).collect();
        match two.as_str() {
            "=>" => return Some((Token::Then, at + 2)),
            "<=" => return Some((Token::Is(Operator::AtMost), at + 2)),
            ">=" => return Some((Token::Is(Operator::AtLeast), at + 2)),
            _ => {}
        }
        let one = |token| Some((token, at + 1));
        match *self.text.get(at)? {
            '+' => one(Token::Plus),
            '-' | '−' | '–' => one(Token::Minus),
            '*' | '×' => one(Token::Times),
            '≤' => one(Token::Is(Operator::AtMost)),
            '≥' => one(Token::Is(Operator::AtLeast)),
            '=' => one(Token::Is(Operator::Equal)),
            '[' => {
                let close = at + self.text.iter().skip(at).position(|c| *c == ']')?;
                let no: String = self.text.get(at + 1..close)?.iter().collect();
                Some((Token::Box(no.parse().ok()?), close + 1))
            }
            c if c.is_ascii_digit() => {
                let (digits, end) = self.run(at, |c| c.is_ascii_digit());
                let number = digits.parse().ok().filter(|n| *n <= LARGEST)?;
                Some((Token::Number(number), end))
            }
            c if c.is_alphabetic() => self.word(at),
            _ => None,
        }
    }

    /// `ô 6`, `thì`, `x`.
    fn word(&self, at: usize) -> Option<(Token, usize)> {
        let (word, end) = self.run(at, char::is_alphabetic);
        match word.to_lowercase().as_str() {
            "thì" | "thi" => Some((Token::Then, end)),
            "x" => Some((Token::Times, end)),
            "ô" | "o" => {
                let (_, start) = self.run(end, char::is_whitespace);
                let (no, end) = self.run(start, |c| c.is_ascii_alphanumeric());
                Some((Token::Box(no.parse().ok()?), end))
            }
            _ => None,
        }
    }

    fn run(&self, at: usize, of: impl Fn(char) -> bool) -> (String, usize) {
        let run: String = self.text.iter().skip(at).take_while(|c| of(**c)).collect();
        let end = at + run.chars().count();
        (run, end)
    }

    fn wrong(&self, at: usize) -> NotARule {
        let rest: String = self.text.iter().skip(at).collect();
        let part = if rest.trim().is_empty() { self.text.iter().collect() } else { rest };
        NotARule { part: part.trim().to_owned(), at: at + 1 }
    }

    /// Where the next token is, or where the text ends.
    fn here(&self) -> usize {
        self.tokens.get(self.next).map_or(self.text.len(), |(at, _)| *at)
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|(_, token)| token)
    }

    fn take(&mut self, wanted: impl FnOnce(&Token) -> bool) -> bool {
        let took = self.peek().is_some_and(wanted);
        self.next += usize::from(took);
        took
    }

    fn end(&self) -> Result<(), NotARule> {
        if self.next < self.tokens.len() { Err(self.wrong(self.here())) } else { Ok(()) }
    }

    fn comparison(&mut self) -> Result<Comparison, NotARule> {
        let left = self.sum()?;
        let Some(Token::Is(operator)) = self.peek().cloned() else { return Err(self.wrong(self.here())) };
        self.next += 1;
        Ok(Comparison { left, operator, right: self.sum()? })
    }

    fn sum(&mut self) -> Result<Sum, NotARule> {
        let mut terms = Vec::new();
        let mut sign = self.sign().unwrap_or(1);
        loop {
            terms.push(self.term(sign)?);
            match self.sign() {
                Some(next) => sign = next,
                None => return Ok(Sum(terms)),
            }
        }
    }

    fn sign(&mut self) -> Option<i64> {
        if self.take(|t| *t == Token::Plus) {
            return Some(1);
        }
        self.take(|t| *t == Token::Minus).then_some(-1)
    }

    fn term(&mut self, sign: i64) -> Result<Term, NotARule> {
        let at = self.here();
        match self.peek().cloned() {
            Some(Token::Box(no)) => {
                self.next += 1;
                Ok(Term { times: sign, no: Some(no) })
            }
            Some(Token::Number(number)) => {
                self.next += 1;
                if !self.take(|t| *t == Token::Times) {
                    return Ok(Term { times: sign * number, no: None });
                }
                match self.peek().cloned() {
                    // Nothing times a box says nothing of the box.
                    Some(Token::Box(no)) if number > 0 => {
                        self.next += 1;
                        Ok(Term { times: sign * number, no: Some(no) })
                    }
                    Some(Token::Box(_)) => Err(self.wrong(at)),
                    _ => Err(self.wrong(self.here())),
                }
            }
            _ => Err(self.wrong(at)),
        }
    }
}
