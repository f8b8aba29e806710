//! The loyalty plan: every point is somewhere, and what changes is counted.

use crate::data::real;
use customer_tiers::base::Money;
use customer_tiers::customize::{Booking, BookingKind, LoyaltyFigures, bookings, simulate, suggested_loyalty, what_if};
use customer_tiers::export::{Format, to_bytes};
use customer_tiers::identify::{BytesSource, FileSource, Source};
use customer_tiers::pipeline::{Outcome, run};
use customer_tiers::recipe::{Checked, Loyalty, LoyaltyLevel, Recipe};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn import(csv: String, recipe: &Checked) -> Outcome {
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", csv.into_bytes()))];
    run(&mut sources, recipe, &mut |_| {}).expect("orders")
}

fn units(units: i64) -> Money {
    Money::from_raw(units * Money::SCALE)
}

fn level(name: &str, threshold: i64, points_percent: u32, yearly_cost: i64, coupon: i64) -> LoyaltyLevel {
    let [threshold, yearly_cost, coupon] = [threshold, yearly_cost, coupon].map(units);
    LoyaltyLevel { name: name.to_owned(), threshold, points_percent, yearly_cost, coupon }
}

/// Points and money by kind, added up from the bookings alone.
fn ledger(found: impl Iterator<Item = Booking>) -> BTreeMap<BookingKind, (u64, i64)> {
    let mut sums: BTreeMap<BookingKind, (u64, i64)> = BTreeMap::new();
    for booking in found {
        let sum = sums.entry(booking.kind).or_default();
        sum.0 += booking.points;
        sum.1 += booking.value.raw();
    }
    sums
}

/// Points given = redeemed + expired + taken back + outstanding, and the figures are the sums of the bookings.
fn reconciles(outcome: &Outcome, recipe: &Checked, plan: &Loyalty) -> LoyaltyFigures {
    let figures = simulate(&outcome.book, &outcome.standing, recipe, plan);
    let sums = ledger(bookings(&outcome.book, &outcome.standing, recipe, plan));
    let points = |kind| sums.get(&kind).map_or(0, |sum| sum.0);
    let kinds = [BookingKind::Given, BookingKind::Redeemed, BookingKind::Expired, BookingKind::TakenBack].map(points);
    let found = figures.points;
    assert_eq!([found.given, found.redeemed, found.expired, found.taken_back], kinds);
    assert_eq!(found.given, found.redeemed + found.expired + found.taken_back + found.outstanding);
    let value = |kind| sums.get(&kind).map_or(0, |sum| sum.1);
    let outstanding =
        value(BookingKind::Given) - value(BookingKind::Redeemed) - value(BookingKind::Expired) - value(BookingKind::TakenBack);
    assert_eq!(figures.liability.raw(), outstanding, "the liability, to the cent");
    let members: u32 = figures.levels.iter().map(|level| level.customers).sum();
    assert_eq!(members, outcome.standing.measures.customer_count(), "everybody is on one level");
    assert_eq!(figures.year.total.raw(), figures.year.points.raw() + figures.year.coupons.raw() + figures.year.benefits.raw());
    figures
}

#[test]
fn a_small_plan_by_hand() {
    // Ann: 1000 in January 2024 → 1000 points and silver (coupon 20); 500 in June → half of 1000 redeemed, 500 × 1.5 = 750 given;
    // −100 in July → 150 points back; the rest of January's 500 expires in January 2025. Bob: 80 in December 2024.
    let csv =
        "customer_id,order_id,order_date,amount\nann,1,2024-01-10,1000\nann,2,2024-06-10,500\nann,3,2024-07-10,-100\nbob,4,2025-01-19,80\n";
    let recipe = Checked::default();
    let outcome = import(csv.to_owned(), &recipe);
    let plan = Loyalty { levels: vec![level("member", 0, 100, 0, 0), level("silver", 900, 150, 12, 20)], ..Loyalty::default() };
    let figures = reconciles(&outcome, &recipe, &plan);
    let points = figures.points;
    assert_eq!((points.given, points.redeemed, points.taken_back, points.expired), (1000 + 750 + 80, 500, 150, 500));
    assert_eq!(figures.liability, Money::from_raw(680 * 100));
    let year = figures.year;
    assert_eq!(
        (year.points, year.coupons, year.benefits),
        (units(5), Money::ZERO, Money::ZERO),
        "the coupon is older than a year; nobody is on silver now"
    );
    assert_eq!(figures.levels.iter().map(|level| level.customers).collect::<Vec<_>>(), [2, 0]);
    assert_eq!((figures.rose, figures.fell), (0, 1), "Ann was on silver a year ago");
    assert_eq!(year.break_even.map(|share| (share * 1e6).round()), Some((5.0_f64 / 480.0 * 1e6).round()));
}

#[test]
fn what_would_change_is_counted_against_todays_plan() {
    let csv = "customer_id,order_date,amount\nann,2025-01-10,1000\nbob,2025-01-11,400\ncat,2025-01-12,90\n";
    let today = Loyalty { levels: vec![level("member", 0, 100, 0, 0), level("silver", 300, 150, 10, 0)], ..Loyalty::default() };
    let recipe = Checked::new(Recipe { loyalty: Some(today.clone()), ..Recipe::default() }).expect("valid");
    let outcome = import(csv.to_owned(), &recipe);
    let stricter = Loyalty { levels: vec![level("member", 0, 100, 0, 0), level("silver", 500, 150, 10, 0)], ..today.clone() };
    let found = what_if(&outcome.book, &outcome.standing, &recipe, &stricter).expect("valid");
    assert_eq!((found.better, found.worse, found.at_risk), (0, 1, units(400)), "Bob loses silver");
    let head_count = |figures: &LoyaltyFigures| figures.levels[1].customers;
    assert_eq!((found.today.as_ref().map(head_count), head_count(&found.changed)), (Some(2), 1));
    let same = what_if(&outcome.book, &outcome.standing, &recipe, &today).expect("valid");
    assert_eq!((same.better, same.worse, same.today.as_ref()), (0, 0, Some(&same.changed)));
    let wrong = Loyalty { levels: Vec::new(), ..today };
    assert!(what_if(&outcome.book, &outcome.standing, &recipe, &wrong).is_err());
}

#[test]
fn the_ledger_that_is_exported_adds_up() {
    let csv = "customer_id,order_date,amount\nann,2025-01-10,1000\nann,2025-02-10,100\nbob,2025-01-11,400\n";
    let recipe = Checked::new(Recipe { loyalty: Some(Loyalty::default()), ..Recipe::default() }).expect("valid");
    let outcome = import(csv.to_owned(), &recipe);
    let bytes = to_bytes(Format::LoyaltyLedger, &outcome.book, &outcome.standing, "", &Default::default()).expect("written");
    let text = String::from_utf8(bytes).expect("text");
    let given: u64 = text
        .lines()
        .filter(|line| line.contains(",given,"))
        .map(|line| line.split(',').nth(3).and_then(|points| points.parse::<u64>().ok()).expect("points"))
        .sum();
    assert_eq!(given, simulate(&outcome.book, &outcome.standing, &recipe, &Loyalty::default()).points.given);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn every_point_is_somewhere(
        orders in prop::collection::vec((0..4_u8, 0..900_i64, -300_000..900_000_i64), 1..60),
        rate in 0..400_u32,
        value in 0..3_000_i64,
        expiry in prop::option::of(1..500_u32),
        shares in (0..=100_u32, 0..=100_u32),
    ) {
        let mut csv = String::from("customer_id,order_id,order_date,amount\nz,first,2022-01-01,5\n");
        let start: customer_tiers::base::Day = "2022-01-01".parse().expect("a day");
        for (number, (customer, day, cents)) in orders.iter().enumerate() {
            csv += &format!("c{customer},{number},{},{}\n", start.plus(i32::try_from(*day).expect("small")), Money::from_raw(cents * 100));
        }
        let recipe = Checked::default();
        let outcome = import(csv, &recipe);
        let plan = Loyalty {
            points_per_unit: f64::from(rate) / 100.0,
            point_value: Money::from_raw(value),
            expiry_days: expiry,
            redeemed_percent: shares.0,
            coupons_used_percent: shares.1,
            levels: vec![level("a", 0, 100, 1, 0), level("b", 500, 133, 3, 7), level("c", 3000, 250, 9, 11)],
            ..Loyalty::default()
        };
        reconciles(&outcome, &recipe, &plan);
    }
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn a_real_shops_points_reconcile() {
    let recipe = Checked::default();
    for file in ["transactions/示例 - 超市.xls", "transactions/superstore.csv", "transactions/CDNOW_master.txt"] {
        let mut sources: Vec<Box<dyn Source>> = vec![Box::new(FileSource::open(&real(file)).expect("the file is there"))];
        let outcome = run(&mut sources, &recipe, &mut |_| {}).expect("orders");
        let plan = suggested_loyalty(&outcome.book, &outcome.standing, &recipe);
        Checked::new(Recipe { loyalty: Some(plan.clone()), ..Recipe::default() }).expect("a suggestion is valid");
        let figures = reconciles(&outcome, &recipe, &plan);
        let top = figures.levels.last().expect("four levels").customers;
        assert!(top > 0 && top * 5 < outcome.standing.measures.customer_count(), "{file}: {top} on the top level");
    }
}
