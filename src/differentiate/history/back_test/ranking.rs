//! How good is a ranking? Gains curve, Gini coefficient, area under the ROC curve.
//!
//! Customers come in groups that the ranking cannot tell apart. Invariant: within a group nobody is preferred, so
//! that the order of customers changes no figure.

/// Groups of (customers, purchases), ranked by purchases per customer, as a gains curve and its Gini coefficient.
pub(super) fn gains(mut groups: Vec<(f64, f64)>) -> (Vec<(f64, f64)>, f64) {
    groups.retain(|(customers, _)| *customers > 0.0);
    groups.sort_by(|a, b| (b.1 / b.0).total_cmp(&(a.1 / a.0)));
    curve(&groups)
}

/// The running shares of groups that are ranked already, and twice the area between them and the diagonal; 0 when nobody bought.
pub(super) fn curve(groups: &[(f64, f64)]) -> (Vec<(f64, f64)>, f64) {
    let (all, bought) = groups.iter().fold((0.0, 0.0), |sum, group| (sum.0 + group.0, sum.1 + group.1));
    let mut points = vec![(0.0, 0.0)];
    let (mut x, mut y, mut area) = (0.0, 0.0, 0.0);
    for (customers, purchases) in groups {
        let (width, height) = (customers / f64::max(all, 1.0), purchases / f64::max(bought, 1.0));
        area += width * (y + height / 2.0);
        (x, y) = (x + width, y + height);
        points.push((x, y));
    }
    let gini = if bought > 0.0 { 2.0 * area - 1.0 } else { 0.0 };
    (points, gini)
}

/// The height of a gains curve at a share of customers, between its points.
pub(super) fn share_of_first(curve: &[(f64, f64)], share: f64) -> f64 {
    let between = |pair: &[(f64, f64)]| {
        let ((left, low), (right, high)) = (pair[0], pair[1]);
        (right >= share).then(|| if right > left { low + (high - low) * (share - left) / (right - left) } else { high })
    };
    curve.windows(2).find_map(between).unwrap_or(0.0)
}

/// Groups of (buyers, others) that are ranked already: how often a buyer stands before one of the others, half a win
/// where the ranking cannot tell. One half when there is nobody to compare. This is the Mann–Whitney form of the
/// area under the ROC curve (Hanley & McNeil 1982).
pub(super) fn wins(groups: &[(f64, f64)]) -> f64 {
    let (buyers, others) = groups.iter().fold((0.0, 0.0), |sum, group| (sum.0 + group.0, sum.1 + group.1));
    if buyers * others <= 0.0 {
        return 0.5;
    }
    let (mut behind, mut won) = (others, 0.0);
    for (bought, not) in groups {
        behind -= not;
        won += bought * (behind + not / 2.0);
    }
    won / (buyers * others)
}

/// How well groups of (buyers, others) separate, ranked by their share of buyers: see [`wins`].
pub(super) fn separation(mut groups: Vec<(f64, f64)>) -> f64 {
    // An empty group has no share, and would compare equal to every other one.
    groups.retain(|(buyers, others)| buyers + others > 0.0);
    groups.sort_by(|a, b| (b.0 / (b.0 + b.1)).total_cmp(&(a.0 / (a.0 + a.1))));
    wins(&groups)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_rankings() {
        for (name, groups, gini, auc) in [
            ("perfect", vec![(10.0, 10.0), (10.0, 0.0)], 0.5, 1.0),
            ("none", vec![(20.0, 10.0)], 0.0, 0.5),
            ("the wrong way round", vec![(10.0, 0.0), (10.0, 10.0)], -0.5, 0.0),
            ("nobody bought", vec![(10.0, 0.0), (10.0, 0.0)], 0.0, 0.5),
        ] {
            assert!((curve(&groups).1 - gini).abs() < 1e-12, "{name}: {:?}", curve(&groups));
            let split: Vec<(f64, f64)> = groups.iter().map(|(customers, bought)| (*bought, customers - bought)).collect();
            assert!((wins(&split) - auc).abs() < 1e-12, "{name}: {}", wins(&split));
        }
    }

    #[test]
    fn empty_groups_do_not_disturb_the_order() {
        let groups = vec![(0.0, 9.0), (0.0, 0.0), (1.0, 1.0), (0.0, 0.0), (8.0, 2.0)];
        let (buyers, others) = (9.0, 12.0);
        let won = 8.0 * (10.0 + 1.0) + 9.5;
        assert!((separation(groups) - won / (buyers * others)).abs() < 1e-12);
    }

    #[test]
    fn the_best_fifth_lies_between_points() {
        let (points, _) = gains(vec![(50.0, 10.0), (10.0, 30.0), (40.0, 0.0)]);
        assert!((share_of_first(&points, 0.1) - 0.75).abs() < 1e-12);
        assert!((share_of_first(&points, 0.2) - 0.8).abs() < 1e-12);
        assert!(share_of_first(&[], 0.2).abs() < 1e-12);
    }
}
