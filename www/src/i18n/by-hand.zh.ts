// 人工设定客户细分的文字；键与 by-hand.en.ts 一致。

import type { byHandEn } from './by-hand.en.ts';
import type { Format } from './format.ts';

export const byHandZh = (f: Format): ReturnType<typeof byHandEn> => ({
  title: '人工设定',
  means: '当你比数字更了解这位客户时使用。理由会留在客户卡片、清洗日志和导出文件里。',
  segment: '把这位客户归入',
  reason: '理由',
  set: '归入',
  takeBack: (segment) => `撤回，恢复为${segment}`,
  set_by: (reason, day) => (day ? `${day}人工设定：${reason}。` : `人工设定：${reason}。`),
  would: (segment) => `按数据应为：${segment}。`,
  count: (count) => `${f.integer(count)} 位客户由人工设定。`,
  step: (id, segment, scheme, reason) => `${id} 在“${scheme}”中归入“${segment}”：${reason}`,
});
