//! Customers who are there twice: found, shown, decided about.
//!
//! Two entries of a customer file are rarely equal letter by letter. So every column says how much its
//! agreement or difference speaks for one customer (`score`), only customers who share something rare are
//! compared (`block`), and who is alike becomes a group (`groups`). Whether a group is one customer is
//! decided by people, or by the recipe where it is certain. Invariants: no pass is quadratic; the groups do
//! not depend on the order of the rows.

mod block;
mod columns;
mod compare;
mod groups;
mod page;
mod score;
mod texts;
mod traditional;

pub(super) use page::describe_decided;
pub use page::page;

use self::groups::Link;
use self::score::Scorer;
use crate::base::Day;
use crate::identify::Customers;
use crate::recipe::{self, Field};
use serde::Serialize;

/// Groups of customers who are likely to be one, found once and shown page by page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Search {
    /// Which columns were compared: the field (none for a column of the file's own) and the header or field name.
    pub columns: Vec<(Option<Field>, String)>,
    /// The groups, the likeliest first.
    pub groups: Vec<FoundGroup>,
}

/// Customers who are likely to be one.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundGroup {
    /// Their numbers, ascending.
    pub members: Vec<u32>,
    /// How likely the weakest of the links is that hold them together, 0 to 1.
    pub likelihood: f64,
    /// Whether they agree in something that only one customer has: the same phone number, the same e-mail address of a person
    /// (not info@ or sales@), or the same number of identity (social security, identity card, tax), which at most four
    /// customers have; and none of their names says otherwise.
    pub certain: bool,
    /// How the members agree, one entry per column.
    pub agreement: Vec<Agreement>,
}

/// Looks for customers who are there twice. The identifier itself is not compared.
///
/// # Example: one person in two ways
/// ```
/// use customer_tiers::identify::Customers;
/// use customer_tiers::identify::clean::duplicates::search;
/// use customer_tiers::recipe::{Duplicates, Field};
///
/// let names = vec!["Ann Lee", "Bob Stone", "LEE, Ann"];
/// let phones = vec!["+86 138-0013-8000", "139 0013 9000", "13800138000"];
/// let customers = Customers::from_columns(&["1", "2", "3"], &[(Field::CustomerName, names), (Field::Phone, phones)], &[]);
/// let found = search(&customers, &Duplicates::default());
/// assert_eq!(found.groups.len(), 1);
/// assert_eq!((found.groups[0].members.as_slice(), found.groups[0].certain), ([0, 2].as_slice(), true));
/// ```
#[must_use]
pub fn search(customers: &Customers, rules: &recipe::Duplicates) -> Search {
    let columns = columns::columns(customers);
    let names = columns.iter().map(|column| (column.field, column.name.clone())).collect();
    let scorer = Scorer::new(&columns, customers.len());
    let candidates = block::pairs(&columns, customers.len());
    // What is certain is shown, however little else agrees.
    let link = |(a, b)| scorer.score_above(a, b, rules.threshold).map(|found| Link { a, b, found });
    let links = candidates.into_iter().filter_map(link).collect();
    let groups = groups::groups(links, &scorer).into_iter().map(|group| FoundGroup {
        agreement: scorer.agreement_of(&group.members),
        members: group.members,
        likelihood: group.likelihood,
        certain: group.certain,
    });
    Search { columns: names, groups: groups.collect() }
}

/// How all of these customers agree, column by column, and whether they are certainly one.
fn agreement(customers: &Customers) -> (Vec<Agreement>, bool) {
    let columns = columns::columns(customers);
    let scorer = Scorer::new(&columns, customers.len());
    let members: Vec<u32> = customers.iter().map(|customer| customer.0).collect();
    (scorer.agreement_of(&members), groups::is_certain(&members, &scorer))
}

/// A page of the groups of duplicates, the likeliest first.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct DuplicatePage {
    /// Groups there are in all, merged ones included.
    pub total: u32,
    /// Of these, groups that are certain: their members agree in something that only one customer has.
    pub certain: u32,
    /// Of these, groups that nobody has decided about.
    pub open: u32,
    /// Customers in all groups together.
    pub customers: u32,
    /// What is compared: the field (none for a column of the file's own) and the header or field name.
    pub columns: Vec<(Option<Field>, String)>,
    /// The groups of this page.
    pub groups: Vec<DuplicateGroup>,
}

/// Customers who are likely to be one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct DuplicateGroup {
    /// How likely its weakest link is, 0 to 1; 1 for a group that people merged.
    pub likelihood: f64,
    /// Whether they agree in something that only one customer has.
    pub certain: bool,
    /// What was decided: `merged`, `apart`, or nothing yet.
    pub decision: Option<Decision>,
    /// The customers, in the order of their ids.
    pub members: Vec<DuplicateMember>,
    /// How the members agree, one entry per column of the page.
    pub agreement: Vec<Agreement>,
    /// The customer that merging gives, one text per column of the page, by the recipe's policy.
    pub merged: Vec<String>,
}

/// What was decided about a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// They are one customer now.
    Merged,
    /// They stay different customers.
    Apart,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct DuplicateMember {
    /// The identifier as it stands in the file.
    pub id: String,
    /// The identifier as a screen shows it: masked where that is wished, otherwise the same.
    pub shown: String,
    /// Number in the book; none for a customer who was merged into another.
    pub customer: Option<u32>,
    /// What is known, one text per column of the page.
    pub values: Vec<String>,
    /// Order lines.
    pub lines: u32,
    /// Last day on which anything was heard of them.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub heard: Option<Day>,
}

/// How the members of a group agree in one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// All that have a value have the same.
    Same,
    /// Nearly the same.
    Similar,
    /// Different.
    Different,
    /// At most one of them has a value.
    Missing,
}
