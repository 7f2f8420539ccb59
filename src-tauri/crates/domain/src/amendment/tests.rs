use chrono::{Days, NaiveDate, NaiveTime};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::*;
use crate::document::Block;
use crate::ids::AreaId;
use crate::template::SectionKind;

fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 11, 1).expect("a day").checked_add_days(Days::new(n)).expect("a day")
}

fn hours(from: u32, to: u32) -> Hours {
    let at = |hour| NaiveTime::from_hms_opt(hour, 30, 0).expect("a time");
    Hours { starts: at(from), ends: at(to) }
}

fn evening(n: u64) -> EveningTerms {
    EveningTerms { on: day(n), hours: None }
}

fn area(id: i64, evenings: &[u64]) -> AreaTerms {
    AreaTerms {
        area: AreaId(id),
        name: format!("Hà Trì {id}"),
        label: format!("Tổ dân phố Hà Trì {id}"),
        evenings: evenings.iter().map(|n| evening(*n)).collect(),
        reports_by: None,
    }
}

fn item(id: i64, words: &str) -> Item {
    Item { id, line: Line::plain(words) }
}

fn section(id: i64, kind: SectionKind, heading: Option<&str>, lines: &[&str]) -> SectionTerms {
    SectionTerms {
        id,
        kind,
        heading: heading.map(str::to_owned),
        lines: lines
            .iter()
            .map(|l| Line { typed: (*l).to_owned(), reads: l.trim_start_matches("#. ").to_owned() })
            .collect(),
    }
}

fn plan() -> Terms {
    let terms = Terms {
        subject: "Tuyên truyền, hướng dẫn người dân cài đặt iHanoi".into(),
        app: "iHanoi".into(),
        starts_on: day(8),
        ends_on: day(29),
        hours: hours(19, 21),
        contact: Some("đ/c Đào Thu Hằng - Công chức Văn phòng Thống kê".into()),
        areas: vec![area(1, &[8]), area(2, &[9, 10]), area(3, &[11])],
        targets: vec![item(1, "Cài đặt: từ 50% trở lên số người dùng điện thoại thông minh")],
        forces: vec![item(1, "05 Đoàn viên thanh niên"), item(2, "09 Dân quân thường trực")],
        units: vec![
            UnitTerms {
                id: 1,
                name: "Văn phòng UBND phường:".into(),
                tasks: vec![item(1, "Tổng hợp kết quả hằng ngày;"), item(2, "Tham mưu báo cáo.")],
            },
            UnitTerms {
                id: 2, name: "Đoàn thanh niên phường:".into(), tasks: vec![item(3, "Cử đoàn viên tham gia.")]
            },
        ],
        sections: vec![
            section(1, SectionKind::Bases, None, &["Căn cứ Kế hoạch của Thành phố;"]),
            section(
                2,
                SectionKind::Part,
                Some("MỤC ĐÍCH, YÊU CẦU"),
                &["#. Nâng cao nhận thức.", "#. Bảo đảm an toàn."],
            ),
            section(3, SectionKind::Text, None, &["Trên đây là Kế hoạch./."]),
        ],
        recipients: vec!["Đảng ủy phường".into(), "Lưu: VT".into()],
    };
    terms.in_order()
}

fn amended(now: Terms) -> Amendment {
    Amendment {
        plan: Cited { number: "75/KH-UBND".into(), dated: day(4), office: "UBND phường Hà Cầu".into() },
        amended: Vec::new(),
        was: plan(),
        now,
    }
}

/// What a person reads, one thing a line.
fn read(amendment: &Amendment) -> String {
    let line = |block: Block| match block {
        Block::Item { title, .. } => format!("# {title}"),
        Block::NumberedText { text, .. } => format!("#. {}", text.text()),
        Block::Dash(text) => format!("- {}", text.text()),
        Block::Table { columns, rows } => {
            let heads: Vec<String> = columns.into_iter().map(|c| c.heading).collect();
            let rows = rows.into_iter().map(|row| row.cells.join(" | "));
            std::iter::once(heads.join(" | ")).chain(rows).collect::<Vec<_>>().join("\n")
        }
        Block::Paragraph(text) => text.text(),
        other => format!("{other:?}"),
    };
    amendment.blocks().into_iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn two_moved_evenings_are_two_rows() {
    let mut now = plan();
    now.areas = vec![area(1, &[8]), area(2, &[10, 12]), area(3, &[9])];
    insta::assert_snapshot!(read(&amended(now)), @r#"
    # Điều chỉnh thời gian hỗ trợ tại các địa bàn:
    STT | Địa bàn | Thời gian theo Kế hoạch số 75/KH-UBND | Thời gian điều chỉnh
    1 | Tổ dân phố Hà Trì 3 | 12/11/2024 | 10/11/2024
    2 | Tổ dân phố Hà Trì 2 | 10/11/2024, 11/11/2024 | 11/11/2024, 13/11/2024
    Thời gian hỗ trợ tại các địa bàn khác không thay đổi.
    "#);
}

#[test]
fn every_matter_has_its_sentence() {
    let mut now = plan();
    now.subject = "Tăng cường cài đặt iHanoi".into();
    now.ends_on = day(44);
    now.hours = hours(18, 20);
    now.contact = None;
    now.areas = vec![area(1, &[8, 20]), area(2, &[9, 10]), area(4, &[13])];
    now.areas.push(AreaTerms { reports_by: Some(day(28)), ..area(5, &[]) });
    now.areas[1].evenings[0].hours = Some(hours(8, 10));
    now.targets =
        vec![item(1, "Cài đặt: từ 60% trở lên số người dùng điện thoại thông minh"), item(2, "Kích hoạt: từ 40%")];
    now.forces = vec![item(2, "09 Dân quân thường trực"), item(1, "05 Đoàn viên thanh niên")];
    now.units[0].tasks = vec![item(1, "Tổng hợp kết quả hằng tuần;"), item(4, "Công khai kết quả.")];
    now.units.remove(1);
    now.units.push(UnitTerms {
        id: 3,
        name: "Công an phường:".into(),
        tasks: vec![item(5, "Phối hợp bảo đảm trật tự.")],
    });
    now.sections[1].lines.remove(1);
    now.sections[1]
        .lines
        .push(Line { typed: "#. Không gây phiền hà.".into(), reads: "Không gây phiền hà.".into() });
    now.sections[2].lines.insert(0, Line::plain("Quá trình thực hiện có vướng mắc, đề nghị phản ánh."));
    now.sections.insert(2, section(4, SectionKind::Part, Some("KINH PHÍ"), &["#. Từ ngân sách phường."]));
    now.recipients.insert(1, "Công an phường".into());
    insta::assert_snapshot!(read(&amended(now)), @r#"
    #. Điều chỉnh trích yếu của Kế hoạch từ “Tuyên truyền, hướng dẫn người dân cài đặt iHanoi” thành “Tăng cường cài đặt iHanoi”.
    #. Điều chỉnh ngày kết thúc thực hiện từ 30/11/2024 thành 15/12/2024.
    #. Điều chỉnh khung giờ hỗ trợ các buổi tối: từ 19h30 – 21h30 thành 18h30 – 20h30.
    #. Điều chỉnh đầu mối nhận kết quả từ đ/c Đào Thu Hằng - Công chức Văn phòng Thống kê thành chưa nêu tên.
    # Điều chỉnh thời gian hỗ trợ tại các địa bàn:
    STT | Địa bàn | Thời gian theo Kế hoạch số 75/KH-UBND | Thời gian điều chỉnh
    1 | Tổ dân phố Hà Trì 1 | 09/11/2024 | 09/11/2024, 21/11/2024
    2 | Tổ dân phố Hà Trì 2 | 10/11/2024, 11/11/2024 | 10/11/2024 (8h30 – 10h30), 11/11/2024
    3 | Tổ dân phố Hà Trì 4 | Chưa bố trí | 14/11/2024
    4 | Tổ dân phố Hà Trì 3 | 12/11/2024 | Không bố trí
    Thời gian hỗ trợ tại các địa bàn khác không thay đổi.
    # Điều chỉnh thời hạn tự báo cáo:
    - Tổ dân phố Hà Trì 5: tự tổng hợp số liệu, gửi chậm nhất ngày 29/11/2024.
    # Điều chỉnh mục tiêu:
    - Sửa đổi mục tiêu “Cài đặt: từ 50% trở lên số người dùng điện thoại thông minh” thành “Cài đặt: từ 60% trở lên số người dùng điện thoại thông minh”;
    - Bổ sung mục tiêu “Kích hoạt: từ 40%”.
    # Điều chỉnh thành phần Tổ hỗ trợ:
    - Sắp xếp lại thứ tự thành phần: “09 Dân quân thường trực”, “05 Đoàn viên thanh niên”.
    # Điều chỉnh nhiệm vụ của các đơn vị:
    - Bãi bỏ nhiệm vụ giao Đoàn thanh niên phường;
    - Bổ sung đơn vị Công an phường với nhiệm vụ: “Phối hợp bảo đảm trật tự”;
    - Văn phòng UBND phường: bãi bỏ nhiệm vụ “Tham mưu báo cáo”;
    - Văn phòng UBND phường: sửa đổi nhiệm vụ “Tổng hợp kết quả hằng ngày” thành “Tổng hợp kết quả hằng tuần”;
    - Văn phòng UBND phường: bổ sung nhiệm vụ “Công khai kết quả”.
    # Điều chỉnh nội dung khác của Kế hoạch:
    - Bổ sung phần II “KINH PHÍ”: “Từ ngân sách phường”;
    - Phần I “MỤC ĐÍCH, YÊU CẦU”: sửa đổi “Bảo đảm an toàn” thành “Không gây phiền hà”;
    - Phần kết thúc: bổ sung “Quá trình thực hiện có vướng mắc, đề nghị phản ánh”.
    # Điều chỉnh nơi nhận:
    - Bổ sung “Công an phường”.
    "#);
}

#[test]
fn another_name_alone_is_no_difference_and_stands_beside_the_old_one_where_the_area_changed() {
    let mut now = plan();
    now.areas[2].name = "Hà Trì mới".into();
    now.areas[2].label = "Tổ dân phố Hà Trì mới".into();
    assert!(amended(now.clone()).changes().is_empty());
    now.areas[2].evenings = vec![evening(15)];
    let said = read(&amended(now));
    assert!(said.contains("Tổ dân phố Hà Trì mới (tên cũ: Tổ dân phố Hà Trì 3) | 12/11/2024 | 16/11/2024"), "{said}");
}

#[test]
fn a_field_filled_otherwise_is_told_once_where_it_is_filled_from() {
    let mut was = plan();
    was.sections[2].lines[0] = Line { typed: "Đến {{ngày kết thúc}}".into(), reads: "Đến 30/11/2024".into() };
    let mut now = was.clone();
    now.ends_on = day(44);
    now.sections[2].lines[0].reads = "Đến 15/12/2024".into();
    let said = read(&Amendment { was, ..amended(now) });
    assert_eq!(said, "#. Điều chỉnh ngày kết thúc thực hiện từ 30/11/2024 thành 15/12/2024.");
}

#[test]
fn evenings_that_are_over_keep_their_hours() {
    let mut now = plan();
    now.hours = hours(18, 20);
    // As the schedule has it: the one that is over was held at the old hours, the others are at the new.
    now.areas[0].evenings[0].hours = Some(hours(19, 21));
    let now = now.with_past_hours(&plan(), day(9));
    let said = read(&amended(now));
    assert_eq!(said, "#. Điều chỉnh khung giờ hỗ trợ các buổi tối: từ 19h30 – 21h30 thành 18h30 – 20h30.");
}

#[test]
fn a_plan_amended_before_is_cited_with_what_amended_it() {
    let second = Cited { number: "81/KH-UBND".into(), dated: day(13), office: "UBND phường Hà Cầu".into() };
    let mut now = plan();
    now.areas[0].evenings = vec![evening(20)];
    let amendment = Amendment { amended: vec![second], ..amended(now) };
    assert_eq!(
        amendment.cites(),
        "Kế hoạch số 75/KH-UBND ngày 05/11/2024 của UBND phường Hà Cầu (đã được điều chỉnh tại Kế hoạch số 81/KH-UBND \
         ngày 14/11/2024)"
    );
    assert!(read(&amendment).contains("Thời gian trước khi điều chỉnh"));
}

#[test]
fn a_line_put_with_another_mark_is_told() {
    let mut now = plan();
    now.sections[1].lines[1].typed = "- Bảo đảm an toàn.".into();
    let said = read(&amended(now));
    assert!(said.contains("Phần I “MỤC ĐÍCH, YÊU CẦU”: trình bày lại “Bảo đảm an toàn”."), "{said}");
}

fn some_items() -> impl Strategy<Value = Vec<Item>> {
    proptest::sample::subsequence((1..6i64).collect::<Vec<_>>(), 0..6).prop_shuffle().prop_flat_map(|ids| {
        let words = vec("[ab]", ids.len());
        (Just(ids), words).prop_map(|(ids, words)| ids.into_iter().zip(words).map(|(id, w)| item(id, &w)).collect())
    })
}

/// Evenings of an area, each with hours of its own or the campaign's, and the day it reports by itself.
type Drawn = (Vec<(u64, Option<Hours>)>, Option<u64>);

fn some_areas() -> impl Strategy<Value = Vec<AreaTerms>> {
    let one = (vec((0..20u64, option::of(Just(hours(18, 20)))), 0..3), option::of(20..25u64));
    vec(one, 0..6).prop_map(|areas| {
        let area = |(id, (evenings, due)): (i64, Drawn)| AreaTerms {
            evenings: evenings.into_iter().map(|(n, hours)| EveningTerms { on: day(n), hours }).collect(),
            reports_by: due.map(day),
            ..area(id, &[])
        };
        (1..).zip(areas).map(area).collect()
    })
}

fn some_sections() -> impl Strategy<Value = Vec<SectionTerms>> {
    let kinds = prop_oneof![Just(SectionKind::Text), Just(SectionKind::Part), Just(SectionKind::Appendix)];
    let one = (kinds, option::of("[xy]"), vec("[abc]", 0..5));
    (proptest::sample::subsequence((1..5i64).collect::<Vec<_>>(), 0..5).prop_shuffle(), vec(one, 5)).prop_map(
        |(ids, texts)| {
            let section = |(id, (kind, heading, lines)): (i64, (SectionKind, Option<String>, Vec<String>))| {
                SectionTerms { id, kind, heading, lines: lines.into_iter().map(Line::plain).collect() }
            };
            ids.into_iter().zip(texts).map(section).collect()
        },
    )
}

prop_compose! {
    fn terms()(
        subject in "[st]", ends in 25..27u64, till in 20..22u32, contact in option::of("[uv]"),
        areas in some_areas(), targets in some_items(), forces in some_items(),
        units in vec((some_items(), "[mn]"), 4), order in proptest::sample::subsequence(vec![1, 2, 3, 4i64], 0..4).prop_shuffle(),
        sections in some_sections(), recipients in vec("[pq]", 0..4),
    ) -> Terms {
        let units = order.into_iter().zip(units).map(|(id, (tasks, name))| UnitTerms { id, name, tasks }).collect();
        let (ends_on, hours) = (day(ends), hours(19, till));
        Terms { subject, ends_on, hours, contact, areas, targets, forces, units, sections, recipients, ..plan() }.in_order()
    }
}

proptest! {
    #[test]
    fn carrying_out_what_differs_leads_from_the_old_state_to_the_new(was in terms(), now in terms()) {
        let changes = Changes::between(&was, &now);
        prop_assert_eq!(changes.carried_out(&was), now.clone());
        prop_assert_eq!(changes.is_empty(), was == now);
    }

    #[test]
    fn equal_states_do_not_differ_whatever_order_evenings_come_in(
        was in terms(), seed in any::<prop::sample::Index>(),
    ) {
        let mut now = was.clone();
        now.areas.reverse();
        for area in &mut now.areas {
            if !area.evenings.is_empty() {
                let by = seed.index(area.evenings.len());
                area.evenings.rotate_left(by);
            }
        }
        prop_assert!(Changes::between(&was, &now).is_empty());
        let said = Amendment { was, ..amended(now) }.blocks();
        prop_assert!(said.is_empty(), "{said:?}");
    }

    #[test]
    fn whatever_differs_is_said_and_every_area_by_its_name(was in terms(), now in terms()) {
        let amendment = Amendment { was, ..amended(now) };
        let changes = amendment.changes();
        let said = read(&amendment);
        prop_assert_eq!(said.is_empty(), changes.is_empty());
        for change in &changes.areas {
            let label = format!("Tổ dân phố Hà Trì {}", change.area.0);
            prop_assert!(said.contains(&label), "{} in {}", label, said);
        }
        for change in &changes.units_within {
            for edit in &change.tasks {
                if let Edit::Add { item, .. } = edit {
                    prop_assert!(said.contains(&format!("bổ sung nhiệm vụ “{}”", item.line.reads)), "{}", said);
                }
            }
        }
    }
}
