//! Cells of real workbooks, against the cells that their collections say they have.
//!
//! Three sources: CSV that `xlsx2csv` ships beside a workbook, JSON that csv-spectrum ships
//! beside a CSV, and the same workbook saved in several formats, whose readers have not a line in common.
//! Only what a format shows is evened out: days, numbers, per cent. Every other difference stands in a
//! table here with its reason, and a difference that is gone has to leave the table.

use crate::data::real;
use customer_tiers::identify::read::{Cell, RowSink, inspect_file, read_table};
use customer_tiers::identify::values::DayParser;
use customer_tiers::identify::{FileSource, IssueCode};
use customer_tiers::recipe::{DateOrder, Import};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Rows and columns from 1; only cells with something in them.
type Grid = BTreeMap<(u64, usize), String>;

/// Sheets by name; the one table of a text file has none.
type Sheets = Vec<(String, Grid)>;

/// More columns than any of these files has.
const COLUMNS: usize = 300;

#[derive(Default)]
struct Filled(Grid);

impl RowSink for Filled {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> customer_tiers::Result<()> {
        for (column, cell) in (1..).zip(cells) {
            let shown = shown(cell);
            if !shown.is_empty() {
                self.0.insert((number, column), shown);
            }
        }
        Ok(())
    }

    fn trouble(&mut self, _number: u64, _code: IssueCode, _original: &str) {}

    fn progress(&mut self, _bytes: u64) -> customer_tiers::Result<()> {
        Ok(())
    }
}

fn shown(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Error(text) => text.trim().replace("\r\n", "\n"),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day, 0) => day.to_string(),
        Cell::Day(day, second) => format!("{day} {:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60),
        Cell::Bool(truth) => if *truth { "TRUE" } else { "FALSE" }.to_owned(),
    }
}

/// Every cell of every sheet, no row taken for a header.
fn sheets(path: &str, delimiter: Option<&str>) -> Sheets {
    let settings = Import { header_row: Some(0), delimiter: delimiter.map(str::to_owned), ..Import::default() };
    let open = || FileSource::open(&real(path)).expect("the file is there");
    let layout = inspect_file(&mut open(), &settings).unwrap_or_else(|error| panic!("{path}: {error}"));
    let wanted: Vec<usize> = (0..COLUMNS).collect();
    let read = |position: usize| {
        let mut filled = Filled::default();
        read_table(&mut open(), &layout, position, &wanted, &mut filled).unwrap_or_else(|error| panic!("{path}: {error}"));
        (layout.tables[position].sheet.clone().unwrap_or_default(), filled.0)
    };
    (0..layout.tables.len()).map(read).collect()
}

/// Whether two cells say the same, however a format shows it: blanks, days, times of day, decimals, per cent.
fn is_same(expected: &str, found: &str) -> bool {
    let spread = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if spread(expected) == spread(found) {
        return true;
    }
    match (number(expected), number(found)) {
        (Some((expected, decimals)), Some((found, _))) => {
            is_near(expected, found) || rounded(found, decimals) == rounded(expected, decimals)
        }
        // An ods has times as text, the others as parts of a day.
        (Some((expected, _)), None) => time(found).is_some_and(|(time, step)| (expected - time).abs() < step),
        (None, Some((found, _))) => time(expected).is_some_and(|(time, step)| (found - time).abs() < step),
        (None, None) => day(expected).is_some() && day(expected) == day(found),
    }
}

/// A number and how many decimals of it are shown.
fn number(text: &str) -> Option<(f64, usize)> {
    let decimals = |text: &str| text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    match text.strip_suffix('%') {
        Some(hundredths) => Some((hundredths.parse::<f64>().ok()? / 100.0, decimals(hundredths) + 2)),
        None => Some((text.parse().ok()?, decimals(text))),
    }
}

fn rounded(number: f64, decimals: usize) -> f64 {
    let power = 10_f64.powi(decimals.min(15) as i32);
    // What a spreadsheet shows is rounded half up, from fifteen digits.
    (number * power * (1.0 + 1e-15)).round() / power
}

fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 5e-10 * one.abs().max(1e-6)
}

fn day(text: &str) -> Option<(customer_tiers::base::Day, u32)> {
    DayParser::new(Some(DateOrder::DayMonthYear)).parse(text).value().map(|read| (read.day, read.second))
}

/// A time of day, as a part of the day, and the smallest part that is shown.
fn time(text: &str) -> Option<(f64, f64)> {
    let parts: Vec<f64> = text.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match parts[..] {
        [hours, minutes] => Some(((hours * 60.0 + minutes) / 1440.0, 1.0 / 1440.0)),
        [hours, minutes, seconds] => Some((((hours * 60.0 + minutes) * 60.0 + seconds) / 86_400.0, 1e-8)),
        _ => None,
    }
}

/// A difference that is right: file, row, column, what the collection says, what we say.
type Exception<'e> = (&'e str, u64, usize, &'e str, &'e str);

/// The differences between two grids that are in no table of exceptions, and the exceptions that were met.
fn differences(file: &str, expected: &Grid, found: &Grid, exceptions: &[Exception<'_>], met: &mut BTreeSet<usize>) -> String {
    let mut text = String::new();
    let places: BTreeSet<&(u64, usize)> = expected.keys().chain(found.keys()).collect();
    for place in places {
        let of = |grid: &Grid| grid.get(place).cloned().unwrap_or_default();
        let (wanted, is) = (of(expected), of(found));
        let exception = exceptions.iter().position(|entry| *entry == (file, place.0, place.1, &*wanted, &*is));
        if let Some(exception) = exception {
            met.insert(exception);
        } else if !is_same(&wanted, &is) {
            writeln!(text, "(\"{file}\", {}, {}, {wanted:?}, {is:?}),", place.0, place.1).expect("a text takes everything");
        }
    }
    text
}

fn assert_no_difference(findings: &str, exceptions: &[Exception<'_>], met: &BTreeSet<usize>) {
    let gone: Vec<&Exception<'_>> = (0..exceptions.len()).filter(|at| !met.contains(at)).map(|at| &exceptions[at]).collect();
    assert!(findings.is_empty() && gone.is_empty(), "\n{findings}\nno longer different: {gone:#?}");
}

/// xlsx2csv, test/: workbooks with the CSV beside them, of the first sheet or of all.
const XLSX2CSV: [&str; 16] = [
    "datetime.xlsx",
    "empty_row.xlsx",
    "escape.xlsx",
    "float.xlsx",
    "float2.xlsx",
    "hyperlinks.xlsm",
    "hyperlinks_continous.xlsm",
    "namespace.xlsx",
    "percentage.xlsx",
    "sheets.xlsx",
    "sheets_order.xlsx",
    "skip_empty_lines.xlsx",
    "timeformat.xlsx",
    "twolettercolumns.xlsx",
    "variousdelim.xlsx",
    "xlsx2csv-test-file.xlsx",
];

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn cells_that_xlsx2csv_expects() {
    let exceptions: &[Exception<'_>] = &[
        // Made with its option to show line breaks and tabs as \n and \t.
        ("escape.xlsx", 1, 5, "Hello\\nWorld\\t!", "Hello\nWorld\t!"),
        // It writes the quotes of the number format dd"-"mm"-"yyyy" "hh:mm:ss into the cell.
        ("timeformat.xlsx", 1, 1, "03\"-\"08\"-\"2017\" \"14:35:00", "2017-08-03 14:35:00"),
        ("timeformat.xlsx", 2, 1, "03\"-\"08\"-\"2017\" \"00:00:00", "2017-08-03"),
        ("timeformat.xlsx", 3, 1, "03\"-\"08\"-\"2017\" \"15:40:00", "2017-08-03 15:40:00"),
    ];
    let (mut findings, mut met) = (String::new(), BTreeSet::new());
    for workbook in XLSX2CSV {
        let csv = format!("hostile/xlsx2csv/{}.csv", workbook.split('.').next().unwrap_or_default());
        let mut found = sheets(&format!("hostile/xlsx2csv/{workbook}"), None);
        if workbook == "skip_empty_lines.xlsx" {
            // Made with its option to leave out rows without content.
            found[0].1 = without_gaps(&found[0].1);
        }
        let expected = match workbook {
            "sheets.xlsx" | "sheets_order.xlsx" => by_headings(&sheets(&csv, Some(","))[0].1, "-------- "),
            // Its delimiter is a tab, and its rows end without a line end before the next heading.
            "variousdelim.xlsx" => {
                vec![("Sheet1".into(), row_of(&["1", "2", "3", "a", "b", "c"])), ("Sheet2".into(), row_of(&["4", "5", "6", "d", "e", "f"]))]
            }
            _ => vec![(found[0].0.clone(), without_links(sheets(&csv, Some(",")).remove(0).1))],
        };
        for (name, expected) in expected {
            let found = found.iter().find(|(found, _)| *found == name).unwrap_or_else(|| panic!("{workbook}: {name}"));
            findings += &differences(workbook, &expected, &found.1, exceptions, &mut met);
        }
    }
    assert_no_difference(&findings, exceptions, &met);
}

fn row_of(cells: &[&str]) -> Grid {
    cells.iter().enumerate().map(|(place, cell)| ((1 + place as u64 / 3, 1 + place % 3), (*cell).to_owned())).collect()
}

/// Rows numbered anew.
fn without_gaps(grid: &Grid) -> Grid {
    let rows: BTreeSet<u64> = grid.keys().map(|(row, _)| *row).collect();
    let number = |row: &u64| rows.range(..=row).count() as u64;
    grid.iter().map(|((row, column), cell)| ((number(row), *column), cell.clone())).collect()
}

/// Sheets one below the other, each under a line with its number and name.
fn by_headings(grid: &Grid, mark: &str) -> Sheets {
    let mut sheets = Sheets::new();
    let mut above = 0;
    for ((row, column), cell) in grid {
        if let Some(heading) = cell.strip_prefix(mark).filter(|_| *column == 1) {
            above = *row;
            sheets.push((heading.split_once(" - ").map_or(heading, |(_, name)| name).to_owned(), Grid::new()));
        } else if let Some((_, sheet)) = sheets.last_mut() {
            sheet.insert((row - above, *column), cell.clone());
        }
    }
    sheets
}

/// Made with its option to show links as `<a href='…'>text</a>`.
fn without_links(grid: Grid) -> Grid {
    let text = |cell: String| match cell.strip_prefix("<a href=").and_then(|rest| rest.split_once('>')) {
        Some((_, rest)) => rest.trim_end_matches("</a>").to_owned(),
        None => cell,
    };
    grid.into_iter().map(|(place, cell)| (place, text(cell))).collect()
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn cells_that_csv_spectrum_expects() {
    let names = [
        "comma_in_quotes",
        "empty",
        "empty_crlf",
        "escaped_quotes",
        "json",
        "location_coordinates",
        "newlines",
        "newlines_crlf",
        "quotes_and_newlines",
        "simple",
        "simple_crlf",
        "utf8",
    ];
    // The number of a person, taken out of the JSON only.
    let exceptions: &[Exception<'_>] = &[("location_coordinates", 2, 1, "1234567890", "2095257564")];
    let (mut findings, mut met) = (String::new(), BTreeSet::new());
    for name in names {
        let path = |ending: &str| format!("hostile/csv-spectrum/{name}.{ending}");
        let json = crate::data::read(&path("json"));
        // One of them is an object that stands alone.
        let json = if json.starts_with('[') { json } else { format!("[{json}]") };
        let objects: Vec<BTreeMap<String, String>> = serde_json::from_str(&json).expect("objects of texts");
        let found = sheets(&path("csv"), Some(",")).remove(0).1;
        let header: Vec<String> = (1..).map_while(|column| found.get(&(1, column)).cloned()).collect();
        let mut expected = Grid::new();
        for (column, name) in (1..).zip(&header) {
            expected.insert((1, column), name.clone());
            let values = objects.iter().map(|object| object.get(name).cloned().unwrap_or_default().trim().replace("\r\n", "\n"));
            expected.extend((2..).zip(values).filter(|(_, value)| !value.is_empty()).map(|(row, value)| ((row, column), value)));
        }
        findings += &differences(name, &expected, &found, exceptions, &mut met);
    }
    assert_no_difference(&findings, exceptions, &met);
}

/// The same workbook in several formats; the first is what the others are held against.
const SAME: [&[&str]; 44] = [
    &[
        "sheetjs/1904__1900.xlsx",
        "sheetjs/1904__1900.xls",
        "sheetjs/1904__1900.xlsb",
        "sheetjs/1904__1900.ods",
        "sheetjs/1904__1900.biff5",
        "sheetjs/1904__1900.xml",
    ],
    &[
        "sheetjs/1904__1904.xlsx",
        "sheetjs/1904__1904.xls",
        "sheetjs/1904__1904.xlsb",
        "sheetjs/1904__1904.ods",
        "sheetjs/1904__1904.biff5",
        "sheetjs/1904__1904.xml",
    ],
    &["sheetjs/ErrorTypes.xlsx", "sheetjs/ErrorTypes.xls", "sheetjs/ErrorTypes.xlsb", "sheetjs/biff5__ErrorTypes.xls"],
    &["sheetjs/LONumbers.xlsx", "sheetjs/LONumbers.xls"],
    &[
        "sheetjs/crlf__crlf.xlsx",
        "sheetjs/crlf__crlf.xls",
        "sheetjs/crlf__crlf.xlsb",
        "sheetjs/crlf__crlf.ods",
        "sheetjs/crlf__crlf.xml",
        "sheetjs/crlf__crlf.fods",
    ],
    &[
        "sheetjs/defined_names_unicode.xlsx",
        "sheetjs/defined_names_unicode.xls",
        "sheetjs/defined_names_unicode.xlsb",
        "sheetjs/defined_names_unicode.ods",
        "sheetjs/defined_names_unicode.biff5.xls",
        "sheetjs/defined_names_unicode.xml",
    ],
    &["sheetjs/hyperlink_no_rels.xlsx", "sheetjs/hyperlink_no_rels.xlsb", "sheetjs/hyperlink_no_rels.xlsm"],
    &["sheetjs/large_strings.xlsx", "sheetjs/large_strings.xlsb"],
    &[
        "sheetjs/merge_cells.xlsx",
        "sheetjs/merge_cells.xls",
        "sheetjs/merge_cells.xlsb",
        "sheetjs/merge_cells.ods",
        "sheetjs/biff5__merge_cells.xls",
    ],
    &["sheetjs/minimal_112.xlsx", "sheetjs/minimal_112.xls"],
    &["sheetjs/number_format_russian.xlsm", "sheetjs/number_format_russian.xls", "sheetjs/number_format_russian.xlsb"],
    &[
        "sheetjs/rich_text_stress.xlsx",
        "sheetjs/rich_text_stress.xls",
        "sheetjs/rich_text_stress.xlsb",
        "sheetjs/rich_text_stress.ods",
        "sheetjs/biff5__rich_text_stress.xls",
    ],
    &[
        "sheetjs/sheet_visibility.xlsx",
        "sheetjs/sheet_visibility.xls",
        "sheetjs/sheet_visibility.xlsb",
        "sheetjs/sheet_visibility.ods",
        "sheetjs/sheet_visibility5.xls",
        "sheetjs/sheet_visibility.xml",
    ],
    &["sheetjs/sushi.xlsx", "sheetjs/sushi.xls", "sheetjs/sushi.xlsb", "sheetjs/sushi.ods", "sheetjs/sushi.xml"],
    &["sheetjs/wps__fn.xlsx", "sheetjs/wps__fn.xls", "sheetjs/wps__fn.et"],
    &["sheetjs/write.xlsx", "sheetjs/write.xls", "sheetjs/biff5__write.xls"],
    &["calamine/any_sheets.xlsx", "calamine/any_sheets.xls", "calamine/any_sheets.xlsb", "calamine/any_sheets.ods"],
    &["calamine/date.xlsx", "calamine/date.xls", "calamine/date.xlsb"],
    &["calamine/date_1904.xlsx", "calamine/date_1904.xls", "calamine/date_1904.xlsb"],
    &["calamine/issues.xlsx", "calamine/issues.xls", "calamine/issues.xlsb", "calamine/issues.ods"],
    &["calamine/merge_cells.xlsx", "calamine/merge_cells.xls"],
    &["calamine/merged_range.xlsx", "calamine/merged_range.xls"],
    &["calamine/issue_261.xlsx", "calamine/issue_261_fixed_by_excel.xlsx"],
    &["calamine/issue_419.xlsx", "calamine/issue_419.xlsb"],
    &["csvkit/sheets.xlsx", "csvkit/sheets.xls"],
    &["pandas_excel/times_1904.xls", "pandas_excel/times_1904.xlsb", "pandas_excel/times_1904.ods"],
    &["spreadsheet-read/Dates.xlsx", "spreadsheet-read/Dates.xls"],
    &["spreadsheet-read/merged.xlsx", "spreadsheet-read/merged.xls"],
    &["readxl/blanks.xlsx", "readxl/blanks.xls"],
    &["readxl/color-date-xlsx.xlsx", "readxl/color-date-xls.xls", "readxl/color-date-lowercase-xlsx.xlsx"],
    &["readxl/dates-leap-year-1900-xlsx.xlsx", "readxl/dates-leap-year-1900-xls.xls"],
    &["readxl/datetime-rounding.xlsx", "readxl/datetime-rounding.xls"],
    &["readxl/extdata__deaths.xlsx", "readxl/extdata__deaths.xls"],
    &["readxl/extdata__type-me.xlsx", "readxl/extdata__type-me.xls"],
    &["readxl/geometry.xlsx", "readxl/geometry.xls"],
    &["readxl/iris-excel-xlsx.xlsx", "readxl/iris-excel-xls.xls"],
    &["readxl/list_type.xlsx", "readxl/list_type.xls"],
    &["readxl/missing-first-column.xlsx", "readxl/missing-first-column.xls"],
    &["readxl/no-yes-col-names.xlsx", "readxl/no-yes-col-names.xls"],
    &["readxl/numbers-as-na-and-shared-strings-xlsx.xlsx", "readxl/numbers-as-na-and-shared-strings-xls.xls"],
    &["readxl/skipping.xlsx", "readxl/skipping.xls"],
    &["readxl/types.xlsx", "readxl/types.xls"],
    &["readxl/utf8-sheet-names.xlsx", "readxl/utf8-sheet-names.xls"],
    &["readxl/vietnamese-utf8.xlsx", "readxl/vietnamese-utf8.xls"],
];

/// What the files themselves have different.
const SAME_BUT_FOR: &[Exception<'_>] = &[
    // LibreOffice wrote empty texts for a format that it could not show.
    ("sheetjs/LONumbers.xls", 38, 3, "", "-1.2"),
    ("sheetjs/LONumbers.xls", 38, 4, "", "1900-01-12 07:12:00"),
    ("sheetjs/LONumbers.xls", 38, 5, "", "-12.34"),
    ("sheetjs/LONumbers.xls", 38, 6, "", "1900-05-02 10:48:00"),
    ("sheetjs/LONumbers.xls", 38, 7, "", "-123.456"),
    ("sheetjs/LONumbers.xls", 38, 8, "", "1903-05-18 13:36:29"),
    ("sheetjs/LONumbers.xls", 38, 9, "", "-1234.5678"),
    ("sheetjs/LONumbers.xls", 38, 10, "", "1933-10-18 16:17:37"),
    // A capital letter in what LibreOffice saved only.
    ("sheetjs/crlf__crlf.ods", 1, 2, "abc\ndef", "abc\nDef"),
    ("sheetjs/crlf__crlf.fods", 1, 2, "abc\ndef", "abc\nDef"),
];

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn cells_are_the_same_in_every_format() {
    let exceptions = SAME_BUT_FOR;
    let (mut findings, mut met) = (String::new(), BTreeSet::new());
    for files in SAME {
        let first = sheets(&format!("hostile/{}", files[0]), None);
        for file in &files[1..] {
            let found = sheets(&format!("hostile/{file}"), None);
            // A chart is a sheet without cells in some formats, and no sheet in others.
            let found: Sheets = found.into_iter().filter(|(_, grid)| !grid.is_empty()).collect();
            let filled: Sheets = first.iter().filter(|(_, grid)| !grid.is_empty()).cloned().collect();
            for (place, (name, grid)) in found.iter().enumerate() {
                // Old formats write some names in other letters; then the order tells the sheets apart.
                let same_place = filled.get(place).filter(|_| filled.len() == found.len());
                match filled.iter().find(|(known, _)| known == name).or(same_place) {
                    Some((_, expected)) => findings += &differences(file, expected, grid, exceptions, &mut met),
                    None => writeln!(findings, "{file}: {name:?} is not in {}", files[0]).expect("a text takes everything"),
                }
            }
        }
    }
    assert_no_difference(&findings, exceptions, &met);
}
