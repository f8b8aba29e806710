//! The choice of contacts against every possible choice.
//!
//! Small cases are solved by trying everything, large ones are held against the bound that no plan can surpass. Invariant:
//! the seeds are fixed, so a case that fails fails again.

use super::*;
use crate::math::random::Random;

/// The best of all choices, by trying them all.
fn optimum(tasks: &[Task], room: &mut Vec<u32>) -> u128 {
    let Some((task, rest)) = tasks.split_first() else { return 0 };
    let mut best = optimum(rest, room);
    for week in task.weeks.0..=task.weeks.1 {
        for choice in [Some(Choice::Full(week)), task.cheaper.map(|_| Choice::Cheaper(week))].into_iter().flatten() {
            let minutes = choice.minutes(task);
            if room[week] >= minutes {
                room[week] -= minutes;
                best = best.max(choice.gain(task) + optimum(rest, room));
                room[week] += minutes;
            }
        }
    }
    best
}

fn random_tasks(random: &mut Random, count: usize, weeks: usize, minutes: &[u32]) -> Vec<Task> {
    let mut below = |most: usize| random.below(most);
    (0..count)
        .map(|_| {
            let first = below(weeks);
            let last = (first + below(weeks)).min(weeks - 1);
            let minutes = minutes[below(minutes.len())];
            let cheaper = [None, None, Some(0), Some(minutes / 3)][below(4)].filter(|cheaper| *cheaper < minutes);
            Task { weeks: (first, last), due: first, minutes, cheaper, value: 1 + below(1000) as u64 }
        })
        .collect()
}

fn assert_within_capacity(tasks: &[Task], choices: &[Choice], capacity: &[u32]) {
    let mut load = vec![0; capacity.len()];
    for (task, choice) in tasks.iter().zip(choices) {
        if let Some(week) = choice.week() {
            assert!((task.weeks.0..=task.weeks.1).contains(&week), "{task:?} in week {week}");
            load[week] += choice.minutes(task);
        }
    }
    assert!(load.iter().zip(capacity).all(|(load, room)| load <= room), "{load:?} of {capacity:?}");
}

#[test]
fn the_value_of_small_teams_is_within_two_percent_of_the_optimum() {
    let mut random = Random::new(7);
    for case in 0..1000 {
        let weeks = 1 + case % 3;
        let tasks = random_tasks(&mut random, 6 - case % 2, weeks, &[5, 15, 20, 45, 60, 90]);
        let capacity: Vec<u32> = (0..weeks).map(|_| u32::try_from(random.below(120)).expect("small")).collect();
        let (mut choices, bound) = fit(&tasks, &capacity);
        assert_within_capacity(&tasks, &choices, &capacity);
        let (found, best) = (twice_covered(&tasks, &choices), optimum(&tasks, &mut capacity.clone()));
        assert!(found * 100 >= best * 98, "case {case}: {found} of {best}: {tasks:?} {capacity:?}");
        assert!(best <= bound, "case {case}: the bound {bound} is below the optimum {best}");
        level(&tasks, &mut choices, Some(&capacity), &vec![5; weeks]);
        assert_within_capacity(&tasks, &choices, &capacity);
        assert_eq!(twice_covered(&tasks, &choices), found, "levelling changes no value");
    }
}

#[test]
fn the_value_of_large_teams_is_within_two_percent_of_the_bound() {
    let mut random = Random::new(11);
    for case in 0..100_u32 {
        // With fewer, weeks are shorter than two visits and the bound is out of reach.
        let count = 120 + 20 * case as usize;
        let mut tasks = random_tasks(&mut random, count, 12, &[5, 15, 20, 30, 60]);
        tasks.iter_mut().for_each(|task| task.weeks = (0, 11));
        // Room for a third of what is wanted.
        let wanted: u32 = tasks.iter().map(|task| task.minutes).sum();
        let capacity = vec![wanted / 36; 12];
        let (choices, bound) = fit(&tasks, &capacity);
        assert_within_capacity(&tasks, &choices, &capacity);
        let found = twice_covered(&tasks, &choices);
        assert!(found * 100 >= bound * 98, "case {case}: {found} of at most {bound}");
    }
}

#[test]
fn the_more_valuable_contact_gets_the_only_hour() {
    let task = |value, cheaper| Task { weeks: (0, 0), due: 0, minutes: 60, cheaper, value };
    for (name, tasks, expected) in [
        ("value decides", vec![task(1, None), task(2, None)], vec![Choice::Left, Choice::Full(0)]),
        ("the other is moved to a machine", vec![task(2, Some(0)), task(1, Some(0))], vec![Choice::Full(0), Choice::Cheaper(0)]),
        ("who has no other channel", vec![task(3, Some(0)), task(2, None)], vec![Choice::Cheaper(0), Choice::Full(0)]),
    ] {
        assert_eq!(fit(&tasks, &[60]).0, expected, "{name}");
    }
}

#[test]
fn work_is_spread_over_the_weeks_by_their_working_days() {
    let tasks = vec![Task { weeks: (0, 2), due: 0, minutes: 10, cheaper: None, value: 1 }; 120];
    let mut choices = vec![Choice::Full(0); 120];
    level(&tasks, &mut choices, None, &[5, 2, 5]);
    let count = |week| choices.iter().filter(|choice| **choice == Choice::Full(week)).count();
    assert_eq!([count(0), count(1), count(2)], [50, 20, 50]);
}

/// The best of all choices for up to three weeks, by the minutes that are left of each in steps of five.
fn optimum_by_room(tasks: &[Task], capacity: &[u32]) -> u128 {
    let sizes: Vec<usize> = capacity.iter().map(|minutes| *minutes as usize / 5 + 1).collect();
    let mut best = vec![0_u128; sizes.iter().product()];
    for task in tasks {
        let before = best.clone();
        for (state, value) in best.iter_mut().enumerate() {
            *value = before[state] + if task.cheaper == Some(0) { u128::from(task.value) } else { 0 };
            for week in task.weeks.0..=task.weeks.1 {
                let stride: usize = sizes[..week].iter().product();
                let room = state / stride % sizes[week];
                for choice in [Some(Choice::Full(week)), task.cheaper.map(|_| Choice::Cheaper(week))].into_iter().flatten() {
                    let needed = choice.minutes(task) as usize / 5;
                    if needed <= room {
                        *value = (*value).max(before[state - needed * stride] + choice.gain(task));
                    }
                }
            }
        }
    }
    best.last().copied().unwrap_or(0)
}

#[test]
fn the_value_of_a_hundred_contacts_in_short_weeks_is_within_two_percent_of_the_optimum() {
    let mut random = Random::new(23);
    for case in 0..300 {
        let weeks = 1 + case % 3;
        let mut tasks = random_tasks(&mut random, 41 + case % 60, weeks, &[15, 30, 45, 60, 90]);
        // Thirds of the minutes in steps of five: a third of 15 is 5.
        tasks.iter_mut().for_each(|task| task.cheaper = task.cheaper.map(|minutes| minutes / 5 * 5));
        let capacity: Vec<u32> = (0..weeks).map(|_| 5 * u32::try_from(random.below(37)).expect("small")).collect();
        let (choices, bound) = fit(&tasks, &capacity);
        assert_within_capacity(&tasks, &choices, &capacity);
        let (found, best) = (twice_covered(&tasks, &choices), optimum_by_room(&tasks, &capacity));
        assert!(best <= bound && found <= best, "case {case}: {found} of {best}, at most {bound}");
        assert!(found * 100 >= best * 98, "case {case}: {found} of {best} with {} contacts in {capacity:?}", tasks.len());
    }
}
