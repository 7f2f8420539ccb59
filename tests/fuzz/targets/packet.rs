#![no_main]

use libfuzzer_sys::fuzz_target;
use workbook::packet::{edits, read};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(sealed) = read("a.xlsx", bytes)
        && let Ok(packet) = sealed.open()
    {
        let _ = edits("a.xlsx", bytes, &packet);
        let _ = workbook::fill::fill_template("a.xlsx", bytes, &packet.report);
    }
});
