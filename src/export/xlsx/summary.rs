//! The sheets beside the customers: figures of the run, tiers, segments, thresholds, counted issues.
//!
//! One page that says what the list is worth and how it came about. Invariant: every label goes
//! through the caller's words.

use super::{Styles, Words, fitting, number, write_day};
use crate::base::{Day, Money};
use crate::differentiate::Summary;
use crate::differentiate::summary::SegmentFigures;
use crate::export::issues::severity_name;
use rust_xlsxwriter::{Worksheet, XlsxError};

type Written = std::result::Result<(), XlsxError>;

const SEGMENT_HEADER: [&str; 7] = ["Code", "Customers", "Share of customers", "Orders", "Revenue", "Share of revenue", "Average order"];

pub(super) fn write_summary(sheet: &mut Worksheet, summary: &Summary, recipe_name: &str, words: &Words, styles: &Styles) -> Written {
    sheet.set_name(words.say("Summary"))?;
    sheet.set_column_width(0, 28)?;
    sheet.set_column_range_width(1, 7, 18)?;
    let mut page = Page { sheet, words, styles, row: 0 };
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
    page.thresholds(summary)
}

pub(super) fn write_issues(sheet: &mut Worksheet, summary: &Summary, words: &Words, styles: &Styles) -> Written {
    sheet.set_name(words.say("Issues"))?;
    sheet.set_column_width(0, 14)?;
    sheet.set_column_width(1, 32)?;
    for (column, title) in (0..).zip(["Severity", "Code", "Title", "Count"]) {
        sheet.write_string_with_format(0, column, words.say(title), &styles.header)?;
    }
    let mut last_row = 0;
    for (row, issue) in (1..).zip(&summary.issues) {
        let code = issue.code.name();
        sheet.write_string(row, 0, words.say(severity_name(issue.severity)))?;
        sheet.write_string(row, 1, &code)?;
        sheet.write_string(row, 2, words.say(&code))?;
        sheet.write_number_with_format(row, 3, unsigned(issue.count), &styles.count)?;
        last_row = row;
    }
    super::finish_table(sheet, last_row, 4)
}

/// A sheet that is written from the top down.
struct Page<'a> {
    sheet: &'a mut Worksheet,
    words: &'a Words,
    styles: &'a Styles,
    row: u32,
}

impl Page<'_> {
    fn label(&mut self, label: &str) -> Written {
        self.sheet.write_string(self.row, 0, self.words.say(label))?;
        self.row += 1;
        Ok(())
    }

    fn text(&mut self, label: &str, text: &str) -> Written {
        self.sheet.write_string(self.row, 1, fitting(text))?;
        self.label(label)
    }

    fn days(&mut self, days: &[(&str, Day)]) -> Written {
        for &(label, day) in days {
            write_day(self.sheet, (self.row, 1), day, self.styles)?;
            self.label(label)?;
        }
        Ok(())
    }

    fn counts(&mut self, counts: &[(&str, u64)]) -> Written {
        for &(label, count) in counts {
            self.sheet.write_number_with_format(self.row, 1, unsigned(count), &self.styles.count)?;
            self.label(label)?;
        }
        Ok(())
    }

    fn money(&mut self, label: &str, amount: Money) -> Written {
        self.sheet.write_number_with_format(self.row, 1, amount.to_f64(), &self.styles.money)?;
        self.label(label)
    }

    /// A blank row, then a row of titles.
    fn header<'a>(&mut self, titles: impl IntoIterator<Item = &'a str>) -> Written {
        self.row += 1;
        for (column, title) in (0..).zip(titles) {
            self.sheet.write_string_with_format(self.row, column, self.words.say(title), &self.styles.header)?;
        }
        self.row += 1;
        Ok(())
    }

    fn segments(&mut self, title: &str, segments: &[SegmentFigures], summary: &Summary) -> Written {
        self.header([title].into_iter().chain(SEGMENT_HEADER))?;
        for segment in segments {
            let (row, styles) = (self.row, self.styles);
            self.sheet.write_string(row, 0, fitting(self.words.say(&segment.name)))?;
            self.sheet.write_string(row, 1, fitting(&segment.code))?;
            self.sheet.write_number_with_format(row, 2, f64::from(segment.customers), &styles.count)?;
            self.share(3, f64::from(segment.customers), f64::from(summary.customers))?;
            self.sheet.write_number_with_format(row, 4, unsigned(segment.orders), &styles.count)?;
            self.sheet.write_number_with_format(row, 5, segment.revenue.to_f64(), &styles.money)?;
            self.share(6, segment.revenue.to_f64(), summary.revenue.to_f64())?;
            self.sheet.write_number_with_format(row, 7, segment.average_order.to_f64(), &styles.money)?;
            self.row += 1;
        }
        Ok(())
    }

    /// A share of a whole that is more than nothing; of nothing there are no shares.
    fn share(&mut self, column: u16, part: f64, whole: f64) -> Written {
        if whole > 0.0 {
            self.sheet.write_number_with_format(self.row, column, part / whole, &self.styles.share)?;
        }
        Ok(())
    }

    fn thresholds(&mut self, summary: &Summary) -> Written {
        self.header(["Thresholds", "Method", "Scores", "Cuts"])?;
        for threshold in &summary.thresholds {
            let factor = match threshold.factor {
                crate::differentiate::Factor::Recency => "Recency",
                crate::differentiate::Factor::Frequency => "Frequency",
                crate::differentiate::Factor::Monetary => "Monetary",
            };
            self.sheet.write_string(self.row, 1, &threshold.method)?;
            self.sheet.write_number(self.row, 2, f64::from(threshold.bins))?;
            for (column, cut) in (3..).zip(&threshold.cuts) {
                self.sheet.write_number(self.row, column, *cut)?;
            }
            self.label(factor)?;
        }
        Ok(())
    }
}

fn unsigned(count: u64) -> f64 {
    number(i64::try_from(count).unwrap_or(i64::MAX))
}
