// 列表中尚无订单的客户：是谁、在哪个导出文件里。键与 listed.en.ts 一致。

import type { Format } from './format.ts';
import type { listedEn } from './listed.en.ts';

export const listedZh = (f: Format): ReturnType<typeof listedEn> => ({
  label: '列出哪些客户',
  with_orders: (count) => `有订单（${f.integer(count)}）`,
  without_orders: (count) => `尚无订单（${f.integer(count)}）`,
  all: (count) => `全部（${f.integer(count)}）`,
  chip: '尚无订单',
  others: (count) => `另有 ${f.integer(count)} 位客户尚无订单，未计入这里的数字。`,
  see: '查看',
  seeWithout: (count) => `查看 ${f.integer(count)} 位尚无订单的客户`,
  exported: '“客户名单”导出的是有订单的客户，只有他们才有层级；全部客户请导出“客户档案”。',
  nobodyScored: {
    title: '尚无订单',
    means:
      '这些文件只说明客户是谁，没有说明他们买过什么。添加含有订单的文件后，这里会显示层级、得分和预测。',
  },
  columns: { company: '公司', contact: '电话或邮箱' },
  lastHeard: (day) => `最近一次有消息：${f.day(day)}。`,
  neverHeard: '文件中没有记录最近一次联系的时间。',
  card: '没有订单，就没有得分和层级；有了第一笔订单后会自动算出。',
});
