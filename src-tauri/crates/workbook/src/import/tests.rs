mod corpus;
mod fuzz;
mod hostile;

/// The day of the tests' imports.
fn today() -> domain::NaiveDate {
    domain::NaiveDate::from_ymd_opt(2024, 11, 20).expect("a date of the test")
}
