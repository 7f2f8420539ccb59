use chrono::NaiveDate;
use domain::ids::{PostingId, PostingPlaceId};
use domain::posting::PostingLack;
use store::journal::replayed_dump;

use super::kit::{Ward, code_of};
use super::states::day;
use crate::attachment::AttachmentBytes;
use crate::contact::DeletePerson;
use crate::named::NamedForm;
use crate::posting::{
    AttachPhoto, ListPostings, PostingBoard, PostingListPdf, PutPosting, PutPostingPlace, RemovePhoto, RemovePosting,
    RemovePostingPlace, TakeDownPosting,
};
use crate::undo::Undo;
use crate::{ErrorCode, Make};

fn named(name: &str) -> Option<NamedForm> {
    Some(NamedForm { name: name.into(), title: None })
}

/// A place in an area whose evening is still to come.
fn place(ward: &mut Ward, area: &str, name: &str, keeper: Option<&str>) -> PostingPlaceId {
    let area = ward.office.view().find_area(area).expect("read").expect("an area").id;
    let put = PutPostingPlace {
        id: None,
        area: Some(area),
        name: name.into(),
        keeper: keeper.and_then(named),
        note: Some("Xin chìa khóa ở nhà văn hóa".into()),
    };
    ward.office.write(put).expect("a place").answer
}

fn posted(ward: &mut Ward, place: PostingPlaceId, on: NaiveDate) -> PostingId {
    let put = PutPosting {
        id: None,
        place,
        what: "Áp phích A3".into(),
        copies: 2,
        on,
        by: named("Trần Thị Dán"),
        taken_down: None,
        note: None,
    };
    ward.office.write(put).expect("posted").answer
}

fn board(ward: &Ward) -> PostingBoard {
    ward.office.read(ListPostings {}).expect("a board")
}

fn lacks(ward: &Ward, area: &str) -> Option<PostingLack> {
    let area = ward.office.view().find_area(area).expect("read").expect("an area").id;
    board(ward).bare.iter().find(|b| b.area == area).map(|b| b.lacks)
}

#[test]
fn an_area_is_bare_until_something_hangs_there() {
    let mut ward = Ward::of("ha-cau-2024");
    let area = "Hà Trì 4";
    assert_eq!(lacks(&ward, area), Some(PostingLack::Place));
    let at = place(&mut ward, area, "Bảng tin nhà văn hóa", Some("Nguyễn Văn Giữ"));
    assert_eq!(lacks(&ward, area), Some(PostingLack::Paper));
    let hanging = posted(&mut ward, at, day(9));
    assert_eq!(lacks(&ward, area), None);
    let row = board(&ward).places.remove(0);
    assert_eq!((row.name.as_str(), row.area_label.as_deref()), ("Bảng tin nhà văn hóa", Some("Tổ dân phố Hà Trì 4")));
    assert_eq!(row.keeper.map(|k| k.name).as_deref(), Some("Nguyễn Văn Giữ"));
    assert_eq!(row.postings[0].by.as_ref().map(|b| b.name.as_str()), Some("Trần Thị Dán"));
    let down = ward.office.write(TakeDownPosting { id: hanging, on: day(10) }).expect("taken down");
    assert_eq!(lacks(&ward, area), Some(PostingLack::Paper));
    ward.office.write(Undo { entry: down.undo.expect("an entry") }).expect("taken back");
    assert_eq!(lacks(&ward, area), None);
    let bare: Vec<NaiveDate> = board(&ward).bare.iter().map(|b| b.evening).collect();
    assert!(bare.is_sorted() && bare.iter().all(|on| *on >= day(10)), "the earliest first, none of the past");
    let view = ward.office.view();
    assert_eq!(replayed_dump(&view).expect("a replay"), view.dump().expect("a dump"));
}

#[test]
fn what_cannot_have_been_posted_is_refused() {
    let mut ward = Ward::of("ha-cau-2024");
    let at = place(&mut ward, "Hà Trì 4", "Cổng chào", None);
    let put = |on, copies, taken_down| PutPosting {
        id: None,
        place: at,
        what: "Tờ rơi".into(),
        copies,
        on,
        by: None,
        taken_down,
        note: None,
    };
    for (request, code) in [
        (put(day(11), 1, None), ErrorCode::DayAhead),
        (put(day(9), 0, None), ErrorCode::CountOutOfRange),
        (put(day(9), 1, Some(day(8))), ErrorCode::TakenDownBefore),
        (put(day(9), 1, Some(day(11))), ErrorCode::DayAhead),
        (PutPosting { what: " ".into(), ..put(day(9), 1, None) }, ErrorCode::Blank),
        (PutPosting { place: PostingPlaceId(99), ..put(day(9), 1, None) }, ErrorCode::Missing),
    ] {
        assert_eq!(code_of(ward.office.write(request.clone())), code, "{request:?}");
    }
    let id = ward.office.write(put(day(9), 1, None)).expect("posted").answer;
    assert_eq!(code_of(ward.office.write(RemovePostingPlace { id: at })), ErrorCode::PlaceHasPostings);
    ward.office.write(RemovePosting { id }).expect("a slip");
    ward.office.write(RemovePostingPlace { id: at }).expect("gone");
    assert!(board(&ward).places.is_empty());
}

#[test]
fn a_photo_is_kept_small_and_goes_for_good() {
    let mut ward = Ward::of("ha-cau-2024");
    let at = place(&mut ward, "Hà Trì 4", "Cổng chào", None);
    let posting = posted(&mut ward, at, day(9));
    let photo = ward.folder.path().join("Nguyễn Văn Giữ.png");
    image::RgbImage::from_pixel(40, 30, image::Rgb([200; 3])).save(&photo).expect("a photo");
    let path = photo.to_str().expect("a path").to_owned();
    let id = ward.office.write(AttachPhoto { posting, path: path.clone() }).expect("kept").answer;
    let photos = board(&ward).places[0].postings[0].photos.clone();
    assert_eq!((photos[0].id, photos[0].name.clone()), (id, format!("niem-yet-{posting}-1.jpg")));
    let bytes = ward.office.make(AttachmentBytes { id }, &mut |_, _| true).expect("its bytes");
    assert_eq!((bytes.mime, bytes.bytes.len()), ("image/jpeg", photos[0].size as usize));
    assert_eq!(code_of(ward.office.write(RemovePosting { id: posting })), ErrorCode::PostingHasPhoto);
    for _ in 0..3 {
        ward.office.write(AttachPhoto { posting, path: path.clone() }).expect("kept");
    }
    assert_eq!(code_of(ward.office.write(AttachPhoto { posting, path })), ErrorCode::PhotosFull);
    let remove = |reason: &str| RemovePhoto { id, reason: reason.into() };
    assert_eq!(code_of(ward.office.write(remove(" "))), ErrorCode::ReasonNeeded);
    let removed = ward.office.write(remove("chụp nhầm")).expect("gone");
    assert_eq!((removed.undo, board(&ward).places[0].postings[0].photos.len()), (None, 3));
    let journal = ward.office.view().journal_after(0).expect("a journal");
    assert!(journal.iter().all(|e| !e.changes.contains("Văn Giữ")), "a file's name may be a person's");
}

#[test]
fn whoever_is_deleted_is_no_keeper_any_more_and_the_place_stays() {
    let mut ward = Ward::of("ha-cau-2024");
    let at = place(&mut ward, "Hà Trì 4", "Cổng chào", Some("Nguyễn Văn Giữ"));
    posted(&mut ward, at, day(9));
    let people = ward.office.view().list_people().expect("people");
    for name in ["Nguyễn Văn Giữ", "Trần Thị Dán"] {
        let person = people.iter().find(|p| p.name == name).expect("known").id;
        ward.office.write(DeletePerson { person, confirm: name.into() }).expect("deleted");
    }
    let row = board(&ward).places.remove(0);
    assert!(row.keeper.is_none() && row.postings[0].by.is_none());
    let view = ward.office.view();
    assert_eq!(replayed_dump(&view).expect("a replay"), view.dump().expect("a dump"));
}

#[test]
fn the_list_to_take_along_has_a_page_for_each_keeper() {
    let mut ward = Ward::of("ha-cau-2024");
    let make = |ward: &Ward, list: PostingListPdf| ward.office.make(list, &mut |_, _| true);
    assert_eq!(code_of(make(&ward, PostingListPdf::default())), ErrorCode::NoPostingPlaces);
    for (area, keeper) in [
        ("Hà Trì 4", Some("Nguyễn Văn Giữ")),
        ("Hà Trì 5", Some("Nguyễn Văn Giữ")),
        ("Hà Trì 4", Some("Trần Thị Dán")),
        ("Hà Trì 5", None),
    ] {
        place(&mut ward, area, "Bảng tin", keeper);
    }
    let pages = |made: crate::Made| paper::pages(&made.bytes).expect("a PDF");
    assert_eq!(pages(make(&ward, PostingListPdf::default()).expect("a list")), 3);
    let keeper = board(&ward).places[0].keeper.as_ref().map(|k| k.person);
    let one = PostingListPdf { keeper, area: None };
    let batch = one.batch(&ward.office.view()).expect("read").expect("a paper");
    assert_eq!(pages(make(&ward, one).expect("a list")), 1);
    assert!(batch.made_from.ends_with("1 người phụ trách"), "{}", batch.made_from);
}
