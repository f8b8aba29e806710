//! The contacts of a calendar by page: those that are planned, and those that are not.
//!
//! A hundred thousand customers have some hundred thousand contacts, so a screen asks for the few that it shows. Invariant: the
//! pages together are everything that fits the query, each once, in the order of the days or of the value.

use super::{Calendar, Entry, Left, LeftReason, Trigger};
use crate::base::{Day, Money};
use crate::differentiate::Standing;
use crate::differentiate::customers::PAGE_LIMIT;
use crate::identify::Book;
use crate::interact::reach::address;
use crate::recipe::{ContactChannel, Field, Play};
use serde::{Deserialize, Serialize};

/// Which contacts are wanted; what is not named does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct ContactQuery {
    /// From this day on.
    #[cfg_attr(test, ts(optional, type = "string"))]
    pub from: Option<Day>,
    /// Up to this day.
    #[cfg_attr(test, ts(optional, type = "string"))]
    pub to: Option<Day>,
    /// With the customers of this account manager; empty for those of nobody.
    #[cfg_attr(test, ts(optional))]
    pub owner: Option<String>,
    /// With customers of this tier.
    #[cfg_attr(test, ts(optional))]
    pub tier: Option<String>,
    /// Through this channel.
    #[cfg_attr(test, ts(optional))]
    pub channel: Option<ContactChannel>,
    /// For this.
    #[cfg_attr(test, ts(optional))]
    pub play: Option<Play>,
    /// Only those that people make.
    #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
    pub by_people: bool,
    /// How many to skip.
    pub offset: u32,
    /// How many to give, at most 1000.
    pub limit: u32,
}

/// A page of contacts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ContactPage {
    /// Contacts on all pages.
    pub total: u32,
    /// Those of this page, by day.
    pub rows: Vec<ContactRow>,
}

/// One contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ContactRow {
    /// Number to ask for the card with.
    pub customer: u32,
    /// Identifier.
    pub customer_id: String,
    /// Name; empty when unknown.
    pub customer_name: String,
    /// Tier code.
    pub tier: String,
    /// Account manager; empty when there is none.
    pub owner: String,
    /// What the channel needs to reach the customer; empty where it is kept elsewhere.
    pub address: String,
    /// When.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: Day,
    /// How.
    pub channel: ContactChannel,
    /// What for.
    pub play: Play,
    /// Why then.
    pub trigger: Trigger,
    /// Staff minutes; 0 when a machine does it.
    pub minutes: u32,
    /// Whether it goes through a cheaper channel than it was meant for.
    pub is_moved: bool,
}

/// Which contacts that are not planned are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct LeftQuery {
    /// For this reason.
    #[cfg_attr(test, ts(optional))]
    pub reason: Option<LeftReason>,
    /// How many to skip.
    pub offset: u32,
    /// How many to give, at most 1000.
    pub limit: u32,
}

/// A page of customers with contacts that are not planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct LeftPage {
    /// Rows on all pages.
    pub total: u32,
    /// Those of this page, the most valuable first.
    pub rows: Vec<LeftRow>,
}

/// A customer with contacts that are not planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct LeftRow {
    /// Number to ask for the card with.
    pub customer: u32,
    /// Identifier.
    pub customer_id: String,
    /// Name; empty when unknown.
    pub customer_name: String,
    /// Tier code.
    pub tier: String,
    /// Why not.
    pub reason: LeftReason,
    /// How many contacts.
    pub contacts: u32,
    /// What is at stake with them.
    #[cfg_attr(test, ts(type = "number"))]
    pub value: Money,
}

impl Calendar {
    /// A page of the contacts.
    #[must_use]
    pub fn page(&self, book: &Book, standing: &Standing, query: &ContactQuery) -> ContactPage {
        let (total, entries) = self.found(book, standing, query);
        ContactPage { total, rows: entries.map(|entry| ContactRow::of(book, standing, entry)).collect() }
    }

    /// How many contacts fit the query, and those of its page.
    pub(crate) fn found<'a>(
        &'a self,
        book: &'a Book,
        standing: &'a Standing,
        query: &'a ContactQuery,
    ) -> (u32, impl Iterator<Item = &'a Entry>) {
        let wanted = move || self.entries.iter().filter(move |entry| fits(book, standing, query, entry));
        let total = u32::try_from(wanted().count()).unwrap_or(u32::MAX);
        (total, wanted().skip(query.offset as usize).take(query.limit.min(PAGE_LIMIT) as usize))
    }

    /// A page of the contacts that are not planned.
    #[must_use]
    pub fn left_page(&self, book: &Book, standing: &Standing, query: &LeftQuery) -> LeftPage {
        let mut wanted: Vec<&Left> = self.left.iter().filter(|left| query.reason.is_none_or(|reason| reason == left.reason)).collect();
        let id = |left: &Left| book.customers.id(left.customer);
        wanted.sort_by(|a, b| b.value.cmp(&a.value).then_with(|| id(a).cmp(id(b))).then(a.reason.cmp(&b.reason)));
        let total = u32::try_from(wanted.len()).unwrap_or(u32::MAX);
        let of_page = wanted.into_iter().skip(query.offset as usize).take(query.limit.min(PAGE_LIMIT) as usize);
        LeftPage { total, rows: of_page.map(|left| left_row(book, standing, left)).collect() }
    }
}

impl ContactRow {
    pub(crate) fn of(book: &Book, standing: &Standing, entry: &Entry) -> Self {
        let (customers, customer) = (&book.customers, entry.customer);
        Self {
            customer: customer.0,
            customer_id: customers.shown_id(customer).into_owned(),
            customer_name: customers.shown(Field::CustomerName, customer).into_owned(),
            tier: standing.tier_of(customer).to_owned(),
            owner: customers.shown(Field::Owner, customer).into_owned(),
            address: customers.shown_address(address(book, customer, entry.channel)).into_owned(),
            day: entry.day,
            channel: entry.channel,
            play: entry.play,
            trigger: entry.trigger,
            minutes: entry.minutes,
            is_moved: entry.is_moved,
        }
    }
}

fn fits(book: &Book, standing: &Standing, query: &ContactQuery, entry: &Entry) -> bool {
    query.from.is_none_or(|from| entry.day >= from)
        && query.to.is_none_or(|to| entry.day <= to)
        && query.channel.is_none_or(|channel| entry.channel == channel)
        && query.play.is_none_or(|play| entry.play == play)
        && (!query.by_people || entry.minutes > 0)
        && query.owner.as_deref().is_none_or(|owner| book.customers.attribute(Field::Owner, entry.customer) == owner)
        && query.tier.as_deref().is_none_or(|tier| standing.tier_of(entry.customer) == tier)
}

fn left_row(book: &Book, standing: &Standing, left: &Left) -> LeftRow {
    LeftRow {
        customer: left.customer.0,
        customer_id: book.customers.shown_id(left.customer).into_owned(),
        customer_name: book.customers.shown(Field::CustomerName, left.customer).into_owned(),
        tier: standing.tier_of(left.customer).to_owned(),
        reason: left.reason,
        contacts: left.contacts,
        value: left.value,
    }
}
