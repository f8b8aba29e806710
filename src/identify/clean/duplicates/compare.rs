//! How two values agree.
//!
//! Slips of the hand are one or two letters wrong, missing, doubled or exchanged; names have their words in
//! any order and initials; days have day and month exchanged. Invariant: comparing is symmetric.

use super::columns::Kind;

/// How two values agree that are not the same.
pub(super) fn is_similar(kind: Kind, a: &str, b: &str) -> bool {
    if !may_be_similar(a, b) {
        return false;
    }
    match kind {
        Kind::Name | Kind::Company => is_misspelt(a, b) || has_same_words(a, b),
        Kind::Birthday => is_one_slip(a, b) || is_day_for_month(a, b),
        Kind::Phone | Kind::Identity => is_one_slip(a, b),
        Kind::Email => is_one_slip_beside_host(a, b),
        Kind::Address | Kind::Words | Kind::Category | Kind::Number => is_misspelt(a, b),
    }
}

/// Texts without a letter in common are not similar: cheap, and true of most pairs.
fn may_be_similar(a: &str, b: &str) -> bool {
    let letters = |text: &str| text.chars().fold(0_u64, |set, c| set | 1 << (u32::from(c) % 64));
    let (a, b) = (letters(a), letters(b));
    let common = (a & b).count_ones();
    common * 2 >= a.count_ones().min(b.count_ones())
}

/// Jaro-Winkler similarity from which names count as the same with a slip: Winkler (1990) and febrl's own data show
/// nearly all slips above it and nearly all different names below.
const MISSPELT: f64 = 0.90;

fn is_misspelt(a: &str, b: &str) -> bool {
    if has_digits_only(a) || has_digits_only(b) {
        return is_one_slip(a, b);
    }
    let short = a.chars().count().min(b.chars().count());
    // 张三 and 张四 are two people: in short texts every letter counts.
    short >= 3 && (strsim::jaro_winkler(a, b) >= MISSPELT || (short >= 4 && strsim::osa_distance(a, b) <= 1) || a.replace(' ', "") == b.replace(' ', ""))
}

/// One character wrong, missing, doubled or exchanged with its neighbour, in at least four.
fn is_one_slip(a: &str, b: &str) -> bool {
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    short >= 3 && long >= 4 && long - short <= 4 && strsim::osa_distance(a, b) <= 1
}

fn has_digits_only(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit() || b == b' ')
}

fn is_one_slip_beside_host(a: &str, b: &str) -> bool {
    match (a.split_once('@'), b.split_once('@')) {
        (Some((name, host)), Some((other, other_host))) => (name == other && name.len() >= 5) || (host == other_host && is_one_slip(name, other)),
        _ => false,
    }
}

/// Eight digits with day and month exchanged.
fn is_day_for_month(a: &str, b: &str) -> bool {
    let parts = |text: &str| Some((text.get(..4)?.to_owned(), text.get(4..6)?.to_owned(), text.get(6..8)?.to_owned()));
    match (parts(a), parts(b)) {
        (Some((year, month, day)), Some((other_year, other_month, other_day))) => {
            year == other_year && month == other_day && day == other_month
        }
        _ => false,
    }
}

/// Whether every word of the shorter name is in the longer one, letter by letter, with a slip, or as an initial; at least
/// one of them is more than an initial.
fn has_same_words(a: &str, b: &str) -> bool {
    let words = |text: &str| text.split(' ').filter(|word| !word.is_empty()).count();
    let (short, long) = if (words(a), a) <= (words(b), b) { (a, b) } else { (b, a) };
    let mut free: Vec<&str> = long.split(' ').collect();
    let mut whole = 0;
    for word in short.split(' ').filter(|word| !word.is_empty()) {
        let Some(place) = best_match(word, &free) else { return false };
        whole += usize::from(word.chars().count() > 1 && free[place].chars().count() > 1);
        free.swap_remove(place);
    }
    whole > 0 && (words(short) > 1 || short.chars().count() >= 4)
}

fn best_match(word: &str, free: &[&str]) -> Option<usize> {
    let is_initial = |other: &str| {
        let (short, long) = if word.len() < other.len() { (word, other) } else { (other, word) };
        short.chars().count() == 1 && short.is_ascii() && long.starts_with(short)
    };
    let place = |wanted: &dyn Fn(&str) -> bool| free.iter().position(|other| wanted(other));
    place(&|other| other == word).or_else(|| place(&|other| is_one_slip(word, other))).or_else(|| place(&is_initial))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_similar_and_others_are_not() {
        for (kind, a, b, expected) in [
            (Kind::Words, "siviur", "siviour", true),
            (Kind::Words, "clemenger street", "clemengerxstreet", true),
            (Kind::Words, "pen rith", "penrith", true),
            (Kind::Words, "amber", "thomas", false),
            (Kind::Words, "张三", "张四", false),
            (Kind::Words, "2272", "2227", true),
            (Kind::Words, "3", "26", false),
            (Kind::Number, "511", "15", false),
            (Kind::Name, "ann j lee", "ann lee", true),
            (Kind::Name, "j smith", "john smith", true),
            (Kind::Name, "j s", "john smith", false),
            (Kind::Name, "maria", "maria rossi", true),
            (Kind::Name, "kyle brain", "reid rosie", false),
            (Kind::Name, "上海华星电子", "上海华兴电子", true),
            (Kind::Birthday, "19900503", "19900305", true),
            (Kind::Birthday, "19720518", "19729518", true),
            (Kind::Birthday, "19720518", "19850101", false),
            (Kind::Phone, "13800138000", "13800138001", true),
            (Kind::Phone, "13800138000", "13900139000", false),
            (Kind::Email, "ann.lee@a.com", "ann.lee@b.org", true),
            (Kind::Email, "ann@a.com", "bob@a.com", false),
            (Kind::Identity, "6090360", "6090460", true),
            (Kind::Identity, "4038966", "3126008", false),
        ] {
            assert_eq!(is_similar(kind, a, b), expected, "{kind:?}: {a} / {b}");
            assert_eq!(is_similar(kind, b, a), expected, "{kind:?}: {b} / {a}");
        }
    }
}
