//! Order lines as a shop exports them, as many as wanted, always the same.
//!
//! In date order, lines of an order together, one customer for twenty rows, some far busier than
//! others, each busy for a while; one order in a hundred is a return, four names in ten are Chinese,
//! a quarter of the products needs quotes. Invariant: the answer is counted from the generator's own
//! integers, so it owes nothing to the code that is measured against it.

use super::random::Random;
use super::workbook::{Cell, Workbook};
use customer_tiers::base::Day;
use std::io::{self, Write};

/// The columns.
pub(crate) const HEADER: [&str; 9] =
    ["order_id", "customer_id", "customer_name", "order_date", "product", "quantity", "unit_price", "amount", "city"];

/// What a correct reader finds in the rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Answer {
    /// Rows.
    pub(crate) rows: usize,
    /// Customers.
    pub(crate) customers: usize,
    /// Orders that are no returns.
    pub(crate) orders: usize,
    /// Revenue in cents, returns netted.
    pub(crate) cents: i64,
}

/// One order line.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    /// Order id.
    pub(crate) order: String,
    /// Customer id.
    pub(crate) customer: String,
    /// Customer name.
    pub(crate) name: &'a str,
    /// Day.
    pub(crate) day: Day,
    /// Seconds since midnight.
    pub(crate) second: usize,
    /// Product.
    pub(crate) product: &'a str,
    /// Pieces, negative for returns.
    pub(crate) quantity: i64,
    /// Cents for a piece.
    pub(crate) price: i64,
    /// City.
    pub(crate) city: &'a str,
}

const DAYS: usize = 1096; // three years from the first day on
const GIVEN: [&str; 16] =
    ["Ada", "Ben", "Clara", "David", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Keiko", "Lars", "Mina", "Noor", "Omar", "Petra"];
const FAMILY: [&str; 16] = [
    "Almeida", "Bauer", "Cohen", "Diaz", "Eriksen", "Fischer", "Gupta", "Hansen", "Ito", "Jensen", "Kaya", "López", "Moreau", "Nowak",
    "O'Neill", "Park",
];
const CHINESE_FAMILY: [&str; 16] = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "朱", "高", "林", "郑"];
const CHINESE_GIVEN: [&str; 16] =
    ["伟", "芳", "秀英", "敏", "静", "丽娜", "强", "磊", "洋", "艳", "建国", "军", "婷婷", "涛", "明", "子涵"];
const CITIES: [&str; 16] = [
    "上海", "北京", "深圳", "广州", "成都", "杭州", "武汉", "西安", "London", "Berlin", "Madrid", "Toronto", "Nairobi", "Osaka", "Lima",
    "Sydney",
];
const THINGS: [&str; 16] = [
    "Teapot",
    "Green tea",
    "Notebook",
    "Fountain pen",
    "Desk lamp",
    "Backpack",
    "Umbrella",
    "Headphones",
    "茉莉花茶",
    "保温杯",
    "充电宝",
    "Phone case",
    "Monitor",
    "Running shoes",
    "Yoga mat",
    "Water bottle",
];
const KINDS: [&str; 12] =
    [" small", " large", " blue", " white", " Pro", " 2024", " XL", " (set of 2)", "", ", refurbished", ", 2 m", " 27\""];

/// Calls `take` with every line, in the order of time, and returns the answer.
pub(crate) fn walk(rows: usize, seed: u64, mut take: impl FnMut(&Line<'_>) -> io::Result<()>) -> io::Result<Answer> {
    let shop = Shop::new(rows, seed);
    let mut random = Random(seed);
    let mut answer = Answer { customers: shop.customers.min(rows), ..Answer::default() };
    let (mut known, mut number) = (0, 0);
    while answer.rows < rows {
        // Customers come one after the other, so that all of them are there at the end.
        let is_first = known < shop.customers && known * rows <= answer.rows * shop.customers;
        known += usize::from(is_first);
        let customer = if is_first { known - 1 } else { shop.somebody(known, answer.rows, &mut random) };
        let is_return = !is_first && random.below(100) == 0;
        number += 1;
        answer.orders += usize::from(!is_return);
        let when = shop.moment(answer.rows);
        for _ in 0..lines(&mut random).min(rows - answer.rows) {
            let line = shop.line(number, customer, when, is_return, &mut random);
            answer.rows += 1;
            answer.cents += line.quantity * line.price;
            take(&line)?;
        }
    }
    Ok(answer)
}

/// Writes the lines as CSV: UTF-8, LF, no byte-order mark.
pub(crate) fn write_csv(rows: usize, seed: u64, out: &mut impl Write) -> io::Result<Answer> {
    writeln!(out, "{}", HEADER.join(","))?;
    walk(rows, seed, |line| {
        write!(out, "{},{},{},{} {},", line.order, line.customer, line.name, line.day, clock(line.second))?;
        if line.product.contains([',', '"']) {
            write!(out, "\"{}\",", line.product.replace('"', "\"\""))?;
        } else {
            write!(out, "{},", line.product)?;
        }
        writeln!(out, "{},{},{},{}", line.quantity, decimal(line.price), decimal(line.quantity * line.price), line.city)
    })
}

/// How a workbook differs from the plain one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    /// Columns in all; those beyond [`HEADER`] hold numbers and notes that nobody needs.
    pub(crate) columns: usize,
    /// Whether a cell stands in the last corner of the sheet.
    pub(crate) stray: bool,
}

impl Shape {
    /// Only what is in [`HEADER`].
    pub(crate) const PLAIN: Self = Self { columns: HEADER.len(), stray: false };
}

/// Writes the lines as a workbook: shared strings, dates as styled numbers, as spreadsheets save them.
pub(crate) fn write_xlsx(rows: usize, seed: u64, shape: Shape, out: &mut impl Write) -> io::Result<Answer> {
    let mut workbook = Workbook::begin(out)?;
    let more: Vec<String> = (HEADER.len() + 1..=shape.columns).map(|number| format!("field {number}")).collect();
    workbook.row(HEADER.into_iter().chain(more.iter().map(String::as_str)).map(Cell::Text))?;
    let mut random = Random(seed ^ 0xF1E1D);
    let answer = walk(rows, seed, |line| {
        let serial = f64::from(line.day.number() + 25_569) + line.second as f64 / 86_400.0;
        let notes: Vec<String> = more.iter().step_by(4).map(|_| format!("{:016x}", random.bits())).collect();
        let own = [
            Cell::Text(&line.order),
            Cell::Text(&line.customer),
            Cell::Text(line.name),
            Cell::Moment(serial.to_string()),
            Cell::Text(line.product),
            Cell::Number(line.quantity.to_string()),
            Cell::Number(decimal(line.price)),
            Cell::Number(decimal(line.quantity * line.price)),
            Cell::Text(line.city),
        ];
        // A note, then three numbers.
        let field = |place: usize| {
            if place.is_multiple_of(4) { Cell::Text(&notes[place / 4]) } else { Cell::Number((random.unit() * 1e6).to_string()) }
        };
        workbook.row(own.into_iter().chain((0..more.len()).map(field)))
    })?;
    if shape.stray {
        workbook.stray_cell()?;
    }
    workbook.finish()?;
    Ok(answer)
}

struct Shop {
    rows: usize,
    customers: usize,
    names: Vec<String>,
    products: Vec<(String, i64)>,
    first_day: Day,
    seed: u64,
}

impl Shop {
    fn new(rows: usize, seed: u64) -> Self {
        let mut random = Random(seed ^ 0x5EED);
        let western = GIVEN.iter().flat_map(|given| FAMILY.map(|family| format!("{given} {family}")));
        let chinese = CHINESE_FAMILY.iter().flat_map(|family| CHINESE_GIVEN.map(|given| format!("{family}{given}")));
        let things = THINGS.iter().flat_map(|thing| KINDS.map(|kind| format!("{thing}{kind}")));
        let products = things.map(|product| (product, 199 + random.below(30_000) as i64)).collect();
        let first_day = Day::from_ymd(2023, 1, 1).expect("a day of the calendar");
        Self { rows, customers: (rows / 20).max(1), names: western.chain(chinese).collect(), products, first_day, seed }
    }

    /// Somebody who has bought before: early customers more often, and rather one whose busy time it is.
    fn somebody(&self, known: usize, row: usize, random: &mut Random) -> usize {
        let now = row as f64 / self.rows as f64;
        let mut somebody = 0;
        for _ in 0..5 {
            somebody = (random.unit().powi(2) * known as f64) as usize;
            let came = somebody as f64 / self.customers as f64;
            let stays = 0.05 + Random(self.seed ^ somebody as u64).unit();
            if now <= came + stays {
                break;
            }
        }
        somebody
    }

    fn moment(&self, row: usize) -> (Day, usize) {
        let seconds = row as u128 * DAYS as u128 * 86_400 / self.rows as u128;
        let seconds = usize::try_from(seconds).expect("three years of seconds");
        (self.first_day.plus(i32::try_from(seconds / 86_400).expect("three years of days")), seconds % 86_400)
    }

    fn line(&self, order: usize, customer: usize, (day, second): (Day, usize), is_return: bool, random: &mut Random) -> Line<'_> {
        let mut traits = Random(self.seed ^ (customer as u64) << 1);
        // 256 western names, then 256 Chinese ones.
        let name = if traits.below(10) < 4 { 256 + traits.below(256) } else { traits.below(256) };
        let (product, price) = random.pick(&self.products);
        let quantity = 1 + (random.unit().powi(3) * 5.0) as i64;
        // Multiplied by a prime that divides no number of customers there will be, so that ids are in no order.
        let shuffled = customer as u128 * 2_147_483_647 % self.customers as u128;
        Line {
            order: format!("SO{order:010}"),
            customer: format!("CU{shuffled:08}"),
            name: &self.names[name],
            day,
            second,
            product,
            quantity: if is_return { -quantity } else { quantity },
            price: price * (80 + random.below(41) as i64) / 100,
            city: CITIES[traits.below(CITIES.len())],
        }
    }
}

/// 1 to 6, 1.8 in the mean.
fn lines(random: &mut Random) -> usize {
    match random.below(100) {
        0..55 => 1,
        55..80 => 2,
        80..91 => 3,
        91..96 => 4,
        96..99 => 5,
        _ => 6,
    }
}

fn clock(second: usize) -> String {
    format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
}

/// Cents as units with two decimals.
pub(crate) fn decimal(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
}
