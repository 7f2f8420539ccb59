//! Asking for sheets that have not come back (đôn đốc nộp phiếu): as a slip on paper and as a text for Zalo,
//! both from one description.

use chrono::{NaiveDate, NaiveDateTime};

use crate::date::{dmy, hm, weekday};
use crate::text::capitalised;

/// The sheets of one evening that one person is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReminderLine {
    /// The evening, or the last day of a self-report.
    pub on: NaiveDate,
    /// The area with its kind.
    pub area: String,
    pub is_self_report: bool,
    pub sheets: Vec<ReminderSheet>,
    /// The code of the summary that is missing.
    pub summary: Option<String>,
    /// How long ago it was expected: `11 giờ`, `3 ngày`.
    pub age: String,
    pub late: bool,
}

/// A sheet as a reminder names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReminderSheet {
    /// `482-1937`.
    pub code: String,
    pub team: Option<String>,
    /// A spare that came into use; its number is of no set.
    pub spare: bool,
    pub n: u32,
    pub of: u32,
}

impl ReminderSheet {
    /// `482-1937 (2/5)`, on one line.
    fn words(&self) -> String {
        if self.spare {
            return format!("{}\u{a0}(dự\u{a0}phòng)", self.code);
        }
        format!("{}\u{a0}({}/{})", self.code, self.n, self.of)
    }
}

/// Everything one person is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// As in running text: `UBND phường Hà Cầu`.
    pub issuer: String,
    pub campaign: String,
    /// `ông (bà) Nguyễn Văn An - Tổ trưởng tổ dân phố Hà Trì 1`.
    pub to: String,
    /// By evening.
    pub lines: Vec<ReminderLine>,
    /// Where and to whom the sheets are brought.
    pub return_to: String,
    /// The office's own line for questions; never a person's phone.
    pub contact_line: Option<String>,
    pub now: NaiveDateTime,
    /// Said at the head when the figures are invented.
    pub illustration: Option<String>,
}

impl ReminderLine {
    /// `Buổi thứ Bảy 09/11/2024`.
    #[must_use]
    pub fn when(&self) -> String {
        if self.is_self_report {
            format!("Hạn gửi {}", dmy(self.on))
        } else {
            format!("Buổi {} {}", weekday(self.on), dmy(self.on))
        }
    }

    /// As in a table headed so: `Thứ Bảy 09/11/2024`.
    #[must_use]
    pub fn day(&self) -> String {
        if self.is_self_report { self.when() } else { capitalised(&format!("{} {}", weekday(self.on), dmy(self.on))) }
    }

    /// What is asked for, team by team: `Tổ hỗ trợ số 1: 02 phiếu 482-1937 (2/5), …`.
    #[must_use]
    pub fn what(&self) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for sheets in self.sheets.chunk_by(|a, b| a.team == b.team) {
            let named: Vec<String> = sheets.iter().map(ReminderSheet::words).collect();
            let (count, noun) = (sheets.len(), if self.is_self_report { "phiếu tự báo cáo" } else { "phiếu" });
            let team = sheets.first().and_then(|s| s.team.as_ref()).map(|t| format!("{t}: ")).unwrap_or_default();
            words.push(capitalised(&format!("{team}{count:02} {noun} {}", named.join(", "))));
        }
        if self.is_self_report && self.sheets.is_empty() {
            words.push("Phiếu tự báo cáo của địa bàn".to_owned());
        }
        if let Some(code) = &self.summary {
            words.push(format!("Phiếu tổng hợp buổi {code}"));
        }
        words
    }

    /// `Chậm 2 ngày`; before it is late, `Chờ 3 giờ`.
    #[must_use]
    pub fn age_words(&self) -> String {
        format!("{} {}", if self.late { "Chậm" } else { "Chờ" }, self.age)
    }
}

impl Reminder {
    /// `8h00 ngày 10/11/2024`.
    #[must_use]
    pub fn as_of(&self) -> String {
        format!("{} ngày {}", hm(self.now.time()), dmy(self.now.date()))
    }

    /// Thanks first: whoever is asked went from door to door without pay.
    #[must_use]
    pub fn thanks(&self) -> String {
        let report = self.is_report();
        let did = if report {
            "đã phối hợp thực hiện"
        } else {
            "và Tổ hỗ trợ đã đi từng ngõ, gõ từng nhà trong"
        };
        let what = if report { "số liệu sau chưa được gửi về" } else { "các phiếu sau chưa về" };
        format!(
            "{} cảm ơn ông (bà) {did} đợt “{}”. Tính đến {}, còn {what} cơ quan:",
            self.issuer,
            self.campaign,
            self.as_of()
        )
    }

    /// Only figures of areas that report by themselves are asked for.
    fn is_report(&self) -> bool {
        self.lines.iter().all(|l| l.is_self_report)
    }

    /// What is asked, and what to do about a sheet that cannot be brought.
    #[must_use]
    pub fn asking(&self) -> [String; 2] {
        let ask = if self.is_report() { "tổng hợp và gửi về" } else { "thu phiếu và nộp về" };
        [
            format!("Kính đề nghị ông (bà) {ask} {} trong ngày hôm nay.", self.return_to),
            "Nếu phiếu hỏng hoặc thất lạc, đề nghị báo lại để được cấp phiếu thay; nếu đã nộp, đề nghị bỏ qua lời nhắc \
             này."
                .to_owned(),
        ]
    }

    /// A text to send by Zalo.
    #[must_use]
    pub fn message(&self) -> String {
        let mut text = format!("Kính gửi {}: {}\n", self.to, self.thanks());
        for (line, n) in self.lines.iter().zip(1..) {
            let what: Vec<String> = line.what().into_iter().map(|w| w.replace('\u{a0}', " ")).collect();
            text.push_str(&format!(
                "{n}. {}, {}. {}. {}.\n",
                line.when(),
                line.area,
                what.join("; "),
                line.age_words()
            ));
        }
        let [ask, otherwise] = self.asking();
        text.push_str(&format!("{ask} {otherwise}"));
        if let Some(line) = &self.contact_line {
            text.push_str(&format!(" Liên hệ: {line}."));
        }
        text.push_str(" Trân trọng cảm ơn.");
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn november(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 11, d).expect("a date of the test")
    }

    fn sheet(code: &str, n: u32) -> ReminderSheet {
        ReminderSheet { code: code.into(), team: Some("Tổ hỗ trợ số 1".into()), spare: n == 4, n, of: 5 }
    }

    fn line() -> ReminderLine {
        ReminderLine {
            on: november(9),
            area: "Tổ dân phố Hà Trì 1".into(),
            is_self_report: false,
            sheets: vec![sheet("482-1937", 2), sheet("105-3384", 4)],
            summary: Some("660-7315".into()),
            age: "10 giờ".into(),
            late: true,
        }
    }

    fn reminder(lines: Vec<ReminderLine>) -> Reminder {
        Reminder {
            issuer: "UBND phường Hà Cầu".into(),
            campaign: "Cài đặt iHanoi".into(),
            to: "ông (bà) Nguyễn Văn An - Tổ trưởng tổ dân phố Hà Trì 1".into(),
            lines,
            return_to: "UBND phường Hà Cầu (qua đ/c Đào Thu Hằng)".into(),
            contact_line: None,
            now: november(10).and_hms_opt(8, 0, 0).expect("a time of the test"),
            illustration: None,
        }
    }

    #[test]
    fn a_text_for_zalo_thanks_names_the_sheets_and_says_where_to() {
        insta::assert_snapshot!(reminder(vec![line()]).message(), @r"
        Kính gửi ông (bà) Nguyễn Văn An - Tổ trưởng tổ dân phố Hà Trì 1: UBND phường Hà Cầu cảm ơn ông (bà) và Tổ hỗ trợ đã đi từng ngõ, gõ từng nhà trong đợt “Cài đặt iHanoi”. Tính đến 8h00 ngày 10/11/2024, còn các phiếu sau chưa về cơ quan:
        1. Buổi thứ Bảy 09/11/2024, Tổ dân phố Hà Trì 1. Tổ hỗ trợ số 1: 02 phiếu 482-1937 (2/5), 105-3384 (dự phòng); Phiếu tổng hợp buổi 660-7315. Chậm 10 giờ.
        Kính đề nghị ông (bà) thu phiếu và nộp về UBND phường Hà Cầu (qua đ/c Đào Thu Hằng) trong ngày hôm nay. Nếu phiếu hỏng hoặc thất lạc, đề nghị báo lại để được cấp phiếu thay; nếu đã nộp, đề nghị bỏ qua lời nhắc này. Trân trọng cảm ơn.
        ");
    }

    #[test]
    fn an_area_that_reports_by_itself_is_asked_for_its_figures() {
        let own = ReminderLine {
            on: november(8),
            area: "Cụm chung cư Hyundai Hillstate".into(),
            is_self_report: true,
            sheets: Vec::new(),
            summary: None,
            ..line()
        };
        insta::assert_snapshot!(reminder(vec![own]).message(), @r"
        Kính gửi ông (bà) Nguyễn Văn An - Tổ trưởng tổ dân phố Hà Trì 1: UBND phường Hà Cầu cảm ơn ông (bà) đã phối hợp thực hiện đợt “Cài đặt iHanoi”. Tính đến 8h00 ngày 10/11/2024, còn số liệu sau chưa được gửi về cơ quan:
        1. Hạn gửi 08/11/2024, Cụm chung cư Hyundai Hillstate. Phiếu tự báo cáo của địa bàn. Chậm 10 giờ.
        Kính đề nghị ông (bà) tổng hợp và gửi về UBND phường Hà Cầu (qua đ/c Đào Thu Hằng) trong ngày hôm nay. Nếu phiếu hỏng hoặc thất lạc, đề nghị báo lại để được cấp phiếu thay; nếu đã nộp, đề nghị bỏ qua lời nhắc này. Trân trọng cảm ơn.
        ");
    }
}
