// 得分的文字：拖动分界、分档方法、撤销；键与 scoring.en.ts 一致。

import type { Format } from './format.ts';
import type { scoringEn } from './scoring.en.ts';

export const scoringZh = (f: Format): ReturnType<typeof scoringEn> => {
  return {
    handle: (title, left, right) => `${title}：${left} 分与 ${right} 分的分界`,
    upTo: (value) => `不超过 ${value}`,
    drag: '拖动分界线，或用方向键移动，所有结果随之更新。',
    ours: (factors) => `${factors}的分界由你设定。`,
    follow: '分界随数据而定：换一份文件，分界也会变。',
    back: '恢复分位数',
    freeze: '固定现在的分界',
    nested: '只与同档客户相比',
    nestedSmall: (small, groups) =>
      `${f.integer(groups)} 组中有 ${f.integer(small)} 组平均每档不足五位客户，分档线带有偶然性。请减少档数，或改为与所有客户相比。`,
    nestedMeans:
      '频率只在最近消费同分的客户之间打分，金额只在两项都同分的客户之间打分。各组人数变少，客户多时才适用。',
    undo: '撤销',
    redo: '重做',
    settings: (name, bins) => `${name}，${f.integer(bins)} 档`,
    methodLabel: '分档方法',
    binsLabel: '档数',
    method: {
      quantile: '分位数',
      ntile: '人数相等',
      equal_width: '间距相等',
      jenks: '自然断点',
      mean: '高于或低于平均',
      r_rfm: '同 R 语言 rfm 包',
      fixed: '自定分界',
    },
    means: {
      quantile: '各档人数大致相同；数值相同的客户得分一样，所以各档人数会有出入。',
      ntile: '各档人数相同，为此数值相同的客户也可能被分到两档。',
      equal_width: '从最小值到最大值等距切分；多数客户可能落在同一档。',
      jenks: '在数值的空档处切分，同一档的客户最为接近。',
      mean: '只有两档：高于全体平均，或不高于。',
      r_rfm: '分位数加一，与 R 语言的 rfm 包一致，便于对照。',
      fixed: '分界固定不变，换一份文件也一样。',
    },
    empty: (scores) => `没有客户得 ${scores} 分：数值相同的客户太多。`,
    split: (count) =>
      count === 0
        ? '没有数值相同的客户被拆开。'
        : `${f.integer(count)} 位客户与别人数值相同，得分却不同：总得有人排在前面。`,
    refit: (left, taken) => `“${left}”不适用于这个档数，已改用“${taken}”；撤销即可恢复。`,
  };
};
