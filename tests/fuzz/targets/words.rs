#![no_main]

use domain::check::Rule;
use domain::code::SheetCode;
use domain::document::DocumentKind;
use domain::template::faults_of_line;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    assert!(!domain::text::clean(text).contains(domain::text::is_invisible));
    let _ = (domain::date::parse(text, Some(2024)), domain::number::parse_count(text), domain::phone::parse(text));
    let _ = (text.parse::<Rule>(), text.parse::<SheetCode>(), domain::privacy::personal_in(text));
    let _ = (domain::text::fold(text), domain::spelling::spelling(text), domain::stem::stem(text));
    let _ = faults_of_line(text, DocumentKind::Report);
});
