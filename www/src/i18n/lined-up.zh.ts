// 固定宽度的列从哪里开始，以及列数很多的表。键与 lined-up.en.ts 一致。

import type { Format } from './format.ts';
import type { linedUpEn } from './lined-up.en.ts';

export const linedUpZh = (f: Format): ReturnType<typeof linedUpEn> => ({
  title: (file: string) => `各列的起始位置（${file}）`,
  lead: '点一下某个位置，就从那里开始新的一列；点已有的分列线可取消。也可用键盘：方向键移动，回车确定。',
  ruler: '分列标尺',
  place: (at: number, isStart: boolean, text: string) =>
    `第 ${f.integer(at)} 位，${isStart ? '从这里开始一列' : '不是列的开头'}${text ? `：${text}` : ''}`,
  shown: (at: number) => `第 ${f.integer(at)} 位`,
  before: '左移一位',
  after: '右移一位',
  set: '从这里开始一列',
  remove: '取消这里的分列',
  found: '恢复自动识别',
  count: (columns: number) => `共 ${f.integer(columns)} 列`,
  columnsShown: (shown: number, all: number) =>
    `共 ${f.integer(all)} 列，已显示 ${f.integer(shown)} 列。`,
  moreColumns: '显示更多列',
  masked: '已遮盖，取消遮盖后才能更正',
});
