//! What customers are written and told: the user's own texts, with fields that are filled in for each customer.
//!
//! Ready-made texts belong to the screen that shows them; here is only what somebody changed. A field stands as
//! `{{last_order_date}}`, with what to say instead where it is not known as `{{name|customer}}`. Invariant: a template
//! names fields and never a customer.

use super::planning::{ContactChannel, Play};
use serde::{Deserialize, Serialize};

/// Texts of messages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Messages {
    /// Language in which customers are written to; that of the screen when not given.
    pub language: Option<MessageLanguage>,
    /// Own texts: the first one that fits a contact counts, before every ready-made one.
    pub templates: Vec<Template>,
}

/// Languages of messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub enum MessageLanguage {
    /// Chinese.
    #[default]
    #[serde(rename = "zh-CN")]
    Chinese,
    /// English.
    #[serde(rename = "en")]
    English,
}

/// The text of a message, and the contacts that it is for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Template {
    /// Its language.
    pub language: MessageLanguage,
    /// Only customers of this tier.
    #[cfg_attr(test, ts(optional, type = "string | null"))]
    pub tier: Option<String>,
    /// Only contacts for this.
    #[cfg_attr(test, ts(optional, type = "Play | null"))]
    pub play: Option<Play>,
    /// Only contacts through this channel.
    #[cfg_attr(test, ts(optional, type = "ContactChannel | null"))]
    pub channel: Option<ContactChannel>,
    /// What an e-mail is headed by; not used by other channels.
    pub subject: String,
    /// The text.
    pub text: String,
}
