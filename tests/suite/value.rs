//! The forecast as screens and files get it: on made-up customers whose truth is known, on files of one and of thirty
//! customers, and on CDNOW.

use crate::book::{Line, book, book_of, customer, day};
use crate::data::real;
use customer_tiers::base::{CustomerId, Day};
use customer_tiers::differentiate::history::model_check;
use customer_tiers::differentiate::lifetime_value::{Concern, Method, ValueFigures, customer_value, value_figures};
use customer_tiers::differentiate::risk::{ReasonKind, RiskLevel, RiskQuery, RiskSort, page};
use customer_tiers::differentiate::{Standing, differentiate};
use customer_tiers::export::customers_csv;
use customer_tiers::identify::{Book, FileSource, Source};
use customer_tiers::math::random::Random;
use customer_tiers::pipeline::run;
use customer_tiers::recipe::{Checked, PurchaseModelKind, Recipe, TimeUnit};

/// Days of purchases of customers who behave as BG/NBD says, with r = 1, α = 40 days, a = 1, b = 5, and amounts around 50.
fn bought(seed: u64, customers: usize, days: i32) -> Vec<Line> {
    let mut random = Random::new(seed);
    let mut lines = Vec::new();
    for number in 0..customers {
        let positive = |random: &mut Random| 1.0 - random.unit();
        let rate = -positive(&mut random).ln() / 40.0;
        let leaves = 1.0 - positive(&mut random).powf(1.0 / 5.0);
        let mean = 25.0 + 50.0 * random.unit();
        let mut at = (random.unit() * 150.0).floor();
        let mut last = -1;
        while at < f64::from(days) {
            // Two purchases of one day are one.
            let today = (at as i32).max(last + 1);
            last = today;
            let raw = (mean * (0.5 + random.unit()) * 10_000.0) as i64;
            lines.push(Line { customer: format!("c{number:05}"), day: 19_000 + today, raw, ..Line::default() });
            if random.unit() < leaves {
                break;
            }
            at += -positive(&mut random).ln() / rate;
        }
    }
    lines
}

fn stand(book: &Book, change: impl FnOnce(&mut Recipe)) -> Standing {
    let mut recipe = Recipe::default();
    change(&mut recipe);
    differentiate(book, &Checked::new(recipe).expect("valid")).expect("somebody was there")
}

/// The forecast of what was bought on the first 730 days, and days with a purchase and revenue in the 365 days after them.
fn forecast_and_truth(seed: u64, kind: PurchaseModelKind) -> (ValueFigures, f64, f64) {
    let all = bought(seed, 400, 1095);
    let split = 19_000 + 730;
    let (known, later): (Vec<Line>, Vec<Line>) = all.into_iter().partition(|line| line.day <= split);
    let book = book(&known);
    let standing = stand(&book, |recipe| {
        recipe.measures.as_of = customer_tiers::base::Day::from_number(split);
        recipe.lifetime_value.model = kind;
    });
    let revenue = later.iter().map(|line| line.raw as f64 / 10_000.0).sum();
    (value_figures(&book, &standing), later.len() as f64, revenue)
}

#[test]
fn ranges_hold_what_comes() {
    for kind in [PurchaseModelKind::BgNbd, PurchaseModelKind::Simple] {
        let (mut purchases_inside, mut revenue_inside) = (0, 0);
        for seed in 0..20 {
            let (figures, purchases, revenue) = forecast_and_truth(seed, kind);
            let total = figures.total;
            assert!(total.purchases.low > 0.5 * total.purchases.expected, "{kind:?}, {seed}: a range without end: {total:?}");
            purchases_inside += u32::from((total.purchases.low..=total.purchases.high).contains(&purchases));
            revenue_inside += u32::from((total.revenue.low..=total.revenue.high).contains(&revenue));
        }
        // Of 20 intervals of 95 %, fewer than 16 hold the truth once in four hundred; the simple forecast is allowed to be simple.
        let least = if kind == PurchaseModelKind::Simple { 8 } else { 16 };
        assert!(purchases_inside >= least && revenue_inside >= least, "{kind:?}: {purchases_inside} and {revenue_inside} of 20");
    }
}

/// Months with a purchase of customers who behave as BG/BB says: the chance to buy is Beta(1, 2), the chance to leave Beta(1, 15). They
/// join in the first half of 2021; months are counted from January 2021.
fn subscribed(seed: u64, customers: usize, months: i32) -> Vec<Line> {
    let mut random = Random::new(seed);
    let mut lines = Vec::new();
    for number in 0..customers {
        let buys = 1.0 - (1.0 - random.unit()).sqrt();
        let leaves = 1.0 - (1.0 - random.unit()).powf(1.0 / 15.0);
        let mean = 25.0 + 50.0 * random.unit();
        let joined = (random.unit() * 6.0) as i32;
        for month in joined..months {
            if month > joined && random.unit() < leaves {
                break;
            }
            if month == joined || random.unit() < buys {
                let first = Day::from_ymd(2021 + month / 12, u32::try_from(month % 12 + 1).expect("a month"), 1).expect("a day");
                let raw = (mean * (0.5 + random.unit()) * 10_000.0) as i64;
                let day = first.number() + (random.unit() * 28.0) as i32;
                lines.push(Line { customer: format!("c{number:05}"), day, raw, ..Line::default() });
            }
        }
    }
    lines
}

/// What is known on the first day of 2023 of who buys in months, and what they buy in that year.
fn known_and_later(seed: u64) -> (Book, Vec<Line>) {
    let new_year = day("2023-01-01").number();
    let (known, later): (Vec<Line>, Vec<Line>) = subscribed(seed, 400, 36).into_iter().partition(|line| line.day < new_year);
    (book(&known), later)
}

fn by_opportunities(recipe: &mut Recipe, unit: TimeUnit) {
    (recipe.lifetime_value.model, recipe.lifetime_value.unit) = (PurchaseModelKind::BgBb, unit);
    recipe.measures.as_of = Some(day("2023-01-01"));
}

#[test]
fn opportunities_to_come_lie_within_the_range() {
    let (mut purchases_inside, mut revenue_inside, mut alive) = (0, 0, Vec::new());
    for seed in 0..20 {
        let (book, later) = known_and_later(seed);
        let figures = value_figures(&book, &stand(&book, |recipe| by_opportunities(recipe, TimeUnit::Month)));
        assert_eq!(figures.method, Method::Model, "{seed}: {:?}", figures.verdict);
        let parameters = &figures.purchase_model.as_ref().expect("fitted").parameters;
        assert!(parameters.iter().all(|(_, _, error)| error.is_some()), "{seed}: {parameters:?}");
        // How they buy is well known of 400 customers; how fast so few leave is not.
        let known = |(_, value, error): &(String, f64, Option<f64>)| error.is_some_and(|error| error < 0.3 * value);
        assert!(parameters[..2].iter().all(known), "{seed}: {parameters:?}");
        let total = figures.total;
        let revenue: f64 = later.iter().map(|line| line.raw as f64 / 10_000.0).sum();
        purchases_inside += u32::from((total.purchases.low..=total.purchases.high).contains(&(later.len() as f64)));
        revenue_inside += u32::from((total.revenue.low..=total.revenue.high).contains(&revenue));
        alive.push(figures.alive.expect("a model"));
    }
    assert!(purchases_inside >= 16 && revenue_inside >= 16, "{purchases_inside} and {revenue_inside} of 20");
    // Of 400, by the Beta of leaving, E[(1 − θ)^21] = 15 / 36 are left after 18 to 24 months; drawn 20 times.
    let mean = alive.iter().sum::<f64>() / 20.0;
    assert!((mean - 400.0 * 15.0 / 36.5).abs() < 15.0, "{mean}");
}

#[test]
fn opportunities_are_checked_against_the_past() {
    let (book, _) = known_and_later(3);
    let mut recipe = Recipe::default();
    by_opportunities(&mut recipe, TimeUnit::Month);
    recipe.lifetime_value.months = 6;
    let recipe = Checked::new(recipe).expect("valid");
    let standing = differentiate(&book, &recipe).expect("somebody was there");
    let check = model_check(&book, &standing, &recipe).expect("valid").expect("enough past");
    let (expected, actual) = (check.model.expected, f64::from(check.model.actual));
    assert!((expected / actual - 1.0).abs() < 0.15, "{expected} for {actual}");
    // Nobody takes more opportunities than there are.
    let most = check.model.by_frequency.iter().map(|bin| bin.actual.max(bin.expected)).fold(0.0, f64::max);
    assert!(most <= 6.0 && actual > 0.0, "{most}");
}

#[test]
fn what_opportunities_cannot_carry_is_said() {
    let (months, _) = known_and_later(5);
    let weekly = book(&bought(7, 500, 730));
    let of = |book: &Book, unit: TimeUnit| value_figures(book, &stand(book, |recipe| by_opportunities(recipe, unit)));
    let years = of(&months, TimeUnit::Year);
    assert_eq!(years.verdict.concerns, [Concern::TooFewOpportunities { found: 1, needed: 3 }]);
    assert_eq!(years.method, Method::Simple);
    let is_crowded =
        |figures: &ValueFigures| figures.verdict.concerns.iter().any(|concern| matches!(concern, Concern::SeveralOrders { .. }));
    let crowded = value_figures(
        &weekly,
        &stand(&weekly, |recipe| {
            (recipe.lifetime_value.model, recipe.lifetime_value.unit) = (PurchaseModelKind::BgBb, TimeUnit::Quarter);
        }),
    );
    assert!(is_crowded(&crowded), "{:?}", crowded.verdict);
    assert!(!is_crowded(&of(&months, TimeUnit::Month)));
    let mut recipe = Recipe::default();
    by_opportunities(&mut recipe, TimeUnit::Day);
    assert!(Checked::new(recipe).is_err(), "a day is no opportunity");
}

#[test]
fn the_curve_of_opportunities_ends_with_today() {
    let (book, _) = known_and_later(8);
    let standing = stand(&book, |recipe| by_opportunities(recipe, TimeUnit::Month));
    let forecast = standing.forecast(&book);
    for number in (0..400).step_by(7) {
        let value = customer_value(&book, &standing, CustomerId(number)).expect("known");
        let last = value.history.last().expect("a curve").p_alive;
        let today = f64::from(forecast.predictions.p_alive[number as usize]);
        assert!((last - today).abs() < 1e-6, "{number}: {last} is not {today}");
    }
}

#[test]
fn totals_are_the_sums_of_tiers_and_steps() {
    use PurchaseModelKind::{BgBb, BgNbd, MbgNbd, ParetoNbd, Simple};
    for kind in [BgNbd, MbgNbd, ParetoNbd, BgBb, Simple] {
        let book = book(&bought(7, 500, 730));
        let standing = stand(&book, |recipe| (recipe.lifetime_value.model, recipe.lifetime_value.unit) = (kind, TimeUnit::Month));
        let figures = value_figures(&book, &standing);
        let is_model = kind != PurchaseModelKind::Simple;
        assert_eq!(figures.method, if is_model { Method::Model } else { Method::Simple });
        assert_eq!((figures.customers, figures.unknown), (500, 0), "{kind:?}");
        let sum = |of: fn(&customer_tiers::differentiate::lifetime_value::figures::ValueGroup) -> f64| -> f64 {
            figures.tiers.iter().map(|(_, group)| of(group)).sum()
        };
        for (what, tiers, total) in [
            ("purchases", sum(|group| group.purchases.expected), figures.total.purchases.expected),
            ("revenue", sum(|group| group.revenue.expected), figures.total.revenue.expected),
            ("value", sum(|group| group.value), figures.total.value),
            ("before", sum(|group| group.before.unwrap_or(0.0)), figures.total.before.unwrap_or(f64::NAN)),
        ] {
            assert!((tiers - total).abs() < 1e-6 * total, "{kind:?}: {what}: {tiers} is not {total}");
        }
        assert!(figures.total.value < figures.total.revenue.expected, "{kind:?}: later money is worth less");
        assert_eq!(figures.values.customers.iter().sum::<u32>(), 500, "{kind:?}");
        assert_eq!(figures.p_alive.iter().map(|step| step.customers).sum::<u32>(), if is_model { 500 } else { 0 }, "{kind:?}");
        let Some(matrix) = &figures.matrix else {
            assert!(!is_model);
            continue;
        };
        assert_eq!(matrix.cells.iter().flatten().map(|cell| cell.customers).sum::<u32>(), 500, "{kind:?}");
        for line in &matrix.cells[1..] {
            let known: Vec<f64> = line.iter().map(|cell| cell.p_alive).filter(|p_alive| !p_alive.is_nan()).collect();
            assert!(kind == BgBb || known.len() == line.len(), "{kind:?}");
            assert!(known.windows(2).all(|pair| pair[0] >= pair[1]), "{kind:?}: silence is never good news");
        }
    }
}

#[test]
fn margin_and_horizon_scale_the_value() {
    let book = book(&bought(11, 300, 730));
    let value = |months: u32, margin: f64| {
        let standing = stand(&book, |recipe| {
            recipe.lifetime_value.months = months;
            recipe.lifetime_value.margin = margin;
        });
        value_figures(&book, &standing).total
    };
    let (year, half) = (value(12, 1.0), value(12, 0.5));
    assert!(
        (half.value * 2.0 - year.value).abs() < 1e-5 * year.value && half.revenue == year.revenue && half.historic * 2.0 == year.historic
    );
    assert!(value(24, 1.0).value > year.value);
}

/// A customer, a day every so often.
fn every(id: &str, from: &str, days: i32, times: i32) -> Vec<Line> {
    let day = |number: i32| day(from).number() + number * days;
    (0..times).map(|number| Line { customer: id.into(), day: day(number), raw: 1_000_000, ..Line::default() }).collect()
}

#[test]
fn small_files_get_wide_ranges_and_no_refusal() {
    let one = |lines: &[Line]| {
        let book = book(lines);
        let standing = stand(&book, |_| {});
        value_figures(&book, &standing)
    };
    // One customer, ten orders a month apart: about twelve more in a year, between a few and twice as many.
    let steady = one(&every("ann", "2023-01-01", 30, 10));
    assert_eq!(steady.method, Method::Simple);
    assert!(matches!(steady.verdict.concerns[..], [Concern::TooFewRepeaters { found: 1, needed: 20 }]));
    let purchases = steady.total.purchases;
    assert!(
        (9.0..15.0).contains(&purchases.expected) && purchases.low < 7.0 && purchases.low > 1.0 && purchases.high > 17.0,
        "{purchases:?}"
    );
    assert!((steady.total.revenue.expected / purchases.expected - 100.0).abs() < 1e-4);
    // One customer with one order four months ago: something, but hardly anything is known.
    let mut once = every("ann", "2023-01-01", 30, 1);
    once.extend(every("bob", "2023-05-01", 30, 1));
    let once = one(&once);
    assert_eq!(once.method, Method::Simple);
    let purchases = once.total.purchases;
    assert!(purchases.expected > 0.0 && purchases.low < 0.1 && purchases.high > 3.0 * purchases.expected, "{purchases:?}");
    // One customer with one order yesterday: nothing can be said, and it is said so.
    let early = one(&every("ann", "2023-01-01", 1, 3));
    assert_eq!((early.method, early.customers, early.total.purchases.high), (Method::Nothing, 0, 0.0));
    assert!(early.verdict.concerns.contains(&Concern::TooEarly));
    // Thirty customers, a third of whom came back: more is known, and less is left open.
    let thirty: Vec<Line> =
        (0..30).flat_map(|number| every(&format!("c{number:02}"), "2023-01-01", 40 + number, 1 + (number % 3) / 2)).collect();
    let thirty = one(&thirty);
    assert!(matches!(thirty.verdict.concerns[..], [Concern::TooFewRepeaters { found: 10, .. }]), "{:?}", thirty.verdict);
    let relative = |figures: &ValueFigures| figures.total.purchases.high / figures.total.purchases.expected;
    assert!(thirty.method == Method::Simple && relative(&thirty) < relative(&once), "{:?}", thirty.total);
}

#[test]
fn who_fell_silent_brings_nothing_by_the_simple_forecast() {
    let mut lines = every("gone", "2020-01-01", 30, 10);
    lines.extend(every("here", "2022-06-01", 30, 20));
    let book = book(&lines);
    let standing = stand(&book, |recipe| recipe.lifetime_value.model = PurchaseModelKind::Simple);
    let of = |id: &str| customer_value(&book, &standing, customer(&book, id)).expect("a customer");
    let (gone, here) = (of("gone"), of("here"));
    assert_eq!((gone.value, gone.expected_purchases.map(|range| range.expected)), (Some(0.0), Some(0.0)));
    assert!(gone.at_stake > 0.0 && gone.risk.level == RiskLevel::Gone, "{gone:?}");
    assert!(here.value.is_some_and(|value| value > 500.0) && here.at_stake == 0.0, "{here:?}");
    assert!(gone.history.is_empty() && gone.next_order.is_none() && here.risk.p_alive.is_none());
}

#[test]
fn the_card_shows_the_past_the_next_order_and_the_year_before() {
    let mut lines = bought(3, 400, 730);
    lines.extend(every("steady", "2022-02-01", 30, 24));
    let book = book(&lines);
    let standing = stand(&book, |_| {});
    let id = customer(&book, "steady");
    let card = customer_value(&book, &standing, id).expect("a customer");
    let predictions = &standing.forecast(&book).predictions;
    let today = card.history.last().expect("a curve");
    assert_eq!(today.day, standing.as_of);
    assert!((today.p_alive - f64::from(predictions.p_alive[id.index()])).abs() < 1e-6);
    assert_eq!(card.history.iter().filter(|point| point.bought).count(), 24);
    for pair in card.history.windows(2) {
        assert!(pair[0].day < pair[1].day);
        let falls = pair[1].p_alive < pair[0].p_alive;
        assert!(pair[1].bought != falls, "the chance falls until something is bought: {pair:?}");
    }
    let next = card.next_order.expect("a rhythm");
    let last = standing.measures.last_order[id.index()];
    assert_eq!((next.day, next.from, next.until, next.own_rhythm), (last.plus(30), last.plus(30), Some(last.plus(30)), true));
    assert_eq!(card.usual_days, Some(30));
    let (year, before) = (card.year, card.year_before.expect("a customer for long enough"));
    assert_eq!(year.purchases + before.purchases, 24);
    assert_eq!(year.revenue.raw() + before.revenue.raw(), 24 * 1_000_000);
    assert!(customer_value(&book, &standing, CustomerId(9_999)).is_none());
}

#[test]
fn the_list_of_risks_can_be_sorted_and_filtered_and_adds_up() {
    let book = book(&bought(5, 600, 730));
    let standing = stand(&book, |_| {});
    let figures = value_figures(&book, &standing).risk;
    let all = page(&book, &standing, &RiskQuery { limit: 1000, ..RiskQuery::default() });
    assert_eq!(all.total, figures.at_risk.customers);
    assert!(all.total > 50 && all.rows.iter().all(|row| row.risk.level.is_at_risk() && !row.risk.reasons.is_empty()));
    assert!(all.rows.windows(2).all(|pair| pair[0].at_stake as f32 >= pair[1].at_stake as f32), "most at stake first");
    let stake: f64 = all.rows.iter().map(|row| row.at_stake).sum();
    assert!((stake - figures.at_risk.at_stake).abs() < 1e-4 * stake);
    for (kind, group) in &figures.drivers {
        let some = page(&book, &standing, &RiskQuery { reason: Some(*kind), limit: 1000, ..RiskQuery::default() });
        assert_eq!(some.total, group.customers, "{kind:?}");
        assert!(some.rows.iter().all(|row| row.risk.reasons.iter().any(|reason| reason.kind() == *kind)));
    }
    let high = page(&book, &standing, &RiskQuery { level: Some(RiskLevel::High), limit: 3, offset: 2, ..RiskQuery::default() });
    assert_eq!((high.total, high.rows.len()), (figures.levels[2].customers, 3));
    let gone = page(&book, &standing, &RiskQuery { level: Some(RiskLevel::Gone), limit: 1000, ..RiskQuery::default() });
    assert_eq!((gone.total, figures.gone), (figures.levels[3].customers, figures.levels[3]));
    assert!(gone.total > 10 && gone.rows.iter().all(|row| row.risk.p_alive.is_none_or(|p_alive| p_alive < 0.5)));
    assert_eq!(figures.levels.iter().map(|level| level.customers).sum::<u32>(), standing.measures.customer_count());
    let silent = page(&book, &standing, &RiskQuery { sort: RiskSort::RecencyDays, limit: 1000, ..RiskQuery::default() });
    assert!(silent.rows.windows(2).all(|pair| pair[0].last_order <= pair[1].last_order));
}

#[test]
fn an_open_complaint_is_a_risk() {
    let mut book = book_of("ann 2024-01-05 10; bob 2024-01-05 10");
    let feedback = &mut book.feedback;
    let kind = customer_tiers::identify::book::FeedbackKind::Complaint;
    feedback.starts = vec![0, 2, 3];
    (feedback.day, feedback.kind) = (vec![day("2024-01-05"), day("2024-02-05"), day("2024-01-05")], vec![kind; 3]);
    (feedback.open, feedback.rating, feedback.resolved) = (vec![true, true, false], vec![[255; 4]; 3], vec![None; 3]);
    let standing = stand(&book, |_| {});
    let at_risk = page(&book, &standing, &RiskQuery { limit: 10, ..RiskQuery::default() });
    // The later complaint is not known yet, and the other customer's is resolved.
    assert_eq!(at_risk.rows.iter().map(|row| row.customer_id.as_str()).collect::<Vec<_>>(), ["ann"]);
    assert_eq!(format!("{:?}", at_risk.rows[0].risk.reasons), "[ComplaintOpen { complaints: 1 }]");
    assert!(standing.forecast(&book).risks.has(CustomerId(0), ReasonKind::ComplaintOpen));
}

#[test]
fn ready_made_measures_without_a_first_order_say_so() {
    let mut book = Book::default();
    book.customers.ids.intern("ann");
    book.ready = Some(customer_tiers::identify::ReadyMeasures {
        last_order: vec!["2024-03-01".parse().ok()],
        orders: vec![9],
        revenue: vec![customer_tiers::base::Money::from_raw(2_000_000)],
        ..Default::default()
    });
    let standing = stand(&book, |_| {});
    let figures = value_figures(&book, &standing);
    assert_eq!((figures.method, figures.customers, figures.unknown, figures.total.before), (Method::Nothing, 0, 1, None));
    assert!(figures.verdict.concerns.contains(&Concern::NoFirstOrder { customers: 1 }));
    let card = customer_value(&book, &standing, CustomerId(0)).expect("a customer");
    assert_eq!((card.method, card.historic, card.value), (Method::Nothing, 200.0, None));
}

#[test]
fn files_get_the_columns_only_when_the_recipe_wants_them() {
    let book = book(&bought(9, 200, 730));
    let written = |export: bool| {
        let standing = stand(&book, |recipe| recipe.lifetime_value.export = export);
        let mut bytes = Vec::new();
        customers_csv(&book, &standing, &mut bytes).expect("memory takes everything");
        String::from_utf8(bytes).expect("text")
    };
    let (without, with) = (written(false), written(true));
    const COLUMNS: &str = ",p_alive,expected_purchases,expected_spend,lifetime_value,risk,value_at_stake,next_order";
    let head = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    assert_eq!(head(&with), head(&without) + COLUMNS);
    assert_eq!(with, written(true), "the same bytes each time");
    let rows: Vec<Vec<&str>> = with.lines().skip(1).map(|line| line.rsplitn(8, ',').collect()).collect();
    assert!(rows.iter().all(|row| matches!(row[2], "low" | "medium" | "high" | "gone")));
    assert!(rows.iter().all(|row| row[6].parse::<f64>().is_ok_and(|p_alive| (0.0..=1.0).contains(&p_alive))));
    assert!(rows.iter().any(|row| row[0].starts_with("20")), "some next orders are known");
}

#[test]
fn a_forecast_is_kept_while_nothing_behind_it_changes() {
    let book = book(&bought(13, 200, 730));
    let checked = |change: fn(&mut Recipe)| {
        let mut recipe = Recipe::default();
        change(&mut recipe);
        Checked::new(recipe).expect("valid")
    };
    let mut standing = stand(&book, |_| {});
    let made = std::ptr::from_ref(standing.forecast(&book));
    standing.rescore(&book, &checked(|recipe| recipe.lifetime_value.export = true)).expect("still customers");
    assert_eq!(std::ptr::from_ref(standing.forecast(&book)), made, "taken over");
    standing.rescore(&book, &checked(|recipe| recipe.lifetime_value.months = 6)).expect("still customers");
    assert_eq!(standing.forecast(&book).predictions.asked.months, 6, "made anew");
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn a_model_by_which_nobody_leaves_does_not_rank_who_left() {
    let mut sources: Vec<Box<dyn Source>> =
        vec![Box::new(FileSource::open(&real("transactions/示例 - 超市.xls")).expect("the file is there"))];
    let outcome = run(&mut sources, &Checked::default(), &mut |_| {}).expect("an import");
    let forecast = outcome.standing.forecast(&outcome.book);
    assert_eq!(forecast.predictions.verdict.concerns.first(), Some(&Concern::NobodyLeaves));
    let figures = value_figures(&outcome.book, &outcome.standing);
    let ahead: f64 = forecast.predictions.value_if_alive.iter().map(|&value| f64::from(value)).sum();
    // Half of the customers break their rhythm, fall silent or spend less; what they would bring is at stake, not a chance of 0 of it.
    let at_risk = &figures.risk.at_risk;
    assert!(at_risk.at_stake > 0.2 * ahead && at_risk.at_stake < ahead, "{} of {ahead}", at_risk.at_stake);
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn cdnow_shows_the_published_parameters() {
    let mut sources: Vec<Box<dyn Source>> =
        vec![Box::new(FileSource::open(&real("transactions/CDNOW_sample.txt")).expect("the file is there"))];
    let mut recipe = Recipe::default();
    recipe.measures.as_of = Some(day("1997-09-30"));
    recipe.lifetime_value.model = PurchaseModelKind::BgNbd;
    recipe.lifetime_value.months = 9;
    let outcome = run(&mut sources, &Checked::new(recipe).expect("valid"), &mut |_| {}).expect("an import");
    let figures = value_figures(&outcome.book, &outcome.standing);
    let model = figures.purchase_model.expect("a fit");
    let published =
        [("r", 0.242_593, 0.012_557), ("alpha", 4.413_532, 0.378_221), ("a", 0.792_886, 0.185_719), ("b", 2.425_752, 0.705_345)];
    for ((name, value, error), (expected_name, expected, expected_error)) in model.parameters.iter().zip(published) {
        assert_eq!(name, expected_name);
        assert!((value - expected).abs() < 1e-3 * expected.max(1.0), "{name}: {value} is not {expected}");
        assert!(error.is_some_and(|error| (error - expected_error).abs() < 5e-3), "{name}: {error:?} is not {expected_error}");
    }
    assert!((model.fit.ln_likelihood + 9582.43).abs() < 0.1, "{}", model.fit.ln_likelihood);
    // 39.1 weeks, of which 39 brought 1,882 purchases where 1,653 were expected.
    let purchases = figures.total.purchases;
    assert!((purchases.expected - 1657.0).abs() < 8.0 && purchases.low > 1450.0 && purchases.high < 1900.0, "{purchases:?}");
}

#[test]
fn customers_who_hardly_differ_are_forecast_all_the_same() {
    // Everybody buys at one rate, about every 30 days, and leaves with one chance: the spread of the rates has no end.
    let mut random = Random::new(21);
    let mut lines = Vec::new();
    for number in 0..400 {
        let mut at = 300.0 * random.unit();
        while at < 730.0 {
            lines.push(Line { customer: format!("c{number:03}"), day: 19_000 + at as i32, raw: 500_000, ..Line::default() });
            if random.unit() < 0.2 {
                break;
            }
            at += 1.0 - 30.0 * (1.0 - random.unit()).ln();
        }
    }
    let book = book(&lines);
    let figures = value_figures(&book, &stand(&book, |_| {}));
    assert_eq!(figures.method, Method::Model, "{:?}", figures.verdict);
    assert!(figures.verdict.concerns.iter().any(|concern| matches!(concern, Concern::Degenerate { .. })), "{:?}", figures.verdict);
    let purchases = figures.total.purchases;
    assert!(purchases.expected > 0.0 && purchases.high < 2.0 * purchases.expected, "{purchases:?}");
}
