//! What customers said, from files to figures: scales, classes, waiting times, months, and who waits for an answer.

use customer_tiers::identify::{BytesSource, Source};
use customer_tiers::interact::feedback::{ComplaintTopic, FeedbackReview, MatterKind, feedback, matters};
use customer_tiers::pipeline::{Outcome, run};
use customer_tiers::recipe::{Checked, Recipe};

const ORDERS: &str = "客户编号,客户姓名,订单号,下单时间,成交金额\n\
                      C1,张三,1,2024-01-05,9000\nC1,张三,2,2024-05-30,9000\nC1,张三,3,2024-06-05,9000\nC2,李四,4,2024-04-06,800\n\
                      C2,李四,5,2024-05-06,800\nC3,王五,6,2024-02-07,60\nC4,赵六,7,2024-01-09,40\nC5,钱七,8,2024-01-02,10\n";

fn import(files: &[(&str, &str)]) -> Outcome {
    let source = |(name, text): &(&str, &str)| -> Box<dyn Source> { Box::new(BytesSource::new(name, text.as_bytes().to_vec())) };
    let mut sources: Vec<Box<dyn Source>> = files.iter().map(source).collect();
    run(&mut sources, &Checked::default(), &mut |_| {}).unwrap_or_else(|error| panic!("{error}"))
}

fn review(files: &[(&str, &str)]) -> FeedbackReview {
    let outcome = import(files);
    feedback(&outcome.book, &outcome.standing, &Recipe::default())
}

#[test]
fn complaints_are_received_classified_resolved() {
    let complaints = "客户编号,投诉日期,投诉内容,投诉类型,处理状态,解决时间\n\
                      C1,2024-05-01,外壳开裂,质量问题,已解决,2024-05-04\n\
                      C1,2024-05-20,快递三天没动,,处理中,\n\
                      C2,2024-04-10,没人回复,服务问题,已解决,2024-04-20\n\
                      C3,2024-04-11,?,,已关闭,\n\
                      P9,2024-04-12,发票没收到,,待处理,\n";
    let list = "客户编号,客户姓名\nP9,孙八\n";
    let review = review(&[("orders.csv", ORDERS), ("客户.csv", list), ("投诉.csv", complaints)]);
    let all = review.all.complaints;
    assert_eq!((all.received, all.classified, all.resolved, all.open), (5, 4, 3, 2));
    assert_eq!((all.median_days, all.timed), (Some(6.5), 2), "three and ten days");
    assert_eq!((all.customers.part, all.customers.whole, all.repeated), (4, 6, 1));
    let about: Vec<String> = review.classes.iter().map(|class| format!("{:?} {}", class.about, class.received)).collect();
    assert_eq!(
        about,
        ["Own(\"服务问题\") 1", "Own(\"质量问题\") 1", "Topic(Payment) 1", "Topic(Delivery) 1", "Unknown 1"],
        "the file's own words first, then the words of the complaint"
    );
    let by_tier: u32 = review.tiers.iter().map(|tier| tier.figures.complaints.received).sum();
    assert_eq!(by_tier, 4, "who never bought has no tier");
    let months: Vec<(String, u32, u32)> =
        review.months.iter().map(|month| (month.month.to_string(), month.complaints, month.resolved)).collect();
    assert_eq!(months, [("2024-04-01".into(), 3, 1), ("2024-05-01".into(), 2, 1)]);
}

#[test]
fn a_scale_of_ten_gives_promoters_and_one_of_five_does_not() {
    for (name, table, expected) in [
        (
            "0 to 10",
            "客户编号,评价时间,满意度\nC1,2024-03-05,10\nC2,2024-03-06,9\nC3,2024-03-07,8\nC4,2024-03-08,0\n",
            Some((2, 1, 1, 25.0)),
        ),
        (
            "named NPS, nobody answered 0",
            "客户编号,评价时间,NPS\nC1,2024-03-05,10\nC2,2024-03-06,7\nC3,2024-03-07,6\n",
            Some((1, 1, 1, 0.0)),
        ),
        (
            "likely to recommend",
            "customer_id,survey date,Likelihood to recommend\nC1,2024-03-05,3\nC2,2024-03-06,2\n",
            Some((0, 0, 2, -100.0)),
        ),
        ("1 to 5", "客户编号,评价时间,满意度\nC1,2024-03-05,5\nC2,2024-03-06,1\nC3,2024-03-07,4\n", None),
        ("words", "客户编号,评价时间,满意度\nC1,2024-03-05,很满意\nC2,2024-03-06,不满意\n", None),
    ] {
        let found = review(&[("orders.csv", ORDERS), ("反馈.csv", table)]).all.promoters;
        assert_eq!(found.map(|found| (found.promoters, found.passives, found.detractors, found.score)), expected, "{name}");
        assert!(found.is_none_or(|found| found.low <= found.score && found.score <= found.high), "{name}");
    }
}

#[test]
fn aspects_are_rated_each_by_itself() {
    let table = "客户编号,评价时间,产品质量,服务态度,配送速度\nC1,2024-03-05,5,4,1\nC2,2024-03-06,5,,2\n";
    let all = review(&[("orders.csv", ORDERS), ("评价.csv", table)]).all;
    let shown = all.aspects.map(|aspect| (aspect.ratings, aspect.mean));
    assert_eq!(shown, [(2, 100.0), (1, 75.0), (2, 12.5)]);
    // Nobody asked for the whole: the mean of what was asked.
    assert_eq!(all.overall.ratings, 2);
    assert!((all.overall.mean - (175.0 / 3.0 + 62.5) / 2.0).abs() < 1e-9);
}

#[test]
fn the_best_tiers_wait_first() {
    let said = "客户编号,反馈时间,满意度,反馈类型,内容,处理状态\n\
                C5,2024-01-10,,投诉,坏了,待处理\nC1,2024-06-04,,投诉,太慢,待处理\nC1,2024-05-04,,投诉,漏发,处理中\n\
                C2,2024-05-01,1,评价,差,\nC3,2024-05-01,1,评价,差,\nC4,2024-05-01,1,评价,差,\nC4,2024-05-09,5,评价,好了,\nC2,2024-03-01,,投诉,x,已解决\n";
    let calls = "客户编号,跟进时间,跟进方式\nC3,2024-05-03,电话\nC2,2024-04-03,电话\n";
    let outcome = import(&[("orders.csv", ORDERS), ("feedback.csv", said), ("calls.csv", calls)]);
    let page = matters(&outcome.book, &outcome.standing, &Recipe::default(), (0, 10));
    let shown: Vec<(&str, MatterKind, Option<i32>, bool)> =
        page.rows.iter().map(|matter| (matter.row.customer_id.as_str(), matter.kind, matter.days, matter.overdue)).collect();
    // Analysed on the day after the last order, 2024-06-06. C3 was called after the bad rating, C4 is content again.
    assert_eq!(
        shown,
        [
            ("C1", MatterKind::Complaint, Some(33), true),
            ("C1", MatterKind::Complaint, Some(2), true),
            ("C2", MatterKind::LowRating, Some(36), true),
            ("C5", MatterKind::Complaint, Some(148), true),
        ]
    );
    assert_eq!((page.total, page.complaints), (4, 3));
    assert_eq!(page.rows[0].about, ComplaintTopic::Unknown);
    let second = matters(&outcome.book, &outcome.standing, &Recipe::default(), (1, 1));
    assert_eq!((second.total, second.rows.len(), second.rows[0].days), (4, 1, Some(2)));
}

#[test]
fn suggestions_are_grouped_with_their_sentences() {
    let table = "客户编号,建议日期,建议内容\nC1,2024-03-05,希望发货更快\nC2,2024-03-06,希望 发货 更快！\nC3,2024-03-07,多出几个颜色\nC3,2024-03-08,加油\nC1,2024-03-09,配送能否到家\n";
    let review = review(&[("orders.csv", ORDERS), ("建议.csv", table)]);
    let shown: Vec<(String, u32, u32, usize)> =
        review.suggestions.iter().map(|group| (format!("{:?}", group.topic), group.count, group.customers, group.examples.len())).collect();
    assert_eq!(shown, [("Some(Delivery)".into(), 3, 2, 2), ("Some(Choice)".into(), 1, 1, 1), ("None".into(), 1, 1, 1)]);
    assert_eq!(review.suggestions[0].examples[0], ("希望发货更快".to_owned(), 2), "the same sentence, counted");
}

#[test]
fn a_file_without_feedback_gives_empty_figures() {
    let review = review(&[("orders.csv", ORDERS)]);
    assert_eq!((review.pieces, review.days, review.months.len()), (0, None, 0));
    let satisfied = review.all.overall.satisfied;
    assert_eq!((satisfied.rate, satisfied.low, satisfied.high), (0.0, 0.0, 1.0), "nothing is known");
}
