//! Words that say how satisfied somebody is.
//!
//! Five steps, as questionnaires have them. Invariant: a word means the same in every column.

use unicode_normalization::UnicodeNormalization;

/// The five steps: what they are worth, and their words without blanks and in lower case.
const STEPS: [(u8, &str); 5] = [
    (
        100,
        "非常满意 很满意 十分满意 特别满意 极满意 完全满意 好评 非常好 很好 优 优秀 verysatisfied extremelysatisfied excellent verygood outstanding great delighted",
    ),
    (75, "满意 比较满意 较满意 还满意 好 良 良好 较好 satisfied somewhatsatisfied good positive happy"),
    (50, "一般 普通 中立 还行 还可以 中等 中 中评 基本满意 尚可 neutral average ok okay fair neithersatisfiednordissatisfied mixed"),
    (25, "不满意 不太满意 较不满意 比较不满意 不满 差 较差 不好 dissatisfied unsatisfied somewhatdissatisfied poor bad negative unhappy"),
    (
        0,
        "非常不满意 很不满意 十分不满意 极不满意 完全不满意 特别不满意 差评 很差 非常差 极差 verydissatisfied veryunsatisfied extremelydissatisfied verypoor verybad terrible awful",
    ),
];

/// What a word is worth, 0 to 100; none when it is no such word.
#[must_use]
pub(super) fn percent_of_word(text: &str) -> Option<u8> {
    let is_short = text.len() <= 64 && !text.starts_with(|c: char| c.is_ascii_digit());
    let word: String = text.nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let is_there = |words: &str| words.split(' ').any(|own| own == word);
    STEPS.iter().find(|(_, words)| is_short && is_there(words)).map(|&(percent, _)| percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_means_one_step() {
        let mut words: Vec<&str> = STEPS.iter().flat_map(|(_, words)| words.split(' ')).collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
        assert_eq!(percent_of_word("Very Satisfied!"), Some(100));
        assert_eq!(percent_of_word("满意度"), None);
    }
}
