//! Tiers by a rule of one's own: a recipe with a scheme of two tiers, and the list it gives as CSV.
//!
//! `cargo run --example own_tiers`: those who score 4 or 5 in money are ours to visit.
#![allow(clippy::print_stdout, reason = "a program for the command line")]

use customer_tiers::identify::{BytesSource, Source};
use customer_tiers::{export, pipeline, recipe::Checked};

const RECIPE: &str = r#"{
  "recipe": 1,
  "tier": "visits",
  "schemes": [{
    "id": "visits", "name": "Whom we visit", "rule": "table", "axes": ["m"],
    "rows": [
      {"code": "visit", "name": "Visit", "health": "loyal", "cells": "[4-5]"},
      {"code": "write", "name": "Write", "health": "growing", "cells": "[1-3]"}
    ]
  }]
}"#;
const ORDERS: &str = "customer_id,order_id,order_date,amount\n\
                      ann,1,2024-01-05,120.50\n\
                      bob,2,2024-02-01,15\n\
                      eve,3,2023-06-30,900\n";

fn main() -> customer_tiers::Result<()> {
    let recipe = Checked::from_json(RECIPE)?;
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", ORDERS.into()))];
    let outcome = pipeline::run(&mut sources, &recipe, &mut |_progress| {})?;
    let mut list = Vec::new();
    export::customers_csv(&outcome.book, &outcome.standing, &mut list)?;
    println!("{}", String::from_utf8_lossy(&list));
    Ok(())
}
