//! Customers from columns, for callers who have them already.

use crate::base::{Interner, TextId};
use crate::identify::Customers;
use crate::identify::book::OwnColumn;
use crate::recipe::Field;

impl Customers {
    /// Customers with these ids and what is known of them: fields, then columns of the file's own, each as long as `ids`.
    /// An empty text says that nothing is known; a shorter column ends in such texts. Of equal ids the first counts.
    #[must_use]
    pub fn from_columns(ids: &[&str], attributes: &[(Field, Vec<&str>)], own: &[(&str, Vec<&str>)]) -> Self {
        let mut order: Vec<usize> = (0..ids.len()).collect();
        order.sort_by_key(|&row| (ids[row], row));
        order.dedup_by_key(|row| ids[*row]);
        let mut customers = Self::default();
        for &row in &order {
            customers.ids.intern(ids[row]);
        }
        let column = |texts: &[&str], arena: &mut Interner| -> Vec<TextId> {
            let text = |&row: &usize| texts.get(row).filter(|text| !text.is_empty()).map_or(TextId::NONE, |text| arena.intern(text));
            order.iter().map(text).collect()
        };
        for (field, texts) in attributes {
            customers.attributes.insert(*field, column(texts, &mut customers.texts));
        }
        for (header, texts) in own {
            let values = column(texts, &mut customers.texts);
            customers.own.push(OwnColumn { header: (*header).to_owned(), values });
        }
        customers
    }
}
