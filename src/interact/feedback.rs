//! Book and Standing → [`FeedbackReview`]: how satisfied each tier is, what it complains about, what it suggests.
//!
//! A mean of three answers looks like one of three hundred until its range stands beside it, so every share has one.
//! Invariants: months and undated rows add up to all rows of their kind; complaints are resolved or open, nothing between;
//! customers without a tier (those who never bought) count in `all` only.

mod complaints;
mod matters;
mod months;
mod suggestions;

pub use complaints::{ComplaintClass, ComplaintFigures, ComplaintTopic};
pub use matters::{Matter, MatterKind, MatterPage, matters};
pub use suggestions::SuggestionTopic;

use crate::base::{CustomerId, Day};
use crate::differentiate::Standing;
use crate::differentiate::schemes::NO_SEGMENT;
use crate::identify::Book;
use crate::identify::book::{Feedback, FeedbackKind};
use crate::math::proportion::{difference, wilson};
use crate::recipe::Recipe;
use complaints::{Complaints, classes};
use months::{add_to_months, without_gaps};
use serde::Serialize;
use std::collections::BTreeMap;
use suggestions::topics;

/// From this rating on, of 100, somebody is satisfied: the two best of five answers.
const SATISFIED: f64 = 75.0;

/// What customers said, by tier and over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct FeedbackReview {
    /// Pieces of feedback that were looked at.
    pub pieces: u32,
    /// Of these, pieces without a day: they are in the figures, and in no month.
    pub undated: u32,
    /// First and last day of feedback; none when no piece has one.
    #[cfg_attr(test, ts(type = "[string, string] | null"))]
    pub days: Option<(Day, Day)>,
    /// Everybody, also who never bought.
    pub all: FeedbackFigures,
    /// Each tier of today, in the order of the scheme.
    pub tiers: Vec<TierFeedback>,
    /// The latest months with feedback, at most 24, in order; those without any between them too.
    pub months: Vec<MonthFeedback>,
    /// Complaints by what they are about, the most common first.
    pub classes: Vec<ComplaintClass>,
    /// Suggestions by what they are about, the most common first.
    pub suggestions: Vec<SuggestionTopic>,
}

/// What one tier said.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct TierFeedback {
    /// Tier code.
    pub tier: String,
    /// Its figures.
    pub figures: FeedbackFigures,
}

/// The figures of some customers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct FeedbackFigures {
    /// Customers.
    pub customers: u32,
    /// Satisfaction overall; the mean of the aspects where nobody asked for it.
    pub overall: FeedbackScore,
    /// Satisfaction with quality, attitude and delivery.
    pub aspects: [FeedbackScore; 3],
    /// The net promoter score, where people were asked from 0 to 10.
    pub promoters: Option<NetPromoters>,
    /// Complaints.
    pub complaints: ComplaintFigures,
    /// Suggestions.
    pub suggestions: u32,
    /// Praise.
    pub praise: u32,
}

/// Ratings and how many of them are good.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct FeedbackScore {
    /// Ratings.
    pub ratings: u32,
    /// Their mean, 0 to 100; 0 without any.
    pub mean: f64,
    /// How many are satisfied: 75 of 100 or better, as 4 and 5 of 5. The CSAT.
    pub satisfied: FeedbackShare,
}

/// A share with its 95 % interval.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct FeedbackShare {
    /// So many …
    pub part: u32,
    /// … of so many.
    pub whole: u32,
    /// The share, 0 to 1; 0 of nothing.
    pub rate: f64,
    /// Lower end of its 95 % interval (Wilson).
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl FeedbackShare {
    /// So many of so many.
    #[must_use]
    pub fn of(part: u32, whole: u32) -> Self {
        let (low, high) = wilson(part, whole);
        Self { part, whole, rate: f64::from(part) / f64::from(whole.max(1)), low, high }
    }
}

/// Who would recommend: answers from 0 to 10.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct NetPromoters {
    /// 9 and 10.
    pub promoters: u32,
    /// 7 and 8.
    pub passives: u32,
    /// 0 to 6.
    pub detractors: u32,
    /// Share of promoters less that of detractors, −100 to 100: the NPS.
    pub score: f64,
    /// Lower end of its 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What was said in one month.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct MonthFeedback {
    /// Its first day.
    #[cfg_attr(test, ts(type = "string"))]
    pub month: Day,
    /// Satisfaction of everybody.
    pub overall: FeedbackScore,
    /// Satisfaction of each tier, in the order of the scheme.
    pub tiers: Vec<FeedbackScore>,
    /// Complaints received in it.
    pub complaints: u32,
    /// Complaints received in it, by tier.
    pub complaints_by_tier: Vec<u32>,
    /// Complaints resolved in it, whenever they came.
    pub resolved: u32,
}

/// What customers said. Feedback after the analysis day counts only where nobody chose that day.
///
/// # Example: three answers, of which two are good, and what that is worth
/// ```
/// use customer_tiers::identify::{BytesSource, Source};
/// use customer_tiers::interact::feedback::feedback;
/// use customer_tiers::{pipeline, recipe::Checked};
///
/// let orders = "customer_id,order_id,order_date,amount\nann,1,2025-01-05,120\nbob,2,2025-02-03,15\n";
/// let said = "customer_id,review date,satisfaction,comment\nann,2025-02-01,5,fine\nbob,2025-02-04,1,broken\nann,2025-03-01,4,good\n";
/// let recipe = Checked::default();
/// let mut sources: Vec<Box<dyn Source>> = vec![
///     Box::new(BytesSource::new("orders.csv", orders.into())),
///     Box::new(BytesSource::new("feedback.csv", said.into())),
/// ];
/// let outcome = pipeline::run(&mut sources, &recipe, &mut |_progress| {})?;
/// let review = feedback(&outcome.book, &outcome.standing, &recipe);
/// let satisfied = review.all.overall.satisfied;
/// assert_eq!((satisfied.part, satisfied.whole), (2, 3));
/// assert!(satisfied.low < 0.21 && satisfied.high > 0.93);
/// assert!(review.all.promoters.is_none()); // nobody was asked from 0 to 10
/// # Ok::<(), customer_tiers::Error>(())
/// ```
#[must_use]
pub fn feedback(book: &Book, standing: &Standing, recipe: &Recipe) -> FeedbackReview {
    let said = Said::new(book, standing, recipe);
    let tiers = standing.schemes.get(standing.tier);
    let (mut all, mut by_tier) = (Tally::default(), vec![Tally::default(); tiers.map_or(0, |tiers| tiers.segments.len())]);
    let mut months = BTreeMap::new();
    for customer in book.customers.iter() {
        let tier = said.tier(customer);
        all.customer(&said, customer);
        if let Some(tally) = tier.and_then(|tier| by_tier.get_mut(tier)) {
            tally.customer(&said, customer);
        }
        said.rows(customer).for_each(|row| add_to_months(&mut months, &said, row, (tier, by_tier.len())));
    }
    let codes = tiers.map(|tiers| tiers.segments.as_slice()).unwrap_or_default();
    let figures = codes.iter().zip(by_tier);
    FeedbackReview {
        pieces: all.pieces,
        undated: all.undated,
        days: all.days,
        all: all.figures(),
        tiers: figures.map(|(segment, tally)| TierFeedback { tier: segment.code.clone(), figures: tally.figures() }).collect(),
        months: without_gaps(months),
        classes: classes(&said),
        suggestions: topics(&said),
    }
}

/// The feedback that counts, with what is asked about it.
struct Said<'a> {
    book: &'a Book,
    standing: &'a Standing,
    recipe: &'a Recipe,
    until: Day,
}

impl<'a> Said<'a> {
    fn new(book: &'a Book, standing: &'a Standing, recipe: &'a Recipe) -> Self {
        // Where the analysis day is only the day after the last order, what was said later is news and not the future.
        let until = recipe.measures.as_of.map_or(Day::MAX, |_| standing.as_of);
        Self { book, standing, recipe, until }
    }

    fn rows(&self, customer: CustomerId) -> impl Iterator<Item = usize> + use<'a> {
        let (feedback, until) = (&self.book.feedback, self.until);
        feedback.of(customer).filter(move |&row| feedback.day[row] <= until)
    }

    /// Position of the customer's tier; none for those who never bought.
    fn tier(&self, customer: CustomerId) -> Option<usize> {
        let tiers = self.standing.schemes.get(self.standing.tier)?;
        tiers.of.get(customer.index()).copied().filter(|&tier| tier != NO_SEGMENT).map(usize::from)
    }

    /// The day of a row; none when it has none.
    fn day(&self, row: usize) -> Option<Day> {
        self.book.feedback.day.get(row).copied().filter(|day| *day != Day::MIN)
    }

    /// The last day of which anything is known: waiting times end there.
    fn today(&self) -> Day {
        let last = self.book.feedback.day.iter().copied().filter(|&day| day <= self.until).max().unwrap_or(Day::MIN);
        last.max(self.standing.as_of)
    }
}

/// Ratings added up.
#[derive(Clone, Copy, Default)]
struct Ratings {
    count: u32,
    sum: f64,
    satisfied: u32,
}

impl Ratings {
    fn add(&mut self, rating: f64) {
        self.count += 1;
        self.sum += rating;
        self.satisfied += u32::from(rating >= SATISFIED);
    }

    fn score(self) -> FeedbackScore {
        let mean = self.sum / f64::from(self.count.max(1));
        FeedbackScore { ratings: self.count, mean, satisfied: FeedbackShare::of(self.satisfied, self.count) }
    }
}

/// What some customers said, added up.
#[derive(Clone, Default)]
struct Tally {
    customers: u32,
    pieces: u32,
    undated: u32,
    days: Option<(Day, Day)>,
    overall: Ratings,
    aspects: [Ratings; 3],
    /// Promoters, passives, detractors.
    answers: [u32; 3],
    complaints: Complaints,
    suggestions: u32,
    praise: u32,
}

impl Tally {
    fn customer(&mut self, said: &Said<'_>, customer: CustomerId) {
        self.customers += 1;
        let before = self.complaints.received;
        said.rows(customer).for_each(|row| self.row(said, row));
        self.complaints.customer(self.complaints.received - before);
    }

    fn row(&mut self, said: &Said<'_>, row: usize) {
        let feedback = &said.book.feedback;
        self.pieces += 1;
        match said.day(row) {
            Some(day) => self.days = Some(self.days.map_or((day, day), |(first, last)| (first.min(day), last.max(day)))),
            None => self.undated += 1,
        }
        if let Some(rating) = feedback.satisfaction(row) {
            self.overall.add(rating);
        }
        let [overall, aspects @ ..] = feedback.rating[row];
        let given = self.aspects.iter_mut().zip(aspects).filter(|(_, rating)| *rating != Feedback::NO_RATING);
        given.for_each(|(ratings, rating)| ratings.add(f64::from(rating)));
        if feedback.of_ten[row] && overall != Feedback::NO_RATING {
            self.answers[if overall >= 90 { 0 } else { 1 + usize::from(overall < 70) }] += 1;
        }
        match feedback.kind[row] {
            FeedbackKind::Complaint => self.complaints.add(said, row),
            FeedbackKind::Suggestion => self.suggestions += 1,
            FeedbackKind::Praise => self.praise += 1,
            FeedbackKind::Rating | FeedbackKind::Other => {}
        }
    }

    fn figures(self) -> FeedbackFigures {
        FeedbackFigures {
            customers: self.customers,
            overall: self.overall.score(),
            aspects: self.aspects.map(Ratings::score),
            promoters: net_promoters(self.answers),
            complaints: self.complaints.figures(self.customers),
            suggestions: self.suggestions,
            praise: self.praise,
        }
    }
}

fn net_promoters([promoters, passives, detractors]: [u32; 3]) -> Option<NetPromoters> {
    let answers = promoters + passives + detractors;
    let (low, high) = difference(promoters, detractors, answers);
    let score = (f64::from(promoters) - f64::from(detractors)) / f64::from(answers.max(1)) * 100.0;
    (answers > 0).then_some(NetPromoters { promoters, passives, detractors, score, low: low * 100.0, high: high * 100.0 })
}
