//! Packets of wards: one is held of each, in place of the one before, and replay rebuilds what is said of them.

use domain::rates::Period;

use super::kit::{Office, day, op};
use crate::journal::replayed_dump;
use crate::{NewWardPacket, StoreError};

const KEY: &str = "abababababababababababababababababababababababababababababababab";

fn packet(bytes: &[u8]) -> NewWardPacket<'_> {
    NewWardPacket {
        office: "5f",
        name: "UBND phường Mẫu",
        period: Period::until(day(20)),
        as_of: day(20),
        seq: 12,
        key: KEY,
        report: Some("BC-001"),
        file_name: "mau.xlsx",
        bytes,
    }
}

fn put(office: &mut Office, new: &NewWardPacket<'_>) -> Result<domain::ids::WardPacketId, StoreError> {
    let done = office.writer.transact(&op("take_packets"), |tx| tx.put_ward_packet(tx.get_campaign()?.id, new))?;
    Ok(done.answer)
}

#[test]
fn a_newer_packet_takes_the_place_of_the_one_before_and_replay_knows_both() {
    let mut office = Office::new();
    let first = put(&mut office, &packet(b"first")).expect("it is held");
    let newer = NewWardPacket { seq: 13, ..packet(&[7; 40_000]) };
    assert_eq!(put(&mut office, &newer).expect("it is held"), first);
    let rows = office.writer.rows();
    let held = rows.list_ward_packets(rows.get_campaign().expect("a campaign").id).expect("they read");
    assert_eq!((held.len(), held[0].seq, held[0].report.as_deref()), (1, 13, Some("BC-001")));
    assert_eq!(rows.get_ward_packet_bytes(first).expect("they are whole"), [7; 40_000]);
    assert_eq!(replayed_dump(&rows).expect("it replays"), rows.dump().expect("a dump"));
}

#[test]
fn the_store_itself_holds_no_second_key_under_a_wards_name() {
    let mut office = Office::new();
    put(&mut office, &packet(b"first")).expect("it is held");
    let other = KEY.replace('a', "c");
    assert!(put(&mut office, &NewWardPacket { key: &other, ..packet(b"forged") }).is_err());
    let rows = office.writer.rows();
    let held = rows.list_ward_packets(rows.get_campaign().expect("a campaign").id).expect("they read");
    assert_eq!(held[0].key, KEY);
}

#[test]
fn a_ward_that_is_let_go_may_come_under_another_key_and_its_bytes_are_gone() {
    let mut office = Office::new();
    let id = put(&mut office, &packet(b"first")).expect("it is held");
    office.writer.transact(&op("drop_ward"), |tx| tx.delete_ward_packet(id)).expect("it goes");
    assert!(office.writer.rows().get_ward_packet_bytes(id).is_err());
    let other = KEY.replace('a', "c");
    put(&mut office, &NewWardPacket { key: &other, ..packet(b"again") }).expect("it is held");
    let rows = office.writer.rows();
    assert_eq!(replayed_dump(&rows).expect("it replays"), rows.dump().expect("a dump"));
}
