//! Columns that stand at the same places in every line, with nothing between them: what mainframes and reports write.
//!
//! Where a place is blank in every line, columns may be parted. One blank between words is not enough: a value has to be
//! shorter than its column somewhere, or a title has to begin there. A character takes one place or, where programs count bytes of GBK or draw full-width
//! characters twice as wide, two. Invariants: prose and a column of names are never cut; a line is cut where the columns
//! begin, whatever stands there.

use super::header::is_typed;
use super::scan::Delimiter;
use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS};

/// Lines that are looked at.
const LINES: usize = 200;
/// Fewer lines can be blank at the same place by chance.
const FEWEST_LINES: usize = 4;
/// Lines at the beginning that may be titles, or headers wider than their columns.
const TITLES: usize = 5;
/// Places of a line that are looked at.
const PLACES: usize = 1 << 15;

/// How many places a character takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Places {
    /// One, full-width characters two.
    Wide,
    /// One for ASCII, two for others: bytes of GBK, Big5, Shift-JIS, EUC.
    DoubleByte,
    /// One.
    Characters,
}

impl Places {
    /// As wide as they are drawn; in encodings of two bytes a character as many as they have bytes.
    pub(super) fn wide(encoding: &'static Encoding) -> Self {
        if [GBK, GB18030, BIG5, SHIFT_JIS, EUC_JP, EUC_KR].contains(&encoding) { Self::DoubleByte } else { Self::Wide }
    }

    /// How many places this character takes.
    pub(super) fn of(self, letter: char) -> usize {
        match self {
            Self::Characters => 1,
            Self::Wide => 1 + usize::from(is_full_width(letter)),
            // Half-width kana are one byte, characters beyond the basic plane four.
            Self::DoubleByte if letter.is_ascii() || ('\u{FF61}'..='\u{FF9F}').contains(&letter) => 1,
            Self::DoubleByte => {
                if letter > '\u{FFFF}' {
                    4
                } else {
                    2
                }
            }
        }
    }
}

/// Wide and full-width characters of Unicode's East Asian Width (UAX #11), by block.
const fn is_full_width(letter: char) -> bool {
    matches!(letter,
        '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{303E}' | '\u{3041}'..='\u{4DBF}' | '\u{4E00}'..='\u{A4CF}' | '\u{A960}'..='\u{A97F}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}'
        | '\u{1F300}'..='\u{1F64F}' | '\u{1F900}'..='\u{1F9FF}' | '\u{20000}'..='\u{3FFFD}')
}

/// Columns that were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) places: Places,
    /// Where each column begins; the first at 0.
    pub(super) starts: Vec<usize>,
    /// Characters that stand at the same place in every line, so that they may well be delimiters.
    in_every_line: Vec<u8>,
    /// How many places are blank in every line: the more, the better the columns are lined up.
    blank: usize,
    /// Whether blanks alone cut every line as it is lined up: nothing is missing but at the ends of lines, no value has a blank.
    pub(super) are_blanks_enough: bool,
}

impl Found {
    /// Whether this says more than that the lines are cut into so many fields by a delimiter, as commas within amounts do.
    pub(super) fn is_better_than(&self, delimiter: Delimiter, fields: usize) -> bool {
        let Delimiter::Byte(byte) = delimiter else { return true };
        self.starts.len() > fields && !self.in_every_line.contains(&byte)
    }
}

/// The columns of this text, if it looks like a table of columns without delimiters; the more of them, the likelier.
pub(super) fn find(text: &str, last: bool, encoding: &'static Encoding) -> Option<Found> {
    let lines = lines(text, last);
    let drawn = look(&lines, Places::wide(encoding));
    let counted = look(&lines, Places::Characters);
    match (drawn, counted) {
        (Some(drawn), Some(counted)) => {
            let order = |found: &Found| (found.starts.len(), found.blank);
            Some(if order(&counted) > order(&drawn) { counted } else { drawn })
        }
        (drawn, counted) => drawn.or(counted),
    }
}

/// Where columns seem to begin; only the first place when nothing parts them. Nothing is asked of the evidence.
pub(super) fn starts(text: &str, last: bool, places: Places) -> Vec<usize> {
    Grid::new(&lines(text, last), places).starts()
}

fn look(lines: &[&str], places: Places) -> Option<Found> {
    let has_tab = lines.iter().any(|line| line.contains('\t'));
    let padded = lines.iter().filter(|line| line.starts_with(' ') || line.trim_end().contains("  ")).count();
    if has_tab || lines.len() < FEWEST_LINES || padded * 2 <= lines.len() {
        return None;
    }
    let grid = Grid::new(lines, places);
    let starts = grid.starts();
    let typed = lines.iter().filter(|line| cells(line, places, &starts).any(is_typed)).count();
    let is_table = starts.len() > 1 && typed * 2 > lines.len();
    let blank = grid.gaps().iter().map(|(from, to)| to - from).sum();
    is_table.then(|| {
        let are_blanks_enough = are_blanks_enough(lines.split_at(grid.titles), places, &starts);
        Found { places, starts, in_every_line: grid.in_every_line(), blank, are_blanks_enough }
    })
}

/// Titles may be one word, or have as many as there are columns.
fn are_blanks_enough((titles, body): (&[&str], &[&str]), places: Places, starts: &[usize]) -> bool {
    let is_cut_alike = |line: &&str| {
        let mut lined_up: Vec<&str> = cells(line, places, starts).map(str::trim).collect();
        let filled = lined_up.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        lined_up.truncate(filled);
        line.split_whitespace().eq(lined_up)
    };
    let is_title = |line: &&str| [1, starts.len()].contains(&line.split_whitespace().count()) || is_cut_alike(line);
    titles.iter().all(is_title) && body.iter().all(is_cut_alike)
}

fn lines(text: &str, last: bool) -> Vec<&str> {
    let whole = if last { text } else { text.rsplit_once('\n').map_or("", |(whole, _)| whole) };
    whole.lines().filter(|line| !line.trim().is_empty()).take(LINES).collect()
}

fn cells<'l>(line: &'l str, places: Places, starts: &[usize]) -> impl Iterator<Item = &'l str> {
    let mut ruler = Ruler::new(line, places);
    let mut cuts: Vec<usize> = starts.iter().skip(1).map(|start| ruler.byte_at(*start)).collect();
    cuts.push(line.len());
    let mut from = 0;
    cuts.into_iter().map(move |to| &line[std::mem::replace(&mut from, to)..to])
}

/// Where a place of a line is, as a byte; to be asked in ascending order.
pub(super) struct Ruler<'l> {
    line: &'l str,
    places: Places,
    is_ascii: bool,
    at: usize,
    place: usize,
}

impl<'l> Ruler<'l> {
    pub(super) fn new(line: &'l str, places: Places) -> Self {
        Self { line, places, is_ascii: line.is_ascii(), at: 0, place: 0 }
    }

    /// The byte that stands at this place; a character that reaches over it belongs to what comes before.
    pub(super) fn byte_at(&mut self, place: usize) -> usize {
        if self.is_ascii {
            return place.min(self.line.len());
        }
        while self.place < place
            && let Some(letter) = self.line[self.at..].chars().next()
        {
            self.at += letter.len_utf8();
            self.place += self.places.of(letter);
        }
        self.at
    }
}

/// Whether a value reaches over this byte.
pub(super) fn is_crossed(line: &str, at: usize) -> bool {
    let (before, behind) = line.split_at_checked(at).unwrap_or_default();
    let is_text = |letter: Option<char>| letter.is_some_and(|letter| !is_blank(letter));
    is_text(before.chars().next_back()) && is_text(behind.chars().next())
}

pub(super) fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\u{3000}')
}

/// Which places of which lines are filled.
struct Grid {
    /// Each line's places: 0 where blank, the byte of an ASCII character, 0xFF of any other.
    rows: Vec<Vec<u8>>,
    /// How many lines at the beginning may be titles.
    titles: usize,
}

impl Grid {
    fn new(lines: &[&str], places: Places) -> Self {
        let row = |line: &&str| {
            let mut row = Vec::new();
            for letter in line.chars().take(PLACES) {
                let mark = if is_blank(letter) { 0 } else { u8::try_from(letter).unwrap_or(0xFF) };
                row.extend(std::iter::repeat_n(mark, places.of(letter)));
            }
            row
        };
        Self { rows: lines.iter().map(row).collect(), titles: (lines.len() / FEWEST_LINES).min(TITLES) }
    }

    fn body(&self) -> &[Vec<u8>] {
        &self.rows[self.titles..]
    }

    /// Where columns begin: behind the gaps of the body, and before what the titles write into a gap.
    fn starts(&self) -> Vec<usize> {
        let parting = self.gaps().into_iter().filter(|&(from, to)| to - from > 1 || self.parts(from));
        let mut starts: Vec<usize> = std::iter::once(0).chain(parting.map(|(from, to)| self.start_in(from, to))).collect();
        let mut ends: Vec<usize> = std::iter::once(usize::MAX).chain(starts.iter().skip(1).rev().copied()).collect();
        starts.retain(|&start| ends.pop().is_some_and(|end| start == 0 || self.is_column(start, end)));
        starts
    }

    /// Whether enough lines have something from `start` to `end`, or a title begins there: the words of one line are none.
    fn is_column(&self, start: usize, end: usize) -> bool {
        const ONE_IN: usize = 20;
        let is_filled = |row: &&Vec<u8>| row.iter().take(end).skip(start).any(|mark| *mark != 0);
        let is_titled = |row: &Vec<u8>| row.get(start).is_some_and(|mark| *mark != 0) && row.get(start - 1) == Some(&0);
        let filled = self.body().iter().filter(is_filled).count();
        filled * ONE_IN >= self.body().len() || self.rows[..self.titles].iter().any(is_titled)
    }

    /// Runs of places that are blank in the whole body, with something before and behind: from, to (exclusive).
    fn gaps(&self) -> Vec<(usize, usize)> {
        let width = self.body().iter().map(Vec::len).max().unwrap_or(0);
        let mut filled = vec![false; width];
        for row in self.body() {
            row.iter().zip(&mut filled).for_each(|(mark, filled)| *filled |= *mark != 0);
        }
        let mut gaps = Vec::new();
        let mut from = filled.iter().position(|filled| *filled).unwrap_or(width);
        while let Some(blank) = filled.get(from..).and_then(|rest| rest.iter().position(|filled| !filled)) {
            let Some(length) = filled[from + blank..].iter().position(|filled| *filled) else { break };
            gaps.push((from + blank, from + blank + length));
            from += blank + length;
        }
        gaps
    }

    /// Whether one blank at this place parts columns: it is not always between words, or a title begins behind it, or numbers
    /// end before it where words begin.
    fn parts(&self, place: usize) -> bool {
        let mark = |row: &Vec<u8>, place: usize| row.get(place).copied().unwrap_or(0);
        let is_rule = |row: &Vec<u8>| row.iter().all(|mark| matches!(mark, 0 | b'-' | b'=' | b'_'));
        let begins = |row: &Vec<u8>| mark(row, place) == 0 && mark(row, place + 1) != 0 && (mark(row, place - 1) == 0 || is_rule(row));
        let is_number_before_word = |row: &Vec<u8>| {
            mark(row, place - 1).is_ascii_digit() && (mark(row, place + 1).is_ascii_alphabetic() || mark(row, place + 1) == 0xFF)
        };
        self.rows[..self.titles].iter().any(begins)
            || self.body().iter().any(|row| mark(row, place - 1) == 0 || mark(row, place + 1) == 0)
            || self.body().iter().all(is_number_before_word)
    }

    /// The last place of a gap at which the fewest titles would be cut in two.
    fn start_in(&self, from: usize, to: usize) -> usize {
        let is_cut = |row: &&Vec<u8>, start: usize| [start - 1, start].iter().all(|place| row.get(*place).is_some_and(|mark| *mark != 0));
        let cut = |start: usize| self.rows[..self.titles].iter().filter(|row| is_cut(row, start)).count();
        (from + 1..=to).rev().min_by_key(|start| cut(*start)).unwrap_or(to)
    }

    fn in_every_line(&self) -> Vec<u8> {
        let Some((first, rest)) = self.body().split_first() else { return Vec::new() };
        let everywhere = |(place, mark): &(usize, &u8)| rest.iter().all(|row| row.get(*place) == Some(*mark));
        first.iter().enumerate().filter(everywhere).map(|(_, mark)| *mark).filter(|mark| *mark != 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Kept, inspected, read};
    use super::super::{Layout, inspect_file, read_table};
    use crate::identify::BytesSource;
    use crate::recipe::Import;
    use encoding_rs::GBK;

    const ORDERS: &str = "\
CUST     NAME            DAY            AMOUNT
-------- --------------- ---------- ----------
00010001 Ann Lee         2024-01-05   1,234.50
00010002 Bob             2024-01-06      80.00
00010003                 2024-02-11     -15.00
00010004 O'Neil, Pat Jr. 2024-02-12  12,000.00

00010001 Ann Lee         2024-03-01       9.99
";

    const CHINESE: &str = "\
客户号  客户名称          城市          金额
A00001  上海 大华有限公司 上海       1200.50
A00002  王五              乌鲁木齐     80.00
A00003  Li 四                          15.00
A00004  张三              北京        300.00
";

    #[test]
    fn columns_that_nothing_parts_but_blanks() {
        // Name, file, delimiter, headers.
        let cases: &[(&str, &str, &str, &str)] = &[
            ("blanks and commas within values, values that are missing", ORDERS, "fixed", "CUST|NAME|DAY|AMOUNT"),
            ("full-width characters take two places", CHINESE, "fixed", "客户号|客户名称|城市|金额"),
            (
                "every character takes one place",
                "编号    姓名            金额\n0001  王小二       120.50\n0002  李 四        80.00\n0003  欧阳 修明      15.00\n0004            300.00\n",
                "fixed_characters",
                "编号|姓名|金额",
            ),
            (
                "a header wider than its column",
                "NO      CITY        AMOUNT\n1       New York        12\n2       Rome             8\n3                       15\n4       San Jose        30\n",
                "fixed",
                "NO|CITY|AMOUNT",
            ),
            (
                "nothing is missing, no blank within a value",
                "id    day         n\na1    2024-01-05  3\nb22   2024-01-06  14\nc     2024-01-07  5\n",
                "spaces",
                "id|day|n",
            ),
            (
                "padded values with commas between",
                "id  ,name      ,n\n1   ,Ann Lee   ,3\n22  ,Bob       ,14\n333 ,Cyd Poe   ,5\n4   ,          ,6\n",
                ",",
                "id|name|n",
            ),
            (
                "the first lines are full",
                "NO   NAME    AMOUNT\n0001 Ann Lee  12.50\n0002 Bob Ray   8.00\n0003 Cyd Poe 115.00\n0004 Dan Fox  30.00\n",
                "fixed",
                "NO|NAME|AMOUNT",
            ),
            ("names", "name\nann lee\nbob ray\ncyd poe\ndan fox\n", ",", "name"),
            ("days with times", "2014-01-01 00:00:00\n2014-01-02 10:00:00\n2014-01-03 00:11:00\n2014-01-04 00:00:22\n", ",", "#1"),
            (
                "prose with figures",
                "In 2023 we sold 1200 units in all.  That was more\nthan the 980 of 2022, and far more  than anybody\nhad hoped for: 300 at most.  The year 2024 was, as\nfar as 12 months can tell,  better still, with 1500\nunits, and so  on, and on for 99 lines more or less.\n",
                ",",
                "",
            ),
            ("tabs", "id\tn  x\na\t1  y\nb\t2  z\nc\t3  z\n", "\t", "id|n  x"),
        ];
        for (name, file, delimiter, headers) in cases {
            assert_columns(name, file, delimiter, headers);
        }
    }

    fn assert_columns(name: &str, file: &str, delimiter: &str, headers: &str) {
        let layout = inspected(file.as_bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let found = layout.tables[0].headers.join("|");
        assert_eq!(layout.delimiter.as_deref(), Some(delimiter), "{name}");
        assert!(headers.is_empty() || found == headers, "{name}: {found}");
    }

    #[test]
    fn what_blanks_alone_cut_is_not_of_fixed_width() {
        let cases: &[(&str, &str, &str, &str)] = &[
            (
                "values are missing at the ends of lines only, the header is not lined up",
                "D1    T1 N1    D2 T2 N2\n2015-11-01   00:01   32  2015-11-02      00:02   55\n2015-11-01   00:03   28\n2015-11-01   00:04   25  2015-11-02      00:05   51\n2015-11-01   00:06   9\n2015-11-01   00:07   4\n2015-11-01   00:08   7\n2015-11-01   00:09   6\n",
                "spaces",
                "D1|T1|N1|D2|T2|N2",
            ),
            ("a line of settings above", "a=b\nA  B  C\n1  2  3\n3  2  1\n4  5  6\n", "spaces", "A|B|C"),
            (
                "values are missing at the ends of lines, one has a blank",
                "NO   CITY      AMOUNT\n0001 Rome          12\n0002 New York\n0003 Bonn           8\n0004 Oslo\n",
                "fixed",
                "NO|CITY|AMOUNT",
            ),
        ];
        for (name, file, delimiter, headers) in cases {
            assert_columns(name, file, delimiter, headers);
        }
    }

    #[test]
    fn rows_are_cut_where_columns_begin() -> crate::Result<()> {
        let kept = read(ORDERS.as_bytes(), &[3, 0, 1, 1])?;
        assert_eq!(
            kept.rows,
            [
                "3: 1,234.50|00010001|Ann Lee|Ann Lee",
                "4: 80.00|00010002|Bob|Bob",
                "5: -15.00|00010003|∅|∅",
                "6: 12,000.00|00010004|O'Neil, Pat Jr.|O'Neil, Pat Jr.",
                "8: 9.99|00010001|Ann Lee|Ann Lee"
            ]
        );
        let expected = ["2: 上海 大华有限公司|上海|1200.50", "3: 王五|乌鲁木齐|80.00", "4: Li 四|∅|15.00", "5: 张三|北京|300.00"];
        for bytes in [CHINESE.as_bytes().to_vec(), GBK.encode(CHINESE).0.into_owned()] {
            assert_eq!(read(&bytes, &[1, 2, 3])?.rows, expected);
        }
        Ok(())
    }

    /// Rows and troubles of a file read with these settings, and where its columns are found.
    fn read_with(file: &[u8], settings: &Import) -> crate::Result<(Layout, Kept)> {
        let mut source = BytesSource::new("x", file.to_vec());
        let layout = inspect_file(&mut source, settings)?;
        let wanted: Vec<usize> = (0..layout.tables[0].headers.len()).collect();
        let mut kept = Kept::default();
        read_table(&mut source, &layout, 0, &wanted, &mut kept)?;
        Ok((layout, kept))
    }

    #[test]
    fn the_recipe_says_how_wide_columns_are() -> crate::Result<()> {
        /// Name, delimiter, widths, file, rows.
        type Case<'a> = (&'a str, Option<&'a str>, &'a [u32], &'a str, &'a str);
        let cases: &[Case<'_>] = &[
            (
                "values touch",
                None,
                &[4, 8, 6],
                "000120240105  1250\n000220240106012.80\n",
                "1: 0001|20240105|1250; 2: 0002|20240106|012.80",
            ),
            ("bytes of two", Some("fixed"), &[4, 4, 1], "张三北京9\n李  上海8\n", "1: 张三|北京|9; 2: 李|上海|8"),
            ("characters", Some("fixed_characters"), &[2, 2, 1], "张三北京9\n李 上海8\n", "1: 张三|北京|9; 2: 李|上海|8"),
            ("a short line, a long line", None, &[2, 2, 2], "aabb\naabbccdd\n", "1: aa|bb|∅; 2: aa|bb|ccdd"),
            ("found out", Some("fixed"), &[], "a  b\nc  d\n", "1: a|b; 2: c|d"),
        ];
        for (name, delimiter, widths, file, rows) in cases {
            let delimiter = delimiter.map(str::to_owned);
            let settings = Import { delimiter, widths: widths.to_vec(), header_row: Some(0), ..Import::default() };
            for bytes in [file.as_bytes().to_vec(), GBK.encode(file).0.into_owned()] {
                let encoding = if bytes.is_ascii() || bytes == file.as_bytes() { "utf-8" } else { "gbk" };
                let settings = Import { encoding: Some(encoding.into()), ..settings.clone() };
                let (_, kept) = read_with(&bytes, &settings)?;
                assert_eq!((kept.rows.join("; ").as_str(), kept.troubles.len()), (*rows, 0), "{name}, {encoding}");
            }
        }
        Ok(())
    }

    #[test]
    fn a_value_that_reaches_into_the_next_column_is_told() -> crate::Result<()> {
        let file = format!("{ORDERS}00010005 Maximilian Longname 2024-03-02  5.00\n");
        let (_, kept) = read_with(file.as_bytes(), &Import { delimiter: Some("fixed".into()), ..Import::default() })?;
        assert!(kept.troubles.is_empty(), "what the sample shows decides: {:?}", kept.troubles);
        let many = ORDERS.lines().nth(2).into_iter().cycle().take(300).collect::<Vec<_>>().join("\n");
        let file = format!("{ORDERS}{many}\n00010005 Maximilian Longname 2024-03-02  5.00\n");
        let (_, kept) = read_with(file.as_bytes(), &Import::default())?;
        assert_eq!(kept.troubles, ["309! row.overrun"]);
        assert_eq!(kept.rows.last().map(String::as_str), Some("309: 00010005|Maximilian Longn|ame 2024-03|-02  5.00"));
        Ok(())
    }
}
