//! How likely two customers are the same: the sum of what their columns say.
//!
//! Fellegi and Sunter (1969): agreement in a column weighs log₂(m / u), where m is how often true duplicates
//! agree there and u how often two different customers do; difference weighs log₂((1 - m) / (1 - u)). With
//! the odds before looking, the sum is the odds that the two are one. u is counted in the file, value by
//! value: agreeing in a rare surname says more than in a common one. Invariant: scores are symmetric and
//! depend on the customers only.

use super::Agreement;
use super::columns::{Column, Kind};
use super::compare::is_similar;

/// How likely customers are the same, for any two of them.
pub(super) struct Scorer<'a> {
    columns: &'a [Column],
    weights: Vec<Weights>,
    prior: f64,
}

/// What two customers have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Match {
    /// 0 to 1, to four decimals.
    pub(super) likelihood: f64,
    /// The odds in thousandths of a bit: they still tell apart what rounds to 1.
    pub(super) odds: i64,
    /// They agree in something that only one customer has, and their names allow it.
    pub(super) certain: bool,
}

impl Match {
    /// Rounded, because logarithms differ in their last digit from machine to machine, and results must not.
    #[expect(clippy::cast_possible_truncation, reason = "a few hundred bits at most")]
    fn of(bits: f64, certain: bool) -> Self {
        let odds = (bits * 1000.0).round() as i64;
        let likelihood = 1.0 / (1.0 + (-bits).exp2());
        Self { likelihood: (likelihood * 1e4).round() / 1e4, odds, certain }
    }
}

/// Weights of a column in bits; agreement is weighed by its value.
#[derive(Debug, Clone, Copy)]
struct Weights {
    similar: f64,
    different: f64,
}

/// Before looking, every twentieth customer is thought to be there twice: then of all pairs of n customers 0.1 / n are the same.
const DUPLICATE_SHARE: f64 = 0.05;
/// Columns that say what kind of customer somebody is depend on each other: together they say at most this much, in bits.
const MOST_BY_KIND: f64 = 6.0;
/// More customers than this with one phone number: it is a shop's or an office's.
const MOST_SHARING: u32 = 4;

impl<'a> Scorer<'a> {
    pub(super) fn new(columns: &'a [Column], customers: usize) -> Self {
        let count = u32::try_from(customers).map_or(f64::MAX, f64::from).max(10.0);
        let weights = columns.iter().map(|column| Weights::of(column, customers)).collect();
        Self { columns, weights, prior: (2.0 * DUPLICATE_SHARE / count).log2() }
    }

    /// How each column agrees.
    pub(super) fn agreement(&self, a: u32, b: u32) -> Vec<Agreement> {
        let mut agreement: Vec<Agreement> = self.columns.iter().map(|column| agreement(column, a, b)).collect();
        for (first, second) in self.exchanged(&agreement, a, b) {
            agreement[first] = Agreement::Similar;
            agreement[second] = Agreement::Similar;
        }
        agreement
    }

    /// How the members of a group agree in each column: as the two who agree least.
    pub(super) fn agreement_of(&self, members: &[u32]) -> Vec<Agreement> {
        let mut all = vec![Agreement::Missing; self.columns.len()];
        for (place, &a) in members.iter().enumerate() {
            for &b in &members[place + 1..] {
                for (worst, agreement) in all.iter_mut().zip(self.agreement(a, b)) {
                    *worst = worse(*worst, agreement);
                }
            }
        }
        all
    }

    /// Whether two of these customers have names that differ.
    pub(super) fn has_different_names(&self, members: &[u32]) -> bool {
        let pairs = members.iter().enumerate().flat_map(|(place, &a)| members[place + 1..].iter().map(move |&b| (a, b)));
        pairs.into_iter().any(|(a, b)| self.names_differ(&self.agreement(a, b)))
    }

    pub(super) fn score(&self, a: u32, b: u32) -> Match {
        self.weigh(&self.agreement(a, b), a)
    }

    /// The score, unless it is sure to stay below the threshold: most candidates are refused after two or three columns.
    pub(super) fn score_above(&self, a: u32, b: u32, threshold: f64) -> Option<Match> {
        let wanted = (threshold / (1.0 - threshold)).log2() - 0.01;
        let is_same = |column: &Column| !column.value(a).is_none() && column.value(a) == column.value(b);
        let may_be_certain = |column: &Column| matches!(column.kind, Kind::Phone | Kind::Email | Kind::Identity) && is_same(column);
        if !self.columns.iter().any(may_be_certain) {
            let most = |(column, weights): (&Column, &Weights)| match (column.value(a), column.value(b)) {
                (one, other) if one.is_none() || other.is_none() => {
                    if column.kind.is_exchanged() {
                        weights.similar.max(0.0)
                    } else {
                        0.0
                    }
                }
                (one, other) if one == other => same(column, a).max(0.0),
                _ => weights.similar.max(0.0),
            };
            let mut bound = self.prior + self.columns.iter().zip(&self.weights).map(most).sum::<f64>();
            for (column, weights) in self.columns.iter().zip(&self.weights) {
                if bound < wanted {
                    return None;
                }
                // What stands in another column counts as similar in the end.
                if !column.kind.is_exchanged() && agreement(column, a, b) == Agreement::Different {
                    bound += weights.different - weights.similar.max(0.0);
                }
            }
            if bound < wanted {
                return None;
            }
        }
        Some(self.score(a, b)).filter(|found| found.certain || found.likelihood >= threshold)
    }

    fn weigh(&self, agreement: &[Agreement], a: u32) -> Match {
        let (mut bits, mut by_kind, mut identified) = (self.prior, 0.0, false);
        for ((column, weights), &agreement) in self.columns.iter().zip(&self.weights).zip(agreement) {
            let weight = match agreement {
                Agreement::Same => same(column, a),
                Agreement::Similar => weights.similar,
                Agreement::Different => weights.different,
                Agreement::Missing => 0.0,
            };
            identified |= column.kind.is_identifying() && weight > 0.0;
            if column.kind.is_identifying() || weight < 0.0 { bits += weight } else { by_kind += weight }
        }
        bits += f64::min(by_kind, MOST_BY_KIND);
        let certain = self.is_certain(agreement, a);
        let doubtful = !identified || (!certain && self.names_differ(agreement) && !self.agree_in_person(agreement));
        Match::of(if doubtful { bits.min(0.0) } else { bits }, certain)
    }

    /// The same e-mail address of a person, phone number or number of identity, which not more than a few customers have,
    /// and no name that says otherwise.
    fn is_certain(&self, agreement: &[Agreement], a: u32) -> bool {
        let only_one = |column: &Column| {
            let own = match column.kind {
                Kind::Phone | Kind::Identity => true,
                Kind::Email => !super::texts::is_shared_email(column.form(a)),
                _ => false,
            };
            own && column.count(column.value(a)) <= MOST_SHARING
        };
        let agrees = self.columns.iter().zip(agreement).any(|(column, &agreement)| agreement == Agreement::Same && only_one(column));
        agrees && !self.names_differ(agreement)
    }

    fn names_differ(&self, agreement: &[Agreement]) -> bool {
        let differs = |(column, agreement): (&Column, &Agreement)| column.kind == Kind::Name && *agreement == Agreement::Different;
        self.columns.iter().zip(agreement).any(differs)
    }

    /// Households and offices share addresses and phones, but neither birthdays nor papers; and rarely phone and e-mail both.
    fn agree_in_person(&self, agreement: &[Agreement]) -> bool {
        let same = |wanted: &dyn Fn(Kind) -> bool| {
            self.columns.iter().zip(agreement).any(|(column, &agreement)| agreement == Agreement::Same && wanted(column.kind))
        };
        same(&Kind::is_personal) || (same(&|kind| kind == Kind::Phone) && same(&|kind| kind == Kind::Email))
    }

    /// Pairs of columns whose values stand in each other's place: given name and surname, the lines of an address.
    fn exchanged(&self, agreement: &[Agreement], a: u32, b: u32) -> Vec<(usize, usize)> {
        let open =
            |place: &usize| self.columns[*place].kind.is_exchanged() && !matches!(agreement[*place], Agreement::Same | Agreement::Similar);
        let open: Vec<usize> = (0..self.columns.len()).filter(open).collect();
        let mut pairs = Vec::new();
        if open.len() < 2 {
            return pairs;
        }
        for (place, &first) in open.iter().enumerate() {
            for &second in &open[place + 1..] {
                if stand_for_each_other(&self.columns[first], &self.columns[second], a, b) {
                    pairs.push((first, second));
                }
            }
        }
        pairs
    }
}

impl Weights {
    fn of(column: &Column, customers: usize) -> Self {
        let [_, similar, different] = column.kind.agreement_of_duplicates();
        let (looked_at, found) = similar_by_chance(column, customers);
        // The file's own figure, held by what is usual while little has been looked at.
        let usual = 200.0;
        let by_chance = (usual * column.kind.usually_similar() + found) / (looked_at + usual);
        let differing = (1.0 - column.by_chance - by_chance).max(0.01);
        Self { similar: (similar / by_chance).log2(), different: (different / differing).log2().min(0.0) }
    }
}

/// The one of two agreements that says more against one customer.
const fn worse(a: Agreement, b: Agreement) -> Agreement {
    match (a, b) {
        (Agreement::Different, _) | (_, Agreement::Different) => Agreement::Different,
        (Agreement::Similar, _) | (_, Agreement::Similar) => Agreement::Similar,
        (Agreement::Same, _) | (_, Agreement::Same) => Agreement::Same,
        (Agreement::Missing, Agreement::Missing) => Agreement::Missing,
    }
}

/// How many pairs of different values were looked at, and how many of them nearly agree. The pairs are spread over the
/// file in a fixed way, so that the same customers always give the same figure.
fn similar_by_chance(column: &Column, customers: usize) -> (f64, f64) {
    const LOOKS: u64 = 4000;
    let count = customers as u64;
    if count < 2 {
        return (0.0, 0.0);
    }
    let (mut looked_at, mut found) = (0_u32, 0_u32);
    for look in 0..LOOKS.min(count * (count - 1) / 2) {
        let a = look.wrapping_mul(2_654_435_761) % count;
        let b = (a + 1 + look.wrapping_mul(40_503) % (count - 1)) % count;
        let (Ok(a), Ok(b)) = (u32::try_from(a), u32::try_from(b)) else { continue };
        match agreement(column, a, b) {
            Agreement::Missing => {}
            agreement => {
                looked_at += 1;
                found += u32::from(agreement == Agreement::Similar);
            }
        }
    }
    (f64::from(looked_at), f64::from(found))
}

/// log₂(m / u) of agreeing in this customer's value.
fn same(column: &Column, a: u32) -> f64 {
    let [same, ..] = column.kind.agreement_of_duplicates();
    let count = f64::from(column.count(column.value(a)));
    let known = f64::from(column.known);
    let population = column.kind.population(column.form(a));
    // What a few share may be one customer's; what many share is common, however large the world is.
    let by_chance = (count / (known + population)).max((count - f64::from(MOST_SHARING)) / known);
    (same / by_chance.max(1e-9)).log2()
}

fn agreement(column: &Column, a: u32, b: u32) -> Agreement {
    let (one, other) = (column.value(a), column.value(b));
    if one.is_none() || other.is_none() {
        Agreement::Missing
    } else if one == other {
        Agreement::Same
    } else if is_similar(column.kind, column.shaped(one), column.shaped(other)) {
        Agreement::Similar
    } else {
        Agreement::Different
    }
}

/// Whether what one customer has in the first column the other has in the second, and the other way round; one of the two
/// may be missing, both may not.
fn stand_for_each_other(first: &Column, second: &Column, a: u32, b: u32) -> bool {
    let across = |one: &Column, a: u32, other: &Column, b: u32| {
        let (one, other) = (one.shaped(one.value(a)), other.shaped(other.value(b)));
        one.0 == other.0 || (one.0.len() >= 4 && other.0.len() >= 4 && is_similar(Kind::Words, one, other))
    };
    let nothing = first.value(a).is_none() && second.value(a).is_none();
    !nothing && across(first, a, second, b) && across(second, a, first, b)
}
