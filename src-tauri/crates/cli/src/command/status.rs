use domain::date::dmy;
use domain::number::{decimal, grouped};
use office::overview::GetOverview;
use office::status::{GetStatus, Status as Answer, TargetStatus};

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
    lines.join("\n")
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
