//! Metrics, points and the value score on books of a few lines, against figures computed by hand.

use crate::book::{Line, book, book_of, customer, day, line};
use customer_tiers::base::{Day, TextId};
use customer_tiers::differentiate::{Standing, conditions, differentiate, why};
use customer_tiers::identify::Book;
use customer_tiers::identify::book::{Channel, Feedback, FeedbackKind, OwnColumn};
use customer_tiers::recipe::{Checked, Metric};

pub(crate) fn recipe(json: &str) -> Checked {
    Checked::from_json(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

pub(crate) fn stand(book: &Book, json: &str) -> Standing {
    differentiate(book, &recipe(json)).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// The metric of every customer with three digits at most, `-` where it is not known.
fn values(book: &Book, json: &str, metric: &str) -> String {
    let (recipe, standing) = (recipe(json), stand(book, json));
    let metric: Metric = metric.parse().expect("a metric");
    let column = standing.metric(book, &recipe, &metric);
    let shown = |value: f64| if value.is_nan() { "-".to_owned() } else { ((value * 1000.0).round() / 1000.0).to_string() };
    standing.customers().map(|customer| shown(column.value(customer))).collect::<Vec<_>>().join(" ")
}

/// Ann: four days with an order, 10, 20 and 60 days apart; an order of two lines. Bob: one order. Cyd: twice, 300 days apart.
const THREE: &str = "ann 2023-10-01 10 o1; ann 2023-10-11 20 o2; ann 2023-10-31 30 o3; ann 2023-10-31 5 o3; ann 2023-12-30 40 o4; \
    ann 2023-12-31 -5 r1; bob 2023-12-31 100 o5; cyd 2023-01-05 80 o6; cyd 2023-11-01 20 o7";

#[test]
fn metrics_are_what_they_are_said_to_be() {
    let book = book_of(THREE);
    // The analysis day is 2024-01-01.
    for (metric, expected) in [
        ("recency", "2 1 61"),
        ("frequency", "4 1 2"),
        ("revenue", "100 100 100"),
        ("average_order", "25 100 50"),
        ("largest_order", "40 100 80"),
        ("tenure", "92 1 361"),
        // Ann: periods 0, 1 and 3 of four; Cyd: periods 0 and 10 of 13; Bob is in his first.
        ("repeat_rate", "0.75 - 0.154"),
        ("interval", "20 - 300"),
        // Pauses of 10, 20 and 60: mean 30, standard deviation 21.602.
        ("regularity", "0.581 - -"),
        // Cyd: 20 in the late half year, 80 in the early one.
        ("growth", "- - -0.6"),
        ("orders:90", "3 1 1"),
        ("revenue:62", "70 100 20"),
        ("interactions", "- - -"),
        ("satisfaction", "- - -"),
        ("complaint_rate", "- - -"),
        ("products", "- - -"),
        ("one_off_share", "- - -"),
        ("own:size", "- - -"),
        // Tenure ranks 50, 16.667, 83.333; repeat rate 75, -, 25; regularity 50, -, -.
        ("loyalty", "58.333 16.667 54.167"),
        // Average order ranks 16.667, 83.333, 50; largest order the same.
        ("purchasing_power", "16.667 83.333 50"),
    ] {
        assert_eq!(values(&book, "{}", metric), expected, "{metric}");
    }
}

#[test]
fn headroom_is_against_the_best_tenth_of_the_peers() {
    // Ten customers with 10, 20 … 100: the 90 % quantile is 91. Nobody has a past, and no model can be fitted.
    let lines: Vec<String> = (1..=10).map(|n| format!("c{n:02} 2024-01-0{} {}", n % 9 + 1, n * 10)).collect();
    let book = book_of(&lines.join(";"));
    assert_eq!(values(&book, "{}", "potential"), "89.011 78.022 67.033 56.044 45.055 34.066 23.077 12.088 1.099 0");
}

#[test]
fn products_that_nobody_else_buys_are_one_off() {
    let bought = |text: &str, product: &str| Line { product: product.into(), ..line(text) };
    let lines = [
        bought("ann 2024-01-01 1", "bolt"),
        bought("ann 2024-01-02 1", "bolt"),
        bought("ann 2024-01-02 1", "gear"),
        bought("bob 2024-01-02 1", "bolt"),
        line("cyd 2024-01-02 1"),
    ];
    let book = book(&lines);
    assert_eq!(values(&book, "{}", "products"), "2 1 0");
    assert_eq!(values(&book, "{}", "one_off_share"), "0.5 0 -");
    let standing = stand(&book, r#"{"schemes": [{"id": "need", "rule": "need", "custom_share": 0.5}]}"#);
    let need = standing.scheme("need").expect("a scheme");
    assert_eq!(standing.customers().map(|customer| need.code_of(customer)).collect::<Vec<_>>(), ["custom", "standard", "unknown"]);
}

/// Contacts and feedback of ann: two contacts on the last days, one without a day; a rating of 80, one of parts 60 and 70, a complaint.
pub(crate) fn with_contacts() -> Book {
    let mut book = book_of("ann 2024-01-01 1 o1; ann 2024-01-05 1 o2; bob 2024-01-05 1 o3");
    let contacts = &mut book.interactions;
    contacts.starts = vec![0, 3, 3];
    contacts.day = vec![Day::MIN, day("2024-01-02"), day("2024-02-01")];
    contacts.channel = vec![Channel::Phone; 3];
    contacts.count = vec![5, 1, 2];
    contacts.subject = vec![TextId::NONE; 3];
    let feedback = &mut book.feedback;
    let none = Feedback::NO_RATING;
    feedback.starts = vec![0, 3, 3];
    feedback.day = vec![day("2024-01-02"); 3];
    feedback.kind = vec![FeedbackKind::Rating, FeedbackKind::Rating, FeedbackKind::Complaint];
    feedback.rating = vec![[80, none, none, none], [none, 60, 70, none], [none; 4]];
    feedback.resolved = vec![None; 3];
    feedback.open = vec![false; 3];
    feedback.subject = vec![TextId::NONE; 3];
    let texts: Vec<TextId> = ["高", "1.5万", "低"].iter().map(|text| book.customers.texts.intern(text)).collect();
    book.customers.own = vec![
        OwnColumn { header: "需求".into(), values: vec![texts[0], texts[2]] },
        OwnColumn { header: "预算".into(), values: vec![texts[1], TextId::NONE] },
    ];
    book
}

#[test]
fn contacts_feedback_and_own_columns_are_metrics() {
    let book = with_contacts();
    for (json, metric, expected) in [
        ("{}", "interactions", "8 0"),
        // Where somebody chose the day, what came later has not happened.
        (r#"{"measures": {"as_of": "2024-01-06"}}"#, "interactions", "6 0"),
        ("{}", "interactions:30", "3 0"),
        (r#"{"measures": {"as_of": "2024-01-06"}}"#, "interactions:30", "1 0"),
        ("{}", "satisfaction", "72.5 -"),
        ("{}", "complaint_rate", "0.5 0"),
        ("{}", "own:预算", "15000 -"),
        ("{}", "own:需求", "- -"),
    ] {
        assert_eq!(values(&book, json, metric), expected, "{metric} {json}");
    }
}

/// Source: the example of T11: 10 points per 10 000 ordered in three months, 2 per contact, 15 for high need; from 90 on A,
/// from 70 on B, else C.
#[test]
fn points_of_a_chinese_crm() {
    let mut book = with_contacts();
    book.ledger.amount[1] = customer_tiers::base::Money::from_raw(599_999_999);
    let json = r#"{"points": [{"id": "crm", "rules": [
        {"points": 10, "per": {"metric": "revenue:90", "step": 10000}},
        {"points": 2, "per": {"metric": "interactions", "step": 1}},
        {"points": 15, "when": {"attribute": {"of": "own:需求", "is": ["高"]}}}]}],
        "schemes": [{"id": "crm", "rule": "conditions", "rows": [
            {"code": "a", "name": "A", "health": "loyal", "when": {"metric": {"of": "points:crm", "at_least": 90}}},
            {"code": "b", "name": "B", "health": "growing", "when": {"metric": {"of": "points:crm", "at_least": 70}}}],
            "otherwise": {"code": "c", "name": "C", "health": "needs_care"}}]}"#;
    // 60 000.9999 make 6 full steps; 8 contacts; high need.
    assert_eq!(values(&book, json, "points:crm"), "91 0");
    let (standing, recipe) = (stand(&book, json), recipe(json));
    let codes: Vec<&str> =
        standing.customers().map(|customer| standing.scheme("crm").map_or("", |scheme| scheme.code_of(customer))).collect();
    assert_eq!(codes, ["a", "c"]);
    let card = why::card(&book, &standing, &recipe, customer(&book, "ann")).expect("a card");
    assert_eq!(card.points, [("crm".to_owned(), 91.0)]);
}

#[test]
fn points_fade_and_are_held_within_bounds() {
    let book = with_contacts();
    for (sheet, expected) in [
        (r#""rules": [{"points": 8}]"#, "8 8"),
        (r#""rules": [{"points": 8}, {"points": -3, "when": {"not": {"metric": {"of": "interactions", "at_least": 1}}}}]"#, "8 5"),
        // The last order was one day ago; ann's last contact is later, bob has none.
        (r#""rules": [{"points": 8}], "decay": {"half_life_days": 1}"#, "4 4"),
        (r#""rules": [{"points": 8}], "decay": {"half_life_days": 1, "since": "last_contact"}"#, "8 4"),
        (r#""rules": [{"points": 8}], "decay": {"half_life_days": 1}, "max": 3"#, "3 3"),
        (r#""rules": [{"points": -8}], "min": -1"#, "-1 -1"),
        (r#""rules": [{"points": 1, "per": {"metric": "interactions", "step": 2, "at_most": 3}}]"#, "3 0"),
        (r#""rules": [{"points": 1, "per": {"metric": "satisfaction", "step": 0.1}}]"#, "725 0"),
    ] {
        assert_eq!(values(&book, &format!(r#"{{"points": [{{"id": "p", {sheet}}}]}}"#), "points:p"), expected, "{sheet}");
    }
}

#[test]
fn the_value_score_weighs_what_is_known() {
    let book = with_contacts();
    let json = r#"{"value_score": {"factors": [
        {"metric": "frequency", "weight": 1, "binning": {"method": "fixed", "cuts": [1]}},
        {"metric": "satisfaction", "weight": 3, "binning": {"method": "fixed", "cuts": [50, 70, 90]}},
        {"metric": "recency", "weight": 1, "binning": {"method": "fixed", "cuts": [1, 2]}}]}}"#;
    // Ann: 1 × 1 + 3 × 2/3 + 1 × 1 of 5. Bob has no rating: 0 + 1 of 2.
    assert_eq!(values(&book, json, "value_score"), "80 50");
    let (standing, recipe) = (stand(&book, json), recipe(json));
    let reason = standing.value_reason(&book, &recipe, customer(&book, "bob"));
    let told: Vec<String> = reason
        .factors
        .iter()
        .map(|factor| format!("{} {:?} {}/{} {} {}", factor.metric, factor.value, factor.score, factor.bins, factor.weight, factor.points))
        .collect();
    assert_eq!(told, ["frequency Some(1.0) 1/2 0.5 0", "satisfaction None 0/4 0 0", "recency Some(1.0) 3/3 0.5 50"]);
    assert_eq!(reason.score, Some(50.0));
}

#[test]
fn conditions_mean_whom_they_say() {
    let book = with_contacts();
    let (json, standing) = (recipe("{}"), stand(&book, "{}"));
    let whom = |condition: &str| {
        let condition = serde_json::from_str(condition).unwrap_or_else(|error| panic!("{condition}: {error}"));
        let whom = conditions::whom(&book, &standing, &json, &condition);
        whom.iter().map(|meant| if *meant { '1' } else { '0' }).collect::<String>()
    };
    for (condition, expected) in [
        (r#"{"all": []}"#, "11"),
        (r#"{"any": []}"#, "00"),
        (r#"{"metric": {"of": "frequency", "at_least": 1.5}}"#, "10"),
        (r#"{"metric": {"of": "frequency", "at_least": 1, "at_most": 1}}"#, "01"),
        (r#"{"metric": {"of": "revenue", "at_most": 1}}"#, "01"),
        (r#"{"metric": {"of": "satisfaction", "at_most": 100}}"#, "10"),
        (r#"{"metric": {"of": "satisfaction", "known": true}}"#, "10"),
        (r#"{"metric": {"of": "satisfaction", "known": false}}"#, "01"),
        (r#"{"not": {"metric": {"of": "satisfaction", "at_least": 90}}}"#, "11"),
        (r#"{"attribute": {"of": "own:需求", "is": [" 低 ", "中"]}}"#, "01"),
        (r#"{"attribute": {"of": "own:预算", "contains": "万"}}"#, "10"),
        (r#"{"attribute": {"of": "own:预算", "known": false}}"#, "01"),
        (r#"{"attribute": {"of": "gender", "known": true}}"#, "00"),
        (r#"{"segment": {"scheme": "tenure", "is": ["new"]}}"#, "11"),
        (r#"{"segment": {"scheme": "nowhere", "is": ["new"]}}"#, "00"),
        (r#"{"any": [{"metric": {"of": "frequency", "at_least": 2}}, {"attribute": {"of": "own:需求", "is": ["低"]}}]}"#, "11"),
        (r#"{"all": [{"metric": {"of": "frequency", "at_least": 2}}, {"attribute": {"of": "own:需求", "is": ["低"]}}]}"#, "00"),
    ] {
        assert_eq!(whom(condition), expected, "{condition}");
    }
    let condition = serde_json::from_str(r#"{"metric": {"of": "frequency", "at_least": 2}}"#).expect("a condition");
    let count = conditions::count(&book, &standing, &json, &condition).expect("a count");
    assert_eq!((count.customers, count.orders, count.revenue.to_string().as_str(), count.share), (1, 2, "2", 0.5));
    let stranger = serde_json::from_str(r#"{"metric": {"of": "points:x", "at_least": 2}}"#).expect("a condition");
    assert!(conditions::count(&book, &standing, &json, &stranger).is_err_and(|error| error.to_string().contains("points:x")));
}

/// Twelve customers: recency in two scores, frequency in two within each, computed by hand.
#[test]
fn nested_scores_are_cut_within_their_group() {
    // Orders 1 to 6 in both halves of recency; the late half has ten times the money.
    let mut lines = Vec::new();
    for n in 1..=6 {
        for order in 0..n {
            lines.push(format!("late{n} 2024-06-{:02} {} l{n}{order}", 30 - order, n * 10));
            lines.push(format!("old{n} 2024-01-{:02} {n} o{n}{order}", 30 - order));
        }
    }
    let book = book_of(&lines.join(";"));
    let binning = r#"{"method": "quantile", "bins": 2}"#;
    let schemes = r#""segment": "cn-8", "tier": "abc""#;
    let scores = |nested: bool| {
        let json = format!(
            r#"{{"scores": {{"recency": {binning}, "frequency": {binning}, "monetary": {binning}, "nested": {nested}}}, {schemes}}}"#
        );
        let standing = stand(&book, &json);
        let one = |id: &str| standing.scores.of(customer(&book, id)).map(|score| score.to_string()).concat();
        assert_eq!(standing.scores.nested().map(|nested| nested.small), nested.then_some(6));
        let all = ["late1", "late3", "late4", "late6", "old1", "old3", "old4", "old6"].map(one).join(" ");
        (all, standing.scores.groups.len())
    };
    // Over all: frequency above 3.5 is high, monetary above 30.5 (late3 has 90, old6 36).
    assert_eq!(scores(false), ("211 212 222 222 111 111 121 122".into(), 0));
    // Within a recency score frequency above 3.5 is high again; within both, monetary is cut among three: the largest is high.
    assert_eq!(scores(true), ("211 212 221 222 111 112 121 122".into(), 6));
}
