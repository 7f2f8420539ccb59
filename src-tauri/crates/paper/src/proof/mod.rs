//! A finished file looked at before it leaves.

mod raster;
#[cfg(test)]
mod tests;

pub use raster::{Fineness, raster};
