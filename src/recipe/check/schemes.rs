//! The rules for schemes: known ids, readable patterns, nobody left out.
//!
//! Overlaps and unreachable segments are allowed, since the first row wins; a gap is not, unless the
//! table says who falls into it. Invariant: a scheme that passes can classify every customer.

use super::conditions::Known;
use super::{invalid, require, rules, scores};
use crate::Result;
use crate::recipe::scheme::table::{Table, shown};
use crate::recipe::{Axis, Recipe, Scheme, SchemeRule, Segment, presets};

/// Uncovered cells that a message names.
const NAMED_CELLS: usize = 5;

pub(super) fn check(recipe: &Recipe) -> Result<()> {
    require(recipe.schemes.len() <= 50, "schemes", "more than 50")?;
    let bins = bins(&recipe.scores);
    let all = effective_schemes(recipe);
    for (index, scheme) in recipe.schemes.iter().enumerate() {
        let path = format!("schemes[{index}]");
        id(&path, scheme, &recipe.schemes[..index])?;
        shape(&path, scheme)?;
        let place = all.iter().position(|other| other.id == scheme.id).unwrap_or(0);
        rules::check(&path, scheme, &Known { recipe, sheets: recipe.points.len(), value_score: true, schemes: &all[..place] })?;
        fits(scheme, bins).map_err(|(place, problem)| invalid(&format!("{path}.{place}"), &problem))?;
    }
    in_use("segment", &recipe.segment, recipe)?;
    in_use("tier", &recipe.tier, recipe)
}

/// Built-in schemes, replaced by own ones of the same id, then the other own ones.
pub(crate) fn effective_schemes(recipe: &Recipe) -> Vec<Scheme> {
    let mut schemes = presets::built_in_schemes();
    for own in &recipe.schemes {
        match schemes.iter_mut().find(|scheme| scheme.id == own.id) {
            Some(scheme) => *scheme = own.clone(),
            None => schemes.push(own.clone()),
        }
    }
    schemes
}

/// Whether a scheme gives everybody a segment when measures are cut into this many scores; its own
/// scores take precedence.
///
/// # Errors
/// The place inside the scheme and the problem.
pub(crate) fn fits(scheme: &Scheme, bins: [u8; 3]) -> std::result::Result<(), (String, String)> {
    let SchemeRule::Table { axes, scores, rows, otherwise } = &scheme.rule else { return Ok(()) };
    let bins = scores.as_ref().map_or(bins, self::bins);
    let in_row = |(row, problem): (usize, String)| (format!("rows[{row}].cells"), problem);
    let table = Table::read(axes, rows).map_err(in_row)?;
    if let Some(beyond) = table.beyond(bins) {
        return Err(in_row(beyond));
    }
    let uncovered: Vec<String> =
        table.cells(bins).into_keys().filter(|cell| table.first(cell).is_none()).map(|cell| shown(&cell)).collect();
    if otherwise.is_some() || uncovered.is_empty() {
        return Ok(());
    }
    let more = if uncovered.len() > NAMED_CELLS { " …" } else { "" };
    let named = uncovered[..uncovered.len().min(NAMED_CELLS)].join(" ");
    Err(("rows".into(), format!("{} cells are in no row and there is no otherwise: {named}{more}", uncovered.len())))
}

pub(super) fn bins(scores: &crate::recipe::Scores) -> [u8; 3] {
    [scores.recency.bins(), scores.frequency.bins(), scores.monetary.bins()]
}

fn id(path: &str, scheme: &Scheme, before: &[Scheme]) -> Result<()> {
    let id = &scheme.id;
    require(!id.is_empty() && id.len() <= 100, &format!("{path}.id"), "not 1 to 100 bytes long")?;
    require(before.iter().all(|other| other.id != *id), &format!("{path}.id"), &format!("{id} twice"))
}

fn shape(path: &str, scheme: &Scheme) -> Result<()> {
    let SchemeRule::Table { axes, scores: own, rows, otherwise } = &scheme.rule else { return Ok(()) };
    axes_are_distinct(path, axes)?;
    if let Some(own) = own {
        scores(&format!("{path}.scores"), own)?;
    }
    let segments = rows.len() + usize::from(otherwise.is_some());
    require((1..=200).contains(&segments), &format!("{path}.rows"), &format!("{segments} segments, not 1 to 200"))?;
    let segments: Vec<&Segment> = rows.iter().map(|row| &row.segment).chain(otherwise).collect();
    codes(path, "rows", &segments, rows.len())
}

fn axes_are_distinct(path: &str, axes: &[Axis]) -> Result<()> {
    let path = format!("{path}.axes");
    require(!axes.is_empty(), &path, "none")?;
    let repeated = |index: usize| axes[..index].contains(&axes[index]);
    require(!(0..axes.len()).any(repeated), &path, "one is there twice")
}

/// Codes are not empty, and one code is one segment. The first so many segments are those of `part`, then comes the rest.
pub(super) fn codes(path: &str, part: &str, segments: &[&Segment], rows: usize) -> Result<()> {
    for (index, segment) in segments.iter().enumerate() {
        let path = if index < rows { format!("{path}.{part}[{index}]") } else { format!("{path}.otherwise") };
        require(!segment.code.is_empty(), &format!("{path}.code"), "empty")?;
        let differs = segments[..index].iter().any(|other| other.code == segment.code && other != segment);
        require(!differs, &format!("{path}.code"), &format!("{} twice, with different names", segment.code))?;
    }
    Ok(())
}

/// The scheme that the recipe asks for exists, and fits its number of scores.
fn in_use(path: &str, id: &str, recipe: &Recipe) -> Result<()> {
    let schemes = effective_schemes(recipe);
    let Some(scheme) = schemes.iter().find(|scheme| scheme.id == id) else {
        let ids: Vec<&str> = schemes.iter().map(|scheme| scheme.id.as_str()).collect();
        return Err(invalid(path, &format!("{id} is none of {}", ids.join(", "))));
    };
    let told = |(place, problem): (String, String)| invalid(path, &format!("{id} does not fit the number of scores: {place}: {problem}"));
    fits(scheme, bins(&recipe.scores)).map_err(told)
}

#[cfg(test)]
mod tests {
    use super::super::tests::refusal;

    fn own_scheme(rest: &str) -> String {
        refusal(&format!(r#"{{"schemes": [{{"id": "own", "rule": "table", {rest}}}]}}"#))
    }

    #[test]
    fn one_refusal_for_each_rule() {
        let row = |code: &str, name: &str, cells: &str| {
            format!(r#"{{"code": "{code}", "name": "{name}", "health": "lost", "cells": "{cells}"}}"#)
        };
        let table = |axes: &str, rows: &[String]| own_scheme(&format!(r#""axes": [{axes}], "rows": [{}]"#, rows.join(",")));
        for (refusal, expected) in [
            (table(r#""r""#, &[row("a", "A", "*")]), ""),
            (table(r#""r", "rfm", "fm""#, &[row("a", "A", "***")]), ""),
            (table("", &[row("a", "A", "")]), "schemes[0].axes: none"),
            (table(r#""r", "r""#, &[row("a", "A", "**")]), "schemes[0].axes: one is there twice"),
            (table(r#""r""#, &[]), "schemes[0].rows: 0 segments, not 1 to 200"),
            (table(r#""r""#, &vec![row("a", "A", "*"); 201]), "schemes[0].rows: 201 segments, not 1 to 200"),
            (table(r#""r""#, &[row("", "A", "*")]), "schemes[0].rows[0].code: empty"),
            (table(r#""r""#, &[row("a", "A", "1"), row("a", "B", "*")]), "schemes[0].rows[1].code: a twice, with different names"),
            (table(r#""r""#, &[row("a", "A", "x")]), "schemes[0].rows[0].cells: x is not a pattern"),
            (table(r#""r""#, &[row("a", "A", "*"), row("b", "B", "11")]), "schemes[0].rows[1].cells: 11 has 2 positions for 1 axes"),
            (table(r#""r""#, &[row("a", "A", "[1-6]")]), "schemes[0].rows[0].cells: [1-6] asks for a score above 5"),
            (
                table(r#""r", "f""#, &[row("a", "A", "5* [1-4]5")]),
                "schemes[0].rows: 16 cells are in no row and there is no otherwise: 11 12 13 14 21 …",
            ),
            (table(r#""r""#, &[row("a", "A", "[2-5]")]), "schemes[0].rows: 1 cells are in no row and there is no otherwise: 1"),
            (own_scheme(r#""axes": ["r"], "rows": [], "otherwise": {"code": "a", "name": "A", "health": "lost"}"#), ""),
            (
                own_scheme(r#""axes": ["r"], "rows": [], "scores": {"recency": {"method": "ntile", "bins": 0}}"#),
                "schemes[0].scores.recency.bins: 0 is not between 2 and 10",
            ),
            (
                own_scheme(r#""axes": ["r"], "rows": [], "row": 1"#).split(':').nth(1).unwrap_or_default().to_owned(),
                " unknown field `row`, expected one of `axes`, `scores`, `rows`, `otherwise` at line 1 column 80",
            ),
            (refusal(r#"{"schemes": [{"id": "", "rule": "abc"}]}"#), "schemes[0].id: not 1 to 100 bytes long"),
            (refusal(r#"{"schemes": [{"id": "x", "rule": "abc"}, {"id": "x", "rule": "tenure"}]}"#), "schemes[1].id: x twice"),
        ] {
            assert_eq!(refusal, expected);
        }
    }

    #[test]
    fn schemes_in_use_are_known_and_fit() {
        let known = "value, vip, abc, tenure, life-cycle, rfm-11, rf-10, r-rfm-10, cn-8";
        assert_eq!(refusal(r#"{"segment": "best"}"#), format!("segment: best is none of {known}"));
        assert_eq!(refusal(r#"{"tier": "best"}"#), format!("tier: best is none of {known}"));
        let in_four = r#""recency": {"method": "quantile", "bins": 4}"#;
        let unfit = refusal(&format!(r#"{{"scores": {{{in_four}}}}}"#));
        assert_eq!(unfit, "segment: rfm-11 does not fit the number of scores: rows[0].cells: 555 asks for a score above 455");
        // Schemes with own scores, and rules without scores, go with any number of them.
        assert_eq!(refusal(&format!(r#"{{"segment": "cn-8", "tier": "abc", "scores": {{{in_four}}}}}"#)), "");
        // An own scheme replaces the built-in one of its id.
        assert_eq!(refusal(r#"{"segment": "rfm-11", "schemes": [{"id": "rfm-11", "rule": "tenure"}]}"#), "");
    }
}
