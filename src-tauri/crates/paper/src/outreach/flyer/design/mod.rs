//! The three designs. Each says the same with another emphasis, and each is made of the same parts.

mod evening;
mod invitation;
mod leaves;
mod steps;

use domain::printing::FlyerDesign;

use super::fit::Lay;

/// How a design lays a flyer out.
pub(super) fn lay(design: FlyerDesign) -> Lay {
    match design {
        FlyerDesign::Evening => evening::lay,
        FlyerDesign::Steps => steps::lay,
        FlyerDesign::Invitation => invitation::lay,
    }
}
