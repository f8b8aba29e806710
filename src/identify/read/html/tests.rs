//! Small pages through the reader.

use super::super::tests::{inspected, read};
use encoding_rs::GB18030;
use proptest::prelude::*;

#[test]
fn tables_of_pages() -> crate::Result<()> {
    // Name, page, header row and headers, rows.
    let cases: &[(&str, &str, &str, &str)] = &[
        (
            "plain",
            "<table><tr><th>id</th><th>n</th></tr><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>",
            "1 id|n",
            "2: a|1; 3: b|2",
        ),
        ("end tags left out", "<TABLE><TR><TD>id<TD>n<TR><TD>a<TD>1<TR><TD>b<TD>2</TABLE>", "1 id|n", "2: a|1; 3: b|2"),
        ("cut off", "<table><tr><td>id</td><td>n</td></tr><tr><td>a</td><td>1", "1 id|n", "2: a|1"),
        (
            "blanks, breaks, marks and entities",
            "<table><tr><td> id </td><td>n</td></tr><tr><td>\n  a&nbsp;&amp;\n b<br/>c <b>d</b> </td><td>&yen;1</td></tr></table>",
            "1 id|n",
            "2: a & b\nc d|¥1",
        ),
        (
            "the largest of several",
            "<html><body><table><tr><td>menu</td></tr></table><table><tr><td>id</td><td>n</td></tr><tr><td>a</td><td>1</td></tr></table></body></html>",
            "1 id|n",
            "2: a|1",
        ),
        (
            "a table in a cell of another",
            "<table><tr><td>Report <table><tr><td>id</td><td>n</td></tr><tr><td>a</td><td>1</td></tr></table> end</td></tr></table>",
            "1 id|n",
            "2: a|1",
        ),
        (
            "a title across the columns",
            "<table><tr><td colspan=2>Sales</td></tr><tr><td>id</td><td>n</td></tr><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>1</td></tr></table>",
            "2 id|n",
            "3: a|1; 4: b|1",
        ),
        (
            "a name for several rows",
            "<table><tr><td>id</td><td>n</td></tr><tr><td rowspan='2'>a</td><td>1</td></tr><tr><td>2</td></tr><tr><td>b</td><td>3</td></tr></table>",
            "1 id|n",
            "2: a|1; 3: a|2; 4: b|3",
        ),
        (
            "a span behind the last cell",
            "<table><tr><td>n</td><td>id</td></tr><tr><td>1</td><td rowspan=0>a</td></tr><tr><td>2</td></tr><tr></tr></table>",
            "1 n|id",
            "2: 1|a; 3: 2|a; 4: ∅|a",
        ),
        (
            "a header of two rows",
            "<table><tr><td rowspan=2>id</td><td colspan=2>2024</td></tr><tr><td>n</td><td>sum</td></tr><tr><td>a</td><td>1</td><td>2</td></tr><tr><td>b</td><td>1</td><td>2</td></tr></table>",
            "2 id|2024 / n|2024 / sum",
            "3: a|1; 4: b|1",
        ),
        (
            "what Excel adds",
            "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><!--[if gte mso 9]><xml><table><tr><td>no</td></tr></table></xml><![endif]--><style>td{a:b}</style><script>if (a<b) '<table>'</script><table><tr><td>id</td><td>n</td></tr><tr><td x:num=\"123456789012345\">1.23457E+14</td><td x:num=\"45231\">2023/11/1</td></tr></table>",
            "1 id|n",
            "2: 123456789012345|2023/11/1",
        ),
        (
            "signs that are no tags",
            "<table><tr><td>id</td><td>n</td></tr><tr><td>a < b</td><td title='x > y'>1</td></tr></table>",
            "1 id|n",
            "2: a < b|1",
        ),
        ("rows without a row", "<table><td>id</td><td>n</td><tr><td>a</td><td>1</td></table>", "1 id|n", "2: a|1"),
    ];
    for (name, page, header, rows) in cases {
        let layout = inspected(page.as_bytes())?;
        let table = &layout.tables[0];
        assert_eq!(
            (layout.format.as_str(), format!("{} {}", table.header_row, table.headers.join("|"))),
            ("html", (*header).to_owned()),
            "{name}"
        );
        assert_eq!(read(page.as_bytes(), &[0, 1])?.rows.join("; "), *rows, "{name}");
    }
    Ok(())
}

#[test]
fn a_page_is_read_in_the_encoding_it_names() -> crate::Result<()> {
    let page = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"></head><table><tr><td>客户</td><td>金额</td></tr><tr><td>镕</td><td>1</td></tr></table>";
    let layout = inspected(&GB18030.encode(page).0)?;
    assert_eq!((layout.encoding.as_deref(), layout.tables[0].headers.join("|")), (Some("gb18030"), "客户|金额".into()));
    assert_eq!(inspected(page.as_bytes())?.encoding.as_deref(), Some("UTF-8"), "whatever it names");
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(page.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(inspected(&wide)?.tables[0].headers.join("|"), "客户|金额");
    Ok(())
}

#[test]
fn pages_without_a_table_are_refused() {
    for page in ["<html><body>Not found</body></html>", "<!DOCTYPE html>", "<table><tr><td> </td></tr></table>", "<html><!-- <table>"] {
        let refused = inspected(page.as_bytes()).map(|_| ()).map_err(|error| error.to_string());
        assert_eq!(refused, Err("file.not_a_table: x; found: \"html\"".into()), "{page}");
    }
}

#[test]
fn spans_cost_no_more_than_cells_may() {
    let page = format!("<table><tr>{}{}", "<td rowspan=0>a".repeat(4096), "<tr>".repeat(20_000));
    assert_eq!(inspected(page.as_bytes()).map(|_| ()).map_err(|error| error.code()), Err("file.too_large".into()));
    let deep = "<table><tr><td>".repeat(100_000);
    assert!(inspected(deep.as_bytes()).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_page_ends(pieces in prop::collection::vec(prop::sample::select(vec!["<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=3", " rowspan=2>", "a", "&amp;", "&", "<", ">", "<!--", "-->", "\"", "='", "<script>", "</script>", " ", "1"]), 0..60)) {
        let page = format!("<table>{}", pieces.concat());
        if inspected(page.as_bytes()).is_ok() {
            read(page.as_bytes(), &[0]).expect("what was inspected can be read");
        }
    }
}
