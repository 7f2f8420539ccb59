//! The same proof over campaigns nobody ran: whatever an office has, formula and stored result agree.

use std::path::PathBuf;

use product_tests::campaigns::{campaign, workbook};
use product_tests::scratch;

use super::{Results, converted, differing, results, rewritten, spoiled};

const CAMPAIGNS: u64 = 50;
/// Files LibreOffice reads in one run; it starts slowly and grows with every file.
const AT_ONCE: usize = 25;

#[test]
fn every_formula_of_fifty_generated_campaigns_gives_the_result_stored_beside_it() {
    let folder = scratch();
    let (mut files, mut stored): (Vec<PathBuf>, Vec<Results>) = (Vec::new(), Vec::new());
    let mut with_targets = 0;
    for seed in 0..CAMPAIGNS {
        let report = campaign(seed);
        with_targets += usize::from(!report.targets.is_empty() && report.book.areas.len() > 1);
        let made = folder.path().join(format!("{seed}.xlsx"));
        std::fs::write(&made, workbook(&report)).expect("the folder takes files");
        let copy = folder.path().join(format!("sai-{seed}.xlsx"));
        rewritten(&made, &copy, |_, xml| spoiled(&xml));
        stored.push(results(&made, &made));
        files.push(copy);
    }
    let formulas: usize = stored.iter().map(Results::len).sum();
    // Otherwise little would be proved.
    assert!(with_targets > 25 && formulas > 15_000, "{with_targets} with targets, {formulas} formulas");
    let mut wrong = Vec::new();
    let whole: Vec<(&[PathBuf], &[Results])> = files.chunks(AT_ONCE).zip(stored.chunks(AT_ONCE)).collect();
    for (files, stored) in whole {
        for ((copy, stored), reckoned) in files.iter().zip(stored).zip(converted(folder.path(), files, "xlsx")) {
            let name = copy.file_name().expect("a name").to_string_lossy().into_owned();
            wrong.extend(differing(stored, &results(copy, &reckoned)).into_iter().map(|cell| format!("{name} {cell}")));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
