//! Samples: whole campaigns to start from. Their files are in `assets/samples`; what a sample does not
//! know stays blank, and one with invented figures says so on every paper.

mod figures;
mod file;
mod load;
mod structure;

pub use figures::Figures;
pub use file::Sample;
pub(crate) use load::{ADMINISTRATOR, administrator, load};
pub(crate) use structure::Structure;

use crate::error::Result;
use crate::verb::View;

/// Names of the samples, as the command line and the first-run screen offer them.
pub const NAMES: [&str; 2] = ["ha-cau-2024", "minh-hoa"];

/// A sample's key is fixed, so that its codes are the same in every copy. A real office draws its own.
pub(crate) const SAMPLE_KEY: [u8; 32] = *b"khoa co dinh cua phan minh hoa!!";

/// A sample by name.
#[must_use]
pub fn named(name: &str) -> Option<Sample> {
    match name {
        "ha-cau-2024" => Some(file::read(
            include_str!("../../../../../assets/samples/ha-cau-2024/sample.json"),
            include_str!("../../../../../assets/samples/ha-cau-2024/plan.txt"),
        )),
        "minh-hoa" => Some(file::read(
            include_str!("../../../../../assets/samples/minh-hoa/sample.json"),
            include_str!("../../../../../assets/samples/minh-hoa/plan.txt"),
        )),
        _ => None,
    }
}

/// Whether a file was begun from a sample: only those have the samples' key.
pub(crate) fn is_one(view: &View<'_>) -> Result<bool> {
    Ok(view.key()?.0 == SAMPLE_KEY)
}

/// The bare text of a plan.
pub(crate) fn template() -> Vec<store::NewSection> {
    file::sections(include_str!("../../../../../assets/templates/plan.txt"))
}

/// The build of a sample's plan, as the office so called would write it.
pub(crate) fn structure(name: &str, office: &str, new: &store::NewCampaign) -> Option<Structure> {
    named(name).map(|sample| structure::structure(&sample, office, new))
}
