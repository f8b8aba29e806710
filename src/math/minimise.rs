//! The lowest point of a smooth function of a few variables, and how sharp it is.
//!
//! Nelder and Mead (1965) with the standard coefficients, from several starting points and restarted
//! at the point found, because the simplex can collapse before it has arrived; then Newton steps on
//! numerical derivatives, which also give the curvature for standard errors. Advice to whoever
//! changes this: everything is deterministic, and an honest `converged` matters more than speed.
//! Invariant: the value returned belongs to the point returned.

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Minimum {
    /// Where.
    pub at: Vec<f64>,
    /// How low; infinite when the function is finite nowhere that was looked at.
    pub value: f64,
    /// How often the function was asked.
    pub evaluations: u32,
    /// Whether the simplex closed on the point: its values and its corners agree to the tolerance.
    pub converged: bool,
}

/// When to stop.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stop {
    /// The corners' values may differ by this much, relative to the value.
    pub tolerance: f64,
    /// The function is asked at most this often for each run.
    pub evaluations: u32,
}

impl Default for Stop {
    fn default() -> Self {
        Self { tolerance: 1e-12, evaluations: 2_000 }
    }
}

/// The lowest point that Nelder–Mead finds from `start`, with first steps of `step` along each axis; restarted until
/// a restart finds nothing better. Points where the function is NaN count as infinitely high.
///
/// # Example: Rosenbrock's valley
/// ```
/// use customer_tiers::math::minimise::{Stop, minimise};
/// let valley = |at: &[f64]| (1.0 - at[0]).powi(2) + 100.0 * (at[1] - at[0] * at[0]).powi(2);
/// let lowest = minimise(valley, &[-1.2, 1.0], 0.5, Stop::default());
/// assert!(lowest.converged && (lowest.at[0] - 1.0).abs() < 1e-5 && (lowest.at[1] - 1.0).abs() < 1e-5);
/// ```
pub fn minimise(function: impl Fn(&[f64]) -> f64, start: &[f64], step: f64, stop: Stop) -> Minimum {
    let ask = |at: &[f64]| Some(function(at)).filter(|value| !value.is_nan()).unwrap_or(f64::INFINITY);
    let mut best = Simplex::new(&ask, start, step).descend(&ask, stop);
    for _ in 0..RESTARTS {
        let again = Simplex::new(&ask, &best.at, step / 5.0).descend(&ask, stop);
        let gain = best.value - again.value;
        let evaluations = best.evaluations + again.evaluations;
        if again.value <= best.value {
            best = again;
        }
        best.evaluations = evaluations;
        // NaN when both are infinite: then there is nothing to gain either.
        if gain.is_nan() || gain <= 1e-9 * best.value.abs().max(1.0) {
            break;
        }
    }
    best
}

const RESTARTS: usize = 5;

/// Corners with their values, lowest first.
struct Simplex {
    corners: Vec<(f64, Vec<f64>)>,
    evaluations: u32,
}

impl Simplex {
    fn new(ask: &impl Fn(&[f64]) -> f64, start: &[f64], step: f64) -> Self {
        let mut points = vec![start.to_vec()];
        for axis in 0..start.len() {
            let mut corner = start.to_vec();
            corner[axis] += step;
            points.push(corner);
        }
        let corners: Vec<(f64, Vec<f64>)> = points.into_iter().map(|at| (ask(&at), at)).collect();
        let evaluations = u32::try_from(corners.len()).unwrap_or(u32::MAX);
        let mut simplex = Self { corners, evaluations };
        simplex.sort();
        simplex
    }

    /// Equal values keep their order, so that the way down is the same every time.
    fn sort(&mut self) {
        self.corners.sort_by(|a, b| a.0.total_cmp(&b.0));
    }

    fn descend(mut self, ask: &impl Fn(&[f64]) -> f64, stop: Stop) -> Minimum {
        let mut converged = self.is_closed(stop.tolerance);
        while !converged && self.evaluations < stop.evaluations {
            self.step(ask);
            self.sort();
            converged = self.is_closed(stop.tolerance);
        }
        let (value, at) = self.corners.swap_remove(0);
        Minimum { at, value, evaluations: self.evaluations, converged: converged && value.is_finite() }
    }

    fn is_closed(&self, tolerance: f64) -> bool {
        let (lowest, at) = &self.corners[0];
        let (highest, _) = &self.corners[self.corners.len() - 1];
        let near = |corner: &(f64, Vec<f64>)| corner.1.iter().zip(at).all(|(a, b)| (a - b).abs() <= 1e-7 * b.abs().max(1.0));
        lowest.is_finite() && highest - lowest <= tolerance * lowest.abs().max(1.0) && self.corners.iter().all(near)
    }

    /// Reflects the worst corner through the others; stretches, contracts or shrinks as that goes.
    fn step(&mut self, ask: &impl Fn(&[f64]) -> f64) {
        let worst = self.corners.len() - 1;
        let centre = self.centre();
        let along = |by: f64| -> Vec<f64> { centre.iter().zip(&self.corners[worst].1).map(|(c, w)| c + by * (c - w)).collect() };
        let (reflected, stretched) = (along(1.0), along(2.0));
        let value = ask(&reflected);
        self.evaluations += 1;
        if value < self.corners[0].0 {
            let further = ask(&stretched);
            self.evaluations += 1;
            self.corners[worst] = if further < value { (further, stretched) } else { (value, reflected) };
        } else if value < self.corners[worst - 1].0 {
            self.corners[worst] = (value, reflected);
        } else {
            let outside = value < self.corners[worst].0;
            let contracted = along(if outside { 0.5 } else { -0.5 });
            let nearer = ask(&contracted);
            self.evaluations += 1;
            if nearer < value.min(self.corners[worst].0) { self.corners[worst] = (nearer, contracted) } else { self.shrink(ask) }
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a handful of corners")]
    fn centre(&self) -> Vec<f64> {
        let others = &self.corners[..self.corners.len() - 1];
        let sum = |axis: usize| others.iter().map(|(_, at)| at[axis]).sum::<f64>();
        (0..self.corners[0].1.len()).map(|axis| sum(axis) / others.len() as f64).collect()
    }

    fn shrink(&mut self, ask: &impl Fn(&[f64]) -> f64) {
        let lowest = self.corners[0].1.clone();
        for corner in &mut self.corners[1..] {
            corner.1.iter_mut().zip(&lowest).for_each(|(x, low)| *x = low + 0.5 * (*x - low));
            corner.0 = ask(&corner.1);
            self.evaluations += 1;
        }
    }
}

/// The matrix of second derivatives at a point, by central differences with steps of `step` relative to each coordinate.
#[must_use]
pub fn hessian(function: impl Fn(&[f64]) -> f64, at: &[f64], step: f64) -> Vec<Vec<f64>> {
    let width: Vec<f64> = at.iter().map(|x| step * x.abs().max(1e-3)).collect();
    let value = |moves: &[(usize, f64)]| {
        let mut point = at.to_vec();
        moves.iter().for_each(|&(axis, by)| point[axis] += by * width[axis]);
        function(&point)
    };
    let middle = value(&[]);
    let second = |i: usize, j: usize| {
        let difference = if i == j {
            value(&[(i, 1.0)]) - 2.0 * middle + value(&[(i, -1.0)])
        } else {
            (value(&[(i, 1.0), (j, 1.0)]) - value(&[(i, 1.0), (j, -1.0)]) - value(&[(i, -1.0), (j, 1.0)]) + value(&[(i, -1.0), (j, -1.0)]))
                / 4.0
        };
        difference / (width[i] * width[j])
    };
    (0..at.len()).map(|i| (0..at.len()).map(|j| second(i.min(j), i.max(j))).collect()).collect()
}

/// The gradient at a point, by central differences with steps of `step` relative to each coordinate.
#[must_use]
pub fn gradient(function: impl Fn(&[f64]) -> f64, at: &[f64], step: f64) -> Vec<f64> {
    let slope = |axis: usize| {
        let width = step * at[axis].abs().max(1e-3);
        let value = |by: f64| {
            let mut point = at.to_vec();
            point[axis] += by * width;
            function(&point)
        };
        (value(1.0) - value(-1.0)) / (2.0 * width)
    };
    (0..at.len()).map(slope).collect()
}

/// The inverse of a small symmetric positive-definite matrix by Gauss–Jordan; none when it is not positive definite.
#[must_use]
pub fn inverse(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let size = matrix.len();
    let unit = |row: usize| (0..size).map(move |column| f64::from(u8::from(row == column)));
    let mut rows: Vec<Vec<f64>> =
        matrix.iter().enumerate().map(|(row, values)| values.iter().copied().chain(unit(row)).collect()).collect();
    for pivot in 0..size {
        // Without exchanging rows every pivot of a positive-definite matrix is positive.
        let divisor = rows[pivot][pivot];
        if divisor.is_nan() || divisor <= 0.0 {
            return None;
        }
        rows[pivot].iter_mut().for_each(|value| *value /= divisor);
        let pivot_row = rows[pivot].clone();
        for row in rows.iter_mut().enumerate().filter(|(index, _)| *index != pivot).map(|(_, row)| row) {
            let factor = row[pivot];
            row.iter_mut().zip(&pivot_row).for_each(|(value, from)| *value -= factor * from);
        }
    }
    Some(rows.into_iter().map(|row| row[size..].to_vec()).collect())
}
