//! What only the user can know.
//!
//! A question costs trust when it is needless and more when it is missing, so there is one only
//! where two columns are equally good and tell different things, or where the best is a guess.

use super::score::{NEAR, Scores};
use super::table::Table;
use super::{Mapping, Question, TableKind, Wishes};
use crate::identify::values::OrderEvidence;
use crate::recipe::Field;

/// Below this a role that is needed is a guess.
const GUESS: f64 = 0.55;

/// The questions about a table: none when it plays no part or is certain.
pub(super) fn questions(table: &Table<'_>, scores: &Scores, mapping: &Mapping, kind: TableKind, wishes: &Wishes) -> Vec<Question> {
    let needed: &[Field] = match kind {
        TableKind::Transactions => &[Field::CustomerId, Field::Date, Field::Amount],
        TableKind::CustomerSummary => &[Field::CustomerId, Field::LastOrder, Field::RecencyDays, Field::Orders, Field::Revenue],
        TableKind::CustomerList
        | TableKind::Interactions
        | TableKind::Feedback
        | TableKind::InteractionsAndFeedback
        | TableKind::OrderHeads
        | TableKind::OrderLines
        | TableKind::Other
        | TableKind::Empty => &[],
    };
    let open = needed.iter().filter(|field| !wishes.decides(**field));
    open.filter_map(|&field| which_column(table, scores, mapping, field)).collect()
}

fn which_column(table: &Table<'_>, scores: &Scores, mapping: &Mapping, field: Field) -> Option<Question> {
    let &chosen = mapping.get(&field)?;
    let best = scores.get(field, chosen);
    if best == 0.0 {
        return None; // a customer told apart by name, phone or e-mail: noted by the importer
    }
    // A column that fits another role better is no rival.
    let is_rival =
        |&(column, score): &(usize, f64)| column != chosen && scores.fields(column).first().is_some_and(|&(_, own)| own <= score);
    let others = scores.columns(field).into_iter().filter(is_rival);
    let rivals: Vec<usize> = others
        .filter(|&(column, score)| (best < GUESS || best - score < NEAR) && !table.tell_the_same(chosen, column))
        .map(|(column, _)| column)
        .collect();
    if rivals.is_empty() && best >= GUESS {
        return None;
    }
    let columns: Vec<usize> = std::iter::once(chosen).chain(rivals).take(6).collect();
    Some(Question {
        code: "which_column".to_owned(),
        field,
        candidates: columns.iter().map(|&column| table.titles[column].clone()).collect(),
        evidence: columns.iter().map(|&column| table.examples(column)).collect(),
    })
}

/// Asks for the order of day and month, when a whole column of days does not show it.
///
/// `samples` are some of its values; at most three are shown. `field` is the role of the column.
#[must_use]
pub fn date_order_question<'a>(field: Field, evidence: OrderEvidence, samples: impl IntoIterator<Item = &'a str>) -> Option<Question> {
    if evidence.ambiguous == 0 || evidence.order().is_some() {
        return None;
    }
    Some(Question {
        code: "date_order".to_owned(),
        field,
        candidates: vec!["month_day_year".to_owned(), "day_month_year".to_owned()],
        evidence: samples.into_iter().take(3).map(str::to_owned).collect(),
    })
}
