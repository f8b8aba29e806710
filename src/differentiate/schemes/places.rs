//! The segment of every customer, found when it is first looked at.
//!
//! A recipe has ten schemes and a screen shows two. The totals of a table follow from its cells; who is where is written
//! out only for schemes that somebody opens, lists or exports. Invariant: whoever looks sees the same, early or late.

use super::cells::Cells;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// One segment per customer, as its position among the segments of the scheme.
#[derive(Debug, Default, Clone)]
pub struct Places {
    /// From what they follow; none when they are known.
    from: Option<(Arc<Cells>, Vec<u8>)>,
    known: OnceLock<Vec<u8>>,
}

impl Places {
    /// Those that follow from the cells and the segment of each cell.
    pub(super) fn of_cells(cells: Arc<Cells>, segment_of_cell: Vec<u8>) -> Self {
        Self { from: Some((cells, segment_of_cell)), known: OnceLock::new() }
    }
}

impl Deref for Places {
    type Target = Vec<u8>;

    fn deref(&self) -> &Vec<u8> {
        self.known.get_or_init(|| self.from.as_ref().map(|(cells, segment_of_cell)| cells.look_up(segment_of_cell)).unwrap_or_default())
    }
}

impl From<Vec<u8>> for Places {
    fn from(places: Vec<u8>) -> Self {
        Self { from: None, known: places.into() }
    }
}

impl<'a> IntoIterator for &'a Places {
    type Item = &'a u8;
    type IntoIter = std::slice::Iter<'a, u8>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl PartialEq for Places {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}
