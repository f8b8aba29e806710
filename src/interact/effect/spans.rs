//! Which days are held against which.
//!
//! Months and quarters are whole ones, as in the time machine. Invariant: the earlier span ends before the later one
//! begins, and the spans of earlier history lie as far apart as those that are compared.

use crate::base::Day;
use crate::differentiate::Standing;
use crate::differentiate::history::{period_ends, start_of, usual_period};
use crate::identify::Book;
use crate::recipe::{Against, Period, Review};
use serde::Serialize;

/// Days from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Span {
    /// First day.
    #[cfg_attr(test, ts(type = "string"))]
    pub from: Day,
    /// Last day.
    #[cfg_attr(test, ts(type = "string"))]
    pub to: Day,
}

impl Span {
    /// Whether a day lies in it.
    #[must_use]
    pub fn holds(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// Its length in months of 30 days.
    pub(super) fn months(self) -> f64 {
        f64::from(self.to.days_since(self.from) + 1) / 30.0
    }

    fn earlier_by(self, days: i32) -> Self {
        Self { from: self.from.plus(-days), to: self.to.plus(-days) }
    }
}

/// Two spans that are held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Pair {
    /// The earlier one.
    pub before: Span,
    /// The later one.
    pub after: Span,
}

impl Pair {
    /// The last two whole periods, or the last one and the same a year before; none when the orders do not reach back that far.
    pub(super) fn of(book: &Book, standing: &Standing, review: &Review) -> Option<(Self, Period)> {
        let first = book.ledger.day.iter().copied().min()?;
        let period = review.period.unwrap_or_else(|| match usual_period(first, standing.as_of) {
            // Weeks are too short to show anything; who wants them can say so.
            Period::Week => Period::Month,
            longer => longer,
        });
        let until = review.until.unwrap_or(standing.as_of).min(standing.as_of);
        // The analysis day is usually the day after the last order: the period that ends on it is not known to its end.
        let to = *period_ends(Day::MIN, until, period).last()?;
        let after = Span { from: start_of(to, period), to };
        let before = match review.against {
            Against::Previous => whole(after.from.plus(-1), period),
            Against::YearBefore => a_year_before(after, period),
        };
        (before.from >= first).then_some((Self { before, after }, period))
    }

    /// The same comparison further back, nearest first: the later span ends before the earlier one of the comparison before it
    /// begins, or a year earlier where years are compared.
    pub(super) fn further_back(self, against: Against, period: Period) -> impl Iterator<Item = Self> {
        let step = move |pair: &Self| {
            (pair.before.from > Day::MIN.plus(800)).then(|| match against {
                Against::Previous => {
                    let after = whole(pair.before.from.plus(-1), period);
                    Self { before: whole(after.from.plus(-1), period), after }
                }
                Against::YearBefore => Self { before: a_year_before(pair.before, period), after: pair.before },
            })
        };
        std::iter::successors(step(&self), step)
    }
}

/// The whole period that ends on this day.
fn whole(to: Day, period: Period) -> Span {
    Span { from: start_of(to, period), to }
}

fn a_year_before(span: Span, period: Period) -> Span {
    if period == Period::Week {
        return span.earlier_by(364);
    }
    let (year, month, _) = span.from.ymd();
    let from = Day::from_ymd(year - 1, month, 1).unwrap_or(span.from.plus(-365));
    // The end is the day before the period after it, whose length differs in leap years.
    let (year, month, _) = span.to.plus(1).ymd();
    let to = Day::from_ymd(year - 1, month, 1).map_or(span.to.plus(-365), |day| day.plus(-1));
    Span { from, to }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(span: Span) -> String {
        format!("{}..{}", span.from, span.to)
    }

    #[test]
    fn pairs_further_back() {
        let day = |text: &str| text.parse().unwrap_or(Day::MIN);
        let after = whole(day("2024-03-31"), Period::Quarter);
        let previous = Pair { before: whole(after.from.plus(-1), Period::Quarter), after };
        let yearly = Pair { before: a_year_before(after, Period::Quarter), after };
        for (name, pair, against, expected) in [
            ("the pairs do not touch", previous, Against::Previous, "2023-04-01..2023-06-30 2023-07-01..2023-09-30"),
            ("years hang together", yearly, Against::YearBefore, "2022-01-01..2022-03-31 2023-01-01..2023-03-31"),
        ] {
            let back = pair.further_back(against, Period::Quarter).next().map(|pair| shown(pair.before) + " " + &shown(pair.after));
            assert_eq!(back.as_deref(), Some(expected), "{name}");
        }
        let february = whole(day("2024-02-29"), Period::Month);
        assert_eq!(shown(a_year_before(february, Period::Month)), "2023-02-01..2023-02-28");
    }
}
