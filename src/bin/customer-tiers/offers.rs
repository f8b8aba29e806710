//! The options of the command line that say what customers are offered, who looks after them, and what a loyalty plan booked.
//!
//! Invariant: the list of staff is read from a file and stands in no other one.

use super::{is_stream, parse_named, read_json, scored, write_to};
use clap::Args;
use customer_tiers::Result;
use customer_tiers::customize::{Staff, assignment};
use customer_tiers::export::{OwnerList, loyalty_csv, owners_csv, promotions_csv, recommendations_csv};
use customer_tiers::pipeline::Outcome;
use customer_tiers::recipe::Checked;
use std::path::PathBuf;

/// Files of offers, owners and loyalty.
#[derive(Debug, Args)]
pub(super) struct OfferArguments {
    /// Where the products go that suit each customer, with the reason, as CSV; - for the output stream.
    #[arg(long, value_name = "F.csv")]
    recommendations: Option<PathBuf>,
    /// Where the promotion and the interests of each customer go, as CSV; - for the output stream.
    #[arg(long, value_name = "F.csv")]
    promotions: Option<PathBuf>,
    /// Where it goes who looks after whom: work=F.csv, hand-over=F.csv, pool=F.csv, conflicts=F.csv; may be given several times.
    #[arg(long, value_name = "LIST=F.csv", value_parser = parse_owners)]
    owners: Vec<(OwnerList, PathBuf)>,
    /// The people in --owners, their hours, skills and regions, as saved by the page; those whom the files name when not given.
    #[arg(long, value_name = "S.json")]
    staff: Option<PathBuf>,
    /// Where every booking of the recipe's loyalty plan goes, run over the past, as CSV; - for the output stream.
    #[arg(long, value_name = "F.csv")]
    loyalty_ledger: Option<PathBuf>,
}

impl OfferArguments {
    pub(super) fn inputs(&self) -> impl Iterator<Item = &PathBuf> {
        self.staff.iter()
    }

    /// The files that are written.
    pub(super) fn outputs(&self) -> impl Iterator<Item = &PathBuf> {
        let owners = self.owners.iter().map(|(_, path)| path);
        [&self.recommendations, &self.promotions, &self.loyalty_ledger].into_iter().flatten().chain(owners)
    }

    /// Writes what was asked for; whether that was anything that takes the place of the table on the output stream.
    pub(super) fn write(&self, outcome: &Outcome, recipe: &Checked) -> Result<bool> {
        if self.outputs().next().is_none() {
            return Ok(false);
        }
        scored(outcome)?;
        let (book, standing) = (&outcome.book, &outcome.standing);
        if let Some(path) = &self.recommendations {
            write_to(path, |out| recommendations_csv(book, standing, out))?;
        }
        if let Some(path) = &self.promotions {
            write_to(path, |out| promotions_csv(book, standing, out))?;
        }
        if let Some(path) = &self.loyalty_ledger {
            if recipe.loyalty.is_none() {
                return Err(super::invalid("the recipe has no loyalty plan".to_owned()));
            }
            write_to(path, |out| loyalty_csv(book, standing, out))?;
        }
        self.write_owners(outcome, recipe)?;
        Ok(self.outputs().any(|path| is_stream(path)))
    }

    fn write_owners(&self, outcome: &Outcome, recipe: &Checked) -> Result<()> {
        if self.owners.is_empty() {
            return Ok(());
        }
        let staff = self.staff.as_deref().map_or_else(|| Ok(Staff::named_in(&outcome.book)), read_json)?;
        let found = assignment(&outcome.book, &outcome.standing, recipe, &staff)?;
        for (list, path) in &self.owners {
            write_to(path, |out| owners_csv(&outcome.book, &outcome.standing, &found, *list, out))?;
        }
        Ok(())
    }
}

fn parse_owners(text: &str) -> std::result::Result<(OwnerList, PathBuf), String> {
    let lists =
        [("work", OwnerList::Work), ("hand-over", OwnerList::HandOver), ("pool", OwnerList::Pool), ("conflicts", OwnerList::Conflicts)];
    parse_named(text, &lists, "expected work=F.csv, hand-over=F.csv, pool=F.csv or conflicts=F.csv")
}
