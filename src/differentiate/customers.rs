//! The list of customers as a screen shows it: sorted, filtered, page by page.
//!
//! A million customers are filtered and sorted once, then any page of the [`Listing`] is a slice.
//! Invariants: equal values stand in the order of the ids, whichever way the list runs; who has no such value comes last.

use crate::base::{CustomerId, Day, Interner, Money, TextId};
use crate::differentiate::Standing;
use crate::differentiate::overview::Filter;
use crate::differentiate::overview::select::{Search, select_found, select_without_orders};
use crate::identify::Book;
use crate::math::sort;
use crate::recipe::Field;
use serde::{Deserialize, Serialize};

/// Which customers are wanted, in which order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct CustomerQuery {
    /// Which customers.
    pub filter: Filter,
    /// Whether those with orders are meant, those without, or both.
    pub listed: Listed,
    /// By which column.
    pub sort: SortColumn,
    /// Largest, latest, best first.
    pub descending: bool,
    /// How many to skip.
    pub offset: u32,
    /// How many to give, at most 1000.
    pub limit: u32,
}

/// Which customers a list is about: most files of customers also name people who have not bought yet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Listed {
    /// Those who have orders up to the analysis day, and so a tier.
    #[default]
    WithOrders,
    /// Those who have no order at all: prospects. Of a filter only the search can let them through.
    WithoutOrders,
    /// Both.
    All,
}

/// Columns that can be sorted by. Equal values are in the order of the customer id.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum SortColumn {
    /// Customer id, in byte order.
    CustomerId,
    /// Customer name, in byte order.
    CustomerName,
    /// Tier, in the order of its scheme.
    Tier,
    /// Segment, in the order of its scheme.
    Segment,
    /// Days since the last order.
    RecencyDays,
    /// Number of orders.
    Orders,
    /// Revenue.
    #[default]
    Revenue,
    /// Revenue per order.
    AverageOrder,
    /// Day of the first order.
    FirstOrder,
    /// Day of the last order.
    LastOrder,
    /// The last day on which anything was heard of the customer.
    LastHeard,
}

/// A page of customers.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CustomerPage {
    /// Customers that the filter lets through.
    pub total: u32,
    /// Those of this page.
    pub rows: Vec<CustomerRow>,
}

/// One customer of the list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CustomerRow {
    /// Number to ask for the card with.
    pub customer: u32,
    /// Identifier.
    pub customer_id: String,
    /// Name; empty when unknown.
    pub customer_name: String,
    /// Company; empty when unknown.
    pub company: String,
    /// Phone, else e-mail; empty when neither is known.
    pub contact: String,
    /// Whether there are orders up to the analysis day. Without them codes are empty, scores 0, and figures and days of orders mean
    /// nothing.
    pub has_orders: bool,
    /// The last day on which anything was heard of the customer: an order, a contact, feedback, an update of the list.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub last_heard: Option<Day>,
    /// Tier code.
    pub tier: String,
    /// Segment code.
    pub segment: String,
    /// A, B or C.
    pub abc: String,
    /// Life-cycle code.
    pub life_cycle: String,
    /// Recency score.
    pub r: u8,
    /// Frequency score.
    pub f: u8,
    /// Monetary score.
    pub m: u8,
    /// Days since the last order.
    pub recency_days: i32,
    /// Number of orders.
    pub orders: u32,
    /// Revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Revenue per order.
    #[cfg_attr(test, ts(type = "number"))]
    pub average_order: Money,
    /// Day of the first order; none where no file says it.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub first_order: Option<Day>,
    /// Day of the last order; none where the files say only how many days ago it was.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub last_order: Option<Day>,
}

/// Customers in the order of a list: made once per filter and sorting, and kept while pages are asked for.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    customers: Vec<CustomerId>,
}

/// Rows of one page at most.
pub const PAGE_LIMIT: u32 = 1000;

impl Listing {
    /// The customers that the query lets through, sorted; which page it asks for does not matter here.
    #[must_use]
    pub fn new(book: &Book, standing: &Standing, query: &CustomerQuery) -> Self {
        let search = Search::of(book, &query.filter);
        let (filter, search) = (&query.filter, search.as_ref());
        let with = if query.listed == Listed::WithoutOrders { Vec::new() } else { select_found(book, standing, filter, search) };
        let without = if query.listed == Listed::WithOrders { Vec::new() } else { select_without_orders(book, standing, filter, search) };
        let descending = query.descending;
        let customers = match query.sort {
            SortColumn::CustomerId => in_order_of_id(together(with, without), descending),
            SortColumn::CustomerName => by_name(book, together(with, without), descending),
            SortColumn::LastHeard => by_last_heard(book, together(with, without), descending),
            sort => {
                let sorted = by_number(with, descending, |customer| number(standing, sort, customer));
                sorted.into_iter().chain(without).collect()
            }
        };
        Self { customers }
    }

    /// How many customers there are on all pages.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "customers are numbered with u32")]
    pub fn total(&self) -> u32 {
        self.customers.len() as u32
    }

    /// The customers, in order.
    #[must_use]
    pub fn customers(&self) -> &[CustomerId] {
        &self.customers
    }

    /// The page that begins after `offset` customers, of at most [`PAGE_LIMIT`] rows.
    #[must_use]
    pub fn page(&self, book: &Book, standing: &Standing, offset: u32, limit: u32) -> CustomerPage {
        let wanted = self.customers.iter().skip(offset as usize).take(limit.min(PAGE_LIMIT) as usize);
        CustomerPage { total: self.total(), rows: wanted.map(|&customer| row(book, standing, customer)).collect() }
    }
}

/// A page of the customer list, in one go; keep a [`Listing`] to turn pages.
#[must_use]
pub fn page(book: &Book, standing: &Standing, query: &CustomerQuery) -> CustomerPage {
    Listing::new(book, standing, query).page(book, standing, query.offset, query.limit)
}

/// One row of the list. Of customers that are absent only id and name are known; their segments are empty.
#[must_use]
pub fn row(book: &Book, standing: &Standing, customer: CustomerId) -> CustomerRow {
    let (measures, index) = (&standing.measures, customer.index());
    let code = |scheme: Option<&crate::differentiate::Classified>| scheme.map_or("", |scheme| scheme.code_of(customer)).to_owned();
    let known = |field| book.customers.shown(field, customer);
    let contact = Some(known(Field::Phone)).filter(|phone| !phone.is_empty()).unwrap_or_else(|| known(Field::Email));
    let [r, f, m] = standing.scores.of(customer);
    CustomerRow {
        customer: customer.0,
        customer_id: book.customers.shown_id(customer).into_owned(),
        customer_name: book.customers.shown(Field::CustomerName, customer).into_owned(),
        company: known(Field::Company).into_owned(),
        contact: contact.into_owned(),
        has_orders: measures.is_present(customer),
        last_heard: book.customers.last_heard(customer),
        tier: code(standing.schemes.get(standing.tier)),
        segment: code(standing.schemes.get(standing.segment)),
        abc: code(standing.scheme("abc")).to_uppercase(),
        life_cycle: code(standing.scheme("life-cycle")),
        r,
        f,
        m,
        recency_days: measures.recency_days[index],
        orders: measures.orders[index],
        revenue: measures.revenue[index],
        average_order: measures.revenue[index].divided_by(measures.orders[index]),
        first_order: measures.first_order_known(customer),
        last_order: measures.last_order_known(customer),
    }
}

/// Both in the order of the ids, as each of them is already.
fn together(mut with: Vec<CustomerId>, without: Vec<CustomerId>) -> Vec<CustomerId> {
    with.extend(without);
    // Two runs that are sorted are merged.
    with.sort();
    with
}

fn in_order_of_id(mut chosen: Vec<CustomerId>, descending: bool) -> Vec<CustomerId> {
    if descending {
        chosen.reverse();
    }
    chosen
}

fn by_name(book: &Book, chosen: Vec<CustomerId>, descending: bool) -> Vec<CustomerId> {
    let Some(names) = book.customers.attributes.get(&Field::CustomerName) else { return chosen };
    let name = |customer: CustomerId| names.get(customer.index()).copied().unwrap_or(TextId::NONE);
    let known = &book.customers.name_ranks;
    let of_chosen;
    let ranks = if known.get().is_none() && chosen.len() * FEW < names.len() {
        of_chosen = ranks(&book.customers.texts, chosen.iter().map(|&customer| name(customer)));
        &of_chosen
    } else {
        known.get_or_init(|| ranks(&book.customers.texts, names.iter().copied()))
    };
    by_number(chosen, descending, |customer| ranks.get(name(customer).index()).copied().map_or(0, i64::from))
}

/// One in so many customers is few: all names are not ranked for them.
const FEW: usize = 8;

/// The place of each of these texts among them, from 1, in the order of their bytes; 0 for all others. Each text is compared
/// once, however many customers share it, and by its first bytes alone where these differ.
fn ranks(texts: &Interner, wanted: impl Iterator<Item = TextId>) -> Vec<u32> {
    let mut ranks = vec![0; texts.len()];
    let mut distinct = Vec::new();
    for id in wanted {
        // Empty texts come first, wherever they came from.
        if let Some(rank) = ranks.get_mut(id.index()).filter(|rank| **rank == 0 && !texts.get(id).is_empty()) {
            *rank = 1;
            distinct.push(id.0);
        }
    }
    let text = |id: u32| texts.get(TextId(id)).as_bytes();
    // What all of them begin with, as "Customer 1" and "Customer 2" do, tells none apart.
    let shared = distinct.first().map_or(0, |&first| {
        distinct
            .iter()
            .fold(text(first).len(), |shared, &id| text(first).iter().zip(text(id)).take(shared).take_while(|(a, b)| a == b).count())
    });
    let key = |id: u32| {
        let mut bytes = [0; 8];
        bytes.iter_mut().zip(text(id).iter().skip(shared)).for_each(|(byte, of_text)| *byte = *of_text);
        i64::from_be_bytes(bytes) ^ i64::MIN
    };
    let mut order = sort::keyed(distinct, key);
    for alike in order.chunk_by_mut(|one, other| one.0 == other.0).filter(|alike| alike.len() > 1) {
        alike.sort_unstable_by(|one, other| text(one.1).cmp(text(other.1)));
    }
    for ((_, id), rank) in order.into_iter().zip(1..) {
        ranks[id as usize] = rank;
    }
    ranks
}

fn by_last_heard(book: &Book, chosen: Vec<CustomerId>, descending: bool) -> Vec<CustomerId> {
    let day = |customer: CustomerId| book.customers.last_heard(customer).map_or(0, |day| i64::from(day.number()));
    let (heard, unheard): (Vec<_>, Vec<_>) = chosen.into_iter().partition(|&customer| book.customers.last_heard(customer).is_some());
    by_number(heard, descending, day).into_iter().chain(unheard).collect()
}

fn by_number(chosen: Vec<CustomerId>, descending: bool, number: impl Fn(CustomerId) -> i64) -> Vec<CustomerId> {
    let key = |customer: u32| if descending { !number(CustomerId(customer)) } else { number(CustomerId(customer)) };
    let numbers = chosen.into_iter().map(|customer| customer.0).collect();
    sort::order_by(numbers, key).into_iter().map(CustomerId).collect()
}

fn number(standing: &Standing, sort: SortColumn, customer: CustomerId) -> i64 {
    let (measures, index) = (&standing.measures, customer.index());
    let position = |scheme: usize| standing.schemes.get(scheme).map_or(0, |scheme| i64::from(scheme.of[index]));
    match sort {
        // These are known of customers without orders too, and sorted elsewhere.
        SortColumn::CustomerId | SortColumn::CustomerName | SortColumn::LastHeard => i64::from(customer.0),
        SortColumn::Tier => position(standing.tier),
        SortColumn::Segment => position(standing.segment),
        SortColumn::RecencyDays => i64::from(measures.recency_days[index]),
        SortColumn::Orders => i64::from(measures.orders[index]),
        SortColumn::Revenue => measures.revenue[index].raw(),
        SortColumn::AverageOrder => measures.revenue[index].divided_by(measures.orders[index]).raw(),
        SortColumn::FirstOrder => i64::from(measures.first_order[index].number()),
        SortColumn::LastOrder => i64::from(measures.last_order[index].number()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_ranked_as_their_bytes_are_compared() {
        let many: Vec<String> =
            (0..6_000_u32).map(|at| format!("Customer {:05}{}", at * 7_919 % 6_000, ["", " & Co", "x"][at as usize % 3])).collect();
        let cases: &[(&str, Vec<String>)] = &[
            ("one begins with the other", ["ab", "a", "abc", "ab\0", "b"].map(str::to_owned).to_vec()),
            ("alike in the first bytes", ["上海大华有限公司", "上海大众", "上海", "上"].map(str::to_owned).to_vec()),
            ("nothing shared, one empty", ["王五", "", "ann", "Bob"].map(str::to_owned).to_vec()),
            ("more than a few, all beginning alike", many),
            ("one", vec!["one".to_owned()]),
            ("none", Vec::new()),
        ];
        for (name, names) in cases {
            let mut texts = Interner::default();
            texts.intern("not asked for");
            let ids: Vec<TextId> = names.iter().map(|text| texts.intern(text)).collect();
            let ranks = ranks(&texts, ids.iter().copied());
            let mut by_rank = ids.clone();
            by_rank.sort_by_key(|id| ranks[id.index()]);
            let mut expected = ids;
            expected.sort_by(|a, b| texts.get(*a).cmp(texts.get(*b)));
            assert_eq!(by_rank, expected, "{name}");
            assert_eq!(ranks[0], 0, "{name}");
        }
    }
}
