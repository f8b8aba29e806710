//! What is known of customers besides their orders: attributes, and columns of the files' own.
//!
//! Orders mention names and phones in passing, lists say how things are. So between orders the latest day wins, a
//! list stands above orders, and what a later list may change is the recipe's to say. Invariant: the order of the rows
//! of orders changes nothing; within one list the later row wins.

use crate::base::{CustomerId, Day, Interner, TextId};
use crate::identify::book::OwnColumn;
use crate::recipe::{Field, Update};
use std::collections::BTreeMap;

/// What is known of a customer in one column: since which day, and from which list (0 for orders).
#[derive(Debug, Clone, Copy)]
struct Known {
    text: TextId,
    since: Day,
    list: u32,
}

impl Known {
    const NOTHING: Self = Self { text: TextId::NONE, since: Day::MIN, list: 0 };
}

/// One column by customer, in the order of first sight.
#[derive(Debug, Default)]
struct Column(Vec<Known>);

impl Column {
    fn at(&mut self, customer: u32) -> &mut Known {
        let index = customer as usize;
        if self.0.len() <= index {
            self.0.resize(index + 1, Known::NOTHING);
        }
        &mut self.0[index]
    }

    fn text(&self, customer: u32) -> TextId {
        self.0.get(customer as usize).map_or(TextId::NONE, |known| known.text)
    }

    fn reordered(&self, sorted: &[TextId]) -> Vec<TextId> {
        sorted.iter().map(|old| self.text(old.0)).collect()
    }
}

/// All columns.
#[derive(Debug, Default)]
pub(super) struct Facts {
    attributes: BTreeMap<Field, Column>,
    own: Vec<(String, Column)>,
    texts: Interner,
    list: u32,
    update: Update,
    /// Customers before the list at hand.
    known_before: u32,
    /// Owners of customers whose rows name different ones.
    rivals: Vec<(u32, TextId)>,
}

impl Facts {
    /// An order mentions this. The latest day wins, and on one day the smaller text.
    pub(super) fn learn(&mut self, customer: u32, field: Field, text: &str, day: Day) {
        self.note_rival(customer, field, text);
        let known = self.attributes.entry(field).or_default().at(customer);
        let current = self.texts.get(known.text);
        if !known.text.is_none() && (day < known.since || (day == known.since && current <= text)) {
            return;
        }
        let same = !known.text.is_none() && current == text;
        let text = if same { known.text } else { self.texts.intern(text) };
        *known = Known { text, since: day, list: known.list };
    }

    /// Two owners of one customer are both kept: somebody has to look at that.
    fn note_rival(&mut self, customer: u32, field: Field, text: &str) {
        if field != Field::Owner {
            return;
        }
        let known = self.attributes.get(&field).map_or(TextId::NONE, |column| column.text(customer));
        if !known.is_none() && self.texts.get(known) != text {
            let text = self.texts.intern(text);
            self.rivals.extend([(customer, known), (customer, text)]);
        }
    }

    /// The owners of customers whose rows name different ones, by customer (`rank` is the final order) and text.
    pub(super) fn rival_owners(&mut self, rank: &[u32]) -> Vec<(CustomerId, TextId)> {
        let placed = std::mem::take(&mut self.rivals).into_iter();
        let mut rivals: Vec<(CustomerId, TextId)> = placed.map(|(old, text)| (CustomerId(rank[old as usize]), text)).collect();
        rivals.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| self.texts.get(a.1).cmp(self.texts.get(b.1))));
        rivals.dedup();
        rivals
    }

    /// From here on a list speaks.
    pub(super) fn begin_list(&mut self, update: Update, known_before: u32) {
        (self.list, self.update, self.known_before) = (self.list + 1, update, known_before);
    }

    /// The list says this.
    pub(super) fn update(&mut self, customer: u32, field: Field, text: &str) {
        self.note_rival(customer, field, text);
        let (list, is_allowed) = (self.list, self.allows(customer));
        let known = self.attributes.entry(field).or_default().at(customer);
        if is_allowed(known) {
            *known = Known { text: self.texts.intern(text), since: Day::MAX, list };
        }
    }

    /// The place of the own column with this header.
    pub(super) fn own_column(&mut self, header: &str) -> usize {
        self.own.iter().position(|(own, _)| own == header).unwrap_or_else(|| {
            self.own.push((header.to_owned(), Column::default()));
            self.own.len() - 1
        })
    }

    /// The list says this in a column of its own.
    pub(super) fn update_own(&mut self, customer: u32, column: usize, text: &str) {
        let (list, is_allowed) = (self.list, self.allows(customer));
        let Some((_, column)) = self.own.get_mut(column) else { return };
        let known = column.at(customer);
        if is_allowed(known) {
            *known = Known { text: self.texts.intern(text), since: Day::MAX, list };
        }
    }

    /// Whether the list may replace what is known: see [`Update`].
    fn allows(&self, customer: u32) -> impl Fn(&Known) -> bool + use<> {
        let (list, update, is_new) = (self.list, self.update, customer >= self.known_before);
        move |known| match update {
            Update::Overwrite => true,
            Update::FillBlanks => known.text.is_none() || known.list == list,
            Update::Skip => is_new,
        }
    }

    /// What is known of all customers in one field, by the number of first sight.
    pub(super) fn of(&self, field: Field) -> impl Iterator<Item = (u32, &str)> {
        let column = self.attributes.get(&field).map_or(&[][..], |column| &column.0);
        (0..).zip(column).filter(|(_, known)| !known.text.is_none()).map(|(customer, known)| (customer, self.texts.get(known.text)))
    }

    /// Columns in the final order of the customers; own columns in which nothing stands are left out.
    pub(super) fn finish(self, sorted: &[TextId]) -> (BTreeMap<Field, Vec<TextId>>, Vec<OwnColumn>, Interner) {
        let attributes = self.attributes.into_iter().map(|(field, column)| (field, column.reordered(sorted))).collect();
        let filled = self.own.into_iter().filter(|(_, column)| !column.0.is_empty());
        let own = filled.map(|(header, column)| OwnColumn { header, values: column.reordered(sorted) }).collect();
        (attributes, own, self.texts)
    }
}
