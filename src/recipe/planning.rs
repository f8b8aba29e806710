//! When customers are contacted: the settings of the calendar of contacts.
//!
//! How a tier is talked to is its [`Strategy`](super::Strategy); this is what holds for all of them: the team's hours,
//! working days and holidays, and what no customer shall be put through. Invariant: a recipe without these settings
//! plans twelve weeks of working days for a team of any size, so that nothing is left out that nobody decided.

use crate::base::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Through which channel a customer is contacted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum ContactChannel {
    /// Visit or meeting.
    Visit,
    /// Phone call.
    Phone,
    /// `WeChat` or another messenger.
    Wechat,
    /// E-mail.
    Email,
    /// Text message.
    Sms,
    /// Live chat.
    Chat,
    /// Invitation to an event.
    Event,
}

impl ContactChannel {
    /// Every channel, in the order in which they are listed.
    pub const ALL: [Self; 7] = [Self::Visit, Self::Phone, Self::Wechat, Self::Email, Self::Sms, Self::Chat, Self::Event];

    /// The name in recipes and files, as `wechat`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Phone => "phone",
            Self::Wechat => "wechat",
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Chat => "chat",
            Self::Event => "event",
        }
    }
}

/// The calendar of contacts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Planning {
    /// First day that is planned; the analysis day when not given.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub start: Option<Day>,
    /// Weeks that are planned, 1 to 53.
    pub weeks: u32,
    /// Working time of the team; as much as it takes when not given.
    pub capacity: Option<Capacity>,
    /// Days of the week on which people work.
    pub working_days: Vec<Weekday>,
    /// Public holidays on which nobody works.
    pub holidays: HolidayCalendar,
    /// Own days without work.
    pub days_off: Vec<DaysOff>,
    /// Days on which people work whatever the week and the holidays say, as weekends that make up for a longer holiday (调休).
    #[cfg_attr(test, ts(type = "string[]"))]
    pub extra_days: Vec<Day>,
    /// How often a customer is contacted at most.
    pub caps: Caps,
    /// When a customer is left in peace.
    pub suppression: Suppression,
    /// Which customers get another contact than the regular one; the first rule that fits counts.
    pub plays: Vec<PlayRule>,
    /// Days on which customers are thought of.
    pub care: Vec<Occasion>,
}

impl Default for Planning {
    fn default() -> Self {
        Self {
            start: None,
            weeks: 12,
            capacity: None,
            working_days: Weekday::ALL[..5].to_vec(),
            holidays: HolidayCalendar::default(),
            days_off: Vec::new(),
            extra_days: Vec::new(),
            caps: Caps::default(),
            suppression: Suppression::default(),
            plays: default_plays(),
            care: vec![Occasion::Birthday],
        }
    }
}

/// Working time for contacts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct Capacity {
    /// People who contact customers.
    pub people: u32,
    /// Hours that each has for it in a week without holidays.
    pub hours_per_week: u32,
    /// Whether the customers of each account manager take that person's hours only; then `people` are for customers of nobody.
    #[serde(default)]
    pub by_owner: bool,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// Every day of the week, from Monday.
    pub const ALL: [Self; 7] = [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];

    /// The day of the week of a day.
    ///
    /// # Example: the epoch was a Thursday
    /// ```
    /// use customer_tiers::{base::Day, recipe::Weekday};
    /// let day: Day = "1970-01-01".parse()?;
    /// assert_eq!(Weekday::of(day), Weekday::Thursday);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(day: Day) -> Self {
        let place = usize::try_from(day.since_monday()).unwrap_or(0);
        Self::ALL[place]
    }
}

/// Whose public holidays there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum HolidayCalendar {
    /// The statutory days of China. Days that are shifted to make long weekends are announced year by year: see [`Planning::days_off`].
    #[default]
    China,
    /// New Year, Good Friday, Easter Monday, 1 May, Christmas and the day after it.
    Western,
    /// None.
    None,
}

/// Own days without work, first and last day included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct DaysOff {
    /// First day.
    #[cfg_attr(test, ts(type = "string"))]
    pub from: Day,
    /// Last day.
    #[cfg_attr(test, ts(type = "string"))]
    pub to: Day,
}

/// How often a customer is contacted at most, whoever asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Caps {
    /// In any seven days, 1 to 7.
    pub per_week: u32,
    /// In any thirty days, 1 to 30.
    pub per_month: u32,
    /// Through one channel in any thirty days; no limit for channels that are not named.
    pub channel_per_month: BTreeMap<ContactChannel, u32>,
}

impl Default for Caps {
    fn default() -> Self {
        Self { per_week: 1, per_month: 3, channel_per_month: BTreeMap::from([(ContactChannel::Sms, 2)]) }
    }
}

/// When a customer is left in peace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Suppression {
    /// Days after an order without a contact: who has just bought is not called.
    pub after_order_days: u32,
    /// A complaint that is open and at most this many days old holds every contact back: it is answered first.
    pub open_complaint_days: u32,
}

impl Default for Suppression {
    fn default() -> Self {
        Self { after_order_days: 3, open_complaint_days: 90 }
    }
}

/// What a contact is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Play {
    /// To stay in touch.
    #[default]
    Regular,
    /// To make a new customer feel at home.
    Welcome,
    /// To show a customer the way up.
    Develop,
    /// To keep a customer who may leave.
    Retain,
    /// To win a customer back who has left.
    WinBack,
    /// To congratulate, to wish well.
    Care,
}

impl Play {
    /// Every play, in the order in which they are listed.
    pub const ALL: [Self; 6] = [Self::Regular, Self::Welcome, Self::Develop, Self::Retain, Self::WinBack, Self::Care];

    /// The name in recipes and files, as `win_back`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Welcome => "welcome",
            Self::Develop => "develop",
            Self::Retain => "retain",
            Self::WinBack => "win_back",
            Self::Care => "care",
        }
    }
}

/// Which customers get a play, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct PlayRule {
    /// The play.
    pub play: Play,
    /// Stages of the life cycle: `new`, `active`, `silent`, `churned`; every stage when empty.
    pub stages: Vec<String>,
    /// Only customers whose risk to be lost is high.
    pub at_risk: bool,
    /// Contacts, in percent of the tier's contacts per year: 100 is as often, 0 is not at all.
    pub percent: u32,
}

/// A day on which customers are thought of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// The customer's birthday.
    Birthday,
    /// The day of the first order, years later.
    Anniversary,
    /// Chinese New Year.
    SpringFestival,
    /// Mid-Autumn Festival.
    MidAutumn,
    /// 1 January.
    NewYear,
    /// 25 December.
    Christmas,
}

/// New customers hear of the shop twice as often, those who slip away half as often again, those who left half as often.
#[must_use]
pub fn default_plays() -> Vec<PlayRule> {
    let rule = |play, stages: &[&str], at_risk, percent| {
        let stages = stages.iter().map(|&stage| stage.to_owned()).collect();
        PlayRule { play, stages, at_risk, percent }
    };
    vec![
        rule(Play::WinBack, &["churned"], false, 50),
        rule(Play::Retain, &["silent"], false, 150),
        rule(Play::Retain, &[], true, 150),
        rule(Play::Welcome, &["new"], false, 200),
    ]
}
