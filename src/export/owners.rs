//! Who looks after whom as CSV: work lists by owner, the hand-over list, the public pool.
//!
//! Three kinds of rows for three readers: everybody's own list, the manager who talks the change through, whoever takes customers
//! from the pool. Invariant: text is guarded as in every other CSV; every customer of the assignment is in exactly one of work lists and pool.

use super::columns::Value;
use super::csv::Rows;
use crate::Result;
use crate::customize::{Assignment, OwnedCustomer, OwnerConflict, OwnerMove, Pooled};
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::recipe::Field;
use serde::{Deserialize, Serialize};
use std::io::Write;

/// Which list of an assignment is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum OwnerList {
    /// Everybody's customers, by owner, the most valuable first.
    Work,
    /// Customers who get another owner.
    HandOver,
    /// Customers without an owner.
    Pool,
    /// Customers whom several owners claim.
    Conflicts,
}

/// Writes one row per customer of a list.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn owners_csv(book: &Book, standing: &Standing, assignment: &Assignment, list: OwnerList, out: &mut impl Write) -> Result<()> {
    let mut rows = Rows::new(out);
    ["customer_id", "customer_name", "tier", "revenue", "last_heard"].iter().for_each(|name| rows.text(name));
    let more: &[&str] = match list {
        OwnerList::Work => &["owner", "phone", "email"],
        OwnerList::HandOver => &["from", "to", "reason"],
        OwnerList::Pool => &["from", "reason"],
        OwnerList::Conflicts => &["owners"],
    };
    more.iter().for_each(|name| rows.text(name));
    rows.end_row()?;
    match list {
        OwnerList::Work => work(book, standing, assignment, &mut rows)?,
        OwnerList::HandOver => assignment.moves.iter().try_for_each(|moved| hand_over(moved, &mut rows))?,
        OwnerList::Pool => assignment.pool.iter().try_for_each(|pooled| pool(pooled, &mut rows))?,
        OwnerList::Conflicts => assignment.conflicts.iter().try_for_each(|conflict| conflicting(conflict, &mut rows))?,
    }
    rows.finish()
}

fn work<W: Write>(book: &Book, standing: &Standing, assignment: &Assignment, rows: &mut Rows<'_, W>) -> Result<()> {
    let mut owners = assignment.owners.clone();
    let revenue = |customer: crate::base::CustomerId| standing.measures.revenue.get(customer.index()).copied().unwrap_or_default();
    owners.sort_by_key(|&(customer, owner)| (owner, std::cmp::Reverse(revenue(customer)), customer));
    for (customer, owner) in owners {
        let text = |field| book.customers.attribute(field, customer);
        rows.text(book.customers.id(customer));
        rows.text(text(Field::CustomerName));
        rows.text(standing.schemes[standing.tier].code_of(customer));
        rows.value(Value::Money(revenue(customer)));
        let last = standing.measures.last_order_known(customer);
        rows.value(last.map_or(Value::Code(""), Value::Day));
        rows.text(assignment.people.get(owner as usize).map_or("", |person| &person.name));
        rows.text(text(Field::Phone));
        rows.text(text(Field::Email));
        rows.end_row()?;
    }
    Ok(())
}

fn hand_over<W: Write>(moved: &OwnerMove, rows: &mut Rows<'_, W>) -> Result<()> {
    begin(&moved.who, rows);
    rows.text(&moved.from);
    rows.text(&moved.to);
    rows.text(moved.why.name());
    rows.end_row()
}

fn pool<W: Write>(pooled: &Pooled, rows: &mut Rows<'_, W>) -> Result<()> {
    begin(&pooled.who, rows);
    rows.text(&pooled.from);
    rows.text(pooled.why.name());
    rows.end_row()
}

fn conflicting<W: Write>(conflict: &OwnerConflict, rows: &mut Rows<'_, W>) -> Result<()> {
    begin(&conflict.who, rows);
    rows.text(&conflict.owners.join("; "));
    rows.end_row()
}

fn begin<W: Write>(who: &OwnedCustomer, rows: &mut Rows<'_, W>) {
    rows.text(&who.customer_id);
    rows.text(&who.customer_name);
    rows.text(&who.tier);
    rows.value(Value::Money(who.revenue));
    rows.value(who.last.map_or(Value::Code(""), Value::Day));
}
