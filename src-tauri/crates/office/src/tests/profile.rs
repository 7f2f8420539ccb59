use super::kit::{Ward, code_of};
use crate::ErrorCode;
use crate::flyer::{FlyerSize, FlyersPdf};
use crate::issuer::Letterhead;
use crate::plan::GetPlan;
use crate::profile::{ConfirmLink, EditProfile, GetProfile, Profile, TypedPerson};

fn form(p: &Profile) -> EditProfile {
    EditProfile {
        letterhead: Letterhead {
            superior_lines: p.superior_lines.clone(),
            name_lines: p.name_lines.clone(),
            short_name: p.short_name.clone(),
            place: p.place.clone(),
            symbol: p.symbol.clone(),
            contact_line: p.contact_line.clone(),
        },
        signature_lines: p.signature_lines.clone(),
        signer: p.signer_name.clone().map(|name| TypedPerson { name, correction: None }),
        contact: p.contact_name.clone().map(|name| TypedPerson { name, correction: None }),
        contact_title: p.contact_title.clone(),
    }
}

#[test]
fn saving_what_is_there_is_no_entry_in_the_journal() {
    let mut ward = Ward::of("ha-cau-2024");
    let profile = ward.office.read(GetProfile {}).expect("a profile");
    assert_eq!(profile.signer_name.as_deref(), Some("Nguyễn Minh Hạnh"));
    assert_eq!(profile.link, None, "none is ever assumed");
    let written = ward.office.write(form(&profile)).expect("saved");
    assert!(written.changed.0.is_empty(), "{:?}", written.changed);
}

#[test]
fn a_new_name_and_signer_reach_the_papers() {
    let mut ward = Ward::of("ha-cau-2024");
    let mut edit = form(&ward.office.read(GetProfile {}).expect("a profile"));
    edit.letterhead.name_lines = vec!["ủy ban nhân dân".into(), " phường  Kiến Hưng ".into(), String::new()];
    edit.signer = Some(TypedPerson { name: "Trần Văn Bình".into(), correction: None });
    edit.contact = None;
    ward.office.write(edit).expect("saved");
    let profile = ward.office.read(GetProfile {}).expect("a profile");
    assert_eq!(profile.name_lines, ["ỦY BAN NHÂN DÂN", "PHƯỜNG KIẾN HƯNG"]);
    assert_eq!(profile.contact_name, None);
    assert_eq!(ward.office.read(GetPlan {}).expect("a plan").signer_name.as_deref(), Some("Trần Văn Bình"));
}

#[test]
fn what_a_letterhead_cannot_do_without_is_asked_for() {
    let mut ward = Ward::of("ha-cau-2024");
    let good = form(&ward.office.read(GetProfile {}).expect("a profile"));
    let with = |change: &dyn Fn(&mut Letterhead)| {
        let mut edit = good.clone();
        change(&mut edit.letterhead);
        edit
    };
    let blank = [
        with(&|l| l.name_lines = vec!["  ".into()]),
        with(&|l| l.place = String::new()),
        with(&|l| l.symbol = " ".into()),
    ];
    for edit in blank {
        assert_eq!(code_of(ward.office.write(edit)), ErrorCode::Blank);
    }
}

#[test]
fn a_link_is_on_the_flyers_only_while_it_is_confirmed() {
    let mut ward = Ward::of("ha-cau-2024");
    let flyers =
        |ward: &Ward| ward.office.make(FlyersPdf::plain(FlyerSize::A5, None), &mut |_, _| true).expect("flyers").bytes;
    let without = flyers(&ward);
    ward.office.write(ConfirmLink { url: Some("https://example.vn".into()) }).expect("confirmed");
    let link = ward.office.read(GetProfile {}).expect("a profile").link.expect("a link");
    assert_eq!((link.url.as_str(), link.confirmed_on.to_string().as_str()), ("https://example.vn", "2024-11-10"));
    assert!(flyers(&ward) != without);
    ward.office.write(ConfirmLink { url: None }).expect("taken off");
    assert!(flyers(&ward) == without);
}
