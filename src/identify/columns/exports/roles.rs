//! Which header plays which role, for exports whose roles are long or serve several signatures.
//!
//! Invariant: of several headers for one role the first that is filled counts.

use crate::recipe::Field::{
    self, Address, Amount, Area, City, Company, Country, CustomerId, CustomerName, Date, Email, FirstName, FirstOrder, Gender, Industry,
    LastName, LastOrder, OrderId, Orders, Owner, Phone, Product, Quantity, Region, Revenue, Source, Status, Updated,
};

/// Our own files for Zoho, HubSpot and Salesforce. The account's name is no company: where there was none it is the customer's own.
pub(super) const CRM_ENGLISH: &[(Field, &str)] = &[
    (CustomerId, "customerid"),
    (FirstName, "firstname"),
    (LastName, "lastname"),
    (Company, "companyname"),
    (Email, "email"),
    (Phone, "phone"),
    (Phone, "phonenumber"),
    (Owner, "contactowner"),
    (Source, "leadsource"),
    (Source, "originalsource"),
    (Address, "mailingstreet"),
    (Address, "streetaddress"),
    (City, "mailingcity"),
    (City, "city"),
    (Region, "mailingstate"),
    (Region, "mailingstateprovince"),
    (Region, "stateregion"),
    (Country, "mailingcountry"),
    (Country, "countryregion"),
    (Industry, "industry"),
    (FirstOrder, "firstorderdate"),
    (LastOrder, "lastorderdate"),
    (Orders, "totalorders"),
    (Revenue, "totalrevenue"),
];

/// Our own files for 纷享销客.
pub(super) const CRM_CHINESE: &[(Field, &str)] = &[
    (CustomerId, "客户编号"),
    (CustomerName, "客户名称"),
    (Company, "公司名称"),
    (Owner, "负责人"),
    (Source, "客户来源"),
    (Industry, "1级行业"),
    (Phone, "电话"),
    (Email, "邮件"),
    (Country, "国家"),
    (Region, "省"),
    (City, "市"),
    (Address, "详细地址"),
    (FirstOrder, "首次成交日期"),
    (LastOrder, "最近成交日期"),
    (Orders, "累计订单数"),
    (Revenue, "累计成交金额"),
];

pub(super) const TAOBAO: &[(Field, &str)] = &[
    (OrderId, "订单编号"),
    (CustomerId, "买家会员名"),
    (CustomerId, "买家支付宝账号"),
    (CustomerId, "联系手机"),
    (CustomerName, "收货人姓名"),
    (Phone, "联系手机"),
    (Phone, "联系电话"),
    (Address, "收货地址"),
    (Date, "订单创建时间"),
    (Amount, "买家实际支付金额"),
    (Quantity, "宝贝总数量"),
    (Product, "宝贝标题"),
    (Status, "订单状态"),
];

pub(super) const YOUZAN: &[(Field, &str)] = &[
    (OrderId, "订单号"),
    (CustomerId, "买家手机号"),
    (CustomerId, "收货人手机号提货人手机号"),
    (CustomerName, "收货人提货人"),
    (CustomerName, "买家姓名"),
    (Phone, "收货人手机号提货人手机号"),
    (Phone, "买家手机号"),
    (Region, "收货人省份"),
    (City, "收货人城市"),
    (Address, "详细收货地址提货地址"),
    (Date, "订单创建时间"),
    (Date, "买家付款时间"),
    (Amount, "订单实付金额"),
    (Product, "全部商品名称"),
    (Product, "商品名称"),
    (Quantity, "商品数量"),
    (Status, "订单状态"),
    (Owner, "专属导购"),
];

pub(super) const FXIAOKE_CUSTOMERS: &[(Field, &str)] = &[
    (CustomerId, "客户编号"),
    (CustomerId, "客户名称"),
    (CustomerName, "客户名称"),
    (Owner, "负责人"),
    (Source, "客户来源"),
    (Source, "来源"),
    (Industry, "1级行业"),
    (Industry, "行业"),
    (Phone, "电话"),
    (Phone, "手机"),
    (Email, "邮件"),
    (Country, "国家"),
    (Region, "省"),
    (City, "市"),
    (Address, "详细地址"),
    (Area, "大区"),
    (Gender, "性别"),
    (Updated, "最后跟进时间"),
    (Updated, "最后修改时间"),
];

/// "All orders": what an item cost is its row's, whatever the quantity.
pub(super) const AMAZON: &[(Field, &str)] = &[
    (OrderId, "amazonorderid"),
    (Date, "purchasedate"),
    (CustomerId, "buyeremail"),
    (CustomerId, "buyername"),
    (CustomerName, "buyername"),
    (CustomerName, "recipientname"),
    (Email, "buyeremail"),
    (Phone, "buyerphonenumber"),
    (Amount, "itemprice"),
    (Quantity, "quantity"),
    (Product, "productname"),
    (City, "shipcity"),
    (Region, "shipstate"),
    (Country, "shipcountry"),
    (Status, "orderstatus"),
];

/// A person's or a shop's own bill; whoever paid is told by name.
pub(super) const WECHAT: &[(Field, &str)] = &[
    (OrderId, "交易单号"),
    (Date, "交易时间"),
    (CustomerId, "交易对方"),
    (CustomerName, "交易对方"),
    (Amount, "金额"),
    (Product, "商品"),
    (Status, "收支"),
];

pub(super) const ALIPAY: &[(Field, &str)] = &[
    (OrderId, "交易号"),
    (OrderId, "交易订单号"),
    (Date, "交易创建时间"),
    (Date, "交易时间"),
    (CustomerId, "对方账号"),
    (CustomerId, "交易对方"),
    (CustomerName, "交易对方"),
    (Amount, "金额"),
    (Product, "商品名称"),
    (Product, "商品说明"),
    (Status, "收支"),
];
