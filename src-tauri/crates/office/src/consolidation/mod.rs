//! Reports of many wards brought together: their workbooks are taken in by the packet each carries.

mod held;

pub use held::ward_packets;
