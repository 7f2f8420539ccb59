#![no_main]

use domain::form::default_indicators;
use libfuzzer_sys::fuzz_target;
use workbook::import::{Tables, areas, members, schedule, tallies};

fuzz_target!(|text: &str| {
    let today = domain::NaiveDate::from_ymd_opt(2024, 11, 20).unwrap_or_default();
    if let Ok(tables) = Tables::from_text(text) {
        let _ = (areas(&tables, today), members(&tables), schedule(&tables, Some(2024)));
        let _ = tallies(&tables, &default_indicators("iHanoi"));
    }
});
