//! Columns of a book for fewer customers.
//!
//! Lines of the merged go to the one who stays, in the order of time; of one moment those of the smaller id
//! come first. Invariant: every line, contact and piece of feedback is there before and after.

use super::Places;
use crate::base::{CustomerId, Day, Interner, Money, TextId};
use crate::identify::book::{Feedback, Interactions};
use crate::identify::builder::permute;
use crate::identify::{Book, Customers, Ledger, ReadyMeasures};

/// Gives every column of a book its new customers.
pub(super) fn regroup(book: &mut Book, places: &Places) {
    regroup_ledger(&mut book.ledger, places);
    regroup_interactions(&mut book.interactions, places);
    regroup_feedback(&mut book.feedback, places);
    if let Some(ready) = book.ready.as_mut() {
        *ready = add_up(ready, places);
    }
    regroup_customers(&mut book.customers, places);
    for member in book.merged.iter_mut().flat_map(|group| &mut group.members) {
        member.customer = member.customer.and_then(|old| places.still(old));
    }
}

fn regroup_customers(customers: &mut Customers, places: &Places) {
    let mut ids = Interner::default();
    for &old in &places.old_of {
        ids.intern(customers.ids.get(TextId(old)));
    }
    let kept = |column: &[TextId]| places.old_of.iter().map(|&old| column.get(old as usize).copied().unwrap_or(TextId::NONE)).collect();
    customers.attributes.values_mut().for_each(|column| *column = kept(column));
    customers.own.iter_mut().for_each(|own| own.values = kept(&own.values));
    customers.heard = best(&customers.heard, places, Day::MIN, Day::max);
    customers.seen = best(&customers.seen, places, u32::MAX, u32::min);
    customers.ids = ids;
    let moved = |&(old, text): &(CustomerId, TextId)| {
        let new = places.new_of.get(old.index()).copied().filter(|&new| new != Places::NOWHERE)?;
        Some((CustomerId(new), text))
    };
    customers.rival_owners = customers.rival_owners.iter().filter_map(moved).collect();
    let texts = &customers.texts;
    customers.rival_owners.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| texts.get(a.1).cmp(texts.get(b.1))));
    customers.rival_owners.dedup();
}

/// For each new customer the best value of the old ones; empty stays empty.
fn best<T: Copy>(column: &[T], places: &Places, worst: T, better: impl Fn(T, T) -> T) -> Vec<T> {
    if column.is_empty() {
        return Vec::new();
    }
    let mut all = vec![worst; places.old_of.len()];
    for (&value, &new) in column.iter().zip(&places.new_of) {
        if let Some(place) = all.get_mut(new as usize) {
            *place = better(*place, value);
        }
    }
    all
}

/// Where each new customer's lines begin, and which old line stands at each place.
#[expect(clippy::cast_possible_truncation, reason = "lines are numbered with u32")]
fn regroup_lines(starts: &[u32], places: &Places, moment: impl Fn(u32) -> (Day, u32)) -> (Vec<u32>, Vec<u32>) {
    let mut olds: Vec<u32> = (0..).zip(&places.new_of).filter(|(_, new)| **new != Places::NOWHERE).map(|(old, _)| old).collect();
    olds.sort_by_key(|&old| (places.new_of[old as usize], old));
    let (mut new_starts, mut order) = (vec![0], Vec::new());
    for group in olds.chunk_by(|a, b| places.new_of[*a as usize] == places.new_of[*b as usize]) {
        let begin = order.len();
        for &old in group {
            let bounds = (starts.get(old as usize), starts.get(old as usize + 1));
            order.extend(bounds.0.copied().unwrap_or(0)..bounds.1.copied().unwrap_or(0));
        }
        if group.len() > 1 {
            order[begin..].sort_by_key(|&line| moment(line));
        }
        new_starts.push(order.len() as u32);
    }
    (new_starts, order)
}

fn regroup_ledger(ledger: &mut Ledger, places: &Places) {
    if ledger.starts.is_empty() {
        return;
    }
    let moment = |line: u32| (ledger.day[line as usize], ledger.second.get(line as usize).copied().unwrap_or(0));
    let (starts, order) = regroup_lines(&ledger.starts, places, moment);
    ledger.starts = starts;
    ledger.day = permute(std::mem::take(&mut ledger.day), &order);
    ledger.second = permute(std::mem::take(&mut ledger.second), &order);
    ledger.amount = permute(std::mem::take(&mut ledger.amount), &order);
    ledger.order = permute(std::mem::take(&mut ledger.order), &order);
    ledger.product = permute(std::mem::take(&mut ledger.product), &order);
    ledger.refund = permute(std::mem::take(&mut ledger.refund), &order);
}

fn regroup_interactions(interactions: &mut Interactions, places: &Places) {
    if interactions.starts.is_empty() {
        return;
    }
    let (starts, order) = regroup_lines(&interactions.starts, places, |line| (interactions.day[line as usize], 0));
    interactions.starts = starts;
    interactions.day = permute(std::mem::take(&mut interactions.day), &order);
    interactions.channel = permute(std::mem::take(&mut interactions.channel), &order);
    interactions.count = permute(std::mem::take(&mut interactions.count), &order);
    interactions.subject = permute(std::mem::take(&mut interactions.subject), &order);
}

fn regroup_feedback(feedback: &mut Feedback, places: &Places) {
    if feedback.starts.is_empty() {
        return;
    }
    let (starts, order) = regroup_lines(&feedback.starts, places, |line| (feedback.day[line as usize], 0));
    feedback.starts = starts;
    feedback.day = permute(std::mem::take(&mut feedback.day), &order);
    feedback.kind = permute(std::mem::take(&mut feedback.kind), &order);
    feedback.rating = permute(std::mem::take(&mut feedback.rating), &order);
    feedback.resolved = permute(std::mem::take(&mut feedback.resolved), &order);
    feedback.open = permute(std::mem::take(&mut feedback.open), &order);
    feedback.subject = permute(std::mem::take(&mut feedback.subject), &order);
}

/// Ready-made measures: orders and revenue add up, the first and the last day are those of all.
fn add_up(ready: &ReadyMeasures, places: &Places) -> ReadyMeasures {
    let earlier = |a: Option<Day>, b: Option<Day>| if let (Some(a), Some(b)) = (a, b) { Some(a.min(b)) } else { a.or(b) };
    let fewer = |a: Option<i32>, b: Option<i32>| if let (Some(a), Some(b)) = (a, b) { Some(a.min(b)) } else { a.or(b) };
    // A sum that does not fit is refused when measures are added up.
    let sum = |a: Money, b: Money| a.checked_add(b).unwrap_or(Money::from_raw(i64::MAX));
    ReadyMeasures {
        last_order: best(&ready.last_order, places, None, Option::max),
        first_order: best(&ready.first_order, places, None, earlier),
        recency_days: best(&ready.recency_days, places, None, fewer),
        orders: best(&ready.orders, places, 0, u32::saturating_add),
        revenue: best(&ready.revenue, places, Money::ZERO, sum),
    }
}
