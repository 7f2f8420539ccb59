//! Sending wards, one a transaction: a run that breaks off is gone on with by running again.

use chrono::NaiveDate;
use domain::campaign::Campaign;
use domain::consolidation::{Rank, ward_name};
use domain::packet::Packet;
use domain::text::fold;
use postgres::{Client, GenericClient};

use crate::facts::{self, Facts};
use crate::refusal::Refusal;
use crate::schema::Schema;
use crate::ward;

/// What there is to send: a consolidated file's campaign and its wards.
#[derive(Debug, Clone, PartialEq)]
pub struct Load {
    pub campaign: Campaign,
    pub packets: Vec<Packet>,
    /// The file speaks for the whole campaign: a ward it does not hold is taken out of the schema.
    pub is_all: bool,
}

/// What becomes of a ward's packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The ward was not there.
    New,
    /// It takes the place of an earlier packet.
    Replaces,
    /// It is there already.
    Unchanged,
    /// A newer one is there.
    Older,
}

impl Fate {
    #[must_use]
    pub fn is_sent(self) -> bool {
        matches!(self, Self::New | Self::Replaces)
    }
}

/// A ward that is done with; in a preview, that would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// As its issuer is called.
    pub ward: String,
    pub fate: Fate,
}

/// What a run tells while it runs.
#[derive(Debug)]
pub enum News<'a> {
    /// Another run holds the schema.
    Waiting,
    Ward {
        told: &'a Told,
        /// The n-th of so many.
        n: usize,
        of: usize,
    },
}

/// What a run came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    pub wards: Vec<Told>,
    /// Wards the schema has and the file has not: taken out if the load is all there is, left alone otherwise.
    pub strangers: Vec<String>,
}

/// Sends what is not there yet. The session ends with it, and with the session the lock.
///
/// # Errors
/// Why nothing more was sent. Wards already told of are there; the one after them is there whole or not at all.
pub fn send(
    mut client: Client,
    schema: &Schema,
    load: &Load,
    tell: &mut dyn FnMut(&News<'_>),
) -> Result<Outcome, Refusal> {
    let name = schema.to_string();
    if !client.query_one(include_str!("../sql/try_lock.sql"), &[&name])?.get::<_, bool>(0) {
        tell(&News::Waiting);
        client.execute(include_str!("../sql/lock.sql"), &[&name])?;
    }
    schema.prepare(&mut client)?;
    begin(&mut client, schema, &load.campaign)?;
    let mut outcome = Outcome::default();
    for (packet, n) in load.packets.iter().zip(1..) {
        let digest = digest(packet)?;
        let mut tx = client.transaction()?;
        let fate = judge(&mut tx, packet, digest)?;
        if fate.is_sent() {
            ward::put(&mut tx, packet, &digest, &Facts::of(packet))?;
        }
        tx.commit()?;
        let told = Told { ward: ward_name(packet).to_owned(), fate };
        tell(&News::Ward { told: &told, n, of: load.packets.len() });
        outcome.wards.push(told);
    }
    outcome.strangers = strangers(&mut client, load, load.is_all)?;
    Ok(outcome)
}

/// What [`send`] would do; nothing is written, and nobody is waited for.
///
/// # Errors
/// What would keep it from reading, and a schema of another campaign.
pub fn preview(mut client: Client, schema: &Schema, load: &Load) -> Result<Outcome, Refusal> {
    schema.enter(&mut client)?;
    let mut tx = client.build_transaction().read_only(true).start()?;
    let is_there = schema.version(&mut tx)? > 0;
    if is_there {
        same_campaign(&mut tx, schema, &load.campaign)?;
    }
    let told = |packet: &Packet| {
        let fate = if is_there { judge(&mut tx, packet, digest(packet)?)? } else { Fate::New };
        Ok(Told { ward: ward_name(packet).to_owned(), fate })
    };
    let wards = load.packets.iter().map(told).collect::<Result<_, Refusal>>()?;
    let strangers = if is_there { strangers(&mut tx, load, false)? } else { Vec::new() };
    Ok(Outcome { wards, strangers })
}

/// The rows that are of no ward.
fn begin(client: &mut Client, schema: &Schema, campaign: &Campaign) -> Result<(), Refusal> {
    let mut tx = client.transaction()?;
    same_campaign(&mut tx, schema, campaign)?;
    let Campaign { title, app_name, starts_on, ends_on, illustration, .. } = campaign;
    tx.execute(include_str!("../sql/put/campaign.sql"), &[title, app_name, starts_on, ends_on, illustration])?;
    ward::put_indicators(&mut tx)?;
    Ok(tx.commit()?)
}

/// A schema holds one campaign, by the rule that consolidating goes by: about the same app, on days that meet. Invented
/// figures are never put among real ones.
fn same_campaign(client: &mut impl GenericClient, schema: &Schema, here: &Campaign) -> Result<(), Refusal> {
    let Some(row) = client.query_opt(include_str!("../sql/campaign.sql"), &[])? else { return Ok(()) };
    let (app, starts_on, ends_on): (String, NaiveDate, NaiveDate) = (row.get(1), row.get(2), row.get(3));
    let days_meet = here.starts_on <= ends_on && starts_on <= here.ends_on;
    if fold(&app) == fold(&here.app_name) && days_meet && row.get::<_, bool>(4) == here.illustration.is_some() {
        return Ok(());
    }
    Err(Refusal::OtherCampaign { schema: schema.clone(), there: row.get(0), here: here.title.clone() })
}

fn strangers(client: &mut impl GenericClient, load: &Load, take_out: bool) -> Result<Vec<String>, Refusal> {
    let offices: Vec<&str> = load.packets.iter().map(|p| p.office.as_str()).collect();
    let statement = match take_out {
        true => include_str!("../sql/put/strangers_gone.sql"),
        false => include_str!("../sql/strangers.sql"),
    };
    Ok(client.query(statement, &[&offices])?.iter().map(|row| row.get(0)).collect())
}

fn digest(packet: &Packet) -> Result<[u8; 32], Refusal> {
    facts::digest(packet).map_err(|e| Refusal::Packet { ward: ward_name(packet).to_owned(), cause: e.to_string() })
}

/// Of two packets of a ward the one that consolidating would keep is newer.
fn judge(client: &mut impl GenericClient, packet: &Packet, digest: [u8; 32]) -> Result<Fate, Refusal> {
    let Some(row) = client.query_opt(include_str!("../sql/published.sql"), &[&packet.office])? else {
        return Ok(Fate::New);
    };
    let there: Vec<u8> = row.get(4);
    if there == digest {
        let is_of_this_version = row.get::<_, i32>(0) == facts::VERSION;
        return Ok(if is_of_this_version { Fate::Unchanged } else { Fate::Replaces });
    }
    let there = Rank {
        to: row.get(1),
        as_of: row.get(2),
        seq: row.get(3),
        // The table takes none of another length.
        digest: there.try_into().unwrap_or_default(),
    };
    Ok(if there < Rank::of(packet, digest) { Fate::Replaces } else { Fate::Older })
}
