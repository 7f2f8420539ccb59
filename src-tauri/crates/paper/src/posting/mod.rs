//! The list of places where papers are posted (danh sách điểm niêm yết): what whoever posts takes along and
//! ticks off. A list for each keeper begins a page.

use domain::NaiveDate;
use domain::date::{dm, dmy, weekday};
use domain::text::capitalised;

use crate::engine::block::{
    Align, Band, Block, Cell, Margins, Paragraph, Row, Rules, Run, Section, Stand, Table, Type,
};
use crate::engine::page::{Drawing, Mm};
use crate::engine::text::Typesetter;
use crate::engine::{flow, pdf};
use crate::error::{PaperError, PaperKind};
use crate::face::Face;

/// Everything on the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingListPrint {
    /// As in running text: `UBND phường Hà Cầu`.
    pub issuer: String,
    pub campaign: String,
    /// The day it was made.
    pub on: NaiveDate,
    pub lists: Vec<PostingList>,
    /// Said at the head when the figures are invented.
    pub illustration: Option<String>,
}

/// The places of one keeper, or of nobody yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingList {
    /// `Nguyễn Văn An - Tổ trưởng`.
    pub keeper: Option<String>,
    pub groups: Vec<PostingGroup>,
}

/// The places of an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingGroup {
    /// With its kind; none for places of the whole ward.
    pub area: Option<String>,
    /// Its next evening.
    pub evening: Option<NaiveDate>,
    pub places: Vec<PostingLine>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostingLine {
    pub name: String,
    pub note: Option<String>,
    /// What hangs there: `Áp phích A3, từ 08/11`.
    pub hangs: Vec<String>,
}

const WIDTH: Mm = 210.0;
const HEIGHT: Mm = 297.0;
const MARGINS: Margins = Margins { top: 15.0, bottom: 15.0, left: 18.0, right: 14.0 };
const MEASURE: Mm = WIDTH - MARGINS.left - MARGINS.right;
const BODY: Type = Type::new(Face::Sans, 11.5);
const SMALL: Type = Type::new(Face::Sans, 10.0);
const STRONG: Type = Type::new(Face::SansSemiBold, 11.5);
const TITLE: Type = Type::new(Face::SansSemiBold, 16.0);
/// Tick, number, what is posted and when: room for a pen.
const TICK: Mm = 15.0;
const COPIES: Mm = 18.0;
const DAY: Mm = 24.0;
const NUMBER: Mm = 11.0;
const HANGS: Mm = 44.0;
const PLACE: Mm = MEASURE - TICK - COPIES - DAY - NUMBER - HANGS;
const TRACKS: [Mm; 6] = [NUMBER, PLACE, HANGS, COPIES, DAY, TICK];

/// A list for each keeper, a page or more each.
///
/// # Errors
/// A character without a glyph; words too long for their column.
pub fn posting_list_pdf(print: &PostingListPrint) -> Result<Vec<u8>, PaperError> {
    let mut typesetter = Typesetter::new();
    let mut drawing = Drawing { title: "Danh sách điểm niêm yết".to_owned(), ..Drawing::default() };
    for list in &print.lists {
        let place = list.keeper.as_deref().unwrap_or(NOBODY);
        let pages = flow::pages(&section(print, list), &mut typesetter);
        drawing.pages.extend(pages.map_err(|fault| fault.on(PaperKind::PostingList, place))?);
    }
    pdf::write(&drawing)
}

const NOBODY: &str = "chưa phân công";

fn section(print: &PostingListPrint, list: &PostingList) -> Section {
    let words = |text: String, set_in: Type, stand: Stand| Block::Paragraph(Paragraph::new(text, set_in, stand));
    let illustration = print.illustration.as_deref().map(|said| {
        let set_in = Type::new(Face::SansSemiBold, 9.5);
        words(capitalised(said), set_in, Stand { after: 2.0, ..Stand::CENTRED })
    });
    let blocks = vec![
        words(print.issuer.to_uppercase(), SMALL, Stand::PLAIN),
        words("DANH SÁCH ĐIỂM NIÊM YẾT".to_owned(), TITLE, Stand { before: 3.0, after: 1.0, ..Stand::CENTRED }),
        words(print.campaign.clone(), BODY, Stand { after: 3.0, ..Stand::CENTRED }),
        Block::Paragraph(Paragraph::mixed(
            vec![
                Run { text: "Người phụ trách: ".to_owned(), set_in: BODY },
                Run { text: list.keeper.clone().unwrap_or_else(|| NOBODY.to_owned()), set_in: STRONG },
            ],
            Stand::PLAIN,
        )),
        words(
            format!("Lập ngày {}. Dán xong điểm nào, đánh dấu và ghi ngày vào dòng ấy.", dmy(print.on)),
            BODY,
            Stand { after: 2.5, ..Stand::PLAIN },
        ),
        Block::Table(table(list)),
    ];
    Section {
        head: Band::on_every_page(illustration.into_iter().collect()),
        ..Section::of(WIDTH, HEIGHT, MARGINS, blocks)
    }
}

fn table(list: &PostingList) -> Table {
    let head = |text: &str| Cell::from(Paragraph::new(text, Type { size: 10.5, ..STRONG }, Stand::CENTRED));
    let mut rows: Vec<Row> = Vec::new();
    let mut n = 0;
    for group in &list.groups {
        rows.push(vec![of_area(group).across(TRACKS.len())]);
        for place in &group.places {
            n += 1;
            rows.push(line(n, place));
        }
    }
    Table {
        tracks: Table::tracks(&TRACKS),
        header: vec![vec![
            head("STT"),
            head("Điểm niêm yết"),
            head("Đang treo"),
            head("Số tờ dán"),
            head("Ngày dán"),
            head("Đã dán"),
        ]],
        rows,
        before: 0.0,
        rules: Rules::All(0.25),
        padding: (1.6, 1.8),
    }
}

/// `Tổ dân phố Hà Trì 1: buổi tới thứ Ba, ngày 12/11/2024`; never the last row of a page.
fn of_area(group: &PostingGroup) -> Cell {
    let area = group.area.as_deref().unwrap_or("Toàn địa phương");
    let evening = match group.evening {
        Some(on) => format!(": buổi tới {}, ngày {}", weekday(on), dmy(on)),
        None if group.area.is_some() => ": không còn buổi nào".to_owned(),
        None => String::new(),
    };
    let runs = vec![Run { text: area.to_owned(), set_in: STRONG }, Run { text: evening, set_in: BODY }];
    Paragraph::mixed(runs, Stand { align: Align::Left, keep_with_next: true, ..Stand::PLAIN }).into()
}

fn line(n: u32, place: &PostingLine) -> Row {
    let plain = |text: &str, set_in: Type| Paragraph::new(text, set_in, Stand::PLAIN);
    let mut name = vec![plain(&place.name, BODY)];
    name.extend(place.note.as_deref().map(|note| plain(note, SMALL)));
    let hangs: Vec<Paragraph> = match place.hangs.as_slice() {
        [] => vec![plain("chưa có gì", SMALL)],
        some => some.iter().map(|what| plain(what, SMALL)).collect(),
    };
    let blank = || Cell::from(plain("", BODY));
    vec![
        Paragraph::new(n.to_string(), BODY, Stand::CENTRED).into(),
        name.into(),
        hangs.into(),
        blank(),
        blank(),
        blank(),
    ]
}

/// `Áp phích A3, từ 08/11`.
#[must_use]
pub fn hanging_words(what: &str, copies: u32, on: NaiveDate) -> String {
    let copies = if copies > 1 { format!(" ({copies} tờ)") } else { String::new() };
    format!("{what}{copies}, từ {}", dm(on))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(keeper: Option<&str>, places: usize) -> PostingList {
        let line = |n: usize| PostingLine {
            name: format!("Bảng tin số {n}, nhà văn hóa tổ dân phố"),
            note: n.is_multiple_of(3).then(|| "Xin chìa khóa ở nhà bên cạnh".to_owned()),
            hangs: if n.is_multiple_of(2) { vec!["Áp phích A3, từ 08/11".to_owned()] } else { Vec::new() },
        };
        let group = PostingGroup {
            area: Some("Tổ dân phố Hà Trì 1".into()),
            evening: NaiveDate::from_ymd_opt(2024, 11, 12),
            places: (1..=places).map(line).collect(),
        };
        PostingList { keeper: keeper.map(str::to_owned), groups: vec![group] }
    }

    fn print(lists: Vec<PostingList>) -> PostingListPrint {
        PostingListPrint {
            issuer: "UBND phường Hà Cầu".into(),
            campaign: "Cài đặt iHanoi".into(),
            on: NaiveDate::from_ymd_opt(2024, 11, 10).expect("a day"),
            lists,
            illustration: None,
        }
    }

    #[test]
    fn each_keeper_begins_a_page_and_a_long_list_goes_on() {
        let made = posting_list_pdf(&print(vec![list(Some("Nguyễn Văn An"), 3), list(None, 60)])).expect("a paper");
        let pages = crate::pages(&made).expect("a PDF");
        assert!(pages >= 4, "{pages}: one, and sixty rows on several");
        assert_eq!(
            made,
            posting_list_pdf(&print(vec![list(Some("Nguyễn Văn An"), 3), list(None, 60)])).expect("again")
        );
    }

    #[test]
    fn a_character_without_a_glyph_is_told_with_the_keeper() {
        let refused = posting_list_pdf(&print(vec![list(Some("An \u{1F600}"), 1)]));
        assert!(matches!(refused, Err(PaperError::MissingGlyph { paper: PaperKind::PostingList, .. })), "{refused:?}");
    }

    #[test]
    fn what_hangs_is_told_with_its_day() {
        let on = NaiveDate::from_ymd_opt(2024, 11, 8).expect("a day");
        assert_eq!(hanging_words("Áp phích A3", 1, on), "Áp phích A3, từ 08/11");
        assert_eq!(hanging_words("Tờ rơi A5", 4, on), "Tờ rơi A5 (4 tờ), từ 08/11");
    }
}
