//! The best choice for a few contacts, by branch and bound.
//!
//! Where a week holds three visits, taking the most valuable per minute can leave half a day empty; a small team sees
//! that. Contacts are decided one after the other, and a branch ends when not even cutting contacts into pieces could
//! make it the best. Invariant: it ends after a fixed number of steps, and what it gives is never worse than what it was given.

use super::{Choice, Step, Task, fractional, steps, twice_covered};

/// More contacts than this are left to the quick way, which loses at most the value of about one contact a week.
const MOST_TASKS: usize = 120;
/// Of these, so many are decided about: those of most value per minute, because the hours end before the others.
const MOST_DECIDED: usize = 40;
/// Branches that are looked at.
const MOST_BRANCHES: u32 = 30_000;

/// A better choice than `known`; none when there are too many contacts to search through, or nothing better was found.
pub(super) fn search(tasks: &[Task], capacity: &[u32], start: &[Choice], known: &[Choice]) -> Option<Vec<Choice>> {
    let mut open: Vec<usize> = (0..tasks.len()).filter(|&at| tasks[at].minutes > 0).collect();
    if open.len() > MOST_TASKS {
        return None;
    }
    let mut steps = steps(tasks, capacity);
    steps.sort_unstable_by(Step::by_density);
    // The contacts that matter most first.
    open.sort_by_key(|&at| steps.iter().position(|step| step.task == at).unwrap_or(usize::MAX));
    open.truncate(MOST_DECIDED);
    let place_of = |task: usize| open.iter().position(|&at| at == task);
    let steps: Vec<(usize, Step)> = steps.into_iter().filter_map(|step| Some((place_of(step.task)?, step))).collect();
    let best = twice_covered(tasks, known);
    let mut search =
        Search { tasks, open: &open, steps: &steps, room: capacity.to_vec(), now: start.to_vec(), best, found: None, branches: 0 };
    // Nothing is decided yet: what the contacts that are not decided about gain without staff time counts in any case.
    let sure = (0..tasks.len()).filter(|at| !open.contains(at)).map(|at| start[at].gain(&tasks[at])).sum();
    search.decide(0, sure);
    search.found
}

struct Search<'a> {
    tasks: &'a [Task],
    /// Contacts to decide about, in this order.
    open: &'a [usize],
    /// Their steps by value per minute, each with the place of its contact in `open`.
    steps: &'a [(usize, Step)],
    room: Vec<u32>,
    now: Vec<Choice>,
    best: u128,
    found: Option<Vec<Choice>>,
    branches: u32,
}

impl Search<'_> {
    /// Decides about the contact at this place; `gain` is twice the value of those before.
    fn decide(&mut self, place: usize, gain: u128) {
        self.branches += 1;
        let Some(&at) = self.open.get(place) else {
            if gain > self.best {
                self.best = gain;
                self.found = Some(self.now.clone());
            }
            return;
        };
        if self.branches > MOST_BRANCHES || gain + self.at_most(place) <= self.best {
            return;
        }
        let task = self.tasks[at];
        for week in task.weeks.0..=task.weeks.1 {
            self.branch(place, at, Choice::Full(week), gain);
        }
        match task.cheaper {
            Some(0) => self.branch(place, at, Choice::Cheaper(task.due), gain),
            Some(_) => (task.weeks.0..=task.weeks.1).for_each(|week| self.branch(place, at, Choice::Cheaper(week), gain)),
            None => {}
        }
        self.branch(place, at, Choice::Left, gain);
    }

    fn branch(&mut self, place: usize, at: usize, choice: Choice, gain: u128) {
        let minutes = choice.minutes(&self.tasks[at]);
        let week = choice.week().unwrap_or(0);
        if self.room.get(week).is_none_or(|room| *room < minutes) {
            return;
        }
        self.room[week] -= minutes;
        let before = std::mem::replace(&mut self.now[at], choice);
        self.decide(place + 1, gain + choice.gain(&self.tasks[at]));
        self.now[at] = before;
        self.room[week] += minutes;
    }

    /// What the contacts from this place on could bring at most.
    fn at_most(&self, place: usize) -> u128 {
        let left: Vec<Step> = self.steps.iter().filter(|(of, _)| *of >= place).map(|(_, step)| *step).collect();
        let free = self.open[place..].iter().map(|&at| &self.tasks[at]).filter(|task| task.cheaper == Some(0));
        let free: u128 = free.map(|task| u128::from(task.value)).sum();
        free + fractional(&left, self.room.iter().copied().map(u64::from).sum())
    }
}
