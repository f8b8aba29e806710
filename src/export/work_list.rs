//! The contacts of people as a page to print: a table for each account manager, with a box to tick.
//!
//! It opens in any browser, needs nothing from anywhere, and its policy forbids everything but its own styles. Titles come
//! from the caller, the core speaks no language. Invariant: a customer's text is text and never markup.

use super::failed;
use super::plan::work_list;
use crate::Result;
use crate::differentiate::Standing;
use crate::export::Words;
use crate::identify::Book;
use crate::interact::calendar::{Calendar, Entry};
use crate::interact::reach::address;
use crate::recipe::Field;
use std::fmt::Write as _;
use std::io::Write;

const STYLE: &str = "body{font:13px/1.45 system-ui,'PingFang SC','Microsoft YaHei',sans-serif;margin:24px;color:#1d2129}\
    h1{font-size:20px;margin:0 0 4px}h2{font-size:15px;margin:20px 0 6px}table{border-collapse:collapse;width:100%}\
    th,td{border-bottom:1px solid #d5d9e0;padding:4px 8px 4px 0;text-align:left;vertical-align:top}\
    th{font-weight:500;color:#5b6270;font-size:12px}td.n{text-align:right}i{display:inline-block;width:12px;height:12px;border:1px solid #5b6270}\
    tr{break-inside:avoid}thead{display:table-header-group}section+section{break-before:page}@media print{body{margin:0}}";
const COLUMNS: [&str; 9] = ["done", "day", "customer", "tier", "channel", "address", "why", "minutes", "last_order"];

/// Writes one table per account manager with the contacts that people make. `words` says titles and codes; what is not in it
/// stays as the core calls it. `owner` asks for one person's.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn work_list_html(
    book: &Book,
    standing: &Standing,
    calendar: &Calendar,
    owner: Option<&str>,
    words: &Words,
    out: &mut impl Write,
) -> Result<()> {
    let mut text = String::from("<!doctype html>\n<html lang=\"");
    push(&mut text, words.say("lang"));
    text.push_str("\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>");
    push(&mut text, words.say("title"));
    text.push_str("</title><style>");
    text.push_str(STYLE);
    text.push_str("</style></head><body>\n");
    let by_people: Vec<Entry> = work_list(book, calendar, owner).into_iter().filter(|entry| entry.minutes > 0).collect();
    let owner_of = |entry: &Entry| book.customers.attribute(Field::Owner, entry.customer);
    for entries in by_people.chunk_by(|a, b| owner_of(a) == owner_of(b)) {
        let Some(first) = entries.first() else { continue };
        begin_table(&mut text, words, owner_of(first), calendar);
        for entry in entries {
            row(&mut text, book, standing, words, entry);
            if text.len() > 1 << 16 {
                out.write_all(text.as_bytes()).map_err(failed)?;
                text.clear();
            }
        }
        text.push_str("</tbody></table></section>\n");
    }
    text.push_str("</body></html>\n");
    out.write_all(text.as_bytes()).map_err(failed)?;
    out.flush().map_err(failed)
}

fn begin_table(text: &mut String, words: &Words, owner: &str, calendar: &Calendar) {
    text.push_str("<section><h1>");
    push(text, words.say("title"));
    // Writing into a text cannot fail.
    let _infallible = write!(text, "</h1><p>{} – ", calendar.start);
    let days = i32::try_from(calendar.working.len()).unwrap_or(1);
    let _infallible = write!(text, "{}</p><h2>", calendar.start.plus(days - 1));
    push(text, if owner.is_empty() { words.say("nobody") } else { owner });
    text.push_str("</h2><table><thead><tr>");
    for column in COLUMNS {
        text.push_str("<th>");
        push(text, words.say(column));
        text.push_str("</th>");
    }
    text.push_str("</tr></thead><tbody>\n");
}

fn row(text: &mut String, book: &Book, standing: &Standing, words: &Words, entry: &Entry) {
    let customers = &book.customers;
    let (id, name) = (customers.id(entry.customer), customers.attribute(Field::CustomerName, entry.customer));
    let who = if name.is_empty() || name == id { id.to_owned() } else { format!("{name} ({id})") };
    let last = standing.measures.last_order_known(entry.customer);
    let why = format!("{} · {}", words.say(entry.play.name()), words.say(entry.trigger.name()));
    let cells = [
        entry.day.to_string(),
        who,
        words.say(standing.tier_of(entry.customer)).to_owned(),
        words.say(entry.channel.name()).to_owned(),
        address(book, entry.customer, entry.channel).to_owned(),
        why,
        entry.minutes.to_string(),
        last.map_or_else(String::new, |day| day.to_string()),
    ];
    text.push_str("<tr><td><i></i></td>");
    for cell in cells {
        text.push_str("<td>");
        push(text, &cell);
        text.push_str("</td>");
    }
    text.push_str("</tr>\n");
}

/// Text as text.
fn push(text: &mut String, plain: &str) {
    for character in plain.chars() {
        match character {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            control if control.is_control() => text.push(' '),
            other => text.push(other),
        }
    }
}
