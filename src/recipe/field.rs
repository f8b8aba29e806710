//! The roles that columns play.
//!
//! One list for mappings, `--map`, attributes and exports. Invariant: the names are stable, saved
//! recipes depend on them.

use serde::{Deserialize, Serialize};

/// The role that a column plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Who: the identifier that makes two rows the same customer.
    CustomerId,
    /// The customer's name.
    CustomerName,
    /// Which order: lines with the same order id are one order.
    OrderId,
    /// The day of the order.
    Date,
    /// What the line was worth.
    Amount,
    /// How many.
    Quantity,
    /// What one was worth; with `quantity` it makes the amount where there is no amount column.
    UnitPrice,
    /// What was bought.
    Product,
    /// The product's category.
    Category,
    /// Phone number.
    Phone,
    /// E-mail address.
    Email,
    /// Company.
    Company,
    /// Region, province, state.
    Region,
    /// City.
    City,
    /// Country.
    Country,
    /// First name, where the file has the name in parts.
    FirstName,
    /// Last name, where the file has the name in parts.
    LastName,
    /// Gender.
    Gender,
    /// Day of birth.
    Birthday,
    /// Street address.
    Address,
    /// Larger region that provinces roll up to, as 华东.
    Area,
    /// Industry.
    Industry,
    /// Account manager: who looks after the customer.
    Owner,
    /// Where the customer came from: channel of acquisition.
    Source,
    /// Day on which the row was last updated.
    Updated,
    /// Contact: through which channel, or what was done on the web.
    Channel,
    /// Contact: how many, where one row stands for several.
    Count,
    /// Contact or feedback: what it was about.
    Subject,
    /// Feedback: satisfaction overall.
    Rating,
    /// Feedback: satisfaction with the quality of the product.
    RatingQuality,
    /// Feedback: satisfaction with the attitude of the service.
    RatingAttitude,
    /// Feedback: satisfaction with the speed of delivery.
    RatingDelivery,
    /// Feedback: complaint, suggestion, praise …
    FeedbackKind,
    /// Feedback: what a complaint is about, in the words of whoever classified it.
    ComplaintType,
    /// Feedback: how far it is handled.
    Status,
    /// Feedback: day on which it was resolved.
    Resolved,
    /// One row per customer: day of the first order.
    FirstOrder,
    /// One row per customer: day of the last order.
    LastOrder,
    /// One row per customer: days since the last order.
    RecencyDays,
    /// One row per customer: number of orders.
    Orders,
    /// One row per customer: revenue.
    Revenue,
}

impl Field {
    /// Every field, in the order in which they are asked for.
    pub const ALL: [Self; 41] = [
        Self::CustomerId,
        Self::CustomerName,
        Self::OrderId,
        Self::Date,
        Self::Amount,
        Self::Quantity,
        Self::UnitPrice,
        Self::Product,
        Self::Category,
        Self::Phone,
        Self::Email,
        Self::Company,
        Self::Region,
        Self::City,
        Self::Country,
        Self::FirstName,
        Self::LastName,
        Self::Gender,
        Self::Birthday,
        Self::Address,
        Self::Area,
        Self::Industry,
        Self::Owner,
        Self::Source,
        Self::Updated,
        Self::Channel,
        Self::Count,
        Self::Subject,
        Self::Rating,
        Self::RatingQuality,
        Self::RatingAttitude,
        Self::RatingDelivery,
        Self::FeedbackKind,
        Self::ComplaintType,
        Self::Status,
        Self::Resolved,
        Self::FirstOrder,
        Self::LastOrder,
        Self::RecencyDays,
        Self::Orders,
        Self::Revenue,
    ];

    /// What is kept of a customer besides the orders.
    pub const ATTRIBUTES: [Self; 14] = [
        Self::CustomerName,
        Self::Phone,
        Self::Email,
        Self::Company,
        Self::Region,
        Self::City,
        Self::Country,
        Self::Gender,
        Self::Birthday,
        Self::Address,
        Self::Area,
        Self::Industry,
        Self::Owner,
        Self::Source,
    ];

    /// The name in recipes, in `--map` and in exports, as `customer_id`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CustomerId => "customer_id",
            Self::CustomerName => "customer_name",
            Self::OrderId => "order_id",
            Self::Date => "date",
            Self::Amount => "amount",
            Self::Quantity => "quantity",
            Self::UnitPrice => "unit_price",
            Self::Product => "product",
            Self::Category => "category",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Company => "company",
            Self::Region => "region",
            Self::City => "city",
            Self::Country => "country",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Gender => "gender",
            Self::Birthday => "birthday",
            Self::Address => "address",
            Self::Area => "area",
            Self::Industry => "industry",
            Self::Owner => "owner",
            Self::Source => "source",
            Self::Updated => "updated",
            Self::Channel => "channel",
            Self::Count => "count",
            Self::Subject => "subject",
            Self::Rating => "rating",
            Self::RatingQuality => "rating_quality",
            Self::RatingAttitude => "rating_attitude",
            Self::RatingDelivery => "rating_delivery",
            Self::FeedbackKind => "feedback_kind",
            Self::ComplaintType => "complaint_type",
            Self::Status => "status",
            Self::Resolved => "resolved",
            Self::FirstOrder => "first_order",
            Self::LastOrder => "last_order",
            Self::RecencyDays => "recency_days",
            Self::Orders => "orders",
            Self::Revenue => "revenue",
        }
    }

    /// The field with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}
