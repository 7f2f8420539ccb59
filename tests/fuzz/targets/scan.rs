#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(scan) = paper::scan(bytes) {
        // What is kept is read again as it is.
        assert!(paper::scan(&scan.bytes).is_ok());
    }
});
