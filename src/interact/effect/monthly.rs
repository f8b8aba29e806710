//! Who orders once a month, on about the same day.
//!
//! Such a customer orders as often in February as in March; counted by days, every long month would look like a loss. So for
//! them a span is as long as it has of their days. Invariant: only orders before the later span decide who is one of them, so
//! nobody is counted by their outcome.

use crate::base::{CustomerId, Day};
use crate::differentiate::measures::is_order;
use crate::identify::Book;
use crate::recipe::{Refunds, Span};

/// Steps from one order day to the next that are looked at, the latest ones; of fewer than 3 nothing is said.
const STEPS: std::ops::RangeInclusive<usize> = 3..=12;
/// Of so many steps one may be another one: a month was left out, or something was bought besides.
const ONE_IN: usize = 4;
/// Days by which a weekend or a holiday moves an order.
const MOVED: i32 = 3;

/// For every customer the usual day of the month of their orders before a day, 1 to 31; 0 for who has none.
pub(super) fn due_days(book: &Book, refunds: Refunds, until: Day) -> Vec<u8> {
    let mut days: Vec<Day> = Vec::new();
    let of = |customer: CustomerId| {
        let ledger = &book.ledger;
        days.clear();
        // Lines of a customer are in the order of time.
        let lines = ledger.lines(customer).filter(|&line| ledger.day[line] < until && is_order(ledger, refunds, line));
        days.extend(lines.map(|line| ledger.day[line]));
        days.dedup();
        let latest = &days[days.len().saturating_sub(STEPS.end() + 1)..];
        if is_monthly(latest) { usual_day(latest) } else { 0 }
    };
    book.customers.iter().map(of).collect()
}

fn is_monthly(days: &[Day]) -> bool {
    let steps = days.windows(2);
    let monthly = steps.clone().filter(|step| step[1].days_since(month_after(step[0])).abs() <= MOVED).count();
    STEPS.contains(&steps.len()) && (steps.len() - monthly) * ONE_IN <= steps.len()
}

/// The median of the days of the month.
fn usual_day(days: &[Day]) -> u8 {
    let mut of_month: Vec<u32> = days.iter().map(|day| day.ymd().2).collect();
    of_month.sort_unstable();
    of_month.get(of_month.len() / 2).and_then(|day| u8::try_from(*day).ok()).unwrap_or(0)
}

fn month_after(day: Day) -> Day {
    let (year, month, of_month) = day.ymd();
    in_month(year, month + 1, of_month).unwrap_or(day)
}

/// This day of a month, or its last where it is shorter; month 13 is January.
fn in_month(year: i32, month: u32, of_month: u32) -> Option<Day> {
    let (year, month) = if month > 12 { (year + 1, month - 12) } else { (year, month) };
    (0..4).find_map(|less| Day::from_ymd(year, month, of_month.saturating_sub(less)))
}

/// How often a day of the month lies in a span.
pub(super) fn due_in(span: Span, day: u8) -> f64 {
    let ((year, month, _), (last_year, last_month, _)) = (span.from.ymd(), span.to.ymd());
    let months = (last_year - year) * 12 + i32::try_from(last_month).unwrap_or(0) - i32::try_from(month).unwrap_or(0) + 1;
    let is_over = in_month(year, month, day.into()).is_some_and(|due| due < span.from);
    let is_to_come = in_month(last_year, last_month, day.into()).is_some_and(|due| due > span.to);
    f64::from((months - i32::from(is_over) - i32::from(is_to_come)).max(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Vec<Day> {
        text.split_whitespace().map(|day| day.parse().expect("a day")).collect()
    }

    #[test]
    fn who_orders_once_a_month() {
        for (name, text, expected) in [
            ("on the same day", "2025-01-05 2025-02-05 2025-03-05 2025-04-05", Some(5)),
            ("moved by weekends", "2025-01-06 2025-02-05 2025-03-05 2025-04-07", Some(6)),
            ("on the last day", "2024-12-31 2025-01-31 2025-02-28 2025-03-31 2025-04-30", Some(31)),
            ("once left out, of eight", "2024-08-10 2024-09-10 2024-10-10 2024-12-10 2025-01-10 2025-02-10 2025-03-10", Some(10)),
            ("too few to say", "2025-01-05 2025-02-05 2025-03-05", None),
            ("every two weeks", "2025-01-06 2025-01-20 2025-02-03 2025-02-17 2025-03-03", None),
            ("every two months", "2025-01-05 2025-03-05 2025-05-05 2025-07-05", None),
            ("never", "", None),
        ] {
            let days = days(text);
            assert_eq!(is_monthly(&days).then(|| usual_day(&days)), expected, "{name}");
        }
    }

    #[test]
    fn how_often_a_day_lies_in_a_span() {
        for (from, to, day, expected) in [
            ("2025-02-01", "2025-02-28", 31, 1.0),
            ("2025-03-01", "2025-03-31", 31, 1.0),
            ("2025-01-01", "2025-03-31", 5, 3.0),
            ("2024-12-06", "2025-02-04", 5, 1.0),
            ("2025-02-10", "2025-02-20", 5, 0.0),
            ("2025-02-10", "2025-02-20", 15, 1.0),
            ("2023-11-15", "2025-02-14", 15, 15.0),
        ] {
            let span = Span { from: from.parse().expect("a day"), to: to.parse().expect("a day") };
            assert!((due_in(span, day) - expected).abs() < 1e-12, "{from}..{to} {day}: {}", due_in(span, day));
        }
    }
}
