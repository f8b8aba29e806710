//! From a file to tiers, and what each tier asks for: `cargo run --example tiers -- orders.csv`.
//!
//! Without a file it takes the sample of the page.
#![allow(clippy::print_stdout, reason = "a program for the command line")]

use customer_tiers::identify::{FileSource, Source};
use customer_tiers::pipeline;
use customer_tiers::recipe::Checked;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/sample/orders-en.csv");
    let path = std::env::args_os().nth(1).map_or(sample, Into::into);
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(FileSource::open(&path)?)];
    let outcome = pipeline::run(&mut sources, &Checked::default(), &mut |_progress| {})?;

    println!("{} customers, as of {}", outcome.book.customers.len(), outcome.standing.as_of);
    for (plan, offer) in outcome.plan.tiers.iter().zip(&outcome.offers.tiers) {
        let products: Vec<&str> = offer.products.iter().take(3).map(|product| product.product.as_str()).collect();
        println!(
            "{:<10}{:>6} customers{:>8.0} staff hours a year, buys {}",
            plan.tier,
            plan.customers,
            plan.hours_per_year,
            products.join(", ")
        );
    }
    Ok(())
}
