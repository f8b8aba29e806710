// 方案的文字：列表、编辑、比较；键与 schemes-view.en.ts 一致。

import type { Format } from './format.ts';
import type { schemesViewEn } from './schemes-view.en.ts';

export const schemesViewZh = (f: Format): ReturnType<typeof schemesViewEn> => {
  const customers = (count: number) => `${f.integer(count)} 位客户`;
  const cells = (count: number) => `${f.integer(count)} 格`;
  return {
    tab: '方案',
    title: '方案',
    lead: '每个方案把每位客户归入一个细分。一个方案用来命名客户，一个方案决定如何对待客户。',
    scheme: '方案',
    segments: '细分',
    count: (count) => `${f.integer(count)} 个细分`,
    countAnd: (count, rest) => `${f.integer(count)} 个细分，另有${rest}`,
    bar: (name, share) => `${name} ${f.percent(share)}`,
    names: '用于命名客户',
    treats: '决定如何对待',
    own: '自建',
    unfit: '不适用于现在的档数',
    nameBy: '用它给客户命名',
    treatBy: '按它对待客户',
    edit: '编辑',
    view: '复制并编辑',
    remove: '删除',
    removeLong: (name) => `删除${name}`,
    inUse: '正在使用：请先换用别的方案。',
    add: '新建方案',
    copyOf: (name) => `${name}（副本）`,
    newName: '我的方案',
    loading: '正在查看…',
    library: (count) => `现成的方案（${f.integer(count)}）`,
    libraryMeans: '已发表的分类表和常用规则。采用后成为你自己的方案，可以编辑。',
    take: '采用',
    takeLong: (name) => `采用${name}`,

    editor: {
      back: '全部方案',
      save: '保存方案',
      saveMeans: '所有结果随之更新；撤销即可恢复。',
      cancel: '放弃',
      name: '方案名称',
      taken: (name) => `已有名为“${name}”的方案，请换一个名称。`,
      twice: (name) => `有两个细分都叫“${name}”，请改掉其中一个。`,
      axes: '依据的得分',
      brush: '选择画笔',
      brushMeans:
        '先选一个细分，再点击或拖过格子。用键盘：方向键移动，回车填入，数字 1 至 9 换画笔。',
      nobody: '不属于任何细分',
      segment: '细分名称',
      health: '状态',
      add: '添加细分',
      remove: (name) => `删除${name}`,
      earlier: (name) => `上移${name}`,
      later: (name) => `下移${name}`,
      rest: '其余格子归入',
      noRest: '无：每一格都要填',
      others: '其他客户',
      layer: (axis, score) => `${axis} ${f.integer(score)}`,
      axis: {
        r: '最近消费 R',
        f: '消费频率 F',
        m: '消费金额 M',
        fm: 'F、M 平均',
        rfm: 'R、F、M 平均',
      },
      letter: { r: 'R', f: 'F', m: 'M', fm: 'FM', rfm: 'RFM' },
      cell: (place, name, count) => `${place}：${name}，${customers(count)}`,
      total: (count, share) => `${customers(count)}（${f.percent(share)}）`,
      paste: '粘贴已发表的分类表',
      pasteMeans: '每行一个细分：名称、冒号、格子。例如：顶级客户：555 554 [4-5]5*',
      pasteUse: '采用这张表',
      unread: (texts) => `无法识别：${texts}。`,
      newSegment: (number) => `细分 ${f.integer(number)}`,
    },

    check: {
      title: '每位客户是否恰好属于一个细分？',
      good: (count) => `是：${cells(count)}各属一个细分。`,
      gaps: (count, people) => `${cells(count)}无人认领：${customers(people)}将没有细分。`,
      gapsToRest: (count, name) => `${cells(count)}归入“${name}”。`,
      overlaps: (count) => `${cells(count)}被多个细分同时占用；排在前面的优先。`,
      overlap: (cell, winner, others) => `${cell}：${winner}优先于${others}`,
      unreachable: (names) => `${names}永远不会有客户。`,
      settle: '每格只归优先的细分',
      cellsOf: '是哪些格',
    },

    compare: {
      title: '比较两个方案',
      unit: '同时属于两个细分的客户数',
      first: '方案一',
      second: '方案二',
      sentence: (count, share) =>
        `${customers(count)}（${f.percent(share)}）在两个方案中状态相同。`,
      tip: (first, second, count, share, money) =>
        `${first}与${second}：${customers(count)}（${f.percent(share, 1)}），收入 ${money}。`,
      none: (first, second) => `${first}与${second}：没有客户。`,
      health: '状态相同',
      rand: '调整兰德指数',
      randMeans: '1 表示分组完全相同，0 表示与随机无异（Hubert、Arabie，1985）。',
      cramer: '克拉默 V 系数',
      cramerMeans: '1 表示一个方案可由另一个推出，0 表示两者无关（Cramér，1946）。',
      furthest: '看法相差最大的客户',
      nobody: '两个方案对每位客户的状态看法一致。',
      listed: (shown, all) =>
        shown < all
          ? `${customers(all)}在两个方案中状态不同，相差最大的 ${f.integer(shown)} 位：`
          : `${customers(all)}在两个方案中状态不同：`,
      customer: '客户',
    },
  };
};
