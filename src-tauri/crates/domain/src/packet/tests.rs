use super::*;
use crate::rates::Book;
use crate::report::{Report, ReportKind};

/// One area with a leader, one sheet with a holder and a note.
pub(crate) const REPORT: &str = r#"{
    "kind": "custom", "issue": null,
    "issuer": { "id": 1, "validity": { "from": null, "to": null }, "superior_lines": [], "name_lines": ["UBND"],
        "short_name": "UBND phường A", "place": "A", "symbol": "UBND", "contact_line": null },
    "authorities": [],
    "campaign": { "id": 1, "title": "Đợt", "app_name": "iHanoi", "subject": "", "starts_on": "2024-11-09",
        "ends_on": "2024-11-30", "evening_starts": "19:30:00", "evening_ends": "21:30:00", "contact": 6,
        "signature_lines": [], "signer": 7, "drafter": null, "recipients": [], "plan_number": null,
        "plan_date": null, "plan_month": null, "illustration": null, "link": null, "data_purpose": null,
        "retain_until": null },
    "targets": [],
    "book": {
        "areas": [{ "id": 1, "name": "Hà Trì 1", "kind": "residential_group", "cluster": null, "leader": 5,
            "self_report_due": null, "began_on": null, "ended_on": null }],
        "bases": [], "forms": [],
        "sheets": [{
            "sheet": { "id": 1, "code": "0000000", "kind": "regular", "visit": 1, "area": 1, "team": 1, "n": 1, "of": 1,
                "form": 1, "state": "keyed", "on": "2024-11-09", "called_off": false, "accepted_because": null,
                "note": "gặp bà Hoa", "holder": 8, "handed_out_on": null, "replaces": null, "copy_of": null,
                "state_because": null },
            "tally": {} }],
        "heirs": [], "reported_by": {} },
    "visits": [], "areas_then": {}, "teams": [],
    "schools": { "units": [], "indicators": [], "figures": [] },
    "verification": null, "signer": "Trần Thị Mẫu", "period": { "from": null, "to": "2024-11-16" }, "as_of": "2024-11-16"
}"#;

const KEY: OfficeKey = OfficeKey([7; 32]);

fn packet() -> Packet {
    let report: Report = serde_json::from_str(REPORT).expect("a report");
    Packet { format: FORMAT, office: "5f".repeat(16), seq: 12, layout: 1, report }
}

#[test]
fn a_sealed_packet_opens_as_it_was_and_the_same_packet_has_the_same_seal() {
    let (one, two) = (packet().seal(&KEY).expect("a seal"), packet().seal(&KEY).expect("a seal"));
    assert_eq!(one, two);
    assert_eq!(one.open().expect("it opens"), packet());
}

#[test]
fn every_changed_byte_and_every_other_key_is_forged() {
    let sealed = packet().seal(&KEY).expect("a seal");
    for at in 0..sealed.bytes.len() {
        let mut changed = sealed.clone();
        changed.bytes[at] ^= 1;
        assert!(matches!(changed.open(), Err(PacketError::Forged)), "byte {at}");
    }
    let other = packet().seal(&OfficeKey([8; 32])).expect("a seal");
    let swapped = Sealed { key: other.key, ..sealed.clone() };
    assert!(matches!(swapped.open(), Err(PacketError::Forged)));
    let resigned = Sealed { signature: other.signature, ..sealed };
    assert!(matches!(resigned.open(), Err(PacketError::Forged)));
}

#[test]
fn a_later_format_is_named_whatever_its_rest() {
    let bytes = br#"{"format":2,"ward":"?"}"#.to_vec();
    let signing = signing_key(&KEY);
    let sealed = Sealed { signature: signing.sign(&bytes).to_bytes(), key: signing.verifying_key().to_bytes(), bytes };
    assert!(matches!(sealed.open(), Err(PacketError::Newer(2))));
}

#[test]
fn a_packet_holds_no_person() {
    let report = packet().report;
    assert_eq!((report.kind, report.book == Book::default()), (ReportKind::Custom, false));
    let json = serde_json::to_string(&report.without_persons()).expect("JSON");
    for person in ["\"leader\":5", "\"contact\":6", "\"signer\":7", "\"holder\":8", "gặp bà Hoa", "Trần Thị Mẫu"]
    {
        assert!(!json.contains(person), "{person} in {json}");
    }
}

#[test]
fn a_day_no_campaign_has_is_refused_though_it_is_signed() {
    for day in ["9999-12-31", "0001-01-01"] {
        let json = REPORT.replace(r#""as_of": "2024-11-16""#, &format!(r#""as_of": "{day}""#));
        let report: Report = serde_json::from_str(&json).expect("a report");
        let sealed = Packet { report, ..packet() }.seal(&KEY).expect("a seal");
        assert!(matches!(sealed.open(), Err(PacketError::OutOfTime)), "{day}");
    }
}
