//! The calendar in figures and by page: everything adds up, the year agrees with the weeks, and the order of rows is of no matter.

use crate::support::{self, day, name};
use customer_tiers::base::Money;
use customer_tiers::identify::book::OwnColumn;
use customer_tiers::identify::{Book, BytesSource, Source};
use customer_tiers::interact::calendar::{Calendar, ContactQuery, ContactRow, LeftQuery, LeftReason, calendar};
use customer_tiers::interact::interact;
use customer_tiers::math::random::Random;
use customer_tiers::pipeline;
use customer_tiers::recipe::{Capacity, Checked, ContactChannel, Field, HolidayCalendar, Occasion, Recipe};

const IDS: [&str; 26] =
    ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z"];

/// 26 customers of two tiers and three account managers, one of whom is nobody.
fn team() -> (Book, Vec<u8>) {
    let lines: Vec<support::Line> = (100..).zip(IDS).map(|(amount, id)| (id, "2024-06-03", amount, "")).collect();
    let mut book = support::book(&lines);
    let every = |texts: [&'static str; 3]| -> Vec<&'static str> { (0..26).map(|at| texts[at % 3]).collect() };
    name(&mut book, Field::Owner, &every(["李雷", "韩梅梅", ""]));
    name(&mut book, Field::Phone, &every(["13800138000", "010-65529988", "13900139000"]));
    name(&mut book, Field::Email, &every(["a@b.cn", "", ""]));
    (book, (0..26).map(|at| u8::from(at % 2 == 1)).collect())
}

fn tight() -> Recipe {
    let mut recipe = Recipe::default();
    recipe.planning.capacity = Some(Capacity { people: 1, hours_per_week: 1, by_owner: false });
    recipe
}

fn plan(book: &Book, tiers: &[u8], recipe: &Recipe) -> Calendar {
    calendar(book, &support::standing(book, tiers), None, recipe)
}

#[test]
fn figures_by_day_tier_channel_play_and_owner_add_up_to_the_contacts() {
    let (book, tiers) = team();
    let found = plan(&book, &tiers, &tight());
    let report = found.report(&book, &support::standing(&book, &tiers));
    let all = u32::try_from(found.entries.len()).expect("a few");
    assert!(all > 30 && report.figures.contacts_left > 0, "{all} contacts are no test");
    assert_eq!(report.days.iter().map(|day| day.by_people + day.automatic).sum::<u32>(), all);
    assert_eq!(report.tiers.iter().map(|tier| tier.contacts).sum::<u32>(), all);
    assert_eq!(report.channels.iter().map(|(_, count)| count).sum::<u32>(), all);
    assert_eq!(report.plays.iter().map(|(_, count)| count).sum::<u32>(), all);
    assert_eq!(report.owners.iter().map(|owner| owner.by_people + owner.automatic).sum::<u32>(), all);
    assert_eq!(report.owners.iter().map(|owner| owner.owner.as_str()).collect::<Vec<_>>(), ["", "李雷", "韩梅梅"]);
    let minutes = report.figures.minutes_planned;
    assert_eq!(report.days.iter().map(|day| day.minutes).sum::<u64>(), minutes);
    assert_eq!(report.owners.iter().map(|owner| owner.minutes).sum::<u64>(), minutes);
    assert_eq!(report.tiers.iter().map(|tier| tier.minutes).sum::<u64>(), minutes);
    assert_eq!(report.left.iter().map(|left| u64::from(left.contacts)).sum::<u64>(), report.figures.contacts_left);
    assert_eq!(report.tiers.iter().map(|tier| u64::from(tier.left)).sum::<u64>(), report.figures.contacts_left);
    assert_eq!(report.days.len(), 84);
}

#[test]
fn account_managers_with_hours_of_their_own_keep_to_them() {
    let (book, tiers) = team();
    let standing = support::standing(&book, &tiers);
    let mut recipe = Recipe::default();
    recipe.planning.capacity = Some(Capacity { people: 2, hours_per_week: 1, by_owner: true });
    recipe.interact.values_mut().for_each(|strategy| (strategy.minutes_per_contact, strategy.contacts_per_year) = (45, 24));
    let found = plan(&book, &tiers, &recipe);
    let report = found.report(&book, &standing);
    // Two named people and two for the customers of nobody.
    assert_eq!(report.weeks[1].minutes_had, Some(4 * 60));
    assert!(report.figures.contacts_left > 0, "somebody is left out, or it is no test");
    for owner in ["李雷", "韩梅梅", ""] {
        let most = if owner.is_empty() { 120 } else { 60 };
        for week in &found.weeks {
            let of_week = |entry: &&customer_tiers::interact::calendar::Entry| (0..7).contains(&entry.day.days_since(week.from));
            let mine = found.entries.iter().filter(of_week).filter(|entry| book.customers.attribute(Field::Owner, entry.customer) == owner);
            let minutes: u32 = mine.map(|entry| entry.minutes).sum();
            assert!(minutes <= most, "{owner} in the week from {}: {minutes}", week.from);
        }
    }
    let had: Vec<Option<u64>> = report.owners.iter().map(|owner| owner.minutes_had).collect();
    assert_eq!((had[0], had[1] == had[2], had[1].is_some()), (None, true, true));
    recipe.planning.capacity = Some(Capacity { people: 4, hours_per_week: 1, by_owner: false });
    let together = plan(&book, &tiers, &recipe);
    assert_eq!(together.figures.minutes_had, found.figures.minutes_had);
    let (shared, own) = (together.figures.value_covered.raw(), found.figures.value_covered.raw());
    assert!(shared * 100 >= own * 98, "a team that shares its hours covers as much: {shared} {own}");
}

#[test]
fn pages_together_are_every_contact_once() {
    let (book, tiers) = team();
    let found = plan(&book, &tiers, &tight());
    let standing = support::standing(&book, &tiers);
    let rows = |query: &ContactQuery| -> Vec<ContactRow> {
        let mut rows = Vec::new();
        loop {
            let page = found.page(
                &book,
                &standing,
                &ContactQuery { offset: u32::try_from(rows.len()).expect("a few"), limit: 7, ..query.clone() },
            );
            let total = page.total as usize;
            rows.extend(page.rows);
            if rows.len() >= total {
                assert_eq!(rows.len(), total);
                return rows;
            }
        }
    };
    let all = rows(&ContactQuery::default());
    let listed: Vec<_> = all.iter().map(|row| (row.day, row.customer, row.channel)).collect();
    assert_eq!(listed, found.entries.iter().map(|entry| (entry.day, entry.customer.0, entry.channel)).collect::<Vec<_>>());
    let mine = rows(&ContactQuery { owner: Some("李雷".into()), by_people: true, ..ContactQuery::default() });
    assert_eq!(mine.len(), all.iter().filter(|row| row.owner == "李雷" && row.minutes > 0).count());
    let nobody = rows(&ContactQuery { owner: Some(String::new()), ..ContactQuery::default() });
    assert!(nobody.iter().all(|row| row.owner.is_empty()) && !nobody.is_empty());
    let (from, to) = (day("2025-01-06"), day("2025-01-12"));
    let week = rows(&ContactQuery { from: Some(from), to: Some(to), ..ContactQuery::default() });
    assert_eq!(week.len(), all.iter().filter(|row| (from..=to).contains(&row.day)).count());
    let left = found.left_page(&book, &standing, &LeftQuery { reason: Some(LeftReason::Capacity), offset: 0, limit: 1000 });
    assert!(left.rows.is_sorted_by(|a, b| a.value >= b.value) && left.total as usize == left.rows.len());
}

#[test]
fn a_year_of_the_calendar_takes_the_hours_that_the_tiers_say() {
    let (book, tiers) = team();
    let mut recipe = Recipe::default();
    recipe.planning.weeks = 53;
    recipe.planning.plays.clear();
    recipe.planning.care.clear();
    recipe.planning.caps.channel_per_month.clear();
    recipe.planning.holidays = HolidayCalendar::None;
    recipe.interact.get_mut("low").expect("built in").minutes.insert(ContactChannel::Sms, 3);
    let standing = support::standing(&book, &tiers);
    let report = plan(&book, &tiers, &recipe).report(&book, &standing);
    for tier in &report.tiers {
        let (contacts, hours) = (f64::from(tier.contacts), tier.minutes as f64 / 60.0);
        // 371 days, and a customer whose last contact falls on one of the days beyond the year.
        assert!((contacts / tier.contacts_per_year - 371.0 / 365.0).abs() < 0.08, "{tier:?}");
        assert!((hours / tier.hours_per_year - 371.0 / 365.0).abs() < 0.08, "{tier:?}");
    }
    // Where everybody is reached by the first channel, the plan that knows no reach says the same.
    let unknown = support::book(&IDS.map(|id| (id, "2024-06-03", 100, "")));
    let standing = support::standing(&unknown, &tiers);
    let report = calendar(&unknown, &standing, None, &recipe).report(&unknown, &standing);
    for (tier, known) in report.tiers.iter().zip(interact(&standing, &recipe).tiers) {
        assert!((tier.hours_per_year - known.hours_per_year).abs() < 0.01 * known.hours_per_year, "{tier:?} {known:?}");
        assert!((tier.contacts_per_year - known.contacts_per_year as f64).abs() < 0.5, "{tier:?} {known:?}");
    }
}

#[test]
fn a_weekend_that_is_worked_makes_up_for_a_holiday() {
    let (book, tiers) = team();
    let mut recipe = tight();
    recipe.planning.start = Some(day("2025-01-20"));
    // The eve of Spring Festival is on 28 January; Sunday 26 January is worked in return.
    let before = plan(&book, &tiers, &recipe);
    recipe.planning.extra_days = vec![day("2025-01-26")];
    let after = plan(&book, &tiers, &recipe);
    assert_eq!((before.weeks[0].working_days, before.weeks[0].minutes_had), (5, Some(60)));
    assert_eq!((after.weeks[0].working_days, after.weeks[0].minutes_had), (6, Some(72)), "hours in proportion");
    let works = |calendar: &Calendar, at: usize| calendar.working[at];
    assert!(!works(&before, 6) && works(&after, 6) && !works(&after, 8));
}

#[test]
fn opted_out_and_best_channels_are_counted_by_tier() {
    let (mut book, tiers) = team();
    let cells: Vec<_> = (0..26).map(|at| book.customers.texts.intern(if at < 4 { "是" } else { "" })).collect();
    book.customers.own.push(OwnColumn { header: "是否退订短信".to_owned(), values: cells });
    let found = plan(&book, &tiers, &Recipe::default());
    let count = |list: &[(ContactChannel, u32)], wanted| list.iter().find(|(channel, _)| *channel == wanted).map(|(_, count)| *count);
    assert_eq!(found.coverage.iter().map(|tier| count(&tier.opted_out, ContactChannel::Sms)).collect::<Vec<_>>(), [Some(2), Some(2)]);
    // Of 13 in each tier a third has a landline only; of those who opted out, three have a mobile phone.
    let by_sms: u32 = found.coverage.iter().filter_map(|tier| count(&tier.by_channel, ContactChannel::Sms)).sum();
    assert_eq!(by_sms, 17 - 3);
}

#[test]
fn the_order_of_rows_changes_no_contact() {
    let mut random = Random::new(17);
    for case in 0..40 {
        let mut rows: Vec<String> = Vec::new();
        for customer in 0..30 {
            for _ in 0..=random.below(3) {
                let (month, of_month) = (1 + random.below(12), 1 + random.below(28));
                let amount = 10 + random.below(900);
                let owner = ["李雷", "韩梅梅", ""][customer % 3];
                let phone = if customer % 4 == 0 { String::new() } else { format!("138000000{customer:02}") };
                rows.push(format!("c{customer:02},{owner},{phone},c{customer}@x.cn,2025-{month:02}-{of_month:02},{amount}\n"));
            }
        }
        let mut recipe = Recipe::default();
        recipe.planning.capacity =
            Some(Capacity { people: 1, hours_per_week: 1 + u32::try_from(case % 3).expect("small"), by_owner: false });
        recipe.planning.care = vec![Occasion::SpringFestival, Occasion::Anniversary];
        let recipe = Checked::new(recipe).expect("valid");
        let first = listed(&rows, &recipe);
        for at in (1..rows.len()).rev() {
            rows.swap(at, random.below(at + 1));
        }
        assert_eq!(first, listed(&rows, &recipe), "case {case}");
        assert!(first.0.len() > 20, "case {case}: {} contacts are no test", first.0.len());
    }
}

#[test]
fn changes_since_a_day_are_tiers_stages_risks_and_first_orders() {
    use customer_tiers::export::triggers_csv;
    let list = "customer_id,客户名称,勿扰\nback,=1+1,\nquiet,Q,是\n";
    let mut csv = String::from("customer_id,下单日期,金额\n");
    // The first is back after a year, the second has gone silent, the third is new, the rest buys every month.
    csv += "back,2023-01-05,10\nback,2025-06-20,5000\nquiet,2024-11-01,900\nquiet,2024-12-20,900\nnew,2025-06-25,50\n";
    for customer in 0..9 {
        for month in 1..=6 {
            csv += &format!("c{customer},2025-0{month}-1{customer},{}\n", 100 + customer);
        }
    }
    let recipe = Checked::from_json(r#"{"measures": {"as_of": "2025-06-30"}}"#).expect("valid");
    let mut sources: Vec<Box<dyn Source>> =
        vec![Box::new(BytesSource::new("orders.csv", csv.into())), Box::new(BytesSource::new("customers.csv", list.into()))];
    let outcome = pipeline::run(&mut sources, &recipe, &mut |_progress| {}).expect("orders");
    let text = |since: &str| {
        let mut out = Vec::new();
        triggers_csv(&outcome.book, &outcome.standing, &recipe, day(since), &mut out).map(|()| String::from_utf8(out).expect("text"))
    };
    let found = text("2025-05-31").expect("a day before");
    let rows = |event: &str| found.lines().filter(|line| line.starts_with(&format!("{event},"))).collect::<Vec<_>>();
    assert!(found.starts_with("\u{FEFF}event,since,as_of,customer_id,customer_name,was,is,tier,owner,phone,email,do_not_contact\r\n"));
    assert_eq!(rows("first_order").iter().map(|row| row.split(',').nth(3).unwrap_or("")).collect::<Vec<_>>(), ["new"]);
    assert!(rows("tier_up").iter().any(|row| row.contains(",back,'=1+1,low,high,high,")), "{found}");
    assert!(rows("stage").iter().any(|row| row.contains(",back,'=1+1,churned,active,")), "{found}");
    let quiet = rows("stage").into_iter().find(|row| row.contains(",quiet,")).expect("from active to silent");
    assert!(quiet.contains(",active,silent,") && quiet.ends_with(",yes"), "who refused says so: {quiet}");
    assert!(!found.lines().any(|line| line.contains(",c4,")), "who stays is not listed");
    assert!(text("2025-06-30").is_err() && text("2022-01-01").is_err(), "not before, and nobody there yet");
}

type Listed = (Vec<(String, String, ContactChannel, u32)>, Vec<(String, LeftReason, u32, Money)>);

/// The contacts and what is left of them, by the customers' ids.
fn listed(rows: &[String], recipe: &Checked) -> Listed {
    let csv = format!("customer_id,客户经理,手机号,邮箱,下单日期,金额\n{}", rows.concat());
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", csv.into()))];
    let outcome = pipeline::run(&mut sources, recipe, &mut |_progress| {}).expect("orders");
    let found = calendar(&outcome.book, &outcome.standing, None, recipe);
    let id = |customer| outcome.book.customers.id(customer).to_owned();
    let entry =
        |entry: &customer_tiers::interact::calendar::Entry| (entry.day.to_string(), id(entry.customer), entry.channel, entry.minutes);
    let mut entries: Vec<_> = found.entries.iter().map(entry).collect();
    let mut left: Vec<_> = found.left.iter().map(|left| (id(left.customer), left.reason, left.contacts, left.value)).collect();
    entries.sort();
    left.sort();
    (entries, left)
}
