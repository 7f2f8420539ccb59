use domain::account::Permission;
use domain::printing::FlyerDesign;
use domain::text::{clean, fold};
use serde::{Deserialize, Serialize};
use store::FlyerRow;
use ts_rs::TS;

use crate::error::{Error, ErrorCode};
use crate::flyer::{STEPS, headline, steps};
use crate::profile::LinkView;
use crate::{Act, Read, Result, View, Write};

/// How the campaign's flyers look and what they say. What is blank is the program's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FlyerSettings {
    pub design: FlyerDesign,
    /// One line or two.
    pub headline: Option<String>,
    pub steps: Vec<String>,
    /// Where the QR leads; `null` until somebody has opened and confirmed it, and nothing is printed of it.
    pub link: Option<LinkView>,
    /// The office's own line for questions.
    pub contact_line: Option<String>,
    pub app_name: String,
    /// Longest line of a headline and longest step, in letters, and how many steps there may be.
    pub most_headline: u32,
    pub most_step: u32,
    pub most_steps: u32,
    /// Fields that stand for an area's own words: `ứng dụng` is written `{{ứng dụng}}`.
    pub fields: Vec<String>,
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
            most_steps: crate::book::count(*STEPS.end()),
            fields: paper::FLYER_FIELDS.map(str::to_owned).into(),
        })
    }
}

/// Design, headline and steps of the campaign's flyers, posters, strips and pictures.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PutFlyer {
    pub design: FlyerDesign,
    /// One line or two; blank: the program's own.
    pub headline: Option<String>,
    /// Two to five, blank ones left out; none: the program's own.
    pub steps: Vec<String>,
}

/// What still stands in large type.
const HEADLINE: u32 = 80;
const STEP: u32 = 90;

impl Write for PutFlyer {
    type Answer = ();
    const NAME: &'static str = "put_flyer";
    const NEEDS: Permission = Permission::Print;
    const UNDOABLE: bool = true;

    fn run(self, act: &Act<'_>) -> Result<()> {
        for line in self.headline.iter().flat_map(|h| h.lines()) {
            of_length(line, "tiêu đề", HEADLINE)?;
        }
        for (typed, n) in self.steps.iter().zip(1..) {
            of_length(typed, &format!("bước {n}"), STEP)?;
        }
        let headline = headline(self.headline.as_deref().unwrap_or_default())?;
        let steps = steps(&self.steps)?.unwrap_or_default();
        for text in headline.iter().chain(&steps) {
            if let Some(field) = unknown_field(text) {
                return Err(Error::of(ErrorCode::UnknownTaskField).with("field", field));
            }
        }
        let row = FlyerRow { design: self.design, headline, steps };
        let campaign = act.get_campaign()?.id;
        if act.find_flyer(campaign)?.unwrap_or_default() == row {
            return Ok(());
        }
        Ok(act.put_flyer(campaign, &row)?)
    }
}

/// A field that a flyer does not fill in; one without its end is printed as it stands.
fn unknown_field(text: &str) -> Option<String> {
    let known: Vec<String> = paper::FLYER_FIELDS.iter().map(|field| fold(field)).collect();
    let fields = text.split("{{").skip(1).filter_map(|rest| rest.split_once("}}")).map(|(field, _)| field.trim());
    fields.into_iter().find(|field| !known.contains(&fold(field))).map(str::to_owned)
}

fn of_length(typed: &str, field: &str, most: u32) -> Result<()> {
    if clean(typed).chars().count() > most as usize {
        return Err(Error::of(ErrorCode::TooLong).with("field", field).with("most", most));
    }
    Ok(())
}
