//! The sheets beside the customers: figures of the run, tiers, segments, thresholds, counted issues.
//!
//! One page that says what the list is worth and how it came about. Invariant: every label goes
//! through the caller's words.

use super::Words;
use super::package::Plan;
use super::sheet::{SheetWriter, Style};
use crate::Result;
use crate::base::{Day, Money};
use crate::differentiate::summary::SegmentFigures;
use crate::differentiate::{Factor, Summary};
use crate::export::issues::severity_name;
use std::io::Write;

const SEGMENT_HEADER: [&str; 7] = ["Code", "Customers", "Share of customers", "Orders", "Revenue", "Share of revenue", "Average order"];

pub(super) fn plan_summary(words: &Words) -> Plan<'_> {
    Plan { name: words.say("Summary"), widths: vec![28, 18, 18, 18, 18, 18, 18, 18], table: None }
}

pub(super) fn plan_issues<'a>(summary: &Summary, words: &'a Words) -> Plan<'a> {
    Plan { name: words.say("Issues"), widths: vec![14, 32, 32, 10], table: Some(summary.issues.len()) }
}

pub(super) fn write_summary<W: Write>(sheet: SheetWriter<'_, '_, W>, summary: &Summary, recipe_name: &str, words: &Words) -> Result<()> {
    let mut page = Page { sheet, words };
    page.text("Recipe", recipe_name)?;
    page.days(&[("Analysis day", summary.as_of), ("First day", summary.first_day), ("Last day", summary.last_day)])?;
    page.counts(&[
        ("Rows read", summary.rows_read),
        ("Rows used", summary.rows_used),
        ("Rows left out", summary.rows_rejected),
        ("Rows without a customer", summary.rows_unidentified),
        ("Customers", summary.customers.into()),
        ("Orders", summary.orders),
    ])?;
    page.money("Revenue", summary.revenue)?;
    page.segments("Tiers", &summary.tiers, summary)?;
    page.segments("Segments", &summary.segments, summary)?;
    page.thresholds(summary)?;
    page.sheet.finish()
}

pub(super) fn write_issues<W: Write>(mut sheet: SheetWriter<'_, '_, W>, summary: &Summary, words: &Words) -> Result<()> {
    for title in ["Severity", "Code", "Title", "Count"] {
        sheet.text(Style::Header, words.say(title));
    }
    sheet.end_row()?;
    for issue in &summary.issues {
        let code = issue.code.name();
        sheet.text(Style::Plain, words.say(severity_name(issue.severity)));
        sheet.text(Style::Plain, &code);
        sheet.text(Style::Plain, words.say(&code));
        sheet.count(whole(issue.count));
        sheet.end_row()?;
    }
    sheet.finish()
}

/// A sheet of labels and what they mean.
struct Page<'a, 'p, W: Write> {
    sheet: SheetWriter<'a, 'p, W>,
    words: &'a Words,
}

impl<W: Write> Page<'_, '_, W> {
    fn label(&mut self, label: &str) {
        self.sheet.text(Style::Plain, self.words.say(label));
    }

    fn text(&mut self, label: &str, text: &str) -> Result<()> {
        self.label(label);
        self.sheet.text(Style::Plain, text);
        self.sheet.end_row()
    }

    fn days(&mut self, days: &[(&str, Day)]) -> Result<()> {
        for &(label, day) in days {
            self.label(label);
            self.sheet.day(day);
            self.sheet.end_row()?;
        }
        Ok(())
    }

    fn counts(&mut self, counts: &[(&str, u64)]) -> Result<()> {
        for &(label, count) in counts {
            self.label(label);
            self.sheet.count(whole(count));
            self.sheet.end_row()?;
        }
        Ok(())
    }

    fn money(&mut self, label: &str, amount: Money) -> Result<()> {
        self.label(label);
        self.sheet.money(amount);
        self.sheet.end_row()
    }

    /// A blank row, then a row of titles.
    fn header<'a>(&mut self, titles: impl IntoIterator<Item = &'a str>) -> Result<()> {
        self.sheet.end_row()?;
        for title in titles {
            self.sheet.text(Style::Header, self.words.say(title));
        }
        self.sheet.end_row()
    }

    fn segments(&mut self, title: &str, segments: &[SegmentFigures], summary: &Summary) -> Result<()> {
        self.header([title].into_iter().chain(SEGMENT_HEADER))?;
        for segment in segments {
            self.label(&segment.name);
            self.sheet.text(Style::Plain, &segment.code);
            self.sheet.count(segment.customers.into());
            self.share(f64::from(segment.customers), f64::from(summary.customers));
            self.sheet.count(whole(segment.orders));
            self.sheet.money(segment.revenue);
            self.share(segment.revenue.to_f64(), summary.revenue.to_f64());
            self.sheet.money(segment.average_order);
            self.sheet.end_row()?;
        }
        Ok(())
    }

    /// A share of a whole that is more than nothing; of nothing there are no shares.
    fn share(&mut self, part: f64, whole: f64) {
        if whole > 0.0 {
            self.sheet.float(Style::Share, part / whole);
        } else {
            self.sheet.skip();
        }
    }

    fn thresholds(&mut self, summary: &Summary) -> Result<()> {
        self.header(["Thresholds", "Method", "Scores", "Cuts"])?;
        for threshold in &summary.thresholds {
            self.label(match threshold.factor {
                Factor::Recency => "Recency",
                Factor::Frequency => "Frequency",
                Factor::Monetary => "Monetary",
            });
            self.sheet.text(Style::Plain, &threshold.method);
            self.sheet.float(Style::Plain, f64::from(threshold.bins));
            for cut in &threshold.cuts {
                self.sheet.float(Style::Plain, *cut);
            }
            self.sheet.end_row()?;
        }
        Ok(())
    }
}

fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
