//! Duplicate customers: found, grouped, merged.

use crate::data::read;
use customer_tiers::identify::Customers;
use customer_tiers::identify::clean::duplicates::{Search, search};
use customer_tiers::recipe::{Duplicates, Field};
use std::collections::BTreeSet;

/// The persons of a febrl file by its headers, with or without roles for the columns.
fn febrl(path: &str, with_fields: bool) -> Customers {
    let text = read(path);
    let mut lines = text.lines().map(|line| line.split(", ").map(str::trim).collect::<Vec<_>>());
    let headers = lines.next().expect("a header");
    let rows: Vec<Vec<&str>> = lines.collect();
    let column = |header: &str| {
        let place = headers.iter().position(|known| *known == header).expect("a known header");
        rows.iter().map(|row| row.get(place).copied().unwrap_or_default()).collect::<Vec<_>>()
    };
    let ids = column("rec_id");
    if !with_fields {
        let own: Vec<(&str, Vec<&str>)> = headers[1..].iter().map(|header| (*header, column(header))).collect();
        return Customers::from_columns(&ids, &[], &own);
    }
    let names: Vec<String> =
        column("given_name").iter().zip(column("surname")).map(|(given, surname)| format!("{given} {surname}").trim().to_owned()).collect();
    let names = (Field::CustomerName, names.iter().map(String::as_str).collect());
    let fields = [(Field::Address, "address_1"), (Field::City, "suburb"), (Field::Region, "state"), (Field::Birthday, "date_of_birth")];
    let attributes: Vec<_> = std::iter::once(names).chain(fields.map(|(field, header)| (field, column(header)))).collect();
    let own = ["street_number", "address_2", "postcode", "soc_sec_id"].map(|header| (header, column(header)));
    Customers::from_columns(&ids, &attributes, &own)
}

/// Pairs that are said to be the same, and those that are: `rec-N-org` and `rec-N-dup-k` are one person.
fn pairs(customers: &Customers, found: &Search) -> (BTreeSet<(u32, u32)>, BTreeSet<(u32, u32)>) {
    let within = |members: &[u32]| {
        let pairs = members.iter().enumerate().flat_map(|(place, &a)| members[place + 1..].iter().map(move |&b| (a.min(b), a.max(b))));
        pairs.collect::<Vec<_>>()
    };
    let said = found.groups.iter().flat_map(|group| within(&group.members)).collect();
    let person = |customer| customers.id(customer).split('-').nth(1).map(str::to_owned);
    let mut of: std::collections::BTreeMap<Option<String>, Vec<u32>> = std::collections::BTreeMap::new();
    customers.iter().for_each(|customer| of.entry(person(customer)).or_default().push(customer.0));
    (said, of.values().flat_map(|members| within(members)).collect())
}

/// Precision and recall of pairs.
fn quality(path: &str, with_fields: bool) -> (f64, f64) {
    let customers = febrl(path, with_fields);
    let found = search(&customers, &Duplicates::default());
    let (said, true_pairs) = pairs(&customers, &found);
    let right = said.intersection(&true_pairs).count() as f64;
    let (precision, recall) = (right / said.len() as f64, right / true_pairs.len() as f64);
    let certain = found.groups.iter().filter(|group| group.certain).count();
    eprintln!(
        "{path}, roles: {with_fields}: {} pairs said, {} true, precision {precision:.4}, recall {recall:.4}; {} groups, {certain} certain",
        said.len(),
        true_pairs.len(),
        found.groups.len()
    );
    (precision, recall)
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn known_duplicates_are_found_and_nobody_else() {
    for (path, with_fields) in [
        ("customers/febrl_dataset1.csv", false),
        ("customers/febrl_dataset1.csv", true),
        ("customers/febrl_dataset2.csv", false),
        ("customers/febrl_dataset2.csv", true),
    ] {
        let (precision, recall) = quality(path, with_fields);
        assert!(precision >= 0.97 && recall >= 0.97, "{path}: precision {precision}, recall {recall}");
    }
}
