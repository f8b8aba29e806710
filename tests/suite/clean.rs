//! What cleaning does to whole files: corrections, repeated rows, merging, missing values, outliers, the report.

use customer_tiers::base::{CustomerId, Money};
use customer_tiers::export::cleaning_log_csv;
use customer_tiers::identify::clean::report::{report, steps as report_steps};
use customer_tiers::identify::clean::{Corrections, Decision, Decisions, duplicates};
use customer_tiers::identify::{Book, BytesSource, IssueCode, Source, identify_with};
use customer_tiers::recipe::{Checked, Field};

/// Files → a book, by a recipe and corrections as JSON.
pub(crate) fn clean(files: &[(&str, &str)], cleaning: &str, steps: &str) -> Book {
    let recipe = Checked::from_json(&format!(r#"{{"cleaning": {cleaning}}}"#)).expect("a valid recipe");
    let corrections = Corrections::from_json(&format!(r#"{{"steps": {steps}}}"#)).expect("valid corrections");
    let open = |(name, text): &(&str, &str)| -> Box<dyn Source> { Box::new(BytesSource::new(name, (*text).into())) };
    let mut sources: Vec<Box<dyn Source>> = files.iter().map(open).collect();
    identify_with(&mut sources, &recipe, &corrections, &mut |_| {}).unwrap_or_else(|error| panic!("{error}"))
}

/// Every line as `customer day amount`.
pub(crate) fn lines(book: &Book) -> Vec<String> {
    let of = |customer: CustomerId| book.ledger.lines(customer).map(move |line| (customer, line));
    let shown = |(customer, line): (CustomerId, usize)| {
        format!("{} {} {}", book.customers.id(customer), book.ledger.day[line], book.ledger.amount[line])
    };
    book.customers.iter().flat_map(of).map(shown).collect()
}

fn text(book: &Book, field: Field, id: &str) -> String {
    book.customers.attribute(field, crate::book::customer(book, id)).to_owned()
}

/// `code row field original → became` of every issue with these codes.
pub(crate) fn log(book: &Book, codes: &[IssueCode]) -> Vec<String> {
    let rows = book.issues.rows().filter(|row| codes.contains(&row.code));
    rows.map(|row| format!("{} {} {} {} → {}", row.code.name(), row.file, row.row, row.original, row.became)).collect()
}

const ORDERS: &str = "customer_id,order_id,order_date,amount,city\n\
                      a,1,2024-01-05,10,北平\n\
                      b,2,2024-01-06,oops,上海\n\
                      c,3,2024-01-07,30, 北平 \n";

#[test]
fn cells_are_read_as_they_were_corrected() {
    let set = |row: u32, field: &str, value: &str| {
        format!(r#"{{"do": "set", "file": "o.csv", "sheet": null, "row": {row}, "field": "{field}", "value": "{value}"}}"#)
    };
    let replace = |field: &str, from: &str, to: &str| format!(r#"{{"do": "replace", "field": "{field}", "from": "{from}", "to": "{to}"}}"#);
    type Case = (&'static str, Vec<String>, &'static [&'static str], &'static str, u64);
    let cases: [Case; 7] = [
        ("nothing", vec![], &["a 2024-01-05 10", "c 2024-01-07 30"], "北平", 0),
        ("one cell", vec![set(3, "amount", "20")], &["a 2024-01-05 10", "b 2024-01-06 20", "c 2024-01-07 30"], "北平", 1),
        ("a blank", vec![set(2, "amount", "")], &["c 2024-01-07 30"], "北平", 1),
        ("everywhere", vec![replace("city", "北平", "北京")], &["a 2024-01-05 10", "c 2024-01-07 30"], "北京", 2),
        (
            "one after the other",
            vec![replace("city", "北平", "x"), replace("city", "x", "北京")],
            &["a 2024-01-05 10", "c 2024-01-07 30"],
            "北京",
            2,
        ),
        ("the later step wins", vec![set(4, "city", "天津"), set(4, "city", "广州")], &["a 2024-01-05 10", "c 2024-01-07 30"], "广州", 1),
        ("a number by its text", vec![replace("amount", "30", "31")], &["a 2024-01-05 10", "c 2024-01-07 31"], "北平", 1),
    ];
    for (name, steps, expected, city_of_c, changed) in cases {
        let book = clean(&[("o.csv", ORDERS)], "{}", &format!("[{}]", steps.join(",")));
        assert_eq!(lines(&book), expected, "{name}");
        assert_eq!(text(&book, Field::City, "c"), city_of_c, "{name}");
        assert_eq!(book.issues.count(IssueCode::CellCorrected), changed, "{name}");
        assert_eq!(book.issues.count(IssueCode::CorrectionUnused), 0, "{name}");
    }
}

#[test]
fn a_correction_that_hits_nothing_is_told() {
    let steps = r#"[
        {"do": "set", "file": "renamed.csv", "sheet": null, "row": 2, "field": "amount", "value": "1"},
        {"do": "set", "file": "o.csv", "sheet": null, "row": 99, "field": "amount", "value": "1"},
        {"do": "set", "file": "o.csv", "sheet": "Sheet1", "row": 2, "field": "amount", "value": "1"},
        {"do": "set", "file": "o.csv", "sheet": null, "row": 2, "field": "email", "value": "x"},
        {"do": "replace", "field": "city", "from": "巴黎", "to": "x"},
        {"do": "merge", "ids": ["a", "nobody"]}]"#;
    let book = clean(&[("o.csv", ORDERS)], "{}", steps);
    assert_eq!(
        log(&book, &[IssueCode::CorrectionUnused]),
        [
            "correction.unused renamed.csv 2  → 1",
            "correction.unused o.csv 99  → 1",
            "correction.unused o.csv 2  → 1",
            "correction.unused o.csv 2  → x",
            "correction.unused  0 巴黎 → x",
            "correction.unused  0 nobody → ",
        ]
    );
    assert_eq!(lines(&book), ["a 2024-01-05 10", "c 2024-01-07 30"]);
}

#[test]
fn a_blank_is_nobody_or_what_stands_above_as_the_recipe_says() {
    // The customer over two orders, one of them over two lines; the next customer's second line has no day of its own.
    let text = "customer_id,customer_name,order_id,order_date,amount\n\
                a,Ann,1,2024-01-05,10\n\
                ,,,,20\n\
                ,,2,2024-01-06,30\n\
                b,,3,2024-01-07,40\n\
                ,,4,,50\n\
                合计,,,,150\n\
                ,,,,1\n";
    let read = |import: &str| {
        let recipe = Checked::from_json(&format!(r#"{{"import": {import}}}"#)).expect("a valid recipe");
        let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("o.csv", text.into()))];
        identify_with(&mut sources, &recipe, &Corrections::default(), &mut |_| {}).expect("a book")
    };
    assert_eq!(lines(&read("{}")), ["a 2024-01-05 10", "b 2024-01-07 40"]);
    let book = read(r#"{"blanks_as_above": true}"#);
    // What is below a total is part of it; an order without a day has none.
    assert_eq!(lines(&book), ["a 2024-01-05 10", "a 2024-01-05 20", "a 2024-01-06 30", "b 2024-01-07 40"]);
    let told = [IssueCode::CellFromAbove, IssueCode::TotalRow, IssueCode::DateMissing];
    assert_eq!(
        log(&book, &told),
        [
            "cell.from_above o.csv 3 a → ",
            "cell.from_above o.csv 4 a → ",
            "cell.from_above o.csv 6 b → ",
            "date.missing o.csv 6  → ",
            "row.total o.csv 7  → ",
            "cell.from_above o.csv 8 合计 → ",
            "row.total o.csv 8  → ",
        ]
    );
    assert_eq!(text_of_name(&book), ["Ann", ""]);
}

fn text_of_name(book: &Book) -> [&str; 2] {
    ["a", "b"].map(|id| book.customers.attribute(Field::CustomerName, crate::book::customer(book, id)))
}

#[test]
fn several_currencies_are_told() {
    let file = |amounts: &[&str]| {
        let row = |(at, amount): (usize, &&str)| format!("c{at},2024-01-0{},\"{amount}\"\n", at + 1);
        "customer_id,order_date,amount\n".to_owned() + &amounts.iter().enumerate().map(row).collect::<String>()
    };
    for (amounts, expected) in [(&["￥5", "6元", "7 RMB", "8"] as &[&str], None), (&["$5", "6", "7 EUR", "€8"], Some("EUR × 2, USD × 1"))]
    {
        let book = clean(&[("o.csv", &file(amounts))], "{}", "[]");
        let told: Vec<String> =
            book.issues.rows().filter(|row| row.code == IssueCode::CurrenciesMixed).map(|row| row.original.to_owned()).collect();
        assert_eq!(told, expected.into_iter().collect::<Vec<_>>(), "{amounts:?}");
    }
    // Over several files.
    let (usd, eur) = (file(&["$5", "$6"]), file(&["€5"]));
    assert_eq!(clean(&[("a.csv", &usd), ("b.csv", &eur)], "{}", "[]").issues.count(IssueCode::CurrenciesMixed), 1);
}

#[test]
fn totals_are_no_customers() {
    for (file, expected) in [
        ("客户名称,下单日期,金额\n王伟,2024-01-01,100\n小计,2024-01-02,300\n李芳,2024-02-01,200\n总计,,600\n", 2),
        ("客户编号,下单日期,金额\nC1,2024-01-01,100\nC1,2024-01-02,300\nC1 汇总,,400\n总计,,400\n", 2),
        ("客户编号,订单编号,下单日期,金额\nTotal,1,2024-01-01,100\nC1,2,2024-01-02,300\n合计：2笔,,,400\n", 1),
    ] {
        let book = clean(&[("o.csv", file)], "{}", "[]");
        assert_eq!(book.issues.count(IssueCode::TotalRow), expected, "{file}");
        assert_eq!(book.customers.iter().count(), if file.contains("C1 汇总") { 1 } else { 2 }, "{file}");
    }
    let ready = "customer_id,recency_days,orders,revenue\nC1,3,4,500\nTotal,90,1,20\nC3,30,2,100\nGrand Total,3,7,620\n";
    let book = clean(&[("r.csv", ready)], "{}", "[]");
    assert_eq!((book.issues.count(IssueCode::TotalRow), book.customers.iter().count()), (1, 3));
    let list = "客户名称,手机号,省份\n王伟,13800138000,浙江\n李芳,13900139000,上海\n合计：2,,\n";
    let book = clean(&[("l.csv", list)], "{}", "[]");
    assert_eq!((book.issues.count(IssueCode::TotalRow), book.customers.iter().count()), (1, 2));
}

const JANUARY: &str = "customer_id,order_id,order_date,amount,product,quantity\n\
                       a,1,2024-01-05,10,pen,1\n\
                       a,1,2024-01-05,10,pen,1\n\
                       b,2,2024-01-31,20,ink,2\n";
const FEBRUARY: &str = "customer_id,order_id,order_date,amount,product,quantity\n\
                        b,2,2024-01-31,20,ink,2\n\
                        b,2,2024-01-31,20,ink,4\n\
                        c,3,2024-02-05,30,pen,1\n";

#[test]
fn a_row_counts_as_often_as_in_the_table_that_has_it_most_often() {
    let both = [("jan.csv", JANUARY), ("feb.csv", FEBRUARY)];
    for (name, files, rule, expected, repeated) in [
        ("one table", &both[..1], "across_tables", 3, 0),
        ("periods overlap", &both[..], "across_tables", 5, 1),
        ("the same export twice", &[both[0], ("jan (1).csv", JANUARY)][..], "across_tables", 3, 3),
        ("every row once", &both[..], "drop", 4, 2),
        ("every row once, one table", &both[..1], "drop", 2, 1),
        ("every row", &both[..], "keep", 6, 0),
    ] {
        let book = clean(files, &format!(r#"{{"repeated": "{rule}"}}"#), "[]");
        assert_eq!(book.ledger.len(), expected, "{name}");
        assert_eq!(book.issues.count(IssueCode::RowRepeated), repeated, "{name}");
        assert_eq!(book.counts.rows_used, expected as u64, "{name}");
        assert_eq!(book.counts.rows_read, book.counts.rows_used + book.counts.rows_rejected, "{name}");
        assert_eq!(book.tables.iter().map(|table| table.rows_used).sum::<u64>(), book.counts.rows_used, "{name}");
    }
    let book = clean(&both, "{}", "[]");
    assert_eq!(log(&book, &[IssueCode::RowRepeated]), ["row.repeated feb.csv 2  → "]);
}

const PEOPLE: &str = "customer_id,customer_name,phone,email,order_id,order_date,amount\n\
                      7,Ann Lee,138-0013-8000,,1,2024-01-05,10\n\
                      12,\"LEE, Ann\",+86 13800138000,ann@a.com,2,2024-03-05,20\n\
                      9,Bob Stone,13900139000,bob@b.com,3,2024-02-05,30\n\
                      7,Ann Lee,138-0013-8000,,4,2024-04-05,40\n";

#[test]
fn merging_keeps_everything_of_everybody() {
    let merge = r#"[{"do": "merge", "ids": ["7", "12"]}]"#;
    for (name, cleaning, steps, kept, name_kept) in [
        ("people said so, the newest stays", "{}", merge, "7", "Ann Lee"),
        ("the first stays", r#"{"duplicates": {"keep": "first"}}"#, merge, "7", "Ann Lee"),
        ("the most complete stays", r#"{"duplicates": {"keep": "most_complete"}}"#, merge, "12", "LEE, Ann"),
        ("field by field", r#"{"duplicates": {"fields": {"customer_name": "most_complete"}}}"#, merge, "7", "LEE, Ann"),
        ("certain", r#"{"duplicates": {"merge": "certain"}}"#, "[]", "7", "Ann Lee"),
    ] {
        let book = clean(&[("p.csv", PEOPLE)], cleaning, steps);
        assert_eq!(book.customers.len(), 2, "{name}");
        let expected = ["2024-01-05 10", "2024-03-05 20", "2024-04-05 40"].map(|line| format!("{kept} {line}"));
        let ours: Vec<String> = lines(&book).into_iter().filter(|line| line.starts_with(&format!("{kept} "))).collect();
        assert_eq!(ours, expected, "{name}");
        assert_eq!(text(&book, Field::CustomerName, kept), name_kept, "{name}");
        assert_eq!(text(&book, Field::Email, kept), "ann@a.com", "{name}: a blank is filled");
        let other = if kept == "7" { "12" } else { "7" };
        assert_eq!(log(&book, &[IssueCode::CustomerMerged]), [format!("customer.merged  0 {other} → {kept}")], "{name}");
        assert_eq!(book.merged.len(), 1, "{name}");
        assert_eq!(book.merged[0].merged[0], name_kept, "{name}");
        let survivors: Vec<&str> =
            book.merged[0].members.iter().filter(|member| member.customer.is_some()).map(|member| member.id.as_str()).collect();
        assert_eq!(survivors, [kept], "{name}");
    }
}

#[test]
fn who_is_kept_apart_is_not_merged_and_shown_so() {
    let apart = r#"[{"do": "merge", "ids": ["7", "12"]}, {"do": "apart", "ids": ["12", "7"]}]"#;
    let book = clean(&[("p.csv", PEOPLE)], r#"{"duplicates": {"merge": "certain"}}"#, apart);
    assert_eq!((book.customers.len(), book.merged.len()), (3, 0));
    let rules = Checked::default().cleaning.duplicates.clone();
    let found = duplicates::search(&book.customers, &rules);
    let decisions = Decisions::of(&Corrections::from_json(&format!(r#"{{"steps": {apart}}}"#)).expect("valid"));
    let page = duplicates::page(&book, &found, &decisions, &rules, 0, 10);
    assert_eq!((page.total, page.certain, page.open, page.customers), (1, 1, 0, 2));
    assert_eq!(page.groups[0].decision, Some(Decision::Apart));
    assert!(page.groups[0].certain);
    let ids: Vec<&str> = page.groups[0].members.iter().map(|member| member.id.as_str()).collect();
    assert_eq!(ids, ["12", "7"], "in the order of their ids");
}

#[test]
fn whoever_is_left_out_changes_the_numbers_of_the_merged_too() {
    let people = format!("{PEOPLE}1,Zoe,13700137000,,6,2024-02-05,1\n");
    let cleaning = r#"{"missing": {"email": {"fill": "exclude"}}}"#;
    let book = clean(&[("p.csv", &people)], cleaning, r#"[{"do": "merge", "ids": ["7", "12"]}]"#);
    assert_eq!(book.customers.len(), 2, "the one without an address is left out");
    let numbers: Vec<Option<u32>> = book.merged[0].members.iter().map(|member| member.customer).collect();
    assert_eq!(numbers, [None, Some(crate::book::customer(&book, "7").0)]);
}

#[test]
fn pages_cut_the_same_list() {
    let book = clean(&[("p.csv", PEOPLE)], "{}", r#"[{"do": "merge", "ids": ["9", "12"]}]"#);
    let rules = Checked::default().cleaning.duplicates.clone();
    let found = duplicates::search(&book.customers, &rules);
    let page = |offset, limit| duplicates::page(&book, &found, &Decisions::default(), &rules, offset, limit).groups;
    let whole = page(0, usize::MAX);
    assert_eq!(whole.len(), 1 + found.groups.len());
    for (offset, limit) in [(0, 1), (1, 1), (1, 5), (0, 0), (9, 9)] {
        let cut: Vec<_> = whole.iter().skip(offset).take(limit).cloned().collect();
        assert_eq!(page(offset, limit), cut, "{offset} {limit}");
    }
}

const GAPS: &str = "customer_id,city,order_id,order_date,amount\n\
                    a,上海,1,2024-01-05,10\n\
                    b,,2,2024-01-06,\n\
                    c,北京,3,,30\n\
                    d,上海,4,2024-01-06,20\n\
                    e,北京,5,2024-01-06,20\n";

#[test]
fn missing_values_are_treated_as_the_recipe_says() {
    for (name, rules, expected, city_of_b, filled) in [
        ("reported", "{}", &["a 2024-01-05 10", "d 2024-01-06 20", "e 2024-01-06 20"][..], None, 0),
        (
            "median",
            r#"{"amount": {"fill": "median"}}"#,
            &["a 2024-01-05 10", "b 2024-01-06 20", "d 2024-01-06 20", "e 2024-01-06 20"],
            Some(""),
            1,
        ),
        (
            "constants",
            r#"{"amount": {"fill": "constant", "value": "5.5"}, "date": {"fill": "constant", "value": "2024-02-01"}}"#,
            &["a 2024-01-05 10", "b 2024-01-06 5.5", "c 2024-02-01 30", "d 2024-01-06 20", "e 2024-01-06 20"],
            Some(""),
            2,
        ),
        (
            "most frequent day",
            r#"{"date": {"fill": "mode"}, "amount": {"fill": "mode"}, "city": {"fill": "mode"}}"#,
            &["a 2024-01-05 10", "b 2024-01-06 20", "c 2024-01-06 30", "d 2024-01-06 20", "e 2024-01-06 20"],
            Some("上海"),
            3,
        ),
        (
            "unknown",
            r#"{"amount": {"fill": "median"}, "city": {"fill": "unknown"}}"#,
            &["a 2024-01-05 10", "b 2024-01-06 20", "d 2024-01-06 20", "e 2024-01-06 20"],
            Some("unknown"),
            2,
        ),
        (
            "left out",
            r#"{"amount": {"fill": "median"}, "city": {"fill": "exclude"}}"#,
            &["a 2024-01-05 10", "d 2024-01-06 20", "e 2024-01-06 20"],
            None,
            1,
        ),
    ] {
        let book = clean(&[("g.csv", GAPS)], &format!(r#"{{"missing": {rules}}}"#), "[]");
        assert_eq!(lines(&book), expected, "{name}");
        assert_eq!(book.issues.count(IssueCode::ValueFilled), filled, "{name}");
        assert_eq!(book.counts.rows_used, expected.len() as u64, "{name}");
        assert_eq!(book.counts.rows_read, book.counts.rows_used + book.counts.rows_rejected, "{name}");
        if let Some(city) = city_of_b {
            assert_eq!(text(&book, Field::City, "b"), city, "{name}");
        }
    }
}

/// Amounts 1 to 11 and one far out. Type-7 quartiles of R: 3.75 and 9.25, so at 1.5 the fences are -4.5 and 17.5.
const FAR: &str = "customer_id,order_id,order_date,amount\n\
                   a,1,2024-01-01,1\na,2,2024-01-02,2\na,3,2024-01-03,3\na,4,2024-01-04,4\na,5,2024-01-05,5\na,6,2024-01-06,6\n\
                   a,7,2024-01-07,7\na,8,2024-01-08,8\na,9,2024-01-09,9\na,10,2024-01-10,10\na,11,2024-01-11,11\nb,12,2024-01-12,99\n\
                   b,13,2024-01-13,-99\n";

#[test]
fn outliers_are_shown_drawn_in_or_left_out() {
    for (action, revenue_of_b, lines, code) in [
        ("report", "0", 13, None),
        ("winsorise", "-81.5", 13, Some(IssueCode::AmountWinsorised)),
        ("exclude", "-99", 12, Some(IssueCode::AmountExcluded)),
    ] {
        let book = clean(&[("f.csv", FAR)], &format!(r#"{{"outliers": {{"action": "{action}", "fence": 1.5}}}}"#), "[]");
        let b = crate::book::customer(&book, "b");
        let revenue = Money::sum(book.ledger.amount[book.ledger.lines(b)].iter().copied()).expect("small");
        assert_eq!((revenue.to_string().as_str(), book.ledger.len()), (revenue_of_b, lines), "{action}");
        assert_eq!(book.counts.rows_used, lines as u64, "{action}");
        code.into_iter().for_each(|code| assert_eq!(book.issues.count(code), 1, "{action}"));
    }
    let recipe = Checked::from_json(r#"{"cleaning": {"outliers": {"fence": 1.5}}}"#).expect("valid");
    let outliers = report(&clean(&[("f.csv", FAR)], "{}", "[]"), &recipe, None).outliers.expect("there are lines");
    assert_eq!((outliers.low, outliers.high.to_string().as_str(), outliers.lines), (None, "17.5", 1));
    assert_eq!((outliers.farthest[0].id.as_str(), outliers.farthest[0].amount.to_string().as_str()), ("b", "99"));
    assert!((outliers.share - 99.0 / 66.0).abs() < 1e-12, "{}", outliers.share);
}

#[test]
fn amounts_without_a_spread_have_no_fences() {
    let orders = "customer_id,order_id,order_date,amount\na,1,2024-01-01,5\na,2,2024-01-01,5\na,3,2024-01-01,5\na,4,2024-01-01,5\nb,5,2024-01-01,900\n";
    let book = clean(&[("f.csv", orders)], r#"{"outliers": {"action": "exclude"}}"#, "[]");
    assert_eq!(book.ledger.len(), 5);
    assert_eq!(report(&book, &Checked::default(), None).outliers, None);
}

#[test]
fn the_log_says_steps_first_and_then_every_row() {
    let steps = r#"[{"do": "replace", "field": "city", "from": "北平", "to": "=1+1"}]"#;
    let book = clean(&[("o.csv", ORDERS)], "{}", steps);
    let mut csv = Vec::new();
    cleaning_log_csv(&book, &report_steps(&book), &mut csv).expect("a vector takes everything");
    let expected = "\u{FEFF}step,what,place,field,count,rule,row,original,became\r\n\
                    1,read,o.csv,,3,,,,\r\n\
                    2,amount.unreadable,o.csv,amount,1,,,,\r\n\
                    3,corrected,o.csv,city,2,corrections,,,\r\n\
                    ,amount.unreadable,o.csv,amount,1,,3,oops,\r\n\
                    ,cell.corrected,o.csv,city,1,,2,北平,'=1+1\r\n\
                    ,cell.corrected,o.csv,city,1,,4, 北平 ,'=1+1\r\n";
    assert_eq!(String::from_utf8(csv).expect("text"), expected);
}

#[test]
fn the_report_counts_what_is_known_and_what_was_done() {
    let steps = r#"[{"do": "replace", "field": "customer_name", "from": "Bob Stone", "to": "Bob"}, {"do": "merge", "ids": ["7", "12"]}]"#;
    let cleaning = r#"{"missing": {"email": {"fill": "unknown"}}, "stale_days": 50}"#;
    let people = format!("{PEOPLE}15,Carl,12,,5,2024-02-10,x\n15,Carl,12,,5,2024-02-10,1\n");
    let book = clean(&[("p.csv", &people)], cleaning, steps);
    let recipe = Checked::from_json(&format!(r#"{{"cleaning": {cleaning}}}"#)).expect("valid");
    let report = report(&book, &recipe, Some("2024-04-06".parse().expect("a day")));
    assert_eq!((report.customers, report.with_orders, report.stale), (3, 3, 2));
    let fields: Vec<_> = report
        .fields
        .iter()
        .map(|field| (field.name.as_str(), field.known, field.missing, field.invalid, field.filled, field.distinct))
        .collect();
    assert_eq!(
        fields,
        [("customer_name", 3, 0, 0, 0, 3), ("phone", 3, 0, 1, 0, 3), ("email", 3, 0, 1, 1, 3)],
        "a word that was filled in is no address"
    );
    assert_eq!(report.completeness, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
    let done: Vec<String> = report.steps.iter().map(|step| format!("{} {} {} {}", step.what, step.place, step.count, step.rule)).collect();
    assert_eq!(
        done,
        [
            "read p.csv 6 ",
            "amount.unreadable p.csv 1 ",
            "corrected p.csv 1 corrections",
            "merged  1 recipe.cleaning.duplicates, corrections",
            "missing_filled  1 recipe.cleaning.missing.email",
        ]
    );
}
