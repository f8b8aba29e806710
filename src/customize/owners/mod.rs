//! Which account manager looks after which customer.
//!
//! [`Staff`] are the people, the recipe's [`Ownership`](crate::recipe::Ownership) the rules, the column of owners in the files the
//! assignment so far. [`assignment`] keeps what can be kept, gives the rest to whoever suits, and lists what changes: who is handed over, who
//! goes back to the public pool, whom two owners claim. Invariant: every customer who needs an owner has one or is in the pool, with the reason.

mod assign;
mod needs;
mod staff;

pub use staff::{Person, STAFF_VERSION, Staff};

use crate::Result;
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::recipe::{Field, Recipe};
use assign::{Given, Left, NOBODY, assign};
use needs::{Need, needs};
use serde::Serialize;

/// Who looks after whom, and what changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Assignment {
    /// Everybody of the list with their load, in its order.
    pub people: Vec<PersonLoad>,
    /// Customers with an owner.
    pub owned: u32,
    /// Of these, customers who keep the owner that the files name.
    pub kept: u32,
    /// Customers who get another owner.
    pub moved: u32,
    /// Those of them, the most valuable first.
    pub moves: Vec<OwnerMove>,
    /// Customers who have no owner now.
    pub pooled: u32,
    /// Those of them, the most valuable first.
    pub pool: Vec<Pooled>,
    /// Customers whom several owners claim.
    pub claimed: u32,
    /// Those of them, the most valuable first.
    pub conflicts: Vec<OwnerConflict>,
    /// Every customer with an owner: whom, and the place of the owner in `people`; in the order of the customers.
    #[serde(skip)]
    pub owners: Vec<(CustomerId, u32)>,
}

/// What one person looks after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct PersonLoad {
    /// Name.
    pub name: String,
    /// Customers.
    pub customers: u32,
    /// Of these, new ones.
    pub gained: u32,
    /// Customers who were theirs and are no longer.
    pub lost: u32,
    /// Minutes that the customers take in a year.
    #[cfg_attr(test, ts(type = "number"))]
    pub minutes: u64,
    /// Minutes that there are in a year.
    #[cfg_attr(test, ts(type = "number"))]
    pub capacity: u64,
    /// Revenue of the customers.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
}

/// A customer and what matters when somebody takes over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct OwnedCustomer {
    /// Number to ask for the card with.
    pub customer: u32,
    /// Identifier.
    pub customer_id: String,
    /// Name; empty when unknown.
    pub customer_name: String,
    /// Tier code.
    pub tier: String,
    /// Revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// The last day with an order or a contact.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub last: Option<Day>,
}

/// A customer who gets another owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct OwnerMove {
    /// Who.
    #[serde(flatten)]
    pub who: OwnedCustomer,
    /// The owner in the files; empty when there is none.
    pub from: String,
    /// The new owner.
    pub to: String,
    /// Why the old one does not keep them.
    pub why: MoveReason,
}

/// Why a customer gets another owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum MoveReason {
    /// There was none.
    NoOwner,
    /// The old owner is not in the list of staff.
    Left,
    /// The old owner lacks a skill.
    Skill,
    /// The old owner has no time.
    Time,
}

/// A customer without an owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Pooled {
    /// Who.
    #[serde(flatten)]
    pub who: OwnedCustomer,
    /// The owner in the files; empty when there is none.
    pub from: String,
    /// Why nobody looks after them.
    pub why: PoolReason,
}

/// Why nobody looks after a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum PoolReason {
    /// No order and no contact for too long.
    Idle,
    /// Nobody has the skills.
    Skill,
    /// Nobody has the time.
    Time,
}

/// A customer whom several owners claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct OwnerConflict {
    /// Who.
    #[serde(flatten)]
    pub who: OwnedCustomer,
    /// The owners, the one in force first.
    pub owners: Vec<String>,
}

/// Who looks after whom by these people and the recipe's rules.
///
/// # Errors
/// `argument.invalid` when the list of staff is not valid: [`Staff::check`].
///
/// # Example: nobody changes the owner without need
/// ```
/// use customer_tiers::customize::{Staff, assignment};
/// use customer_tiers::identify::{BytesSource, Source};
/// use customer_tiers::{pipeline, recipe::Checked};
///
/// let csv = "customer_id,order_date,amount,owner\nann,2025-01-05,900,Li\nbob,2025-01-06,20,Wang\ncat,2025-01-07,800,\n";
/// let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", csv.into()))];
/// let recipe = Checked::default();
/// let outcome = pipeline::run(&mut sources, &recipe, &mut |_progress| {})?;
/// let staff = Staff::named_in(&outcome.book);
/// let found = assignment(&outcome.book, &outcome.standing, &recipe, &staff)?;
/// assert_eq!(found.people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Li", "Wang"]);
/// assert_eq!(found.kept, 2);
/// # Ok::<(), customer_tiers::Error>(())
/// ```
pub fn assignment(book: &Book, standing: &Standing, recipe: &Recipe, staff: &Staff) -> Result<Assignment> {
    staff.check()?;
    // What does each customer ask for, and who can give it?
    let needs = needs(book, standing, recipe, staff);
    let given = assign(staff, &needs);
    // What does that come to, and what changes?
    let view = View { book, standing, staff };
    let mut result = Assignment {
        people: view.loads(&needs, &given),
        owned: 0,
        kept: 0,
        moved: 0,
        moves: Vec::new(),
        pooled: 0,
        pool: Vec::new(),
        claimed: 0,
        conflicts: view.conflicts(),
        owners: Vec::new(),
    };
    for (need, (&owner, &left)) in needs.iter().zip(given.owner.iter().zip(&given.left)) {
        if owner == NOBODY {
            result.pool.push(Pooled { who: view.who(need.customer, need.last), from: need.owner_name.to_owned(), why: pool_reason(left) });
            continue;
        }
        result.owned += 1;
        result.owners.push((need.customer, owner));
        if owner == need.owner {
            result.kept += 1;
        } else {
            result.moves.push(view.moved(need, owner));
        }
    }
    result.moves.sort_by_key(|moved| std::cmp::Reverse(moved.who.revenue));
    result.pool.sort_by_key(|pooled| std::cmp::Reverse(pooled.who.revenue));
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    (result.moved, result.pooled, result.claimed) = (count(result.moves.len()), count(result.pool.len()), count(result.conflicts.len()));
    Ok(result)
}

impl Assignment {
    /// The same with at most so many rows in each list, for a screen.
    #[must_use]
    pub fn cut(mut self, rows: usize) -> Self {
        self.moves.truncate(rows);
        self.pool.truncate(rows);
        self.conflicts.truncate(rows);
        self
    }
}

impl MoveReason {
    /// The name in files, as `no_owner`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoOwner => "no_owner",
            Self::Left => "left",
            Self::Skill => "skill",
            Self::Time => "time",
        }
    }
}

impl PoolReason {
    /// The name in files, as `idle`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Skill => "skill",
            Self::Time => "time",
        }
    }
}

/// Who waits without having been looked at has been idle.
fn pool_reason(left: Option<Left>) -> PoolReason {
    match left {
        Some(Left::Skill) => PoolReason::Skill,
        Some(Left::Time) => PoolReason::Time,
        None => PoolReason::Idle,
    }
}

struct View<'a> {
    book: &'a Book,
    standing: &'a Standing,
    staff: &'a Staff,
}

impl View<'_> {
    fn loads(&self, needs: &[Need<'_>], given: &Given) -> Vec<PersonLoad> {
        let load = |person: &Person| PersonLoad {
            name: person.name.clone(),
            customers: 0,
            gained: 0,
            lost: 0,
            minutes: 0,
            capacity: person.minutes_per_year(),
            revenue: Money::ZERO,
        };
        let mut loads: Vec<PersonLoad> = self.staff.people.iter().map(load).collect();
        for (load, &minutes) in loads.iter_mut().zip(&given.minutes) {
            load.minutes = minutes;
        }
        for (need, &owner) in needs.iter().zip(&given.owner) {
            if let Some(load) = loads.get_mut(owner as usize) {
                load.customers += 1;
                load.gained += u32::from(owner != need.owner);
                load.revenue = Money::from_raw(load.revenue.raw().saturating_add(need.revenue.raw()));
            }
            if let Some(load) = loads.get_mut(need.owner as usize).filter(|_| owner != need.owner) {
                load.lost += 1;
            }
        }
        loads
    }

    fn moved(&self, need: &Need<'_>, owner: u32) -> OwnerMove {
        let to = self.staff.people.get(owner as usize).map_or_else(String::new, |person| person.name.clone());
        let lacks = |person: &Person| need.skills.iter().any(|skill| !person.skills.iter().any(|own| own.trim() == skill.trim()));
        let why = match self.staff.people.get(need.owner as usize) {
            None if need.owner_name.is_empty() => MoveReason::NoOwner,
            None => MoveReason::Left,
            Some(person) if lacks(person) => MoveReason::Skill,
            Some(_) => MoveReason::Time,
        };
        OwnerMove { who: self.who(need.customer, need.last), from: need.owner_name.to_owned(), to, why }
    }

    fn conflicts(&self) -> Vec<OwnerConflict> {
        let conflict = |customer: CustomerId| {
            let owners = staff::owners(self.book, customer);
            let last = self.standing.measures.last_order_known(customer);
            (owners.len() > 1)
                .then(|| OwnerConflict { who: self.who(customer, last), owners: owners.into_iter().map(str::to_owned).collect() })
        };
        let mut conflicts: Vec<OwnerConflict> = self.standing.customers().filter_map(conflict).collect();
        conflicts.sort_by_key(|conflict| std::cmp::Reverse(conflict.who.revenue));
        conflicts
    }

    fn who(&self, customer: CustomerId, last: Option<Day>) -> OwnedCustomer {
        OwnedCustomer {
            customer: customer.0,
            customer_id: self.book.customers.id(customer).to_owned(),
            customer_name: self.book.customers.attribute(Field::CustomerName, customer).to_owned(),
            tier: self.standing.schemes[self.standing.tier].code_of(customer).to_owned(),
            revenue: self.standing.measures.revenue.get(customer.index()).copied().unwrap_or_default(),
            last,
        }
    }
}
