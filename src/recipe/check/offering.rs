//! The rules of the offers' settings.
//!
//! Recipes come from strangers: every number has a bound, every text a length. Invariant: with settings that pass, a
//! promotion costs something and never more than the margin.

use super::require;
use crate::Result;
use crate::recipe::Offering;

pub(super) fn check(offering: &Offering) -> Result<()> {
    let Offering { products, support, exclude, promotion_share } = offering;
    require((1..=20).contains(products), "offering.products", &format!("{products} is not between 1 and 20"))?;
    require((2..=10_000).contains(support), "offering.support", &format!("{support} is not between 2 and 10000"))?;
    require(exclude.len() <= 1000, "offering.exclude", "more than 1000 products")?;
    require(exclude.iter().all(|name| name.len() <= 500), "offering.exclude", "a name longer than 500 bytes")?;
    let is_share = *promotion_share > 0.0 && *promotion_share <= 1.0;
    require(is_share, "offering.promotion_share", &format!("{promotion_share} is not above 0 and at most 1"))
}

#[cfg(test)]
mod tests {
    use crate::recipe::check::tests::refusal;

    #[test]
    fn one_refusal_for_each_rule() {
        for (offering, expected) in [
            ("{}", ""),
            (r#"{"products": 20, "support": 10000, "exclude": ["bag"], "promotion_share": 1}"#, ""),
            (r#"{"products": 0}"#, "offering.products: 0 is not between 1 and 20"),
            (r#"{"products": 21}"#, "offering.products: 21 is not between 1 and 20"),
            (r#"{"support": 1}"#, "offering.support: 1 is not between 2 and 10000"),
            (r#"{"promotion_share": 0}"#, "offering.promotion_share: 0 is not above 0 and at most 1"),
            (r#"{"promotion_share": 1.5}"#, "offering.promotion_share: 1.5 is not above 0 and at most 1"),
        ] {
            assert_eq!(refusal(&format!(r#"{{"offering": {offering}}}"#)), expected, "{offering}");
        }
    }
}
