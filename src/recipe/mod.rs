//! The user's one document: everything that was decided, and nothing about any customer.
//!
//! Save it, share it, compare it, run it again: the same files and the same recipe give the same
//! bytes natively and in every browser. Invariants: nothing else is state; it holds no personal
//! data; only a [`Checked`] recipe runs.

mod check;
mod cleaning;
mod composite;
mod condition;
mod field;
mod lifetime_value;
mod loyalty;
mod messages;
mod metric;
mod offering;
mod ownership;
mod planning;
pub mod presets;
mod review;
mod scheme;
mod steady;
mod treatment;

pub use check::Checked;
pub(crate) use check::{check_loyalty, effective_schemes, fits};
pub use cleaning::{Cleaning, Duplicates, Keep, MergeWhen, Missing, OutlierAction, Outliers, Refunds, Repeated, Update};
pub use composite::{Decay, DecaySince, Per, PointRule, PointSheet, ValueFactor, ValueScore};
pub use condition::{Attribute, AttributeCondition, Condition, MetricCondition, SegmentCondition};
pub use field::Field;
pub use lifetime_value::{LifetimeValue, PurchaseModelKind, TimeUnit};
pub use loyalty::{Loyalty, LoyaltyLevel};
pub use messages::{MessageLanguage, Messages, Template};
pub use metric::{Metric, Unit};
pub use offering::Offering;
pub use ownership::{Ownership, SkillRule};
pub use planning::{
    Capacity, Caps, ContactChannel, DaysOff, HolidayCalendar, Occasion, Planning, Play, PlayRule, Suppression, Weekday, default_plays,
};
pub use review::{Adjustment, Against, Pair, Review, Span};
pub(crate) use scheme::table;
pub use scheme::{
    AdaptiveStep, AttributeValues, Axis, ClusterCentre, ClusterModel, Clusters, ConditionRow, Footing, Health, QuotaLevel, QuotaSize,
    QuotaTies, Scheme, SchemeRule, Segment, SegmentRow,
};
pub use steady::{Period, Steady};
pub use treatment::{Market, ServiceLevel, Strategy, Treatment, default_service_levels, default_strategies};

use crate::base::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the recipe's form that this code writes and reads.
pub const VERSION: u32 = 1;

/// Everything a user decides. Every field has a default that is right for somebody who changes nothing.
///
/// # Example: a recipe is a small JSON document
/// ```
/// use customer_tiers::recipe::{Checked, Recipe};
/// let recipe: Recipe = Checked::from_json(r#"{"recipe": 1, "measures": {"as_of": "2017-12-31"}}"#)?.into_inner();
/// assert_eq!(recipe.segment, "rfm-11");
/// # Ok::<(), customer_tiers::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Recipe {
    /// Version of the form: 1.
    pub recipe: u32,
    /// What its author calls it.
    pub name: String,
    /// How files are read.
    pub import: Import,
    /// Which column plays which role: for each field the headers that may carry it, first found wins.
    /// `"#3"` means the third column. An empty list says "no column", against the automatic choice.
    pub mapping: BTreeMap<Field, Vec<String>>,
    /// How the data are cleaned.
    pub cleaning: Cleaning,
    /// What recency, frequency and monetary mean here.
    pub measures: Measures,
    /// How measures become scores.
    pub scores: Scores,
    /// What the value score is made of.
    pub value_score: ValueScore,
    /// Sheets of points, each a metric `points:<id>`; one may use those before it.
    pub points: Vec<PointSheet>,
    /// Own schemes, beside the built-in ones; one with a built-in id replaces it.
    pub schemes: Vec<Scheme>,
    /// Id of the scheme whose segments name the customers.
    pub segment: String,
    /// Id of the scheme whose tiers decide how customers are treated.
    pub tier: String,
    /// How long a change of tier must last before it takes effect; at once when not given.
    pub steady: Option<Steady>,
    /// Days that separate the stages of a customer's life.
    pub life_cycle: LifeCycle,
    /// Shares of revenue that separate A, B and C customers.
    pub abc: Abc,
    /// What customers are expected to do.
    pub lifetime_value: LifetimeValue,
    /// How each tier is talked to.
    pub interact: BTreeMap<String, Strategy>,
    /// When customers are contacted.
    pub planning: Planning,
    /// What customers are written and told.
    pub messages: Messages,
    /// How the effect of the strategies is reviewed, and what was changed because of it.
    pub review: Review,
    /// What each tier is offered.
    pub customize: BTreeMap<String, ServiceLevel>,
    /// What single customers are offered.
    pub offering: Offering,
    /// Who may look after whom.
    pub ownership: Ownership,
    /// How loyalty is rewarded; not at all when not given.
    pub loyalty: Option<Loyalty>,
}

impl Default for Recipe {
    fn default() -> Self {
        Self {
            recipe: VERSION,
            name: String::new(),
            import: Import::default(),
            mapping: BTreeMap::new(),
            cleaning: Cleaning::default(),
            measures: Measures::default(),
            scores: Scores::default(),
            value_score: ValueScore::default(),
            points: Vec::new(),
            schemes: Vec::new(),
            segment: "rfm-11".into(),
            tier: "value".into(),
            steady: None,
            life_cycle: LifeCycle::default(),
            abc: Abc::default(),
            lifetime_value: LifetimeValue::default(),
            interact: default_strategies(),
            planning: Planning::default(),
            messages: Messages::default(),
            review: Review::default(),
            customize: default_service_levels(),
            offering: Offering::default(),
            ownership: Ownership::default(),
            loyalty: None,
        }
    }
}

/// How files are read. Each setting overrides what would be detected.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Import {
    /// Only these sheets of workbooks; all that look useful when empty.
    pub sheets: Vec<String>,
    /// Encoding of text files by its WHATWG label, as `gb18030`.
    pub encoding: Option<String>,
    /// What stands between the fields of text files: one ASCII character, `"spaces"` for runs of spaces, or nothing: `"fixed"`
    /// for columns of fixed width where full-width characters take two places (as in bytes of GBK), `"fixed_characters"` where
    /// every character takes one.
    pub delimiter: Option<String>,
    /// How many places each column of fixed width takes, at least 1; the last one ends where the line does. Found out when
    /// empty. Without a delimiter they mean `"fixed"`.
    pub widths: Vec<u32>,
    /// Row of the header, counted from 1; 0 says that there is none.
    pub header_row: Option<u32>,
    /// Order of day and month in dates such as 03/04/2024.
    pub date_order: Option<DateOrder>,
    /// Whether a blank customer, order id or day means what stands above it, as in files whose cells were merged over several rows. Not
    /// said, a blank customer is nobody.
    pub blanks_as_above: bool,
}

/// Order of the parts of a numeric date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 2024/3/4: China, Japan, ISO.
    YearMonthDay,
    /// 4/3/2024: most of the world.
    DayMonthYear,
    /// 3/4/2024: the United States.
    MonthDayYear,
}

/// What recency, frequency and monetary mean here.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Measures {
    /// The day from which recency counts; later rows are left out. The day after the last order when not given.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub as_of: Option<Day>,
    /// What recency tells apart.
    pub recency: Recency,
    /// What frequency counts.
    pub frequency: Frequency,
    /// What monetary adds up.
    pub monetary: Monetary,
}

/// What recency tells apart. It is shown in days either way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Recency {
    /// Days: two orders of one day are equally recent.
    #[default]
    Days,
    /// Seconds, where the file has times.
    Seconds,
}

/// What frequency counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Distinct orders; distinct days where the file has no order id.
    #[default]
    Orders,
    /// Distinct days with an order.
    Days,
    /// Lines.
    Lines,
}

/// What monetary is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Monetary {
    /// Revenue of all orders together.
    #[default]
    Sum,
    /// Revenue per order.
    Average,
}

/// How measures become scores.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Scores {
    /// Recency: the fewer days since the last order, the higher the score.
    pub recency: Binning,
    /// Frequency.
    pub frequency: Binning,
    /// Monetary.
    pub monetary: Binning,
    /// Whether frequency is cut within each recency score, and monetary within each of both, rather than over all customers.
    pub nested: bool,
}

/// How one measure is cut into scores 1 (worst) to `bins` (best).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "method", rename_all = "snake_case", deny_unknown_fields)]
pub enum Binning {
    /// Cut at the type-7 quantiles, intervals closed on the right, so that equal values share a score.
    Quantile {
        /// Number of scores, 2 to 10.
        bins: u8,
    },
    /// As the R package `rfm` 0.3: type-7 quantile + 1, intervals closed on the left, equal values together.
    RRfm {
        /// Number of scores, 2 to 10.
        bins: u8,
    },
    /// Equal numbers of customers per score; equal values may be split, always in the same way.
    Ntile {
        /// Number of scores, 2 to 10.
        bins: u8,
        /// Who comes first among equals.
        #[serde(default)]
        ties: Ties,
        /// Where the customers go that do not divide evenly.
        #[serde(default)]
        remainder: Remainder,
    },
    /// Intervals of equal width between the smallest and the largest value.
    EqualWidth {
        /// Number of scores, 2 to 10.
        bins: u8,
    },
    /// Natural breaks (Jenks): the cuts that leave the least spread inside the intervals.
    Jenks {
        /// Number of scores, 2 to 10.
        bins: u8,
    },
    /// At thresholds of the user's own: a value at most the n-th cut falls into the n-th interval.
    Fixed {
        /// Cut points in ascending order, in days, orders, or currency units; one fewer than scores. Between equal ones is a score that nobody gets.
        cuts: Vec<f64>,
    },
    /// High (2) or low (1) against the mean of all customers; the mean itself is low.
    Mean,
}

impl Default for Binning {
    fn default() -> Self {
        Self::Quantile { bins: 5 }
    }
}

impl Binning {
    /// How many scores it can give.
    #[must_use]
    pub fn bins(&self) -> u8 {
        match self {
            Self::Quantile { bins } | Self::RRfm { bins } | Self::EqualWidth { bins } | Self::Jenks { bins } | Self::Ntile { bins, .. } => {
                *bins
            }
            Self::Fixed { cuts } => u8::try_from(cuts.len() + 1).unwrap_or(u8::MAX),
            Self::Mean => 2,
        }
    }
}

/// Who comes first among customers with equal values, when they have to be told apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Ties {
    /// The worse in the other two measures, then the smaller id.
    #[default]
    Measures,
    /// The smaller id (byte order).
    Id,
}

/// Where the customers go that do not divide evenly among the scores.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Remainder {
    /// One more in each of the first scores, as SQL `NTILE`.
    #[default]
    First,
    /// Spread: place p of n gets ⌊bins·p/n⌋ + 1.
    Spread,
}

/// Days that separate the stages of a customer's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct LifeCycle {
    /// First order at most this many days ago: new.
    pub new_days: u32,
    /// Last order more than this many days ago: silent.
    pub silent_days: u32,
    /// Last order more than this many days ago: churned.
    pub churned_days: u32,
}

impl Default for LifeCycle {
    fn default() -> Self {
        Self { new_days: 90, silent_days: 180, churned_days: 365 }
    }
}

/// Cumulative shares of revenue that separate A, B and C customers, from the largest down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Abc {
    /// A customers bring this share together, in (0, 1): 0.8.
    pub a_share: f64,
    /// A and B customers bring this share together, in (`a_share`, 1): 0.95.
    pub b_share: f64,
}

impl Default for Abc {
    fn default() -> Self {
        Self { a_share: 0.80, b_share: 0.95 }
    }
}
