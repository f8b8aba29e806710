//! Real files in, the figures of independent tools out.
//!
//! Sources: `ground_truth/*.json` beside the files (pandas, the R package `rfm`, lifetimes).

use crate::data::real;
use customer_tiers::differentiate::summary::summarize;
use customer_tiers::identify::{BytesSource, FileSource, IssueCode, Source};
use customer_tiers::pipeline::{Outcome, run};
use customer_tiers::recipe::{Checked, Field, Recipe, Refunds, presets};

fn open(paths: &[&str]) -> Vec<Box<dyn Source>> {
    let open = |path: &&str| -> Box<dyn Source> { Box::new(FileSource::open(&real(path)).expect("the file is there")) };
    paths.iter().map(open).collect()
}

fn import(paths: &[&str], recipe: Recipe) -> Outcome {
    let recipe = Checked::new(recipe).expect("a valid recipe");
    run(&mut open(paths), &recipe, &mut |_| {}).unwrap_or_else(|error| panic!("{paths:?}: {error}"))
}

fn refusal(sources: &mut [Box<dyn Source>]) -> String {
    run(sources, &Checked::default(), &mut |_| {}).expect_err("refused").code()
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn figures_of_real_order_files() {
    // file, customers, orders, revenue: ground_truth/*.json. Orders are distinct ids of purchases.
    let cases: [(&str, usize, u64, &str); 6] = [
        ("transactions/示例 - 超市.xls", 790, 2773, "16117548.237"),
        ("derived/超市_订单_GBK.csv", 790, 2773, "16117548.237"),
        ("derived/超市_订单_UTF16LE.txt", 790, 2773, "16117548.237"),
        ("transactions/superstore.csv", 793, 5009, "2297200.8603"),
        ("derived/superstore_de_cp1252.csv", 793, 5009, "2297200.8603"),
        ("transactions/CDNOW_master.txt", 23_570, 67_591, "2500315.63"),
    ];
    for (file, customers, orders, revenue) in cases {
        let outcome = import(&[file], Recipe::default());
        assert_eq!(outcome.book.customers.len(), customers, "{file}: customers");
        assert_eq!(outcome.standing.measures.total_orders, orders, "{file}: orders");
        assert_eq!(outcome.standing.measures.total_revenue.to_string(), revenue, "{file}: revenue");
        assert_eq!(outcome.book.counts.rows_rejected, 0, "{file}: rows left out");
    }
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn twenty_daily_files_are_one_table() {
    let folder = real("transactions/online_retail_by_day");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| format!("transactions/online_retail_by_day/{}", entry.expect("readable").file_name().to_string_lossy()))
        .collect();
    names.sort();
    let paths: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(paths.len(), 20);
    let outcome = import(&paths, Recipe::default());
    // ground_truth/online_retail_by_day_2010-12.json; revenue without the rows that name no customer by the same tool.
    assert_eq!(outcome.book.customers.len(), 948);
    assert_eq!(outcome.book.counts.rows_read, 42_481);
    assert_eq!(outcome.standing.measures.total_revenue.to_string(), "554604.02");
    // Cancellations are netted, and are no orders: 1,400 of the 1,708 invoices are purchases.
    assert_eq!(outcome.standing.measures.total_orders, 1_400);
    let kept = import(
        &paths,
        Recipe { cleaning: customer_tiers::recipe::Cleaning { refunds: Refunds::Keep, ..Default::default() }, ..Default::default() },
    );
    assert_eq!(kept.standing.measures.total_orders, 1_708);
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn customer_key_zero_is_nobody() {
    let outcome = import(&["transactions/WWI_FactSale.csv"], Recipe::default());
    assert_eq!(outcome.book.customers.len(), 48, "49 with the key 0");
    assert_eq!(outcome.book.issues.count(IssueCode::CustomerPlaceholder), 9_077);
    assert_eq!(outcome.book.counts.rows_read, 26_397);
    assert_eq!(outcome.book.counts.rows_used, 26_397 - 9_077);
    let mapping = &outcome.book.tables[0].mapping;
    assert!(mapping.contains(&(Field::Amount, "Total Including Tax".to_owned())), "{mapping:?}");
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn two_sheets_are_appended() {
    let outcome = import(&["transactions/online_retail_II_first500.xlsx"], Recipe::default());
    assert_eq!(outcome.book.counts.rows_read, 998);
    assert_eq!(outcome.book.tables.iter().filter(|table| table.used).count(), 2);
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn names_are_joined_from_the_customer_sheet() {
    let outcome = import(&["transactions/Super Store Data.xlsx"], Recipe::default());
    let summary = summarize(&outcome.book, &outcome.standing);
    let named =
        outcome.book.customers.iter().filter(|&customer| !outcome.book.customers.attribute(Field::CustomerName, customer).is_empty());
    assert_eq!(named.count() as u32, summary.customers);
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn oracle_a_exactly() {
    let mut recipe = presets::preset("r-rfm").expect("a preset");
    recipe.measures.as_of = "2006-12-31".parse().ok();
    let outcome = import(&["derived/rfm_data_orders.csv"], recipe);
    let summary = summarize(&outcome.book, &outcome.standing);
    let rows: Vec<(String, u32, u64, String)> = summary
        .segments
        .iter()
        .filter(|segment| segment.customers > 0)
        .map(|segment| (segment.name.clone(), segment.customers, segment.orders, segment.revenue.to_string()))
        .collect();
    // Source: R rfm 0.3.0, vignette rfm-introduction.
    let published = [
        ("About To Sleep", 102, 283, "23449"),
        ("At Risk", 28, 216, "22227"),
        ("Can't Lose Them", 47, 274, "32446"),
        ("Champions", 35, 316, "31646"),
        ("Lost", 148, 393, "35324"),
        ("Loyal Customers", 170, 799, "76562"),
        ("Need Attention", 10, 57, "4562"),
        ("New Customers", 104, 329, "28837"),
        ("Potential Loyalist", 342, 2211, "204856"),
        ("Promising", 9, 28, "4249"),
    ];
    assert_eq!(rows.len(), published.len(), "{rows:?}");
    for (name, customers, orders, revenue) in published {
        let row = rows.iter().find(|row| row.0 == name).unwrap_or_else(|| panic!("{name} is missing"));
        assert_eq!((row.1, row.2, row.3.as_str()), (customers, orders, revenue), "{name}");
    }
    check_published_customers(&outcome);
}

/// Source: the R package's own output for all 995 customers, from the tables in its documentation.
fn check_published_customers(outcome: &Outcome) {
    let published = std::fs::read_to_string(real("ground_truth/rfm_data_orders.R_rfm_published.csv")).expect("the file is there");
    let standing = &outcome.standing;
    let segments = &standing.schemes[standing.segment];
    let mut checked = 0;
    for line in published.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let customer = outcome.book.customers.iter().find(|&customer| outcome.book.customers.id(customer) == cells[0]);
        let customer = customer.unwrap_or_else(|| panic!("{} is missing", cells[0]));
        let index = customer.index();
        let [r, f, m] = standing.scores.of(customer);
        let found = [
            segments.segments[usize::from(segments.of[index])].name.clone(),
            format!("{r}{f}{m}"),
            standing.measures.orders[index].to_string(),
            standing.measures.recency_days[index].to_string(),
            standing.measures.revenue[index].to_string(),
        ];
        assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), cells[2..7], "{}", cells[0]);
        checked += 1;
    }
    assert_eq!(checked, 995);
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn cdnow_customers_as_pandas_counts_them() {
    let recipe = Recipe {
        measures: customer_tiers::recipe::Measures { as_of: "1998-06-30".parse().ok(), ..Default::default() },
        ..Default::default()
    };
    let outcome = import(&["transactions/CDNOW_master.txt"], recipe);
    let published = std::fs::read_to_string(real("ground_truth/CDNOW_master.rfm_asof_1998-06-30.csv")).expect("the file is there");
    let measures = &outcome.standing.measures;
    // Both are in the order of the id.
    for (customer, line) in outcome.book.customers.iter().zip(published.lines().skip(1)) {
        let cells: Vec<&str> = line.split(',').collect();
        let index = customer.index();
        assert_eq!(outcome.book.customers.id(customer), cells[0]);
        assert_eq!(measures.recency_days[index].to_string(), cells[1], "{line}");
        assert_eq!(measures.orders[index].to_string(), cells[2], "{line}");
        assert!((measures.revenue[index].to_f64() - cells[4].parse::<f64>().expect("a number")).abs() < 1e-6, "{line}");
        assert_eq!(measures.first_order[index].to_string(), cells[5], "{line}");
        assert_eq!(measures.last_order[index].to_string(), cells[6], "{line}");
    }
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn refused_politely() {
    let cases = [
        ("transactions/cosmetic_taobao_products.csv", "table.no_customer"),
        ("transactions/Store data.xlsx", "table.no_customer"),
        ("hostile/calamine/pass_protected.xlsx", "file.encrypted"),
        ("hostile/calamine/pass_protected.xlsb", "file.encrypted"),
        ("hostile/calamine/pass_protected.ods", "file.encrypted"),
        ("transactions/example_transactions.csv", "table.no_amount"),
    ];
    for (file, code) in cases {
        assert_eq!(refusal(&mut open(&[file])), code, "{file}");
    }
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn lists_alone_are_customer_files() {
    // File, customers, own columns, customers listed again: counted with awk and sort -u.
    for (file, customers, own, again) in [
        ("customers/Customer Details.xlsx", 794, 0, 0),
        ("customers/Query.xlsx", 793, 0, 0),
        ("customers/WA_Fn-UseC_-Telco-Customer-Churn.csv", 7043, 19, 0),
        ("customers/Telco_7032_cleaned.csv", 7032, 19, 0),
        ("customers/BankChurners_edited.csv", 10_127, 18, 0),
        ("customers/Customer Purchase.csv", 50, 4, 0),
        ("customers/febrl_dataset1.csv", 1000, 4, 0),
        ("customers/febrl_dataset2.csv", 5000, 4, 0),
        ("derived/chinook_customers.csv", 59, 2, 0),
    ] {
        let outcome = import(&[file], Recipe::default());
        let (book, summary) = (&outcome.book, summarize(&outcome.book, &outcome.standing));
        let found = (book.customers.len(), book.customers.own.len(), book.issues.count(IssueCode::CustomerListedAgain));
        assert_eq!(found, (customers, own, again), "{file}");
        assert_eq!((summary.customers, summary.customers_without_orders as usize), (0, customers), "{file}");
        assert!(summary.not_scored.is_some(), "{file}");
    }
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn tables_in_which_nobody_is_named_are_refused() {
    for file in [
        "customers/bank.csv",
        "customers/wholesale_customers.csv",
        "customers/jp_100knocks_store.csv",
        "customers/jp_100knocks_category_doubleBOM.csv",
        "feedback/ChnSentiCorp_htl_all.csv",
        "feedback/waimai_10k.csv",
        "feedback/complaints_two_class.txt",
        "feedback/survey_likert_long.csv",
    ] {
        assert_eq!(refusal(&mut open(&[file])), "table.no_customer", "{file}");
    }
    // Who chose which cracker, but neither when nor for how much.
    assert_eq!(refusal(&mut open(&["feedback/choice_crackers.csv"])), "table.no_date");
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn a_real_list_is_joined_with_its_orders() {
    let outcome = import(&["derived/chinook_invoices.csv", "derived/chinook_customers.csv"], Recipe::default());
    let report = outcome.book.tables.iter().find(|table| table.file == "chinook_customers.csv").expect("a report");
    let join = report.join.as_ref().expect("a join");
    assert_eq!(join.by, [(Field::CustomerId, 59)]);
    assert_eq!((join.new, join.orphans), (0, 0));
    let named = outcome.book.customers.iter().filter(|&id| outcome.book.customers.attribute(Field::CustomerName, id).contains(' '));
    assert_eq!(named.count(), 59, "first and last names are put together");
}

#[test]
fn what_is_no_table_is_refused_politely() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89".to_vec();
    let cases: [(&str, Vec<u8>, &str); 5] = [
        ("empty.csv", Vec::new(), "file.empty"),
        ("blank.csv", b" \r\n\n".to_vec(), "file.empty"),
        ("picture.xlsx", png, "file.not_a_table"),
        ("header-only.csv", b"customer_id,order_date,amount\n".to_vec(), "file.empty"),
        ("products.csv", b"product,price\nlamp,10\ndesk,20\n".to_vec(), "table.no_customer"),
    ];
    for (name, bytes, code) in cases {
        let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new(name, bytes))];
        assert_eq!(refusal(&mut sources), code, "{name}");
    }
}
