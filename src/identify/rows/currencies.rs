//! In which currencies amounts are written: they are added up as they stand, which is worth knowing when there are several.
//!
//! Invariant: an amount without a sign says nothing.

use crate::identify::read::Cell;
use crate::identify::values::currency_of;

/// How many amounts name which currency.
#[derive(Debug, Default)]
pub(crate) struct Currencies {
    seen: Vec<(&'static str, u64)>,
    /// The table in which a second one came up.
    table: Option<u32>,
}

impl Currencies {
    pub(crate) fn see(&mut self, cell: Cell<'_>, table: u32) {
        let Cell::Text(text) = cell else { return };
        let Some(code) = currency_of(text) else { return };
        if let Some((_, count)) = self.seen.iter_mut().find(|(known, _)| *known == code) {
            *count += 1;
            return;
        }
        self.seen.push((code, 1));
        if self.seen.len() > 1 {
            self.table.get_or_insert(table);
        }
    }

    /// The table in which a second currency came up, and all with their numbers of amounts, the most frequent first.
    pub(crate) fn mixed(&self) -> Option<(u32, String)> {
        let mut seen = self.seen.clone();
        seen.sort_unstable_by_key(|(code, count)| (std::cmp::Reverse(*count), *code));
        let told: Vec<String> = seen.iter().map(|(code, count)| format!("{code} × {count}")).collect();
        self.table.map(|table| (table, told.join(", ")))
    }
}
