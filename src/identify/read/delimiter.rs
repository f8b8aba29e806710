//! Which character stands between the fields of a text file.
//!
//! The right one cuts every line into the same number of fields, quotes respected; a wrong one does so
//! now and then at best. Fields lined up with runs of spaces are taken only where nothing else fits.
//! Invariant: always gives an answer; a file of one column is one of commas.

use super::fixed::{self, Found, Places};
use super::limits::RECORD_BYTES;
use super::scan::{Delimiter, Scanner};
use super::text::separator_line;
use crate::recipe::Import;
use crate::{Error, ErrorKind, Result};
use encoding_rs::Encoding;

/// Records that are looked at.
const RECORDS: usize = 200;

/// How the lines of a text file are cut into fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) delimiter: Delimiter,
    /// Where columns of fixed width begin, and whether something blank parts them.
    pub(super) columns: Columns,
}

/// Columns of fixed width; none where there is a delimiter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) starts: Vec<usize>,
    pub(super) are_parted: bool,
}

impl From<Delimiter> for Cut {
    fn from(delimiter: Delimiter) -> Self {
        Self { delimiter, columns: Columns::default() }
    }
}

/// How this text is cut, as the recipe says or as it shows.
pub(super) fn cut(text: &str, last: bool, encoding: &'static Encoding, settings: &Import) -> Result<Cut> {
    let name = match &settings.delimiter {
        Some(name) => name.as_str(),
        None if settings.widths.is_empty() => return Ok(find(text, last, encoding)),
        None => FIXED,
    };
    let delimiter = by_name(name, encoding)?;
    let Delimiter::Fixed(places) = delimiter else { return Ok(delimiter.into()) };
    let widths = settings.widths.iter().map(|width| usize::try_from(*width).unwrap_or(usize::MAX));
    // The last column ends where the line does.
    let ends = widths.scan(0_usize, |end, width| {
        *end = end.saturating_add(width);
        Some(*end)
    });
    let starts: Vec<usize> = std::iter::once(0).chain(ends).take(settings.widths.len()).collect();
    let columns = if starts.is_empty() {
        Columns { starts: fixed::starts(text, last, places), are_parted: true }
    } else {
        Columns { starts, are_parted: false }
    };
    Ok(Cut { delimiter, columns })
}

const FIXED: &str = "fixed";
const FIXED_CHARACTERS: &str = "fixed_characters";

/// The delimiter that the recipe names: one ASCII character, or one of the words of [`Import::delimiter`].
pub(super) fn by_name(name: &str, encoding: &'static Encoding) -> Result<Delimiter> {
    match name.as_bytes() {
        b"spaces" => Ok(Delimiter::Spaces),
        _ if name == FIXED => Ok(Delimiter::Fixed(Places::wide(encoding))),
        _ if name == FIXED_CHARACTERS => Ok(Delimiter::Fixed(Places::Characters)),
        b"tab" | b"\\t" => Ok(Delimiter::Byte(b'\t')),
        [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r') => Ok(Delimiter::Byte(*byte)),
        _ => {
            let problem = format!("{name:?} is neither one ASCII character nor \"spaces\", \"fixed\" or \"fixed_characters\"");
            Err(Error::from(ErrorKind::RecipeInvalid { path: "import.delimiter".into(), problem }))
        }
    }
}

/// Its name in a recipe.
pub(super) fn name(delimiter: Delimiter) -> String {
    match delimiter {
        Delimiter::Byte(byte) => char::from(byte).to_string(),
        Delimiter::Spaces => "spaces".to_owned(),
        Delimiter::Fixed(Places::Characters) => FIXED_CHARACTERS.to_owned(),
        Delimiter::Fixed(_) => FIXED.to_owned(),
    }
}

/// How this text seems to be cut.
fn find(text: &str, last: bool, encoding: &'static Encoding) -> Cut {
    let first_line = text.lines().next().unwrap_or_default();
    if let Some(announced) = separator_line(first_line.as_bytes()) {
        return Delimiter::Byte(announced).into();
    }
    let fixed =
        |found: Found| Cut { delimiter: Delimiter::Fixed(found.places), columns: Columns { starts: found.starts, are_parted: true } };
    let found = fixed::find(text, last, encoding);
    let scored = [b',', b';', b'\t', b'|'].into_iter().map(|byte| (Delimiter::Byte(byte), score(text, last, Delimiter::Byte(byte))));
    // The first of equals, as `max_by` would give the last.
    let best = scored.reduce(|best, next| if next.1 > best.1 { next } else { best });
    let lined_up = lined_up(text, last);
    match (best, found) {
        (Some((delimiter, score)), Some(found)) if score > 0.0 && found.is_better_than(delimiter, usual_fields(text, last, delimiter)) => {
            fixed(found)
        }
        (Some((delimiter, score)), _) if score > 0.0 => delimiter.into(),
        // What blanks cut alike everywhere has no blank within a value, and none is missing but at the end.
        (_, Some(found)) if lined_up < 1.0 && !found.are_blanks_enough => fixed(found),
        (_, Some(_)) => Delimiter::Spaces.into(),
        _ if lined_up >= 0.95 => Delimiter::Spaces.into(),
        _ => rare(text, last).unwrap_or(Delimiter::Byte(b',')).into(),
    }
}

/// How many fields most records have.
fn usual_fields(text: &str, last: bool, delimiter: Delimiter) -> usize {
    let mut counts: Vec<usize> = records(text, last, delimiter).iter().map(Vec::len).collect();
    counts.sort_unstable();
    counts.get(counts.len() / 2).copied().unwrap_or(0)
}

/// Characters that separate fields in exports of databases and mainframes, where one cuts every line alike.
fn rare(text: &str, last: bool) -> Option<Delimiter> {
    let mut rare = [b'\x01', b'\x1F', b'^', b'~', b'#', b'*', b'!', b'&'].into_iter().map(Delimiter::Byte);
    rare.find(|delimiter| {
        let records = records(text, last, *delimiter);
        let fields = records.first().map_or(0, Vec::len);
        fields > 1 && records.len() > 1 && records.iter().all(|record| record.len() == fields)
    })
}

/// How well it cuts: the share of records with the usual number of fields, more for more fields; 0 when it hardly ever cuts.
fn score(text: &str, last: bool, delimiter: Delimiter) -> f64 {
    let mut counts: Vec<usize> = records(text, last, delimiter)
        .into_iter()
        .filter(|fields| fields.iter().any(|field| !field.is_empty()))
        .map(|fields| fields.len())
        .collect();
    if counts.is_empty() {
        return 0.0;
    }
    counts.sort_unstable();
    let (usual, times) = counts
        .chunk_by(PartialEq::eq)
        .map(|same| (same[0], same.len()))
        .filter(|(count, _)| *count > 1)
        .max_by_key(|(count, times)| (*times, *count))
        .unwrap_or((1, 0));
    let cut = counts.iter().filter(|count| **count > 1).count();
    if usual < 2 || cut * 2 < counts.len() {
        return 0.0;
    }
    let share = ratio(times, counts.len());
    share * share * (1.0 + ratio(usual, 1).ln())
}

#[expect(clippy::cast_precision_loss, reason = "counts of some hundred records")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// The share of lines that are cut into equally many fields by spaces that are there for lining them up; 0 when nothing is lined up.
fn lined_up(text: &str, last: bool) -> f64 {
    let records = records(text, last, Delimiter::Spaces);
    let mut counts: Vec<usize> = records.iter().map(Vec::len).collect();
    counts.sort_unstable();
    let Some(usual) = counts.get(counts.len() / 2).copied().filter(|usual| *usual > 1) else { return 0.0 };
    let same = counts.iter().filter(|count| **count == usual).count();
    let padded = text.lines().take(RECORDS).filter(|line| line.starts_with(' ') || line.trim_end().contains("  ")).count();
    let with_numbers = records.iter().filter(|fields| fields.iter().any(|field| super::header::is_typed(field))).count();
    if padded * 2 > counts.len() && with_numbers * 2 > counts.len() { ratio(same, counts.len()) } else { 0.0 }
}

fn records(text: &str, last: bool, delimiter: Delimiter) -> Vec<Vec<String>> {
    let scanner = Scanner { delimiter, limit: RECORD_BYTES, wanted: &[], starts: &[] };
    let mut records = Vec::new();
    let mut at = 0;
    while at < text.len() && records.len() < RECORDS {
        let Some((fields, next)) = scanner.all(text, at, last) else { break };
        if !text[at..next].trim().is_empty() {
            records.push(fields);
        }
        at = next;
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::UTF_8;

    #[test]
    fn delimiters() {
        let cases: &[(&str, &str, &str)] = &[
            ("comma", "a,b\n1,2\n", ","),
            ("semicolon with decimal commas", "Kunde;Umsatz;Menge\nA;1,5;2,5\nB;3,5;1,0\nC;2,5;9,9\n", ";"),
            ("tab with commas in the text", "a\tb\nx, y\t1\nz\t2\n", "\t"),
            ("pipe", "a|b|c\n1|2|3\n", "|"),
            ("announced", "sep=;\na;b\n1;2\n", ";"),
            ("commas only in quotes", "a;b\n\"x,y\";1\n\"z,w\";2\n", ";"),
            ("title above", "Sales\n\na;b;c\n1;2;3\n4;5;6\n", ";"),
            ("spaces", "   00004 0001 19970101  2   29.33\n   00004 0001 19970118  2   29.73\n", "spaces"),
            ("caret", "id^name^amount\n1^ann^2\n2^bob^3\n", "^"),
            ("control character of Hive", "id\u{1}name\n1\u{1}ann\n2\u{1}bob\n", "\u{1}"),
            ("a tilde now and then", "name\n~ann\nbob\n", ","),
            ("announced tab", "sep=\t\na\tb\n", "\t"),
            ("one column", "name\nann\nbob\n", ","),
            ("one column of two words", "name\nann lee\nbob ray\n", ","),
            (
                "prose",
                "It was the best of times, it was the worst of times.\nNo comma here.\nNor there, nor here, nor anywhere.\nNone.\n",
                ",",
            ),
            ("times with spaces", "date,id\n2014-01-01 00:00:00,3\n2014-01-02 00:00:00,4\n", ","),
            ("empty", "", ","),
        ];
        for (case, text, expected) in cases {
            assert_eq!(name(find(text, true, UTF_8).delimiter), *expected, "{case}");
        }
    }

    #[test]
    fn names() {
        for (text, expected) in [
            (";", Some(Delimiter::Byte(b';'))),
            ("spaces", Some(Delimiter::Spaces)),
            ("tab", Some(Delimiter::Byte(b'\t'))),
            ("", None),
            ("ab", None),
            ("，", None),
            ("\"", None),
            ("fixed", Some(Delimiter::Fixed(Places::Wide))),
            ("fixed_characters", Some(Delimiter::Fixed(Places::Characters))),
        ] {
            assert_eq!(by_name(text, UTF_8).ok(), expected, "{text}");
        }
    }
}
