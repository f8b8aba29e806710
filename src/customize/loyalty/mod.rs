//! What a loyalty plan would have cost, had it been there all along.
//!
//! The plan is run over every order of the past: points given, redeemed, expired and outstanding, levels reached and lost, coupons.
//! How many points customers redeem is the plan's assumption, the orders are real. [`simulate`] says what it comes to,
//! [`what_if`] holds a changed plan against today's, [`bookings`] is the ledger behind both. Invariant: the figures are sums of the bookings, to the cent.

mod account;
mod suggestion;

pub use suggestion::suggested_loyalty;

use crate::Result;
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::recipe::{Loyalty, LoyaltyLevel, Recipe, Refunds, check_loyalty};
use account::{Account, DayTotal, level_of, revenue_until};
use serde::Serialize;

/// Days of the year that costs are said for.
const YEAR: i32 = 365;

/// One change of one customer's points, or a coupon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Booking {
    /// Whose.
    pub customer: CustomerId,
    /// When.
    pub day: Day,
    /// What happened.
    pub kind: BookingKind,
    /// How many points; 0 for a coupon.
    pub points: u64,
    /// What they are worth.
    pub value: Money,
}

/// What happened to points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BookingKind {
    /// Given for an order.
    Given,
    /// Used to pay.
    Redeemed,
    /// Too old.
    Expired,
    /// Of a refund.
    TakenBack,
    /// A coupon for reaching a level.
    Coupon,
}

impl BookingKind {
    /// The name in files, as `taken_back`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Redeemed => "redeemed",
            Self::Expired => "expired",
            Self::TakenBack => "taken_back",
            Self::Coupon => "coupon",
        }
    }
}

/// What a plan comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct LoyaltyFigures {
    /// The last day of the simulation.
    #[cfg_attr(test, ts(type = "string"))]
    pub until: Day,
    /// All points: given = redeemed + expired + taken back + outstanding.
    pub points: Points,
    /// What the outstanding points are worth.
    #[cfg_attr(test, ts(type = "number"))]
    pub liability: Money,
    /// What the last 365 days cost.
    pub year: YearCost,
    /// The levels, lowest first.
    pub levels: Vec<LevelFigures>,
    /// Customers whose level rose within the last window.
    pub rose: u32,
    /// Customers whose level fell.
    pub fell: u32,
}

/// Points, in whole points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Points {
    /// Given for orders.
    #[cfg_attr(test, ts(type = "number"))]
    pub given: u64,
    /// Used to pay.
    #[cfg_attr(test, ts(type = "number"))]
    pub redeemed: u64,
    /// Too old.
    #[cfg_attr(test, ts(type = "number"))]
    pub expired: u64,
    /// Taken back for refunds.
    #[cfg_attr(test, ts(type = "number"))]
    pub taken_back: u64,
    /// Still there.
    #[cfg_attr(test, ts(type = "number"))]
    pub outstanding: u64,
}

/// Costs of the last 365 days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct YearCost {
    /// Points that were redeemed.
    #[cfg_attr(test, ts(type = "number"))]
    pub points: Money,
    /// Coupons, as far as they are used.
    #[cfg_attr(test, ts(type = "number"))]
    pub coupons: Money,
    /// Benefits of the levels, for those who are on them now.
    #[cfg_attr(test, ts(type = "number"))]
    pub benefits: Money,
    /// All of it.
    #[cfg_attr(test, ts(type = "number"))]
    pub total: Money,
    /// Revenue of the same days.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// The share by which revenue has to rise for its margin to pay for the plan; none without revenue.
    pub break_even: Option<f64>,
}

/// What one level comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct LevelFigures {
    /// The level.
    pub level: LoyaltyLevel,
    /// Customers on it now.
    pub customers: u32,
    /// Customers who were on it one window ago, of those who were customers then.
    pub before: u32,
    /// Revenue of those on it now, within the window.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
}

/// A changed plan against today's.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct LoyaltyWhatIf {
    /// The recipe's plan; none when it has none.
    pub today: Option<LoyaltyFigures>,
    /// The changed one.
    pub changed: LoyaltyFigures,
    /// Customers who would get more: a higher place among the levels, or points and benefits that are worth more.
    pub better: u32,
    /// Customers who would get less.
    pub worse: u32,
    /// Revenue within the window of those who would get less: what is at risk.
    #[cfg_attr(test, ts(type = "number"))]
    pub at_risk: Money,
}

/// Runs a plan over the past.
///
/// # Example: points reconcile
/// ```
/// use customer_tiers::customize::simulate;
/// use customer_tiers::identify::{BytesSource, Source};
/// use customer_tiers::recipe::{Checked, Loyalty};
/// use customer_tiers::pipeline;
///
/// let csv = "customer_id,order_date,amount\nann,2025-01-05,100\nann,2025-02-05,100\nbob,2024-01-06,50\n";
/// let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", csv.into()))];
/// let recipe = Checked::default();
/// let outcome = pipeline::run(&mut sources, &recipe, &mut |_progress| {})?;
/// let found = simulate(&outcome.book, &outcome.standing, &recipe, &Loyalty::default());
/// // One point a unit; half of Ann's first 100 are redeemed with her second order, Bob's 50 are a year old.
/// assert_eq!((found.points.given, found.points.redeemed, found.points.expired, found.points.outstanding), (250, 50, 50, 150));
/// assert_eq!(found.liability.to_string(), "1.5");
/// # Ok::<(), customer_tiers::Error>(())
/// ```
#[must_use]
pub fn simulate(book: &Book, standing: &Standing, recipe: &Recipe, plan: &Loyalty) -> LoyaltyFigures {
    let mut sums = Sums::new(plan, standing.as_of);
    for customer in standing.customers() {
        let days = day_totals(book, standing, recipe.cleaning.refunds, customer);
        sums.add(&days, &Account::bookings(plan, customer, &days, standing.as_of));
    }
    sums.figures(recipe.lifetime_value.margin)
}

/// Every booking of a plan over the past, by customer and, within a customer, in the order in which they were made.
pub fn bookings<'a>(
    book: &'a Book,
    standing: &'a Standing,
    recipe: &'a Recipe,
    plan: &'a Loyalty,
) -> impl Iterator<Item = Booking> + use<'a> {
    standing.customers().flat_map(move |customer| {
        let days = day_totals(book, standing, recipe.cleaning.refunds, customer);
        Account::bookings(plan, customer, &days, standing.as_of)
    })
}

/// A changed plan against the recipe's.
///
/// # Errors
/// `recipe.invalid` when the plan is not valid.
pub fn what_if(book: &Book, standing: &Standing, recipe: &Recipe, changed: &Loyalty) -> Result<LoyaltyWhatIf> {
    check_loyalty(changed)?;
    let today = recipe.loyalty.as_ref();
    let (mut better, mut worse, mut at_risk) = (0, 0, 0_i64);
    for customer in standing.customers() {
        let days = day_totals(book, standing, recipe.cleaning.refunds, customer);
        let worth = |plan: &Loyalty| yearly_worth(plan, &days, standing.as_of);
        match worth(changed).cmp(&today.map_or(0, worth)) {
            std::cmp::Ordering::Greater => better += 1,
            std::cmp::Ordering::Less => {
                worse += 1;
                let window = today.map_or(changed.window_days, |plan| plan.window_days);
                at_risk = at_risk.saturating_add(fitting(revenue_until(&days, window, standing.as_of)));
            }
            std::cmp::Ordering::Equal => {}
        }
    }
    Ok(LoyaltyWhatIf {
        today: today.map(|plan| simulate(book, standing, recipe, plan)),
        changed: simulate(book, standing, recipe, changed),
        better,
        worse,
        at_risk: Money::from_raw(at_risk),
    })
}

/// What a customer gets in a year at the level of today: points for the revenue of the year at their worth, and the benefits.
fn yearly_worth(plan: &Loyalty, days: &[DayTotal], as_of: Day) -> i128 {
    let level = plan.levels.get(level_of(plan, revenue_until(days, plan.window_days, as_of)));
    let revenue = revenue_until(days, YEAR.unsigned_abs(), as_of).max(0);
    let rate = Money::from_f64(plan.points_per_unit).unwrap_or_default().raw();
    let percent = level.map_or(100, |level| level.points_percent);
    let points = revenue * i128::from(rate) * i128::from(percent) / 100 / i128::from(Money::SCALE) / i128::from(Money::SCALE);
    points * i128::from(plan.point_value.raw()) + level.map_or(0, |level| i128::from(level.yearly_cost.raw()))
}

/// What a customer ordered, day by day, up to the analysis day.
fn day_totals(book: &Book, standing: &Standing, refunds: Refunds, customer: CustomerId) -> Vec<DayTotal> {
    let ledger = &book.ledger;
    let mut totals: Vec<DayTotal> = Vec::new();
    for line in ledger.lines(customer) {
        let (day, amount) = (ledger.day[line], ledger.amount[line].raw());
        if day > standing.as_of || (ledger.refund[line] && refunds == Refunds::Drop) {
            continue;
        }
        match totals.last_mut().filter(|total| total.day == day) {
            // That any sum fits was checked when revenue was measured.
            Some(total) => total.amount = total.amount.saturating_add(amount),
            None => totals.push(DayTotal { day, amount }),
        }
    }
    totals
}

/// What is added up over all customers.
struct Sums<'a> {
    plan: &'a Loyalty,
    until: Day,
    points: Points,
    year: YearCost,
    levels: Vec<LevelFigures>,
    rose: u32,
    fell: u32,
}

impl<'a> Sums<'a> {
    fn new(plan: &'a Loyalty, until: Day) -> Self {
        let level = |level: &LoyaltyLevel| LevelFigures { level: level.clone(), customers: 0, before: 0, revenue: Money::ZERO };
        let levels = plan.levels.iter().map(level).collect();
        Self { plan, until, points: Points::default(), year: YearCost::default(), levels, rose: 0, fell: 0 }
    }

    fn add(&mut self, days: &[DayTotal], bookings: &[Booking]) {
        bookings.iter().for_each(|booking| self.book(booking));
        self.year.revenue = plus(self.year.revenue, fitting(revenue_until(days, YEAR.unsigned_abs(), self.until)));
        let revenue = revenue_until(days, self.plan.window_days, self.until);
        let level = level_of(self.plan, revenue);
        if let Some(figures) = self.levels.get_mut(level) {
            figures.customers += 1;
            figures.revenue = plus(figures.revenue, fitting(revenue));
        }
        let earlier = self.until.plus(-i32::try_from(self.plan.window_days).unwrap_or(i32::MAX));
        // Who was no customer yet has neither risen nor fallen.
        if days.first().is_some_and(|first| first.day <= earlier) {
            let before = level_of(self.plan, revenue_until(days, self.plan.window_days, earlier));
            if let Some(figures) = self.levels.get_mut(before) {
                figures.before += 1;
            }
            self.rose += u32::from(level > before);
            self.fell += u32::from(level < before);
        }
    }

    fn book(&mut self, booking: &Booking) {
        let is_recent = self.until.days_since(booking.day) < YEAR;
        match booking.kind {
            BookingKind::Given => self.points.given += booking.points,
            BookingKind::Expired => self.points.expired += booking.points,
            BookingKind::TakenBack => self.points.taken_back += booking.points,
            BookingKind::Redeemed => {
                self.points.redeemed += booking.points;
                if is_recent {
                    self.year.points = plus(self.year.points, booking.value.raw());
                }
            }
            BookingKind::Coupon if is_recent => self.year.coupons = plus(self.year.coupons, booking.value.raw()),
            BookingKind::Coupon => {}
        }
    }

    fn figures(mut self, margin: f64) -> LoyaltyFigures {
        let Points { given, redeemed, expired, taken_back, .. } = self.points;
        self.points.outstanding = given - redeemed - expired - taken_back;
        let liability = i128::from(self.points.outstanding) * i128::from(self.plan.point_value.raw());
        let year = &mut self.year;
        year.coupons = Money::from_raw(fitting(i128::from(year.coupons.raw()) * i128::from(self.plan.coupons_used_percent) / 100));
        let benefits = |figures: &LevelFigures| i128::from(figures.customers) * i128::from(figures.level.yearly_cost.raw());
        year.benefits = Money::from_raw(fitting(self.levels.iter().map(benefits).sum()));
        year.total = plus(plus(year.points, year.coupons.raw()), year.benefits.raw());
        let earned = year.revenue.to_f64() * margin;
        year.break_even = (earned > 0.0).then(|| year.total.to_f64() / earned);
        LoyaltyFigures {
            until: self.until,
            points: self.points,
            liability: Money::from_raw(fitting(liability)),
            year: self.year,
            levels: self.levels,
            rose: self.rose,
            fell: self.fell,
        }
    }
}

fn plus(sum: Money, raw: i64) -> Money {
    Money::from_raw(sum.raw().saturating_add(raw))
}

/// An amount that does not fit is the largest there is.
fn fitting(raw: i128) -> i64 {
    i64::try_from(raw).unwrap_or(if raw < 0 { i64::MIN } else { i64::MAX })
}
