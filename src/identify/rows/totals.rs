//! Rows that add up other rows: a total that became a customer would count everything twice.
//!
//! Somebody may really be called "Total", so the word alone is not enough: an order with an id and a day is an order, a summary whose figures
//! are not the sum of the rows above is a customer's, and whoever has an address or anything else that is no figure is in the list.
//! Invariant: a row that is taken for a total is left out with an issue that says so.

use super::reading::{Slots, is_blank};
use crate::identify::read::Cell;
use crate::recipe::Field;

/// What totals are called. The English ones are followed by something that is no letter.
const WORDS: [&str; 11] = ["合计", "总计", "小计", "累计", "共计", "汇总", "grand total", "subtotal", "sub-total", "total", "sum"];
/// What a total may be counted in, and what stands around the number.
const AROUND: &str = ":：,，.。()（）¥￥$ \u{3000}条笔行位个人户家元单项次件名共记录客户订";

/// Whether some cell says that the row is a total.
pub(in crate::identify) fn says_total(cells: &[Cell<'_>]) -> bool {
    cells.iter().any(|&cell| is_total(cell))
}

/// Whether a total stands where the customer should, in a row that is not a whole order.
pub(super) fn names_total(cells: &[Cell<'_>], slots: &Slots) -> bool {
    let lacks = |field| is_blank(slots.cell(cells, field));
    let who = [Field::CustomerId, Field::CustomerName].map(|field| slots.cell(cells, field));
    let Some(who) = who.into_iter().find(|cell| !is_blank(*cell)) else { return false };
    // As the totals of a group are called, without a day.
    let ends_a_group = || slots.has(Field::Date) && lacks(Field::Date) && names_group_total(who);
    (is_total(who) && (lacks(Field::OrderId) || lacks(Field::Date))) || ends_a_group()
}

/// Whether it is a total and says nothing but figures.
pub(super) fn is_bare_total(cells: &[Cell<'_>], slots: &Slots) -> bool {
    let is_figure = |cell: &Cell<'_>| match cell {
        Cell::Text(text) => text.chars().all(|letter| letter.is_numeric() || AROUND.contains(letter)),
        Cell::Number(_) => true,
        Cell::Day(..) | Cell::Bool(_) => false,
        Cell::Empty | Cell::Error(_) => true,
    };
    names_total(cells, slots) && cells.iter().all(|cell| is_figure(cell) || is_total(*cell))
}

/// `合计`, `总计：`, `Grand Total`, `合计 60 笔`, `共 60 条`.
fn is_total(cell: Cell<'_>) -> bool {
    let Cell::Text(text) = cell else { return false };
    // Every row is asked, and most begin with a letter or a digit that no total begins with.
    let is_out = |byte: &u8| byte.is_ascii_alphanumeric() && !matches!(byte.to_ascii_lowercase(), b'g' | b's' | b't');
    if text.as_bytes().first().is_some_and(is_out) {
        return false;
    }
    let text = text.trim();
    let Some(first) = text.chars().next().map(|first| first.to_ascii_lowercase()) else { return false };
    let is_count = |rest: &str| rest.chars().all(|letter| letter.is_numeric() || AROUND.contains(letter));
    let is_counted = |rest: &str| is_count(rest) && rest.trim_start().starts_with(char::is_numeric);
    let after = |word: &str| text.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word)).and_then(|_| text.get(word.len()..));
    let goes_on = |rest: &str| rest.starts_with(|next: char| next.is_alphanumeric());
    let is_named = |word: &str| after(word).is_some_and(|rest| is_count(rest) && !(word.is_ascii() && goes_on(rest)));
    text.strip_prefix('共').is_some_and(is_counted) || WORDS.iter().any(|word| word.starts_with(first) && is_named(word))
}

/// A total, or that of a group with its name: `C1 汇总`, `C1 Total`, `Total for C1`, `小计：C1`.
pub(in crate::identify) fn names_group_total(cell: Cell<'_>) -> bool {
    is_total(cell) || ends_as_total(cell) || begins_as_total(cell)
}

fn begins_as_total(cell: Cell<'_>) -> bool {
    const BEFORE: [&str; 3] = ["total for ", "subtotal for ", "sub-total for "];
    const CHINESE: [&str; 3] = ["合计", "总计", "小计"];
    let Cell::Text(text) = cell else { return false };
    let text = text.trim_start();
    let begins = |word: &&str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let goes_on = |word: &&str| text.strip_prefix(word).is_some_and(|rest| rest.starts_with([':', '：']));
    BEFORE.iter().any(begins) || CHINESE.iter().any(goes_on)
}

/// `C1 汇总`, `C1 Total`: the total of a group.
pub(super) fn ends_as_total(cell: Cell<'_>) -> bool {
    let Cell::Text(text) = cell else { return false };
    let text = text.trim_end();
    let before = |word: &str| {
        let split = text.len().checked_sub(word.len()).filter(|&split| text.is_char_boundary(split))?;
        let (before, end) = text.split_at(split);
        end.eq_ignore_ascii_case(word).then_some(before)
    };
    let ends = |word: &str| before(word).is_some_and(|before| !word.is_ascii() || before.ends_with(' '));
    WORDS.iter().any(|word| ends(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identify::Mapping;

    #[test]
    fn totals_are_known_by_their_words() {
        for (text, expected) in [
            ("合计", true),
            (" Grand Total: ", true),
            ("总计：", true),
            ("合计（元）", true),
            ("合计：60 笔", true),
            ("共 60 条记录", true),
            ("Total 24", true),
            ("SUBTOTAL", true),
            ("Totally Ann", false),
            ("Sum41", false),
            ("共享单车", false),
            ("共", false),
            ("合计科技有限公司", false),
            ("", false),
        ] {
            assert_eq!(says_total(&[Cell::Empty, Cell::Text(text)]), expected, "{text}");
        }
        for (text, expected) in [("C1 汇总", true), ("王伟小计", true), ("C1 Total", true), ("Sutotal", false), ("汇总部", false)]
        {
            assert_eq!(ends_as_total(Cell::Text(text)), expected, "{text}");
        }
        for (text, expected) in
            [("Total for C1", true), ("小计：C1", true), ("C1 Total", true), ("Total", true), ("Total Wine", false), ("合计科技", false)]
        {
            assert_eq!(names_group_total(Cell::Text(text)), expected, "{text}");
        }
    }

    #[test]
    fn an_order_of_somebody_called_total_is_an_order() {
        let mapping = Mapping::from([(Field::CustomerId, 0), (Field::OrderId, 1), (Field::Date, 2), (Field::Phone, 3)]);
        let slots = Slots::new(&mapping, &Field::ALL);
        let (total, order, day, phone) = (Cell::Text("Total"), Cell::Text("A1"), Cell::Text("2024-01-01"), Cell::Text("tel. 1"));
        let is_total = |cells: &[Cell<'_>]| (names_total(cells, &slots), is_bare_total(cells, &slots));
        assert_eq!(is_total(&[total, order, day, Cell::Empty]), (false, false));
        assert_eq!(is_total(&[total, Cell::Empty, day, Cell::Empty]), (true, false));
        assert_eq!(is_total(&[total, Cell::Number(60.0), Cell::Empty, Cell::Empty]), (true, true));
        assert_eq!(is_total(&[total, Cell::Empty, Cell::Empty, phone]), (true, false));
        assert!(is_total(&[Cell::Text("C1 汇总"), Cell::Empty, Cell::Empty, Cell::Empty]).0);
        assert_eq!(is_total(&[Cell::Text("C1"), Cell::Empty, Cell::Empty, total]), (false, false));
    }
}
