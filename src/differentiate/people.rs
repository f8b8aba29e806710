//! Who the people of each segment are: figures, habits, needs, complaints, and what sets them apart.
//!
//! A segment is a set of numbers until somebody can say who is in it. Everything here is counted, never guessed, and what
//! sets a segment apart is named only when chance is an unlikely reason (`distinction`). Invariants: the customers,
//! orders and revenue of all segments add up to everybody's; nothing depends on the order of rows.

mod breakdown;
mod dimension;
mod distinction;
mod profile;
mod tally;

pub use breakdown::{Breakdown, Conversion, Group};
pub use distinction::Distinction;
pub use profile::{Medians, Profile, Satisfaction};

use crate::base::CustomerId;
use crate::differentiate::schemes::Classified;
use crate::differentiate::{Factor, Standing};
use crate::identify::Book;
use crate::recipe::Segment;
use serde::Serialize;
use tally::Tally;

/// Points of the scatter at most.
const DOTS: usize = 2_000;

/// The people behind a scheme.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct People {
    /// Scheme id.
    pub scheme: String,
    /// All customers together.
    pub everybody: Profile,
    /// Every segment with its people, in the order of the scheme; segments without anybody too.
    pub segments: Vec<Persona>,
    /// Customers as points, at most 2,000, evenly taken in the order of their ids.
    pub dots: Vec<Dot>,
    /// Customers and revenue by what the customer lists say: where from, where, in which industry.
    pub breakdowns: Vec<Breakdown>,
}

/// A segment and its people.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Persona {
    /// The segment.
    pub segment: Segment,
    /// Its people.
    pub profile: Profile,
    /// What sets them apart from the others, the largest lift first, at most 12.
    pub distinctions: Vec<Distinction>,
}

/// One customer as a point.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Dot {
    /// Number of orders.
    pub orders: u32,
    /// Monetary value, in currency units.
    pub monetary: f64,
    /// Position of the segment in the scheme.
    pub segment: u8,
}

/// What a share is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "kind", content = "name", rename_all = "snake_case")]
pub enum Feature {
    /// A field of the customer lists, by its name.
    Attribute(String),
    /// A column of the files' own, by its header.
    Own(String),
    /// A column of the files' own that holds numbers, by its header; its values are ranges between the quartiles.
    Range(String),
    /// The age in years on the analysis day, as `25-34`.
    Age,
    /// A product, by its share of a customer's order lines.
    Product,
    /// The calendar month in which orders were made, `1` to `12`, by their share of a customer's order lines.
    Month,
    /// A channel of contact, by its share of a customer's contacts.
    Channel,
    /// Whether the customer complained.
    Complaint,
}

/// A value and how common it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Share {
    /// What the value is of.
    pub feature: Feature,
    /// The value.
    pub value: String,
    /// Customers of the segment who have it.
    pub customers: u32,
    /// Its share in the segment, 0 to 1: of the customers of whom it is known; of products, months and channels the mean over customers of
    /// its share of their order lines or contacts.
    pub share: f64,
    /// The same share of everybody.
    pub share_of_all: f64,
}

/// The people behind the scheme with this id; none when there is no such scheme.
#[must_use]
pub fn people(book: &Book, standing: &Standing, scheme: &str) -> Option<People> {
    let classified = standing.scheme(scheme)?;
    // Who belongs where?
    let groups = groups(standing, classified);
    // What is known of them, and how often is it so?
    let dimensions = dimension::dimensions(book, standing);
    let tallies: Vec<Tally<'_>> = dimensions.iter().map(|dimension| Tally::new(dimension, &groups)).collect();
    // What is more common here than elsewhere?
    let mut distinctions = distinction::distinctions(&tallies, classified.segments.len());
    let mut profiles = profile::profiles(book, standing, &groups, &tallies);
    let everybody = profiles.pop()?;
    let each = classified.segments.iter().zip(profiles).zip(distinctions.drain(..));
    let segments = each.map(|((segment, profile), distinctions)| Persona { segment: segment.clone(), profile, distinctions });
    Some(People {
        scheme: scheme.to_owned(),
        segments: segments.collect(),
        everybody,
        dots: dots(standing, classified),
        breakdowns: breakdown::breakdowns(book, standing),
    })
}

/// The customers of every segment, then everybody.
fn groups(standing: &Standing, classified: &Classified) -> Vec<Vec<CustomerId>> {
    let mut groups = vec![Vec::new(); classified.segments.len()];
    for customer in standing.customers() {
        if let Some(group) = groups.get_mut(usize::from(classified.of[customer.index()])) {
            group.push(customer);
        }
    }
    groups.push(standing.customers().collect());
    groups
}

fn dots(standing: &Standing, classified: &Classified) -> Vec<Dot> {
    let measures = &standing.measures;
    let step = (measures.customer_count() as usize).div_ceil(DOTS).max(1);
    let dot = |customer: CustomerId| Dot {
        orders: measures.orders[customer.index()],
        monetary: super::scores::shown(measures.raw(Factor::Monetary, customer), measures.raw_per_unit(Factor::Monetary)),
        segment: classified.of[customer.index()],
    };
    standing.customers().step_by(step).map(dot).collect()
}
