//! Schemes that a recipe can take beside the built-in ones: published tables, and ready-made rules.
//!
//! They are no built-in ones because nobody wants thirty columns: a recipe names those it uses. Published tables are typed as
//! published, unless the note at a table says what was repaired and why. Invariant: each passes the check of a recipe that holds it
//! (and those before it).

use super::{RFM, Row, scheme, segment, table, table_with};
use crate::recipe::Health::{Growing, Lost, Loyal, NeedsCare, Slipping};
use crate::recipe::{
    AdaptiveStep, Attribute, AttributeValues, Axis, Binning, Clusters, Field, Metric, QuotaLevel, QuotaSize, QuotaTies, Scheme, SchemeRule,
    Scores,
};

/// All of them, in the order in which they are offered.
#[must_use]
pub fn scheme_library() -> Vec<Scheme> {
    let by = |id: &str, name: &str, of: Attribute| scheme(id, name, SchemeRule::Attribute(AttributeValues { of, top: 20, list: false }));
    vec![
        rf_5(),
        adaptive(),
        putler_11(),
        r_rfm_older(),
        klaviyo_6(),
        pymc_6(),
        scheme("stages", "Stages", SchemeRule::Stages),
        value_bands(),
        size_by("size-revenue", "Size by revenue", Metric::Revenue),
        size_by("size-orders", "Size by orders", Metric::Frequency),
        top_fifth(),
        alike(),
        scheme("need", "Need", SchemeRule::Need { custom_share: 0.5 }),
        by("gender", "Gender", Attribute::Field(Field::Gender)),
        by("age", "Age", Attribute::Age),
        by("area", "Area", Attribute::Field(Field::Area)),
        by("origin", "Domestic or abroad", Attribute::Origin),
        by("city-tier", "City tier", Attribute::CityTier),
        by("industry", "Industry", Attribute::Field(Field::Industry)),
    ]
}

/// Five segments on the recency × frequency grid, for files too small for more. Ours.
pub(super) fn rf_5() -> Scheme {
    let rows = [
        ("champions", "Champions", Loyal, "[4-5][4-5]"),
        ("potential_loyalist", "Potential Loyalists", Growing, "[4-5][1-3]"),
        ("need_attention", "Need Attention", NeedsCare, "3*"),
        ("at_risk", "At Risk", Slipping, "[1-2][3-5]"),
        ("lost", "Lost", Lost, "[1-2][1-2]"),
    ];
    table("rf-5", "RF 5", &[Axis::R, Axis::F], &rows, None)
}

/// 5 segments below 500 orders, 8 up to 5000, 11 above: the counts of Mailvio, which does not publish its segments; these are ours
/// (`rf-5`, which has to come before), the eight types, and the eleven.
/// Source: <https://updates.mailvio.com/mailvio/updates?page=4>.
pub(super) fn adaptive() -> Scheme {
    let step = |from_orders: u64, scheme: &str| AdaptiveStep { from_orders, scheme: scheme.into() };
    scheme("adaptive", "Adaptive", SchemeRule::Adaptive { steps: vec![step(0, "rf-5"), step(500, "cn-8"), step(5_001, "rfm-11")] })
}

/// Putler's eleven names on recency by the mean of frequency and monetary, repaired.
///
/// As published (Champions 4-5/4-5, Loyal 2-5/3-5, Potential Loyalist 3-5/1-3, Recent 4-5/0-1, Promising 3-4/0-1, Needing Attention
/// 2-3/2-3, About To Sleep 2-3/0-2, At Risk 0-2/2-5, Can't Lose 0-1/4-5, Hibernating 1-2/1-2, Lost 0-2/0-2) 76 of the 125 cells of
/// scores 1 to 5 are meant twice, and with the first match Recent, Promising, Can't Lose and Lost can never be assigned. Here each
/// cell stays with one of the names that mean it, the narrower range first, so that every name can be reached.
pub(super) fn putler_11() -> Scheme {
    let rows = [
        ("champions", "Champions", Loyal, "[4-5][4-5]"),
        ("loyal", "Loyal Customers", Loyal, "3[4-5]"),
        ("potential_loyalist", "Potential Loyalist", Growing, "[4-5][2-3]"),
        ("new_customers", "Recent Customers", Growing, "[4-5]1"),
        ("promising", "Promising", Growing, "31"),
        ("need_attention", "Needing Attention", NeedsCare, "3[2-3]"),
        ("about_to_sleep", "About To Sleep", NeedsCare, "2[1-2]"),
        ("at_risk", "At Risk", Slipping, "2[3-5] 13"),
        ("cant_lose", "Can't Lose Them", Slipping, "1[4-5]"),
        ("hibernating", "Hibernating", Lost, "12"),
        ("lost", "Lost", Lost, "11"),
    ];
    table("putler-11", "Putler 11, repaired", &[Axis::R, Axis::Fm], &rows, None)
}

/// The older table of the R package `rfm`, still in its tests, as published: New, Promising and Can't Lose can never be assigned,
/// and 36 of 125 cells fall to Others.
pub(super) fn r_rfm_older() -> Scheme {
    let rows = [
        ("champions", "Champions", Loyal, "[4-5][4-5][4-5]"),
        ("loyal", "Loyal Customers", Loyal, "[2-5][3-5][3-5]"),
        ("potential_loyalist", "Potential Loyalist", Growing, "[3-5][1-3][1-3]"),
        ("new_customers", "New Customers", Growing, "[4-5]11"),
        ("promising", "Promising", Growing, "[3-4]11"),
        ("need_attention", "Need Attention", NeedsCare, "[2-3][2-3][2-3]"),
        ("about_to_sleep", "About To Sleep", NeedsCare, "[2-3][1-2][1-2]"),
        ("at_risk", "At Risk", Slipping, "[1-2][2-5][2-5]"),
        ("cant_lose", "Can't Lose", Slipping, "1[4-5][4-5]"),
        ("lost", "Lost", Lost, "[1-2][1-2][1-2]"),
    ];
    table("r-rfm-older", "R rfm, older", &RFM, &rows, Some(super::others()))
}

/// Six groups on scores 1 to 3, as Klaviyo's are quoted: recency at 180 and 365 days, frequency and monetary by thirds.
pub(super) fn klaviyo_6() -> Scheme {
    let rows = [
        ("champions", "Champions", Loyal, "333 332 323"),
        ("loyal", "Loyal", Loyal, "321 322 331 232 233"),
        ("new_customers", "Recent", Growing, "312 313 311 222 223"),
        ("need_attention", "Needs Attention", NeedsCare, "213 221 123 132 133"),
        ("at_risk", "At Risk", Slipping, "231 212 122 131 211"),
        ("lost", "Inactive", Lost, "111 112 113 121"),
    ];
    let thirds = || Binning::Quantile { bins: 3 };
    let recency = Binning::Fixed { cuts: vec![180.0, 365.0] };
    own_table("klaviyo-6", "Klaviyo 6", &rows, Scores { recency, frequency: thirds(), monetary: thirds(), nested: false })
}

/// The segments of pymc-marketing's `rfm_segments` on quartiles; 18 of its 64 cells have no name and are Others.
pub(super) fn pymc_6() -> Scheme {
    let rows = [
        ("premium", "Premium", Loyal, "334 443 444 344 434 433 343 333"),
        ("repeat", "Repeat", Loyal, "244 234 232 332 143 233 243"),
        ("top_spender", "Top Spender", Growing, "424 414 144 314 324 124 224 423 413 133 323 313 134"),
        ("at_risk", "At Risk", Slipping, "422 223 212 122 222 132 322 312 412 123 214"),
        ("lost", "Inactive", Lost, "411 111 113 114 112 211 311"),
    ];
    let quarters = || Binning::Quantile { bins: 4 };
    let scores = Scores { recency: quarters(), frequency: quarters(), monetary: quarters(), nested: false };
    table_with("pymc-6", "Quartiles 6", &RFM, &rows, Some(super::others()), Some(scores))
}

fn own_table(id: &str, name: &str, rows: &[Row<'_>], scores: Scores) -> Scheme {
    table_with(id, name, &RFM, rows, None, Some(scores))
}

/// High from 70 points of the value score on, medium from 40 on: a cut itself belongs below, so it stands a millionth under.
fn value_bands() -> Scheme {
    let segments = vec![segment("high", "High", Loyal), segment("medium", "Medium", Growing), segment("low", "Low", NeedsCare)];
    let binning = Binning::Fixed { cuts: vec![39.999_999, 69.999_999] };
    scheme("value-score", "Value score", SchemeRule::Bands { metric: Metric::ValueScore, binning, segments })
}

/// Large above the mean of all customers, else small.
fn size_by(id: &str, name: &str, metric: Metric) -> Scheme {
    let segments = vec![segment("large", "Large", Loyal), segment("small", "Small", Growing)];
    scheme(id, name, SchemeRule::Bands { metric, binning: Binning::Mean, segments })
}

fn top_fifth() -> Scheme {
    let level = QuotaLevel { segment: segment("top", "Top 20 %", Loyal), size: QuotaSize::Share(0.2) };
    let otherwise = segment("rest", "All others", Growing);
    let rule = SchemeRule::Quota { metric: Metric::Revenue, levels: vec![level], ties: QuotaTies::ById, otherwise };
    scheme("top-fifth", "Best fifth", rule)
}

/// Who is like whom by recency, frequency and revenue, into as many clusters as lie best apart.
fn alike() -> Scheme {
    let metrics = vec![Metric::Recency, Metric::Frequency, Metric::Monetary];
    scheme("alike", "Customers alike", SchemeRule::Clusters(Clusters { metrics, number: None, frozen: None }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::{Checked, Recipe};
    use std::collections::BTreeMap;

    #[test]
    fn the_library_passes_the_check_and_no_id_is_there_twice() {
        let recipe = Recipe { schemes: scheme_library(), ..Recipe::default() };
        assert!(Checked::new(recipe).is_ok());
        let mut ids: Vec<String> = scheme_library().into_iter().chain(super::super::built_in_schemes()).map(|scheme| scheme.id).collect();
        let all = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }

    /// Source: the ranges that Putler publishes, recency / mean of frequency and monetary.
    #[test]
    fn the_repaired_table_names_no_cell_beyond_the_published_ranges() {
        let published: BTreeMap<&str, [u8; 4]> = BTreeMap::from([
            ("champions", [4, 5, 4, 5]),
            ("loyal", [2, 5, 3, 5]),
            ("potential_loyalist", [3, 5, 1, 3]),
            ("new_customers", [4, 5, 0, 1]),
            ("promising", [3, 4, 0, 1]),
            ("need_attention", [2, 3, 2, 3]),
            ("about_to_sleep", [2, 3, 0, 2]),
            ("at_risk", [0, 2, 2, 5]),
            ("cant_lose", [0, 1, 4, 5]),
            ("hibernating", [1, 2, 1, 2]),
            ("lost", [0, 2, 0, 2]),
        ]);
        let SchemeRule::Table { axes, rows, .. } = putler_11().rule else { unreachable!("it is a table") };
        let table = crate::recipe::table::Table::read_leniently(&axes, &rows);
        let mut reached = Vec::new();
        for cell in table.cells([5, 5, 5]).into_keys() {
            let holders = table.holders(&cell);
            assert_eq!(holders.len(), 1, "{cell:?}");
            let code = rows[holders[0]].segment.code.as_str();
            let range = published.get(code).copied().unwrap_or_default();
            assert!((range[0]..=range[1]).contains(&cell[0]) && (range[2]..=range[3]).contains(&cell[1]), "{cell:?} {code}");
            reached.push(code);
        }
        reached.sort_unstable();
        reached.dedup();
        assert_eq!(reached.len(), 11);
    }
}
