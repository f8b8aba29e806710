//! How fast and how small the whole flow is, natively: `cargo bench --bench native`.
//!
//! Generated files on disk, from the first byte to tiers; the median of five runs; every run's
//! answer is compared with what the generator counted. Each file is measured in a process of its
//! own, so that the peak of memory is its own. `BENCH_10M=1` adds ten million rows.
#![allow(clippy::print_stdout, reason = "a program for the command line")]
#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "figures for people")]

#[path = "../examples/support/random.rs"]
mod random;
#[path = "../examples/support/transactions.rs"]
#[allow(dead_code, reason = "the header is for those who read it")]
mod transactions;
#[path = "../examples/support/workbook.rs"]
#[allow(dead_code, reason = "a stray cell is for the browser")]
mod workbook;

mod contacts;
mod forecast;
mod offers;
mod people;
mod tiers;

use customer_tiers::customize::customize;
use customer_tiers::differentiate::{Standing, differentiate};
use customer_tiers::export::customers_csv;
use customer_tiers::identify::{Book, FileSource, Source, identify};
use customer_tiers::interact::interact;
use customer_tiers::recipe::Checked;
use std::error::Error;
use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use transactions::Answer;

const RUNS: usize = 5;
const SEED: u64 = 1;
/// Tells a process that it measures one file: its kind and its rows.
const ONE: &str = "BENCH_ONE";

fn main() -> Result<(), Box<dyn Error>> {
    if let Ok(one) = std::env::var(ONE) {
        let (kind, rows) = one.split_once(' ').ok_or("expected a kind and a number of rows")?;
        let rows = rows.parse()?;
        return match kind {
            "contacts" => contacts::measure(rows),
            "people" => people::measure(rows),
            "tiers" => tiers::measure(rows),
            "forecast" => forecast::measure(rows),
            "offers" => offers::measure(rows),
            _ => measure(kind, rows),
        };
    }
    println!(
        "{:<14}{:>7}{:>9}{:>12}{:>8}{:>10}{:>15}{:>7}{:>11}{:>9}",
        "file", "MB", "ms", "rows/s", "MB/s", "identify", "differentiate", "plan", "export ms", "peak MB"
    );
    let mut files = vec!["csv 100000", "csv 1000000", "xlsx 100000"];
    if std::env::var("BENCH_10M").is_ok_and(|wanted| wanted == "1") {
        files.push("csv 10000000");
    }
    files.extend(["people 100000", "tiers 1000000", "forecast 1000000", "contacts 100000", "offers 1000000"]);
    for file in files {
        let status = Command::new(std::env::current_exe()?).env(ONE, file).status()?;
        if !status.success() {
            return Err(format!("{file}: {status}").into());
        }
    }
    Ok(())
}

/// What one run took, stage by stage; the export is not part of the total.
#[derive(Clone, Copy)]
struct Times {
    identify: Duration,
    differentiate: Duration,
    plan: Duration,
    export: Duration,
}

impl Times {
    fn total(self) -> Duration {
        self.identify + self.differentiate + self.plan
    }
}

fn measure(kind: &str, rows: usize) -> Result<(), Box<dyn Error>> {
    let path = data_file(kind, rows);
    let answer = made(kind, rows, &path)?;
    let megabytes = std::fs::metadata(&path)?.len() as f64 / 1e6;
    let mut times = (0..RUNS).map(|_| run(&path, &answer)).collect::<Result<Vec<_>, _>>()?;
    times.sort_by_key(|times| times.total());
    let median = times[RUNS / 2];
    let seconds = median.total().as_secs_f64();
    println!(
        "{:<14}{megabytes:>7.1}{:>9.1}{:>12.0}{:>8.0}{:>10.1}{:>15.1}{:>7.1}{:>11.1}{:>9}",
        format!("{rows} {kind}"),
        seconds * 1e3,
        rows as f64 / seconds,
        megabytes / seconds,
        milliseconds(median.identify),
        milliseconds(median.differentiate),
        milliseconds(median.plan),
        milliseconds(median.export),
        peak_megabytes()
    );
    Ok(())
}

fn run(path: &Path, answer: &Answer) -> Result<Times, Box<dyn Error>> {
    let recipe = Checked::default();
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(FileSource::open(path)?)];
    let (book, identify) = timed(|| identify(&mut sources, &recipe, &mut |_progress| {}));
    let book = book?;
    let (standing, differentiate) = timed(|| differentiate(&book, &recipe));
    let standing = standing?;
    let (_, plan) = timed(|| (interact(&standing, &recipe), customize(&book, &standing, &recipe)));
    let (exported, export) = timed(|| customers_csv(&book, &standing, &mut std::io::sink()));
    exported?;
    check(&book, &standing, answer);
    Ok(Times { identify, differentiate, plan, export })
}

fn check(book: &Book, standing: &Standing, answer: &Answer) {
    let found = Answer {
        rows: book.counts.rows_used as usize,
        customers: book.customers.len(),
        orders: standing.measures.total_orders as usize,
        cents: standing.measures.total_revenue.raw() / 100,
    };
    assert_eq!(found, *answer, "the answer is wrong");
}

fn data_file(kind: &str, rows: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench-data");
    folder.join(format!("{rows}.{kind}"))
}

/// Makes the file, also when it is there: an old one may be of another generator.
fn made(kind: &str, rows: usize, path: &Path) -> Result<Answer, Box<dyn Error>> {
    std::fs::create_dir_all(path.parent().ok_or("a file in a folder")?)?;
    // In a process of its own, so that a workbook in the making is not counted as our memory.
    if std::env::var("BENCH_MAKE").is_err() {
        let making = Command::new(std::env::current_exe()?).env(ONE, format!("{kind} {rows}")).env("BENCH_MAKE", "1").output()?;
        let numbers = String::from_utf8(making.stdout)?;
        let mut numbers = numbers.split_whitespace().map(str::parse::<i64>);
        let mut next = || numbers.next().ok_or("the generator said too little").map(|number| number.unwrap_or(-1));
        return Ok(Answer { rows: next()? as usize, customers: next()? as usize, orders: next()? as usize, cents: next()? });
    }
    let mut out = BufWriter::new(File::create(path)?);
    let answer = if kind == "xlsx" {
        transactions::write_xlsx(rows, SEED, transactions::Shape::PLAIN, &mut out)?
    } else {
        transactions::write_csv(rows, SEED, &mut out)?
    };
    std::io::Write::flush(&mut out)?;
    println!("{} {} {} {}", answer.rows, answer.customers, answer.orders, answer.cents);
    std::process::exit(0)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

/// The most memory that the process ever had, where the system tells.
fn peak_megabytes() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = peak.and_then(|peak| peak.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.map_or_else(|| "n/a".to_owned(), |kilobytes| format!("{:.0}", kilobytes / 1e3))
}
