//! Headers and tables, and what they are taken for.

use super::header::Header;
use super::synonyms::DICTIONARY;
use super::*;
use proptest::prelude::*;

fn best_role(header: &str) -> String {
    let header = Header::new(header);
    let scored = DICTIONARY.iter().map(|role| (role.score(&header), role.field));
    let best = scored.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    best.filter(|(score, _)| *score >= FLOOR).map_or_else(String::new, |(_, field)| field.name().to_owned())
}

#[test]
fn knows_headers() {
    for (role, headers) in [
        (
            "customer_id",
            "客户编号|客户ID|会员号|会员卡号|买家ID|买家会员名|用户ID|顾客编号|客戶編號|CRM客户编号|customer key|cust_no|CustomerID|user_id|account|buyer|CLIENTNUM|Member Card No.|custmer_id|Customer Number|personId|requesterId|Bill To Customer Key",
        ),
        ("customer_name", "客户名称|客户姓名|姓名|Customer Name|full name|联系人|billing_address_name"),
        ("order_id", "订单号|订单编号|交易号|单号|小票号|invoice|InvoiceNo|order number|TransactionNum|WWI Invoice ID|order_id|Receipt No"),
        (
            "date",
            "下单时间|订单日期|成交时间|付款时间|交易日期|购买日期|日期|訂單日期|invoice date|order date|InvoiceDate|order_date|purchase date|created at|Invoice Date Key|posting date|year_month",
        ),
        (
            "amount",
            "成交金额|实付金额|销售额|订单金额|应付|买家实际支付金额|总额|金额（元）|消费金额|amount|Sales|total|spent|dollar_value|Total Including Tax|Total Excluding Tax|line total|net|Order Amount (USD)",
        ),
        ("quantity", "数量|购买数量|件数|销量|qty|Quantity|number_of_cds|cds_bought|宝贝总数量"),
        ("unit_price", "单价|商品单价|price|Unit Price|UnitPrice|价格"),
        ("product", "商品名称|产品名称|宝贝标题|品名|Product Name|Description|StockCode|sku"),
        ("category", "类别|品类|商品分类|Category|Product Category"),
        ("phone", "手机|手机号码|联系电话|phone|Mobile No|billing_address_phone|收货人手机"),
        ("email", "邮箱|电子邮件|E-mail|Email Address|customer email"),
        ("company", "公司|公司名称|企业名称|company|organization"),
        ("region", "省份|省/自治区|地区|所在省份|State|Province|Region|billingstate"),
        ("city", "城市|收货城市|City|billingcity"),
        ("country", "国家|Country|billing_address_country"),
        ("first_order", "首次购买日期|首单时间|first order date|first_purchase"),
        ("last_order", "最近购买日期|最后消费时间|最近一次消费时间|last order date|last_purchase_date|most recent visit"),
        ("recency_days", "距今天数|recency|recency_days|days since last order"),
        ("orders", "消费次数|购买次数|订单数|frequency|order count|transaction_count|number of orders"),
        ("revenue", "累计消费|总消费|累计消费金额|total spend|monetary|lifetime_value"),
        (
            "",
            "行 ID|Row ID|Sale Key|利润|Profit|税额|Tax Amount|Tax Rate|折扣|Discount|成本|Cost|运费|Freight|毛利|total_tax|地区经理|客户经理|客户类型",
        ),
        (
            "",
            "发货日期|Ship Date|Delivery Date Key|更新时间|update_time|生日|date_of_birth|注册时间|Customer Complaint|cohort|label|细分|Ship Mode",
        ),
        ("", "sale_count|comment_count|店名|store_name|Salesperson Key|Stock|rfm_score|recency_score|客单价|平均消费金额"),
    ] {
        for header in headers.split('|') {
            assert_eq!(best_role(header), role, "{header}");
        }
    }
}

pub(super) fn table(headers: &str, rows: &[&str]) -> (Vec<String>, Vec<Vec<String>>) {
    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    (cells(headers), rows.iter().map(|row| cells(row)).collect())
}

/// Kind, roles and questions in one line.
fn shown(headers: &[String], proposal: &Proposal) -> String {
    let roles = proposal.mapping.iter().map(|(field, &column)| format!(" {}={}", field.name(), headers[column])).collect::<String>();
    let asked = proposal.questions.iter().map(|question| format!(" {}?{}", question.field.name(), question.candidates.join("/")));
    format!("{:?}{roles}{}", proposal.kind, asked.collect::<String>())
}

pub(super) fn assert_table(name: &str, headers: &str, rows: &[&str], recipe: &Recipe, expected: &str) {
    let (headers, rows) = table(headers, rows);
    let proposal = propose(&headers, &rows, recipe);
    assert_eq!(shown(&headers, &proposal), expected, "{name}");
    assert_eq!(proposal.columns.len(), headers.len(), "{name}");
    assert!(proposal.columns.iter().all(|column| (0.0..=1.0).contains(&column.confidence)), "{name}");
}

#[test]
fn finds_logs_of_orders() {
    for (name, headers, rows, expected) in [
        (
            "shop export",
            "订单编号|买家会员名|买家应付货款|买家实际支付金额|收货人姓名|联系手机|订单创建时间|订单付款时间|宝贝标题|宝贝总数量",
            &[
                "T1|ann88|99|89.5|张三|13800138000|2024-03-05 10:00:00|2024-03-05 10:05:00|茶|1",
                "T2|bob|50|50|李四|13900139000|2024-03-06 10:00:00||杯|2",
            ] as &[&str],
            "Transactions customer_id=买家会员名 customer_name=收货人姓名 order_id=订单编号 date=订单创建时间 amount=买家实际支付金额 quantity=宝贝总数量 product=宝贝标题 phone=联系手机",
        ),
        (
            "traditional Chinese",
            "客戶編號|訂單日期|實付金額",
            &["A1|2024/3/5|100"],
            "Transactions customer_id=客戶編號 date=訂單日期 amount=實付金額",
        ),
        (
            "warehouse facts",
            "Sale Key|Customer Key|Bill To Customer Key|Invoice Date Key|Delivery Date Key|WWI Invoice ID|Unit Price|Total Excluding Tax|Tax Amount|Profit|Total Including Tax|Total Dry Items",
            &["1|0|0|10/22/2013|10/23/2013|15189|13|78|11.7|51|89.7|6", "2|0|0|10/22/2013|10/23/2013|15218|13|78|11.7|51|89.7|6"],
            "Transactions customer_id=Customer Key order_id=WWI Invoice ID date=Invoice Date Key amount=Total Including Tax unit_price=Unit Price",
        ),
        (
            "quantity and price",
            "InvoiceNo|StockCode|Quantity|InvoiceDate|UnitPrice|CustomerID",
            &["C537444|22580|-8|2010-12-07 08:42:00|5.95|14850.0", "537445|22418|1|2010-12-07 08:57:00|0.85|"],
            "Transactions customer_id=CustomerID order_id=InvoiceNo date=InvoiceDate quantity=Quantity unit_price=UnitPrice product=StockCode",
        ),
        (
            "the line's amount is quantity × price",
            "customer_id|order_date|qty|unit_price|order_total|amount",
            &["a|2024-01-05|2|10|50|20", "b|2024-01-06|3|10|30|30", "a|2024-01-07|1|5.5|50|5.5"],
            "Transactions customer_id=customer_id date=order_date amount=amount quantity=qty unit_price=unit_price",
        ),
        (
            "two amounts that nobody can tell apart",
            "customer_id|order_date|销售额|订单金额",
            &["a|2024-01-05|2|10", "b|2024-01-06|3|10"],
            "Transactions customer_id=customer_id date=order_date amount=销售额 amount?销售额/订单金额",
        ),
        (
            "two equal amounts need no question",
            "customer_id|order_date|销售额|订单金额",
            &["a|2024-01-05|2|2", "b|2024-01-06|3|3"],
            "Transactions customer_id=customer_id date=order_date amount=销售额",
        ),
        (
            "a bare id that comes back",
            "_id|id|date|cds_bought|spent",
            &["4|1|19970101|2|29.33", "4|1|19970118|2|29.73", "21|2|19970101|3|63.34"],
            "Transactions customer_id=id date=date amount=spent quantity=cds_bought",
        ),
        (
            "a bare id that does not come back",
            "id|date|amount",
            &["1|2024-01-05|2", "2|2024-01-06|3"],
            "Transactions customer_id=id date=date amount=amount customer_id?id",
        ),
        (
            "a bare id beside a customer is the order",
            "id|customer|invoicedate|total",
            &["1|2|2007-01-01T00:00:00Z|1.98", "2|4|2007-01-02T00:00:00Z|3.96", "3|2|2007-01-03T00:00:00Z|3.96"],
            "Transactions customer_id=customer order_id=id date=invoicedate amount=total",
        ),
        (
            "a name as customer",
            "姓名|下单时间|金额",
            &["张三|2024-3-5|10"],
            "Transactions customer_id=姓名 customer_name=姓名 date=下单时间 amount=金额",
        ),
        (
            "a phone as customer",
            "手机号|下单时间|金额",
            &["13800138000|2024-3-5|10"],
            "Transactions customer_id=手机号 date=下单时间 amount=金额 phone=手机号",
        ),
        (
            "an e-mail as customer",
            "email|date|total",
            &["a@b.cn|2024-3-5|10"],
            "Transactions customer_id=email date=date amount=total email=email",
        ),
        (
            "months only",
            "#1|reward|year_month|requesterId|cohort",
            &["0|2.0|2014-06|A03|2014-06", "1|10.0|2014-06|A05|2014-06", "2|2.0|2014-09|A05|2014-06"],
            "Transactions customer_id=requesterId date=year_month amount=reward",
        ),
        (
            "no headers",
            "#1|#2|#3|#4|#5",
            &["00004|0001|19970101|2|29.33", "00004|0001|19970118|2|29.73", "00021|0002|19970101|3|63.34", "00021|0002|19970113|1|11.77"],
            "Transactions customer_id=#1 date=#3 amount=#5 quantity=#4",
        ),
        (
            "days under an unknown header are asked for",
            "客户编号|金额|Wann",
            &["a|10|2024-01-05", "b|20|2024-01-06"],
            "Transactions customer_id=客户编号 date=Wann amount=金额 date?Wann",
        ),
        (
            "words of both kinds, customers come back",
            "customer_id|date|amount|last order date|order count|total spend",
            &["a|2024-01-05|2|2024-02-01|2|10", "a|2024-02-01|8|2024-02-01|2|10", "b|2024-02-01|8|2024-02-01|1|8"],
            "Transactions customer_id=customer_id date=date amount=amount",
        ),
    ] {
        assert_table(name, headers, rows, &Recipe::default(), expected);
    }
}

#[test]
fn finds_tables_of_customers() {
    for (name, headers, rows, expected) in [
        (
            "Chinese measures",
            "会员号|最近购买日期|消费次数|累计消费（元）",
            &["V1|2024-03-05|3|1,200.50", "V2|2024-01-05|1|80"] as &[&str],
            "CustomerSummary customer_id=会员号 last_order=最近购买日期 orders=消费次数 revenue=累计消费（元）",
        ),
        (
            "amount is revenue here",
            "customer_id|segment|rfm_score|transaction_count|recency_days|amount|recency_score",
            &["Ann|New|343|6|205|472|3", "Bob|Old|412|3|140|340|4"],
            "CustomerSummary customer_id=customer_id recency_days=recency_days orders=transaction_count revenue=amount",
        ),
        (
            "short words",
            "customer_id|recency_days|frequency|rows|monetary|first|last",
            &["00001|545|1|1|11.77|1997-01-01|1997-01-01", "00002|534|1|2|89.0|1997-01-12|1997-01-12"],
            "CustomerSummary customer_id=customer_id first_order=first last_order=last recency_days=recency_days orders=frequency revenue=monetary",
        ),
        (
            "words of both kinds, customers do not come back",
            "customer_id|date|amount|last order date|order count|total spend",
            &["a|2024-01-05|2|2024-02-01|2|10", "b|2024-02-01|8|2024-02-01|1|8"],
            "CustomerSummary customer_id=customer_id last_order=last order date orders=order count revenue=total spend",
        ),
        (
            "id and name",
            "Customer ID|Customer Name|#3",
            &["MC-17845|Michael Chen|"],
            "CustomerList customer_id=Customer ID customer_name=Customer Name",
        ),
        (
            "a bare id of persons",
            "id|city|firstname|lastname|company|phone|email",
            &["1|Stuttgart|Leonie|Köhler||+49 0711 2842222|l@surfeu.de"],
            "CustomerList customer_id=id phone=phone email=email company=company city=city first_name=firstname last_name=lastname",
        ),
        (
            "name and phone",
            "姓名|手机|注册时间",
            &["张三|13800138000|2024-3-5"],
            "CustomerList customer_id=姓名 customer_name=姓名 phone=手机",
        ),
    ] {
        assert_table(name, headers, rows, &Recipe::default(), expected);
    }
}

#[test]
fn leaves_other_tables_alone() {
    for (name, headers, rows, expected) in [
        (
            "product list",
            "update_time|id|title|price|sale_count|comment_count|店名",
            &["2016/11/14|A18164178225|霜50g|139|26719|2704|自然堂", "2016/11/14|A18177105952|乳液|194|8122|1492|自然堂"] as &[&str],
            "Other unit_price=price product=title",
        ),
        (
            "till without customers",
            "TransactionNum|Date|Department|Quantity|Sales Amount",
            &["10001|2021-01-01|Sporting Goods|1|61.08"],
            "OrderLines order_id=TransactionNum date=Date amount=Sales Amount quantity=Quantity category=Department",
        ),
        (
            "visits without money keep their roles",
            "date|id",
            &["2014-03-08|1", "2014-03-14|2", "2014-04-09|2"],
            "Other customer_id=id date=date",
        ),
        ("returns", "订单 ID|退回", &["CN-2015-1196810|是"], "Other order_id=订单 ID"),
        ("managers", "地区|地区经理", &["东北|楚杰"], "Other region=地区"),
        ("survey", "Question|ID|Response", &["Q1|0|Agree", "Q1|1|Agree"], "Other"),
        ("only ship dates", "客户编号|发货日期|更新时间|金额", &["a|2024-3-5|2024-3-5|3"], "Other customer_id=客户编号 amount=金额"),
        ("a date that is none", "客户编号|日期|金额", &["a|上周|3", "b|昨天|4"], "Other customer_id=客户编号 amount=金额"),
        ("an amount that is none", "客户编号|日期|金额", &["a|2024-3-5|好", "b|2024-3-6|差"], "Other customer_id=客户编号 date=日期"),
        (
            "weeks with decimals are no days",
            "customer_id|frequency|recency|monetary_value",
            &["1|2|30.43|22.35", "2|1|1.71|11.77"],
            "Other customer_id=customer_id amount=monetary_value",
        ),
        (
            "stores",
            "store_cd|store_name|prefecture|tel_no",
            &["S12014|千草台店|千葉県|043-123-4003"],
            "Other phone=tel_no region=prefecture",
        ),
        ("no rows", "客户编号|日期|金额", &[], "Empty customer_id=客户编号 date=日期 amount=金额"),
    ] {
        assert_table(name, headers, rows, &Recipe::default(), expected);
    }
    assert_eq!(propose(&[], &[], &Recipe::default()).kind, TableKind::Empty);
}

#[test]
fn the_recipe_overrules() {
    use Field::{Amount, CustomerId, Date};
    let headers = "客户编号|会员 号|日期|付款时间|销售额|订单金额";
    let rows = ["a|b|2024-01-05|2024-01-06|2|10", "c|d|2024-01-06|2024-01-07|3|10"];
    for (name, wishes, expected) in [
        (
            "by header",
            &[(Amount, vec!["订单金额"])] as &[(Field, Vec<&str>)],
            "Transactions customer_id=客户编号 date=日期 amount=订单金额",
        ),
        ("by number", &[(Amount, vec!["#5"]), (CustomerId, vec!["#2"])], "Transactions customer_id=会员 号 date=日期 amount=销售额"),
        (
            "first found wins",
            &[(Amount, vec!["spent", "订单金额", "销售额"])],
            "Transactions customer_id=客户编号 date=日期 amount=订单金额",
        ),
        (
            "compared, not only as written",
            &[(Amount, vec!["訂單金額 (元)"]), (CustomerId, vec!["会员号"])],
            "Transactions customer_id=会员 号 date=日期 amount=订单金额",
        ),
        ("no column", &[(Date, vec![])], "Other customer_id=客户编号 amount=销售额"),
        (
            "none found: the automatic choice",
            &[(Date, vec!["when", "#9"]), (Amount, vec!["#5"])],
            "Transactions customer_id=客户编号 date=日期 amount=销售额",
        ),
    ] {
        let mapping = wishes.iter().map(|(field, names)| (*field, names.iter().map(|&name| name.to_owned()).collect()));
        let recipe = Recipe { mapping: mapping.collect(), ..Recipe::default() };
        assert_table(name, headers, &rows, &recipe, expected);
    }
}

#[test]
fn says_how_sure_it_is_and_what_else_fits() {
    let (headers, rows) = table("客户编号|姓名|备注", &["a|张三|"]);
    let recipe = Recipe { mapping: [(Field::CustomerId, vec!["客户编号".to_owned()])].into(), ..Recipe::default() };
    let columns = propose(&headers, &rows, &recipe).columns;
    assert_eq!((columns[0].field, columns[0].confidence), (Some(Field::CustomerId), 1.0));
    assert_eq!((columns[1].field, columns[1].confidence), (Some(Field::CustomerName), 0.9));
    assert_eq!(columns[2], ColumnProposal { field: None, confidence: 0.0, alternatives: vec![] });
    let (headers, rows) = table("date|total|price|id|customer", &["2024-3-5|3|3|1|a"]);
    let columns = propose(&headers, &rows, &Recipe::default()).columns;
    assert_eq!(columns[4].alternatives, [Field::CustomerName]);
}

#[test]
fn asks_for_the_order_of_days_only_when_nothing_shows_it() {
    use super::super::values::DayParser;
    for (name, column, asks) in [
        ("all ambiguous", &["3/5/2024", "4/5/2024"] as &[&str], true),
        ("one that fits one order", &["3/5/2024", "25/5/2024"], false),
        ("points", &["3.5.2024"], false),
        ("ISO", &["2024-03-05"], false),
        ("nothing", &[], false),
    ] {
        let mut parser = DayParser::new(None);
        for text in column {
            parser.parse(text);
        }
        let question = date_order_question(Field::Date, parser.evidence(), column.iter().copied());
        assert_eq!(question.is_some(), asks, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn the_order_of_columns_does_not_matter(order in Just((0..8).collect::<Vec<usize>>()).prop_shuffle()) {
        let headers = "Row ID|Order ID|Order Date|Ship Date|Customer ID|Customer Name|Sales|Profit";
        let rows = ["1|CA-1|2016-11-08|2016-11-11|CG-1|Claire|261.96|41.9", "2|CA-1|2016-11-08|2016-11-11|CG-1|Claire|731.94|219.5"];
        let (headers, rows) = table(headers, &rows);
        let shuffled = |cells: &[String]| order.iter().map(|&at| cells[at].clone()).collect::<Vec<_>>();
        let before = shown(&headers, &propose(&headers, &rows, &Recipe::default()));
        let (headers, rows) = (shuffled(&headers), rows.iter().map(|row| shuffled(row)).collect::<Vec<_>>());
        prop_assert_eq!(shown(&headers, &propose(&headers, &rows, &Recipe::default())), before);
    }

    #[test]
    fn no_table_makes_it_panic(headers in prop::collection::vec(".{0,12}", 0..6), cells in prop::collection::vec(".{0,12}", 0..12)) {
        let rows: Vec<Vec<String>> = cells.chunks(headers.len().max(1)).map(<[String]>::to_vec).collect();
        let _ = propose(&headers, &rows, &Recipe::default());
    }
}
