//! Tờ trình kinh phí in ấn: what the campaign's prints cost, for Tài chính – Kế toán.

use super::Ground;
use super::ground::listed;
use crate::document::{Block, Rich};
use crate::estimate::{Estimate, table};
use crate::money::dong_words;
use crate::number::grouped;
use crate::template::{DOTS, Field, Values};

/// What a request for the cost of prints is made from.
#[derive(Debug, Clone)]
pub struct PrintCost {
    pub ground: Ground,
    pub estimate: Estimate,
}

impl PrintCost {
    #[must_use]
    pub fn values(&self) -> Values {
        let mut values = self.ground.values();
        let total = self.estimate.total;
        values.say_if(Field::EstimateTotal, total.map(|total| format!("{} đồng", grouped(total))));
        values.say_if(Field::EstimateWords, total.map(dong_words));
        let words = total.map_or_else(|| DOTS.repeat(3), dong_words);
        let closing = Block::Paragraph(Rich::parse(&format!("*Bằng chữ: {words}.*")));
        values.set(Field::Estimate, vec![table(&self.estimate), closing]);
        values.set(Field::EstimateGaps, self.gaps());
        values
    }

    /// Areas whose households are still to be asked for.
    fn gaps(&self) -> Vec<Block> {
        let areas = &self.estimate.without_households;
        if areas.is_empty() {
            return Vec::new();
        }
        let words = format!("số lượng theo hộ chưa tính được vì chưa có số hộ của: {}", areas.join(", "));
        listed(vec![words])
    }
}
