//! Laws of the recipe: what is written is what was read, and no recipe that is let through breaks anything.

use customer_tiers::identify::{BytesSource, Source};
use customer_tiers::pipeline;
use customer_tiers::recipe::Checked;

/// A recipe as text.
pub fn recipe(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(checked) = Checked::from_json(text) else { return };
    let written = checked.to_json();
    let again = Checked::from_json(&written).expect("what was written can be read");
    assert_eq!(again.to_json(), written);
    let orders =
        "customer_id,order_id,order_date,amount\nann,1,2024-01-05,120.50\nann,2,2024-03-01,80\nbob,3,2023-06-30,-15\ncyd,4,3/4/2023,9\n";
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", orders.into()))];
    if let Ok(outcome) = pipeline::run(&mut sources, &checked, &mut |_| {}) {
        super::flow::outcome_is_lawful(&outcome);
    }
}
