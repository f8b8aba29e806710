// 中文。键与英文一致，缺一个就无法编译：见 ../index.ts。

import { byHandZh } from '../by-hand.zh.ts';
import { clustersZh } from '../clusters.zh.ts';
import { customizeZh } from '../customize.zh.ts';
import { differentiateZh } from '../differentiate.zh.ts';
import type { Format } from '../format.ts';
import type { Words } from '../index.ts';
import { interactZh } from '../interact.zh.ts';
import { linedUpZh } from '../lined-up.zh.ts';
import { listedZh } from '../listed.zh.ts';
import { loyaltyZh } from '../loyalty.zh.ts';
import { ownersZh } from '../owners.zh.ts';
import { peopleZh } from '../people.zh.ts';
import { reviewZh } from '../review.zh.ts';
import { rulesZh } from '../rules.zh.ts';
import { schemesViewZh } from '../schemes-view.zh.ts';
import { scoresZh } from '../scores.zh.ts';
import { scoringZh } from '../scoring.zh.ts';
import { sharingZh } from '../sharing.zh.ts';
import { valueZh } from '../value.zh.ts';
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
  schemes: schemesViewZh(f),
  rules: rulesZh(f),
  clusters: clustersZh(f),
  byHand: byHandZh(f),
  linedUp: linedUpZh(f),
  listed: listedZh(f),
  scoring: scoringZh(f),
  value: valueZh(f),
  people: peopleZh(f),
  scores: scoresZh(f),
  interact: interactZh(f),
  customize: customizeZh(f),
  owners: ownersZh(f),
  loyalty: loyaltyZh(f),
  review: reviewZh(f),
  sharing: sharingZh(f),
});
