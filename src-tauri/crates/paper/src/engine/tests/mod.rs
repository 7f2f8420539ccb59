//! What the engine promises whatever the paper, on laid-out pages and in finished files.

mod file;
mod float;
mod generated;
mod section;
mod table;
mod word;

use crate::engine::block::{Align, Block, Margins, PageNumber, Paragraph, Section, Stand, Type};
use crate::engine::flow;
use crate::engine::page::{Drawing, Item, Page, Shape};
use crate::engine::text::Typesetter;
use crate::error::Fault;
use crate::face::Face;
use crate::seen::Seen;

const BODY: Type = Type::new(Face::Serif, 14.0);
const BOLD: Type = Type::new(Face::SerifBold, 14.0);
const MARGINS: Margins = Margins { top: 20.0, bottom: 20.0, left: 30.0, right: 15.0 };
const LONG: &str = "Đẩy mạnh tuyên truyền, vận động, hướng dẫn người dân khai thác, sử dụng ứng dụng trên địa bàn \
                    phường hướng đến mục tiêu đạt 50% trở lên số người dân có độ tuổi từ 15 tuổi trở lên.";

fn words(text: &str) -> Block {
    Paragraph::new(text, BODY, Stand::PLAIN).into()
}

fn body(text: &str) -> Block {
    let stand = Stand { align: Align::Justify, first_line: 10.0, before: 2.1, ..Stand::PLAIN };
    Paragraph::new(text, BODY, stand).into()
}

/// A4 upright with page numbers.
fn upright(blocks: Vec<Block>) -> Section {
    Section { number: Some(PageNumber { set_in: BODY }), ..Section::of(210.0, 297.0, MARGINS, blocks) }
}

fn drawn(sections: &[Section]) -> Drawing {
    tried(sections).expect("it fits")
}

fn tried(sections: &[Section]) -> Result<Drawing, Fault> {
    flow::drawing("Tên".into(), sections, &mut Typesetter::new())
}

fn seen(page: &Page) -> Vec<Seen> {
    crate::seen::seen(&page.items)
}

fn all_words(drawing: &Drawing) -> Vec<String> {
    drawing.pages.iter().flat_map(seen).map(|l| l.text).collect()
}

/// Lines drawn on a page: from and to, in mm.
fn rules(page: &Page) -> Vec<((f32, f32), (f32, f32))> {
    let rule = |item: &Item| match item {
        Item::Shape(Shape::Line { from, to }, _) => Some((*from, *to)),
        _ => None,
    };
    page.items.iter().filter_map(rule).collect()
}

fn near(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.05
}
