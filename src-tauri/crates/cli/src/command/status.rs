use domain::date::dmy;
use domain::number::{decimal, grouped};
use office::overview::GetOverview;
use office::radar::{GetRadar, Radar};
use office::status::{ApprovedStatus, GetStatus, Status as Answer, TargetStatus};

use super::say;
use crate::args::Status;
use crate::failure::Failure;
use crate::session;

pub(super) fn run(args: &Status) -> Result<(), Failure> {
    let office = session::reading(&args.office.file)?;
    let status = office.read(GetStatus {})?;
    if args.json {
        let text = serde_json::to_string_pretty(&status).map_err(office::Error::internal)?;
        say(&text);
        return Ok(());
    }
    let overview = office.read(GetOverview {})?;
    say(&words(&overview.office_name, overview.illustration.as_deref(), &status));
    if let Some(line) = missing(&office.read(GetRadar {})?) {
        say(&line);
    }
    Ok(())
}

fn words(office: &str, illustration: Option<&str>, status: &Answer) -> String {
    let mut lines = vec![format!("{office} – {} – tính đến {}", status.campaign, dmy(status.as_of))];
    lines.extend(illustration.map(|words| format!("({words})")));
    lines.push(String::new());
    lines.extend(status.targets.iter().map(target));
    lines.push(String::new());
    let width = status.areas.iter().map(|a| a.name.chars().count()).max().unwrap_or_default();
    for area in &status.areas {
        let returned = match (area.expected, area.returned) {
            (0, 0) => "chưa có phiếu".to_owned(),
            (expected, 0) => format!("chưa báo cáo ({expected} phiếu)"),
            (expected, returned) => format!("đã về {returned}/{expected} phiếu"),
        };
        lines.push(format!("  {:width$}  {returned}", area.name));
    }
    if !status.approved.is_empty() {
        lines.push(String::new());
        lines.push("Đã duyệt và khóa:".to_owned());
        lines.extend(status.approved.iter().map(approved));
    }
    lines.join("\n")
}

/// What is still out of evenings that are over.
fn missing(radar: &Radar) -> Option<String> {
    let mut parts = Vec::new();
    if radar.missing > 0 {
        parts.push(format!("{} phiếu (quá hạn {})", grouped(radar.missing.into()), grouped(radar.late.into())));
    }
    if radar.summaries_missing > 0 {
        parts.push(format!("{} phiếu tổng hợp buổi", grouped(radar.summaries_missing.into())));
    }
    (!parts.is_empty()).then(|| format!("\nChưa về của các buổi đã qua: {}.", parts.join(", ")))
}

fn approved(approved: &ApprovedStatus) -> String {
    let evening = approved.date.map(|on| format!("buổi {}", dmy(on)));
    let what = evening.or_else(|| Some(format!("báo cáo của {}", approved.area.as_deref()?))).unwrap_or_default();
    let note = approved.note.as_deref().map(|note| format!(" – {note}")).unwrap_or_default();
    format!("  {what}, {} duyệt{note}", approved.by)
}

fn target(target: &TargetStatus) -> String {
    let count = |n: Option<u64>, unknown: &str| n.map_or_else(|| unknown.to_owned(), grouped);
    let percent = target.percent.map(|p| format!(" = {} %", decimal(p))).unwrap_or_default();
    format!(
        "{}: {} / {}{percent}",
        target.name,
        count(target.numerator, "chưa báo cáo"),
        count(target.denominator, "chưa có số nền"),
    )
}
