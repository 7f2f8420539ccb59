#![no_main]

use libfuzzer_sys::fuzz_target;
use workbook::import::{Tables, areas, look_at_areas, look_at_members, look_at_schedule, members, schedule};

fuzz_target!(|bytes: &[u8]| {
    let today = domain::NaiveDate::from_ymd_opt(2024, 11, 20).unwrap_or_default();
    for name in ["a.xlsx", "a.csv"] {
        if let Ok(tables) = Tables::from_bytes(name, bytes) {
            let _ = (look_at_areas(&tables), look_at_members(&tables), look_at_schedule(&tables));
            let _ = (areas(&tables, today), members(&tables), schedule(&tables, Some(2024)));
        }
    }
});
