//! The columns of a customer list, the same in every format.
//!
//! A format asks for the columns once and then for one value per column and customer. Invariant:
//! the order and the English names are stable; a column that nothing is known of does not appear.

use crate::base::{CustomerId, Day, Money};
use crate::differentiate::forecast::Forecast;
use crate::differentiate::{Classified, Standing, metrics};
use crate::identify::Book;
use crate::recipe::{Field, Metric, Scheme, SchemeRule};
use std::sync::Arc;

/// One column of the customer list.
#[derive(Debug, Clone)]
pub struct Column {
    /// Stable English name, as it stands in the first row.
    pub name: String,
    kind: Kind,
}

#[derive(Debug, Clone)]
enum Kind {
    CustomerId,
    Attribute(Field),
    Own(usize),
    FirstOrder,
    LastOrder,
    RecencyDays,
    Orders,
    Revenue,
    AverageOrder,
    Score(usize),
    Cell,
    SegmentName,
    SegmentCode(usize),
    AbcLetter(usize),
    ByHand(usize),
    Metric(Arc<metrics::Column>),
    PAlive,
    ExpectedPurchases,
    ExpectedSpend,
    LifetimeValue,
    Risk,
    AtStake,
    NextOrder,
}

/// What stands in one cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// Text of a customer: it can be anything, and must be guarded where text can run.
    Text(&'a str),
    /// Text of a recipe: codes and segment names.
    Code(&'a str),
    /// A, B or C.
    Letter(char),
    /// The three scores as one text; a score of 10 is written 0, as in the patterns of a scheme.
    Cell([u8; 3]),
    /// A whole number.
    Count(i64),
    /// An amount, or another number with at most four decimals.
    Money(Money),
    /// A day.
    Day(Day),
}

/// The customers that are written, in the order of their ids.
///
/// Customers whose every line is later than the analysis day are not in the result and not listed.
pub fn listed_customers<'a>(_book: &Book, standing: &'a Standing) -> impl Iterator<Item = CustomerId> + use<'a> {
    standing.customers()
}

/// The columns of this run: id, attributes that were mapped, columns of the files' own, measures, then every scheme.
#[must_use]
pub fn columns(book: &Book, standing: &Standing) -> Vec<Column> {
    let measured = FIXED.iter().map(|(name, kind)| column(name, kind.clone()));
    let forecast = FORECAST.iter().filter(|_| standing.later.asked().export).map(|(name, kind)| column(name, kind.clone()));
    let fixed: Vec<Column> = measured.chain(metric_columns(book, standing)).chain(scheme_columns(standing)).chain(forecast).collect();
    let names: Vec<&str> = fixed.iter().map(|column| column.name.as_str()).collect();
    let mut columns = known_columns(book, &names);
    columns.extend(fixed);
    columns
}

/// What is known of customers: id, attributes that were mapped, columns of the files' own. `taken` are the names of what follows.
pub(super) fn known_columns(book: &Book, taken: &[&str]) -> Vec<Column> {
    let mut columns = vec![column("customer_id", Kind::CustomerId)];
    let attributes = Field::ATTRIBUTES.into_iter().filter(|field| book.customers.attributes.contains_key(field));
    columns.extend(attributes.map(|field| column(field.name(), Kind::Attribute(field))));
    columns.extend(own_columns(book, taken));
    columns
}

/// The files' own columns with their headers as written; with a prefix where another column is called so.
fn own_columns(book: &Book, taken: &[&str]) -> Vec<Column> {
    let is_taken = |name: &str| Field::from_name(name).is_some() || taken.contains(&name);
    let is_own = |name: &str| book.customers.own.iter().any(|own| own.header == name);
    let name = |header: &str| {
        let mut name = header.to_owned();
        while is_taken(&name) || (name != header && is_own(&name)) {
            name = format!("own_{name}");
        }
        name
    };
    book.customers.own.iter().enumerate().map(|(place, own)| Column { name: name(&own.header), kind: Kind::Own(place) }).collect()
}

const FIXED: [(&str, Kind); 11] = [
    ("first_order", Kind::FirstOrder),
    ("last_order", Kind::LastOrder),
    ("recency_days", Kind::RecencyDays),
    ("orders", Kind::Orders),
    ("revenue", Kind::Revenue),
    ("average_order", Kind::AverageOrder),
    ("r", Kind::Score(0)),
    ("f", Kind::Score(1)),
    ("m", Kind::Score(2)),
    ("rfm", Kind::Cell),
    ("segment", Kind::SegmentName),
];

/// The value score and the sheets of points, where the recipe uses them.
fn metric_columns(book: &Book, standing: &Standing) -> Vec<Column> {
    let recipe = standing.recipe();
    let name = |metric: &Metric| match metric {
        Metric::Points(sheet) => format!("points_{sheet}"),
        other => other.to_string(),
    };
    let one = |metric: Metric| column(&name(&metric), Kind::Metric(standing.metric(book, &recipe, &metric)));
    metrics::chosen(&recipe).into_iter().map(one).collect()
}
/// What customers are expected to do; only where the recipe wants it.
const FORECAST: [(&str, Kind); 7] = [
    ("p_alive", Kind::PAlive),
    ("expected_purchases", Kind::ExpectedPurchases),
    ("expected_spend", Kind::ExpectedSpend),
    ("lifetime_value", Kind::LifetimeValue),
    ("risk", Kind::Risk),
    ("value_at_stake", Kind::AtStake),
    ("next_order", Kind::NextOrder),
];

fn column(name: &str, kind: Kind) -> Column {
    Column { name: name.to_owned(), kind }
}

fn scheme_columns(standing: &Standing) -> Vec<Column> {
    let by_rule = |wanted: &dyn Fn(&Scheme) -> bool| standing.schemes.iter().position(|classified| wanted(&classified.scheme));
    let abc = by_rule(&|scheme| matches!(scheme.rule, SchemeRule::Abc));
    let life_cycle = by_rule(&|scheme| matches!(scheme.rule, SchemeRule::LifeCycle));
    let mut columns = vec![column("segment_code", Kind::SegmentCode(standing.segment)), column("tier", Kind::SegmentCode(standing.tier))];
    columns.extend(abc.map(|scheme| column("abc", Kind::AbcLetter(scheme))));
    columns.extend(life_cycle.map(|scheme| column("life_cycle", Kind::SegmentCode(scheme))));
    let shown = [Some(standing.segment), Some(standing.tier), abc, life_cycle];
    let others = (0..standing.schemes.len()).filter(|scheme| !shown.contains(&Some(*scheme)));
    columns.extend(others.map(|scheme| column(&scheme_name(&standing.schemes[scheme].scheme.id), Kind::SegmentCode(scheme))));
    // Why somebody decided otherwise, for the schemes in which somebody did.
    let is_by_hand = |id: &str| standing.by_hand.iter().any(|decision| decision.scheme == id);
    let by_hand = standing.schemes.iter().map(|classified| &classified.scheme.id).enumerate().filter(|(_, id)| is_by_hand(id));
    columns.extend(by_hand.map(|(scheme, id)| column(&format!("{id}_set_by_hand"), Kind::ByHand(scheme))));
    columns
}

/// The scheme's id; with a prefix where an own scheme is called like a fixed column.
fn scheme_name(id: &str) -> String {
    let taken = Field::from_name(id).is_some()
        || FIXED.iter().chain(&FORECAST).any(|(name, _)| *name == id)
        || ["segment_code", "tier", "abc", "life_cycle", "value_score"].contains(&id)
        || id.starts_with("points_");
    if taken { format!("scheme_{id}") } else { id.to_owned() }
}

impl Column {
    /// What stands in this column for this customer.
    #[must_use]
    pub fn value<'a>(&self, book: &'a Book, standing: &'a Standing, customer: CustomerId) -> Value<'a> {
        let (index, measures) = (customer.index(), &standing.measures);
        match &self.kind {
            Kind::CustomerId => Value::Text(book.customers.id(customer)),
            Kind::Attribute(field) => Value::Text(book.customers.attribute(*field, customer)),
            Kind::Own(place) => {
                let column = book.customers.own.get(*place);
                Value::Text(column.map_or("", |column| book.customers.own_text(column, customer)))
            }
            Kind::FirstOrder => measures.first_order_known(customer).map_or(Value::Code(""), Value::Day),
            Kind::LastOrder => measures.last_order_known(customer).map_or(Value::Code(""), Value::Day),
            Kind::RecencyDays => Value::Count(measures.recency_days[index].into()),
            Kind::Orders => Value::Count(measures.orders[index].into()),
            Kind::Revenue => Value::Money(measures.revenue[index]),
            Kind::AverageOrder => Value::Money(measures.revenue[index].divided_by(measures.orders[index])),
            Kind::Score(factor) => Value::Count(standing.scores.of(customer)[*factor].into()),
            Kind::Cell => Value::Cell(standing.scores.of(customer)),
            Kind::SegmentName => segment_of(&standing.schemes[standing.segment], customer, |segment| &segment.name),
            Kind::SegmentCode(scheme) => segment_of(&standing.schemes[*scheme], customer, |segment| &segment.code),
            Kind::Metric(column) => Money::from_f64(column.value(customer)).map_or(Value::Code(""), Value::Money),
            Kind::ByHand(scheme) => {
                let decision = standing.set_by_hand(&standing.schemes[*scheme].scheme.id, customer);
                Value::Text(decision.map_or("", |decision| &decision.reason))
            }
            Kind::AbcLetter(scheme) => letter_of(&standing.schemes[*scheme], customer),
            kind => forecast_of(kind, book, standing, customer),
        }
    }

    /// Whether it may be in a file from which names are gone: nothing that names or reaches somebody, no free text.
    #[must_use]
    pub const fn is_shareable(&self) -> bool {
        use Field::{Area, City, Country, Gender, Industry, Region, Source};
        match &self.kind {
            Kind::CustomerId | Kind::Own(_) | Kind::ByHand(_) => false,
            Kind::Attribute(field) => matches!(field, Region | City | Country | Gender | Area | Industry | Source),
            _ => true,
        }
    }

    /// Whether it is text that must keep every character: identifiers and phone numbers.
    #[must_use]
    pub const fn is_identifier(&self) -> bool {
        matches!(self.kind, Kind::CustomerId | Kind::Attribute(Field::Phone) | Kind::Cell)
    }
}

/// Four decimals, as money has; empty where nothing can be said.
fn forecast_of<'a>(kind: &Kind, book: &Book, standing: &Standing, customer: CustomerId) -> Value<'a> {
    let Forecast { predictions, risks } = standing.forecast(book);
    let index = customer.index();
    let number = |column: &[f32]| {
        let known = column.get(index).copied().filter(|value| value.is_finite());
        known.and_then(|value| Money::from_f64(value.into())).map_or(Value::Code(""), Value::Money)
    };
    match kind {
        Kind::PAlive => number(&predictions.p_alive),
        Kind::ExpectedPurchases => number(&predictions.expected_purchases),
        Kind::ExpectedSpend => number(&predictions.expected_spend),
        Kind::LifetimeValue => number(&predictions.value),
        Kind::AtStake => number(&risks.at_stake),
        Kind::Risk => Value::Code(risks.level.get(index).map_or("", |level| level.code())),
        Kind::NextOrder => risks.next_order.get(index).copied().flatten().map_or(Value::Code(""), Value::Day),
        _ => Value::Code(""),
    }
}

fn segment_of<'a>(
    classified: &'a Classified,
    customer: CustomerId,
    part: impl FnOnce(&'a crate::recipe::Segment) -> &'a String,
) -> Value<'a> {
    let position = classified.of.get(customer.index()).copied().map(usize::from);
    let segment = position.and_then(|position| classified.segments.get(position));
    Value::Code(segment.map_or("", |segment| part(segment)))
}

fn letter_of(classified: &Classified, customer: CustomerId) -> Value<'_> {
    match segment_of(classified, customer, |segment| &segment.code) {
        Value::Code(code) => code.chars().next().map_or(Value::Code(""), |letter| Value::Letter(letter.to_ascii_uppercase())),
        other => other,
    }
}
