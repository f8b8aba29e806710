//! Customers who are one → one customer, with everything that was known of each.
//!
//! A step over a finished book: orders, contacts and feedback of the merged are put together in the order of
//! time, measures are added, and of every field the value is kept that the recipe prefers, the next one where
//! it is blank. Invariants: nothing is lost but the fields that lost against a better one; the result depends
//! on what was decided, not on the order of the decisions; merging again changes nothing.

mod columns;

use super::corrections::Decisions;
use super::duplicates::{DuplicateGroup, FoundGroup, Search, describe_decided};
use crate::base::{CustomerId, TextId};
use crate::identify::issue::{Issue, IssueCode};
use crate::identify::{Book, Customers};
use crate::recipe::{Duplicates, Field, Keep};
use std::collections::{BTreeMap, BTreeSet};

/// Merges the customers that were decided to be one, and those of the certain groups of `search` of whom nobody said that
/// they are different.
///
/// The merged customer keeps the id of the one whose values are preferred. Each of the others is in the log as
/// `customer.merged`, and every group in [`Book::merged`].
pub fn merge(book: &mut Book, decisions: &Decisions, search: Option<&Search>, rules: &Duplicates) {
    let mut groups = decided_groups(book, decisions, search);
    if groups.is_empty() {
        return;
    }
    // The one whose values are preferred comes first.
    groups.iter_mut().for_each(|group| *group = ranked(book, group, rules.keep));
    let known: BTreeMap<&[u32], &FoundGroup> =
        search.map(|search| search.groups.iter().map(|group| (group.members.as_slice(), group)).collect()).unwrap_or_default();
    let mut merged: Vec<DuplicateGroup> = groups
        .iter()
        .map(|group| {
            let mut members = group.clone();
            members.sort_unstable();
            describe_decided(book, &members, known.get(members.as_slice()).copied(), rules)
        })
        .collect();
    note_rival_owners(book, &groups);
    merge_fields(book, &groups, rules);
    log(book, &groups);
    let places = Places::new(book.customers.len(), &groups);
    columns::regroup(book, &places);
    for (group, members) in merged.iter_mut().zip(&groups) {
        let (kept, number) = (members[0], places.new_of[members[0] as usize]);
        group.members.iter_mut().for_each(|member| member.customer = member.customer.filter(|&old| old == kept).map(|_| number));
    }
    book.merged.append(&mut merged);
    book.merged.sort_by(|a, b| a.members[0].id.cmp(&b.members[0].id));
}

/// Who is one, as numbers: pairs in the order of the ids, unless two of those who would be joined are kept apart.
fn decided_groups(book: &Book, decisions: &Decisions, search: Option<&Search>) -> Vec<Vec<u32>> {
    let aliases = Aliases::of(book);
    let number = |id: &str| book.customers.ids.find(id).map(|id| id.0);
    let mut pairs: BTreeSet<(u32, u32)> = BTreeSet::new();
    for (a, b) in decisions.merged() {
        if let (Some(a), Some(b)) = (number(a), number(b)) {
            pairs.insert((a.min(b), a.max(b)));
        }
    }
    for group in search.iter().flat_map(|search| &search.groups).filter(|group| group.certain) {
        pairs.extend(group.members.windows(2).map(|pair| (pair[0], pair[1])));
    }
    let mut groups: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    let mut first_of: BTreeMap<u32, u32> = BTreeMap::new();
    for (a, b) in pairs {
        let (first, second) = (*first_of.entry(a).or_insert(a), *first_of.entry(b).or_insert(b));
        let members = |first: u32| groups.get(&first).cloned().unwrap_or_else(|| vec![first]);
        let mut joined = members(first);
        joined.extend(members(second));
        joined.sort_unstable();
        let ids: Vec<&str> = joined.iter().flat_map(|&member| aliases.ids(book.customers.id(CustomerId(member)))).collect();
        if first == second || decisions.keeps_apart(&ids) {
            continue;
        }
        groups.remove(&first);
        groups.remove(&second);
        let head = joined[0];
        first_of.extend(joined.iter().map(|&member| (member, head)));
        groups.insert(head, joined);
    }
    groups.into_values().collect()
}

/// The ids of everybody who was merged already: who is one with whom is decided by all of them.
pub(super) struct Aliases<'b> {
    groups: &'b [DuplicateGroup],
    groups_of: BTreeMap<&'b str, Vec<usize>>,
}

impl<'b> Aliases<'b> {
    pub(super) fn of(book: &'b Book) -> Self {
        let mut groups_of: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (number, group) in book.merged.iter().enumerate() {
            group.members.iter().for_each(|member| groups_of.entry(&member.id).or_default().push(number));
        }
        Self { groups: &book.merged, groups_of }
    }

    /// This id and all that were merged with it.
    pub(super) fn ids(&self, id: &'b str) -> Vec<&'b str> {
        let (mut ids, mut next) = (vec![id], 0);
        while let Some(id) = ids.get(next).copied() {
            let groups = self.groups_of.get(id).into_iter().flatten().filter_map(|&number| self.groups.get(number));
            let others: Vec<&str> = groups.flat_map(|group| &group.members).map(|member| member.id.as_str()).collect();
            others.into_iter().for_each(|other| {
                if !ids.contains(&other) {
                    ids.push(other)
                }
            });
            next += 1;
        }
        ids
    }
}

/// These customers, the preferred one first; among equals the more complete, then the one heard of last, then the smaller id.
pub(super) fn ranked(book: &Book, members: &[u32], keep: Keep) -> Vec<u32> {
    let mut order = members.to_vec();
    let newest = |&member: &u32| std::cmp::Reverse(book.customers.last_heard(CustomerId(member)));
    let complete = |&member: &u32| std::cmp::Reverse(known_fields(&book.customers, member));
    let seen = |&member: &u32| book.customers.seen.get(member as usize).copied().unwrap_or(member);
    match keep {
        Keep::First => order.sort_by_key(|member| (seen(member), *member)),
        Keep::Newest => order.sort_by_key(|member| (newest(member), complete(member), *member)),
        Keep::MostComplete => order.sort_by_key(|member| (complete(member), newest(member), *member)),
    }
    order
}

fn known_fields(customers: &Customers, member: u32) -> usize {
    let columns = customers.attributes.values().chain(customers.own.iter().map(|own| &own.values));
    columns.filter(|column| column.get(member as usize).is_some_and(|text| !text.is_none())).count()
}

/// Customers who are one and have different owners are claimed by both.
fn note_rival_owners(book: &mut Book, groups: &[Vec<u32>]) {
    let Some(column) = book.customers.attributes.get(&Field::Owner) else { return };
    for group in groups {
        let owners = group.iter().filter_map(|&member| Some((CustomerId(member), *column.get(member as usize)?)));
        let owners: Vec<(CustomerId, TextId)> = owners.filter(|(_, text)| !text.is_none()).collect();
        if owners.iter().any(|(_, text)| book.customers.texts.get(*text) != book.customers.texts.get(owners[0].1)) {
            book.customers.rival_owners.extend(owners);
        }
    }
}

/// Writes the preferred value of every column into the row of the one who stays.
fn merge_fields(book: &mut Book, groups: &[Vec<u32>], rules: &Duplicates) {
    let fields: Vec<Field> = book.customers.attributes.keys().copied().collect();
    for field in fields {
        let keep = rules.fields.get(&field).copied().unwrap_or(rules.keep);
        let orders: Vec<Vec<u32>> = groups.iter().map(|group| ranked(book, group, keep)).collect();
        if let Some(column) = book.customers.attributes.get_mut(&field) {
            fill(column, groups, &orders);
        }
    }
    for own in &mut book.customers.own {
        fill(&mut own.values, groups, groups);
    }
}

/// The first value there is in the order of preference.
fn fill(column: &mut [TextId], groups: &[Vec<u32>], orders: &[Vec<u32>]) {
    for (group, order) in groups.iter().zip(orders) {
        let value = order.iter().filter_map(|&member| column.get(member as usize)).find(|text| !text.is_none()).copied();
        if let (Some(value), Some(place)) = (value, column.get_mut(group[0] as usize)) {
            *place = value;
        }
    }
}

fn log(book: &mut Book, groups: &[Vec<u32>]) {
    let table = book.issues.table("", None, Vec::new());
    for group in groups {
        for &member in &group[1..] {
            let (original, became) = (book.customers.id(CustomerId(member)), book.customers.id(CustomerId(group[0])));
            let field = Some(Field::CustomerId);
            book.issues.push(&Issue { code: IssueCode::CustomerMerged, table, row: 0, field, original, became });
        }
    }
}

/// Leaves out these customers (ascending) with everything that is known of them. Their rows count as left out.
pub(super) fn leave_out(book: &mut Book, customers: &[u32]) {
    let lines: usize = customers.iter().map(|&customer| book.ledger.lines(CustomerId(customer)).len()).sum();
    let rows = (if book.ready.is_some() { customers.len() } else { lines }) as u64;
    book.counts.leave_out(rows);
    columns::regroup(book, &Places::without(book.customers.len(), customers));
}

/// Where each customer goes.
#[derive(Debug)]
pub(super) struct Places {
    /// New number of each old one; [`Places::NOWHERE`] for those who are left out.
    pub(super) new_of: Vec<u32>,
    /// Old number of each new one.
    pub(super) old_of: Vec<u32>,
}

impl Places {
    pub(super) const NOWHERE: u32 = u32::MAX;

    fn without(customers: usize, out: &[u32]) -> Self {
        let old_of: Vec<u32> = (0..).take(customers).filter(|old| out.binary_search(old).is_err()).collect();
        let mut new_of = vec![Self::NOWHERE; customers];
        for (new, &old) in (0..).zip(&old_of) {
            new_of[old as usize] = new;
        }
        Self { new_of, old_of }
    }

    /// The new number of a customer who stays.
    fn still(&self, old: u32) -> Option<u32> {
        let new = self.new_of.get(old as usize).copied()?;
        self.old_of.get(new as usize).filter(|kept| **kept == old).map(|_| new)
    }

    fn new(customers: usize, groups: &[Vec<u32>]) -> Self {
        let mut stays: Vec<u32> = (0..).take(customers).collect();
        for group in groups {
            for &member in &group[1..] {
                stays[member as usize] = group[0];
            }
        }
        let old_of: Vec<u32> = (0..).zip(&stays).filter(|(old, stay)| old == *stay).map(|(old, _)| old).collect();
        let mut number = vec![0; customers];
        for (new, &old) in (0..).zip(&old_of) {
            number[old as usize] = new;
        }
        let new_of = stays.iter().map(|&stay| number[stay as usize]).collect();
        Self { new_of, old_of }
    }
}
