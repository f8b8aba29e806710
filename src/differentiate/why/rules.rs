//! The reason for a segment of a scheme that is no table of scores.
//!
//! Invariant: the values shown are those that were compared.

use crate::base::CustomerId;
use crate::differentiate::clusters::{self, ClusterFactor, ClusterReason, NextCluster};
use crate::differentiate::conditions;
use crate::differentiate::schemes::Classified;
use crate::differentiate::{Cutting, Standing};
use crate::identify::Book;
use crate::recipe::{Attribute, Binning, Condition, ConditionRow, Metric, Recipe, SchemeRule};
use serde::Serialize;

/// Why a segment of a scheme of conditions, bands, values, quotas, needs, clusters or steps.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RuleReason {
    /// A condition holds, or none does.
    Condition {
        /// Position of the row that won; none when it fell to the rest.
        row: Option<u32>,
        /// What is known of what the condition asks; of all rows when none won.
        facts: Vec<Fact>,
    },
    /// A metric lies in a band.
    Band {
        /// Which metric.
        metric: Metric,
        /// The customer's value; none when it is not known.
        value: Option<f64>,
        /// Lower end of the band; none for the lowest.
        above: Option<f64>,
        /// Upper end of the band; none for the highest.
        up_to: Option<f64>,
        /// Whether the upper end belongs to the band (and the lower does not).
        right_closed: bool,
    },
    /// An attribute has a value.
    Attribute {
        /// Which attribute.
        of: Attribute,
        /// Its text; none when it is not known.
        text: Option<String>,
    },
    /// There was room for the customer, or not.
    Quota {
        /// By what the best were chosen.
        metric: Metric,
        /// The customer's value; none when it is not known.
        value: Option<f64>,
        /// How many customers have a better value.
        better: u32,
        /// How many have the same value, this one included.
        equal: u32,
    },
    /// How much of what was bought nobody else bought.
    Need {
        /// Share of one-off products, 0 to 1; none when no product is named.
        share: Option<f64>,
        /// From which share on a need is custom.
        limit: f64,
    },
    /// The nearest centre.
    Cluster {
        /// Distance to the centre of the own cluster, in standard deviations; none when a metric is not known or nobody is told apart.
        distance: Option<f64>,
        /// The next cluster; none when there is no other.
        next: Option<NextCluster>,
        /// What each metric says.
        factors: Vec<ClusterFactor>,
        /// Whether the centres are kept ones.
        frozen: bool,
    },
    /// Another scheme decided.
    Adaptive {
        /// Orders of all customers together.
        #[cfg_attr(test, ts(type = "number"))]
        orders: u64,
        /// The scheme that they reach.
        scheme: String,
    },
}

/// What is known of a customer that a condition asks for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// A metric and its value.
    Metric(Metric, Option<f64>),
    /// An attribute and its text.
    Attribute(Attribute, Option<String>),
    /// A scheme and the code of the customer's segment.
    Segment(String, String),
}

/// Who is asked about whom.
#[derive(Clone, Copy)]
struct About<'a> {
    book: &'a Book,
    standing: &'a Standing,
    recipe: &'a Recipe,
    customer: CustomerId,
}

/// The reason; none for tables, ABC, life cycle and tenure, which have their own.
pub(super) fn reason(
    book: &Book,
    standing: &Standing,
    recipe: &Recipe,
    classified: &Classified,
    customer: CustomerId,
) -> Option<RuleReason> {
    let about = About { book, standing, recipe, customer };
    match &classified.scheme.rule {
        SchemeRule::Conditions { rows, .. } => Some(about.condition(rows)),
        SchemeRule::Bands { metric, binning, .. } => Some(about.band(metric, binning)),
        SchemeRule::Attribute(values) => Some(RuleReason::Attribute { of: values.of.clone(), text: about.text(&values.of) }),
        SchemeRule::Quota { metric, .. } => Some(about.quota(metric)),
        SchemeRule::Need { custom_share } => Some(RuleReason::Need { share: about.value(&Metric::OneOffShare), limit: *custom_share }),
        SchemeRule::Clusters(rule) => {
            let clusters = classified.clusters.as_deref()?;
            let asked = conditions::Asked { book, standing, recipe };
            let ClusterReason { distance, next, factors } = clusters::reason(clusters, rule, &asked, customer);
            Some(RuleReason::Cluster { distance, next, factors, frozen: clusters.frozen })
        }
        SchemeRule::Adaptive { steps } => {
            let orders = standing.measures.total_orders;
            let step = steps.iter().rev().find(|step| step.from_orders <= orders)?;
            Some(RuleReason::Adaptive { orders, scheme: step.scheme.clone() })
        }
        _ => None,
    }
}

impl About<'_> {
    fn value(&self, metric: &Metric) -> Option<f64> {
        let value = self.standing.metric(self.book, self.recipe, metric).value(self.customer);
        value.is_finite().then_some(value)
    }

    fn text(&self, attribute: &Attribute) -> Option<String> {
        let column = self.standing.attribute(self.book, attribute);
        column.of(self.customer).and_then(|place| column.values.get(place).cloned())
    }

    fn condition(&self, rows: &[ConditionRow]) -> RuleReason {
        let holds = |row: &ConditionRow| {
            let whom = conditions::whom(self.book, self.standing, self.recipe, &row.when);
            whom.get(self.customer.index()) == Some(&true)
        };
        let won = rows.iter().position(holds);
        let asked = won.map_or(rows, |row| &rows[row..=row]);
        let mut facts: Vec<Fact> = Vec::new();
        for row in asked {
            // Several conditions may ask for the same.
            row.when.visit(&mut |part| {
                let fact = self.fact(part).filter(|fact| !facts.contains(fact));
                facts.extend(fact);
            });
        }
        RuleReason::Condition { row: won.and_then(|row| u32::try_from(row).ok()), facts }
    }

    fn fact(&self, condition: &Condition) -> Option<Fact> {
        match condition {
            Condition::Metric(condition) => Some(Fact::Metric(condition.of.clone(), self.value(&condition.of))),
            Condition::Attribute(condition) => Some(Fact::Attribute(condition.of.clone(), self.text(&condition.of))),
            Condition::Segment(condition) => {
                let code = self.standing.scheme(&condition.scheme).map_or("", |scheme| scheme.code_of(self.customer));
                Some(Fact::Segment(condition.scheme.clone(), code.to_owned()))
            }
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => None,
        }
    }

    fn band(&self, metric: &Metric, binning: &Binning) -> RuleReason {
        let scores = self.standing.metric_scores(self.book, self.recipe, metric, binning);
        let score = scores.of.get(self.customer.index()).copied().unwrap_or(0);
        let Cutting { right_closed, .. } = scores.cutting;
        let (above, up_to) = if score == 0 { (None, None) } else { scores.cutting.interval(score, metric.lower_is_better()) };
        RuleReason::Band { metric: metric.clone(), value: self.value(metric), above, up_to, right_closed }
    }

    fn quota(&self, metric: &Metric) -> RuleReason {
        let column = self.standing.metric(self.book, self.recipe, metric);
        let known = column.distribution();
        let (better, equal) = column.raw(self.customer).map_or((known.len(), 0), |raw| {
            let (smaller, equal) = (known.count_below(raw), known.count(raw));
            (if metric.lower_is_better() { smaller } else { known.len() - smaller - equal }, equal)
        });
        RuleReason::Quota { metric: metric.clone(), value: self.value(metric), better, equal }
    }
}
