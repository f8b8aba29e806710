//! Days that other calendars print.
//!
//! Sources: the Python packages `lunardate` 0.3 and `holidays` 0.109 (China), `dateutil` 2.9 (Easter) and `holidays` (United States,
//! Thanksgiving), which agree with each other. Invariant: sixteen years, every day of them.

use super::*;

/// Year; first day of the first month, Dragon Boat, Mid-Autumn, Tomb Sweeping, Easter, Black Friday.
const PRINTED: [(i32, [&str; 6]); 16] = [
    (2020, ["01-25", "06-25", "10-01", "04-04", "04-12", "11-27"]),
    (2021, ["02-12", "06-14", "09-21", "04-04", "04-04", "11-26"]),
    (2022, ["02-01", "06-03", "09-10", "04-05", "04-17", "11-25"]),
    (2023, ["01-22", "06-22", "09-29", "04-05", "04-09", "11-24"]),
    (2024, ["02-10", "06-10", "09-17", "04-04", "03-31", "11-29"]),
    (2025, ["01-29", "05-31", "10-06", "04-04", "04-20", "11-28"]),
    (2026, ["02-17", "06-19", "09-25", "04-05", "04-05", "11-27"]),
    (2027, ["02-06", "06-09", "09-15", "04-05", "03-28", "11-26"]),
    (2028, ["01-26", "05-28", "10-03", "04-04", "04-16", "11-24"]),
    (2029, ["02-13", "06-16", "09-22", "04-04", "04-01", "11-23"]),
    (2030, ["02-03", "06-05", "09-12", "04-05", "04-21", "11-29"]),
    (2031, ["01-23", "06-24", "10-01", "04-05", "04-13", "11-28"]),
    (2032, ["02-11", "06-12", "09-19", "04-04", "03-28", "11-26"]),
    (2033, ["01-31", "06-01", "09-08", "04-04", "04-17", "11-25"]),
    (2034, ["02-19", "06-20", "09-27", "04-05", "04-09", "11-24"]),
    (2035, ["02-08", "06-10", "09-16", "04-05", "03-25", "11-23"]),
];

#[test]
fn festivals_fall_on_the_days_that_other_calendars_print() {
    let short = |day: Option<Day>| day.map(|day| day.to_string()[5..].to_owned()).unwrap_or_default();
    for (year, expected) in PRINTED {
        let found =
            [lunar_day(year, 1, 1), lunar_day(year, 5, 5), lunar_day(year, 8, 15), tomb_sweeping(year), easter(year), black_friday(year)];
        assert_eq!(found.map(short), expected, "{year}");
    }
}

#[test]
fn statutory_days_of_two_laws() {
    let listed = |year: i32| {
        days_off(HolidayCalendar::China, year).iter().map(|day| day.day.to_string()[5..].to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(listed(2024), "01-01 02-10 02-11 02-12 04-04 05-01 06-10 09-17 10-01 10-02 10-03");
    assert_eq!(listed(2025), "01-01 01-28 01-29 01-30 01-31 04-04 05-01 05-02 05-31 10-01 10-02 10-03 10-06");
    assert_eq!(listed(2026), "01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03");
    assert_eq!(listed(1999), "01-01 05-01 10-01 10-02 10-03", "no festival is guessed outside the table");
}

#[test]
fn western_days_and_days_of_shopping() {
    let listed = |days: Vec<NamedDay>| days.iter().map(|day| day.day.to_string()[5..].to_owned()).collect::<Vec<_>>().join(" ");
    assert_eq!(listed(days_off(HolidayCalendar::Western, 2025)), "01-01 04-18 04-21 05-01 12-25 12-26");
    assert_eq!(listed(shopping_days(HolidayCalendar::China, 2025)), "06-18 11-11");
    assert_eq!(listed(shopping_days(HolidayCalendar::Western, 2025)), "11-28");
    assert!(days_off(HolidayCalendar::None, 2025).is_empty());
}

#[test]
fn a_lunar_year_ends_where_the_next_begins() {
    for year in 2000..2050 {
        let (last, next) = (lunar_day(year, 12, 29), lunar_day(year + 1, 1, 1));
        let days = next.zip(last).map(|(next, last)| next.days_since(last));
        assert!(matches!(days, Some(1 | 2)), "{year}: {days:?}");
    }
}
