//! Columns of a customer list that say who wants to hear from us, and how.
//!
//! They are kept as the list's own columns and recognised by their headers, in Chinese and English; a header that names a
//! channel speaks of that channel only. Invariant: in a column of refusals everything but a clear "no" refuses, in a
//! column of consents only what is given consents.

use crate::base::CustomerId;
use crate::identify::Customers;
use crate::identify::book::OwnColumn;
use crate::recipe::ContactChannel;

/// Headers of columns of refusals, folded.
const REFUSALS: &str = "勿扰 免打扰 请勿联系 不再联系 禁止联系 拒收 退订 拒绝营销 拒绝联系 donotcontact donotcall donotemail donotsms donotmail donottext \
                        donotdisturb dnc unsubscribe optout optedout nocontact nomarketing";
/// Headers of columns of consents, folded.
const CONSENTS: &str = "同意营销 营销同意 接受营销 营销授权 营销许可 是否接受推送 接受推送 允许联系 同意联系 接受短信 接受邮件 是否订阅 订阅状态 \
                        acceptsmarketing acceptsemail acceptssms acceptsmarketingemails buyeracceptsmarketing emailmarketing smsmarketing \
                        marketingconsent consent optin optedin subscribed contactallowed maycontact";
/// Words for a channel in such a header, folded.
const CHANNELS: [(ContactChannel, &str); 4] = [
    (ContactChannel::Sms, "短信 sms text"),
    (ContactChannel::Email, "邮件 邮箱 email mail"),
    (ContactChannel::Wechat, "微信 wechat whatsapp"),
    (ContactChannel::Phone, "电话 来电 call phone"),
];
/// Headers of columns of messenger addresses, folded.
const MESSENGERS: &str = "微信 wechat weixin whatsapp telegram";
/// What says no, folded. An empty cell says it too.
const NO: &str = "no n false f 0 否 无 未 不 不同意 不接受 拒绝 未退订 未拒收 未授权 未同意 正常 none null na never never_subscribed unsubscribed \
                  notsubscribed neversubscribed optout optedout off";
/// What says no in a column of refusals.
const NOT_REFUSED: &str = "no n false f 0 否 无 未 不 未退订 未拒收 未勿扰 正常 none null na never off subscribed optin";

/// The columns of a list that tell who wants to be contacted.
pub(super) struct Consents<'a> {
    columns: Vec<Consent<'a>>,
}

struct Consent<'a> {
    own: &'a OwnColumn,
    refuses: bool,
    channel: Option<ContactChannel>,
}

impl<'a> Consents<'a> {
    pub(super) fn of(customers: &'a Customers) -> Self {
        let columns = customers.own.iter().filter_map(|own| {
            let refuses = speaks_of(&own.header)?;
            Some(Consent { own, refuses, channel: channel_of(&own.header) })
        });
        Self { columns: columns.collect() }
    }

    /// Whether the customer wants no contact at all.
    pub(super) fn refuses(&self, customers: &Customers, customer: CustomerId) -> bool {
        self.columns.iter().any(|column| column.channel.is_none() && column.is_refused(customers, customer))
    }

    /// The channels that the customer does not want.
    pub(super) fn refused_channels(&self, customers: &'a Customers, customer: CustomerId) -> impl Iterator<Item = ContactChannel> {
        self.columns.iter().filter(move |column| column.is_refused(customers, customer)).filter_map(|column| column.channel)
    }
}

impl Consent<'_> {
    fn is_refused(&self, customers: &Customers, customer: CustomerId) -> bool {
        let text = customers.own_text(self.own, customer);
        if self.refuses { !text.trim().is_empty() && !is_one_of(text, NOT_REFUSED) } else { !is_given(text) }
    }
}

/// Whether a header is of refusals (true) or of consents (false); none when it is of neither.
fn speaks_of(header: &str) -> Option<bool> {
    let folded = fold(header);
    let has = |words: &str| words.split_whitespace().any(|word| if word.len() <= 3 { folded == word } else { folded.contains(word) });
    match (has(REFUSALS), has(CONSENTS)) {
        (true, _) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    }
}

fn channel_of(header: &str) -> Option<ContactChannel> {
    let folded = fold(header);
    CHANNELS.iter().find(|(_, words)| words.split_whitespace().any(|word| folded.contains(word))).map(|(channel, _)| *channel)
}

/// Whether a header is of addresses of a messenger.
pub(super) fn is_messenger(header: &str) -> bool {
    let folded = fold(header);
    speaks_of(header).is_none() && MESSENGERS.split_whitespace().any(|word| folded.contains(word))
}

/// Whether a cell says yes, or holds something that is given: an address, the day of a consent.
pub(super) fn is_given(text: &str) -> bool {
    !text.trim().is_empty() && !is_one_of(text, NO)
}

fn is_one_of(text: &str, words: &str) -> bool {
    let folded = fold(text);
    folded.is_empty() || words.split_whitespace().any(|word| word == folded)
}

/// Letters and digits only, small.
fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_refusals_and_consents() {
        use ContactChannel::{Email, Phone, Sms};
        for (header, expected) in [
            ("勿扰", Some((true, None))),
            ("是否退订短信", Some((true, Some(Sms)))),
            ("Do Not Call", Some((true, Some(Phone)))),
            ("do_not_contact", Some((true, None))),
            ("DNC", Some((true, None))),
            ("Unsubscribed", Some((true, None))),
            ("HasOptedOutOfEmail", Some((true, Some(Email)))),
            ("Accepts Email Marketing", Some((false, Some(Email)))),
            ("Accepts SMS Marketing", Some((false, Some(Sms)))),
            ("Accepts Marketing", Some((false, None))),
            ("同意营销", Some((false, None))),
            ("marketing_consent", Some((false, None))),
            ("Subscription plan", None),
            ("Hobby", None),
        ] {
            assert_eq!(speaks_of(header).map(|refuses| (refuses, channel_of(header))), expected, "{header}");
        }
        assert!(is_messenger("微信号") && is_messenger("WeChat ID") && !is_messenger("Accepts WhatsApp consent") && !is_messenger("Phone"));
    }

    #[test]
    fn a_doubtful_answer_is_a_refusal() {
        let cells = ["是", "Y", "1", "2024-03-01", "maybe", "否", "no", "0", "", " "];
        let answers = |header: &str| {
            let mut customers = Customers::default();
            let values = cells.iter().map(|cell| customers.texts.intern(cell)).collect();
            customers.own.push(OwnColumn { header: header.to_owned(), values });
            let consents = Consents::of(&customers);
            (0..10_u32).map(|at| if consents.refuses(&customers, CustomerId(at)) { 'x' } else { '.' }).collect::<String>()
        };
        assert_eq!(answers("do_not_contact"), "xxxxx.....");
        assert_eq!(answers("consent"), ".....xxxxx");
    }
}
