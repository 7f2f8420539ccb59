//! Documents nobody wrote: the same for a seed and a number for ever, as different from one another as the decree
//! and an office allow.

use std::collections::BTreeSet;

use domain::NaiveDate;
use domain::date::DocumentDate;
use domain::document::{
    Appendix, Block, CellStand, Document, Recipients, Rich, ScheduleLine, Signature, Span, TableColumn, TableRow,
};
use domain::ids::OfficeId;
use domain::issuer::{Issuer, Validity};

use crate::study::random::Random;

/// What the decree calls a document, by what makes a difference to its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Plan,
    /// Công văn: no named type.
    Letter,
    /// Goes to a superior: Kính gửi, Như trên.
    Proposal,
    Report,
    Notice,
    Invitation,
}

impl Kind {
    /// All but the plan.
    pub const OTHERS: [Self; 5] = [Self::Letter, Self::Proposal, Self::Report, Self::Notice, Self::Invitation];

    #[must_use]
    pub fn title(self) -> Option<&'static str> {
        match self {
            Self::Plan => Some("KẾ HOẠCH"),
            Self::Letter => None,
            Self::Proposal => Some("TỜ TRÌNH"),
            Self::Report => Some("BÁO CÁO"),
            Self::Notice => Some("THÔNG BÁO"),
            Self::Invitation => Some("GIẤY MỜI"),
        }
    }

    fn symbol(self) -> &'static str {
        match self {
            Self::Plan => "KH-UBND",
            Self::Letter => "UBND-VP",
            Self::Proposal => "TTr-UBND",
            Self::Report => "BC-UBND",
            Self::Notice => "TB-UBND",
            Self::Invitation => "GM-UBND",
        }
    }

    /// Whether it names whom it goes to under its title.
    #[must_use]
    pub fn is_addressed(self) -> bool {
        !matches!(self, Self::Plan | Self::Notice)
    }

    /// Whether its recipients begin with those it is addressed to.
    #[must_use]
    pub fn says_as_above(self) -> bool {
        matches!(self, Self::Letter | Self::Proposal | Self::Report)
    }
}

/// Every vowel with every tone, and đ; small letters and capitals.
#[must_use]
pub fn letters() -> BTreeSet<char> {
    const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];
    let vowels = "aăâeêioôơuưy".chars().flat_map(|v| TONES.map(|tone| domain::text::nfc(&format!("{v}{tone}"))));
    let small: Vec<String> = vowels.chain(["đ".to_owned()]).collect();
    small.iter().flat_map(|l| [l.clone(), l.to_uppercase()]).flat_map(|l| l.chars().collect::<Vec<_>>()).collect()
}

/// The document of a number under a seed. Plans of numbers 0, 10, 20 … hold every letter with every tone.
#[must_use]
pub fn document(seed: u64, number: u32, kind: Kind) -> Document {
    let mut draw = Draw { random: Random::of(seed, &[u64::from(number), kind as u64]), kind, number };
    let issuer = draw.issuer();
    let appendices = draw.appendices();
    let mut body = draw.body();
    match appendices.len() {
        0 => {}
        1 => body.insert(0, Block::Paragraph(Rich::plain("Chi tiết tại Phụ lục kèm theo văn bản này."))),
        _ => body.insert(0, Block::Paragraph(Rich::plain("Chi tiết tại các Phụ lục I, II kèm theo văn bản này."))),
    }
    Document {
        issuer,
        number: draw.number(),
        symbol: kind.symbol().to_owned(),
        date: draw.date(),
        kind: kind.title().map(str::to_owned),
        subject: draw.subject(),
        addressees: draw.addressees(),
        bases: (0..number % 6).map(|_| Rich::plain(format!("Căn cứ {}", draw.sentence(40)))).collect(),
        body,
        appendices,
        recipients: draw.recipients(),
        signature: draw.signature(),
        drafter: draw.one_of(3).then(|| "PL.(300)".to_owned()),
        illustration: draw.one_of(4).then(|| "số liệu minh họa - không phải số liệu thật".to_owned()),
        foot: (kind == Kind::Report && number % 2 == 1).then(|| "BC-003 · nhật ký 9f3a 01c2 77d0 5be4".to_owned()),
    }
}

struct Draw {
    random: Random,
    kind: Kind,
    number: u32,
}

impl Draw {
    fn below(&mut self, n: u32) -> u32 {
        self.random.between(0, n - 1)
    }

    /// Once in `n` times.
    fn one_of(&mut self, n: u32) -> bool {
        self.below(n) == 0
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.random.below(all.len())]
    }

    fn letter(&mut self) -> char {
        const OTHER: &str = "bcdghklmnpqrstvxBCDGHKLMNPQRSTVX0123456789";
        const MARKED: &str = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ\
                              AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴĐ";
        let from = if self.one_of(2) { OTHER } else { MARKED };
        let all: Vec<char> = from.chars().collect();
        all[self.random.below(all.len())]
    }

    /// A name of exactly so many signs, with words up to eleven letters and what stands in names.
    fn name(&mut self, length: u32) -> String {
        let mut name = String::new();
        let mut word = 0;
        for at in 0..length {
            let is_inside = at > 0 && at + 1 < length && word > 0;
            if is_inside && (self.one_of(5) || word > 10) {
                name.push(' ');
                word = 0;
            } else if is_inside && self.one_of(25) {
                name.push_str(self.pick(&[",", ".", "/", "-", "(", ")", "&", "“", "”", "'", "<"]));
                word += 1;
            } else {
                let letter = self.letter();
                name.push(if at == 0 { letter.to_uppercase().next().unwrap_or(letter) } else { letter });
                word += 1;
            }
        }
        name
    }

    /// Up to so many words that end with no mark.
    fn sentence(&mut self, longest: u32) -> String {
        let words = self.random.between(1, longest);
        let word = |draw: &mut Self| {
            let length = draw.random.between(1, 8);
            (0..length).map(|_| draw.letter()).collect::<String>().to_lowercase()
        };
        let all: Vec<String> = (0..words).map(|_| word(self)).collect();
        domain::text::capitalised(&all.join(" "))
    }

    /// Words with a bold or an italic stretch now and then.
    fn rich(&mut self, longest: u32) -> Rich {
        let plain = |text: String| Span { text, ..Span::default() };
        let mut spans = vec![plain(self.sentence(longest))];
        if self.one_of(4) {
            let bold = self.one_of(2);
            spans.push(plain(" ".to_owned()));
            spans.push(Span { text: self.sentence(6).to_lowercase(), bold, italic: !bold });
            spans.push(plain(format!(" {}.", self.sentence(8).to_lowercase())));
        }
        Rich(spans)
    }

    fn issuer(&mut self) -> Issuer {
        let superior: &[&str] = match self.below(3) {
            0 => &[],
            1 => &["UBND QUẬN HÀ ĐÔNG"],
            _ => &["ỦY BAN NHÂN DÂN", "QUẬN HOÀN KIẾM"],
        };
        let name: &[&str] = match self.below(4) {
            0 => &["VĂN PHÒNG"],
            1 => &["BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ", "PHƯỜNG MINH HỌA"],
            _ => &["ỦY BAN NHÂN DÂN", "PHƯỜNG HÀ CẦU"],
        };
        let lines = |all: &[&str]| all.iter().map(|l| (*l).to_owned()).collect();
        Issuer {
            id: OfficeId(1),
            validity: Validity::default(),
            superior_lines: lines(superior),
            name_lines: lines(name),
            short_name: "UBND phường Hà Cầu".to_owned(),
            place: self.pick(&["Hà Cầu", "Minh Họa", "Quỳnh Côi", "A"]).to_owned(),
            symbol: "UBND".to_owned(),
            contact_line: self.one_of(2).then(|| format!("Địa chỉ: {}", self.name(40))),
        }
    }

    fn number(&mut self) -> Option<u32> {
        match self.below(4) {
            0 => None,
            1 => Some(self.random.between(1, 9)),
            _ => Some(self.random.between(10, 1_500)),
        }
    }

    fn date(&mut self) -> DocumentDate {
        let day = self.random.between(1, 28);
        let month = [1, 2, 3, 9, 10, 12][self.random.below(6)];
        let whole = DocumentDate { day: Some(day), month: Some(month), year: Some(2026) };
        match self.below(5) {
            0 => DocumentDate { day: None, ..whole },
            1 => DocumentDate { day: None, month: None, ..whole },
            2 => DocumentDate { day: Some(day % 9 + 1), ..whole },
            _ => whole,
        }
    }

    fn subject(&mut self) -> String {
        let longest = [2, 8, 20, 36][self.random.below(4)];
        let text = self.sentence(longest);
        match self.kind {
            Kind::Letter => format!("V/v {}", text.to_lowercase().chars().take(120).collect::<String>().trim_end()),
            _ => text,
        }
    }

    fn addressees(&mut self) -> Vec<String> {
        if !self.kind.is_addressed() {
            return Vec::new();
        }
        let count = if self.one_of(2) { 1 } else { self.random.between(2, 6) };
        (0..count).map(|_| self.name_up_to(60)).collect()
    }

    fn name_up_to(&mut self, longest: u32) -> String {
        let length = self.random.between(1, longest);
        self.name(length)
    }

    fn recipients(&mut self) -> Recipients {
        let count = self.number * 11 % 41;
        if count == 0 {
            return Recipients::default();
        }
        let mut all: Vec<String> = (1..count).map(|_| self.name_up_to(80)).collect();
        if self.kind.says_as_above() && count > 1 {
            "Như trên".clone_into(&mut all[0]);
        }
        all.push("Lưu: VT, VP".to_owned());
        Recipients(all)
    }

    fn signature(&mut self) -> Signature {
        let lines: &[&str] = match self.below(6) {
            0 => &["CHỦ TỊCH"],
            1 | 2 => &["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            3 => &["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            4 => &["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG ỦY BAN NHÂN DÂN PHƯỜNG"],
            _ => &["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG", "KIÊM TRƯỞNG BAN QUẢN LÝ DỰ ÁN"],
        };
        let signer = match self.below(4) {
            0 => None,
            1 => Some("Công Tằng Tôn Nữ Thị Nguyễn Phúc Quỳnh Hương".to_owned()),
            _ => Some(self.pick(&["Nguyễn Minh Hạnh", "Võ Ý", "Đặng Thùy Trâm Anh"]).to_owned()),
        };
        Signature { lines: lines.iter().map(|l| (*l).to_owned()).collect(), signer }
    }

    fn body(&mut self) -> Vec<Block> {
        const ROMAN: [&str; 6] = ["I", "II", "III", "IV", "V", "VI"];
        let mut blocks = vec![Block::Paragraph(Rich::plain(format!("{}:", self.sentence(40))))];
        if self.number.is_multiple_of(10) {
            let all: String = letters().into_iter().collect();
            blocks.push(Block::Paragraph(Rich::plain(
                all.chars()
                    .collect::<Vec<_>>()
                    .chunks(7)
                    .map(|c| c.iter().collect::<String>())
                    .collect::<Vec<_>>()
                    .join(" "),
            )));
        }
        let parts = self.random.between(1, 4);
        for roman in ROMAN.into_iter().take(parts as usize) {
            let title = self.sentence(18);
            blocks.push(Block::Part { number: roman.to_owned(), title });
            let pieces = self.random.between(1, 5);
            self.pieces(pieces, &mut blocks);
        }
        if self.kind == Kind::Plan || self.one_of(3) {
            blocks.push(Block::Item {
                number: "9".to_owned(), title: "Thời gian, địa bàn thực hiện:".to_owned()
            });
            let schedule = self.schedule();
            blocks.push(schedule);
        }
        if self.one_of(3) {
            let pieces = self.random.between(1, 6);
            self.pieces(pieces, &mut blocks);
            let table = self.table();
            blocks.push(table);
        }
        // One in five ends with the table, and the mark stands alone.
        if !self.one_of(5) {
            let pieces = self.random.between(0, 5);
            self.pieces(pieces, &mut blocks);
            let last = format!("{}./.", self.sentence(60));
            blocks.push(Block::Paragraph(Rich::plain(last)));
        }
        blocks
    }

    /// Items, points, dashes and plain paragraphs.
    fn pieces(&mut self, count: u32, blocks: &mut Vec<Block>) {
        const POINTS: [char; 8] = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h'];
        for n in 1..=count {
            match self.below(6) {
                0 => {
                    let title = self.sentence(22);
                    blocks.push(Block::Item { number: n.to_string(), title });
                    let text = self.rich(90);
                    blocks.push(Block::Paragraph(text));
                }
                1 => blocks.push(Block::NumberedText { number: n.to_string(), text: self.rich(90) }),
                2 => {
                    let points = self.random.between(1, 8) as usize;
                    let point = |letter| Block::Point { letter, text: self.rich(30) };
                    blocks.extend(POINTS.into_iter().take(points).map(point));
                }
                3 | 4 => blocks.push(Block::Dash(self.rich(50))),
                _ => blocks.push(Block::Paragraph(self.rich(130))),
            }
        }
    }

    /// From 1 to 60 areas over the plans of a run, names from 1 to 80 signs.
    fn schedule(&mut self) -> Block {
        let areas = 1 + self.number * 37 % 60;
        let mut day = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap_or_default();
        let letters: Vec<char> = letters().into_iter().collect();
        let mut line = |draw: &mut Self, at: u32| {
            let evenings = [1, 1, 1, 2, 3][draw.random.below(5)];
            let evenings: Vec<NaiveDate> = day.iter_days().take(evenings).collect();
            day = evenings.last().and_then(NaiveDate::succ_opt).unwrap_or(day);
            let area = match at {
                // The ends of the range, and in each tenth plan every letter with every tone.
                0 => draw.name(80),
                1 => draw.name(1),
                _ if draw.number.is_multiple_of(10) && at - 2 < 3 => {
                    letters.iter().skip((at as usize - 2) * 50).take(50).collect()
                }
                _ => draw.name_up_to(80),
            };
            ScheduleLine { evenings, area }
        };
        let lines = (0..areas).map(|at| line(self, at)).collect();
        Block::Schedule {
            time_heading: "Thời gian (các buổi tối, từ 19h30 đến 21h30)".to_owned(),
            area_heading: "Địa bàn tổ dân phố".to_owned(),
            lines,
        }
    }

    fn table(&mut self) -> Block {
        let columns = self.random.between(2, 5) as usize;
        let stands = [CellStand::Centre, CellStand::Left, CellStand::Right];
        let heading = |draw: &mut Self, at: usize| {
            let words = format!("Cột {} {}", at + 1, draw.sentence(3).to_lowercase());
            TableColumn::new(&words, draw.random.between(2, 5), stands[at % 3])
        };
        let spanned = columns > 3 && self.one_of(2);
        let mut headings: Vec<TableColumn> = (0..columns).map(|at| heading(self, at)).collect();
        if spanned {
            // The second and the third under a heading they share.
            headings =
                (0..).zip(headings).map(|(at, h)| if at == 1 || at == 2 { h.under("Chia ra") } else { h }).collect();
        }
        let count = self.random.between(1, 40);
        let row = |draw: &mut Self, n: u32| {
            (0..columns).map(|at| if at == 0 { n.to_string() } else { draw.cell() }).collect::<Vec<_>>()
        };
        let mut rows: Vec<TableRow> = (1..=count).map(|n| row(self, n).into()).collect();
        if let Some(last) = rows.last_mut().filter(|_| self.one_of(3)) {
            last.is_sum = true;
        }
        Block::Table { columns: headings, rows }
    }

    fn cell(&mut self) -> String {
        match self.below(3) {
            0 => domain::number::grouped(u64::from(self.below(99_999))),
            1 => String::new(),
            _ => self.sentence(6),
        }
    }

    fn appendices(&mut self) -> Vec<Appendix> {
        let count = match self.below(6) {
            0 => 1,
            1 => 2,
            _ => 0,
        };
        let one = |draw: &mut Self| {
            let mut body = Vec::new();
            let pieces = draw.random.between(0, 4);
            draw.pieces(pieces, &mut body);
            let table = draw.table();
            body.push(table);
            Appendix { title: draw.sentence(14), landscape: draw.one_of(2), body }
        };
        (0..count).map(|_| one(self)).collect()
    }
}
