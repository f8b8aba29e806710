//! Schemes of conditions, bands, attributes, quotas and stages, against tables made by hand.

use crate::book::{book_of, customer};
use crate::metrics::{recipe, stand, with_contacts};
use customer_tiers::base::TextId;
use customer_tiers::differentiate::overview::{Filter, select};
use customer_tiers::differentiate::{Standing, why};
use customer_tiers::identify::Book;
use customer_tiers::recipe::Field;

const A: &str = r#"{"code": "a", "name": "A", "health": "loyal"}"#;
const B: &str = r#"{"code": "b", "name": "B", "health": "lost"}"#;

/// The codes of all customers under an own scheme.
fn codes(book: &Book, rule: &str) -> String {
    let json = format!(r#"{{"schemes": [{{"id": "own", {rule}}}]}}"#);
    let standing = stand(book, &json);
    codes_of(&standing, "own")
}

fn codes_of(standing: &Standing, scheme: &str) -> String {
    let scheme = standing.scheme(scheme).expect("a scheme");
    assert_eq!(scheme.totals.iter().map(|total| total.customers).sum::<u32>(), standing.measures.customer_count());
    standing.customers().map(|customer| scheme.code_of(customer)).collect::<Vec<_>>().join(" ")
}

/// Five customers with 50, 40, 40, 40 and 10.
fn five() -> Book {
    book_of("a 2024-01-01 50; b 2024-01-01 40; c 2024-01-01 40; d 2024-01-01 40; e 2024-01-01 10")
}

#[test]
fn quotas_are_filled_and_never_exceeded() {
    let quota = |size: &str, ties: &str| {
        let level = format!(r#"{{"code": "a", "name": "A", "health": "loyal", "size": {size}}}"#);
        codes(&five(), &format!(r#""rule": "quota", "metric": "revenue", "ties": "{ties}", "levels": [{level}], "otherwise": {B}"#))
    };
    for (size, ties, expected) in [
        (r#"{"customers": 1}"#, "together", "a b b b b"),
        (r#"{"customers": 3}"#, "together", "a b b b b"),
        (r#"{"customers": 3}"#, "by_id", "a a a b b"),
        (r#"{"customers": 4}"#, "together", "a a a a b"),
        (r#"{"customers": 0}"#, "together", "b b b b b"),
        (r#"{"customers": 99}"#, "together", "a a a a a"),
        (r#"{"share": 0.2}"#, "by_id", "a b b b b"),
        (r#"{"share": 0.39}"#, "by_id", "a b b b b"),
        (r#"{"share": 1}"#, "together", "a a a a a"),
        (r#"{"budget": {"amount": 100, "cost": 25}}"#, "by_id", "a a a a b"),
        (r#"{"budget": {"amount": 99.99, "cost": 25}}"#, "by_id", "a a a b b"),
    ] {
        assert_eq!(quota(size, ties), expected, "{size} {ties}");
    }
    // The rest of the ties goes on to the next level.
    let level = |code: &str, size: u32| format!(r#"{{"code": "{code}", "name": "N", "health": "loyal", "size": {{"customers": {size}}}}}"#);
    let levels = format!("{}, {}", level("x", 2), level("y", 3));
    let rule = format!(r#""rule": "quota", "metric": "revenue", "levels": [{levels}], "otherwise": {B}"#);
    assert_eq!(codes(&five(), &rule), "x y y y b");
}

#[test]
fn bands_name_the_best_first_and_the_unknown_last() {
    let bands = |metric: &str, cuts: &str| {
        format!(r#""rule": "bands", "metric": "{metric}", "binning": {{"method": "fixed", "cuts": [{cuts}]}}, "segments": [{A}, {B}]"#)
    };
    assert_eq!(codes(&five(), &bands("revenue", "40")), "a b b b b");
    assert_eq!(codes(&five(), &bands("recency", "0")), "b b b b b");
    assert_eq!(codes(&with_contacts(), &bands("satisfaction", "50")), "a unknown");
}

#[test]
fn the_first_condition_that_holds_wins() {
    let row = |code: &str, when: &str| format!(r#"{{"code": "{code}", "name": "N", "health": "loyal", "when": {when}}}"#);
    let rows = [
        row("top", r#"{"metric": {"of": "revenue", "at_least": 50}}"#),
        row("mid", r#"{"metric": {"of": "revenue", "at_least": 40}}"#),
        row("top", r#"{"segment": {"scheme": "abc", "is": ["c"]}}"#),
    ];
    let rule = format!(r#""rule": "conditions", "rows": [{}], "otherwise": {B}"#, rows.join(","));
    // The one who brings less than the last 5 % is C.
    let book = book_of("a 2024-01-01 50; b 2024-01-01 40; c 2024-01-01 30; d 2024-01-01 1");
    assert_eq!(codes(&book, &rule), "top mid b top");
    let json = format!(r#"{{"schemes": [{{"id": "own", {rule}}}]}}"#);
    let (standing, recipe) = (stand(&book, &json), recipe(&json));
    let rows: Vec<Option<u32>> = ["a", "b", "c", "d"]
        .map(|id| {
            let card = why::card(&book, &standing, &recipe, customer(&book, id)).expect("a card");
            match card.segments.into_iter().find(|reason| reason.scheme == "own").and_then(|reason| reason.rule) {
                Some(why::RuleReason::Condition { row, .. }) => row,
                other => panic!("{other:?}"),
            }
        })
        .to_vec();
    assert_eq!(rows, [Some(0), Some(1), None, Some(2)]);
}

fn with_attribute(field: Field, texts: &[&str]) -> Book {
    let mut book = five();
    let ids = texts.iter().map(|text| if text.is_empty() { TextId::NONE } else { book.customers.texts.intern(text) }).collect();
    book.customers.attributes.insert(field, ids);
    book
}

#[test]
fn values_of_an_attribute_are_segments_those_of_most_first() {
    let segments = |book: &Book, rule: &str| {
        let standing = stand(book, &format!(r#"{{"schemes": [{{"id": "own", "rule": "attribute", {rule}}}]}}"#));
        let scheme = standing.scheme("own").expect("a scheme");
        let names = scheme.segments.iter().map(|segment| segment.code.as_str()).collect::<Vec<_>>().join(" ");
        format!("{names}: {}", codes_of(&standing, "own"))
    };
    for (field, texts, rule, expected) in [
        (Field::Gender, ["f", "m", "m", " m", ""], r#""of": "gender""#, "m f others unknown: f m m m unknown"),
        (Field::Gender, ["f", "m", "m", "x", ""], r#""of": "gender", "top": 1"#, "m others unknown: others m m others unknown"),
        (Field::Gender, ["unknown", "others", "m", "m", ""], r#""of": "gender""#, "m others unknown: unknown others m m unknown"),
        (
            Field::Source,
            ["茶,咖啡", "咖啡", "茶、酒", "咖啡; 酒", ""],
            r#""of": "source", "list": true"#,
            "咖啡 茶 酒 others unknown: 咖啡 咖啡 茶 咖啡 unknown",
        ),
        (
            Field::City,
            ["上海", "杭州市", "襄阳", "Paris", ""],
            r#""of": "city_tier""#,
            "first new_first other others unknown: first new_first other unknown unknown",
        ),
        (
            Field::Region,
            ["广东", "深圳", "Zhejiang", "Ohio", ""],
            r#""of": "area""#,
            "华南 华东 others unknown: 华南 华南 华东 unknown unknown",
        ),
        (
            Field::Country,
            ["中国", "CN", "France", "", "China"],
            r#""of": "origin""#,
            "domestic abroad others unknown: domestic domestic abroad unknown domestic",
        ),
        (
            Field::Birthday,
            ["2000-01-02", "2006-06-06", "1950-01-01", "?", ""],
            r#""of": "age""#,
            "0-17 18-24 65+ others unknown: 18-24 0-17 65+ unknown unknown",
        ),
    ] {
        // Ages are those of 2024-01-02.
        assert_eq!(segments(&with_attribute(field, &texts), rule), expected, "{texts:?}");
    }
}

#[test]
fn stages_know_who_was_won_back() {
    let book = book_of(
        "active 2023-01-01 1 a1; active 2023-06-01 1 a2; active 2023-12-01 1 a3; churned 2022-01-01 1 c1; new 2023-12-20 1 n1; \
         silent 2023-05-01 1 s1; back 2022-01-01 1 b1; back 2023-12-31 1 b2; longago 2021-01-01 1 l1; longago 2022-06-01 1 l2; longago 2023-08-01 1 l3",
    );
    // Active, back, churned, long ago (came back, but not lately), new, silent.
    assert_eq!(codes(&book, r#""rule": "stages""#), "active won_back churned active new silent");
}

#[test]
fn an_adaptive_scheme_is_the_one_that_fits_the_number_of_orders() {
    let steps = |first: u64| format!(r#"[{{"from_orders": 0, "scheme": "abc"}}, {{"from_orders": {first}, "scheme": "tenure"}}]"#);
    let standing = stand(&five(), &format!(r#"{{"schemes": [{{"id": "own", "rule": "adaptive", "steps": {}}}]}}"#, steps(5)));
    assert_eq!(codes_of(&standing, "own"), codes_of(&standing, "tenure"));
    let standing = stand(&five(), &format!(r#"{{"schemes": [{{"id": "own", "rule": "adaptive", "steps": {}}}]}}"#, steps(6)));
    assert_eq!(codes_of(&standing, "own"), codes_of(&standing, "abc"));
}

#[test]
fn the_list_can_be_filtered_by_a_condition() {
    let book = five();
    let filter: Filter =
        serde_json::from_str(r#"{"condition": {"metric": {"of": "revenue", "at_most": 40}}, "search": "c"}"#).expect("a filter");
    assert_eq!(select(&book, &stand(&book, "{}"), &filter), [customer(&book, "c")]);
}
