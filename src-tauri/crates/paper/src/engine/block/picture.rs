//! What is drawn among the words.

use crate::engine::page::{Item, Mm};
use crate::engine::picture::Image;
use crate::engine::qr::{Mending, QUIET, qr};
use crate::error::Fault;

/// A picture or a QR, wherever it stands.
#[cfg_attr(not(test), allow(dead_code, reason = "the engine has it before the first paper that wants it"))]
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Picture {
    /// A QR is never drawn with modules smaller than `least`.
    Qr {
        text: String,
        mending: Mending,
        least: Mm,
    },
    Image(Image),
}

/// A picture and the room it takes, which holds the quiet zone of a QR.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Drawn {
    /// Its coordinates from the top left of the room.
    pub(crate) item: Item,
    pub(crate) width: Mm,
    pub(crate) height: Mm,
}

impl Picture {
    /// The picture with a room of this width.
    ///
    /// # Errors
    /// A QR whose text asks for smaller modules than are allowed.
    pub(crate) fn drawn(&self, width: Mm) -> Result<Drawn, Fault> {
        match self {
            Self::Qr { text, mending, least } => {
                let bare = qr(text, *mending, (0.0, 0.0), width, 0.0)?;
                #[expect(clippy::cast_precision_loss, reason = "a QR has at most 177 modules on a side")]
                let (side, quiet) = (bare.side as f32, QUIET as f32);
                let module = width / (side + 2.0 * quiet);
                if module < *least {
                    return Err(Fault::Qr { text: text.clone() });
                }
                let at = module * quiet;
                let modules = qr(text, *mending, (at, at), module * side, 0.0)?;
                Ok(Drawn { item: Item::Qr(modules), width, height: width })
            }
            Self::Image(image) => {
                let height = width * image.proportion();
                let item = Item::Image { x: 0.0, y: 0.0, width, height, image: image.clone() };
                Ok(Drawn { item, width, height })
            }
        }
    }
}

/// At which edge of the text.
#[cfg_attr(not(test), allow(dead_code, reason = "the engine has it before the first paper that wants it"))]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    Right,
}

/// A picture at an edge of the text; the paragraphs that follow run beside it and below it, other blocks
/// begin below it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Float {
    pub(crate) picture: Picture,
    pub(crate) side: Side,
    pub(crate) width: Mm,
    /// Between the picture and the words beside it.
    pub(crate) gap: Mm,
}

/// A picture at a place of the page, from its top left corner. Nothing makes room for it: where words stand,
/// it is refused.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fixed {
    pub(crate) picture: Picture,
    pub(crate) at: (Mm, Mm),
    pub(crate) width: Mm,
    /// On every page of the section, or on its first.
    pub(crate) every_page: bool,
}
