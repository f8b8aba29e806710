//! The boundary in a browser's worker: what JavaScript gets is what the core says.
#![cfg(target_arch = "wasm32")]

use customer_tiers::export::{self, Format, Words};
use customer_tiers::identify::{BytesSource, Source};
use customer_tiers::web::Session;
use customer_tiers::{pipeline, recipe::Checked};
use js_sys::{Array, Function, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

const ORDERS: &str =
    "客户编号,订单号,下单时间,成交金额\nA001,1,2024-01-05,120.50\nA001,2,2024-03-01,80\nB002,3,2023-06-30,15\n,4,2024-01-01,9\n";

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(key)).expect("an object")
}

fn ignore_progress() -> Function {
    Function::new_no_args("")
}

fn file(name: &str, text: &str) -> web_sys::File {
    let parts = Array::of1(&JsValue::from_str(text));
    web_sys::File::new_with_str_sequence(&parts, name).expect("a file")
}

fn session() -> Session {
    let mut session = Session::new();
    session.inspect(file("订单.csv", ORDERS)).expect("a table");
    session.run(&ignore_progress()).expect("tiers");
    session
}

#[wasm_bindgen_test]
fn a_file_becomes_a_summary_of_plain_numbers() {
    let mut session = session();
    let summary = session.summary().expect("there is one");
    assert_eq!(get(&summary, "customers"), JsValue::from_f64(2.0));
    assert_eq!(get(&summary, "revenue"), JsValue::from_f64(215.5));
    assert_eq!(get(&summary, "rows_rejected"), JsValue::from_f64(1.0));
    assert_eq!(get(&summary, "as_of"), JsValue::from_str("2024-03-02"));
    let text: String = JSON::stringify(&summary).expect("plain data").into();
    assert!(text.contains("\"thresholds\":[{"), "maps and structs are plain objects: {text}");
}

#[wasm_bindgen_test]
fn the_same_bytes_as_the_native_core() {
    let csv = session().export_as("csv", JsValue::UNDEFINED).expect("a file");
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("订单.csv", ORDERS.into()))];
    let recipe = Checked::default();
    let outcome = pipeline::run(&mut sources, &recipe, &mut |_| {}).expect("tiers");
    let native = export::to_bytes(Format::Csv, &outcome.book, &outcome.standing, "", &Words::default()).expect("a file");
    assert_eq!(csv, native);
}

#[wasm_bindgen_test]
fn errors_are_objects_with_code_and_file() {
    let mut session = Session::new();
    let error = session.inspect_bytes("nothing.csv", Vec::new()).expect_err("refused");
    assert_eq!(get(&error, "code"), JsValue::from_str("file.empty"));
    assert_eq!(get(&error, "file"), JsValue::from_str("nothing.csv"));
    let error = session.set_recipe("{\"colour\": 1}").expect_err("refused");
    assert_eq!(get(&error, "code"), JsValue::from_str("recipe.invalid"));
}

#[wasm_bindgen_test]
fn a_failed_import_keeps_what_was_there() {
    let mut session = session();
    session.inspect_bytes("products.csv", b"product,price\nlamp,10\n".to_vec()).expect("a table");
    session.remove_file(0);
    session.run(&ignore_progress()).expect_err("nobody in it");
    assert_eq!(get(&session.summary().expect("still there"), "customers"), JsValue::from_f64(2.0));
}

#[wasm_bindgen_test]
fn pages_cards_and_issues() {
    let mut session = session();
    let query = JSON::parse(r#"{"sort": "customer_id", "limit": 10}"#).expect("JSON");
    let page = session.customers(query).expect("a page");
    assert_eq!(get(&page, "total"), JsValue::from_f64(2.0));
    let rows: Array = get(&page, "rows").unchecked_into();
    assert_eq!(get(&rows.get(0), "customer_id"), JsValue::from_str("A001"));
    let card = session.customer(0).expect("a card");
    assert_eq!(get(&card, "timeline_total"), JsValue::from_f64(2.0));
    assert!(session.customer(99).expect("no error").is_undefined());
    let issues = session.issues(Some("customer.blank".into()), 0, 10).expect("a page");
    assert_eq!(get(&issues, "total"), JsValue::from_f64(1.0));
    let overview = session.overview(Object::new().into()).expect("numbers");
    assert_eq!(get(&overview, "customers"), JsValue::from_f64(2.0));
}

#[wasm_bindgen_test]
fn bytes_cross_as_typed_arrays() {
    let recipe = session().export_as("recipe", JsValue::UNDEFINED).expect("a file");
    let text = String::from_utf8(Uint8Array::from(recipe.as_slice()).to_vec()).expect("UTF-8");
    let mut other = Session::new();
    other.set_recipe(&text).expect("a saved recipe reads back");
    assert_eq!(other.recipe(), text);
}

#[wasm_bindgen_test]
fn corrections_duplicates_and_the_report() {
    let mut session = session();
    let steps = r#"{"corrections": 1, "steps": [{"do": "merge", "ids": ["A001", "B002"]}]}"#;
    session.set_corrections(steps).expect("valid");
    session.run(&ignore_progress()).expect("tiers");
    let page = session.duplicates(0, 10).expect("a page");
    assert_eq!(get(&page, "total"), JsValue::from_f64(1.0));
    let groups: Array = get(&page, "groups").unchecked_into();
    assert_eq!(get(&groups.get(0), "decision"), JsValue::from_str("merged"));
    let report = session.report().expect("figures");
    assert_eq!(get(&report, "customers"), JsValue::from_f64(1.0));
    let saved = session.export_as("corrections", JsValue::UNDEFINED).expect("a file");
    assert_eq!(String::from_utf8(saved).expect("UTF-8"), session.corrections());
    let log = session.export_as("cleaning_log", JsValue::UNDEFINED).expect("a file");
    assert!(String::from_utf8(log).expect("UTF-8").contains("customer.merged"));
    let error = session.set_corrections(r#"{"steps": [{"do": "merge", "ids": []}]}"#).expect_err("refused");
    assert_eq!(get(&error, "code"), JsValue::from_str("recipe.invalid"));
}

#[wasm_bindgen_test]
fn the_past_is_asked_day_by_day() {
    let mut session = session();
    let first = session.tier_history("value", JsValue::NULL, 1).expect("a day");
    let points = |series: &JsValue| get(series, "points").unchecked_into::<Array>().length();
    assert_eq!(points(&first), 1);
    let series = session.tier_history("value", JsValue::NULL, 100).expect("all days");
    assert_eq!(get(&series, "period"), JsValue::from_str("month"));
    assert_eq!(points(&series), get(&series, "days").unchecked_into::<Array>().length());
    let course = session.customer_tiers(0, 100).expect("a course");
    assert_eq!(get(&course, "open"), JsValue::from_f64(0.0));
    let rule = JSON::parse(r#"{"periods": 2, "period": "month", "grace_periods": 1}"#).expect("JSON");
    let simulation = session.steady_simulation(rule).expect("a simulation");
    assert!(get(&simulation, "without_rule").as_f64().is_some());
    let error = session.tier_history("no such scheme", JsValue::NULL, 1).expect_err("refused");
    assert_eq!(get(&error, "code"), JsValue::from_str("argument.invalid"));
}

#[wasm_bindgen_test]
fn two_days_are_compared_and_tested() {
    let mut session = session();
    let migration = session.migration("2024-01-31", "2024-03-02", "value").expect("two days");
    let of = |key: &str| get(&migration, key).as_f64().unwrap_or(f64::NAN);
    assert!((of("upgraded") + of("downgraded") + of("stayed") - 2.0).abs() < 1e-9, "both were there");
    let query = r#"{"from": "2024-01-31", "to": "2024-03-02", "scheme": "value", "moves": {"kind": "cell", "was": 0, "is": 0}, "offset": 0, "limit": 10}"#;
    let page = session.movers(JSON::parse(query).expect("JSON")).expect("a page");
    let moved: Array = get(&migration, "moved").unchecked_into();
    assert_eq!(get(&page, "total"), moved.get(0));
    let drift = session.drift("2024-01-31", "2024-03-02", "value").expect("two days");
    assert_eq!(get(&drift, "of_scores").unchecked_into::<Array>().length(), 3);
    let cohorts: Array = get(&session.cohorts().expect("orders"), "cohorts").unchecked_into();
    assert_eq!(get(&cohorts.get(0), "month"), JsValue::from_str("2023-06-01"));
    let test = session.back_test("2024-01-31", None).expect("a back-test");
    assert_eq!(get(&test, "buyers"), JsValue::from_f64(1.0));
    let error = session.migration("2024-01-31", "soon", "value").expect_err("refused");
    assert_eq!(get(&error, "code"), JsValue::from_str("argument.invalid"));
}
