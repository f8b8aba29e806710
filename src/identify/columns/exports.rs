//! Exports of well-known shops and customer systems, recognised by their headers.
//!
//! Their headers do not change from one customer of theirs to the next, so a file that has all of an export's telling
//! headers is mapped without a question. Nothing depends on it: a file with other headers is mapped by what they mean.
//! Invariant: the user's recipe stands above an export's mapping.

mod roles;

use super::Mapping;
use super::table::Table;
use crate::recipe::Field;
use roles::{ALIPAY, AMAZON, CRM_CHINESE, CRM_ENGLISH, FXIAOKE_CUSTOMERS, TAOBAO, WECHAT, YOUZAN};

/// One export of one program.
#[derive(Debug)]
pub(super) struct Export {
    /// Stable name.
    pub(super) name: &'static str,
    /// Headers that all have to be there, compared as [`super::header::Header::plain`].
    signature: &'static str,
    /// Which header plays which role; of several for one role the first that is there.
    pub(super) roles: &'static [(Field, &'static str)],
    /// Whether an order has several rows, of which only the first says its total.
    pub(super) total_on_first_row: bool,
}

use Field::{
    Address, Amount, Area, Birthday, City, Company, Country, CustomerId, CustomerName, Date, Email, FirstName, FirstOrder, Gender,
    Industry, LastName, LastOrder, OrderId, Orders, Owner, Phone, Product, Quantity, RecencyDays, Region, Revenue, Source, Status, Updated,
};

/// From which column on a table repeats what an export of this program's own worked out: measures, scores and segments
/// stand in a fixed row behind what is known of the customer, whatever language its titles are in.
pub(super) fn worked_out_from(table: &Table<'_>, mapping: &Mapping) -> usize {
    const MEASURES: [Field; 5] = [Field::FirstOrder, Field::LastOrder, Field::RecencyDays, Field::Orders, Field::Revenue];
    /// Average order, r, f and m stand between the revenue and `rfm`.
    const TO_RFM: usize = 9;
    let Some(&first) = mapping.get(&Field::FirstOrder) else { return usize::MAX };
    let in_a_row = (first..).zip(MEASURES).all(|(column, field)| mapping.get(&field) == Some(&column));
    let names_scores = table.headers.get(first + TO_RFM).is_some_and(|header| header.plain == "rfm");
    if in_a_row && names_scores { first } else { usize::MAX }
}

/// All that are known, the more telling first.
const EXPORTS: [Export; 24] = [
    Export {
        name: "customer_tiers",
        signature: "customerid firstorder lastorder recencydays orders revenue averageorder rfm segmentcode",
        roles: &[
            (CustomerId, "customerid"),
            (CustomerName, "customername"),
            (Phone, "phone"),
            (Email, "email"),
            (Company, "company"),
            (Region, "region"),
            (City, "city"),
            (Country, "country"),
            (Gender, "gender"),
            (Birthday, "birthday"),
            (Address, "address"),
            (Area, "area"),
            (Industry, "industry"),
            (Owner, "owner"),
            (Source, "source"),
            (FirstOrder, "firstorder"),
            (LastOrder, "lastorder"),
            (RecencyDays, "recencydays"),
            (Orders, "orders"),
            (Revenue, "revenue"),
        ],
        total_on_first_row: false,
    },
    // Our own files for customer systems read back.
    Export {
        name: "customer_tiers_crm",
        signature: "customerid customertier rfmscore totalorders totalrevenue lastorderdate nextcontactdate",
        roles: CRM_ENGLISH,
        total_on_first_row: false,
    },
    Export {
        name: "customer_tiers_crm",
        signature: "客户名称 客户编号 客户级别 客户分群 rfm评分 累计成交金额 下次跟进时间",
        roles: CRM_CHINESE,
        total_on_first_row: false,
    },
    Export {
        name: "shopify_orders",
        signature: "name financialstatus createdat total lineitemquantity lineitemname",
        roles: &[
            (OrderId, "name"),
            (CustomerId, "email"),
            (Email, "email"),
            (Phone, "phone"),
            (Phone, "billingphone"),
            (CustomerName, "billingname"),
            (Company, "billingcompany"),
            (Address, "billingstreet"),
            (City, "billingcity"),
            (Region, "billingprovincename"),
            (Region, "billingprovince"),
            (Country, "billingcountry"),
            (Date, "createdat"),
            (Amount, "total"),
            (Product, "lineitemname"),
            (Quantity, "lineitemquantity"),
            (Status, "financialstatus"),
        ],
        total_on_first_row: true,
    },
    Export {
        name: "shopify_customers",
        signature: "customerid firstname lastname email totalspent totalorders",
        roles: &[
            (CustomerId, "customerid"),
            (FirstName, "firstname"),
            (LastName, "lastname"),
            (Email, "email"),
            (Phone, "phone"),
            (Phone, "defaultaddressphone"),
            (Company, "defaultaddresscompany"),
            (Address, "defaultaddressaddress1"),
            (City, "defaultaddresscity"),
            (Region, "defaultaddressprovincecode"),
            (Country, "defaultaddresscountrycode"),
            (Orders, "totalorders"),
            (Revenue, "totalspent"),
        ],
        total_on_first_row: false,
    },
    Export {
        name: "woocommerce_orders",
        signature: "ordernumber orderstatus orderdate emailbilling ordertotalamount",
        roles: &[
            (OrderId, "ordernumber"),
            (Status, "orderstatus"),
            (Date, "orderdate"),
            (CustomerId, "emailbilling"),
            (Email, "emailbilling"),
            (Phone, "phonebilling"),
            (FirstName, "firstnamebilling"),
            (LastName, "lastnamebilling"),
            (Company, "companybilling"),
            (Address, "address12billing"),
            (City, "citybilling"),
            (Region, "statecodebilling"),
            (Country, "countrycodebilling"),
            (Amount, "ordertotalamount"),
            (Product, "itemname"),
        ],
        total_on_first_row: true,
    },
    Export {
        name: "woocommerce_customers",
        signature: "name username lastactive signup email orders totalspend aov",
        roles: &[
            (CustomerId, "email"),
            (CustomerName, "name"),
            (Email, "email"),
            (Orders, "orders"),
            (Revenue, "totalspend"),
            (Country, "countryregion"),
            (City, "city"),
            (Region, "region"),
            (Updated, "lastactive"),
        ],
        total_on_first_row: false,
    },
    Export {
        name: "taobao_orders",
        signature: "订单编号 买家会员名 买家实际支付金额 订单状态 订单创建时间",
        roles: TAOBAO,
        total_on_first_row: false,
    },
    // Since 2021 members' names are masked; what is left is the payment account.
    Export {
        name: "taobao_orders",
        signature: "订单编号 买家实际支付金额 订单状态 收货人姓名 联系手机 订单创建时间",
        roles: TAOBAO,
        total_on_first_row: false,
    },
    Export {
        name: "youzan_orders",
        signature: "订单号 订单状态 订单实付金额 收货人手机号提货人手机号 全部商品名称",
        roles: YOUZAN,
        total_on_first_row: false,
    },
    Export {
        name: "youzan_orders",
        signature: "订单号 订单实付金额 收货人手机号提货人手机号 买家手机号",
        roles: YOUZAN,
        total_on_first_row: true,
    },
    Export {
        name: "hubspot_contacts",
        signature: "recordid firstname lastname email contactowner createdate",
        roles: &[
            (CustomerId, "recordid"),
            (FirstName, "firstname"),
            (LastName, "lastname"),
            (Email, "email"),
            (Phone, "phonenumber"),
            (Phone, "mobilephonenumber"),
            (Owner, "contactowner"),
            (Company, "associatedcompany"),
            (Company, "companyname"),
            (City, "city"),
            (Region, "stateregion"),
            (Country, "countryregion"),
            (Industry, "industry"),
            (Source, "originalsource"),
            (Source, "originaltrafficsource"),
            (Updated, "lastactivitydate"),
        ],
        total_on_first_row: false,
    },
    Export {
        name: "hubspot_deals",
        signature: "recordid dealname dealstage closedate amount",
        roles: &[
            (OrderId, "recordid"),
            (CustomerId, "associatedcompanyids"),
            (CustomerId, "associatedcompany"),
            (CustomerId, "associatedcontact"),
            (CustomerName, "associatedcompany"),
            (CustomerName, "associatedcontact"),
            (Status, "dealstage"),
            (Date, "closedate"),
            (Amount, "amount"),
            (Owner, "dealowner"),
        ],
        total_on_first_row: false,
    },
    Export {
        name: "zoho_contacts",
        signature: "recordid contactowner firstname lastname accountname leadsource",
        roles: &[
            (CustomerId, "recordid"),
            (Owner, "contactowner"),
            (Source, "leadsource"),
            (FirstName, "firstname"),
            (LastName, "lastname"),
            (Company, "accountname"),
            (Email, "email"),
            (Phone, "mobile"),
            (Phone, "phone"),
            (Address, "mailingstreet"),
            (City, "mailingcity"),
            (Region, "mailingstate"),
            (Country, "mailingcountry"),
            (Updated, "lastactivitytime"),
            (Updated, "modifiedtime"),
        ],
        total_on_first_row: false,
    },
    Export {
        name: "zoho_deals",
        signature: "recordid dealowner amount dealname closingdate accountname stage",
        roles: &[
            (OrderId, "recordid"),
            (CustomerId, "accountnameid"),
            (CustomerId, "accountname"),
            (CustomerName, "accountname"),
            (Status, "stage"),
            (Date, "closingdate"),
            (Amount, "amount"),
            (Owner, "dealowner"),
        ],
        total_on_first_row: false,
    },
    Export {
        name: "salesforce_opportunities",
        signature: "opportunityname accountname stage amount closedate",
        roles: &[
            (OrderId, "opportunityid"),
            (OrderId, "opportunityname"),
            (CustomerId, "accountid"),
            (CustomerId, "accountname"),
            (CustomerName, "accountname"),
            (Status, "stage"),
            (Date, "closedate"),
            (Amount, "amount"),
            (Owner, "opportunityowner"),
        ],
        total_on_first_row: false,
    },
    Export {
        name: "salesforce_accounts",
        signature: "accountname accountowner billingcity industry",
        roles: &[
            (CustomerId, "accountid"),
            (CustomerId, "accountname"),
            (CustomerName, "accountname"),
            (Owner, "accountowner"),
            (Phone, "phone"),
            (Address, "billingstreet"),
            (City, "billingcity"),
            (Region, "billingstateprovince"),
            (Country, "billingcountry"),
            (Industry, "industry"),
            (Source, "accountsource"),
            (Updated, "lastmodifieddate"),
        ],
        total_on_first_row: false,
    },
    Export {
        name: "fxiaoke_orders",
        signature: "销售订单编号 客户名称 销售订单金额 下单日期",
        roles: &[
            (OrderId, "销售订单编号"),
            (CustomerId, "客户编号"),
            (CustomerId, "客户名称"),
            (CustomerName, "客户名称"),
            (Amount, "销售订单金额"),
            (Date, "下单日期"),
            (Status, "订单状态"),
            (Owner, "负责人"),
        ],
        total_on_first_row: false,
    },
    Export {
        name: "fxiaoke_customers",
        signature: "客户名称 负责人 负责人主属部门 归属部门",
        roles: FXIAOKE_CUSTOMERS,
        total_on_first_row: false,
    },
    Export {
        name: "fxiaoke_customers",
        signature: "客户名称 客户级别 成交状态 负责人 最后跟进时间",
        roles: FXIAOKE_CUSTOMERS,
        total_on_first_row: false,
    },
    Export {
        name: "amazon_orders",
        signature: "amazonorderid purchasedate orderstatus itemprice",
        roles: AMAZON,
        total_on_first_row: false,
    },
    Export {
        name: "wechat_bill", signature: "交易时间 交易对方 收支 金额 当前状态 交易单号", roles: WECHAT, total_on_first_row: false
    },
    Export {
        name: "alipay_bill", signature: "交易号 交易创建时间 交易对方 金额 收支", roles: ALIPAY, total_on_first_row: false
    },
    Export {
        name: "alipay_bill", signature: "交易时间 交易对方 对方账号 收支 金额 交易订单号", roles: ALIPAY, total_on_first_row: false
    },
];

/// The export that a table is, if it is one.
pub(super) fn recognise(table: &Table<'_>) -> Option<&'static Export> {
    let has = |name: &str| table.headers.iter().any(|header| header.plain == name);
    EXPORTS.iter().find(|export| export.signature.split(' ').all(has))
}

impl Export {
    /// The state of the rows that are sales, where the others are not: bills list what came in and what was paid.
    pub(super) fn sale(&self) -> Option<&'static str> {
        matches!(self.name, "wechat_bill" | "alipay_bill").then_some("收入")
    }

    /// Which column plays which role.
    pub(super) fn columns(&self, table: &Table<'_>) -> super::Mapping {
        let mut mapping = super::Mapping::new();
        for &(field, name) in self.roles {
            let filled = |column: &usize| table.profiles[*column].filled > 0;
            let found = || table.headers.iter().position(|header| header.plain == name).filter(filled);
            if let (false, Some(column)) = (mapping.contains_key(&field), found()) {
                mapping.insert(field, column);
            }
        }
        mapping
    }
}

#[cfg(test)]
mod tests;
