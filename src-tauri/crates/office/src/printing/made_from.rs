//! What a batch was made from, in words.

use domain::date::dmy;
use domain::printing::{FlyerDesign, Said};

use crate::{Made, Result, View};

impl View<'_> {
    /// `A5, 2 tờ trên một trang A4; mẫu buổi hẹn; 15 địa bàn; đường dẫn https://… (xác nhận 08/11/2024)`.
    pub(crate) fn flyers_made_from(&self, size: &str, design: Option<FlyerDesign>, said: &[Said]) -> Result<String> {
        let campaign = self.get_campaign()?;
        let design = match design {
            Some(design) => design,
            None => self.find_flyer(campaign.id)?.unwrap_or_default().design,
        };
        let link = match campaign.link {
            Some(link) => format!("đường dẫn {} (xác nhận {})", link.url, dmy(link.confirmed_on)),
            None => "chưa có đường dẫn".to_owned(),
        };
        Ok(format!("{size}; mẫu {}; {} địa bàn; {link}", design.word(), said.len()))
    }
}

/// Pages of a finished file, read from its bytes; a picture, a text or a workbook has none.
pub(crate) fn pages(made: &Made) -> Result<u32> {
    if made.mime == crate::export::PDF { Ok(paper::pages(&made.bytes)?) } else { Ok(0) }
}
