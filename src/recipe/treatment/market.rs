//! Ready-made treatments: for any shop, for selling to companies, for selling to people.
//!
//! Companies are visited and called by somebody they know, people hear of us through their phone. Tiers are told by the
//! codes of the built-in schemes; those of an own scheme by their place, because nobody can know what its codes mean.
//! Invariant: every tier that is asked for gets a strategy.

use super::{ContactChannel, Strategy, automatic, default_strategies};
use crate::recipe::planning::{Caps, Occasion, PlayRule, Suppression, default_plays};
use ContactChannel::{Chat, Email, Event, Phone, Sms, Visit, Wechat};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// To whom a shop sells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Market {
    /// To anybody: the defaults.
    #[default]
    Any,
    /// To companies.
    Business,
    /// To people.
    Consumer,
}

/// How customers of a market are treated: the parts of a recipe that a preset replaces.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Treatment {
    /// How each tier is talked to.
    pub interact: BTreeMap<String, Strategy>,
    /// How often a customer is contacted at most.
    pub caps: Caps,
    /// When a customer is left in peace.
    pub suppression: Suppression,
    /// Which customers get another contact than the regular one.
    pub plays: Vec<PlayRule>,
    /// Days on which customers are thought of.
    pub care: Vec<Occasion>,
}

/// What a tier stands for, the best first.
#[derive(Clone, Copy)]
enum Rank {
    Top,
    High,
    Rising,
    Middle,
    Low,
}

impl Market {
    /// The treatment for these tiers, given from the best to the last.
    ///
    /// # Example: companies are visited, people get a message
    /// ```
    /// use customer_tiers::recipe::{ContactChannel, Market};
    /// let tiers = ["gold", "silver", "bronze"].map(String::from);
    /// let first = |market: Market| market.treatment(&tiers).interact["gold"].channels[0];
    /// assert_eq!(first(Market::Business), ContactChannel::Visit);
    /// assert_eq!(first(Market::Consumer), ContactChannel::Wechat);
    /// ```
    #[must_use]
    pub fn treatment(self, tiers: &[String]) -> Treatment {
        let strategies = tiers.iter().enumerate().map(|(place, code)| (code.clone(), self.strategy(code, rank(code, place, tiers.len()))));
        Treatment {
            interact: strategies.collect(),
            caps: self.caps(),
            suppression: match self {
                Self::Business => Suppression { after_order_days: 1, open_complaint_days: 180 },
                Self::Any | Self::Consumer => Suppression::default(),
            },
            plays: default_plays(),
            care: match self {
                Self::Any => vec![Occasion::Birthday],
                Self::Business => vec![Occasion::SpringFestival, Occasion::MidAutumn, Occasion::Anniversary],
                Self::Consumer => vec![Occasion::Birthday, Occasion::SpringFestival],
            },
        }
    }

    fn caps(self) -> Caps {
        match self {
            Self::Any => Caps::default(),
            Self::Business => Caps { per_week: 2, per_month: 5, channel_per_month: BTreeMap::from([(Sms, 1), (Visit, 2)]) },
            Self::Consumer => Caps { per_week: 1, per_month: 4, channel_per_month: BTreeMap::from([(Sms, 2), (Phone, 1)]) },
        }
    }

    fn strategy(self, code: &str, rank: Rank) -> Strategy {
        match self {
            Self::Any => any(code, rank),
            Self::Business => business(rank),
            Self::Consumer => consumer(rank),
        }
    }
}

/// What the tiers of the built-in schemes stand for; of others the first, those between, and the last.
fn rank(code: &str, place: usize, count: usize) -> Rank {
    match code {
        "vip" => Rank::Top,
        "high" | "a" => Rank::High,
        "potential" => Rank::Rising,
        "medium" | "ordinary" | "b" => Rank::Middle,
        "low" | "c" => Rank::Low,
        _ if place == 0 => Rank::High,
        _ if place + 1 == count => Rank::Low,
        _ => Rank::Middle,
    }
}

fn any(code: &str, rank: Rank) -> Strategy {
    let known = match rank {
        Rank::Top => "vip",
        Rank::High => "high",
        Rank::Rising => "potential",
        Rank::Middle => "medium",
        Rank::Low => "low",
    };
    let mut defaults = default_strategies();
    defaults.remove(code).or_else(|| defaults.remove(known)).unwrap_or_else(|| business(rank))
}

/// Minutes a visit takes with the way to it.
const VISIT: u32 = 90;

fn business(rank: Rank) -> Strategy {
    match rank {
        Rank::Top => made((24, 20, 2), "quality", &[Visit, Phone, Wechat, Event, Email], &[(Visit, VISIT), (Wechat, 10), (Event, 30)]),
        Rank::High => made((12, 20, 4), "quality", &[Visit, Phone, Wechat, Email], &[(Visit, VISIT), (Wechat, 10)]),
        Rank::Rising => made((9, 15, 8), "value", &[Phone, Visit, Wechat, Email], &[(Visit, VISIT), (Wechat, 10)]),
        Rank::Middle => made((6, 15, 24), "value", &[Phone, Wechat, Email], &[(Wechat, 10)]),
        Rank::Low => made((2, 5, 48), "price", &[Email, Wechat, Phone], &[(Phone, 10)]),
    }
}

fn consumer(rank: Rank) -> Strategy {
    match rank {
        Rank::Top => made((18, 10, 1), "quality", &[Wechat, Phone, Event, Sms, Email], &[(Wechat, 5), (Event, 15)]),
        Rank::High => made((12, 8, 4), "quality", &[Wechat, Phone, Sms, Email], &[(Wechat, 4)]),
        Rank::Rising => made((9, 4, 12), "value", &[Wechat, Sms, Email], &[]),
        Rank::Middle => made((6, 0, 24), "value", &[Wechat, Sms, Email, Chat], &[(Chat, 4)]),
        Rank::Low => made((4, 0, 72), "price", &[Sms, Email], &[]),
    }
}

/// `figures`: contacts per year, minutes per contact, hours to an answer. Mail and text messages are automatic.
fn made(figures: (u32, u32, u32), focus: &str, channels: &[ContactChannel], minutes: &[(ContactChannel, u32)]) -> Strategy {
    let (contacts_per_year, minutes_per_contact, response_hours) = figures;
    let mut by_channel = automatic();
    by_channel.extend(minutes.iter().copied());
    Strategy {
        contacts_per_year,
        channels: channels.to_vec(),
        minutes_per_contact,
        minutes: by_channel,
        response_hours,
        focus: focus.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::{Checked, Recipe};

    #[test]
    fn every_treatment_is_a_recipe_and_better_tiers_hear_more_of_us() {
        let schemes: [&[&str]; 5] =
            [&["high", "medium", "low"], &["vip", "ordinary", "potential"], &["a", "b", "c"], &["x", "y", "z"], &["only"]];
        for market in [Market::Any, Market::Business, Market::Consumer] {
            for codes in schemes {
                let tiers: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
                let Treatment { interact, caps, suppression, plays, care } = market.treatment(&tiers);
                assert_eq!(interact.len(), tiers.len(), "{market:?} {codes:?}");
                let rate = |code: &str| interact[code].contacts_per_year;
                assert!(rate(codes[0]) >= rate(codes[codes.len() - 1]), "{market:?} {codes:?}");
                let mut recipe = Recipe { interact, ..Recipe::default() };
                (recipe.planning.caps, recipe.planning.suppression) = (caps, suppression);
                (recipe.planning.plays, recipe.planning.care) = (plays, care);
                Checked::new(recipe).expect("a preset is valid");
            }
        }
    }

    #[test]
    fn the_preset_for_anybody_is_the_default() {
        let tiers = ["high", "medium", "low", "vip", "ordinary", "potential", "a", "b", "c"].map(str::to_owned);
        let Treatment { interact, caps, suppression, plays, care } = Market::Any.treatment(&tiers);
        let planning = Recipe::default().planning;
        assert_eq!(interact, default_strategies());
        assert_eq!((caps, suppression, plays, care), (planning.caps, planning.suppression, planning.plays, planning.care));
    }
}
