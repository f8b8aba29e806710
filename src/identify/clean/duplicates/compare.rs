//! How two values agree.
//!
//! Slips of the hand are one or two letters wrong, missing, doubled or exchanged; names have their words in
//! any order and initials; days have day and month exchanged. Invariants: comparing is symmetric; the values come as
//! `texts` makes them, with one blank between words.

use super::columns::Kind;

/// What a text looks like: enough to see that most pairs are not similar.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    letters: u64,
    length: u32,
    words: u32,
}

impl Shape {
    pub(super) fn of(text: &str) -> Self {
        let letters = text.chars().fold(0_u64, |set, c| set | 1 << (u32::from(c) % 64));
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Self { letters, length: number(text.chars().count()), words: number(text.split(' ').count()) }
    }

    /// Whether texts of these shapes can be similar: how many letters of each are not in the other bounds all that follows.
    fn may_be_similar(self, other: Self, kind: Kind) -> bool {
        let (only_here, only_there) = ((self.letters & !other.letters).count_ones(), (other.letters & !self.letters).count_ones());
        let one_slip = only_here <= 1 && only_there <= 1 && self.length.abs_diff(other.length) <= 1;
        // Jaro-Winkler of 0.9 takes a Jaro similarity of 5/6 and so letters in common: m / a + m / b >= 1.5.
        let common = self.length.saturating_sub(only_here).min(other.length.saturating_sub(only_there));
        let misspelt =
            u64::from(common) * 2 * u64::from(self.length + other.length) >= 3 * u64::from(self.length) * u64::from(other.length);
        match kind {
            Kind::Name | Kind::Company => misspelt || one_slip || only_here.min(only_there) <= self.words.min(other.words),
            Kind::Birthday | Kind::Phone | Kind::Identity => one_slip,
            Kind::Email => true,
            Kind::Address | Kind::Words | Kind::Category | Kind::Number => misspelt || one_slip,
        }
    }
}

/// Whether two values that are not the same nearly agree.
pub(super) fn is_similar(kind: Kind, (a, shape): (&str, Shape), (b, other): (&str, Shape)) -> bool {
    if !shape.may_be_similar(other, kind) {
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

/// Jaro-Winkler similarity from which names count as the same with a slip: Winkler (1990) and febrl's own data show
/// nearly all slips above it and nearly all different names below.
const MISSPELT: f64 = 0.90;

fn is_misspelt(a: &str, b: &str) -> bool {
    if has_digits_only(a) || has_digits_only(b) {
        return is_one_slip(a, b);
    }
    // 张三 and 张四 are two people: in short texts every letter counts.
    let is_long = |text: &str| text.chars().nth(2).is_some();
    is_long(a) && is_long(b) && (is_one_slip(a, b) || differs_in_blanks(a, b) || strsim::jaro_winkler(a, b) >= MISSPELT)
}

fn differs_in_blanks(a: &str, b: &str) -> bool {
    let letters = |text: &str| text.bytes().filter(|b| *b != b' ').count();
    letters(a) == letters(b) && a.bytes().filter(|b| *b != b' ').eq(b.bytes().filter(|b| *b != b' '))
}

/// One character wrong, missing, doubled or exchanged with its neighbour (Damerau 1964), where the longer has at least four.
fn is_one_slip(a: &str, b: &str) -> bool {
    let (mut x, mut y) = (a.chars(), b.chars());
    let (mut before, mut rest) = (0_usize, (x.as_str(), y.as_str()));
    while let (Some(one), Some(other)) = (x.next(), y.next()) {
        if one != other {
            break;
        }
        before += 1;
        rest = (x.as_str(), y.as_str());
    }
    let (mut x, mut y) = (rest.0.chars(), rest.1.chars());
    let (mut after, mut rest) = (0_usize, rest);
    while let (Some(one), Some(other)) = (x.next_back(), y.next_back()) {
        if one != other {
            break;
        }
        after += 1;
        rest = (x.as_str(), y.as_str());
    }
    let mut middle = [rest.0.chars(), rest.1.chars()].map(|mut left| (left.next(), left.next(), left.next()));
    middle.sort_unstable();
    let (differs, longest) = match middle {
        [(None, ..), (None, ..)] => (true, 0),
        [(None | Some(_), None, _), (Some(_), None, _)] => (true, 1),
        [(Some(p), Some(q), None), (Some(r), Some(s), None)] => (p == s && q == r, 2),
        _ => return false,
    };
    differs && before + after + longest >= 4
}

fn has_digits_only(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit() || b == b' ')
}

fn is_one_slip_beside_host(a: &str, b: &str) -> bool {
    match (a.split_once('@'), b.split_once('@')) {
        (Some((name, host)), Some((other, other_host))) => {
            (name == other && name.len() >= 5) || (host == other_host && is_one_slip(name, other))
        }
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
    use proptest::prelude::*;

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
            let similar = |a, b| is_similar(kind, (a, Shape::of(a)), (b, Shape::of(b)));
            assert_eq!((similar(a, b), similar(b, a)), (expected, expected), "{kind:?}: {a} / {b}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn one_slip_is_a_distance_of_one(a in "[abc]{3,7}", b in "[abc]{3,7}") {
            let expected = strsim::osa_distance(&a, &b) <= 1 && a.len().max(b.len()) >= 4;
            prop_assert_eq!(is_one_slip(&a, &b), expected);
        }

        #[test]
        fn shapes_refuse_only_what_is_not_similar(a in "[a-e]{1,4}( [a-e]{1,3}){0,3}", b in "[a-e]{1,4}( [a-e]{1,3}){0,3}") {
            if is_misspelt(&a, &b) {
                prop_assert!(Shape::of(&a).may_be_similar(Shape::of(&b), Kind::Words));
            }
            if has_same_words(&a, &b) {
                prop_assert!(Shape::of(&a).may_be_similar(Shape::of(&b), Kind::Name));
            }
        }
    }
}
