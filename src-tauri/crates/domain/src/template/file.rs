//! Wording as a file of the program: sections one after another.

use super::{Passage, SectionKind};

/// Reads `=== bases`, `=== text`, `=== part: HEADING` and `=== appendix: HEADING`, each with the lines below
/// it. What stands before the first is passed over.
#[must_use]
pub fn passages(file: &str) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    for line in file.lines() {
        if let Some(head) = line.strip_prefix("=== ") {
            let (word, heading) = head.split_once(':').map_or((head, None), |(word, heading)| (word, Some(heading)));
            let kind = match word.trim() {
                "bases" => SectionKind::Bases,
                "part" => SectionKind::Part,
                "appendix" => SectionKind::Appendix,
                _ => SectionKind::Text,
            };
            passages.push(Passage { kind, heading: heading.map(|h| h.trim().to_owned()), text: String::new() });
        } else if let Some(passage) = passages.last_mut() {
            if !passage.text.is_empty() {
                passage.text.push('\n');
            }
            passage.text.push_str(line);
        }
    }
    passages
}
