//! Every real file there is, good or broken: no panic, and always a verdict with a name.
//!
//! `cargo run --release --example hostile` does the same with a process for each file, and measures.

use crate::data::real;
use customer_tiers::identify::{FileSource, inspect};
use customer_tiers::recipe::Checked;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Instant;
use verdict::{Verdict, files_below, judge};

#[path = "../../examples/support/verdict.rs"]
mod verdict;

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
#[expect(clippy::print_stderr, reason = "times are told, and not judged: machines differ")]
fn no_file_makes_the_readers_panic() {
    let files = files_below(&real("")).expect("the folder is there");
    let mut findings = String::new();
    let mut slowest = (0, String::new());
    for path in &files {
        let name = path.display().to_string();
        let start = Instant::now();
        match std::panic::catch_unwind(|| judge(path)) {
            Ok(Verdict { code, .. }) if code == "ok" || code.contains('.') => {}
            Ok(Verdict { code, .. }) => writeln!(findings, "{name}: {code}").expect("a text takes everything"),
            Err(_) => writeln!(findings, "{name}: panic").expect("a text takes everything"),
        }
        slowest = slowest.max((start.elapsed().as_millis(), name));
    }
    eprintln!("{} files, the slowest took {} ms: {}", files.len(), slowest.0, slowest.1);
    assert!(files.len() > 600 && findings.is_empty(), "{} files\n{findings}", files.len());
}

/// None of the collection has values that only their places tell apart: all are read with the delimiter, or with the blanks, that
/// they have. What is of fixed width is made in the tests of its reader.
#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn no_real_file_is_taken_for_columns_of_fixed_width() {
    let folder = real("");
    let is_fixed = |path: &PathBuf| {
        let inspected = FileSource::open(path).and_then(|mut source| inspect(&mut source, &Checked::default()));
        inspected.is_ok_and(|inspection| inspection.delimiter.is_some_and(|delimiter| delimiter.starts_with("fixed")))
    };
    let files = files_below(&folder).expect("the folder is there");
    let name = |path: PathBuf| path.strip_prefix(&folder).unwrap_or(&path).display().to_string();
    let fixed: Vec<String> = files.into_iter().filter(is_fixed).map(name).collect();
    assert_eq!(fixed, Vec::<String>::new());
}
