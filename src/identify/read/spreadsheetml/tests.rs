//! Small workbooks of one XML file through the reader.

use super::super::tests::{Kept, inspected};
use super::super::{inspect_file, read_table};
use crate::identify::BytesSource;
use crate::recipe::Import;
use encoding_rs::GB18030;

fn workbook(declaration: &str, sheets: &str) -> String {
    format!(
        "{declaration}<?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles/>{sheets}</Workbook>"
    )
}

const ORDERS: &str = r#"<Worksheet ss:Name="订单"><Table ss:ExpandedColumnCount="3"><Column ss:Width="80"/>
    <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">Sales</Data></Cell></Row>
    <Row ss:Index="3"><Cell><Data ss:Type="String">id</Data></Cell><Cell><Data ss:Type="String">day</Data></Cell><Cell><Data ss:Type="String">amount</Data></Cell></Row>
    <Row><Cell><Data ss:Type="String">a&amp;b</Data><Comment ss:Author="x"><ss:Data>note</ss:Data></Comment></Cell><Cell><Data ss:Type="DateTime">2024-01-05T00:00:00.000</Data></Cell><Cell><Data ss:Type="Number">1.50</Data></Cell></Row>
    <Row><Cell><Data ss:Type="Number">123456789012345678</Data></Cell><Cell ss:Index="3"><Data ss:Type="Error">#N/A</Data></Cell></Row>
    <Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">ri<B>ch</B></ss:Data></Cell><Cell/><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>
    </Table></Worksheet><Worksheet ss:Name="Empty"><Table/></Worksheet>"#;

fn rows(bytes: Vec<u8>, table: usize) -> crate::Result<Vec<String>> {
    let mut source = BytesSource::new("x", bytes);
    let layout = inspect_file(&mut source, &Import::default())?;
    let mut kept = Kept::default();
    read_table(&mut source, &layout, table, &[0, 1, 2], &mut kept)?;
    Ok(kept.rows)
}

#[test]
fn cells_of_every_type() -> crate::Result<()> {
    let file = workbook("<?xml version=\"1.0\"?>", ORDERS);
    let layout = inspected(file.as_bytes())?;
    let tables: Vec<_> =
        layout.tables.iter().map(|table| (table.sheet.as_deref().unwrap_or_default(), table.header_row, table.headers.join("|"))).collect();
    assert_eq!((layout.format.as_str(), tables), ("xml", vec![("订单", 3, "id|day|amount".into()), ("Empty", 0, String::new())]));
    assert_eq!(rows(file.into_bytes(), 0)?, ["4: a&b|2024-01-05|1.5", "5: 123456789012345678|∅|!#N/A", "6: rich|∅|true"]);
    Ok(())
}

#[test]
fn in_the_encoding_it_declares() -> crate::Result<()> {
    let file = workbook("<?xml version=\"1.0\" encoding=\"GB2312\"?>", ORDERS);
    let bytes = GB18030.encode(&file).0.into_owned();
    assert_eq!(inspected(&bytes)?.tables[0].sheet.as_deref(), Some("订单"));
    assert_eq!(rows(bytes, 0)?.len(), 3);
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(file.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(rows(wide, 0)?.len(), 3);
    Ok(())
}

#[test]
fn what_stands_behind_a_table_says_whether_its_sheet_is_hidden() -> crate::Result<()> {
    let sheet = |name: &str, state: &str| {
        format!(
            r#"<Worksheet ss:Name="{name}"><Table><Row><Cell><Data ss:Type="String">id</Data></Cell></Row></Table><x:WorksheetOptions>{state}</x:WorksheetOptions></Worksheet>"#
        )
    };
    let hidden = "<x:Visible>SheetHidden</x:Visible><x:Selected/>";
    let file = workbook(
        "<?xml version=\"1.0\"?>",
        &[sheet("Old", hidden), sheet("Orders", "<x:Visible>SheetVisible</x:Visible>"), sheet("More", "")].concat(),
    );
    let layout = inspected(file.as_bytes())?;
    let found: Vec<_> = layout.tables.iter().map(|table| (table.sheet.as_deref().unwrap_or_default(), table.is_hidden)).collect();
    assert_eq!(found, [("Orders", false), ("More", false), ("Old", true)]);
    Ok(())
}

#[test]
fn a_damaged_workbook_is_refused() {
    for (name, file) in
        [("cut off", &workbook("<?xml version=\"1.0\"?>", ORDERS)[..900]), ("no sheet", &workbook("<?xml version=\"1.0\"?>", ""))]
    {
        assert!(inspected(file.as_bytes()).is_err(), "{name}");
    }
}

#[test]
fn flat_open_document() -> crate::Result<()> {
    let file = r#"<?xml version="1.0" encoding="UTF-8"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>n</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>张三</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1.5"><text:p>1.5</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>"#;
    let layout = inspected(file.as_bytes())?;
    assert_eq!((layout.format.as_str(), layout.tables[0].sheet.as_deref()), ("xml", Some("S")));
    assert_eq!(rows(file.as_bytes().to_vec(), 0)?, ["2: 张三|1.5|∅"]);
    Ok(())
}
