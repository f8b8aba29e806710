//! Words that stand for one of a few things: channels, kinds of feedback, states, gender.
//!
//! Every program has its own words for them, so they are found inside longer texts (`电话回访`, `Outbound call`).
//! Invariant: lists are searched in order, so the more telling word comes first; what is unknown stays unknown.

use crate::identify::book::{Channel, FeedbackKind};
use unicode_normalization::UnicodeNormalization;

/// A text to be searched for words: in plain width and lower case.
pub(super) struct Folded {
    text: String,
    /// All letters and digits as one word.
    joined: String,
}

impl Folded {
    pub(super) fn new(text: &str) -> Self {
        let text: String = text.trim().nfkc().flat_map(char::to_lowercase).collect();
        let joined = text.chars().filter(|c| c.is_alphanumeric()).collect();
        Self { text, joined }
    }

    /// English words have to stand alone, or be all there is; Chinese ones may stand anywhere.
    fn has(&self, word: &str) -> bool {
        if !word.is_ascii() {
            return self.joined.contains(word);
        }
        self.joined == word || self.text.split(|c: char| !c.is_ascii_alphanumeric()).any(|own| own == word)
    }

    fn has_any(&self, words: &str) -> bool {
        words.split_whitespace().any(|word| self.has(word))
    }

    /// The first meaning one of whose words is there.
    pub(super) fn first<T: Copy>(&self, meanings: &[(T, &str)]) -> Option<T> {
        meanings.iter().find(|(_, words)| self.has_any(words)).map(|&(meaning, _)| meaning)
    }
}

const CHANNELS: [(Channel, &str); 15] = [
    (Channel::Visit, "websitevisit webvisit pagevisit pageview pageviews"),
    (Channel::Messenger, "微信 企微 qq 钉钉 飞书 旺旺 wechat whatsapp telegram messenger line wecom dingtalk"),
    (Channel::Email, "邮件 邮箱 email emails mail edm"),
    (Channel::Sms, "短信 彩信 sms textmessage"),
    (Channel::Phone, "电话 通话 致电 来电 去电 外呼 呼入 呼出 手机 座机 电联 语音 phone call calls telephone cellular mobile cell voice"),
    (Channel::Chat, "在线 客服 聊天 会话 chat livechat webchat"),
    (
        Channel::Meeting,
        "拜访 面谈 会议 会面 上门 到店 来访 面访 走访 现场 见面 meeting meetings visit visits inperson facetoface appointment demo",
    ),
    (Channel::Event, "展会 展览 活动 讲座 沙龙 发布会 研讨会 参会 event events webinar seminar fair exhibition conference tradeshow"),
    (Channel::Download, "下载 download downloads downloaded"),
    (Channel::Click, "点击 click clicks clicked"),
    (Channel::Comment, "评论 留言 跟帖 comment comments reply replies commented"),
    (Channel::Share, "分享 转发 share shares shared retweet repost"),
    (Channel::Like, "点赞 获赞 赞 like likes liked"),
    (Channel::Visit, "浏览 访问 页面 网站 网页 官网 view views browse page web website session sessions"),
    (Channel::Other, "传真 信函 邮寄 其他 其它 fax letter other post"),
];

/// Through which channel a contact was; none when the word is unknown.
///
/// # Example: in both languages
/// ```
/// use customer_tiers::identify::book::Channel;
/// use customer_tiers::identify::values::words::channel;
/// assert_eq!(channel("电话回访"), Some(Channel::Phone));
/// assert_eq!(channel("page_view"), Some(Channel::Visit));
/// assert_eq!(channel("Tuesday"), None);
/// ```
#[must_use]
pub fn channel(text: &str) -> Option<Channel> {
    Folded::new(text).first(&CHANNELS)
}

const KINDS: [(FeedbackKind, &str); 5] = [
    (FeedbackKind::Complaint, "投诉 抱怨 申诉 差评 complaint complaints claim grievance"),
    (FeedbackKind::Suggestion, "建议 意见 提议 suggestion suggestions idea ideas proposal featurerequest"),
    (FeedbackKind::Praise, "表扬 赞扬 好评 感谢 称赞 praise compliment compliments thanks"),
    (FeedbackKind::Other, "咨询 询问 提问 求助 其他 其它 question questions inquiry enquiry query other problem incident"),
    (FeedbackKind::Rating, "评价 评分 打分 满意度 点评 问卷 调查 review reviews rating survey score nps csat"),
];

/// What a piece of feedback is; none when the word is unknown.
#[must_use]
pub fn feedback_kind(text: &str) -> Option<FeedbackKind> {
    Folded::new(text).first(&KINDS)
}

/// Whether an answer says that there is nothing: no, none, 0, or no answer at all.
///
/// # Example: whether somebody complained
/// ```
/// use customer_tiers::identify::values::words::is_nothing;
/// assert!(["", "否", "无", "No", "n/a", "0", "—"].into_iter().all(is_nothing));
/// assert!(!["是", "yes", "包装破损", "1", "无法打开"].into_iter().any(is_nothing));
/// ```
#[must_use]
pub fn is_nothing(text: &str) -> bool {
    const NOTHING: [&str; 14] = ["", "否", "无", "没有", "未", "不是", "暂无", "no", "none", "n", "false", "0", "na", "nil"];
    NOTHING.contains(&Folded::new(text).joined.as_str())
}

/// Whether a header asks how likely somebody recommends us: the net promoter score's question, from 0 to 10.
#[must_use]
pub fn asks_recommendation(header: &str) -> bool {
    let folded = Folded::new(header);
    ["nps", "推荐", "recommend"].iter().any(|word| folded.joined.contains(word))
}

const STATES: [(bool, &str); 2] = [
    (
        true,
        "未 待 受理 分配 派单 处理中 进行中 跟进中 受理中 新建 重新打开 unresolved open new pending progress inprogress processing waiting reopened \
         unsolved not todo assigned onhold",
    ),
    (false, "已 解决 完成 关闭 结案 办结 完结 resolved closed done solved complete completed fixed answered finished"),
];

/// Whether a complaint is still open; none when the word is unknown.
#[must_use]
pub fn is_open(text: &str) -> Option<bool> {
    Folded::new(text).first(&STATES)
}

/// Whether the state of an order says that it never came to be: cancelled, closed by the shop, voided, failed, not paid.
///
/// An English "closed" alone is no such word: shops close orders that are done.
///
/// # Example: states of four shops
/// ```
/// use customer_tiers::identify::values::words::is_cancelled;
/// assert!(is_cancelled("交易关闭") && is_cancelled("voided") && is_cancelled("wc-cancelled") && is_cancelled("等待买家付款"));
/// assert!(!is_cancelled("交易成功") && !is_cancelled("paid") && !is_cancelled("Closed Won"));
/// ```
#[must_use]
pub fn is_cancelled(text: &str) -> bool {
    const WORDS: &str = "关闭 取消 作废 无效 未付款 未支付 待付款 待支付 等待买家付款 支付失败 cancelled canceled cancel void voided failed unpaid \
                         expired pendingpayment awaitingpayment closedlost checkoutdraft abandoned storniert annulé cancelado \
                         cancelada anulado annullato geannuleerd キャンセル 취소 отменен отменён";
    Folded::new(text).has_any(WORDS)
}

/// Whether a kind of document says that goods or money go back.
///
/// # Example: documents of three programs
/// ```
/// use customer_tiers::identify::values::words::is_return;
/// assert!(is_return("销售退货单") && is_return("Credit Memo") && is_return("红字出库"));
/// assert!(!is_return("销售出库单") && !is_return("Invoice"));
/// ```
#[must_use]
pub fn is_return(text: &str) -> bool {
    const WORDS: &str = "退货 退款 退单 红字 红冲 冲红 return returns salesreturn refund refunds creditmemo creditnote";
    Folded::new(text).has_any(WORDS)
}

const GENDERS: [(&str, &str); 3] = [
    ("f", "女 小姐 太太 female f woman girl mrs ms miss frau mme"),
    ("m", "男 先生 male m man boy mr herr"),
    ("other", "其他 其它 保密 other x diverse nonbinary divers prefernottosay"),
];

/// The stable code of a gender: `m`, `f` or `other`; none when the word is unknown.
#[must_use]
pub fn gender(text: &str) -> Option<&'static str> {
    Folded::new(text).first(&GENDERS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn channels_in_both_languages() {
        use Channel::{Chat, Click, Comment, Download, Email, Event, Like, Meeting, Messenger, Other, Phone, Share, Sms, Visit};
        for (expected, texts) in [
            (Phone, "电话|电话回访|来电|Phone|Outbound Call|cellular|Telephone|ＰＨＯＮＥ"),
            (Email, "邮件|Email|E-mail|EDM"),
            (Sms, "短信|SMS"),
            (Messenger, "微信|企业微信|QQ|WhatsApp"),
            (Chat, "在线客服|Live Chat|chat"),
            (Meeting, "上门拜访|面谈|会议|Meeting|face-to-face|Customer visit"),
            (Event, "展会|线下活动|Webinar|Trade show|Conference"),
            (Visit, "浏览商品|page_view|Page View|网站访问|website visit"),
            (Click, "点击广告|click"),
            (Download, "下载白皮书|Download"),
            (Comment, "评论|comment"),
            (Like, "点赞|likes"),
            (Share, "转发|分享|Share"),
            (Other, "传真|Other"),
        ] {
            for text in texts.split('|') {
                assert_eq!(channel(text), Some(expected), "{text}");
            }
        }
        for text in ["", "Tuesday", "calling-card", "北京", "unknown"] {
            assert_eq!(channel(text), None, "{text}");
        }
    }

    #[test]
    fn kinds_and_states_of_feedback() {
        use FeedbackKind::{Complaint, Other, Praise, Rating, Suggestion};
        for (text, kind) in [
            ("产品投诉", Some(Complaint)),
            ("Complaint", Some(Complaint)),
            ("改进建议", Some(Suggestion)),
            ("表扬", Some(Praise)),
            ("售前咨询", Some(Other)),
            ("Review", Some(Rating)),
            ("物流太慢", None),
        ] {
            assert_eq!(feedback_kind(text), kind, "{text}");
        }
        for (text, open) in [
            ("已解决", Some(false)),
            ("未解决", Some(true)),
            ("处理中", Some(true)),
            ("待处理", Some(true)),
            ("已关闭", Some(false)),
            ("Closed", Some(false)),
            ("In Progress", Some(true)),
            ("unresolved", Some(true)),
            ("Not resolved", Some(true)),
            ("红", None),
        ] {
            assert_eq!(is_open(text), open, "{text}");
        }
    }

    #[test]
    fn orders_that_never_came_to_be() {
        for text in [
            "交易关闭",
            "已取消",
            "等待买家付款",
            "未付款",
            "voided",
            "Cancelled",
            "wc-failed",
            "pending_payment",
            "Closed Lost",
            "expired",
            "Storniert",
            "Annulée",
            "Cancelado",
            "キャンセル済み",
            "주문취소",
            "Отменён",
        ] {
            assert!(is_cancelled(text), "{text}");
        }
        for text in ["交易成功", "已发货", "买家已付款", "paid", "refunded", "partially_refunded", "processing", "pending", "Closed", ""]
        {
            assert!(!is_cancelled(text), "{text}");
        }
    }

    #[test]
    fn returns_in_both_languages() {
        for text in ["销售退货", "退货单", "红字发票", "Return", "Sales Return", "Refund", "Credit Memo", "credit_note"] {
            assert!(is_return(text), "{text}");
        }
        for text in ["销售出库", "销售单", "Invoice", "Sale", "returning customer", ""] {
            assert!(!is_return(text), "{text}");
        }
    }

    #[test]
    fn genders_in_both_languages() {
        for (code, texts) in [("m", "男|男性|M|Male|先生|Mr."), ("f", "女|女士|F|female|Ms|小姐"), ("other", "其他|保密|Other|X")]
        {
            for text in texts.split('|') {
                assert_eq!(gender(text), Some(code), "{text}");
            }
        }
        assert_eq!([gender("1"), gender("Mark"), gender("")], [None; 3]);
    }
}
