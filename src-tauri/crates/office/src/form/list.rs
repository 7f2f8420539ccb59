use std::collections::BTreeMap;

use domain::account::Permission;
use domain::form::{FormDraft, Group, Meaning};
use domain::ids::FormId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::book::count;
use crate::{Read, Result, View};

/// A version of the form, and how many sheets bear it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FormVersion {
    pub id: FormId,
    pub version: u32,
    /// Sheets numbered under it: they keep it.
    pub sheets: u32,
    /// Sheets of it with at least one box keyed.
    pub keyed: u32,
    pub form: FormDraft,
}

/// What a box may count, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MeaningRow {
    pub meaning: Meaning,
    pub word: String,
    /// The heading such a box usually stands under.
    pub group: Group,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Forms {
    /// The newest first; new sheets are printed in it.
    pub versions: Vec<FormVersion>,
    pub meanings: Vec<MeaningRow>,
}

/// Every version of the sheet's form, as texts to edit.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ListForms {}

impl Read for ListForms {
    type Answer = Forms;
    const NAME: &'static str = "list_forms";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<Forms> {
        let book = view.each_area()?;
        let mut sheets: BTreeMap<FormId, (usize, usize)> = BTreeMap::new();
        for keyed in &book.sheets {
            let (printed, filled) = sheets.entry(keyed.sheet.form).or_default();
            *printed += 1;
            *filled += usize::from(!keyed.tally.is_empty() && keyed.sheet.is_counted());
        }
        let version = |form: &domain::form::Form| {
            let (printed, filled) = sheets.get(&form.id).copied().unwrap_or_default();
            FormVersion {
                id: form.id,
                version: form.version,
                sheets: count(printed),
                keyed: count(filled),
                form: FormDraft::from(form),
            }
        };
        let meaning = |meaning: Meaning| MeaningRow { meaning, word: meaning.word().into(), group: meaning.group() };
        Ok(Forms {
            versions: book.forms.iter().rev().map(version).collect(),
            meanings: Meaning::ALL.into_iter().map(meaning).collect(),
        })
    }
}
