//! Looking for duplicates among made-up people, of whom one in twenty is there twice with a slip.

use crate::random::Random;
use crate::{RUNS, SEED, milliseconds, peak_megabytes, timed};
use customer_tiers::identify::Customers;
use customer_tiers::identify::clean::duplicates::search;
use customer_tiers::recipe::{Duplicates, Field};
use std::error::Error;

const SYLLABLES: [&str; 20] =
    ["an", "be", "ca", "do", "el", "fa", "go", "hi", "jo", "ka", "li", "mo", "na", "or", "pe", "ra", "su", "ti", "va", "wo"];
const FIELDS: [Field; 6] = [Field::CustomerName, Field::Phone, Field::Email, Field::Address, Field::City, Field::Gender];

pub(crate) fn measure(count: usize) -> Result<(), Box<dyn Error>> {
    let (people, twice) = people(count);
    let ids: Vec<String> = (0..people.len()).map(|number| format!("C{number:07}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let column = |place: usize| people.iter().map(|person| person[place].as_str()).collect::<Vec<_>>();
    let columns: Vec<(Field, Vec<&str>)> = FIELDS.iter().enumerate().map(|(place, field)| (*field, column(place))).collect();
    let customers = Customers::from_columns(&ids, &columns, &[]);
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let (found, time) = timed(|| search(&customers, &Duplicates::default()));
        let spare: usize = found.groups.iter().map(|group| group.members.len() - 1).sum();
        assert!(spare * 100 >= twice * 97 && spare * 100 <= twice * 103, "{spare} found of {twice}");
        times.push(time);
    }
    times.sort_unstable();
    println!(
        "{:<14}{:>16.1} ms to find {twice} duplicates, {} MB at most",
        format!("{count} people"),
        milliseconds(times[RUNS / 2]),
        peak_megabytes()
    );
    Ok(())
}

/// People, and how many of them are there twice.
fn people(count: usize) -> (Vec<[String; 6]>, usize) {
    let mut random = Random(SEED);
    let mut people: Vec<[String; 6]> = Vec::with_capacity(count);
    let mut twice = 0;
    while people.len() < count {
        if people.len() > 100 && random.below(20) == 0 {
            let mut person = random.pick(&people).clone();
            slip(&mut person, &mut random);
            people.push(person);
            twice += 1;
        } else {
            people.push(person(&mut random));
        }
    }
    (people, twice)
}

fn person(random: &mut Random) -> [String; 6] {
    let mut word = |syllables: usize| (0..syllables).map(|_| *random.pick(&SYLLABLES)).collect::<String>();
    let (first, last, street) = (word(2), word(3), word(3));
    [
        format!("{first} {last}"),
        format!("13{:09}", random.below(1_000_000_000)),
        format!("{first}.{last}{}@mail{}.com", random.below(100), random.below(20)),
        format!("{} {street} street", random.below(200)),
        format!("city{}", random.below(300)),
        (*random.pick(&["female", "male"])).to_owned(),
    ]
}

fn slip(person: &mut [String; 6], random: &mut Random) {
    match random.below(4) {
        0 => drop(person[0].remove(random.below(4))),
        1 => person[1].clear(),
        2 => person[2] = person[2].replace('@', "1@"),
        _ => person[3].insert(random.below(3), '7'),
    }
}
