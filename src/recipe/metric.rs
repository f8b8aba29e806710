//! A metric (指标) is a number that every customer has or lacks.
//!
//! One name for it everywhere: it can be scored, weighted, shown, filtered by and clustered. What each means
//! and how it is counted stands here, how it is computed in `differentiate::metrics`. Invariant: the text form
//! is stable, saved recipes depend on it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A number that every customer has or lacks.
///
/// # Example: metrics are written as text
/// ```
/// use customer_tiers::recipe::Metric;
/// assert_eq!("average_order".parse(), Ok(Metric::AverageOrder));
/// assert_eq!("revenue:90".parse(), Ok(Metric::RevenueWithin(90)));
/// assert_eq!(Metric::Own("需求".into()).to_string(), "own:需求");
/// assert!("luck".parse::<Metric>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts", type = "string"))]
pub enum Metric {
    /// `recency`: days since the last order, as the recipe measures it. Lower is better.
    Recency,
    /// `frequency`: orders, as the recipe counts them.
    Frequency,
    /// `monetary`: what the recipe scores as monetary, revenue or revenue per order.
    Monetary,
    /// `revenue`: sum of all lines, refunds netted, in currency units.
    Revenue,
    /// `average_order`: revenue per order; unknown without an order.
    AverageOrder,
    /// `largest_order`: the largest amount of one order (of one day where orders have no id); unknown without lines.
    LargestOrder,
    /// `tenure`: days since the first order; unknown where the file does not say when it was.
    Tenure,
    /// `repeat_rate`: share, 0 to 1, of the 30-day periods from the first order on (the last, shorter one included) that have an
    /// order; unknown in the first period.
    RepeatRate,
    /// `interval`: median days between days with an order; unknown with fewer than two. Lower is better.
    Interval,
    /// `regularity`: 1 / (1 + standard deviation / mean) of the days between orders, 0 to 1; unknown with fewer than three days with an order.
    Regularity,
    /// `growth`: (late − early) / (late + early) of the revenue of the last 182 days and of the 182 before, −1 (nothing any more) to 1
    /// (nothing before); what was returned on balance counts as 0. Unknown when both are 0 or the first order is less than 182 days ago.
    Growth,
    /// `products`: different products bought; unknown where the files name none.
    Products,
    /// `one_off_share`: share of the different products bought that nobody else bought, 0 to 1; unknown where none is named.
    OneOffShare,
    /// `interactions`: contacts, up to the analysis day where the recipe chose it; unknown where the files bring none.
    Interactions,
    /// `satisfaction`: mean rating, 0 to 100; unknown without one.
    Satisfaction,
    /// `complaint_rate`: complaints per order; unknown where the files bring no feedback. Lower is better.
    ComplaintRate,
    /// `loyalty`: 0 to 100, mean of the percentile ranks of tenure, repeat rate and regularity, of those that are known.
    Loyalty,
    /// `purchasing_power`: 0 to 100, mean of the percentile ranks of average and largest order.
    PurchasingPower,
    /// `potential`: 0 to 100, mean of what is known of headroom against peers, trend and the model's expected purchases.
    Potential,
    /// `value_score`: 0 to 100, the weighted score of the recipe's `value_score`.
    ValueScore,
    /// `p_alive`: how likely the customer is still one, by the model, 0 to 1.
    PAlive,
    /// `expected_purchases`: purchases expected within the recipe's horizon, by the model.
    ExpectedPurchases,
    /// `lifetime_value`: discounted worth of these purchases, by the model, in currency units.
    LifetimeValue,
    /// `orders:90`: days with an order in the last so many days.
    OrdersWithin(u32),
    /// `revenue:90`: revenue of the last so many days.
    RevenueWithin(u32),
    /// `interactions:90`: contacts of the last so many days.
    InteractionsWithin(u32),
    /// `points:id`: the total of a point sheet.
    Points(String),
    /// `own:header`: a column of the files' own, where it can be read as a number.
    Own(String),
}

/// In what a metric is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Days.
    Days,
    /// Orders.
    Orders,
    /// Currency units.
    Money,
    /// A share, mostly 0 to 1.
    Share,
    /// Points, for the composites 0 to 100.
    Points,
    /// Contacts.
    Contacts,
    /// Anything else that is counted.
    Count,
}

/// Those without a parameter, with their names.
const PLAIN: [(Metric, &str); 23] = [
    (Metric::Recency, "recency"),
    (Metric::Frequency, "frequency"),
    (Metric::Monetary, "monetary"),
    (Metric::Revenue, "revenue"),
    (Metric::AverageOrder, "average_order"),
    (Metric::LargestOrder, "largest_order"),
    (Metric::Tenure, "tenure"),
    (Metric::RepeatRate, "repeat_rate"),
    (Metric::Interval, "interval"),
    (Metric::Regularity, "regularity"),
    (Metric::Growth, "growth"),
    (Metric::Products, "products"),
    (Metric::OneOffShare, "one_off_share"),
    (Metric::Interactions, "interactions"),
    (Metric::Satisfaction, "satisfaction"),
    (Metric::ComplaintRate, "complaint_rate"),
    (Metric::Loyalty, "loyalty"),
    (Metric::PurchasingPower, "purchasing_power"),
    (Metric::Potential, "potential"),
    (Metric::ValueScore, "value_score"),
    (Metric::PAlive, "p_alive"),
    (Metric::ExpectedPurchases, "expected_purchases"),
    (Metric::LifetimeValue, "lifetime_value"),
];

impl Metric {
    /// The metrics without a parameter, in the order in which they are offered.
    pub fn plain() -> impl Iterator<Item = Self> {
        PLAIN.into_iter().map(|(metric, _)| metric)
    }

    /// Whether smaller values are better.
    #[must_use]
    pub const fn lower_is_better(&self) -> bool {
        matches!(self, Self::Recency | Self::Interval | Self::ComplaintRate)
    }

    /// In what it is counted.
    #[must_use]
    pub const fn unit(&self) -> Unit {
        match self {
            Self::Recency | Self::Tenure | Self::Interval => Unit::Days,
            Self::Frequency | Self::ExpectedPurchases | Self::OrdersWithin(_) => Unit::Orders,
            Self::Monetary | Self::Revenue | Self::AverageOrder | Self::LargestOrder | Self::LifetimeValue | Self::RevenueWithin(_) => {
                Unit::Money
            }
            Self::RepeatRate | Self::Regularity | Self::Growth | Self::OneOffShare | Self::ComplaintRate | Self::PAlive => Unit::Share,
            Self::Satisfaction | Self::Loyalty | Self::PurchasingPower | Self::Potential | Self::ValueScore | Self::Points(_) => {
                Unit::Points
            }
            Self::Interactions | Self::InteractionsWithin(_) => Unit::Contacts,
            Self::Products | Self::Own(_) => Unit::Count,
        }
    }

    /// Whether the models of customer lifetime have to be fitted for it.
    #[must_use]
    pub const fn is_predicted(&self) -> bool {
        matches!(self, Self::PAlive | Self::ExpectedPurchases | Self::LifetimeValue)
    }
}

/// The name in recipes.
impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OrdersWithin(days) => write!(f, "orders:{days}"),
            Self::RevenueWithin(days) => write!(f, "revenue:{days}"),
            Self::InteractionsWithin(days) => write!(f, "interactions:{days}"),
            Self::Points(sheet) => write!(f, "points:{sheet}"),
            Self::Own(header) => write!(f, "own:{header}"),
            _ => f.write_str(PLAIN.iter().find(|(metric, _)| metric == self).map_or("", |&(_, name)| name)),
        }
    }
}

impl FromStr for Metric {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some((metric, _)) = PLAIN.into_iter().find(|(_, name)| *name == text) {
            return Ok(metric);
        }
        let days = |days: &str| days.parse().ok().filter(|days| (1..=36_500).contains(days));
        let found = match text.split_once(':') {
            Some(("orders", rest)) => days(rest).map(Self::OrdersWithin),
            Some(("revenue", rest)) => days(rest).map(Self::RevenueWithin),
            Some(("interactions", rest)) => days(rest).map(Self::InteractionsWithin),
            Some(("points", sheet)) if !sheet.is_empty() => Some(Self::Points(sheet.to_owned())),
            Some(("own", header)) if !header.is_empty() => Some(Self::Own(header.to_owned())),
            _ => None,
        };
        found.ok_or_else(|| format!("{text} is not a metric"))
    }
}

impl Serialize for Metric {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Metric {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_metric_reads_back() {
        let with_parameter = ["orders:30", "revenue:90", "interactions:1", "points:a", "points:a:b", "own:revenue", "own: 预算 "];
        for name in PLAIN.iter().map(|&(_, name)| name).chain(with_parameter) {
            assert_eq!(name.parse::<Metric>().map(|metric| metric.to_string()).as_deref(), Ok(name));
        }
        for name in ["", "luck", "Recency", "points:", "own:", "points", "revenue:0", "revenue:-1", "revenue:x", "orders:36501"] {
            assert_eq!(name.parse::<Metric>(), Err(format!("{name} is not a metric")));
        }
    }
}
