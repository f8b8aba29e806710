//! Which contacts the team has time for, and in which week.
//!
//! A contact takes minutes of one week out of a few in which it may be; some can be moved to a cheaper channel, where
//! they count half. Wanted is the greatest value under the hours of every week: a knapsack for each week, with choices.
//! Contacts are taken by value per minute, in four ways of which the best stays; a few contacts are searched
//! through, because there a single one matters. Invariant: no week ever takes more minutes than it has.

mod search;

/// A contact that is wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Task {
    /// First and last week in which it may be.
    pub(super) weeks: (usize, usize),
    /// The week in which it is due.
    pub(super) due: usize,
    /// Staff minutes; 0 when a machine does it.
    pub(super) minutes: u32,
    /// Staff minutes through a cheaper channel, where there is one.
    pub(super) cheaper: Option<u32>,
    /// What is at stake, in raw steps of money.
    pub(super) value: u64,
}

/// What becomes of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    /// Planned in this week.
    Full(usize),
    /// Planned in this week through the cheaper channel.
    Cheaper(usize),
    /// There is no time for it.
    Left,
}

impl Choice {
    pub(super) const fn week(self) -> Option<usize> {
        match self {
            Self::Full(week) | Self::Cheaper(week) => Some(week),
            Self::Left => None,
        }
    }

    /// Staff minutes of the contact as it is chosen.
    pub(super) const fn minutes(self, task: &Task) -> u32 {
        match (self, task.cheaper) {
            (Self::Full(_), _) => task.minutes,
            (Self::Cheaper(_), Some(minutes)) => minutes,
            _ => 0,
        }
    }

    /// Twice the value, so that half of it is whole.
    fn gain(self, task: &Task) -> u128 {
        match self {
            Self::Full(_) => 2 * u128::from(task.value),
            Self::Cheaper(_) => u128::from(task.value),
            Self::Left => 0,
        }
    }
}

/// Twice the value of the contacts that are planned, those through a cheaper channel counted half.
pub(super) fn twice_covered(tasks: &[Task], choices: &[Choice]) -> u128 {
    tasks.iter().zip(choices).map(|(task, choice)| choice.gain(task)).sum()
}

/// A choice for every contact, and twice the value that no plan can surpass. `capacity` has the minutes of every week.
pub(super) fn fit(tasks: &[Task], capacity: &[u32]) -> (Vec<Choice>, u128) {
    let start: Vec<Choice> = tasks.iter().map(without_time).collect();
    let mut steps = steps(tasks, capacity);
    steps.sort_unstable_by(Step::by_density);
    let room: u64 = capacity.iter().copied().map(u64::from).sum();
    let bound = twice_covered(tasks, &start) + fractional(&steps, room);
    let mut best = start.clone();
    let keep = |best: &mut Vec<Choice>, found: Vec<Choice>| {
        if twice_covered(tasks, &found) > twice_covered(tasks, best) {
            *best = found;
        }
    };
    for by_density in [true, false] {
        if !by_density {
            steps.sort_unstable_by(Step::by_gain);
        }
        for tightest in [false, true] {
            keep(&mut best, Filling::new(tasks, capacity, start.clone(), tightest).take(&steps));
            if twice_covered(tasks, &best) == bound {
                return (best, bound);
            }
        }
    }
    if let Some(found) = search::search(tasks, capacity, &start, &best) {
        keep(&mut best, found);
    }
    (best, bound)
}

/// What becomes of a contact that gets no staff time.
fn without_time(task: &Task) -> Choice {
    match (task.minutes, task.cheaper) {
        (0, _) => Choice::Full(task.due),
        (_, Some(0)) => Choice::Cheaper(task.due),
        _ => Choice::Left,
    }
}

/// More minutes for more value.
#[derive(Debug, Clone, Copy)]
struct Step {
    task: usize,
    /// To the channel it is meant for, rather than to the cheaper one.
    is_full: bool,
    minutes: u32,
    /// Twice the value that it adds.
    gain: u128,
}

impl Step {
    /// Most value per minute first.
    fn by_density(a: &Self, b: &Self) -> std::cmp::Ordering {
        let (of_a, of_b) = (a.gain * u128::from(b.minutes), b.gain * u128::from(a.minutes));
        of_b.cmp(&of_a).then(b.gain.cmp(&a.gain)).then((a.task, a.is_full).cmp(&(b.task, b.is_full)))
    }

    /// Most value first.
    fn by_gain(a: &Self, b: &Self) -> std::cmp::Ordering {
        b.gain.cmp(&a.gain).then(a.minutes.cmp(&b.minutes)).then((a.task, a.is_full).cmp(&(b.task, b.is_full)))
    }
}

/// The steps of every contact that takes staff time; of one contact, each adds less per minute than the one before.
fn steps(tasks: &[Task], capacity: &[u32]) -> Vec<Step> {
    let mut steps = Vec::new();
    for (at, task) in tasks.iter().enumerate().filter(|(_, task)| task.minutes > 0) {
        let most = capacity.get(task.weeks.0..=task.weeks.1).and_then(|weeks| weeks.iter().max()).copied().unwrap_or(0);
        let step = |is_full, minutes, gain| Step { task: at, is_full, minutes, gain };
        let half = u128::from(task.value);
        let fits = task.minutes <= most;
        match task.cheaper {
            Some(0) if fits => steps.push(step(true, task.minutes, half)),
            Some(0) => {}
            Some(cheaper) if cheaper <= most && (2 * cheaper < task.minutes || !fits) => {
                steps.push(step(false, cheaper, half));
                if fits {
                    steps.push(step(true, task.minutes - cheaper, half));
                }
            }
            _ if fits => steps.push(step(true, task.minutes, 2 * half)),
            _ => {}
        }
    }
    steps
}

/// What could be gained if contacts could be cut into pieces and weeks were one; `steps` by value per minute.
fn fractional(steps: &[Step], mut room: u64) -> u128 {
    let mut gain = 0;
    for step in steps {
        let taken = room.min(step.minutes.into());
        // Rounded up, so that it stays a bound.
        gain += (step.gain * u128::from(taken)).div_ceil(step.minutes.max(1).into());
        room -= taken;
        if room == 0 {
            break;
        }
    }
    gain
}

/// Weeks that are being filled.
struct Filling<'a> {
    tasks: &'a [Task],
    room: Vec<u32>,
    choices: Vec<Choice>,
    /// Whether the week with the least room that suffices is taken, rather than the one with the most.
    tightest: bool,
}

impl<'a> Filling<'a> {
    fn new(tasks: &'a [Task], capacity: &[u32], choices: Vec<Choice>, tightest: bool) -> Self {
        Self { tasks, room: capacity.to_vec(), choices, tightest }
    }

    fn take(mut self, steps: &[Step]) -> Vec<Choice> {
        for step in steps {
            match (step.is_full, self.choices[step.task]) {
                (_, Choice::Full(_)) | (false, Choice::Cheaper(_)) => {}
                (is_full, before) => self.change(step.task, is_full, before),
            }
        }
        for at in 0..self.tasks.len() {
            if self.choices[at] == Choice::Left && self.tasks[at].cheaper.is_some() {
                self.change(at, false, Choice::Left);
            }
        }
        self.choices
    }

    /// Gives a contact another place, if there is one.
    fn change(&mut self, at: usize, is_full: bool, before: Choice) {
        let task = &self.tasks[at];
        let choice = |week| if is_full { Choice::Full(week) } else { Choice::Cheaper(week) };
        let freed = before.minutes(task);
        if let Some(week) = before.week() {
            self.room[week] += freed;
        }
        let after = self.week_for(task, choice(0).minutes(task)).map_or(before, choice);
        if let Some(week) = after.week() {
            self.room[week] -= after.minutes(task);
        }
        self.choices[at] = after;
    }

    fn week_for(&self, task: &Task, minutes: u32) -> Option<usize> {
        let weeks = (task.weeks.0..=task.weeks.1).filter(|&week| self.room.get(week).is_some_and(|room| *room >= minutes));
        let far = |week: usize| week.abs_diff(task.due);
        if self.tightest {
            weeks.min_by_key(|&week| (self.room[week], far(week)))
        } else {
            weeks.min_by_key(|&week| (u32::MAX - self.room[week], far(week)))
        }
    }
}

/// Moves contacts to weeks with less to do, within the weeks in which they may be. `days` has the working days of every week.
pub(super) fn level(tasks: &[Task], choices: &mut [Choice], capacity: Option<&[u32]>, days: &[u32]) {
    let mut load = vec![0_u64; days.len()];
    for (task, choice) in tasks.iter().zip(choices.iter()) {
        if let Some(week) = choice.week() {
            load[week] += u64::from(choice.minutes(task));
        }
    }
    // Once moved, others may have room: twice is enough to be even.
    for _round in 0..2 {
        for (task, choice) in tasks.iter().zip(choices.iter_mut()) {
            let minutes = u64::from(choice.minutes(task));
            let Some(week) = choice.week().filter(|_| minutes > 0) else { continue };
            // Per working day: a week with a holiday takes less.
            let fuller = |to: usize| (load[to] + minutes) * u64::from(days[week]) < load[week] * u64::from(days[to]);
            let has_room = |to: usize| capacity.is_none_or(|capacity| load[to] + minutes <= u64::from(capacity[to]));
            let to = (task.weeks.0..=task.weeks.1).filter(|&to| days[to] > 0 && fuller(to) && has_room(to));
            let Some(to) = to.min_by_key(|&to| (load[to] * 7 / u64::from(days[to]), to.abs_diff(task.due))) else { continue };
            load[week] -= minutes;
            load[to] += minutes;
            *choice = if matches!(choice, Choice::Full(_)) { Choice::Full(to) } else { Choice::Cheaper(to) };
        }
    }
}

#[cfg(test)]
mod tests;
