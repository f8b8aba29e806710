//! The rules of the calendar's settings.
//!
//! Every number has a bound, because recipes come from strangers and a plan must end. Invariant: with settings that
//! pass, there is a working day in every ordinary week.

use super::{distinct, require};
use crate::Result;
use crate::recipe::{Caps, Planning, PlayRule};

/// Codes of the life cycle that a rule can name.
const STAGES: [&str; 4] = ["new", "active", "silent", "churned"];

pub(super) fn check(planning: &Planning) -> Result<()> {
    let weeks = planning.weeks;
    require((1..=53).contains(&weeks), "planning.weeks", &format!("{weeks} is not between 1 and 53"))?;
    if let Some(capacity) = &planning.capacity {
        require(capacity.people <= 100_000, "planning.capacity.people", "more than 100000")?;
        require(capacity.hours_per_week <= 168, "planning.capacity.hours_per_week", "more hours than a week has")?;
    }
    require(!planning.working_days.is_empty(), "planning.working_days", "nobody works on any day")?;
    distinct("planning.working_days", &planning.working_days)?;
    distinct("planning.care", &planning.care)?;
    require(planning.days_off.len() <= 400, "planning.days_off", "more than 400 entries")?;
    require(planning.extra_days.len() <= 400, "planning.extra_days", "more than 400 days")?;
    let runs_back = planning.days_off.iter().find(|days| days.from > days.to);
    require(runs_back.is_none(), "planning.days_off", "ends before it begins")?;
    caps(&planning.caps)?;
    require(planning.suppression.after_order_days <= 365, "planning.suppression.after_order_days", "more than a year")?;
    require(planning.suppression.open_complaint_days <= 3650, "planning.suppression.open_complaint_days", "more than ten years")?;
    require(planning.plays.len() <= 100, "planning.plays", "more than 100 rules")?;
    planning.plays.iter().enumerate().try_for_each(|(place, rule)| play(place, rule))
}

fn caps(caps: &Caps) -> Result<()> {
    let Caps { per_week, per_month, .. } = caps;
    require((1..=7).contains(per_week), "planning.caps.per_week", &format!("{per_week} is not between 1 and 7"))?;
    require((1..=30).contains(per_month), "planning.caps.per_month", &format!("{per_month} is not between 1 and 30"))
}

fn play(place: usize, rule: &PlayRule) -> Result<()> {
    let path = |field: &str| format!("planning.plays[{place}].{field}");
    for stage in &rule.stages {
        require(STAGES.contains(&stage.as_str()), &path("stages"), &format!("{stage} is none of {}", STAGES.join(", ")))?;
    }
    require(rule.percent <= 1000, &path("percent"), &format!("{} is more than 1000", rule.percent))
}

#[cfg(test)]
mod tests {
    use crate::recipe::ContactChannel::{Phone, Sms};
    use crate::recipe::check::tests::refusal;

    #[test]
    fn one_refusal_for_each_rule() {
        for (planning, expected) in [
            ("{}", ""),
            (r#"{"capacity": {"people": 3, "hours_per_week": 20}}"#, ""),
            (r#"{"weeks": 0}"#, "planning.weeks: 0 is not between 1 and 53"),
            (r#"{"weeks": 54}"#, "planning.weeks: 54 is not between 1 and 53"),
            (r#"{"capacity": {"people": 100001, "hours_per_week": 20}}"#, "planning.capacity.people: more than 100000"),
            (r#"{"capacity": {"people": 1, "hours_per_week": 169}}"#, "planning.capacity.hours_per_week: more hours than a week has"),
            (r#"{"working_days": []}"#, "planning.working_days: nobody works on any day"),
            (r#"{"working_days": ["monday", "monday"]}"#, "planning.working_days: something twice"),
            (r#"{"care": ["birthday", "birthday"]}"#, "planning.care: something twice"),
            (r#"{"days_off": [{"from": "2026-02-03", "to": "2026-02-02"}]}"#, "planning.days_off: ends before it begins"),
            (r#"{"extra_days": ["2026-02-14", "2026-02-28"]}"#, ""),
            (r#"{"caps": {"per_week": 8}}"#, "planning.caps.per_week: 8 is not between 1 and 7"),
            (r#"{"caps": {"per_month": 0}}"#, "planning.caps.per_month: 0 is not between 1 and 30"),
            (r#"{"suppression": {"after_order_days": 366}}"#, "planning.suppression.after_order_days: more than a year"),
            (r#"{"suppression": {"open_complaint_days": 3651}}"#, "planning.suppression.open_complaint_days: more than ten years"),
            (
                r#"{"plays": [{"play": "retain", "stages": ["asleep"], "at_risk": false, "percent": 100}]}"#,
                "planning.plays[0].stages: asleep is none of new, active, silent, churned",
            ),
            (
                r#"{"plays": [{"play": "retain", "stages": [], "at_risk": true, "percent": 1001}]}"#,
                "planning.plays[0].percent: 1001 is more than 1000",
            ),
        ] {
            assert_eq!(refusal(&format!(r#"{{"planning": {planning}}}"#)), expected, "{planning}");
        }
    }

    #[test]
    fn recipes_from_before_the_calendar_are_still_read() {
        let old = r#"{"interact": {"high": {"contacts_per_year": 4, "channels": ["phone", "sms"], "minutes_per_contact": 10,
            "response_hours": 8, "focus": "value"}}}"#;
        assert_eq!(refusal(old), "");
        let strategy = &crate::recipe::Checked::from_json(old).expect("it was accepted").into_inner().interact["high"];
        assert_eq!((strategy.minutes_by(Phone), strategy.minutes_by(Sms)), (10, 0));
    }
}
