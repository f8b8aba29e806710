//! What columns are called, in Chinese and English; [`abroad`] adds other languages.
//!
//! Each role has four ranks of words, so that of two columns that could play it the better one
//! wins without a question: what the customer really paid before the list price, a total with tax
//! before one without, the day of the order before the day of the payment. Words of one rank are
//! equally good. `=` in front of a word means that it has to be the whole header.

mod abroad;
mod channels;
mod compare;
mod people;

pub(super) use channels::{CONTACTS, FEEDBACK, SPECIFIC, counted, is_duration, usual_channel, usual_kind};
pub(super) use compare::Role;
pub(super) use people::{PEOPLE, is_persons_trait};

use super::header::Header;
use crate::recipe::Field;
use std::sync::LazyLock;

/// The words for one role, as they are written down.
struct Words {
    field: Field,
    /// By rank: `compare::RANKS` says how sure each is.
    ranks: [&'static str; 4],
    /// Words that say that a column plays another role, unless the header is exactly one of `ranks`.
    never: &'static str,
}

/// The roles of logs of orders and of tables of measures.
pub(super) static DICTIONARY: LazyLock<Vec<Role>> = LazyLock::new(|| Role::all(&WORDS));

/// Whether this title is one for customers: their ids, their names, their companies.
pub(in crate::identify) fn names_customer(title: &str) -> bool {
    const SURE: f64 = 0.6;
    let header = Header::new(title);
    let mut roles = DICTIONARY.iter().filter(|role| matches!(role.field, Field::CustomerId | Field::CustomerName | Field::Company));
    roles.any(|role| role.score(&header) >= SURE)
}

/// Whether the header only says "identifier", but not of what.
pub(super) fn is_bare_id(header: &Header) -> bool {
    const BARE: [&str; 14] = ["id", "编号", "编码", "代码", "号码", "no", "nr", "number", "code", "key", "cd", "recid", "recordid", "uuid"];
    BARE.contains(&header.plain.as_str())
}

/// The column that says what kind of document a row is: a sale, a return.
pub(super) fn document(headers: &[Header]) -> Option<usize> {
    const KINDS: [&str; 14] = [
        "单据类型",
        "业务类型",
        "单据名称",
        "订单类型",
        "销售类型",
        "出库类型",
        "交易类型",
        "类型",
        "transactiontype",
        "documenttype",
        "doctype",
        "ordertype",
        "saletype",
        "type",
    ];
    KINDS.iter().find_map(|kind| headers.iter().position(|header| header.plain == *kind))
}

/// Whether the header is a part of a person's name.
pub(super) fn is_name_part(header: &Header) -> bool {
    const PARTS: [&str; 8] = ["firstname", "lastname", "givenname", "surname", "familyname", "middlename", "姓", "名"];
    PARTS.contains(&header.plain.as_str())
}

const WORDS: [Words; 20] = [
    Words {
        field: Field::CustomerId,
        ranks: [
            "客户编号 客户id 客户号 客户号码 客户编码 客户代码 客户码 客户标识 客户账号 客户卡号 会员号 会员编号 会员id 会员卡号 会员编码 会员代码 会员号码 \
             顾客编号 顾客id 顾客号 买家id 买家编号 用户id 用户编号 用户编码 用户标识 消费者id \
             customerid customerno customernumber customernum customercode customerkey customerref customernr \
             custid custno custnum custnumber custcode custkey clientid clientno clientnum clientnumber clientcode clientkey \
             buyerid buyerno memberid memberno membernumber membercode membercardno membercardnumber consumerid shopperid \
             donorid guestno patientid studentid policyholderid loyaltyid loyaltycardno loyaltynumber loyaltycard kundennummer kundennr",
            "用户号 买家会员名 买家昵称 买家账号 买家旺旺 会员账号 会员账户 会员卡 账户号 购买人id 客户账户 \
             userid userno usernumber uid accountid accountno accountnumber accountnum buyernick personid patronid householdid \
             subscriberid requesterid purchaserid payerid openid unionid vipid vipno cardholderid 購買者id 顧客id",
            "=customer =customers =client =buyer =user =member =account =cust =shopper =客户 =会员 =用户 =顾客 =买家 =客人 =客商 =账号 =账户 =卡号 \
             =购买人 =购买者 accountcode 往来单位编码 往来单位 购货单位编码 购货单位 客商编码 客商名称 username 用户名 =cid",
            "=contactid =guestid",
        ],
        never: "经理 类型 等级 级别 来源 类别 分类 性质 订单 性别 备注 数 金额 状态 业务员 供应商 manager supplier vendor product item order \
                orders invoice row line segment type category group complaint age gender city count since service satisfaction rating \
                name date seq sequence status level class score salesperson rep employee staff store shop phone email locale city",
    },
    Words {
        field: Field::CustomerName,
        ranks: [
            "donorname guestname patientname studentname passengername 客户名称 客户姓名 客户名 客户全称 会员姓名 会员名称 顾客姓名 顾客名称 买家姓名 用户姓名 用户名称 客户简称 customername custname clientname \
             buyername membername customerfullname",
            "=姓名 =name fullname =名称 =名字 联系人姓名 contactname 会员昵称 用户昵称 =昵称 nickname displayname",
            "=联系人 收货人姓名 收件人姓名 =收货人 =收件人 accountname =username =用户名 consignee recipient recipientname billtoname \
             shiptoname 往来单位名称 购货单位名称",
            "=contact =customer =client =客户 =会员 =顾客 =buyer =买家 =member",
        ],
        never: "产品 商品 店 门店 品牌 公司 供应商 经理 销售 业务员 类 品名 仓库 拼音 product item store shop brand company category first last \
                given middle file sheet event campaign source city state country user agent code id number phone key",
    },
    Words {
        field: Field::OrderId,
        ranks: [
            "订单号 订单编号 订单id 订单编码 订单号码 交易号 交易编号 交易单号 交易id 交易流水号 单据号 单据编号 =单号 销售单号 小票号 流水号 发票号 发票号码 \
             orderid orderno ordernumber ordernum ordercode orderref orderreference invoiceid invoiceno invoicenumber invoicenum \
             transactionid transactionno transactionnum transactionnumber receiptno receiptid receiptnumber billno billid billnumber \
             salesorderid salesorderno salesordernumber saleid basketid txnid bestellnummer rechnungsnummer",
            "=invoice =order =订单 =transaction =receipt =交易 主订单编号 主订单号 orderkey invoicekey ticketno ticketid ticketnumber \
             documentno documentnumber docno voucherno checkno purchaseid basket transactionkey",
            "商户订单号 支付单号 支付流水号 外部订单号 平台订单号 orderuniquekey ordersuniquekey 单号",
            "子订单编号 子订单号 suborderid orderlineid =num",
        ],
        never: "状态 日期 时间 金额 来源 类型 数 快递 物流 运单 退款 件 status date time total amount count seq sequence tags url type priority \
                shipping tracking refund quantity qty value",
    },
    Words {
        field: Field::Date,
        ranks: [
            "下单时间 下单日期 订单日期 订单时间 订单创建时间 订单创建日期 订单生成时间 购买日期 购买时间 交易日期 交易时间 成交日期 成交时间 消费日期 消费时间 \
             销售日期 销售时间 拍下时间 订购日期 订货日期 orderdate orderdatetime ordertime ordertimestamp orderedat orderedon invoicedate \
             invoicedatetime purchasedate purchasetime purchasedat purchasetimestamp transactiondate transactiontime \
             transactiondatetime transactiontimestamp saledate salesdate saletime txndate transdate trandate dateoforder dateofpurchase \
             签约日期 签约时间 签单日期 签订日期 合同日期 合同签订日期 成单日期 成单时间 donationdate giftdate bookingdate bookedon bookdate orderdt placedat orderplaced bestelldatum rechnungsdatum",
            "=日期 =时间 开票日期 开单日期 开单时间 单据日期 制单日期 业务日期 创建时间 创建日期 =date =datetime =timestamp =datum createdat \
             createddate createdtimestamp createdon creationdate datecreated createtime createdate billdate billingdate documentdate docdate \
             receiptdate postingdate",
            "付款时间 付款日期 支付时间 支付日期 订单付款时间 订单支付时间 结账时间 结算日期 paymentdate paymenttime paidat paiddate paidtime =time \
             =day yearmonth =month =年月 =月份 =交易月份 activitydate visitdate eventdate eventtime businessdate",
            "processedat processedtimestamp processeddate 完成时间 交易完成时间 出库日期 记账日期 =period =ts",
        ],
        never: "发货 配送 交货 收货 送达 更新 修改 生日 出生 注册 取消 关闭 到期 有效期 退货 退款 首次 首单 第一次 最近 最后 上次 末次 导入 开始 结束 入会 \
                登录 打印 评价 天数 时区 ship shipped shipping delivery delivered deliver update updated modified birth dob register registered \
                registration signup join joined cancel cancelled canceled close closed due expire expiry expiration refund refunded return \
                returned first last latest synced sync cohort import imported start end login review comment required requested promised since \
                zone changed deleted",
    },
    Words {
        field: Field::Amount,
        ranks: [
            "实付金额 用户实付金额 顾客实付金额 客户实付金额 实付款 实付 实付款金额 实际付款金额 实际支付金额 实际付款 实际支付 买家实际支付金额 买家实付金额 实收金额 实收 实收款 实际金额 支付金额 付款金额 \
             已付金额 实际成交金额 价税合计 含税金额 含税总额 含税总价 totalincludingtax totalincltax totalinctax totalwithtax totalpaid \
             amountpaid paidamount grandtotal amountincludingtax paymentamount paymentvalue payamount actualamount actualpayment netpaid totalprice",
            "成交金额 商家实收金额 成交总额 成交额 交易金额 交易额 消费金额 消费额 订单金额 订单总额 订单总金额 订单总价 销售额 销售金额 销售总额 销售收入 营业额 =金额 =总金额 \
             =总额 =总价 =合计 合计金额 =小计 购买金额 =收入 =营收 =应付 应付金额 =amount =amt =sales =revenue =total =spent =spend =turnover \
             dollarvalue salesamount saleamount salesvalue salesrevenue orderamount ordervalue ordertotal linetotal lineamount totalamount \
             totalamt totalsales totalvalue totalrevenue transactionamount transactionvalue transactionamt purchaseamount purchasevalue \
             合同金额 合同额 合同总额 合同总金额 签约金额 签单金额 成单金额 donationamount giftamount contractamount contractvalue dealamount dealvalue bookingamount invoiceamount invoicetotal totalspent totalspend amountspent extendedprice extendedamount netsales salesusd =betrag =umsatz \
             monetaryvalue",
            "应收金额 商品金额 商品总价 货款 =net netamount netvalue nettotal =value =gross grossamount grosssales =subtotal subtotalprice \
             =reward =payment pricepaid totaldue amountdue 应付款",
            "不含税金额 未税金额 totalexcludingtax totalexcltax amountexcludingtax totallineitemsprice 商品原价合计",
        ],
        never: "利润 毛利 税 折扣 优惠 券 成本 运费 邮费 手续费 退款 佣金 积分 余额 贷款 额度 数量 率 计数 押金 定金 目标 计划 预算 币种 单价 累计 次数 客单 \
                profit margin tax discount discounts coupon cost freight shipping fee tip refund commission points balance loan limit income \
                count quantity qty rate weight id no type category currency status adjustment reason person rep manager budget target \
                predicted score rank set average avg mean change chng ratio 平均 均价",
    },
    Words {
        field: Field::Quantity,
        ranks: [
            "=数量 购买数量 销售数量 商品数量 产品数量 订购数量 成交数量 购买件数 =件数 =销量 quantity qty orderqty orderquantity quantityordered \
             qtyordered unitssold unitsold itemqty itemquantity quantitysold quantitypurchased =menge",
            "宝贝总数量 总数量 商品总数 =units =pieces =pcs totalquantity totalqty numberofitems noofitems itemcount lineitemcount numitems \
             totalitems unitsbought itemsbought numberofunits",
            "=volume =个数 =num",
            "=count",
        ],
        never: "价 金额 订单 库存 折扣 次数 price amount value order orders transactions purchases visits customers stock inventory discount \
                comment review fulfillments",
    },
    Words {
        field: Field::UnitPrice,
        ranks: [
            "=单价 成交单价 商品单价 产品单价 销售单价 含税单价 实际单价 unitprice priceeach priceperunit itemprice sellingprice saleprice salesprice \
             =售价 =销售价 =成交价 成交价格",
            "=price =价格 =preis productprice 商品价格 产品价格 retailprice unitamount pricepereach",
            "=零售价 不含税单价",
            "listprice =原价 =吊牌价 =市场价 =标价 msrp",
        ],
        never: "总 成本 进价 折扣 total cost discount set",
    },
    Words {
        field: Field::Product,
        ranks: [
            "商品名称 产品名称 商品名 产品名 商品标题 宝贝标题 宝贝名称 货品名称 =品名 物料名称 菜品名称 服务名称 productname itemname \
             productdescription itemdescription producttitle articlename stockitemname",
            "=商品 =产品 =货品 =宝贝 =product =item =description =菜品 =服务项目 =项目 skuname sku名称 stockitem =article =artikel",
            "商品编号 商品编码 商品id 商品代码 产品id 产品编号 产品编码 货号 货品编号 物料编码 =sku skuid skucode productid productcode productkey \
             productno productnumber itemid itemcode itemno itemnumber stockcode stockitemkey stockitemid asin articleno articlenumber \
             materialno",
            "productservice productserviceitem =title =标题 =upc =ean =barcode 条码",
        ],
        never: "类别 类目 分类 价 数量 金额 库存 category price quantity qty count type status amount set",
    },
    Words {
        field: Field::Category,
        ranks: [
            "=类别 =品类 商品类别 产品类别 商品分类 产品分类 =分类 =类目 category productcategory itemcategory categoryname productcategoryname",
            "=大类 商品大类 一级类目 一级分类 productline productgroup producttype =kategorie",
            "=子类别 =小类 =中类 二级类目 subcategory =department =部门 =系列",
            "=class",
        ],
        never: "客户 会员 customer card income gender",
    },
    Words {
        field: Field::Phone,
        ranks: [
            "手机 手机号 手机号码 联系电话 电话号码 移动电话 联系手机 =电话 phone phonenumber phoneno mobile mobilephone mobilenumber mobileno \
             telephone telephonenumber tel telno =cell cellphone",
            "联系方式 contactnumber contactno contactphone 固定电话 座机",
            "=contact =联系",
            "",
        ],
        never: "传真 fax service lines type 类型 归属 型号",
    },
    Words {
        field: Field::Email,
        ranks: ["邮箱 电子邮箱 电子邮件 邮箱地址 =邮件 email emailaddress mailaddress useremail customeremail", "=mail =e", "", ""],
        never: "营销 marketing status type opt consent 状态",
    },
    Words {
        field: Field::Company,
        ranks: [
            "公司名称 企业名称 单位名称 工作单位 =公司 =企业 =单位 company companyname organization organisation organizationname employer firma",
            "=firm =business businessname 客户单位 所属公司",
            "",
            "",
        ],
        never: "快递 物流 供应商 类型 规模 性质 tracking logistics shipping type size insurance phone",
    },
    Words {
        field: Field::Region,
        ranks: [
            "=省份 =省 省自治区 省市自治区 省直辖市 =省市 所在省份 收货省份 province =state stateprovince provincename",
            "=地区 =区域 =大区 =region =地域 =片区 territory =area =prefecture salesregion 销售区域 所属区域 所在地区 regionname =bundesland",
            "=所在地 =location =county =district =区县",
            "statecode provincecode regioncode",
        ],
        never: "经理 manager code zip 邮编 status 状态 销售额",
    },
    Words {
        field: Field::City,
        ranks: ["=城市 =市 所在城市 收货城市 城市名称 city cityname =town =stadt", "=地市 =城区 =suburb", "", ""],
        never: "省 等级 级别 key id code tier level 编码 编号",
    },
    Words {
        field: Field::Country,
        ranks: ["=国家 国家地区 =国别 country countryname countryregion =nation =land", "", "countrycode countrykey", "=market"],
        never: "id of phone",
    },
    Words {
        field: Field::FirstOrder,
        ranks: [
            "首次购买日期 首次购买时间 首次下单时间 首次下单日期 首次消费时间 首次消费日期 首次交易日期 首次交易时间 首单时间 首单日期 第一次购买时间 \
             第一次消费时间 firstorderdate firstorder firstpurchasedate firstpurchase firsttransactiondate firsttransaction firstorderat \
             dateoffirstpurchase dateoffirstorder",
            "=first firstdate =首次 firstvisit firstvisitdate",
            "",
            "",
        ],
        never: "金额 amount value name 商品 product",
    },
    Words {
        field: Field::LastOrder,
        ranks: [
            "最近购买日期 最近购买时间 最近一次购买时间 最近一次购买日期 最近一次消费 最近一次消费时间 最近一次消费日期 最近消费时间 最近消费日期 最近下单时间 \
             最近下单日期 最近一次下单时间 最近交易日期 最近交易时间 最近一次交易时间 最近成交时间 最后购买日期 最后购买时间 最后消费时间 最后消费日期 \
             最后下单时间 最后下单日期 最后交易时间 最后交易日期 最后一次购买时间 最后一次购买日期 最后一次消费时间 最后一次消费日期 上次购买时间 上次购买日期 \
             上次消费时间 上次消费日期 上次交易时间 上次下单时间 末次消费时间 末次购买日期 lastorderdate lastorder lastpurchasedate lastpurchase \
             lasttransactiondate lasttransaction lastorderat lastpurchasedat mostrecentpurchase mostrecentpurchasedate mostrecentorder \
             mostrecentorderdate mostrecentvisit datelastpurchase dateoflastpurchase dateoflastorder latestorderdate latestpurchase latestorder \
             recencydate",
            "=last lastdate =最近 lastvisit lastvisitdate =最后",
            "",
            "",
        ],
        never: "金额 天数 间隔 amount value days name 商品 product",
    },
    Words {
        field: Field::RecencyDays,
        ranks: [
            "距今天数 距上次购买天数 距离上次购买天数 距上次消费天数 距离上次消费天数 距上次下单天数 未消费天数 未购买天数 未下单天数 最近购买天数 最近消费天数 \
             最近消费间隔 最近一次消费距今 最近消费距今 最近一次购买距今 最近一次下单距今 距今时间 最近一次消费间隔 最近一次消费距今天数 最近消费距今天数 recencydays recencyindays dayssincelastorder \
             dayssincelastpurchase dayssincelasttransaction dayssincelastvisit dayssince",
            "=recency 间隔天数 =r值 recencyvalue",
            "=天数",
            "=r",
        ],
        never: "分 得分 评分 score rank segment group",
    },
    Words {
        field: Field::Orders,
        ranks: [
            "消费次数 购买次数 购买频次 消费频次 消费频率 购买频率 订单数 订单数量 订单总数 下单次数 交易次数 成交次数 交易笔数 成交笔数 订单笔数 累计订单数 \
             累计消费次数 累计购买次数 总订单数 =频次 =频率 ordercount orderscount numberoforders numorders nooforders totalorders transactioncount \
             transactionscount numberoftransactions totaltransactions paymentcount paymentscount purchasecount numberofpurchases totalpurchases numpurchases \
             totaltransct numberofvisits visitcount purchasefrequency orderfrequency",
            "=frequency =orders =transactions =purchases =visits =f值 =次数 =笔数 =单数 frequencyvalue",
            "",
            "=f",
        ],
        never: "分 得分 评分 金额 score rank amount value segment group",
    },
    Words {
        field: Field::Revenue,
        ranks: [
            "累计消费 累计消费金额 累计消费额 累计金额 累计成交金额 累计交易金额 累计购买金额 累计销售额 累计实付金额 =总消费 总消费金额 总消费额 消费总额 消费总金额 \
             购买总金额 交易总额 交易总金额 历史消费金额 totalspend totalspent totalspending totalrevenue totalsales lifetimespend \
             lifetimerevenue monetary monetaryvalue customerrevenue totalpurchaseamount totaltransamt totaltransactionamount amountspent \
             totalamountspent",
            "=revenue =m值 =spend =spent lifetimevalue",
            "totalcharges",
            "=m",
        ],
        never: "分 得分 评分 score rank segment group average avg mean 平均",
    },
];
