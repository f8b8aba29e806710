//! Names, phones and addresses that may be looked at over a shoulder.
//!
//! For demonstrations and screenshots: enough is left to tell two customers apart, too little to reach one. Invariant: what is
//! shown is masked, what is kept is not; a mask of a mask is the mask.

use std::borrow::Cow;

/// A name with its first letter only.
///
/// # Example: in both scripts
/// ```
/// use customer_tiers::base::mask;
/// assert_eq!(mask::name("王小明"), "王**");
/// assert_eq!(mask::name("Ann Lee"), "A** L**");
/// ```
#[must_use]
pub fn name(text: &str) -> String {
    let word = |word: &str| word.chars().next().map_or_else(String::new, |first| format!("{first}**"));
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// A phone number of which the middle is hidden: the first three and the last two digits stay, of short ones fewer.
#[must_use]
pub fn phone(text: &str) -> String {
    let is_digit = |c: char| c.is_ascii_digit() || c == '*';
    let digits = text.chars().filter(|c| is_digit(*c)).count();
    let (first, last) = if digits > 7 { (3, 2) } else { (1, 1) };
    let mut seen = 0;
    let hidden = |c: char| {
        if !is_digit(c) {
            return c;
        }
        seen += 1;
        if seen <= first || seen + last > digits { c } else { '*' }
    };
    text.chars().map(hidden).collect()
}

/// An e-mail address of which the first letter and the domain's ending stay.
#[must_use]
pub fn email(text: &str) -> String {
    let Some((local, host)) = text.rsplit_once('@') else { return name(text) };
    let first = local.chars().next().map_or_else(String::new, String::from);
    let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
    format!("{first}***@***.{ending}")
}

/// Any text: masked where it looks like an e-mail address or holds a run of seven digits or more, as phones and identity cards do.
#[must_use]
pub fn text(text: &str) -> Cow<'_, str> {
    let is_email = text.contains('@') && !text.contains(char::is_whitespace);
    let runs = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')')));
    let longest = runs.filter(|run| !is_day(run)).map(digits).max().unwrap_or(0);
    match (is_email, longest >= 7) {
        (true, _) => Cow::Owned(email(text)),
        (false, true) => Cow::Owned(phone(text)),
        (false, false) => Cow::Borrowed(text),
    }
}

/// A year and what is shorter behind it, as `2024-03-05 10`: everybody has such.
fn is_day(run: &str) -> bool {
    let mut parts = run.split([' ', '-']).filter(|part| !part.is_empty());
    parts.next().is_some_and(|year| year.len() == 4) && parts.all(|part| part.len() <= 2)
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_little_is_left_to_reach_anybody() {
        for (kind, original, expected) in [
            (phone as fn(&str) -> String, "13800138000", "138******00"),
            (phone, "+86 138-0013-8000", "+86 1**-****-**00"),
            (phone, "65529988", "655***88"),
            (phone, "12345", "1***5"),
            (email, "ann.lee@example.com", "a***@***.com"),
            (email, "客户@例子.cn", "客***@***.cn"),
            (email, "nobody", "n**"),
            (name, "", ""),
            (name, "上海某某有限公司", "上**"),
        ] {
            assert_eq!(kind(original), expected, "{original}");
            assert_eq!(kind(expected), expected, "a mask of a mask: {expected}");
        }
    }

    #[test]
    fn texts_are_masked_where_they_name_somebody() {
        for (original, expected) in [
            ("C00017", "C00017"),
            ("ann@example.com", "a***@***.com"),
            ("138 0013 8000", "138 **** **00"),
            ("2024-03-05 10:20", "2024-03-05 10:20"),
            ("华东", "华东"),
        ] {
            assert_eq!(text(original), expected, "{original}");
        }
    }
}
