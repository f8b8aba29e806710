//! Fuzzes [`customer_tiers_fuzz::export_round_trip`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| customer_tiers_fuzz::export_round_trip(data));
