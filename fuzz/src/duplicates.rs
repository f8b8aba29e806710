//! Laws of the search for duplicates: whoever is in a group is in one, and the order of the rows says nothing.

use customer_tiers::base::CustomerId;
use customer_tiers::identify::Customers;
use customer_tiers::identify::clean::duplicates::search;
use customer_tiers::recipe::{Duplicates, Field};

/// Customers that are compared.
const MOST: usize = 60;

/// Customers, one a line: name, phone, e-mail address and company, with tabs between.
pub fn duplicates(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let lines: Vec<(String, Vec<&str>)> =
        text.split('\n').take(MOST).enumerate().map(|(number, line)| (format!("c{number}"), line.split('\t').collect())).collect();
    let forwards = groups(&lines);
    let backwards = groups(&lines.iter().rev().cloned().collect::<Vec<_>>());
    assert_eq!(forwards, backwards, "the order of the rows changed who is taken for one");
}

/// Who is taken for one, by their identifiers, and whether certainly.
fn groups(lines: &[(String, Vec<&str>)]) -> Vec<(Vec<String>, bool)> {
    const FIELDS: [Field; 4] = [Field::CustomerName, Field::Phone, Field::Email, Field::Company];
    let ids: Vec<&str> = lines.iter().map(|(id, _)| id.as_str()).collect();
    let column = |place: usize| lines.iter().map(|(_, cells)| cells.get(place).copied().unwrap_or_default()).collect();
    let columns: Vec<(Field, Vec<&str>)> = FIELDS.into_iter().enumerate().map(|(place, field)| (field, column(place))).collect();
    let customers = Customers::from_columns(&ids, &columns, &[]);
    let found = search(&customers, &Duplicates::default());
    let mut seen = vec![false; ids.len()];
    let mut groups = Vec::new();
    for group in &found.groups {
        assert!(group.members.len() > 1 && group.members.is_sorted(), "{:?}", group.members);
        assert!((0.0..=1.0).contains(&group.likelihood), "{}", group.likelihood);
        for &member in &group.members {
            assert!(!std::mem::replace(&mut seen[member as usize], true), "somebody is in two groups");
        }
        let mut members: Vec<String> = group.members.iter().map(|&member| customers.id(CustomerId(member)).to_owned()).collect();
        members.sort_unstable();
        groups.push((members, group.certain));
    }
    groups.sort_unstable();
    groups
}
