//! What every customer is due, before anybody asks whether there is time.
//!
//! The rhythm goes on from the last contact; nobody who was never contacted is due on the same day as everybody else: a
//! number made from the customer's id spreads them. Invariant: whoever is not contacted, though the strategy wants it, is
//! listed with the reason.

mod care;
mod facts;

use super::fit::Task;
use super::horizon::{Horizon, WEEK};
use super::place::{Taken, allows, channel_allows};
use super::{Left, LeftReason, TierYear, Trigger};
use crate::base::{CustomerId, Money};
use crate::differentiate::Standing;
use crate::differentiate::lifetime_value::Predictions;
use crate::identify::Book;
use crate::interact::reach::Reach;
use crate::recipe::{ContactChannel, Play, Recipe, Strategy};
use care::Care;

/// What decides who is due when.
pub(super) struct Asking<'a> {
    pub(super) book: &'a Book,
    pub(super) standing: &'a Standing,
    pub(super) predictions: Option<&'a Predictions>,
    pub(super) recipe: &'a Recipe,
    pub(super) reach: &'a Reach,
    pub(super) horizon: &'a Horizon,
}

/// A contact that is wanted; the other half of a [`Task`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish {
    pub(super) customer: CustomerId,
    /// The day on which it is due.
    pub(super) due: i32,
    /// The first day on which it may be.
    pub(super) from: i32,
    /// Whether it has to be on that day.
    pub(super) is_exact: bool,
    /// Days to the contact before that are wanted at least.
    pub(super) gap: i32,
    pub(super) play: Play,
    pub(super) trigger: Trigger,
    pub(super) channel: ContactChannel,
    pub(super) cheaper: Option<ContactChannel>,
}

/// What all customers are due.
#[derive(Debug, Default)]
pub(super) struct Demand {
    /// By customer, and within a customer by day.
    pub(super) wishes: Vec<Wish>,
    /// What each takes.
    pub(super) tasks: Vec<Task>,
    pub(super) left: Vec<Left>,
    /// What a year comes to, by tier.
    pub(super) year: Vec<TierYear>,
}

/// How one customer is contacted.
struct Rhythm<'a> {
    strategy: &'a Strategy,
    channels: Vec<ContactChannel>,
    play: Play,
    trigger: Trigger,
    /// Days between two contacts.
    gap: f64,
    /// The first day on which there may be a contact.
    from: i32,
    /// Value of one contact, in raw steps.
    value: u64,
}

/// A day and what is due on it.
struct Due {
    at: i32,
    care: Option<Trigger>,
}

impl Demand {
    /// Contacts that are not planned, each with this at stake.
    fn leave(&mut self, customer: CustomerId, reason: LeftReason, contacts: u32, value: u64) {
        if contacts > 0 {
            let value = Money::from_raw(i64::try_from(value.saturating_mul(contacts.into())).unwrap_or(i64::MAX));
            self.left.push(Left { customer, reason, contacts, value });
        }
    }

    /// What a customer with so many contacts a year adds to the year of the tier. Hundredths, so that sums do not depend on order.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a few contacts a day")]
    fn add_year(&mut self, tier: usize, rate: f64, minutes: u32) {
        if let Some(year) = self.year.get_mut(tier) {
            let contacts = (rate * 100.0).round() as u64;
            year.contacts += contacts;
            year.minutes += contacts * u64::from(minutes);
        }
    }
}

impl Asking<'_> {
    pub(super) fn demand(&self) -> Demand {
        let mut demand = Demand::default();
        let care = Care::new(self.recipe, self.horizon);
        let Some(tiers) = self.standing.schemes.get(self.standing.tier) else { return demand };
        demand.year = vec![TierYear::default(); tiers.segments.len()];
        for customer in self.standing.customers() {
            let strategy = self.recipe.interact.get(tiers.code_of(customer)).filter(|strategy| strategy.contacts_per_year > 0);
            if let Some(strategy) = strategy {
                self.ask(customer, strategy, &care, &mut demand);
            }
        }
        demand
    }

    fn ask(&self, customer: CustomerId, strategy: &Strategy, care: &Care, demand: &mut Demand) {
        let (play, trigger, percent) = self.play(customer);
        let rate = f64::from(strategy.contacts_per_year) * f64::from(percent) / 100.0;
        if rate <= 0.0 {
            return;
        }
        let asked_gap = 365.0 / rate;
        let gap = asked_gap.max(f64::from(self.least_gap()));
        let (first, from) = self.first(customer, gap);
        let (wanted, possible) = (self.count(first, asked_gap), self.count(first, gap));
        let value = (self.stake(customer) / u64::from(wanted.max(1))).max(1);
        let channels = self.reach.in_order(customer, &strategy.channels);
        if let Some(reason) = self.reason_against(customer, &channels) {
            return demand.leave(customer, reason, wanted, value);
        }
        let minutes = channels.first().map_or(0, |channel| strategy.minutes_by(*channel));
        demand.add_year(self.tier(customer), 365.0 / gap, minutes);
        demand.leave(customer, LeftReason::Frequency, wanted - possible, value);
        let rhythm = Rhythm { strategy, channels, play, trigger, gap, from, value };
        self.wish(customer, &rhythm, &self.dues(customer, &rhythm, (first, possible), care), demand);
    }

    /// Place of the customer's tier.
    fn tier(&self, customer: CustomerId) -> usize {
        let tiers = self.standing.schemes.get(self.standing.tier);
        tiers.and_then(|tiers| tiers.of.get(customer.index())).map_or(usize::MAX, |place| usize::from(*place))
    }

    /// Why the customer is not contacted at all.
    fn reason_against(&self, customer: CustomerId, channels: &[ContactChannel]) -> Option<LeftReason> {
        if self.reach.refused.get(customer.index()).copied().unwrap_or(false) {
            return Some(LeftReason::Refused);
        }
        if self.has_open_complaint(customer) {
            return Some(LeftReason::Complaint);
        }
        channels.is_empty().then_some(LeftReason::Unreachable)
    }

    /// Days between two contacts that keep the caps whatever the day.
    fn least_gap(&self) -> u32 {
        let caps = &self.recipe.planning.caps;
        7_u32.div_ceil(caps.per_week.max(1)).max(30_u32.div_ceil(caps.per_month.max(1)))
    }

    /// How many contacts there are from the first day on.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most one for each of 371 days")]
    fn count(&self, first: i32, gap: f64) -> u32 {
        let days = self.horizon.days() - first;
        if days <= 0 { 0 } else { ((f64::from(days) - 0.5) / gap.max(1.0)) as u32 + 1 }
    }

    /// The days on which something is due, in order: care instead of the regular contact that would be close to it.
    #[expect(clippy::cast_possible_truncation, reason = "days of a plan")]
    fn dues(&self, customer: CustomerId, rhythm: &Rhythm<'_>, (first, count): (i32, u32), care: &Care) -> Vec<Due> {
        let least = i32::try_from(self.least_gap()).unwrap_or(WEEK);
        let days = care.days(self, customer, rhythm.from);
        let mut dues: Vec<Due> = Vec::new();
        for (at, trigger) in days {
            if dues.last().is_none_or(|last| at - last.at >= least) {
                dues.push(Due { at, care: Some(trigger) });
            }
        }
        let near = least.max((rhythm.gap / 3.0) as i32);
        let regular = (0..count).map(|k| first + (f64::from(k) * rhythm.gap) as i32);
        let regular: Vec<i32> = regular.filter(|at| dues.iter().all(|care| care.at.abs_diff(*at) >= near.unsigned_abs())).collect();
        dues.extend(regular.into_iter().map(|at| Due { at, care: None }));
        dues.sort_by_key(|due| due.at);
        dues
    }

    fn wish(&self, customer: CustomerId, rhythm: &Rhythm<'_>, dues: &[Due], demand: &mut Demand) {
        let mut taken = self.recorded(customer);
        let mut missed = 0;
        for due in dues {
            let open: Vec<ContactChannel> = rhythm
                .channels
                .iter()
                .copied()
                .filter(|channel| due.care.is_none() || !matches!(channel, ContactChannel::Visit | ContactChannel::Event))
                .filter(|&channel| channel_allows(&self.recipe.planning.caps, &taken, due.at, channel))
                .collect();
            let made = match due.care {
                Some(_) => self.care(customer, rhythm, due, &open),
                None => self.regular(customer, rhythm, due, &open),
            };
            match made {
                Some((wish, task)) => {
                    taken.push((wish.due, wish.channel));
                    demand.wishes.push(wish);
                    demand.tasks.push(task);
                }
                None => missed += 1,
            }
        }
        demand.leave(customer, LeftReason::Frequency, missed, rhythm.value);
    }

    fn regular(&self, customer: CustomerId, rhythm: &Rhythm<'_>, due: &Due, open: &[ContactChannel]) -> Option<(Wish, Task)> {
        let (&channel, later) = open.split_first()?;
        let minutes = rhythm.strategy.minutes_by(channel);
        let by = |channel: &ContactChannel| rhythm.strategy.minutes_by(*channel);
        let cheaper = later.iter().copied().filter(|channel| by(channel) < minutes).min_by_key(by);
        let slack = slack_weeks(rhythm.gap);
        let week = self.horizon.week_of(due.at);
        let weeks = (week.saturating_sub(slack).max(self.horizon.week_of(rhythm.from)), (week + slack).min(self.horizon.weeks() - 1));
        let wish = self.wish_of(customer, rhythm, due, (channel, cheaper));
        Some((wish, Task { weeks, due: week, minutes, cheaper: cheaper.as_ref().map(by), value: rhythm.value }))
    }

    /// A greeting goes through the channel that costs least, on its day, or on the working day before when a person sends it.
    fn care(&self, customer: CustomerId, rhythm: &Rhythm<'_>, due: &Due, open: &[ContactChannel]) -> Option<(Wish, Task)> {
        let channel = open.iter().copied().min_by_key(|channel| rhythm.strategy.minutes_by(*channel))?;
        let minutes = rhythm.strategy.minutes_by(channel);
        let at = if minutes == 0 { due.at } else { (rhythm.from..=due.at).rev().find(|&at| self.horizon.works(at))? };
        let week = self.horizon.week_of(at);
        let mut wish = self.wish_of(customer, rhythm, due, (channel, None));
        (wish.due, wish.is_exact, wish.gap) = (at, true, 0);
        Some((wish, Task { weeks: (week, week), due: week, minutes, cheaper: None, value: rhythm.value }))
    }

    #[expect(clippy::cast_possible_truncation, reason = "days of a plan")]
    fn wish_of(&self, customer: CustomerId, rhythm: &Rhythm<'_>, due: &Due, channels: (ContactChannel, Option<ContactChannel>)) -> Wish {
        let (play, trigger) = due.care.map_or((rhythm.play, rhythm.trigger), |trigger| (Play::Care, trigger));
        let gap = (rhythm.gap / 2.0) as i32;
        Wish { customer, due: due.at, from: rhythm.from, is_exact: false, gap, play, trigger, channel: channels.0, cheaper: channels.1 }
    }

    /// Contacts of the last thirty days, which count for the caps.
    pub(super) fn recorded(&self, customer: CustomerId) -> Vec<Taken> {
        let mut taken: Vec<Taken> = self.contacts(customer).map(|(day, channel)| (day.days_since(self.horizon.start), channel)).collect();
        taken.retain(|(at, _)| (-30..0).contains(at));
        taken
    }

    /// Whether a contact on this day keeps the caps.
    pub(super) fn allows(&self, taken: &[Taken], at: i32, channel: ContactChannel) -> bool {
        allows(&self.recipe.planning.caps, taken, at, channel)
    }
}

/// Weeks by which a contact may be moved so that two of them, both moved, are still half of their distance apart.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "weeks of a plan")]
fn slack_weeks(gap: f64) -> usize {
    ((gap / 2.0 - 6.0) / 14.0).max(0.0) as usize
}
