//! Named recipes and the built-in schemes, as data.
//!
//! The tables are published ones, typed as patterns and checked cell by cell by tests.
//! Invariant: every built-in scheme gives every customer exactly one segment.

mod library;

pub use library::scheme_library;

use super::{
    Axis, Binning, Cleaning, Frequency, Health, LifeCycle, Measures, Metric, Recency, Recipe, Refunds, Remainder, Scheme, SchemeRule,
    Scores, Segment, SegmentRow, Ties, ValueFactor, ValueScore,
};
use crate::ErrorKind;
use Health::{Growing, Lost, Loyal, NeedsCare, Slipping};

/// Names of the presets.
pub const NAMES: [&str; 12] =
    ["default", "r-rfm", "cn-8", "rf-10", "ntile-5x5", "r-rfm-older", "klaviyo-6", "pymc-6", "putler-11", "adaptive", "b2b", "b2c"];

/// The recipe with this name.
///
/// - `default`: quintiles with ties together, eleven segments.
/// - `r-rfm`: as the R package `rfm` 0.3 scores (`rfm_table_order`) and names, one order per line.
/// - `cn-8`: the eight types (above or below the mean) name the customers.
/// - `rf-10`: ten segments on the recency × frequency grid.
/// - `ntile-5x5`: quintiles of equal size, recency to the second, a 5 × 5 grid of recency and the mean of
///   frequency and monetary: what SQL `ntile(5)` gives.
/// - `r-rfm-older`, `klaviyo-6`, `pymc-6`, `putler-11`: published tables ([`scheme_library`]) name the customers.
/// - `adaptive`: five segments for few orders, eight or eleven for many.
/// - `b2b`: customers are companies: long rhythms, ABC tiers, contacts and growth in the value score, industry and need as schemes.
/// - `b2c`: customers are people: short rhythms, tiers by value, age, gender and city tier as schemes.
///
/// # Errors
/// `preset.unknown` when there is none.
pub fn preset(name: &str) -> crate::Result<Recipe> {
    let named = |segment: &str| Recipe { segment: segment.into(), ..Recipe::default() };
    let recipe = match name {
        "default" => Recipe::default(),
        "r-rfm" => r_rfm(),
        "cn-8" | "rf-10" => named(name),
        "ntile-5x5" => ntile_5x5(),
        "r-rfm-older" => Recipe { segment: name.into(), schemes: vec![library::r_rfm_older()], ..r_rfm() },
        "klaviyo-6" => Recipe { schemes: vec![library::klaviyo_6()], ..named(name) },
        "pymc-6" => Recipe { schemes: vec![library::pymc_6()], ..named(name) },
        "putler-11" => Recipe { schemes: vec![library::putler_11()], ..named(name) },
        "adaptive" => Recipe { schemes: vec![library::rf_5(), library::adaptive()], ..named(name) },
        "b2b" => b2b(),
        "b2c" => b2c(),
        _ => return Err(ErrorKind::PresetUnknown { found: NAMES.map(str::to_owned).to_vec() }.into()),
    };
    Ok(Recipe { name: name.to_owned(), ..recipe })
}

/// Every built-in scheme, in the order in which they are shown.
#[must_use]
pub fn built_in_schemes() -> Vec<Scheme> {
    vec![
        value(),
        vip(),
        scheme("abc", "ABC", SchemeRule::Abc),
        scheme("tenure", "Tenure", SchemeRule::Tenure),
        scheme("life-cycle", "Life cycle", SchemeRule::LifeCycle),
        rfm_11(),
        rf_10(),
        r_rfm_10(),
        cn_8(),
    ]
}

/// The segments of a scheme, each once, in order; none when they follow from the data.
#[must_use]
pub(crate) fn segments(scheme: &Scheme) -> Option<Vec<Segment>> {
    let named = |segments: &[(&str, &str, Health)]| segments.iter().map(|&(code, name, health)| segment(code, name, health)).collect();
    let segments = match &scheme.rule {
        SchemeRule::Attribute(_) | SchemeRule::Adaptive { .. } => return None,
        SchemeRule::Clusters(clusters) => {
            let frozen = clusters.frozen.as_ref()?;
            distinct(frozen.centres.iter().map(|centre| &centre.segment).chain([&unknown()]))
        }
        SchemeRule::Table { rows, otherwise, .. } => distinct(rows.iter().map(|row| &row.segment).chain(otherwise)),
        SchemeRule::Conditions { rows, otherwise } => distinct(rows.iter().map(|row| &row.segment).chain([otherwise])),
        SchemeRule::Quota { levels, otherwise, .. } => distinct(levels.iter().map(|level| &level.segment).chain([otherwise])),
        SchemeRule::Bands { segments, .. } => distinct(segments.iter().chain([&unknown()])),
        SchemeRule::Abc => named(&[("a", "A", Loyal), ("b", "B", Growing), ("c", "C", NeedsCare)]),
        SchemeRule::LifeCycle => named(&LIFE_CYCLE),
        SchemeRule::Stages => named(&[LIFE_CYCLE[0], ("won_back", "Won back", Growing), LIFE_CYCLE[1], LIFE_CYCLE[2], LIFE_CYCLE[3]]),
        SchemeRule::Tenure => named(&[("new", "New", Growing), ("existing", "Existing", Loyal)]),
        SchemeRule::Need { .. } => named(&[("custom", "Custom need", Loyal), ("standard", "Standard need", Growing), UNKNOWN]),
    };
    Some(segments)
}

const LIFE_CYCLE: [(&str, &str, Health); 4] =
    [("new", "New", Growing), ("active", "Active", Loyal), ("silent", "Silent", Slipping), ("churned", "Churned", Lost)];

const UNKNOWN: (&str, &str, Health) = ("unknown", "Unknown", NeedsCare);

/// The segment of customers of whom what decides is not known.
pub(crate) fn unknown() -> Segment {
    segment(UNKNOWN.0, UNKNOWN.1, UNKNOWN.2)
}

/// The segment of customers whose value has no segment of its own.
pub(crate) fn others() -> Segment {
    segment("others", "Others", NeedsCare)
}

/// The segment of everybody, where nothing tells customers apart.
pub(crate) fn everybody() -> Segment {
    segment("all", "All customers", NeedsCare)
}

/// Each segment once, in order.
fn distinct<'a>(all: impl Iterator<Item = &'a Segment>) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    for segment in all {
        if !segments.iter().any(|known| known.code == segment.code) {
            segments.push(segment.clone());
        }
    }
    segments
}

fn r_rfm() -> Recipe {
    let score = || Binning::RRfm { bins: 5 };
    Recipe {
        measures: Measures { frequency: Frequency::Lines, ..Measures::default() },
        scores: Scores { recency: score(), frequency: score(), monetary: score(), nested: false },
        segment: "r-rfm-10".into(),
        ..Recipe::default()
    }
}

/// Companies buy seldom and much, from people who know them.
fn b2b() -> Recipe {
    let weights = [
        (Metric::Revenue, 30.0),
        (Metric::Growth, 15.0),
        (Metric::Loyalty, 15.0),
        (Metric::Potential, 15.0),
        (Metric::Interactions, 15.0),
        (Metric::Satisfaction, 10.0),
    ];
    Recipe {
        life_cycle: LifeCycle { new_days: 180, silent_days: 365, churned_days: 730 },
        value_score: value_score(weights),
        schemes: from_library(&["stages", "value-score", "industry", "need", "area"]),
        tier: "abc".into(),
        ..Recipe::default()
    }
}

/// People buy often and little; what they are says what they want.
fn b2c() -> Recipe {
    let weights = [
        (Metric::Revenue, 30.0),
        (Metric::Frequency, 20.0),
        (Metric::Recency, 20.0),
        (Metric::PurchasingPower, 15.0),
        (Metric::Loyalty, 15.0),
    ];
    Recipe {
        life_cycle: LifeCycle { new_days: 60, silent_days: 120, churned_days: 240 },
        value_score: value_score(weights),
        schemes: from_library(&["stages", "value-score", "age", "gender", "city-tier"]),
        ..Recipe::default()
    }
}

fn value_score<const N: usize>(weights: [(Metric, f64); N]) -> ValueScore {
    let factor = |(metric, weight)| ValueFactor { metric, weight, binning: Binning::default() };
    ValueScore { factors: weights.into_iter().map(factor).collect() }
}

fn from_library(ids: &[&str]) -> Vec<Scheme> {
    scheme_library().into_iter().filter(|scheme| ids.contains(&scheme.id.as_str())).collect()
}

fn ntile_5x5() -> Recipe {
    let score = || Binning::Ntile { bins: 5, ties: Ties::Id, remainder: Remainder::Spread };
    Recipe {
        cleaning: Cleaning { refunds: Refunds::Keep, ..Cleaning::default() },
        measures: Measures { recency: Recency::Seconds, ..Measures::default() },
        scores: Scores { recency: score(), frequency: score(), monetary: score(), nested: false },
        schemes: vec![r_fm_5x5()],
        segment: "r-fm-5x5".into(),
        ..Recipe::default()
    }
}

/// High, medium and low value by the mean of the three scores, rounded: 5 and 4, 3, 2 and 1.
fn value() -> Scheme {
    let rows = [("high", "High", Loyal, "[4-5]"), ("medium", "Medium", Growing, "3"), ("low", "Low", NeedsCare, "[1-2]")];
    table("value", "Value", &[Axis::Rfm], &rows, None)
}

/// VIP, ordinary and potential customers.
///
/// VIP: buys often (F 4-5) and much (M 4-5), however long ago; whoever is worth that is not left to cool
/// down because of it. Potential: bought lately (R 4-5) but is not there yet in frequency or money: room to
/// grow. Ordinary: everybody else. Ours: no published cell table was found for these three.
fn vip() -> Scheme {
    let rows = [
        ("vip", "VIP", Loyal, "*[4-5][4-5]"),
        ("ordinary", "Ordinary", NeedsCare, "[1-3][1-3]* [1-3][4-5][1-3]"),
        ("potential", "Potential", Growing, "[4-5][1-3]* [4-5][4-5][1-3]"),
    ];
    table("vip", "VIP", &RFM, &rows, None)
}

/// Eleven segments, 125 cells, a true partition. Source: commonly credited to Bloomreach (Exponea), as
/// quoted in public notebooks.
fn rfm_11() -> Scheme {
    let rows = [
        ("champions", "Champions", Loyal, "555 554 544 545 454 455 445"),
        ("loyal", "Loyal", Loyal, "543 444 435 355 354 345 344 335"),
        (
            "potential_loyalist",
            "Potential Loyalist",
            Growing,
            "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 353 352 351 342 341 333 323",
        ),
        ("new_customers", "New Customers", Growing, "512 511 422 421 412 411 311"),
        ("promising", "Promising", Growing, "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313"),
        ("need_attention", "Need Attention", NeedsCare, "535 534 443 434 343 334 325 324"),
        ("about_to_sleep", "About To Sleep", NeedsCare, "331 321 312 221 213 231 241 251"),
        ("at_risk", "At Risk", Slipping, "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124"),
        ("cant_lose", "Cannot Lose Them", Slipping, "155 154 144 214 215 115 114 113"),
        ("hibernating", "Hibernating", Lost, "332 322 233 232 223 222 132 123 122 212 211"),
        ("lost", "Lost", Lost, "111 112 121 131 141 151"),
    ];
    table("rfm-11", "RFM 11", &RFM, &rows, None)
}

/// Ten segments on the recency × frequency grid. Source: `CleverTap`'s grid, cell ranges as in the
/// `seg_map` of public notebooks.
fn rf_10() -> Scheme {
    let rows = [
        ("hibernating", "Hibernating", Lost, "[1-2][1-2]"),
        ("at_risk", "At Risk", Slipping, "[1-2][3-4]"),
        ("cant_lose", "Can't Lose", Slipping, "[1-2]5"),
        ("about_to_sleep", "About To Sleep", NeedsCare, "3[1-2]"),
        ("need_attention", "Need Attention", NeedsCare, "33"),
        ("loyal", "Loyal", Loyal, "[3-4][4-5]"),
        ("promising", "Promising", Growing, "41"),
        ("new_customers", "New", Growing, "51"),
        ("potential_loyalist", "Potential Loyalists", Growing, "[4-5][2-3]"),
        ("champions", "Champions", Loyal, "5[4-5]"),
    ];
    table("rf-10", "RF 10", &[Axis::R, Axis::F], &rows, None)
}

/// Ten segments of the R package `rfm` 0.3; the rows overlap and the order matters. Source: its vignette
/// "RFM introduction", <https://rfm.rsquaredacademy.com/articles/rfm-introduction.html>.
fn r_rfm_10() -> Scheme {
    let rows = [
        ("champions", "Champions", Loyal, "555"),
        ("potential_loyalist", "Potential Loyalist", Growing, "[3-5][3-5][2-5]"),
        ("loyal", "Loyal Customers", Loyal, "[2-4][2-4][2-4]"),
        ("promising", "Promising", Growing, "[3-4][1-3][3-5]"),
        ("new_customers", "New Customers", Growing, "[4-5][1-3][1-5]"),
        ("cant_lose", "Can't Lose Them", Slipping, "[1-2][3-4][4-5]"),
        ("at_risk", "At Risk", Slipping, "[1-2][2-5][4-5]"),
        ("need_attention", "Need Attention", NeedsCare, "[1-3][3-5][3-5]"),
        ("about_to_sleep", "About To Sleep", NeedsCare, "[2-3][1-3][1-4]"),
        ("lost", "Lost", Lost, "1[1-5][1-5]"),
    ];
    table("r-rfm-10", "R rfm 10", &RFM, &rows, Some(segment("others", "Others", NeedsCare)))
}

/// The eight types: recency, frequency and monetary above (2) or below (1) the mean of all customers,
/// 2 in recency meaning *recent*. 重要价值, 重要发展, 重要保持, 重要挽留, then the same four of 一般.
fn cn_8() -> Scheme {
    let rows = [
        ("important_value", "Important Value", Loyal, "222"),
        ("important_develop", "Important Develop", Growing, "212"),
        ("important_keep", "Important Keep", NeedsCare, "122"),
        ("important_win_back", "Important Win-Back", Slipping, "112"),
        ("general_value", "General Value", Loyal, "221"),
        ("general_develop", "General Develop", Growing, "211"),
        ("general_keep", "General Keep", NeedsCare, "121"),
        ("general_win_back", "General Win-Back", Lost, "111"),
    ];
    let scores = Scores { recency: Binning::Mean, frequency: Binning::Mean, monetary: Binning::Mean, nested: false };
    table_with("cn-8", "CN 8", &RFM, &rows, None, Some(scores))
}

/// Recency by the mean of frequency and monetary, each in five: a table that SQL users type.
fn r_fm_5x5() -> Scheme {
    let rows = [
        ("champions", "Champions", Loyal, "[4-5]5"),
        ("loyal", "Loyal Customers", Loyal, "[4-5]4 3[4-5]"),
        ("potential_loyalist", "Potential Loyalists", Growing, "[4-5][2-3]"),
        ("new_customers", "New Customers", Growing, "51"),
        ("promising", "Promising", Growing, "41"),
        ("need_attention", "Needs Attention", NeedsCare, "33"),
        ("about_to_sleep", "About To Sleep", NeedsCare, "3[1-2]"),
        ("at_risk", "At Risk", Slipping, "[1-2][3-4]"),
        ("cant_lose", "Cannot Lose Them", Slipping, "[1-2]5"),
        ("hibernating", "Hibernating", Lost, "2[1-2] 12"),
        ("lost", "Lost", Lost, "11"),
    ];
    table("r-fm-5x5", "R × FM", &[Axis::R, Axis::Fm], &rows, None)
}

const RFM: [Axis; 3] = [Axis::R, Axis::F, Axis::M];

/// Code, name, health, cells.
type Row<'a> = (&'a str, &'a str, Health, &'a str);

fn table(id: &str, name: &str, axes: &[Axis], rows: &[Row<'_>], otherwise: Option<Segment>) -> Scheme {
    table_with(id, name, axes, rows, otherwise, None)
}

fn table_with(id: &str, name: &str, axes: &[Axis], rows: &[Row<'_>], otherwise: Option<Segment>, scores: Option<Scores>) -> Scheme {
    let row = |&(code, name, health, cells): &Row<'_>| SegmentRow { segment: segment(code, name, health), cells: cells.into() };
    let rows = rows.iter().map(row).collect();
    scheme(id, name, SchemeRule::Table { axes: axes.to_vec(), scores, rows, otherwise })
}

fn scheme(id: &str, name: &str, rule: SchemeRule) -> Scheme {
    Scheme { id: id.into(), name: name.into(), rule }
}

fn segment(code: &str, name: &str, health: Health) -> Segment {
    Segment { code: code.into(), name: name.into(), health }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::Checked;

    #[test]
    fn every_preset_is_valid_and_reads_back() {
        for name in NAMES {
            let recipe = preset(name).and_then(Checked::new).map_err(|error| format!("{name}: {error}"));
            let json = recipe.as_ref().map(Checked::to_json).unwrap_or_default();
            assert_eq!(Checked::from_json(&json).map_err(|error| format!("{name}: {error}")), recipe);
        }
        assert_eq!(preset("none").map_err(|error| error.code()), Err("preset.unknown".into()));
    }

    #[test]
    fn order_of_the_built_in_schemes() {
        let ids: Vec<String> = built_in_schemes().into_iter().map(|scheme| scheme.id).collect();
        assert_eq!(ids, ["value", "vip", "abc", "tenure", "life-cycle", "rfm-11", "rf-10", "r-rfm-10", "cn-8"]);
    }
}
