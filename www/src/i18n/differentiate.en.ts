// Words of the Differentiate view: the shape of differentiate.zh.ts. Names of tiers, segments and fields are in t.names.

import type { Format } from './format';

export const differentiateEn = (_f: Format) => ({});
