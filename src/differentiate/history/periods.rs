//! The days on which the past is looked at: the ends of weeks, months or quarters.
//!
//! Invariant: the days ascend, none lies before the first order or after the analysis day, and there are at most
//! [`MOST_PERIODS`] of them, the latest.

use crate::base::Day;
use crate::recipe::Period;

/// Period ends that are looked at at most, the latest ones: two years of months, six of quarters.
pub const MOST_PERIODS: usize = 24;

/// The last days of the periods that ended between two days, both included, the latest [`MOST_PERIODS`] of them.
///
/// # Example: a month that is still running has not ended
/// ```
/// use customer_tiers::base::Day;
/// use customer_tiers::differentiate::history::period_ends;
/// use customer_tiers::recipe::Period;
/// let day = |text: &str| text.parse::<Day>();
/// let ends = period_ends(day("2024-01-10")?, day("2024-04-29")?, Period::Month);
/// assert_eq!(ends, [day("2024-01-31")?, day("2024-02-29")?, day("2024-03-31")?]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn period_ends(first: Day, as_of: Day, period: Period) -> Vec<Day> {
    // Before the first day of the calendar nothing ends.
    let before = |day: Day| Some(start_of(day, period)).filter(|start| *start > Day::MIN).map(|start| start.plus(-1));
    let ends = std::iter::successors(before(as_of.plus(1)), |end| before(*end));
    let mut days: Vec<Day> = ends.take(MOST_PERIODS).take_while(|end| (first..=as_of).contains(end)).collect();
    days.reverse();
    days
}

/// The period that shows these days best: weeks when fewer than four months have ended, quarters from three years on.
#[must_use]
pub fn usual_period(first: Day, as_of: Day) -> Period {
    const THREE_YEARS: i32 = 3 * 366;
    if as_of.days_since(first) > THREE_YEARS {
        return Period::Quarter;
    }
    if period_ends(first, as_of, Period::Month).len() < 4 { Period::Week } else { Period::Month }
}

/// The end of the period that comes `periods` after the one that ends on this day.
#[must_use]
pub fn end_after(end: Day, periods: u8, period: Period) -> Day {
    (0..periods).fold(end, |end, _| {
        let next = end.plus(1);
        // One period further, by the length of the longest: at most a few days into the one after it.
        let beyond = match period {
            Period::Week => next.plus(7),
            Period::Month => next.plus(31),
            Period::Quarter => next.plus(92),
        };
        start_of(beyond, period).plus(-1)
    })
}

/// The first day of the period that holds this day.
pub(crate) fn start_of(day: Day, period: Period) -> Day {
    let (year, month, _) = day.ymd();
    let first = match period {
        Period::Week => return day.plus(-day.since_monday()),
        Period::Month => Day::from_ymd(year, month, 1),
        Period::Quarter => Day::from_ymd(year, (month - 1) / 3 * 3 + 1, 1),
    };
    first.unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap_or(Day::MIN)
    }

    #[test]
    fn ends_of_periods() {
        for (name, first, as_of, period, expected) in [
            ("the end itself counts", "2024-01-31", "2024-02-29", Period::Month, "2024-01-31 2024-02-29"),
            ("a running month does not", "2024-01-31", "2024-02-28", Period::Month, "2024-01-31"),
            ("nothing ended", "2024-02-03", "2024-02-20", Period::Month, ""),
            ("sundays", "2024-03-01", "2024-03-17", Period::Week, "2024-03-03 2024-03-10 2024-03-17"),
            ("over the year", "2023-11-05", "2024-04-01", Period::Quarter, "2023-12-31 2024-03-31"),
            ("before 1970", "1969-12-20", "1970-01-05", Period::Week, "1969-12-21 1969-12-28 1970-01-04"),
        ] {
            let shown: Vec<String> = period_ends(day(first), day(as_of), period).iter().map(Day::to_string).collect();
            assert_eq!(shown.join(" "), expected, "{name}");
        }
    }

    #[test]
    fn a_thousand_years_are_the_last_two_dozen_ends() {
        let ends = period_ends(Day::MIN, Day::MAX, Period::Month);
        assert_eq!((ends.len(), ends[23].to_string()), (MOST_PERIODS, "9999-11-30".to_owned()));
        assert!(period_ends(Day::MIN, Day::MIN, Period::Quarter).is_empty());
    }

    #[test]
    fn later_ends() {
        for (end, periods, period, expected) in [
            ("2024-01-31", 1, Period::Month, "2024-02-29"),
            ("2023-12-31", 2, Period::Quarter, "2024-06-30"),
            ("2024-03-03", 3, Period::Week, "2024-03-24"),
            ("2024-03-31", 0, Period::Month, "2024-03-31"),
        ] {
            assert_eq!(end_after(day(end), periods, period).to_string(), expected, "{end} + {periods}");
        }
    }

    #[test]
    fn the_usual_period_fits_the_span() {
        for (first, as_of, expected) in [
            ("2024-01-01", "2024-03-20", Period::Week),
            ("2024-01-01", "2024-12-31", Period::Month),
            ("2018-01-01", "2024-12-31", Period::Quarter),
        ] {
            assert_eq!(usual_period(day(first), day(as_of)), expected, "{first} to {as_of}");
        }
    }
}
