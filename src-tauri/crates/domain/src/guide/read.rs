//! Markdown becomes blocks. What a block cannot show is refused, so that nothing of the text is lost on the way.
//!
//! | Markdown | becomes |
//! | --- | --- |
//! | `# …`, once, first | the title |
//! | `## …` | a heading |
//! | `1. …`, `- …` | steps, points |
//! | `> …` | a note |
//! | `**…**`, `` `…` `` | the name of something on the screen, a key |
//! | `![caption](name)`, alone | a picture |

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{GuideBlock, GuideChapter, GuideKind, GuideNews, GuideRun, GuideText};
use crate::text::nfc;

/// Text that is no guide.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct GuideFault {
    what: String,
}

/// A chapter of its text.
///
/// # Errors
/// No title or several, or something that no block can show.
pub fn read(chapter: GuideChapter, text: &str) -> Result<GuideText, GuideFault> {
    let mut parts = parts(text)?;
    match (parts.pop(), parts.is_empty()) {
        (Some((title, blocks)), true) => Ok(GuideText { chapter, title, blocks }),
        _ => Err(fault("a chapter has one title")),
    }
}

/// What each version brought: a title for each, newest first.
///
/// # Errors
/// As [`read`].
pub fn news(text: &str) -> Result<Vec<GuideNews>, GuideFault> {
    Ok(parts(text)?.into_iter().map(|(version, blocks)| GuideNews { version, blocks }).collect())
}

/// Titles and what stands under each.
fn parts(text: &str) -> Result<Vec<(String, Vec<GuideBlock>)>, GuideFault> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, Options::empty()) {
        reader.take(event)?;
    }
    Ok(reader.parts)
}

fn fault(what: impl Into<String>) -> GuideFault {
    GuideFault { what: what.into() }
}

#[derive(Debug, Default)]
struct Reader {
    parts: Vec<(String, Vec<GuideBlock>)>,
    runs: Vec<GuideRun>,
    /// Steps or points so far, inside a list.
    list: Option<(bool, Vec<Vec<GuideRun>>)>,
    is_note: bool,
    is_name: bool,
    picture: Option<String>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) -> Result<(), GuideFault> {
        match event {
            Event::Start(tag) => self.open(&tag)?,
            Event::End(tag) => self.close(tag)?,
            Event::Text(text) if self.is_name => self.add(GuideKind::Name, &text),
            Event::Text(text) => self.add(GuideKind::Plain, &text),
            Event::Code(text) => self.add(GuideKind::Key, &text),
            Event::SoftBreak => self.add(GuideKind::Plain, " "),
            other => return Err(fault(format!("no block shows {other:?}"))),
        }
        Ok(())
    }

    fn open(&mut self, tag: &Tag<'_>) -> Result<(), GuideFault> {
        match tag {
            Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. } | Tag::Paragraph | Tag::Item => {}
            Tag::List(first) if self.list.is_none() => self.list = Some((first.is_some(), Vec::new())),
            Tag::BlockQuote(None) if self.list.is_none() => self.is_note = true,
            Tag::Strong => self.is_name = true,
            Tag::Image { dest_url, .. } => self.picture = Some(dest_url.to_string()),
            other => return Err(fault(format!("no block shows {other:?}"))),
        }
        Ok(())
    }

    fn close(&mut self, tag: TagEnd) -> Result<(), GuideFault> {
        match tag {
            TagEnd::Heading(HeadingLevel::H1) => {
                let title = self.words();
                self.parts.push((title, Vec::new()));
            }
            TagEnd::Heading(_) => {
                let words = self.words();
                self.put(GuideBlock::Heading { words })?;
            }
            TagEnd::Paragraph if self.list.is_some() => {}
            TagEnd::Paragraph => self.end_paragraph()?,
            TagEnd::Item => {
                let runs = std::mem::take(&mut self.runs);
                if let Some((_, items)) = &mut self.list {
                    items.push(runs);
                }
            }
            TagEnd::List(_) => match self.list.take() {
                Some((true, steps)) => self.put(GuideBlock::Steps { steps })?,
                Some((false, points)) => self.put(GuideBlock::Points { points })?,
                None => {}
            },
            TagEnd::BlockQuote(_) => self.is_note = false,
            TagEnd::Strong => self.is_name = false,
            // Taken by the paragraph it stands in.
            _ => {}
        }
        Ok(())
    }

    fn end_paragraph(&mut self) -> Result<(), GuideFault> {
        match self.picture.take() {
            Some(name) => {
                let caption = self.words();
                self.put(GuideBlock::Picture { name, caption })
            }
            None => {
                let runs = std::mem::take(&mut self.runs);
                self.put(if self.is_note { GuideBlock::Note { runs } } else { GuideBlock::Paragraph { runs } })
            }
        }
    }

    fn put(&mut self, block: GuideBlock) -> Result<(), GuideFault> {
        let part = self.parts.last_mut().ok_or_else(|| fault("something stands before the title"))?;
        part.1.push(block);
        Ok(())
    }

    /// Neighbours of one kind are one run.
    fn add(&mut self, set: GuideKind, text: &str) {
        match self.runs.last_mut() {
            Some(last) if last.set == set && set == GuideKind::Plain => last.text.push_str(&nfc(text)),
            _ => self.runs.push(GuideRun { set, text: nfc(text) }),
        }
    }

    fn words(&mut self) -> String {
        std::mem::take(&mut self.runs).into_iter().map(|run| run.text).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> GuideRun {
        GuideRun { set: GuideKind::Plain, text: text.into() }
    }

    #[test]
    fn every_block_is_read_as_what_it_is() {
        let text = "# Lịch\n\nMở **Lịch**,\nbấm `Alt 4`.\n\n## Dời buổi\n\n1. Chọn buổi.\n2. Bấm **Dời**.\n\n- Một\n- Hai\n\n\
                    > Phiếu cũ vẫn nhập được.\n\n![Lịch tháng](lich)\n";
        let read = read(GuideChapter::Schedule, text).expect("a chapter");
        assert_eq!((read.chapter, read.title.as_str()), (GuideChapter::Schedule, "Lịch"));
        let name = |text: &str| GuideRun { set: GuideKind::Name, text: text.into() };
        let key = GuideRun { set: GuideKind::Key, text: "Alt 4".into() };
        assert_eq!(
            read.blocks,
            [
                GuideBlock::Paragraph {
                    runs: vec![plain("Mở "), name("Lịch"), plain(", bấm "), key, plain(".")]
                },
                GuideBlock::Heading { words: "Dời buổi".into() },
                GuideBlock::Steps {
                    steps: vec![vec![plain("Chọn buổi.")], vec![plain("Bấm "), name("Dời"), plain(".")]]
                },
                GuideBlock::Points { points: vec![vec![plain("Một")], vec![plain("Hai")]] },
                GuideBlock::Note { runs: vec![plain("Phiếu cũ vẫn nhập được.")] },
                GuideBlock::Picture { name: "lich".into(), caption: "Lịch tháng".into() },
            ]
        );
    }

    #[test]
    fn what_no_block_shows_is_refused_and_not_left_out() {
        for text in [
            "# A\n\n### sâu quá\n",
            "# A\n\n[chỗ khác](http://a)\n",
            "# A\n\n<b>x</b>\n",
            "# A\n\n- một\n  - trong một\n",
            "# A\n\n*nghiêng*\n",
            "# A\n\n```\nx\n```\n",
            "# A\n\n---\n",
            "chưa có tiêu đề\n",
            "# A\n\n# B\n",
            "",
        ] {
            assert!(read(GuideChapter::Start, text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn news_has_a_part_for_each_version() {
        let news = news("# 0.2.0\n\n- Hai\n\n# 0.1.0\n\n- Một\n").expect("news");
        let versions: Vec<&str> = news.iter().map(|n| n.version.as_str()).collect();
        assert_eq!(versions, ["0.2.0", "0.1.0"]);
        assert_eq!(news[1].blocks, [GuideBlock::Points { points: vec![vec![plain("Một")]] }]);
    }
}
