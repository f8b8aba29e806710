// The language around an element: its own lang attribute, or the nearest one above it, through shadow roots.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Language, languageOf } from '../i18n/index.ts';

export class LanguageController implements ReactiveController {
  current: Language = 'en';
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: MutationObserver | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#read();
    this.#observer = new MutationObserver(() => this.#read());
    const lang = { attributes: true, attributeFilter: ['lang'] };
    this.#observer.observe(this.#host, lang);
    // Pages that switch their language do it on the root.
    this.#observer.observe(document.documentElement, lang);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #read(): void {
    this.current = languageOf(inherited(this.#host) || navigator.language);
    this.#host.requestUpdate();
  }
}

function inherited(start: Element): string {
  let element: Element | null = start;
  while (element) {
    const marked: Element | null = element.closest('[lang]');
    if (marked) return marked.getAttribute('lang') ?? '';
    const root: Node = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}
