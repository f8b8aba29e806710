//! Tables of contacts, of feedback and of customers, and what they are taken for.

use super::super::tests::{assert_table, table};
use super::super::*;

fn assert_tables(cases: &[(&str, &str, &[&str], &str)]) {
    for (name, headers, rows, expected) in cases {
        assert_table(name, headers, rows, &Recipe::default(), expected);
    }
}

#[test]
fn finds_contacts() {
    assert_tables(&[
        (
            "visits of sales people",
            "客户编号|客户名称|跟进时间|跟进方式|跟进内容|跟进人",
            &[
                "C1|蓝天公司|2024-03-05 10:00|电话|报价|小王",
                "C1|蓝天公司|2024-03-09|拜访|签约|小王",
                "C2|大海公司|2024-03-05|微信|问候|小李",
            ],
            "Interactions customer_id=客户编号 customer_name=客户名称 date=跟进时间 channel=跟进方式 subject=跟进内容",
        ),
        (
            "contacts by name and phone, numbered rows",
            "id|客户姓名|联系电话|沟通时间|沟通渠道",
            &["1|张三|13800138000|2024-03-05|电话", "2|李四|13900139000|2024-03-06|短信"],
            "Interactions customer_id=客户姓名 customer_name=客户姓名 date=沟通时间 phone=联系电话 channel=沟通渠道",
        ),
        (
            "联系方式 is a channel when its values are",
            "客户ID|日期|联系方式|备注",
            &["C1|2024-03-05|电话|", "C2|2024-03-06|邮件|", "C1|2024-03-07|微信|"],
            "Interactions customer_id=客户ID date=日期 channel=联系方式 subject=备注",
        ),
        (
            "call log",
            "caller_id|customer_id|call_start|duration_seconds",
            &["9|C1|2024-03-05 10:00:00|63", "9|C2|2024-03-05 10:05:00|12"],
            "Interactions customer_id=customer_id date=call_start",
        ),
        (
            "web events",
            "user_id|event_time|event_name|page_url",
            &["u1|2024-03-05T10:00:00Z|page_view|https://a.cn/x", "u1|2024-03-05T10:01:00Z|download|https://a.cn/y"],
            "Interactions customer_id=user_id date=event_time channel=event_name subject=page_url",
        ),
        ("counts of social media", "会员号|评论数|点赞数|分享数", &["V1|3|10|0", "V2|0|2|1"], "Interactions customer_id=会员号"),
    ]);
    let (headers, rows) = table("会员号|日期|评论数|点赞数", &["V1|2024-03-05|3|10"]);
    let proposal = propose(&headers, &rows, &Recipe::default());
    assert_eq!(proposal.counters, [(2, Channel::Comment), (3, Channel::Like)]);
    assert_eq!(proposal.columns[3].field, Some(Field::Count));
}

#[test]
fn a_table_says_what_its_contacts_are() {
    for (header, channel) in [
        ("通话时间", Channel::Phone),
        ("拜访日期", Channel::Meeting),
        ("聊天时间", Channel::Chat),
        ("浏览时间", Channel::Visit),
        ("联系时间", Channel::Other),
    ] {
        let (headers, rows) = table(&format!("客户编号|{header}"), &["C1|2024-03-05", "C1|2024-03-06"]);
        let proposal = propose(&headers, &rows, &Recipe::default());
        assert_eq!((proposal.kind, proposal.usual_channel), (TableKind::Interactions, channel), "{header}");
    }
}

#[test]
fn finds_feedback() {
    assert_tables(&[
        (
            "satisfaction in four aspects",
            "客户编号|评价时间|总体满意度|产品质量|服务态度|配送速度|评价内容",
            &["C1|2024-03-05|5|5|4|3|不错", "C2|2024-03-06|2|3|1|2|太慢"],
            "Feedback customer_id=客户编号 date=评价时间 subject=评价内容 rating=总体满意度 rating_quality=产品质量 rating_attitude=服务态度 rating_delivery=配送速度",
        ),
        (
            "complaints",
            "客户名称|投诉日期|投诉类型|投诉内容|处理状态|解决时间",
            &["蓝天公司|2024-03-05|质量|坏了|已解决|2024-03-08", "大海公司|2024-03-06|物流|丢件|处理中|"],
            "Feedback customer_id=客户名称 customer_name=客户名称 date=投诉日期 subject=投诉内容 feedback_kind=投诉类型 status=处理状态 resolved=解决时间",
        ),
        (
            "suggestions",
            "会员号|提交时间|建议内容",
            &["V1|2024-03-05|多做活动"],
            "Feedback customer_id=会员号 date=提交时间 subject=建议内容",
        ),
        (
            "stars for products",
            "userId|productId|rating|timestamp",
            &["u1|p1|5|2024-03-05", "u1|p2|3|2024-03-06", "u2|p1|4|2024-03-06"],
            "Feedback customer_id=userId date=timestamp rating=rating",
        ),
        (
            "words",
            "Customer ID|Survey Date|Satisfaction",
            &["1|2024-03-05|Very satisfied", "2|2024-03-06|Neutral"],
            "Feedback customer_id=Customer ID date=Survey Date rating=Satisfaction",
        ),
    ]);
    let (headers, rows) = table("客户名称|投诉日期|投诉内容", &["蓝天公司|2024-03-05|坏了"]);
    assert_eq!(propose(&headers, &rows, &Recipe::default()).usual_kind, FeedbackKind::Complaint);
}

#[test]
fn finds_contacts_in_which_something_was_said() {
    assert_tables(&[
        (
            "calls after the sale",
            "客户编号|回访时间|回访方式|回访内容|满意度|是否投诉",
            &["C1|2024-03-05|电话|问候|5|否", "C2|2024-03-06|微信|抱怨送货|2|是", "C1|2024-03-07|电话|未接通||"],
            "InteractionsAndFeedback customer_id=客户编号 date=回访时间 channel=回访方式 subject=回访内容 rating=满意度",
        ),
        (
            "visits with complaints, no ratings",
            "客户名称|拜访日期|拜访方式|投诉内容",
            &["蓝天公司|2024-03-05|上门|", "大海公司|2024-03-06|电话|包装破损", "蓝天公司|2024-03-09|上门|"],
            "InteractionsAndFeedback customer_id=客户名称 customer_name=客户名称 date=拜访日期 channel=拜访方式 subject=投诉内容",
        ),
        (
            "a call log with ratings",
            "customer_id|call_start|duration_seconds|csat",
            &["C1|2024-03-05 10:00:00|63|5", "C2|2024-03-05 10:05:00|12|"],
            "InteractionsAndFeedback customer_id=customer_id date=call_start rating=csat",
        ),
        (
            "feedback that came through some channel is no contact of ours",
            "客户编号|评价时间|渠道|满意度",
            &["C1|2024-03-05|官网|5", "C2|2024-03-06|微信|2"],
            "Feedback customer_id=客户编号 date=评价时间 rating=满意度",
        ),
        (
            "contacts without a word of the customer's",
            "客户编号|跟进时间|跟进方式|跟进内容",
            &["C1|2024-03-05|电话|问候", "C2|2024-03-06|微信|报价"],
            "Interactions customer_id=客户编号 date=跟进时间 channel=跟进方式 subject=跟进内容",
        ),
    ]);
}

#[test]
fn what_names_nobody_or_sells_something_is_no_contact() {
    assert_tables(&[
        ("reviews without customers", "label|review", &["1|很快", "0|太慢"], "Other"),
        ("complaints without customers", "Customer Complaint|Description", &["Billing|too high"], "Other product=Description"),
        (
            "orders without amounts through a channel",
            "客户编号|下单时间|渠道|商品名称|数量",
            &["C1|2024-03-05|电话|茶|2", "C1|2024-03-06|微信|茶|1"],
            "Other customer_id=客户编号 date=下单时间 quantity=数量 product=商品名称",
        ),
        (
            "orders that were rated",
            "订单号|客户编号|下单时间|实付金额|评分",
            &["1|C1|2024-03-05|100|5", "2|C1|2024-03-06|80|4"],
            "Transactions customer_id=客户编号 order_id=订单号 date=下单时间 amount=实付金额",
        ),
        (
            "how clients were called, without clients",
            "age|job|contact|day|month|y",
            &["30|unemployed|cellular|19|oct|no", "33|services|unknown|11|may|no", "35|management|telephone|16|apr|no"],
            "Other",
        ),
    ]);
}

#[test]
fn lists_say_more_of_customers() {
    assert_tables(&[
        (
            "a customer system",
            "客户编号|客户姓名|性别|生日|省份|行业|客户经理|客户来源|更新时间|最后跟进时间",
            &["C1|张三|男|1990-03-05|广东|电子|小王|展会|2024-03-05|2024-03-01"],
            "CustomerList customer_id=客户编号 customer_name=客户姓名 region=省份 gender=性别 birthday=生日 industry=行业 owner=客户经理 source=客户来源 updated=更新时间",
        ),
        (
            "a name in parts",
            "Customer ID|First Name|Last Name|Gender",
            &["1|Ann|Lee|F", "2|Bob|Ray|M"],
            "CustomerList customer_id=Customer ID first_name=First Name last_name=Last Name gender=Gender",
        ),
        ("answers to a survey", "customer_id|Q1|Q2", &["1|yes|often", "2|no|never"], "CustomerList customer_id=customer_id"),
        (
            "satisfaction among much else is an attribute",
            "客户编号|姓名|城市|创建时间|满意度",
            &["C1|张三|北京|2024-03-05|5", "C2|李四|上海|2024-03-06|4"],
            "CustomerList customer_id=客户编号 customer_name=姓名 city=城市",
        ),
        (
            "some are there twice",
            "客户编号|姓名|手机|邮箱|创建时间",
            &["C1|张三|13800138000|a@b.cn|2024-03-05", "C1|张三|13800138000|a@b.cn|2024-03-06", "C2|李四|13900139000|c@d.cn|2024-03-07"],
            "CustomerList customer_id=客户编号 customer_name=姓名 phone=手机 email=邮箱",
        ),
    ]);
}

#[test]
fn the_recipe_says_what_a_column_is_here_too() {
    let mapping = [(Field::Channel, vec!["art".to_owned()])].into();
    let recipe = Recipe { mapping, ..Recipe::default() };
    let rows = ["C1|2024-03-05|A", "C1|2024-03-06|B"];
    assert_table("by header", "客户编号|日期|art", &rows, &recipe, "Interactions customer_id=客户编号 date=日期 channel=art");
    assert_table("without it", "客户编号|日期|art", &rows, &Recipe::default(), "Other customer_id=客户编号 date=日期");
}
