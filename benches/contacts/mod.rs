//! Contacts of made-up customers: twelve weeks planned, with as many people as it takes and with too few.

use crate::{RUNS, milliseconds, timed};
use customer_tiers::differentiate::differentiate;
use customer_tiers::identify::Book;
use customer_tiers::interact::calendar::{Calendar, ContactQuery, calendar};
use customer_tiers::recipe::{Capacity, Checked, Field, Recipe};
use std::error::Error;
use std::time::Duration;

pub(crate) fn measure(customers: usize) -> Result<(), Box<dyn Error>> {
    let book = with_addresses(crate::tiers::book(customers));
    let mut recipe = Recipe::default();
    let plenty = Checked::new(recipe.clone())?;
    recipe.planning.capacity = Some(Capacity { people: 20, hours_per_week: 20, by_owner: false });
    let short = Checked::new(recipe)?;
    let standing = differentiate(&book, &plenty)?;
    let mut times: [Vec<Duration>; 3] = Default::default();
    let mut contacts = (0, 0);
    for _run in 0..RUNS {
        let (all, planned) = timed(|| calendar(&book, &standing, None, &plenty));
        let (some, fitted) = timed(|| calendar(&book, &standing, None, &short));
        let query = ContactQuery { offset: 1000, limit: 25, ..ContactQuery::default() };
        let (rows, shown) = timed(|| (some.report(&book, &standing), some.page(&book, &standing, &query)));
        check(&all, &some);
        assert_eq!(rows.1.total as usize, some.entries.len());
        contacts = (all.entries.len(), some.entries.len());
        times.iter_mut().zip([planned, fitted, shown]).for_each(|(all, one)| all.push(one));
    }
    let [planned, fitted, shown] = times.map(|mut times| {
        times.sort_unstable();
        milliseconds(times[RUNS / 2])
    });
    println!(
        "{:<14}{planned:>16.1} ms for {} contacts in 12 weeks, {fitted:.1} ms for {} when 20 people have too little time, {shown:.1} ms for its \
         figures and a page",
        format!("{customers} planned"),
        contacts.0,
        contacts.1
    );
    Ok(())
}

fn check(all: &Calendar, some: &Calendar) {
    assert!(some.figures.minutes_needed > some.figures.minutes_had.unwrap_or(u64::MAX), "there is time enough, so nothing is chosen");
    assert!(some.weeks.iter().all(|week| week.minutes_had.is_some_and(|had| week.minutes <= u64::from(had))), "a week is too long");
    assert!(all.entries.len() >= some.entries.len() && !some.entries.is_empty());
}

/// Two of three can be called, every other one written to.
fn with_addresses(mut book: Book) -> Book {
    let customers = book.customers.len();
    let mut column = |text: &dyn Fn(usize) -> String| (0..customers).map(|at| book.customers.texts.intern(&text(at))).collect::<Vec<_>>();
    let phones = column(&|at| if at % 3 == 0 { String::new() } else { format!("1380{at:07}") });
    let emails = column(&|at| if at % 2 == 0 { format!("c{at}@example.org") } else { String::new() });
    book.customers.attributes.insert(Field::Phone, phones);
    book.customers.attributes.insert(Field::Email, emails);
    book
}
