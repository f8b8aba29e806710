//! Messages: the text that fits a contact, filled in; what is missing; drafts and tables for other programs.

use crate::support::{self, name};
use customer_tiers::differentiate::Standing;
use customer_tiers::export::{self, PlanFile, PlanFileKind, Words};
use customer_tiers::identify::Book;
use customer_tiers::interact::calendar::{Calendar, ContactQuery, calendar};
use customer_tiers::interact::messages::{FieldName, Messaging, Writer};
use customer_tiers::recipe::{Checked, ContactChannel, Field, HolidayCalendar, MessageLanguage, Play, Recipe, Template};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// Three customers of one tier who are written to by e-mail; of the last nothing but the address is known.
fn written_to() -> (Book, Standing, Calendar) {
    let mut book = support::book(&[
        ("a", "2024-06-03", 100, "tea"),
        ("a", "2024-06-04", 100, "pot"),
        ("a", "2024-06-05", 100, "tea"),
        ("b", "2024-07-01", 50, "cup"),
        ("b", "2024-08-01", 50, "tea"),
        ("c", "2024-09-01", 10, ""),
    ]);
    name(&mut book, Field::CustomerName, &["张三", "Eve\r\nBcc: x@y.z", ""]);
    name(&mut book, Field::Email, &["zhang@example.cn", "eve@example.com", "c@example.org"]);
    name(&mut book, Field::Owner, &["李雷", "李雷", ""]);
    let standing = support::standing(&book, &[0, 0, 0]);
    let mut recipe = Recipe::default();
    recipe.planning.plays.clear();
    recipe.planning.holidays = HolidayCalendar::None;
    recipe.interact.get_mut("high").expect("built in").channels = vec![ContactChannel::Email];
    let found = calendar(&book, &standing, None, &recipe);
    (book, standing, found)
}

fn template(subject: &str, text: &str) -> Template {
    Template { language: MessageLanguage::English, subject: subject.into(), text: text.into(), ..Template::default() }
}

fn messaging(templates: Vec<Template>) -> Messaging {
    let tiers = BTreeMap::from([("high".to_owned(), "Gold & Silver".to_owned())]);
    Messaging { language: MessageLanguage::English, templates, tiers }
}

#[test]
fn fields_are_filled_in_and_fallbacks_stand_for_what_is_not_known() {
    let (book, standing, found) = written_to();
    let text =
        "{{name|customer}}: {{favourite_product|nothing}}, {{last_order_date}}, {{orders}}, {{tier}}, {{owner}}, {{city|here}}, {{nope}}";
    let made_with = messaging(vec![template("Hello {{name}}", text)]);
    let page = found.drafts(&book, &standing, &ContactQuery { limit: 1000, ..ContactQuery::default() }, &made_with);
    let of = |id: &str| page.rows.iter().find(|row| row.contact.customer_id == id).expect("a contact each");
    assert_eq!(of("a").text, "张三: tea, 5 June 2024, 3, Gold & Silver, 李雷, here, {{nope}}");
    assert_eq!((of("a").missing.clone(), of("a").replaced.clone()), (vec![], vec![FieldName::City]));
    assert!(of("b").text.contains(": tea, 1 August 2024, 2,"), "of two equal ones the last: {}", of("b").text);
    assert_eq!(of("c").text, "customer: nothing, 1 September 2024, 1, Gold & Silver, , here, {{nope}}");
    assert_eq!(of("c").missing, [FieldName::Name, FieldName::Owner], "the subject has no fallback");
    let report = found.message_report(&book, &standing, &made_with);
    let used =
        |field| report.fields.iter().find(|found| found.field == field).map(|found| (found.customers, found.missing, found.replaced));
    assert_eq!(used(FieldName::Name), Some((3, 1, 1)));
    assert_eq!(used(FieldName::City), Some((3, 0, 3)));
    assert_eq!(used(FieldName::Company), None);
    assert_eq!((report.unknown, report.without_template), (vec!["nope".to_owned()], 0));
}

#[test]
fn the_first_template_that_fits_counts() {
    let (book, standing, found) = written_to();
    let fitting = |change: fn(&mut Template)| {
        let mut made = template("", "special");
        change(&mut made);
        let made_with = messaging(vec![made, template("", "general")]);
        let writer = Writer::new(&book, &standing, &made_with);
        writer.draft(&found.entries[0]).map(|draft| draft.text)
    };
    for (name, change, expected) in [
        ("for everything", (|_| {}) as fn(&mut Template), "special"),
        ("for the tier", |made| made.tier = Some("high".into()), "special"),
        ("for another tier", |made| made.tier = Some("low".into()), "general"),
        ("for the play", |made| made.play = Some(Play::Regular), "special"),
        ("for another play", |made| made.play = Some(Play::Care), "general"),
        ("for another channel", |made| made.channel = Some(ContactChannel::Sms), "general"),
        ("in another language", |made| made.language = MessageLanguage::Chinese, "general"),
    ] {
        assert_eq!(fitting(change).as_deref(), Some(expected), "{name}");
    }
    let nothing = messaging(Vec::new());
    assert!(Writer::new(&book, &standing, &nothing).draft(&found.entries[0]).is_none());
    assert_eq!(found.message_report(&book, &standing, &nothing).without_template as usize, found.entries.len());
}

fn letters() -> Messaging {
    let text =
        "Dear {{name|customer}},\n\nthis is a line that goes on and on and on until it is longer than any line of a mail may be. 您好！\n";
    messaging(vec![template("How is {{favourite_product|it}}, {{name|customer}}? 您好", text)])
}

fn file(kind: PlanFileKind, owner: Option<&str>) -> Vec<u8> {
    let (book, standing, found) = written_to();
    let wanted = PlanFile { kind, owner: owner.map(str::to_owned), since: None, words: Words::default(), messaging: letters() };
    export::plan_file(&wanted, &book, &standing, &Checked::default(), &found).expect("memory takes everything")
}

#[test]
fn drafts_are_mails_of_whole_lines_that_hold_no_head_of_a_customers_own() {
    let mut archive = zip::ZipArchive::new(Cursor::new(file(PlanFileKind::Drafts, None))).expect("an archive");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let (_, _, found) = written_to();
    assert_eq!(names.len(), found.entries.len());
    for name in names {
        assert!(name.ends_with(".eml") && !name.contains(['/', '\\']), "{name}");
        let mut text = String::new();
        archive.by_name(&name).expect("listed").read_to_string(&mut text).expect("text");
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        assert!(text.replace("\r\n", "").chars().all(|c| c.is_ascii_graphic() || c == ' '), "{text}");
        assert!(text.split("\r\n").all(|line| line.len() <= 76), "{text}");
        let fields: Vec<&str> =
            head.split("\r\n").filter(|line| !line.starts_with(' ')).filter_map(|line| line.split_once(':')).map(|f| f.0).collect();
        assert_eq!(fields, ["To", "Subject", "Date", "MIME-Version", "X-Unsent", "Content-Type", "Content-Transfer-Encoding"], "{head}");
        assert!(body.contains("=E6=82=A8=E5=A5=BD=EF=BC=81") && body.contains("=\r\n"), "{body}");
    }
}

/// Read by mailparse, which is not ours: subject, receiver and text are what was written, to the letter.
#[test]
fn drafts_say_to_another_reader_what_was_written() {
    let (book, standing, found) = written_to();
    let made_with = letters();
    let writer = Writer::new(&book, &standing, &made_with);
    let mut expected: Vec<(String, String, String)> = found
        .entries
        .iter()
        .map(|entry| {
            let draft = writer.draft(entry).expect("a template for everything");
            (
                book.customers.attribute(Field::Email, entry.customer).to_owned(),
                draft.subject.replace(['\r', '\n'], " "),
                draft.text.replace("\r\n", "\n") + "\n",
            )
        })
        .collect();
    let mut archive = zip::ZipArchive::new(Cursor::new(file(PlanFileKind::Drafts, None))).expect("an archive");
    let mut read: Vec<(String, String, String)> = (0..archive.len())
        .map(|at| {
            let mut bytes = Vec::new();
            archive.by_index(at).expect("listed").read_to_end(&mut bytes).expect("bytes");
            let mail = mailparse::parse_mail(&bytes).expect("a mail");
            let head = |name: &str| mailparse::MailHeaderMap::get_first_value(mail.headers.as_slice(), name).expect("every head has it");
            let to =
                mailparse::addrparse_header(mailparse::MailHeaderMap::get_first_header(mail.headers.as_slice(), "To").expect("a receiver"))
                    .expect("addresses");
            assert_eq!((mail.ctype.mimetype.as_str(), mail.ctype.charset.as_str(), to.len()), ("text/plain", "utf-8", 1));
            assert!(mailparse::dateparse(&head("Date")).is_ok() && mail.headers.iter().all(|head| head.get_key() != "Bcc"));
            (to.extract_single_info().expect("one receiver").addr, head("Subject"), mail.get_body().expect("text").replace("\r\n", "\n"))
        })
        .collect();
    expected.sort();
    read.sort();
    assert_eq!(read, expected);
}

/// Read by calamine, which is not ours.
#[test]
fn a_mail_merge_workbook_says_to_another_reader_what_was_written() {
    use calamine::Reader;
    let (book, standing, found) = written_to();
    let made_with = letters();
    let writer = Writer::new(&book, &standing, &made_with);
    let mut workbook: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(file(PlanFileKind::MailMergeXlsx, None))).expect("a workbook");
    let range = workbook.worksheet_range_at(0).expect("a sheet").expect("that is readable");
    let mut rows = range.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<String>>());
    let head = rows.next().expect("a header");
    let place = |name: &str| head.iter().position(|own| own == name).expect("a column");
    let (address, subject, message) = (place("address"), place("subject"), place("message"));
    let mut read: Vec<[String; 3]> = rows.map(|row| [address, subject, message].map(|place| row[place].replace("\r\n", "\n"))).collect();
    let mut expected: Vec<[String; 3]> = found
        .entries
        .iter()
        .map(|entry| {
            let draft = writer.draft(entry).expect("a template for everything");
            [book.customers.attribute(Field::Email, entry.customer).to_owned(), draft.subject, draft.text]
        })
        .map(|row| row.map(|cell| cell.replace("\r\n", "\n")))
        .collect();
    read.sort();
    expected.sort();
    assert_eq!(read, expected);
}

#[test]
fn a_mail_merge_has_a_row_for_each_contact_with_its_message_and_its_fields() {
    let csv = String::from_utf8(file(PlanFileKind::MailMerge, None)).expect("text");
    let head = "\u{FEFF}channel,play,address,phone,subject,message,name,company,owner,tier,last_order_date,days_since_order,orders,favourite_product,city,customer_id,day\r\n";
    assert!(csv.starts_with(head), "{csv}");
    assert!(csv.contains("email,regular,zhang@example.cn,,\"How is tea, 张三? 您好\",\"Dear 张三,"), "{csv}");
    assert!(!String::from_utf8(file(PlanFileKind::MailMerge, Some("李雷"))).expect("text").contains("c@example.org"));
    let workbook = file(PlanFileKind::MailMergeXlsx, None);
    assert!(workbook.starts_with(b"PK") && zip::ZipArchive::new(Cursor::new(workbook)).is_ok());
}

#[test]
fn templates_are_kept_in_the_recipe_and_old_recipes_have_none() {
    assert_eq!(Checked::from_json("{}").expect("a recipe").messages.templates, []);
    let mut recipe = Recipe::default();
    recipe.messages.templates.push(template("Hi", "{{name|you}}"));
    let json = Checked::new(recipe.clone()).expect("valid").to_json();
    assert_eq!(Checked::from_json(&json).expect("reads back").into_inner(), recipe);
    recipe.messages.templates[0].text = "x".repeat(20_001);
    assert!(Checked::new(recipe).is_err());
}
