use chrono::NaiveDate;
use domain::account::Permission;
use domain::chase::Debt;
use domain::task::Standing;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Read, Result, View};

/// One thing that is owed, as the letter lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChaseRow {
    pub debt: Debt,
    pub to: String,
    pub what: String,
    /// `30/11/2024`, `03 ngày 01 lần`.
    pub due_words: String,
    /// `Chậm 05 ngày`.
    pub late_words: String,
    pub standing: Standing,
}

/// A text to send to one recipient by Zalo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChaseText {
    pub to: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChaseView {
    pub today: NaiveDate,
    pub rows: Vec<ChaseRow>,
    pub texts: Vec<ChaseText>,
}

/// What is due, late or silent today, and the words to ask for it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct GetChase {}

impl Read for GetChase {
    type Answer = ChaseView;
    const NAME: &'static str = "get_chase";
    const NEEDS: Permission = Permission::Read;

    fn run(self, view: &View<'_>) -> Result<ChaseView> {
        let chase = view.chase()?;
        Ok(ChaseView {
            today: chase.today,
            texts: chase
                .recipients()
                .into_iter()
                .map(|to| ChaseText { to: to.to_owned(), text: chase.message(to) })
                .collect(),
            rows: chase
                .lines
                .iter()
                .map(|line| ChaseRow {
                    debt: line.debt,
                    to: line.to.clone(),
                    what: line.what.clone(),
                    due_words: line.due_words(),
                    late_words: line.late_words(),
                    standing: line.standing,
                })
                .collect(),
        })
    }
}
