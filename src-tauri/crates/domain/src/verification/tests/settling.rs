use proptest::prelude::*;

use crate::ids::PersonId;
use crate::verification::{Ask, Count, Hands, Keying, MayNot, Rounds, Second, Stage, may_key, stage};

fn keyed(by: i64, value: Count) -> Keying {
    Keying { by: PersonId(by), value }
}

/// A box first keyed by person 1, then these values by 2, 2 and 3 as far as it asks for them.
fn rounds(first: Count, then: &[Count]) -> Rounds {
    then.iter()
        .zip([2, 2, 3])
        .fold(Rounds::begun(keyed(1, first)), |rounds, (value, by)| rounds.with(keyed(by, *value)).unwrap_or(rounds))
}

#[test]
fn the_usual_ways_to_an_agreement() {
    let ways: [(&[Count], Ask, Option<Count>); 7] = [
        (&[], Ask::Second, None),
        (&[Some(7)], Ask::None, Some(Some(7))),
        (&[Some(1)], Ask::Again, None),
        // The second person slipped.
        (&[Some(1), Some(7)], Ask::None, Some(Some(7))),
        // … or stays with it, or keys something else: a third person looks.
        (&[Some(1), Some(1)], Ask::Third, None),
        (&[Some(1), Some(2), Some(1)], Ask::None, Some(Some(1))),
        (&[Some(1), Some(1), Some(7)], Ask::None, Some(Some(7))),
    ];
    for (then, ask, settled) in ways {
        let rounds = rounds(Some(7), then);
        assert_eq!((rounds.ask(), rounds.settled()), (ask, settled), "{then:?}");
    }
    assert!(rounds(Some(7), &[Some(1), Some(1), Some(1)]).was_wrong());
    assert!(!rounds(Some(7), &[Some(1), Some(1), Some(7)]).was_wrong());
}

#[test]
fn a_blank_is_a_value_of_its_own() {
    assert_eq!(rounds(Some(0), &[None]).ask(), Ask::Again);
    assert_eq!(rounds(None, &[None]).settled(), Some(None));
    assert_eq!(rounds(Some(0), &[None, None, None]).settled(), Some(None));
}

#[test]
fn the_second_is_not_the_first_and_the_third_is_neither() {
    let on = rounds(Some(7), &[]);
    let hands = Hands::of(&[on, Rounds::begun(keyed(4, Some(0)))]);
    assert_eq!(may_key(PersonId(1), &on, &hands), Err(MayNot::KeyedFirst));
    // Person 4 keyed another box of the sheet.
    assert_eq!(may_key(PersonId(4), &on, &hands), Err(MayNot::KeyedFirst));
    assert_eq!(may_key(PersonId(2), &on, &hands), Ok(Ask::Second));

    let on = rounds(Some(7), &[Some(1)]);
    let hands = Hands::of(&[on]);
    assert_eq!(may_key(PersonId(2), &on, &hands), Ok(Ask::Again));
    assert_eq!(may_key(PersonId(3), &on, &hands), Err(MayNot::NotTheSecond));

    let on = rounds(Some(7), &[Some(1), Some(1)]);
    let hands = Hands::of(&[on]);
    assert_eq!(may_key(PersonId(2), &on, &hands), Err(MayNot::KeyedSecond));
    assert_eq!(may_key(PersonId(3), &on, &hands), Ok(Ask::Third));

    let on = rounds(Some(7), &[Some(7)]);
    assert_eq!(may_key(PersonId(3), &on, &Hands::of(&[on])), Err(MayNot::Settled));
}

#[test]
fn a_sheet_is_as_far_as_its_last_box() {
    let boxes = |all: &[&[Count]]| all.iter().map(|then| rounds(Some(7), then)).collect::<Vec<_>>();
    let seven = Some(7);
    let one = Some(1);
    assert_eq!(stage(&[]), Stage::Untouched);
    assert_eq!(stage(&boxes(&[&[], &[]])), Stage::Untouched);
    assert_eq!(stage(&boxes(&[&[seven], &[]])), Stage::UnderWay);
    assert_eq!(stage(&boxes(&[&[one, one], &[one], &[seven]])), Stage::NeedsAgain);
    assert_eq!(stage(&boxes(&[&[one, one], &[seven]])), Stage::NeedsThird);
    assert_eq!(stage(&boxes(&[&[one, one, one], &[seven]])), Stage::Agreed);
    assert_eq!(Second::of(&[]), Second::NotYet);
    assert_eq!(Second::of(&boxes(&[&[one, one], &[seven]])), Second::UnderWay);
    assert_eq!(Second::of(&boxes(&[&[one, one, one], &[one, seven], &[seven]])), Second::Done { wrong: 1 });
}

fn count() -> impl Strategy<Value = Count> {
    prop_oneof![Just(None), (0u32..3).prop_map(Some)]
}

proptest! {
    /// Whoever comes in whatever order: each box ends after three further keyings at most, on a value somebody
    /// keyed, with a third person's where one was asked, and nobody had two parts in it.
    #[test]
    fn every_order_of_people_and_boxes_settles(
        firsts in proptest::collection::vec((1i64..3, count()), 1..5),
        moves in proptest::collection::vec((0usize..5, 1i64..6, count()), 0..120),
    ) {
        let mut boxes: Vec<Rounds> = firsts.iter().map(|(by, value)| Rounds::begun(keyed(*by, *value))).collect();
        let mut reached = Stage::Untouched as u8;
        for (at, by, value) in moves {
            let at = at % boxes.len();
            let before = boxes[at];
            let Ok(ask) = may_key(PersonId(by), &before, &Hands::of(&boxes)) else { continue };
            prop_assert_eq!(ask, before.ask());
            prop_assert_eq!(before.settled(), None);
            boxes[at] = before.with(keyed(by, value)).expect("it was asked for");
            prop_assert!(boxes[at].ask() > ask, "each keying brings the box further");
            let stage = stage(&boxes) as u8;
            prop_assert!(stage >= reached, "a sheet never goes back");
            reached = stage;
        }
        for rounds in &boxes {
            let keyings = [Some(rounds.first), rounds.second, rounds.again, rounds.third];
            let values: Vec<Count> = keyings.iter().flatten().map(|k| k.value).collect();
            if let Some(settled) = rounds.settled() {
                prop_assert!(values.contains(&settled));
                prop_assert_eq!(rounds.with(keyed(9, None)), None);
                if rounds.third.is_none() {
                    prop_assert_eq!(settled, rounds.first.value, "only a third person overrules the first");
                }
            }
            if let (Some(second), Some(again)) = (rounds.second, rounds.again) {
                prop_assert_eq!(second.by, again.by);
            }
            if let (Some(second), Some(third)) = (rounds.second, rounds.third) {
                prop_assert!(third.by != second.by && third.by != rounds.first.by);
                prop_assert_eq!(rounds.settled(), Some(third.value));
            }
            prop_assert!(rounds.second.is_none_or(|k| k.by != rounds.first.by));
        }
        if boxes.iter().all(|b| b.settled().is_some()) {
            prop_assert_eq!(stage(&boxes), Stage::Agreed);
        }
    }
}
