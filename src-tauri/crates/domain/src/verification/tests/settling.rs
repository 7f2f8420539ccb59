use proptest::prelude::*;

use crate::ids::PersonId;
use crate::verification::{Ask, Count, Hands, Keying, MayNot, Rounds, Stage, may_key, stage};

fn keyed(by: i64, value: Count) -> Keying {
    Keying { by: PersonId(by), value }
}

#[test]
fn equal_keyings_agree_at_once() {
    let rounds = Rounds::begun(keyed(1, Some(7))).with(keyed(2, Some(7))).expect("it waits for the second");
    assert_eq!((rounds.ask(), rounds.settled()), (Ask::None, Some(Some(7))));
}
