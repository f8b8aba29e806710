//! Which encoding each of the real text files is read in.
//!
//! Source: the names of the files say what they are written in; `INDEX.md` beside them says where they come from.

use crate::data::real;
use customer_tiers::identify::{FileSource, inspect};
use customer_tiers::recipe::Recipe;

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn encodings_of_real_files() {
    // DIFFERENCE: no browser knows EUC-TW, which is read as GB18030; KOI8-U is KOI8-R with four letters more;
    // ISO-8859-1, ISO-8859-7 and ISO-8859-15 are read as their windows twins, which differ in signs only.
    let cases = [
        ("hostile/encoding_text/charset_normalizer__chinese_big5.txt", "Big5"),
        ("hostile/encoding_text/uchardet__de_windows-1252.txt", "windows-1252"),
        ("hostile/encoding_text/uchardet__en_ascii.txt", "UTF-8"),
        ("hostile/encoding_text/uchardet__es_iso-8859-15.txt", "windows-1252"),
        ("hostile/encoding_text/uchardet__fr_iso-8859-1.txt", "windows-1252"),
        ("hostile/encoding_text/uchardet__fr_utf-16.be", "UTF-16BE"),
        ("hostile/encoding_text/uchardet__ja_euc-jp.txt", "EUC-JP"),
        ("hostile/encoding_text/uchardet__ja_iso-2022-jp.txt", "ISO-2022-JP"),
        ("hostile/encoding_text/uchardet__ja_utf-16le.txt", "UTF-16LE"),
        ("hostile/encoding_text/uchardet__ko_uhc.smi", "EUC-KR"),
        ("hostile/encoding_text/uchardet__ko_utf-16.le", "UTF-16LE"),
        ("hostile/encoding_text/uchardet__ru_koi8-r.txt", "KOI8-U"),
        ("hostile/encoding_text/uchardet__ru_windows-1251.txt", "windows-1251"),
        ("hostile/encoding_text/uchardet__vi_windows-1258.txt", "windows-1258"),
        ("hostile/encoding_text/uchardet__zh_euc-tw.txt", "gb18030"),
        ("hostile/encoding_text/uchardet__zh_utf-8.txt", "UTF-8"),
        ("hostile/encoding_tables/jp_product_full.tsv", "UTF-8"),
        ("hostile/csvkit/test_latin1.csv", "windows-1252"),
        ("hostile/frictionless/latin1.csv", "windows-1252"),
        ("hostile/frictionless/table-infer-iso-8859-7.csv", "windows-1253"),
        ("hostile/rust-csv/uspop-latin1.csv", "windows-1252"),
        ("customers/jp_100knocks_category_doubleBOM.csv", "UTF-8"),
        ("derived/superstore_de_cp1252.csv", "windows-1252"),
        ("derived/waimai_10k_GB18030.csv", "gb18030"),
        ("derived/超市_订单_GBK.csv", "gb18030"),
        ("derived/超市_订单_UTF16LE.txt", "UTF-16LE"),
    ];
    for (file, encoding) in cases {
        let mut source = FileSource::open(&real(file)).expect("the file is there");
        let inspection = inspect(&mut source, &Recipe::default()).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(inspection.encoding.as_deref(), Some(encoding), "{file}");
        if let Some(used) = inspection.encodings.first() {
            assert_eq!(used.encoding, encoding, "{file}: the one that is used comes first");
        }
    }
}
