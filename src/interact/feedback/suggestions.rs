//! Suggestions by what they are about.
//!
//! Grouped by the words in them, with the sentences themselves as examples: whoever reads a group sees what is in it.
//! Invariant: every suggestion is in exactly one group; the same sentence from many customers is one example with a count.

use super::Said;
use crate::base::TextId;
use crate::identify::book::FeedbackKind;
use crate::identify::values::topics::{Topic, topic};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Examples of a group at most.
const EXAMPLES: usize = 3;

/// Suggestions about one thing.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SuggestionTopic {
    /// What they are about; none where no known word is in them.
    pub topic: Option<Topic>,
    /// Suggestions.
    pub count: u32,
    /// Customers who made them.
    pub customers: u32,
    /// Suggestions by tier, in the order of the scheme.
    pub tiers: Vec<u32>,
    /// Sentences, the most common first, with how often each came; at most three.
    pub examples: Vec<(String, u32)>,
}

#[derive(Default)]
struct Group<'a> {
    count: u32,
    customers: BTreeSet<u32>,
    tiers: Vec<u32>,
    /// The same words count as one sentence, whatever their case and blanks.
    sentences: BTreeMap<String, (&'a str, u32)>,
}

/// Suggestions by what they are about, the most common first, those without a known word last.
pub(super) fn topics(said: &Said<'_>) -> Vec<SuggestionTopic> {
    let tiers = said.standing.schemes.get(said.standing.tier).map_or(0, |tiers| tiers.segments.len());
    let feedback = &said.book.feedback;
    let mut groups: BTreeMap<Option<Topic>, Group<'_>> = BTreeMap::new();
    for customer in said.book.customers.iter() {
        for row in said.rows(customer).filter(|&row| feedback.kind[row] == FeedbackKind::Suggestion) {
            let text = |id: TextId| if id.is_none() { "" } else { feedback.subjects.get(id) };
            let sentence = text(feedback.subject[row]);
            let group = groups.entry(topic(text(feedback.class[row])).or_else(|| topic(sentence))).or_default();
            group.count += 1;
            group.customers.insert(customer.0);
            group.tiers.resize(tiers, 0);
            if let Some(count) = said.tier(customer).and_then(|tier| group.tiers.get_mut(tier)) {
                *count += 1;
            }
            if !sentence.trim().is_empty() {
                group.sentences.entry(folded(sentence)).or_insert((sentence, 0)).1 += 1;
            }
        }
    }
    let mut topics: Vec<SuggestionTopic> = groups.into_iter().map(|(topic, group)| group.finish(topic)).collect();
    topics.sort_by_key(|found| (found.topic.is_none(), Reverse(found.count)));
    topics
}

impl Group<'_> {
    #[expect(clippy::cast_possible_truncation, reason = "customers are numbered with u32")]
    fn finish(self, topic: Option<Topic>) -> SuggestionTopic {
        let mut examples: Vec<(&str, u32)> = self.sentences.into_values().collect();
        // The sort is stable: equally common ones stay in the order of their letters.
        examples.sort_by_key(|(_, count)| Reverse(*count));
        let examples = examples.into_iter().take(EXAMPLES).map(|(sentence, count)| (sentence.to_owned(), count));
        SuggestionTopic {
            topic,
            count: self.count,
            customers: self.customers.len() as u32,
            tiers: self.tiers,
            examples: examples.collect(),
        }
    }
}

fn folded(sentence: &str) -> String {
    let letters = sentence.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
