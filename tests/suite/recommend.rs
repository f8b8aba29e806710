//! Recommendations: laws on made-up orders, and how often they are right on real ones.

use crate::data::real;
use customer_tiers::base::CustomerId;
use customer_tiers::customize::{
    Interests, OfferMethod, OfferQuery, OfferReason, OfferTest, OfferVerdict, Offerer, PromotionKind, Promotions, Recommender, Scratch,
    hold_out,
};
use customer_tiers::identify::{BytesSource, FileSource, Source};
use customer_tiers::pipeline::{Outcome, run};
use customer_tiers::recipe::{Checked, Offering, Recipe};

fn import(csv: &str, recipe: &Checked) -> Outcome {
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", csv.as_bytes().to_vec()))];
    run(&mut sources, recipe, &mut |_| {}).expect("orders")
}

fn real_orders(paths: &[String]) -> Outcome {
    let open = |path: &String| -> Box<dyn Source> { Box::new(FileSource::open(&real(path)).expect("the file is there")) };
    let mut sources: Vec<Box<dyn Source>> = paths.iter().map(open).collect();
    run(&mut sources, &Checked::default(), &mut |_| {}).expect("orders")
}

fn figures(outcome: &Outcome) -> OfferTest {
    hold_out(&outcome.book, &outcome.standing, &Checked::default()).expect("products and two years")
}

fn hit_rate(test: &OfferTest, method: OfferMethod) -> f64 {
    test.methods.iter().find(|found| found.method == method).map_or(f64::NAN, |found| found.hit_rate)
}

/// Twenty customers buy tea and a pot in one order, twenty pens and ink; those of even numbers of either kind come back for tea or ink.
fn two_kinds() -> String {
    let mut csv = String::from("customer_id,order_id,order_date,amount,product,category\n");
    for customer in 0..40 {
        let (first, second, category) = if customer < 20 { ("tea", "pot", "kitchen") } else { ("ink", "pen", "office") };
        for product in [first, second] {
            csv += &format!("c{customer:02},{customer},2025-01-{:02},30,{product},{category}\n", 1 + customer % 20);
        }
        if customer % 2 == 0 {
            csv += &format!("c{customer:02},b{customer},2025-02-{:02},30,{first},{category}\n", 1 + customer % 20);
        }
    }
    csv + "new,n1,2025-03-01,30,tea,kitchen\n"
}

/// What somebody is recommended: product and reason.
fn recommended(outcome: &Outcome, recipe: &Checked, id: &str) -> Vec<(String, OfferReason)> {
    let customer = outcome.book.customers.iter().find(|&customer| outcome.book.customers.id(customer) == id).expect("known");
    let recommender = Recommender::fit(&outcome.book, &outcome.standing, recipe);
    let offers = recommender.of(&outcome.book, &outcome.standing, customer, &mut Scratch::default());
    offers.into_iter().map(|offer| (offer.product, offer.because)).collect()
}

#[test]
fn each_recommendation_has_its_reason() {
    let recipe = Checked::default();
    let outcome = import(&two_kinds(), &recipe);
    let new = recommended(&outcome, &recipe, "new");
    assert_eq!(new[0], ("pot".into(), OfferReason::BoughtTogether { with: "tea".into(), together: 20, of: 31 }));
    assert!(matches!(&new[1], (_, OfferReason::Popular { .. })), "{:?}", new[1]);
    // c01 bought tea and a pot in January: tea is bought again by 10 of 21, and due; nobody came back for a pot.
    let old = recommended(&outcome, &recipe, "c01");
    assert_eq!(old[0], ("tea".into(), OfferReason::BoughtAgain { buyers: 21, again: 10, usual_days: Some(31), days: 59 }));
    assert!(old.iter().all(|(product, _)| product != "pot"), "what is not bought again is not offered again: {old:?}");
    assert!(new.iter().all(|(product, _)| product != "tea"), "bought yesterday, usually after 31 days: {new:?}");
}

#[test]
fn the_recipe_says_how_many_and_which_never() {
    let recipe = Recipe {
        offering: Offering { products: 1, exclude: vec!["pot".into(), "no product".into()], ..Offering::default() },
        ..Recipe::default()
    };
    let recipe = Checked::new(recipe).expect("valid");
    let outcome = import(&two_kinds(), &recipe);
    let new = recommended(&outcome, &recipe, "new");
    assert_eq!(new.iter().map(|(product, _)| product.as_str()).collect::<Vec<_>>(), ["ink"]);
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let recipe = Checked::default();
    let csv = two_kinds();
    let mut lines: Vec<&str> = csv.lines().collect();
    lines[1..].reverse();
    let (outcome, turned) = (import(&csv, &recipe), import(&(lines.join("\n") + "\n"), &recipe));
    for id in ["new", "c01", "c22"] {
        assert_eq!(recommended(&outcome, &recipe, id), recommended(&turned, &recipe, id), "{id}");
    }
}

#[test]
fn files_without_products_get_promotions_only() {
    let csv = "customer_id,order_date,amount\nann,2025-01-01,90\nann,2025-02-01,110\nbob,2025-02-03,40\ncat,2023-01-01,70\n";
    let recipe = Checked::default();
    let outcome = import(csv, &recipe);
    let offerer = Offerer::new(&outcome.book, &outcome.standing, &recipe);
    let figures = offerer.figures(&outcome.standing);
    assert!(!figures.has_products && figures.pairs == 0);
    let page = offerer.page(&outcome.book, &outcome.standing, &OfferQuery { limit: 10, ..OfferQuery::default() });
    let kinds: Vec<_> = page.rows.iter().map(|row| (row.customer_id.as_str(), row.promotion.as_ref().map(|found| found.kind))).collect();
    let expected = [("ann", PromotionKind::Privilege), ("cat", PromotionKind::WinBack), ("bob", PromotionKind::SecondOrder)];
    assert_eq!(kinds, expected.map(|(id, kind)| (id, Some(kind))));
    assert!(hold_out(&outcome.book, &outcome.standing, &recipe).is_none());
}

#[test]
fn no_promotion_costs_more_than_its_share_of_the_margin() {
    for (share, margin) in [(0.3, 1.0), (1.0, 0.4), (0.1, 0.25), (0.01, 0.01)] {
        let mut recipe = Recipe::default();
        (recipe.offering.promotion_share, recipe.lifetime_value.margin) = (share, margin);
        let recipe = Checked::new(recipe).expect("valid");
        let outcome = import(&two_kinds(), &recipe);
        let promotions = Promotions::new(&outcome.standing, &recipe);
        for promotion in outcome.standing.customers().filter_map(|customer| promotions.of(&outcome.standing, customer)) {
            let limit = promotion.threshold.to_f64() * share * margin + 1e-9;
            assert!(promotion.worth.to_f64() <= limit, "{promotion:?} at {share} of {margin}");
        }
    }
}

#[test]
fn interests_are_what_somebody_buys_more_than_others() {
    let recipe = Checked::default();
    let outcome = import(&two_kinds(), &recipe);
    let interests = Interests::new(&outcome.book);
    let of = |number| {
        interests.of(&outcome.book, CustomerId(number)).into_iter().map(|found| (found.category, found.purchases)).collect::<Vec<_>>()
    };
    assert_eq!((of(1), of(21)), (vec![("kitchen".to_owned(), 2)], vec![("office".to_owned(), 2)]));
    assert!(of(40).is_empty(), "one purchase is no interest");
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn a_wholesalers_customers_are_hit_more_often_than_by_what_sells_best() {
    let folder = real("transactions/online_retail_by_day");
    let files = std::fs::read_dir(folder).expect("the folder is there");
    let name = |file: std::io::Result<std::fs::DirEntry>| file.expect("readable").file_name().to_string_lossy().into_owned();
    let mut paths: Vec<String> = files.map(|file| format!("transactions/online_retail_by_day/{}", name(file))).collect();
    paths.sort();
    let test = figures(&real_orders(&paths));
    assert_eq!(test.verdict, OfferVerdict::Better);
    assert!(hit_rate(&test, OfferMethod::Ours) > hit_rate(&test, OfferMethod::Popular) + 0.08);
    assert!(hit_rate(&test, OfferMethod::Ours) >= hit_rate(&test, OfferMethod::ItemKnn));
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn where_products_were_dealt_at_random_nothing_beats_what_sells_best_and_that_is_said() {
    let outcome = real_orders(&["transactions/superstore.csv".to_owned()]);
    let test = figures(&outcome);
    let recommender = Recommender::fit(&outcome.book, &outcome.standing, &Checked::default());
    assert!(recommender.pairs() < 5, "{} pairs", recommender.pairs());
    assert_eq!(test.verdict, OfferVerdict::Same);
    assert!(hit_rate(&test, OfferMethod::Ours) > 2.0 * hit_rate(&test, OfferMethod::ItemKnn));
}
