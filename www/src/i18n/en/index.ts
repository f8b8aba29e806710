// English. The shape of all words: see ../index.ts.

import { differentiateEn } from '../differentiate.en';
import type { Format } from '../format';
import { names } from './names';

export const en = (f: Format) => ({
  names: names(f),
  differentiate: differentiateEn(f),
});
