//! Laws of cleaning that hold for any files.

use crate::clean::clean;
use customer_tiers::base::TextId;
use customer_tiers::identify::Book;
use customer_tiers::identify::clean::{Corrections, clean as clean_book};
use customer_tiers::recipe::{Checked, Field};
use proptest::prelude::*;
use std::fmt::Write;

/// Customer, order, day, amount (none: blank), city (0: blank), phone.
type Row = (u8, u8, u8, Option<u16>, u8, u8);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let amount = prop::option::weighted(0.9, prop_oneof![9 => 1..60_u16, 1 => 5_000..9_000_u16]);
    prop::collection::vec((0..8_u8, 0..6_u8, 1..28_u8, amount, 0..4_u8, 0..5_u8), 1..25)
}

/// Which customers are decided to be one, or different ones.
fn decisions() -> impl Strategy<Value = Vec<(bool, Vec<u8>)>> {
    prop::collection::vec((prop::bool::weighted(0.7), prop::collection::vec(0..8_u8, 2..4)), 0..5)
}

fn csv(rows: &[Row]) -> String {
    let mut text = "customer_id,order_id,order_date,amount,city,phone\n".to_owned();
    for (customer, order, day, amount, city, phone) in rows {
        let amount = amount.map(|amount| amount.to_string()).unwrap_or_default();
        let city = ["", "上海", "北京", "广州"][usize::from(*city)];
        // A phone belongs to a customer, so that what is known last does not depend on the rows of one day.
        writeln!(text, "c{customer},o{order},2024-01-{day:02},{amount},{city},1380013800{}", phone % 5).expect("a text takes everything");
    }
    text
}

fn steps(decisions: &[(bool, Vec<u8>)]) -> String {
    let step = |(merge, ids): &(bool, Vec<u8>)| {
        let ids = ids.iter().map(|id| format!("\"c{id}\"")).collect::<Vec<_>>().join(",");
        format!(r#"{{"do": "{}", "ids": [{ids}]}}"#, if *merge { "merge" } else { "apart" })
    };
    format!("[{}]", decisions.iter().map(step).collect::<Vec<_>>().join(","))
}

/// Everything that later stages see; orders and products by their texts.
fn content(book: &Book) -> String {
    let mut text = String::new();
    for customer in book.customers.iter() {
        let known = [Field::City, Field::Phone].map(|field| book.customers.attribute(field, customer));
        writeln!(text, "{} {known:?}", book.customers.id(customer)).expect("a text takes everything");
        let mut lines: Vec<String> = book
            .ledger
            .lines(customer)
            .map(|line| {
                let order = book.ledger.orders.get(book.ledger.order.get(line).copied().unwrap_or(TextId::NONE));
                format!("  {} {} {order} {}", book.ledger.day[line], book.ledger.amount[line], book.ledger.refund[line])
            })
            .collect();
        assert!(book.ledger.day[book.ledger.lines(customer)].is_sorted());
        lines.sort();
        text.push_str(&lines.join("\n"));
        text.push('\n');
    }
    text
}

/// Without the texts that name rows and tables.
fn counts(book: &Book) -> Vec<(String, u64)> {
    book.issues.counts().into_iter().map(|count| (count.code.name(), count.count)).collect()
}

const CLEANING: &str = r#"{"missing": {"amount": {"fill": "median"}, "city": {"fill": "mode"}}, "outliers": {"action": "winsorise"}}"#;

fn shuffled(rows: &[Row], seed: u64) -> Vec<Row> {
    let mut keyed: Vec<(u64, Row)> =
        (1_u64..).zip(rows).map(|(place, row)| ((place ^ seed).wrapping_mul(0x9e37_79b9_7f4a_7c15), *row)).collect();
    keyed.sort_unstable_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, row)| row).collect()
}

fn has_a_usable_row(rows: &[Row]) -> bool {
    rows.iter().any(|row| row.3.is_some())
}

proptest! {
    #![proptest_config(crate::support::thousand_cases())]

    #[test]
    fn the_order_of_rows_and_files_changes_nothing(a in rows(), b in rows(), seed in any::<u64>(), decided in decisions()) {
        prop_assume!(has_a_usable_row(&a) && has_a_usable_row(&b));
        let (one, two) = (csv(&a), csv(&b));
        let (other_one, other_two) = (csv(&shuffled(&a, seed)), csv(&shuffled(&b, seed)));
        let cleaning = CLEANING.replacen('{', r#"{"duplicates": {"merge": "certain"}, "#, 1);
        let first = clean(&[("a.csv", &one), ("b.csv", &two)], &cleaning, &steps(&decided));
        let second = clean(&[("b.csv", &other_two), ("a.csv", &other_one)], &cleaning, &steps(&decided));
        prop_assert_eq!(content(&first), content(&second));
        prop_assert_eq!(counts(&first), counts(&second));
    }

    #[test]
    fn the_same_file_twice_is_that_file_once(a in rows(), b in rows(), decided in decisions()) {
        prop_assume!(has_a_usable_row(&a) && has_a_usable_row(&b));
        let (one, two) = (csv(&a), csv(&b));
        let once = clean(&[("a.csv", &one), ("b.csv", &two)], "{}", &steps(&decided));
        let twice = clean(&[("a.csv", &one), ("b.csv", &two), ("a (1).csv", &one)], "{}", &steps(&decided));
        prop_assert_eq!(content(&once), content(&twice));
        prop_assert_eq!(once.counts.rows_used, twice.counts.rows_used);
        prop_assert_eq!(twice.counts.rows_read, twice.counts.rows_used + twice.counts.rows_rejected);
    }

    #[test]
    fn cleaning_twice_is_cleaning_once(a in rows(), decided in decisions()) {
        prop_assume!(has_a_usable_row(&a));
        let mut book = clean(&[("a.csv", &csv(&a))], CLEANING, &steps(&decided));
        let once = content(&book);
        let recipe = Checked::from_json(&format!(r#"{{"cleaning": {CLEANING}}}"#)).expect("a valid recipe");
        let corrections = Corrections::from_json(&format!(r#"{{"steps": {}}}"#, steps(&decided))).expect("valid corrections");
        clean_book(&mut book, &recipe.cleaning, &corrections);
        prop_assert_eq!(once, content(&book));
    }

    #[test]
    fn the_order_of_merges_changes_nothing(a in rows(), mut decided in decisions(), turn in 0..5_usize) {
        prop_assume!(has_a_usable_row(&a));
        decided.retain(|(merge, _)| *merge);
        let first = clean(&[("a.csv", &csv(&a))], "{}", &steps(&decided));
        if !decided.is_empty() {
            let by = turn % decided.len();
            decided.rotate_left(by);
        }
        decided.iter_mut().for_each(|(_, ids)| ids.reverse());
        let second = clean(&[("a.csv", &csv(&a))], "{}", &steps(&decided));
        prop_assert_eq!(content(&first), content(&second));
    }

    #[test]
    fn merging_step_by_step_is_merging_at_once(a in rows(), ids in prop::collection::btree_set(0..8_u8, 3)) {
        prop_assume!(has_a_usable_row(&a));
        let ids: Vec<u8> = ids.into_iter().collect();
        let one_by_one = vec![(true, vec![ids[2], ids[1]]), (true, vec![ids[0], ids[1]])];
        let at_once = vec![(true, ids)];
        let rows: Vec<Row> = (0..8).map(|customer| (customer, 0, 1, Some(1), 0, 0)).chain(a).collect();
        let text = csv(&rows);
        let [first, second] = [one_by_one, at_once].map(|decided| content(&clean(&[("a.csv", &text)], "{}", &steps(&decided))));
        prop_assert_eq!(first, second);
    }
}
