//! Files for others: no name in a pseudonymised one, nobody alone in an anonymous one, hashes as the platforms make them, headers
//! that customer systems know.

use crate::support::thousand_cases;
use customer_tiers::export::sharing::{CrmSystem, Dates, LeftOut, Platform, Pseudonyms, Shared, Sharing, share};
use customer_tiers::identify::{BytesSource, Source};
use customer_tiers::pipeline::{Outcome, run};
use customer_tiers::recipe::{Checked, Field};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;

const LIST: &str = "客户编号,客户姓名,手机,邮箱,公司,地址,生日,性别,省份,城市,负责人,勿扰,备注\n\
                    C1,张三,13800138000,Ann.Lee@Gmail.com,甲公司,人民路1号,1990-01-02,男,广东,深圳,王经理,,爱喝茶\n\
                    C2,李四,+86 139-0013-9000,li@example.com,,,1985-05-06,女,广东,广州,王经理,是,\n\
                    C3,王五,,,,,1979-07-08,男,浙江,杭州,,,\n\
                    C4,Bob Lee,13700137000,,,,,,,,,,\n\
                    C5,赵六,137 0013 7000,,,,,,,,,,\n";
const ORDERS: &str = "客户编号,订单号,下单时间,成交金额\nC1,1,2024-01-05,1234.56\nC1,2,2024-03-05,100\nC2,3,2024-02-06,80\nC3,4,2024-03-07,60\nC4,5,2024-03-09,40\nC5,6,2024-03-10,40\n";

fn import(files: &[(&str, &str)]) -> Outcome {
    let source = |(name, text): &(&str, &str)| -> Box<dyn Source> { Box::new(BytesSource::new(name, text.as_bytes().to_vec())) };
    let mut sources: Vec<Box<dyn Source>> = files.iter().map(source).collect();
    run(&mut sources, &Checked::default(), &mut |_| {}).unwrap_or_else(|error| panic!("{error}"))
}

fn shop() -> Outcome {
    import(&[("客户.csv", LIST), ("订单.csv", ORDERS)])
}

fn shared(outcome: &Outcome, what: &Sharing) -> (String, Shared) {
    let shared = share(&outcome.book, &outcome.standing, &Checked::default(), what).unwrap_or_else(|error| panic!("{error}"));
    (String::from_utf8_lossy(&shared.bytes).trim_start_matches('\u{FEFF}').to_owned(), shared)
}

fn refusal(outcome: &Outcome, what: &Sharing) -> String {
    share(&outcome.book, &outcome.standing, &Checked::default(), what).err().map(|error| error.to_string()).unwrap_or_default()
}

/// Rows as maps from header to field; no field of these files holds a comma.
fn rows(text: &str) -> Vec<BTreeMap<&str, &str>> {
    let mut lines = text.lines();
    let headers: Vec<&str> = lines.next().unwrap_or("").split(',').collect();
    lines.map(|line| headers.iter().copied().zip(line.split(',')).collect()).collect()
}

fn pseudonyms(numbered: bool, dates: Dates) -> Pseudonyms {
    Pseudonyms { secret: "correct horse battery".into(), numbered, dates }
}

#[test]
fn nothing_that_names_or_reaches_anybody_is_in_a_pseudonymised_file() {
    let outcome = shop();
    let (text, Shared { report, .. }) = shared(&outcome, &Sharing::Pseudonymised(pseudonyms(false, Dates::Month)));
    for secret in ["C1", "张三", "Bob", "1380", "Gmail", "gmail", "甲公司", "人民路", "1990", "王经理", "爱喝茶", "2024-01-05", "battery"]
    {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    assert_eq!(report.rows, 5);
    for column in ["customer_id", "customer_name", "phone", "email", "company", "address", "birthday", "owner", "备注", "recency_days"] {
        assert!(report.columns_left_out.iter().any(|left| left == column), "{column} {:?}", report.columns_left_out);
    }
    assert!(rows(&text).iter().all(|row| row["first_order"].ends_with("-01") && row["pseudonym"].len() == 20));
}

#[test]
fn the_key_turns_pseudonyms_back() {
    let outcome = shop();
    for numbered in [false, true] {
        let wanted = pseudonyms(numbered, Dates::Kept);
        let (data, _) = shared(&outcome, &Sharing::Pseudonymised(wanted.clone()));
        let (key, _) = shared(&outcome, &Sharing::PseudonymKey(wanted.clone()));
        let ids: BTreeMap<&str, &str> = rows(&key).iter().map(|row| (row["pseudonym"], row["customer_id"])).collect();
        let revenue: BTreeMap<&str, &str> = rows(&data).iter().map(|row| (ids[row["pseudonym"]], row["revenue"])).collect();
        assert_eq!(revenue, BTreeMap::from([("C1", "1334.56"), ("C2", "80"), ("C3", "60"), ("C4", "40"), ("C5", "40")]));
        let other = Pseudonyms { secret: "another secret phrase".into(), ..wanted };
        assert_ne!(shared(&outcome, &Sharing::PseudonymKey(other)).0, key, "another secret, other pseudonyms");
    }
}

#[test]
fn days_move_together() {
    let (text, _) = shared(&shop(), &Sharing::Pseudonymised(pseudonyms(true, Dates::Shifted)));
    let day = |text: &str| text.parse::<customer_tiers::base::Day>().expect("a day");
    let found = rows(&text);
    let spans: Vec<i32> = found.iter().map(|row| day(row["last_order"]).days_since(day(row["first_order"]))).collect();
    assert_eq!(spans.iter().filter(|span| **span == 60).count(), 1, "the days between two orders stay: {spans:?}");
    assert!(!text.contains("2024-01-05"));
}

#[test]
fn what_cannot_be_kept_is_refused() {
    let outcome = shop();
    let audience = |country: &str| Sharing::Audience { platform: Platform::Google, tiers: Vec::new(), country: country.into() };
    for (what, expected) in [
        (Sharing::Pseudonymised(Pseudonyms { secret: "short".into(), ..pseudonyms(false, Dates::Month) }), "fewer than 12 characters"),
        (Sharing::Anonymous { k: 1 }, "from 2 to 1000"),
        (Sharing::Anonymous { k: 6 }, "from 2 to 1000"),
        (audience("086"), "country calling code"),
        (audience("CN"), "country calling code"),
    ] {
        assert!(refusal(&outcome, &what).contains(expected), "{what:?}: {}", refusal(&outcome, &what));
    }
}

#[test]
fn audiences_leave_out_who_refused_and_who_is_unknown() {
    let outcome = shop();
    let list = |platform| shared(&outcome, &Sharing::Audience { platform, tiers: Vec::new(), country: String::new() });
    let sha = |text: &str| {
        use sha2::Digest;
        sha2::Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    };
    let (google, Shared { report, .. }) = list(Platform::Google);
    let mut expected = [format!("{},{}", sha("annlee@gmail.com"), sha("+8613800138000")), format!(",{}", sha("+8613700137000"))];
    expected.sort();
    assert_eq!(google, format!("Email,Phone\n{}\n{}\n", expected[0], expected[1]));
    assert_eq!(report.left_out, [(LeftOut::Refused, 1), (LeftOut::NoAddress, 1), (LeftOut::SameAddress, 1)]);
    let (meta, _) = list(Platform::Meta);
    assert!(meta.starts_with("email,phone\n") && meta.contains(&format!("{},{}", sha("ann.lee@gmail.com"), sha("8613800138000"))));
    let (tencent, _) = list(Platform::Tencent);
    // MD5 of 13800138000, as `md5sum` gives it.
    assert!(tencent.lines().all(|line| line.len() == 32) && tencent.contains("7945bd83237335e5376ff44d62e4f0ae"), "{tencent}");
    assert_eq!(tencent.lines().count(), 2);
}

#[test]
fn customer_systems_get_headers_they_know_and_the_file_reads_back() {
    let outcome = shop();
    let none = BTreeMap::new();
    for (system, first, signs) in [
        (
            CrmSystem::Fxiaoke,
            "客户名称,客户编号,客户级别,负责人,",
            "RFM评分,累计订单数,累计成交金额,首次成交日期,最近成交日期,下次跟进时间,下次跟进方式",
        ),
        (
            CrmSystem::Zoho,
            "Last Name,First Name,Account Name,Email,Phone,Contact Owner,Lead Source,Mailing Street,",
            "Customer Tier,Customer Segment,RFM Score",
        ),
        (CrmSystem::Hubspot, "First Name,Last Name,Email,Phone Number,Company Name,Contact owner,", "State/Region,Country/Region,"),
        (CrmSystem::Salesforce, "Last Name,First Name,Account Name,Email,Phone,Contact Owner,", "Mailing State/Province,"),
    ] {
        let (text, Shared { report, .. }) = shared(&outcome, &Sharing::Crm { system, names: none.clone() });
        let header = text.lines().next().unwrap_or("");
        assert!(header.starts_with(first) && header.contains(signs), "{system:?}: {header}");
        assert_eq!(report.rows, 5, "{system:?}");
        assert!(text.contains("+86 139-0013-9000") && !text.contains("'+86"), "{system:?}: a number is no formula");
        let next = if system == CrmSystem::Fxiaoke { "下次跟进时间" } else { "Next Contact Date" };
        assert!(rows(&text).iter().any(|row| row.get(next).is_some_and(|day| day.starts_with("2024-"))), "{system:?}: {text}");
        let back = import(&[("crm.csv", &text)]);
        let known = |outcome: &Outcome, field: Field| -> Vec<String> {
            outcome.book.customers.iter().map(|customer| outcome.book.customers.attribute(field, customer).to_owned()).collect()
        };
        let ids = |outcome: &Outcome| {
            outcome.book.customers.iter().map(|customer| outcome.book.customers.id(customer).to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(ids(&back), ids(&outcome), "{system:?}");
        for field in [Field::Phone, Field::Email, Field::Owner, Field::City, Field::Region] {
            assert_eq!(known(&back, field), known(&outcome, field), "{system:?} {field:?}");
        }
    }
}

#[test]
fn tiers_are_called_what_the_system_calls_them() {
    let names = BTreeMap::from([("high".to_owned(), "重要客户".to_owned())]);
    let (text, _) = shared(&shop(), &Sharing::Crm { system: CrmSystem::Fxiaoke, names });
    assert!(text.contains("重要客户"), "{text}");
}

/// A shop of customers with a province, a city, a birthday, a sex and a first order.
fn people() -> impl Strategy<Value = Vec<(u8, u8, u8, u8, u8)>> {
    prop::collection::vec((0_u8..3, 0_u8..4, 0_u8..60, 0_u8..2, 0_u8..24), 2..60)
}

proptest! {
    #![proptest_config(thousand_cases())]

    #[test]
    fn nobody_is_alone_in_an_anonymous_file(people in people(), k in 2_u32..8) {
        let mut list = String::from("客户编号,省份,城市,生日,性别\n");
        let mut orders = String::from("客户编号,订单号,下单时间,成交金额\n");
        for (place, (region, city, age, sex, month)) in people.iter().enumerate() {
            let region = ["广东", "浙江", "四川"][usize::from(*region)];
            let _ = writeln!(list, "C{place:03},{region},城{city},{}-03-04,{}", 1940 + i32::from(*age), ["男", "女"][usize::from(*sex)]);
            let _ = writeln!(orders, "C{place:03},{place},{}-{:02}-05,{}", 2023 + u32::from(*month) / 12, month % 12 + 1, 17 * (place + 1));
        }
        let outcome = import(&[("客户.csv", &list), ("订单.csv", &orders)]);
        let what = Sharing::Anonymous { k };
        if people.len() < k as usize {
            prop_assert!(refusal(&outcome, &what).contains("cannot be alike"));
            return Ok(());
        }
        let (text, Shared { report, .. }) = shared(&outcome, &what);
        let mut alike: BTreeMap<Vec<&str>, u32> = BTreeMap::new();
        for row in rows(&text) {
            let key = row.iter().filter(|(name, _)| !["orders", "revenue"].contains(name)).map(|(_, value)| *value).collect();
            *alike.entry(key).or_default() += 1;
        }
        prop_assert!(alike.values().all(|size| *size >= k), "{alike:?}");
        prop_assert_eq!(alike.values().min().copied(), report.smallest);
        let left: u32 = report.left_out.iter().map(|(_, count)| count).sum();
        prop_assert_eq!((report.rows + left) as usize, people.len());
        prop_assert!(left * 20 <= people.len() as u32, "one in twenty at most");
        prop_assert!(!text.contains("C0"));
    }
}

#[test]
fn what_is_common_stays_fine() {
    let mut list = String::from("客户编号,省份,性别\n");
    let mut orders = String::from("客户编号,订单号,下单时间,成交金额\n");
    for place in 0..80 {
        let _ = writeln!(list, "C{place:03},{},{}", ["广东", "浙江"][place % 2], ["男", "女"][place / 2 % 2]);
        let _ = writeln!(orders, "C{place:03},{place},2024-01-05,{}", 100);
    }
    let outcome = import(&[("客户.csv", &list), ("订单.csv", &orders)]);
    let (text, Shared { report, .. }) = shared(&outcome, &Sharing::Anonymous { k: 20 });
    assert!(report.generalised.iter().all(|column| column.steps == 0), "{:?}", report.generalised);
    assert_eq!((report.rows, report.smallest), (80, Some(20)));
    assert!(text.starts_with("place,gender,customer_since,tier,orders,revenue"), "{text}");
    let (_, Shared { report, .. }) = shared(&outcome, &Sharing::Anonymous { k: 40 });
    let gone: Vec<&str> = report.generalised.iter().filter(|column| column.level == "gone").map(|column| column.name.as_str()).collect();
    assert_eq!(gone.len(), 1, "{:?}", report.generalised);
}

#[test]
fn a_masked_screen_shows_nobody_and_files_stay_whole() {
    use customer_tiers::differentiate::customers::{CustomerQuery, page};
    use customer_tiers::differentiate::why::card;
    let mut outcome = shop();
    outcome.book.customers.masked = true;
    let query = CustomerQuery { limit: 10, descending: true, ..CustomerQuery::default() };
    let names: Vec<String> = page(&outcome.book, &outcome.standing, &query).rows.into_iter().map(|row| row.customer_name).collect();
    assert_eq!(names, ["张**", "李**", "王**", "B** L**", "赵**"]);
    let shown = card(&outcome.book, &outcome.standing, &Checked::default(), customer_tiers::base::CustomerId(0)).expect("a card");
    let texts: Vec<&str> = shown.attributes.iter().map(|(_, text)| text.as_str()).collect();
    for secret in ["张三", "13800138000", "Ann.Lee@Gmail.com", "1990-01-02", "人民路1号"] {
        assert!(!texts.contains(&secret), "{secret} in {texts:?}");
    }
    assert!(texts.contains(&"广东"), "what is of many stays: {texts:?}");
    let mut csv = Vec::new();
    customer_tiers::export::customers_csv(&outcome.book, &outcome.standing, &mut csv).expect("a vector takes everything");
    assert!(String::from_utf8_lossy(&csv).contains("张三"));
}
