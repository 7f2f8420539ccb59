//! Windows, from Linux: the product built for it with Debian's own compilers, its tests and scenes under Wine, and the
//! folder that an office unpacks on a PC.
//!
//! What is built for Windows lies in `target/windows`, away from the rest: another compiler builds it.

mod cross;
mod pack;
mod scenes;
mod wine;

pub(crate) use pack::run as package;
pub(crate) use scenes::run as test;
