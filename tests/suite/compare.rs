//! Two schemes against each other, on books of a few lines and on the sample.

use crate::book::book_of;
use customer_tiers::differentiate::compare::compare;
use customer_tiers::differentiate::schemes::cell_counts;
use customer_tiers::differentiate::{Standing, differentiate};
use customer_tiers::identify::Book;
use customer_tiers::recipe::{Axis, Binning, Checked, Scores};

/// Twelve customers, from one old small order to many new large ones.
fn twelve() -> (Book, Standing) {
    let lines: Vec<String> = (0..12)
        .flat_map(|number| {
            (0..=number / 3).map(move |order| format!("c{number:02} 2024-{:02}-0{} {}", number + 1, order + 1, 10 * (number + 1)))
        })
        .collect();
    let book = book_of(&lines.join(";"));
    let standing = differentiate(&book, &Checked::default()).unwrap_or_else(|error| panic!("{error}"));
    (book, standing)
}

#[test]
fn cells_add_up_to_all_customers_and_their_revenue() {
    let (book, standing) = twelve();
    for (first, second) in [("value", "rfm-11"), ("abc", "life-cycle"), ("cn-8", "cn-8")] {
        let found = compare(&book, &standing, first, second).expect("both are built in");
        let all = || found.cells.iter().flatten();
        assert_eq!(all().map(|cell| cell.customers).sum::<u32>(), 12, "{first} {second}");
        let revenue: i64 = all().map(|cell| cell.revenue.raw()).sum();
        assert_eq!(revenue, standing.measures.total_revenue.raw(), "{first} {second}");
        assert_eq!(found.same_health + found.disagreeing, 12, "{first} {second}");
        let totals: Vec<u32> = found.cells.iter().map(|row| row.iter().map(|cell| cell.customers).sum()).collect();
        let scheme = standing.scheme(first).expect("built in");
        assert_eq!(totals, scheme.totals.iter().map(|total| total.customers).collect::<Vec<_>>(), "{first} {second}");
    }
}

#[test]
fn a_scheme_agrees_with_itself() {
    let (book, standing) = twelve();
    let found = compare(&book, &standing, "rfm-11", "rfm-11").expect("built in");
    assert_eq!((found.same_health, found.disagreeing), (12, 0));
    assert!((found.adjusted_rand - 1.0).abs() < 1e-12);
    assert!(found.cramers_v.is_some_and(|v| (v - 1.0).abs() < 1e-12));
    assert!(found.furthest.is_empty());
    assert!(compare(&book, &standing, "rfm-11", "none").is_none());
}

#[test]
fn those_seen_most_differently_come_first() {
    let (book, standing) = twelve();
    let found = compare(&book, &standing, "value", "life-cycle").expect("both are built in");
    let order: Vec<(u8, i64)> = found.furthest.iter().map(|one| (one.steps, one.row.revenue.raw())).collect();
    assert!(!order.is_empty() && order.is_sorted_by(|one, other| one >= other), "{order:?}");
    assert_eq!(found.disagreeing as usize, found.furthest.len());
    for one in &found.furthest {
        assert_ne!(one.first, one.second);
    }
}

#[test]
fn counts_of_cells_add_up_on_any_axes() {
    let (_, standing) = twelve();
    let mean = Scores { recency: Binning::Mean, frequency: Binning::Mean, monetary: Binning::Mean, nested: false };
    for (axes, own, length) in [
        (vec![Axis::R], None, 1),
        (vec![Axis::R, Axis::F, Axis::M], None, 3),
        (vec![Axis::Rfm, Axis::Fm], None, 2),
        (vec![Axis::R, Axis::M], Some(&mean), 2),
    ] {
        let counts = cell_counts(&standing, &axes, own);
        assert_eq!(counts.iter().map(|count| count.customers).sum::<u32>(), 12, "{axes:?}");
        assert!(counts.iter().all(|count| count.cell.len() == length && count.customers > 0), "{axes:?}");
        assert!(counts.is_sorted_by(|one, other| one.cell < other.cell), "{axes:?}");
        if own.is_some() {
            assert!(counts.iter().all(|count| count.cell.chars().all(|digit| "12".contains(digit))));
        }
    }
}
