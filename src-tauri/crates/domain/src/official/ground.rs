//! What every kind of document knows: the office, the campaign, its targets, and the days it speaks of.

use chrono::NaiveDate;

use crate::campaign::{Campaign, Target};
use crate::date::{dmy, hm};
use crate::document::{Block, Rich};
use crate::issuer::Issuer;
use crate::team::Person;
use crate::template::{DOTS, Field, Values};
use crate::text::uncapitalised;

/// Facts of office and campaign.
#[derive(Debug, Clone)]
pub struct Ground {
    pub issuer: Issuer,
    pub campaign: Campaign,
    pub targets: Vec<Target>,
    pub contact: Option<Person>,
    /// The day the document is made.
    pub today: NaiveDate,
    /// First and last day it speaks of.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

impl Ground {
    /// Values of the fields that all kinds have.
    #[must_use]
    pub fn values(&self) -> Values {
        let campaign = &self.campaign;
        let mut values = Values::default();
        values.say(Field::Office, &self.issuer.short_name);
        values.say(Field::App, &campaign.app_name);
        values.say(Field::Campaign, &campaign.title);
        values.say(Field::PlanSubject, uncapitalised(&campaign.subject));
        values.say(Field::PlanNumber, plan_number(campaign, &self.issuer));
        values.say(Field::Starts, dmy(campaign.starts_on));
        values.say(Field::Ends, dmy(campaign.ends_on));
        values.say(Field::Hours, format!("từ {} đến {}", hm(campaign.evening_starts), hm(campaign.evening_ends)));
        values.say(Field::Contact, self.contact.as_ref().map_or_else(|| format!("đ/c {DOTS}"), Person::comrade));
        values.say(Field::Today, dmy(self.today));
        values.say(Field::Period, self.period());
        if !self.targets.is_empty() {
            let said: Vec<String> = self.targets.iter().map(Target::aim).collect();
            values.say(Field::Targets, said.join("; "));
            values.set(Field::Targets, listed(said));
        }
        values
    }

    /// `từ ngày 09/11/2024 đến ngày 15/11/2024`.
    fn period(&self) -> String {
        let from = self.from.unwrap_or(self.campaign.starts_on);
        let to = self.to.unwrap_or(self.campaign.ends_on);
        if from == to {
            format!("ngày {}", dmy(from))
        } else {
            format!("từ ngày {} đến ngày {}", dmy(from), dmy(to))
        }
    }
}

/// Lines with dashes, ";" between and "." at the end.
pub(crate) fn listed(lines: Vec<String>) -> Vec<Block> {
    let last = lines.len().saturating_sub(1);
    let line = |(i, line): (usize, String)| {
        let line = line.trim_end_matches(['.', ';']);
        Block::Dash(Rich::plain(format!("{line}{}", if i == last { "." } else { ";" })))
    };
    lines.into_iter().enumerate().map(|(i, text)| line((i, crate::text::capitalised(&text)))).collect()
}

/// `75/KH-UBND ngày 05/11/2024`, with dots for what is not given yet.
pub(crate) fn plan_number(campaign: &Campaign, issuer: &Issuer) -> String {
    let number = campaign.plan_number.map_or_else(|| "……".to_owned(), |n| format!("{n:02}"));
    let day = match (campaign.plan_date, campaign.plan_month) {
        (Some(day), _) => dmy(day),
        (None, Some(month)) => format!("……/{}", month.format("%m/%Y")),
        (None, None) => "……/……/……".to_owned(),
    };
    format!("{number}/KH-{} ngày {day}", issuer.symbol)
}
