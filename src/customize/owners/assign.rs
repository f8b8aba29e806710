//! Who gets whom.
//!
//! First everybody keeps the owner they have, the most valuable first, as far as that person is still there, has the skills and the
//! hours. Then those without an owner are given to whoever suits best: region and industry first, then the one with the
//! most time left. Last, for those whom nobody had time for, one customer who was given away in this round is moved to make room. Invariants: nobody
//! gets more minutes than their hours have; nobody gets a customer without the skills for them; where everything fits, nothing changes.

use super::needs::Need;
use super::staff::{Person, Staff};
use std::cmp::Reverse;

/// Stands for "nobody".
pub(super) const NOBODY: u32 = u32::MAX;

/// Why a customer has no owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    Skill,
    Time,
}

/// The owner of each need, and how far everybody is taken.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) owner: Vec<u32>,
    pub(super) left: Vec<Option<Left>>,
    pub(super) minutes: Vec<u64>,
}

/// Gives every need an owner, if there is one. `needs` stand in the order of the customers.
pub(super) fn assign(staff: &Staff, needs: &[Need<'_>]) -> Given {
    let mut giving = Giving::new(staff, needs);
    let mut by_value: Vec<usize> = (0..needs.len()).collect();
    by_value.sort_by_key(|&need| (Reverse(needs[need].revenue), needs[need].customer));
    // Whoever can keep the owner, keeps the owner.
    let has_owner = |&need: &usize| needs[need].owner != NOBODY;
    by_value.iter().copied().filter(has_owner).for_each(|need| giving.keep(need));
    // The others get whoever suits best; those of the pool wait until somebody takes them.
    let open: Vec<usize> = by_value.into_iter().filter(|&need| giving.given.owner[need] == NOBODY && !needs[need].is_idle).collect();
    open.iter().for_each(|&need| giving.give(need));
    // One step aside can make room for another.
    for &need in &open {
        if giving.given.left[need] == Some(Left::Time) {
            giving.make_room(need, &open);
        }
    }
    giving.given
}

struct Giving<'a> {
    people: &'a [Person],
    needs: &'a [Need<'a>],
    capacity: Vec<u64>,
    given: Given,
}

impl<'a> Giving<'a> {
    fn new(staff: &'a Staff, needs: &'a [Need<'a>]) -> Self {
        let capacity = staff.people.iter().map(Person::minutes_per_year).collect();
        let given = Given { owner: vec![NOBODY; needs.len()], left: vec![None; needs.len()], minutes: vec![0; staff.people.len()] };
        Self { people: &staff.people, needs, capacity, given }
    }

    fn keep(&mut self, need: usize) {
        let owner = self.needs[need].owner as usize;
        if !self.needs[need].is_idle && self.is_able(need, owner) && self.has_time(need, owner) {
            self.put(need, owner);
        }
    }

    fn give(&mut self, need: usize) {
        let able: Vec<usize> = (0..self.people.len()).filter(|&person| self.is_able(need, person)).collect();
        let best = able.iter().copied().filter(|&person| self.has_time(need, person)).min_by(|&a, &b| self.rank(need, a, b));
        match best {
            Some(person) => self.put(need, person),
            None => self.given.left[need] = Some(if able.is_empty() { Left::Skill } else { Left::Time }),
        }
    }

    /// Moves one customer of this round from somebody who could take the need to somebody else who has time.
    fn make_room(&mut self, need: usize, open: &[usize]) {
        let wanted = self.needs[need].minutes;
        for &other in open {
            let from = self.given.owner[other];
            if from == NOBODY || !self.is_able(need, from as usize) {
                continue;
            }
            let from = from as usize;
            let freed = self.given.minutes[from] - self.needs[other].minutes + wanted;
            let fits = freed <= self.capacity[from];
            let to = (0..self.people.len()).find(|&to| to != from && self.is_able(other, to) && self.has_time(other, to));
            if let Some(to) = to.filter(|_| fits) {
                self.given.minutes[from] -= self.needs[other].minutes;
                self.put(other, to);
                self.put(need, from);
                return;
            }
        }
    }

    fn put(&mut self, need: usize, person: usize) {
        self.given.owner[need] = u32::try_from(person).unwrap_or(NOBODY);
        self.given.left[need] = None;
        self.given.minutes[person] += self.needs[need].minutes;
    }

    fn is_able(&self, need: usize, person: usize) -> bool {
        self.needs[need].skills.iter().all(|skill| self.people[person].skills.iter().any(|own| own.trim() == skill.trim()))
    }

    fn has_time(&self, need: usize, person: usize) -> bool {
        self.given.minutes[person] + self.needs[need].minutes <= self.capacity[person]
    }

    /// The better match first, then the one who is taken less, then the order of the list.
    fn rank(&self, need: usize, a: usize, b: usize) -> std::cmp::Ordering {
        let matches = |person: usize| self.needs[need].matches(&self.people[person]);
        // Taken a ÷ capacity a against taken b ÷ capacity b, without dividing.
        let taken = |person: usize, other: usize| {
            u128::from(self.given.minutes[person] + self.needs[need].minutes) * u128::from(self.capacity[other].max(1))
        };
        matches(b).cmp(&matches(a)).then_with(|| taken(a, b).cmp(&taken(b, a))).then(a.cmp(&b))
    }
}
