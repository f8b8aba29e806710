// The static page: the element alone, in the reader's language.

import { register } from './element/register.ts';
import { languageOf } from './i18n/index.ts';

document.documentElement.lang = languageOf(navigator.language);
register();
document.querySelector('customer-tiers')?.toggleAttribute('full-page', true);
