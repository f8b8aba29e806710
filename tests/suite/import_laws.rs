//! Laws that hold for any files: the order of rows, and the way out and in again.

use crate::fuzzed::fuzz::{Order, round_trip};
use customer_tiers::export::{Format, Words, to_bytes};
use customer_tiers::identify::{BytesSource, Source};
use customer_tiers::pipeline::{Outcome, run};
use customer_tiers::recipe::Checked;
use proptest::prelude::*;

/// A cell of an order file, as clean and as dirty as they come.
fn cell(of: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(of)
}

const IDS: &[&str] = &["ann", "bob", "007", "Ａ００１", "A001", "17850.0", "17850", "", "0", "散客", "=1+1", "张三", "1.23E+17"];
const DAYS: &[&str] =
    &["2024-01-05", "2024-03-04", "2023-12-31 23:59:59", "3/4/2024", "5/1/2024", "2024年3月5日", "24-3-5", "2023-06", "soon", "", "45231"];
const AMOUNTS: &[&str] = &["12", "-12", "1,234.50", "￥88", "(5)", "1.2万", "x", "", "0", "99999999999999"];
const NAMES: &[&str] = &["Ann", "Anne", "王伟", "", " Bob ", "@x"];

fn rows() -> impl Strategy<Value = Vec<String>> {
    // A row without an amount that names the order of the row before continues it, so such rows name none here.
    let order = |order: u8, amount: &str| if amount.is_empty() { String::new() } else { format!("o{order}") };
    let row = (cell(IDS), 0..30_u8, cell(DAYS), cell(AMOUNTS), cell(NAMES))
        .prop_map(move |(id, number, day, amount, name)| format!("{id},{},{day},\"{amount}\",{name}\n", order(number, amount)));
    // No more than the first look sees, so that it sees the same.
    prop::collection::vec(row, 1..45)
}

fn import(rows: &[String]) -> customer_tiers::Result<Outcome> {
    let file = rows.iter().fold("customer_id,order_id,order_date,amount,customer_name\n".to_owned(), |file, row| file + row);
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", file.into_bytes()))];
    run(&mut sources, &Checked::default(), &mut |_| {})
}

/// Customers as they go out, and issues without the number of their row.
fn said(outcome: &Outcome) -> (String, Vec<String>) {
    let csv = to_bytes(Format::Csv, &outcome.book, &outcome.standing, "", &Words::default()).expect("memory takes everything");
    let mut issues: Vec<String> = outcome
        .book
        .issues
        .rows()
        .map(|issue| format!("{:?} {:?} {} {}", issue.code, issue.column, issue.original, issue.became))
        .collect();
    issues.sort();
    (String::from_utf8(csv).expect("text"), issues)
}

fn order() -> impl Strategy<Value = Order> {
    let id = prop_oneof![cell(IDS).prop_map(str::to_owned), "[a-c0-9'=+@\u{3000}\" ,\n-]{0,6}", "\\PC{1,12}", "[0-9]{16,20}",];
    let name = prop_oneof![cell(NAMES).prop_map(str::to_owned), "\\PC{0,12}", "['=+@\t -]{0,4}[a-z]{0,3}"];
    (id, name, 0..2000_i32, -10_000_000..100_000_000_i64).prop_map(|(id, name, day, raw)| Order { id, name, day, raw })
}

proptest! {
    #![proptest_config(crate::support::thousand_cases())]

    #[test]
    fn the_order_of_the_rows_changes_only_their_numbers((rows, shuffled) in rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))) {
        match (import(&rows), import(&shuffled)) {
            // Without a readable amount it is a list of customers, in which the later row of a customer counts.
            (Ok(one), Ok(other)) if one.book.not_scored.is_some() => prop_assert_eq!(one.book.customers.len(), other.book.customers.len()),
            (Ok(one), Ok(other)) => prop_assert_eq!(said(&one), said(&other)),
            (one, other) => prop_assert_eq!(one.map(|_| ()).map_err(|error| error.code()), other.map(|_| ()).map_err(|error| error.code())),
        }
    }

    #[test]
    fn what_goes_out_comes_in_again_by_csv_and_by_workbook(orders in prop::collection::vec(order(), 1..12)) {
        round_trip(&orders);
    }
}
