use domain::account::Permission;
use domain::printing::FlyerDesign;
use domain::text::clean;
use serde::{Deserialize, Serialize};
use store::FlyerRow;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::profile::LinkView;
use crate::{Act, Read, Result, View, Write};

/// How the campaign's flyers look and what they say. What is blank is the program's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FlyerSettings {
    pub design: FlyerDesign,
    pub headline: Option<String>,
    pub steps: Vec<String>,
    /// Where the QR leads; `null` until somebody has opened and confirmed it, and nothing is printed of it.
    pub link: Option<LinkView>,
    /// The office's own line for questions.
    pub contact_line: Option<String>,
    pub app_name: String,
    /// Longest headline and step, in letters, and how many steps there may be.
    pub most_headline: u32,
    pub most_step: u32,
    pub most_steps: u32,
}

#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetFlyer {}

impl Read for GetFlyer {
    type Answer = FlyerSettings;
    const NAME: &'static str = "get_flyer";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<FlyerSettings> {
        let campaign = view.get_campaign()?;
        let row = view.find_flyer(campaign.id)?.unwrap_or_default();
        Ok(FlyerSettings {
            design: row.design,
            headline: row.headline,
            steps: row.steps,
            link: view.link(&campaign)?,
            contact_line: view.issuer_during(&campaign)?.contact_line,
            app_name: campaign.app_name,
            most_headline: HEADLINE,
            most_step: STEP,
            most_steps: STEPS,
        })
    }
}

/// Design, headline and steps of the campaign's flyers, posters, strips and pictures.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutFlyer {
    pub design: FlyerDesign,
    /// Blank: the program's own.
    pub headline: Option<String>,
    /// Blank ones are left out; none: the program's own.
    pub steps: Vec<String>,
}

/// What still stands in large type on an A6.
const HEADLINE: u32 = 80;
const STEP: u32 = 90;
const STEPS: u32 = 5;

impl Write for PutFlyer {
    type Answer = ();
    const NAME: &'static str = "put_flyer";
    const NEEDS: Permission = Permission::Print;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        let headline = of_length(self.headline.as_deref().unwrap_or_default(), "tiêu đề", HEADLINE)?;
        let mut steps = Vec::new();
        for (typed, n) in self.steps.iter().zip(1..) {
            steps.extend(of_length(typed, &format!("bước {n}"), STEP)?);
        }
        if steps.len() > STEPS as usize {
            return Err(Error::of(ErrorCode::CountOutOfRange).with("what", "Số bước").with("most", STEPS));
        }
        let row = FlyerRow { design: self.design, headline, steps };
        let campaign = act.get_campaign()?.id;
        if act.find_flyer(campaign)?.unwrap_or_default() == row {
            return Ok(());
        }
        Ok(act.put_flyer(campaign, &row)?)
    }
}

fn of_length(typed: &str, field: &str, most: u32) -> Result<Option<String>> {
    let words = clean(typed);
    if words.chars().count() > most as usize {
        return Err(Error::of(ErrorCode::TooLong).with("field", field).with("most", most));
    }
    Ok(Some(words).filter(|w| !w.is_empty()))
}
