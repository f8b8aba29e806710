//! Every scheme there is, as a list to choose from.
//!
//! Whoever edits schemes has to see also those that are left out, because they were made for another number of scores. Invariant:
//! the order is that in which customers are classified.

use crate::recipe::{self, Recipe, Scheme, Scores, Segment};
use serde::Serialize;

/// A scheme of the list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SchemeEntry {
    /// The scheme.
    pub scheme: Scheme,
    /// Its segments, each once; none where they follow from the customers' attributes.
    pub segments: Vec<Segment>,
    /// Whether it is one of the recipe's own; an own one may stand in the place of a built-in one.
    pub own: bool,
    /// Whether it gives everybody a segment with these scores.
    pub fits: bool,
}

/// Built-in schemes and the recipe's own, in order, and which of them go with these scores.
#[must_use]
pub fn catalogue(recipe: &Recipe, scores: &Scores) -> Vec<SchemeEntry> {
    let bins = [scores.recency.bins(), scores.frequency.bins(), scores.monetary.bins()];
    let entry = |scheme: Scheme| SchemeEntry {
        segments: recipe::presets::segments(&scheme).unwrap_or_default(),
        own: recipe.schemes.iter().any(|own| own.id == scheme.id),
        fits: recipe::fits(&scheme, bins).is_ok(),
        scheme,
    };
    recipe::effective_schemes(recipe).into_iter().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::Binning;

    #[test]
    fn tables_for_five_scores_do_not_fit_four() {
        let recipe = Recipe::default();
        let fitting = |scores: &Scores| -> Vec<String> {
            catalogue(&recipe, scores).into_iter().filter(|entry| !entry.fits).map(|entry| entry.scheme.id).collect()
        };
        assert_eq!(fitting(&recipe.scores), Vec::<String>::new());
        let four = Scores { recency: Binning::Quantile { bins: 4 }, ..Scores::default() };
        assert!(["rfm-11", "rf-10", "vip"].iter().all(|id| fitting(&four).iter().any(|found| found == id)), "{:?}", fitting(&four));
        assert!(["cn-8", "abc"].iter().all(|id| fitting(&four).iter().all(|found| found != id)));
    }

    #[test]
    fn own_schemes_are_told_apart_and_have_segments() {
        let own = serde_json::from_str(
            r#"{"id": "keen", "rule": "table", "axes": ["r"], "rows": [
            {"code": "a", "name": "A", "health": "loyal", "cells": "5"}, {"code": "b", "name": "B", "health": "lost", "cells": "[1-4]"},
            {"code": "a", "name": "A", "health": "loyal", "cells": "4"}]}"#,
        );
        let recipe = Recipe { schemes: own.into_iter().collect(), ..Recipe::default() };
        let all = catalogue(&recipe, &recipe.scores);
        let own: Vec<(&str, usize)> =
            all.iter().filter(|entry| entry.own).map(|entry| (entry.scheme.id.as_str(), entry.segments.len())).collect();
        assert_eq!(own, [("keen", 2)]);
    }
}
