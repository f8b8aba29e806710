//! What can happen to a value or a row, and how serious it is.
//!
//! One list for the log, the exports and the screen's sentences. Invariant: the text forms are stable.

use serde::{Deserialize, Serialize};

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
    /// A value that reaches over the beginning of the next column of fixed width; cut there.
    #[serde(rename = "row.overrun")]
    RowOverrun,
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
    /// Columns that are months, each filled cell of which is an order of the first of its month.
    #[serde(rename = "mapping.months")]
    MonthColumns,
    /// Year of columns that are months, taken from what the sheet or the file is called or from above the header.
    #[serde(rename = "mapping.year_taken")]
    YearTaken,
    /// Columns that are months of an unknown year: no orders.
    #[serde(rename = "mapping.year_unknown")]
    YearUnknown,
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
    /// Column of ratings that are all 1, read as the worst of 5, where it could also be a yes.
    #[serde(rename = "rating.scale_unclear")]
    RatingScaleUnclear,
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
    /// Amounts of several currencies, added up as they stand.
    #[serde(rename = "amount.currencies_mixed")]
    CurrenciesMixed,
    /// Amounts whose header counts them in thousands, 万 or millions.
    #[serde(rename = "amount.counted_up")]
    AmountCountedUp,
    /// Amount taken away, because the row is a return's.
    #[serde(rename = "amount.returned")]
    AmountReturned,
    /// Line of an order that no table has, or order without an id.
    #[serde(rename = "order.unknown")]
    OrderUnknown,
    /// Orders of which no table has a line.
    #[serde(rename = "order.no_lines")]
    OrderWithoutLines,
    /// Row whose blank customer, order or day means what stands above, as the recipe says.
    #[serde(rename = "cell.from_above")]
    CellFromAbove,
    /// Table whose customers stand in headings above their rows.
    #[serde(rename = "mapping.customers_from_headings")]
    CustomersFromHeadings,
    /// Line that stands alone like a heading, with no row below it: not used.
    #[serde(rename = "row.heading_alone")]
    HeadingAlone,
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
            | Self::RowOverrun
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
            | Self::CellFromAbove
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
