//! The options of the command line that make files for others.
//!
//! What is in such a file and what is not goes into a report beside it, because the file itself must not say it. Invariant: a
//! secret is read from a file, never from the command line, which other users of the machine can see.

use super::{is_stream, parse_named, read_text, scored, write_failed, write_to};
use clap::Args;
use customer_tiers::Result;
use customer_tiers::export::sharing::{CrmSystem, Dates, Platform, Pseudonyms, Sharing, SharingReport, share};
use customer_tiers::pipeline::Outcome;
use customer_tiers::recipe::Checked;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Files for others.
#[derive(Debug, Args)]
pub(super) struct SharingArguments {
    /// Where the customers go under other names, as CSV; needs --secret-file; - for the output stream.
    #[arg(long, value_name = "F.csv", requires = "secret_file")]
    pseudonymised: Option<PathBuf>,
    /// Where the key goes that turns pseudonyms back, as CSV: to be kept; - for the output stream.
    #[arg(long, value_name = "F.csv", requires = "secret_file")]
    pseudonym_key: Option<PathBuf>,
    /// The file whose first line is the secret of the pseudonyms, at least twelve characters.
    #[arg(long, value_name = "F.txt")]
    secret_file: Option<PathBuf>,
    /// What becomes of days under pseudonyms: month, shifted or kept.
    #[arg(long, value_name = "HOW", default_value = "month", value_parser = parse_dates)]
    dates: Dates,
    /// Where customers go of whom at least --alike are the same in everything that could give one away, as CSV; - for the output stream.
    #[arg(long, value_name = "F.csv")]
    anonymous: Option<PathBuf>,
    /// How many must be alike in --anonymous.
    #[arg(long, value_name = "K", default_value_t = 10)]
    alike: u32,
    /// Where hashed addresses for advertisements go, as google=F.csv, meta=F.csv or tencent=F.txt.
    #[arg(long, value_name = "PLATFORM=F", value_parser = parse_audience)]
    audience: Option<(Platform, PathBuf)>,
    /// Only these tiers in --audience; may be given several times.
    #[arg(long, value_name = "CODE")]
    audience_tier: Vec<String>,
    /// Country calling code of phone numbers without one in --audience, as 86.
    #[arg(long, value_name = "CODE", default_value = "")]
    country_code: String,
    /// Where the customers go under the headers of a customer system, as fxiaoke=F.csv, zoho=F.csv, hubspot=F.csv or salesforce=F.csv.
    #[arg(long, value_name = "SYSTEM=F.csv", value_parser = parse_crm)]
    crm: Option<(CrmSystem, PathBuf)>,
    /// Where it goes what is in the files for others and who is not, as JSON; - for the output stream.
    #[arg(long, value_name = "F.json")]
    sharing_report: Option<PathBuf>,
}

impl SharingArguments {
    pub(super) fn inputs(&self) -> impl Iterator<Item = &PathBuf> {
        self.secret_file.iter()
    }

    /// The files that are written.
    pub(super) fn outputs(&self) -> impl Iterator<Item = &PathBuf> {
        let named = self.audience.iter().map(|(_, path)| path).chain(self.crm.iter().map(|(_, path)| path));
        [&self.pseudonymised, &self.pseudonym_key, &self.anonymous, &self.sharing_report].into_iter().flatten().chain(named)
    }

    /// Writes what was asked for; whether that was anything that takes the place of the table on the output stream.
    pub(super) fn write(&self, outcome: &Outcome, recipe: &Checked) -> Result<bool> {
        let mut reports: Vec<SharingReport> = Vec::new();
        for (path, what) in self.wanted()? {
            scored(outcome)?;
            let shared = share(&outcome.book, &outcome.standing, recipe, &what)?;
            write_to(path, |out| out.write_all(&shared.bytes).map_err(write_failed))?;
            reports.push(shared.report);
        }
        if let Some(path) = &self.sharing_report {
            let json = serde_json::to_string_pretty(&reports).map(|json| json + "\n").map_err(|error| write_failed(error.into()))?;
            write_to(path, |out| out.write_all(json.as_bytes()).map_err(write_failed))?;
        }
        Ok(self.outputs().any(|path| is_stream(path)))
    }

    fn wanted(&self) -> Result<Vec<(&Path, Sharing)>> {
        let mut wanted: Vec<(&Path, Sharing)> = Vec::new();
        if self.pseudonymised.is_some() || self.pseudonym_key.is_some() {
            let secret = self.secret_file.as_deref().map_or_else(|| Ok(String::new()), read_text)?;
            let secret = secret.lines().next().unwrap_or("").to_owned();
            let pseudonyms = Pseudonyms { secret, numbered: false, dates: self.dates };
            wanted.extend(self.pseudonymised.iter().map(|path| (path.as_path(), Sharing::Pseudonymised(pseudonyms.clone()))));
            wanted.extend(self.pseudonym_key.iter().map(|path| (path.as_path(), Sharing::PseudonymKey(pseudonyms.clone()))));
        }
        wanted.extend(self.anonymous.iter().map(|path| (path.as_path(), Sharing::Anonymous { k: self.alike })));
        if let Some((platform, path)) = &self.audience {
            let (tiers, country) = (self.audience_tier.clone(), self.country_code.clone());
            wanted.push((path, Sharing::Audience { platform: *platform, tiers, country }));
        }
        if let Some((system, path)) = &self.crm {
            wanted.push((path, Sharing::Crm { system: *system, names: BTreeMap::new() }));
        }
        Ok(wanted)
    }
}

fn parse_dates(text: &str) -> std::result::Result<Dates, String> {
    match text {
        "month" => Ok(Dates::Month),
        "shifted" => Ok(Dates::Shifted),
        "kept" => Ok(Dates::Kept),
        _ => Err("expected month, shifted or kept".to_owned()),
    }
}

fn parse_audience(text: &str) -> std::result::Result<(Platform, PathBuf), String> {
    let platforms = [("google", Platform::Google), ("meta", Platform::Meta), ("tencent", Platform::Tencent)];
    parse_named(text, &platforms, "expected google=F.csv, meta=F.csv or tencent=F.txt")
}

fn parse_crm(text: &str) -> std::result::Result<(CrmSystem, PathBuf), String> {
    let names = || CrmSystem::ALL.map(CrmSystem::name).join(", ");
    let (name, path) = text.split_once('=').ok_or("expected SYSTEM=F.csv")?;
    let system = CrmSystem::ALL.into_iter().find(|system| system.name() == name);
    let system = system.ok_or_else(|| format!("no system is called {name}, there are {}", names()))?;
    Ok((system, PathBuf::from(path)))
}
