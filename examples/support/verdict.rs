//! What becomes of one file: looked at as the page does, read to its last row, taken all the way to tiers.
//!
//! Most files that break readers hold no customers, so an import would not even come to their rows: every
//! row of every table is read all the same. Invariant: a verdict holds names, codes and counts, never
//! what stands in a cell.

use customer_tiers::identify::read::{Cell, RowSink, inspect_file, read_table};
use customer_tiers::identify::{FileSource, IssueCode, Source, inspect};
use customer_tiers::pipeline::run;
use customer_tiers::recipe::{Checked, Recipe};
use std::path::{Path, PathBuf};

/// What became of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// `ok`, or the code of the error.
    pub(crate) code: String,
    /// Tables found by the first look.
    pub(crate) tables: usize,
    /// Rows of all tables, used or not.
    pub(crate) rows: u64,
    /// Rows in the result.
    pub(crate) used: u64,
    /// Repairs, rows left out and remarks.
    pub(crate) issues: u64,
}

/// Looks at the file, then takes it to tiers with the default recipe.
pub(crate) fn judge(path: &Path) -> Verdict {
    let mut verdict = Verdict::default();
    verdict.code = all_the_way(path, &mut verdict).map_or_else(|error| error.code(), |()| "ok".to_owned());
    verdict
}

fn all_the_way(path: &Path, verdict: &mut Verdict) -> customer_tiers::Result<()> {
    // The first look stands alone: the page does not go on when it fails.
    verdict.tables = inspect(&mut FileSource::open(path)?, &Recipe::default())?.tables.len();
    verdict.rows = every_row(&mut FileSource::open(path)?)?;
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(FileSource::open(path)?)];
    let outcome = run(&mut sources, &Checked::default(), &mut |_progress| {})?;
    verdict.used = outcome.book.counts.rows_used;
    verdict.issues = outcome.book.issues.counts().iter().map(|entry| entry.count).sum();
    Ok(())
}

/// Reads every cell of every table and returns how many rows they were.
fn every_row(source: &mut dyn Source) -> customer_tiers::Result<u64> {
    let layout = inspect_file(source, &Recipe::default().import)?;
    let mut counter = Counter::default();
    for (position, table) in layout.tables.iter().enumerate() {
        let wanted: Vec<usize> = (0..table.headers.len()).collect();
        read_table(source, &layout, position, &wanted, &mut counter)?;
    }
    Ok(counter.rows)
}

/// Counts rows; to hand them over, the reader has made all their cells.
#[derive(Default)]
struct Counter {
    rows: u64,
}

impl RowSink for Counter {
    fn row(&mut self, _number: u64, _cells: &[Cell<'_>]) -> customer_tiers::Result<()> {
        self.rows += 1;
        Ok(())
    }

    fn trouble(&mut self, _number: u64, _code: IssueCode, _original: &str) {}

    fn progress(&mut self, _bytes: u64) -> customer_tiers::Result<()> {
        Ok(())
    }
}

/// All files below a folder, in the order of their paths.
pub(crate) fn files_below(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}
