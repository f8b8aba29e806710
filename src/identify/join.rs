//! Which customer a row of another table is about.
//!
//! Lists, contacts and feedback come from other systems and often name customers in another way than orders do: by
//! phone, e-mail address or name. Invariant: a key that two customers share joins nobody, so that no row goes to the
//! wrong one.

use super::book::Join;
use super::builder::BookBuilder;
use super::values::keys::{email_key, name_key, phone_key};
use crate::recipe::Field;
use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

/// What rows are joined by when they have no id that is known, surest first.
pub(crate) const KEYS: [Field; 3] = [Field::Phone, Field::Email, Field::CustomerName];

/// The form in which values of this field are compared; none when the value identifies nobody.
pub(crate) fn key(field: Field, text: &str) -> Option<String> {
    match field {
        Field::Phone => phone_key(text),
        Field::Email => email_key(text),
        Field::CustomerName => name_key(text),
        _ => None,
    }
}

/// Whom a key names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// This customer.
    One(u32),
    /// Several customers.
    Several,
    /// Nobody.
    Nobody,
}

/// Known customers by their keys.
#[derive(Debug, Default)]
pub(crate) struct Directory([HashMap<String, Option<u32>, FxBuildHasher>; 3]);

impl Directory {
    /// All customers of whom a phone, an e-mail address or a name is known.
    pub(crate) fn new(builder: &BookBuilder) -> Self {
        Self(KEYS.map(|field| {
            let mut keys = HashMap::default();
            for (customer, text) in builder.known(field) {
                if let Some(key) = key(field, text) {
                    keys.entry(key).and_modify(|of| *of = None).or_insert(Some(customer));
                }
            }
            keys
        }))
    }

    /// Whom this value names.
    pub(crate) fn find(&self, field: Field, text: &str) -> Found {
        let keys = KEYS.iter().position(|known| *known == field).map(|at| &self.0[at]);
        match keys.zip(key(field, text)).and_then(|(keys, key)| keys.get(&key)) {
            Some(Some(customer)) => Found::One(*customer),
            Some(None) => Found::Several,
            None => Found::Nobody,
        }
    }
}

/// Counts how rows found their customers.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    by: [u64; 4],
    pub(crate) new: u64,
    pub(crate) orphans: u64,
}

impl Joined {
    /// A row found its customer by this field.
    pub(crate) fn count(&mut self, field: Field) {
        self.by[KEYS.iter().position(|known| *known == field).map_or(0, |at| at + 1)] += 1;
    }

    pub(crate) fn finish(self) -> Join {
        let fields = [Field::CustomerId, Field::Phone, Field::Email, Field::CustomerName];
        let by = fields.into_iter().zip(self.by).filter(|(_, rows)| *rows > 0).collect();
        Join { by, new: self.new, orphans: self.orphans }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Day;

    #[test]
    fn a_key_of_two_customers_names_nobody() {
        let mut builder = BookBuilder::default();
        for (id, phone, name) in [("a", "138 0013 8000", "Ann Lee"), ("b", "13900139000", "ANN LEE"), ("c", "", "蓝天有限公司")] {
            let customer = builder.customer(id);
            builder.learn(customer, Field::Phone, phone, Day::MIN);
            builder.learn(customer, Field::CustomerName, name, Day::MIN);
        }
        let directory = Directory::new(&builder);
        for (field, text, found) in [
            (Field::Phone, "+86 13800138000", Found::One(0)),
            (Field::CustomerName, "ann lee", Found::Several),
            (Field::CustomerName, "蓝天", Found::One(2)),
            (Field::Phone, "", Found::Nobody),
            (Field::Email, "a@b.cn", Found::Nobody),
            (Field::City, "北京", Found::Nobody),
        ] {
            assert_eq!(directory.find(field, text), found, "{text}");
        }
    }
}
