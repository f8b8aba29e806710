//! The [`Book`]: every customer once, every order line once, grouped by customer.
//!
//! Columns, not objects: ten million lines must fit into a browser tab, so a line is 24 bytes.
//! Invariant: customers are numbered in the byte order of their ids, lines of a customer are in the
//! order of time, so nothing that follows depends on the order of the rows in the files.

mod shown;
mod tables;

#[cfg(feature = "web")]
pub(crate) use shown::masked;
pub use tables::{Counts, Join, TableReport};

use super::IssueLog;
use super::clean::DuplicateGroup;
use super::clean::overrides::Override;
use crate::Error;
use crate::base::{CustomerId, Day, Interner, Money, TextId};
use crate::recipe::Field;
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

/// One clean customer file with its orders, and the log of what was done to get it.
#[derive(Debug, Default)]
pub struct Book {
    /// Who they are.
    pub customers: Customers,
    /// What they bought; empty when the file brings ready-made measures.
    pub ledger: Ledger,
    /// When and how they were in touch.
    pub interactions: Interactions,
    /// What they said.
    pub feedback: Feedback,
    /// Ready-made measures, for files with one row per customer.
    pub ready: Option<ReadyMeasures>,
    /// What was repaired and left out.
    pub issues: IssueLog,
    /// How many rows.
    pub counts: Counts,
    /// What came in, table by table, also those that were not used.
    pub tables: Vec<TableReport>,
    /// Why nobody can be scored, when the files bring customers but neither orders nor ready-made measures.
    pub not_scored: Option<Error>,
    /// Groups of duplicates that became one customer, in the order of their ids.
    pub merged: Vec<DuplicateGroup>,
    /// Customers whom somebody put into a segment by hand, in the order of customer and scheme.
    pub overrides: Vec<Override>,
}

impl Book {
    /// Whether there is any order of this customer, be it later than the analysis day; otherwise it is a prospect.
    #[must_use]
    pub fn has_orders(&self, customer: CustomerId) -> bool {
        match &self.ready {
            Some(ready) => ready.has(customer),
            None => !self.ledger.lines(customer).is_empty(),
        }
    }
}

/// Who the customers are: columns indexed by [`CustomerId`].
#[derive(Debug, Default)]
pub struct Customers {
    /// Identifiers as text, in byte order: `ids.get(TextId(customer.0))`.
    pub ids: Interner,
    /// What else is known, one column per field of [`Field::ATTRIBUTES`] that was mapped; [`TextId::NONE`] where unknown.
    pub attributes: BTreeMap<Field, Vec<TextId>>,
    /// Other columns of customer lists, as answers to a survey, in the order of the files.
    pub own: Vec<OwnColumn>,
    /// The last day on which anything was heard of each customer: an order, a contact, feedback, an update of the list.
    /// [`Day::MIN`] when no row with them has a day.
    pub heard: Vec<Day>,
    /// Place of each customer in the order in which the files name them; empty when that is not known.
    pub seen: Vec<u32>,
    /// Who else claims to look after a customer, where the rows disagree: every owner they name, by customer and text.
    pub rival_owners: Vec<(CustomerId, TextId)>,
    /// The texts of `attributes`, `own` and `rival_owners`.
    pub texts: Interner,
    /// The place of each text among the names, made when a list is first sorted by them.
    pub(crate) name_ranks: OnceLock<Vec<u32>>,
    /// Whether screens show names, phone numbers and addresses masked. Files are never masked by it.
    pub masked: bool,
}

/// A column that plays no role, kept as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnColumn {
    /// Its header.
    pub header: String,
    /// One text per customer, [`TextId::NONE`] where there is none.
    pub values: Vec<TextId>,
}

impl Customers {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// All customers, in the order of their ids.
    #[expect(clippy::cast_possible_truncation, reason = "customers are numbered with u32")]
    pub fn iter(&self) -> impl Iterator<Item = CustomerId> + use<> {
        (0..self.len() as u32).map(CustomerId)
    }

    /// The identifier as it stands in the file.
    #[must_use]
    pub fn id(&self, customer: CustomerId) -> &str {
        self.ids.get(TextId(customer.0))
    }

    /// What is known of this customer in this field; empty when nothing is.
    #[must_use]
    pub fn attribute(&self, field: Field, customer: CustomerId) -> &str {
        let id = self.attributes.get(&field).and_then(|column| column.get(customer.index()));
        id.map_or("", |&id| self.texts.get(id))
    }

    /// What stands in a column of the files' own; empty when nothing does.
    #[must_use]
    pub fn own_text<'a>(&'a self, column: &OwnColumn, customer: CustomerId) -> &'a str {
        column.values.get(customer.index()).map_or("", |&id| self.texts.get(id))
    }

    /// The last day on which anything was heard of this customer; none when nobody knows.
    #[must_use]
    pub fn last_heard(&self, customer: CustomerId) -> Option<Day> {
        self.heard.get(customer.index()).copied().filter(|&day| day != Day::MIN)
    }

    /// Takes a day on which something was heard of a customer.
    pub(super) fn heard_on(&mut self, customer: CustomerId, day: Option<Day>) {
        if let (Some(heard), Some(day)) = (self.heard.get_mut(customer.index()), day) {
            *heard = day.max(*heard);
        }
    }

    /// Takes the days of rows that are grouped by customer and in the order of time.
    pub(super) fn hear(&mut self, starts: &[u32], days: &[Day]) {
        for (heard, bounds) in self.heard.iter_mut().zip(starts.windows(2)) {
            let last = days.get(bounds[0] as usize..bounds[1] as usize).and_then(<[Day]>::last);
            *heard = last.map_or(*heard, |&last| last.max(*heard));
        }
    }
}

/// Where the rows of this customer stand, in columns that are grouped by customer.
fn rows_of(starts: &[u32], customer: CustomerId) -> Range<usize> {
    let index = customer.index();
    match (starts.get(index), starts.get(index + 1)) {
        (Some(&start), Some(&end)) => start as usize..end as usize,
        _ => 0..0,
    }
}

impl Interactions {
    /// Where the contacts of this customer stand in the columns.
    #[must_use]
    pub fn of(&self, customer: CustomerId) -> Range<usize> {
        rows_of(&self.starts, customer)
    }
}

/// Order lines in columns, grouped by customer and, within a customer, in the order of time.
#[derive(Debug, Default)]
pub struct Ledger {
    /// Where each customer's lines begin; one more entry than customers.
    pub starts: Vec<u32>,
    /// Day of each line.
    pub day: Vec<Day>,
    /// Seconds since midnight of each line; empty when the files have no times.
    pub second: Vec<u32>,
    /// Amount of each line; negative for refunds.
    pub amount: Vec<Money>,
    /// Order of each line; [`TextId::NONE`] throughout when no order id is mapped.
    pub order: Vec<TextId>,
    /// Product of each line; empty when no product is mapped.
    pub product: Vec<TextId>,
    /// Whether each line is a refund, return or cancellation (negative amount or quantity).
    pub refund: Vec<bool>,
    /// Order ids as text.
    pub orders: Interner,
    /// Product names.
    pub products: Interner,
    /// Category of each product, by its number in `products`; the first in byte order where rows disagree. Shorter than `products`,
    /// or empty, where no row says it.
    pub category: Vec<TextId>,
    /// Category names.
    pub categories: Interner,
}

impl Ledger {
    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.day.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.day.is_empty()
    }

    /// Where the lines of this customer stand in the columns.
    #[must_use]
    pub fn lines(&self, customer: CustomerId) -> Range<usize> {
        rows_of(&self.starts, customer)
    }

    /// The category of a product; empty when no row says it.
    #[must_use]
    pub fn category_of(&self, product: TextId) -> &str {
        self.category.get(product.index()).map_or("", |&category| self.categories.get(category))
    }

    /// Whether the files name orders.
    #[must_use]
    pub fn has_order_ids(&self) -> bool {
        !self.orders.is_empty()
    }
}

/// Contacts in columns, grouped by customer and, within a customer, in the order of time.
#[derive(Debug, Default)]
pub struct Interactions {
    /// Where each customer's contacts begin; one more entry than customers, or empty when there are none at all.
    pub starts: Vec<u32>,
    /// Day of each; [`Day::MIN`] when the file has none, as for counts of likes.
    pub day: Vec<Day>,
    /// Through which channel.
    pub channel: Vec<Channel>,
    /// How many contacts the row stands for, at least 1.
    pub count: Vec<u32>,
    /// What it was about.
    pub subject: Vec<TextId>,
    /// The texts of `subject`.
    pub subjects: Interner,
}

/// Feedback in columns, grouped by customer and, within a customer, in the order of time.
#[derive(Debug, Default)]
pub struct Feedback {
    /// Where each customer's feedback begins; one more entry than customers, or empty when there is none at all.
    pub starts: Vec<u32>,
    /// Day of each; [`Day::MIN`] when the file has none.
    pub day: Vec<Day>,
    /// What it is.
    pub kind: Vec<FeedbackKind>,
    /// What a complaint is about, in the file's own words; [`TextId::NONE`] where nobody classified it.
    pub class: Vec<TextId>,
    /// Satisfaction overall, with quality, attitude and delivery, each 0 to 100; [`Feedback::NO_RATING`] where there is none.
    pub rating: Vec<[u8; 4]>,
    /// Whether the overall rating was given from 0 to 10, so that promoters and detractors can be told apart.
    pub of_ten: Vec<bool>,
    /// Day on which it was resolved, where the file says so.
    pub resolved: Vec<Option<Day>>,
    /// Whether it is still open; unknown states count as open unless there is a day on which it was resolved.
    pub open: Vec<bool>,
    /// What it was about.
    pub subject: Vec<TextId>,
    /// The texts of `subject` and `class`.
    pub subjects: Interner,
}

impl Feedback {
    /// Stands for "no rating".
    pub const NO_RATING: u8 = u8::MAX;

    /// Satisfaction of a row, 0 to 100: overall where that is given, else the mean of its aspects; none without any rating.
    #[must_use]
    pub fn satisfaction(&self, row: usize) -> Option<f64> {
        let [overall, aspects @ ..] = *self.rating.get(row)?;
        if overall != Self::NO_RATING {
            return Some(f64::from(overall));
        }
        let given = aspects.into_iter().filter(|&rating| rating != Self::NO_RATING);
        let (sum, count) = given.fold((0.0, 0.0), |(sum, count), rating| (sum + f64::from(rating), count + 1.0));
        (count > 0.0).then(|| sum / count)
    }

    /// Where the feedback of this customer stands in the columns.
    #[must_use]
    pub fn of(&self, customer: CustomerId) -> Range<usize> {
        rows_of(&self.starts, customer)
    }
}

/// Through which channel a contact was, or what was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Phone call.
    Phone,
    /// E-mail.
    Email,
    /// Text message.
    Sms,
    /// `WeChat` and other messengers.
    Messenger,
    /// Live chat on a site.
    Chat,
    /// Meeting or visit.
    Meeting,
    /// Fair, seminar, event attended.
    Event,
    /// Page viewed.
    Visit,
    /// Link or advertisement clicked.
    Click,
    /// Download.
    Download,
    /// Comment on social media.
    Comment,
    /// Like on social media.
    Like,
    /// Share on social media.
    Share,
    /// Anything else.
    #[default]
    Other,
}

/// What a piece of feedback is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum FeedbackKind {
    /// A rating, with or without words.
    #[default]
    Rating,
    /// A complaint.
    Complaint,
    /// A suggestion.
    Suggestion,
    /// Praise.
    Praise,
    /// A question or anything else.
    Other,
}

/// Measures that the file brings ready-made, one row per customer; columns indexed by [`CustomerId`].
#[derive(Debug, Default)]
pub struct ReadyMeasures {
    /// Day of the last order, where the file has it.
    pub last_order: Vec<Option<Day>>,
    /// Day of the first order, where the file has it.
    pub first_order: Vec<Option<Day>>,
    /// Days since the last order, where the file has it.
    pub recency_days: Vec<Option<i32>>,
    /// Number of orders.
    pub orders: Vec<u32>,
    /// Revenue.
    pub revenue: Vec<Money>,
}

impl ReadyMeasures {
    /// Whether the file has measures of this customer, rather than only a list naming them.
    #[must_use]
    pub fn has(&self, customer: CustomerId) -> bool {
        let index = customer.index();
        let has_day = self.last_order.get(index).copied().flatten().is_some();
        has_day || self.recency_days.get(index).copied().flatten().is_some()
    }
}
