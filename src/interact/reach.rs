//! Through which channels each customer can be contacted, and who does not want to be.
//!
//! A channel reaches a customer when the files hold a valid address for it, or a contact through it. Where no file says
//! anything about addresses, they are taken to be kept elsewhere and every channel is open. Invariant: who has refused
//! is contacted through no channel, whatever address there is; a doubtful answer is a refusal.

mod consent;

use crate::base::{CustomerId, Day};
use crate::differentiate::Standing;
use crate::identify::book::Channel;
use crate::identify::book::OwnColumn;
use crate::identify::values::contact::{is_email, is_phone};
use crate::identify::{Book, Customers};
use crate::recipe::{ContactChannel, Field};
use consent::Consents;
use serde::Serialize;

/// Some of the channels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Channels(u8);

impl Channels {
    /// Every channel.
    pub const ALL: Self = Self(0x7f);

    /// Whether the channel is among them.
    #[must_use]
    pub const fn has(self, channel: ContactChannel) -> bool {
        self.0 & Self::bit(channel) != 0
    }

    fn add(&mut self, channel: ContactChannel) {
        self.0 |= Self::bit(channel);
    }

    fn remove(&mut self, channels: Self) {
        self.0 &= !channels.0;
    }

    const fn bit(channel: ContactChannel) -> u8 {
        1 << channel as u8
    }
}

/// How each customer can be contacted; columns indexed by [`CustomerId`].
#[derive(Debug, Default)]
pub struct Reach {
    /// Channels that reach and are allowed.
    pub channels: Vec<Channels>,
    /// Who wants no contact at all.
    pub refused: Vec<bool>,
    /// Channels that the customer does not want, whatever address there is.
    pub opted_out: Vec<Channels>,
    /// The channel that was used most so far, of equal ones the one used last.
    pub best: Vec<Option<ContactChannel>>,
    /// Whether the files say nothing about addresses, so that every channel is taken to be open.
    pub is_assumed: bool,
}

/// How each customer can be contacted.
#[must_use]
pub fn reach(book: &Book) -> Reach {
    let customers = &book.customers;
    let consents = Consents::of(customers);
    let messengers: Vec<&OwnColumn> = customers.own.iter().filter(|own| consent::is_messenger(&own.header)).collect();
    let addresses = [Field::Phone, Field::Email, Field::Address].iter().any(|field| customers.attributes.contains_key(field));
    let is_assumed = !addresses && messengers.is_empty() && book.interactions.day.is_empty();
    let mut reach = Reach { is_assumed, ..Reach::default() };
    for customer in customers.iter() {
        let mut channels = if is_assumed { Channels::ALL } else { with_address(customers, &messengers, customer) };
        let used = used(book, customer);
        used.iter().for_each(|&(_, _, channel)| channels.add(channel));
        invite(&mut channels);
        let mut opted_out = Channels::default();
        consents.refused_channels(customers, customer).for_each(|channel| opted_out.add(channel));
        channels.remove(opted_out);
        reach.opted_out.push(opted_out);
        reach.refused.push(consents.refuses(customers, customer));
        reach.best.push(used.iter().max_by_key(|(count, last, channel)| (*count, *last, std::cmp::Reverse(*channel))).map(|used| used.2));
        reach.channels.push(channels);
    }
    reach
}

impl Reach {
    /// The channels of this list that may be used for this customer: the one used most first, then in the order of the list.
    #[must_use]
    pub fn in_order(&self, customer: CustomerId, wanted: &[ContactChannel]) -> Vec<ContactChannel> {
        let index = customer.index();
        if self.refused.get(index).copied().unwrap_or(true) {
            return Vec::new();
        }
        let open = self.channels.get(index).copied().unwrap_or_default();
        let mut channels: Vec<ContactChannel> = wanted.iter().copied().filter(|&channel| open.has(channel)).collect();
        let best = self.best.get(index).copied().flatten();
        channels.sort_by_key(|channel| Some(*channel) != best);
        channels
    }
}

fn with_address(customers: &Customers, messengers: &[&OwnColumn], customer: CustomerId) -> Channels {
    let mut channels = Channels::default();
    let phone = customers.attribute(Field::Phone, customer);
    if is_dialable(phone) {
        channels.add(ContactChannel::Phone);
        if !is_landline(phone) {
            channels.add(ContactChannel::Sms);
        }
    }
    if is_email(customers.attribute(Field::Email, customer)) {
        channels.add(ContactChannel::Email);
    }
    if !customers.attribute(Field::Address, customer).is_empty() {
        channels.add(ContactChannel::Visit);
    }
    if messengers.iter().any(|own| consent::is_given(customers.own_text(own, customer))) {
        channels.add(ContactChannel::Wechat);
    }
    channels
}

/// Who can be written to or called can be invited.
fn invite(channels: &mut Channels) {
    use ContactChannel::{Email, Event, Phone, Sms, Wechat};
    if [Phone, Wechat, Email, Sms].iter().any(|&channel| channels.has(channel)) {
        channels.add(Event);
    }
}

/// A masked number (138****8000) is a phone number, but nobody can dial it. Digits alone count here: the column is known to hold phones.
fn is_dialable(phone: &str) -> bool {
    let digits = phone.bytes().filter(u8::is_ascii_digit).count();
    let rest = phone.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b' ' | b'(' | b')' | b'.' | b'/'));
    !phone.contains('*') && (is_phone(phone) || (rest && (7..=15).contains(&digits)))
}

/// Chinese landlines and service numbers take no text messages.
fn is_landline(phone: &str) -> bool {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let national = digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86").filter(|rest| rest.len() >= 10)).unwrap_or(&digits);
    let has_country = phone.starts_with('+') && !digits.starts_with("86");
    !has_country
        && ((national.starts_with('0') && (10..=12).contains(&national.len())) || (national.starts_with("400") && national.len() == 10))
}

/// How often and when last each channel was used.
fn used(book: &Book, customer: CustomerId) -> Vec<(u32, Day, ContactChannel)> {
    let mut used: Vec<(u32, Day, ContactChannel)> = Vec::new();
    let contacts = &book.interactions;
    for place in contacts.of(customer) {
        let Some(channel) = contacts.channel.get(place).copied().and_then(contact_channel) else { continue };
        let (count, day) = (contacts.count[place], contacts.day[place]);
        match used.iter_mut().find(|known| known.2 == channel) {
            Some(known) => *known = (known.0.saturating_add(count), known.1.max(day), channel),
            None => used.push((count, day, channel)),
        }
    }
    used
}

/// The channel of a contact of the past; none for what customers do by themselves, as page views and likes.
#[must_use]
pub const fn contact_channel(channel: Channel) -> Option<ContactChannel> {
    Some(match channel {
        Channel::Phone => ContactChannel::Phone,
        Channel::Email => ContactChannel::Email,
        Channel::Sms => ContactChannel::Sms,
        Channel::Messenger => ContactChannel::Wechat,
        Channel::Chat => ContactChannel::Chat,
        Channel::Meeting => ContactChannel::Visit,
        Channel::Event => ContactChannel::Event,
        Channel::Visit | Channel::Click | Channel::Download | Channel::Comment | Channel::Like | Channel::Share | Channel::Other => {
            return None;
        }
    })
}

/// What the channel needs to reach the customer: a number to dial, an e-mail address, a street; empty where it is kept elsewhere.
#[must_use]
pub fn address(book: &Book, customer: CustomerId, channel: ContactChannel) -> &str {
    let field = match channel {
        ContactChannel::Phone | ContactChannel::Sms => Field::Phone,
        ContactChannel::Email => Field::Email,
        ContactChannel::Visit => Field::Address,
        ContactChannel::Wechat | ContactChannel::Chat | ContactChannel::Event => return "",
    };
    book.customers.attribute(field, customer)
}

/// How much of one tier can be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Coverage {
    /// Tier code.
    pub tier: String,
    /// Its customers.
    pub customers: u32,
    /// Those who want no contact.
    pub refused: u32,
    /// Those who did not refuse, but whom no channel reaches.
    pub unreachable: u32,
    /// Those who did not refuse, by channel that reaches them.
    pub by_channel: Vec<(ContactChannel, u32)>,
    /// Those who did not refuse altogether, by channel that they do not want.
    pub opted_out: Vec<(ContactChannel, u32)>,
    /// Those who did not refuse, by the channel that was used most with them so far.
    pub best: Vec<(ContactChannel, u32)>,
}

/// How much of every tier can be reached, in the order of the tiers.
#[must_use]
pub fn coverage(reach: &Reach, standing: &Standing) -> Vec<Coverage> {
    let Some(tiers) = standing.schemes.get(standing.tier) else { return Vec::new() };
    let by_channel = || ContactChannel::ALL.map(|channel| (channel, 0)).to_vec();
    let none = |tier: &str| Coverage {
        tier: tier.to_owned(),
        customers: 0,
        refused: 0,
        unreachable: 0,
        by_channel: by_channel(),
        opted_out: by_channel(),
        best: by_channel(),
    };
    let mut coverage: Vec<Coverage> = tiers.segments.iter().map(|segment| none(&segment.code)).collect();
    for customer in standing.customers() {
        let index = customer.index();
        let place = tiers.of.get(index).copied().map(usize::from);
        let Some(tier) = place.and_then(|place| coverage.get_mut(place)) else { continue };
        tier.customers += 1;
        if reach.refused.get(index).copied().unwrap_or(false) {
            tier.refused += 1;
            continue;
        }
        let open = reach.channels.get(index).copied().unwrap_or_default();
        tier.unreachable += u32::from(open == Channels::default());
        let out = reach.opted_out.get(index).copied().unwrap_or_default();
        let best = reach.best.get(index).copied().flatten();
        tier.by_channel.iter_mut().for_each(|(channel, count)| *count += u32::from(open.has(*channel)));
        tier.opted_out.iter_mut().for_each(|(channel, count)| *count += u32::from(out.has(*channel)));
        tier.best.iter_mut().for_each(|(channel, count)| *count += u32::from(best == Some(*channel)));
    }
    coverage
}
