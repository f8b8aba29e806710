//! The day of every contact within its week.
//!
//! What a person does goes to the working day with the least to do, what a machine does to the working day closest to
//! the one it is due on. Invariant: with every contact that is placed, the customer's caps still hold, whatever came before.

use super::demand::{Asking, Wish};
use super::fit::Choice;
use crate::recipe::{Caps, ContactChannel};

/// Day and channel of a contact, past or planned.
pub(super) type Taken = (i32, ContactChannel);

/// Whether another contact keeps the caps.
pub(super) fn allows(caps: &Caps, taken: &[Taken], at: i32, channel: ContactChannel) -> bool {
    let fits = |days: i32, most: u32| {
        if u32::try_from(taken.len()).is_ok_and(|all| all < most) {
            return true;
        }
        // Every span of that many days that has the new one in it.
        (at - days + 1..=at).all(|from| {
            let count = taken.iter().filter(|(day, _)| (from..from + days).contains(day)).count();
            u32::try_from(count).is_ok_and(|count| count < most)
        })
    };
    fits(7, caps.per_week) && fits(30, caps.per_month) && channel_allows(caps, taken, at, channel)
}

/// Whether another contact through this channel keeps the cap of the channel.
pub(super) fn channel_allows(caps: &Caps, taken: &[Taken], at: i32, channel: ContactChannel) -> bool {
    let Some(&most) = caps.channel_per_month.get(&channel) else { return true };
    (at - 29..=at).all(|from| {
        let count = taken.iter().filter(|(day, used)| *used == channel && (from..from + 30).contains(day)).count();
        u32::try_from(count).is_ok_and(|count| count < most)
    })
}

/// Days that are being filled.
pub(super) struct Days<'a> {
    asking: &'a Asking<'a>,
    /// Minutes of each day.
    load: Vec<u64>,
}

impl<'a> Days<'a> {
    pub(super) fn new(asking: &'a Asking<'a>) -> Self {
        let days = usize::try_from(asking.horizon.days()).unwrap_or(0);
        Self { asking, load: vec![0; days] }
    }

    /// Day and channel of a contact; none when there is no day that keeps the caps.
    pub(super) fn place(&mut self, wish: &Wish, choice: Choice, minutes: u32, taken: &[Taken]) -> Option<Taken> {
        let week = choice.week()?;
        let meant = if matches!(choice, Choice::Full(_)) { wish.channel } else { wish.cheaper? };
        let mut days = self.candidates(wish, week, minutes);
        days.retain(|at| *at >= wish.from);
        // A channel that is used up leaves the way to a cheaper one.
        let channels = [Some(meant), wish.cheaper.filter(|&cheaper| cheaper != meant)];
        for channel in channels.into_iter().flatten() {
            let is_allowed = |at: i32| self.asking.allows(taken, at, channel);
            let is_apart = |at: i32| taken.iter().all(|(day, _)| day.abs_diff(at) >= wish.gap.unsigned_abs());
            let apart = days.iter().copied().find(|&at| is_apart(at) && is_allowed(at));
            let found = apart.or_else(|| days.iter().copied().find(|&at| is_allowed(at)));
            if let Some(at) = found {
                if let Some(load) = usize::try_from(at).ok().and_then(|at| self.load.get_mut(at)) {
                    *load += u64::from(if channel == meant { minutes } else { 0 });
                }
                return Some((at, channel));
            }
        }
        None
    }

    /// Days that come into question, the best first.
    fn candidates(&self, wish: &Wish, week: usize, minutes: u32) -> Vec<i32> {
        if wish.is_exact {
            return vec![wish.due];
        }
        let horizon = self.asking.horizon;
        if minutes == 0 {
            let mut days: Vec<i32> = (wish.due - 9..=wish.due + 9).filter(|&at| horizon.works(at)).collect();
            days.sort_by_key(|at| (at.abs_diff(wish.due), *at));
            return days;
        }
        let first = i32::try_from(week).unwrap_or(0) * 7;
        let mut days: Vec<i32> = (first..first + 7).filter(|&at| horizon.works(at)).collect();
        let load = |at: i32| usize::try_from(at).ok().and_then(|at| self.load.get(at)).copied().unwrap_or(0);
        days.sort_by_key(|&at| (load(at), at));
        days
    }
}
