//! The plan (kế hoạch) as the office edits it, and how it becomes a document.
//!
//! A section's text is plain lines with a few marks, one paragraph a line:
//!
//! | line | becomes |
//! | --- | --- |
//! | `## Văn phòng UBND phường:` | a numbered title, bold |
//! | `#. Thực hiện …` | a numbered paragraph |
//! | `- Tuyên truyền …` | an unnumbered paragraph with a dash |
//! | `{{lịch}}` alone | the schedule table |
//! | `{{nhiệm vụ}}` alone | the tasks by unit, numbered titles |
//! | `{{thành phần tổ}}` alone | the team's composition |
//! | anything else | a paragraph; `**bold**`, `*italic*`, inline fields such as `{{đầu mối}}` |

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::area::AreaKind;
use crate::campaign::Campaign;
use crate::date::{DocumentDate, dmy, hm};
use crate::document::{Appendix, Block, Document, Recipients, Rich, ScheduleLine, Signature};
use crate::ids::{SectionId, TaskGroupId};
use crate::issuer::Issuer;
use crate::number::roman;
use crate::team::{Force, ForceKind, Person, composition_line};
use crate::text::fold;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// Căn cứ, one a line.
    Bases,
    /// Text before the first part or after the last, without a heading.
    Text,
    /// A part with a Roman number.
    Part,
    /// On pages of its own after the signature.
    Appendix,
}

/// A section of the plan's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Section {
    pub id: SectionId,
    pub kind: SectionKind,
    pub heading: Option<String>,
    pub text: String,
}

/// What a unit is asked to do (part II of the plan).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TaskGroup {
    pub id: TaskGroupId,
    /// `Văn phòng UBND phường`.
    pub unit: String,
    pub tasks: Vec<String>,
}

/// Everything the fields of a plan are filled from.
#[derive(Debug, Clone)]
pub struct Plan {
    pub issuer: Issuer,
    pub campaign: Campaign,
    pub sections: Vec<Section>,
    pub task_groups: Vec<TaskGroup>,
    /// Forces in order, each with the person who details it.
    pub forces: Vec<(Force, Option<Person>)>,
    /// The schedule's rows with their areas' names.
    pub schedule: Vec<ScheduleLine>,
    /// Kinds of the areas in the schedule.
    pub area_kinds: Vec<AreaKind>,
    pub contact: Option<Person>,
    pub signer: Option<Person>,
}

/// A field the plan does not know, where it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown field {field:?} in section {section}, line {line}")]
pub struct UnknownField {
    pub field: String,
    /// Place of the section, from 1.
    pub section: usize,
    /// Line within the section, from 1.
    pub line: usize,
}

/// Room to write a name, where none is known yet.
const UNKNOWN: &str = "……………";

/// Fields that may stand anywhere in a line.
pub const INLINE_FIELDS: [&str; 5] = ["đầu mối", "ngày bắt đầu", "ngày kết thúc", "đơn vị", "ứng dụng"];
/// Fields that stand alone on a line.
pub const BLOCK_FIELDS: [&str; 3] = ["lịch", "nhiệm vụ", "thành phần tổ"];

impl Plan {
    /// The document, every field filled.
    ///
    /// # Errors
    /// The first field that is not known.
    pub fn document(&self) -> Result<Document, UnknownField> {
        let mut bases = Vec::new();
        let mut body = Vec::new();
        let mut appendices = Vec::new();
        let mut parts = 0;
        for (section, place) in self.sections.iter().zip(1..) {
            match section.kind {
                SectionKind::Bases => {
                    for (line, text) in lines(section) {
                        bases.push(Rich::parse(self.fill(&text, place, line)?.trim_end_matches([';', '.'])));
                    }
                }
                SectionKind::Appendix => {
                    let mut appendix = Vec::new();
                    self.section_blocks(section, place, &mut appendix)?;
                    let title = section.heading.clone().unwrap_or_default();
                    appendices.push(Appendix { title, landscape: false, body: appendix });
                }
                kind => {
                    if kind == SectionKind::Part {
                        parts += 1;
                        let title = section.heading.clone().unwrap_or_default();
                        body.push(Block::Part { number: roman(parts), title });
                    }
                    self.section_blocks(section, place, &mut body)?;
                }
            }
        }
        end_mark(&mut body);
        Ok(Document {
            issuer: self.issuer.clone(),
            number: self.campaign.plan_number,
            symbol: format!("KH-{}", self.issuer.symbol),
            date: date(&self.campaign),
            kind: Some("KẾ HOẠCH".into()),
            subject: self.campaign.subject.clone(),
            addressees: Vec::new(),
            bases,
            body,
            appendices,
            recipients: Recipients(self.campaign.recipients.clone()),
            signature: Signature {
                lines: self.campaign.signature_lines.clone(),
                signer: self.signer.as_ref().map(|p| p.name.clone()),
            },
            illustration: self.campaign.illustration.clone(),
        })
    }

    fn section_blocks(&self, section: &Section, place: usize, body: &mut Vec<Block>) -> Result<(), UnknownField> {
        let mut items = 0;
        let mut number = || {
            items += 1;
            items.to_string()
        };
        for (line, text) in lines(section) {
            match whole_field(&text).as_deref() {
                Some("lich") => body.push(self.schedule_table()),
                Some("nhiem vu") => {
                    for group in &self.task_groups {
                        body.push(Block::Item {
                            number: number(),
                            title: format!("{}:", group.unit.trim_end_matches(':')),
                        });
                        for task in &group.tasks {
                            let task = Rich::parse(&self.fill(task, place, line)?);
                            body.push(if group.tasks.len() == 1 { Block::Paragraph(task) } else { Block::Dash(task) });
                        }
                    }
                }
                Some("thanh phan to") => body.extend(self.composition()),
                _ => {
                    let text = self.fill(&text, place, line)?;
                    body.push(if let Some(title) = text.strip_prefix("## ") {
                        Block::Item { number: number(), title: title.to_owned() }
                    } else if let Some(text) = text.strip_prefix("#. ") {
                        Block::NumberedText { number: number(), text: Rich::parse(text) }
                    } else if let Some(text) = text.strip_prefix("- ") {
                        Block::Dash(Rich::parse(text))
                    } else {
                        Block::Paragraph(Rich::parse(&text))
                    });
                }
            }
        }
        Ok(())
    }

    fn schedule_table(&self) -> Block {
        let Campaign { evening_starts, evening_ends, .. } = self.campaign;
        Block::Schedule {
            time_heading: format!("Thời gian (các buổi tối, từ {} đến {})", hm(evening_starts), hm(evening_ends)),
            area_heading: self.area_heading(),
            lines: self.schedule.clone(),
        }
    }

    /// `Địa bàn tổ dân phố` in the reference plan, whose blocks are few among the tổ dân phố; a commune has
    /// thôn. Without either it is only an area.
    fn area_heading(&self) -> String {
        let count = |kind| self.area_kinds.iter().filter(|k| **k == kind).count();
        let (groups, villages) = (count(AreaKind::ResidentialGroup), count(AreaKind::Village));
        let kind = if villages > groups { AreaKind::Village } else { AreaKind::ResidentialGroup };
        if groups + villages == 0 { "Địa bàn".to_owned() } else { format!("Địa bàn {}", kind.word()) }
    }

    /// The team's members, one a line, ";" between and "." at the end. Forces that only cooperate are
    /// not part of the team.
    fn composition(&self) -> Vec<Block> {
        let members: Vec<_> = self.forces.iter().filter(|(f, _)| f.kind != ForceKind::Cooperating).collect();
        let last = members.len().saturating_sub(1);
        members
            .iter()
            .enumerate()
            .map(|(i, (force, person))| {
                let mark = if i == last { "." } else { ";" };
                Block::Dash(Rich::plain(composition_line(force, person.as_ref()) + mark))
            })
            .collect()
    }

    /// Puts values in the place of `{{…}}`.
    fn fill(&self, text: &str, section: usize, line: usize) -> Result<String, UnknownField> {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            let Some((field, after)) = after.split_once("}}") else { break };
            out.push_str(before);
            let value =
                self.field(field).ok_or_else(|| UnknownField { field: field.trim().to_owned(), section, line })?;
            out.push_str(&value);
            rest = after;
        }
        out.push_str(rest);
        Ok(out)
    }

    fn field(&self, name: &str) -> Option<String> {
        match fold(name).as_str() {
            "dau moi" => Some(self.contact.as_ref().map_or_else(|| format!("đ/c {UNKNOWN}"), Person::comrade)),
            "ngay bat dau" => Some(dmy(self.campaign.starts_on)),
            "ngay ket thuc" => Some(dmy(self.campaign.ends_on)),
            "don vi" => Some(self.issuer.short_name.clone()),
            "ung dung" => Some(self.campaign.app_name.clone()),
            _ => None,
        }
    }
}

/// The plan's date, as far as it is known.
pub(crate) fn date(campaign: &Campaign) -> DocumentDate {
    match (campaign.plan_date, campaign.plan_month) {
        (Some(day), _) => DocumentDate::of(day),
        (None, Some(month)) => DocumentDate::day_left_blank(month),
        (None, None) => DocumentDate::default(),
    }
}

/// The first field of a text that the plan does not know.
#[must_use]
pub fn unknown_field(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("{{") {
        let (field, after) = after.split_once("}}")?;
        if !INLINE_FIELDS.iter().any(|known| fold(known) == fold(field)) {
            return Some(field.trim().to_owned());
        }
        rest = after;
    }
    None
}

/// Lines that hold anything, with their numbers from 1.
fn lines(section: &Section) -> impl Iterator<Item = (usize, String)> + '_ {
    (1..).zip(section.text.lines()).map(|(n, l)| (n, l.trim().to_owned())).filter(|(_, l)| !l.is_empty())
}

/// The folded name of a block field that is alone on its line.
fn whole_field(line: &str) -> Option<String> {
    let name = fold(line.strip_prefix("{{")?.strip_suffix("}}")?);
    BLOCK_FIELDS.iter().any(|f| fold(f) == name).then_some(name)
}

/// The body of a plan ends with `./.` (NĐ 30, Phụ lục I).
fn end_mark(body: &mut [Block]) {
    if let Some(Block::Paragraph(text) | Block::Dash(text) | Block::NumberedText { text, .. }) = body.last_mut()
        && let Some(span) = text.0.last_mut()
        && !span.text.trim_end().ends_with("./.")
    {
        let kept = span.text.trim_end().trim_end_matches(['.', ';']).len();
        span.text.truncate(kept);
        span.text.push_str("./.");
    }
}

#[cfg(test)]
mod tests;
