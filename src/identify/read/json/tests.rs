//! Small files of JSON through the reader.

use super::super::tests::{inspected, read};
use super::super::{Layout, RowSink, inspect_file, read_table};
use crate::identify::BytesSource;
use crate::recipe::Import;
use proptest::prelude::*;

fn table(layout: &Layout) -> String {
    layout.tables[0].headers.join("|")
}

#[test]
fn records_of_all_forms() -> crate::Result<()> {
    // Name, file, headers, rows, troubles.
    let cases: &[(&str, &str, &str, &str, &str)] = &[
        ("array", r#"[{"id":"a","n":1.50},{"id":"b","n":2}]"#, "id|n", "1: a|1.50; 2: b|2", ""),
        ("one a line", "{\"id\":\"a\",\"n\":1}\n{\"id\":\"b\",\"n\":2}\n", "id|n", "1: a|1; 2: b|2", ""),
        ("one object", r#"{"id":"a","n":1}"#, "id|n", "1: a|1", ""),
        ("an answer", r#"{"code":0,"data":[{"id":"a","n":1}],"total":1}"#, "id|n", "1: a|1", ""),
        (
            "an answer in an answer",
            r#"{"code":0,"data":{"total":2,"list":[{"id":"a","n":1},{"id":"b","n":2}]}}"#,
            "id|n",
            "1: a|1; 2: b|2",
            "",
        ),
        ("the longest array", r#"{"tags":[{"t":1}],"rows":[{"id":"a","n":1},{"id":"b","n":2}]}"#, "id|n", "1: a|1; 2: b|2", ""),
        (
            "lines with arrays in them",
            "{\"id\":\"a\",\"n\":[{\"x\":1}]}\n{\"id\":\"b\",\"n\":[]}\n",
            "id|n",
            "1: a|[{\"x\":1}]; 2: b|∅",
            "",
        ),
        ("arrays", r#"[["id","n"],["a",1],["b",2]]"#, "id|n", "2: a|1; 3: b|2", ""),
        ("arrays, one a line", "[\"id\",\"n\"]\n[\"a\",1]\n[\"b\",2]\n", "id|n", "2: a|1; 3: b|2", ""),
        (
            "written over lines",
            "[\n  {\n    \"id\": \"a\",\n    \"n\": 1\n  },\n  {\n    \"id\": \"b\",\n    \"n\": 2\n  }\n]\n",
            "id|n",
            "1: a|1; 2: b|2",
            "",
        ),
        (
            "objects over lines, one behind the other",
            "{\n\"id\": \"a\",\n\"n\": 1\n}\n{\n\"id\": \"b\",\n\"n\": 2\n}\n",
            "id|n",
            "1: a|1; 2: b|2",
            "",
        ),
        (
            "keys that come later in the sample",
            r#"[{"id":"a"},{"n":2,"id":"b"},{"id":"c","n":null}]"#,
            "id|n",
            "1: a|∅; 2: b|2; 3: c|∅",
            "",
        ),
        (
            "every digit",
            r#"[{"id":123456789012345678901,"n":0.10000000000000000555}]"#,
            "id|n",
            "1: 123456789012345678901|0.10000000000000000555",
            "",
        ),
        ("what is no text", r#"[{"id":true,"n":{"a": [1, 2]}},{"id":false,"n":""}]"#, "id|n", "1: true|{\"a\": [1, 2]}; 2: false|∅", ""),
        (
            "escapes",
            r#"[{"id":"\u5f20\u4e09 \"x\"","n":"a\nb"},{"id":"\ud83d\ude42","n":"\ud800"}]"#,
            "id|n",
            "1: 张三 \"x\"|a\nb; 2: 🙂|\\ud800",
            "",
        ),
        ("brackets in texts", r#"[{"id":"]}","n":"{["},{"id":"\\","n":"\"]"}]"#, "id|n", "1: ]}|{[; 2: \\|\"]", ""),
        ("empty records", r#"[{"id":"a","n":1},{},{"id":null,"n":""},{"id":"b","n":2}]"#, "id|n", "1: a|1; 4: b|2", ""),
        (
            "no record among records",
            r#"[{"id":"a","n":1},5,null,[1],{"id":"b","n":2}]"#,
            "id|n",
            "1: a|1; 5: b|2",
            "2! row.ragged; 3! row.ragged; 4! row.ragged",
        ),
        ("a broken line", "{\"id\":\"a\",\"n\":1}\n{\"id\":\"b\n{\"id\":\"c\",\"n\":3}\n", "id|n", "1: a|1; 3: c|3", "2! row.ragged"),
        ("cut off", r#"[{"id":"a","n":1},{"id":"b""#, "id|n", "1: a|1", "2! row.ragged"),
        ("a mark before", "\u{FEFF}[{\"id\":\"a\",\"n\":1}]", "id|n", "1: a|1", ""),
    ];
    for (name, file, headers, rows, troubles) in cases {
        let layout = inspected(file.as_bytes())?;
        let kept = read(file.as_bytes(), &[0, 1])?;
        assert_eq!((layout.format.as_str(), table(&layout).as_str()), ("json", *headers), "{name}");
        assert_eq!((kept.rows.join("; ").as_str(), kept.troubles.join("; ").as_str()), (*rows, *troubles), "{name}");
    }
    Ok(())
}

#[test]
fn samples_show_what_is_read() -> crate::Result<()> {
    let layout = inspected(br#"[{"id":"a","n":1.50,"x":true},{"n":"2","y":{"z":1}}]"#)?;
    assert_eq!(layout.tables[0].sample, [["a", "1.50", "TRUE", ""], ["", "2", "", "{\"z\":1}"]]);
    assert_eq!((layout.tables[0].header_row, layout.encoding.as_deref()), (0, Some("UTF-8")));
    Ok(())
}

#[test]
fn a_key_behind_the_sample_is_said() -> crate::Result<()> {
    let record = format!("{{\"id\":\"a\",\"text\":\"{}\"}},", "x".repeat(1000));
    let file = format!("[{}{{\"id\":\"b\",\"late\":5}}]", record.repeat(1200));
    let layout = inspected(file.as_bytes())?;
    assert_eq!(table(&layout), "id|text");
    let kept = read(file.as_bytes(), &[0])?;
    assert_eq!((kept.rows.len(), kept.rows[1200].as_str(), kept.troubles.join(";").as_str()), (1201, "1201: b", "1201! row.ragged"));
    Ok(())
}

#[test]
fn what_is_no_table_is_refused() {
    for (file, code) in [("[]", "file.empty"), ("[{}]", "file.empty"), ("{}", "file.empty"), ("[\"a\",\"b\"]", "file.not_a_table")] {
        assert_eq!(inspected(file.as_bytes()).map(|_| ()).map_err(|error| error.code()), Err(code.to_owned()), "{file}");
    }
    let wide: String = (0..5000).map(|key| format!("{{\"k{key}\":1}}\n")).collect();
    assert_eq!(inspected(wide.as_bytes()).map(|_| ()).map_err(|error| error.code()), Err("file.too_large".into()));
}

#[test]
fn large_files_pass_in_slices() -> crate::Result<()> {
    struct Count(u64, u64);
    impl RowSink for Count {
        fn row(&mut self, number: u64, cells: &[super::Cell<'_>]) -> crate::Result<()> {
            assert_eq!(cells, [super::Cell::Text(&format!("C{}", number - 1))]);
            self.0 += 1;
            Ok(())
        }
        fn trouble(&mut self, _: u64, _: crate::identify::IssueCode, _: &str) {
            self.1 += 1;
        }
        fn progress(&mut self, _: u64) -> crate::Result<()> {
            Ok(())
        }
    }
    let records: Vec<String> = (0..400_000).map(|row| format!("{{\"id\":\"C{row}\",\"day\":\"2024-01-05\",\"amount\":{row}.5}}")).collect();
    let file = format!("{{\"data\":[{}]}}", records.join(","));
    assert!(file.len() > 17 << 20);
    let mut source = BytesSource::new("x", file.into_bytes());
    let layout = inspect_file(&mut source, &Import::default())?;
    let mut count = Count(0, 0);
    read_table(&mut source, &layout, 0, &[0], &mut count)?;
    assert_eq!((count.0, count.1), (400_000, 0));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn any_records_are_read_as_they_were_written(texts in prop::collection::vec("[a-c\"\\\\{}\\[\\],:\n 客]{1,8}", 1..9), is_lines in any::<bool>()) {
        let records: Vec<String> = texts.iter().map(|text| serde_json::json!({ "id": text, "n": 1 }).to_string()).collect();
        let file = if is_lines { records.join("\n") } else { format!("[{}]", records.join(",")) };
        let kept = read(file.as_bytes(), &[0]).expect("JSON that can be read");
        let expected: Vec<String> = texts.iter().enumerate().map(|(place, text)| format!("{}: {text}", place + 1)).collect();
        prop_assert_eq!((kept.rows, kept.troubles), (expected, Vec::new()));
    }

    #[test]
    fn any_bytes_end(pieces in prop::collection::vec(prop::sample::select(vec!["{", "}", "[", "]", "\"", "\\", ":", ",", "\"id\"", "1", "\n", "null", " ", "{\"id\":1}"]), 0..40)) {
        let file = format!("{{\"id\":{}", pieces.concat());
        let _ = read(file.as_bytes(), &[0]);
    }
}
