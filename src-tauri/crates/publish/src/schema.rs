//! The star's tables: made once, then taken forward step by step.

use std::str::FromStr;

use postgres::{Client, GenericClient};

use crate::refusal::Refusal;

/// Each step in a transaction of its own; its number is its place, from 1.
const STEPS: [&str; 1] = [include_str!("../sql/steps/0001_star.sql")];

/// What this program knows.
pub const VERSION: i32 = 1;

/// A PostgreSQL schema of its own for one campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema(String);

impl Default for Schema {
    fn default() -> Self {
        Self("tung_ngo".to_owned())
    }
}

impl std::fmt::Display for Schema {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Small letters, digits and `_`, as PostgreSQL writes a name without quotes; `pg_…` is its own.
impl FromStr for Schema {
    type Err = Refusal;

    fn from_str(name: &str) -> Result<Self, Refusal> {
        let first = name.starts_with(|c: char| c.is_ascii_lowercase() || c == '_');
        let rest = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        // PostgreSQL would cut a longer name.
        if !first || !rest || name.len() > 63 || name.starts_with("pg_") {
            return Err(Refusal::SchemaName(name.to_owned()));
        }
        Ok(Self(name.to_owned()))
    }
}

impl Schema {
    /// Statements without a schema before their names mean this one from here on.
    pub(crate) fn enter(&self, client: &mut impl GenericClient) -> Result<(), Refusal> {
        // Named last, or a temporary table would stand before ours. Plans are made for the rows that are sent: a plan for
        // any number of them would compare each with each.
        let session = format!("SET search_path TO \"{}\", pg_temp; SET plan_cache_mode TO force_custom_plan", self.0);
        Ok(client.batch_execute(&session)?)
    }

    /// Step the schema stands at; 0: there is nothing of ours yet.
    ///
    /// # Errors
    /// The server's own refusal, or a schema that a later program has taken further.
    pub(crate) fn version(&self, client: &mut impl GenericClient) -> Result<i32, Refusal> {
        if !client.query_one(include_str!("../sql/has_version.sql"), &[&self.0])?.get::<_, bool>(0) {
            return Ok(0);
        }
        let found: i32 = client.query_one(include_str!("../sql/version.sql"), &[])?.get(0);
        if found > VERSION {
            return Err(Refusal::LaterSchema { schema: self.clone(), found, known: VERSION });
        }
        Ok(found)
    }

    /// Brings the schema to [`VERSION`]; nothing is written to one that stands there already. The lock is held.
    pub(crate) fn prepare(&self, client: &mut Client) -> Result<(), Refusal> {
        self.enter(client)?;
        let found = self.version(client)?;
        for (step, number) in STEPS.iter().zip(1..).filter(|(_, number)| *number > found) {
            let mut tx = client.transaction()?;
            if number == 1 {
                // One that is there already, made for us by who may, needs no right to make another.
                if !tx.query_one(include_str!("../sql/has_schema.sql"), &[&self.0])?.get::<_, bool>(0) {
                    tx.batch_execute(&format!("CREATE SCHEMA IF NOT EXISTS \"{}\"", self.0))?;
                }
                tx.batch_execute(include_str!("../sql/version_table.sql"))?;
            }
            tx.batch_execute(step)?;
            tx.execute(include_str!("../sql/put/version.sql"), &[&number])?;
            tx.commit()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_step_is_the_version() {
        assert_eq!(usize::try_from(VERSION), Ok(STEPS.len()));
    }

    #[test]
    fn a_name_that_would_need_quotes_is_refused() {
        for good in ["tung_ngo", "_2", "dot_11_2024"] {
            assert!(good.parse::<Schema>().is_ok(), "{good}");
        }
        let long = "a".repeat(64);
        for bad in ["", "2024", "Đợt", "a b", "a\"; DROP SCHEMA b", "pg_ngo", "TUNG", long.as_str()] {
            assert!(matches!(bad.parse::<Schema>(), Err(Refusal::SchemaName(_))), "{bad}");
        }
    }
}
