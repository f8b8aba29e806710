//! Merge fields: what a template can name, and how it does.
//!
//! `{{name}}` is a field, `{{name|customer}}` one with a fallback; spaces around the parts are of no matter. Invariant:
//! whatever is not a whole field is text, so that no template is ever refused for a brace.

use serde::{Deserialize, Serialize};

/// What is known of a customer and can stand in a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum FieldName {
    /// The customer's name.
    Name,
    /// The company.
    Company,
    /// The identifier.
    CustomerId,
    /// The account manager.
    Owner,
    /// The tier, as it is shown.
    Tier,
    /// The city.
    City,
    /// The day of the last order.
    LastOrderDate,
    /// Days from the last order to the contact.
    DaysSinceOrder,
    /// How many orders there were.
    Orders,
    /// What the customer ordered most often.
    FavouriteProduct,
    /// The day of the contact.
    Day,
}

impl FieldName {
    /// Every field, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::Name,
        Self::Company,
        Self::Owner,
        Self::Tier,
        Self::LastOrderDate,
        Self::DaysSinceOrder,
        Self::Orders,
        Self::FavouriteProduct,
        Self::City,
        Self::CustomerId,
        Self::Day,
    ];

    /// The name in templates and files, as `last_order_date`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Company => "company",
            Self::CustomerId => "customer_id",
            Self::Owner => "owner",
            Self::Tier => "tier",
            Self::City => "city",
            Self::LastOrderDate => "last_order_date",
            Self::DaysSinceOrder => "days_since_order",
            Self::Orders => "orders",
            Self::FavouriteProduct => "favourite_product",
            Self::Day => "day",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}

/// A part of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text as it stands.
    Text(&'a str),
    /// A field, and what to say where it is not known.
    Field(FieldName, Option<&'a str>),
    /// Something in double braces that is no field.
    Unknown(&'a str),
}

/// The parts of a template, in order.
///
/// # Example: a field with a fallback
/// ```
/// use customer_tiers::interact::messages::{FieldName, Piece, pieces};
/// assert_eq!(pieces("Dear {{name|customer}},"), [Piece::Text("Dear "), Piece::Field(FieldName::Name, Some("customer")), Piece::Text(",")]);
/// ```
#[must_use]
pub fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((inside, behind)) = after.split_once("}}") else { break };
        // The innermost braces count: `{{ {{name}}` is text and a field.
        let Some(inside) = inside.rsplit("{{").next().filter(|inner| inner.len() == inside.len()) else {
            let upto = before.len() + 2;
            push_text(&mut pieces, &rest[..upto]);
            rest = after;
            continue;
        };
        push_text(&mut pieces, before);
        let (name, fallback) = inside.split_once('|').map_or((inside, None), |(name, fallback)| (name, Some(fallback.trim())));
        let field = FieldName::from_name(name.trim());
        pieces.push(field.map_or(Piece::Unknown(name.trim()), |field| Piece::Field(field, fallback)));
        rest = behind;
    }
    push_text(&mut pieces, rest);
    pieces
}

fn push_text<'a>(pieces: &mut Vec<Piece<'a>>, text: &'a str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_and_everything_else_is_text() {
        use FieldName::{FavouriteProduct, Name};
        use Piece::{Field, Text, Unknown};
        for (template, expected) in [
            ("", vec![]),
            ("plain } { text", vec![Text("plain } { text")]),
            ("{{name}}", vec![Field(Name, None)]),
            ("{{ name | 尊敬的客户 }}您好", vec![Field(Name, Some("尊敬的客户")), Text("您好")]),
            ("{{name|}}", vec![Field(Name, Some(""))]),
            ("a {{favourite_product|a|b}} b", vec![Text("a "), Field(FavouriteProduct, Some("a|b")), Text(" b")]),
            ("{{shoe size}}", vec![Unknown("shoe size")]),
            ("open {{name", vec![Text("open {{name")]),
            ("{{ {{name}}", vec![Text("{{"), Text(" "), Field(Name, None)]),
        ] {
            assert_eq!(pieces(template), expected, "{template}");
        }
    }

    #[test]
    fn every_field_is_found_by_its_name() {
        for field in FieldName::ALL {
            assert_eq!(pieces(&format!("{{{{{}}}}}", field.name())), [Piece::Field(field, None)]);
        }
    }
}
