//! Which packets count.
//!
//! A packet is of the same campaign if it is about the same app (its name without marks and case) and its days meet
//! those of the consolidating campaign: wards word their titles as they like and begin and end on days of their own.
//!
//! What an office first came with stands: another key under its name, or another office under its ward's name, is
//! refused until somebody removes the ward. Within one batch nothing comes first, so there both sides are refused.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::campaign::Campaign;
use crate::packet::Packet;
use crate::text::fold;

/// How new a packet is among those of its office. A total order: the digest decides between two of one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// Last day of the period.
    pub to: NaiveDate,
    pub as_of: NaiveDate,
    /// Newest journal entry.
    pub seq: i64,
    pub digest: [u8; 32],
}

impl Rank {
    #[must_use]
    pub fn of(packet: &Packet, digest: [u8; 32]) -> Self {
        Self { to: packet.report.period.to, as_of: packet.report.as_of, seq: packet.seq, digest }
    }
}

/// A ward that is held already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub office: String,
    pub name: String,
    pub key: [u8; 32],
    pub rank: Rank,
}

/// A packet that came, its seal verified.
#[derive(Debug, Clone, Copy)]
pub struct Arrival<'a> {
    pub packet: &'a Packet,
    pub key: [u8; 32],
    pub digest: [u8; 32],
}

/// What becomes of an arrival.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Take(Vec<Note>),
    Skip(Skip),
}

/// What a person should know of a packet that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The ward has not issued it: it may say otherwise tomorrow.
    Unissued,
    /// It takes the place of the one held.
    Replaces(Rank),
}

/// Why a packet does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Skip {
    /// About another app, or of other days.
    AnotherCampaign,
    /// Invented figures among real ones, or the other way round.
    Invented,
    /// Not the key the ward first came with.
    AnotherKey,
    /// Files of one batch bear the ward's name under different keys.
    SeveralKeys,
    /// Another office file already stands for a ward of this name: it would count twice.
    SameName { name: String },
    /// It is the one held.
    Same,
    /// The one held is newer.
    Older(Rank),
    /// The same packet lies in that arrival too.
    Twice { first: usize },
    /// That arrival is newer.
    Superseded { by: usize },
}

/// How a ward is called.
#[must_use]
pub fn ward_name(packet: &Packet) -> &str {
    &packet.report.issuer.short_name
}

/// What becomes of each arrival. Every permutation of the arrivals has the same packets taken.
#[must_use]
pub fn judge(campaign: &Campaign, held: &[Held], arrivals: &[Arrival<'_>]) -> Vec<Verdict> {
    let mut verdicts: Vec<Option<Verdict>> =
        arrivals.iter().map(|a| of_campaign(campaign, a.packet).map(Verdict::Skip)).collect();
    let standing = |verdicts: &[Option<Verdict>]| -> Vec<usize> {
        (0..arrivals.len()).filter(|i| verdicts[*i].is_none()).collect()
    };
    for (at, skip) in keys(held, arrivals, &standing(&verdicts)) {
        verdicts[at] = Some(Verdict::Skip(skip));
    }
    for (at, skip) in names(held, arrivals, &standing(&verdicts)) {
        verdicts[at] = Some(Verdict::Skip(skip));
    }
    let mut by_office: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for at in standing(&verdicts) {
        by_office.entry(&arrivals[at].packet.office).or_default().push(at);
    }
    for (office, ats) in by_office {
        let held = held.iter().find(|h| h.office == office).map(|h| h.rank);
        for (at, verdict) in ranks(held, arrivals, &ats) {
            verdicts[at] = Some(verdict);
        }
    }
    // Every arrival that stood was of some office.
    verdicts.into_iter().map(|v| v.unwrap_or(Verdict::Skip(Skip::AnotherCampaign))).collect()
}

fn of_campaign(campaign: &Campaign, packet: &Packet) -> Option<Skip> {
    let theirs = &packet.report.campaign;
    let same_app = fold(&theirs.app_name) == fold(&campaign.app_name);
    let days_meet = theirs.starts_on <= campaign.ends_on && campaign.starts_on <= theirs.ends_on;
    if !same_app || !days_meet {
        return Some(Skip::AnotherCampaign);
    }
    (theirs.illustration.is_some() != campaign.illustration.is_some()).then_some(Skip::Invented)
}

fn keys(held: &[Held], arrivals: &[Arrival<'_>], standing: &[usize]) -> Vec<(usize, Skip)> {
    let mut keys: BTreeMap<&str, BTreeSet<[u8; 32]>> = BTreeMap::new();
    for at in standing {
        keys.entry(&arrivals[*at].packet.office).or_default().insert(arrivals[*at].key);
    }
    let skip = |at: &usize| {
        let Arrival { packet, key, .. } = &arrivals[*at];
        match held.iter().find(|h| h.office == packet.office) {
            Some(held) => (held.key != *key).then_some((*at, Skip::AnotherKey)),
            None => (keys.get(packet.office.as_str())?.len() > 1).then_some((*at, Skip::SeveralKeys)),
        }
    };
    standing.iter().filter_map(skip).collect()
}

fn names(held: &[Held], arrivals: &[Arrival<'_>], standing: &[usize]) -> Vec<(usize, Skip)> {
    let mut offices: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for at in standing {
        let packet = arrivals[*at].packet;
        offices.entry(fold(ward_name(packet))).or_default().insert(&packet.office);
    }
    let is_held = |office: &str| held.iter().any(|h| h.office == office);
    let skip = |at: &usize| {
        let packet = arrivals[*at].packet;
        let name = fold(ward_name(packet));
        let held_by_another = held.iter().any(|h| h.office != packet.office && fold(&h.name) == name);
        // A ward that is held keeps its name before one that only comes.
        let shared = !is_held(&packet.office) && offices.get(&name)?.len() > 1;
        (held_by_another || shared).then(|| (*at, Skip::SameName { name: ward_name(packet).to_owned() }))
    };
    standing.iter().filter_map(skip).collect()
}

/// Of one office's arrivals the newest is taken, if it is newer than what is held.
fn ranks(held: Option<Rank>, arrivals: &[Arrival<'_>], ats: &[usize]) -> Vec<(usize, Verdict)> {
    let rank = |at: usize| Rank::of(arrivals[at].packet, arrivals[at].digest);
    // Of equal packets the first stands for all.
    let first = |at: usize| ats.iter().copied().find(|other| rank(*other) == rank(at)).unwrap_or(at);
    let newest = ats.iter().copied().max_by_key(|at| rank(*at)).map(first);
    let verdict = |at: usize| {
        let own = rank(at);
        match held {
            Some(held) if held.digest == own.digest => return Verdict::Skip(Skip::Same),
            Some(held) if own < held => return Verdict::Skip(Skip::Older(held)),
            _ => {}
        }
        if first(at) != at {
            return Verdict::Skip(Skip::Twice { first: first(at) });
        }
        match newest {
            Some(by) if by != at => Verdict::Skip(Skip::Superseded { by }),
            _ => Verdict::Take(notes(held, arrivals[at].packet)),
        }
    };
    ats.iter().map(|at| (*at, verdict(*at))).collect()
}

fn notes(held: Option<Rank>, packet: &Packet) -> Vec<Note> {
    let unissued = packet.report.issue.is_none().then_some(Note::Unissued);
    unissued.into_iter().chain(held.map(Note::Replaces)).collect()
}
