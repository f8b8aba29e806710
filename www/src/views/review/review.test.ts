import { describe, expect, it } from 'vitest';
import { csvOf } from './contract.ts';
import { lengthOf, problemOf } from './effect-spans.ts';
import { escaped, playbookDocument } from './playbook-document.ts';

describe('the playbook as a page', () => {
  it('has no script and no markup of its own from what customers wrote', () => {
    const page = {
      tier: 'high',
      title: '<img src=x onerror=alert(1)>',
      parts: [{ title: 'Do', items: ['"A" & \'B\''], isCheckList: true }],
    };
    const text = playbookDocument([page], { title: 'T', note: 'n', lang: 'en' });
    expect(text).toContain('<h2>&lt;img src=x onerror=alert(1)&gt;</h2>');
    expect(text).toContain('<li>&quot;A&quot; &amp; &#39;B&#39;</li>');
    expect(text).not.toMatch(/<script|<img|https?:/);
    expect(text).toContain("default-src 'none'");
  });

  it('leaves plain text as it is', () => {
    expect(escaped('高价值客户 1–2')).toBe('高价值客户 1–2');
  });
});

describe('a table as CSV', () => {
  it('guards what would run, and quotes what would split', async () => {
    const blob = csvOf([['=1+1', 'a,b', -5, null, '"x"']]);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
    expect(text).toBe('\uFEFF\'=1+1,"a,b",-5,,"""x"""\r\n');
  });
});

describe("two spans of one's own choice", () => {
  const known = { from: '2024-01-01', to: '2024-12-31' };
  const pair = (a: string, b: string, c: string, d: string) => ({
    before: { from: a, to: b },
    after: { from: c, to: d },
  });
  it.each([
    ['fit', pair('2024-01-01', '2024-02-29', '2024-03-01', '2024-12-31'), null],
    ['want four days', pair('2024-01-01', '', '2024-03-01', '2024-03-31'), 'missing'],
    [
      'begin before they end',
      pair('2024-02-01', '2024-01-01', '2024-03-01', '2024-03-31'),
      'reversed',
    ],
    ['do not overlap', pair('2024-01-01', '2024-03-01', '2024-03-01', '2024-03-31'), 'overlap'],
    ['have seven days', pair('2024-01-01', '2024-01-06', '2024-03-01', '2024-03-31'), 'short'],
    [
      'lie where orders are',
      pair('2023-12-31', '2024-01-31', '2024-03-01', '2024-03-31'),
      'outside',
    ],
  ])('%s', (_name, spans, problem) => {
    expect(problemOf(spans, known)).toBe(problem);
  });

  it('have both their ends', () => {
    expect(lengthOf({ from: '2024-02-01', to: '2024-02-29' })).toBe(29);
  });
});
