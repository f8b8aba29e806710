// The rules of owners: when a customer goes back to the pool, and which skills a tier needs. They name nobody.

import { html, type TemplateResult } from 'lit';
import type { Ownership, SkillRule } from '../../../engine/types.ts';
import type { DifferentiateProps } from '../../differentiate/contract.ts';
import { labelled, numberField, several, textField } from '../fields.ts';

export function ownerRules(
  { recipe, summary, t }: DifferentiateProps,
  change: (ownership: Ownership) => void,
): TemplateResult {
  const { ownership } = recipe;
  const words = t.owners.rules;
  const set = (changes: Partial<Ownership>) => change({ ...ownership, ...changes });
  const recycle = numberField(
    { name: 'recycle_days', value: ownership.recycle_days, least: 1, most: 3650, whole: true },
    (recycle_days) => set({ recycle_days }),
    () => set({ recycle_days: null }),
  );
  const ofTier = (code: string) => (rule: SkillRule) =>
    rule.scheme === recipe.tier && rule.segment === code;
  return html`<details class="value-settings no-print">
    <summary>${words.title}: <span class="muted">${words.summary(ownership.recycle_days)}</span></summary>
    <div class="value-fields">
      ${labelled(words.recycle, recycle, words.recycleMeans)}
      ${summary.tiers.map(({ code, name }) => {
        const label = words.skill(t.names.segment(code, name));
        const is = ofTier(code);
        const skills = ownership.skills.filter(is).map(({ skill }) => skill);
        const put = (text: string) => {
          const rules = several(text).map((skill) => ({
            scheme: recipe.tier,
            segment: code,
            skill,
          }));
          set({ skills: [...ownership.skills.filter((rule) => !is(rule)), ...rules] });
        };
        return labelled(
          label,
          textField(label, skills.join(', '), put, t.owners.staff.several),
          words.skillMeans,
        );
      })}
    </div>
  </details>`;
}
