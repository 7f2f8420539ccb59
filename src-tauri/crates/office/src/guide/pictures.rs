//! The guide's pictures. `cargo xtask shot` takes them from the program itself; `assets/guide/pictures.json` says how.

macro_rules! pictures {
    ($($name:literal),* $(,)?) => {
        /// PNG files by the names that the text calls them.
        pub(super) const PICTURES: &[(&str, &[u8])] = &[$((
            $name,
            include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/guide/pictures/", $name, ".png")),
        )),*];
    };
}

pictures![
    "start",
    "today",
    "schedule",
    "teams",
    "plan",
    "papers",
    "keying",
    "missing",
    "approving",
    "progress",
    "report",
    "backup"
];

/// The file of a picture.
#[must_use]
pub fn picture(name: &str) -> Option<&'static [u8]> {
    PICTURES.iter().find(|(known, _)| *known == name).map(|(_, file)| *file)
}
