//! Exports of known programs, by their real headers, and the same with some of them renamed.

use super::super::tests::table;
use super::super::*;

/// Name, headers, a row, what they are taken for; then some headers renamed and what the table is taken for then.
struct Case {
    name: &'static str,
    headers: &'static str,
    row: &'static str,
    expected: &'static str,
    renamed: &'static [(&'static str, &'static str)],
    then: &'static str,
}

// Sources: the exporters' help pages and files of theirs in public repositories; long headers that play no role are left out.
const CASES: [Case; 17] = [
    Case {
        name: "shopify_orders",
        headers: "Name|Email|Financial Status|Paid at|Fulfillment Status|Fulfilled at|Accepts Marketing|Currency|Subtotal|Shipping|Taxes|Total|Discount Code|Discount Amount|Shipping Method|Created at|Lineitem quantity|Lineitem name|Lineitem price|Lineitem compare at price|Lineitem sku|Billing Name|Billing Street|Billing City|Billing Zip|Billing Province|Billing Country|Billing Phone|Notes|Cancelled at|Refunded Amount|Vendor|Id|Tags|Risk Level|Source|Phone",
        row: "#1001|ann@example.com|paid|2024-03-05 10:00:00 +0800|fulfilled||yes|EUR|90.00|5.00|0.00|95.00|||Standard|2024-03-05 09:59:00 +0800|1|Lamp|60.00||L1|Ann Lee|Road 1|Berlin|10115|BE|DE|+493012345678|||0.00|Shop|4411||Low|web|",
        expected: "Transactions customer_id=Email customer_name=Billing Name order_id=Name date=Created at amount=Total quantity=Lineitem quantity product=Lineitem name phone=Billing Phone email=Email region=Billing Province city=Billing City country=Billing Country address=Billing Street status=Financial Status",
        renamed: &[("Financial Status", "Payment Status"), ("Lineitem name", "Product"), ("Name", "Order ID")],
        then: "Transactions customer_id=Billing Name",
    },
    Case {
        name: "shopify_customers",
        headers: "Customer ID|First Name|Last Name|Email|Accepts Email Marketing|Default Address Company|Default Address Address1|Default Address City|Default Address Province Code|Default Address Country Code|Default Address Zip|Default Address Phone|Phone|Accepts SMS Marketing|Total Spent|Total Orders|Note|Tax Exempt|Tags",
        row: "'7001|Ann|Lee|ann@example.com|yes||Road 1|Berlin|BE|DE|10115||'+493012345678|no|95.00|1||no|",
        expected: "CustomerList customer_id=Customer ID phone=Phone email=Email region=Default Address Province Code city=Default Address City country=Default Address Country Code first_name=First Name last_name=Last Name address=Default Address Address1",
        renamed: &[("Total Orders", "n")],
        then: "CustomerList customer_id=Customer ID",
    },
    Case {
        name: "woocommerce_orders",
        headers: "Order Number|Order Status|Order Date|Customer Note|First Name (Billing)|Last Name (Billing)|Company (Billing)|Address 1&2 (Billing)|City (Billing)|State Code (Billing)|Postcode (Billing)|Country Code (Billing)|Email (Billing)|Phone (Billing)|Payment Method Title|Cart Discount Amount|Order Subtotal Amount|Order Total Amount|SKU|Item #|Item Name|Quantity (- Refund)|Item Cost",
        row: "2001|Completed|2024-03-05 10:00||Ann|Lee|ACME|Road 1|Berlin|BE|10115|DE|ann@example.com|+493012345678|Card|0|90|95|L1|1|Lamp|1|60",
        expected: "Transactions customer_id=Email (Billing) order_id=Order Number date=Order Date amount=Order Total Amount quantity=Quantity (- Refund) product=Item Name phone=Phone (Billing) email=Email (Billing) company=Company (Billing) region=State Code (Billing) city=City (Billing) country=Country Code (Billing) first_name=First Name (Billing) last_name=Last Name (Billing) address=Address 1&2 (Billing) status=Order Status",
        renamed: &[("Order Status", "Status"), ("Email (Billing)", "Email")],
        then: "Transactions customer_id=Phone (Billing)",
    },
    Case {
        name: "taobao_orders",
        headers: "订单编号|买家会员名|买家支付宝账号|买家应付货款|买家应付邮费|买家支付积分|总金额|返点积分|买家实际支付金额|买家实际支付积分|订单状态|买家留言|收货人姓名|收货地址|运送方式|联系电话|联系手机|订单创建时间|订单付款时间|宝贝标题|宝贝种类|物流单号|物流公司|订单备注|宝贝总数量|店铺Id|店铺名称|订单关闭原因",
        row: "=\"123456789012345678\"|ann88||90|5|0|95|0|95|0|交易成功||张三|广东省 深圳市|快递||'13800138000|2024-03-05 10:00:00|2024-03-05 10:01:00|台灯|1|||||||",
        expected: "Transactions customer_id=买家会员名 customer_name=收货人姓名 order_id=订单编号 date=订单创建时间 amount=买家实际支付金额 quantity=宝贝总数量 product=宝贝标题 phone=联系手机 address=收货地址 status=订单状态",
        renamed: &[("订单状态", "交易状态"), ("订单创建时间", "下单时间")],
        then: "Transactions customer_id=买家会员名",
    },
    Case {
        name: "youzan_orders",
        headers: "订单号|销售渠道|归属店铺|订单类型|订单状态|订单来源|订单创建时间|买家付款时间|交易成功时间|付款方式|支付流水号|商品金额合计|运费|店铺优惠合计|应收订单金额|订单实付金额|全部商品名称|商品种类数|收货人省份|收货人城市|收货人地区|详细收货地址/提货地址|收货人/提货人|收货人手机号/提货人手机号|买家备注|买家昵称|买家是否会员|买家手机号|订单退款状态|订单已退款金额",
        row: "E20240305|网店|总店|普通订单|交易完成|小程序|2024-03-05 10:00:00|2024-03-05 10:01:00||微信|88|90|5|0|95|95|台灯|1|广东省|深圳市|南山区|科技园|张三|13800138000||ann|是|13800138000||0",
        expected: "Transactions customer_id=买家手机号 customer_name=收货人/提货人 order_id=订单号 date=订单创建时间 amount=订单实付金额 product=全部商品名称 phone=收货人手机号/提货人手机号 region=收货人省份 city=收货人城市 address=详细收货地址/提货地址 status=订单状态",
        renamed: &[("订单状态", "状态"), ("订单实付金额", "实付金额"), ("全部商品名称", "商品名称")],
        then: "Transactions customer_id=买家昵称",
    },
    Case {
        name: "hubspot_contacts",
        headers: "Record ID|First Name|Last Name|Email|Phone Number|Contact owner|Last Activity Date|Lead Status|Marketing contact status|Create Date|Associated Company",
        row: "101|Ann|Lee|ann@example.com|+493012345678|Bob Ray|2024-03-05 10:00|New|Marketing contact|2023-01-01 09:00|ACME",
        expected: "CustomerList customer_id=Record ID phone=Phone Number email=Email company=Associated Company first_name=First Name last_name=Last Name owner=Contact owner updated=Last Activity Date",
        renamed: &[("Record ID", "Contact ID"), ("Contact owner", "Owner")],
        then: "CustomerList customer_id=Contact ID",
    },
    Case {
        name: "zoho_deals",
        headers: "Record Id|Deal Owner.id|Deal Owner|Amount|Deal Name|Closing Date|Account Name.id|Account Name|Stage|Type|Probability (%)|Created Time|Modified Time",
        row: "zcrm_1|zcrm_u1|Bob|950|Lamps|2024-03-05|zcrm_a1|ACME|Closed Won|New|100|2024-01-01 09:00|2024-03-05 10:00",
        expected: "Transactions customer_id=Account Name.id customer_name=Account Name order_id=Record Id date=Closing Date amount=Amount owner=Deal Owner status=Stage",
        renamed: &[("Deal Name", "Potential Name"), ("Record Id", "Deal Id"), ("Closing Date", "Order Date")],
        then: "Transactions customer_id=Account Name",
    },
    Case {
        name: "salesforce_opportunities",
        headers: "Opportunity Owner|Account Name|Opportunity Name|Stage|Fiscal Period|Amount|Probability (%)|Age|Close Date|Created Date|Next Step|Lead Source|Type",
        row: "Bob Ray|ACME|Lamps|Closed Won|Q1-2024|950|100|3|2024-03-05|2024-01-01||Web|New Business",
        expected: "Transactions customer_id=Account Name customer_name=Account Name order_id=Opportunity Name date=Close Date amount=Amount owner=Opportunity Owner source=Lead Source status=Stage",
        renamed: &[("Opportunity Name", "Order ID"), ("Close Date", "Date")],
        then: "Transactions customer_id=Account Name",
    },
    Case {
        name: "fxiaoke_customers",
        headers: "客户名称|客户编号|客户级别|成交状态|负责人|负责人主属部门|归属部门|最后跟进时间|客户来源|1级行业|国家|省|市|详细地址|电话|创建时间",
        row: "蓝天科技有限公司|CUS-1|重要客户|已成交|王伟|销售一部|销售一部|2024-03-05 10:00|展会|电子|中国|广东|深圳|科技园|0755-26001234|2023-01-01 09:00",
        expected: "CustomerList customer_id=客户编号 customer_name=客户名称 phone=电话 region=省 city=市 country=国家 address=详细地址 industry=1级行业 owner=负责人 source=客户来源 updated=最后跟进时间",
        renamed: &[("负责人主属部门", "部门"), ("成交状态", "状态")],
        then: "CustomerList customer_id=客户编号",
    },
    // The columns of WooCommerce's own customers report, as its export names them.
    Case {
        name: "woocommerce_customers",
        headers: "Name|Username|Last Active|Sign Up|Email|Orders|Total Spend|AOV|Country / Region|City|Region|Postal Code",
        row: "Ann Lee|ann|2024-03-05 10:00:00|2023-01-01 09:00:00|ann@example.com|3|285.00|95.00|DE|Berlin|BE|10115",
        expected: "CustomerList customer_id=Email customer_name=Name email=Email region=Region city=City country=Country / Region updated=Last Active",
        renamed: &[("Sign Up", "Registered"), ("AOV", "Average")],
        then: "CustomerList customer_id=Username",
    },
    Case {
        name: "hubspot_deals",
        headers: "Record ID|Deal Name|Deal Stage|Close Date|Deal owner|Amount|Pipeline|Create Date|Last Activity Date|Associated Company|Associated Contact",
        row: "9001|ACME - Lamps|Closed Won|2024-03-05 10:00|Bob Ray|950|Sales Pipeline|2024-01-01 09:00|2024-03-04 12:00|ACME|Ann Lee (ann@example.com)",
        expected: "Transactions customer_id=Associated Company customer_name=Associated Company order_id=Record ID date=Close Date amount=Amount owner=Deal owner status=Deal Stage",
        renamed: &[("Record ID", "Deal ID"), ("Deal Stage", "Stage"), ("Associated Company", "Customer Name")],
        then: "Transactions customer_id=Customer Name",
    },
    Case {
        name: "zoho_contacts",
        headers: "Record Id|Contact Owner.id|Contact Owner|Lead Source|First Name|Last Name|Account Name.id|Account Name|Email|Phone|Mobile|Created Time|Modified Time|Last Activity Time|Mailing Street|Mailing City|Mailing State|Mailing Zip|Mailing Country|Description",
        row: "zcrm_3|zcrm_u1|Bob Ray|Trade Show|Ann|Lee|zcrm_a1|ACME|ann@example.com|+493012345678|+491701234567|2023-01-01 09:00|2024-02-01 09:00|2024-03-05 10:00|Road 1|Berlin|BE|10115|Germany|",
        expected: "CustomerList customer_id=Record Id phone=Mobile email=Email company=Account Name region=Mailing State city=Mailing City country=Mailing Country first_name=First Name last_name=Last Name address=Mailing Street owner=Contact Owner source=Lead Source updated=Last Activity Time",
        renamed: &[("Record Id", "Contact Id"), ("Contact Owner", "Owner"), ("Account Name", "Company")],
        then: "CustomerList customer_id=Contact Id",
    },
    Case {
        name: "salesforce_accounts",
        headers: "Account ID|Account Name|Type|Rating|Account Owner|Account Source|Industry|Phone|Billing Street|Billing City|Billing State/Province|Billing Zip/Postal Code|Billing Country|Last Activity|Last Modified Date",
        row: "0015g00000AbCdE|ACME|Customer - Direct|Hot|Bob Ray|Web|Electronics|+493012345678|Road 1|Berlin|BE|10115|Germany|2024-03-01|2024-03-05",
        expected: "CustomerList customer_id=Account ID customer_name=Account Name phone=Phone region=Billing State/Province city=Billing City country=Billing Country address=Billing Street industry=Industry owner=Account Owner source=Account Source updated=Last Modified Date",
        renamed: &[("Account Name", "Customer Name"), ("Account ID", "Customer ID")],
        then: "CustomerList customer_id=Customer ID",
    },
    Case {
        name: "fxiaoke_orders",
        headers: "销售订单编号|客户名称|客户编号|下单日期|销售订单金额|已回款金额|订单状态|生命状态|业务类型|负责人|负责人主属部门|创建时间",
        row: "20240305-000001|蓝天科技有限公司|CUS-1|2024-03-05|950.00|0.00|已确认|正常|预设业务类型|王伟|销售一部|2024-03-05 10:00",
        expected: "Transactions customer_id=客户编号 customer_name=客户名称 order_id=销售订单编号 date=下单日期 amount=销售订单金额 owner=负责人 status=订单状态",
        renamed: &[("销售订单编号", "订单号"), ("销售订单金额", "订单金额")],
        then: "Transactions customer_id=客户编号",
    },
    Case {
        name: "fxiaoke_customers",
        headers: "客户名称|客户级别|成交状态|负责人|最后跟进时间|来源|行业|手机|邮件|备注",
        row: "蓝天科技有限公司|重要客户|已成交|王伟|2024-03-05 10:00|展会|电子|13800138000|a@b.cn|",
        expected: "CustomerList customer_id=客户名称 customer_name=客户名称 phone=手机 email=邮件 industry=行业 owner=负责人 source=来源 updated=最后跟进时间",
        renamed: &[("成交状态", "状态")],
        then: "CustomerList customer_id=客户名称",
    },
    // Since 2021 the members' names are not in it.
    Case {
        name: "taobao_orders",
        headers: "订单编号|买家支付宝账号|支付单号|买家应付货款|买家应付邮费|总金额|买家实际支付金额|订单状态|买家留言|收货人姓名|收货地址|运送方式|联系电话|联系手机|订单创建时间|订单付款时间|宝贝标题|宝贝种类|宝贝总数量|店铺名称",
        row: "=\"123456789012345678\"|138****8000|2024030522001|90|5|95|95|交易成功||张**|广东省 深圳市 ****|快递||'13800138000|2024-03-05 10:00:00|2024-03-05 10:01:00|台灯|1|1|小店",
        expected: "Transactions customer_id=买家支付宝账号 customer_name=收货人姓名 order_id=订单编号 date=订单创建时间 amount=买家实际支付金额 quantity=宝贝总数量 product=宝贝标题 phone=联系手机 address=收货地址 status=订单状态",
        renamed: &[("订单创建时间", "下单时间")],
        then: "Transactions customer_id=收货人姓名",
    },
    // One row a product; the order's total stands on its first.
    Case {
        name: "youzan_orders",
        headers: "订单号|订单状态|订单创建时间|买家付款时间|订单实付金额|商品名称|商品编码|商品规格|商品数量|商品单价|商品实际成交金额|收货人/提货人|收货人手机号/提货人手机号|收货人省份|收货人城市|详细收货地址/提货地址|买家姓名|买家手机号|专属导购",
        row: "E20240305|交易完成|2024-03-05 10:00:00|2024-03-05 10:01:00|95|台灯|L1|白色|1|60|60|张三|13800138000|广东省|深圳市|科技园|张三|13800138000|小李",
        expected: "Transactions customer_id=买家手机号 customer_name=收货人/提货人 order_id=订单号 date=订单创建时间 amount=订单实付金额 quantity=商品数量 unit_price=商品单价 product=商品名称 phone=收货人手机号/提货人手机号 region=收货人省份 city=收货人城市 address=详细收货地址/提货地址 owner=专属导购 status=订单状态",
        renamed: &[("订单实付金额", "实付金额")],
        then: "Transactions customer_id=买家姓名",
    },
];

fn shown(headers: &[String], proposal: &Proposal) -> String {
    let roles = proposal.mapping.iter().map(|(field, &column)| format!(" {}={}", field.name(), headers[column])).collect::<String>();
    format!("{:?}{roles}", proposal.kind)
}

#[test]
fn known_exports_are_mapped_without_a_question() {
    let mut wrong = Vec::new();
    for case in CASES {
        let (headers, rows) = table(case.headers, &[case.row]);
        let proposal = propose(&headers, &rows, &Recipe::default());
        assert_eq!(proposal.export, Some(case.name));
        let shown = shown(&headers, &proposal);
        if shown != case.expected || !proposal.questions.is_empty() {
            wrong.push(format!("{}: {shown} {:?}", case.name, proposal.questions));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_same_tables_work_with_other_headers() {
    let mut wrong = Vec::new();
    for case in CASES {
        let (mut headers, rows) = table(case.headers, &[case.row]);
        for (from, to) in case.renamed {
            let header = headers.iter_mut().find(|header| header == from).expect("a header of the export");
            (*to).clone_into(header);
        }
        let proposal = propose(&headers, &rows, &Recipe::default());
        let shown = shown(&headers, &proposal);
        let is_as_told = shown == case.then || shown.starts_with(&format!("{} ", case.then));
        if proposal.export.is_some() || !is_as_told {
            wrong.push(format!("{}: {shown}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_recipe_stands_above_an_export() {
    let case = &CASES[3];
    let (headers, rows) = table(case.headers, &[case.row]);
    let mapping = [(Field::Amount, vec!["总金额".to_owned()]), (Field::Product, vec![])].into();
    let proposal = propose(&headers, &rows, &Recipe { mapping, ..Recipe::default() });
    assert_eq!(proposal.mapping.get(&Field::Amount), Some(&6));
    assert_eq!(proposal.mapping.get(&Field::Product), None);
}
