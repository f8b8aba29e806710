//! The sample that the page shows: two years of a tea shop, once in Chinese and once in English.
//!
//! Small, but with the life of a real list: loyal customers, big ones, new ones, some slipping away
//! and some gone, and with the dirt of a real export. Nobody in it exists; the phone numbers are of
//! ranges that are given to nobody. Invariant: both languages tell the same story, row by row.

use super::random::Random;
use customer_tiers::base::Day;

/// The words of one language.
#[derive(Debug)]
pub(crate) struct Language {
    header: &'static str,
    order_prefix: &'static str,
    customer_prefix: &'static str,
    family: [&'static str; 12],
    given: [&'static str; 12],
    products: [&'static str; 14],
    places: [(&'static str, &'static str); 12],
    nobody: &'static str,
    unreadable_day: &'static str,
    is_chinese: bool,
}

/// 订单编号, 客户编号 …
pub(crate) const CHINESE: Language = Language {
    header: "订单编号,客户编号,客户姓名,手机,下单时间,商品,数量,单价,成交金额,城市,省份",
    order_prefix: "DD",
    customer_prefix: "K",
    family: ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙"],
    given: ["伟", "芳", "娜", "敏", "静", "磊", "洋", "艳", "军", "杰", "涛", "婷"],
    products: [
        "龙井绿茶",
        "茉莉花茶",
        "铁观音",
        "普洱熟茶",
        "正山小种",
        "白牡丹",
        "菊花茶",
        "玻璃茶壶",
        "紫砂壶",
        "旅行茶具",
        "保温杯",
        "茶点礼盒",
        "滤茶网",
        "茶叶罐",
    ],
    places: [
        ("上海", "上海"),
        ("北京", "北京"),
        ("广州", "广东"),
        ("深圳", "广东"),
        ("杭州", "浙江"),
        ("宁波", "浙江"),
        ("成都", "四川"),
        ("武汉", "湖北"),
        ("南京", "江苏"),
        ("苏州", "江苏"),
        ("西安", "陕西"),
        ("厦门", "福建"),
    ],
    nobody: "散客",
    unreadable_day: "待定",
    is_chinese: true,
};

/// The same in English.
pub(crate) const ENGLISH: Language = Language {
    header: "Order ID,Customer ID,Customer Name,Phone,Order Date,Product,Quantity,Unit Price,Amount,City,State",
    order_prefix: "T",
    customer_prefix: "K",
    family: ["Adams", "Brown", "Clark", "Diaz", "Evans", "Ford", "Gray", "Hill", "Jones", "Kim", "Lopez", "Moore"],
    given: ["Amy", "Ben", "Cara", "Dan", "Eva", "Finn", "Gus", "Ida", "Jon", "Lea", "Max", "Nia"],
    products: [
        "Green tea",
        "Jasmine tea",
        "Oolong",
        "Pu-erh",
        "Black tea",
        "White tea",
        "Chamomile",
        "Glass teapot",
        "Clay teapot",
        "Travel set",
        "Flask",
        "Gift box",
        "Tea strainer",
        "Tea caddy",
    ],
    places: [
        ("New York", "NY"),
        ("Boston", "MA"),
        ("Austin", "TX"),
        ("Dallas", "TX"),
        ("Seattle", "WA"),
        ("Tacoma", "WA"),
        ("Denver", "CO"),
        ("Chicago", "IL"),
        ("Miami", "FL"),
        ("Tampa", "FL"),
        ("Portland", "OR"),
        ("Phoenix", "AZ"),
    ],
    nobody: "guest",
    unreadable_day: "tbd",
    is_chinese: false,
};

/// Prices in cents, by product.
const PRICES: [i64; 14] = [6800, 3900, 8800, 12800, 9900, 15800, 2900, 8900, 36800, 19800, 12900, 26800, 1900, 4500];
/// Two years, the last of them ending with 2025.
const DAYS: i32 = 731;

/// How a customer behaves: how many there are, between which days they order, how far apart, and how much they take.
struct Kind {
    customers: usize,
    first: (i32, i32),
    last: (i32, i32),
    gap: i32,
    pieces: usize,
}

const KINDS: [Kind; 6] = [
    Kind { customers: 12, first: (0, 90), last: (715, 730), gap: 45, pieces: 20 }, // big
    Kind { customers: 42, first: (0, 240), last: (700, 730), gap: 62, pieces: 3 }, // loyal
    Kind { customers: 75, first: (60, 360), last: (440, 560), gap: 85, pieces: 2 }, // slipping away
    Kind { customers: 110, first: (0, 150), last: (160, 340), gap: 75, pieces: 2 }, // gone
    Kind { customers: 66, first: (645, 728), last: (700, 730), gap: 38, pieces: 2 }, // new
    Kind { customers: 95, first: (0, 700), last: (0, 710), gap: 400, pieces: 2 },  // once, or hardly more
];

#[derive(Clone, Copy)]
struct Order {
    day: i32,
    customer: usize,
    pieces: usize,
}

/// The whole file.
#[must_use]
pub(crate) fn sample(language: &Language) -> String {
    let mut random = Random(20_251_231);
    let mut orders = orders(&mut random);
    orders.sort_by_key(|order| (order.day, order.customer));
    let mut text = format!("{}\n", language.header);
    for (number, order) in orders.iter().enumerate() {
        text += &row(language, number, order, 1, &mut random);
        if number % 12 == 7 {
            text += &row(language, number, order, 1, &mut random); // a second line of the same order
        }
        if number % 71 == 40 {
            text += &row(language, number, order, -1, &mut random); // sent back
        }
    }
    text
}

fn orders(random: &mut Random) -> Vec<Order> {
    // Somebody orders on the last day, so that both years are whole.
    let mut orders = vec![Order { day: DAYS - 1, customer: 20, pieces: 3 }];
    let mut customer = 0;
    for kind in &KINDS {
        for _ in 0..kind.customers {
            customer += 1;
            let mut day = between(kind.first, random);
            let last = between(kind.last, random).max(day);
            while day <= last {
                orders.push(Order { day, customer, pieces: kind.pieces });
                day += kind.gap * 6 / 10 + between((0, kind.gap * 8 / 10), random);
            }
        }
    }
    orders
}

fn between((from, to): (i32, i32), random: &mut Random) -> i32 {
    let count = usize::try_from(to - from + 1).expect("ranges ascend");
    from + i32::try_from(random.below(count)).expect("ranges of days are small")
}

fn row(language: &Language, number: usize, order: &Order, sign: i64, random: &mut Random) -> String {
    // Shuffled, so that the kinds of customers do not stand together in the list.
    let customer = order.customer * 149 % 401;
    let mut traits = Random(customer as u64);
    let name = person(language, &mut traits);
    let phone = phone(language, traits.below(10_000));
    let (city, province) = language.places[traits.below(12)];
    let product = random.below(14);
    let quantity = sign * (1 + random.below(order.pieces) as i64);
    let (price, amount) = (PRICES[product], quantity * PRICES[product]);
    let id = customer_id(language, number, customer);
    let day = day(language, number, order.day);
    let amount = money(language, number, amount);
    let (prefix, product, price) = (language.order_prefix, language.products[product], units(price));
    format!("{prefix}{:05},{id},{name},{phone},{day},{product},{quantity},{price},{amount},{city},{province}\n", number + 1)
}

fn person(language: &Language, traits: &mut Random) -> String {
    let (family, given) = (traits.pick(&language.family), traits.pick(&language.given));
    if language.is_chinese { format!("{family}{given}") } else { format!("{given} {family}") }
}

fn phone(language: &Language, number: usize) -> String {
    if language.is_chinese {
        return format!("1990000{number:04}");
    }
    // 555-0100 to 555-0199 are kept for fiction in every area.
    format!("({}) 555-01{:02}", 201 + number / 100, number % 100)
}

/// Some rows name nobody, one in a hundred has full-width digits.
fn customer_id(language: &Language, number: usize, customer: usize) -> String {
    match number % 200 {
        60 => String::new(),
        130 => language.nobody.to_owned(),
        20 | 120 if language.is_chinese => wide(&format!("{}{customer:03}", language.customer_prefix)),
        _ => format!("{}{customer:03}", language.customer_prefix),
    }
}

/// Mostly ISO; now and then as people write it, and once not at all.
fn day(language: &Language, number: usize, day: i32) -> String {
    let first = Day::from_ymd(2025, 12, 31).expect("a day of the calendar").plus(1 - DAYS);
    let (year, month, day_of_month) = first.plus(day).ymd();
    match number % 100 {
        33 if language.is_chinese => format!("{year}年{month}月{day_of_month}日"),
        66 => format!("{year}/{month}/{day_of_month}"),
        77 if number < 100 => language.unreadable_day.to_owned(),
        88 if number < 100 => format!("{year}-02-30"),
        _ => first.plus(day).to_string(),
    }
}

/// Mostly plain; now and then with a currency sign and separators, or with full-width digits.
fn money(language: &Language, number: usize, cents: i64) -> String {
    let sign = if language.is_chinese { '¥' } else { '$' };
    match number % 50 {
        5 | 15 | 25 | 45 if cents >= 100_000 => format!("\"{sign}{},{}\"", cents / 100_000, &units(cents)[units(cents).len() - 6..]),
        15 if cents >= 0 => format!("{sign}{}", units(cents)),
        35 if language.is_chinese => wide(&units(cents)),
        _ => units(cents),
    }
}

fn units(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.unsigned_abs() / 100, cents.unsigned_abs() % 100)
}

/// The same text in full-width characters: K001 → Ｋ００１.
fn wide(text: &str) -> String {
    let widen = |c: char| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xFEE0).unwrap_or(c) } else { c };
    text.chars().map(widen).collect()
}
