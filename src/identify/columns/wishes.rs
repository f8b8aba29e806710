//! What the recipe, and a known export, say of a table's columns.
//!
//! Invariant: what the recipe says stands above what the export says.

use super::header::Header;
use super::table::Table;
use super::{Mapping, exports};
use crate::recipe::{Field, Recipe};
use std::collections::BTreeSet;

/// What the recipe says about this table.
pub(super) struct Wishes {
    pub(super) columns: Mapping,
    no_column: BTreeSet<Field>,
}

impl Wishes {
    pub(super) fn new(table: &Table<'_>, recipe: &Recipe, export: Option<&exports::Export>) -> Self {
        let named = |(&field, names): (&Field, &Vec<String>)| Some((field, names.iter().find_map(|name| position(table, name))?));
        let no_column = recipe.mapping.iter().filter(|(_, names)| names.is_empty()).map(|(&field, _)| field);
        let mut no_column: BTreeSet<Field> = no_column.collect();
        let mut columns = export.map(|export| export.columns(table)).unwrap_or_default();
        columns.retain(|field, _| !no_column.contains(field));
        columns.extend(recipe.mapping.iter().filter_map(named));
        // Where a known export has no day of orders, the days that it has are none.
        if export.is_some_and(|export| export.roles.iter().all(|(field, _)| *field != Field::Date)) && !columns.contains_key(&Field::Date) {
            no_column.insert(Field::Date);
        }
        Self { columns, no_column }
    }

    /// Whether the field's column is said.
    pub(super) fn names(&self, field: Field) -> bool {
        self.columns.contains_key(&field)
    }

    pub(super) fn decides(&self, field: Field) -> bool {
        self.columns.contains_key(&field) || self.no_column.contains(&field)
    }
}

/// The column with this header, as written, else as compared, else by `#n`.
pub(super) fn position(table: &Table<'_>, name: &str) -> Option<usize> {
    let plain = Header::new(name).plain;
    let number = || name.trim().strip_prefix('#')?.parse::<usize>().ok()?.checked_sub(1).filter(|&at| at < table.titles.len());
    let as_written = table.titles.iter().position(|title| title == name);
    let compared = || table.headers.iter().position(|header| !plain.is_empty() && !header.is_unnamed && header.plain == plain);
    if name.trim().starts_with('#') { as_written.or_else(number) } else { as_written.or_else(compared) }
}
