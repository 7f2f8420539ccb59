//! The sheet's form (mẫu phiếu): its versions, a draft that is tried on the office's own numbers, and the
//! version made of it. A sheet that is printed keeps its version.

mod begin;
mod fault;
mod list;
mod preview;
mod put;
mod trial;

pub use begin::DefaultForm;
pub use fault::FormFault;
pub use list::{FormVersion, Forms, ListForms, MeaningRow};
pub use preview::FormPreviewPdf;
pub use put::{PutForm, Versioned};
pub use trial::{CheckTrial, Failing, FormTrial, TryForm};
