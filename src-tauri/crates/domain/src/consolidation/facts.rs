//! Everything a consolidated workbook and document are made from.

use chrono::NaiveDate;

use super::wards::{Sum, Ward, Wards};
use crate::campaign::{Campaign, Target};
use crate::date::dmy;
use crate::issuer::{Authority, Issuer};

/// The consolidating office with its wards.
#[derive(Debug)]
pub struct Facts<'p> {
    pub issuer: Issuer,
    pub authorities: Vec<Authority>,
    pub campaign: Campaign,
    pub targets: Vec<Target>,
    pub wards: Wards<'p>,
    /// Wards that are awaited and have sent nothing; unknown while the office names none.
    pub missing: Option<Vec<String>>,
    /// Who signs; blank leaves room.
    pub signer: Option<String>,
    pub today: NaiveDate,
}

impl Facts<'_> {
    /// One for each target.
    #[must_use]
    pub fn sums(&self) -> Vec<Sum> {
        self.targets.iter().map(|target| self.wards.sum(target)).collect()
    }

    /// The earliest and the latest day a ward's figures stand for; none without wards.
    #[must_use]
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let days = || self.wards.wards.iter().map(|w| w.packet.report.as_of);
        days().min().zip(days().max())
    }

    /// `tính đến ngày 30/11/2024`, or from when to when if the wards are not of one day.
    #[must_use]
    pub fn as_of_words(&self) -> String {
        match self.days() {
            None => "chưa có số liệu".to_owned(),
            Some((first, last)) if first == last => format!("số liệu tính đến ngày {}", dmy(last)),
            Some((first, last)) => {
                format!("số liệu các phường, xã tính đến ngày từ {} đến {}", dmy(first), dmy(last))
            }
        }
    }

    /// Names of the wards at these places.
    #[must_use]
    pub fn names(&self, places: &[usize]) -> Vec<&str> {
        places.iter().filter_map(|at| self.wards.wards.get(*at)).map(Ward::name).collect()
    }

    /// Wards whose sheets hold no figure.
    #[must_use]
    pub fn silent(&self) -> Vec<&str> {
        self.wards.wards.iter().filter(|w| !w.has_figures()).map(Ward::name).collect()
    }

    /// Wards that had not issued what they sent.
    #[must_use]
    pub fn unissued(&self) -> Vec<&str> {
        self.wards.wards.iter().filter(|w| w.packet.report.issue.is_none()).map(Ward::name).collect()
    }
}
