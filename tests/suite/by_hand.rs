//! Customers put into a segment by hand: what is decided, what is shown, what goes out.

use crate::clean::clean;
use customer_tiers::differentiate::{Standing, differentiate, summary, why};
use customer_tiers::export::{Format, Words, cleaning_log_csv, to_bytes};
use customer_tiers::identify::clean::{Corrections, overrides, report::steps};
use customer_tiers::identify::{Book, IssueCode};
use customer_tiers::recipe::Checked;

/// Ann buys much and often, bob once, cid in between.
const ORDERS: &str = "customer_id,order_id,order_date,amount\n\
                      ann,1,2024-05-01,900\nann,2,2024-05-20,800\nann,3,2024-05-28,700\n\
                      bob,4,2023-01-02,5\ncid,5,2024-03-01,90\ncid,6,2024-04-01,80\n";

fn set(id: &str, scheme: &str, segment: &str) -> String {
    format!(
        r#"{{"do": "override", "id": "{id}", "scheme": "{scheme}", "segment": "{segment}", "reason": "=brother of {id}", "day": "2024-06-01"}}"#
    )
}

fn read(steps: &[String]) -> (Book, Standing) {
    let book = clean(&[("o.csv", ORDERS)], "{}", &format!("[{}]", steps.join(",")));
    let standing = differentiate(&book, &Checked::default()).unwrap_or_else(|error| panic!("{error}"));
    (book, standing)
}

/// `id code` in the scheme of tiers, and customers per tier.
fn tiers(book: &Book, standing: &Standing) -> (Vec<String>, Vec<u32>) {
    let scheme = standing.scheme("value").expect("built in");
    let shown = |customer| format!("{} {}", book.customers.id(customer), scheme.code_of(customer));
    (standing.customers().map(shown).collect(), scheme.totals.iter().map(|total| total.customers).collect())
}

#[test]
fn the_last_decision_about_a_customer_counts_and_totals_follow() {
    let (book, standing) = read(&[]);
    assert_eq!(tiers(&book, &standing), (vec!["ann high".into(), "bob low".into(), "cid medium".into()], vec![1, 1, 1]));
    let (book, standing) = read(&[set("bob", "value", "medium"), set("bob", "value", "high"), set("cid", "vip", "vip")]);
    assert_eq!(tiers(&book, &standing), (vec!["ann high".into(), "bob high".into(), "cid medium".into()], vec![2, 1, 0]));
    let figures = summary::summarize(&book, &standing);
    assert_eq!(figures.set_by_hand, 2);
    assert_eq!(figures.tiers.iter().map(|tier| tier.revenue.to_string()).collect::<Vec<_>>(), ["2405", "170", "0"]);
    assert_eq!(figures.tiers.iter().map(|tier| tier.orders).sum::<u64>(), figures.orders);
}

#[test]
fn what_is_not_there_changes_nothing() {
    let steps = [set("nobody", "value", "high"), set("bob", "none", "high"), set("bob", "value", "none")];
    let (book, standing) = read(&steps);
    assert_eq!(tiers(&book, &standing).1, [1, 1, 1]);
    assert_eq!(summary::summarize(&book, &standing).set_by_hand, 0);
    let unused: Vec<String> = book
        .issues
        .rows()
        .filter(|row| row.code == IssueCode::CorrectionUnused)
        .map(|row| format!("{} {}", row.original, row.became))
        .collect();
    assert_eq!(unused, ["nobody value: high"]);
}

#[test]
fn the_card_says_what_the_scheme_would_have_said() {
    let (book, standing) = read(&[set("bob", "value", "high")]);
    let bob = crate::book::customer(&book, "bob");
    let card = why::card(&book, &standing, &Checked::default(), bob).expect("a card");
    let reason = card.segments.iter().find(|reason| reason.scheme == "value").expect("the scheme");
    assert_eq!((card.row.tier.as_str(), reason.segment.as_str(), reason.pattern.as_str()), ("high", "high", "[1-2]"));
    let by_hand = reason.by_hand.as_ref().expect("set by hand");
    assert_eq!((by_hand.segment.as_str(), by_hand.reason.as_str()), ("low", "=brother of bob"));
    assert_eq!(by_hand.day.map(|day| day.to_string()).as_deref(), Some("2024-06-01"));
    assert!(card.segments.iter().filter(|reason| reason.scheme != "value").all(|reason| reason.by_hand.is_none()));
}

#[test]
fn lists_and_the_log_say_it_guarded() {
    let (book, standing) = read(&[set("bob", "value", "high")]);
    let bytes = to_bytes(Format::Csv, &book, &standing, "", &Words::default()).unwrap_or_else(|error| panic!("{error}"));
    let csv = String::from_utf8_lossy(&bytes).into_owned();
    let header = csv.lines().next().unwrap_or_default();
    assert!(header.trim_end().ends_with(",value_set_by_hand"), "{header}");
    let bob = csv.lines().find(|line| line.starts_with("bob")).unwrap_or_default();
    assert!(bob.trim_end().ends_with(",'=brother of bob"), "{bob}");
    let mut log = Vec::new();
    cleaning_log_csv(&book, &steps(&book), &mut log).expect("a vector takes everything");
    let log = String::from_utf8_lossy(&log);
    assert!(log.contains("overridden,,customer_id,1,corrections,"), "{log}");
    assert!(log.contains("overridden,2024-06-01,customer_id,1,corrections,,bob,value: high (=brother of bob)"), "{log}");
    let (plain, standing) = read(&[]);
    let bytes = to_bytes(Format::Csv, &plain, &standing, "", &Words::default()).unwrap_or_else(|error| panic!("{error}"));
    assert!(!String::from_utf8_lossy(&bytes).contains("set_by_hand"));
}

#[test]
fn decided_anew_without_reading_the_files_and_after_a_merge() {
    let (mut book, _) = read(&[]);
    let corrections = Corrections::from_json(&format!(r#"{{"steps": [{}]}}"#, set("bob", "value", "high"))).expect("valid");
    overrides::resolve(&mut book, &corrections);
    let mut standing = differentiate(&book, &Checked::default()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(tiers(&book, &standing).1, [2, 1, 0]);
    overrides::resolve(&mut book, &Corrections::default());
    standing.rescore(&book, &Checked::default()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(tiers(&book, &standing).1, [1, 1, 1]);
    // An id that became part of another customer still means that customer.
    let merge = r#"{"do": "merge", "ids": ["bob", "cid"]}"#.to_owned();
    for id in ["bob", "cid"] {
        let (book, standing) = read(&[merge.clone(), set(id, "value", "low")]);
        assert_eq!(standing.customers_by_hand(), 1, "{id}");
        assert_eq!(tiers(&book, &standing).0.len(), 2, "{id}");
    }
}
