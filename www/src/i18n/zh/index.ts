// 中文。键与英文一致，缺一个就无法编译：见 ../index.ts。

import { differentiateZh } from '../differentiate.zh';
import type { Format } from '../format';
import type { Words } from '../index';
import { names } from './names';

export const zh = (f: Format): Words => ({
  names: names(f),
  differentiate: differentiateZh(f),
});
