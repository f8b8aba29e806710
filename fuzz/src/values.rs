//! Laws of values: what is written as text and read again is the same value.

use customer_tiers::base::{Day, Money, guard, unguarded};
use customer_tiers::identify::values::{
    DayForm, DayParser, DecimalMark, IdChange, Reading, clean_id, contact, detect_decimal_mark, from_serial, id_from_number,
    is_placeholder, money_from_number, parse_money, parse_quantity, parse_whole, quantity_from_number, times,
};
use customer_tiers::recipe::DateOrder;

/// A text and, from its first eight bytes, a number.
pub fn values(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (number, words) = data
        .split_first_chunk::<8>()
        .map_or((0, ""), |(first, rest)| (i64::from_le_bytes(*first), std::str::from_utf8(rest).unwrap_or_default()));
    for text in [&*text, words] {
        text_is_lawful(text);
        days_are_lawful(text);
    }
    amounts_come_back(number);
    floats_are_lawful(f64::from_bits(number.cast_unsigned()));
    days_come_back(number);
}

fn text_is_lawful(text: &str) {
    assert_eq!(unguarded(&format!("{}{text}", guard(text))), text);
    let (mut first, mut second) = (String::new(), String::new());
    let cleaned = clean_id(text, &mut first).text;
    let again = clean_id(cleaned, &mut second);
    assert_eq!(again.text, cleaned, "an identifier is clean after once");
    assert_ne!(again.change, IdChange::WidthFolded, "{cleaned:?}");
    let _ = is_placeholder(cleaned, &["x".to_owned()]);
    let _ = contact::is_email(text);
    let _ = contact::is_phone(text);
    detect_decimal_mark([text]);
    for mark in [DecimalMark::Point, DecimalMark::Comma] {
        if let Reading::Value(money) = parse_money(text, mark) {
            assert_eq!(parse_money(&written(money, mark), mark), Reading::Value(money), "{text:?}");
        }
        if let Reading::Value(quantity) = parse_quantity(text, mark) {
            let shown = written(Money::from_raw(quantity.raw()), mark);
            assert_eq!(parse_quantity(&shown, mark), Reading::Value(quantity), "{text:?}");
            let _ = times(quantity, Money::from_raw(quantity.raw()));
        }
        if let Reading::Value(whole) = parse_whole(text, mark) {
            assert_eq!(parse_whole(&whole.to_string(), mark), Reading::Value(whole), "{text:?}");
        }
    }
}

fn written(money: Money, mark: DecimalMark) -> String {
    let text = money.to_string();
    if mark == DecimalMark::Comma { text.replace('.', ",") } else { text }
}

fn days_are_lawful(text: &str) {
    for order in [None, Some(DateOrder::DayMonthYear), Some(DateOrder::YearMonthDay)] {
        let mut parser = DayParser::new(order);
        let first = parser.parse(text);
        // A parser remembers; that must not show.
        assert_eq!(parser.parse(text), first, "{text:?}");
        parser.parse("2024-01-05");
        assert_eq!(parser.parse(text), first, "{text:?}");
        let Reading::Value(read) = first else { continue };
        assert!((1900..=2100).contains(&read.day.ymd().0) && read.second < 86_400, "{text:?}");
        let shown = format!("{} {:02}:{:02}:{:02}", read.day, read.second / 3600, read.second / 60 % 60, read.second % 60);
        let again = parser.parse(&shown).value().expect("a day that is written plainly");
        assert_eq!((again.day, again.second, again.form, again.swappable), (read.day, read.second, DayForm::Full, false));
    }
}

fn amounts_come_back(number: i64) {
    let money = Money::from_raw(number % (Money::ROW_LIMIT_UNITS * Money::SCALE));
    for mark in [DecimalMark::Point, DecimalMark::Comma] {
        assert_eq!(parse_money(&written(money, mark), mark), Reading::Value(money));
    }
    let _ = money.divided_by(number.cast_unsigned() as u32);
}

fn floats_are_lawful(float: f64) {
    if let Some(money) = money_from_number(float) {
        assert!(money.raw().abs() <= Money::ROW_LIMIT_UNITS * Money::SCALE);
    }
    let _ = quantity_from_number(float);
    let mut buffer = String::new();
    let id = id_from_number(float, &mut buffer).text.to_owned();
    assert_eq!(id.is_empty(), !float.is_finite());
    for is_1904 in [false, true] {
        if let Some((day, second)) = from_serial(float, is_1904) {
            assert!((1900..=2100).contains(&day.ymd().0) && second < 86_400, "{float}");
        }
    }
}

fn days_come_back(number: i64) {
    // The days of 1900-03-01 to 2100-12-31, by both systems.
    let serial = 61 + number.rem_euclid(73_415 - 61);
    let day = Day::from_ymd(1899, 12, 30).expect("a day of the calendar").plus(serial as i32);
    let second = number.unsigned_abs() % 86_400;
    let of = |serial: i64| serial as f64 + second as f64 / 86_400.0;
    assert_eq!(from_serial(of(serial), false), Some((day, second as u32)));
    if serial >= 1462 {
        assert_eq!(from_serial(of(serial - 1462), true), Some((day, second as u32)));
    }
    assert_eq!(day.to_string().parse(), Ok(day));
}
