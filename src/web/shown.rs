//! Answers as a screen shows them while names, phone numbers and addresses are masked.
//!
//! What the core tells is also written to files, which are never masked; so it is masked here, on its way to the screen, in one list.
//! What an answer says of customers by their own columns is masked already, by [`crate::identify::book`]. Invariant: identifiers that
//! decisions are made with stay as they are, beside the text that is shown instead.

use crate::base::mask;
use crate::customize::{Assignment, CustomerOffer, OfferPage, OwnedCustomer};
use crate::differentiate::prospects::Prospects;
use crate::differentiate::scorecard::Scorecard;
use crate::identify::book::masked;
use crate::identify::clean::{DuplicatePage, FileReport};
use crate::identify::{Inspection, IssueRow};
use crate::interact::feedback::{FeedbackReview, MatterPage};
use crate::recipe::Field;

/// An answer that names customers.
pub(super) trait Shown: Sized {
    fn mask(&mut self);

    /// Masked, if that is wished.
    fn shown(mut self, is_masked: bool) -> Self {
        if is_masked {
            self.mask();
        }
        self
    }
}

fn veil(text: &mut String, field: Option<Field>) {
    *text = match field {
        // Days and figures name nobody; words in their place may.
        Some(field) if FIGURES.contains(&field) && text.contains(|c: char| c.is_ascii_digit()) => return,
        Some(field) if FIGURES.contains(&field) => mask::name(text),
        Some(field) => mask::text(&masked(field, text)).into_owned(),
        None => mask::text(text).into_owned(),
    };
}

const FIGURES: [Field; 14] = [
    Field::OrderId,
    Field::Date,
    Field::Amount,
    Field::Quantity,
    Field::UnitPrice,
    Field::FirstOrder,
    Field::LastOrder,
    Field::RecencyDays,
    Field::Orders,
    Field::Revenue,
    Field::Updated,
    Field::Resolved,
    Field::Count,
    Field::Rating,
];

fn veil_name(id: &mut String, name: &mut String) {
    veil(id, None);
    veil(name, Some(Field::CustomerName));
}

impl Shown for CustomerOffer {
    fn mask(&mut self) {
        veil_name(&mut self.customer_id, &mut self.customer_name);
    }
}

impl Shown for OfferPage {
    fn mask(&mut self) {
        self.rows.iter_mut().for_each(Shown::mask);
    }
}

impl Shown for OwnedCustomer {
    fn mask(&mut self) {
        veil_name(&mut self.customer_id, &mut self.customer_name);
    }
}

/// The staff are named: they are who looks at the screen.
impl Shown for Assignment {
    fn mask(&mut self) {
        let moved = self.moves.iter_mut().map(|moved| &mut moved.who);
        let pooled = self.pool.iter_mut().map(|pooled| &mut pooled.who);
        let claimed = self.conflicts.iter_mut().map(|conflict| &mut conflict.who);
        moved.chain(pooled).chain(claimed).for_each(Shown::mask);
    }
}

impl Shown for Scorecard {
    fn mask(&mut self) {
        self.best.iter_mut().for_each(|best| veil_name(&mut best.customer_id, &mut best.customer_name));
    }
}

impl Shown for Prospects {
    fn mask(&mut self) {
        self.scorecard.mask();
    }
}

impl Shown for MatterPage {
    fn mask(&mut self) {
        self.rows.iter_mut().for_each(|matter| veil(&mut matter.subject, None));
    }
}

impl Shown for FeedbackReview {
    fn mask(&mut self) {
        let examples = self.suggestions.iter_mut().flat_map(|topic| &mut topic.examples);
        examples.for_each(|(text, _)| veil(text, None));
    }
}

impl Shown for DuplicatePage {
    fn mask(&mut self) {
        let fields: Vec<Option<Field>> = self.columns.iter().map(|(field, _)| *field).collect();
        let veil_all = |values: &mut [String]| values.iter_mut().zip(&fields).for_each(|(value, field)| veil(value, *field));
        for group in &mut self.groups {
            veil_all(&mut group.merged);
            for member in &mut group.members {
                veil(&mut member.shown, None);
                veil_all(&mut member.values);
            }
        }
    }
}

impl Shown for FileReport {
    fn mask(&mut self) {
        for report in &mut self.fields {
            report.frequent.iter_mut().for_each(|(value, _)| veil(value, report.field));
        }
        self.outliers.iter_mut().flat_map(|outliers| &mut outliers.farthest).for_each(|row| veil(&mut row.id, None));
    }
}

impl Shown for IssueRow {
    /// Words where a day or an amount should be may be anything, and what is about no column a whole line: of these nothing but the
    /// first letters is left.
    fn mask(&mut self) {
        let before = self.original.clone();
        for text in [&mut self.original, &mut self.became] {
            let plain = text.clone();
            veil(text, self.field);
            // Stricter than elsewhere: here are the values that are not what their column holds.
            if self.field.is_none() || (*text == plain && plain.chars().any(char::is_alphabetic)) {
                *text = mask::name(&plain);
            }
        }
        self.masked = before != self.original;
    }
}

impl Shown for Inspection {
    fn mask(&mut self) {
        for table in &mut self.tables {
            let fields: Vec<Option<Field>> = table.columns.iter().map(|column| column.field).collect();
            for row in &mut table.sample {
                row.iter_mut().zip(&fields).for_each(|(cell, field)| match field {
                    // Nobody has said yet what it is.
                    None if cell.contains(char::is_alphabetic) => *cell = mask::name(cell),
                    field => veil(cell, *field),
                });
            }
            table.questions.iter_mut().flat_map(|question| &mut question.evidence).for_each(|text| veil(text, None));
        }
        self.encodings.iter_mut().flat_map(|preview| &mut preview.lines).for_each(|line| *line = mask::name(line));
        let places = self.lined_up.iter_mut().flat_map(|lined_up| &mut lined_up.lines).flatten();
        places.filter(|letter| !letter.trim().is_empty()).for_each(|letter| *letter = "*".to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customize::{OfferQuery, Offerer, Staff, assignment};
    use crate::identify::clean::{Corrections, Decisions, duplicates, report};
    use crate::identify::{BytesSource, Source, inspect};
    use crate::interact::calendar::calendar;
    use crate::interact::feedback::{feedback, matters};
    use crate::pipeline::run;
    use crate::recipe::{Checked, Metric};
    use serde::Serialize;

    const ORDERS: &str = "\
customer_id,customer_name,phone,email,owner,order_id,order_date,amount
C1,Anna Keller,13800138000,anna.keller@example.com,Olga,O1,2024-03-01,10
C2,Anna Keler,13800138000,anna.keller@example.com,Olga / Paul,O2,2024-03-02,12
13800138777,Bruno Maas,13900139000,bruno@example.com,Paul,O3,2024-03-03,9000
C4,Clara Vogt,not a phone of Clara,clara@example.com,,O4,whenever Clara came,9
C5,Dora Ernst,13700137000,dora@example.com,Paul,O5,2024-03-04,14
";
    const FEEDBACK: &str = "\
customer_id,feedback_date,feedback_type,content
C1,2024-03-05,complaint,call 13800138000 please
C5,2024-03-05,suggestion,write to 13700137000
";
    /// Nothing of these may be on the screen.
    const SECRETS: [&str; 8] = ["Keller", "Keler", "Maas", "Clara", "Ernst", "13800138", "13700137", "example.com"];

    fn said(answer: &impl Serialize) -> String {
        serde_json::to_string(answer).expect("answers are JSON")
    }

    /// Each answer as it is and as it is shown; identifiers that decisions are made with are no text that is shown.
    fn check<T: Shown + Serialize>(name: &str, answer: impl Fn() -> T) {
        let without_keys = |text: String| text.replace(r#""id":"13800138777""#, "");
        let plain = said(&answer().shown(false));
        assert!(SECRETS.iter().any(|secret| plain.contains(secret)), "{name} names nobody: {plain}");
        let masked = without_keys(said(&answer().shown(true)));
        let told: Vec<&str> = SECRETS.into_iter().filter(|secret| masked.contains(secret)).collect();
        assert!(told.is_empty(), "{name} tells {told:?}: {masked}");
    }

    #[test]
    fn no_answer_names_anybody_while_names_are_masked() -> crate::Result<()> {
        let source = |name: &str, text: &str| Box::new(BytesSource::new(name, text.as_bytes().to_vec())) as Box<dyn Source>;
        let recipe = Checked::default();
        let mut sources = vec![source("orders.csv", ORDERS), source("feedback.csv", FEEDBACK)];
        let mut outcome = run(&mut sources, &recipe, &mut |_| {})?;
        outcome.book.customers.masked = true;
        let (book, standing) = (&outcome.book, &outcome.standing);
        check("columns", || inspect(source("orders.csv", ORDERS).as_mut(), &recipe).expect("a table"));
        let fixed = "C1  Anna Keller  10\nC2  Bruno Maas    9\nC3  Cyd            8\nC4  Dan            7\n";
        check("lines of fixed width", || inspect(source("fixed.txt", fixed).as_mut(), &recipe).expect("a table"));
        check("problem rows", || Rows(book.issues.rows().collect()));
        check("values that occur most often, outliers", || report(book, &recipe, Some(standing.as_of)));
        let rules = &recipe.cleaning.duplicates;
        let found = duplicates::search(&book.customers, rules);
        check("duplicates", || duplicates::page(book, &found, &Decisions::of(&Corrections::default()), rules, 0, 9));
        let offerer = Offerer::new(book, standing, &recipe);
        check("offers", || offerer.page(book, standing, &OfferQuery { limit: 9, ..OfferQuery::default() }));
        check("owners", || assignment(book, standing, &recipe, &Staff::named_in(book)).expect("staff").cut(9));
        check("best customers", || crate::differentiate::scorecard::scorecard(book, standing, &recipe, &Metric::Revenue, 9));
        check("complaints", || matters(book, standing, &recipe, (0, 9)));
        check("suggestions", || feedback(book, standing, &recipe));
        let drafts = calendar(book, standing, None, &recipe).drafts(
            book,
            standing,
            &serde_json::from_str("{\"limit\": 99}").expect("a query"),
            &messaging(),
        );
        let drafts = said(&drafts);
        assert!(drafts.contains("A** K**") && SECRETS.iter().all(|secret| !drafts.contains(secret)), "{drafts}");
        Ok(())
    }

    fn messaging() -> crate::interact::messages::Messaging {
        let template =
            r#"{"templates": [{"language": "en", "subject": "{{name}}", "text": "Dear {{name}} ({{customer_id}})"}], "language": "en"}"#;
        serde_json::from_str(template).expect("a template")
    }

    /// As a page of them is told.
    #[derive(Serialize)]
    struct Rows(Vec<IssueRow>);

    impl Shown for Rows {
        fn mask(&mut self) {
            self.0.iter_mut().for_each(Shown::mask);
        }
    }
}
