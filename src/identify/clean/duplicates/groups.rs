//! Pairs → groups, without chains.
//!
//! A is like B and B is like C, but A is not like C: taking everything that hangs together would swallow
//! whole files. So two groups are joined, the likeliest pair first, only when their members are alike on
//! average (average linkage). Invariant: every customer is in at most one group; the result does not depend
//! on the order of the pairs.

use super::score::{Match, Scorer};
use std::collections::BTreeMap;

/// Customers who are likely to be one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// Their numbers, ascending.
    pub(super) members: Vec<u32>,
    /// How likely the weakest of the links is that hold them together.
    pub(super) likelihood: f64,
    /// Whether certain links alone hold them together, and no two of them have names that differ.
    pub(super) certain: bool,
}

/// Joined groups are alike on average at least this much.
const ALIKE: f64 = 0.6;
/// Nobody is there more often than this; a larger group is a crowd that has something in common.
const LARGEST_GROUP: usize = 50;

/// A pair that is likely enough, with what it has in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub(super) a: u32,
    pub(super) b: u32,
    pub(super) found: Match,
}

/// Groups, the likeliest first, then by the first member.
pub(super) fn groups(mut links: Vec<Link>, scorer: &Scorer<'_>) -> Vec<Found> {
    links.sort_by(|x, y| y.found.odds.cmp(&x.found.odds).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut state = State { group_of: BTreeMap::new(), groups: Vec::new() };
    for link in &links {
        state.join(link, scorer);
    }
    let mut groups: Vec<Found> = state.groups.into_iter().filter(|group| group.members.len() > 1).collect();
    groups.iter_mut().for_each(|group| group.certain = is_certain(&group.members, scorer));
    groups.sort_by(|x, y| y.likelihood.total_cmp(&x.likelihood).then(x.members.cmp(&y.members)));
    groups
}

struct State {
    group_of: BTreeMap<u32, usize>,
    groups: Vec<Found>,
}

impl State {
    fn join(&mut self, link: &Link, scorer: &Scorer<'_>) {
        let (a, b) = (self.group(link.a), self.group(link.b));
        if a == b || self.groups[a].members.len() + self.groups[b].members.len() > LARGEST_GROUP || !self.are_alike(a, b, link, scorer) {
            return;
        }
        let joined = std::mem::take(&mut self.groups[b].members);
        for &member in &joined {
            self.group_of.insert(member, a);
        }
        let likelihood = self.groups[b].likelihood.min(link.found.likelihood);
        let group = &mut self.groups[a];
        group.members.extend(joined);
        group.members.sort_unstable();
        group.likelihood = group.likelihood.min(likelihood);
    }

    /// The group of a customer; of their own at first.
    fn group(&mut self, customer: u32) -> usize {
        *self.group_of.entry(customer).or_insert_with(|| {
            self.groups.push(Found { members: vec![customer], likelihood: 1.0, certain: false });
            self.groups.len() - 1
        })
    }

    fn are_alike(&self, a: usize, b: usize, link: &Link, scorer: &Scorer<'_>) -> bool {
        let (ours, theirs) = (&self.groups[a].members, &self.groups[b].members);
        if ours.len() + theirs.len() == 2 {
            return true;
        }
        let (mut sum, mut pairs) = (0.0, 0_u32);
        for &one in ours {
            for &other in theirs {
                let same = (one.min(other), one.max(other)) == (link.a, link.b);
                sum += if same { link.found.likelihood } else { scorer.score(one.min(other), one.max(other)).likelihood };
                pairs += 1;
            }
        }
        sum >= ALIKE * f64::from(pairs)
    }
}

/// Whether certain links reach every member from the first, and none of the pairs has names that differ.
pub(super) fn is_certain(members: &[u32], scorer: &Scorer<'_>) -> bool {
    let Some((&first, rest)) = members.split_first() else { return false };
    let (mut reached, mut open) = (vec![first], rest.to_vec());
    loop {
        let near = |member: &u32| reached.iter().any(|&known| scorer.score(known.min(*member), known.max(*member)).certain);
        let (next, left): (Vec<u32>, Vec<u32>) = open.into_iter().partition(near);
        if next.is_empty() {
            return left.is_empty() && !scorer.has_different_names(members);
        }
        reached.extend(next);
        open = left;
    }
}
