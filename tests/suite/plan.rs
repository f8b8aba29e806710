//! Interact and customize: hours that add up, products that are counted by customer.

use crate::support::{self, money};
use customer_tiers::customize::customize;
use customer_tiers::interact::interact;
use customer_tiers::recipe::{Recipe, Refunds, default_service_levels, default_strategies};

#[test]
fn hours_are_customers_times_contacts_times_minutes() {
    let book = support::book(&[("a", "2024-01-01", 10, ""), ("b", "2024-01-01", 10, ""), ("c", "2024-01-01", 10, "")]);
    let standing = support::standing(&book, &[0, 0, 1]);
    let mut recipe = Recipe::default();
    recipe.interact.remove("low");
    let plan = interact(&standing, &recipe);
    let high = &recipe.interact["high"];
    assert_eq!(plan.tiers[0].contacts_per_year, u64::from(2 * high.contacts_per_year));
    assert!((plan.tiers[0].hours_per_year - f64::from(2 * high.contacts_per_year * high.usual_minutes()) / 60.0).abs() < 1e-9);
    assert_eq!((plan.tiers[1].customers, plan.tiers[1].contacts_per_year), (1, 0), "a tier without a strategy is not forgotten");
}

#[test]
fn products_are_counted_once_per_customer() {
    let book = support::book(&[
        ("a", "2024-01-01", 10, "tea"),
        ("a", "2024-01-02", 10, "tea"),
        ("a", "2024-01-03", 50, "pot"),
        ("b", "2024-01-01", 10, "tea"),
        ("c", "2024-01-01", 7, "cup"),
        ("c", "2024-01-02", 10, "tea"),
        ("c", "2024-01-03", -3, "jar"),
        ("d", "2025-06-01", 9, "later than the analysis day"),
    ]);
    let standing = support::standing(&book, &[0, 0, 1, 1]);
    let offers = customize(&book, &standing, &Recipe::default());
    let products =
        |tier: usize| offers.tiers[tier].products.iter().map(|p| (p.product.as_str(), p.customers, p.revenue)).collect::<Vec<_>>();
    assert_eq!(products(0), [("tea", 2, money(30)), ("pot", 1, money(50))]);
    assert_eq!(products(1), [("tea", 1, money(10)), ("cup", 1, money(7))], "what only came back is no purchase");
    let lift = |tier: usize, product: usize| offers.tiers[tier].products[product].lift;
    assert!((lift(0, 1) - 2.0).abs() < 1e-12, "half of the tier, a quarter of all");
    assert!((lift(0, 0) - 4.0 / 3.0).abs() < 1e-12);
}

#[test]
fn refunds_follow_the_recipe() {
    let book = support::book(&[("a", "2024-01-01", 10, "tea"), ("a", "2024-01-02", -4, "tea"), ("a", "2024-01-03", -1, "jar")]);
    let standing = support::standing(&book, &[0]);
    for (refunds, expected) in [
        (Refunds::Net, vec![("tea", money(6))]),
        (Refunds::Drop, vec![("tea", money(10))]),
        (Refunds::Keep, vec![("tea", money(6)), ("jar", money(-1))]),
    ] {
        let mut recipe = Recipe::default();
        recipe.cleaning.refunds = refunds;
        let offers = customize(&book, &standing, &recipe);
        let found: Vec<_> = offers.tiers[0].products.iter().map(|p| (p.product.as_str(), p.revenue)).collect();
        assert_eq!(found, expected, "{refunds:?}");
    }
}

#[test]
fn the_ten_best_are_named_equals_by_revenue_then_name() {
    let lines: Vec<support::Line> = ["k", "b", "c", "d", "e", "f", "g", "h", "i", "j", "a", "l"]
        .into_iter()
        .map(|product| ("x", "2024-01-01", if product == "l" { 2 } else { 1 }, product))
        .collect();
    let book = support::book(&lines);
    let offers = customize(&book, &support::standing(&book, &[0]), &Recipe::default());
    let names: String = offers.tiers[0].products.iter().map(|p| p.product.as_str()).collect();
    assert_eq!(names, "labcdefghi");
}

#[test]
fn every_tier_of_the_built_in_schemes_has_a_strategy_and_a_service() {
    for code in ["high", "medium", "low", "vip", "ordinary", "potential", "a", "b", "c"] {
        assert!(default_strategies().contains_key(code), "{code}");
        assert!(default_service_levels().contains_key(code), "{code}");
    }
}
