//! Makes data to play and to measure with: the same arguments give the same bytes.
//!
//! `cargo run --release --example generate -- csv|xlsx|sample-zh|sample-en ROWS OUT [SEED]`; samples have
//! a size of their own and ignore ROWS. `xlsx-22` has 22 columns instead of nine, `xlsx-stray` a cell in
//! the last corner of its sheet. The page's samples are `www/sample/orders-zh.csv` and `orders-en.csv`.
#![allow(clippy::print_stdout, reason = "a program for the command line")]
#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "made-up figures that are small")]

#[path = "support/random.rs"]
mod random;
#[path = "support/sample.rs"]
mod sample;
#[path = "support/transactions.rs"]
mod transactions;
#[path = "support/workbook.rs"]
mod workbook;

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use transactions::Shape;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [kind, rows, path, seed @ ..] = arguments.as_slice() else {
        return Err("expected: csv|xlsx|xlsx-COLUMNS|xlsx-stray|sample-zh|sample-en ROWS OUT [SEED]".into());
    };
    let (rows, seed) = (rows.parse()?, seed.first().map_or(Ok(1), |seed| seed.parse())?);
    let mut out = BufWriter::new(File::create(path)?);
    match kind.as_str() {
        "csv" => println!("{:?}", transactions::write_csv(rows, seed, &mut out)?),
        "xlsx" => println!("{:?}", transactions::write_xlsx(rows, seed, Shape::PLAIN, &mut out)?),
        "xlsx-stray" => println!("{:?}", transactions::write_xlsx(rows, seed, Shape { stray: true, ..Shape::PLAIN }, &mut out)?),
        "sample-zh" => out.write_all(sample::sample(&sample::CHINESE).as_bytes())?,
        "sample-en" => out.write_all(sample::sample(&sample::ENGLISH).as_bytes())?,
        other => {
            let columns = other.strip_prefix("xlsx-").and_then(|columns| columns.parse().ok());
            let columns = columns.ok_or_else(|| format!("no kind is called {other}"))?;
            println!("{:?}", transactions::write_xlsx(rows, seed, Shape { columns, stray: false }, &mut out)?);
        }
    }
    Ok(out.flush()?)
}
