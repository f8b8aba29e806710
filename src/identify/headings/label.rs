//! What stands in front of the name in a heading: `客户：上海华信`, `Customer: Ann`, `Customer Ann`.
//!
//! A label tells what the rows are grouped by, so it decides: customers, or something else that must not become customers.
//! Invariant: a name that happens to have a colon in it stays whole where no label is.

use crate::identify::columns::names_customer;

/// How the headings of a table begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Naming {
    /// With the name.
    Plain,
    /// With this label and a colon. What has no such label is no heading.
    Colon(String),
    /// With this word and a blank.
    Word(String),
}

impl Naming {
    /// How these headings begin; none when they name something else than customers.
    pub(super) fn of(names: &[&str]) -> Option<Self> {
        let labels: Vec<Option<&str>> = names.iter().map(|name| parted(name).map(|(label, _)| label)).collect();
        if let Some(label) = labels.iter().flatten().find(|label| names_customer(label)) {
            return Some(Self::Colon((*label).to_owned()));
        }
        let is_other = labels.iter().all(|label| label.is_some() && *label == labels[0]);
        if is_other || names.iter().filter(|name| is_period(name)).count() * 2 >= names.len() {
            return None;
        }
        let words: Vec<Option<&str>> = names.iter().map(|name| name.split_once(char::is_whitespace).map(|(word, _)| word)).collect();
        let shared = words[0].filter(|word| words.len() > 1 && words.iter().all(|own| *own == Some(*word)) && names_customer(word));
        Some(shared.map_or(Self::Plain, |word| Self::Word(word.to_owned())))
    }

    /// The name in a heading; none when the heading begins otherwise.
    pub(super) fn name<'t>(&self, text: &'t str) -> Option<&'t str> {
        match self {
            Self::Plain => Some(text),
            Self::Colon(label) => parted(text).filter(|(own, _)| own == label).map(|(_, name)| name),
            Self::Word(word) => text.strip_prefix(word.as_str()).filter(|rest| rest.starts_with(char::is_whitespace)).map(str::trim),
        }
    }

    /// What the file calls the names.
    pub(super) fn label(&self) -> Option<&str> {
        match self {
            Self::Plain => None,
            Self::Colon(label) | Self::Word(label) => Some(label),
        }
    }
}

/// Label and name of `客户：上海华信`.
fn parted(text: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 40;
    let (label, name) = text.split_once([':', '：'])?;
    let label = label.trim();
    (!label.is_empty() && label.len() <= LONGEST && !name.starts_with("//")).then_some((label, name.trim()))
}

/// `Q1`, `Week 3`, `March`, `一月`, `第二季度`, `星期一`: rows are grouped by periods as well.
fn is_period(text: &str) -> bool {
    const WORDS: [&str; 26] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "week",
        "month",
        "quarter",
        "q1",
        "q2",
        "q3",
        "q4",
    ];
    const ENDS: [&str; 7] = ["月", "月份", "季度", "季", "周", "年", "年度"];
    // The word alone or with a number behind.
    let mut words = text.split_whitespace();
    let begins = words.next().is_some_and(|first| WORDS.iter().any(|word| first.eq_ignore_ascii_case(word)));
    let counts = |counted: &str| {
        !counted.is_empty() && counted.chars().all(|letter| letter.is_numeric() || "第一二三四五六七八九十年 ".contains(letter))
    };
    let ends = ENDS.iter().any(|end| text.strip_suffix(end).is_some_and(counts));
    begins && words.all(|word| word.chars().all(char::is_numeric)) || ends || text.starts_with("星期")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_decides_what_headings_name() {
        // Headings, the names in them; none when they are no customers.
        for (headings, expected) in [
            (&["Ann Smith", "Bob Jones"] as &[&str], Some("Ann Smith|Bob Jones")),
            (&["客户：上海华信", "客户：北京"], Some("上海华信|北京")),
            (&["客户名称:上海华信", "电话：138 x"], Some("上海华信|-")),
            (&["Customer: Ann", "Customer: Bob: Ltd", "Customer:"], Some("Ann|Bob: Ltd|")),
            (&["Customer Ann", "Customer Bob Jones"], Some("Ann|Bob Jones")),
            (&["Customer Services Ltd", "Ann"], Some("Customer Services Ltd|Ann")),
            (&["ACME: North", "Bob Jones"], Some("ACME: North|Bob Jones")),
            (&["Salesperson: Ann", "Salesperson: Bob"], None),
            (&["店铺：A店"], None),
            (&["January", "February"], None),
            (&["Q1", "Q2"], None),
            (&["Week 1", "Week 2"], None),
            (&["一月", "十二月"], None),
            (&["第一季度", "第二季度"], None),
            (&["明月", "May Smith", "周杰"], Some("明月|May Smith|周杰")),
            (&[], None),
        ] {
            let naming = Naming::of(headings);
            let names = naming.map(|naming| headings.iter().map(|text| naming.name(text).unwrap_or("-")).collect::<Vec<_>>().join("|"));
            assert_eq!(names.as_deref(), expected, "{headings:?}");
        }
    }
}
