//! Whether a table is a list of customers.
//!
//! Invariant: a log, in which customers come back by day, is no list.

use super::score::Scores;
use super::synonyms::is_persons_trait;
use super::table::Table;
use super::{Mapping, is_customers};
use crate::recipe::Field;

/// Whether the table names customers, each once or nearly, and says something about them. A column "name" alone may be
/// anything's.
pub(super) fn is_list(table: &Table<'_>, scores: &Scores, mapping: &Mapping, people: &Mapping) -> bool {
    let Some(&customer) = mapping.get(&Field::CustomerId) else { return false };
    let has = |field: Field| mapping.contains_key(&field) || people.contains_key(&field);
    let is_log = mapping.contains_key(&Field::Date) && table.profiles[customer].repeats();
    // A list in which some are there twice still is one, when it says what only a list says.
    let persons = [Field::Phone, Field::Email, Field::Company, Field::Gender, Field::Birthday, Field::Owner, Field::Industry];
    if is_log && persons.into_iter().filter(|field| has(*field)).count() < 2 {
        return false;
    }
    let is_anything = scores.get(Field::CustomerId, customer) == 0.0 && matches!(table.headers[customer].plain.as_str(), "name" | "名称");
    if is_anything {
        return [Field::Phone, Field::Email, Field::Company].into_iter().any(has) || table.headers.iter().any(is_persons_trait);
    }
    let attributes = || mapping.iter().chain(people).filter(|(field, column)| Field::ATTRIBUTES.contains(field) && **column != customer);
    let has_name_parts = has(Field::FirstName) || has(Field::LastName);
    attributes().next().is_some() || has_name_parts || is_survey(table, scores, mapping, customer)
}

/// Whether every row is what one customer answered: a sure id that does not come back, and nothing of orders.
fn is_survey(table: &Table<'_>, scores: &Scores, mapping: &Mapping, customer: usize) -> bool {
    const SURE: f64 = 0.8;
    let is_sure = scores.get(Field::CustomerId, customer) >= SURE && table.profiles[customer].filled > 1;
    let others = || mapping.keys().filter(|field| !is_customers(**field));
    is_sure && !table.profiles[customer].repeats() && others().next().is_none() && table.titles.len() > 1
}
