//! The page's samples are what the generator makes, and small enough to be part of the page.

#[path = "../../examples/support/random.rs"]
#[allow(dead_code, reason = "the transactions generator uses the rest")]
mod random;
#[path = "../../examples/support/sample.rs"]
mod story;

const HOW: &str = "run `cargo run --example generate -- sample-zh 0 www/sample/orders-zh.csv`, and the same with en";

#[test]
fn the_samples_are_what_the_generator_makes() {
    assert!(include_str!("../../www/sample/orders-zh.csv") == story::sample(&story::CHINESE), "{HOW}");
    assert!(include_str!("../../www/sample/orders-en.csv") == story::sample(&story::ENGLISH), "{HOW}");
}

#[test]
fn the_samples_are_small_and_dirty() {
    for (text, dirt) in [
        (story::sample(&story::CHINESE), vec!["散客", ",,", "\"¥1,", "年", "待定", "-02-30", "Ｋ", "０", ",-", "2025年12月31日"]),
        (story::sample(&story::ENGLISH), vec!["guest", ",,", "\"$1,", "tbd", "-02-30", ",-", "2025-12-31"]),
    ] {
        assert!(text.len() <= 150_000, "{} bytes", text.len());
        for word in dirt {
            assert!(text.contains(word), "no {word} in it");
        }
    }
}
