//! Metrics that do not follow from orders: contacts, ratings, complaints, numbers in columns of the files' own.
//!
//! Where the files bring no contacts or no feedback at all, nothing is known of anybody; where they bring some, a
//! customer without any has none. Invariant: a day that somebody chose for the analysis hides what came after it.

use super::{Column, FINE, UNKNOWN};
use crate::base::{CustomerId, Day, Money, TextId};
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::identify::book::{Feedback, FeedbackKind};
use crate::identify::values::{detect_decimal_mark, parse_money};
use crate::recipe::{Metric, Recipe};

pub(super) fn column(book: &Book, standing: &Standing, recipe: &Recipe, metric: &Metric) -> Column {
    let until = until(standing, recipe);
    let measures = &standing.measures;
    match metric {
        Metric::Own(header) => own_numbers(book, standing, metric, header),
        Metric::Satisfaction => Column::of_present(metric, measures, FINE, |customer| satisfaction(&book.feedback, customer, until)),
        Metric::ComplaintRate => Column::of_present(metric, measures, FINE, |customer| {
            let complaints = complaints(&book.feedback, customer, until)?;
            (complaints * FINE).checked_div(i64::from(measures.orders[customer.index()]))
        }),
        Metric::InteractionsWithin(days) => {
            let from = standing.as_of.plus(-i32::try_from(*days).unwrap_or(i32::MAX));
            Column::of_present(metric, measures, 1, |customer| contacts(book, customer, |day| day >= from && day <= until))
        }
        _ => Column::of_present(metric, measures, 1, |customer| contacts(book, customer, |day| day <= until)),
    }
}

/// The last day that counts: the analysis day where somebody chose it. Where it is only the day after the last order, a later
/// contact is news and not the future.
pub(super) fn until(standing: &Standing, recipe: &Recipe) -> Day {
    recipe.measures.as_of.map_or(Day::MAX, |_| standing.as_of)
}

/// Contacts on these days; what has no day stands at [`Day::MIN`].
fn contacts(book: &Book, customer: CustomerId, counts: impl Fn(Day) -> bool) -> Option<i64> {
    let interactions = &book.interactions;
    if interactions.count.is_empty() {
        return None;
    }
    let rows = interactions.of(customer).filter(|&row| counts(interactions.day[row]));
    Some(rows.map(|row| i64::from(interactions.count[row])).sum())
}

/// The last day with a contact up to a day.
pub(super) fn last_contact(book: &Book, customer: CustomerId, until: Day) -> Option<Day> {
    let days = &book.interactions.day;
    book.interactions.of(customer).map(|row| days[row]).filter(|&day| day != Day::MIN && day <= until).max()
}

/// Mean rating: overall where it is given, else the mean of the parts.
fn satisfaction(feedback: &Feedback, customer: CustomerId, until: Day) -> Option<i64> {
    let rows = feedback.of(customer).filter(|&row| feedback.day[row] <= until);
    let ratings: Vec<i64> = rows.filter_map(|row| rating(feedback.rating[row])).collect();
    ratings.iter().sum::<i64>().checked_div(i64::try_from(ratings.len()).unwrap_or(i64::MAX))
}

fn rating([overall, parts @ ..]: [u8; 4]) -> Option<i64> {
    if overall != Feedback::NO_RATING {
        return Some(i64::from(overall) * FINE);
    }
    let known: Vec<i64> = parts.into_iter().filter(|&part| part != Feedback::NO_RATING).map(|part| i64::from(part) * FINE).collect();
    known.iter().sum::<i64>().checked_div(i64::try_from(known.len()).unwrap_or(i64::MAX))
}

fn complaints(feedback: &Feedback, customer: CustomerId, until: Day) -> Option<i64> {
    if feedback.kind.is_empty() {
        return None;
    }
    let rows = feedback.of(customer).filter(|&row| feedback.day[row] <= until && feedback.kind[row] == FeedbackKind::Complaint);
    i64::try_from(rows.count()).ok()
}

/// Each different text is read once; what is no number is not known.
fn own_numbers(book: &Book, standing: &Standing, metric: &Metric, header: &str) -> Column {
    let customers = &book.customers;
    let Some(own) = customers.own.iter().find(|own| own.header == header) else {
        return Column::of_present(metric, &standing.measures, Money::SCALE, |_| None);
    };
    let texts = || own.values.iter().map(|&text| customers.texts.get(text)).filter(|text| !text.is_empty());
    let mark = detect_decimal_mark(texts());
    let number = |text: TextId| parse_money(customers.texts.get(text), mark).value().map_or(UNKNOWN, Money::raw);
    let mut read: Vec<Option<i64>> = vec![None; customers.texts.len()];
    let mut once = |text: TextId| read.get_mut(text.index()).map_or(UNKNOWN, |slot| *slot.get_or_insert_with(|| number(text)));
    let raw: Vec<i64> = own.values.iter().map(|&text| once(text)).collect();
    Column::of_present(metric, &standing.measures, Money::SCALE, |customer| raw.get(customer.index()).copied())
}
