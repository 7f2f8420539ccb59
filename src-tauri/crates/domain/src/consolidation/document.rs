//! The consolidated báo cáo: what all wards reached, what the figures leave out, and a table of wards.

use super::facts::Facts;
use super::wards::{Sum, Ward};
use crate::date::dmy;
use crate::document::{Appendix, Block, CellStand, Document, Recipients, Rich, TableColumn, TableRow};
use crate::form::Meaning;
use crate::number::{grouped, percent, two_digits};
use crate::official::Head;
use crate::official::rate::sentence;
use crate::rates::{Rate, Totals};
use crate::text::capitalised;

/// The four stages of people, and the households met.
const STAGES: [(Meaning, &str, &str); 6] = [
    (Meaning::HouseholdsMet, "số hộ đã gặp", "hộ"),
    (Meaning::PeopleMet, "biết: số người từ 15 tuổi trở lên đã gặp, tuyên truyền", "người"),
    (Meaning::InstalledBefore, "cài đặt: số người đã gặp có ứng dụng từ trước", "người"),
    (Meaning::InstalledTonight, "cài đặt: số người cài mới tại nhà", "người"),
    (Meaning::Account, "tạo tài khoản: số người có tài khoản (cũ và mới)", "người"),
    (Meaning::Activated, "kích hoạt: số người đã kích hoạt", "người"),
];

impl Facts<'_> {
    /// The document under a head; its text is the program's own, to be worked over in Word.
    #[must_use]
    pub fn document(&self, head: Head) -> Document {
        let sums = self.sums();
        let table = Appendix {
            title: "Kết quả theo phường, xã".to_owned(),
            landscape: true,
            body: vec![
                by_ward(self, &sums),
                paragraph(
                    "Ghi chú: ô để trống là chưa có số liệu. Dòng tổng cộng chỉ tính các phường, xã có cả tử số và mẫu số.",
                ),
            ],
        };
        Document {
            symbol: head.kind.symbol(&head.issuer),
            kind: head.kind.heading().map(str::to_owned),
            issuer: head.issuer,
            number: head.number,
            date: head.date,
            subject: head.subject,
            addressees: head.addressees,
            bases: Vec::new(),
            body: self.body(&sums),
            appendices: vec![table],
            recipients: Recipients(head.recipients),
            signature: head.signature,
            drafter: head.drafter,
            illustration: head.illustration,
            foot: None,
        }
    }

    fn body(&self, sums: &[Sum]) -> Vec<Block> {
        let part = |number: &str, title: &str| Block::Part { number: number.to_owned(), title: title.to_owned() };
        let mut blocks = vec![
            paragraph(&format!(
                "Thực hiện đợt “{}”, {} tổng hợp báo cáo của {} phường, xã như sau ({}):",
                self.campaign.title,
                self.issuer.short_name,
                two_digits(self.wards.wards.len()),
                self.as_of_words(),
            )),
            part("I", "Kết quả so với chỉ tiêu"),
        ];
        if self.targets.is_empty() {
            blocks.push(paragraph("Đợt chưa có chỉ tiêu."));
        }
        blocks.extend(dashes(self.targets.iter().zip(sums).map(|(t, s)| sentence(t, &s.rate)).collect()));
        blocks.push(part("II", "Kết quả theo giai đoạn"));
        let wards: Vec<Totals> = self.wards.wards.iter().map(|w| w.ledger.ward()).collect();
        let all: Totals = wards.iter().sum();
        blocks.push(paragraph(&format!("Đã nhận {} trong số {} phiếu.", counted(all.returned), counted(all.expected))));
        let stage = |(meaning, words, of): &(Meaning, &str, &str)| {
            Some(format!("{words}: {} {of}", grouped(all.get(*meaning)?)))
        };
        let stages = dashes(STAGES.iter().filter_map(stage).collect());
        blocks.extend(if stages.is_empty() { vec![paragraph("Chưa có số liệu.")] } else { stages });
        blocks.push(part("III", "Phạm vi số liệu và nơi còn thiếu"));
        blocks.extend(dashes(self.notes(sums).iter().map(|note| note.trim_end_matches('.').to_owned()).collect()));
        blocks.push(part("IV", "Đối soát"));
        let verified = self.wards.wards.iter().filter(|w| w.packet.report.verification.is_some()).count();
        let wards = two_digits(self.wards.wards.len());
        let verified = match verified {
            0 => "Chưa phường, xã nào nhập lại phiếu để đối soát.".to_owned(),
            n => format!(
                "{} trong số {wards} phường, xã có nhập lại phiếu để đối soát; kết quả của từng nơi có trong bảng tính \
                 kèm theo.",
                two_digits(n)
            ),
        };
        blocks.push(paragraph(&format!(
            "{verified} Mỗi tệp nhận về được kiểm tra chữ ký của cơ quan gửi và so từng ô với dữ liệu đã ký."
        )));
        blocks
    }

    /// What stands behind the figures: what each target leaves out, who has not sent, what is not issued.
    #[must_use]
    pub fn notes(&self, sums: &[Sum]) -> Vec<String> {
        let mut notes = vec![
            "Tỷ lệ chung là tổng tử số chia cho tổng mẫu số của các phường, xã có cả hai; không phải trung bình các tỷ lệ."
                .to_owned(),
        ];
        for (target, sum) in self.targets.iter().zip(sums) {
            let head = format!("Chỉ tiêu {}", target.clause);
            if !sum.left_out.is_empty() {
                let names = self.names(&sum.left_out);
                notes.push(format!("{head} chưa tính {} phường, xã: {}.", two_digits(names.len()), names.join(", ")));
            }
            if sum.areas_without_base > 0 {
                notes.push(format!(
                    "{head}: {} địa bàn của các phường, xã được tính chưa có số nền nên ở ngoài cả tử số và mẫu số.",
                    two_digits(sum.areas_without_base)
                ));
            }
        }
        let silent = self.silent();
        if !silent.is_empty() {
            notes.push(format!("Đã gửi nhưng chưa có số liệu: {}.", silent.join(", ")));
        }
        notes.push(match &self.missing {
            None => "Chưa khai danh sách phường, xã phải gửi, nên không biết nơi nào còn thiếu.".to_owned(),
            Some(missing) if missing.is_empty() => "Các phường, xã phải gửi đều đã gửi.".to_owned(),
            Some(missing) => {
                format!("Chưa gửi báo cáo: {} phường, xã: {}.", two_digits(missing.len()), missing.join(", "))
            }
        });
        let unissued = self.unissued();
        if !unissued.is_empty() {
            let count = two_digits(unissued.len());
            notes.push(format!(
                "Báo cáo chưa phát hành, số liệu có thể còn đổi: {count} phường, xã: {}.",
                unissued.join(", ")
            ));
        }
        notes
    }
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(Rich::plain(words))
}

/// Lines under one another; the last one ends with a full stop.
fn dashes(lines: Vec<String>) -> Vec<Block> {
    let last = lines.len();
    let line = |(n, words): (usize, String)| {
        let end = if n == last { "." } else { ";" };
        Block::Dash(Rich::plain(format!("{}{end}", capitalised(&words))))
    };
    (1..).zip(lines).map(line).collect()
}

fn counted(n: usize) -> String {
    grouped(n as u64)
}

fn figure(n: Option<u64>) -> String {
    n.map(grouped).unwrap_or_default()
}

/// A row for each ward and one for all. Shares are millimetres of a page that lies.
fn by_ward(facts: &Facts<'_>, sums: &[Sum]) -> Block {
    let mut columns = vec![
        TableColumn::new("STT", 12, CellStand::Centre),
        TableColumn::new("Phường, xã", 50, CellStand::Left),
        TableColumn::new("Số liệu ngày", 24, CellStand::Centre),
        TableColumn::new("Phiếu nhận", 22, CellStand::Centre),
    ];
    for target in &facts.targets {
        let over = format!("Chỉ tiêu {}: {}", target.clause, target.name);
        for (heading, share) in [("Tử số", 21), ("Mẫu số", 21), ("Tỷ lệ", 19)] {
            columns.push(TableColumn::new(heading, share, CellStand::Right).under(&over));
        }
    }
    columns.push(TableColumn::new("Ghi chú", 30, CellStand::Left));
    let cells = |start: [String; 4], rates: Vec<&Rate>, note: String, is_sum| {
        let mut cells: Vec<String> = start.into();
        for rate in rates {
            cells.extend([figure(rate.numerator), figure(rate.denominator)]);
            cells.push(rate.percent.map(percent).unwrap_or_default());
        }
        cells.push(note);
        TableRow { cells, is_sum }
    };
    let sheets = |totals: &Totals| format!("{}/{}", counted(totals.returned), counted(totals.expected));
    let row = |(at, ward): (usize, &Ward<'_>)| {
        let start =
            [(at + 1).to_string(), ward.name().to_owned(), dmy(ward.packet.report.as_of), sheets(&ward.ledger.ward())];
        let note = match (ward.has_figures(), ward.packet.report.issue.is_some()) {
            (false, _) => "Chưa báo cáo",
            (true, false) => "Chưa phát hành",
            (true, true) => "",
        };
        cells(start, sums.iter().map(|s| &s.wards[at]).collect(), note.to_owned(), false)
    };
    let mut rows: Vec<TableRow> = facts.wards.wards.iter().enumerate().map(row).collect();
    let wards: Vec<Totals> = facts.wards.wards.iter().map(|w| w.ledger.ward()).collect();
    let all: Totals = wards.iter().sum();
    let start = [String::new(), "Tổng cộng".to_owned(), String::new(), sheets(&all)];
    rows.push(cells(start, sums.iter().map(|s| &s.rate).collect(), String::new(), true));
    Block::Table { columns, rows }
}
