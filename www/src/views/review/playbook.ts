// <ct-playbook>: one page per tier for whoever talks to its customers; saved as a page that prints one tier a sheet.

import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { SaveFileEvent } from '../save-file.ts';
import { ReviewPart } from './part.ts';
import { playbookDocument } from './playbook-document.ts';
import { type Page, pagesOf } from './playbook-pages.ts';

export class PlaybookPart extends ReviewPart {
  readonly #pages = new Task(this, {
    task: async ([ask, , props]) => {
      const [people, feedback] = await Promise.all([
        ask.people(props.summary.tier_scheme),
        ask.feedback(),
      ]);
      return people ? pagesOf(people, feedback, props) : [];
    },
    args: () => [this.props.ask, this.props.revision, this.props] as const,
  });

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const words = this.t.review.playbook;
    return html`${this.headline(words.title, words.lead)}
      ${this.answered(
        this.#pages,
        (
          pages,
        ) => html`<p class="no-print"><button type="button" class="button primary" data-save-playbook @click=${() => this.#save(pages)}>${words.save}</button></p>
          <div class="playbook">${pages.map((page) => this.#page(page))}</div>`,
      )}`;
  }

  #page(page: Page): TemplateResult {
    return html`<article class="panel playbook-page" aria-label=${page.title}>
      <h3>${this.tierMark(page.tier)}</h3>
      ${page.parts.map(
        ({ title, items, isCheckList }) => html`<section>
          <h4>${title}</h4>
          <ul class=${isCheckList ? 'check-list' : ''}>${items.map((item) => html`<li>${item}</li>`)}</ul>
        </section>`,
      )}
    </article>`;
  }

  #save(pages: readonly Page[]): void {
    const { t, summary } = this.props;
    const words = t.review.playbook;
    const text = playbookDocument(pages, {
      title: words.title,
      note: words.made(t.day(summary.as_of)),
      lang: t.lang,
    });
    const blob = new Blob([text], { type: 'text/html' });
    this.dispatchEvent(new SaveFileEvent({ blob, name: words.file }));
  }
}
