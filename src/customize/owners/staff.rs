//! The people who look after customers: a document of its own, because names and hours are personal.
//!
//! It is never part of a recipe, never saved unless somebody saves it, and never leaves the page. Invariant: only a list that was
//! checked is used: no name twice, no hours that a week does not have.

use crate::base::CustomerId;
use crate::identify::Book;
use crate::recipe::Field;
use crate::{ErrorKind, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The version of the document's form.
pub const STAFF_VERSION: u32 = 1;
/// Hours for customers that somebody has in a week when nobody says it.
const USUAL_HOURS: u32 = 20;
/// Weeks of a year in which somebody works.
const WEEKS: u32 = 46;
/// People of a list at most.
const MOST: usize = 1000;

/// Account managers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// Version of the form: 1.
    pub staff: u32,
    /// The people, in the order in which they are listed.
    pub people: Vec<Person>,
}

/// An account manager.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Name, as the files write it in their column of owners.
    pub name: String,
    /// Hours a week for contacts with customers, at most 168.
    pub hours_per_week: u32,
    /// What they can do: a customer who needs a skill gets nobody without it.
    #[serde(default)]
    pub skills: Vec<String>,
    /// Regions they prefer, as the files write regions, areas, cities or countries; any when empty.
    #[serde(default)]
    pub regions: Vec<String>,
    /// Industries they prefer, as the files write them; any when empty.
    #[serde(default)]
    pub industries: Vec<String>,
}

impl Staff {
    /// The owners that the files name, each with 20 hours a week and no preference.
    #[must_use]
    pub fn named_in(book: &Book) -> Self {
        let names = book.customers.iter().flat_map(|customer| owners(book, customer)).collect::<BTreeSet<&str>>();
        let person = |name: &str| Person {
            name: name.to_owned(),
            hours_per_week: USUAL_HOURS,
            skills: Vec::new(),
            regions: Vec::new(),
            industries: Vec::new(),
        };
        Self { staff: STAFF_VERSION, people: names.into_iter().take(MOST).map(person).collect() }
    }

    /// Whether it can be used.
    ///
    /// # Errors
    /// `argument.invalid`, without a name in it.
    pub fn check(&self) -> Result<()> {
        let mut names = BTreeSet::new();
        let texts = |person: &Person| person.skills.len() + person.regions.len() + person.industries.len();
        let problem = match self {
            _ if self.staff != STAFF_VERSION => "a list of staff of another version",
            _ if self.people.len() > MOST => "more than 1000 people",
            _ if self.people.iter().any(|person| person.name.trim().is_empty() || person.name.len() > 200) => "a name is empty or too long",
            _ if self.people.iter().any(|person| person.hours_per_week > 168) => "more hours than a week has",
            _ if self.people.iter().any(|person| texts(person) > 300) => "more than 300 skills, regions and industries of one person",
            _ if self.people.iter().any(|person| !names.insert(person.name.trim())) => "a name stands twice",
            _ => return Ok(()),
        };
        Err(ErrorKind::ArgumentInvalid { problem: problem.to_owned() }.into())
    }
}

impl Person {
    /// Minutes for customers in a year.
    #[must_use]
    pub fn minutes_per_year(&self) -> u64 {
        u64::from(self.hours_per_week) * 60 * u64::from(WEEKS)
    }
}

/// The owners that the files name for a customer: more than one where they contradict each other, the one in force first.
pub(super) fn owners(book: &Book, customer: CustomerId) -> Vec<&str> {
    let customers = &book.customers;
    let start = customers.rival_owners.partition_point(|(rival, _)| *rival < customer);
    let rivals = customers.rival_owners[start..].iter().take_while(|(rival, _)| *rival == customer);
    let texts = std::iter::once(customers.attribute(Field::Owner, customer)).chain(rivals.map(|&(_, text)| customers.texts.get(text)));
    let mut names: Vec<&str> = Vec::new();
    for name in texts.flat_map(split) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// One cell can name several owners. Blanks and hyphens belong to names; so does a comma in "Smith, John", where blanks follow it.
fn split(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['/', '、', '，', ';', '；', '|', '&', '＆', '\n']).map(str::trim).filter(|name| !name.is_empty())
}
