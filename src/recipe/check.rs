//! A recipe is checked once; only the checked one runs.
//!
//! Each rule is a small function that names the place and the problem, so that a screen can point at
//! it. Invariant: what is checked here is checked nowhere else.

mod clusters;
mod composites;
mod conditions;
mod loyalty;
mod offering;
mod ownership;
mod planning;
mod review;
mod rules;
mod schemes;

pub(crate) use loyalty::check as check_loyalty;
pub(crate) use schemes::{effective_schemes, fits};

use super::{
    Binning, Cleaning, Clusters, Condition, Field, LifetimeValue, Metric, Missing, PurchaseModelKind, Recipe, Scores, Steady, TimeUnit,
    VERSION,
};
use crate::base::{Day, Money};
use crate::{Error, ErrorKind, Result};
use std::ops::Deref;

/// A recipe that is known to be valid.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Checked(Recipe);

impl Checked {
    /// Checks a recipe.
    ///
    /// # Errors
    /// `recipe.invalid` with the place and the problem, `recipe.too_new`.
    pub fn new(recipe: Recipe) -> Result<Self> {
        version(&recipe)?;
        texts(&recipe)?;
        import(&recipe)?;
        cleaning(&recipe)?;
        scores("scores", &recipe.scores)?;
        composites::check(&recipe)?;
        schemes::check(&recipe)?;
        steady(&recipe)?;
        days_and_shares(&recipe)?;
        lifetime_value(&recipe)?;
        strategies(&recipe)?;
        planning::check(&recipe.planning)?;
        messages(&recipe)?;
        review::check(&recipe)?;
        services(&recipe)?;
        offering::check(&recipe.offering)?;
        ownership::check(&recipe.ownership)?;
        recipe.loyalty.as_ref().map_or(Ok(()), loyalty::check)?;
        Ok(Self(recipe))
    }

    /// Reads and checks a recipe.
    ///
    /// # Errors
    /// As [`Checked::new`]; `recipe.invalid` also when the text is not JSON or has unknown fields.
    pub fn from_json(json: &str) -> Result<Self> {
        let recipe = serde_json::from_str(json).map_err(|error| invalid("", &error.to_string()))?;
        Self::new(recipe)
    }

    /// Whether a condition can be answered under this recipe, as those of a scheme that comes last.
    ///
    /// # Errors
    /// `recipe.invalid` with the place and the problem.
    pub fn check_condition(&self, condition: &Condition) -> Result<()> {
        let schemes = effective_schemes(self);
        let known = conditions::Known { recipe: self, sheets: self.points.len(), value_score: true, schemes: &schemes };
        known.condition("condition", condition)
    }

    /// Whether a metric can be asked for under this recipe.
    ///
    /// # Errors
    /// `recipe.invalid` when it is a sheet of points that is not there.
    pub fn check_metric(&self, metric: &Metric) -> Result<()> {
        conditions::Known { recipe: self, sheets: self.points.len(), value_score: true, schemes: &[] }.metric("metric", metric)
    }

    /// Whether such clusters can be looked for under this recipe.
    ///
    /// # Errors
    /// `recipe.invalid` with the place and the problem.
    pub fn check_clusters(&self, rule: &Clusters) -> Result<()> {
        clusters::check("clusters", rule, &conditions::Known { recipe: self, sheets: self.points.len(), value_score: true, schemes: &[] })
    }

    /// Whether a metric can be cut in this way.
    ///
    /// # Errors
    /// `recipe.invalid` with the place and the problem.
    pub fn check_binning(&self, method: &Binning) -> Result<()> {
        binning("binning", method)
    }

    /// The recipe as JSON that reads back to the same recipe, indented, with a final line break.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(&self.0).map(|json| json + "\n").unwrap_or_default()
    }

    /// The recipe itself, to be changed and checked again.
    #[must_use]
    pub fn into_inner(self) -> Recipe {
        self.0
    }
}

impl Deref for Checked {
    type Target = Recipe;

    fn deref(&self) -> &Recipe {
        &self.0
    }
}

fn messages(recipe: &Recipe) -> Result<()> {
    let templates = &recipe.messages.templates;
    require(templates.len() <= 1000, "messages.templates", "more than 1000")?;
    let long = |text: &str| text.len() > 20_000;
    let too_long = templates.iter().position(|template| long(&template.text) || long(&template.subject));
    too_long.map_or(Ok(()), |place| require(false, &format!("messages.templates[{place}].text"), "longer than 20000 bytes"))
}

fn version(recipe: &Recipe) -> Result<()> {
    if recipe.recipe > VERSION {
        return Err(ErrorKind::RecipeTooNew { version: recipe.recipe }.into());
    }
    require(recipe.recipe == VERSION, "recipe", "there is no version 0")
}

/// Nothing in a recipe may grow without bound: it is read from links and from strangers' files.
fn texts(recipe: &Recipe) -> Result<()> {
    require(recipe.name.len() <= 500, "name", "longer than 500 bytes")?;
    let words = &recipe.cleaning.placeholders;
    require(words.len() <= 1000, "cleaning.placeholders", "more than 1000 words")?;
    require(words.iter().all(|word| word.len() <= 200), "cleaning.placeholders", "a word longer than 200 bytes")?;
    require(recipe.import.sheets.len() <= 1000, "import.sheets", "more than 1000 sheets")?;
    for missing in recipe.cleaning.missing.values() {
        let length = if let Missing::Constant { value } = missing { value.len() } else { 0 };
        require(length <= 200, "cleaning.missing", "a value longer than 200 bytes")?;
    }
    for (field, headers) in &recipe.mapping {
        require(headers.len() <= 100, &format!("mapping.{}", field.name()), "more than 100 headers")?;
    }
    Ok(())
}

fn import(recipe: &Recipe) -> Result<()> {
    if let Some(label) = &recipe.import.encoding {
        let known = encoding_rs::Encoding::for_label(label.as_bytes()).is_some();
        require(known, "import.encoding", &format!("{label} is not a WHATWG encoding label"))?;
    }
    if let Some(delimiter) = &recipe.import.delimiter {
        let character = matches!(delimiter.as_bytes(), [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n'));
        let word = matches!(delimiter.as_str(), "spaces" | "fixed" | "fixed_characters");
        require(character || word, "import.delimiter", "neither one ASCII character nor \"spaces\", \"fixed\" or \"fixed_characters\"")?;
    }
    let is_fixed = recipe.import.delimiter.as_ref().is_none_or(|delimiter| delimiter.starts_with("fixed"));
    let widths = &recipe.import.widths;
    require(is_fixed || widths.is_empty(), "import.widths", "columns with a delimiter have no widths")?;
    require(
        widths.len() <= 4096 && widths.iter().all(|width| (1..=32_767).contains(width)),
        "import.widths",
        "not at most 4096 widths from 1 to 32767",
    )?;
    Ok(())
}

fn cleaning(recipe: &Recipe) -> Result<()> {
    let Cleaning { duplicates, missing, outliers, .. } = &recipe.cleaning;
    let threshold = duplicates.threshold;
    require(threshold > 0.0 && threshold < 1.0, "cleaning.duplicates.threshold", &format!("{threshold} is not between 0 and 1"))?;
    require((1.0..=100.0).contains(&outliers.fence), "cleaning.outliers.fence", &format!("{} is not between 1 and 100", outliers.fence))?;
    missing.iter().try_for_each(|(field, how)| missing_rule(*field, how))?;
    let median = missing.iter().find(|(field, how)| **how == Missing::Median && **field != Field::Amount);
    let problem = |field: Field| format!("{} has no median", field.name());
    median.map_or(Ok(()), |(field, _)| require(false, "cleaning.missing", &problem(*field)))
}

/// Only what is known of customers can be unknown; amounts and days are filled with amounts and days.
fn missing_rule(field: Field, how: &Missing) -> Result<()> {
    let path = format!("cleaning.missing.{}", field.name());
    let of_rows = matches!(field, Field::Amount | Field::Date);
    require(of_rows || Field::ATTRIBUTES.contains(&field), &path, "neither an amount, a day nor something known of customers")?;
    require(!of_rows || *how != Missing::Unknown, &path, "a row without it cannot be used")?;
    match (field, how) {
        (Field::Amount, Missing::Constant { value }) => require(Money::parse(value).is_some(), &path, "not an amount as 12.50"),
        (Field::Date, Missing::Constant { value }) => require(value.trim().parse::<Day>().is_ok(), &path, "not a day as YYYY-MM-DD"),
        (_, Missing::Constant { value }) => require(!value.trim().is_empty(), &path, "an empty value"),
        _ => Ok(()),
    }
}

fn scores(path: &str, scores: &Scores) -> Result<()> {
    let measures = [("recency", &scores.recency), ("frequency", &scores.frequency), ("monetary", &scores.monetary)];
    measures.into_iter().try_for_each(|(measure, method)| binning(&format!("{path}.{measure}"), method))
}

fn binning(path: &str, binning: &Binning) -> Result<()> {
    let Binning::Fixed { cuts } = binning else {
        let bins = binning.bins();
        return require((2..=10).contains(&bins), &format!("{path}.bins"), &format!("{bins} is not between 2 and 10"));
    };
    let path = format!("{path}.cuts");
    require((1..=9).contains(&cuts.len()), &path, &format!("{} cuts, not 1 to 9", cuts.len()))?;
    require(cuts.iter().all(|cut| cut.is_finite()), &path, "a cut is not a finite number")?;
    require(cuts.is_sorted(), &path, "not in ascending order")
}

fn steady(recipe: &Recipe) -> Result<()> {
    let Some(Steady { periods, grace_periods, .. }) = recipe.steady else { return Ok(()) };
    require((1..=12).contains(&periods), "steady.periods", &format!("{periods} is not between 1 and 12"))?;
    require(grace_periods <= 12, "steady.grace_periods", &format!("{grace_periods} is more than 12"))
}

fn days_and_shares(recipe: &Recipe) -> Result<()> {
    let days = &recipe.life_cycle;
    let problem = format!("{} days is not more than silent_days ({})", days.churned_days, days.silent_days);
    require(days.silent_days < days.churned_days, "life_cycle.churned_days", &problem)?;
    let (a, b) = (recipe.abc.a_share, recipe.abc.b_share);
    require(a > 0.0 && a < 1.0, "abc.a_share", &format!("{a} is not between 0 and 1"))?;
    require(b > a && b < 1.0, "abc.b_share", &format!("{b} is not between a_share ({a}) and 1"))
}

fn lifetime_value(recipe: &Recipe) -> Result<()> {
    let LifetimeValue { model, unit, months, monthly_discount, margin, .. } = recipe.lifetime_value;
    let is_told = model != PurchaseModelKind::BgBb || unit != TimeUnit::Day;
    require(is_told, "lifetime_value.unit", "an opportunity to buy is a week, a month, a quarter or a year")?;
    require((1..=120).contains(&months), "lifetime_value.months", &format!("{months} is not between 1 and 120"))?;
    let problem = format!("{monthly_discount} is not between 0 and 0.5");
    require((0.0..=0.5).contains(&monthly_discount), "lifetime_value.monthly_discount", &problem)?;
    let problem = format!("{margin} is not above 0 and at most 1");
    require(margin > 0.0 && margin <= 1.0, "lifetime_value.margin", &problem)
}

fn strategies(recipe: &Recipe) -> Result<()> {
    for (tier, strategy) in &recipe.interact {
        let path = |field: &str| format!("interact.{tier}.{field}");
        let contacts = strategy.contacts_per_year;
        require(contacts <= 1000, &path("contacts_per_year"), &format!("{contacts} is more than 1000"))?;
        let minutes = strategy.minutes_per_contact;
        require(minutes <= 1440, &path("minutes_per_contact"), &format!("{minutes} is more than a day"))?;
        require(strategy.response_hours <= 8760, &path("response_hours"), "more than a year")?;
        distinct(&path("channels"), &strategy.channels)?;
        require(strategy.minutes.values().all(|minutes| *minutes <= 1440), &path("minutes"), "more than a day")?;
        known(&path("focus"), std::slice::from_ref(&strategy.focus), &["quality", "value", "price"])?;
    }
    Ok(())
}

fn services(recipe: &Recipe) -> Result<()> {
    const OWNERS: [&str; 3] = ["account_manager", "team", "self_service"];
    const BENEFITS: [&str; 6] = ["priority_support", "priority_order", "exclusive_offer", "vip_event", "bundle", "coupon"];
    for (tier, service) in &recipe.customize {
        known(&format!("customize.{tier}.owner"), std::slice::from_ref(&service.owner), &OWNERS)?;
        known(&format!("customize.{tier}.benefits"), &service.benefits, &BENEFITS)?;
    }
    Ok(())
}

/// Words from a list, none of them twice.
fn known(path: &str, words: &[String], allowed: &[&str]) -> Result<()> {
    for (index, word) in words.iter().enumerate() {
        require(allowed.contains(&word.as_str()), path, &format!("{word} is none of {}", allowed.join(", ")))?;
        require(!words[..index].contains(word), path, &format!("{word} twice"))?;
    }
    Ok(())
}

/// None of them twice.
fn distinct<T: PartialEq>(path: &str, items: &[T]) -> Result<()> {
    let repeated = items.iter().enumerate().any(|(index, item)| items[..index].contains(item));
    require(!repeated, path, "something twice")
}

fn require(condition: bool, path: &str, problem: &str) -> Result<()> {
    if condition { Ok(()) } else { Err(invalid(path, problem)) }
}

fn invalid(path: &str, problem: &str) -> Error {
    ErrorKind::RecipeInvalid { path: path.to_owned(), problem: problem.to_owned() }.into()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// What a recipe with this field is refused for: `path: problem`; empty when it is accepted.
    pub(super) fn refusal(json: &str) -> String {
        match Checked::from_json(json).map_err(|error| error.kind().clone()) {
            Ok(_) => String::new(),
            Err(ErrorKind::RecipeInvalid { path, problem }) => format!("{path}: {problem}"),
            Err(other) => format!("{other:?}"),
        }
    }

    #[test]
    fn one_refusal_for_each_rule() {
        for (json, expected) in [
            ("{}", ""),
            (r#"{"recipe": 2}"#, "RecipeTooNew { version: 2 }"),
            (r#"{"recipe": 0}"#, "recipe: there is no version 0"),
            (r#"{"import": {"encoding": "gb18030", "delimiter": "\t"}}"#, ""),
            (r#"{"import": {"encoding": "klingon"}}"#, "import.encoding: klingon is not a WHATWG encoding label"),
            (r#"{"import": {"delimiter": "spaces"}}"#, ""),
            (
                r#"{"import": {"delimiter": "::"}}"#,
                r#"import.delimiter: neither one ASCII character nor "spaces", "fixed" or "fixed_characters""#,
            ),
            (r#"{"import": {"delimiter": "fixed_characters", "widths": [8, 10]}}"#, ""),
            (r#"{"import": {"widths": [8, 0]}}"#, "import.widths: not at most 4096 widths from 1 to 32767"),
            (r#"{"import": {"delimiter": ",", "widths": [8]}}"#, "import.widths: columns with a delimiter have no widths"),
            (r#"{"scores": {"recency": {"method": "quantile", "bins": 1}}}"#, "scores.recency.bins: 1 is not between 2 and 10"),
            (r#"{"scores": {"monetary": {"method": "ntile", "bins": 11}}}"#, "scores.monetary.bins: 11 is not between 2 and 10"),
            (r#"{"scores": {"frequency": {"method": "fixed", "cuts": []}}}"#, "scores.frequency.cuts: 0 cuts, not 1 to 9"),
            (
                r#"{"scores": {"frequency": {"method": "fixed", "cuts": [1,2,3,4,5,6,7,8,9,10]}}}"#,
                "scores.frequency.cuts: 10 cuts, not 1 to 9",
            ),
            (r#"{"scores": {"frequency": {"method": "fixed", "cuts": [1, 3, 2]}}}"#, "scores.frequency.cuts: not in ascending order"),
            // Between equal cuts is a score that nobody gets, as quantiles of many equal values leave it.
            (r#"{"scores": {"frequency": {"method": "fixed", "cuts": [1, 2, 2, 3]}}}"#, ""),
            (r#"{"scores": {"frequency": {"method": "fixed", "cuts": [1, 2, 2.5, 3]}}}"#, ""),
            (r#"{"life_cycle": {"silent_days": 365}}"#, "life_cycle.churned_days: 365 days is not more than silent_days (365)"),
            (r#"{"steady": {"periods": 3, "period": "quarter", "grace_periods": 0}}"#, ""),
            (r#"{"steady": {"periods": 0}}"#, "steady.periods: 0 is not between 1 and 12"),
            (r#"{"steady": {"grace_periods": 13}}"#, "steady.grace_periods: 13 is more than 12"),
            (r#"{"abc": {"a_share": 0}}"#, "abc.a_share: 0 is not between 0 and 1"),
            (r#"{"abc": {"a_share": 0.95}}"#, "abc.b_share: 0.95 is not between a_share (0.95) and 1"),
            (r#"{"abc": {"b_share": 1}}"#, "abc.b_share: 1 is not between a_share (0.8) and 1"),
        ] {
            assert_eq!(refusal(json), expected, "{json}");
        }
    }

    #[test]
    fn strategies_and_services_use_known_words() {
        let strategy = |change: &str| {
            let mut fields = serde_json::json!({"contacts_per_year": 4, "channels": ["phone"], "minutes_per_contact": 10, "response_hours": 8, "focus": "value"});
            let changed: serde_json::Value = serde_json::from_str(change).unwrap_or_default();
            fields.as_object_mut().into_iter().for_each(|fields| fields.extend(changed.as_object().cloned().unwrap_or_default()));
            refusal(&serde_json::json!({"interact": {"high": fields}}).to_string())
        };
        for (change, expected) in [
            ("{}", ""),
            (r#"{"contacts_per_year": 1001}"#, "interact.high.contacts_per_year: 1001 is more than 1000"),
            (r#"{"minutes_per_contact": 1441}"#, "interact.high.minutes_per_contact: 1441 is more than a day"),
            (r#"{"response_hours": 8761}"#, "interact.high.response_hours: more than a year"),
            (r#"{"channels": ["sms", "sms"]}"#, "interact.high.channels: something twice"),
            (r#"{"minutes": {"email": 1441}}"#, "interact.high.minutes: more than a day"),
            (r#"{"focus": "luck"}"#, "interact.high.focus: luck is none of quality, value, price"),
        ] {
            assert_eq!(strategy(change), expected, "{change}");
        }
        let service = r#"{"customize": {"vip": {"owner": "robot", "benefits": []}}}"#;
        assert_eq!(refusal(service), "customize.vip.owner: robot is none of account_manager, team, self_service");
    }

    #[test]
    fn texts_are_bounded() {
        let recipe = |change: fn(&mut Recipe)| {
            let mut recipe = Recipe::default();
            change(&mut recipe);
            Checked::new(recipe).err().map(|error| error.to_string()).unwrap_or_default()
        };
        assert!(recipe(|recipe| recipe.name = "n".repeat(501)).contains("\"name\""));
        assert!(recipe(|recipe| recipe.cleaning.placeholders = vec![String::new(); 1001]).contains("more than 1000 words"));
        assert!(recipe(|recipe| recipe.cleaning.placeholders = vec!["w".repeat(201)]).contains("longer than 200 bytes"));
        assert!(recipe(|recipe| recipe.scores.recency = Binning::Fixed { cuts: vec![f64::NAN] }).contains("finite"));
    }

    #[test]
    fn what_is_not_json_or_not_known_is_refused_with_its_place() {
        for (json, part) in [
            ("{", "line 1 column 1"),
            (r#"{"scrores": {}}"#, "unknown field `scrores`"),
            (r#"{"measures": {"as_of": "2024-02-30"}}"#, "expected a day as YYYY-MM-DD"),
        ] {
            assert!(refusal(json).contains(part), "{json}: {}", refusal(json));
        }
    }
}
