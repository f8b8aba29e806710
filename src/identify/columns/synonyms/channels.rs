//! What columns are called in tables of contacts and of feedback.
//!
//! Words of their own, because the same word means another thing there: 时间 is when somebody called, 类型 how. They are
//! only asked when a table is no log of orders.

use super::{Header, Role, Words};
use crate::identify::book::{Channel, FeedbackKind};
use crate::recipe::Field;
use std::sync::LazyLock;

/// From this score on the day column says by its name what the table is.
pub(in crate::identify::columns) const SPECIFIC: f64 = 0.85;

/// Calls, mails, meetings, chats, visits.
pub(in crate::identify::columns) static CONTACTS: LazyLock<Vec<Role>> = LazyLock::new(|| Role::all(&CONTACT_WORDS));

const CONTACT_WORDS: [Words; 4] = [
    Words {
        field: Field::Date,
        ranks: [
            "跟进时间 跟进日期 拜访日期 拜访时间 联系时间 联系日期 沟通时间 沟通日期 通话时间 通话日期 通话开始时间 呼叫时间 来电时间 回访时间 回访日期 接触时间 互动时间 \
             互动日期 会议时间 会议日期 聊天时间 会话时间 接待时间 咨询时间 访问时间 浏览时间 点击时间 下载时间 事件时间 行为时间 参会时间 contactdate contacttime \
             contactedat calldate calltime callstart callstarttime meetingdate visitdate visittime interactiondate interactiontime activitydate \
             activitytime eventdate eventtime eventtimestamp sessiondate sessionstart chatdate messagedate viewedat clickedat touchdate",
            "活动时间 活动日期 开始时间 发生时间 starttime startdate occurredat sentat sentdate",
            "=日期 =时间 =date =datetime =timestamp =time createdat createddate createdtime createtime 创建时间 创建日期 记录时间 登记时间 recordedat",
            "",
        ],
        never: "最近 最后 上次 下次 计划 预计 结束 首次 生日 注册 更新 last next planned due end first birth register registered update updated modified",
    },
    Words {
        field: Field::Channel,
        ranks: [
            "跟进方式 跟进类型 沟通渠道 沟通方式 沟通类型 联系渠道 接触方式 接触渠道 互动方式 互动类型 互动渠道 拜访方式 拜访类型 回访方式 服务渠道 咨询渠道 行为类型 \
             事件类型 事件名称 活动形式 contactchannel contacttype contactmethod contactmode interactiontype interactionchannel \
             interactionmethod communicationchannel communicationtype communicationmethod activitytype eventtype eventname eventaction \
             engagementtype touchpoint",
            "联系方式 联系类型 活动类型 =渠道 =channel =medium =action =event =事件 =行为 =动作 =方式",
            "=type =类型 =activity =活动 =contact",
            "",
        ],
        never: "来源 获客 偏好 source preferred acquisition",
    },
    Words {
        field: Field::Count,
        ranks: [
            "互动次数 沟通次数 联系次数 跟进次数 拜访次数 interactioncount contactcount =interactions =contacts",
            "=次数 =count",
            "",
            "",
        ],
        never: "",
    },
    Words {
        field: Field::Subject,
        ranks: [
            "跟进内容 跟进记录 沟通内容 沟通记录 沟通主题 拜访内容 拜访记录 拜访目的 拜访纪要 通话内容 通话记录 回访内容 会议主题 会议纪要 聊天内容 咨询内容 联系内容 \
             callnotes callsubject meetingnotes meetingsubject contactnotes interactionnotes pagetitle pageurl pagepath",
            "=主题 =内容 =摘要 =事由 =页面 =subject =topic =notes =summary =page =url =content =message",
            "=标题 =备注 =remark =remarks =comments =description =title",
            "",
        ],
        never: "",
    },
];

/// Ratings, complaints, suggestions.
pub(in crate::identify::columns) static FEEDBACK: LazyLock<Vec<Role>> = LazyLock::new(|| Role::all(&FEEDBACK_WORDS));

const FEEDBACK_WORDS: [Words; 10] = [
    Words {
        field: Field::Date,
        ranks: [
            "反馈时间 反馈日期 投诉时间 投诉日期 评价时间 评价日期 评论时间 建议时间 建议日期 提交时间 提交日期 调查日期 调查时间 填写时间 答题时间 受理时间 受理日期 回访日期 \
             回访时间 评分时间 feedbackdate complaintdate reviewdate reviewtime surveydate responsedate ratingdate submittedat submissiondate \
             submitdate datereceived receiveddate casedate ticketdate openeddate",
            "发生时间 发生日期 dateopened openedat",
            "=日期 =时间 =date =datetime =timestamp =time createdat createddate createdtime createtime 创建时间 创建日期 记录时间 登记时间",
            "",
        ],
        never: "最近 最后 上次 解决 处理 关闭 完成 更新 生日 注册 last resolved closed solved due update updated modified birth register",
    },
    Words {
        field: Field::Rating,
        ranks: [
            "满意度 满意度评分 总体满意度 整体满意度 综合满意度 客户满意度 综合评分 总体评分 整体评价 服务评分 评价星级 星级评分 满意程度 评价等级 推荐意愿 推荐度 推荐意愿评分 推荐可能性 =nps nps评分 npsscore likelihoodtorecommend recommendscore \
             recommendation =csat \
             csatscore satisfaction satisfactionscore satisfactionlevel satisfactionrating overallsatisfaction overallrating \
             customersatisfaction customerrating reviewscore reviewrating starrating",
            "=评分 =打分 =星级 =评价 =评级 =rating =stars",
            "=score =得分 =分数 =ratings =review =grade",
            "",
        ],
        never: "信用 风险 rfm credit risk count number 数 内容 text title 时间 日期 date id product quality service delivery shipping 质量 态度 物流 配送 产品",
    },
    Words {
        field: Field::RatingQuality,
        ranks: [
            "质量满意度 产品满意度 商品满意度 产品质量满意度 产品质量 商品质量 质量评分 产品质量评分 产品评分 商品评分 描述相符 宝贝与描述相符 qualityrating \
             qualityscore productquality productrating productsatisfaction qualitysatisfaction",
            "=质量 =quality",
            "",
            "",
        ],
        never: "",
    },
    Words {
        field: Field::RatingAttitude,
        ranks: [
            "服务态度 态度满意度 服务满意度 服务态度满意度 服务态度评分 态度评分 卖家的服务态度 serviceattitude attituderating attitudescore servicerating \
             servicescore servicesatisfaction servicequality staffrating",
            "=态度 =服务 =attitude =service",
            "",
            "",
        ],
        never: "",
    },
    Words {
        field: Field::RatingDelivery,
        ranks: [
            "物流满意度 配送满意度 交付满意度 物流服务 物流评分 配送评分 物流服务评分 发货速度 配送速度 物流速度 交付速度 送货速度 发货速度满意度 deliveryrating \
             deliveryspeed deliveryscore deliverysatisfaction shippingrating",
            "=物流 =配送 =delivery",
            "",
            "",
        ],
        never: "",
    },
    Words {
        field: Field::FeedbackKind,
        ranks: [
            "反馈类型 反馈类别 投诉类型 投诉类别 建议类型 意见类型 工单类型 问题类型 feedbacktype feedbackcategory complainttype complaintcategory casetype \
             tickettype issuetype",
            "",
            "=类型 =类别 =分类 =type =category =kind",
            "",
        ],
        never: "",
    },
    Words {
        field: Field::ComplaintType,
        ranks: [
            "投诉分类 问题分类 投诉原因分类 问题类别 原因分类 投诉大类 责任类型 complaintclass complaintreason issuecategory reasoncategory reasoncode rootcause problemcategory",
            "=原因 =reason",
            "",
            "",
        ],
        never: "",
    },
    Words {
        field: Field::Status,
        ranks: [
            "处理状态 投诉状态 工单状态 解决状态 办理状态 反馈状态 casestatus ticketstatus complaintstatus resolutionstatus",
            "=状态 =status =state 处理进度",
            "处理结果 是否解决 =resolved =resolution",
            "",
        ],
        never: "",
    },
    Words {
        field: Field::Resolved,
        ranks: [
            "解决时间 解决日期 处理完成时间 办结时间 办结日期 结案时间 结案日期 关闭时间 关闭日期 完成时间 完成日期 resolvedat resolveddate resolutiondate \
             dateresolved closedat closeddate dateclosed solvedat solveddate",
            "处理时间 处理日期",
            "",
            "",
        ],
        never: "",
    },
    Words {
        field: Field::Subject,
        ranks: [
            "投诉内容 建议内容 反馈内容 评价内容 评论内容 意见内容 问题描述 投诉原因 投诉事项 投诉描述 意见建议 feedbacktext reviewtext reviewcontent reviewbody \
             complaintdescription complainttext suggestiontext",
            "=意见 =建议 =投诉 =反馈 =内容 =主题 =feedback =comment =comments =complaint =suggestion =review =subject =text =message",
            "=标题 =备注 =描述 =description =title =content =remark",
            "",
        ],
        never: "",
    },
];

/// What a column of counts counts: social media and the web come as one column per action.
pub(in crate::identify::columns) fn counted(header: &Header) -> Option<Channel> {
    const COUNTERS: [(Channel, &str); 8] = [
        (Channel::Comment, "评论数 评论量 评论次数 comments commentcount commentscount numcomments"),
        (Channel::Like, "点赞数 点赞量 点赞次数 获赞数 likes likecount likescount numlikes"),
        (Channel::Share, "分享数 分享次数 转发数 转发量 转发次数 shares sharecount sharescount retweets retweetcount numshares"),
        (Channel::Visit, "浏览量 浏览数 浏览次数 访问次数 访问量 页面浏览量 pageviews pageviewcount views viewcount pagesviewed sessions"),
        (Channel::Click, "点击数 点击量 点击次数 clicks clickcount linkclicks"),
        (Channel::Download, "下载数 下载量 下载次数 downloads downloadcount"),
        (Channel::Phone, "通话次数 电话次数 calls callcount numcalls"),
        (Channel::Event, "参会次数 活动参加次数 参加活动次数 eventsattended eventcount"),
    ];
    let is_counter = |names: &str| names.split(' ').any(|name| name == header.plain);
    COUNTERS.iter().find(|(_, names)| is_counter(names)).map(|&(channel, _)| channel)
}

/// Whether the column says how long somebody talked or stayed.
pub(in crate::identify::columns) fn is_duration(header: &Header) -> bool {
    ["时长", "duration", "talktime", "callminutes"].iter().any(|word| header.contains(word))
}

/// What contacts are in a table with this column, when no row says it.
pub(in crate::identify::columns) fn usual_channel(header: &Header) -> Option<Channel> {
    const SIGNS: [(Channel, &str); 6] = [
        (Channel::Phone, "通话 呼叫 来电 call caller"),
        (Channel::Meeting, "拜访 会议 面谈 meeting visitpurpose"),
        (Channel::Chat, "聊天 会话 客服 chat"),
        (Channel::Email, "邮件主题 发件 emailsubject mailsubject"),
        (Channel::Event, "参会 展会 活动名称 attended webinar"),
        (Channel::Visit, "页面 浏览 访问 page url session pageview"),
    ];
    let is_sign = |words: &str| words.split(' ').any(|word| header.contains(word));
    SIGNS.iter().find(|(_, words)| is_sign(words)).map(|&(channel, _)| channel)
}

/// What feedback is in a table with this column, when no row says it.
pub(in crate::identify::columns) fn usual_kind(header: &Header) -> Option<FeedbackKind> {
    const SIGNS: [(FeedbackKind, &str); 3] = [
        (FeedbackKind::Complaint, "投诉 complaint complaints"),
        (FeedbackKind::Suggestion, "建议 suggestion suggestions"),
        (FeedbackKind::Praise, "表扬 praise compliment"),
    ];
    let is_sign = |words: &str| words.split(' ').any(|word| header.contains(word));
    SIGNS.iter().find(|(_, words)| is_sign(words)).map(|&(kind, _)| kind)
}
