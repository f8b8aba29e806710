// 中文。键与英文一致，缺一个就无法编译：见 ../index.ts。

import { differentiateZh } from '../differentiate.zh.ts';
import type { Format } from '../format.ts';
import type { Words } from '../index.ts';
import { names } from './names.ts';

export const zh = (f: Format): Words => ({
  names: names(f),
  differentiate: differentiateZh(f),
});
