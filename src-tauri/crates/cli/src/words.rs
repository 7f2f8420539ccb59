//! Vietnamese sentences for refusals: the same words as in the window, from `assets/text`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use office::Error;
use office::consolidation::PacketReason;
use office::error::{Params, Place, Problem};

static ERRORS: LazyLock<Table> = LazyLock::new(|| table(include_str!("../../../../assets/text/errors.vi.json")));
static PROBLEMS: LazyLock<Table> = LazyLock::new(|| table(include_str!("../../../../assets/text/problems.vi.json")));
static PACKETS: LazyLock<Table> = LazyLock::new(|| table(include_str!("../../../../assets/text/packets.vi.json")));

type Table = BTreeMap<String, String>;

fn table(json: &str) -> Table {
    #[expect(clippy::expect_used, reason = "the file is part of the program; a test reads it")]
    serde_json::from_str(json).expect("the words of the program can be read")
}

/// A refusal with its place and what to do next; faults of a table one to a line.
pub(crate) fn refusal(error: &Error) -> String {
    match error {
        Error::User { code, params, problems } => {
            let mut text = sentence(&ERRORS, &name(code), params);
            for problem in problems {
                text.push_str("\n  ");
                text.push_str(&fault(problem));
            }
            text
        }
        Error::Internal(cause) => {
            format!(
                "Chương trình gặp lỗi ngoài dự kiến. Số liệu đã lưu vẫn còn. Khi báo lỗi, hãy gửi kèm dòng sau:\n  {cause}"
            )
        }
    }
}

/// `Danh sách!B7: …`.
fn fault(problem: &Problem) -> String {
    let words = sentence(&PROBLEMS, &name(&problem.code), &problem.params);
    problem.place.as_ref().map_or_else(|| words.clone(), |p| format!("{}: {words}", place(p)))
}

/// Why a ward's workbook is passed over, or what should be known of it.
pub(crate) fn packet(reason: &PacketReason) -> String {
    let words = sentence(&PACKETS, &name(&reason.code), &reason.params);
    reason.problem.as_ref().map_or(words, fault)
}

/// `Danh sách!B7`; of a text, its line.
pub(crate) fn place(place: &Place) -> String {
    match &place.sheet {
        Some(sheet) => format!("{sheet}!{}", place.cell),
        None => place.cell.clone(),
    }
}

/// A code as it crosses the wire.
fn name(code: &impl serde::Serialize) -> String {
    serde_json::to_value(code).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn sentence(table: &Table, code: &str, params: &Params) -> String {
    let mut text = table.get(code).cloned().unwrap_or_else(|| code.to_owned());
    for (name, value) in params {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use office::ErrorCode;
    use office::consolidation::PacketCode;

    #[test]
    fn every_code_has_words_and_values_stand_in_them() {
        for code in ErrorCode::ALL {
            assert!(ERRORS.contains_key(&name(code)), "{code:?}");
        }
        for code in PacketCode::ALL {
            assert!(PACKETS.contains_key(&name(code)), "{code:?}");
        }
        let error = Error::of(ErrorCode::PinTooShort).with("least", 4);
        assert_eq!(refusal(&error), "Mã PIN cần ít nhất 4 ký tự.");
    }
}
