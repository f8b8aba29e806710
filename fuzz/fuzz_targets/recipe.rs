//! Fuzzes [`customer_tiers_fuzz::recipe`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| customer_tiers_fuzz::recipe(data));
