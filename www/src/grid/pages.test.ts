import { describe, expect, it } from 'vitest';
import { BLOCK, Pages } from './pages.ts';

const TOTAL = 1_000_000;

function list() {
  const asked: number[] = [];
  const fetch = async (offset: number, limit: number) => {
    asked.push(offset / BLOCK);
    return {
      total: TOTAL,
      rows: Array.from({ length: Math.min(limit, TOTAL - offset) }, (_, index) => offset + index),
    };
  };
  return { asked, fetch };
}

const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

describe('pages', () => {
  it('asks for the blocks that are looked at, once', async () => {
    const { asked, fetch } = list();
    const pages = new Pages(fetch, () => {});
    pages.want(150, 250);
    await settle();
    pages.want(160, 260);
    await settle();
    expect(asked).toEqual([0, 1]);
    expect(pages.row(199)).toBe(199);
    expect(pages.total).toBe(TOTAL);
  });

  it('serves the newest wish and skips what was scrolled past', async () => {
    const { asked, fetch } = list();
    const pages = new Pages(fetch, () => {});
    for (let row = 0; row < 100_000; row += 1000) pages.want(row, row + 30);
    await settle();
    expect(asked).toHaveLength(3);
    expect(pages.row(99_000)).toBe(99_000);
  });

  it('keeps a bounded number of blocks', async () => {
    const { fetch } = list();
    const pages = new Pages(fetch, () => {});
    for (let row = 0; row < 20_000; row += BLOCK) {
      pages.want(row, row + 10);
      await settle();
    }
    expect(pages.row(0)).toBeUndefined();
    expect(pages.row(19_900)).toBe(19_900);
  });

  it('says that it failed and asks again when told to', async () => {
    let broken = true;
    const { fetch } = list();
    const pages = new Pages(
      (offset, limit) => (broken ? Promise.reject(new Error('gone')) : fetch(offset, limit)),
      () => {},
    );
    pages.want(0, 10);
    await settle();
    expect(pages.failed).toBe(true);
    broken = false;
    pages.retry();
    await settle();
    expect(pages.row(5)).toBe(5);
  });
});
