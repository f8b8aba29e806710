//! Principal axes: the directions in which points differ most, for a map that keeps as much of their distances as a plane can.
//!
//! Eigenvectors of the covariances by Jacobi's rotations (Golub & Van Loan, "Matrix Computations", 4th edition, 8.5.2), which are exact enough for the
//! handful of coordinates that customers have, and never fail to converge on symmetric matrices. Invariant: axes are of length 1,
//! at right angles to each other, and in descending order of what they explain.

use super::k_means::Points;

/// Rotations of every pair of coordinates, at most: a handful of sweeps is enough for any ten.
const SWEEPS: u32 = 60;

/// One direction.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Its coordinates: how much each coordinate of a point counts along it, −1 to 1.
    pub loadings: Vec<f64>,
    /// Variance of the points along it.
    pub variance: f64,
}

/// All axes of these points, as many as they have coordinates.
///
/// # Example: points on a line
/// ```
/// use customer_tiers::math::{k_means::Points, principal_axes::principal_axes};
/// let axes = principal_axes(Points { values: &[0.0, 0.0, 3.0, 4.0, 6.0, 8.0], width: 2 });
/// assert!((axes[0].loadings[0].abs() - 0.6).abs() < 1e-12 && (axes[0].variance - 50.0 / 3.0).abs() < 1e-12);
/// assert!(axes[1].variance.abs() < 1e-12);
/// ```
#[must_use]
pub fn principal_axes(points: Points<'_>) -> Vec<Axis> {
    let width = points.width;
    let mut matrix = covariances(points);
    let mut vectors: Vec<f64> = (0..width * width).map(|place| f64::from(u8::from(place / width == place % width))).collect();
    for _ in 0..SWEEPS {
        let pairs = (0..width).flat_map(|row| (row + 1..width).map(move |column| (row, column)));
        let turned: usize = pairs.map(|pair| usize::from(rotate(&mut matrix, &mut vectors, width, pair))).sum();
        if turned == 0 {
            break;
        }
    }
    let axis = |place: usize| Axis {
        loadings: (0..width).map(|row| vectors[row * width + place]).collect(),
        variance: matrix[place * width + place].max(0.0),
    };
    let mut axes: Vec<Axis> = (0..width).map(axis).collect();
    axes.sort_by(|a, b| b.variance.total_cmp(&a.variance));
    axes
}

/// Covariances of the coordinates, row by row; 0 without points.
#[expect(clippy::cast_precision_loss, reason = "fewer than 2^53 points")]
fn covariances(points: Points<'_>) -> Vec<f64> {
    let (width, count) = (points.width, points.len().max(1) as f64);
    let rows = || points.values.chunks_exact(width);
    let mut means = vec![0.0; width];
    rows().for_each(|row| means.iter_mut().zip(row).for_each(|(mean, value)| *mean += value / count));
    let mut sums = vec![0.0; width * width];
    for row in rows() {
        for (place, sum) in sums.iter_mut().enumerate() {
            let (a, b) = (place / width, place % width);
            *sum += (row[a] - means[a]) * (row[b] - means[b]);
        }
    }
    sums.into_iter().map(|sum| sum / count).collect()
}

/// Turns two coordinates so that their covariance is 0; false when it is already as good as 0.
fn rotate(matrix: &mut [f64], vectors: &mut [f64], width: usize, (p, q): (usize, usize)) -> bool {
    let (pp, qq, pq) = (matrix[p * width + p], matrix[q * width + q], matrix[p * width + q]);
    if pq.abs() <= 1e-15 * (pp.abs() + qq.abs()) {
        return false;
    }
    let tau = (qq - pp) / (2.0 * pq);
    let tangent = if tau >= 0.0 { 1.0 } else { -1.0 } / (tau.abs() + libm::sqrt(1.0 + tau * tau));
    let cosine = 1.0 / libm::sqrt(1.0 + tangent * tangent);
    let sine = tangent * cosine;
    let turn = |values: &mut [f64], one: usize, other: usize| {
        let (a, b) = (values[one], values[other]);
        (values[one], values[other]) = (cosine * a - sine * b, sine * a + cosine * b);
    };
    for place in 0..width {
        turn(matrix, place * width + p, place * width + q);
    }
    for place in 0..width {
        turn(matrix, p * width + place, q * width + place);
        turn(vectors, place * width + p, place * width + q);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Against `numpy.linalg.eigh(numpy.cov(points.T, bias=True))`, numpy 2.
    #[test]
    fn as_numpy() {
        let values = [1.0, 2.0, 0.5, 2.0, 1.0, 3.0, 4.0, 5.0, -1.0, 0.0, 2.5, 2.0, 3.0, 3.0, 3.0];
        let axes = principal_axes(Points { values: &values, width: 3 });
        let expected = [
            (4.313745308368, [-0.498826263109, -0.593187640910, 0.631902509810]),
            (1.475338003693, [-0.765983885478, -0.039394562109, -0.641651584323]),
            (0.370916687939, [-0.405513312260, 0.804099801734, 0.434721131798]),
        ];
        for (axis, (variance, loadings)) in axes.iter().zip(expected) {
            assert!((axis.variance - variance).abs() < 1e-9, "{axes:?}");
            let same: f64 = axis.loadings.iter().zip(loadings).map(|(a, b)| a * b).sum();
            assert!((same.abs() - 1.0).abs() < 1e-9, "{axes:?}");
        }
    }

    #[test]
    fn nothing_to_tell_apart_is_no_axis() {
        for values in [&[][..], &[1.0, 2.0], &[1.0, 2.0, 1.0, 2.0]] {
            let axes = principal_axes(Points { values, width: 2 });
            assert!(axes.len() == 2 && axes.iter().all(|axis| axis.variance == 0.0), "{axes:?}");
        }
    }
}
