//! What the worker owns: files, recipe, results.

mod clusters;
mod compare;
mod history;
mod interact;
mod loyalty;
mod metrics;
mod offers;
mod owners;
mod people;
mod review;
mod scores;
mod value;

use super::convert::{decode, encode, thrown};
use super::file_source::JsFile;
use super::shown::Shown;
use crate::ErrorKind;
use crate::base::CustomerId;
use crate::customize::customize;
use crate::differentiate::customers::{CustomerQuery, Listing};
use crate::differentiate::overview::Filter;
use crate::differentiate::{overview, schemes, summary, why};
use crate::export::{self, Format, Words};
use crate::identify::clean::duplicates::{Search, page, search};
use crate::identify::clean::{Corrections, Decisions, overrides, report};
use crate::identify::{BytesSource, IssueCode, IssueRow, Progress, Source, identify_with, inspect};
use crate::interact::calendar::Calendar;
use crate::pipeline::{Outcome, decide, decide_again};
use crate::recipe::{Checked, Duplicates, Scheme, presets};
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

type JsResult<T> = Result<T, JsValue>;

/// Files, recipe and results of one widget. Every method answers at once; long ones report progress.
#[wasm_bindgen]
#[derive(Default)]
pub struct Session {
    sources: Vec<Box<dyn Source>>,
    recipe: Checked,
    corrections: Corrections,
    outcome: Option<Outcome>,
    listing: Option<(CustomerQuery, Listing)>,
    /// Whether the tiers moved since the offers were made: those who drag a threshold look at tiers, not at offers.
    offers_are_stale: bool,
    /// Duplicates of the book, with the rules by which they were found.
    duplicates: Option<(Duplicates, Search)>,
    past: history::Past,
    /// The contacts of the coming weeks, once somebody looked at them.
    calendar: Option<Calendar>,
    offering: offers::Kept,
    /// Whether customers are shown so that nobody can be recognised.
    masked: bool,
}

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "every method throws the object of `Error::to_json`")]
impl Session {
    /// A session without files, with the default recipe.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The recipe as JSON text.
    #[must_use]
    pub fn recipe(&self) -> String {
        self.recipe.to_json()
    }

    /// Checks a recipe and takes it. Results stay as they are until `run` or `decide`.
    #[wasm_bindgen(js_name = setRecipe)]
    pub fn set_recipe(&mut self, json: &str) -> JsResult<()> {
        self.recipe = Checked::from_json(json).map_err(|error| thrown(&error))?;
        self.past = history::Past::default();
        self.calendar = None;
        self.offering = offers::Kept::default();
        Ok(())
    }

    /// Takes a preset.
    #[wasm_bindgen(js_name = setPreset)]
    pub fn set_preset(&mut self, name: &str) -> JsResult<()> {
        self.recipe = presets::preset(name).and_then(Checked::new).map_err(|error| thrown(&error))?;
        self.past = history::Past::default();
        self.calendar = None;
        self.offering = offers::Kept::default();
        Ok(())
    }

    /// What was decided about single cells and customers, as JSON text.
    #[must_use]
    pub fn corrections(&self) -> String {
        self.corrections.to_json()
    }

    /// Checks corrections and takes them. Results stay as they are until `run`.
    #[wasm_bindgen(js_name = setCorrections)]
    pub fn set_corrections(&mut self, json: &str) -> JsResult<()> {
        self.corrections = Corrections::from_json(json).map_err(|error| thrown(&error))?;
        Ok(())
    }

    /// Looks at a file and keeps it; files are numbered in the order of inspection. In a worker only.
    pub fn inspect(&mut self, file: web_sys::File) -> JsResult<JsValue> {
        let source = JsFile::new(file).map_err(|error| thrown(&error))?;
        self.keep(Box::new(source))
    }

    /// Looks at a file that is held in memory and keeps it.
    #[wasm_bindgen(js_name = inspectBytes)]
    pub fn inspect_bytes(&mut self, name: &str, bytes: Vec<u8>) -> JsResult<JsValue> {
        self.keep(Box::new(BytesSource::new(name, bytes)))
    }

    /// Looks at a kept file again, after the recipe's `import` or `mapping` changed.
    #[wasm_bindgen(js_name = inspectAgain)]
    pub fn inspect_again(&mut self, index: usize) -> JsResult<JsValue> {
        let source = self.sources.get_mut(index).ok_or_else(|| thrown(&ErrorKind::NothingImported.into()))?;
        encode(&inspect(source.as_mut(), &self.recipe).map_err(|error| thrown(&error))?.shown(self.masked))
    }

    /// Forgets a file; those after it move up.
    #[wasm_bindgen(js_name = removeFile)]
    pub fn remove_file(&mut self, index: usize) {
        if index < self.sources.len() {
            self.sources.remove(index);
        }
    }

    /// Imports all files and decides. What was there before stays when it fails.
    pub fn run(&mut self, on_progress: &js_sys::Function) -> JsResult<JsValue> {
        let mut report = |progress: Progress| {
            if let Ok(value) = encode(&progress) {
                // A listener that throws must not stop the import.
                let _ignored = on_progress.call1(&JsValue::NULL, &value);
            }
        };
        let book = identify_with(&mut self.sources, &self.recipe, &self.corrections, &mut report).map_err(|error| thrown(&error))?;
        let mut outcome = decide(book, &self.recipe).map_err(|stopped| thrown(&stopped.0))?;
        outcome.book.customers.masked = self.masked;
        self.outcome = Some(outcome);
        self.offers_are_stale = false;
        self.duplicates = None;
        self.past = history::Past::default();
        self.calendar = None;
        self.offering = offers::Kept::default();
        self.summary()
    }

    /// Decides again from the customer file on, after a change of the recipe behind `cleaning`.
    pub fn decide(&mut self) -> JsResult<JsValue> {
        let outcome = self.outcome.as_mut().ok_or_else(|| thrown(&ErrorKind::NothingImported.into()))?;
        // Whom somebody put into a segment by hand is asked anew: that needs no file.
        overrides::resolve(&mut outcome.book, &self.corrections);
        decide_again(outcome, &self.recipe).map_err(|error| thrown(&error))?;
        self.offers_are_stale = true;
        self.past = history::Past::default();
        self.calendar = None;
        self.offering = offers::Kept::default();
        self.summary()
    }

    /// The figures of the last run.
    pub fn summary(&mut self) -> JsResult<JsValue> {
        self.listing = None;
        let outcome = self.outcome()?;
        encode(&summary::summarize(&outcome.book, &outcome.standing))
    }

    /// The numbers behind the charts.
    pub fn overview(&self, filter: JsValue) -> JsResult<JsValue> {
        let filter: Filter = decode(filter)?;
        let outcome = self.outcome()?;
        encode(&overview::overview(&outcome.book, &outcome.standing, &filter))
    }

    /// A page of the customer list. The order is kept, so that scrolling does not sort again.
    pub fn customers(&mut self, query: JsValue) -> JsResult<JsValue> {
        let query: CustomerQuery = decode(query)?;
        let outcome = self.outcome.as_ref().ok_or_else(|| thrown(&ErrorKind::NothingImported.into()))?;
        let wish = CustomerQuery { offset: 0, limit: 0, ..query.clone() };
        if self.listing.as_ref().is_none_or(|(known, _)| *known != wish) {
            let listing = Listing::new(&outcome.book, &outcome.standing, &wish);
            self.listing = Some((wish, listing));
        }
        match &self.listing {
            Some((_, listing)) => encode(&listing.page(&outcome.book, &outcome.standing, query.offset, query.limit)),
            None => Ok(JsValue::NULL),
        }
    }

    /// Everything about one customer; `undefined` when there is none with this number.
    pub fn customer(&self, number: u32) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        match why::card(&outcome.book, &outcome.standing, &self.recipe, CustomerId(number)) {
            Some(card) => encode(&card),
            None => Ok(JsValue::UNDEFINED),
        }
    }

    /// A page of the issues, of one kind or of all.
    pub fn issues(&self, code: Option<String>, offset: usize, limit: usize) -> JsResult<JsValue> {
        let code: Option<IssueCode> = code.map(|code| decode(JsValue::from_str(&code))).transpose()?;
        let (total, rows) = self.outcome()?.book.issues.page(code, offset, limit);
        encode(&IssuePage { total, rows: rows.into_iter().map(|row| row.shown(self.masked)).collect() })
    }

    /// How good the customer file is, and what was done to get it.
    pub fn report(&self) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        encode(&report::report(&outcome.book, &self.recipe, Some(outcome.standing.as_of)).shown(self.masked))
    }

    /// A page of the groups of duplicates. They are looked for once per run, when they are first asked for.
    pub fn duplicates(&mut self, offset: usize, limit: usize) -> JsResult<JsValue> {
        let outcome = self.outcome.as_ref().ok_or_else(|| thrown(&ErrorKind::NothingImported.into()))?;
        let rules = &self.recipe.cleaning.duplicates;
        if self.duplicates.as_ref().is_none_or(|(known, _)| known != rules) {
            self.duplicates = Some((rules.clone(), search(&outcome.book.customers, rules)));
        }
        match &self.duplicates {
            Some((_, found)) => {
                let page = page(&outcome.book, found, &Decisions::of(&self.corrections), rules, offset, limit);
                encode(&page.shown(self.masked))
            }
            None => Ok(JsValue::NULL),
        }
    }

    /// What is wrong with a scheme's table.
    #[wasm_bindgen(js_name = checkScheme)]
    pub fn check_scheme(&self, scheme: JsValue) -> JsResult<JsValue> {
        let scheme: Scheme = decode(scheme)?;
        let scores = &self.recipe.scores;
        encode(&schemes::check_partition(&scheme, [scores.recency.bins(), scores.frequency.bins(), scores.monetary.bins()]))
    }

    /// How each tier is talked to.
    pub fn plan(&self) -> JsResult<JsValue> {
        encode(&self.outcome()?.plan)
    }

    /// What each tier is offered.
    pub fn offers(&mut self) -> JsResult<JsValue> {
        if let Some(outcome) = self.outcome.as_mut().filter(|_| self.offers_are_stale) {
            outcome.offers = customize(&outcome.book, &outcome.standing, &outcome.standing.recipe());
            self.offers_are_stale = false;
        }
        encode(&self.outcome()?.offers)
    }

    /// A file to save: a format of [`export::Format`], `recipe` or `corrections`. `words` are the workbook's titles.
    #[wasm_bindgen(js_name = exportAs)]
    pub fn export_as(&self, format: &str, words: JsValue) -> JsResult<Vec<u8>> {
        if format == "recipe" {
            return Ok(self.recipe.to_json().into_bytes());
        }
        if format == "corrections" {
            return Ok(self.corrections.to_json().into_bytes());
        }
        let (format, outcome): (Format, _) = (decode(JsValue::from_str(format))?, self.outcome()?);
        let words: Words = if words.is_undefined() { Words::default() } else { decode(words)? };
        let bytes = export::to_bytes(format, &outcome.book, &outcome.standing, &self.recipe.name, &words);
        bytes.map_err(|error| thrown(&error))
    }

    /// Bytes of memory that the engine has taken.
    #[wasm_bindgen(js_name = memoryBytes)]
    #[must_use]
    pub fn memory_bytes(&self) -> f64 {
        let memory: js_sys::WebAssembly::Memory = wasm_bindgen::JsCast::unchecked_into(wasm_bindgen::memory());
        js_sys::Reflect::get(&memory.buffer(), &JsValue::from_str("byteLength")).ok().and_then(|bytes| bytes.as_f64()).unwrap_or(0.0)
    }
}

#[derive(Serialize)]
struct IssuePage {
    total: usize,
    rows: Vec<IssueRow>,
}

impl Session {
    fn keep(&mut self, mut source: Box<dyn Source>) -> JsResult<JsValue> {
        let inspection = inspect(source.as_mut(), &self.recipe).map_err(|error| thrown(&error))?;
        self.sources.push(source);
        encode(&inspection.shown(self.masked))
    }

    fn outcome(&self) -> JsResult<&Outcome> {
        self.outcome.as_ref().ok_or_else(|| thrown(&ErrorKind::NothingImported.into()))
    }
}
