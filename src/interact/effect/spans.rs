//! Which days are held against which.
//!
//! Months and quarters are whole ones, as in the time machine; who wants other days names both spans. Invariant: the earlier span
//! ends before the later one begins, and the spans of earlier history lie as far apart as those that are compared.

use crate::base::Day;
use crate::differentiate::Standing;
use crate::differentiate::history::{period_ends, start_of, usual_period};
use crate::identify::Book;
use crate::recipe::{Against, Pair, Period, Review, Span};

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

/// How comparisons of earlier history follow each other.
#[derive(Debug, Clone, Copy)]
pub(super) enum Back {
    /// By two whole periods.
    Periods(Period),
    /// By a year, the spans being whole periods.
    Years(Period),
    /// By so many days: spans of one's own choice.
    Days(i32),
}

impl Pair {
    /// The spans that the recipe names, else the last two whole periods, or the last one and the same a year before; none when the
    /// orders do not reach over both.
    pub(super) fn of(book: &Book, standing: &Standing, review: &Review) -> Option<(Self, Back)> {
        let first = book.ledger.day.iter().copied().min()?;
        if let Some(pair) = review.spans {
            let covered = pair.before.from >= first && pair.after.to <= standing.as_of;
            return covered.then(|| (pair, Back::Days(pair.after.to.days_since(pair.before.from) + 1)));
        }
        let period = review.period.unwrap_or_else(|| match usual_period(first, standing.as_of) {
            // Weeks are too short to show anything; who wants them can say so.
            Period::Week => Period::Month,
            longer => longer,
        });
        let until = review.until.unwrap_or(standing.as_of).min(standing.as_of);
        // The analysis day is usually the day after the last order: the period that ends on it is not known to its end.
        let to = *period_ends(Day::MIN, until, period).last()?;
        let after = Span { from: start_of(to, period), to };
        let (before, back) = match review.against {
            Against::Previous => (whole(after.from.plus(-1), period), Back::Periods(period)),
            Against::YearBefore => (a_year_before(after, period), Back::Years(period)),
        };
        (before.from >= first).then_some((Self { before, after }, back))
    }

    /// The comparisons further back that tell what usually happens, nearest first, of orders that begin on this day.
    ///
    /// A tier that is made of few months falls back further than one of many, so who looked back over much less says something
    /// else: beyond the nearest one a comparison needs three quarters of the history that there is now. (Of 1,000 tables in which
    /// nothing had happened, 61 named a change while comparisons of 5 months of history stood for those of 11.)
    pub(super) fn usual(self, back: Back, first: Day) -> impl Iterator<Item = Self> {
        let history = move |pair: &Self| pair.after.from.days_since(first);
        let is_alike = move |pair: &Self| history(pair) * 4 >= history(&self) * 3;
        let covered = self.further_back(back).take_while(move |pair| pair.before.from >= first);
        covered.enumerate().take_while(move |(place, pair)| *place == 0 || is_alike(pair)).map(|(_, pair)| pair)
    }

    /// The same comparison further back, nearest first: the later span ends before the earlier one of the comparison before it
    /// begins, or a year earlier where years are compared.
    fn further_back(self, back: Back) -> impl Iterator<Item = Self> {
        let step = move |pair: &Self| {
            (pair.before.from > Day::MIN.plus(8_000)).then(|| match back {
                Back::Periods(period) => {
                    let after = whole(pair.before.from.plus(-1), period);
                    Self { before: whole(after.from.plus(-1), period), after }
                }
                Back::Years(period) => Self { before: a_year_before(pair.before, period), after: pair.before },
                Back::Days(days) => Self { before: pair.before.earlier_by(days), after: pair.after.earlier_by(days) },
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
        let own = Pair {
            before: Span { from: day("2024-02-05"), to: day("2024-02-18") },
            after: Span { from: day("2024-02-26"), to: day("2024-03-10") },
        };
        for (name, pair, back, expected) in [
            ("the pairs do not touch", previous, Back::Periods(Period::Quarter), "2023-04-01..2023-06-30 2023-07-01..2023-09-30"),
            ("years hang together", yearly, Back::Years(Period::Quarter), "2022-01-01..2022-03-31 2023-01-01..2023-03-31"),
            ("own days keep their distance", own, Back::Days(35), "2024-01-01..2024-01-14 2024-01-22..2024-02-04"),
        ] {
            let back = pair.further_back(back).next().map(|pair| shown(pair.before) + " " + &shown(pair.after));
            assert_eq!(back.as_deref(), Some(expected), "{name}");
        }
        let usual = |first| previous.usual(Back::Periods(Period::Quarter), day(first)).count();
        assert_eq!((usual("2023-07-01"), usual("2022-10-01"), usual("2020-01-01"), usual("2014-01-01")), (0, 1, 2, 4));
        let february = whole(day("2024-02-29"), Period::Month);
        assert_eq!(shown(a_year_before(february, Period::Month)), "2023-02-01..2023-02-28");
    }
}
