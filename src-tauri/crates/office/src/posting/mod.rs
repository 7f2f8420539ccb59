//! Public places where papers are posted, what hangs there, and the list to take along.

mod list;
mod photo;
mod place;
mod post;
mod print;

pub use list::{BareArea, HangingRow, ListPostings, PostingBoard, PostingPlaceRow};
pub use photo::{AttachPhoto, RemovePhoto};
pub use place::{PutPostingPlace, RemovePostingPlace};
pub use post::{PutPosting, RemovePosting, TakeDownPosting};
pub use print::PostingListPdf;
