//! Customer spreadsheets in, trusted customer tiers out.
//!
//! The path of the data is the order of the modules: **identify** (bytes → [`identify::Book`]),
//! **differentiate** (→ [`differentiate::Standing`]), **interact** (→ [`interact::Plan`]),
//! **customize** (→ [`customize::Offers`]), **export**. One [`recipe::Recipe`] decides all of it, and
//! [`pipeline::run`] is the whole flow on one screen.
//!
//! ```
//! use customer_tiers::identify::{BytesSource, Source};
//! use customer_tiers::{pipeline, recipe::Checked};
//!
//! let csv = "customer_id,order_id,order_date,amount\n\
//!            ann,1,2024-01-05,120.50\n\
//!            ann,2,2024-03-01,80\n\
//!            bob,3,2023-06-30,15\n";
//! let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", csv.into()))];
//! let outcome = pipeline::run(&mut sources, &Checked::default(), &mut |_progress| {})?;
//! assert_eq!(outcome.book.customers.len(), 2);
//! assert_eq!(outcome.standing.as_of.to_string(), "2024-03-02"); // the day after the last order
//! # Ok::<(), customer_tiers::Error>(())
//! ```
//!
//! # Scope
//! Pure functions of files and recipe: no clock, no network, no threads, no randomness, no locale.
//! Not in scope: sending messages, scraping, being a system of record.

pub mod base;
pub mod error;
pub mod math;
pub mod recipe;

pub mod identify;

pub mod differentiate;

pub mod interact;

pub mod customize;

pub mod export;

pub mod pipeline;

#[cfg(feature = "web")]
pub mod web;

pub use error::{Error, ErrorKind, Result};
