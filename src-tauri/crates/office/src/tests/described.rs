//! Every kind as it is begun, filled from both samples.

use domain::document::{Block, Document as Paper, DocumentKind};
use domain::ids::DocumentId;
use domain::template::{Fault, Wrong};
use store::{Document, DocumentHead, SectionRow};

use super::kit::Ward;
use crate::document::describe::{built_in_sections, faults_of};
use crate::{ErrorCode, Result, View};

fn draft(view: &View<'_>, kind: DocumentKind) -> Result<Document> {
    Ok(Document { id: DocumentId(0), kind, head: view.default_head(kind)?, amends: None, issued: None })
}

/// A document as it is begun: the office's usual head, the program's wording.
fn begun(ward: &Ward, kind: DocumentKind) -> Paper {
    begun_with(ward, kind, |_| {})
}

fn begun_with(ward: &Ward, kind: DocumentKind, head: impl Fn(&mut DocumentHead)) -> Paper {
    let view = ward.office.view();
    let mut document = draft(&view, kind).expect("a head");
    head(&mut document.head);
    view.describe(&document, &view.default_sections(kind).expect("a wording")).expect("every field is known")
}

/// The paper in plain lines.
fn reading(paper: &Paper) -> String {
    let mut lines = vec![paper.number_line(), paper.date_line()];
    lines.extend(paper.kind.clone());
    lines.push(paper.subject.clone());
    lines.extend(paper.addressees.iter().map(|a| format!("Kính gửi: {a}")));
    lines.extend(paper.bases.iter().map(|b| format!("[{}]", b.text())));
    lines.extend(paper.body.iter().map(shown));
    for appendix in &paper.appendices {
        lines.push(format!("=== {}{}", appendix.title, if appendix.landscape { " (ngang)" } else { "" }));
        lines.extend(appendix.body.iter().map(shown));
    }
    lines.push(format!("Nơi nhận: {}", paper.recipients.0.join("; ")));
    lines.push(format!("{} / {}", paper.signature.lines.join(" / "), paper.signature.signer.as_deref().unwrap_or("…")));
    lines.join("\n").replace('\u{a0}', "~")
}

fn shown(block: &Block) -> String {
    match block {
        Block::Part { number, title } => format!("{number}. {}", title.to_uppercase()),
        Block::Item { number, title } => format!("{number}. {title}"),
        Block::NumberedText { number, text } => format!("{number}. {}", text.text()),
        Block::Paragraph(text) => text.text(),
        Block::Point { letter, text } => format!("{letter}) {}", text.text()),
        Block::Dash(text) => format!("- {}", text.text()),
        Block::Schedule { lines, .. } => lines
            .iter()
            .map(|l| {
                let days: Vec<String> = l.evenings.iter().map(|d| domain::date::dm(*d)).collect();
                format!("| {} | {}", days.join(", "), l.area)
            })
            .collect::<Vec<_>>()
            .join("\n"),
        Block::Table { columns, rows } => {
            let head = columns.iter().map(|c| c.heading.clone()).collect::<Vec<_>>();
            let few = rows.iter().take(6).chain(rows.iter().skip(6).filter(|r| r.is_sum));
            std::iter::once(head)
                .chain(few.map(|r| r.cells.clone()))
                .map(|cells| format!("| {}", cells.join(" | ")))
                .collect::<Vec<_>>()
                .join("\n")
        }
    }
}

fn meeting(head: &mut DocumentHead) {
    head.held_on = domain::NaiveDate::from_ymd_opt(2024, 11, 12);
    head.held_at = Some("08 giờ 00".into());
    head.held_in = Some("Phòng họp tầng 2, trụ sở UBND phường".into());
    head.addressees = vec!["Ban Chỉ huy Quân sự phường".into(), "Tổ trưởng các tổ dân phố".into()];
}

#[test]
fn the_wards_documents_read_as_they_should() {
    let ward = Ward::of("ha-cau-2024");
    for kind in [DocumentKind::Report, DocumentKind::Commendation, DocumentKind::PrintCost, DocumentKind::Notice] {
        insta::assert_snapshot!(format!("ha_cau_{}", kind.code()), reading(&begun(&ward, kind)));
    }
    insta::assert_snapshot!("ha_cau_chase", reading(&begun(&ward, DocumentKind::Chase)));
    insta::assert_snapshot!("ha_cau_invitation", reading(&begun_with(&ward, DocumentKind::Invitation, meeting)));
    let visit = ward.office.view().list_visits(domain::ids::CampaignId(1)).expect("visits")[0].id;
    let of_evening = |head: &mut DocumentHead| head.visit = Some(visit);
    insta::assert_snapshot!("ha_cau_introduction", reading(&begun_with(&ward, DocumentKind::Introduction, of_evening)));
}

#[test]
fn a_report_with_figures_says_numerator_denominator_and_day() {
    let ward = Ward::of("minh-hoa");
    let report = begun(&ward, DocumentKind::Report);
    insta::assert_snapshot!("minh_hoa_report", reading(&report));
    assert!(report.appendices[0].landscape);
    insta::assert_snapshot!("minh_hoa_commendation", reading(&begun(&ward, DocumentKind::Commendation)));
}

/// What is begun can be issued as it is: nothing in the program's own wording is wrong, and every kind makes a
/// paper.
#[test]
fn the_programs_own_wording_is_without_fault_and_can_be_printed() {
    let wards = ["ha-cau-2024", "minh-hoa"].map(Ward::of);
    for kind in DocumentKind::ALL {
        assert_eq!(faults_of(&built_in_sections(kind), kind), [], "{kind:?}");
        if matches!(kind, DocumentKind::Plan | DocumentKind::Amendment) {
            continue;
        }
        for ward in &wards {
            let described = begun(ward, kind);
            assert!(paper::document_pdf(&described).is_ok() && paper::document_docx(&described).is_ok(), "{kind:?}");
        }
    }
}

#[test]
fn a_fault_is_refused_with_section_line_and_what_was_probably_meant() {
    let ward = Ward::of("ha-cau-2024");
    let view = ward.office.view();
    let kind = DocumentKind::Notice;
    let refused = |text: &str| {
        let section = SectionRow { kind: domain::template::SectionKind::Text, heading: None, text: text.into() };
        let document = draft(&view, kind).expect("a head");
        view.describe(&document, &[section]).expect_err("it is refused").code()
    };
    assert_eq!(refused("{{đơn vi cấp}}"), ErrorCode::UnknownFieldLikely);
    assert_eq!(refused("{{xyz}}"), ErrorCode::UnknownField);
    assert_eq!(refused("theo {{lịch}} sau"), ErrorCode::FieldNotAlone);
    assert_eq!(refused("theo {{lịch"), ErrorCode::FieldUnclosed);
}

#[test]
fn the_offices_own_wording_comes_before_the_programs() {
    let ward = Ward::of("ha-cau-2024");
    let own = ward.office.view().default_sections(DocumentKind::Notice).expect("a wording");
    assert_eq!(own, built_in_sections(DocumentKind::Notice));
    let unnamed = Fault { section: 1, line: 0, wrong: Wrong::AppendixNotNamed { appendix: "Phụ lục".into() } };
    let appendix = SectionRow {
        kind: domain::template::SectionKind::Appendix,
        heading: Some("Lịch".into()),
        text: "{{lịch}}".into(),
    };
    assert_eq!(faults_of(&[appendix], DocumentKind::Notice), [unnamed]);
}

/// The ward's plan as it was scanned, and its scanning errors as they are mended (`domain.md`).
const SCANNED: &str = include_str!("../../../../../tests/fixtures/plan/ha-cau-2024.txt");
const MENDED: [(&str, &str); 5] = [
    ("Ngõ Thì Nhậm", "Ngô Thì Nhậm"),
    ("Phần đầu là địa phương", "Phấn đấu là địa phương"),
    ("Hồ Chí Minh thường", "Hồ Chí Minh phường"),
    ("thực hiện các hiệu quả mục tiêu", "thực hiện có hiệu quả các mục tiêu"),
    ("”- iHanoi", "” - iHanoi"),
];

/// A line without the scan's marks and numbers; what an office and its paper write is the same.
fn bare(line: &str) -> String {
    let mut line = line.replace('*', "").replace('\u{a0}', " ").replace("<b>", "").replace("</b>", "");
    for (wrong, right) in MENDED {
        line = line.replace(wrong, right);
    }
    let line = line.trim().trim_start_matches('#').trim().trim_start_matches("- ").trim();
    let number = line.split_once(". ").filter(|(n, _)| n.chars().all(|c| c.is_ascii_digit() || "IVX".contains(c)));
    let words = number.map_or(line, |(_, rest)| rest);
    words.trim_end_matches([';', '.']).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn nothing_of_the_wards_own_plan_is_lost() {
    let ward = Ward::of("ha-cau-2024");
    let plan = ward.office.view().plan().expect("a plan").document().expect("every field is known");
    let mut read: Vec<String> = reading(&plan).lines().map(|l| bare(&l.replace('~', " "))).collect();
    read.extend(plan.recipients.0.iter().map(|r| bare(r)));
    read.extend(plan.bases.iter().map(|b| bare(&b.text())));
    let all = read.join("\n");
    // The table's lines: a row's evenings and its area stand in one line of the reading.
    let row = |line: &str| {
        line.split('\t').nth(2).map(|area| {
            let days = line.split_whitespace().filter(|w| w.contains("/2024")).map(|d| &d[..5]).collect::<Vec<_>>();
            bare(&format!("| {} | {area}", days.join(", ")))
        })
    };
    let head =
        ["Số: /KH-UBND", "Hà Cầu, ngày tháng", "STT", "<b>STT", "**Nơi nhận", "**KT.", "PHÓ CHỦ TỊCH", "**Nguyễn"];
    let mut seen = 0;
    for line in SCANNED.lines().filter(|l| !l.trim().is_empty() && !head.iter().any(|h| l.starts_with(h))) {
        let expected = row(line).unwrap_or_else(|| bare(line));
        let upper = |text: &str| text.to_uppercase();
        assert!(all.contains(&expected) || all.contains(&upper(&expected)), "{line:?}: {expected:?} is not in\n{all}");
        seen += 1;
    }
    assert!(seen > 60, "{seen} lines of the scan");
    assert_eq!(plan.signature.lines, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
    assert_eq!(plan.signature.signer.as_deref(), Some("Nguyễn Minh Hạnh"));
}
