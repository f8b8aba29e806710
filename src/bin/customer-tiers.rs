//! The command line: the same core, for batches and tests.
//!
//! `customer-tiers orders.csv --out customers.xlsx`. Exit status 0 when it could; 2, with one line on
//! the error stream, when it could not. Invariant: a file that was asked for is there as a whole or
//! not at all.

#[path = "customer-tiers/offers.rs"]
mod offers;
#[path = "customer-tiers/output.rs"]
mod output;
#[path = "customer-tiers/plan.rs"]
mod plan;
#[path = "customer-tiers/sharing.rs"]
mod sharing;

use clap::Parser;
use customer_tiers::base::Day;
use customer_tiers::differentiate::summary::{SegmentFigures, Summary, summarize};
use customer_tiers::export::{self, Words};
use customer_tiers::identify::clean::{Corrections, Decisions, duplicates, report};
use customer_tiers::identify::{FileSource, Source};
use customer_tiers::pipeline::{self, Outcome};
use customer_tiers::recipe::{Checked, Field, Recipe, presets};
use customer_tiers::{Error, ErrorKind, Result};
use output::{is_stream, write_failed, write_to};
use serde::de::DeserializeOwned;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Customer spreadsheets in, customer tiers out.
#[derive(Debug, Parser)]
#[command(name = "customer-tiers", version, about, max_term_width = 100)]
struct Arguments {
    /// Spreadsheets with orders or customers: csv, txt, json, html, xlsx, xlsm,
    /// xlsb, xls (also those that are pages or XML inside), ods, xml (XML Spreadsheet 2003), or a zip of such files.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The recipe to follow, as saved by the page or by --save-recipe.
    #[arg(long, value_name = "R.json", conflicts_with = "preset")]
    recipe: Option<PathBuf>,
    /// A named recipe to follow.
    #[arg(long, value_name = "NAME")]
    preset: Option<String>,
    /// What was decided about single cells and customers, as saved by the page.
    #[arg(long, value_name = "F.json")]
    corrections: Option<PathBuf>,
    /// The day from which recency counts; later rows are left out.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<Day>,
    /// Only these sheets of workbooks; may be given several times.
    #[arg(long, value_name = "NAME")]
    sheet: Vec<String>,
    /// Which column plays a role, as amount=成交金额; `amount=` says that no column does; may be given several times.
    #[arg(long, value_name = "field=Header", value_parser = parse_mapping)]
    map: Vec<(Field, String)>,
    /// Customers get columns with the chance to be alive, expected purchases and spend, lifetime value, risk and next order.
    #[arg(long)]
    value: bool,
    /// Where the customers go, in the format that the name ends in; - for CSV on the output stream.
    #[arg(long, value_name = "F.csv|F.xlsx|F.json", value_parser = parse_output)]
    out: Option<PathBuf>,
    /// Where the repairs and the rows left out go, as CSV; - for the output stream.
    #[arg(long, value_name = "F.csv")]
    issues: Option<PathBuf>,
    /// Where the state of the customer file and the steps of the cleaning go, as JSON; - for the output stream.
    #[arg(long, value_name = "F.json")]
    report: Option<PathBuf>,
    /// Where the groups of duplicate customers go, as CSV; - for the output stream.
    #[arg(long, value_name = "F.csv")]
    duplicates: Option<PathBuf>,
    /// Where the clean customer file goes, everybody who is known, as CSV; - for the output stream.
    #[arg(long, value_name = "F.csv")]
    customers: Option<PathBuf>,
    /// Where the figures go, as JSON; - for the output stream.
    #[arg(long, value_name = "F.json")]
    summary: Option<PathBuf>,
    #[command(flatten)]
    plan: plan::PlanArguments,
    #[command(flatten)]
    offers: offers::OfferArguments,
    #[command(flatten)]
    sharing: sharing::SharingArguments,
    /// Where the recipe goes that was followed; - for the output stream.
    #[arg(long, value_name = "F.json")]
    save_recipe: Option<PathBuf>,
}

fn main() -> ExitCode {
    match Arguments::try_parse() {
        Ok(arguments) => exit_code(run(&arguments)),
        Err(usage) if usage.use_stderr() => exit_code(Err(usage_error(&usage))),
        Err(help) => exit_code(help.print().map_err(write_failed)),
    }
}

#[expect(clippy::print_stderr, reason = "a command line says there why it could not")]
fn exit_code(result: Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("customer-tiers: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    // What was asked for.
    let recipe = recipe(arguments)?;
    let corrections = arguments.corrections.as_deref().map_or_else(|| Ok(Corrections::default()), read_corrections)?;
    check_outputs(arguments)?;
    // From files to tiers.
    let mut sources = arguments.files.iter().map(|path| open(path)).collect::<Result<Vec<_>>>()?;
    let outcome = pipeline::run_with(&mut sources, &recipe, &corrections, &mut |_progress| {})?;
    let summary = summarize(&outcome.book, &outcome.standing);
    // What comes out.
    write_outputs(arguments, &outcome, &summary, &recipe, &corrections)
}

fn recipe(arguments: &Arguments) -> Result<Checked> {
    let mut recipe = match (&arguments.recipe, &arguments.preset) {
        (Some(path), _) => read_recipe(path)?,
        (None, Some(name)) => presets::preset(name)?,
        (None, None) => Recipe::default(),
    };
    recipe.measures.as_of = arguments.as_of.or(recipe.measures.as_of);
    recipe.lifetime_value.export |= arguments.value;
    arguments.plan.decide(&mut recipe);
    if !arguments.sheet.is_empty() {
        recipe.import.sheets.clone_from(&arguments.sheet);
    }
    for (field, _) in &arguments.map {
        recipe.mapping.insert(*field, Vec::new());
    }
    for (field, header) in arguments.map.iter().filter(|(_, header)| !header.is_empty()) {
        recipe.mapping.entry(*field).or_default().push(header.clone());
    }
    Checked::new(recipe)
}

fn read_recipe(path: &Path) -> Result<Recipe> {
    Checked::from_json(&read_text(path)?).map(Checked::into_inner).map_err(|error| error.in_file(&shown(path)))
}

fn read_corrections(path: &Path) -> Result<Corrections> {
    Corrections::from_json(&read_text(path)?).map_err(|error| error.in_file(&shown(path)))
}

fn read_text(path: &Path) -> Result<String> {
    let unreadable = |error: io::Error| Error::from(ErrorKind::Unreadable { detail: error.to_string() }).in_file(&shown(path));
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    Ok(text.trim_start_matches('\u{FEFF}').to_owned())
}

/// A value from a JSON file; what is wrong with it is said with the file's name.
fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let problem = |error: serde_json::Error| invalid(error.to_string()).in_file(&shown(path));
    serde_json::from_str(&read_text(path)?).map_err(problem)
}

fn open(path: &Path) -> Result<Box<dyn Source>> {
    FileSource::open(path).map(|source| Box::new(source) as Box<dyn Source>)
}

/// Nothing that was asked for may take the place of a file that is read, or of another result.
fn check_outputs(arguments: &Arguments) -> Result<()> {
    let told = arguments.plan.inputs().chain(arguments.offers.inputs()).chain(arguments.sharing.inputs());
    let settings = arguments.recipe.iter().chain(&arguments.corrections).chain(told);
    let inputs = arguments.files.iter().chain(settings).filter_map(|path| path.canonicalize().ok());
    let mut taken: Vec<PathBuf> = inputs.collect();
    let Arguments { out, issues, summary, report, duplicates, customers, save_recipe, plan, offers, sharing, .. } = arguments;
    let outputs = [out, issues, summary, report, duplicates, customers, save_recipe].into_iter().flatten();
    for output in outputs.chain(plan.outputs()).chain(offers.outputs()).chain(sharing.outputs()) {
        let place = output.canonicalize().or_else(|_| std::path::absolute(output)).unwrap_or_else(|_| output.clone());
        if taken.contains(&place) {
            return Err(invalid(format!("{} is already taken by another file of this call", shown(output))));
        }
        taken.push(place);
    }
    Ok(())
}

fn write_outputs(arguments: &Arguments, outcome: &Outcome, summary: &Summary, recipe: &Checked, corrections: &Corrections) -> Result<()> {
    write_cleaning(arguments, outcome, recipe, corrections)?;
    if let Some(path) = &arguments.out {
        // Tiers of nobody are no result.
        scored(outcome)?;
        write_customers(path, outcome, summary, recipe)?;
    }
    if let Some(path) = &arguments.issues {
        write_to(path, |out| export::issues_csv(&outcome.book.issues, out))?;
    }
    if let Some(path) = &arguments.summary {
        write_to(path, |out| export::summary_json(summary, out))?;
    }
    let is_planned = arguments.plan.write(outcome, recipe)?;
    let is_offered = arguments.offers.write(outcome, recipe)?;
    let is_shared = arguments.sharing.write(outcome, recipe)?;
    if let Some(path) = &arguments.save_recipe {
        write_to(path, |out| out.write_all(recipe.to_json().as_bytes()).map_err(write_failed))?;
    }
    let Arguments { issues, report, duplicates, customers, save_recipe, .. } = arguments;
    let on_stream = [issues, report, duplicates, customers, save_recipe].into_iter().flatten().any(|path| is_stream(path));
    let is_answered = on_stream || is_planned || is_offered || is_shared;
    if arguments.out.is_some() || arguments.summary.is_some() || arguments.customers.is_some() || is_answered {
        return Ok(());
    }
    scored(outcome)?;
    write_to(Path::new("-"), |out| out.write_all(table(summary).as_bytes()).map_err(write_failed))
}

/// Why nobody has a tier, when the files bring customers but nothing that could be scored.
fn scored(outcome: &Outcome) -> Result<()> {
    outcome.book.not_scored.clone().map_or(Ok(()), Err)
}

/// How good the customer file is, and who is in it twice.
fn write_cleaning(arguments: &Arguments, outcome: &Outcome, recipe: &Checked, corrections: &Corrections) -> Result<()> {
    if let Some(path) = &arguments.report {
        let report = report::report(&outcome.book, recipe, Some(outcome.standing.as_of));
        let json = serde_json::to_string_pretty(&report).map(|json| json + "\n");
        let json = json.map_err(|error| Error::from(ErrorKind::ExportFailed { detail: error.to_string() }))?;
        write_to(path, |out| out.write_all(json.as_bytes()).map_err(write_failed))?;
    }
    if let Some(path) = &arguments.customers {
        write_to(path, |out| export::customer_file_csv(&outcome.book, &outcome.standing, out))?;
    }
    if let Some(path) = &arguments.duplicates {
        let rules = &recipe.cleaning.duplicates;
        let found = duplicates::search(&outcome.book.customers, rules);
        let page = duplicates::page(&outcome.book, &found, &Decisions::of(corrections), rules, 0, usize::MAX);
        write_to(path, |out| export::duplicates_csv(&page, out))?;
    }
    Ok(())
}

fn write_customers(path: &Path, outcome: &Outcome, summary: &Summary, recipe: &Checked) -> Result<()> {
    let (book, standing) = (&outcome.book, &outcome.standing);
    match format_of(path) {
        Some("xlsx") => write_to(path, |out| export::customers_xlsx(book, standing, summary, &recipe.name, &Words::default(), out)),
        Some("json") => write_to(path, |out| export::customers_json(book, standing, out)),
        _ => write_to(path, |out| export::customers_csv(book, standing, out)),
    }
}

/// Tiers and segments for people.
fn table(summary: &Summary) -> String {
    // Days that are only told apart from each other are nobody's calendar.
    let period = match summary.days_are_relative {
        true => String::new(),
        false => format!(", {} to {}, as of {}", summary.first_day, summary.last_day, summary.as_of),
    };
    let mut text = format!("{} customers, {} orders, revenue {:.2}{period}\n", summary.customers, summary.orders, summary.revenue.to_f64());
    for (title, figures) in [(&summary.tier_scheme, &summary.tiers), (&summary.segment_scheme, &summary.segments)] {
        text += &format!("\n{title:<24}{:>11}{:>8}{:>11}{:>18}{:>8}\n", "customers", "share", "orders", "revenue", "share");
        for figures in figures {
            text += &line(figures, summary);
        }
    }
    if summary.rows_rejected > 0 {
        text += &format!("\n{} of {} rows were left out; --issues F.csv lists them\n", summary.rows_rejected, summary.rows_read);
    }
    text
}

fn line(figures: &SegmentFigures, summary: &Summary) -> String {
    let customers = share(figures.customers.into(), summary.customers.into());
    let revenue = share(figures.revenue.to_f64(), summary.revenue.to_f64());
    let amount = figures.revenue.to_f64();
    format!("{:<24}{:>11}{customers:>8}{:>11}{amount:>18.2}{revenue:>8}\n", figures.name, figures.customers, figures.orders)
}

fn share(part: f64, whole: f64) -> String {
    if whole > 0.0 { format!("{:.1}%", part / whole * 100.0) } else { "-".to_owned() }
}

fn parse_mapping(text: &str) -> std::result::Result<(Field, String), String> {
    let (name, header) = text.split_once('=').ok_or("expected field=Header")?;
    let known = || Field::ALL.map(Field::name).join(", ");
    let field = Field::from_name(name.trim()).ok_or_else(|| format!("no field is called {name}, there are {}", known()))?;
    Ok((field, header.trim().to_owned()))
}

/// `NAME=F`: what is of this name, and a file.
fn parse_named<T: Copy>(text: &str, names: &[(&str, T)], expected: &str) -> std::result::Result<(T, PathBuf), String> {
    let found = text.split_once('=').and_then(|(name, path)| {
        let (_, named) = names.iter().find(|(known, _)| *known == name)?;
        Some((*named, PathBuf::from(path)))
    });
    found.ok_or_else(|| expected.to_owned())
}

fn parse_output(text: &str) -> std::result::Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let is_known = is_stream(&path) || format_of(&path).is_some();
    if is_known { Ok(path) } else { Err("the name must end in .csv, .xlsx or .json, or be -".to_owned()) }
}

fn format_of(path: &Path) -> Option<&'static str> {
    let extension = path.extension().and_then(OsStr::to_str)?;
    ["csv", "xlsx", "json"].into_iter().find(|known| extension.eq_ignore_ascii_case(known))
}

fn shown(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// What clap found, in one line.
fn usage_error(usage: &clap::Error) -> Error {
    let text = usage.to_string();
    let lines = text.lines().map(str::trim).take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"));
    let problem = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    invalid(problem.trim_start_matches("error: ").to_owned())
}

fn invalid(problem: String) -> Error {
    ErrorKind::ArgumentInvalid { problem }.into()
}
