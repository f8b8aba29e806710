//! The message of one contact: the template that fits, filled in.
//!
//! Invariant: what a draft leaves empty and what it replaces is said with it.

use super::fields::{FieldName, Piece, pieces};
use crate::base::{CustomerId, Day, TextId};
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::interact::calendar::{Calendar, ContactQuery, ContactRow, Entry};
use crate::recipe::{ContactChannel, Field, MessageLanguage, Play, Template};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What messages are made with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Messaging {
    /// The language that is written; templates of another one are passed over.
    pub language: MessageLanguage,
    /// Templates, of which the first that fits a contact counts.
    pub templates: Vec<Template>,
    /// Names of the tiers by their codes; a code without a name stands as it is.
    pub tiers: BTreeMap<String, String>,
}

/// A message, filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// What an e-mail is headed by.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Fields of which nothing is known, left empty.
    pub missing: Vec<FieldName>,
    /// Fields of which nothing is known, for which the fallback stands.
    pub replaced: Vec<FieldName>,
}

/// A page of messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct DraftPage {
    /// Contacts on all pages.
    pub total: u32,
    /// Those of this page, by day.
    pub rows: Vec<DraftRow>,
}

/// A contact with its message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct DraftRow {
    /// The contact.
    pub contact: ContactRow,
    /// Whether there is a template for it.
    pub has_template: bool,
    /// What an e-mail is headed by.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Fields of which nothing is known, left empty.
    pub missing: Vec<FieldName>,
    /// Fields of which nothing is known, for which the fallback stands.
    pub replaced: Vec<FieldName>,
}

/// A template, taken apart.
pub(super) struct Parsed<'a> {
    pub(super) subject: Vec<Piece<'a>>,
    pub(super) text: Vec<Piece<'a>>,
}

/// Fills templates in.
pub struct Writer<'a> {
    book: &'a Book,
    standing: &'a Standing,
    messaging: &'a Messaging,
    pub(super) parsed: Vec<Parsed<'a>>,
    /// The template for each tier, play and channel.
    chosen: Vec<Option<usize>>,
    /// Whether this is for a screen, on which names may be masked, and not for a message that is sent.
    is_shown: bool,
}

impl<'a> Writer<'a> {
    /// Takes the templates apart once.
    #[must_use]
    pub fn new(book: &'a Book, standing: &'a Standing, messaging: &'a Messaging) -> Self {
        let parsed = messaging.templates.iter().map(|template| Parsed { subject: pieces(&template.subject), text: pieces(&template.text) });
        let tiers = standing.schemes.get(standing.tier).map_or(&[][..], |tiers| &tiers.segments[..]);
        let chosen = tiers.iter().flat_map(|tier| {
            let of_play = move |play| ContactChannel::ALL.map(|channel| template_for(messaging, &tier.code, play, channel));
            Play::ALL.into_iter().flat_map(of_play)
        });
        Self { book, standing, messaging, parsed: parsed.collect(), chosen: chosen.collect(), is_shown: false }
    }

    /// The same messages as a screen shows them.
    fn shown(self) -> Self {
        Self { is_shown: true, ..self }
    }

    /// Which template a contact gets.
    pub(super) fn template(&self, entry: &Entry) -> Option<usize> {
        let tiers = self.standing.schemes.get(self.standing.tier)?;
        let tier = usize::from(*tiers.of.get(entry.customer.index())?);
        let place = (tier * Play::ALL.len() + entry.play as usize) * ContactChannel::ALL.len() + entry.channel as usize;
        self.chosen.get(place).copied().flatten()
    }

    /// The message of a contact; none when no template is for it.
    #[must_use]
    pub fn draft(&self, entry: &Entry) -> Option<Draft> {
        let parsed = self.parsed.get(self.template(entry)?)?;
        let mut draft = Draft::default();
        let subject = self.fill(&parsed.subject, entry, &mut draft);
        let text = self.fill(&parsed.text, entry, &mut draft);
        for fields in [&mut draft.missing, &mut draft.replaced] {
            fields.sort_unstable();
            fields.dedup();
        }
        Some(Draft { subject, text, ..draft })
    }

    fn fill(&self, pieces: &[Piece<'_>], entry: &Entry, draft: &mut Draft) -> String {
        let mut text = String::new();
        for piece in pieces {
            match *piece {
                Piece::Text(plain) => text.push_str(plain),
                // Shown as it was written, so that whoever wrote it sees what is wrong.
                Piece::Unknown(name) => text.extend(["{{", name, "}}"]),
                Piece::Field(field, fallback) => match (self.value(field, entry), fallback) {
                    (Some(value), _) => text.push_str(&value),
                    (None, Some(instead)) => {
                        draft.replaced.push(field);
                        text.push_str(instead);
                    }
                    (None, None) => draft.missing.push(field),
                },
            }
        }
        text
    }

    /// What is known, as it is written in the language of the message.
    #[must_use]
    pub fn value(&self, field: FieldName, entry: &Entry) -> Option<String> {
        let (customer, measures) = (entry.customer, &self.standing.measures);
        let customers = &self.book.customers;
        let text = |field| if self.is_shown { customers.shown(field, customer) } else { customers.attribute(field, customer).into() };
        let attribute = |field| Some(text(field)).filter(|text| !text.is_empty()).map(Cow::into_owned);
        let last = || measures.last_order_known(customer).filter(|_| self.has_orders(customer));
        match field {
            FieldName::Name => attribute(Field::CustomerName),
            FieldName::Company => attribute(Field::Company),
            FieldName::Owner => attribute(Field::Owner),
            FieldName::City => attribute(Field::City),
            FieldName::CustomerId if self.is_shown => Some(customers.shown_id(customer).into_owned()),
            FieldName::CustomerId => Some(customers.id(customer).to_owned()),
            FieldName::Tier => {
                let code = self.standing.tier_of(customer);
                Some(self.messaging.tiers.get(code).map_or(code, String::as_str).to_owned()).filter(|text| !text.is_empty())
            }
            FieldName::LastOrderDate => last().map(|day| written(day, self.messaging.language)),
            FieldName::DaysSinceOrder => last().map(|day| entry.day.days_since(day).to_string()),
            FieldName::Orders => self.has_orders(customer).then(|| measures.orders[customer.index()].to_string()),
            FieldName::FavouriteProduct => self.favourite(customer).map(str::to_owned),
            FieldName::Day => Some(written(entry.day, self.messaging.language)),
        }
    }

    fn has_orders(&self, customer: CustomerId) -> bool {
        self.standing.measures.orders.get(customer.index()).is_some_and(|orders| *orders > 0)
    }

    /// The product on most lines, of equal ones the one bought last.
    fn favourite(&self, customer: CustomerId) -> Option<&str> {
        let ledger = &self.book.ledger;
        let mut counts: BTreeMap<TextId, (u32, usize)> = BTreeMap::new();
        for line in ledger.lines(customer) {
            let product = ledger.product.get(line).copied().filter(|product| *product != TextId::NONE);
            if let Some(product) = product.filter(|_| !ledger.refund.get(line).copied().unwrap_or(false)) {
                let count = counts.entry(product).or_default();
                *count = (count.0 + 1, line);
            }
        }
        counts.into_iter().max_by_key(|(_, count)| *count).map(|(product, _)| ledger.products.get(product))
    }
}

fn template_for(messaging: &Messaging, tier: &str, play: Play, channel: ContactChannel) -> Option<usize> {
    messaging.templates.iter().position(|template| {
        template.language == messaging.language
            && template.tier.as_deref().is_none_or(|wanted| wanted == tier)
            && template.play.is_none_or(|wanted| wanted == play)
            && template.channel.is_none_or(|wanted| wanted == channel)
    })
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A day as a letter writes it.
fn written(day: Day, language: MessageLanguage) -> String {
    let (year, month, of_month) = day.ymd();
    match language {
        MessageLanguage::Chinese => format!("{year}年{month}月{of_month}日"),
        MessageLanguage::English => {
            let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.wrapping_sub(1))).copied().unwrap_or_default();
            format!("{of_month} {name} {year}")
        }
    }
}

impl Calendar {
    /// A page of the contacts with their messages.
    #[must_use]
    pub fn drafts(&self, book: &Book, standing: &Standing, query: &ContactQuery, messaging: &Messaging) -> DraftPage {
        let writer = Writer::new(book, standing, messaging).shown();
        let (total, entries) = self.found(book, standing, query);
        let row = |entry: &Entry| {
            let draft = writer.draft(entry);
            let has_template = draft.is_some();
            let Draft { subject, text, missing, replaced } = draft.unwrap_or_default();
            DraftRow { contact: ContactRow::of(book, standing, entry), has_template, subject, text, missing, replaced }
        };
        DraftPage { total, rows: entries.map(row).collect() }
    }
}
