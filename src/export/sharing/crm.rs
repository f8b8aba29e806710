//! Customers under the headers that customer systems import by themselves.
//!
//! A file whose headers a system knows is mapped without a question; fields that no system has (tier, score, next contact)
//! get the same English or Chinese names everywhere, to be made once as own fields. Invariant: every customer of the list is a
//! row, and the file reads back into the same customers.

use super::{SharingReport, count};
use crate::Result;
use crate::base::{CustomerId, Day};
use crate::differentiate::{Classified, Standing};
use crate::export::columns::{Value, listed_customers};
use crate::export::csv::Rows;
use crate::identify::Book;
use crate::interact::calendar::calendar;
use crate::recipe::{ContactChannel, Field, Recipe};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Write;

/// A customer system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum CrmSystem {
    /// 纷享销客: customers.
    Fxiaoke,
    /// Zoho CRM: contacts.
    Zoho,
    /// HubSpot: contacts.
    Hubspot,
    /// Salesforce: contacts.
    Salesforce,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Id,
    Attribute(Field),
    /// The name, or the company, or the id: what these systems refuse to be without.
    NameOrId,
    /// All but the last word of a name.
    GivenName,
    /// The last word of a name; all of it when it is one word.
    FamilyName,
    /// The company; the name where there is none.
    Account,
    Tier,
    Segment,
    Rfm,
    Orders,
    Revenue,
    FirstOrder,
    LastOrder,
    NextContact,
    NextChannel,
}

use Part::{
    Account, Attribute, FamilyName, FirstOrder, GivenName, Id, LastOrder, NameOrId, NextChannel, NextContact, Orders, Revenue, Rfm,
    Segment, Tier,
};

impl CrmSystem {
    /// Every system, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Fxiaoke, Self::Zoho, Self::Hubspot, Self::Salesforce];

    /// The name on the command line, as `hubspot`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fxiaoke => "fxiaoke",
            Self::Zoho => "zoho",
            Self::Hubspot => "hubspot",
            Self::Salesforce => "salesforce",
        }
    }

    /// The headers that the system knows, then the fields of our own.
    fn columns(self) -> impl Iterator<Item = (&'static str, Part)> + Clone {
        let own: &[(&str, Part)] = if self == Self::Fxiaoke { &OWN_IN_CHINESE } else { &OWN };
        self.known().iter().chain(own).copied()
    }

    const fn known(self) -> &'static [(&'static str, Part)] {
        match self {
            Self::Fxiaoke => &FXIAOKE,
            Self::Zoho => &ZOHO,
            Self::Hubspot => &HUBSPOT,
            Self::Salesforce => &SALESFORCE,
        }
    }
}

const FXIAOKE: [(&str, Part); 13] = [
    ("客户名称", NameOrId),
    ("客户编号", Id),
    ("客户级别", Tier),
    ("负责人", Attribute(Field::Owner)),
    ("客户来源", Attribute(Field::Source)),
    ("1级行业", Attribute(Field::Industry)),
    ("电话", Attribute(Field::Phone)),
    ("邮件", Attribute(Field::Email)),
    ("国家", Attribute(Field::Country)),
    ("省", Attribute(Field::Region)),
    ("市", Attribute(Field::City)),
    ("详细地址", Attribute(Field::Address)),
    ("公司名称", Attribute(Field::Company)),
];

// Source: help.zoho.com, "Importing contacts", the fields of the module Contacts.
const ZOHO: [(&str, Part); 12] = [
    ("Last Name", FamilyName),
    ("First Name", GivenName),
    ("Account Name", Account),
    ("Email", Attribute(Field::Email)),
    ("Phone", Attribute(Field::Phone)),
    ("Contact Owner", Attribute(Field::Owner)),
    ("Lead Source", Attribute(Field::Source)),
    ("Mailing Street", Attribute(Field::Address)),
    ("Mailing City", Attribute(Field::City)),
    ("Mailing State", Attribute(Field::Region)),
    ("Mailing Country", Attribute(Field::Country)),
    ("Industry", Attribute(Field::Industry)),
];

// Source: knowledge.hubspot.com, "Set up your import files": labels of the default contact properties, "[Object] owner".
const HUBSPOT: [(&str, Part); 12] = [
    ("First Name", GivenName),
    ("Last Name", FamilyName),
    ("Email", Attribute(Field::Email)),
    ("Phone Number", Attribute(Field::Phone)),
    ("Company Name", Attribute(Field::Company)),
    ("Contact owner", Attribute(Field::Owner)),
    ("Street Address", Attribute(Field::Address)),
    ("City", Attribute(Field::City)),
    ("State/Region", Attribute(Field::Region)),
    ("Country/Region", Attribute(Field::Country)),
    ("Industry", Attribute(Field::Industry)),
    ("Original Source", Attribute(Field::Source)),
];

// Source: help.salesforce.com, "Data Import Wizard": labels of the standard fields of contacts.
const SALESFORCE: [(&str, Part); 12] = [
    ("Last Name", FamilyName),
    ("First Name", GivenName),
    ("Account Name", Account),
    ("Email", Attribute(Field::Email)),
    ("Phone", Attribute(Field::Phone)),
    ("Contact Owner", Attribute(Field::Owner)),
    ("Lead Source", Attribute(Field::Source)),
    ("Mailing Street", Attribute(Field::Address)),
    ("Mailing City", Attribute(Field::City)),
    ("Mailing State/Province", Attribute(Field::Region)),
    ("Mailing Country", Attribute(Field::Country)),
    ("Industry", Attribute(Field::Industry)),
];

// No system has these: they are made once as own fields.
const OWN: [(&str, Part); 10] = [
    ("Customer ID", Id),
    ("Customer Tier", Tier),
    ("Customer Segment", Segment),
    ("RFM Score", Rfm),
    ("Total Orders", Orders),
    ("Total Revenue", Revenue),
    ("First Order Date", FirstOrder),
    ("Last Order Date", LastOrder),
    ("Next Contact Date", NextContact),
    ("Next Contact Channel", NextChannel),
];

const OWN_IN_CHINESE: [(&str, Part); 8] = [
    ("客户分群", Segment),
    ("RFM评分", Rfm),
    ("累计订单数", Orders),
    ("累计成交金额", Revenue),
    ("首次成交日期", FirstOrder),
    ("最近成交日期", LastOrder),
    ("下次跟进时间", NextContact),
    ("下次跟进方式", NextChannel),
];

/// Writes one row per customer, in the order of the ids.
///
/// # Errors
/// `export.failed` when the writer fails.
pub(super) fn customers_csv(
    book: &Book,
    standing: &Standing,
    recipe: &Recipe,
    (system, names): (CrmSystem, &BTreeMap<String, String>),
    out: &mut impl Write,
) -> Result<SharingReport> {
    let export = Export { book, standing, names, next: next_contacts(book, standing, recipe) };
    let columns = system.columns();
    let mut rows = Rows::new(out);
    columns.clone().for_each(|(header, _)| rows.text(header));
    rows.end_row()?;
    let mut written = 0;
    for customer in listed_customers(book, standing) {
        columns.clone().for_each(|(_, part)| export.write(&mut rows, part, customer));
        rows.end_row()?;
        written += 1;
    }
    rows.finish()?;
    let in_none =
        |field: &Field| !columns.clone().any(|(_, part)| part == Attribute(*field) || (*field == Field::CustomerName && part != Id));
    let known = book.customers.attributes.keys().filter(|field| in_none(field)).map(|field| field.name().to_owned());
    let own = book.customers.own.iter().map(|own| own.header.clone());
    Ok(SharingReport { rows: count(written), columns_left_out: known.chain(own).collect(), ..SharingReport::default() })
}

/// The first contact that the calendar plans with each customer.
fn next_contacts(book: &Book, standing: &Standing, recipe: &Recipe) -> BTreeMap<CustomerId, (Day, ContactChannel)> {
    let planned = calendar(book, standing, None, recipe);
    let mut next = BTreeMap::new();
    if !planned.days_are_relative {
        // By day: the first one stays.
        planned.entries.iter().for_each(|entry| _ = next.entry(entry.customer).or_insert((entry.day, entry.channel)));
    }
    next
}

struct Export<'a> {
    book: &'a Book,
    standing: &'a Standing,
    names: &'a BTreeMap<String, String>,
    next: BTreeMap<CustomerId, (Day, ContactChannel)>,
}

impl Export<'_> {
    fn write<W: Write>(&self, rows: &mut Rows<'_, W>, part: Part, customer: CustomerId) {
        let (measures, index) = (&self.standing.measures, customer.index());
        let name = self.text(Field::CustomerName, customer);
        let (given, family) = name.rsplit_once(char::is_whitespace).unwrap_or(("", name));
        let company = self.text(Field::Company, customer);
        let id = self.book.customers.id(customer);
        match part {
            Attribute(Field::Phone) => rows.phone(self.text(Field::Phone, customer)),
            Attribute(field) => rows.text(self.text(field, customer)),
            Id => rows.text(id),
            NameOrId => rows.text(first_of([name, company, id])),
            GivenName => rows.text(given.trim()),
            FamilyName => rows.text(first_of([family, company, id])),
            Account => rows.text(first_of([company, name, id])),
            Tier => rows.text(self.segment(self.standing.tier, customer)),
            Segment => rows.text(self.segment(self.standing.segment, customer)),
            Rfm => rows.value(Value::Cell(self.standing.scores.of(customer))),
            Orders => rows.value(Value::Count(measures.orders[index].into())),
            Revenue => rows.value(Value::Money(measures.revenue[index])),
            FirstOrder => rows.value(measures.first_order_known(customer).map_or(Value::Code(""), Value::Day)),
            LastOrder => rows.value(measures.last_order_known(customer).map_or(Value::Code(""), Value::Day)),
            NextContact => rows.value(self.next.get(&customer).map_or(Value::Code(""), |(day, _)| Value::Day(*day))),
            NextChannel => rows.text(self.next.get(&customer).map_or("", |(_, channel)| channel.name())),
        }
    }

    fn text(&self, field: Field, customer: CustomerId) -> &str {
        self.book.customers.attribute(field, customer)
    }

    fn segment(&self, scheme: usize, customer: CustomerId) -> &str {
        let segment = self.standing.schemes.get(scheme).and_then(|scheme: &Classified| scheme.segment_of(customer));
        segment.map_or("", |segment| self.names.get(&segment.code).map_or(segment.name.as_str(), String::as_str))
    }
}

/// The first that says anything.
fn first_of(texts: [&str; 3]) -> &str {
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_header_stands_twice() {
        for system in CrmSystem::ALL {
            let mut headers: Vec<&str> = system.columns().map(|(header, _)| header).collect();
            headers.sort_unstable();
            let count = headers.len();
            headers.dedup();
            assert_eq!(headers.len(), count, "{system:?}");
        }
    }
}
