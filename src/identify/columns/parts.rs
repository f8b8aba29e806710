//! Orders in two tables, as databases keep them: one says whose an order is and when, the other what was bought for how much.
//!
//! Invariant: only what would be no table of ours is taken for a part of one.

use super::score::Scores;
use super::{Mapping, has_money};
use crate::identify::TableKind;
use crate::recipe::Field;

/// Which part of orders a table has that is of this kind, with these roles as a log of orders.
pub(super) fn part(kind: TableKind, ledger: &Mapping, scores: &Scores) -> TableKind {
    /// With less than this a column is not sure to be the order's id, by which the two are joined.
    const SURE: f64 = 0.6;
    let has = |field| ledger.contains_key(&field);
    let is_sure = ledger.get(&Field::OrderId).is_some_and(|&column| scores.get(Field::OrderId, column) >= SURE);
    if kind != TableKind::Other || !is_sure {
        return kind;
    }
    match (has(Field::CustomerId), has_money(ledger)) {
        (true, false) if has(Field::Date) => TableKind::OrderHeads,
        (false, true) => TableKind::OrderLines,
        _ => kind,
    }
}
