//! The file around the sheets: a ZIP archive of XML parts.
//!
//! Everything that is known before the first row is written first, then the sheets, one after the
//! other, straight into the archive: a ZIP is written forwards only, with the sizes behind each part
//! (data descriptors), as the stream writers of other office libraries do. Nothing is kept but the
//! compressor's window. Advice to maintainers: a part that may pass 4 GiB must say so before its
//! first byte, and such parts are what spreadsheets call damaged, so that it is an error here.
//! Invariant: no clock, no machine: entries are dated 1980 and made by one system, the document is
//! dated by the caller, and the compressor is the same Rust code natively and in a browser.

use super::sheet::SheetWriter;
use super::text::{escaped, is_xml};
use crate::base::Day;
use crate::export::failed;
use crate::{ErrorKind, Result};
use std::fmt::Write as _;
use std::io::Write;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// UTF-16 units that a sheet's name holds.
const MAX_NAME_UNITS: usize = 31;
/// Of 200,000 customers, level 1 makes 38 MB, level 2 28 MB in a third more time, level 6 24 MB in three times the time.
const LEVEL: i64 = 2;
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// What is known of a sheet before its first row.
pub(super) struct Plan<'a> {
    /// What its tab says.
    pub(super) name: &'a str,
    /// Widths of its columns, in digits of the standard font.
    pub(super) widths: Vec<u8>,
    /// For a table, the rows below its header, which is kept in sight and filters them.
    pub(super) table: Option<usize>,
}

impl Plan<'_> {
    /// The last cell's row and column, counted from 1, when it is known.
    pub(super) fn end(&self) -> Option<(usize, usize)> {
        self.table.map(|rows| (rows + 1, self.widths.len().max(1)))
    }
}

/// A workbook on its way to a writer.
pub(super) struct Package<'a, W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    plans: &'a [Plan<'a>],
    begun: usize,
    in_part: u64,
}

impl<'a, W: Write> Package<'a, W> {
    /// Writes all parts but the sheets.
    pub(super) fn begin(out: W, plans: &'a [Plan<'a>], as_of: Day) -> Result<Self> {
        check_names(plans)?;
        let mut package = Self { zip: ZipWriter::new_stream(out), plans, begun: 0, in_part: 0 };
        package.part("[Content_Types].xml", &content_types(plans.len()))?;
        package.part("_rels/.rels", &package_relations())?;
        package.part("docProps/app.xml", &application())?;
        package.part("docProps/core.xml", &properties(as_of))?;
        package.part("xl/workbook.xml", &workbook(plans))?;
        package.part("xl/_rels/workbook.xml.rels", &workbook_relations(plans.len()))?;
        package.part("xl/styles.xml", &styles())?;
        Ok(package)
    }

    /// Begins the next sheet of the plan.
    pub(super) fn next_sheet(&mut self) -> Result<SheetWriter<'_, 'a, W>> {
        let plans = self.plans;
        let plan = plans.get(self.begun).ok_or_else(|| failed("a sheet that was not planned"))?;
        self.begun += 1;
        self.start(&format!("xl/worksheets/sheet{}.xml", self.begun))?;
        SheetWriter::begin(self, plan, plans.first().is_some_and(|first| std::ptr::eq(first, plan)))
    }

    /// Bytes of the part that was begun last.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.in_part += bytes.len() as u64;
        if self.in_part >= u64::from(u32::MAX) {
            return Err(failed("a sheet of more than 4 GB is more than a workbook holds: CSV has no such limit"));
        }
        self.zip.write_all(bytes).map_err(failed)
    }

    /// The archive's directory.
    pub(super) fn finish(self) -> Result<()> {
        debug_assert_eq!(self.begun, self.plans.len(), "all planned sheets are written");
        let mut out = self.zip.finish().map_err(failed)?;
        out.flush().map_err(failed)
    }

    fn part(&mut self, name: &str, body: &str) -> Result<()> {
        self.start(name)?;
        self.write(DECLARATION.as_bytes())?;
        self.write(body.as_bytes())
    }

    fn start(&mut self, name: &str) -> Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(LEVEL))
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644)
            .system(System::Unix);
        self.in_part = 0;
        self.zip.start_file(name, options).map_err(failed)
    }
}

/// Names that spreadsheets take: not empty, not too long, no special characters, no two alike.
fn check_names(plans: &[Plan<'_>]) -> Result<()> {
    let mut known: Vec<String> = Vec::new();
    for Plan { name, .. } in plans {
        let lower = name.to_lowercase();
        let problem = if name.is_empty() {
            "it is empty"
        } else if name.encode_utf16().count() > MAX_NAME_UNITS {
            "it has more than 31 characters"
        } else if name.contains(|c: char| matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') || c.is_control() || !is_xml(c)) {
            "it has one of []:*?/\\ or a control character"
        } else if name.starts_with('\'') || name.ends_with('\'') {
            "it begins or ends with an apostrophe"
        } else if lower == "history" {
            "spreadsheets keep it for themselves"
        } else if known.contains(&lower) {
            "another sheet has it"
        } else {
            known.push(lower);
            continue;
        };
        return Err(ErrorKind::ExportFailed { detail: format!("no sheet can be called '{name}': {problem}") }.into());
    }
    Ok(())
}

fn content_types(sheets: usize) -> String {
    let part =
        |name: &str, kind: &str| format!("<Override PartName=\"/{name}\" ContentType=\"application/vnd.openxmlformats-{kind}+xml\"/>");
    let mut body = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    body += &part("docProps/app.xml", "officedocument.extended-properties");
    body += &part("docProps/core.xml", "package.core-properties");
    body += &part("xl/workbook.xml", "officedocument.spreadsheetml.sheet.main");
    body += &part("xl/styles.xml", "officedocument.spreadsheetml.styles");
    for sheet in 1..=sheets {
        body += &part(&format!("xl/worksheets/sheet{sheet}.xml"), "officedocument.spreadsheetml.worksheet");
    }
    body + "</Types>"
}

fn relations(targets: &[(&str, String)]) -> String {
    let mut body = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (number, (kind, target)) in (1..).zip(targets) {
        body += &format!("<Relationship Id=\"rId{number}\" Type=\"{kind}\" Target=\"{target}\"/>");
    }
    body + "</Relationships>"
}

fn package_relations() -> String {
    relations(&[
        (&format!("{DOCUMENT}/relationships/officeDocument"), "xl/workbook.xml".into()),
        (&format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml".into()),
        (&format!("{DOCUMENT}/relationships/extended-properties"), "docProps/app.xml".into()),
    ])
}

/// The sheets first, so that the number of a sheet is the number of its relation.
fn workbook_relations(sheets: usize) -> String {
    let (sheet, styles) = (format!("{DOCUMENT}/relationships/worksheet"), format!("{DOCUMENT}/relationships/styles"));
    let mut targets: Vec<_> = (1..=sheets).map(|number| (sheet.as_str(), format!("worksheets/sheet{number}.xml"))).collect();
    targets.push((&styles, "styles.xml".into()));
    relations(&targets)
}

fn application() -> String {
    format!("<Properties xmlns=\"{DOCUMENT}/extended-properties\"><Application>customer-tiers</Application></Properties>")
}

/// The clock is no input of a run, so the document is dated by the analysis day.
fn properties(as_of: Day) -> String {
    let mut body = format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:creator>customer-tiers</dc:creator>"
    );
    for element in ["created", "modified"] {
        body += &format!("<dcterms:{element} xsi:type=\"dcterms:W3CDTF\">{as_of}T00:00:00Z</dcterms:{element}>");
    }
    body + "</cp:coreProperties>"
}

/// The sheets, and for tables the hidden name by which spreadsheets find the filtered cells.
fn workbook(plans: &[Plan<'_>]) -> String {
    let (mut sheets, mut filters) = (String::new(), String::new());
    for (number, plan) in (1..).zip(plans) {
        let name = escaped(plan.name);
        sheets += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        if let Some((row, column)) = plan.end() {
            let (quoted, place) = (name.replace('\'', "''"), number - 1);
            filters += &format!("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{place}\" hidden=\"1\">");
            filters += &format!("'{quoted}'!$A$1:${}${row}</definedName>", column_letters(column));
        }
    }
    format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}/relationships\"><bookViews><workbookView/></bookViews>\
         <sheets>{sheets}</sheets>{}</workbook>",
        if filters.is_empty() { filters } else { format!("<definedNames>{filters}</definedNames>") }
    )
}

/// How cells look: the place of a format is the number of its [`Style`](super::sheet::Style).
fn styles() -> String {
    // Format codes of our own; smaller numbers are built in: 1 is 0, 4 is #,##0.00, 49 is text.
    const CELLS: [(u8, u8); 7] = [(0, 0), (0, 1), (49, 0), (164, 0), (1, 0), (4, 0), (165, 0)];
    const FONT: &str = "<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>";
    let mut cells = String::new();
    for (code, font) in CELLS {
        let _ = write!(cells, "<xf numFmtId=\"{code}\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\"");
        cells += if code > 0 { " applyNumberFormat=\"1\"" } else { "" };
        cells += if font > 0 { " applyFont=\"1\"/>" } else { "/>" };
    }
    format!(
        "<styleSheet xmlns=\"{MAIN}\">\
         <numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\" formatCode=\"0.0%\"/></numFmts>\
         <fonts count=\"2\"><font>{FONT}<font><b/>{FONT}</fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{}\">{cells}</cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>",
        CELLS.len()
    )
}

/// The name of a column that is counted from 1: A, Z, AA.
pub(super) fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(names: &[&str]) -> bool {
        let plans: Vec<_> = names.iter().map(|name| Plan { name, widths: Vec::new(), table: None }).collect();
        check_names(&plans).is_ok()
    }

    #[test]
    fn names_that_spreadsheets_refuse_are_refused() {
        let long = "客".repeat(31);
        assert!(taken(&["客户", "R&D <2024>", "it's", &long]));
        let longer = "客".repeat(32);
        for name in ["", "a/b", "a\\b", "[x]", "a:b", "a*", "a?", "'a", "a'", "History", "a\u{1}", "a\u{FFFF}", &longer, &"🙂".repeat(16)]
        {
            assert!(!taken(&[name]), "{name:?}");
        }
        assert!(!taken(&["Summary", "SUMMARY"]));
    }

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        for (column, letters) in [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")] {
            assert_eq!(column_letters(column), letters);
        }
    }
}
