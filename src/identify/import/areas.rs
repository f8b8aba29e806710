//! The region of every customer of whom only the province or the city is known.
//!
//! Sales are organised by 大区, and hardly any file has it. Invariant: a file that says the region is not contradicted;
//! where provinces are not those of China nothing is derived.

use crate::base::TextId;
use crate::identify::book::Customers;
use crate::identify::issue::{Issue, IssueCode, IssueLog};
use crate::identify::values::region::area;
use crate::recipe::Field;

/// Adds the column of regions, when no file has one and most places are in China.
pub(super) fn derive(customers: &mut Customers, issues: &mut IssueLog) {
    if customers.attributes.contains_key(&Field::Area) {
        return;
    }
    let places: Vec<Vec<TextId>> =
        [Field::Region, Field::City].iter().filter_map(|field| customers.attributes.get(field).cloned()).collect();
    // Each different text once: a million customers live in some hundred places.
    let mut of_text: Vec<Option<Option<&'static str>>> = vec![None; customers.texts.len()];
    let mut area_of = |id: TextId| *of_text.get_mut(id.index())?.get_or_insert_with(|| area(customers.texts.get(id)));
    let named = |row: usize| places.iter().filter_map(move |column| column.get(row)).filter(|id| !id.is_none());
    let (mut found, mut known) = (Vec::with_capacity(customers.ids.len()), 0_usize);
    for row in 0..customers.ids.len() {
        known += usize::from(named(row).next().is_some());
        found.push(named(row).find_map(|&id| area_of(id)));
    }
    let count = found.iter().flatten().count();
    if count == 0 || count * 2 < known {
        return;
    }
    let column = found.into_iter().map(|area| area.map_or(TextId::NONE, |area| customers.texts.intern(area))).collect();
    customers.attributes.insert(Field::Area, column);
    let original = count.to_string();
    issues.push(&Issue { code: IssueCode::RegionDerived, table: 0, row: 0, field: Some(Field::Region), original: &original, became: "" });
}
