// 中文。键与英文一致，缺一个就无法编译：见 ../index.ts。

import { differentiateZh } from '../differentiate.zh.ts';
import type { Format } from '../format.ts';
import type { Words } from '../index.ts';
import { peopleZh } from '../people.zh.ts';
import { data } from './data.ts';
import { duplicates } from './duplicates.ts';
import { failures } from './failures.ts';
import { frame } from './frame.ts';
import { identify } from './identify.ts';
import { issues } from './issues.ts';
import { names } from './names.ts';
import { plan } from './plan.ts';
import { titles } from './titles.ts';

export const zh = (f: Format): Words => ({
  frame: frame(f),
  data: data(f),
  identify: identify(f),
  duplicates: duplicates(f),
  plan: plan(f),
  names: names(f),
  titles: titles(f),
  failures: failures(f),
  issues: issues(f),
  differentiate: differentiateZh(f),
  people: peopleZh(f),
});
