//! Customers by cell: every combination of scores is looked at once, not every customer.
//!
//! A million customers fill at most 10³ cells, so a scheme costs one look-up per customer and its totals
//! are sums over cells. Invariant: the cell of customers that are absent is number 0 and has no segment.

use super::{Measures, NO_SEGMENT, Places, Scores, SegmentTotal};
use crate::recipe::table::{Table, every_score};
use crate::recipe::{Axis, Segment, SegmentRow};
use std::sync::Arc;

/// The cell of every customer, and what each cell amounts to.
#[derive(Debug)]
pub(super) struct Cells {
    bins: [u8; 3],
    of: Vec<u16>,
    totals: Vec<SegmentTotal>,
}

impl Cells {
    pub(super) fn new(measures: &Measures, scores: &Scores) -> Self {
        let mut bins = [1; 3];
        for (bins, thresholds) in bins.iter_mut().zip(&scores.thresholds) {
            *bins = thresholds.bins;
        }
        let each = scores.r.iter().zip(&scores.f).zip(&scores.m);
        let of: Vec<u16> = each.map(|((&r, &f), &m)| number(bins, [r, f, m])).collect();
        let mut totals = vec![SegmentTotal::default(); usize::from(number(bins, bins)) + 1];
        for (cell, (&orders, &revenue)) in of.iter().zip(measures.orders.iter().zip(&measures.revenue)) {
            totals[usize::from(*cell)].add(SegmentTotal { customers: 1, orders: u64::from(orders), revenue });
        }
        Self { bins, of, totals }
    }

    /// Every combination of scores with what it amounts to.
    pub(super) fn totals(&self) -> impl Iterator<Item = ([u8; 3], SegmentTotal)> {
        every_score(self.bins).map(|scores| (scores, self.totals[usize::from(number(self.bins, scores))]))
    }

    /// The segment of every customer, and what the segments amount to.
    pub(super) fn classify(this: &Arc<Self>, axes: &[Axis], rows: &[SegmentRow], segments: &[Segment]) -> (Places, Vec<SegmentTotal>) {
        let segment_of_cell = this.segment_of_cell(axes, rows, segments);
        let mut totals = vec![SegmentTotal::default(); segments.len()];
        for (total, &segment) in this.totals.iter().zip(&segment_of_cell) {
            if let Some(sum) = totals.get_mut(usize::from(segment)) {
                sum.add(*total);
            }
        }
        (Places::of_cells(Arc::clone(this), segment_of_cell), totals)
    }

    /// What stands in this table for the cell of every customer.
    pub(super) fn look_up(&self, segment_of_cell: &[u8]) -> Vec<u8> {
        self.of.iter().map(|&cell| segment_of_cell[usize::from(cell)]).collect()
    }

    /// Position in `segments` for every cell; cells in no row are in the last segment, the rest.
    fn segment_of_cell(&self, axes: &[Axis], rows: &[SegmentRow], segments: &[Segment]) -> Vec<u8> {
        let table = Table::read_leniently(axes, rows);
        let position = |code: &str| segments.iter().position(|segment| segment.code == code);
        let of_row: Vec<Option<usize>> = rows.iter().map(|row| position(&row.segment.code)).collect();
        let mut segment_of_cell = vec![NO_SEGMENT; self.totals.len()];
        for scores in every_score(self.bins) {
            let row = table.first(&table.cell(scores)).map(|(row, _)| row);
            let segment = row.map_or(segments.len().checked_sub(1), |row| of_row[row]);
            let segment = segment.and_then(|segment| u8::try_from(segment).ok()).unwrap_or(NO_SEGMENT);
            segment_of_cell[usize::from(number(self.bins, scores))] = segment;
        }
        segment_of_cell
    }
}

/// The number of a cell; 0 for customers that are absent, whose scores are 0. At most 11³.
fn number([_, bins_f, bins_m]: [u8; 3], [r, f, m]: [u8; 3]) -> u16 {
    (u16::from(r) * (u16::from(bins_f) + 1) + u16::from(f)) * (u16::from(bins_m) + 1) + u16::from(m)
}
