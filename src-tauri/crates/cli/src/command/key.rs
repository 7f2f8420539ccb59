use std::io::BufRead;

use domain::check::Severity;
use office::Office;
use office::sheet::{BoxEntry, OpenSheet, SetBoxes, SheetView};

use super::say;
use crate::args::Key;
use crate::failure::Failure;
use crate::session;

pub(super) fn run(args: &Key, who: Option<&str>) -> Result<(), Failure> {
    let from_input = args.boxes == ["-"];
    // Read before the file is locked, so that a wrong line costs nothing.
    let boxes = if from_input { Vec::new() } else { args.boxes.iter().map(|b| entry(b)).collect::<Result<_, _>>()? };
    let mut office = session::writing(&args.office.file, who)?;
    if from_input {
        return line_by_line(&mut office, &args.code);
    }
    let code = args.code.clone();
    let cursor = boxes.last().map(|b| b.no.clone());
    let cursor = cursor.map(|no| after(&office, &code, &no)).transpose()?.flatten();
    let sheet = office.write(SetBoxes { code, boxes, cursor })?.answer;
    say(&format!("Đã lưu phiếu {} – {}", sheet.code, summary(&sheet)));
    Ok(())
}

/// Each line is on disk before its answer is given.
fn line_by_line(office: &mut Office, code: &str) -> Result<(), Failure> {
    for line in std::io::stdin().lock().lines() {
        let Ok(line) = line else {
            return Err(Failure::Usage("Dòng nhập vào không phải chữ UTF-8.".to_owned()));
        };
        if line.trim().is_empty() {
            continue;
        }
        let entry = entry(line.trim())?;
        let said = if entry.value.is_empty() { "để trống".to_owned() } else { entry.value.clone() };
        let no = entry.no.clone();
        let cursor = after(office, code, &no)?;
        office.write(SetBoxes { code: code.to_owned(), boxes: vec![entry], cursor })?;
        say(&format!("Đã lưu ô {no}: {said}"));
    }
    Ok(())
}

/// The box that follows one on the paper: whoever opens the window finds the cursor there.
fn after(office: &Office, code: &str, no: &str) -> Result<Option<String>, Failure> {
    let sheet = office.read(OpenSheet { code: code.to_owned() })?;
    let mut boxes = sheet.boxes.into_iter().map(|b| b.no.to_string()).skip_while(|other| other != no);
    Ok(boxes.nth(1))
}

/// `5=12`, `5=`.
fn entry(text: &str) -> Result<BoxEntry, Failure> {
    let (no, value) = text
        .split_once('=')
        .ok_or_else(|| Failure::Usage(format!("“{text}” chưa đúng dạng Ô=SỐ, ví dụ 5=12 hoặc 5= để trống.")))?;
    Ok(BoxEntry::of(no.trim(), value.trim()))
}

fn summary(sheet: &SheetView) -> String {
    let evening = sheet.on.map(|on| format!(", {}", domain::date::dmy(on))).unwrap_or_default();
    let mut text = format!("{}{evening}: {}", sheet.area_label, sheet.state_word);
    if !sheet.missing.is_empty() {
        let boxes: Vec<String> = sheet.missing.iter().map(ToString::to_string).collect();
        text.push_str(&format!("\n  Còn trống: ô {}", boxes.join(", ")));
    }
    for failure in &sheet.failures {
        let weight = match failure.severity {
            Severity::Hard => "Chưa khớp",
            Severity::Soft => "Cần xem lại",
        };
        text.push_str(&format!(
            "\n  {weight}: {} ({} so với {}) – {}",
            failure.rule, failure.left, failure.right, failure.words
        ));
    }
    text
}
