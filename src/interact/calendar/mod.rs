//! Standing → [`Calendar`]: which customer is contacted on which day, through which channel, and who is not.
//!
//! First what everybody is due, then what the team has time for, then the day. What does not fit is listed with
//! its reason and its value. Invariants: caps, refusals, holidays and the hours of every week hold; the same files and recipe
//! give the same calendar, whatever the order of their rows.

mod demand;
mod figures;
mod fit;
mod horizon;
mod list;
mod place;
mod report;
mod team;

pub use figures::{Figures, Shift, TierYear, WeekLoad};
pub use list::{ContactPage, ContactQuery, ContactRow, LeftPage, LeftQuery, LeftRow};
pub use report::{CalendarReport, DayLoad, LeftGroup, OwnerWork, TierWork};

use super::holidays::NamedDay;
use super::reach::{Coverage, reach};
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Standing;
use crate::differentiate::lifetime_value::Predictions;
use crate::identify::Book;
use crate::recipe::{ContactChannel, Play, Recipe};
use demand::{Asking, Demand, Wish};
use figures::{Parts, summed_up};
use fit::{Choice, Task};
use horizon::Horizon;
use place::Days;
use serde::{Deserialize, Serialize};
use team::{Chosen, choose};

/// The contacts of the coming weeks.
#[derive(Debug)]
pub struct Calendar {
    /// First planned day.
    pub start: Day,
    /// Whether no file has a date and the recipe no first day, so that the days only count from an arbitrary one.
    pub days_are_relative: bool,
    /// The contacts, by day and within a day by customer.
    pub entries: Vec<Entry>,
    /// Who is not contacted though the strategy wants it, by customer.
    pub left: Vec<Left>,
    /// What each week takes and has.
    pub weeks: Vec<WeekLoad>,
    /// Public holidays and days of shopping.
    pub named_days: Vec<NamedDay>,
    /// Contacts that were moved to a cheaper channel for want of time, by tier.
    pub shifts: Vec<Shift>,
    /// How much of every tier can be reached.
    pub coverage: Vec<Coverage>,
    /// Whether the files say nothing about addresses, so that everybody is taken to be reachable.
    pub reach_is_assumed: bool,
    /// What it comes to.
    pub figures: Figures,
    /// Whether people work, for every planned day from the first one on.
    pub working: Vec<bool>,
    /// Staff minutes that each account manager has in all weeks, where everybody has hours of their own.
    pub minutes_of_owner: Option<u64>,
    /// What the strategies come to in a year, in the order of the tiers.
    pub year: Vec<TierYear>,
}

/// One contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Whom.
    #[serde(skip)]
    pub customer: CustomerId,
    /// When.
    pub day: Day,
    /// How.
    pub channel: ContactChannel,
    /// What for.
    pub play: Play,
    /// Why then.
    pub trigger: Trigger,
    /// Staff minutes; 0 when a machine does it.
    pub minutes: u32,
    /// Whether it goes through a cheaper channel than it was meant for, because there is no time.
    pub is_moved: bool,
}

/// Why there is a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// The tier's rhythm.
    Rhythm,
    /// The stage of the customer's life.
    Stage,
    /// A high risk to lose the customer.
    Risk,
    /// The customer's birthday.
    Birthday,
    /// The day of the first order.
    Anniversary,
    /// A festival.
    Festival,
}

impl Trigger {
    /// The name in files, as `birthday`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rhythm => "rhythm",
            Self::Stage => "stage",
            Self::Risk => "risk",
            Self::Birthday => "birthday",
            Self::Anniversary => "anniversary",
            Self::Festival => "festival",
        }
    }
}

/// Contacts that are wanted and not planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    /// With whom.
    pub customer: CustomerId,
    /// Why not.
    pub reason: LeftReason,
    /// How many.
    pub contacts: u32,
    /// What is at stake with them.
    pub value: Money,
}

/// Why contacts are not planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum LeftReason {
    /// The customer wants none.
    Refused,
    /// No channel of the tier reaches the customer.
    Unreachable,
    /// A complaint is open and answered first.
    Complaint,
    /// More than the caps or the days allow.
    Frequency,
    /// The team has no time.
    Capacity,
}

impl LeftReason {
    /// The name in files, as `capacity`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Unreachable => "unreachable",
            Self::Complaint => "complaint",
            Self::Frequency => "frequency",
            Self::Capacity => "capacity",
        }
    }
}

/// The calendar of contacts.
///
/// # Example: the team's hours are kept, and what they do not suffice for is said
/// ```
/// use customer_tiers::identify::{BytesSource, Source};
/// use customer_tiers::interact::calendar::calendar;
/// use customer_tiers::recipe::{Capacity, Checked, Recipe};
/// use customer_tiers::pipeline;
///
/// let mut csv = String::from("customer_id,order_id,order_date,amount\n");
/// for customer in 0..40 {
///     csv += &format!("c{customer:02},{customer},2025-0{}-01,{}\n", 1 + customer % 9, 10 + customer * customer);
/// }
/// let mut recipe = Recipe::default();
/// recipe.planning.capacity = Some(Capacity { people: 1, hours_per_week: 1, by_owner: false });
/// let recipe = Checked::new(recipe)?;
/// let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", csv.into()))];
/// let outcome = pipeline::run(&mut sources, &recipe, &mut |_progress| {})?;
/// let calendar = calendar(&outcome.book, &outcome.standing, None, &recipe);
/// assert!(calendar.weeks.iter().all(|week| week.minutes <= 60));
/// assert!(calendar.figures.minutes_planned <= calendar.figures.minutes_needed);
/// # Ok::<(), customer_tiers::Error>(())
/// ```
#[must_use]
pub fn calendar(book: &Book, standing: &Standing, predictions: Option<&Predictions>, recipe: &Recipe) -> Calendar {
    let planning = &recipe.planning;
    let horizon = Horizon::new(planning, planning.start.unwrap_or(standing.as_of));
    // Who can be contacted, and how?
    let reach = reach(book);
    // What is everybody due?
    let asking = Asking { book, standing, predictions, recipe, reach: &reach, horizon: &horizon };
    let mut demand = asking.demand();
    // What does the team have time for, and in which week?
    let Chosen { choices, bound, had, of_owner } = choose(&asking, &demand);
    // On which day?
    let entries = place(&asking, &mut demand, &choices);
    let days_are_relative = standing.measures.days_are_relative && planning.start.is_none();
    summed_up(Parts { standing, horizon: &horizon, reach: &reach, demand, entries, bound, had, of_owner, days_are_relative })
}

/// Where each wish ended up: its place among the wishes, and its entry.
type Placed = (usize, Entry);

fn place(asking: &Asking<'_>, demand: &mut Demand, choices: &[Choice]) -> Vec<Placed> {
    let mut days = Days::new(asking);
    let mut entries = Vec::with_capacity(choices.len());
    let mut left = Vec::new();
    let mut first = 0;
    for wishes in demand.wishes.chunk_by(|a, b| a.customer == b.customer) {
        let places = first..first + wishes.len();
        first = places.end;
        let mut taken = wishes.first().map_or_else(Vec::new, |wish| asking.recorded(wish.customer));
        // What has to be on its day comes first, the others make room.
        let (exact, free): (Vec<usize>, Vec<usize>) = places.partition(|&at| demand.wishes[at].is_exact);
        for at in exact.into_iter().chain(free) {
            let (wish, task, choice) = (&demand.wishes[at], &demand.tasks[at], choices[at]);
            match days.place(wish, choice, choice.minutes(task), &taken) {
                Some((day, channel)) => {
                    taken.push((day, channel));
                    entries.push((at, entry(wish, task, asking.horizon.day(day), channel)));
                }
                None => left.push(not_placed(wish, task, choice)),
            }
        }
    }
    demand.left.append(&mut left);
    entries
}

fn entry(wish: &Wish, task: &Task, day: Day, channel: ContactChannel) -> Entry {
    let is_moved = channel != wish.channel;
    let minutes = if is_moved { task.cheaper.unwrap_or(0) } else { task.minutes };
    Entry { customer: wish.customer, day, channel, play: wish.play, trigger: wish.trigger, minutes, is_moved }
}

fn not_placed(wish: &Wish, task: &Task, choice: Choice) -> Left {
    let reason = if choice == Choice::Left { LeftReason::Capacity } else { LeftReason::Frequency };
    let value = Money::from_raw(i64::try_from(task.value).unwrap_or(i64::MAX));
    Left { customer: wish.customer, reason, contacts: 1, value }
}
