//! What each customer asks of an owner: minutes, skills, a region, an industry.
//!
//! A customer needs an owner when the service level of the tier says "account manager", and keeps one who is there already. Invariant:
//! who is served by a team and has no owner asks nothing of anybody.

use super::assign::NOBODY;
use super::staff::{Person, Staff, owners};
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::recipe::{Field, Recipe};
use std::collections::BTreeMap;

/// What one customer asks for.
#[derive(Debug)]
pub(super) struct Need<'a> {
    pub(super) customer: CustomerId,
    /// Staff minutes a year, by the strategy of the tier.
    pub(super) minutes: u64,
    pub(super) revenue: Money,
    pub(super) skills: Vec<&'a str>,
    places: [&'a str; 4],
    industry: &'a str,
    /// The owner in force, by the place in the list of staff.
    pub(super) owner: u32,
    /// The name in the files; empty when there is none.
    pub(super) owner_name: &'a str,
    /// The last day with an order or a contact.
    pub(super) last: Option<Day>,
    /// Whether nothing was heard for too long.
    pub(super) is_idle: bool,
}

impl Need<'_> {
    /// How well a person suits: a region and an industry count one each; who prefers others, less than who prefers none.
    pub(super) fn matches(&self, person: &Person) -> i32 {
        let one = |preferred: &[String], known: &[&str]| {
            let is_preferred = preferred.iter().any(|text| known.iter().any(|known| !known.is_empty() && text.trim() == *known));
            if preferred.is_empty() { 0 } else { i32::from(is_preferred) * 2 - 1 }
        };
        one(&person.regions, &self.places) + one(&person.industries, &[self.industry])
    }
}

/// What everybody asks for, in the order of the customers.
pub(super) fn needs<'a>(book: &'a Book, standing: &Standing, recipe: &'a Recipe, staff: &Staff) -> Vec<Need<'a>> {
    let places: BTreeMap<&str, u32> = staff.people.iter().zip(0..).map(|(person, place)| (person.name.trim(), place)).collect();
    standing.customers().filter_map(|customer| need(book, standing, recipe, &places, customer)).collect()
}

fn need<'a>(
    book: &'a Book,
    standing: &Standing,
    recipe: &'a Recipe,
    places: &BTreeMap<&str, u32>,
    customer: CustomerId,
) -> Option<Need<'a>> {
    let tier = standing.schemes[standing.tier].code_of(customer);
    let owner_name = owners(book, customer).first().copied().unwrap_or("");
    let needs_owner = recipe.customize.get(tier).is_some_and(|service| service.owner == "account_manager");
    if !needs_owner && owner_name.is_empty() {
        return None;
    }
    let strategy = recipe.interact.get(tier);
    let minutes = strategy.map_or(0, |strategy| u64::from(strategy.contacts_per_year) * u64::from(strategy.minutes_per_contact));
    let rules = recipe.ownership.skills.iter();
    let applies = |scheme: &str, segment: &str| standing.scheme(scheme).is_some_and(|classified| classified.code_of(customer) == segment);
    let text = |field| book.customers.attribute(field, customer);
    let last = last_heard(book, standing, customer);
    let idle = last.map_or(i32::MAX, |day| standing.as_of.days_since(day));
    Some(Need {
        customer,
        minutes,
        revenue: standing.measures.revenue.get(customer.index()).copied().unwrap_or_default(),
        skills: rules.filter(|rule| applies(&rule.scheme, &rule.segment)).map(|rule| rule.skill.as_str()).collect(),
        places: [Field::Region, Field::Area, Field::City, Field::Country].map(text),
        industry: text(Field::Industry),
        owner: places.get(owner_name).copied().unwrap_or(NOBODY),
        owner_name,
        last,
        is_idle: !owner_name.is_empty() && recipe.ownership.recycle_days.is_some_and(|days| i64::from(idle) > i64::from(days)),
    })
}

/// The last order or contact up to the analysis day.
fn last_heard(book: &Book, standing: &Standing, customer: CustomerId) -> Option<Day> {
    let (measures, contacts) = (&standing.measures, &book.interactions);
    let order = measures.last_order_known(customer);
    let contact = contacts.of(customer).filter_map(|place| contacts.day.get(place).copied());
    let contact = contact.filter(|&day| day != Day::MIN && day <= standing.as_of).max();
    order.max(contact)
}
