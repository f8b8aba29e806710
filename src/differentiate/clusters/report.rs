//! What the screen of clusters shows: how good each number of clusters is, where they lie, what is typical of each.
//!
//! It can be asked of clusters that no recipe has yet, so that somebody can look before taking them. Invariant: clusters of a scheme of the
//! standing are shown as they classified its customers.

use super::features::{Features, in_unit};
use super::fit::{CHOOSING, PLACING, candidates, elbow};
use super::map::{ClusterMap, map};
use super::{Candidate, ClusterConcern, Clustering};
use crate::Result;
use crate::base::Money;
use crate::differentiate::conditions::Asked;
use crate::differentiate::schemes::{SegmentTotal, totals};
use crate::differentiate::{Classified, Standing};
use crate::identify::Book;
use crate::recipe::{Checked, ClusterModel, Clusters, SchemeRule, Segment};
use serde::Serialize;

/// Clusters and how they were found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ClusterReport {
    /// Where they lie: what is kept when they are to stay.
    pub model: ClusterModel,
    /// Whether the model is a kept one.
    pub frozen: bool,
    /// Every number of clusters that was tried, ascending from 1; none of a kept model, or where nothing could be told apart.
    pub candidates: Vec<Candidate>,
    /// The number at which the fall of the inertia flattens.
    pub elbow: Option<u8>,
    /// The clusters with their customers, then those who cannot be compared.
    pub clusters: Vec<ClusterFigures>,
    /// The centre of everybody, one value per metric, in its unit.
    pub everybody: Vec<f64>,
    /// Customers as points.
    pub map: ClusterMap,
    /// Customers of whom every metric is known.
    pub customers: u32,
    /// Customers who chose the number.
    pub chose: u32,
    /// Customers who placed the centres.
    pub placed: u32,
    /// What to think of before trusting them.
    pub concerns: Vec<ClusterConcern>,
}

/// One cluster.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ClusterFigures {
    /// What it is called.
    pub segment: Segment,
    /// Its customers.
    pub customers: u32,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Its centre, one value per metric, in its unit; none of customers who cannot be compared.
    pub centre: Vec<f64>,
}

/// Such clusters of these customers. Those of a scheme that has this very rule are taken as they are.
///
/// # Errors
/// `recipe.invalid` when there can be no such clusters under this recipe.
///
/// # Example: too few customers
/// ```
/// use customer_tiers::differentiate::clusters::{ClusterConcern, report};
/// use customer_tiers::identify::{BytesSource, Source};
/// use customer_tiers::recipe::{Checked, Clusters};
/// let orders = b"customer_id,order_date,amount\nann,2024-01-31,10\nbob,2024-02-29,20\n";
/// let mut files: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", orders.to_vec()))];
/// let recipe = Checked::default();
/// let found = customer_tiers::pipeline::run(&mut files, &recipe, &mut |_| {})?;
/// let asked: Clusters = serde_json::from_str("{}")?;
/// let clusters = report(&found.book, &found.standing, &recipe, &asked)?;
/// assert_eq!(clusters.concerns, [ClusterConcern::TooFew { customers: 2, least: 10 }]);
/// assert_eq!(clusters.clusters[0].customers, 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn report(book: &Book, standing: &Standing, recipe: &Checked, rule: &Clusters) -> Result<ClusterReport> {
    recipe.check_clusters(rule)?;
    let asked = Asked { book, standing, recipe };
    let known = standing.schemes.iter().find(|classified| classified.scheme.rule == SchemeRule::Clusters(rule.clone()));
    let clustering = match known.and_then(|classified| classified.clusters.as_deref()) {
        Some(known) => known.clone(),
        None => Clustering::new(rule, &asked),
    };
    let features = Features::new(&asked, &rule.metrics);
    let sorted = features.sorted(features.known(standing));
    let footings = &clustering.model.footings;
    let is_split = clustering.candidates.len() > 1 || clustering.frozen || clustering.model.centres.is_empty();
    let candidates = if is_split { clustering.candidates.clone() } else { candidates(&features, footings, &sorted) };
    let looked_at = |most: usize| u32::try_from(sorted.len() / sorted.len().div_ceil(most).max(1)).unwrap_or(u32::MAX);
    Ok(ClusterReport {
        frozen: clustering.frozen,
        elbow: elbow(&candidates),
        candidates,
        clusters: figures(&clustering, rule, &asked),
        everybody: footings.iter().map(|footing| in_unit(footing, 0.0)).collect(),
        map: if clustering.model.centres.is_empty() { ClusterMap::default() } else { map(&features, &clustering, &sorted) },
        customers: clustering.customers,
        chose: looked_at(CHOOSING),
        placed: looked_at(PLACING),
        concerns: clustering.concerns,
        model: clustering.model,
    })
}

fn figures(clustering: &Clustering, rule: &Clusters, asked: &Asked<'_>) -> Vec<ClusterFigures> {
    let segments = clustering.segments();
    let totals = totals(&asked.standing.measures, &clustering.classify(rule, asked), segments.len());
    let centre = |place: usize| {
        let at = clustering.model.centres.get(place).map(|centre| &centre.at);
        at.map(|at| clustering.model.footings.iter().zip(at).map(|(footing, at)| in_unit(footing, *at)).collect()).unwrap_or_default()
    };
    let one =
        |(place, (segment, SegmentTotal { customers, revenue, .. }))| ClusterFigures { segment, customers, revenue, centre: centre(place) };
    segments.into_iter().zip(totals).enumerate().map(one).collect()
}

/// The kept form of the clusters that a scheme found; none for other schemes, and where nothing was found.
pub(in crate::differentiate) fn frozen(classified: &Classified) -> Option<Clusters> {
    let SchemeRule::Clusters(rule) = &classified.scheme.rule else { return None };
    let model = classified.clusters.as_ref().map(|clusters| clusters.model.clone()).filter(|model| !model.centres.is_empty())?;
    Some(Clusters { frozen: Some(model), ..rule.clone() })
}
