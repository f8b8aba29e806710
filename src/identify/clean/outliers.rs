//! Amounts far from the others.
//!
//! Tukey's fences (Exploratory Data Analysis, 1977): so many interquartile ranges beyond the quartiles of the
//! line amounts, type-7 quartiles as everywhere here. Refunds are what they are and are not looked at. The
//! fences are exact: quartiles are fractions and the multiple is taken in thousandths. Invariants: drawing in
//! twice is drawing in once, because the quartiles stay; without a spread (half of all amounts equal) there
//! are no fences.

use crate::base::{CustomerId, Money};
use crate::identify::Book;
use crate::identify::Ledger;
use crate::identify::builder::retain;
use crate::identify::clean::report::{OutlierReport, OutlierRow};
use crate::identify::issue::{Issue, IssueCode};
use crate::math::Distribution;
use crate::recipe::{Field, OutlierAction, Outliers};

/// Between which amounts a line is ordinary; both belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fences {
    /// The lower fence; zero or less when nothing can be below it.
    pub low: Money,
    /// The upper fence.
    pub high: Money,
}

impl Fences {
    /// The fences of these lines; `None` when there are no lines or no spread.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a fence is at most 100")]
    pub fn of(ledger: &Ledger, rules: &Outliers) -> Option<Self> {
        let amounts = ledger.amount.iter().zip(&ledger.refund).filter(|(_, refund)| !**refund).map(|(amount, _)| amount.raw());
        let amounts = Distribution::of(amounts.collect());
        // In quarters of a step a type-7 quartile of whole numbers is whole.
        let quartile = |part: u32| i128::from(amounts.quantile(part, 4).times(4).floor());
        let (first, third) = (quartile(1), quartile(3));
        if amounts.is_empty() || first == third {
            return None;
        }
        let reach = i128::from((rules.fence * 1000.0).round() as i64) * (third - first);
        let whole = |thousandths_of_quarters: i128| i64::try_from(thousandths_of_quarters.div_euclid(4000)).ok();
        let low = -whole(reach - first * 1000)?;
        let high = whole(third * 1000 + reach)?;
        Some(Self { low: Money::from_raw(low), high: Money::from_raw(high) })
    }

    fn is_beyond(self, amount: Money) -> bool {
        amount < self.low || amount > self.high
    }
}

/// Does with the outliers what the recipe says; nothing when it only reports them.
pub fn apply(book: &mut Book, rules: &Outliers) {
    if rules.action == OutlierAction::Report {
        return;
    }
    let Some(fences) = Fences::of(&book.ledger, rules) else { return };
    let lines = beyond(&book.ledger, fences);
    if lines.is_empty() {
        return;
    }
    let table = book.issues.table("", None, Vec::new());
    for &line in &lines {
        let amount = book.ledger.amount[line];
        let (code, drawn_in) = match rules.action {
            OutlierAction::Winsorise => (IssueCode::AmountWinsorised, amount.clamp(fences.low, fences.high).to_string()),
            OutlierAction::Exclude | OutlierAction::Report => (IssueCode::AmountExcluded, String::new()),
        };
        let original = amount.to_string();
        book.issues.push(&Issue { code, table, row: 0, field: Some(Field::Amount), original: &original, became: &drawn_in });
    }
    match rules.action {
        OutlierAction::Winsorise => {
            lines.iter().for_each(|&line| book.ledger.amount[line] = book.ledger.amount[line].clamp(fences.low, fences.high));
        }
        OutlierAction::Exclude | OutlierAction::Report => {
            book.counts.leave_out(lines.len() as u64);
            leave_out_lines(&mut book.ledger, &lines);
        }
    }
}

/// Lines beyond the fences, ascending.
fn beyond(ledger: &Ledger, fences: Fences) -> Vec<usize> {
    (0..ledger.len()).filter(|&line| !ledger.refund[line] && fences.is_beyond(ledger.amount[line])).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "lines are numbered with u32")]
fn leave_out_lines(ledger: &mut Ledger, lines: &[usize]) {
    let mut keep = vec![true; ledger.len()];
    lines.iter().for_each(|&line| keep[line] = false);
    for start in &mut ledger.starts {
        *start -= lines.partition_point(|&line| line < *start as usize) as u32;
    }
    retain(&mut ledger.day, &keep);
    retain(&mut ledger.second, &keep);
    retain(&mut ledger.amount, &keep);
    retain(&mut ledger.order, &keep);
    retain(&mut ledger.product, &keep);
    retain(&mut ledger.refund, &keep);
}

/// The outliers of a book in figures; `None` without orders.
#[must_use]
pub fn report(book: &Book, rules: &Outliers) -> Option<OutlierReport> {
    const SHOWN: usize = 20;
    let fences = Fences::of(&book.ledger, rules)?;
    let lines = beyond(&book.ledger, fences);
    let sum = |lines: &mut dyn Iterator<Item = usize>| lines.map(|line| i128::from(book.ledger.amount[line].raw())).sum::<i128>();
    let all = sum(&mut (0..book.ledger.len()));
    let mut farthest = lines.clone();
    let distance = |amount: Money| {
        i128::from((amount.max(fences.high).raw() - fences.high.raw()).max(fences.low.raw() - amount.min(fences.low).raw()))
    };
    farthest.sort_by_key(|&line| (std::cmp::Reverse(distance(book.ledger.amount[line])), line));
    let row = |&line: &usize| {
        let customer = book.ledger.starts.partition_point(|&start| start as usize <= line).saturating_sub(1);
        let customer = u32::try_from(customer).unwrap_or(u32::MAX);
        OutlierRow {
            customer,
            id: book.customers.id(CustomerId(customer)).to_owned(),
            day: book.ledger.day[line],
            amount: book.ledger.amount[line],
        }
    };
    Some(OutlierReport {
        low: Some(fences.low).filter(|low| *low > Money::ZERO),
        high: fences.high,
        lines: u32::try_from(lines.len()).unwrap_or(u32::MAX),
        share: ratio(sum(&mut lines.iter().copied()), all),
        farthest: farthest.iter().take(SHOWN).map(row).collect(),
    })
}

#[expect(clippy::cast_precision_loss, reason = "a share for people")]
fn ratio(part: i128, whole: i128) -> f64 {
    if whole > 0 { part as f64 / whole as f64 } else { 0.0 }
}
