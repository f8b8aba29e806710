// Defines the elements of the review, once: another copy on the page may have been first.

import { EffectPart } from './effect.ts';
import { FeedbackPart } from './feedback.ts';
import { LogPart } from './log.ts';
import { PlaybookPart } from './playbook.ts';
import { SharingForm } from './sharing-form.ts';

const define = (name: string, element: CustomElementConstructor) => {
  if (!customElements.get(name)) customElements.define(name, element);
};

define('ct-feedback', FeedbackPart);
define('ct-effect', EffectPart);
define('ct-log', LogPart);
define('ct-playbook', PlaybookPart);
define('ct-sharing', SharingForm);
