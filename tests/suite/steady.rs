//! Laws of tiers that have to last, for any orders and any rule.

use crate::book::{any_lines, book};
use crate::support::thousand_cases;
use customer_tiers::base::Day;
use customer_tiers::differentiate::history::{period_ends, standing_at};
use customer_tiers::differentiate::{Standing, differentiate};
use customer_tiers::identify::Book;
use customer_tiers::recipe::{Binning, Checked, Period, Recipe, Steady};
use proptest::prelude::*;

/// The place of every customer's tier, 0 for the best; none for those who are not there yet.
type Tiers = Vec<Option<usize>>;

fn tiers(book: &Book, standing: &Standing) -> Tiers {
    let classified = &standing.schemes[standing.tier];
    book.customers
        .iter()
        .map(|customer| standing.measures.is_present(customer).then(|| usize::from(classified.of[customer.index()])))
        .collect()
}

/// By the figures of each end, and as held at each end.
fn course(book: &Book, rule: Steady, ends: &[Day]) -> Vec<(Tiers, Tiers)> {
    let plain = Checked::default();
    let steady = Checked::new(Recipe { steady: Some(rule), ..Recipe::default() }).expect("a recipe");
    let at = |recipe: &Checked, end: Day| tiers(book, &standing_at(book, recipe, end).expect("somebody is there"));
    ends.iter().map(|&end| (at(&plain, end), at(&steady, end))).collect()
}

proptest! {
    // Each case measures every end some dozen times.
    #![proptest_config(ProptestConfig { cases: 150, ..thousand_cases() })]

    #[test]
    fn a_tier_is_held_until_another_has_lasted(lines in any_lines(10, 300, 0, 60), periods in 1..4_u8, grace_periods in 0..3_u8) {
        let book = book(&lines);
        let rule = Steady { periods, period: Period::Month, grace_periods };
        let days = &book.ledger.day;
        let (first, last) = (*days.iter().min().expect("a line"), *days.iter().max().expect("a line"));
        let ends = period_ends(first, last, Period::Month);
        let course = course(&book, rule, &ends);
        for customer in 0..book.customers.len() {
            let found: Tiers = course.iter().map(|(found, _)| found[customer]).collect();
            let held: Tiers = course.iter().map(|(_, held)| held[customer]).collect();
            for at in 0..ends.len() {
                // What is held was found at this end or an earlier one.
                prop_assert!(held[at].is_none() || found[..=at].contains(&held[at]), "{found:?} {held:?}");
                let Some((was, is)) = at.checked_sub(1).and_then(|before| held[before]).zip(held[at]) else {
                    prop_assert_eq!(held[at], found[at], "who comes new holds the first tier");
                    continue;
                };
                let needed = usize::from(if is > was { periods + grace_periods } else { periods });
                let row: Vec<usize> = found[at.saturating_sub(needed - 1)..=at].iter().flatten().copied().collect();
                if is != was {
                    // Every end of the row was beyond the tier held, and none short of the new one.
                    prop_assert!(row.len() == needed && row.iter().all(|one| if is > was { *one >= is } else { *one <= is }), "{found:?} {held:?}");
                }
                // What the figures have said long enough is held: a move may stop at a tier on the way and take its time again.
                let long = 2 * usize::from(periods + grace_periods);
                let last = &found[(at + 1).saturating_sub(long)..=at];
                prop_assert!(last.len() < long || last.iter().any(|one| *one != found[at]) || held[at] == found[at], "{found:?} {held:?}");
            }
            if periods == 1 && grace_periods == 0 {
                prop_assert_eq!(&held, &found);
            }
        }
    }

    #[test]
    fn what_is_kept_of_the_past_gives_the_same_as_looking_again(lines in any_lines(10, 300, 0, 60), periods in 1..4_u8, cut in 1..200_i32) {
        let book = book(&lines);
        let rule = |periods| Some(Steady { periods, period: Period::Month, grace_periods: 1 });
        let checked = |change: &dyn Fn(&mut Recipe)| {
            let mut recipe = Recipe { steady: rule(2), ..Recipe::default() };
            change(&mut recipe);
            Checked::new(recipe).expect("a recipe")
        };
        let mut standing = differentiate(&book, &checked(&|_| {})).expect("a standing");
        for (name, recipe) in [
            ("another rule", checked(&|recipe| recipe.steady = rule(periods))),
            ("what does not decide", checked(&|recipe| recipe.planning.weeks = 9)),
            ("thresholds", checked(&|recipe| recipe.scores.monetary = Binning::Fixed { cuts: (1..5).map(|at| f64::from(at * cut)).collect() })),
            ("other tiers", checked(&|recipe| recipe.tier = "abc".into())),
            ("none", checked(&|recipe| recipe.steady = None)),
            ("again", checked(&|_| {})),
        ] {
            standing.rescore(&book, &recipe).expect("a standing");
            let fresh = differentiate(&book, &recipe).expect("a standing");
            prop_assert_eq!(tiers(&book, &standing), tiers(&book, &fresh), "{}", name);
            prop_assert_eq!(&standing.schemes[standing.tier].totals, &fresh.schemes[fresh.tier].totals, "{}", name);
        }
    }
}
