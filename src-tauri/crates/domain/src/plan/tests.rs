use chrono::{NaiveDate, NaiveTime};

use super::*;
use crate::document::{Block, Rich};
use crate::ids::{CampaignId, ForceId, OfficeId, PersonId};
use crate::issuer::Validity;
use crate::team::ForceKind;

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
}

fn time(h: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(h, 30, 0).expect("a time of the test")
}

fn plan(sections: &[(SectionKind, Option<&str>, &str)]) -> Plan {
    Plan {
        issuer: Issuer {
            id: OfficeId(1),
            validity: Validity::default(),
            superior_lines: vec![],
            name_lines: vec!["ỦY BAN NHÂN DÂN".into(), "PHƯỜNG HÀ CẦU".into()],
            short_name: "UBND phường Hà Cầu".into(),
            place: "Hà Cầu".into(),
            symbol: "UBND".into(),
            contact_line: None,
        },
        campaign: Campaign {
            id: CampaignId(1),
            title: "Cài đặt iHanoi".into(),
            app_name: "iHanoi".into(),
            subject: "Tăng cường tuyên truyền".into(),
            starts_on: day(9),
            ends_on: day(30),
            evening_starts: time(19),
            evening_ends: time(21),
            contact: None,
            signature_lines: vec!["KT. CHỦ TỊCH".into(), "PHÓ CHỦ TỊCH".into()],
            signer: None,
            drafter: None,
            recipients: vec!["UBND quận".into()],
            plan_number: None,
            plan_date: None,
            plan_month: Some(day(1)),
            illustration: None,
            link: None,
            data_purpose: None,
            retain_until: None,
        },
        sections: sections
            .iter()
            .zip(1..)
            .map(|((kind, heading, text), id)| Section {
                id: SectionId(id),
                kind: *kind,
                heading: heading.map(Into::into),
                text: (*text).into(),
            })
            .collect(),
        task_groups: vec![
            TaskGroup { id: TaskGroupId(1), unit: "Văn phòng".into(), tasks: vec!["Một".into(), "Hai".into()] },
            TaskGroup { id: TaskGroupId(2), unit: "Tài chính".into(), tasks: vec!["Ba".into()] },
        ],
        forces: vec![(
            Force {
                id: ForceId(1),
                kind: ForceKind::Cooperating,
                name: "Cảnh sát khu vực".into(),
                role: None,
                quota: None,
                detailing: None,
                detailed_by: None,
            },
            None,
        )],
        schedule: vec![ScheduleLine { evenings: vec![day(11), day(12)], area: "Cầu Đơ 4".into() }],
        area_kinds: vec![AreaKind::ResidentialGroup],
        areas: vec![],
        targets: vec![],
        contact: Some(Person {
            id: PersonId(1),
            name: "Đào Thu Hằng".into(),
            title: Some("Công chức Văn phòng Thống kê".into()),
            unit: None,
            phone: None,
        }),
        signer: None,
    }
}

#[test]
fn sections_become_numbered_parts() {
    let document = plan(&[
        (SectionKind::Bases, None, "Căn cứ Kế hoạch số 75;\n\nThực hiện Kế hoạch số 310."),
        (SectionKind::Text, None, "{{đơn vị}} xây dựng Kế hoạch"),
        (SectionKind::Part, Some("MỤC ĐÍCH"), "#. Một\n#. Hai"),
        (SectionKind::Part, Some("TỔ CHỨC"), "{{nhiệm vụ}}\n## Thời gian:\n{{lịch}}\ngửi về UBND (qua {{ĐẦU MỐI}})."),
    ])
    .document()
    .expect("every field is known");
    assert_eq!(
        document.bases.iter().map(Rich::text).collect::<Vec<_>>(),
        ["Căn cứ Kế hoạch số 75", "Thực hiện Kế hoạch số 310"]
    );
    assert_eq!(document.number_line(), format!("Số: {}/KH-UBND", "\u{a0}".repeat(10)));
    insta::assert_debug_snapshot!(document.body.iter().map(shown).collect::<Vec<_>>());
}

fn shown(block: &Block) -> String {
    match block {
        Block::Part { number, title } | Block::Item { number, title } => format!("{number}. {title}"),
        Block::NumberedText { number, text } => format!("{number}. {}", text.text()),
        Block::Paragraph(text) => text.text(),
        Block::Point { letter, text } => format!("{letter}) {}", text.text()),
        Block::Dash(text) => format!("- {}", text.text()),
        Block::Schedule { time_heading, lines, .. } => format!("{time_heading}: {} rows", lines.len()),
        Block::Table { rows, .. } => format!("{} rows", rows.len()),
    }
}

#[test]
fn an_unknown_field_is_named_with_its_place() {
    let wrong =
        plan(&[(SectionKind::Text, None, "Một"), (SectionKind::Text, None, "Một\n\ntừ {{ngày bất đầu}}")]).document();
    assert!(wrong.is_ok(), "marks do not matter in a field's name");
    let wrong = plan(&[(SectionKind::Text, None, "Một"), (SectionKind::Text, None, "Một\n\ntừ {{dân số}}")]).document();
    let unknown = Wrong::UnknownField { field: "dân số".into(), likely: None };
    assert_eq!(wrong, Err(Fault { section: 2, line: 3, wrong: unknown }));
}

#[test]
fn the_body_ends_as_the_decree_wants() {
    for text in ["Hết.", "Hết./.", "Hết"] {
        let document = plan(&[(SectionKind::Text, None, text)]).document().expect("no fields");
        assert_eq!(document.body, [Block::Paragraph(Rich::plain("Hết./."))]);
    }
}

#[test]
fn the_schedules_heading_names_what_the_areas_are() {
    let heading = crate::official::area_heading;
    let (group, village, block) = (AreaKind::ResidentialGroup, AreaKind::Village, AreaKind::ApartmentBlock);
    assert_eq!(heading(&[group, group, block]), "Địa bàn tổ dân phố");
    assert_eq!(heading(&[village, village, group]), "Địa bàn thôn");
    assert_eq!(heading(&[block]), "Địa bàn");
}
