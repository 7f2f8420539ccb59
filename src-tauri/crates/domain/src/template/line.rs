//! One line of the language: its mark, and the stretches of text and fields in it.

/// Letters of points in the decree's order (NĐ 30, Phụ lục I: Vietnamese order).
pub const LETTERS: [char; 23] =
    ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y'];

/// What a line begins with, and the words after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark<'t> {
    Title(&'t str),
    Numbered(&'t str),
    /// With the letter that was typed.
    Point(char, &'t str),
    Dash(&'t str),
    Plain(&'t str),
}

pub(super) fn mark(line: &str) -> Mark<'_> {
    if let Some(title) = line.strip_prefix("## ") {
        Mark::Title(title.trim_start())
    } else if let Some(text) = line.strip_prefix("#. ") {
        Mark::Numbered(text.trim_start())
    } else if let Some(text) = line.strip_prefix("- ") {
        Mark::Dash(text.trim_start())
    } else {
        point(line).unwrap_or(Mark::Plain(line))
    }
}

/// `a) …`: one letter in lower case and a bracket.
fn point(line: &str) -> Option<Mark<'_>> {
    let (letter, text) = line.split_once(") ")?;
    let mut letters = letter.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_lowercase() => Some(Mark::Point(letter, text.trim_start())),
        _ => None,
    }
}

/// A stretch of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    Text(&'t str),
    /// The name between `{{` and `}}`.
    Name(&'t str),
    /// From `{{` to the end, without `}}`.
    Unclosed(&'t str),
}

pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        // A brace opened again before it was closed: the first one was never closed.
        match after.split_once("}}") {
            Some((name, after)) if !name.contains("{{") => {
                pieces.push(Piece::Name(name.trim()));
                rest = after;
            }
            _ => {
                pieces.push(Piece::Unclosed(after));
                return pieces;
            }
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// The name of the field a line is, if it is nothing else.
pub(super) fn alone(line: &str) -> Option<&str> {
    match pieces(line)[..] {
        [Piece::Name(name)] => Some(name),
        _ => None,
    }
}
