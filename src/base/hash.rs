//! A number that stands for a text, the same on every machine and in every year.
//!
//! Hash tables choose their hasher for speed and may change it; what is seen outside, as the id of an event in a calendar,
//! must not change. Invariant: this function is never altered.

/// FNV-1a with 64 bits (Fowler, Noll, Vo; IETF draft-eastlake-fnv). Not for secrets: texts can be made to collide.
///
/// # Example: the published value for "foobar"
/// ```
/// assert_eq!(customer_tiers::base::stable_hash("foobar"), 0x85944171f73967e8);
/// ```
#[must_use]
pub fn stable_hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
