//! Fuzzes [`customer_tiers_fuzz::ods`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| customer_tiers_fuzz::ods(data));
