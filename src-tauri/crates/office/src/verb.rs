//! The shapes of a command, and the one place where permission, rule, rows and journal meet.

use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::account::Permission;
use domain::code::OfficeKey;
use domain::printing::Batch;
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{Account, Changed, Done, Op, Rows, Tx};
use ts_rs::TS;

use crate::account::door::{Door, may};
use crate::error::{Error, ErrorCode, Result};
use crate::hand::Hand;
use crate::memory::Memory;
use crate::outside::Outside;

/// A question. The request is the command itself.
pub trait Read: DeserializeOwned + TS + 'static {
    type Answer: Serialize + TS + 'static;
    const NAME: &'static str;
    const NEEDS: Permission;

    /// # Errors
    /// A refusal in words, or an internal failure.
    fn run(self, view: &View<'_>) -> Result<Self::Answer>;
}

/// A deed: rows and journal entry in one transaction, or nothing.
pub trait Write: DeserializeOwned + TS + 'static {
    type Answer: Serialize + TS + 'static;
    const NAME: &'static str;
    const NEEDS: Permission;
    /// Ctrl+Z takes it back: what it wrote is put as it was, if nothing has been built on it since.
    const UNDOABLE: bool = false;

    /// A reason to keep with the journal entry.
    fn why(&self) -> Option<&str> {
        None
    }

    /// # Errors
    /// A refusal in words, or an internal failure; in both cases nothing was changed.
    fn run(self, act: &Act<'_>) -> Result<Self::Answer>;
}

/// A file to look at, print or send.
pub trait Make: DeserializeOwned + TS + 'static {
    const NAME: &'static str;
    const NEEDS: Permission;

    /// # Errors
    /// A refusal in words, or an internal failure.
    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Made>;

    /// What is kept of it in the list of what was printed: what it is made from, and what it says of the
    /// schedule, so that a later move shows it stale. None of what is no paper of the print room: a template,
    /// a scan, a workbook.
    ///
    /// # Errors
    /// An internal failure.
    fn batch(&self, _view: &View<'_>) -> Result<Option<Batch>> {
        Ok(None)
    }
}

/// A question whose answer takes seconds: asked beside, so that nobody's key waits for it.
pub trait Inspect: DeserializeOwned + TS + 'static {
    type Answer: Serialize + TS + 'static;
    const NAME: &'static str;
    const NEEDS: Permission;

    /// # Errors
    /// A refusal in words, [`ErrorCode::Cancelled`] if it was stopped, or an internal failure.
    fn run(self, view: &View<'_>, progress: Progress<'_>) -> Result<Self::Answer>;
}

/// Told (done, of) as work goes on; answers whether to go on.
pub type Progress<'a> = &'a mut dyn FnMut(usize, usize) -> bool;

/// What a [`Make`] made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// A name to offer for saving: without folder, safe on every system.
    pub file_name: String,
    pub mime: &'static str,
    pub bytes: Vec<u8>,
}

/// A consistent look at the office file, at a moment, by somebody.
#[derive(Debug)]
pub struct View<'a> {
    rows: Rows<'a>,
    pub now: DateTime<FixedOffset>,
    /// Who asks; nobody when a file is read from the command line.
    pub who: Option<Account>,
}

impl<'a> View<'a> {
    pub(crate) fn new(rows: Rows<'a>, now: DateTime<FixedOffset>, who: Option<Account>) -> Self {
        Self { rows, now, who }
    }

    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// The office's key, for codes and seals.
    pub(crate) fn key(&self) -> Result<OfficeKey> {
        Ok(OfficeKey(self.office_key()?))
    }
}

impl<'a> Deref for View<'a> {
    type Target = Rows<'a>;

    fn deref(&self) -> &Rows<'a> {
        &self.rows
    }
}

/// An open deed.
#[derive(Debug)]
pub struct Act<'a> {
    tx: &'a Tx<'a>,
    pub(crate) outside: &'a dyn Outside,
    pub(crate) memory: &'a Memory,
    pub who: &'a Account,
}

impl Act<'_> {
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.tx.op().at.date_naive()
    }

    /// A look at the office with this deed's own changes.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View::new(**self.tx, self.tx.op().at, Some(self.who.clone()))
    }
}

impl<'a> Deref for Act<'a> {
    type Target = Tx<'a>;

    fn deref(&self) -> &Tx<'a> {
        self.tx
    }
}

/// The answer of a deed, the tables it changed, and its entry in the journal if it can be taken back.
#[derive(Debug)]
pub struct Written<T> {
    pub answer: T,
    pub changed: Changed,
    pub undo: Option<i64>,
}

/// What a deed does of its own.
type Work<'a> = Box<dyn FnOnce(&Act<'_>) -> Result<()> + 'a>;

/// An open office file, and who is signed in.
#[derive(Debug)]
pub struct Office {
    pub(crate) writer: Hand,
    pub(crate) outside: Arc<dyn Outside>,
    pub(crate) who: Option<Account>,
    pub(crate) door: Door,
    pub(crate) memory: Memory,
}

impl Office {
    /// Answers a question.
    ///
    /// # Errors
    /// No right, a refusal in words, or an internal failure.
    pub fn read<C: Read>(&self, command: C) -> Result<C::Answer> {
        let who = self.permit(C::NEEDS)?;
        let view = View::new(self.writer.rows(), self.outside.now(), who);
        command.run(&view).map_err(|error| view.who_locked(error))
    }

    /// Does a deed: permission, rule, rows and journal entry in one transaction. What a leader approved stays
    /// as it is, whatever the deed.
    ///
    /// # Errors
    /// No right, a refusal in words, or an internal failure; in each case nothing was changed.
    pub fn write<C: Write>(&mut self, command: C) -> Result<Written<C::Answer>> {
        let who = self.permit(C::NEEDS)?.ok_or_else(|| Error::of(ErrorCode::NotSignedIn))?;
        self.stir();
        self.write_for(&who, command)
    }

    /// Does a deed for somebody who was permitted it, perhaps a while ago: what a job ends with.
    pub(crate) fn write_for<C: Write>(&mut self, who: &Account, command: C) -> Result<Written<C::Answer>> {
        let why = command.why().map(domain::text::clean_lines);
        let op = Op { name: C::NAME, who: Some(who.id), at: self.outside.now(), why: why.as_deref() };
        let mut answer = None;
        let work = |act: &Act<'_>| {
            answer = Some(command.run(act)?);
            Ok(())
        };
        let done = self.deed(who, &op, Box::new(work))?;
        let answer = answer.ok_or_else(|| Error::internal(std::io::Error::other("a deed without an answer")))?;
        Ok(Written { answer, changed: done.changed, undo: done.entry.filter(|_| C::UNDOABLE) })
    }

    /// What all deeds have in common, compiled once: `work` alone differs, and puts its answer where it finds it again.
    fn deed(&mut self, who: &Account, op: &Op<'_>, work: Work<'_>) -> Result<Done<()>> {
        let outside = Arc::clone(&self.outside);
        let memory = &self.memory;
        let mut done = self.writer.transact(op, |tx| {
            let act = Act { tx, outside: &*outside, memory, who };
            work(&act).map_err(|error| act.view().who_locked(error))?;
            act.keep_approved()
        })?;
        self.look_at_doors(&done.changed)?;
        if !done.forgotten.is_empty() {
            self.memory.forget(&done.forgotten);
            paper::forget_documents();
            if let Err(error) = self.writer.scrub() {
                // The deed is done and its rows are overwritten; the next write empties the log again.
                tracing::warn!(%error, "the file could not be rebuilt after a deletion");
            }
        }
        if done.log_due
            && let Err(error) = self.writer.empty_log()
        {
            tracing::warn!(%error, "the log could not be emptied after a deletion");
        }
        if let Some(entry) = done.entry {
            let campaign = self.writer.rows().find_campaign()?.map(|c| c.id);
            self.memory.keep(entry, campaign, std::mem::take(&mut done.former));
        }
        Ok(done)
    }

    /// Makes a file.
    ///
    /// # Errors
    /// No right, a refusal in words, or an internal failure.
    pub fn make<C: Make>(&self, command: C, progress: Progress<'_>) -> Result<Made> {
        self.permit(C::NEEDS)?;
        command.run(&self.view(), progress)
    }

    /// Who is signed in, as the file knows them now, if the right is there.
    ///
    /// # Errors
    /// Nobody is signed in, or an account that was stopped meanwhile; the screen is locked; the PIN is lent; the
    /// account's role does not have the right.
    pub fn permit(&self, needs: Permission) -> Result<Option<Account>> {
        let who = match &self.who {
            Some(who) => self.writer.rows().find_account(who.id)?.filter(|a| a.active),
            None => None,
        };
        let locked = self.door.is_locked(who.as_ref(), &*self.outside);
        may(who, locked, needs)
    }

    /// One's own name, role or PIN may have changed, and the rule after how long a screen is locked.
    fn look_at_doors(&mut self, changed: &Changed) -> Result<()> {
        let any = |tables: &[&str]| tables.iter().any(|t| changed.0.contains(*t));
        let rows = self.writer.rows();
        if let Some(who) = &self.who
            && any(&["account", "account_pin", "person", "person_detail"])
        {
            self.who = rows.find_account(who.id)?.filter(|a| a.active);
        }
        if any(&["door"]) {
            self.door.read_rule(rows)?;
        }
        if any(&["account_pin"]) {
            self.door.forget_what_the_file_forgot(rows)?;
        }
        Ok(())
    }

    #[must_use]
    pub fn view(&self) -> View<'_> {
        View::new(self.writer.rows(), self.outside.now(), self.who.clone())
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        self.writer.path()
    }

    #[must_use]
    pub fn who(&self) -> Option<&Account> {
        self.who.as_ref()
    }

    pub(crate) fn set_who(&mut self, who: Option<Account>) {
        self.who = who;
        self.door.opened(&*self.outside);
    }
}
