//! Laws of the whole flow: everybody is somewhere, counts add up, what is exported can be imported.

use super::containers::parts;
use customer_tiers::export::{Format, Words, to_bytes};
use customer_tiers::identify::{BytesSource, Source};
use customer_tiers::pipeline::{Outcome, run};
use customer_tiers::recipe::{Checked, Import, Recipe, presets};

const HEADER: &str = "customer_id,order_id,order_date,amount,customer_name";
/// Rows that the first look at a file sees all of, so that their order changes nothing for it.
const SEEN_ROWS: usize = 45;

/// The first byte chooses a preset, the rest are lines of orders under a header that is known.
pub fn pipeline(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    let recipe = recipe(*first);
    let text: String = String::from_utf8_lossy(rest).chars().filter(|letter| !matches!(letter, '"' | '\r')).collect();
    let lines: Vec<&str> = text.split('\n').take(SEEN_ROWS).collect();
    let forwards = import(&file(lines.iter().copied()), &recipe);
    let backwards = import(&file(lines.iter().rev().copied()), &recipe);
    let (Ok(forwards), Ok(backwards)) = (&forwards, &backwards) else {
        assert_eq!(
            forwards.map_err(|error| error.code()).err(),
            backwards.map_err(|error| error.code()).err(),
            "an error for one order only"
        );
        return;
    };
    outcome_is_lawful(forwards);
    for format in [Format::Json, Format::Xlsx, Format::Issues, Format::Summary] {
        assert!(!exported(forwards, format).is_empty());
    }
    // What such a row belongs to is what stands before it.
    if lines.iter().any(|line| continues(line)) {
        return;
    }
    assert_eq!(exported(forwards, Format::Csv), exported(backwards, Format::Csv), "the order of the rows changed customers");
    assert_eq!(forwards.book.issues.counts(), backwards.book.issues.counts(), "the order of the rows changed issues");
}

/// Whether a row may leave out what the first row of its order says: the amount, and the customer or the day.
fn continues(line: &str) -> bool {
    let cells: Vec<&str> = line.split(',').collect();
    let lacks = |place: usize| !cells.get(place).is_some_and(|cell| cell.contains(char::is_alphanumeric));
    lacks(3) && (lacks(0) || lacks(2))
}

fn file<'l>(lines: impl Iterator<Item = &'l str>) -> Vec<u8> {
    lines.fold(format!("{HEADER}\n"), |file, line| file + line + "\n").into_bytes()
}

fn recipe(choice: u8) -> Checked {
    let name = presets::NAMES[usize::from(choice) % presets::NAMES.len()];
    let import = Import { encoding: Some("utf-8".into()), delimiter: Some(",".into()), header_row: Some(1), ..Import::default() };
    Checked::new(Recipe { import, ..presets::preset(name).expect("a preset") }).expect("a valid recipe")
}

/// Customers from parts of the input: id, name, and what decides days and amounts. They go out and come in, twice.
pub fn export_round_trip(data: &[u8]) {
    let cells = parts(data, 40);
    let lines: Vec<Order> = cells.chunks(3).map(Order::of).collect();
    round_trip(&lines);
}

/// An order of somebody.
#[derive(Debug, Clone)]
pub struct Order {
    /// Any text.
    pub id: String,
    /// Any text.
    pub name: String,
    /// Days since 2020-01-01.
    pub day: i32,
    /// Ten-thousandths.
    pub raw: i64,
}

impl Order {
    fn of(cells: &[&[u8]]) -> Self {
        let text = |place: usize| cells.get(place).map_or_else(String::new, |bytes| String::from_utf8_lossy(bytes).into_owned());
        let number = cells.get(2).map_or(7, |bytes| bytes.iter().fold(7_i64, |sum, byte| (sum * 31 + i64::from(*byte)) % 1_000_000_007));
        Self { id: text(0), name: text(1), day: (number % 2000) as i32, raw: number * 100 - 10_000_000_000 }
    }
}

/// `import(export(x)) = x`, by CSV and by workbook, and a second time changes nothing more.
pub fn round_trip(orders: &[Order]) {
    // What XML has no way to write cannot come back from a workbook.
    let is_written = |letter: &char| !matches!(letter, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    let quoted = |text: &str| format!("\"{}\"", text.chars().filter(is_written).take(200).collect::<String>().replace('"', "\"\""));
    let first_day = customer_tiers::base::Day::from_ymd(2020, 1, 1).expect("a day of the calendar");
    let line = |(number, order): (usize, &Order)| {
        let (day, amount) = (first_day.plus(order.day), customer_tiers::base::Money::from_raw(order.raw));
        format!("{},o{number},{day},{amount},{}\r\n", quoted(&order.id), quoted(&order.name))
    };
    let file = orders.iter().enumerate().map(line).fold(format!("{HEADER}\r\n"), |file, line| file + &line);
    let Ok(outcome) = import(file.as_bytes(), &recipe(0)) else { return };
    let csv = exported(&outcome, Format::Csv);
    for format in [Format::Csv, Format::Xlsx] {
        let out = exported(&outcome, format);
        let again = import(&out, &Checked::default()).unwrap_or_else(|error| panic!("{format:?}: {error}\n{csv}", csv = shown(&csv)));
        assert_eq!(
            again.book.counts.rows_rejected,
            0,
            "{format:?}: a customer was left out: {:?}",
            again.book.issues.rows().collect::<Vec<_>>()
        );
        assert_eq!(shown(&exported(&again, Format::Csv)), shown(&csv), "{format:?}");
    }
}

fn shown(csv: &[u8]) -> String {
    String::from_utf8_lossy(csv).into_owned()
}

fn import(bytes: &[u8], recipe: &Checked) -> customer_tiers::Result<Outcome> {
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("fuzzed", bytes.to_vec()))];
    run(&mut sources, recipe, &mut |_| {})
}

fn exported(outcome: &Outcome, format: Format) -> Vec<u8> {
    to_bytes(format, &outcome.book, &outcome.standing, "", &Words::default()).expect("memory takes everything")
}

/// Everybody is in exactly one segment of every scheme, and the counts add up.
pub(crate) fn outcome_is_lawful(outcome: &Outcome) {
    let Outcome { book, standing, .. } = outcome;
    let counts = book.counts;
    assert_eq!(counts.rows_read, counts.rows_used + counts.rows_rejected);
    assert!(counts.rows_unidentified <= counts.rows_rejected);
    let present = standing.customers().count();
    assert!(present <= book.customers.len());
    for classified in &standing.schemes {
        let mut counted = vec![0; classified.segments.len()];
        for customer in standing.customers() {
            counted[usize::from(classified.of[customer.index()])] += 1;
        }
        let totals: Vec<u32> = classified.totals.iter().map(|total| total.customers).collect();
        assert_eq!((totals.iter().sum::<u32>() as usize, &totals), (present, &counted), "{}", classified.scheme.id);
        let revenue: i128 = classified.totals.iter().map(|total| i128::from(total.revenue.raw())).sum();
        assert_eq!(revenue, i128::from(standing.measures.total_revenue.raw()), "{}", classified.scheme.id);
    }
}
