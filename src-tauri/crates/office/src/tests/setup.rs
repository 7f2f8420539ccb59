//! Setting up: the office through its history, who receives reports, accounts, campaigns.

use chrono::NaiveDate;
use domain::account::Role;
use domain::ids::AccountId;

use super::kit::{Morning, Ward, code_of};
use crate::account::{AddAccount, EditAccount, ListAccounts, ListEveryAccount, SetPin};
use crate::area::ListAreas;
use crate::authority::{ListAuthorities, PutAuthority, RemoveAuthority};
use crate::campaign::{ChooseCampaign, EditCampaign, Groundwork, ListCampaigns, StartCampaign};
use crate::create::{Beginning, BlankOffice, create};
use crate::issuer::{CorrectOfficePeriod, Letterhead, ListOfficePeriods, RemoveOfficePeriod, RenameOffice};
use crate::overview::GetOverview;
use crate::profile::{EditProfile, GetProfile, TypedPerson};
use crate::undo::Undo;
use crate::{ErrorCode, Office};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day of the test")
}

fn merged() -> Letterhead {
    Letterhead {
        superior_lines: Vec::new(),
        name_lines: vec!["ỦY BAN NHÂN DÂN".into(), "phường Hà Đông".into()],
        short_name: "UBND phường Hà Đông".into(),
        place: "Hà Đông".into(),
        symbol: "UBND".into(),
        contact_line: None,
    }
}

/// The plan's letterhead with this date on it.
fn letterhead_dated(ward: &Ward, on: &str) -> String {
    ward.office
        .view()
        .plan_dated(Some((1, day(on))))
        .expect("a plan")
        .document()
        .expect("a document")
        .issuer
        .name_lines
        .join(" ")
}

#[test]
fn an_old_paper_keeps_the_name_the_office_had() {
    let mut ward = Ward::of("ha-cau-2024");
    ward.office.write(RenameOffice { from: day("2025-07-01"), letterhead: merged() }).expect("renamed");
    assert_eq!(letterhead_dated(&ward, "2025-06-30"), "ỦY BAN NHÂN DÂN PHƯỜNG HÀ CẦU");
    assert_eq!(letterhead_dated(&ward, "2025-07-01"), "ỦY BAN NHÂN DÂN PHƯỜNG HÀ ĐÔNG");
    let profile = ward.office.read(GetProfile {}).expect("a profile");
    assert_eq!(profile.short_name, "UBND phường Hà Cầu", "on 10/11/2024 it is not renamed yet");
    let periods = ward.office.read(ListOfficePeriods {}).expect("periods");
    assert_eq!(periods.iter().map(|p| p.now).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_name_is_corrected_moved_taken_out_and_brought_back() {
    let mut ward = Ward::of("ha-cau-2024");
    let written = ward.office.write(RenameOffice { from: day("2025-07-01"), letterhead: merged() }).expect("renamed");
    let id = written.answer;
    let early = RenameOffice { from: day("2025-07-01"), letterhead: merged() };
    assert_eq!(code_of(ward.office.write(early)), ErrorCode::PeriodNotAfter);
    let moved = CorrectOfficePeriod { id, from: Some(day("2025-07-02")), letterhead: merged() };
    ward.office.write(moved).expect("moved");
    let ends = |office: &Office| {
        let periods = office.read(ListOfficePeriods {}).expect("periods");
        periods.iter().map(|p| p.issuer.validity.to).collect::<Vec<_>>()
    };
    assert_eq!(ends(&ward.office), [None, Some(day("2025-07-01"))]);
    let removed = ward.office.write(RemoveOfficePeriod {}).expect("taken out");
    assert_eq!(ends(&ward.office), [None]);
    assert_eq!(code_of(ward.office.write(RemoveOfficePeriod {})), ErrorCode::OnlyPeriod);
    ward.office.write(Undo { entry: removed.undo.expect("it can be taken back") }).expect("undone");
    assert_eq!(ends(&ward.office), [None, Some(day("2025-07-01"))]);
}

#[test]
fn another_signer_inherits_nothing_and_a_correction_stays_the_same_person() {
    let mut ward = Ward::of("ha-cau-2024");
    let view_contact = |ward: &Ward| {
        let view = ward.office.view();
        let id = view.get_campaign().expect("a campaign").contact.expect("a contact");
        (id, view.find_person(id).expect("it reads").expect("details"))
    };
    let (before, hang) = view_contact(&ward);
    let mut edit = |name: &str, title: Option<&str>, correction| {
        let p = ward.office.read(GetProfile {}).expect("a profile");
        let letterhead = Letterhead {
            superior_lines: p.superior_lines,
            name_lines: p.name_lines,
            short_name: p.short_name,
            place: p.place,
            symbol: p.symbol,
            contact_line: p.contact_line,
        };
        let edit = EditProfile {
            letterhead,
            signature_lines: p.signature_lines,
            signer: p.signer_name.map(|name| TypedPerson { name, correction: None }),
            contact: Some(TypedPerson { name: name.into(), correction }),
            contact_title: title.map(str::to_owned),
        };
        ward.office.write(edit).expect("saved");
        view_contact(&ward)
    };
    let (same, _) = edit("Đào Thu Hăng", hang.title.as_deref(), None);
    assert_eq!(same, before, "marks aside it is the same name");
    let (corrected, person) = edit("Đào Thị Thu Hằng", hang.title.as_deref(), Some(true));
    assert_eq!((corrected, person.unit), (before, hang.unit.clone()));
    let (other, person) = edit("Lê Văn Nam", None, None);
    assert_ne!(other, before);
    assert_eq!((person.title, person.unit), (None, None));
    let old = ward.office.view().find_person(before).expect("it reads").expect("details");
    assert_eq!(old.name, "Đào Thị Thu Hằng", "who was there before keeps the name");
}

fn authority(name: &str, from: Option<&str>, to: Option<&str>) -> PutAuthority {
    PutAuthority { id: None, name: name.into(), address: String::new(), from: from.map(day), to: to.map(day) }
}

#[test]
fn a_report_goes_to_whoever_is_there_on_its_day() {
    let mut ward = Ward::of("ha-cau-2024");
    let city = ward.office.write(authority("UBND thành phố Hà Nội", Some("2025-07-01"), None)).expect("put").answer;
    ward.office.write(authority("Tổ công tác Đề án 06", None, None)).expect("put");
    let names = |on: &str| -> Vec<String> {
        let view = ward.office.view();
        view.report(None, Some(day(on))).expect("a report").authorities.into_iter().map(|a| a.name).collect()
    };
    assert_eq!(names("2024-11-30"), ["UBND quận Hà Đông", "Tổ công tác Đề án 06"]);
    assert_eq!(names("2025-07-01"), ["Tổ công tác Đề án 06", "UBND thành phố Hà Nội"]);
    let twice = authority("ubnd thanh pho ha noi", Some("2026-01-01"), None);
    assert_eq!(code_of(ward.office.write(twice)), ErrorCode::AuthorityExists);
    let reversed = authority("Sở Nội vụ", Some("2025-02-01"), Some("2025-01-01"));
    assert_eq!(code_of(ward.office.write(reversed)), ErrorCode::DatesReversed);
    ward.office.write(RemoveAuthority { id: city }).expect("taken out");
    let rows = ward.office.read(ListAuthorities {}).expect("rows");
    assert_eq!(rows.iter().filter(|r| r.now).count(), 2);
}

#[test]
fn nobody_dissolved_is_written_on_a_report() {
    let ward = Ward::of("ha-cau-2024");
    assert!(ward.office.view().report(None, Some(day("2025-07-01"))).expect("a report").authorities.is_empty());
}

fn account(ward: &mut Ward, name: &str, role: Role, pin: &str) -> AccountId {
    let add = AddAccount { name: name.into(), role, pin: Some(pin.into()) };
    let id = ward.office.write(add).expect("an account").answer;
    ward.keep_lent_pins();
    id
}

#[test]
fn an_account_that_is_stopped_cannot_sign_in_and_keeps_its_name() {
    let mut ward = Ward::of("ha-cau-2024");
    let mine = ward.office.who().expect("the administrator").clone();
    ward.office.write(SetPin { account: mine.id, pin: Some("147258".into()) }).expect("a PIN");
    let clerk = account(&mut ward, "Lê Thị Bích", Role::Clerk, "2580");
    let edit = |id, name: &str, role, active| EditAccount { id, name: name.into(), role, active };
    ward.office.write(edit(clerk, "Lê Thị Bích", Role::Clerk, false)).expect("stopped");
    assert_eq!(code_of(ward.office.sign_in_as("Lê Thị Bích", "2580")), ErrorCode::UnknownAccount);
    assert_eq!(ward.office.read(ListAccounts {}).expect("accounts").len(), 1);
    let all = ward.office.read(ListEveryAccount {}).expect("accounts");
    assert_eq!(
        all.iter().map(|a| (a.name.as_str(), a.active)).collect::<Vec<_>>(),
        [("Quản trị", true), ("Lê Thị Bích", false)]
    );
    ward.office.write(edit(clerk, "Lê Thị Bích", Role::Leadership, true)).expect("back, with another role");
    assert!(ward.office.sign_in_as("Lê Thị Bích", "2580").is_ok());
}

#[test]
fn there_is_always_an_administrator_and_nobody_stops_themselves() {
    let mut ward = Ward::of("ha-cau-2024");
    let mine = ward.office.who().expect("the administrator").clone();
    ward.office.write(SetPin { account: mine.id, pin: Some("147258".into()) }).expect("a PIN");
    let edit = |id, role, active| EditAccount { id, name: format!("Người {id}"), role, active };
    assert_eq!(code_of(ward.office.write(edit(mine.id, Role::Administrator, false))), ErrorCode::OwnAccount);
    assert_eq!(code_of(ward.office.write(edit(mine.id, Role::Clerk, true))), ErrorCode::LastAdministrator);
    let other = account(&mut ward, "Trần Văn Đơ", Role::Administrator, "369258");
    ward.office.write(edit(mine.id, Role::Clerk, true)).expect("there is another");
    let refused = ward.office.write(edit(other, Role::Clerk, true));
    assert_eq!(code_of(refused), ErrorCode::NotAllowed, "one's new role holds at once");
}

fn start(from: Groundwork) -> StartCampaign {
    StartCampaign {
        title: "Định danh điện tử".into(),
        app: "VNeID".into(),
        subject: None,
        starts_on: day("2025-03-01"),
        ends_on: day("2025-03-31"),
        from,
    }
}

#[test]
fn an_earlier_campaign_lends_who_and_where_and_never_what_happened() {
    let mut ward = Ward::of("minh-hoa");
    let old = ward.office.view().get_campaign().expect("a campaign");
    let areas = ward.office.read(ListAreas {}).expect("areas");
    let written = ward.office.write(start(Groundwork::Earlier { id: old.id })).expect("a campaign");
    assert!(written.changed.0.contains("campaign"));
    let id = written.answer;
    let view = ward.office.view();
    let now = view.get_campaign().expect("a campaign");
    assert_eq!((now.id, now.plan_number, now.plan_date, now.link.clone()), (id, None, None, None));
    assert_eq!((now.signer, now.recipients.clone()), (old.signer, old.recipients));
    assert!(now.illustration.is_some(), "invented figures are still invented");
    assert!(view.list_visits(id).expect("visits").is_empty() && view.list_sheets(id).expect("sheets").is_empty());
    assert_eq!(view.list_bases(id).expect("bases").len(), view.list_bases(old.id).expect("bases").len());
    assert_eq!(view.list_targets(id).expect("targets").iter().map(|t| t.by).max(), Some(day("2025-03-31")));
    let form = view.get_current_form(id).expect("a form");
    assert!(form.indicators.iter().all(|i| !i.label.contains("iHanoi")), "{:?}", form.indicators);
    assert_eq!(ward.office.read(ListAreas {}).expect("areas").len(), areas.len());

    // Looking at another campaign is no entry in the journal, and every screen hears of it.
    let chosen = ward.office.write(ChooseCampaign { id: old.id }).expect("chosen");
    assert_eq!((chosen.undo, chosen.changed.0.contains("campaign")), (None, true));
    assert_eq!(ward.office.read(GetOverview {}).expect("an overview").campaign_title, old.title);
    ward.office.write(ChooseCampaign { id }).expect("chosen");
    let campaigns = ward.office.read(ListCampaigns {}).expect("campaigns");
    assert_eq!(campaigns.iter().map(|c| c.chosen).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn a_campaign_that_was_started_is_taken_back_whole() {
    let mut ward = Ward::of("ha-cau-2024");
    let old = ward.office.view().get_campaign().expect("a campaign");
    for from in [Groundwork::Empty, Groundwork::Earlier { id: old.id }, structure()] {
        let written = ward.office.write(start(from)).expect("a campaign");
        ward.office.write(Undo { entry: written.undo.expect("it can be taken back") }).expect("undone");
        assert_eq!(ward.office.view().get_campaign().expect("a campaign").id, old.id);
        assert_eq!(ward.office.view().list_campaigns().expect("campaigns").len(), 1);
    }
}

fn structure() -> Groundwork {
    Groundwork::Structure { sample: "ha-cau-2024".into() }
}

#[test]
fn nothing_of_the_ward_it_came_from_is_in_a_structure() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ward.db");
    let outside = std::sync::Arc::new(Morning::default());
    let blank = BlankOffice {
        ward: "xã Thanh Oai".into(),
        app: "VNeID".into(),
        groundwork: structure(),
        starts_on: Some(day("2025-03-01")),
        signer: "Nguyễn Văn A".into(),
        signature_lines: vec!["chủ tịch".into()],
        administrator: "Lê Thị Bích".into(),
        ..BlankOffice::default()
    };
    create(&path, &Beginning::Blank(blank), &*outside).expect("a new file");
    let office = Office::open(&path, outside).expect("it opens").office;
    let view = office.view();
    let campaign = view.get_campaign().expect("a campaign");
    let document = view.plan().expect("a plan").document().expect("every field is known");
    let said = format!("{document:?} {:?} {campaign:?}", view.list_forces(campaign.id).expect("forces"));
    for foreign in ["Hà Cầu", "HÀ CẦU", "Hillstate", "iHanoi", "Thủ đô số", "phường", "2024", "Hằng", "310/KH"]
    {
        assert!(!said.contains(foreign), "{foreign} leaked: {said}");
    }
    assert!(said.contains("UBND xã Thanh Oai") && said.contains("VNeID"));
    assert_eq!(campaign.signature_lines, ["CHỦ TỊCH"]);
    assert_eq!(view.list_targets(campaign.id).expect("targets").len(), 2);
    assert!(view.list_areas(campaign.id).expect("areas").is_empty());
    assert_eq!(office.who().map(|w| w.name.as_str()), Some("Lê Thị Bích"));
}

#[test]
fn a_pin_given_at_first_run_is_asked_for_at_the_next_opening() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ward.db");
    let outside = std::sync::Arc::new(Morning::default());
    let blank =
        |pin: &str| BlankOffice { ward: "phường Hà Cầu".into(), pin: pin.into(), ..BlankOffice::default() };
    assert_eq!(code_of(create(&path, &Beginning::Blank(blank("1")), &*outside)), ErrorCode::PinTooShort);
    assert!(!path.exists(), "a refusal leaves no file behind");
    create(&path, &Beginning::Blank(blank("147258")), &*outside).expect("a new file");
    let mut office = Office::open(&path, outside).expect("it opens").office;
    assert!(office.who().is_none());
    assert!(office.sign_in_as("Quản trị", "147258").is_ok());
}

#[test]
fn a_campaign_is_not_shortened_past_its_evenings() {
    let mut ward = Ward::of("ha-cau-2024");
    let c = ward.office.view().get_campaign().expect("a campaign");
    let edit = |starts: &str, ends: &str| EditCampaign {
        id: c.id,
        title: "Cài đặt iHanoi".into(),
        app: "iHanoi".into(),
        starts_on: day(starts),
        ends_on: day(ends),
        evening_starts: c.evening_starts,
        evening_ends: c.evening_ends,
    };
    let refused = ward.office.write(edit("2024-11-09", "2024-11-28")).expect_err("a refusal");
    let crate::Error::User { code, params, .. } = refused else { panic!("a rule refuses it") };
    assert_eq!(code, ErrorCode::EveningsOutside);
    assert_eq!(params["evenings"], "29/11 Khu nhà ở Cảnh sát biển; 30/11 Khu nhà ở Cảnh sát biển");
    assert_eq!(code_of(ward.office.write(edit("2024-12-09", "2024-11-28"))), ErrorCode::DatesReversed);
    assert_eq!(code_of(ward.office.write(edit("2024-11-01", "2204-12-31"))), ErrorCode::CampaignTooLong);
    let extend = crate::visit::ExtendCampaign { ends_on: day("2204-12-31"), with_targets: true };
    assert_eq!(code_of(ward.office.write(extend)), ErrorCode::CampaignTooLong);
    ward.office.write(edit("2024-11-01", "2024-12-31")).expect("longer");
    let view = ward.office.view();
    assert!(view.list_targets(c.id).expect("targets").iter().all(|t| t.by == day("2024-12-31")));
}
