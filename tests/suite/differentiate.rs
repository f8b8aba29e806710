//! Measures, scores, lists and figures on books of a few lines.

use crate::book::{Line, book, book_of, customer, day, line};
use customer_tiers::base::{CustomerId, Money, TextId};
use customer_tiers::differentiate::customers::{CustomerQuery, Listing, SortColumn, page};
use customer_tiers::differentiate::overview::{Filter, overview, select};
use customer_tiers::differentiate::{Factor, Standing, differentiate, summary, why};
use customer_tiers::identify::{Book, ReadyMeasures};
use customer_tiers::recipe::{Checked, Field};

fn recipe(json: &str) -> Checked {
    Checked::from_json(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

fn stand(book: &Book, json: &str) -> Standing {
    differentiate(book, &recipe(json)).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// `recency orders revenue` of every customer that is present.
fn measured(standing: &Standing) -> String {
    let measures = &standing.measures;
    let one = |customer: CustomerId| {
        let index = customer.index();
        format!("{} {} {}", measures.recency_days[index], measures.orders[index], measures.monetary[index])
    };
    standing.customers().map(one).collect::<Vec<_>>().join(", ")
}

const TWO: &str = "ann 2024-01-05 10 o1; ann 2024-01-05 5 o1; ann 2024-01-05 7 o2; ann 2024-01-20 -4 r1; bob 2024-01-10 3 o3; \
    bob 2024-01-10 2; bob 2024-01-11 2; bob 2024-01-11 1";

#[test]
fn measures_follow_the_recipe() {
    for (json, expected, total_orders) in [
        // Netted refunds lower the revenue and are neither order nor visit; lines without an id are one order per day.
        ("{}", "16 2 18, 10 3 8", 5),
        (r#"{"cleaning": {"refunds": "keep"}}"#, "1 3 18, 10 3 8", 6),
        (r#"{"measures": {"frequency": "days"}}"#, "16 1 18, 10 2 8", 5),
        (r#"{"measures": {"frequency": "lines"}}"#, "16 3 18, 10 4 8", 5),
        (r#"{"measures": {"monetary": "average"}}"#, "16 2 9, 10 3 2.6667", 5),
        (r#"{"measures": {"as_of": "2024-02-01"}}"#, "27 2 18, 21 3 8", 5),
        (r#"{"measures": {"as_of": "2024-01-10"}}"#, "5 2 22, 0 2 5", 4),
        // Before bob's first line: he is not there at all.
        (r#"{"measures": {"as_of": "2024-01-09"}}"#, "4 2 22", 2),
    ] {
        let standing = stand(&book_of(TWO), json);
        assert_eq!((measured(&standing).as_str(), standing.measures.total_orders), (expected, total_orders), "{json}");
    }
}

#[test]
fn days_are_orders_where_no_order_is_named() {
    let standing = stand(&book_of("ann 2024-01-05 1; ann 2024-01-05 2; ann 2024-01-06 3; bob 2024-01-05 4"), "{}");
    assert_eq!((measured(&standing).as_str(), standing.measures.total_orders), ("1 2 6, 2 1 4", 3));
}

#[test]
fn an_order_of_two_customers_is_one_order_in_all() {
    let standing = stand(&book_of("ann 2024-01-05 1 o1; bob 2024-01-05 2 o1"), "{}");
    assert_eq!((measured(&standing).as_str(), standing.measures.total_orders), ("1 1 1, 1 1 2", 1));
}

#[test]
fn who_only_sent_goods_back_has_no_order_but_days() {
    let standing = stand(&book_of("ann 2024-01-05 -1 r1; ann 2024-01-07 -2 r2; bob 2024-01-09 4 o1"), "{}");
    assert_eq!(measured(&standing), "3 0 -3, 1 1 4");
    let ann = CustomerId(0).index();
    assert_eq!((standing.measures.first_order[ann], standing.measures.last_order[ann]), (day("2024-01-05"), day("2024-01-07")));
}

#[test]
fn nobody_and_too_much_are_errors() {
    let refused = |book: &Book, json: &str| differentiate(book, &recipe(json)).map_err(|error| error.code()).err().unwrap_or_default();
    assert_eq!(refused(&Book::default(), "{}"), "table.no_usable_row");
    assert_eq!(refused(&book_of(TWO), r#"{"measures": {"as_of": "2024-01-04"}}"#), "as_of.before_orders");
    let huge = |customer: &str, raw: i64| Line { raw, ..line(&format!("{customer} 2024-01-05 1")) };
    assert_eq!(refused(&book(&[huge("a", i64::MAX), huge("b", 1)]), "{}"), "amount.overflow");
    assert_eq!(refused(&book(&[huge("a", i64::MAX), huge("a", i64::MAX)]), "{}"), "amount.overflow");
    assert_eq!(refused(&book(&[huge("a", i64::MAX), huge("b", -2)]), "{}"), "amount.overflow");
    assert_eq!(refused(&book(&[huge("a", i64::MAX - 1), huge("b", -1)]), "{}"), "");
}

#[test]
fn who_comes_after_as_of_is_nowhere() {
    let book = book_of("ann 2024-01-05 1; bob 2024-02-05 2; cyd 2024-01-06 3");
    let (json, filter) = (r#"{"measures": {"as_of": "2024-01-31"}}"#, Filter::default());
    let standing = stand(&book, json);
    let bob = customer(&book, "bob");
    assert_eq!((standing.measures.absent.as_slice(), standing.scores.of(bob)), ([bob].as_slice(), [0; 3]));
    assert_eq!(select(&book, &standing, &filter), [CustomerId(0), CustomerId(2)]);
    assert!(standing.schemes.iter().all(|scheme| scheme.segment_of(bob).is_none()));
    assert!(standing.schemes.iter().all(|scheme| scheme.totals.iter().map(|total| total.customers).sum::<u32>() == 2));
    assert_eq!(overview(&book, &standing, &filter).customers, 2);
    assert_eq!(summary::summarize(&book, &standing).last_day, day("2024-01-06"));
    assert!(why::card(&book, &standing, &recipe(json), bob).is_none());
    assert_eq!(standing.scores.thresholds[1].sizes.iter().sum::<u32>(), 2);
}

/// `as_of`, then `recency orders` of everybody present; `|` separates customers, `-` is nothing known.
fn ready(rows: &str, json: &str) -> (String, bool) {
    let mut book = Book::default();
    let mut ready = ReadyMeasures::default();
    for (index, row) in rows.split('|').enumerate() {
        book.customers.ids.intern(&format!("c{index}"));
        let fields: Vec<&str> = row.split_whitespace().collect();
        ready.first_order.push(fields[0].parse().ok());
        ready.last_order.push(fields[1].parse().ok());
        ready.recency_days.push(fields[2].parse().ok());
        ready.orders.push(fields[3].parse().unwrap_or(0));
        ready.revenue.push(Money::from_raw(10_000));
    }
    book.ready = Some(ready);
    let standing = stand(&book, json);
    (format!("{}: {}", standing.as_of, measured(&standing)), standing.measures.days_are_relative)
}

#[test]
fn ready_made_measures_and_their_day() {
    for (rows, json, expected, relative) in [
        ("- 2024-03-01 - 3 | - 2024-02-01 - 1", "{}", "2024-03-02: 1 3 1, 30 1 1", false),
        ("- 2024-03-01 - 3 | - 2024-02-01 - 1", r#"{"measures": {"as_of": "2024-02-10"}}"#, "2024-02-10: 9 1 1", false),
        // The file's own day: last order and days since it agree in all rows that have both.
        ("- 2024-03-01 31 3 | - 2024-02-01 60 1 | - - 5 1", "{}", "2024-04-01: 31 3 1, 60 1 1, 5 1 1", false),
        ("- 2024-03-01 31 3 | - 2024-02-01 61 1", "{}", "2024-03-02: 1 3 1, 30 1 1", false),
        // Only first orders: the earliest day on which nobody's first order is after the last.
        ("2024-01-01 - 10 1 | 2023-01-01 - 20 4", "{}", "2024-01-11: 10 1 1, 20 4 1", false),
        // No day at all.
        ("- - 10 1 | - - 400 4", "{}", "2000-01-01: 10 1 1, 400 4 1", true),
        ("- - 10 1 | - - - 4", r#"{"measures": {"as_of": "2024-01-01"}}"#, "2024-01-01: 10 1 1", false),
    ] {
        assert_eq!(ready(rows, json), (expected.to_owned(), relative), "{rows}");
    }
}

#[test]
fn an_unknown_first_order_makes_nobody_new() {
    let mut book = Book::default();
    for id in ["one", "several", "known"] {
        book.customers.ids.intern(id);
    }
    book.ready = Some(ReadyMeasures {
        first_order: vec![None, None, Some(day("2020-01-01"))],
        last_order: vec![Some(day("2024-03-01")); 3],
        recency_days: Vec::new(),
        orders: vec![1, 2, 2],
        revenue: vec![Money::ZERO; 3],
    });
    let standing = stand(&book, "{}");
    let codes =
        |scheme: &str| (0..3).map(|id| standing.scheme(scheme).map_or("", |scheme| scheme.code_of(CustomerId(id)))).collect::<Vec<_>>();
    assert_eq!(codes("tenure"), ["new", "existing", "existing"]);
    assert_eq!(codes("life-cycle"), ["new", "active", "active"]);
    // Nobody has any revenue: all are C, and nothing is concentrated.
    assert_eq!(codes("abc"), ["c", "c", "c"]);
    assert_eq!(overview(&book, &standing, &Filter::default()).pareto.customers_for_80_percent, 0);
}

/// Scores of eight customers with 1, 2, 2, 2, 3, 4, 4, 10 orders of one day each, newest customers last.
fn scores_of_eight(binning: &str) -> (String, Vec<u32>, u32) {
    let mut lines = Vec::new();
    for (customer, orders) in [1, 2, 2, 2, 3, 4, 4, 10].into_iter().enumerate() {
        lines.extend((0..orders).map(|order| Line { day: 19_000 + order, raw: 10_000, ..line(&format!("c{customer} 2024-01-01 1")) }));
    }
    let all = format!(r#"{{"segment": "abc", "tier": "abc", "scores": {{"frequency": {binning}}}}}"#);
    let standing = stand(&book(&lines), &all);
    let thresholds = &standing.scores.thresholds[1];
    let scores: String = standing.scores.f.iter().map(|score| char::from(b'0' + score)).collect();
    (format!("{scores} {:?}", thresholds.cuts), thresholds.sizes.clone(), thresholds.split_ties)
}

#[test]
fn methods() {
    for (binning, expected, sizes, split_ties) in [
        (r#"{"method": "quantile", "bins": 4}"#, "11113334 [2.0, 2.5, 4.0]", vec![4, 0, 3, 1], 0),
        (r#"{"method": "r_rfm", "bins": 4}"#, "11112334 [3.0, 3.5, 5.0]", vec![4, 1, 2, 1], 0),
        (r#"{"method": "ntile", "bins": 4}"#, "11223344 [2.0, 2.0, 4.0]", vec![2, 2, 2, 2], 5),
        (r#"{"method": "ntile", "bins": 3}"#, "11122233 [2.0, 4.0]", vec![3, 3, 2], 5),
        (r#"{"method": "ntile", "bins": 3, "remainder": "spread"}"#, "11122233 [2.0, 4.0]", vec![3, 3, 2], 5),
        (r#"{"method": "ntile", "bins": 5}"#, "11223345 [2.0, 2.0, 4.0, 4.0]", vec![2, 2, 2, 1, 1], 5),
        (r#"{"method": "ntile", "bins": 5, "remainder": "spread"}"#, "11223445 [2.0, 2.0, 3.0, 4.0]", vec![2, 2, 1, 2, 1], 3),
        (r#"{"method": "fixed", "cuts": [1, 2.5, 4]}"#, "12223334 [1.0, 2.5, 4.0]", vec![1, 3, 3, 1], 0),
        (r#"{"method": "fixed", "cuts": [100, 200]}"#, "11111111 [100.0, 200.0]", vec![8, 0, 0], 0),
        (r#"{"method": "mean"}"#, "11111222 [3.5]", vec![5, 3], 0),
    ] {
        assert_eq!(scores_of_eight(binning), (expected.to_owned(), sizes, split_ties), "{binning}");
    }
}

#[test]
fn equal_values_share_the_lowest_interval_and_empty_scores_are_told() {
    let standing = stand(&book_of("ann 2024-01-05 1; bob 2024-01-05 1"), "{}");
    assert_eq!([standing.scores.of(CustomerId(0)), standing.scores.of(CustomerId(1))], [[5, 1, 1]; 2]);
    let empty: Vec<&[u8]> = standing.scores.thresholds.iter().map(|thresholds| thresholds.empty.as_slice()).collect();
    assert_eq!(empty, [[1, 2, 3, 4], [2, 3, 4, 5], [2, 3, 4, 5]]);
}

#[test]
fn mean_of_recency_itself_is_low() {
    let lines = "ann 2024-01-01 1; bob 2024-01-03 1; cyd 2024-01-05 1";
    let standing = stand(&book_of(lines), r#"{"segment": "cn-8"}"#);
    let scores = standing.scheme("cn-8").and_then(|scheme| scheme.scores.as_ref()).expect("own scores");
    assert_eq!((scores.r.as_slice(), scores.thresholds[0].cuts[0]), ([1, 1, 2].as_slice(), 3.0));
    // Their money is equal: the mean itself, hence low.
    assert_eq!(scores.m, [1, 1, 1]);
}

/// Source: the eight types; two public implementations label a recent, frequent, high spender as if long gone.
#[test]
fn recent_frequent_and_high_is_important_value() {
    let book = book_of("best 2024-05-01 900; best 2024-05-30 900; gone 2023-01-01 5; gone2 2023-01-02 5");
    let standing = stand(&book, r#"{"segment": "cn-8"}"#);
    let codes: Vec<&str> = standing.customers().map(|customer| standing.schemes[standing.segment].code_of(customer)).collect();
    assert_eq!(codes, ["important_value", "general_win_back", "general_win_back"]);
}

#[test]
fn seconds_tell_orders_of_one_day_apart() {
    let at = |customer: &str, day: i32, second: u32| Line { customer: customer.into(), day, second, raw: 10_000, ..Line::default() };
    let lines = [at("a", 100, 50), at("b", 100, 70_000), at("c", 100, 60), at("d", 100, 60), at("e", 99, 80_000)];
    let preset = |recency: &str| {
        format!(
            r#"{{"segment": "abc", "measures": {{"recency": "{recency}"}},
                "scores": {{"recency": {{"method": "ntile", "bins": 5, "ties": "id", "remainder": "spread"}}}}}}"#
        )
    };
    // Most recent is best; of equal ones the smaller id scores lower.
    assert_eq!(stand(&book(&lines), &preset("seconds")).scores.r, [2, 5, 3, 4, 1]);
    assert_eq!(stand(&book(&lines), &preset("days")).scores.r, [2, 3, 4, 5, 1]);
    let quantile = stand(&book(&lines), r#"{"measures": {"recency": "seconds"}}"#);
    assert_eq!((quantile.scores.r, quantile.measures.recency_days), (vec![2, 5, 4, 4, 1], vec![1, 1, 1, 1, 2]));
    let fixed =
        stand(&book(&lines), r#"{"measures": {"recency": "seconds"}, "scores": {"recency": {"method": "fixed", "cuts": [0.5, 1, 2, 3]}}}"#);
    assert_eq!(
        (fixed.scores.r.as_slice(), fixed.scores.thresholds[0].cuts.as_slice()),
        ([4, 5, 4, 4, 3].as_slice(), [0.5, 1.0, 2.0, 3.0].as_slice())
    );
}

#[test]
fn ties_go_to_the_worse_in_the_other_measures() {
    let book = book_of("a 2024-01-05 9; b 2024-01-05 3; c 2024-01-04 9; d 2024-01-04 3");
    let ranked = |ties: &str| {
        let json = format!(
            r#"{{"segment": "abc", "tier": "abc", "scores": {{"frequency": {{"method": "ntile", "bins": 4, "ties": "{ties}"}}}}}}"#
        );
        stand(&book, &json).scores.f
    };
    assert_eq!((ranked("id"), ranked("measures")), (vec![1, 2, 3, 4], vec![4, 3, 2, 1]));
}

#[test]
fn fixed_money_cuts_mean_what_is_typed() {
    let book = book_of("a 2024-01-05 255.79; b 2024-01-05 255.8; c 2024-01-05 255.81");
    let standing = stand(&book, r#"{"segment": "abc", "tier": "abc", "scores": {"monetary": {"method": "fixed", "cuts": [255.8]}}}"#);
    assert_eq!(standing.scores.m, [1, 1, 2]);
}

#[test]
fn moving_a_threshold_is_the_same_as_starting_again() {
    let book = book_of(TWO);
    let mut moved = stand(&book, "{}");
    for json in [
        r#"{"scores": {"monetary": {"method": "fixed", "cuts": [1, 2, 9, 20]}}}"#,
        r#"{"tier": "vip", "measures": {"frequency": "lines"}}"#,
        r#"{"cleaning": {"refunds": "keep"}}"#,
    ] {
        moved.rescore(&book, &recipe(json)).expect("a standing");
        let fresh = stand(&book, json);
        assert_eq!(
            (measured(&moved), moved.scores.m.clone(), moved.tier),
            (measured(&fresh), fresh.scores.m.clone(), fresh.tier),
            "{json}"
        );
        let columns = |standing: &Standing| standing.schemes.iter().map(|scheme| scheme.of.clone()).collect::<Vec<_>>();
        assert_eq!(columns(&moved), columns(&fresh));
    }
}

#[test]
fn built_in_tables_that_do_not_fit_are_left_out() {
    let standing = stand(&book_of(TWO), r#"{"segment": "cn-8", "tier": "abc", "scores": {"recency": {"method": "quantile", "bins": 3}}}"#);
    let ids: Vec<&str> = standing.schemes.iter().map(|scheme| scheme.scheme.id.as_str()).collect();
    assert_eq!(ids, ["abc", "tenure", "life-cycle", "cn-8"]);
}

fn people() -> Book {
    let mut book = book_of("1 2024-01-05 10 o1; 2 2024-01-06 30 o2; 2 2024-01-07 -5 o2; 3 2023-01-06 30 o3; 4 2024-01-05 10 o4");
    for (field, texts) in [
        (Field::CustomerName, ["Émile Zola", "Ann Lee", "", "王小明"]),
        (Field::Email, ["Z@X.org", "", "ann@y.org", ""]),
        (Field::City, ["Paris", "Lee", "", ""]),
    ] {
        let texts = texts.map(|text| if text.is_empty() { TextId::NONE } else { book.customers.texts.intern(text) });
        book.customers.attributes.insert(field, texts.to_vec());
    }
    book
}

#[test]
fn filters() {
    let book = people();
    let standing = stand(&book, "{}");
    for (json, expected) in [
        ("{}", vec![0, 1, 2, 3]),
        (r#"{"search": "ANN"}"#, vec![1, 2]),
        (r#"{"search": "éMILE"}"#, vec![0]),
        (r#"{"search": " z@x.ORG "}"#, vec![0]),
        (r#"{"search": "小明"}"#, vec![3]),
        (r#"{"search": "lee"}"#, vec![1]), // the city is not searched
        (r#"{"search": "3"}"#, vec![2]),
        (r#"{"search": "nobody"}"#, vec![]),
        (r#"{"segments": [["life-cycle", "churned"]]}"#, vec![2]),
        (r#"{"segments": [["life-cycle", "new"], ["abc", "a"]]}"#, vec![0, 1]),
        (r#"{"segments": [["no-scheme", "a"]]}"#, vec![]),
        (r#"{"segments": [["abc", "z"]]}"#, vec![]),
        (r#"{"ranges": [["monetary", 10, 25]]}"#, vec![0, 1, 3]),
        (r#"{"ranges": [["recency", 1.5, 3], ["frequency", 1, 1]]}"#, vec![0, 1, 3]),
        (r#"{"scores": [["recency", 1]]}"#, vec![2]),
    ] {
        let filter: Filter = serde_json::from_str(json).expect("a filter");
        let chosen: Vec<u32> = select(&book, &standing, &filter).into_iter().map(|customer| customer.0).collect();
        assert_eq!(chosen, expected, "{json}");
    }
}

#[test]
fn lists_are_sorted_with_equal_ones_by_id() {
    let book = people();
    let standing = stand(&book, "{}");
    for (sort, descending, expected) in [
        (SortColumn::CustomerId, false, [0, 1, 2, 3]),
        (SortColumn::CustomerId, true, [3, 2, 1, 0]),
        (SortColumn::CustomerName, false, [2, 1, 0, 3]),
        (SortColumn::CustomerName, true, [3, 0, 1, 2]),
        (SortColumn::Revenue, true, [2, 1, 0, 3]),
        (SortColumn::Revenue, false, [0, 3, 1, 2]),
        (SortColumn::Orders, true, [0, 1, 2, 3]),
        (SortColumn::RecencyDays, false, [1, 0, 3, 2]),
        (SortColumn::LastOrder, false, [2, 0, 3, 1]),
        (SortColumn::AverageOrder, true, [2, 1, 0, 3]),
        (SortColumn::FirstOrder, true, [1, 0, 3, 2]),
    ] {
        let listing = Listing::new(&book, &standing, &CustomerQuery { sort, descending, ..CustomerQuery::default() });
        let order: Vec<u32> = listing.customers().iter().map(|customer| customer.0).collect();
        assert_eq!(order, expected, "{sort:?} {descending}");
    }
    let query = CustomerQuery { offset: 1, limit: 2, descending: true, ..CustomerQuery::default() };
    let page = page(&book, &standing, &query);
    let row = |row: &customer_tiers::differentiate::customers::CustomerRow| {
        format!("{} {} {} {}", row.customer_id, row.revenue, row.abc, row.life_cycle)
    };
    assert_eq!((page.total, page.rows.iter().map(row).collect::<Vec<_>>()), (4, vec!["2 25 A new".to_owned(), "1 10 A new".to_owned()]));
}

#[test]
fn overview_of_everybody_equals_a_filter_that_lets_everybody_through() {
    let book = people();
    let standing = stand(&book, "{}");
    let everybody = overview(&book, &standing, &Filter::default());
    let filter = Filter { ranges: vec![(Factor::Monetary, -1e300, 1e300)], ..Filter::default() };
    let json = |overview| serde_json::to_value(overview).expect("JSON");
    assert_eq!(json(everybody.clone()), json(overview(&book, &standing, &filter)));
    assert_eq!((everybody.customers, everybody.orders, everybody.revenue), (4, 4, Money::from_raw(750_000)));
    let months: Vec<String> = everybody.months.iter().map(|month| format!("{} {} {}", month.month, month.lines, month.revenue)).collect();
    assert_eq!(months, ["2023-01-01 1 30", "2024-01-01 3 45"]);
    // The best two monetary scores, silent or churned: customer 3.
    assert_eq!((everybody.valuable_and_silent.customers, everybody.valuable_and_silent.revenue), (1, Money::from_raw(300_000)));
    let nobody = overview(&book, &standing, &Filter { search: "nobody".into(), ..Filter::default() });
    assert_eq!((nobody.customers, nobody.pareto.gini, nobody.months.len()), (0, 0.0, 0));
}

#[test]
fn cards_give_reasons_and_orders() {
    let mut lines: Vec<Line> = ["p6", "p1", "p2", "p3", "p4", "p5", "p1"]
        .iter()
        .map(|product| Line { product: (*product).into(), ..line("ann 2024-01-05 1 o1") })
        .collect();
    lines.extend(["ann 2024-01-07 -2 r1", "ann 2024-01-06 3", "ann 2024-01-06 4", "bob 2024-01-06 1 o9"].map(line));
    let (book, recipe) = (book(&lines), recipe("{}"));
    let standing = differentiate(&book, &recipe).expect("a standing");
    let card = why::card(&book, &standing, &recipe, CustomerId(0)).expect("a card");
    let order = |order: &why::TimelineOrder| {
        format!("{} {} {} {} {} {}", order.day, order.order_id, order.lines, order.amount, order.refund, order.products.join(" "))
    };
    assert_eq!(
        card.orders().map(order).collect::<Vec<_>>(),
        ["2024-01-07 r1 1 -2 true ", "2024-01-06  2 7 false ", "2024-01-05 o1 7 7 false p1 p2 p3 p4 p5 +1"]
    );
    assert_eq!((card.timeline_total, card.scores[1].better_than, card.scores[1].value), (3, 0.5, 2.0));
    assert_eq!(card.segments.len(), standing.schemes.len());
    let reason = |scheme: &str| card.segments.iter().find(|reason| reason.scheme == scheme).expect("a reason");
    assert_eq!((reason("abc").value, reason("tenure").value), (Some(12.0 / 13.0), Some(3.0)));
    let named = reason("rfm-11");
    assert_eq!((named.cell.as_str(), named.pattern.as_str(), named.segment.as_str()), ("555", "555", "champions"));
}
