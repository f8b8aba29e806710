//! The command line: the same core, for batches and tests.

fn main() {}
