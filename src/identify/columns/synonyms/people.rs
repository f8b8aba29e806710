//! What columns are called that say more about a customer, or how an order ended.
//!
//! They are given away after the roles of [`super::DICTIONARY`], from the columns that are left, so that no new word
//! here can change what a log of orders is taken for.

use super::{Role, Words};
use crate::recipe::Field;
use std::sync::LazyLock;

/// Roles of columns in tables of customers, and in orders that mention them.
pub(in crate::identify::columns) static PEOPLE: LazyLock<Vec<Role>> = LazyLock::new(|| Role::all(&WORDS));

const WORDS: [Words; 11] = [
    Words {
        field: Field::FirstName,
        ranks: ["firstname givenname forename =名 billingfirstname shippingfirstname customerfirstname vorname", "", "", ""],
        never: "",
    },
    Words {
        field: Field::LastName,
        ranks: ["lastname surname familyname =姓 =姓氏 billinglastname shippinglastname customerlastname nachname", "", "", ""],
        never: "",
    },
    Words {
        field: Field::Gender, ranks: ["=性别 客户性别 会员性别 顾客性别 gender customergender =sex", "", "", ""], never: ""
    },
    Words {
        field: Field::Birthday,
        ranks: ["生日 出生日期 出生年月日 客户生日 会员生日 birthday birthdate dateofbirth =dob birthdt", "出生年月 =birth", "", ""],
        never: "祝福 优惠 月份 year month",
    },
    Words {
        field: Field::Address,
        ranks: [
            "详细地址 收货地址 联系地址 通讯地址 公司地址 客户地址 家庭地址 =地址 streetaddress =address =street address1 addressline1 mailingaddress \
             mailingstreet billingaddress1 billingstreet customeraddress",
            "billingaddress shippingaddress shippingstreet shippingaddress1 otherstreet",
            "",
            "",
        ],
        never: "email 邮 ip mail city state country zip postal phone name company 省 市 province number",
    },
    Words {
        field: Field::Area, ranks: ["=大区 销售大区 所属大区 客户大区 salesarea", "=片区 所属片区", "", ""], never: "经理 manager"
    },
    Words {
        field: Field::Industry,
        ranks: ["=行业 所属行业 客户行业 行业类型 行业分类 公司行业 industry industrytype industryname", "=sector =branche", "", ""],
        never: "code id",
    },
    Words {
        field: Field::Owner,
        ranks: [
            "客户经理 =负责人 客户负责人 销售负责人 =归属人 客户归属人 =跟进人 所属销售 客户所有人 专属顾问 专属客服 所属员工 owner accountowner \
             contactowner leadowner customerowner recordowner companyowner accountmanager relationshipmanager",
            "=业务员 =销售员 =销售代表 =销售人员 =销售顾问 =导购 salesrep salesrepresentative salesperson supportrep assignedto",
            "",
            "",
        ],
        never: "id key code 部门 日期 时间 email phone date department role",
    },
    Words {
        field: Field::Source,
        ranks: [
            "客户来源 获客渠道 获客来源 来源渠道 渠道来源 线索来源 注册渠道 注册来源 推广渠道 =来源 leadsource customersource acquisitionchannel \
             acquisitionsource originalsource originalsourcetype referralsource utmsource",
            "=source",
            "",
            "",
        ],
        never: "数据 订单 id code data url",
    },
    Words {
        field: Field::Updated,
        ranks: [
            "更新时间 更新日期 最后更新时间 最近更新时间 =修改时间 =修改日期 最后修改时间 最近修改时间 lastmodified lastmodifieddate modifieddate modifiedtime \
             modifiedat updatedat updateddate updatedtime updatedon updatetime lastupdated lastupdate dateupdated",
            "最后跟进时间 最近跟进时间 最新跟进时间 最近跟进日期 最后联系时间 最近联系时间 最近活动时间 lastcontacted lastcontactdate lastactivity \
             lastactivitydate lastactivitytime lastcontacteddate lastseen",
            "",
            "",
        ],
        never: "by 人",
    },
    Words {
        field: Field::Status,
        ranks: [
            "订单状态 交易状态 orderstatus financialstatus orderstate dealstage",
            "付款状态 支付状态 paymentstatus =stage",
            "=status =状态",
            "",
        ],
        never: "发货 物流 配送 退款 售后 客户 会员 开票 fulfillment shipping customer invoice code id marketing url",
    },
];

/// Whether a column is about a person: a table of names that has one is a table of people.
pub(in crate::identify::columns) fn is_persons_trait(header: &super::Header) -> bool {
    const TRAITS: [&str; 16] = [
        "age",
        "job",
        "occupation",
        "profession",
        "marital",
        "maritalstatus",
        "education",
        "educationlevel",
        "income",
        "gender",
        "年龄",
        "性别",
        "职业",
        "学历",
        "婚姻状况",
        "收入",
    ];
    TRAITS.contains(&header.plain.as_str())
}
