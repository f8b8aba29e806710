//! Files as shops, cash desks, accounting programs and payment services write them, from drop to customers.
//!
//! No recipe, no preset: the headers are those of the programs' own exports (their help pages, and files in public repositories).

use crate::clean::clean;
use customer_tiers::identify::{Book, IssueCode};

fn revenue(book: &Book) -> f64 {
    (0..book.ledger.len()).map(|line| book.ledger.amount[line].to_f64()).sum()
}

/// Name, file, customers, orders, revenue.
type Case = (&'static str, &'static str, usize, usize, f64);

const CHINESE: [Case; 7] = [
    (
        "拼多多: what was paid, not the list price",
        "商品,订单号,订单状态,商品总价(元),店铺优惠折扣(元),用户实付金额(元),商家实收金额(元),商品数量(件),拼单成功时间,收货人,手机,省,市,售后状态\n\
         横幅,250301-123456789012345\t,已收货,12,2,10,10,1,2025-03-01 10:00:00\t,王伟,13800138000\t,广东省,深圳市,无售后或售后取消\n\
         横幅,250302-123456789012346\t,已收货,22,2,20,20,1,2025-03-02 10:00:00\t,王伟,13800138000\t,广东省,深圳市,无售后或售后取消\n\
         横幅,250303-123456789012347\t,已取消,32,2,30,30,1,2025-03-03 10:00:00\t,李芳,13900139000\t,江苏省,苏州市,无售后或售后取消\n\
         横幅,250304-123456789012348\t,已收货,42,2,40,40,1,2025-03-04 10:00:00\t,张敏,13700137000\t,江苏省,苏州市,无售后或售后取消\n",
        2,
        3,
        70.0,
    ),
    (
        "抖店: digits behind tabs",
        "主订单编号,子订单编号,选购商品,商品数量,商家编码,订单应付金额,收件人,收件人手机号,订单提交时间,订单状态,达人ID\n\
         \"\t6917926768236401\",\"\t6917926768236401\",\"\t茶\",1,\"\t300400008\",28.90,王伟,13800138000,2025-03-01 00:54:10,已完成,\"\t759\"\n\
         \"\t6917926768236402\",\"\t6917926768236402\",\"\t茶\",2,\"\t300400008\",57.80,王伟,13800138000,2025-03-09 00:54:10,已完成,\"\t759\"\n\
         \"\t6917926768236403\",\"\t6917926768236403\",\"\t茶\",1,\"\t300400008\",28.90,李芳,13900139000,2025-03-10 00:54:10,已关闭,\"\t759\"\n\
         \"\t6917926768236404\",\"\t6917926768236404\",\"\t茶\",1,\"\t300400008\",13.30,张敏,13700137000,2025-03-11 00:54:10,已发货,\"\t759\"\n",
        2,
        3,
        100.0,
    ),
    (
        "微信支付账单: what came in, without what was paid and what was withdrawn",
        "微信支付账单明细,,,,,,,,\n微信昵称：[店],,,,,,,,\n起始时间：[2025-01-01 00:00:00] 终止时间：[2025-03-31 23:59:59],,,,,,,,\n共5笔记录,,,,,,,,\n注：,,,,,,,,\n\
         ----------------------微信支付账单明细列表--------------------,,,,,,,,\n\
         交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n\
         2025-03-01 10:00:00,二维码收款,王伟,\"收款方备注:二维码收款\",收入,¥30.00,/,已存入零钱,1000050001250301000000000001\t,/,\"/\"\n\
         2025-03-02 10:00:00,二维码收款,李芳,\"收款方备注:二维码收款\",收入,¥20.00,/,已存入零钱,1000050001250301000000000002\t,/,\"/\"\n\
         2025-03-03 10:00:00,商户消费,供货商,进货,支出,¥900.00,零钱,支付成功,1000050001250301000000000003\t,/,\"/\"\n\
         2025-03-04 10:00:00,零钱提现,招商银行,\"/\",/,¥500.00,招商银行,提现已到账,1000050001250301000000000004\t,/,\"服务费¥0.50\"\n\
         2025-03-05 10:00:00,二维码收款,王伟,\"收款方备注:二维码收款\",收入,¥10.00,/,已存入零钱,1000050001250301000000000005\t,/,\"/\"\n",
        2,
        3,
        60.0,
    ),
    (
        "支付宝, old: padded cells between lines of signs",
        "支付宝交易记录明细查询\n账号:[a@b.com]\n起始日期:[2025-01-01 00:00:00]    终止日期:[2025-04-01 00:00:00]\n\
         ---------------------------------交易记录明细列表------------------------------------\n\
         交易号                  ,商家订单号               ,交易创建时间              ,付款时间                ,类型              ,交易对方            ,商品名称                ,金额（元）   ,收/支     ,交易状态    ,备注                  ,资金状态     ,\n\
         2025030122001100000001\t,\t,2025-03-01 10:00:00 ,2025-03-01 10:00:00 ,即时到账交易        ,王伟              ,收钱码              ,30.00     ,收入      ,交易成功    ,                    ,已收入      ,\n\
         2025030222001100000002\t,\t,2025-03-02 10:00:00 ,2025-03-02 10:00:00 ,即时到账交易        ,李芳              ,收钱码              ,20.00     ,收入      ,交易成功    ,                    ,已收入      ,\n\
         2025030322001100000003\t,\t,2025-03-03 10:00:00 ,2025-03-03 10:00:00 ,即时到账交易        ,供货商            ,进货                ,900.00    ,支出      ,交易成功    ,                    ,已支出      ,\n\
         ------------------------------------------------------------------------------------\n共3笔记录\n已收入:2笔,50.00元\n已支出:1笔,900.00元\n",
        2,
        2,
        50.0,
    ),
    (
        "支付宝, new",
        "------------------------\n导出信息：\n姓名：店\n共3笔记录\n\n------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------\n\
         交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,\n\
         2025-03-01 10:00:00,转账红包,王伟,135***01,收钱码收款,收入,30.00,账户余额,交易成功,2025030120004001110001\t,\t,,\n\
         2025-03-02 10:00:00,转账红包,李芳,136***02,收钱码收款,收入,20.00,账户余额,交易成功,2025030220004001110002\t,\t,,\n\
         2025-03-03 10:00:00,日用百货,供货商,sup***@x.com,进货,支出,900.00,余额宝,交易成功,2025030320004001110003\t,\t,,\n\
         2025-03-04 10:00:00,投资理财,余额宝,/,收益,不计收支,7.00,余额宝,交易成功,2025030420004001110004\t,\t,,\n",
        2,
        2,
        50.0,
    ),
    (
        "金蝶: titles above, the sum below",
        "销售出库单列表,,,,,,,\n日期：2025-01-01 至 2025-12-31,,,,,,,\n日期,单据编号,单据状态,客户,业务员,物料名称,实发数量,价税合计\n\
         2025/3/1,XSCKD000001,已审核,上海华信贸易有限公司,李经理,轴承,2,300\n2025/3/9,XSCKD000002,已审核,北京天成科技有限公司,李经理,轴承,1,150\n\
         2025/4/1,XSCKD000003,已审核,上海华信贸易有限公司,李经理,轴承,1,150\n合计,,,,,,4,600\n",
        2,
        3,
        600.0,
    ),
    (
        "京东: accounts, masked phones",
        "订单号,商品ID,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,应付金额,订单状态,下单帐号,客户姓名,客户地址,联系电话\n\
         290000001,100,灯,1,在线支付,2025-03-01 10:00:00,30,30,30,30,完成,jd_a1,王**,广东深圳市南山区xx,*******0001\n\
         290000002,100,灯,1,在线支付,2025-03-09 10:00:00,30,30,30,30,完成,jd_a1,王**,广东深圳市南山区xx,*******0001\n\
         290000003,100,灯,1,在线支付,2025-03-09 11:00:00,30,30,30,30,完成,jd_b2,李*,广东深圳市福田区xx,*******0002\n",
        2,
        3,
        90.0,
    ),
];

const ABROAD: [Case; 8] = [
    (
        "eBay: month names first, years of two digits, a count below",
        "Sales Record Number,Order Number,Buyer Username,Buyer Name,Buyer Email,Item Number,Item Title,Quantity,Sold For,Total Price,Sale Date,Paid On Date,Tracking Number\n\
         ,,,,,,,,,,,,\n\
         112,24-14934-88735,ann_88,Ann Smith,ann@members.ebay.com,3185,\"Lamp, brass\",1,$30.00,$35.00,Jul-25-25,Jul-25-25,\n\
         113,24-14934-88736,bob_99,Bob Jones,bob@members.ebay.com,3185,\"Lamp, brass\",1,$30.00,$35.00,Jul-26-25,Jul-26-25,\n\
         114,24-14934-88737,ann_88,Ann Smith,ann@members.ebay.com,3185,\"Lamp, brass\",1,$30.00,$30.00,Aug-02-25,Aug-02-25,\n\
         ,,,,,,,,,,,,\n3,record(s) downloaded,,,,,,,,,,,\nSeller ID : shop,,,,,,,,,,,,\n",
        2,
        3,
        100.0,
    ),
    (
        "Amazon: the price of an item is its row's",
        "amazon-order-id\tpurchase-date\torder-status\tproduct-name\tsku\titem-status\tquantity\tcurrency\titem-price\tbuyer-email\tbuyer-name\tship-city\n\
         111-0000001-0000001\t2025-03-01T10:00:00+00:00\tShipped\tLamp\tL1\tShipped\t2\tUSD\t60.00\tx1@marketplace.amazon.com\tAnn Smith\tSeattle\n\
         111-0000002-0000002\t2025-03-05T10:00:00+00:00\tShipped\tLamp\tL1\tShipped\t1\tUSD\t30.00\tx2@marketplace.amazon.com\tAnn Smith\tAustin\n\
         111-0000003-0000003\t2025-03-06T10:00:00+00:00\tCancelled\tLamp\tL1\tCancelled\t1\tUSD\t30.00\tx3@marketplace.amazon.com\tBob Jones\tAustin\n",
        2,
        2,
        90.0,
    ),
    (
        "Xero: stars mark what is needed, an account is no customer",
        "*ContactName,EmailAddress,*InvoiceNumber,*InvoiceDate,*DueDate,Total,*Description,*Quantity,*UnitAmount,*AccountCode,*TaxType,Currency\n\
         Ann Smith,ann@x.com,INV-1,13/03/2025,27/03/2025,30,Work,1,30,200,Tax,AUD\nBob Jones,bob@x.com,INV-2,14/03/2025,28/03/2025,30,Work,1,30,200,Tax,AUD\n\
         Ann Smith,ann@x.com,INV-3,15/03/2025,29/03/2025,30,Work,1,30,200,Tax,AUD\nEve Stone,eve@x.com,INV-4,16/03/2025,30/03/2025,30,Work,1,30,200,Tax,AUD\n\
         Ann Smith,ann@x.com,INV-5,17/03/2025,31/03/2025,30,Work,1,30,200,Tax,AUD\n",
        3,
        5,
        150.0,
    ),
    (
        "Magento: the id that never comes back is the order's",
        "ID,Purchase Point,Purchase Date,Bill-to Name,Grand Total (Base),Grand Total (Purchased),Status,Customer Email,Subtotal,Customer Name,Payment Method\n\
         000000001,Main Website,\"Mar 1, 2025 10:00:00 AM\",Ann Smith,30.0000,30.0000,complete,ann@x.com,30,Ann Smith,checkmo\n\
         000000002,Main Website,\"Mar 1, 2025 11:00:00 AM\",Ann Smith,30.0000,30.0000,complete,ann@x.com,30,Ann Smith,checkmo\n\
         000000003,Main Website,\"Mar 5, 2025 11:00:00 AM\",Bob Jones,40.0000,40.0000,complete,bob@x.com,40,Bob Jones,checkmo\n",
        2,
        3,
        100.0,
    ),
    (
        "German",
        "Rechnungsnr.;Rechnungsdatum;Kundennr.;Kundenname;PLZ;Ort;Nettobetrag;MwSt;Bruttobetrag;Währung\n\
         RE-1;13.03.2025;K1;Ann;80331;München;25,21;4,79;30,00;EUR\nRE-2;14.03.2025;K2;Bob;80331;München;25,21;4,79;30,00;EUR\n\
         RE-3;15.03.2025;K1;Ann;80331;München;1.000,00;190,00;1.190,00;EUR\n",
        2,
        3,
        1250.0,
    ),
    (
        "French",
        "N° commande;Date de commande;N° client;Nom;Prénom;Courriel;Téléphone;Montant HT;TVA;Montant TTC;Statut\n\
         C1;13/03/2025;CL1;Smith;Ann;ann@x.fr;06 12 34 56 78;25,00 €;5,00 €;30,00 €;Livrée\nC2;14/03/2025;CL2;Jones;Bob;bob@x.fr;06 12 34 56 79;25,00 €;5,00 €;30,00 €;Livrée\n\
         C3;15/03/2025;CL1;Smith;Ann;ann@x.fr;06 12 34 56 78;1 000,00 €;200,00 €;1 200,00 €;Livrée\n",
        2,
        3,
        1260.0,
    ),
    (
        "Japanese",
        "注文番号,注文日時,会員ID,注文者氏名,注文者メールアドレス,注文者電話番号,商品名,数量,単価,合計金額,支払方法\n\
         A-1,2025/03/01 10:00,M1,佐藤 太郎,a@x.jp,090-1234-0001,茶,1,1000,\"1,000円\",カード\nA-2,2025/03/02 10:00,M2,鈴木 花子,b@x.jp,090-1234-0002,茶,2,1000,\"2,000円\",カード\n\
         A-3,2025/03/05 10:00,M1,佐藤 太郎,a@x.jp,090-1234-0001,茶,1,1000,\"1,000円\",カード\n",
        2,
        3,
        4000.0,
    ),
    (
        "Portuguese",
        "Número do pedido;Data do pedido;Nome do cliente;E-mail;Telefone;Valor total;Status do pedido\n\
         1001;13/03/2025 10:00;Ann Smith;ann@x.br;(11) 91234-0001;R$ 1.030,00;Pago\n1002;14/03/2025 10:00;Bob Jones;bob@x.br;(11) 91234-0002;R$ 30,00;Pago\n\
         1003;15/03/2025 10:00;Ann Smith;ann@x.br;(11) 91234-0001;R$ 40,00;Pago\n",
        2,
        3,
        1100.0,
    ),
];

#[test]
fn files_of_other_programs_are_read_as_they_come() {
    for (name, file, customers, orders, sum) in CHINESE.into_iter().chain(ABROAD) {
        let book = clean(&[("orders.csv", file)], "{}", "[]");
        let found = (book.customers.iter().count(), book.ledger.len(), revenue(&book));
        assert_eq!(found, (customers, orders, sum), "{name}");
    }
}

#[test]
fn amounts_are_counted_up_and_returns_taken_away() {
    let contracts = "客户名称,签约日期,合同金额（万元）,产品\n甲公司,2024.03.05,12.5,软件\n乙公司,2024.04.05,3万,软件\n甲公司,2024.05.05,1.23456,维护\n";
    let book = clean(&[("合同.csv", contracts)], "{}", "[]");
    assert_eq!((book.customers.iter().count(), revenue(&book)), (2, 125_000.0 + 30_000.0 + 12_345.6));
    assert_eq!(book.issues.count(IssueCode::AmountCountedUp), 1);
    let report = "2024年销售汇总,,\n单位：万元,,\n客户名称,日期,金额\n甲公司,2024-03-05,1.5\n乙公司,2024-04-05,2\n甲公司,2024-04-05,2\n";
    assert!((revenue(&clean(&[("汇总.csv", report)], "{}", "[]")) - 55_000.0).abs() < 1e-9);
    let by_month = "2024年销售汇总（单位：万元）,,,,\n客户名称,1月,2月,3月,合计\n甲公司,1,,2,3\n乙公司,,0.5,,0.5\n丙公司,1,1,1,3\n";
    let book = clean(&[("汇总.csv", by_month)], "{}", "[]");
    assert_eq!((book.customers.iter().count(), book.ledger.len(), revenue(&book)), (3, 6, 65_000.0));
    let documents = "日期,单据类型,客户,数量,金额\n2024-03-05,销售出库,甲商行,2,100\n2024-03-06,销售退货,甲商行,1,50\n2024-03-07,销售出库,乙商行,2,100\n2024-03-08,销售退货,乙商行,-1,-50\n";
    let book = clean(&[("出库.csv", documents)], "{}", "[]");
    assert_eq!((revenue(&book), book.issues.count(IssueCode::AmountReturned)), (100.0, 1));
}

const HEADS: &str = "OrderID,CustomerID,EmployeeID,OrderDate,OrderStatus,ShipCity\n10248,VINET,5,7/4/1996,done,Reims\n10249,TOMSP,6,7/25/1996,done,Münster\n\
                     10250,HANAR,4,7/8/1996,cancelled,Rio\n10251,VINET,3,7/28/1996,done,Lyon\n10252,VINET,3,7/30/1996,done,Lyon\n10251,VINET,3,7/28/1996,done,Lyon\n";
const LINES: &str = "OrderID,ProductID,UnitPrice,Quantity\n10248,11,14,12\n10248,42,9.8,10\n10249,14,18.6,9\n10250,41,7.7,10\n10251,22,16.8,5\n10299,22,16.8,5\n";

#[test]
fn orders_and_their_lines_may_be_two_tables() {
    let book = clean(&[("details.csv", LINES), ("orders.csv", HEADS)], "{}", "[]");
    assert_eq!((book.customers.iter().count(), book.ledger.len()), (2, 4));
    assert!((revenue(&book) - (168.0 + 98.0 + 167.4 + 84.0)).abs() < 1e-9);
    let vinet = crate::book::customer(&book, "VINET");
    let days: Vec<String> = book.ledger.lines(vinet).map(|line| book.ledger.day[line].to_string()).collect();
    assert_eq!(days, ["1996-07-04", "1996-07-04", "1996-07-28"]);
    let of = |code| book.issues.count(code);
    assert_eq!([of(IssueCode::OrderCancelled), of(IssueCode::OrderUnknown), of(IssueCode::RowRepeated)], [1, 1, 1]);
    let without: Vec<String> = book.issues.rows().filter(|row| row.code == IssueCode::OrderWithoutLines).map(|row| row.original).collect();
    assert_eq!(without, ["1"]);
    // Payments of the same orders would count everything twice.
    let payments = "order_id,payment_type,payment_value\n10248,card,266\n10249,card,167.4\n10251,card,84\n";
    let book = clean(&[("details.csv", LINES), ("orders.csv", HEADS), ("payments.csv", payments)], "{}", "[]");
    assert_eq!((book.ledger.len(), book.issues.count(IssueCode::TableNotUsed)), (4, 1));
    let book = clean(&[("orders.csv", HEADS), ("payments.csv", payments)], "{}", "[]");
    assert!((revenue(&book) - 517.4).abs() < 1e-9);
    // Beside whole orders neither part is read.
    let whole = "customer_id,order_id,order_date,amount\nVINET,10248,1996-07-04,266\n";
    let book = clean(&[("all.csv", whole), ("orders.csv", HEADS), ("payments.csv", payments)], "{}", "[]");
    assert_eq!((book.ledger.len(), book.issues.count(IssueCode::TableNotUsed)), (1, 2));
}

#[test]
fn what_was_spent_in_all_is_no_order() {
    let customers = "id,Email,Name,Created (UTC),Total Spend,Payment Count\ncus_1,ann@x.com,Ann,2024-03-05 10:00,300.00,3\ncus_2,bob@x.com,Bob,2024-03-06 10:00,100.00,1\n";
    let book = clean(&[("customers.csv", customers)], "{}", "[]");
    assert_eq!((book.customers.iter().count(), book.ledger.len()), (2, 0));
}

#[test]
fn what_is_no_sale_is_left_out_with_its_reason() {
    let (_, bill, ..) = CHINESE[2];
    let book = clean(&[("微信支付账单.csv", bill)], "{}", "[]");
    let left_out: Vec<String> = book.issues.rows().filter(|row| row.code == IssueCode::OrderCancelled).map(|row| row.original).collect();
    assert_eq!(left_out, ["支出", "/"]);
}
