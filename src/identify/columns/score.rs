//! How well each column fits each role.
//!
//! Header × content, then what the other columns say: a bare "id" means the customer only when the
//! rest of the table makes sense with it, and a table without headers is judged by its values
//! alone. Invariant: the same table gives the same scores, whatever came before it.

use super::synonyms::{DICTIONARY, Role, is_bare_id, is_name_part};
use super::table::Table;
use crate::recipe::Field;
use std::collections::BTreeMap;

/// Scores from 0 to 1 by role and column; columns that do not fit at all are not in it.
pub(super) struct Scores(BTreeMap<(Field, usize), f64>);

/// Lowest score with which a column is given a role.
pub(super) const FLOOR: f64 = 0.3;

/// Scores closer together than this are equal.
pub(super) const NEAR: f64 = 0.03;

impl Scores {
    /// What the headers and the values say of each column, with these words alone.
    pub(super) fn by(roles: &[Role], table: &Table<'_>) -> Self {
        let mut scores = Self(BTreeMap::new());
        for role in roles {
            for (column, header) in table.headers.iter().enumerate().filter(|(_, header)| !header.is_unnamed) {
                scores.raise(role.field, column, role.score(header) * table.profiles[column].fits(role.field));
            }
        }
        scores
    }

    pub(super) fn new(table: &Table<'_>) -> Self {
        let mut scores = Self::by(&DICTIONARY, table);
        if table.is_headerless() {
            scores.judge_by_content(table);
        } else {
            scores.judge_lone_ids(table);
            scores.judge_bare_ids(table);
            scores.judge_unknown_days(table);
        }
        scores.prefer_products(table);
        scores
    }

    pub(super) fn get(&self, field: Field, column: usize) -> f64 {
        self.0.get(&(field, column)).copied().unwrap_or(0.0)
    }

    /// The columns that fit this role, best first.
    pub(super) fn columns(&self, field: Field) -> Vec<(usize, f64)> {
        let all = self.0.range((field, 0)..=(field, usize::MAX));
        let mut columns: Vec<(usize, f64)> = all.map(|(&(_, column), &score)| (column, score)).collect();
        columns.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        columns
    }

    /// The roles that fit this column, best first.
    pub(super) fn fields(&self, column: usize) -> Vec<(Field, f64)> {
        let score = |field| self.0.get(&(field, column)).map(|&score| (field, score));
        let mut fields: Vec<(Field, f64)> = Field::ALL.into_iter().filter_map(score).collect();
        fields.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        fields
    }

    fn best(&self, field: Field) -> f64 {
        self.columns(field).first().map_or(0.0, |&(_, score)| score)
    }

    pub(super) fn raise(&mut self, field: Field, column: usize, score: f64) {
        if score >= FLOOR {
            let own = self.0.entry((field, column)).or_insert(0.0);
            *own = own.max(score);
        }
    }

    /// An id that is the same in every row tells nobody apart where names or addresses do: the account that was booked on, the shop.
    fn judge_lone_ids(&mut self, table: &Table<'_>) {
        const ROWS: usize = 5;
        let persons = [Field::CustomerName, Field::Phone, Field::Email];
        let tell_apart = |field| self.columns(field).iter().any(|&(column, score)| score >= 0.6 && table.profiles[column].distinct > 1);
        if persons.into_iter().any(tell_apart) {
            let is_lone = |column: usize| table.profiles[column].distinct == 1 && table.profiles[column].filled >= ROWS;
            self.0.retain(|&(field, column), _| field != Field::CustomerId || !is_lone(column));
        }
    }

    /// "id", "编号": the customer when nothing else is and the table makes sense with it, else the order.
    fn judge_bare_ids(&mut self, table: &Table<'_>) {
        let is_ledger = self.best(Field::Date) > 0.0 && self.best(Field::Amount) > 0.0;
        let has_customer = self.best(Field::CustomerId) > 0.5;
        for (column, header) in table.headers.iter().enumerate().filter(|(_, header)| is_bare_id(header)) {
            let profile = &table.profiles[column];
            let fit = profile.fits(Field::CustomerId);
            // Where somebody's name comes back and the id does not, the id is the order's.
            let is_others = has_customer || (is_ledger && !profile.repeats() && self.persons_repeat(table));
            if is_others {
                let is_order = is_ledger && !profile.repeats() && self.best(Field::OrderId) < 0.5;
                self.raise(Field::OrderId, column, if is_order { 0.7 * fit } else { 0.0 });
                continue;
            }
            let customer = self.bare_customer(table, profile.repeats(), is_ledger);
            // `_id` is what databases call their own row number.
            let private = if table.titles[column].starts_with('_') { 0.9 } else { 1.0 };
            let spelled_out = if header.plain == "id" || header.plain == "编号" { 1.0 } else { 0.95 };
            self.raise(Field::CustomerId, column, customer * private * spelled_out * fit);
        }
    }

    /// How sure it is that rows numbered by a bare "id" are customers.
    fn bare_customer(&self, table: &Table<'_>, repeats: bool, is_ledger: bool) -> f64 {
        let known = |fields: &[Field]| fields.iter().filter(|&&field| self.best(field) >= 0.6).count();
        let persons =
            known(&[Field::CustomerName, Field::Phone, Field::Email]) + table.headers.iter().filter(|header| is_name_part(header)).count();
        let places = known(&[Field::Company, Field::Region, Field::City, Field::Country]);
        let measures = known(&[Field::LastOrder, Field::RecencyDays, Field::Orders, Field::Revenue]);
        let goods = known(&[Field::Product, Field::UnitPrice, Field::Category]);
        let has_date = self.best(Field::Date) > 0.0;
        match () {
            () if has_date && repeats && (is_ledger || goods == 0) => 0.85,
            () if measures >= 3 && !repeats => 0.85,
            () if persons >= 1 && persons + places >= 2 && goods == 0 && !repeats => 0.85,
            // An id that never comes back, beside an order's id and somebody's name: the row's own number.
            () if is_ledger && known(&[Field::OrderId]) > 0 && persons >= 2 && !repeats => 0.0,
            () if (is_ledger && known(&[Field::OrderId]) > 0) || (has_date && goods == 0 && !is_ledger) => 0.6,
            () if is_ledger => 0.5,
            () => 0.0,
        }
    }

    /// Whether names, phones or addresses come back.
    fn persons_repeat(&self, table: &Table<'_>) -> bool {
        let persons = [Field::CustomerName, Field::Phone, Field::Email];
        persons.into_iter().any(|field| self.columns(field).iter().any(|&(column, score)| score >= 0.6 && table.profiles[column].repeats()))
    }

    /// When no header is a day's, a column full of days may be what is looked for.
    fn judge_unknown_days(&mut self, table: &Table<'_>) {
        if self.best(Field::Date) > 0.0 || self.best(Field::CustomerId) < 0.5 || self.best(Field::Amount) < 0.5 {
            return;
        }
        let unknown = |column: &usize| self.fields(*column).is_empty() && !table.headers[*column].words.is_empty();
        let days = |column: &usize| table.profiles[*column].share(table.profiles[*column].days) >= 0.9;
        let Some(date) = DICTIONARY.iter().find(|role| role.field == Field::Date) else { return };
        let allowed = |column: &usize| !date.rules_out(&table.headers[*column]);
        let found = (0..table.headers.len()).filter(unknown).filter(days).find(allowed);
        if let Some(column) = found {
            self.raise(Field::Date, column, 0.5);
        }
    }

    /// Of amounts that are equally good by name, quantity × unit price is the line's.
    fn prefer_products(&mut self, table: &Table<'_>) {
        let first = |field| self.columns(field).first().map(|&(column, _)| column);
        let (Some(quantity), Some(price)) = (first(Field::Quantity), first(Field::UnitPrice)) else { return };
        let best = self.best(Field::Amount);
        let near = self.columns(Field::Amount).into_iter().filter(|&(_, score)| best - score < NEAR);
        let rivals: Vec<usize> = near.map(|(column, _)| column).filter(|&column| column != quantity && column != price).collect();
        let Some(&line) = rivals.iter().find(|&&column| table.share_of_products(column, quantity, price) > 0.8) else { return };
        for column in rivals.into_iter().filter(|&column| column != line) {
            self.0.entry((Field::Amount, column)).and_modify(|score| *score -= 2.0 * NEAR);
        }
    }

    /// Roles of columns without names: days, then amounts with decimals, then who comes back.
    fn judge_by_content(&mut self, table: &Table<'_>) {
        let has_fractions = table.profiles.iter().any(|profile| profile.share(profile.numbers - profile.whole) >= 0.3);
        for (column, profile) in table.profiles.iter().enumerate().filter(|(_, profile)| profile.filled > 0) {
            let share = |count: usize| profile.share(count);
            let is_number = share(profile.numbers) >= 0.9 && profile.zero_led == 0;
            if share(profile.days) >= 0.9 {
                self.raise(Field::Date, column, 0.75);
            } else if share(profile.emails) >= 0.8 {
                self.raise(Field::Email, column, 0.9);
            } else if share(profile.phones) >= 0.8 {
                self.raise(Field::Phone, column, 0.85);
            } else if is_number && share(profile.numbers - profile.whole) >= 0.3 {
                self.raise(Field::Amount, column, 0.7);
            } else if is_number && share(profile.small) >= 0.9 && profile.repeats() {
                self.raise(Field::Quantity, column, 0.6);
                self.raise(Field::Amount, column, if has_fractions { 0.0 } else { 0.5 });
            } else if profile.fits(Field::CustomerId) >= 0.9 {
                let is_text = share(profile.numbers) < 0.1 && share(profile.numbered) < 0.5;
                self.raise(
                    Field::CustomerId,
                    column,
                    if !profile.repeats() {
                        0.0
                    } else if is_text {
                        0.5
                    } else {
                        0.7
                    },
                );
                self.raise(Field::OrderId, column, if profile.repeats() { 0.0 } else { 0.5 });
                self.raise(Field::Amount, column, if is_number && !has_fractions { 0.5 } else { 0.0 });
            }
        }
    }
}
