// Styles of the frame and its screens, in the order of the cascade.

import type { CSSResultGroup } from 'lit';
import { base } from '../../styles/base.ts';
import { marks } from '../../styles/marks.ts';
import { tokens } from '../../styles/tokens.ts';
import { barStyles } from './bar.styles.ts';
import { dataStyles } from './data.styles.ts';
import { duplicatesStyles } from './duplicates.styles.ts';
import { fileStyles } from './file.styles.ts';
import { identifyStyles } from './identify.styles.ts';
import { layoutStyles } from './layout.styles.ts';
import { mappingStyles } from './mapping.styles.ts';
import { menuStyles } from './menu.styles.ts';
import { startStyles } from './start.styles.ts';

export const frameStyles: CSSResultGroup = [
  tokens,
  base,
  marks,
  layoutStyles,
  barStyles,
  menuStyles,
  startStyles,
  mappingStyles,
  dataStyles,
  identifyStyles,
  fileStyles,
  duplicatesStyles,
];
