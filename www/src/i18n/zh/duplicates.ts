// 疑似重复的客户。

import type { Agreement, Keep } from '../../engine/types.ts';
import type { Format } from '../format.ts';
import type { Said } from '../identify-words.ts';
import type { Words } from '../index.ts';

const keep: Record<Keep, string> = {
  first: '文件中最先出现的',
  newest: '最近有动静的',
  most_complete: '资料最全的',
};

const agreement: Record<Agreement, string> = {
  same: '一致',
  similar: '相近',
  different: '不同',
  missing: '有缺失',
};

const did: Record<Said['did'], string> = {
  merge: '将合并',
  apart: '将保留为不同客户',
  undo: '恢复为待定',
};

export const duplicates = (f: Format): Words['duplicates'] => ({
  lead: (total, customers, open) =>
    total === 0
      ? '没有疑似重复的客户。'
      : `疑似重复 ${f.integer(total)} 组，涉及 ${f.integer(customers)} 位客户，${f.integer(open)} 组待定。`,
  certain: (count) =>
    `其中 ${f.integer(count)} 组在唯一属于一个人的信息上一致，例如电话与姓名都相同。`,
  mergeCertain: (count) => `合并全部 ${f.integer(count)} 组确定的`,
  unmergeCertain: '撤销：只合并我确认过的',
  isMergingCertain: '确定的组会自动合并。',
  group: (at) => `第 ${f.integer(at)} 组`,
  members: (count) => `${f.integer(count)} 位客户`,
  likelihood: (likelihood, isCertain) => {
    if (isCertain) return '确定';
    if (likelihood >= 0.97) return '几乎确定';
    return likelihood >= 0.9 ? '很可能' : '有可能';
  },
  percent: (likelihood) => f.percent(Math.min(likelihood, 0.999), 1),
  agreement,
  field: '字段',
  id: '客户',
  merged: '合并后',
  lines: '订单行数',
  heard: '最近动静',
  merge: '合并',
  apart: '保留为不同客户',
  undo: '撤销',
  willMerge: '将合并',
  isMerged: '已合并',
  willApart: '将保留为不同客户',
  isApart: '已保留为不同客户',
  willOpen: '将恢复为待定',
  said: (said) => `第 ${f.integer(said.group)} 组${did[said.did]}`,
  keys: '↑ ↓ 换组 · M 合并 · A 保留为不同客户 · U 撤销',
  policy: '怎样查找与合并',
  threshold: '可能性不低于',
  keepLabel: '合并后的资料取自',
  keep,
  perField: '个别字段另定规则',
  asAbove: '同上',
  groupsShown: (from, to, total) =>
    `第 ${f.integer(from)} – ${f.integer(to)} 组，共 ${f.integer(total)} 组`,
  blank: '—',
});
