use domain::account::Role;
use domain::ids::PersonId;
use domain::privacy::ContactDeed;

use super::kit::{Ward, code_of};
use crate::contact::{ListContactAccess, ViewContact};
use crate::{ErrorCode, Read, Write};

/// The first person of the sample's plan: Phó Chỉ huy trưởng, Bí thư Đoàn…, whoever details a force.
fn somebody(ward: &Ward) -> PersonId {
    let view = ward.office.view();
    let campaign = view.get_campaign().expect("a campaign");
    let forces = view.list_forces(campaign.id).expect("forces");
    forces.iter().find_map(|f| f.detailed_by).expect("a force that somebody details")
}

#[test]
fn a_look_at_a_contact_is_kept_with_who_looked() {
    let mut ward = Ward::of("ha-cau-2024");
    let person = somebody(&ward);
    let seen = ward.office.write(ViewContact { person }).expect("a contact").answer;
    assert!(!seen.name.is_empty());
    let log = ward.office.read(ListContactAccess {}).expect("the log");
    assert_eq!(log.len(), 1);
    assert_eq!(
        (log[0].what, log[0].person, log[0].name.as_deref()),
        (ContactDeed::Viewed, Some(person), Some(&*seen.name))
    );
    assert_eq!(log[0].who, "Quản trị");
    assert!(!ViewContact::UNDOABLE, "a look cannot be unseen");
}

#[test]
fn everybody_who_reads_may_look_and_only_administrators_see_who_did() {
    assert!(Role::ALL.iter().all(|r| r.may(ViewContact::NEEDS)));
    let may: Vec<Role> = Role::ALL.into_iter().filter(|r| r.may(ListContactAccess::NEEDS)).collect();
    assert_eq!(may, [Role::Administrator]);
}

#[test]
fn a_contact_of_nobody_is_refused_and_leaves_no_line() {
    let mut ward = Ward::of("ha-cau-2024");
    assert_eq!(code_of(ward.office.write(ViewContact { person: PersonId(9999) })), ErrorCode::Missing);
    assert!(ward.office.read(ListContactAccess {}).expect("the log").is_empty());
}
