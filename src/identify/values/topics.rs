//! What a sentence of a customer is about.
//!
//! Suggestions and complaints come as free text. A dozen topics with the words people use for them sort most of it, and
//! anybody can see why a sentence is where it is; nothing is learned or guessed. Invariant: topics are asked in a fixed order, the
//! more telling first; a sentence without any of the words has no topic.

use super::words::Folded;
use serde::Serialize;

/// What a suggestion or a complaint is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Getting money or goods back: returns, refunds, repairs.
    Returns,
    /// Invoices, payment, bills.
    Payment,
    /// Packaging.
    Packaging,
    /// Delivery: speed, carriers.
    Delivery,
    /// How staff behave.
    Attitude,
    /// Price, discounts, points.
    Price,
    /// Site, app, how to order.
    Ordering,
    /// What is on offer: choice, colours, sizes, stock.
    Choice,
    /// The goods themselves.
    Quality,
}

const WORDS: [(Topic, &str); 9] = [
    (Topic::Returns, "退货 退款 换货 退换 维修 保修 售后 return returns returned refund refunds refunded exchange warranty repair repairs"),
    (Topic::Payment, "发票 开票 付款 支付 账单 对账 扣款 invoice invoices payment payments billing bill charged"),
    (Topic::Packaging, "包装 纸箱 外箱 packaging package packed wrapping box"),
    (
        Topic::Delivery,
        "物流 快递 配送 发货 送货 到货 交付 交期 运输 送达 delivery deliver delivered delivering shipping shipment shipped courier late delay delayed",
    ),
    (
        Topic::Attitude,
        "态度 服务 客服 不耐烦 不理 没人接 不回复 礼貌 attitude rude staff service support polite unfriendly impolite helpdesk",
    ),
    (
        Topic::Price,
        "价格 太贵 贵了 涨价 便宜 优惠 折扣 打折 积分 会员 price prices pricing expensive cheaper discount discounts promotion points loyalty coupon",
    ),
    (Topic::Ordering, "网站 网页 小程序 下单 系统 页面 登录 界面 website site app page checkout login ordering"),
    (
        Topic::Choice,
        "品种 款式 颜色 尺寸 尺码 型号 规格 缺货 断货 库存 选择 新品 choice colour colours color colors size sizes stock variety range model models",
    ),
    (
        Topic::Quality,
        "质量 破损 损坏 坏了 瑕疵 做工 故障 不能用 掉色 异味 变质 开裂 quality broken defect defective damaged faulty fault flaw poor cracked smell",
    ),
];

/// What a sentence is about; none when it has none of the words.
///
/// # Example: in both languages
/// ```
/// use customer_tiers::identify::values::topics::{Topic, topic};
/// assert_eq!(topic("希望发货再快一点"), Some(Topic::Delivery));
/// assert_eq!(topic("Please send the invoice with the goods"), Some(Topic::Payment));
/// assert_eq!(topic("谢谢"), None);
/// ```
#[must_use]
pub fn topic(text: &str) -> Option<Topic> {
    Folded::new(text).first(&WORDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_the_topic_of_their_words() {
        for (text, expected) in [
            ("包装破损", Some(Topic::Packaging)),
            ("产品质量差，掉色", Some(Topic::Quality)),
            ("客服态度不好", Some(Topic::Attitude)),
            ("要求退款", Some(Topic::Returns)),
            ("建议增加积分兑换", Some(Topic::Price)),
            ("希望多出几个颜色", Some(Topic::Choice)),
            ("小程序经常打不开", Some(Topic::Ordering)),
            ("The courier was two days late", Some(Topic::Delivery)),
            ("Too expensive", Some(Topic::Price)),
            ("Arrived broken", Some(Topic::Quality)),
            ("latest news", None),
            ("", None),
        ] {
            assert_eq!(topic(text), expected, "{text}");
        }
    }
}
