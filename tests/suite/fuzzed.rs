//! The laws that are fuzzed (`fuzz/`), with the seeds and with every input that once broke one.
//!
//! An input that a fuzzer found goes, made small, to `fuzz/kept/<target>/`, and stays.

use fuzz::{TARGETS, seeds};
use std::fmt::Write as _;
use std::panic::catch_unwind;
use std::path::Path;

#[path = "../../fuzz/src/lib.rs"]
#[allow(unreachable_pub, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a library of its own, that is looked into here")]
pub(crate) mod fuzz;

#[test]
fn seeds_and_kept_inputs_keep_the_laws() {
    let mut findings = String::new();
    for (name, target) in TARGETS {
        let seeds = seeds::of(name).into_iter().enumerate().map(|(number, bytes)| (format!("seed {number}"), bytes));
        let inputs: Vec<(String, Vec<u8>)> = seeds.chain(kept(name)).collect();
        assert!(!inputs.is_empty(), "{name} has no input");
        for (input, bytes) in inputs {
            if catch_unwind(|| target(&bytes)).is_err() {
                writeln!(findings, "{name}: {input}").expect("a text takes everything");
            }
        }
    }
    assert!(findings.is_empty(), "\n{findings}");
}

/// The inputs that are kept for a target, by name.
fn kept(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/kept").join(target);
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut inputs: Vec<(String, Vec<u8>)> = entries
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).expect("a file can be read")))
        .collect();
    inputs.sort();
    inputs
}
