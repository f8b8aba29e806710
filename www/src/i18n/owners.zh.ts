// “定制”中客户分配的文字；键与 owners.en.ts 一致。

import type { Format } from './format.ts';
import type { ownersEn } from './owners.en.ts';

export const ownersZh = (f: Format): ReturnType<typeof ownersEn> => {
  const customers = (count: number) => `${f.integer(count)} 位客户`;
  return {
    title: '谁负责哪些客户',
    lead: (owned, moved, pooled, claimed) =>
      `${customers(owned)}有负责人，其中 ${f.integer(moved)} 位更换负责人，${f.integer(pooled)} 位在公海。${claimed === 0 ? '没有客户被两位负责人争抢。' : `${customers(claimed)}有多位负责人（抢客户）。`}`,
    waiting: (pooled) => `${customers(pooled)}还没有负责人。添加客户经理后，这里会分配客户。`,
    noStaff: '还没有客户经理。请添加第一位，或载入人员名单。',
    staff: {
      title: '客户经理',
      unit: '每周用于客户的小时数',
      sentence:
        '姓名只留在本页，不会写入方案。保存名单即可下次使用。技能是必需条件，地区和行业是优先条件。',
      name: '姓名',
      hours: '每周小时',
      skills: '技能',
      regions: '地区',
      industries: '行业',
      load: '负荷',
      customers: '客户数',
      gained: '新增',
      lost: '移交',
      revenue: '累计消费',
      remove: (name) => `移除${name}`,
      of: (field, name) => `${field}：${name || '新客户经理'}`,
      add: '添加客户经理',
      save: '保存名单',
      load_list: '载入名单',
      file: '人员名单.json',
      several: '多项用逗号分隔',
      invalid: '这份名单无法使用：姓名不能重复，每周 0 到 168 小时。',
    },
    rules: {
      title: '规则',
      summary: (days) =>
        days === null ? '客户不会回到公海' : `沉默 ${f.integer(days)} 天后回到公海`,
      recycle: '多少天没有下单或联系',
      recycleMeans: '之后客户回到公海。留空则从不回收。',
      skillsBy: '按什么要求技能',
      skillsByMeans: '各种划分下的要求同时有效。',
      skill: (tier) => `${tier}需要的技能`,
      skillMeans: '没有这些技能的人不会分到这些客户。',
    },
    lists: {
      hand_over: {
        title: '移交清单',
        sentence: '按累计消费从高到低。其余客户的负责人不变。',
        none: '没有客户更换负责人。',
      },
      pool: {
        title: '公海',
        sentence: '目前无人负责的客户及其原因。',
        none: '公海里没有客户。',
      },
      conflicts: {
        title: '抢客户',
        sentence: '文件里写了多位负责人，目前以第一位为准。',
        none: '没有客户被两位负责人争抢。',
      },
      customer: '客户',
      from: '原负责人',
      to: '新负责人',
      why: '原因',
      owners: '负责人',
      last: '最近往来',
      revenue: '累计消费',
      nobody: '无',
      more: (count) => `另有 ${f.integer(count)} 位，见文件`,
    },
    move: {
      no_owner: '原来无人负责',
      left: '原负责人不在名单中',
      skill: '原负责人缺少技能',
      time: '原负责人没有时间',
    },
    pool: { idle: '沉默过久', skill: '没有人具备技能', time: '没有人有时间' },
    save: {
      work: '工作清单（CSV）',
      hand_over: '移交清单（CSV）',
      pool: '公海（CSV）',
      conflicts: '抢客户（CSV）',
    },
    files: {
      work: '工作清单.csv',
      hand_over: '移交清单.csv',
      pool: '公海.csv',
      conflicts: '抢客户.csv',
    },
  };
};
