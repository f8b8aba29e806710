//! Laws that hold for any orders.

use crate::book::{Line, any_lines, book};
use customer_tiers::differentiate::{Standing, differentiate};
use customer_tiers::recipe::{Binning, Checked, Metric, Recipe, Remainder, Scores, Ties, ValueFactor, ValueScore, presets};
use proptest::prelude::*;

fn lines() -> impl Strategy<Value = Vec<Line>> {
    any_lines(25, 400, -300, 120)
}

fn binning() -> impl Strategy<Value = Binning> {
    let ties = prop_oneof![Just(Ties::Measures), Just(Ties::Id)];
    let remainder = prop_oneof![Just(Remainder::First), Just(Remainder::Spread)];
    prop_oneof![
        Just(Binning::Quantile { bins: 5 }),
        Just(Binning::RRfm { bins: 5 }),
        (ties, remainder).prop_map(|(ties, remainder)| Binning::Ntile { bins: 5, ties, remainder }),
    ]
}

fn stand(lines: &[Line], binning: &Binning) -> Standing {
    differentiate(&book(lines), &recipe(binning)).expect("a standing")
}

fn recipe(binning: &Binning) -> Checked {
    let scores = Scores { recency: binning.clone(), frequency: binning.clone(), monetary: binning.clone(), nested: false };
    Checked::new(Recipe { scores, ..Recipe::default() }).expect("a valid recipe")
}

/// With every scheme of the library, nested or not. Models are left out: they are fitted in tests of their own.
fn rich(nested: bool) -> Checked {
    let scores = Scores { nested, ..Scores::default() };
    let factor = |metric, weight| ValueFactor { metric, weight, binning: Binning::default() };
    let value_score = ValueScore { factors: vec![factor(Metric::Loyalty, 2.0), factor(Metric::Growth, 1.0), factor(Metric::Recency, 1.0)] };
    Checked::new(Recipe { scores, value_score, schemes: presets::scheme_library(), ..Recipe::default() }).expect("a valid recipe")
}

fn columns(standing: &Standing) -> Vec<&Vec<u8>> {
    let scores = &standing.scores;
    [&scores.r, &scores.f, &scores.m].into_iter().chain(standing.schemes.iter().map(|classified| &*classified.of)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_order_of_the_rows_changes_nothing(lines in lines(), binning in binning(), seed in any::<u64>()) {
        let mut shuffled = lines.clone();
        shuffled.sort_by_key(|line| (line.day ^ line.raw as i32).wrapping_mul(seed as i32 | 1));
        let (a, b) = (stand(&lines, &binning), stand(&shuffled, &binning));
        prop_assert_eq!(columns(&a), columns(&b));
        prop_assert_eq!(a.measures.total_orders, b.measures.total_orders);
    }

    #[test]
    fn the_scale_of_money_changes_no_score(lines in lines(), binning in binning()) {
        prop_assume!(!matches!(binning, Binning::RRfm { .. }));
        let scaled: Vec<Line> = lines.iter().map(|line| Line { raw: line.raw * 10, ..line.clone() }).collect();
        let (a, b) = (stand(&lines, &binning), stand(&scaled, &binning));
        prop_assert_eq!(columns(&a), columns(&b));
    }

    #[test]
    fn everybody_is_in_one_segment_of_every_scheme(lines in lines(), binning in binning()) {
        let standing = stand(&lines, &binning);
        let customers = standing.measures.customer_count();
        for classified in &standing.schemes {
            let mut counted = vec![0; classified.segments.len()];
            for customer in standing.customers() {
                counted[usize::from(classified.of[customer.index()])] += 1;
            }
            let totals: Vec<u32> = classified.totals.iter().map(|total| total.customers).collect();
            prop_assert_eq!(&totals, &counted, "{}", classified.scheme.id);
            prop_assert_eq!(totals.iter().sum::<u32>(), customers);
            let revenue: i64 = classified.totals.iter().map(|total| total.revenue.raw()).sum();
            prop_assert_eq!(revenue, standing.measures.total_revenue.raw());
        }
        for thresholds in &standing.scores.thresholds {
            prop_assert_eq!(thresholds.sizes.iter().sum::<u32>(), customers);
            prop_assert!(thresholds.cuts.is_sorted());
        }
    }

    #[test]
    fn better_values_never_score_lower(lines in lines(), binning in binning()) {
        let standing = stand(&lines, &binning);
        let (measures, scores) = (&standing.measures, &standing.scores);
        let better: [(Vec<i64>, &Vec<u8>); 3] = [
            (measures.recency_days.iter().map(|days| -i64::from(*days)).collect(), &scores.r),
            (measures.orders.iter().map(|orders| i64::from(*orders)).collect(), &scores.f),
            (measures.monetary.iter().map(|monetary| monetary.raw()).collect(), &scores.m),
        ];
        let splits = matches!(binning, Binning::Ntile { .. });
        for (values, scores) in better {
            let mut pairs: Vec<(i64, u8)> = values.into_iter().zip(scores.iter().copied()).collect();
            pairs.sort_unstable();
            for pair in pairs.windows(2) {
                prop_assert!(pair[0].1 <= pair[1].1);
                prop_assert!(splits || pair[0].0 != pair[1].0 || pair[0].1 == pair[1].1);
            }
        }
    }

    #[test]
    fn sizes_and_splits_are_those_of_the_columns(lines in lines(), binning in binning()) {
        let standing = stand(&lines, &binning);
        for (thresholds, scores) in standing.scores.thresholds.iter().zip([&standing.scores.r, &standing.scores.f, &standing.scores.m]) {
            let counted = (1..=5).map(|score| scores.iter().filter(|s| **s == score).count() as u32).collect::<Vec<_>>();
            prop_assert_eq!(&thresholds.sizes, &counted);
            let raw = |customer| standing.measures.raw(thresholds.factor, customer);
            let split = standing.customers().filter(|&a| {
                standing.customers().any(|b| raw(a) == raw(b) && scores[a.index()] != scores[b.index()])
            });
            prop_assert_eq!(thresholds.split_ties, split.count() as u32);
        }
    }

    #[test]
    fn a_moved_threshold_gives_what_a_new_start_gives(lines in lines(), was in binning(), cut in 1..400_i32) {
        let book = book(&lines);
        let mut moved = differentiate(&book, &recipe(&was)).expect("a standing");
        let is = Scores { recency: Binning::Fixed { cuts: vec![f64::from(cut); 4] }, ..recipe(&was).scores.clone() };
        let after = Checked::new(Recipe { scores: is, ..Recipe::default() }).expect("a valid recipe");
        moved.rescore(&book, &after).expect("a standing");
        let fresh = differentiate(&book, &after).expect("a standing");
        prop_assert_eq!(columns(&moved), columns(&fresh));
        prop_assert_eq!(&moved.scores.thresholds, &fresh.scores.thresholds);
        for (a, b) in moved.schemes.iter().zip(&fresh.schemes) {
            prop_assert_eq!((&a.scheme.id, &a.totals), (&b.scheme.id, &b.totals));
        }
    }

    #[test]
    fn frozen_scores_are_the_scores_of_today(lines in lines(), binning in binning()) {
        let book = book(&lines);
        let standing = differentiate(&book, &recipe(&binning)).expect("a standing");
        let frozen = standing.scores.freeze(&standing.measures, &recipe(&binning).scores).expect("not nested");
        let after = Checked::new(Recipe { scores: frozen.scores, ..Recipe::default() }).expect("a valid recipe");
        let after = differentiate(&book, &after).expect("a standing");
        if matches!(binning, Binning::Ntile { .. }) {
            let changed = standing.customers().filter(|&customer| standing.scores.of(customer) != after.scores.of(customer)).count();
            prop_assert_eq!(frozen.changed as usize, changed);
            let split: u32 = standing.scores.thresholds.iter().map(|thresholds| thresholds.split_ties).sum();
            prop_assert!(frozen.changed <= split);
        } else {
            prop_assert_eq!(columns(&standing), columns(&after));
            prop_assert_eq!(frozen.changed, 0);
        }
    }

    #[test]
    fn rules_leave_nobody_out_and_follow_no_order_of_rows(lines in lines(), nested in any::<bool>(), seed in any::<u64>()) {
        let mut shuffled = lines.clone();
        shuffled.sort_by_key(|line| (line.day ^ line.raw as i32).wrapping_mul(seed as i32 | 1));
        let (a, b) = (differentiate(&book(&lines), &rich(nested)).expect("a standing"), differentiate(&book(&shuffled), &rich(nested)).expect("a standing"));
        prop_assert_eq!(columns(&a), columns(&b));
        for classified in &a.schemes {
            let in_one = a.customers().all(|customer| usize::from(classified.of[customer.index()]) < classified.segments.len());
            prop_assert!(in_one, "{}", classified.scheme.id);
            let counted: u32 = classified.totals.iter().map(|total| total.customers).sum();
            prop_assert_eq!(counted, a.measures.customer_count(), "{}", classified.scheme.id);
        }
    }

    #[test]
    fn metrics_follow_no_order_of_rows_and_better_ones_score_no_lower(lines in lines(), binning in binning(), seed in any::<u64>()) {
        let mut shuffled = lines.clone();
        shuffled.sort_by_key(|line| (line.day ^ line.raw as i32).wrapping_mul(seed as i32 | 1));
        let (book_a, book_b, recipe) = (book(&lines), book(&shuffled), rich(false));
        let (a, b) = (differentiate(&book_a, &recipe).expect("a standing"), differentiate(&book_b, &recipe).expect("a standing"));
        let needs_models = |metric: &Metric| metric.is_predicted() || *metric == Metric::Potential;
        for metric in Metric::plain().filter(|metric| !needs_models(metric)).chain([Metric::RevenueWithin(90), Metric::OrdersWithin(30)]) {
            let (column, other) = (a.metric(&book_a, &recipe, &metric), b.metric(&book_b, &recipe, &metric));
            let scores = a.metric_scores(&book_a, &recipe, &metric, &binning);
            let mut known = Vec::new();
            for customer in a.customers() {
                prop_assert_eq!(column.raw(customer), other.raw(customer), "{}", &metric);
                let score = scores.of[customer.index()];
                prop_assert_eq!(score == 0, column.raw(customer).is_none(), "{}", &metric);
                known.extend(column.raw(customer).map(|raw| (if metric.lower_is_better() { -raw } else { raw }, score)));
            }
            known.sort_unstable();
            prop_assert!(known.windows(2).all(|pair| pair[0].1 <= pair[1].1), "{}", &metric);
            prop_assert_eq!(scores.cutting.sizes.iter().sum::<u32>() as usize, known.len());
        }
    }
}
