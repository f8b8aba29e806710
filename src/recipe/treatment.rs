//! How each tier is treated: the settings of the stages interact and customize.
//!
//! They live here because the recipe holds them and comes before every stage. Invariant: the
//! defaults cover every code of the built-in tier schemes, so that a recipe nobody touched has an
//! answer for every tier.

mod market;

pub use market::{Market, Treatment};

use super::ContactChannel::{self, Email, Event, Phone, Sms, Visit, Wechat};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How one tier is talked to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct Strategy {
    /// Contacts per customer and year.
    pub contacts_per_year: u32,
    /// Channels, best first: a contact goes through the first one that reaches the customer.
    pub channels: Vec<ContactChannel>,
    /// Staff minutes per contact; 0 when it is automatic.
    pub minutes_per_contact: u32,
    /// Staff minutes of channels that take another time than `minutes_per_contact`. Recipes that do not say it send
    /// e-mails and text messages automatically.
    #[serde(default = "automatic")]
    pub minutes: BTreeMap<ContactChannel, u32>,
    /// Hours within which a question is answered.
    pub response_hours: u32,
    /// What is talked about: `quality`, `value`, `price`.
    pub focus: String,
}

impl Strategy {
    /// Staff minutes of a contact through this channel.
    #[must_use]
    pub fn minutes_by(&self, channel: ContactChannel) -> u32 {
        self.minutes.get(&channel).copied().unwrap_or(self.minutes_per_contact)
    }

    /// Staff minutes of a contact through the first channel.
    #[must_use]
    pub fn usual_minutes(&self) -> u32 {
        self.channels.first().map_or(0, |channel| self.minutes_by(*channel))
    }
}

/// Channels that a machine sends through.
fn automatic() -> BTreeMap<ContactChannel, u32> {
    BTreeMap::from([(Email, 0), (Sms, 0)])
}

/// The service that one tier gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct ServiceLevel {
    /// Who looks after them: `account_manager`, `team`, `self_service`.
    pub owner: String,
    /// Benefits: `priority_support`, `priority_order`, `exclusive_offer`, `vip_event`, `bundle`, `coupon`.
    pub benefits: Vec<String>,
}

/// The strategies that suit most shops, by tier code of the built-in tier schemes.
///
/// The best are called by a person every month and answered within hours, the middle is written to
/// every other month and shown the way up, the rest hears of offers once a quarter, automatically.
///
/// # Example: low-value customers cost no staff time
/// ```
/// let strategies = customer_tiers::recipe::default_strategies();
/// assert_eq!(strategies["low"].minutes_per_contact, 0);
/// assert!(strategies["high"].response_hours < strategies["medium"].response_hours);
/// ```
#[must_use]
pub fn default_strategies() -> BTreeMap<String, Strategy> {
    let high = strategy((12, 15, 4), "quality", &[Phone, Wechat, Event, Email]);
    let medium = strategy((6, 5, 24), "value", &[Wechat, Email, Sms]);
    let low = strategy((4, 0, 72), "price", &[Sms, Email]);
    let vip = strategy((18, 20, 2), "quality", &[Visit, Phone, Wechat, Event, Email]);
    let potential = strategy((8, 5, 24), "value", &[Wechat, Email, Phone]);
    by_code([
        ("high", high.clone()),
        ("medium", medium.clone()),
        ("low", low.clone()),
        ("vip", vip),
        ("ordinary", medium.clone()),
        ("potential", potential),
        ("a", high),
        ("b", medium),
        ("c", low),
    ])
}

/// The service levels that suit most shops, by tier code of the built-in tier schemes.
#[must_use]
pub fn default_service_levels() -> BTreeMap<String, ServiceLevel> {
    let high = service("account_manager", &["priority_support", "priority_order", "exclusive_offer", "vip_event"]);
    let medium = service("team", &["bundle", "coupon"]);
    let low = service("self_service", &["coupon"]);
    let potential = service("team", &["exclusive_offer", "bundle"]);
    by_code([
        ("high", high.clone()),
        ("medium", medium.clone()),
        ("low", low.clone()),
        ("vip", high.clone()),
        ("ordinary", medium.clone()),
        ("potential", potential),
        ("a", high),
        ("b", medium),
        ("c", low),
    ])
}

/// `figures`: contacts per year, minutes per contact, hours to an answer.
fn strategy(figures: (u32, u32, u32), focus: &str, channels: &[ContactChannel]) -> Strategy {
    let (contacts_per_year, minutes_per_contact, response_hours) = figures;
    let channels = channels.to_vec();
    Strategy { contacts_per_year, channels, minutes_per_contact, minutes: automatic(), response_hours, focus: focus.to_owned() }
}

fn service(owner: &str, benefits: &[&str]) -> ServiceLevel {
    ServiceLevel { owner: owner.to_owned(), benefits: texts(benefits) }
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

fn by_code<T, const N: usize>(entries: [(&str, T); N]) -> BTreeMap<String, T> {
    entries.into_iter().map(|(code, entry)| (code.to_owned(), entry)).collect()
}
