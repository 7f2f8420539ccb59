//! Pictures and QRs, anchored in a paragraph that takes no room.

use docx_rs::{
    DrawingPosition, Paragraph as WordParagraph, Pic, PicAlign, RelativeFromHType, RelativeFromVType, Run as WordRun,
};

use super::speck;
use crate::engine::block::{Fixed, Float, Picture, Side};
use crate::engine::page::{Item, Mm};
use crate::engine::picture::qr_png;
use crate::error::Fault;

/// The picture files of a package.
#[derive(Debug, Default)]
pub(super) struct Media {
    pub(super) files: Vec<Vec<u8>>,
}

/// How words call a picture.
pub(super) fn picture_id(n: usize) -> String {
    format!("rIdPicture{n}")
}

/// Word's unit is 1/36,000 mm.
#[expect(clippy::cast_possible_truncation, reason = "a page is a few million units wide")]
fn emu(mm: Mm) -> i32 {
    (mm * 36_000.0).round() as i32
}

fn extent(mm: Mm) -> u32 {
    u32::try_from(emu(mm)).unwrap_or_default()
}

impl Media {
    fn pic(&mut self, picture: &Picture, width: Mm) -> Result<Pic, Fault> {
        let drawn = picture.drawn(width)?;
        let file = match &drawn.item {
            Item::Qr(modules) => qr_png(modules)?,
            Item::Image { image, .. } => image.file().to_vec(),
            Item::Text { .. } | Item::Shape(..) => Vec::new(),
        };
        let known = self.files.iter().position(|other| *other == file);
        let n = known.unwrap_or_else(|| {
            self.files.push(file);
            self.files.len() - 1
        });
        // The bytes go into the package by themselves; the words only call them.
        let pic = Pic::new_with_dimensions(Vec::new(), 1, 1).id(picture_id(n + 1));
        Ok(pic.size(extent(drawn.width), extent(drawn.height)).floating())
    }

    /// At an edge of the text, words beside it.
    pub(super) fn float(&mut self, float: &Float) -> Result<WordParagraph, Fault> {
        let gap = emu(float.gap);
        let pic = self.pic(&float.picture, float.width)?;
        let pic = match float.side {
            Side::Left => pic.position_h(DrawingPosition::Align(PicAlign::Left)).dist_r(gap),
            Side::Right => pic.position_h(DrawingPosition::Align(PicAlign::Right)).dist_l(gap),
        };
        let pic = pic.relative_from_h(RelativeFromHType::Column).relative_from_v(RelativeFromVType::Paragraph);
        Ok(speck().keep_next(true).add_run(WordRun::new().add_image(pic)))
    }

    /// At a place of the page.
    pub(super) fn fixed(&mut self, fixed: &Fixed) -> Result<WordParagraph, Fault> {
        let pic = self.pic(&fixed.picture, fixed.width)?;
        let pic = pic
            .overlapping()
            .relative_from_h(RelativeFromHType::Page)
            .relative_from_v(RelativeFromVType::Page)
            .offset_x(emu(fixed.at.0))
            .offset_y(emu(fixed.at.1));
        Ok(speck().add_run(WordRun::new().add_image(pic)))
    }
}
