//! The calendar of contacts: rhythm, reach, hours, and everything that no customer shall be put through.

use crate::support::{self, day, name};
use customer_tiers::base::{CustomerId, Day};
use customer_tiers::export;
use customer_tiers::identify::Book;
use customer_tiers::identify::book::{Channel, FeedbackKind, OwnColumn};
use customer_tiers::interact::calendar::{Calendar, Entry, LeftReason, Trigger, calendar};
use customer_tiers::interact::reach::{contact_channel, reach};
use customer_tiers::math::random::Random;
use customer_tiers::recipe::ContactChannel::{Email, Phone, Sms};
use customer_tiers::recipe::{Capacity, ContactChannel, DaysOff, Field, HolidayCalendar, Occasion, Play, Recipe, Weekday};
use std::collections::BTreeMap;

const IDS: [&str; 14] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"];

/// Customers with one order each, of whom `of` says day and amount.
fn customers(count: usize, of: impl Fn(usize) -> (&'static str, i64)) -> Book {
    let lines: Vec<support::Line> = IDS[..count].iter().enumerate().map(|(at, id)| (*id, of(at).0, of(at).1, "")).collect();
    support::book(&lines)
}

/// A contact for some customers: position, day, channel, in the order of the customers.
fn contacts(book: &mut Book, contacts: &[(u32, &str, Channel)]) {
    let log = &mut book.interactions;
    for customer in 0..=u32::try_from(book.customers.len()).expect("a few") {
        log.starts.push(u32::try_from(contacts.iter().filter(|contact| contact.0 < customer).count()).expect("a few"));
    }
    for (_, when, channel) in contacts {
        log.day.push(day(when));
        log.channel.push(*channel);
        log.count.push(1);
    }
}

fn own(book: &mut Book, header: &str, cells: &[&str]) {
    let values = cells.iter().map(|cell| book.customers.texts.intern(cell)).collect();
    book.customers.own.push(OwnColumn { header: header.to_owned(), values });
}

/// Everybody is high and active, and nothing but the rhythm decides.
fn plain() -> Recipe {
    let mut recipe = Recipe::default();
    recipe.planning.plays.clear();
    recipe.planning.holidays = HolidayCalendar::None;
    recipe
}

fn plan(book: &Book, tiers: &[u8], recipe: &Recipe) -> Calendar {
    calendar(book, &support::standing(book, tiers), None, recipe)
}

fn days(calendar: &Calendar) -> Vec<String> {
    calendar.entries.iter().map(|entry| entry.day.to_string()).collect()
}

#[test]
fn the_rhythm_goes_on_from_the_last_contact() {
    let mut book = customers(1, |_| ("2024-06-03", 100));
    contacts(&mut book, &[(0, "2024-12-20", Channel::Phone)]);
    let mut recipe = plain();
    // Every 30.4 days: due on 19 January, a Sunday, 18 February and 21 March.
    let found = plan(&book, &[0], &recipe);
    assert_eq!(days(&found), ["2025-01-15", "2025-02-19", "2025-03-19"], "the first day of the plan's week that people work");
    assert_eq!(found.entries[0].trigger, Trigger::Rhythm);
    recipe.planning.start = Some(day("2025-03-01"));
    assert_eq!(plan(&book, &[0], &recipe).entries[0].day, day("2025-03-03"), "who is overdue comes first");
}

#[test]
fn the_next_channel_in_order_that_reaches_is_taken() {
    let phones = ["13800138000", "138****8000", "010-65529988", ""];
    let emails = ["", "a@b.cn", "", ""];
    let mut book = customers(4, |_| ("2024-06-03", 100));
    name(&mut book, Field::Phone, &phones);
    name(&mut book, Field::Email, &emails);
    let mut recipe = plain();
    let strategy = recipe.interact.get_mut("high").expect("built in");
    strategy.channels = vec![ContactChannel::Sms, ContactChannel::Phone, ContactChannel::Email];
    let found = plan(&book, &[0; 4], &recipe);
    let channel = |id: u32| found.entries.iter().find(|entry| entry.customer == CustomerId(id)).map(|entry| entry.channel);
    assert_eq!([0, 1, 2, 3].map(channel), [Some(Sms), Some(Email), Some(Phone), None]);
    assert_eq!(found.left.iter().map(|left| (left.customer.0, left.reason)).collect::<Vec<_>>(), [(3, LeftReason::Unreachable)]);
    assert!(!found.reach_is_assumed);
    let high = &found.coverage[0];
    assert_eq!((high.customers, high.unreachable, high.refused), (4, 1, 0));
    assert!(high.by_channel.contains(&(Phone, 2)) && high.by_channel.contains(&(Sms, 1)) && high.by_channel.contains(&(Email, 1)));
}

#[test]
fn what_was_used_most_is_used_first() {
    let mut book = customers(1, |_| ("2024-06-03", 100));
    contacts(
        &mut book,
        &[
            (0, "2024-08-01", Channel::Phone),
            (0, "2024-08-02", Channel::Messenger),
            (0, "2024-08-03", Channel::Messenger),
            (0, "2024-08-04", Channel::Visit),
        ],
    );
    let found = plan(&book, &[0], &plain());
    assert_eq!(found.entries[0].channel, ContactChannel::Wechat, "page views are no channel");
}

#[test]
fn who_refused_is_in_peace() {
    let mut book = customers(3, |_| ("2024-06-03", 100));
    own(&mut book, "勿扰", &["是", "否", ""]);
    own(&mut book, "Accepts Email Marketing", &["yes", "no", "yes"]);
    let mut recipe = plain();
    recipe.interact.get_mut("high").expect("built in").channels = vec![ContactChannel::Email];
    let found = plan(&book, &[0; 3], &recipe);
    assert!(found.reach_is_assumed, "no file has an address");
    assert!(found.entries.iter().all(|entry| entry.customer == CustomerId(2)) && !found.entries.is_empty());
    assert_eq!(found.left.iter().map(|left| left.reason).collect::<Vec<_>>(), [LeftReason::Refused, LeftReason::Unreachable]);
}

#[test]
fn a_birthday_is_greeted_on_its_day_and_takes_the_place_of_the_regular_contact() {
    let mut book = customers(2, |_| ("2024-06-03", 100));
    name(&mut book, Field::Birthday, &["1990-01-19", "05/03/1990"]);
    contacts(&mut book, &[(0, "2024-12-20", Channel::Email), (1, "2024-12-20", Channel::Email)]);
    let found = plan(&book, &[0, 0], &plain());
    let of = |id: u32| found.entries.iter().filter(|entry| entry.customer == CustomerId(id)).copied().collect::<Vec<Entry>>();
    let greeting = of(0)[0];
    assert_eq!(
        (greeting.day, greeting.play, greeting.trigger),
        (day("2025-01-19"), Play::Care, Trigger::Birthday),
        "a machine writes on Sundays"
    );
    assert_eq!((of(0).len(), of(1).len()), (3, 3), "instead of the contact of January, not besides it");
    assert!(of(1).iter().all(|entry| entry.play == Play::Regular), "nobody knows which day 05/03 is");
}

#[test]
fn an_open_complaint_is_answered_before_anything_else() {
    let mut book = customers(2, |_| ("2024-06-03", 100));
    book.feedback.starts = vec![0, 1, 2];
    book.feedback.day = vec![day("2024-12-01"), day("2024-01-01")];
    book.feedback.kind = vec![FeedbackKind::Complaint; 2];
    book.feedback.open = vec![true, true];
    let found = plan(&book, &[0, 0], &plain());
    assert!(found.entries.iter().all(|entry| entry.customer == CustomerId(1)), "nobody waits for a complaint of last year");
    assert_eq!(found.left[0].reason, LeftReason::Complaint);
}

#[test]
fn contacts_move_to_mail_when_the_hours_do_not_suffice() {
    let mut book = customers(12, |at| ("2024-06-03", 100 + i64::try_from(at).expect("small")));
    let address = ["a@b.cn"; 12];
    name(&mut book, Field::Email, &address);
    let phones = ["13800138000"; 12];
    name(&mut book, Field::Phone, &phones);
    let mut recipe = plain();
    let strategy = recipe.interact.get_mut("high").expect("built in");
    strategy.channels = vec![ContactChannel::Phone, ContactChannel::Email];
    strategy.minutes_per_contact = 30;
    strategy.contacts_per_year = 4;
    recipe.planning.weeks = 13;
    recipe.planning.capacity = Some(Capacity { people: 0, hours_per_week: 40, by_owner: false });
    let found = plan(&book, &[0; 12], &recipe);
    // A quarter is a day shorter than the rhythm: one of twelve is due on the day after it.
    assert_eq!((found.figures.contacts, found.figures.minutes_needed, found.figures.minutes_planned), (11, 330, 0));
    assert_eq!(found.shifts.iter().map(|shift| (shift.tier.as_str(), shift.contacts)).collect::<Vec<_>>(), [("high", 11)]);
    recipe.interact.get_mut("high").expect("built in").channels = vec![ContactChannel::Phone];
    let found = plan(&book, &[0; 12], &recipe);
    assert_eq!((found.figures.contacts, found.figures.contacts_left), (0, 11));
    assert!(found.left.iter().all(|left| left.reason == LeftReason::Capacity));
    recipe.planning.capacity = Some(Capacity { people: 1, hours_per_week: 1, by_owner: false });
    let found = plan(&book, &[0; 12], &recipe);
    assert_eq!(found.figures.contacts, 11, "two calls a week are enough");
    assert!(found.weeks.iter().all(|week| week.minutes <= 60));
}

#[test]
fn plays_follow_the_stage_and_change_the_rhythm() {
    let book = customers(2, |at| if at == 0 { ("2024-12-01", 100) } else { ("2023-06-03", 100) });
    let mut recipe = Recipe::default();
    recipe.planning.weeks = 52;
    recipe.planning.holidays = HolidayCalendar::None;
    // The second is churned: half as often as the low tier's four times a year.
    let found = plan(&book, &[0, 1], &recipe);
    let of = |id: u32| found.entries.iter().filter(|entry| entry.customer == CustomerId(id)).collect::<Vec<_>>();
    assert!(of(1).iter().all(|entry| entry.play == Play::WinBack && entry.trigger == Trigger::Stage));
    assert_eq!((of(0).len(), of(1).len()), (12, 2));
}

fn random_case(random: &mut Random) -> (Book, Vec<u8>, Recipe) {
    let mut pick = |options: &[&'static str]| options[random.below(options.len())];
    let count = 2 + pick(&["", "1", "12", "123", "1234", "12345", "1234567890"]).len();
    let lines: Vec<support::Line> = IDS[..count]
        .iter()
        .map(|id| {
            (
                *id,
                pick(&["2024-12-31", "2024-12-29", "2024-10-01", "2023-05-05"]),
                i64::try_from(pick(&["1", "12", "123", "12345"]).len()).expect("small") * 100,
                "",
            )
        })
        .collect();
    let mut book = support::book(&lines);
    let mut column = |options: &[&'static str]| (0..count).map(|_| pick(options)).collect::<Vec<_>>();
    let (phones, emails) = (column(&["13800138000", "138****8000", "010-65529988", ""]), column(&["a@b.cn", "", "broken"]));
    let (births, refusals) = (column(&["1990-01-26", "1990-02-02", "", "29/2"]), column(&["是", "", "", "no"]));
    let (last, complaints) = (column(&["2024-12-30", "2024-12-20", "2024-11-11", ""]), column(&["2024-12-01", "", "", "2020-01-01"]));
    name(&mut book, Field::Phone, &phones);
    name(&mut book, Field::Email, &emails);
    name(&mut book, Field::Birthday, &births);
    own(&mut book, "do_not_contact", &refusals);
    let past: Vec<(u32, &str, Channel)> =
        (0..).zip(&last).filter(|(_, day)| !day.is_empty()).map(|(at, day)| (at, *day, Channel::Sms)).collect();
    contacts(&mut book, &past);
    book.feedback.starts = (0..=u32::try_from(count).expect("small")).collect();
    book.feedback.day = complaints.iter().map(|text| if text.is_empty() { Day::MIN } else { day(text) }).collect();
    book.feedback.kind = vec![FeedbackKind::Complaint; count];
    book.feedback.open = vec![true; count];
    let tiers = (0..count).map(|_| u8::from(random.below(2) == 1)).collect();
    (book, tiers, random_recipe(random))
}

fn random_recipe(random: &mut Random) -> Recipe {
    let mut recipe = Recipe::default();
    let mut below = |end: usize| u32::try_from(random.below(end)).expect("small");
    for strategy in recipe.interact.values_mut() {
        strategy.contacts_per_year = 4 + below(100);
        strategy.minutes_per_contact = 10 * below(7);
        strategy.channels = ContactChannel::ALL.into_iter().filter(|_| below(2) == 0).collect();
    }
    let planning = &mut recipe.planning;
    planning.weeks = 1 + below(14);
    planning.capacity = (below(3) > 0).then(|| Capacity { people: below(3), hours_per_week: 1 + below(4), by_owner: false });
    planning.caps.per_week = 1 + below(3);
    planning.caps.per_month = 1 + below(8);
    planning.caps.channel_per_month = BTreeMap::from([(ContactChannel::Sms, below(3)), (ContactChannel::Phone, 1 + below(3))]);
    planning.care = vec![Occasion::Birthday, Occasion::SpringFestival];
    planning.days_off = vec![DaysOff { from: day("2025-02-10"), to: day("2025-02-10").plus(i32::try_from(below(9)).expect("small")) }];
    if below(3) == 0 {
        planning.working_days = vec![Weekday::Tuesday, Weekday::Saturday];
    }
    recipe
}

#[test]
fn a_thousand_plans_break_no_cap_no_refusal_no_holiday_and_no_hours() {
    let mut random = Random::new(5);
    let mut planned = 0;
    for case in 0..1000 {
        let (book, tiers, recipe) = random_case(&mut random);
        let found = plan(&book, &tiers, &recipe);
        planned += found.entries.len();
        found.entries.iter().for_each(|entry| check_entry(case, &book, &recipe, entry));
        book.customers.iter().for_each(|customer| check_caps(case, &book, &recipe, &found, customer));
        for week in &found.weeks {
            assert!(week.minutes_had.is_none_or(|had| week.minutes <= u64::from(had)), "case {case}: {week:?}");
        }
        let figures = &found.figures;
        assert!(
            figures.value_covered <= figures.value_possible && figures.value_covered <= figures.value_wanted,
            "case {case}: {figures:?}"
        );
        assert_eq!(figures.minutes_planned, found.weeks.iter().map(|week| week.minutes).sum::<u64>(), "case {case}");
        assert_eq!(found.entries, plan(&book, &tiers, &recipe).entries, "case {case}");
    }
    assert!(planned > 5000, "{planned} contacts are no test");
}

fn check_entry(case: usize, book: &Book, recipe: &Recipe, entry: &Entry) {
    let planning = &recipe.planning;
    let what = format!("case {case}: {entry:?}");
    let reach = reach(book);
    let index = entry.customer.index();
    assert!(!reach.refused[index] && reach.channels[index].has(entry.channel), "{what}");
    let after = entry.day.days_since(day("2025-01-01"));
    assert!((0..i32::try_from(planning.weeks * 7).expect("small")).contains(&after), "{what}");
    let holidays = customer_tiers::interact::holidays::days_off(planning.holidays, 2025);
    let is_off = holidays.iter().any(|holiday| holiday.day == entry.day)
        || planning.days_off.iter().any(|off| (off.from..=off.to).contains(&entry.day));
    let works = planning.working_days.contains(&Weekday::of(entry.day)) && !is_off;
    assert!(works || (entry.play == Play::Care && entry.minutes == 0), "{what}");
    let last = book.ledger.day[book.ledger.lines(entry.customer)].last().copied().expect("an order each");
    assert!(entry.day.days_since(last) > 3, "{what}");
    let complaint = book.feedback.day[index];
    assert!(complaint != day("2024-12-01"), "{what}");
}

fn check_caps(case: usize, book: &Book, recipe: &Recipe, found: &Calendar, customer: CustomerId) {
    let caps = &recipe.planning.caps;
    let past = book
        .interactions
        .of(customer)
        .map(|at| (book.interactions.day[at], contact_channel(book.interactions.channel[at]).expect("a text message")));
    let mine: Vec<Entry> = found.entries.iter().filter(|entry| entry.customer == customer).copied().collect();
    let all: Vec<(Day, ContactChannel)> = past.chain(mine.iter().map(|entry| (entry.day, entry.channel))).collect();
    // Only spans that a planned contact is in: what was recorded cannot be undone.
    for entry in &mine {
        for back in 0..30 {
            let from = entry.day.plus(-back);
            let within = |days: i32| all.iter().filter(move |(day, _)| (0..days).contains(&day.days_since(from)));
            assert!(back >= 7 || within(7).count() <= caps.per_week as usize, "case {case}: {mine:?} {caps:?}");
            assert!(within(30).count() <= caps.per_month as usize, "case {case}: {mine:?} {caps:?}");
            let through = within(30).filter(|(_, channel)| *channel == entry.channel).count();
            assert!(
                caps.channel_per_month.get(&entry.channel).is_none_or(|most| through <= *most as usize),
                "case {case}: {mine:?} {caps:?}"
            );
        }
    }
}

/// A calendar with texts that want to be something else.
fn hostile() -> (Book, Calendar) {
    let mut book = customers(2, |_| ("2024-06-03", 100));
    name(&mut book, Field::CustomerName, &["=cmd|' /C calc'!A0", "张三\r\nEND:VEVENT\r\nBEGIN:VEVENT, 有限公司; \\"]);
    name(&mut book, Field::Phone, &["13800138000", "+1 212 555 0100"]);
    name(&mut book, Field::Owner, &["李雷", "韩梅梅"]);
    contacts(&mut book, &[(0, "2024-12-20", Channel::Phone), (1, "2024-12-21", Channel::Phone)]);
    let found = plan(&book, &[0, 0], &plain());
    (book, found)
}

#[test]
fn a_work_list_is_a_block_of_rows_and_text_cannot_run() {
    let (book, found) = hostile();
    let standing = support::standing(&book, &[0, 0]);
    let csv = |owner: Option<&str>| {
        let mut out = Vec::new();
        export::plan_csv(&book, &standing, &found, owner, &mut out).expect("a vector takes everything");
        String::from_utf8(out).expect("text")
    };
    let all = csv(None);
    assert!(
        all.starts_with(
            "\u{FEFF}day,owner,customer_id,customer_name,company,tier,channel,address,play,trigger,minutes,moved,last_order\r\n"
        )
    );
    assert!(all.contains("2025-01-15,李雷,a,'=cmd|' /C calc'!A0,,high,phone,13800138000,regular,rhythm,15,,2024-06-03\r\n"), "{all}");
    assert!(all.contains(",phone,'+1 212 555 0100,"), "a number that a spreadsheet would take for a formula: {all}");
    assert!(csv(Some("李雷")).lines().count() < all.lines().count() && !csv(Some("李雷")).contains("韩梅梅"));
    let mut left = Vec::new();
    export::left_csv(&book, &found, &mut left).expect("a vector takes everything");
    assert_eq!(String::from_utf8_lossy(&left), "\u{FEFF}customer_id,customer_name,reason,contacts,value_at_stake\r\n");
}

#[test]
fn a_calendar_file_has_one_event_for_each_contact_of_a_person() {
    let (book, found) = hostile();
    let mut out = Vec::new();
    export::calendar_ics(&book, &support::standing(&book, &[0, 0]), &found, None, &mut out).expect("a vector takes everything");
    let text = String::from_utf8(out).expect("text");
    let unfolded = text.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.split("\r\n").collect();
    let count = |line: &str| lines.iter().filter(|found| **found == line).count();
    assert_eq!(count("BEGIN:VEVENT"), found.entries.len());
    assert_eq!((count("BEGIN:VEVENT"), count("BEGIN:VCALENDAR")), (count("END:VEVENT"), count("END:VCALENDAR")), "{text}");
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{text}");
    assert!(lines.contains(&"DTSTART;VALUE=DATE:20250115") && lines.contains(&"DTEND;VALUE=DATE:20250116"), "{text}");
    assert!(lines.contains(&"SUMMARY:phone: 张三\\nEND:VEVENT\\nBEGIN:VEVENT\\, 有限公司\\; \\\\"), "{text}");
    let mut uids: Vec<&&str> = lines.iter().filter(|line| line.starts_with("UID:")).collect();
    uids.sort_unstable();
    uids.dedup();
    assert_eq!(uids.len(), found.entries.len(), "every event has its own");
}

#[test]
fn a_printed_work_list_has_a_table_for_each_owner_and_text_is_no_markup() {
    let (mut book, _) = hostile();
    name(&mut book, Field::CustomerName, &["<script>alert(1)</script>", "A & \"B\""]);
    let found = plan(&book, &[0, 0], &plain());
    let words = export::Words::from_iter([("phone", "电话"), ("title", "工作清单"), ("lang", "zh-CN")]);
    let page = |owner: Option<&str>| {
        let mut out = Vec::new();
        export::work_list_html(&book, &support::standing(&book, &[0, 0]), &found, owner, &words, &mut out)
            .expect("a vector takes everything");
        String::from_utf8(out).expect("text")
    };
    let all = page(None);
    assert!(
        !all.contains("<script") && all.contains("&lt;script&gt;alert(1)&lt;/script&gt; (a)") && all.contains("A &amp; &quot;B&quot; (b)")
    );
    assert_eq!(all.matches("<section>").count(), 2);
    assert_eq!(all.matches("<i></i>").count(), found.entries.len());
    assert!(all.contains("<h2>韩梅梅</h2>") && all.contains("<td>电话</td>") && all.starts_with("<!doctype html>\n<html lang=\"zh-CN\">"));
    assert!(page(Some("李雷")).matches("<section>").count() == 1 && !page(Some("李雷")).contains("韩梅梅"));
}
