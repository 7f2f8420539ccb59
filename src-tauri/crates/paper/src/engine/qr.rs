//! A text becomes squares. The only file that knows qrcode.

use qrcode::{Color, EcLevel, QrCode, Version};

use crate::engine::page::{DarkRect, Mm, Modules};
use crate::error::Fault;

/// Light modules around a QR that its standard asks for.
pub(crate) const QUIET: u32 = 4;

/// How much damage a QR survives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mending {
    /// About 15 %.
    Medium,
    /// About 25 %: for paper that is folded, photocopied and carried in the rain.
    Quartile,
}

/// A QR whose dark area is `size` mm wide, its first module at `x`, `y`. A text of digits takes the
/// numeric mode by itself.
///
/// # Errors
/// A text too long for any QR, or for modules of at least `least` mm.
pub(crate) fn qr(text: &str, mending: Mending, (x, y): (Mm, Mm), size: Mm, least: Mm) -> Result<Modules, Fault> {
    let level = match mending {
        Mending::Medium => EcLevel::M,
        Mending::Quartile => EcLevel::Q,
    };
    let refused = || Fault::Qr { text: text.to_owned() };
    let code = encoded(text, level).ok_or_else(refused)?;
    let side = code.width();
    let dark: Vec<bool> = code.into_colors().into_iter().map(|c| c == Color::Dark).collect();
    let dark = merged(&dark, side);
    let side = u32::try_from(side).map_err(|_| refused())?;
    #[expect(clippy::cast_precision_loss, reason = "a QR has at most 177 modules on a side")]
    let module = size / side as f32;
    if module < least { Err(refused()) } else { Ok(Modules { x, y, module, side, dark }) }
}

/// The smallest QR that holds a text, but for the very smallest: it lacks the fourth mark, by which a reader finds
/// its squares on paper that lies askew.
fn encoded(text: &str, level: EcLevel) -> Option<QrCode> {
    let code = QrCode::with_error_correction_level(text.as_bytes(), level).ok()?;
    if code.version() != Version::Normal(1) {
        return Some(code);
    }
    QrCode::with_version(text.as_bytes(), Version::Normal(2), level).ok()
}

/// The squares of a text row by row, dark ones true: one for each mending that gives a QR with so many on a side.
pub(crate) fn squares(text: &str, side: u32) -> impl Iterator<Item = Vec<bool>> {
    let codes = [EcLevel::Q, EcLevel::M].into_iter().filter_map(move |level| encoded(text, level));
    let of_side = codes.filter(move |code| u32::try_from(code.width()) == Ok(side));
    of_side.map(|code| code.into_colors().into_iter().map(|c| c == Color::Dark).collect())
}

/// Dark modules joined to rectangles: runs within a row, grown downwards while the rows below have the same.
fn merged(dark: &[bool], side: usize) -> Vec<DarkRect> {
    let mut taken = vec![false; dark.len()];
    let mut rects = Vec::new();
    for y in 0..side {
        let mut x = 0;
        while x < side {
            if !dark[y * side + x] || taken[y * side + x] {
                x += 1;
                continue;
            }
            let free = |x: usize, y: usize, taken: &[bool]| dark[y * side + x] && !taken[y * side + x];
            let width = (x..side).take_while(|x| free(*x, y, &taken)).count();
            let height = (y..side).take_while(|y| (x..x + width).all(|x| free(x, *y, &taken))).count();
            for row in y..y + height {
                taken[row * side + x..row * side + x + width].fill(true);
            }
            rects.push(rect(x, y, width, height));
            x += width;
        }
    }
    rects
}

#[expect(clippy::cast_possible_truncation, reason = "a QR has at most 177 modules on a side")]
fn rect(x: usize, y: usize, width: usize, height: usize) -> DarkRect {
    DarkRect { x: x as u32, y: y as u32, width: width as u32, height: height as u32 }
}
