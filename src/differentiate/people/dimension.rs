//! What customers can have in common: attributes, own columns, ages, products, months, channels, complaints.
//!
//! Values that name one person (names, phones, addresses) and columns in which everybody differs say nothing about a group
//! and are left out. Invariant: a dimension has at most [`VALUES`] values that are counted; rarer ones count as "other".

use super::Feature;
use crate::base::{CustomerId, Day, Interner, TextId};
use crate::differentiate::Standing;
use crate::differentiate::measures::{is_order, lines_up_to};
use crate::identify::Book;
use crate::identify::book::FeedbackKind;
use crate::math::Distribution;
use crate::recipe::Field;

/// Values of one dimension that are told apart; the others are rarer.
const VALUES: usize = 500;
/// Slot of values that are not told apart.
const OTHER: u32 = u32::MAX;
/// Slot of customers of whom nothing is known.
const UNKNOWN: u32 = u32::MAX - 1;
/// Numbers of which there are more different ones than this are cut into ranges.
const DIFFERENT_NUMBERS: usize = 12;
/// Days that the orders must span before a month can say something.
const TWO_YEARS: i32 = 730;

/// What customers can have in common.
pub(super) struct Dimension<'a> {
    pub(super) feature: Feature,
    /// The value of each slot.
    pub(super) values: Vec<String>,
    counted: Counted<'a>,
}

/// Where the counts of a customer come from.
enum Counted<'a> {
    /// One slot per customer.
    Once(Vec<u32>),
    /// Order lines: a slot per product.
    Products { book: &'a Book, standing: &'a Standing, slots: Vec<u32> },
    /// Order lines: a slot per month.
    Months { book: &'a Book, standing: &'a Standing },
    /// Contacts: a slot per channel that occurs.
    Channels { book: &'a Book, slots: Vec<u32> },
}

impl Dimension<'_> {
    /// Whether every customer has one value.
    pub(super) fn is_single(&self) -> bool {
        matches!(self.counted, Counted::Once(_))
    }

    /// Adds the slots of a customer to `found`, one entry each time; how many times there are in all, those of other values included.
    pub(super) fn of(&self, customer: CustomerId, found: &mut Vec<u32>) -> u32 {
        let mut total = 0;
        let mut add = |slot: u32, times: u32| {
            total += if slot == UNKNOWN { 0 } else { times };
            found.extend(std::iter::repeat_n(slot, if slot < UNKNOWN { times as usize } else { 0 }));
        };
        match &self.counted {
            Counted::Once(slots) => add(slots.get(customer.index()).copied().unwrap_or(UNKNOWN), 1),
            Counted::Products { book, standing, slots } => order_lines(book, standing, customer).for_each(|line| {
                let product = book.ledger.product.get(line).map_or(UNKNOWN, |product| slot_of(slots, *product));
                add(product, 1);
            }),
            Counted::Months { book, standing } => {
                order_lines(book, standing, customer).for_each(|line| add(book.ledger.day[line].ymd().1 - 1, 1));
            }
            Counted::Channels { book, slots } => book.interactions.of(customer).for_each(|row| {
                let slot = slots.get(book.interactions.channel[row] as usize).copied().unwrap_or(UNKNOWN);
                // Thousands of likes are one habit.
                add(slot, book.interactions.count[row].min(100));
            }),
        }
        total
    }
}

fn order_lines<'a>(book: &'a Book, standing: &'a Standing, customer: CustomerId) -> impl Iterator<Item = usize> + 'a {
    let refunds = standing.measures.refunds();
    lines_up_to(&book.ledger, customer, standing.as_of).filter(move |&line| is_order(&book.ledger, refunds, line))
}

fn slot_of(slots: &[u32], text: TextId) -> u32 {
    if text.is_none() { UNKNOWN } else { slots.get(text.index()).copied().unwrap_or(OTHER) }
}

/// Fields that name a person and not a group.
const PERSONAL: [Field; 5] = [Field::CustomerName, Field::Phone, Field::Email, Field::Address, Field::Birthday];

/// Everything that is known of customers, in a fixed order.
pub(super) fn dimensions<'a>(book: &'a Book, standing: &'a Standing) -> Vec<Dimension<'a>> {
    let customers = &book.customers;
    let fields = Field::ATTRIBUTES.iter().filter(|field| !PERSONAL.contains(field));
    let attributes = fields.filter_map(|field| {
        let column = customers.attributes.get(field)?;
        Some(texts(Feature::Attribute(field.name().to_owned()), column, &customers.texts))
    });
    let own = customers.own.iter().map(|column| {
        numbers(&column.header, &column.values, &customers.texts)
            .unwrap_or_else(|| texts(Feature::Own(column.header.clone()), &column.values, &customers.texts))
    });
    let all = ages(book, standing).into_iter().chain(attributes).chain(own);
    let told = all.filter(|dimension| dimension.values.len() > 1);
    told.chain(products(book, standing)).chain(months(book, standing)).chain(channels(book)).chain(complaints(book)).collect()
}

/// A slot for each of the most frequent texts.
fn texts<'a>(feature: Feature, column: &[TextId], interner: &Interner) -> Dimension<'a> {
    let (slots, values) = most_frequent(column.iter().copied(), interner);
    Dimension { feature, values, counted: Counted::Once(column.iter().map(|text| slot_of(&slots, *text)).collect()) }
}

/// The slot of every text of the interner, and the texts that have one: the most frequent, in byte order among equals.
fn most_frequent(column: impl Iterator<Item = TextId>, interner: &Interner) -> (Vec<u32>, Vec<String>) {
    let mut counts = vec![0_u32; interner.len()];
    for text in column.filter(|text| !text.is_none()) {
        if let Some(count) = counts.get_mut(text.index()) {
            *count += 1;
        }
    }
    let mut texts: Vec<TextId> = interner.sorted().into_iter().filter(|text| counts[text.index()] > 1).collect();
    texts.sort_by_key(|text| std::cmp::Reverse(counts[text.index()]));
    texts.truncate(VALUES);
    let mut slots = vec![OTHER; interner.len()];
    for (slot, text) in (0..).zip(&texts) {
        slots[text.index()] = slot;
    }
    (slots, texts.into_iter().map(|text| interner.get(text).to_owned()).collect())
}

/// Ranges between the quartiles, for columns of numbers.
fn numbers<'a>(header: &str, column: &[TextId], interner: &Interner) -> Option<Dimension<'a>> {
    let parsed: Vec<Option<i64>> = interner.iter().map(|text| text.trim().parse::<f64>().ok().and_then(thousandths)).collect();
    let number = |text: TextId| parsed.get(text.index()).copied().flatten();
    let known = column.iter().filter(|text| !text.is_none()).count();
    let values = Distribution::of(column.iter().filter(|text| !text.is_none()).filter_map(|text| number(*text)).collect());
    if values.groups().count() <= DIFFERENT_NUMBERS || (values.len() as usize) * 10 < known * 9 {
        return None;
    }
    let mut cuts: Vec<i64> = [1, 2, 3].iter().map(|&part| values.quantile(part, 4).floor()).collect();
    cuts.dedup();
    let slot = |text: &TextId| match number(*text).filter(|_| !text.is_none()) {
        Some(value) => u32::try_from(cuts.partition_point(|cut| *cut < value)).unwrap_or(UNKNOWN),
        None => UNKNOWN,
    };
    let of = column.iter().map(slot).collect();
    let shown = |raw: i64| super::super::scores::shown(raw, 1_000).to_string();
    let upper = cuts.iter().map(|&cut| shown(cut)).chain([String::new()]);
    let lower = [String::new()].into_iter().chain(cuts.iter().map(|&cut| shown(cut)));
    let values = lower.zip(upper).map(|(above, up_to)| format!("{above}..{up_to}")).collect();
    Some(Dimension { feature: Feature::Range(header.to_owned()), values, counted: Counted::Once(of) })
}

#[expect(clippy::cast_possible_truncation, reason = "held within 10^12 just before")]
fn thousandths(value: f64) -> Option<i64> {
    (value.abs() < 1e12).then(|| (value * 1000.0).round() as i64)
}

/// Upper ends of the age groups, as surveys have them.
const AGES: [i32; 6] = [17, 24, 34, 44, 54, 64];

fn ages<'a>(book: &Book, standing: &Standing) -> Option<Dimension<'a>> {
    let column = book.customers.attributes.get(&Field::Birthday)?;
    let born: Vec<Option<Day>> = book.customers.texts.iter().map(|text| text.parse().ok()).collect();
    let slot = |text: &TextId| {
        let age = born.get(text.index()).copied().flatten().and_then(|born| age(born, standing.as_of));
        age.map_or(UNKNOWN, |age| u32::try_from(AGES.partition_point(|last| *last < age)).unwrap_or(UNKNOWN))
    };
    let of = column.iter().map(slot).collect();
    let values = ["0-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+"].map(str::to_owned).to_vec();
    Some(Dimension { feature: Feature::Age, values, counted: Counted::Once(of) })
}

/// Whole years; none for ages that nobody has.
fn age(born: Day, on: Day) -> Option<i32> {
    let ((year, month, day), (now, this_month, today)) = (born.ymd(), on.ymd());
    let age = now - year - i32::from((this_month, today) < (month, day));
    (0..=110).contains(&age).then_some(age)
}

fn products<'a>(book: &'a Book, standing: &'a Standing) -> Option<Dimension<'a>> {
    let ledger = &book.ledger;
    if ledger.product.is_empty() {
        return None;
    }
    let (slots, values) = most_frequent(ledger.product.iter().copied(), &ledger.products);
    Some(Dimension { feature: Feature::Product, values, counted: Counted::Products { book, standing, slots } })
}

/// Months, where there are two years of orders: in less time a month is only a time.
fn months<'a>(book: &'a Book, standing: &'a Standing) -> Option<Dimension<'a>> {
    let days = &book.ledger.day;
    let span = days.iter().max()?.days_since(*days.iter().min()?);
    let values = (1..=12).map(|month: u32| month.to_string()).collect();
    (span >= TWO_YEARS).then_some(Dimension { feature: Feature::Month, values, counted: Counted::Months { book, standing } })
}

fn channels(book: &Book) -> Option<Dimension<'_>> {
    let mut used = book.interactions.channel.clone();
    used.sort_unstable();
    used.dedup();
    let mut slots = vec![UNKNOWN; used.last().map_or(0, |last| *last as usize + 1)];
    for (slot, channel) in (0..).zip(&used) {
        slots[*channel as usize] = slot;
    }
    let code = |channel| serde_json::to_value(channel).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default();
    let values: Vec<String> = used.into_iter().map(code).collect();
    (values.len() > 1).then_some(Dimension { feature: Feature::Channel, values, counted: Counted::Channels { book, slots } })
}

/// Whether somebody complained; nothing where nobody did.
fn complaints(book: &Book) -> Option<Dimension<'_>> {
    let feedback = &book.feedback;
    if !feedback.kind.contains(&FeedbackKind::Complaint) {
        return None;
    }
    let complained = |customer| feedback.of(customer).any(|row| feedback.kind[row] == FeedbackKind::Complaint);
    let of = book.customers.iter().map(|customer| if complained(customer) { 0 } else { OTHER }).collect();
    Some(Dimension { feature: Feature::Complaint, values: vec!["yes".to_owned()], counted: Counted::Once(of) })
}
