//! The people of a segment: figures that add up, and distinctions that are none of chance.

use crate::book::{Line, book, customer, day};
use customer_tiers::base::{CustomerId, TextId};
use customer_tiers::differentiate::people::{Breakdown, Distinction, Feature, People, people};
use customer_tiers::differentiate::{Standing, differentiate};
use customer_tiers::identify::Book;
use customer_tiers::math::random::Random;
use customer_tiers::recipe::{Checked, Field};

/// So many customers; the n-th has n orders of 10, three days apart.
fn shop(customers: usize) -> Book {
    let order = |customer: usize, order: usize| Line {
        customer: format!("c{customer:03}"),
        order: format!("o{customer}-{order}"),
        day: day("2024-01-01").number() + (order * 3) as i32,
        raw: 100_000,
        product: "a".into(),
        ..Line::default()
    };
    let lines: Vec<Line> = (0..customers).flat_map(|customer| (0..=customer).map(move |number| order(customer, number))).collect();
    book(&lines)
}

fn know(book: &mut Book, field: Field, value: impl Fn(usize) -> &'static str) {
    let customers = &mut book.customers;
    let mut text = |value: &str| if value.is_empty() { TextId::NONE } else { customers.texts.intern(value) };
    let column = (0..customers.ids.len()).map(|place| text(value(place))).collect();
    customers.attributes.insert(field, column);
}

fn stand(book: &Book) -> Standing {
    differentiate(book, &Checked::default()).expect("a standing")
}

fn people_of(book: &Book, scheme: &str) -> People {
    people(book, &stand(book), scheme).expect("a scheme")
}

fn told(distinctions: &[Distinction]) -> Vec<String> {
    distinctions
        .iter()
        .map(|one| format!("{:?} {}: {} {:.2} {:.2} {:.2}", one.feature, one.value, one.customers, one.share, one.share_of_all, one.lift))
        .collect()
}

#[test]
fn what_sets_a_segment_apart_is_named_with_its_lift() {
    let mut book = shop(100);
    // The best tier are the last ones: nine of ten of them are from A, and nobody else is; everybody may be m or f.
    know(&mut book, Field::Region, |place| if place < 60 || place % 10 == 0 { "B" } else { "A" });
    know(&mut book, Field::Gender, |place| if place % 2 == 0 { "m" } else { "f" });
    let people = people_of(&book, "value");
    let named: Vec<(&str, Vec<String>)> = people.segments.iter().map(|one| (one.segment.code.as_str(), told(&one.distinctions))).collect();
    let high = people.segments[0].profile.customers;
    assert_eq!(high, 40);
    let region = |value: &str, rest: &str| format!("Attribute(\"region\") {value}: {rest}");
    assert_eq!(named[0], ("high", vec![region("A", "36 0.90 0.36 2.50")]));
    assert_eq!(named[2], ("low", vec![region("B", "40 1.00 0.64 1.56")]));
}

#[test]
fn the_test_is_that_of_two_proportions_with_the_spread_among_customers() {
    let mut book = shop(100);
    know(&mut book, Field::Region, |place| if place < 60 || place % 10 == 0 { "B" } else { "A" });
    let people = people_of(&book, "value");
    // 36 of 40 against 0 of 60, p = 0.36: Σ(y − p)² is 36·0.64² + 4·0.36² here and 60·0.36² there.
    let (here, there): (f64, f64) = (36.0 * 0.64 * 0.64 + 4.0 * 0.36 * 0.36, 60.0 * 0.36 * 0.36);
    let expected = 0.9 / (here / 1600.0 + there / 3600.0).sqrt();
    assert!((people.segments[0].distinctions[0].z - expected).abs() < 1e-12, "{:?}", people.segments[0].distinctions);
}

#[test]
fn values_dealt_at_random_set_nobody_apart() {
    let mut named = 0;
    for seed in 0..40 {
        let mut book = shop(80);
        let mut random = Random::new(seed);
        let dealt: Vec<usize> = (0..80).map(|_| random.below(6)).collect();
        let values = ["u", "v", "w", "x", "y", "z"];
        know(&mut book, Field::Region, |place| values[dealt[place]]);
        let found = people_of(&book, "rfm-11").segments.into_iter().flat_map(|one| one.distinctions);
        named += usize::from(found.filter(|one| one.feature != Feature::Product).count() > 0);
    }
    // 1 of 20 is allowed.
    assert!(named <= 2, "{named} of 40");
}

#[test]
fn one_customer_with_many_lines_sets_nobody_apart() {
    let lines = |count: usize, customer: String, product: &'static str| {
        (0..count).map(move |order| Line {
            customer: customer.clone(),
            order: format!("{customer}{order}"),
            day: day("2024-01-01").number() + order as i32 % 300,
            raw: 100_000,
            product: product.into(),
            ..Line::default()
        })
    };
    let many = (0..50).flat_map(|place| lines(3 + place % 5, format!("c{place:02}"), if place % 3 == 0 { "p" } else { "q" }));
    let all: Vec<Line> = many.chain(lines(2_000, "whale".into(), "p")).collect();
    let book = book(&all);
    let found: Vec<Vec<String>> = people_of(&book, "value").segments.iter().map(|one| told(&one.distinctions)).collect();
    assert!(found.iter().all(Vec::is_empty), "{found:?}");
}

#[test]
fn segments_add_up_to_everybody() {
    let mut book = shop(60);
    know(&mut book, Field::Area, |place| ["", "North", "South"][place % 3]);
    let standing = stand(&book);
    for scheme in &standing.schemes {
        let people = people(&book, &standing, &scheme.scheme.id).expect("a scheme");
        let sum = |figure: fn(&customer_tiers::differentiate::people::Profile) -> i64| {
            people.segments.iter().map(|one| figure(&one.profile)).sum::<i64>()
        };
        let all = &people.everybody;
        assert_eq!(sum(|one| i64::from(one.customers)), i64::from(all.customers), "{}", people.scheme);
        assert_eq!(sum(|one| one.revenue.raw()), all.revenue.raw(), "{}", people.scheme);
        assert_eq!(all.revenue, standing.measures.total_revenue);
        assert_eq!(people.dots.len(), 60);
        for Breakdown { groups, unknown, .. } in people.breakdowns {
            let revenue: i64 = groups.iter().chain(&unknown).map(|group| group.revenue.raw()).sum();
            assert_eq!(revenue, all.revenue.raw());
        }
    }
    assert!(people(&book, &standing, "none").is_none());
}

#[test]
fn a_profile_says_what_is_usual() {
    let mut book = shop(9);
    know(&mut book, Field::City, |place| {
        if place == 0 {
            ""
        } else if place < 4 {
            "Ulm"
        } else {
            "Bonn"
        }
    });
    let everybody = people_of(&book, "value").everybody;
    let medians = everybody.medians.expect("customers");
    // Customers 0 to 8 have 1 to 9 orders of 10, three days apart, the last of them on 2024-01-25.
    assert_eq!((medians.orders, medians.monetary, medians.recency_days), (5.0, 50.0, 13.0));
    assert_eq!((medians.order_value, medians.interval_days), (Some(10.0), Some(3.0)));
    let basics: Vec<String> =
        everybody.basics.iter().map(|share| format!("{} {} {:.3}", share.value, share.customers, share.share)).collect();
    assert_eq!(basics, ["Bonn 5 0.625"]);
    assert_eq!(everybody.satisfaction, None);
}

#[test]
fn prospects_are_counted_by_where_they_came_from() {
    let mut book = shop(6);
    for id in ["p0", "p1", "p2"] {
        book.customers.ids.intern(id);
        book.ledger.starts.push(book.ledger.len() as u32);
    }
    know(&mut book, Field::Source, |place| if place % 2 == 0 { "fair" } else { "web" });
    let standing = stand(&book);
    assert!(!standing.measures.is_present(customer(&book, "p1")) && standing.measures.is_present(CustomerId(0)));
    let people = people(&book, &standing, "value").expect("a scheme");
    let told: Vec<String> = people.breakdowns[0]
        .groups
        .iter()
        .map(|group| {
            let rate = group.conversion.expect("prospects");
            format!(
                "{} {} of {} {:.2} {:.2} {:.2}",
                group.value,
                group.customers,
                group.customers + group.prospects,
                rate.rate,
                rate.low,
                rate.high
            )
        })
        .collect();
    assert_eq!(told, ["web 3 of 4 0.75 0.30 0.95", "fair 3 of 5 0.60 0.23 0.88"]);
}
