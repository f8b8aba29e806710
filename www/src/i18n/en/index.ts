// English. The shape of all words: see ../index.ts.

import { byHandEn } from '../by-hand.en.ts';
import { clustersEn } from '../clusters.en.ts';
import { customizeEn } from '../customize.en.ts';
import { differentiateEn } from '../differentiate.en.ts';
import type { Format } from '../format.ts';
import { interactEn } from '../interact.en.ts';
import { linedUpEn } from '../lined-up.en.ts';
import { listedEn } from '../listed.en.ts';
import { loyaltyEn } from '../loyalty.en.ts';
import { ownersEn } from '../owners.en.ts';
import { peopleEn } from '../people.en.ts';
import { reviewEn } from '../review.en.ts';
import { rulesEn } from '../rules.en.ts';
import { schemesViewEn } from '../schemes-view.en.ts';
import { scoresEn } from '../scores.en.ts';
import { scoringEn } from '../scoring.en.ts';
import { sharingEn } from '../sharing.en.ts';
import { valueEn } from '../value.en.ts';

import { data } from './data.ts';
import { duplicates } from './duplicates.ts';
import { failures } from './failures.ts';
import { frame } from './frame.ts';
import { identify } from './identify.ts';
import { issues } from './issues.ts';
import { names } from './names.ts';
import { plan } from './plan.ts';
import { titles } from './titles.ts';

export const en = (f: Format) => ({
  frame: frame(f),
  data: data(f),
  identify: identify(f),
  duplicates: duplicates(f),
  plan: plan(f),
  names: names(f),
  titles: titles(f),
  failures: failures(f),
  issues: issues(f),
  differentiate: differentiateEn(f),
  schemes: schemesViewEn(f),
  rules: rulesEn(f),
  clusters: clustersEn(f),
  byHand: byHandEn(f),
  linedUp: linedUpEn(f),
  listed: listedEn(f),
  scoring: scoringEn(f),
  value: valueEn(f),
  people: peopleEn(f),
  scores: scoresEn(f),
  interact: interactEn(f),
  customize: customizeEn(f),
  owners: ownersEn(f),
  loyalty: loyaltyEn(f),
  review: reviewEn(f),
  sharing: sharingEn(f),
});
