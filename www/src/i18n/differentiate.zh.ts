// “区分”视图的文字；键与 differentiate.en.ts 一致。

import type { differentiateEn } from './differentiate.en';
import type { Format } from './format';

export const differentiateZh = (_f: Format): ReturnType<typeof differentiateEn> => ({});
