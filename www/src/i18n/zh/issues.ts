// 数据中的问题（中文）：是什么，怎么处理的，可以怎么办。

import type { Format } from '../format.ts';
import type { IssueWords } from '../messages.ts';

export const issues = (_f: Format): IssueWords => ({
  'customer.blank': {
    what: '没有客户',
    next: '客户一栏为空，无法归到任何人名下，已排除。如果空白表示与上一行相同（例如合并单元格），请在“文件的读取方式”里选择。',
  },
  'customer.placeholder': {
    what: '客户是占位词',
    next: '客户写的是 0、散客、guest 等，已排除，以免汇成一个“巨型客户”。',
  },
  'date.missing': {
    what: '没有日期',
    next: '日期一栏为空，已排除；在这里或原文件中补上即可使用。',
  },
  'date.unreadable': {
    what: '日期读不懂',
    next: '内容不是有效的日期，已排除；可在这里或原文件中更正。',
  },
  'amount.missing': {
    what: '没有金额',
    next: '金额一栏为空，已排除；在这里或原文件中补上即可使用。',
  },
  'amount.unreadable': {
    what: '金额读不懂',
    next: '内容不是数字，或大得离谱，已排除；可在这里或原文件中更正。',
  },
  'measure.unreadable': {
    what: '汇总数字读不懂',
    next: '天数、订单数或消费总额不是数字，该客户已排除。',
  },
  'row.total': { what: '合计行', next: '是其他行的合计而不是订单，已排除，避免重复计算。' },
  'row.repeated_header': { what: '重复的表头', next: '数据中间又出现了一次表头，已排除。' },
  'row.refund_dropped': {
    what: '退款',
    next: '按方案不计退款，已排除；改为“冲减”则从消费额中扣除。',
  },
  'row.after_as_of': {
    what: '晚于分析日期',
    next: '在分析日期之后，已排除；把日期往后调即可计入。',
  },
  'row.overrun': { what: '内容超出列宽，伸进了下一列', next: '已在列的起点处切开。请核对这些行。' },
  'row.ragged': { what: '列数与表头不符', next: '已按现有的列读取。请检查文字里是否夹有分隔符。' },
  'row.unclosed_quote': { what: '引号没有成对', next: '已把这个引号当作普通文字读取。' },
  'cell.cut': { what: '单元格过长', next: '已截到 32,767 个字符，即表格单元格的上限。' },
  'text.invalid_bytes': {
    what: '有乱码字符',
    next: '显示为 �。如果很多，请在“列的用途”里换一种编码。',
  },
  'id.decimal_removed': {
    what: '编号带小数点',
    next: '17850.0 已读作 17850，与同一客户的其他行对上。',
  },
  'id.width_folded': {
    what: '编号含全角字符',
    next: 'Ａ００１ 已读作 A001，与同一客户的其他行对上。',
  },
  'id.precision_lost': {
    what: '长编号丢了末尾几位',
    next: '表格软件把编号存成了数字，末几位变成 0，不同客户可能被并成一个。请把编号设为文本格式后重新导出。',
  },
  'date.serial': { what: '日期是序列号', next: '45231 已读作 2023-11-01（表格软件的日期序号）。' },
  'date.two_digit_year': { what: '年份只有两位', next: '24-3-5 已读作 2024-03-05。' },
  'date.month_only': { what: '只有年月', next: '按当月 1 日计算。' },
  'date.order_decided': { what: '日与月的先后', next: '根据只能有一种读法的日期，或按方案确定。' },
  'date.order_mixed': {
    what: '日月顺序混用',
    next: '有的日期只能“日在前”，有的只能“月在前”。请核对这些行的来源。',
  },
  'date.order_ambiguous': {
    what: '日在前还是月在前？',
    next: '每个日期两种读法都成立，请在“列的用途”里选定。',
  },
  'amount.computed': { what: '金额由计算得出', next: '没有金额列，按数量 × 单价计算。' },
  'mapping.amount_chosen': {
    what: '有多个金额列',
    next: '已取最可能的一列；不对的话请在“列的用途”里改选。',
  },
  'mapping.orders_by_day': { what: '没有订单号', next: '同一客户同一天的各行算作一单。' },
  'mapping.customer_by': { what: '没有客户编号', next: '改用手机号、名称等其他列区分客户。' },
  'mapping.customers_from_headings': {
    what: '客户取自分组标题',
    next: '没有哪一列写着客户，每一行归到它上方标题里的客户。“原值”是标题的个数。',
  },
  'row.heading_alone': {
    what: '没有明细的单独一行',
    next: '看上去是客户标题，但下面没有明细行，未使用。',
  },
  'mapping.months': {
    what: '月份列读作订单',
    next: '每个有金额的格子算该客户当月 1 日的一笔订单，合计列不计。如果不是这样，请给列另行指定用途。',
  },
  'mapping.year_taken': {
    what: '月份的年份取自名称',
    next: '表头没有写年份，用的是工作表名、文件名或表头上方的文字。如果不对，请把年份写进表头。',
  },
  'mapping.year_unknown': {
    what: '月份列没有年份',
    next: '不知道是哪一年，这些列没有读作订单。请把年份写进文件名、工作表名或表头。',
  },
  'table.not_used': {
    what: '表未使用',
    next: '表中没有客户，或没有可用的数字。给列指定用途后即可使用。',
  },
  'table.unreadable': {
    what: '工作表无法读取',
    next: '其他工作表已使用。请用 Excel 或 WPS 打开后另存为 .xlsx，再导入。',
  },
  'table.empty': { what: '空表', next: '没有任何数据行。' },
  'table.measures_not_used': {
    what: '未采用现成的汇总数字',
    next: '已有订单明细，由明细算出的数字更准确。',
  },
  'customer.no_order': {
    what: '没有下过单的客户',
    next: '在名单里但从未购买，属于潜在客户，不参与分级。',
  },
  'customer.refunds_only': { what: '只有退款的客户', next: '这段时间里只有退货，不参与分级。' },
  'customer.repeated': { what: '客户重复出现', next: '本应每个客户一行，取第一行。' },
  'customer.listed_again': {
    what: '客户在名单里重复',
    next: '同一客户在名单里不止一行，以靠后的一行为准。',
  },
  'customer.unknown': {
    what: '找不到对应客户',
    next: '这些联系或反馈记录里的客户，既没有订单也不在名单里，已略去。补上客户名单后可以关联。',
  },
  'customer.shared_key': {
    what: '一个联系方式对应多位客户',
    next: '电话、邮箱或姓名相同的客户不止一位，无法判断是谁，因此没有关联。',
  },
  'value.unreadable': {
    what: '无法识别的值',
    next: '这一格读不出来，该行其余内容照常使用。',
  },
  'rating.scale': {
    what: '评分的分制',
    next: '按整列的取值判断分制，并统一换算为 0–100 分。',
  },
  'rating.scale_unclear': {
    what: '所有评分都是 1',
    next: '可能是 5 分制里的最低分，也可能表示“是”。这里按 5 分制的 1 分处理。如果表示“是”，请把 1 改成 100% 后重新导入。',
  },
  'order.cancelled': {
    what: '已取消或未付款的订单，以及不是收入的记录',
    next: '订单状态为取消、关闭、作废或未付款，或账单标明不是收入，均不计入销售额。',
  },
  'id.column_was_numeric': {
    what: '客户编号在 Excel 里存成了数字',
    next: '15 位以后的数字已丢失，编号只差末几位的客户会被并成一位。请把该列设为文本后重新导出。',
  },
  'mapping.own_columns_limited': {
    what: '名单列数过多',
    next: '每张名单最多保留 64 个自有列，其余列未读取。',
  },
  'region.derived': {
    what: '大区由省市推算',
    next: '文件里没有大区，已按省份或城市归入华北、华东、华南等。',
  },
  'row.repeated': {
    what: '重复的行',
    next: '另一个表里已有同样的一行（比如同一份导出拖入了两次），只计一次。',
  },
  'customer.merged': {
    what: '客户已合并',
    next: '与另一条记录是同一客户，订单等已并到保留的编号下。',
  },
  'customer.incomplete': {
    what: '资料不全的客户',
    next: '按方案，缺少这一项的客户不计入，连同订单一并排除。',
  },
  'value.filled': { what: '已补上缺失值', next: '原来是空的，按方案填入了“处理后”一栏的值。' },
  'amount.winsorised': { what: '金额已拉回界限', next: '与其他金额相差太远，已按方案改为界限值。' },
  'amount.excluded': { what: '离群金额', next: '与其他金额相差太远，已按方案排除。' },
  'amount.currencies_mixed': {
    what: '金额有多种货币',
    next: '各币种金额未经换算、直接相加。请先在文件中统一换算，或每次只导入一种货币。',
  },
  'amount.counted_up': { what: '金额以万元等计', next: '表头注明了单位，金额已按该单位换算为元。' },
  'amount.returned': {
    what: '退货已扣减',
    next: '单据类型为退货、退款或红字单据，其金额按负数计入。',
  },
  'order.unknown': {
    what: '找不到订单的商品行',
    next: '没有哪张表说明这笔订单属于谁、什么时候下的。请补上缺少的订单，或检查订单号。',
  },
  'order.no_lines': {
    what: '没有商品行的订单',
    next: '没有哪张表说明这些订单买了什么、多少钱，因此不计入。请补上缺少的商品行。',
  },
  'cell.from_above': {
    what: '沿用上一行',
    next: '客户、订单号或日期为空，已按您的选择沿用上一行的内容。',
  },
  'cell.corrected': { what: '已更正的单元格', next: '按您的更正读取，原文件没有改动。' },
  'correction.unused': {
    what: '没用上的更正',
    next: '找不到这个单元格或客户：文件可能改了名，或行、编号已不在。请重新更正。',
  },
});
