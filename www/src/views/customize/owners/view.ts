// <ct-owners>: who looks after whom, who is handed over, and who is in the public pool.
//
// The list of staff holds names: it lives here, beside the engine, for as long as the page is open, and in a file if somebody saves
// it. It is in no recipe.

import { Task, TaskStatus } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Assignment, OwnerList, Person, Staff } from '../../../engine/types.ts';
import {
  ChangeRecipeEvent,
  type DifferentiateProps,
  OpenCustomerEvent,
} from '../../differentiate/contract.ts';
import { SaveFileEvent } from '../../save-file.ts';
import { ownerLists } from './lists.ts';
import { libraryForSkills, ownerRules, type SkillsBy } from './rules.ts';
import { staffIn } from './staff-file.ts';
import { staffTable } from './staff-table.ts';

/** Rows of each list that are shown. */
const SHOWN = 25;

const lists = new WeakMap<object, Staff>();

/** Those who have a name: a row that was just added stands on the screen, and counts once it is said who it is. */
export function counted(staff: Staff): Staff {
  return { ...staff, people: staff.people.filter(({ name }) => name.trim() !== '') };
}

export class OwnersTab extends LitElement {
  static override properties = { props: { attribute: false } };

  declare props: DifferentiateProps;

  #staff: Staff | null = null;
  #isRefused = false;
  /** By which scheme skills are given; by tiers until somebody chooses. */
  #skillsBy: string | null = null;

  readonly #library = new Task(this, {
    task: ([ask]) => ask.schemeLibrary(),
    args: () => [this.props.ask] as const,
  });

  readonly #found = new Task(this, {
    task: async ([ask, , staff]) => {
      const people = staff ?? lists.get(ask) ?? (await ask.staffNamed());
      return { staff: people, assignment: await ask.assignment(counted(people), SHOWN) };
    },
    args: () => [this.props.ask, this.props.revision, this.#staff] as const,
  });

  // The styles of the element around it are its own.
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const { t } = this.props;
    const found = this.#found.value;
    const isInvalid = this.#found.status === TaskStatus.ERROR || this.#isRefused;
    const staff = this.#staff ?? found?.staff;
    if (!staff)
      return html`<p class="empty muted" role="status">${isInvalid ? t.customize.failed : t.customize.computing}</p>`;
    return this.#whole(staff, found?.assignment, isInvalid);
  }

  #by(): SkillsBy {
    return {
      scheme: this.#skillsBy ?? this.props.recipe.tier,
      library: libraryForSkills(this.#library.value ?? []),
      choose: (scheme) => {
        this.#skillsBy = scheme;
        this.requestUpdate();
      },
    };
  }

  #whole(staff: Staff, assignment: Assignment | undefined, isInvalid: boolean): TemplateResult {
    const { props } = this;
    const { t } = props;
    const words = t.owners;
    const hasStaff = counted(staff).people.length > 0;
    return html`<div class="headline">
        <h1>${words.title}</h1>
        ${assignment ? html`<p class="lead">${hasStaff ? words.lead(assignment.owned, assignment.moved, assignment.pooled, assignment.claimed) : words.waiting(assignment.pooled)}</p>` : nothing}
      </div>
      ${ownerRules(props, this.#by(), (changes) => this.dispatchEvent(new ChangeRecipeEvent(changes)))}
      <div class="customize-charts one">
        ${staffTable(
          {
            staff,
            assignment,
            isInvalid,
            change: (people) => this.#change({ staff: 1, people }),
            save: () => this.#saveStaff(staff),
            load: (file) => void this.#load(file),
          },
          t,
        )}
        ${
          assignment && hasStaff
            ? html`<p class="no-print"><button type="button" class="button" data-list="work" @click=${() => void this.#saveList('work')}>${words.save.work}</button></p>
              ${ownerLists(
                {
                  assignment,
                  open: (customer) => this.dispatchEvent(new OpenCustomerEvent(customer)),
                  save: (list) => void this.#saveList(list),
                },
                props,
              )}`
            : nothing
        }
      </div>`;
  }

  #change(staff: Staff & { people: Person[] }): void {
    this.#staff = staff;
    this.#isRefused = false;
    lists.set(this.props.ask, staff);
    this.requestUpdate();
  }

  async #load(file: File): Promise<void> {
    const staff = staffIn(await file.text());
    if (staff) return this.#change(staff);
    this.#isRefused = true;
    this.requestUpdate();
  }

  #saveStaff(staff: Staff): void {
    const blob = new Blob([`${JSON.stringify(counted(staff), null, 2)}\n`], {
      type: 'application/json',
    });
    this.dispatchEvent(new SaveFileEvent({ blob, name: this.props.t.owners.staff.file }));
  }

  async #saveList(list: OwnerList): Promise<void> {
    const { ask, t } = this.props;
    const staff = this.#found.value?.staff;
    if (!staff) return;
    const blob = new Blob([await ask.ownersCsv(counted(staff), list)], { type: 'text/csv' });
    this.dispatchEvent(new SaveFileEvent({ blob, name: t.owners.files[list] }));
  }
}
