//! Small inputs to begin with, made here: one of each form that the readers know.

use super::containers::SEPARATOR;

pub(crate) const RELATIONS: &str =
    r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
pub(crate) const WORKBOOK: &str =
    r#"<workbook><workbookPr date1904="0"/><sheets><sheet name="a" state="visible" id="r1"/></sheets></workbook>"#;
pub(crate) const WORKBOOK_RELATIONS: &str =
    r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
pub(crate) const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="46"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;
pub(crate) const STRINGS: &str =
    r#"<sst uniqueCount="3"><si><t>customer_id</t></si><si><r><t>order_</t></r><r><t>date</t></r></si><si><t>张三</t></si></sst>"#;
pub(crate) const BINARY_RELATIONS: &str =
    r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.bin"/></Relationships>"#;

const SHEET: &str = r##"<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>amount</t></is></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>45231</v></c><c r="C2"><v>1.5</v></c></row><row r="3"><c r="A3" t="str"><v>a&amp;b</v></c><c r="B3" s="3"><v>45231.99999</v></c><c r="C3" t="e"><v>#N/A</v></c></row><row r="4"><c><v>7</v></c><c t="d"><v>2021-08-23T00:00:00</v></c><c t="b"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="2"><f>A1</f><v>9</v></c></row></sheetData></worksheet>"##;
const CONTENT: &str = r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="a"><table:table-row><table:table-cell office:value-type="string"><text:p>customer_id</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>order_date</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>amount</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><office:annotation><text:p>n</text:p></office:annotation><text:p>x<text:s text:c="2"/>&amp;</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2021-08-23T10:00:00"/><table:table-cell office:value-type="float" office:value="1.5" table:number-columns-repeated="2"/></table:table-row><table:table-row table:number-rows-repeated="1048000"><table:covered-table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
pub(crate) const SPREADSHEETML_START: &str = r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">"#;
pub(crate) const FLAT_START: &str = r#"<?xml version="1.0"?><office:document>"#;
const SPREADSHEETML: &str = r#"<Worksheet ss:Name="a"><Table><Row><Cell><Data ss:Type="String">customer_id</Data></Cell><Cell><Data ss:Type="String">order_date</Data></Cell><Cell ss:Index="4"><Data ss:Type="String">amount</Data></Cell></Row><Row ss:Index="3"><Cell><Data ss:Type="String">张&#19977;&amp;</Data></Cell><Cell><Data ss:Type="DateTime">2021-08-23T10:00:00.000</Data></Cell><Cell ss:MergeAcross="1" ss:Formula="=R1C1"><Data ss:Type="Number">351030001351351000</Data></Cell><Cell><Comment><Data>n</Data></Comment><Data ss:Type="Boolean">1</Data></Cell></Row></Table></Worksheet></Workbook>"#;
const FLAT: &str = r#"<office:body><office:spreadsheet><table:table table:name="a"><table:table-row><table:table-cell office:value-type="string"><text:p>customer_id</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>day</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="7"/><table:table-cell office:value-type="date" office:date-value="2021-08-23"/></table:table-row></table:table></office:spreadsheet></office:body></office:document>"#;
const PAGE: &str = r#"<head><meta charset="utf-8"><style>td{}</style></head><body><table><tr><td>menu</td></tr></table><table border=1><thead><tr><th rowspan=2>客户<th colspan=2>A&amp;B</tr><tr><th>日期<th>金额</tr></thead><tr><td>张三<br>x<td>2024-01-05<td>&yen;1,2&#48;0<!-- n --></tr><tr><td colspan='2'><table><tr><td>1</table><td>3</table></body></html>"#;
const RECORDS: &str = r#"customer_id":"001","order_date":"2024-01-05","amount":351030001351351000,"tags":["a","b"],"address":{"city":"上海"}},{"amount":1.5e3,"customer_id":"\u5f20\ud83d\ude00","order_date":null,"x":true}]"#;
const LINES: &str = "id\":1,\"day\":\"2024-01-05\"}\n{\"id\":2,\"more\":[{\"a\":1}]}\n";
const PEOPLE: &str = "张三\t13800138000\ta@b.cn\t上海大华有限公司\n張三\t+86 138 0013 8000\t\t上海大华\nLee, Ann\t555-0199\tann@x.com\tX Ltd\nAnn Lee\t5550199\tann@x.com\t\nBob\t\tinfo@x.com\tX Ltd.\n";
const ORDERS: &str = "customer_id,order_id,order_date,amount,customer_name\nann,1,2024-01-05,120.50,Ann\n007,2,3/4/2024,\"1,080\",\"O, \"\"Bob\"\"\"\n,3,45231,x,\n张三,4,2024年3月5日,￥1.2万,王伟\n";

/// The seeds of a target.
#[must_use]
pub fn of(target: &str) -> Vec<Vec<u8>> {
    match target {
        "csv" => texts(&[ORDERS, "sep=;\nid;n\na;1,5\n", "\u{FEFF}id\tn\r\n\"a\r\nb\"\t\"x\n", "   01 19970101  2.5\n   02 19970102  3.5\n", "customer_id,recency_days,orders,revenue\na,5,2,100\nb,1,3,5\n"]),
        "xlsx" => vec![joined(&[SHEET.as_bytes()]), joined(&[SHEET.as_bytes(), STRINGS.as_bytes(), STYLES.as_bytes(), WORKBOOK.as_bytes(), WORKBOOK_RELATIONS.as_bytes()])],
        "xls" => vec![[&[0_u8][..], &stream()].concat(), [&[1_u8][..], &super::containers::compound(&stream())].concat()],
        "xlsb" => vec![joined(&[&binary_sheet(), &binary_strings(), &binary_styles(), &binary_workbook()]), binary_sheet()],
        "ods" => texts(&[CONTENT]),
        "xml" => texts(&[&format!("\0{SPREADSHEETML}"), &format!("\u{1}{FLAT}")]),
        "html" => texts(&[PAGE]),
        "json" => texts(&[&format!("\0{RECORDS}"), &format!("\u{1}{LINES}")]),
        "zipped" => vec![joined(&[ORDERS.as_bytes(), &[b"<html>", PAGE.as_bytes()].concat(), &[b"[{\"", RECORDS.as_bytes()].concat(), b"a;b\n1;2\n"])],
        "duplicates" => texts(&[PEOPLE]),
        "encoding" => (0..8).map(|first| [&[first][..], "客户,金额\n张三,1\nÄrger,2\n日本,3\n".as_bytes()].concat()).collect(),
        "values" => texts(&["12345678￥1,234.50元", "\0\0\0\0\0\0\0\0(1.2万)", "2024年3月5日 下午3:04", "3/5/24 10:00 PM", "5 Mar 2024", "17850.0", "Ａ００１", "'=1+1", "1.234,56-", "12次", "45231.5", "1.23E+17"]),
        "recipe" => texts(&[r#"{"recipe": 1}"#, r#"{"recipe":1,"measures":{"as_of":"2023-12-31"},"scores":{"recency":{"method":"fixed","cuts":[30,60]}},"mapping":{"amount":["amount"]}}"#])
            .into_iter()
            .chain(customer_tiers::recipe::presets::NAMES.map(preset))
            .collect(),
        "export_round_trip" => vec![joined(&[b"ann", b"Ann", b"1", b"=1+1", b"@x", b"2", "Ａ００１".as_bytes(), "王 \"伟\"".as_bytes(), b"3", b"007", b"O'Neil, A.\n2", b"4"])],
        "pipeline" => (0..5).map(|first| [&[first][..], ORDERS.as_bytes()].concat()).collect(),
        _ => Vec::new(),
    }
}

fn preset(name: &str) -> Vec<u8> {
    let recipe = customer_tiers::recipe::presets::preset(name).and_then(customer_tiers::recipe::Checked::new);
    recipe.expect("a preset is valid").to_json().into_bytes()
}

fn texts(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.join(SEPARATOR)
}

/// A record of an xls: type, length, data.
fn record(typ: u16, data: &[u8]) -> Vec<u8> {
    [&typ.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

fn cell(row: u16, column: u16, rest: &[u8]) -> Vec<u8> {
    [&row.to_le_bytes()[..], &column.to_le_bytes(), &0_u16.to_le_bytes(), rest].concat()
}

/// The stream of an xls with a sheet of every kind of cell.
fn stream() -> Vec<u8> {
    let begin = record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0]);
    let strings = [&[2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, b'i', b'd', 1, 0, 1][..], &0x5F20_u16.to_le_bytes()].concat();
    let before = [
        begin.clone(),
        record(0x041E, &[164, 0, 4, 0, 0, b'y', b'y', b'y', b'y']),
        record(0x00E0, &[0, 0, 14, 0]),
        record(0x00FC, &strings),
    ]
    .concat();
    let end = record(0x000A, &[]);
    let at = (before.len() + 4 + 9 + end.len()) as u32;
    let sheet = record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, 1, 0, b'a']].concat());
    let cells = [
        record(0x00FD, &cell(0, 0, &0_u32.to_le_bytes())),
        record(0x0204, &cell(0, 1, &[3, 0, 0, b'd', b'a', b'y'])),
        record(0x00FD, &cell(1, 0, &1_u32.to_le_bytes())),
        record(0x0203, &cell(1, 1, &45_231.0_f64.to_le_bytes())),
        record(0x027E, &cell(2, 1, &(300_u32 << 2 | 3).to_le_bytes())),
        record(0x00BD, &[2, 0, 2, 0, 0, 0, 6, 0, 0, 0, 0, 0, 10, 0, 0, 0, 3, 0]),
        record(0x0205, &cell(3, 0, &[1, 0])),
        record(0x0006, &cell(3, 1, &[0, 0, 0, 0, 0, 0, 0xFF, 0xFF])),
        record(0x0207, &[2, 0, 0, b'o', b'k']),
        record(0x003C, &[0, b'x']),
    ];
    [before, sheet, end.clone(), begin, cells.concat(), end].concat()
}

/// A record of an xlsb: type and length in seven bits a byte, data.
fn binary(typ: u16, data: &[u8]) -> Vec<u8> {
    let typ = if typ < 0x80 { vec![typ as u8] } else { vec![(typ & 0x7F) as u8 | 0x80, (typ >> 7) as u8] };
    [&typ[..], &[data.len() as u8], data].concat()
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    (units.len() as u32).to_le_bytes().into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
}

fn binary_cell(column: u32, rest: &[u8]) -> Vec<u8> {
    [&column.to_le_bytes()[..], &[1, 0, 0, 0], rest].concat()
}

fn binary_sheet() -> Vec<u8> {
    [
        binary(0x91, &[]),
        binary(0x00, &0_u32.to_le_bytes()),
        binary(0x07, &binary_cell(0, &0_u32.to_le_bytes())),
        binary(0x06, &binary_cell(1, &wide("day"))),
        binary(0x00, &1_u32.to_le_bytes()),
        binary(0x3E, &binary_cell(0, &[&[0][..], &wide("张")].concat())),
        binary(0x05, &binary_cell(1, &45_231.5_f64.to_le_bytes())),
        binary(0x02, &binary_cell(2, &(300_u32 << 2 | 3).to_le_bytes())),
        binary(0x03, &binary_cell(3, &[0x2A])),
        binary(0x04, &binary_cell(4, &[1])),
        binary(0x92, &[]),
    ]
    .concat()
}

/// Shared strings of an xlsb.
pub(crate) fn binary_strings() -> Vec<u8> {
    binary(0x13, &[&[0][..], &wide("id")].concat())
}

/// Styles of an xlsb: a plain number, and a day.
pub(crate) fn binary_styles() -> Vec<u8> {
    let format = |id: u16| binary(0x2F, &[&[0, 0][..], &id.to_le_bytes()].concat());
    [
        binary(0x2C, &[&164_u16.to_le_bytes()[..], &wide("yyyy/m")].concat()),
        binary(0x269, &[]),
        format(0),
        format(14),
        format(164),
        binary(0x26A, &[]),
    ]
    .concat()
}

/// The workbook part of an xlsb with one sheet.
pub(crate) fn binary_workbook() -> Vec<u8> {
    let sheet = [&[0; 8][..], &wide("r1"), &wide("a")].concat();
    [binary(0x99, &[0; 4]), binary(0x9C, &sheet), binary(0x90, &[])].concat()
}
