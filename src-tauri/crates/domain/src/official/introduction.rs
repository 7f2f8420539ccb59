//! Giấy giới thiệu (NĐ 30, Phụ lục III, mẫu 1.7): a team for an evening, with its members.

use super::Ground;
use crate::date::{dmy, hm, weekday};
use crate::document::{Block, CellStand, TableColumn, TableRow};
use crate::schedule::Visit;
use crate::template::{Field, Values};

/// Somebody of the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Introduced {
    pub name: String,
    /// Title, or unit.
    pub title: Option<String>,
    /// The force they come from, and what they are in the team.
    pub force: String,
}

/// What a letter of introduction is made from.
#[derive(Debug, Clone)]
pub struct Introduction {
    pub ground: Ground,
    /// The evening, with its area's name and the team's.
    pub visit: Option<(Visit, String)>,
    pub team: Option<String>,
    pub members: Vec<Introduced>,
}

impl Introduction {
    #[must_use]
    pub fn values(&self) -> Values {
        let mut values = self.ground.values();
        values.say_if(Field::Team, self.team.clone());
        values.set(Field::Members, vec![self.table()]);
        if let Some((visit, area)) = &self.visit {
            let (starts, ends) = (hm(visit.starts), hm(visit.ends));
            values
                .say(Field::Evening, format!("từ {starts} đến {ends}, {}, ngày {}", weekday(visit.on), dmy(visit.on)));
            values.say(Field::Area, area);
            values.say(Field::ValidUntil, dmy(visit.on));
        }
        values
    }

    /// Rows to be written in where nobody has been detailed yet.
    fn table(&self) -> Block {
        const ROOM: usize = 5;
        let columns = vec![
            TableColumn::new("STT", 12, CellStand::Centre),
            TableColumn::new("Họ và tên", 52, CellStand::Left),
            TableColumn::new("Chức vụ, đơn vị", 55, CellStand::Left),
            TableColumn::new("Lực lượng", 46, CellStand::Left),
        ];
        let blank = |n: usize| -> TableRow { vec![n.to_string(), String::new(), String::new(), String::new()].into() };
        let row = |(one, n): (&Introduced, usize)| -> TableRow {
            vec![n.to_string(), one.name.clone(), one.title.clone().unwrap_or_default(), one.force.clone()].into()
        };
        let rows = match self.members.len() {
            0 => (1..=ROOM).map(blank).collect(),
            _ => self.members.iter().zip(1..).map(row).collect(),
        };
        Block::Table { columns, rows }
    }
}
