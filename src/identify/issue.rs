//! What was repaired and what was left out, row by row.
//!
//! A big file can have millions of them, so they are kept in columns with each distinct original
//! text once. Counts are always exact; single entries are kept up to [`IssueLog::KEPT_PER_CODE`]
//! per code, and the log says so when it stops keeping.

mod places;

pub use places::PlaceCount;

use crate::base::{Interner, TextId};
use crate::recipe::Field;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What happened to a value or a row. The text form is stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub enum IssueCode {
    /// Row left out: the customer is blank.
    #[serde(rename = "customer.blank")]
    CustomerBlank,
    /// Row left out: the customer is a word for nobody (0, 散客, guest …).
    #[serde(rename = "customer.placeholder")]
    CustomerPlaceholder,
    /// Row left out: no day.
    #[serde(rename = "date.missing")]
    DateMissing,
    /// Row left out: not a day that can be read.
    #[serde(rename = "date.unreadable")]
    DateUnreadable,
    /// Row left out: no amount.
    #[serde(rename = "amount.missing")]
    AmountMissing,
    /// Row left out: not an amount that can be read, or out of range.
    #[serde(rename = "amount.unreadable")]
    AmountUnreadable,
    /// Row left out: a ready-made measure (recency, orders, revenue) that cannot be read.
    #[serde(rename = "measure.unreadable")]
    MeasureUnreadable,
    /// Row left out: a total or subtotal line, not a customer's row.
    #[serde(rename = "row.total")]
    TotalRow,
    /// Row left out: repeats the header.
    #[serde(rename = "row.repeated_header")]
    RepeatedHeader,
    /// Row left out: the recipe drops refunds.
    #[serde(rename = "row.refund_dropped")]
    RefundDropped,
    /// Row left out: later than the analysis day.
    #[serde(rename = "row.after_as_of")]
    AfterAsOf,
    /// Row with more or fewer fields than the header; read as far as it goes.
    #[serde(rename = "row.ragged")]
    RaggedRow,
    /// A quote that never closes; the line was read without it.
    #[serde(rename = "row.unclosed_quote")]
    UnclosedQuote,
    /// A cell longer than 32 767 characters; cut.
    #[serde(rename = "cell.cut")]
    CellCut,
    /// Bytes that are no text in the file's encoding; shown as �.
    #[serde(rename = "text.invalid_bytes")]
    InvalidBytes,
    /// Identifier written as a decimal number: 17850.0 → 17850.
    #[serde(rename = "id.decimal_removed")]
    IdDecimalRemoved,
    /// Full-width characters in an identifier: Ａ００１ → A001.
    #[serde(rename = "id.width_folded")]
    IdWidthFolded,
    /// Identifier with more digits than a spreadsheet number keeps: its last digits are lost.
    #[serde(rename = "id.precision_lost")]
    IdPrecisionLost,
    /// Day given as a spreadsheet serial number: 45231 → 2023-11-01.
    #[serde(rename = "date.serial")]
    DateSerial,
    /// Day given with a two-digit year: 24-3-5 → 2024-03-05.
    #[serde(rename = "date.two_digit_year")]
    DateTwoDigitYear,
    /// Day given as a month only: 2014-06 → 2014-06-01.
    #[serde(rename = "date.month_only")]
    DateMonthOnly,
    /// Column in which day and month can be exchanged; the order was decided by evidence or by the recipe.
    #[serde(rename = "date.order_decided")]
    DateOrderDecided,
    /// Column in which some days only fit one order and some only the other.
    #[serde(rename = "date.order_mixed")]
    DateOrderMixed,
    /// Column in which every day fits both orders, and the recipe does not say which.
    #[serde(rename = "date.order_ambiguous")]
    DateOrderAmbiguous,
    /// Amount computed as quantity × unit price.
    #[serde(rename = "amount.computed")]
    AmountComputed,
    /// Several columns could be the amount; the best was taken.
    #[serde(rename = "mapping.amount_chosen")]
    AmountChosen,
    /// No order id: lines of one customer and day count as one order.
    #[serde(rename = "mapping.orders_by_day")]
    OrdersByDay,
    /// No customer id: customers are told apart by another column.
    #[serde(rename = "mapping.customer_by")]
    CustomerBy,
    /// Table not used: nothing in it names a customer, or it has no measure.
    #[serde(rename = "table.not_used")]
    TableNotUsed,
    /// Sheet that cannot be read, in a workbook whose other sheets can.
    #[serde(rename = "table.unreadable")]
    TableUnreadable,
    /// Table without rows.
    #[serde(rename = "table.empty")]
    TableEmpty,
    /// Ready-made measures not used, because order rows are there as well.
    #[serde(rename = "table.measures_not_used")]
    MeasuresNotUsed,
    /// Customers of a list who have no order.
    #[serde(rename = "customer.no_order")]
    CustomerWithoutOrder,
    /// Customers who only sent goods back in this period.
    #[serde(rename = "customer.refunds_only")]
    CustomerRefundsOnly,
    /// One row per customer expected, but a customer has several: the first is used.
    #[serde(rename = "customer.repeated")]
    CustomerRepeated,
    /// Customer whom a list names more than once: what the later row says counts.
    #[serde(rename = "customer.listed_again")]
    CustomerListedAgain,
    /// Row left out: names somebody who is in no list and has no order.
    #[serde(rename = "customer.unknown")]
    CustomerUnknown,
    /// Phone, e-mail address or name that several customers share: it joins nobody.
    #[serde(rename = "customer.shared_key")]
    CustomerShared,
    /// Value that a row can do without, and that cannot be read: the row is used without it.
    #[serde(rename = "value.unreadable")]
    ValueUnreadable,
    /// Column of ratings: the scale that all its values show.
    #[serde(rename = "rating.scale")]
    RatingScale,
    /// Row left out: the order was cancelled, closed or never paid.
    #[serde(rename = "order.cancelled")]
    OrderCancelled,
    /// Column of identifiers that a spreadsheet has kept as numbers: the last digits of its long ones are lost.
    #[serde(rename = "id.column_was_numeric")]
    IdColumnWasNumeric,
    /// List with more columns than are kept of its own.
    #[serde(rename = "mapping.own_columns_limited")]
    OwnColumnsLimited,
    /// Region that follows from the province or city.
    #[serde(rename = "region.derived")]
    RegionDerived,
    /// Row left out: it is there already, in another table or, as the recipe wants it, in this one.
    #[serde(rename = "row.repeated")]
    RowRepeated,
    /// Customer merged into another.
    #[serde(rename = "customer.merged")]
    CustomerMerged,
    /// Customer left out: a value is missing, and the recipe leaves such customers out.
    #[serde(rename = "customer.incomplete")]
    CustomerIncomplete,
    /// Missing value filled in by the recipe.
    #[serde(rename = "value.filled")]
    ValueFilled,
    /// Amount far from the others, drawn in to the fence.
    #[serde(rename = "amount.winsorised")]
    AmountWinsorised,
    /// Row left out: its amount is far from the others.
    #[serde(rename = "amount.excluded")]
    AmountExcluded,
    /// Cell read as somebody corrected it.
    #[serde(rename = "cell.corrected")]
    CellCorrected,
    /// A correction for a cell or customer that is not there.
    #[serde(rename = "correction.unused")]
    CorrectionUnused,
}

/// How serious it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The row is not in the result.
    Rejected,
    /// The value was changed so that it could be used.
    Repaired,
    /// Worth knowing.
    Note,
}

impl IssueCode {
    /// How serious it is.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self {
            Self::CustomerBlank
            | Self::CustomerPlaceholder
            | Self::DateMissing
            | Self::DateUnreadable
            | Self::AmountMissing
            | Self::AmountUnreadable
            | Self::MeasureUnreadable
            | Self::TotalRow
            | Self::RepeatedHeader
            | Self::RefundDropped
            | Self::AfterAsOf
            | Self::CustomerRepeated
            | Self::CustomerUnknown
            | Self::OrderCancelled
            | Self::RowRepeated
            | Self::AmountExcluded
            | Self::CustomerIncomplete => Severity::Rejected,
            Self::RaggedRow
            | Self::UnclosedQuote
            | Self::CellCut
            | Self::InvalidBytes
            | Self::IdDecimalRemoved
            | Self::IdWidthFolded
            | Self::DateSerial
            | Self::DateTwoDigitYear
            | Self::DateMonthOnly
            | Self::CustomerMerged
            | Self::ValueFilled
            | Self::AmountWinsorised
            | Self::CellCorrected => Severity::Repaired,
            _ => Severity::Note,
        }
    }

    /// The stable text form, as `customer.blank`.
    #[must_use]
    pub fn name(self) -> String {
        serde_json::to_value(self).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

/// One thing that happened, as it is reported by a reader or a parser.
#[derive(Debug, Clone)]
pub struct Issue<'a> {
    /// What happened.
    pub code: IssueCode,
    /// Position of the table, as given by [`IssueLog::table`].
    pub table: u32,
    /// Row as a spreadsheet numbers it, from 1; 0 for the whole table.
    pub row: u64,
    /// Column, if it is about one.
    pub field: Option<Field>,
    /// The original text, cut to 120 characters.
    pub original: &'a str,
    /// What it was made into, or what explains it; empty when the row was left out.
    pub became: &'a str,
}

/// All issues of an import.
#[derive(Debug, Default)]
pub struct IssueLog {
    tables: Vec<TableName>,
    texts: Interner,
    codes: Vec<IssueCode>,
    table: Vec<u32>,
    row: Vec<u64>,
    field: Vec<Option<Field>>,
    original: Vec<TextId>,
    became: Vec<TextId>,
    counts: BTreeMap<IssueCode, u64>,
    /// How often in each table, by code and field.
    by_place: BTreeMap<(u32, IssueCode, Option<Field>), u64>,
}

#[derive(Debug, Clone)]
struct TableName {
    file: String,
    sheet: Option<String>,
    headers: Vec<(Field, String)>,
}

/// One issue with its place in words, as it is shown and downloaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct IssueRow {
    /// What happened.
    pub code: IssueCode,
    /// How serious it is.
    pub severity: Severity,
    /// File.
    pub file: String,
    /// Sheet, for workbooks.
    pub sheet: Option<String>,
    /// Row as a spreadsheet numbers it, from 1; 0 for the whole table.
    #[cfg_attr(test, ts(type = "number"))]
    pub row: u64,
    /// Role of the column, if it is about one: with the place it says which cell a correction is for.
    pub field: Option<Field>,
    /// Header of the column, if it is about one.
    pub column: Option<String>,
    /// The original text.
    pub original: String,
    /// What it was made into, or what explains it.
    pub became: String,
}

/// How often something happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct IssueCount {
    /// What happened.
    pub code: IssueCode,
    /// How serious it is.
    pub severity: Severity,
    /// How often, exactly.
    #[cfg_attr(test, ts(type = "number"))]
    pub count: u64,
    /// How many of them are kept one by one.
    #[cfg_attr(test, ts(type = "number"))]
    pub kept: u64,
}

impl IssueLog {
    /// Single entries kept per code; beyond it they are only counted.
    pub const KEPT_PER_CODE: u64 = 500_000;
    const ORIGINAL_CHARACTERS: usize = 120;

    /// Announces a table; the returned position goes into [`Issue::table`]. `headers` name its mapped columns.
    #[expect(clippy::cast_possible_truncation, reason = "an import has a handful of tables")]
    pub fn table(&mut self, file: &str, sheet: Option<&str>, headers: Vec<(Field, String)>) -> u32 {
        self.tables.push(TableName { file: file.to_owned(), sheet: sheet.map(str::to_owned), headers });
        (self.tables.len() - 1) as u32
    }

    /// Adds an issue.
    pub fn push(&mut self, issue: &Issue<'_>) {
        *self.by_place.entry((issue.table, issue.code, issue.field)).or_insert(0) += 1;
        let count = self.counts.entry(issue.code).or_insert(0);
        *count += 1;
        if *count > Self::KEPT_PER_CODE {
            return;
        }
        self.codes.push(issue.code);
        self.table.push(issue.table);
        self.row.push(issue.row);
        self.field.push(issue.field);
        let original = self.texts.intern(cut(issue.original, Self::ORIGINAL_CHARACTERS));
        self.original.push(original);
        let became = self.texts.intern(cut(issue.became, Self::ORIGINAL_CHARACTERS));
        self.became.push(became);
    }

    /// How often each thing happened, rejections first, then by count.
    #[must_use]
    pub fn counts(&self) -> Vec<IssueCount> {
        let mut counts: Vec<IssueCount> = self
            .counts
            .iter()
            .map(|(&code, &count)| IssueCount { code, severity: code.severity(), count, kept: count.min(Self::KEPT_PER_CODE) })
            .collect();
        counts.sort_by_key(|entry| (entry.severity, std::cmp::Reverse(entry.count), entry.code));
        counts
    }

    /// Exact number of issues with this code.
    #[must_use]
    pub fn count(&self, code: IssueCode) -> u64 {
        self.counts.get(&code).copied().unwrap_or(0)
    }

    /// Entries kept one by one, in the order in which they were found.
    #[must_use]
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether nothing happened at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// The entry at this place, with its place in words.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<IssueRow> {
        let code = *self.codes.get(index)?;
        let table = self.tables.get(self.table[index] as usize)?;
        let column = self.field[index].map(|field| {
            let header = table.headers.iter().find(|(known, _)| *known == field);
            header.map_or_else(|| field.name().to_owned(), |(_, header)| header.clone())
        });
        Some(IssueRow {
            code,
            severity: code.severity(),
            file: table.file.clone(),
            sheet: table.sheet.clone(),
            row: self.row[index],
            field: self.field[index],
            column,
            original: self.texts.get(self.original[index]).to_owned(),
            became: self.texts.get(self.became[index]).to_owned(),
        })
    }

    /// All entries kept, in the order in which they were found.
    pub fn rows(&self) -> impl Iterator<Item = IssueRow> + '_ {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    /// A page of the entries with this code (all when none is given), and how many there are in all.
    #[must_use]
    pub fn page(&self, code: Option<IssueCode>, offset: usize, limit: usize) -> (usize, Vec<IssueRow>) {
        let wanted = |index: &usize| code.is_none_or(|code| self.codes[*index] == code);
        let total = code.map_or(self.len(), |code| usize::try_from(self.count(code).min(Self::KEPT_PER_CODE)).unwrap_or(usize::MAX));
        let rows = (0..self.len()).filter(wanted).skip(offset).take(limit).filter_map(|index| self.get(index)).collect();
        (total, rows)
    }
}

fn cut(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).map_or(text, |(end, _)| &text[..end])
}
