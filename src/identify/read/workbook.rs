//! Workbooks: which sheets there are, and the rows of one of them.
//!
//! Each format has its own reader of cells; from there on everything is the same.
//! Invariant: sheets that are empty, hidden or charts never stop the others.

use super::cells::{CellSink, Rows, Sniffer};
use super::header::SniffRow;
use super::limits::{WORKBOOK_BYTES, at_most};
use super::sniff::not_a_table;
use super::source::State;
use super::{Layout, RowSink, Source, TableLayout, archive, biff, header, ods, ole, ooxml, xlsb};
use crate::recipe::Import;
use crate::{ErrorKind, Result};
use std::rc::Rc;

/// A sheet that holds cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SheetName {
    pub(super) name: String,
    /// Whether spreadsheet programs show it only when asked to.
    pub(super) is_hidden: bool,
}

/// A sheet with its first rows, or why it cannot be read.
pub(super) type Sniffed = (SheetName, Result<Vec<SniffRow>>);

/// A workbook that is open, of any format.
enum Book<'s> {
    Xlsx(Box<ooxml::Workbook<'s>>),
    Xlsb(Box<xlsb::Workbook<'s>>),
    Ods(Box<archive::Archive<'s>>),
    Xls(Box<biff::Workbook>),
}

impl Book<'_> {
    /// The first rows of every sheet that holds cells.
    fn sniff(&mut self, from: u64) -> Result<Vec<Sniffed>> {
        let sheets = match self {
            Self::Ods(archive) => return ods::sniff(ods::content(archive)?, from),
            Self::Xlsx(book) => book.sheets(),
            Self::Xlsb(book) => book.sheets(),
            Self::Xls(book) => book.sheets(),
        };
        let mut sniff = |sheet: SheetName| {
            let mut sniffer = Sniffer { from, rows: Vec::new() };
            let read = self.read(&sheet.name, &mut sniffer);
            (sheet, read.map(|()| sniffer.rows))
        };
        Ok(sheets.into_iter().map(&mut sniff).collect())
    }

    fn read(&mut self, sheet: &str, sink: &mut impl CellSink) -> Result<()> {
        match self {
            Self::Xlsx(book) => book.read(sheet, sink),
            Self::Xlsb(book) => book.read(sheet, sink),
            Self::Ods(archive) => ods::read(ods::content(archive)?, sheet, sink),
            Self::Xls(book) => book.read(sheet, sink),
        }
    }
}

/// What an archive holds.
pub(super) fn inspect_zip(source: &mut dyn Source, settings: &Import) -> Result<Layout> {
    with_source_error(source, |source, state| {
        let (book, format) = open_zip(source, state)?;
        inspect(book, format, settings)
    })
}

/// What a compound file holds.
pub(super) fn inspect_ole(source: &mut dyn Source, settings: &Import) -> Result<Layout> {
    let book = open_ole(source)?;
    inspect(book, "xls", settings)
}

/// Hands the rows of one sheet to `sink`.
pub(super) fn read_sheet<S: RowSink>(source: &mut dyn Source, layout: &Layout, table: usize, wanted: &[usize], sink: &mut S) -> Result<()> {
    let Some(table) = layout.tables.get(table) else { return Ok(()) };
    let bytes = source.len();
    let sheet = table.sheet.clone().unwrap_or_default();
    with_source_error(source, |source, state| {
        let mut rows = Rows::new(&mut *sink, Rc::clone(state), u64::from(table.header_row), wanted);
        let read = if layout.format == "xls" {
            open_ole(source)?.read(&sheet, &mut rows)
        } else {
            open_zip(source, state)?.0.read(&sheet, &mut rows)
        };
        read.and_then(|()| rows.finish()).map_err(|error| error.in_sheet(&sheet))
    })?;
    sink.progress(bytes)
}

/// Runs `work`; where it failed because the source did, the source's own error is the right one.
fn with_source_error<'s, T>(source: &'s mut dyn Source, work: impl FnOnce(&'s mut dyn Source, &State) -> Result<T>) -> Result<T> {
    let state = State::default();
    let result = work(source, &state);
    let own = state.borrow_mut().error.take();
    result.map_err(|error| own.unwrap_or(error))
}

fn open_zip<'s>(source: &'s mut dyn Source, state: &State) -> Result<(Book<'s>, &'static str)> {
    let (archive, format) = archive::open(source, state)?;
    Ok(match format {
        archive::Format::Ods => (Book::Ods(Box::new(archive)), "ods"),
        archive::Format::Xlsx => (Book::Xlsx(Box::new(ooxml::Workbook::open(archive)?)), "xlsx"),
        archive::Format::Xlsb => (Book::Xlsb(Box::new(xlsb::Workbook::open(archive)?)), "xlsb"),
    })
}

fn open_ole(source: &mut dyn Source) -> Result<Book<'static>> {
    at_most("workbook_bytes", source.len(), WORKBOOK_BYTES)?;
    let compound = ole::Compound::open(source)?;
    if compound.has("EncryptedPackage") {
        return Err(ErrorKind::Encrypted.into());
    }
    let Some(name) = ["Workbook", "Book"].into_iter().find(|name| compound.has(name)) else {
        let known =
            [("WordDocument", "doc"), ("PowerPoint Document", "ppt"), ("VisioDocument", "visio"), ("__properties_version1.0", "msg")];
        let found = known.iter().find(|(stream, _)| compound.has(stream)).map_or("ole", |(_, found)| found);
        return Err(not_a_table(found));
    };
    let stream = compound.stream(source, name)?;
    biff::Workbook::open(stream).map(|book| Book::Xls(Box::new(book)))
}

fn inspect(mut book: Book<'_>, format: &str, settings: &Import) -> Result<Layout> {
    let sheets = book.sniff(u64::from(settings.header_row.unwrap_or(0)))?;
    layout(format, sheets, settings)
}

/// The layout of a workbook with these sheets and their first rows; hidden ones stand behind the others.
pub(super) fn layout(format: &str, mut sheets: Vec<Sniffed>, settings: &Import) -> Result<Layout> {
    sheets.sort_by_key(|(sheet, _)| sheet.is_hidden);
    if settings.sheets.iter().any(|wanted| sheets.iter().all(|(sheet, _)| sheet.name != *wanted)) {
        return Err(ErrorKind::SheetMissing { found: sheets.into_iter().map(|(sheet, _)| sheet.name).collect() }.into());
    }
    let mut layout = Layout::of(format);
    let is_wanted = |sheet: &SheetName| settings.sheets.is_empty() || settings.sheets.contains(&sheet.name);
    for (SheetName { name, is_hidden }, rows) in sheets.into_iter().filter(|(sheet, _)| is_wanted(sheet)) {
        match rows.and_then(|rows| header::table(Some(name.clone()), &rows, settings.header_row)) {
            Ok(table) => layout.tables.push(TableLayout { is_hidden, ..table }),
            // Other sheets may be whole.
            Err(error) => layout.unreadable.push(error.in_sheet(&name)),
        }
    }
    if layout.tables.iter().all(|table| table.headers.is_empty()) {
        return Err(layout.unreadable.into_iter().next().unwrap_or_else(|| ErrorKind::FileEmpty.into()));
    }
    Ok(layout)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Kept, show};
    use super::super::{Cell, inspect_file, read_table};
    use super::*;
    use crate::identify::BytesSource;
    use std::io::Write;

    fn zip_of(parts: &[(&str, &str)]) -> BytesSource {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a new entry");
            writer.write_all(content.as_bytes()).expect("in memory");
        }
        BytesSource::new("x", writer.finish().expect("in memory").into_inner())
    }

    const RELATIONS: &str =
        r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

    type Sheet<'s> = (&'s str, &'s str, &'s str);

    /// A workbook of these sheets: name, state, and what is in their `sheetData`.
    fn xlsx(settings: &str, sheets: &[Sheet<'_>], strings: &str) -> BytesSource {
        let each = |show: &dyn Fn(usize, &Sheet<'_>) -> String| {
            sheets.iter().enumerate().map(|(place, sheet)| show(place, sheet)).collect::<String>()
        };
        let book = format!(
            "<workbook>{settings}<sheets>{}</sheets></workbook>",
            each(&|place, (name, state, _)| format!(r#"<sheet name="{name}" state="{state}" id="s{place}"/>"#))
        );
        let relations = each(&|place, (name, ..)| {
            let kind = if name.starts_with("chart") { "chartsheet" } else { "worksheet" };
            format!(r#"<Relationship Id="s{place}" Type="http://x/relationships/{kind}" Target="worksheets/sheet{place}.xml"/>"#)
        });
        let relations = format!("<Relationships>{relations}</Relationships>");
        let styles =
            r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="46"/></cellXfs></styleSheet>"#;
        let mut parts = vec![
            ("_rels/.rels", RELATIONS),
            ("xl/workbook.xml", &book),
            ("xl/_rels/workbook.xml.rels", &relations),
            ("xl/styles.xml", styles),
            ("xl/sharedStrings.xml", strings),
        ];
        let content: Vec<(String, String)> = sheets
            .iter()
            .enumerate()
            .map(|(place, (_, _, data))| {
                (
                    format!("xl/worksheets/sheet{place}.xml"),
                    format!("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{data}</sheetData></worksheet>"),
                )
            })
            .collect();
        parts.extend(content.iter().map(|(name, content)| (name.as_str(), content.as_str())));
        zip_of(&parts)
    }

    fn read(mut source: BytesSource, wanted: &[usize]) -> Result<(Layout, Kept)> {
        let layout = inspect_file(&mut source, &Import::default())?;
        let mut kept = Kept::default();
        read_table(&mut source, &layout, 0, wanted, &mut kept)?;
        Ok((layout, kept))
    }

    const STRINGS: &str = "<sst uniqueCount=\"3\"><si><t>id</t></si><si><r><t>da</t></r><r><t>y</t></r></si><si><t>张三</t></si></sst>";
    const HEADER: &str =
        r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>amount</t></is></c></row>"#;

    #[test]
    fn cells_of_every_type() -> Result<()> {
        let data = format!(
            r##"{HEADER}<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" s="1"><v>45231</v></c><c r="C3"><v>1.5</v></c></row>
            <row r="4"><c r="A4" t="str"><v>a&amp;b</v></c><c r="B4" s="2"><v>45231.99999999</v></c><c r="C4" t="e"><v>#N/A</v></c></row>
            <row r="5"><c r="A5"><v>351030001351351</v></c><c r="B5" s="1"><v>2995000</v></c><c r="C5" t="b"><v>1</v></c></row>
            <row r="6"><c r="A6" t="e"><v>#SPILL!</v></c><c r="B6" t="d"><v>2021-08-23T00:00:00</v></c><c r="C6" s="3"><v>1.5</v></c></row>
            <row r="7"><c r="D7" t="str"><v> </v></c></row>
            <row r="1048576"><c r="A1048576"><v>7</v></c><c r="XFD1048576"><v>9</v></c></row>"##
        );
        let (layout, kept) = read(xlsx("", &[("Orders", "visible", &data)], STRINGS), &[0, 1, 2])?;
        assert_eq!(layout.tables[0].headers, ["id", "day", "amount"]);
        assert_eq!(layout.tables[0].sample[1], ["a&b", "2023-11-02", "#N/A"]);
        assert_eq!(
            kept.rows,
            [
                "3: 张三|2023-11-01|1.5",
                "4: a&b|2023-11-02|!#N/A",
                "5: 351030001351351|2995000|true",
                "6: ∅|2021-08-23|1.5",
                "1048576: 7|∅|∅"
            ]
        );
        Ok(())
    }

    #[test]
    fn hidden_sheets_come_last_and_are_marked() -> Result<()> {
        let data = format!(r#"{HEADER}<row r="2"><c r="A2"><v>1</v></c></row>"#);
        let sheets =
            [("Old", "hidden", data.as_str()), ("Secret", "veryHidden", &data), ("Orders", "visible", &data), ("More", "visible", &data)];
        let layout = inspect_file(&mut xlsx("", &sheets, STRINGS), &Import::default())?;
        let found: Vec<_> = layout.tables.iter().map(|table| (table.sheet.as_deref().unwrap_or_default(), table.is_hidden)).collect();
        assert_eq!(found, [("Orders", false), ("More", false), ("Old", true), ("Secret", true)]);
        let styles = r#"<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>"#;
        let table = |name: &str, style: &str| {
            format!(
                r#"<table:table table:name="{name}" table:style-name="{style}"><table:table-row><table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell></table:table-row></table:table>"#
            )
        };
        let layout = inspect_file(&mut ods(styles, &[table("Old", "ta2"), table("Orders", "ta1")].concat()), &Import::default())?;
        let found: Vec<_> = layout.tables.iter().map(|table| (table.sheet.as_deref().unwrap_or_default(), table.is_hidden)).collect();
        assert_eq!(found, [("Orders", false), ("Old", true)]);
        Ok(())
    }

    #[test]
    fn a_header_of_merged_cells() -> Result<()> {
        let text = |place: &str, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
        let above: String = [("A1", "客户"), ("B1", "2024"), ("D1", "备注")].iter().map(|(place, name)| text(place, name)).collect();
        let below: String = [("B2", "数量"), ("C2", "金额")].iter().map(|(place, name)| text(place, name)).collect();
        let row = |number: u32| {
            format!(
                r#"<row r="{number}">{}<c r="B{number}"><v>1</v></c><c r="C{number}"><v>2.5</v></c></row>"#,
                text(&format!("A{number}"), "张三")
            )
        };
        let data = format!(r#"<row r="1">{above}</row><row r="2">{below}</row>{}{}"#, row(3), row(4));
        let (layout, kept) = read(xlsx("", &[("Orders", "visible", &data)], STRINGS), &[0, 2])?;
        assert_eq!(layout.tables[0].headers, ["客户", "2024 / 数量", "2024 / 金额", "备注"]);
        assert_eq!(kept.rows, ["3: 张三|2.5", "4: 张三|2.5"]);
        Ok(())
    }

    #[test]
    fn long_numbers_are_shown_with_all_their_places() -> Result<()> {
        let data = format!(r#"{HEADER}<row r="2"><c r="A2"><v>123456789012345678</v></c><c r="C2"><v>1.23456789012346E+17</v></c></row>"#);
        let (layout, kept) = read(xlsx("", &[("Orders", "visible", &data)], STRINGS), &[0, 2])?;
        assert_eq!(kept.rows, ["2: 123456789012345680|123456789012346000"]);
        assert_eq!(layout.tables[0].sample[0], ["123456789012345680", "", "123456789012346000"]);
        Ok(())
    }

    #[test]
    fn days_of_the_1904_system() -> Result<()> {
        let data = format!(r#"{HEADER}<row r="2"><c r="B2" s="1"><v>43769</v></c></row>"#);
        let (_, kept) = read(xlsx(r#"<workbookPr date1904="1"/>"#, &[("Orders", "visible", &data)], STRINGS), &[1])?;
        assert_eq!(kept.rows, ["2: 2023-11-01"]);
        Ok(())
    }

    #[test]
    fn which_sheets_are_listed() -> Result<()> {
        let data = format!(r#"{HEADER}<row r="2"><c r="A2"><v>1</v></c></row>"#);
        let sheets = [
            ("chart 1", "visible", ""),
            ("Empty", "visible", ""),
            ("Hidden", "hidden", data.as_str()),
            ("Broken", "visible", "<row><c t=\"s\"><v>99</v></c></row>"),
        ];
        let mut source = xlsx("", &sheets, STRINGS);
        let layout = inspect_file(&mut source, &Import::default())?;
        let names: Vec<_> = layout.tables.iter().map(|table| (table.sheet.as_deref().unwrap_or_default(), table.headers.len())).collect();
        assert_eq!(names, [("Empty", 0), ("Hidden", 3)]);
        assert_eq!(
            layout.unreadable.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["file.damaged [Broken]; detail: \"xlsx Unexpected\""]
        );
        let only = |sheet: &str| Import { sheets: vec![sheet.into()], ..Import::default() };
        assert_eq!(inspect_file(&mut source, &only("Hidden"))?.tables.len(), 1);
        let missing = inspect_file(&mut source, &only("Orders")).map(|_| ()).map_err(|error| error.to_string());
        assert_eq!(missing, Err(r#"sheet.missing: x; found: ["Empty","Broken","Hidden"]"#.into()));
        Ok(())
    }

    #[test]
    fn a_workbook_without_a_cell_is_empty() {
        let empty = inspect_file(&mut xlsx("", &[("Empty", "visible", "")], STRINGS), &Import::default());
        assert_eq!(empty.map(|_| ()).map_err(|error| error.code()), Err("file.empty".into()));
    }

    #[test]
    fn announced_strings_take_no_memory() {
        let strings = "<sst uniqueCount=\"9999999999999\"></sst>";
        let refused = inspect_file(&mut xlsx("", &[("Orders", "visible", HEADER)], strings), &Import::default());
        assert_eq!(
            refused.map(|_| ()).map_err(|error| error.to_string()),
            Err("file.damaged: x; detail: \"xlsx number of shared strings\"".into())
        );
    }

    fn ods(styles: &str, tables: &str) -> BytesSource {
        let content = format!(
            "<office:document-content>{styles}<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
        );
        zip_of(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
    }

    #[test]
    fn open_document_sheets() -> Result<()> {
        let source = ods(
            "",
            r#"<table:table table:name="订单"><table:table-column table:number-columns-repeated="3"/>
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>day</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>a&amp;b</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>one<text:s text:c="2"/>x</text:p><text:p>two</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2021-08-23T10:00:00"><text:p>23/8</text:p></table:table-cell><table:table-cell office:value-type="currency" office:value="1.5"><text:p>1,50 €</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
            <table:table table:name="other"/>"#,
        );
        let (layout, kept) = read(source, &[0, 1, 2])?;
        let tables: Vec<_> = layout
            .tables
            .iter()
            .map(|table| (table.sheet.as_deref().unwrap_or_default(), table.header_row, table.headers.join("|")))
            .collect();
        assert_eq!(tables, [("订单", 3, "id|day|a&b".into()), ("other", 0, String::new())]);
        assert_eq!(kept.rows, ["4: one  x\ntwo|2021-08-23+36000|1.5", "5: one  x\ntwo|2021-08-23+36000|1.5"]);
        Ok(())
    }

    #[test]
    fn repeated_cells_are_summed_before_they_are_read() {
        let source = &mut ods(
            "",
            r#"<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row></table:table>"#,
        );
        let refused = inspect_file(source, &Import::default()).map(|_| ()).map_err(|error| error.to_string());
        assert_eq!(refused, Err("file.too_large: x; allowed: 50000000; found: 4294967296; limit: \"cells\"".into()));
    }

    #[test]
    fn a_row_is_one_row_however_its_cells_come() -> Result<()> {
        let mut kept = Kept::default();
        let mut rows = Rows::new(&mut kept, State::default(), 1, &[2, 0, 2]);
        for (row, column, cell) in [
            (1, 0, Cell::Text("id")),
            (2, 0, Cell::Text("a")),
            (2, 2, Cell::Number(1.0)),
            (2, 9, Cell::Bool(true)),
            (3, 1, Cell::Text("b")),
            (4, 0, Cell::Empty),
        ] {
            rows.cell(row, column, cell)?;
        }
        rows.finish()?;
        assert_eq!(kept.rows, ["2: 1|a|1", "3: ∅|∅|∅"]);
        assert_eq!(show(&Cell::Number(1e15)), "1000000000000000");
        Ok(())
    }
}
