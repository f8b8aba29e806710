// Sets CSS custom properties on an element through the CSSOM: a style attribute in a template is blocked by a strict policy.

import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

type Values = Readonly<Record<string, string | number>>;

class Vars extends Directive {
  #last: Values = {};

  override render(_values: Values): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [values]: [Values]): typeof noChange {
    if (!(part.element instanceof HTMLElement || part.element instanceof SVGElement))
      return noChange;
    for (const [name, value] of Object.entries(values)) {
      if (this.#last[name] !== value) part.element.style.setProperty(`--${name}`, String(value));
    }
    this.#last = values;
    return noChange;
  }
}

/** `<i ${vars({ w: 0.4 })}>` sets `--w: 0.4` on the element. */
export const vars = directive(Vars);
