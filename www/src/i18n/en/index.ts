// English. The shape of all words: see ../index.ts.

import { differentiateEn } from '../differentiate.en.ts';
import type { Format } from '../format.ts';
import { names } from './names.ts';

export const en = (f: Format) => ({
  names: names(f),
  differentiate: differentiateEn(f),
});
