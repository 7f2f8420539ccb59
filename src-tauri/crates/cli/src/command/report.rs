//! Reports of a period: made, filled into an authority's template, issued, and questioned.

use std::path::Path;

use domain::date::dmy;
use domain::ids::{AuthorityId, ReportId};
use domain::text::fold;
use office::report::{
    ExplainReport, Explanation, GetReport, IssueReport, IssuedFile, ListReports, ReportDocumentDocx, ReportDocumentPdf,
    ReportFile, ReportLine, ReportOf, ReportXlsx,
};
use office::template_fill::{Filling, LookAtTemplate, ReportFilled};
use office::{Error, ErrorCode, Made, Make, Reading};

use super::{ending, put, say, wants};
use crate::args::report::{Report, Reports};
use crate::failure::Failure;
use crate::session;
use crate::words;

pub(super) fn make(args: &Report, who: Option<&str>) -> Result<(), Failure> {
    args.output.as_deref().map_or(Ok(()), |output| wants(output, &["xlsx"]))?;
    args.document.as_deref().map_or(Ok(()), |output| wants(output, &["pdf", "docx"]))?;
    if args.issue {
        return issue(args, who);
    }
    let office = session::reading(&args.office.file)?;
    let of = asked(args, &office)?;
    if let (Some(template), true) = (&args.template, args.dry_run) {
        let path = template.to_string_lossy().into_owned();
        say(&told(&office.read(LookAtTemplate { path, of })?));
        return Ok(());
    }
    if let Some(output) = &args.output {
        let made = match &args.template {
            Some(template) => making(&office, ReportFilled { path: template.to_string_lossy().into_owned(), of }),
            None => making(&office, ReportXlsx { of }),
        };
        put(&made?, output)?;
    }
    if let Some(output) = &args.document {
        let made = match ending(output).as_str() {
            "docx" => making(&office, ReportDocumentDocx { of, draft: None }),
            _ => making(&office, ReportDocumentPdf { of, draft: None }),
        };
        put(&made?, output)?;
    }
    Ok(())
}

fn making(office: &Reading, command: impl Make) -> Result<Made, Failure> {
    Ok(office.make(command, &mut |_, _| true)?)
}

fn issue(args: &Report, who: Option<&str>) -> Result<(), Failure> {
    let of = asked(args, &session::reading(&args.office.file)?)?;
    let id = {
        let mut office = session::writing(&args.office.file, who)?;
        office.write(IssueReport { of, number: args.number, dated: args.dated, draft: None })?.answer
    };
    let office = session::reading(&args.office.file)?;
    say(&format!("Đã phát hành {}", line_words(&office.read(GetReport { id })?.line)));
    for output in [&args.output, &args.document].into_iter().flatten() {
        fetch(&office, id, output)?;
    }
    Ok(())
}

/// Which report the command line asks for.
fn asked(args: &Report, office: &Reading) -> Result<ReportOf, Failure> {
    let authority = args.authority.as_deref().map(|name| authority(office, name)).transpose()?;
    Ok(ReportOf { kind: args.kind, day: args.day, from: args.from, to: args.to, authority })
}

/// The authority of this name, marks and case aside.
fn authority(office: &Reading, name: &str) -> Result<AuthorityId, Failure> {
    let all = office.view().list_authorities().map_err(Error::from)?;
    let found = all.iter().find(|a| fold(&a.name) == fold(name));
    Ok(found.ok_or_else(|| Error::of(ErrorCode::Missing))?.id)
}

pub(super) fn issued(args: &Reports) -> Result<(), Failure> {
    let office = session::reading(&args.office.file)?;
    let lines = office.read(ListReports {})?;
    let Some(name) = &args.name else {
        if lines.is_empty() {
            say("Chưa phát hành báo cáo nào.");
        }
        lines.iter().for_each(|line| say(&line_words(line)));
        return Ok(());
    };
    let found = lines.iter().find(|line| fold(&line.name) == fold(name));
    let id = found.ok_or_else(|| Error::of(ErrorCode::Missing))?.id;
    match &args.output {
        Some(output) => fetch(&office, id, output),
        None => {
            say(&why(&office.read(ExplainReport { id })?));
            Ok(())
        }
    }
}

/// A file of an issued report, as it left the office.
fn fetch(office: &Reading, id: ReportId, output: &Path) -> Result<(), Failure> {
    wants(output, &["xlsx", "pdf", "docx"])?;
    let file = match ending(output).as_str() {
        "xlsx" => IssuedFile::Xlsx,
        "docx" => IssuedFile::Docx,
        _ => IssuedFile::Pdf,
    };
    put(&making(office, ReportFile { id, file })?, output)
}

/// `BC-001  báo cáo tuần 04/11/2024 – 10/11/2024, …`.
fn line_words(line: &ReportLine) -> String {
    let days = match line.from {
        Some(from) if from == line.to => dmy(from),
        Some(from) => format!("{} – {}", dmy(from), dmy(line.to)),
        None => format!("từ đầu đợt đến {}", dmy(line.to)),
    };
    let number = line.number_line.as_ref().map_or_else(String::new, |number| format!(", {number}"));
    let to = line.authority.as_ref().map_or_else(String::new, |name| format!(", gửi {name}"));
    let (name, kind, by, head) = (&line.name, &line.kind_word, &line.issued_by, &line.head);
    format!("{name}  {kind} {days}{number}{to} ({by} phát hành {}, nhật ký {head})", moment(&line.issued_at))
}

/// `08:00 10/11/2024` of RFC 3339.
fn moment(at: &str) -> String {
    match (at.get(11..16), at.get(..10).and_then(|day| day.parse().ok())) {
        (Some(time), Some(day)) => format!("{time} {}", dmy(day)),
        _ => at.to_owned(),
    }
}

/// Figure by figure what differs today; then each change with who, when and why.
fn why(explanation: &Explanation) -> String {
    let mut lines = vec![line_words(&explanation.line)];
    if explanation.figures.is_empty() {
        lines.push("Lập lại báo cáo này hôm nay vẫn ra đúng các số đã phát hành.".to_owned());
        return lines.join("\n");
    }
    lines.push(format!("{} số nay đã khác:", explanation.figures.len()));
    for figure in &explanation.figures {
        let because = figure.because.iter().map(|b| {
            let effect = b.effect.map_or_else(String::new, |n| format!("{n:+} "));
            format!("{effect}[{}]", b.cause + 1)
        });
        let because: Vec<String> = because.collect();
        let (scope, name, then, now) = (&figure.scope, &figure.figure, &figure.then, &figure.now);
        lines.push(format!("- {scope}: {name}: {then} → {now}  {}", because.join(" ")));
    }
    lines.push("Do:".to_owned());
    for (cause, n) in explanation.causes.iter().zip(1..) {
        lines.push(format!("[{n}] {}", cause.words));
        for entry in &cause.entries {
            let who = entry.who.as_deref().unwrap_or("chương trình");
            let reason = entry.why.as_ref().map_or_else(String::new, |why| format!(" (lý do: {why})"));
            lines.push(format!("    {} {who}: {}{reason}", moment(&entry.at), entry.what.join("; ")));
        }
    }
    lines.join("\n")
}

/// Cell by cell what would be written, then what is left and why.
fn told(filling: &Filling) -> String {
    let mut lines = Vec::new();
    for cell in &filling.cells {
        let area = cell.area.as_ref().map(|area| format!("{area}, ")).unwrap_or_default();
        lines.push(format!("{}: {} ({area}{})", words::place(&cell.place), cell.value, cell.about));
    }
    for left in &filling.left {
        let place = left.place.as_ref().map(|p| format!("{}: ", words::place(p))).unwrap_or_default();
        lines.push(format!("{place}{} – {}", left.what, left.because));
    }
    let (cells, left) = (filling.cells.len(), filling.left.len());
    lines.push(format!("Xem trước, chưa ghi gì – {}: điền {cells} ô, để nguyên {left} chỗ.", filling.file));
    lines.join("\n")
}
