//! Generated names: a sheet stays whole and legible, or is refused by name.

use proptest::prelude::*;

use super::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever the names: the sheet is whole and legible, or refused by name.
    #[test]
    fn whole_or_refused(
        area in "[A-ZĐÀÁẢ][a-zđăâêôơưắềộữỹ0-9 ,()/-]{0,120}",
        team in "[A-ZĐ][a-zđộữỹ0-9 ]{0,40}",
        issuer in "UBND (phường|xã) [A-ZĐ][a-zđăâêôơư ]{0,40}",
        campaign in "[A-ZĐ][a-zđăâêôơư “”-]{0,120}",
        kind in 0..6usize,
    ) {
        let base = kinds()[kind].clone();
        let area = base.area.as_ref().map(|_| area);
        let sheet = SheetPrint { area, team: Some(team), issuer, campaign, ..base };
        match laid(&sheet) {
            Ok(items) => {
                nothing_overlaps(&items);
                inside(&items, (13.0, 8.5, 197.0, 285.0));
            }
            Err(PaperError::Overflow { place, .. }) => prop_assert!(place.starts_with(&sheet.code.to_string())),
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }
}
