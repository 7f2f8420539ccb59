//! A calendar for phones and Outlook (iCalendar, RFC 5545): one event an evening.
//!
//! Written by hand: the crates for it stamp events with their own clock and ids, and a file here must be
//! the same whenever the schedule is the same. Holds no personal data: areas, teams and hours only.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// One evening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same for the same evening whenever it is exported, so that a calendar replaces what it has.
    pub uid: String,
    pub on: NaiveDate,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub summary: String,
    pub location: String,
    pub note: Option<String>,
    /// Called off: calendars that have it strike it out.
    pub cancelled: bool,
}

/// A calendar with its events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    pub name: String,
    pub made: DateTime<Utc>,
    /// Rises with every change of the office's file: a later export wins.
    pub revision: i64,
    pub events: Vec<Event>,
}

const ZONE: &str = "Asia/Ho_Chi_Minh";

/// The file. Vietnam has kept UTC+7 without summer time since 1975, so the zone has one rule.
#[must_use]
pub fn ics(calendar: &Calendar) -> String {
    let mut out = Lines(String::new());
    out.raw("BEGIN:VCALENDAR");
    out.raw("VERSION:2.0");
    out.raw("PRODID:-//Tung Ngo//Lich//VI");
    out.raw("CALSCALE:GREGORIAN");
    out.raw("METHOD:PUBLISH");
    out.text("X-WR-CALNAME", &calendar.name);
    out.raw(&format!("X-WR-TIMEZONE:{ZONE}"));
    for line in [
        "BEGIN:VTIMEZONE",
        &format!("TZID:{ZONE}"),
        "BEGIN:STANDARD",
        "DTSTART:19750613T000000",
        "TZOFFSETFROM:+0700",
        "TZOFFSETTO:+0700",
        "TZNAME:+07",
        "END:STANDARD",
        "END:VTIMEZONE",
    ] {
        out.raw(line);
    }
    let stamp = calendar.made.format("%Y%m%dT%H%M%SZ").to_string();
    for event in &calendar.events {
        let at = |time: NaiveTime| event.on.and_time(time).format("%Y%m%dT%H%M%S").to_string();
        out.raw("BEGIN:VEVENT");
        out.text("UID", &event.uid);
        out.raw(&format!("DTSTAMP:{stamp}"));
        out.raw(&format!("LAST-MODIFIED:{stamp}"));
        out.raw(&format!("SEQUENCE:{}", calendar.revision));
        out.raw(&format!("DTSTART;TZID={ZONE}:{}", at(event.starts)));
        out.raw(&format!("DTEND;TZID={ZONE}:{}", at(event.ends)));
        out.text("SUMMARY", &event.summary);
        out.text("LOCATION", &event.location);
        if let Some(note) = &event.note {
            out.text("DESCRIPTION", note);
        }
        out.raw(if event.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        out.raw("END:VEVENT");
    }
    out.raw("END:VCALENDAR");
    out.0
}

/// Content lines, folded.
struct Lines(String);

impl Lines {
    fn text(&mut self, name: &str, value: &str) {
        self.raw(&format!("{name}:{}", escaped(value)));
    }

    /// At most 75 octets a line; a letter is never cut.
    fn raw(&mut self, line: &str) {
        const MOST: usize = 75;
        let mut room = MOST;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = MOST - 1;
            }
            room -= c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            // Nothing else below a space has a place in a line.
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;
    use icalendar::{CalendarDateTime, Component, DatePerhapsTime, EventStatus};

    use super::*;

    fn calendar() -> Calendar {
        let time = |h, m| NaiveTime::from_hms_opt(h, m, 0).expect("a time of the test");
        let event = |n: u32, summary: &str| Event {
            uid: format!("{n}@tung-ngo"),
            on: NaiveDate::from_ymd_opt(2024, 11, 8 + n).expect("a date of the test"),
            starts: time(19, 30),
            ends: time(21, 30),
            summary: summary.into(),
            location: "Chung cư Phú Thịnh, phường Hà Cầu; nhà A\\B".into(),
            note: None,
            cancelled: false,
        };
        let long = "Buổi hỗ trợ cài đặt ứng dụng ở khu nhà ở Cảnh sát biển và chung cư Phú Thịnh, tổ 1, tổ 2";
        let mut off = event(2, "Hà Trì 1");
        (off.cancelled, off.note) = (true, Some("Đã hủy: mưa\nbão".into()));
        Calendar {
            name: "Lịch Hà Cầu".into(),
            made: Utc.with_ymd_and_hms(2024, 11, 10, 1, 0, 0).single().expect("a time of the test"),
            revision: 42,
            events: vec![event(1, long), off],
        }
    }

    #[test]
    fn another_program_reads_the_same_evenings() {
        let asked = calendar();
        let read: icalendar::Calendar = ics(&asked).parse().expect("it is an iCalendar file");
        let events: Vec<&icalendar::Event> = read.iter().filter_map(|c| c.as_event()).collect();
        assert_eq!(events.len(), 2);
        for (event, was) in events.iter().zip(&asked.events) {
            assert_eq!(event.get_summary(), Some(was.summary.as_str()));
            assert_eq!(event.property_value("LOCATION"), Some(was.location.as_str()));
            assert_eq!(event.get_uid(), Some(was.uid.as_str()));
            assert_eq!(event.get_sequence(), Some(42));
            let Some(DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid })) = event.get_start()
            else {
                panic!("{:?}", event.get_start());
            };
            assert_eq!((date_time, tzid.as_str()), (was.on.and_time(was.starts), ZONE));
        }
        assert_eq!(events[0].get_status(), Some(EventStatus::Confirmed));
        assert_eq!(events[1].get_status(), Some(EventStatus::Cancelled));
        assert_eq!(events[1].get_description(), Some("Đã hủy: mưa\nbão"));
    }

    #[test]
    fn lines_end_and_fold_as_the_standard_says() {
        let text = ics(&calendar());
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        assert!(text.split("\r\n").all(|l| l.len() <= 75 && !l.contains('\n')));
        assert!(text.contains("\r\n "), "a long line is folded");
        assert!(text.contains("LOCATION:Chung cư Phú Thịnh\\, phường Hà Cầu\\; nhà A\\\\B"));
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_written_can_be_read(summary in "\\PC{1,120}") {
            let mut asked = calendar();
            asked.events.truncate(1);
            asked.events[0].summary = summary.trim().to_owned();
            let text = ics(&asked);
            proptest::prop_assert!(text.split("\r\n").all(|l| l.len() <= 75));
            let unfolded = text.replace("\r\n ", "");
            let line = format!("SUMMARY:{}\r\n", escaped(&asked.events[0].summary));
            proptest::prop_assert!(unfolded.contains(&line));
        }
    }
}
