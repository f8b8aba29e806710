//! A workbook of one sheet as spreadsheets save it: shared strings, dates as styled numbers.
//!
//! Only for made-up data, to measure the reader with: text is taken to need `&`, `<` and `"` escaped and
//! no more. Invariant: the same rows give the same bytes.

use std::collections::HashMap;
use std::io::{self, Write};
use zip::ZipWriter;
use zip::write::{SimpleFileOptions, StreamWriter};

/// Rows that a sheet holds.
const MAX_ROWS: usize = 1_048_576;
const PARTS: [(&str, &str); 5] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
    ),
    (
        "xl/styles.xml",
        r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#,
    ),
];
const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

/// One cell.
pub(crate) enum Cell<'a> {
    /// Text.
    Text(&'a str),
    /// A number, as it is written.
    Number(String),
    /// Days since the end of 1899, as they are written.
    Moment(String),
}

/// A workbook on its way to a writer.
pub(crate) struct Workbook<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    texts: HashMap<String, usize>,
    rows: usize,
}

impl<W: Write> Workbook<W> {
    /// Everything before the first row.
    pub(crate) fn begin(out: W) -> io::Result<Self> {
        let mut zip = ZipWriter::new_stream(out);
        for (name, text) in PARTS {
            zip.start_file(name, SimpleFileOptions::default())?;
            zip.write_all(text.as_bytes())?;
        }
        zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default())?;
        write!(zip, "<worksheet {MAIN}><sheetData>")?;
        Ok(Self { zip, texts: HashMap::new(), rows: 0 })
    }

    /// The next row.
    pub(crate) fn row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) -> io::Result<()> {
        self.rows += 1;
        if self.rows > MAX_ROWS {
            return Err(io::Error::other("a sheet holds no more rows"));
        }
        let row = self.rows;
        let mut line = format!("<row r=\"{row}\">");
        for (number, cell) in (1..).zip(cells) {
            let column = column(number);
            line += &match cell {
                Cell::Text(text) => format!("<c r=\"{column}{row}\" t=\"s\"><v>{}</v></c>", self.shared(text)),
                Cell::Number(number) => format!("<c r=\"{column}{row}\"><v>{number}</v></c>"),
                Cell::Moment(serial) => format!("<c r=\"{column}{row}\" s=\"1\"><v>{serial}</v></c>"),
            };
        }
        self.zip.write_all(line.as_bytes())?;
        self.zip.write_all(b"</row>")
    }

    /// A number in the last cell that a sheet has, far from all others.
    pub(crate) fn stray_cell(&mut self) -> io::Result<()> {
        self.rows = MAX_ROWS;
        self.zip.write_all(b"<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
    }

    /// Everything behind the last row.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.zip.write_all(b"</sheetData></worksheet>")?;
        self.zip.start_file("xl/sharedStrings.xml", SimpleFileOptions::default())?;
        write!(self.zip, "<sst {MAIN} uniqueCount=\"{}\">", self.texts.len())?;
        let mut texts: Vec<(String, usize)> = self.texts.into_iter().collect();
        texts.sort_unstable_by_key(|(_, number)| *number);
        for (text, _) in texts {
            let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
            write!(self.zip, "<si><t>{escaped}</t></si>")?;
        }
        self.zip.write_all(b"</sst>")?;
        self.zip.finish()?.flush()
    }

    fn shared(&mut self, text: &str) -> usize {
        if let Some(&number) = self.texts.get(text) {
            return number;
        }
        let number = self.texts.len();
        self.texts.insert(text.to_owned(), number);
        number
    }
}

/// The letters of a column, from 1.
fn column(number: usize) -> String {
    let last = char::from(b'A' + u8::try_from((number - 1) % 26).expect("one of 26"));
    if number > 26 { column((number - 1) / 26) + &last.to_string() } else { last.to_string() }
}
