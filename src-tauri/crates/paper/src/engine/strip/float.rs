//! Paragraphs beside a picture.

use super::{Strip, Strips, paragraph_strips};
use crate::engine::block::{Float, Paragraph, Side};
use crate::engine::page::{Item, Mm};
use crate::engine::text::{Beside, Typesetter};
use crate::error::Fault;

/// Rounding that may add up over a picture's height.
const HAIR: Mm = 0.01;

/// A picture that words run beside.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Floating {
    beside: Beside,
    /// Not placed yet.
    item: Option<Item>,
}

impl Strips {
    pub(super) fn float(&mut self, float: &Float, measure: Mm) -> Result<(), Fault> {
        self.below_float();
        let drawn = float.picture.drawn(float.width)?;
        let left = if float.side == Side::Left { 0.0 } else { measure - drawn.width };
        let beside = Beside { side: float.side, width: drawn.width + float.gap, height: drawn.height };
        self.floating = Some(Floating { beside, item: Some(drawn.item.moved(left, 0.0)) });
        Ok(())
    }

    pub(super) fn paragraph(&mut self, p: &Paragraph, measure: Mm, typesetter: &mut Typesetter) -> Result<(), Fault> {
        let Some(mut floating) = self.floating.take() else {
            self.strips.extend(paragraph_strips(p, measure, None, typesetter)?);
            return Ok(());
        };
        // The picture's head is level with the first line; room between paragraphs passes beside it.
        if floating.item.is_none() {
            floating.beside.height -= p.stand.before;
        }
        let strips = paragraph_strips(p, measure, Some(floating.beside), typesetter)?;
        for mut strip in strips {
            strip.items.extend(floating.item.take());
            floating.beside.height -= strip.height;
            strip.keep |= floating.beside.height > HAIR;
            self.strips.push(strip);
        }
        if floating.item.is_some() || floating.beside.height > HAIR {
            self.floating = Some(floating);
        }
        Ok(())
    }

    /// What follows begins below the picture.
    pub(super) fn below_float(&mut self) {
        if let Some(floating) = self.floating.take() {
            // A heading beside the picture goes on to what stands below it.
            let keep = floating.item.is_none() && self.strips.last().is_some_and(|strip| !strip.is_body);
            let items = floating.item.into_iter().collect();
            self.strips.push(Strip { height: floating.beside.height.max(0.0), items, keep, ..Strip::default() });
        }
    }
}
