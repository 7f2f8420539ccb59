//! A row of a journalled table as it stands, by the key the journal knows it by.

use rusqlite::params_from_iter;
use serde_json::{Map, Value};

use super::replay::{Tables, sql};
use crate::error::{Result, StoreError};
use crate::rows::Rows;

impl Rows<'_> {
    /// None if there is no such row, or no such table.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn find_row(&self, table: &str, key: &[Value]) -> Result<Option<Map<String, Value>>> {
        let Ok((table, shape)) = Tables::of(self.connection).shape(table) else { return Ok(None) };
        if key.len() != shape.keys.len() {
            return Ok(None);
        }
        let pairs: Vec<String> = shape.columns.iter().map(|c| format!("'{c}', \"{c}\"")).collect();
        let condition: Vec<String> = shape.keys.iter().map(|c| format!("\"{c}\" IS ?")).collect();
        let key = key.iter().map(sql).collect::<Result<Vec<_>>>()?;
        let statement =
            format!("SELECT json_object({}) FROM \"{table}\" WHERE {}", pairs.join(", "), condition.join(" AND "));
        let text: Option<String> = self.find(&statement, params_from_iter(key), |r| r.get(0))?;
        text.map(|t| serde_json::from_str(&t).map_err(|e| StoreError::Journal(e.to_string()))).transpose()
    }

    /// Columns of a journalled table, in order; none of a table that is not.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn list_columns(&self, table: &str) -> Result<Vec<String>> {
        match Tables::of(self.connection).shape(table) {
            Ok((_, shape)) => Ok(shape.columns.clone()),
            Err(StoreError::Journal(_)) => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }
}
