//! Whose time a contact takes: the team's together, or that of the customer's account manager.
//!
//! Account managers who have hours of their own are planned one by one; what one has left over, another cannot use, because
//! customers stay with whom they know. Invariant: nobody is given more than the hours there are, in any week.

use super::demand::{Asking, Demand};
use super::fit::{Choice, Task, fit, level, twice_covered};
use crate::recipe::{Capacity, Field};
use std::collections::BTreeMap;

/// What is planned of all that is wanted.
pub(super) struct Chosen {
    /// A choice for every task.
    pub(super) choices: Vec<Choice>,
    /// Twice the value that no plan can surpass.
    pub(super) bound: u128,
    /// Minutes of each week; none when the team is as large as it takes.
    pub(super) had: Option<Vec<u32>>,
    /// Minutes of one account manager in all weeks, where everybody has hours of their own.
    pub(super) of_owner: Option<u64>,
}

pub(super) fn choose(asking: &Asking<'_>, demand: &Demand) -> Chosen {
    let days = asking.horizon.working_days();
    let Some(capacity) = &asking.recipe.planning.capacity else {
        let mut choices: Vec<Choice> = demand.tasks.iter().map(|task| Choice::Full(task.due)).collect();
        let bound = twice_covered(&demand.tasks, &choices);
        level(&demand.tasks, &mut choices, None, &days);
        return Chosen { choices, bound, had: None, of_owner: None };
    };
    let mut chosen = Chosen { choices: vec![Choice::Left; demand.tasks.len()], bound: 0, had: None, of_owner: None };
    let mut had = vec![0_u32; days.len()];
    for (owner, places) in pools(asking, demand, capacity) {
        let people = if owner.is_empty() { capacity.people } else { 1 };
        let minutes = asking.horizon.minutes_of(people, capacity.hours_per_week);
        let tasks: Vec<Task> = places.iter().filter_map(|&at| demand.tasks.get(at).copied()).collect();
        let (mut choices, bound) = fit(&tasks, &minutes);
        level(&tasks, &mut choices, Some(&minutes), &days);
        places.iter().zip(choices).for_each(|(&at, choice)| chosen.choices[at] = choice);
        chosen.bound += bound;
        had.iter_mut().zip(minutes).for_each(|(had, minutes)| *had = had.saturating_add(minutes));
    }
    chosen.had = Some(had);
    let of_one = || asking.horizon.minutes_of(1, capacity.hours_per_week).into_iter().map(u64::from).sum();
    chosen.of_owner = capacity.by_owner.then(of_one);
    chosen
}

/// The tasks of everybody who has hours of their own, by name; those of nobody without a name.
fn pools<'a>(asking: &Asking<'a>, demand: &Demand, capacity: &Capacity) -> BTreeMap<&'a str, Vec<usize>> {
    // The team is there though nothing may be wanted of it.
    let mut pools = BTreeMap::from([("", Vec::new())]);
    for (at, wish) in demand.wishes.iter().enumerate() {
        let owner = if capacity.by_owner { asking.book.customers.attribute(Field::Owner, wish.customer) } else { "" };
        pools.entry(owner).or_default().push(at);
    }
    pools
}
