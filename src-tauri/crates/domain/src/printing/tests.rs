use serde_json::json;

use super::*;
use crate::ids::{MemberId, PersonId};

fn printing(id: i64, kind: PaperKind, said: &[(Subject, &str)]) -> Printing {
    Printing {
        id: PrintingId(id),
        kind,
        at: DateTime::parse_from_rfc3339("2024-11-08T08:00:00+07:00").expect("a time of the test"),
        by: None,
        file_name: "Phieu.pdf".into(),
        made_from: String::new(),
        pages: 1,
        repeat: None,
        said: said.iter().map(|(subject, says)| (*subject, (*says).to_owned())).collect(),
    }
}

const TRI: Subject = Subject::Visit(VisitId(1));
const DO: Subject = Subject::Visit(VisitId(2));

#[test]
fn only_what_was_moved_is_stale_and_a_reprint_mends_it() {
    let first = printing(1, PaperKind::Sheets, &[(TRI, "09/11/2024"), (DO, "10/11/2024")]);
    let moved: Now =
        [((PaperKind::Sheets, TRI), "12/11/2024".into()), ((PaperKind::Sheets, DO), "10/11/2024".into())].into();
    let printings = [first.clone()];
    let found = stale(&printings, &moved);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].subject, found[0].says, found[0].now.as_deref()), (TRI, "09/11/2024", Some("12/11/2024")));
    let again = [first, printing(2, PaperKind::Sheets, &[(TRI, "12/11/2024")])];
    assert!(stale(&again, &moved).is_empty());
}

#[test]
fn an_evening_called_off_has_nothing_to_print() {
    let printings = [printing(1, PaperKind::Sheets, &[(TRI, "09/11/2024")])];
    assert_eq!(stale(&printings, &Now::new())[0].now, None);
}

#[test]
fn one_paper_does_not_replace_another_kind() {
    let printings = [printing(1, PaperKind::Sheets, &[(TRI, "x")]), printing(2, PaperKind::Flyer, &[(TRI, "y")])];
    let now: Now = [((PaperKind::Flyer, TRI), "y".to_owned())].into();
    assert_eq!(stale(&printings, &now).len(), 1);
}

#[test]
fn an_evening_in_words() {
    let time = |h| NaiveTime::from_hms_opt(h, 30, 0).expect("a time of the test");
    let on = NaiveDate::from_ymd_opt(2024, 11, 9).expect("a date of the test");
    assert_eq!(evening(on, time(19), time(21)), "09/11/2024, 19h30–21h30");
}

#[test]
fn a_flyer_with_a_headline_of_its_own_is_not_compared_by_it() {
    let area = Subject::Area(AreaId(1));
    let facts = FlyerSays { area: "Thôn A", link: Some("https://a.vn"), ..FlyerSays::default() };
    let own = facts.says();
    let steps = ["Mở camera".to_owned()];
    let campaigns = |headline: &str, link| {
        FlyerSays {
            design: Some(FlyerDesign::Steps),
            headline: Some(Some(headline)),
            steps: Some(&steps),
            link,
            ..facts
        }
        .says()
    };
    let whole = campaigns("Cài đặt", facts.link);
    let printings = [printing(1, PaperKind::Poster, &[(area, &own)]), printing(2, PaperKind::Flyer, &[(area, &whole)])];
    let now = |says: String| Now::from([((PaperKind::Poster, area), says.clone()), ((PaperKind::Flyer, area), says)]);
    let found = |now: &Now| stale(&printings, now).iter().map(|s| s.printing.kind).collect::<Vec<_>>();
    assert!(found(&now(whole.clone())).is_empty());
    assert_eq!(found(&now(campaigns("Mời bà con", facts.link))), [PaperKind::Flyer]);
    assert_eq!(found(&now(campaigns("Cài đặt", None))), [PaperKind::Flyer, PaperKind::Poster], "both show the link");
    let (says, instead) = differing(&whole, &campaigns("Mời bà con", facts.link));
    assert_eq!((says.as_str(), instead.as_str()), ("Tiêu đề: Cài đặt", "Tiêu đề: Mời bà con"));
}

#[test]
fn a_plan_that_lacks_an_evening_is_stale_though_all_it_says_holds() {
    let now: Now = [((PaperKind::Plan, Subject::Campaign), "a\nb".to_owned())].into();
    assert_eq!(stale(&[printing(1, PaperKind::Plan, &[(Subject::Campaign, "a")])], &now).len(), 1);
}

#[test]
fn a_roster_is_compared_by_numbers_and_shown_without_them() {
    let (a, b, c) = (MemberId(1), MemberId(2), MemberId(3));
    let says = roster_says(Some(PersonId(9)), &[(a, Some(1)), (b, Some(1))]);
    assert_eq!(says, roster_says(Some(PersonId(9)), &[(b, Some(1)), (a, Some(1))]), "the order is not the paper's");
    let others = [
        roster_says(Some(PersonId(9)), &[(a, Some(1)), (c, Some(1))]),
        roster_says(Some(PersonId(8)), &[(a, Some(1)), (b, Some(1))]),
        roster_says(Some(PersonId(9)), &[(a, Some(1)), (b, Some(2))]),
        roster_says(None, &[(a, Some(1)), (b, Some(1))]),
    ];
    assert!(others.iter().all(|other| *other != says));
    assert_eq!(shown(&format!("Tổ 1\n{says}")), "Tổ 1\nDanh sách 2 người");
    let (was, now) = differing(&says, &others[0]);
    assert_eq!((was.as_str(), now.as_str()), ("Danh sách 2 người", "Danh sách 2 người (người khác)"));
}

#[test]
fn a_request_is_kept_only_if_nobody_could_stand_in_it() {
    for kept in [json!({}), json!({ "evening": "2024-11-09", "loose": true, "person": 7, "size": "a5", "areas": [1] })]
    {
        assert!(is_free_of_names(&kept), "{kept}");
    }
    for held in ["Nguyễn Văn An", "Nguyen Van An", "mời bà con", "a b", "0912 345 678", "/home/an/x.pdf"] {
        assert!(!is_free_of_names(&json!({ "headline": held })), "{held}");
        assert!(!is_free_of_names(&json!({ "steps": ["a5", held] })), "{held}");
    }
}
