//! Fuzzes [`customer_tiers_fuzz::xml`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| customer_tiers_fuzz::xml(data));
