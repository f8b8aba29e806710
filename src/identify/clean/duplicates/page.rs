//! Groups of duplicates as they are shown: side by side, with what merging gives.

use super::{Agreement, Decision, DuplicateGroup, DuplicateMember, DuplicatePage, FoundGroup, Search};
use crate::base::{CustomerId, TextId};
use crate::identify::clean::Decisions;
use crate::identify::clean::merge::{Aliases, ranked};
use crate::identify::{Book, Customers};
use crate::recipe::{Duplicates, Field};

/// A page of the groups: those that were merged into the book, then those that a search found in it.
#[must_use]
pub fn page(book: &Book, search: &Search, decisions: &Decisions, rules: &Duplicates, offset: usize, limit: usize) -> DuplicatePage {
    let aliases = Aliases::of(book);
    let decided = |group: &FoundGroup| decision(book, &aliases, group, decisions);
    let merged = book.merged.len();
    let certain = book.merged.iter().filter(|group| group.certain).count() + search.groups.iter().filter(|group| group.certain).count();
    let customers = book.merged.iter().map(|group| group.members.len()).sum::<usize>()
        + search.groups.iter().map(|group| group.members.len()).sum::<usize>();
    let open = search.groups.iter().filter(|group| decided(group).is_none()).count();
    let from_book = book.merged.iter().skip(offset).take(limit).cloned();
    let from_search = search.groups.iter().skip(offset.saturating_sub(merged)).take(limit.saturating_sub(merged.saturating_sub(offset)));
    let shown = from_search.map(|group| DuplicateGroup { decision: decided(group), ..describe(book, group, search.columns.len(), rules) });
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    DuplicatePage {
        total: number(merged + search.groups.len()),
        certain: number(certain),
        open: number(open),
        customers: number(customers),
        columns: search.columns.clone(),
        groups: from_book.chain(shown).collect(),
    }
}

/// What was decided about a group: apart when a step says so of two of its members, or of customers merged into them.
fn decision(book: &Book, aliases: &Aliases<'_>, group: &FoundGroup, decisions: &Decisions) -> Option<Decision> {
    if decisions.is_empty() {
        return None;
    }
    let ids: Vec<&str> = group.members.iter().flat_map(|&member| aliases.ids(book.customers.id(CustomerId(member)))).collect();
    decisions.keeps_apart(&ids).then_some(Decision::Apart)
}

/// A group that is merged: as it was found, or, when only people saw it, as its members agree.
pub(in crate::identify::clean) fn describe_decided(
    book: &Book,
    members: &[u32],
    found: Option<&FoundGroup>,
    rules: &Duplicates,
) -> DuplicateGroup {
    let mine = |column: &[TextId]| -> Vec<&str> {
        let text = |&member: &u32| column.get(member as usize).map_or("", |&text| book.customers.texts.get(text));
        members.iter().map(text).collect()
    };
    let ids: Vec<&str> = members.iter().map(|&member| book.customers.id(CustomerId(member))).collect();
    let attributes: Vec<(Field, Vec<&str>)> = book.customers.attributes.iter().map(|(field, column)| (*field, mine(column))).collect();
    let own: Vec<(&str, Vec<&str>)> = book.customers.own.iter().map(|own| (own.header.as_str(), mine(&own.values))).collect();
    let (agreement, certain) = super::agreement(&Customers::from_columns(&ids, &attributes, &own));
    let decided = FoundGroup { members: members.to_vec(), likelihood: 1.0, certain, agreement };
    let group = describe(book, found.unwrap_or(&decided), decided.agreement.len(), rules);
    DuplicateGroup { decision: Some(Decision::Merged), ..group }
}

/// A group with its members' values, and what merging gives.
pub(in crate::identify::clean) fn describe(book: &Book, group: &FoundGroup, columns: usize, rules: &Duplicates) -> DuplicateGroup {
    let members: Vec<DuplicateMember> = group.members.iter().map(|&member| describe_member(book, CustomerId(member), columns)).collect();
    let fields = fields(book);
    let merged = (0..columns).map(|column| {
        let keep = fields.get(column).and_then(|field| rules.fields.get(field)).copied().unwrap_or(rules.keep);
        let order = ranked(book, &group.members, keep);
        let known = order.into_iter().map(|member| value(book, CustomerId(member), column)).find(|text| !text.is_empty());
        known.unwrap_or_default().to_owned()
    });
    DuplicateGroup {
        likelihood: group.likelihood,
        certain: group.certain,
        decision: None,
        merged: merged.collect(),
        members,
        agreement: if group.agreement.is_empty() { vec![Agreement::Missing; columns] } else { group.agreement.clone() },
    }
}

fn describe_member(book: &Book, customer: CustomerId, columns: usize) -> DuplicateMember {
    DuplicateMember {
        id: book.customers.id(customer).to_owned(),
        shown: book.customers.id(customer).to_owned(),
        customer: Some(customer.0),
        values: (0..columns).map(|column| value(book, customer, column).to_owned()).collect(),
        lines: u32::try_from(book.ledger.lines(customer).len()).unwrap_or(u32::MAX),
        heard: book.customers.last_heard(customer),
    }
}

fn fields(book: &Book) -> Vec<Field> {
    Field::ATTRIBUTES.into_iter().filter(|field| book.customers.attributes.contains_key(field)).collect()
}

/// What is known in a column as it stands in the file; columns are numbered as in a search.
fn value(book: &Book, customer: CustomerId, column: usize) -> &str {
    let fields = fields(book);
    match fields.get(column) {
        Some(&field) => book.customers.attribute(field, customer),
        None => {
            let own = book.customers.own.get(column - fields.len());
            let id = own.and_then(|own| own.values.get(customer.index())).copied().unwrap_or(TextId::NONE);
            book.customers.texts.get(id)
        }
    }
}
