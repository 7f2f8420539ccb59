//! A ward's rows, table by table: what differs is written, what is no more goes, what is the same is not touched.

use chrono::NaiveDate;
use domain::campaign::Target;
use domain::date::weekday;
use domain::form::Meaning;
use domain::ids::AreaId;
use domain::packet::Packet;
use postgres::Transaction;

use crate::facts::{self, BaseRow, Facts, RateRow, SheetsRow, TallyRow, code, date_key};
use crate::refusal::Refusal;

type Done = Result<(), Refusal>;

/// Every meaning a box may have, but the office's own: what those count is for nobody to add up.
pub(crate) fn put_indicators(tx: &mut Transaction<'_>) -> Done {
    let all: Vec<Meaning> = Meaning::ALL.into_iter().filter(|m| *m != Meaning::Own).collect();
    let codes: Vec<String> = all.iter().map(code).collect();
    let positions: Vec<i16> = (1..).take(all.len()).collect();
    let labels: Vec<&str> = all.iter().map(|m| m.word()).collect();
    let groups: Vec<String> = all.iter().map(|m| code(&m.group())).collect();
    let headings: Vec<&str> = all.iter().map(|m| m.group().word()).collect();
    tx.execute(include_str!("../sql/put/indicators.sql"), &[&codes, &positions, &labels, &groups, &headings])?;
    Ok(())
}

pub(crate) fn put(tx: &mut Transaction<'_>, packet: &Packet, digest: &[u8; 32], facts: &Facts) -> Done {
    let ward = put_ward(tx, packet)?;
    put_dates(tx, facts)?;
    put_areas(tx, ward, facts)?;
    let targets = facts.targets.iter().map(|t| put_target(tx, t)).collect::<Result<Vec<i64>, Refusal>>()?;
    let numbers = Numbers(&packet.report.issuer.short_name);
    put_tallies(tx, ward, &facts.tallies, &numbers)?;
    put_sheets(tx, ward, &facts.sheets, &numbers)?;
    put_bases(tx, ward, &facts.bases)?;
    put_rates(tx, ward, &facts.rates, &targets, &numbers)?;
    let left: Vec<i64> = facts.areas.iter().map(|a| a.id.0).collect();
    tx.execute(include_str!("../sql/put/areas_gone.sql"), &[&ward, &left])?;
    tx.execute(include_str!("../sql/put/targets_gone.sql"), &[])?;
    put_publication(tx, ward, packet, digest)
}

/// Whole numbers of the wire.
struct Numbers<'a>(&'a str);

impl Numbers<'_> {
    fn of<N: Copy + std::fmt::Display, M: TryFrom<N>>(&self, n: N) -> Result<M, Refusal> {
        M::try_from(n).map_err(|_| Refusal::Packet { ward: self.0.to_owned(), cause: format!("{n}") })
    }
}

fn put_ward(tx: &mut Transaction<'_>, packet: &Packet) -> Result<i64, Refusal> {
    let (issuer, campaign) = (&packet.report.issuer, &packet.report.campaign);
    let row = tx.query_one(
        include_str!("../sql/put/ward.sql"),
        &[
            &packet.office,
            &issuer.short_name,
            &issuer.place,
            &campaign.title,
            &campaign.app_name,
            &campaign.starts_on,
            &campaign.ends_on,
            &campaign.illustration,
        ],
    )?;
    Ok(row.get(0))
}

fn put_dates(tx: &mut Transaction<'_>, facts: &Facts) -> Done {
    let days: Vec<NaiveDate> = facts.days().into_iter().collect();
    let keys: Vec<i32> = days.iter().map(|d| date_key(Some(*d))).collect();
    let words: Vec<&str> = days.iter().map(|d| weekday(*d)).collect();
    tx.execute(include_str!("../sql/put/dates.sql"), &[&keys, &days, &words])?;
    Ok(())
}

fn put_areas(tx: &mut Transaction<'_>, ward: i64, facts: &Facts) -> Done {
    let areas = &facts.areas;
    let numbers: Vec<i64> = areas.iter().map(|a| a.id.0).collect();
    let names: Vec<&str> = areas.iter().map(|a| a.name.as_str()).collect();
    let kinds: Vec<String> = areas.iter().map(|a| code(&a.kind)).collect();
    let words: Vec<&str> = areas.iter().map(|a| a.kind.word()).collect();
    let clusters: Vec<Option<&str>> = areas.iter().map(|a| a.cluster.as_deref()).collect();
    let by_themselves: Vec<bool> = areas.iter().map(|a| a.self_report_due.is_some()).collect();
    tx.execute(
        include_str!("../sql/put/areas.sql"),
        &[&ward, &numbers, &names, &kinds, &words, &clusters, &by_themselves],
    )?;
    Ok(())
}

fn put_target(tx: &mut Transaction<'_>, target: &Target) -> Result<i64, Refusal> {
    let (numerator, denominator, percent, by) = facts::target_key(target);
    let percent = i32::try_from(percent).unwrap_or(i32::MAX);
    let (counted, of) = (target.numerator.word(), target.denominator.word());
    tx.execute(
        include_str!("../sql/put/target.sql"),
        &[&numerator, &denominator, &percent, &by, &target.sentence(), &counted, &of],
    )?;
    Ok(tx.query_one(include_str!("../sql/target.sql"), &[&numerator, &denominator, &percent, &by])?.get(0))
}

fn put_tallies(tx: &mut Transaction<'_>, ward: i64, rows: &[TallyRow], numbers: &Numbers<'_>) -> Done {
    let areas: Vec<i64> = rows.iter().map(|r| r.area.0).collect();
    let days: Vec<i32> = rows.iter().map(|r| date_key(r.on)).collect();
    let origins: Vec<&str> = rows.iter().map(|r| r.origin.code()).collect();
    let indicators: Vec<String> = rows.iter().map(|r| code(&r.indicator)).collect();
    let values = rows.iter().map(|r| numbers.of(r.value)).collect::<Result<Vec<i64>, Refusal>>()?;
    tx.execute(include_str!("../sql/put/tally.sql"), &[&ward, &areas, &days, &origins, &indicators, &values])?;
    Ok(())
}

fn put_sheets(tx: &mut Transaction<'_>, ward: i64, rows: &[SheetsRow], numbers: &Numbers<'_>) -> Done {
    let areas: Vec<i64> = rows.iter().map(|r| r.area.0).collect();
    let days: Vec<i32> = rows.iter().map(|r| date_key(r.on)).collect();
    let origins: Vec<&str> = rows.iter().map(|r| r.origin.code()).collect();
    let expected = rows.iter().map(|r| numbers.of(r.expected)).collect::<Result<Vec<i32>, Refusal>>()?;
    let returned = rows.iter().map(|r| numbers.of(r.returned)).collect::<Result<Vec<i32>, Refusal>>()?;
    let keyed = rows.iter().map(|r| numbers.of(r.keyed)).collect::<Result<Vec<i32>, Refusal>>()?;
    tx.execute(include_str!("../sql/put/sheets.sql"), &[&ward, &areas, &days, &origins, &expected, &returned, &keyed])?;
    Ok(())
}

fn put_bases(tx: &mut Transaction<'_>, ward: i64, rows: &[BaseRow]) -> Done {
    let areas: Vec<i64> = rows.iter().map(|r| r.area.0).collect();
    let days: Vec<i32> = rows.iter().map(|r| date_key(Some(r.on))).collect();
    let column = |figure: fn(&BaseRow) -> Option<u32>| -> Vec<Option<i64>> {
        rows.iter().map(|r| figure(r).map(i64::from)).collect()
    };
    let (households, people) = (column(|r| r.households), column(|r| r.people_15));
    let (smartphones, installed) = (column(|r| r.smartphone_15), column(|r| r.installed));
    tx.execute(
        include_str!("../sql/put/base.sql"),
        &[&ward, &areas, &days, &households, &people, &smartphones, &installed],
    )?;
    Ok(())
}

fn put_rates(tx: &mut Transaction<'_>, ward: i64, rows: &[RateRow], targets: &[i64], numbers: &Numbers<'_>) -> Done {
    let count = |n: Option<u64>| n.map(|n| numbers.of(n)).transpose();
    let areas: Vec<Option<i64>> = rows.iter().map(|r| r.area.map(|AreaId(no)| no)).collect();
    let keys: Vec<i64> = rows.iter().map(|r| targets[r.target]).collect();
    let days: Vec<i32> = rows.iter().map(|r| date_key(Some(r.as_of))).collect();
    let latest: Vec<bool> = rows.iter().map(|r| r.is_latest).collect();
    let numerators = rows.iter().map(|r| count(r.rate.numerator)).collect::<Result<Vec<Option<i64>>, Refusal>>()?;
    let denominators = rows.iter().map(|r| count(r.rate.denominator)).collect::<Result<Vec<Option<i64>>, Refusal>>()?;
    let percents: Vec<Option<f64>> = rows.iter().map(|r| r.rate.percent).collect();
    let left_out = rows.iter().map(|r| numbers.of(r.rate.without_base.len())).collect::<Result<Vec<i32>, Refusal>>()?;
    let among_met: Vec<bool> = rows.iter().map(|r| r.rate.among_met).collect();
    tx.execute(
        include_str!("../sql/put/rates.sql"),
        &[&ward, &areas, &keys, &days, &latest, &numerators, &denominators, &percents, &left_out, &among_met],
    )?;
    Ok(())
}

fn put_publication(tx: &mut Transaction<'_>, ward: i64, packet: &Packet, digest: &[u8; 32]) -> Done {
    let report = &packet.report;
    let id = report.issue.as_ref().map(domain::report::Issue::id);
    let head = report.issue.as_ref().map(|i| i.head.as_str());
    tx.execute(
        include_str!("../sql/put/publication.sql"),
        &[
            &ward,
            &digest.as_slice(),
            &facts::VERSION,
            &packet.seq,
            &id,
            &head,
            &report.period.from,
            &report.period.to,
            &report.as_of,
        ],
    )?;
    Ok(())
}
