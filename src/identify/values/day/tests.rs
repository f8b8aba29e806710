//! Written days and what they are read as.

use super::*;
use proptest::prelude::*;

/// The day, its time if there is one, and what had to be assumed, as text.
fn shown(reading: Reading<DayRead>) -> String {
    let read = match reading {
        Reading::Value(read) => read,
        Reading::Missing => return "missing".into(),
        Reading::Unreadable => return "unreadable".into(),
    };
    let mut text = read.day.to_string();
    if read.second > 0 {
        text += &format!(" {:02}:{:02}:{:02}", read.second / 3600, read.second / 60 % 60, read.second % 60);
    }
    match read.form {
        DayForm::Full => {}
        DayForm::TwoDigitYear => text += " two-digit",
        DayForm::MonthOnly => text += " month",
        DayForm::Serial => text += " serial",
    }
    text + if read.swappable { " swappable" } else { "" }
}

#[test]
fn reads_what_people_write() {
    for (name, text, expected) in [
        ("ISO", "2024-03-05", "2024-03-05"),
        ("ISO with time", "2024-03-05 10:20:30", "2024-03-05 10:20:30"),
        ("ISO midnight", "2024-03-05 00:00:00.000", "2024-03-05"),
        ("hyphens", "2024-3-5", "2024-03-05"),
        ("slashes", "2024/3/5", "2024-03-05"),
        ("points", "2024.3.5", "2024-03-05"),
        ("compact", "20240305", "2024-03-05"),
        ("compact with time", "20240305102030", "2024-03-05 10:20:30"),
        ("compact and time", "20240305 10:20", "2024-03-05 10:20:00"),
        ("Chinese", "2024年3月5日", "2024-03-05"),
        ("Chinese, spoken", "2024年3月5号", "2024-03-05"),
        ("Chinese, spaced", "2024 年 3 月 5 日", "2024-03-05"),
        ("Chinese, two-digit year", "24年3月5日", "2024-03-05 two-digit"),
        ("Chinese with time", "2024年3月5日 10时20分30秒", "2024-03-05 10:20:30"),
        ("Chinese with hour", "2024年3月5日10点", "2024-03-05 10:00:00"),
        ("Chinese month", "2024年3月", "2024-03-01 month"),
        ("month", "2014-06", "2014-06-01 month"),
        ("month with slash", "2014/6", "2014-06-01 month"),
        ("month first", "06/2014", "2014-06-01 month"),
        ("month name and year", "June 2014", "2014-06-01 month"),
        ("German", "28.09.2025", "2025-09-28"),
        ("German, ambiguous", "5.3.2024", "2024-05-03 swappable"),
        ("American, ambiguous", "3/5/2024", "2024-03-05 swappable"),
        ("American", "10/22/2013", "2013-10-22"),
        ("British", "22/10/2013", "2013-10-22"),
        ("same day and month", "3/3/2024", "2024-03-03"),
        ("American with time", "12/1/2010 8:26", "2010-12-01 08:26:00 swappable"),
        ("two-digit year last", "3/5/24", "2024-03-05 two-digit swappable"),
        ("two-digit year of the last century", "3/25/98", "1998-03-25 two-digit"),
        ("two-digit year first", "24-3-5", "2024-03-05 two-digit"),
        ("two-digit year first with slash", "24/3/5", "2024-03-05 two-digit"),
        ("two-digit year first, padded", "24-03-05", "2024-03-05 two-digit"),
        ("month name", "5-Mar-2024", "2024-03-05"),
        ("month name, two-digit year", "05-Mar-24", "2024-03-05 two-digit"),
        ("month name, long", "5 March 2024", "2024-03-05"),
        ("month name, upper case", "05MAR2024", "2024-03-05"),
        ("ordinal", "5th March 2024", "2024-03-05"),
        ("month name first", "Mar 5, 2024", "2024-03-05"),
        ("month name first, long", "September 5th, 2024", "2024-09-05"),
        ("month name with point", "Sept. 5, 2024", "2024-09-05"),
        ("zone Z", "2024-03-05T10:20:30Z", "2024-03-05 10:20:30"),
        ("zone far east", "2024-03-05T00:20:30+08:00", "2024-03-05 00:20:30"),
        ("zone far west", "2024-03-05T23:20:30.5-0800", "2024-03-05 23:20:30"),
        ("zone UTC", "2007-01-01 10:20:30 UTC", "2007-01-01 10:20:30"),
        ("minutes", "2024-03-05 10:20", "2024-03-05 10:20:00"),
        ("milliseconds", "2024-03-05 10:20:30.123", "2024-03-05 10:20:30"),
        ("one-digit hour", "2024/3/5 9:05:01", "2024-03-05 09:05:01"),
        ("morning", "2024/3/5 上午 9:05", "2024-03-05 09:05:00"),
        ("afternoon", "2024/3/5 下午 3:05:09", "2024-03-05 15:05:09"),
        ("noon", "2024/3/5 中午12:05", "2024-03-05 12:05:00"),
        ("just after midnight", "2024/3/5 12:05 AM", "2024-03-05 00:05:00"),
        ("pm", "3/15/2024 3:05 PM", "2024-03-15 15:05:00"),
        ("pm without space", "3/15/2024 3:05:09pm", "2024-03-15 15:05:09"),
        ("full width", "２０２４／３／５", "2024-03-05"),
        ("full-width colon", "2024-3-5 10：20", "2024-03-05 10:20:00"),
        ("weekday behind", "2024年3月5日 星期二", "2024-03-05"),
        ("weekday in brackets", "2024-03-05（周二）10:20", "2024-03-05 10:20:00"),
        ("weekday behind, English", "2024-03-05 Tue", "2024-03-05"),
        ("weekday before", "Tuesday, 5 March 2024", "2024-03-05"),
        ("weekday before, Chinese", "星期二 2024/3/5", "2024-03-05"),
        ("browser", "Tue Mar 05 2024 10:20:30 GMT+0800 (China Standard Time)", "2024-03-05 10:20:30"),
        ("serial", "45231", "2023-11-01 serial"),
        ("serial with time", "45231.5", "2023-11-01 12:00:00 serial"),
        ("text mark of spreadsheets", "'2024-03-05", "2024-03-05"),
        ("blanks", "\u{a0} 2024-03-05\u{3000}", "2024-03-05"),
        ("leap day", "2024-02-29", "2024-02-29"),
        ("first year", "1900-01-01", "1900-01-01"),
        ("last year", "2100/12/31", "2100-12-31"),
    ] {
        assert_eq!(shown(DayParser::new(None).parse(text)), expected, "{name}: {text}");
    }
}

#[test]
fn refuses_what_is_no_day() {
    for (name, text) in [
        ("phone", "564-564-5644"),
        ("mobile", "13800138000"),
        ("landline", "010-6552-9988"),
        ("small number", "12"),
        ("decimal", "2024.3"),
        ("amount", "1,234.56"),
        ("five digits below the serials", "19999"),
        ("five digits above the serials", "60001"),
        ("six digits", "202403"),
        ("seven digits", "2024035"),
        ("order number", "CN-2017-1973789"),
        ("postal code", "10115-2024"),
        ("no such day", "2023-02-29"),
        ("no such month", "2024-13-01"),
        ("neither order", "13/25/2024"),
        ("before the years of orders", "1899-12-31"),
        ("after the years of orders", "2101-01-01"),
        ("five-digit year", "10099-01-01"),
        ("Japanese era", "令和6年3月5日"),
        ("Japanese era, short", "R6.3.5"),
        ("Chinese republic", "民国113年3月5日"),
        ("era without its name", "113年3月5日"),
        ("year and month name only by half", "Mar-24"),
        ("month without year", "3月5日"),
        ("time only", "10:20:30"),
        ("no such hour", "2024-03-05 25:00"),
        ("something behind", "2024-03-05 order"),
        ("a range", "2024-03-05~2024-03-08"),
        ("mixed signs", "2024-03/05"),
        ("text", "Second Class"),
        ("version", "1.2.3"),
        ("address", "192.168.1.10"),
        ("Unix time", "1709600000"),
    ] {
        assert_eq!(shown(DayParser::new(None).parse(text)), "unreadable", "{name}: {text}");
    }
    for text in ["", " ", "-", "--", "N/A", "NULL", "NaT", "无", "0000-00-00", "0000-00-00 00:00:00"] {
        assert_eq!(shown(DayParser::new(None).parse(text)), "missing", "{text:?}");
    }
}

#[test]
fn the_given_order_decides() {
    use DateOrder::{DayMonthYear, MonthDayYear, YearMonthDay};
    for (name, text, order, expected) in [
        ("day first", "3/5/2024", DayMonthYear, "2024-05-03 swappable"),
        ("month first", "3/5/2024", MonthDayYear, "2024-03-05 swappable"),
        ("day first, against it", "12/25/2024", DayMonthYear, "2024-12-25"),
        ("month first, against it", "25/12/2024", MonthDayYear, "2024-12-25"),
        ("year last, hyphens", "05-03-24", DayMonthYear, "2024-03-05 two-digit swappable"),
        ("year first, slashes", "10/03/05", YearMonthDay, "2010-03-05 two-digit"),
        ("year first is plain", "2024-3-5", DayMonthYear, "2024-03-05"),
    ] {
        assert_eq!(shown(DayParser::new(Some(order)).parse(text)), expected, "{name}: {text}");
    }
}

#[test]
fn a_column_shows_its_order() {
    use DateOrder::{DayMonthYear, MonthDayYear};
    for (name, column, order, mixed) in [
        ("nothing numeric", &["2024-03-05", "5 March 2024"] as &[&str], None, false),
        ("all ambiguous", &["3/5/2024", "4/5/2024"], None, false),
        ("ambiguous with points", &["3.5.2024", "4.5.2024"], Some(DayMonthYear), false),
        ("American", &["3/5/2024", "3/25/2024"], Some(MonthDayYear), false),
        ("British", &["3/5/2024", "25/3/2024"], Some(DayMonthYear), false),
        ("mixed, more American", &["3/25/2024", "3/26/2024", "26/3/2024"], Some(MonthDayYear), true),
        ("mixed, a tie", &["3/25/2024", "26/3/2024"], None, true),
    ] {
        let mut parser = DayParser::new(None);
        for text in column {
            parser.parse(text);
        }
        assert_eq!((parser.evidence().order(), parser.evidence().is_mixed()), (order, mixed), "{name}");
    }
}

#[test]
fn the_last_text_counts_every_time() {
    let mut parser = DayParser::new(None);
    for text in ["3/5/2024", "3/5/2024", "2024-03-05", "3/5/2024", "", "3/5/2024"] {
        parser.parse(text);
    }
    assert_eq!(parser.evidence().ambiguous, 4);
    assert_eq!(parser.assumed(), DateOrder::MonthDayYear);
}

#[test]
fn serials_of_workbooks() {
    for (name, serial, is_1904, expected) in [
        ("first day", 1.0, false, Some("1900-01-01 0")),
        ("last before the day that never was", 59.0, false, Some("1900-02-28 0")),
        ("the day that never was", 60.0, false, None),
        ("first after it", 61.0, false, Some("1900-03-01 0")),
        ("with time", 45_231.75, false, Some("2023-11-01 64800")),
        ("rounded to the second", 45_231.999_999_9, false, Some("2023-11-02 0")),
        ("1904", 0.0, true, Some("1904-01-01 0")),
        ("zero", 0.0, false, None),
        ("negative", -1.0, false, None),
        ("too late", 73_416.0, false, None),
        ("not a number", f64::NAN, false, None),
        ("infinite", f64::INFINITY, false, None),
    ] {
        let read = from_serial(serial, is_1904).map(|(day, second)| format!("{day} {second}"));
        assert_eq!(read.as_deref(), expected, "{name}: {serial}");
    }
}

fn any_day() -> impl Strategy<Value = Day> {
    (-25_567..=47_846).prop_filter_map("a day of orders", Day::from_number)
}

proptest! {
    #[test]
    fn every_written_form_reads_back(day in any_day(), second in 0_u32..86_400) {
        const NAMES: [&str; 12] = ["Jan", "Feb", "March", "Apr", "May", "June", "Jul", "August", "Sept", "Oct", "Nov", "December"];
        let (y, m, d) = day.ymd();
        let (hour, minute, rest) = (second / 3600, second / 60 % 60, second % 60);
        let name = NAMES[m as usize - 1];
        let half = if hour < 12 { ("上午", "AM") } else { ("下午", "PM") };
        let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
        for text in [
            format!("{day} {hour:02}:{minute:02}:{rest:02}"),
            format!("{day}T{hour:02}:{minute:02}:{rest:02}Z"),
            format!("{day}T{hour:02}:{minute:02}:{rest:02}.123+08:00"),
            format!("{y}/{m}/{d} {hour}:{minute:02}:{rest:02}"),
            format!("{y}.{m}.{d} {hour}:{minute}:{rest}"),
            format!("{y}年{m}月{d}日 {hour}时{minute}分{rest}秒"),
            format!("{y}年{m:02}月{d:02}号{}{twelve}:{minute:02}:{rest:02}", half.0),
            format!("{y:04}{m:02}{d:02}{hour:02}{minute:02}{rest:02}"),
            format!("{d}-{name}-{y} {hour}:{minute:02}:{rest:02}"),
            format!("{name} {d}, {y} {twelve}:{minute:02}:{rest:02} {}", half.1),
        ] {
            let read = DayParser::new(None).parse(&text);
            prop_assert_eq!(read, Reading::Value(DayRead { day, second, form: DayForm::Full, swappable: false }), "{}", text);
        }
    }

    #[test]
    fn year_last_reads_back_up_to_a_swap(day in any_day()) {
        let (y, m, d) = day.ymd();
        for (order, text) in [
            (DateOrder::DayMonthYear, format!("{d}/{m}/{y}")),
            (DateOrder::DayMonthYear, format!("{d:02}.{m:02}.{y}")),
            (DateOrder::MonthDayYear, format!("{m}/{d}/{y}")),
            (DateOrder::MonthDayYear, format!("{m:02}-{d:02}-{y}")),
        ] {
            let given = DayParser::new(Some(order)).parse(&text).value().map(|read| read.day);
            prop_assert_eq!(given, Some(day), "{} in the given order", text);
            let mut parser = DayParser::new(None);
            let read = parser.parse(&text).value();
            let swap = order != parser.assumed() && read.is_some_and(|read| read.swappable);
            let found = read.and_then(|read| if swap { read.day.with_day_and_month_swapped() } else { Some(read.day) });
            prop_assert_eq!(found, Some(day), "{} after the swap", text);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "[0-9年月日:/. T-]{0,24}|.{0,40}") {
        let _ = DayParser::new(None).parse(&text);
    }
}
