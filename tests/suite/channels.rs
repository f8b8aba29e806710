//! Several tables of several systems → one customer file: who is joined with whom, who is new, what is known in the end.

use customer_tiers::base::CustomerId;
use customer_tiers::differentiate::customers::{CustomerQuery, Listing, page};
use customer_tiers::differentiate::differentiate;
use customer_tiers::differentiate::prospects::prospects;
use customer_tiers::differentiate::scorecard::customer_scores;
use customer_tiers::differentiate::summary::{Summary, summarize};
use customer_tiers::differentiate::why::{self, CustomerCard, TimelineEntry};
use customer_tiers::export;
use customer_tiers::identify::book::{Channel, Feedback, Join};
use customer_tiers::identify::{Book, BytesSource, IssueCode, Source, TableKind};
use customer_tiers::pipeline::{Outcome, run};
use customer_tiers::recipe::{Checked, Cleaning, Field, Metric, Recipe, Update};

fn import_with(recipe: Recipe, files: &[(&str, &str)]) -> Outcome {
    let source = |(name, text): &(&str, &str)| -> Box<dyn Source> { Box::new(BytesSource::new(name, text.replace('|', ",").into_bytes())) };
    let mut sources: Vec<Box<dyn Source>> = files.iter().map(source).collect();
    let recipe = Checked::new(recipe).expect("a valid recipe");
    run(&mut sources, &recipe, &mut |_| {}).unwrap_or_else(|error| panic!("{error}"))
}

fn import(files: &[(&str, &str)]) -> Outcome {
    import_with(Recipe::default(), files)
}

fn customer(book: &Book, id: &str) -> CustomerId {
    CustomerId(book.customers.ids.find(id).unwrap_or_else(|| panic!("no customer {id}")).0)
}

fn ids(book: &Book) -> Vec<&str> {
    book.customers.iter().map(|customer| book.customers.id(customer)).collect()
}

fn known<'a>(book: &'a Book, id: &str, field: Field) -> &'a str {
    book.customers.attribute(field, customer(book, id))
}

fn card(outcome: &Outcome, id: &str) -> CustomerCard {
    let customer = customer(&outcome.book, id);
    why::card(&outcome.book, &outcome.standing, &Checked::default(), customer).expect("a card")
}

fn summary(outcome: &Outcome) -> Summary {
    summarize(&outcome.book, &outcome.standing)
}

fn join<'a>(book: &'a Book, file: &str) -> &'a Join {
    let report = book.tables.iter().find(|table| table.file == file).expect("a report");
    report.join.as_ref().expect("a join")
}

const ORDERS: &str = "客户编号|客户姓名|手机|下单时间|成交金额\n\
                      C1|张三|13800138000|2024-01-05|100\n\
                      C2|李四|139 0013 9000|2024-02-06|80\n\
                      C3|王五|13700137000|2024-03-07|60\n\
                      C3|王五|13700137000|2024-03-08|60\n\
                      C4|王五|13600136000|2024-03-09|40\n";

#[test]
fn lists_hold_customers_with_orders_without_or_both() {
    let list = "客户编号|客户姓名|手机|更新日期\nC1|张三丰||2024-05-01\nB0|钱七|13600000001|2024-04-01\nP1|赵六|13600000002|\nC9|李十|13600000003|2024-02-01\n";
    let outcome = import(&[("orders.csv", ORDERS), ("list.csv", list)]);
    let listed = |query: &str| {
        let query: CustomerQuery = serde_json::from_str(query).expect("a query");
        let listing = Listing::new(&outcome.book, &outcome.standing, &query);
        listing.customers().iter().map(|&customer| outcome.book.customers.id(customer)).collect::<Vec<_>>().join(" ")
    };
    for (name, query, expected) in [
        ("without being asked", r#"{}"#, "C4 C2 C1 C3"),
        ("without orders", r#"{"listed": "without_orders"}"#, "B0 C9 P1"),
        ("all, who has no such figure last", r#"{"listed": "all", "descending": true}"#, "C3 C1 C2 C4 B0 C9 P1"),
        ("all, the other way round", r#"{"listed": "all"}"#, "C4 C2 C1 C3 B0 C9 P1"),
        ("by id", r#"{"listed": "all", "sort": "customer_id"}"#, "B0 C1 C2 C3 C4 C9 P1"),
        ("by id, from the end", r#"{"listed": "all", "sort": "customer_id", "descending": true}"#, "P1 C9 C4 C3 C2 C1 B0"),
        ("by name", r#"{"listed": "without_orders", "sort": "customer_name"}"#, "C9 P1 B0"),
        ("last heard of", r#"{"listed": "all", "sort": "last_heard", "descending": true}"#, "C1 B0 C4 C3 C2 C9 P1"),
        ("longest not heard of", r#"{"listed": "all", "sort": "last_heard"}"#, "C9 C2 C3 C4 B0 C1 P1"),
        ("found by name", r#"{"listed": "without_orders", "filter": {"search": "赵"}}"#, "P1"),
        ("found by phone", r#"{"listed": "all", "filter": {"search": "1360"}}"#, "C4 B0 C9 P1"),
        ("a score is asked for", r#"{"listed": "without_orders", "filter": {"scores": [["recency", 0]]}}"#, ""),
        ("a segment is asked for", r#"{"listed": "all", "filter": {"segments": [["abc", "a"]]}}"#, "C2 C1 C3"),
    ] {
        assert_eq!(listed(query), expected, "{name}");
    }
    let query: CustomerQuery = serde_json::from_str(r#"{"listed": "all", "limit": 7}"#).expect("a query");
    let rows = page(&outcome.book, &outcome.standing, &query).rows;
    let prospect = rows.last().expect("seven rows");
    assert_eq!((prospect.customer_id.as_str(), prospect.customer_name.as_str(), prospect.has_orders), ("P1", "赵六", false));
    assert_eq!((prospect.contact.as_str(), prospect.company.as_str()), ("13600000002", ""));
    assert_eq!((prospect.tier.as_str(), prospect.segment.as_str(), prospect.last_heard), ("", "", None));
    assert!(rows[0].has_orders && rows[0].last_heard.is_some());
    // In the past those whose first order was to come are neither: they have orders.
    let past = Recipe {
        measures: customer_tiers::recipe::Measures { as_of: "2024-02-10".parse().ok(), ..Default::default() },
        ..Recipe::default()
    };
    let outcome = import_with(past, &[("orders.csv", ORDERS), ("list.csv", list)]);
    let listing = Listing::new(&outcome.book, &outcome.standing, &query);
    assert_eq!(listing.total(), 5, "C1 and C2, and three without orders");
}

/// Contacts as customer, day, channel and subject; feedback as customer, day, kind, overall rating and subject.
fn said(book: &Book) -> (Vec<String>, Vec<String>) {
    let (contacts, feedback) = (&book.interactions, &book.feedback);
    let contact = |id: &str, at: usize| {
        format!("{id} {} {:?} {}", contacts.day[at], contacts.channel[at], contacts.subjects.get(contacts.subject[at]))
    };
    let word = |id: &str, at: usize| {
        let rating = Some(feedback.rating[at][0]).filter(|rating| *rating != Feedback::NO_RATING);
        format!("{id} {} {:?} {rating:?} {}", feedback.day[at], feedback.kind[at], feedback.subjects.get(feedback.subject[at]))
    };
    let all = || book.customers.iter().map(|customer| (customer, book.customers.id(customer)));
    let contacts = all().flat_map(|(customer, id)| book.interactions.of(customer).map(move |at| contact(id, at))).collect();
    (contacts, all().flat_map(|(customer, id)| book.feedback.of(customer).map(move |at| word(id, at))).collect())
}

#[test]
fn a_contact_in_which_something_was_said_is_a_contact_and_feedback() {
    let visits = "客户编号|回访时间|回访方式|回访内容|满意度|是否投诉\n\
                  C1|05/03/2024|电话|问候|5|否\nC2|06/03/2024|微信|送货太慢|1|是\nC1|25/03/2024|电话|未接通||\nC9|07/03/2024|电话|空号|5|否\n";
    let outcome = import(&[("orders.csv", ORDERS), ("visits.csv", visits)]);
    let book = &outcome.book;
    let (contacts, feedback) = said(book);
    // The order of day and month, proved by one row, holds for both; who did not answer said nothing.
    assert_eq!(contacts, ["C1 2024-03-05 Phone 问候", "C1 2024-03-25 Phone 未接通", "C2 2024-03-06 Messenger 送货太慢"]);
    assert_eq!(feedback, ["C1 2024-03-05 Rating Some(100) 问候", "C2 2024-03-06 Complaint Some(0) 送货太慢"]);
    // Rows, orphans and decisions are counted once.
    let figures = summary(&outcome);
    assert_eq!((figures.interactions, figures.feedback), (3, 2));
    assert_eq!(join(book, "visits.csv"), &Join { by: vec![(Field::CustomerId, 3)], new: 0, orphans: 1 });
    let report = book.tables.iter().find(|table| table.file == "visits.csv").expect("a report");
    assert_eq!((report.kind, report.rows_read, report.rows_used), (TableKind::InteractionsAndFeedback, 4, 3));
    let decided = book.issues.counts().into_iter().find(|issue| issue.code == IssueCode::DateOrderDecided).expect("decided");
    assert_eq!(decided.count, 1);
    let open = book.feedback.open.iter().filter(|open| **open).count();
    assert_eq!(open, 1, "the complaint waits, the rating does not");
}

#[test]
fn complaints_among_visits_are_told_by_their_words() {
    let visits = "客户编号|拜访日期|拜访内容|投诉内容\nC1|2024-03-05|送样品|\nC2|2024-03-06|谈续约|包装破损\nC3|2024-03-07|送样品|无\n";
    let outcome = import(&[("orders.csv", ORDERS), ("visits.csv", visits)]);
    let (contacts, feedback) = said(&outcome.book);
    assert_eq!(contacts, ["C1 2024-03-05 Meeting 送样品", "C2 2024-03-06 Meeting 谈续约", "C3 2024-03-07 Meeting 送样品"]);
    assert_eq!(feedback, ["C2 2024-03-06 Complaint None 包装破损"]);
    // Of which kind a complaint is says that it is one.
    let kinds = "客户编号|回访时间|满意度|投诉类型\nC1|2024-03-05|5|\nC2|2024-03-06|2|质量\nC3|2024-03-07||\n";
    let (contacts, feedback) = said(&import(&[("orders.csv", ORDERS), ("kinds.csv", kinds)]).book);
    assert_eq!(contacts.len(), 3);
    assert_eq!(feedback, ["C1 2024-03-05 Rating Some(100) ", "C2 2024-03-06 Complaint Some(25) "]);
    // Among ratings, too, only those are complaints that are said to be.
    let ratings = "客户编号|评价时间|满意度|是否投诉\nC1|2024-03-05|5|否\nC2|2024-03-06|2|是\n";
    let (contacts, feedback) = said(&import(&[("orders.csv", ORDERS), ("ratings.csv", ratings)]).book);
    assert!(contacts.is_empty());
    assert_eq!(feedback, ["C1 2024-03-05 Rating Some(100) ", "C2 2024-03-06 Complaint Some(25) "]);
}

#[test]
fn customers_without_orders_are_prospects() {
    let list = "客户编号|客户姓名|城市|爱好\nC1|张三丰|广州|围棋\nP1|赵六|成都|登山\nP2|钱七||\n";
    let outcome = import(&[("orders.csv", ORDERS), ("list.csv", list)]);
    let book = &outcome.book;
    assert_eq!(ids(book), ["C1", "C2", "C3", "C4", "P1", "P2"]);
    let figures = summary(&outcome);
    assert_eq!((figures.customers, figures.customers_without_orders, figures.not_scored), (4, 2, None));
    assert_eq!(join(book, "list.csv"), &Join { by: vec![(Field::CustomerId, 1)], new: 2, orphans: 0 });
    assert_eq!(known(book, "C1", Field::CustomerName), "张三丰", "a list says how things are now");
    let prospect = card(&outcome, "P1");
    assert!(!prospect.scored && prospect.scores.is_empty() && prospect.segments.is_empty() && prospect.heard.is_none());
    let attributes: Vec<(&str, &str)> = prospect.attributes.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_eq!(attributes, [("customer_name", "赵六"), ("city", "成都"), ("area", "西南"), ("爱好", "登山")]);
    assert!(card(&outcome, "C1").scored);
}

#[test]
fn prospects_are_scored_as_leads_by_the_sheets_of_customers() {
    let list = "客户编号|客户姓名|城市|爱好\nC1|张三丰|广州|围棋\nP1|赵六|成都|登山\nP2|钱七||\nP3|周八|北京|登山\n";
    let contacts = "客户编号|跟进时间|跟进方式\nP1|2024-03-01|电话\nP1|2024-03-05|电话\nC1|2024-03-01|电话\nP3|2024-02-29|微信\n";
    let outcome = import(&[("orders.csv", ORDERS), ("list.csv", list), ("contacts.csv", contacts)]);
    let (book, standing) = (&outcome.book, &outcome.standing);
    for (sheet, expected, contacted) in [
        // Two points a contact, five for who climbs; of somebody who never bought, no order is recent and none is known.
        (
            r#""rules": [{"points": 2, "per": {"metric": "interactions", "step": 1}},
                {"points": 5, "when": {"attribute": {"of": "own:爱好", "is": ["登山"]}}},
                {"points": 100, "when": {"any": [{"metric": {"of": "recency", "at_most": 9999}}, {"metric": {"of": "tenure", "known": true}},
                    {"metric": {"of": "revenue", "at_least": 1}}, {"metric": {"of": "p_alive", "known": true}}]}}]"#,
            "P1 9, P3 7, P2 0",
            2,
        ),
        // Faded since the last contact, five and ten days before 2024-03-10; P2 was never met.
        (r#""rules": [{"points": 8}], "decay": {"half_life_days": 5}"#, "P2 8, P1 4, P3 2", 2),
    ] {
        let json = format!(r#"{{"points": [{{"id": "lead", {sheet}}}]}}"#);
        let recipe = Checked::from_json(&json).expect("a recipe");
        let standing = differentiate(book, &recipe).expect("a standing");
        let found = prospects(book, &standing, &recipe, &Metric::Points("lead".into()), 10);
        let best: Vec<String> = found.scorecard.best.iter().map(|one| format!("{} {}", one.customer_id, one.score)).collect();
        assert_eq!((best.join(", ").as_str(), found.customers, found.contacted), (expected, 3, contacted), "{sheet}");
        for lead in &found.scorecard.best {
            let scores = customer_scores(book, &standing, &recipe, CustomerId(lead.customer)).expect("a prospect's points");
            assert!((scores.sheets[0].total - lead.score).abs() < 1e-6 && scores.composites.is_empty(), "{}", lead.customer_id);
        }
        // Customers keep their figures, and no total counts a prospect.
        assert_eq!(standing.metric(book, &recipe, &Metric::Points("lead".into())).distribution().len(), 4);
    }
    assert_eq!(standing.schemes.iter().map(|scheme| scheme.totals.iter().map(|total| total.customers).sum::<u32>()).max(), Some(4));
}

#[test]
fn a_list_alone_is_a_book_without_tiers() {
    let outcome = import(&[("list.csv", "客户编号|姓|名|性别|更新时间\nC1|张|三|男|2024-03-05\nC2|Lee|Ann|女士|2024-03-09\n")]);
    let (book, figures) = (&outcome.book, summary(&outcome));
    assert_eq!(book.not_scored.as_ref().map(customer_tiers::Error::code).as_deref(), Some("table.no_date"));
    assert_eq!((figures.customers, figures.customers_without_orders, figures.orders), (0, 2, 0));
    assert_eq!(figures.not_scored.as_deref(), Some("table.no_date"));
    assert_eq!((figures.rows_read, figures.rows_used), (2, 2));
    assert_eq!(figures.as_of.to_string(), "2024-03-10", "the day after anything was heard");
    assert_eq!((known(book, "C1", Field::CustomerName), known(book, "C2", Field::CustomerName)), ("张三", "Ann Lee"));
    assert_eq!((known(book, "C1", Field::Gender), known(book, "C2", Field::Gender)), ("m", "f"));
    assert!(figures.tiers.iter().all(|tier| tier.customers == 0));
    let overview = customer_tiers::differentiate::overview::overview(book, &outcome.standing, &Default::default());
    assert_eq!(overview.customers, 0);
}

#[test]
fn contacts_find_their_customers_by_any_key() {
    let contacts = "客户编号|客户姓名|手机|跟进时间|跟进方式|跟进内容\n\
                    C1|||2024-03-01|电话|报价\n\
                    X7||+86 13900139000|2024-04-02|微信|\n\
                    |张 三||2024-03-03|拜访|签约\n\
                    |王五||2024-03-04|电话|谁\n\
                    X9|孙八||2024-03-05|电话|\n\
                    |||2024-03-06|电话|\n";
    let outcome = import(&[("orders.csv", ORDERS), ("contacts.csv", contacts)]);
    let book = &outcome.book;
    let by = vec![(Field::CustomerId, 1), (Field::Phone, 1), (Field::CustomerName, 1)];
    assert_eq!(join(book, "contacts.csv"), &Join { by, new: 0, orphans: 2 });
    for (code, count) in [(IssueCode::CustomerShared, 1), (IssueCode::CustomerUnknown, 1), (IssueCode::CustomerBlank, 1)] {
        assert_eq!(book.issues.count(code), count, "{code:?}");
    }
    assert_eq!(ids(book), ["C1", "C2", "C3", "C4"], "contacts bring nobody");
    let c1 = book.interactions.of(customer(book, "C1"));
    assert_eq!(book.interactions.channel[c1], [Channel::Phone, Channel::Meeting]);
    assert_eq!(book.customers.last_heard(customer(book, "C2")).map(|day| day.to_string()).as_deref(), Some("2024-04-02"));
    let shown = |entry: &TimelineEntry| match entry {
        TimelineEntry::Order(order) => format!("{} order", order.day),
        TimelineEntry::Contact { day, channel, subject, .. } => format!("{} {channel:?} {subject}", day.expect("a day")),
        TimelineEntry::Feedback { .. } => "feedback".to_owned(),
    };
    let card = card(&outcome, "C1");
    // The analysis day is the day after the last order.
    assert_eq!(
        card.timeline.iter().map(shown).collect::<Vec<_>>(),
        ["2024-03-03 Meeting 签约", "2024-03-01 Phone 报价", "2024-01-05 order"]
    );
    assert_eq!((card.timeline_total, card.contacts_total, card.feedback_total), (1, 2, 0));
    let counts = book.counts;
    assert_eq!((counts.rows_read, counts.rows_rejected), (5, 0), "rows of contacts are no rows of orders");
}

#[test]
fn counts_of_social_media_are_contacts() {
    let social = "客户编号|评论数|点赞数|分享数\nC1|3|10|0\nC2|0|0|0\n";
    let book = import(&[("orders.csv", ORDERS), ("social.csv", social)]).book;
    let rows = book.interactions.of(customer(&book, "C1"));
    assert_eq!(book.interactions.channel[rows.clone()], [Channel::Comment, Channel::Like]);
    assert_eq!(book.interactions.count[rows], [3, 10]);
    assert!(book.interactions.of(customer(&book, "C2")).is_empty());
}

#[test]
fn ratings_of_any_scale_end_on_one() {
    for (name, ratings, percents, scale) in [
        ("1 to 5", ["5", "1", "3"], [100, 0, 50], Some("1–5")),
        ("0 to 10", ["10", "0", "7"], [100, 0, 70], Some("0–10")),
        ("0 to 100", ["95", "60", "0"], [95, 60, 0], Some("0–100")),
        ("words", ["很满意", "不满意", "一般"], [100, 25, 50], None),
        ("stars", ["★★★★★", "★", "★★★"], [100, 0, 50], Some("1–5")),
    ] {
        let rows: String = ["C1", "C2", "C3"].iter().zip(ratings).map(|(id, rating)| format!("{id}|2024-03-05|{rating}\n")).collect();
        let book = import(&[("orders.csv", ORDERS), ("feedback.csv", &format!("客户编号|评价时间|满意度\n{rows}"))]).book;
        let found: Vec<u8> = book.feedback.rating.iter().map(|rating| rating[0]).collect();
        assert_eq!(found, percents, "{name}");
        let noted = book.issues.rows().find(|row| row.code == IssueCode::RatingScale).map(|row| row.became);
        assert_eq!(noted.as_deref(), scale, "{name}");
        assert_eq!(book.feedback.rating[0][1], Feedback::NO_RATING, "{name}");
    }
}

#[test]
fn ratings_that_are_all_1_are_the_worst_of_5_and_that_is_said() {
    for (name, headers, rows, percents, told) in [
        ("nothing tells", "满意度", ["1", "1", "1"], [0, 0, 0], Some("1–5")),
        ("another question of the table has 5s", "满意度|质量评分", ["1|5", "1|3", "1|4"], [0, 0, 0], None),
        ("another question is answered yes and no", "满意度|质量评分", ["1|0", "1|1", "1|1"], [100, 100, 100], None),
    ] {
        let rows: String = ["C1", "C2", "C3"].iter().zip(rows).map(|(id, row)| format!("{id}|2024-03-05|{row}\n")).collect();
        let book = import(&[("orders.csv", ORDERS), ("feedback.csv", &format!("客户编号|评价时间|{headers}\n{rows}"))]).book;
        let found: Vec<u8> = book.feedback.rating.iter().map(|rating| rating[0]).collect();
        assert_eq!(found, percents, "{name}");
        let noted = book.issues.rows().find(|row| row.code == IssueCode::RatingScaleUnclear).map(|row| row.became);
        assert_eq!(noted.as_deref(), told, "{name}");
    }
}

#[test]
fn complaints_are_open_until_they_are_resolved() {
    let complaints = "客户编号|投诉日期|投诉类型|投诉内容|处理状态|解决时间\n\
                      C1|2024-03-01|质量投诉|坏了|已解决|2024-03-04\n\
                      C1|2024-03-02|建议|改包装|处理中|\n\
                      C2|2024-03-03|投诉|丢件||\n\
                      C2|昨天|投诉|太慢|已关闭|\n";
    let outcome = import(&[("orders.csv", ORDERS), ("complaints.csv", complaints)]);
    let feedback = &outcome.book.feedback;
    let kinds: Vec<String> = feedback.kind.iter().map(|kind| format!("{kind:?}")).collect();
    assert_eq!(kinds, ["Complaint", "Suggestion", "Complaint", "Complaint"]);
    // Without a day comes first.
    assert_eq!(feedback.open, [false, true, false, true]);
    assert_eq!(feedback.resolved.iter().flatten().count(), 1);
    assert_eq!(outcome.book.issues.count(IssueCode::ValueUnreadable), 1);
    assert_eq!(card(&outcome, "C2").feedback_total, 2);
    assert_eq!(summary(&outcome).feedback, 4);
}

#[test]
fn what_a_later_list_says_counts_as_the_recipe_tells() {
    let lists = [
        ("a.csv", "客户编号|手机|城市\nC1|13811111111|\nN1|13822222222|北京\n"),
        ("b.csv", "客户编号|手机|城市\nC1|13833333333|上海\nN1||天津\n"),
    ];
    for (update, expected) in [
        (Update::Overwrite, ["13833333333", "上海", "13822222222", "天津"]),
        (Update::FillBlanks, ["13800138000", "上海", "13822222222", "北京"]),
        (Update::Skip, ["13800138000", "", "13822222222", "北京"]),
    ] {
        let recipe = Recipe { cleaning: Cleaning { update, ..Cleaning::default() }, ..Recipe::default() };
        let book = import_with(recipe, &[("orders.csv", ORDERS), lists[0], lists[1]]).book;
        let found = [("C1", Field::Phone), ("C1", Field::City), ("N1", Field::Phone), ("N1", Field::City)]
            .map(|(id, field)| known(&book, id, field));
        assert_eq!(found, expected, "{update:?}");
    }
}

#[test]
fn in_one_list_the_later_row_wins_and_says_so() {
    let book = import(&[("list.csv", "客户编号|姓名|手机\nC1|张三|13811111111\nC1|张三|13822222222\n")]).book;
    assert_eq!(known(&book, "C1", Field::Phone), "13822222222");
    assert_eq!(book.issues.count(IssueCode::CustomerListedAgain), 1);
}

#[test]
fn a_list_with_ids_of_its_own_is_joined_by_phone_and_address() {
    // 900 and 903 share a phone, so it says nothing; a name is not sure enough.
    let list =
        "客户编号|姓名|手机|城市\n900|甲|13600136000|北京\n901|张三|+86-138-0013-8000|广州\n902|李四||深圳\n903|乙|13600136000|上海\n";
    let reversed: String = {
        let lines: Vec<&str> = list.lines().collect();
        std::iter::once(lines[0]).chain(lines[1..].iter().rev().copied()).map(|line| format!("{line}\n")).collect()
    };
    for list in [list, &reversed] {
        let book = import(&[("orders.csv", ORDERS), ("list.csv", list)]).book;
        assert_eq!(ids(&book), ["900", "902", "903", "C1", "C2", "C3", "C4"]);
        assert_eq!(join(&book, "list.csv"), &Join { by: vec![(Field::Phone, 1)], new: 3, orphans: 0 });
        assert_eq!(known(&book, "C1", Field::City), "广州");
    }
    // As soon as one id is known, ids tell who is who.
    let book = import(&[("orders.csv", ORDERS), ("list.csv", &format!("{list}C2|李四||武汉\n"))]).book;
    assert_eq!(join(&book, "list.csv"), &Join { by: vec![(Field::CustomerId, 1)], new: 4, orphans: 0 });
}

#[test]
fn a_shops_total_is_counted_once_and_cancelled_orders_are_not() {
    let shopify = "Name|Email|Financial Status|Created at|Total|Lineitem quantity|Lineitem name\n\
                   #1|ann@example.com|paid|2024-03-05 10:00:00 +0800|95|1|Lamp\n\
                   #1|ann@example.com||2024-03-05 10:00:00 +0800||2|Bulb\n\
                   #2|bob@example.com|voided|2024-03-06 10:00:00 +0800|50|1|Desk\n\
                   #2|bob@example.com||2024-03-06 10:00:00 +0800||1|Chair\n\
                   #3|bob@example.com|refunded|2024-03-07 10:00:00 +0800|20|1|Bulb\n";
    let outcome = import(&[("shopify.csv", shopify)]);
    let figures = summary(&outcome);
    assert_eq!((figures.orders, figures.revenue.to_string().as_str(), figures.customers), (2, "115", 2));
    assert_eq!(outcome.book.issues.count(IssueCode::OrderCancelled), 2);
    assert_eq!(outcome.book.ledger.products.len(), 2, "what an order continues with is known");
    let taobao = "订单编号|买家会员名|买家实际支付金额|订单状态|订单创建时间|联系手机\n\
                  =\"123456789012345678\"|ann88|95|交易成功|2024-03-05 10:00:00|'13800138000\n\
                  \t123456789012345679|ann88|15|交易关闭|2024-03-06 10:00:00|'13800138000\n\
                  '123456789012345680|bob|20|等待买家付款|2024-03-07 10:00:00|\n";
    let book = import(&[("taobao.csv", taobao)]).book;
    assert_eq!(ids(&book), ["ann88"]);
    assert_eq!(book.ledger.orders.iter().collect::<Vec<_>>(), ["123456789012345678"]);
    assert_eq!(known(&book, "ann88", Field::Phone), "13800138000");
    assert_eq!(book.issues.count(IssueCode::OrderCancelled), 2);
}

#[test]
fn ids_that_a_spreadsheet_has_rounded_are_named() {
    for (name, ids, lost) in [
        ("scientific", ["1.66723E+17", "1.66724E+17", "A1"], Some("2")),
        ("rounded", ["351030001351351000", "351030001351352000", "351030001351353000"], Some("3")),
        ("sixteen digits that end in 0", ["1234567890123450", "1234567890123460", "1234567890123470"], Some("3")),
        ("whole", ["166722679628365824", "166722679628365831", "166722679628365847"], None),
        ("short", ["1000", "2000", "3000"], None),
    ] {
        let rows: String = ids.iter().map(|id| format!("{id}|2024-03-05|10\n")).collect();
        let book = import(&[("orders.csv", &format!("客户编号|下单时间|成交金额\n{rows}"))]).book;
        let noted = book.issues.rows().find(|row| row.code == IssueCode::IdColumnWasNumeric).map(|row| row.original);
        assert_eq!(noted.as_deref(), lost, "{name}");
    }
}

#[test]
fn own_columns_are_exported_under_their_headers() {
    let list = "客户编号|爱好|tier|=cmd\nC1|围棋|gold|1\nC2|登山||2\n";
    let outcome = import(&[("orders.csv", ORDERS), ("list.csv", list)]);
    let mut csv = Vec::new();
    export::customers_csv(&outcome.book, &outcome.standing, &mut csv).expect("written");
    let csv = String::from_utf8(csv).expect("UTF-8");
    let (head, rest) = csv.split_once("\r\n").expect("rows");
    assert!(head.starts_with("\u{feff}customer_id,customer_name,phone,爱好,own_tier,'=cmd,first_order,"), "{head}");
    assert!(rest.starts_with("C1,张三,13800138000,围棋,gold,1,2024-01-05,"), "{rest}");
    let names: Vec<String> = export::columns(&outcome.book, &outcome.standing).into_iter().map(|column| column.name).collect();
    let mut distinct = names.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), names.len(), "a JSON object has each name once");
}

#[test]
fn at_most_64_columns_of_a_list_are_kept() {
    let headers: Vec<String> = (0..70).map(|number| format!("q{number}")).collect();
    let answers = vec!["yes"; 70].join("|");
    let list = format!("客户编号|姓名|{}\nC1|张三|{answers}\nC2|李四|{answers}\n", headers.join("|"));
    let book = import(&[("list.csv", &list)]).book;
    assert_eq!(book.customers.own.len(), 64);
    let noted = book.issues.rows().find(|row| row.code == IssueCode::OwnColumnsLimited).map(|row| row.original);
    assert_eq!(noted.as_deref(), Some("6"));
}
