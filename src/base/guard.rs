//! The guard of text that a spreadsheet would run.
//!
//! A text that begins like a formula gets a leading apostrophe where text can run (CSV), and loses it
//! where our own files are read again. A text that begins with an apostrophe itself is left alone,
//! unless what follows would run: then it is guarded too, so that taking one apostrophe away is right
//! for every text. Invariant: `unguarded(guard(text) + text) == text`, for every text.

/// Whether a spreadsheet could run this text as a formula: it begins with `=`, `+`, `-` or `@` (also
/// full-width or small forms, also after spaces, quotes and marks that are not seen), or with a tab or line break.
///
/// # Example: what is guarded
/// ```
/// use customer_tiers::base::is_risky;
/// assert!(["=1+1", "  =1", "\"=1", "＝1", "@SUM(A1)", "-5", "\t5"].iter().all(|text| is_risky(text)));
/// assert!(["", "王伟", "a=b", "O'Brien", "5-3"].iter().all(|text| !is_risky(text)));
/// ```
#[must_use]
pub fn is_risky(text: &str) -> bool {
    let is_skipped = |c: char| c.is_whitespace() || c.is_control() || is_quote(c) || is_invisible(c);
    let visible = text.trim_start_matches(is_skipped);
    let skipped = &text[..text.len() - visible.len()];
    skipped.contains(['\t', '\r', '\n']) || visible.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'])
}

/// What is written before a text so that it does not run: an apostrophe, or nothing.
///
/// # Example: a formula and a name
/// ```
/// use customer_tiers::base::guard;
/// assert_eq!(guard("=1+1"), "'");
/// assert_eq!(guard("王伟"), "");
/// ```
#[must_use]
pub fn guard(text: &str) -> &'static str {
    if is_risky(text) { "'" } else { "" }
}

/// The original of a text that may have been guarded.
///
/// # Example: the guard is taken back exactly
/// ```
/// use customer_tiers::base::unguarded;
/// assert_eq!(unguarded("'=1+1"), "=1+1");
/// assert_eq!(unguarded("'quoted'"), "'quoted'");
/// ```
#[must_use]
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_risky(rest)).unwrap_or(text)
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '‘' | '’' | '“' | '”' | '＂' | '＇')
}

const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{00AD}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_guard_is_taken_back_exactly(text in "['\"= \u{3000}＝+@a-c\t0-9]{0,8}") {
            let guarded = format!("{}{text}", guard(&text));
            prop_assert_eq!(unguarded(&guarded), text);
        }
    }
}
