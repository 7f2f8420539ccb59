//! What rows, people and values are called: by the names they have today.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime};
use domain::code::SheetCode;
use domain::date::{dmy, hm};
use domain::form::Form;
use domain::ids::{AccountId, FormId, PersonId};
use domain::number::grouped;
use domain::text::{clean, fold};
use serde_json::{Map, Value};

use super::nouns::{As, Noun, noun_of};
use crate::contact::People;
use crate::{Result, View};

/// Letters of a text that are shown of a value; the whole stands in the technical form.
const LONGEST: usize = 160;
/// Letters of a text that names a row.
const SHORT: usize = 60;

type Row = Map<String, Value>;

/// Looks up what is asked for, each once.
pub(crate) struct Names<'a> {
    view: &'a View<'a>,
    people: People,
    accounts: Box<dyn Fn(AccountId) -> String>,
    rows: RefCell<BTreeMap<(String, String), Option<Row>>>,
    forms: RefCell<BTreeMap<i64, Option<Form>>>,
}

impl<'a> Names<'a> {
    pub(crate) fn of(view: &'a View<'a>) -> Result<Self> {
        let accounts = Box::new(view.account_names()?);
        Ok(Self { view, people: view.people()?, accounts, rows: RefCell::default(), forms: RefCell::default() })
    }

    /// Whose deed; none of what the program did by itself.
    pub(super) fn who(&self, who: Option<i64>) -> Option<String> {
        who.map(|id| {
            let name = (self.accounts)(AccountId(id));
            // An older copy of the file may lack the account.
            if name.is_empty() { format!("Tài khoản #{id}") } else { name }
        })
    }

    /// A row as it stands now; none if it is gone.
    pub(super) fn row(&self, table: &str, key: &[Value]) -> Result<Option<Row>> {
        let name = (table.to_owned(), Value::from(key.to_vec()).to_string());
        if let Some(known) = self.rows.borrow().get(&name) {
            return Ok(known.clone());
        }
        let row = self.view.find_row(table, key)?;
        self.rows.borrow_mut().insert(name, row.clone());
        Ok(row)
    }

    /// What a row is called: `buổi Hà Trì 1, 09/11/2024`. `own` holds what is known of it, should it be gone.
    pub(super) fn called(&self, noun: &Noun, key: &[Value], own: Option<&Row>) -> Result<String> {
        let name = self.name(noun.table, key, own)?;
        Ok(match () {
            () if name.is_empty() => noun.word.to_owned(),
            // `Tổ 2` says itself that it is a team.
            () if fold(&name).starts_with(&format!("{} ", fold(noun.word))) => name,
            () => format!("{} {name}", noun.word),
        })
    }

    fn name(&self, table: &str, key: &[Value], own: Option<&Row>) -> Result<String> {
        let id = key.first().and_then(Value::as_i64).unwrap_or_default();
        match table {
            "person" => return Ok(self.people.name(PersonId(id))),
            "account" => return Ok(self.who(Some(id)).unwrap_or_default()),
            _ => {}
        }
        let Some(noun) = noun_of(table) else { return Ok(String::new()) };
        let Some(row) = self.row(table, key)?.or_else(|| own.cloned()) else { return Ok(format!("#{id} (đã bỏ)")) };
        let value = |column: &str| row.get(column).filter(|v| !v.is_null());
        match table {
            "sheet" => return Ok(value("code").and_then(code).unwrap_or_default()),
            "visit" => {
                let area = value("area_id").map(|v| self.named("area", v)).transpose()?.unwrap_or_default();
                let on = value("on_day").and_then(day).map(dmy).unwrap_or_default();
                return Ok(format!("{area}, {on}"));
            }
            "form" => return Ok(value("version").map(|v| format!("số {v}")).unwrap_or_default()),
            _ => {}
        }
        for column in noun.named_by {
            if let Some(value) = value(column)
                && let Some(column) = noun.column(column)
                && let Some(words) = self.value(column.reads, value)?.filter(|w| !w.is_empty())
            {
                return Ok(shortened(&words, SHORT));
            }
        }
        Ok(String::new())
    }

    /// What the row of this number is called, without its noun.
    pub(super) fn named(&self, table: &str, id: &Value) -> Result<String> {
        self.name(table, std::slice::from_ref(id), None)
    }

    /// A value in words; none of a blank one.
    pub(super) fn value(&self, reads: As, value: &Value) -> Result<Option<String>> {
        if value.is_null() {
            return Ok(None);
        }
        let text = value.as_str();
        let words = match reads {
            As::Untold => return Ok(None),
            As::Row(table) => self.named(table, value)?,
            As::Number => value.as_u64().map_or_else(|| value.to_string(), grouped),
            As::Yes(yes, no) => if value.as_i64() == Some(1) { yes } else { no }.to_owned(),
            As::Day => day(value).map(dmy).unwrap_or_else(|| plain(value)),
            As::Moment => text.and_then(moment).unwrap_or_else(|| plain(value)),
            As::Time => text.and_then(time).unwrap_or_else(|| plain(value)),
            As::Word(words) => {
                let word = words.iter().find(|(stored, _)| Some(*stored) == text).map(|(_, word)| (*word).to_owned());
                word.unwrap_or_else(|| plain(value))
            }
            As::Domain(word) => text.and_then(word).map_or_else(|| plain(value), str::to_owned),
            As::Text => shortened(&plain(value), LONGEST),
        };
        Ok(Some(words).filter(|w| !w.is_empty()))
    }

    /// The words beside a box on the sheet's own form.
    pub(super) fn box_label(&self, sheet: &Row, no: &str) -> Result<Option<String>> {
        let Some(id) = sheet.get("form_id").and_then(Value::as_i64) else { return Ok(None) };
        if !self.forms.borrow().contains_key(&id) {
            let form = self.view.get_form(FormId(id)).ok();
            self.forms.borrow_mut().insert(id, form);
        }
        let forms = self.forms.borrow();
        let form = forms.get(&id).and_then(Option::as_ref);
        let indicator = form.and_then(|f| f.indicators.iter().find(|i| i.no.to_string() == no));
        Ok(indicator.map(|i| i.label.clone()))
    }

    /// Where a sheet belongs: `Hà Trì 1, 09/11/2024`.
    pub(super) fn place(&self, sheet: &Row) -> Result<String> {
        let of = |column: &str| sheet.get(column).filter(|v| !v.is_null());
        if let Some(visit) = of("visit_id") {
            return self.named("visit", visit);
        }
        let area = of("area_id").map(|v| self.named("area", v)).transpose()?;
        let on = of("as_of").and_then(day).map(dmy);
        Ok([area, on].into_iter().flatten().collect::<Vec<_>>().join(", "))
    }
}

/// `482-1937`.
pub(super) fn code(digits: &Value) -> Option<String> {
    digits.as_str()?.parse::<SheetCode>().ok().map(|code| code.to_string())
}

pub(super) fn day(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.parse().ok()
}

/// `09/11/2024 19:30`.
pub(super) fn moment(text: &str) -> Option<String> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.format("%d/%m/%Y %H:%M").to_string())
}

fn time(text: &str) -> Option<String> {
    text.parse::<NaiveTime>().ok().map(hm)
}

/// A value as it is, on one line.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => clean(text),
        other => other.to_string(),
    }
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(most).collect();
    short.push('…');
    short
}
