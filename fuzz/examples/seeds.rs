//! Writes the seeds to `corpus/<target>/`, where the fuzzer looks for them.

use std::path::Path;

fn main() -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (target, _) in customer_tiers_fuzz::TARGETS {
        let folder = root.join("corpus").join(target);
        std::fs::create_dir_all(&folder)?;
        for (number, seed) in customer_tiers_fuzz::seeds::of(target).iter().enumerate() {
            std::fs::write(folder.join(format!("seed-{number}")), seed)?;
        }
    }
    Ok(())
}
