//! The options of the command line that make the files of a plan: contacts, messages, changes.
//!
//! Every file is made by what makes it for the page, so that both write the same bytes. Invariant: without a day on which it
//! begins there is no plan.

use super::{invalid, is_stream, read_json, scored, write_failed, write_to};
use clap::Args;
use customer_tiers::Result;
use customer_tiers::base::Day;
use customer_tiers::export::{PlanFile, PlanFileKind, Words, plan_file, triggers_csv};
use customer_tiers::interact::calendar::calendar;
use customer_tiers::interact::messages::Messaging;
use customer_tiers::pipeline::Outcome;
use customer_tiers::recipe::{Checked, Recipe};
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Files of a plan.
#[derive(Debug, Args)]
pub(super) struct PlanArguments {
    /// Where the contacts of the coming weeks go, as CSV; - for the output stream.
    #[arg(long, value_name = "F.csv")]
    plan: Option<PathBuf>,
    /// Where the contacts go that are wanted and nobody has time or leave for, as CSV; - for the output stream.
    #[arg(long, value_name = "F.csv")]
    plan_left: Option<PathBuf>,
    /// Where the contacts that people make go, as a calendar file; - for the output stream.
    #[arg(long, value_name = "F.ics")]
    calendar: Option<PathBuf>,
    /// Where the contacts go with their messages: a table for mail merge, or an archive of e-mail drafts.
    #[arg(long, value_name = "F.csv|F.xlsx|F.zip", value_parser = parse_messages)]
    messages: Option<PathBuf>,
    /// The texts of messages as the page saves them; the recipe's own ones when not given.
    #[arg(long, value_name = "T.json")]
    texts: Option<PathBuf>,
    /// Where it goes who changed tier, stage or risk, as CSV; needs --since; - for the output stream.
    #[arg(long, value_name = "F.csv", requires = "since")]
    changes: Option<PathBuf>,
    /// The day since which --changes count.
    #[arg(long, value_name = "YYYY-MM-DD")]
    since: Option<Day>,
    /// First day that is planned; the analysis day when not given.
    #[arg(long, value_name = "YYYY-MM-DD")]
    plan_from: Option<Day>,
    /// Only the contacts of this account manager, in --plan, --calendar and --messages.
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
}

impl PlanArguments {
    pub(super) fn inputs(&self) -> impl Iterator<Item = &PathBuf> {
        self.texts.iter()
    }

    /// The files that are written.
    pub(super) fn outputs(&self) -> impl Iterator<Item = &PathBuf> {
        [&self.plan, &self.plan_left, &self.calendar, &self.messages, &self.changes].into_iter().flatten()
    }

    /// What the options decide of the recipe.
    pub(super) fn decide(&self, recipe: &mut Recipe) {
        recipe.planning.start = self.plan_from.or(recipe.planning.start);
    }

    /// Writes what was asked for; whether that was anything that takes the place of the table on the output stream.
    pub(super) fn write(&self, outcome: &Outcome, recipe: &Checked) -> Result<bool> {
        if self.outputs().next().is_none() {
            return Ok(false);
        }
        scored(outcome)?;
        self.write_contacts(outcome, recipe)?;
        if let (Some(path), Some(since)) = (&self.changes, self.since) {
            write_to(path, |out| triggers_csv(&outcome.book, &outcome.standing, recipe, since, out))?;
        }
        Ok(self.outputs().any(|path| is_stream(path)))
    }

    fn write_contacts(&self, outcome: &Outcome, recipe: &Checked) -> Result<()> {
        let wanted = self.wanted();
        if wanted.is_empty() {
            return Ok(());
        }
        let contacts = calendar(&outcome.book, &outcome.standing, None, recipe);
        if contacts.days_are_relative {
            return Err(invalid("no file has a date: --plan-from YYYY-MM-DD says when the plan begins".to_owned()));
        }
        let messaging = if self.messages.is_some() { self.messaging(recipe)? } else { Messaging::default() };
        for (kind, path) in wanted {
            let owner = self.owner.clone();
            let file = PlanFile { kind, owner, since: None, words: Words::default(), messaging: messaging.clone() };
            let bytes = plan_file(&file, &outcome.book, &outcome.standing, recipe, &contacts)?;
            write_to(path, |out| out.write_all(&bytes).map_err(write_failed))?;
        }
        Ok(())
    }

    /// The files that need a plan, by kind.
    fn wanted(&self) -> Vec<(PlanFileKind, &Path)> {
        let messages = match self.messages.as_deref().and_then(extension) {
            Some("xlsx") => PlanFileKind::MailMergeXlsx,
            Some("zip") => PlanFileKind::Drafts,
            _ => PlanFileKind::MailMerge,
        };
        let files = [
            (PlanFileKind::Contacts, &self.plan),
            (PlanFileKind::Left, &self.plan_left),
            (PlanFileKind::Calendar, &self.calendar),
            (messages, &self.messages),
        ];
        files.into_iter().filter_map(|(kind, path)| path.as_deref().map(|path| (kind, path))).collect()
    }

    fn messaging(&self, recipe: &Recipe) -> Result<Messaging> {
        let messaging: Messaging = match &self.texts {
            Some(path) => read_json(path)?,
            None => Messaging {
                language: recipe.messages.language.unwrap_or_default(),
                templates: recipe.messages.templates.clone(),
                ..Messaging::default()
            },
        };
        if messaging.templates.is_empty() {
            return Err(invalid("the recipe has no texts of messages: --texts T.json names those that the page saved".to_owned()));
        }
        Ok(messaging)
    }
}

fn extension(path: &Path) -> Option<&'static str> {
    let extension = path.extension().and_then(OsStr::to_str)?;
    ["csv", "xlsx", "zip"].into_iter().find(|known| extension.eq_ignore_ascii_case(known))
}

fn parse_messages(text: &str) -> std::result::Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let is_known = is_stream(&path) || extension(&path).is_some();
    if is_known { Ok(path) } else { Err("the name must end in .csv, .xlsx or .zip, or be -".to_owned()) }
}
