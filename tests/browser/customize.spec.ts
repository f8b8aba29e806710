// Customize: what is offered to whom and why, who looks after whom, and what a loyalty plan would cost. In both languages.

import { madeUp } from './files';
import { expect, test } from './fixtures';

/** Forty customers: half buy tea with a pot, half pens with ink; some come back for tea. Two owners, one customer claimed by both. */
function shop() {
  let rows = 'customer_id,customer_name,order_id,order_date,amount,product,category,owner,region\n';
  const add = (customer: number, order: string, day: string, product: string, owner: string) => {
    const [category, region] = customer < 20 ? ['kitchen', 'North'] : ['office', 'South'];
    const id = `c${String(customer).padStart(2, '0')}`;
    rows += `${id},Name ${id},${order},${day},${20 + customer},${product},${category},${owner},${region}\n`;
  };
  for (let customer = 0; customer < 40; customer += 1) {
    const [first, second] = customer < 20 ? ['tea', 'pot'] : ['ink', 'pen'];
    const owner = customer % 2 ? 'Li' : 'Wang';
    const day = String(1 + (customer % 20)).padStart(2, '0');
    add(customer, `a${customer}`, `2025-01-${day}`, first, owner);
    if (customer > 0) add(customer, `a${customer}`, `2025-01-${day}`, second, owner);
    if (customer % 4 === 1) add(customer, `b${customer}`, `2025-03-${day}`, first, owner);
  }
  add(0, 'z0', '2025-03-21', 'tea', 'Li');
  return madeUp('shop.csv', rows);
}

const LANGUAGES = [
  {
    lang: 'en',
    together: /in 19 of \d+ orders with tea/,
    headline: /bought together more often than chance/,
    claimed: '1 customer is claimed by several owners',
    risk: 'that revenue is at risk',
  },
  {
    lang: 'zh-CN',
    together: /含“tea”的 \d+ 个订单中，19 个也有它/,
    headline: /次数高于巧合/,
    claimed: '1 位客户有多位负责人（抢客户）',
    risk: '这部分收入有风险',
  },
] as const;

for (const { lang, together, headline, claimed, risk } of LANGUAGES) {
  test.describe(lang, () => {
    test.use({ locale: lang });

    test('offers have reasons, and are files', async ({ app }) => {
      await app.choose(shop());
      await app.go('customize');
      const offers = app.room.locator('ct-offers');
      await expect(offers.locator('.lead')).toContainText(headline);
      // Who brings least comes last, on the second page.
      await offers.getByRole('button', { name: /Next page|下一页/ }).click();
      const first = offers.locator('.offer-rows li', { hasText: 'Name c00' });
      await expect(async () => {
        // The page may be drawn anew while it is opened.
        if (!(await first.locator('.opened').isVisible())) await first.locator('summary').click();
        await expect(first.locator('.offer-reasons').first()).toContainText(together, {
          timeout: 500,
        });
      }).toPass();
      await offers.locator('[data-test]').click();
      await expect(offers.locator('.offer-test .sentence')).not.toBeEmpty();
      const { text: csv } = await app.saved(offers.locator('[data-save=recommendations]'));
      expect(csv).toContain('c00,Name c00,');
      expect(csv).toMatch(/,pot,kitchen,bought_together,tea,19,\d+\r\n/);
    });

    test('owners keep their customers; whoever leaves hands over', async ({ app }) => {
      await app.choose(shop());
      await app.go('customize');
      await app.openTab('owners', '.load');
      const owners = app.room.locator('ct-owners');
      await expect(owners.locator('.lead')).toContainText(claimed);
      await expect(owners.locator('.staff tbody tr')).toHaveCount(2);
      // Wang leaves: who was Wang's goes to Li.
      await owners.locator('.staff tbody tr').nth(1).locator('.link').click();
      await expect(owners.locator('.owner-hand-over tbody tr').first()).toContainText('Wang');
      const { text: csv } = await app.saved(owners.locator('[data-list=hand_over]'));
      expect(csv).toContain(',Wang,Li,left\r\n');
      // Customers of the South need German, which only somebody new can.
      await owners.locator('.value-settings summary').first().click();
      const region = lang === 'en' ? 'Region' : '地区';
      await owners.locator('[data-setting=skills_by]').selectOption({ label: region });
      const south = owners.getByLabel(
        lang === 'en' ? 'Skills that South needs' : 'South需要的技能',
      );
      await south.first().fill('German');
      await south.first().blur();
      await expect
        .poll(async () => (await app.state()).recipe?.ownership.skills)
        .toEqual([{ scheme: 'region', segment: expect.any(String), skill: 'German' }]);
      await expect(owners.locator('.owner-pool tbody tr').first()).toContainText(
        lang === 'en' ? 'nobody has the skills' : '没有人具备技能',
      );
      // The recipe names nobody.
      expect(JSON.stringify((await app.state()).recipe)).not.toContain('Wang');
    });

    test('what other strategies would cost is seen before they are used', async ({ app }) => {
      await app.choose(shop());
      await app.go('customize');
      await app.openTab('service', '.service-cost tbody tr');
      const cost = app.room.locator('ct-service-cost');
      const before = (await app.state()).recipe?.interact;
      const contacts = cost.locator('tbody tr').first().locator('input').first();
      await contacts.fill('52');
      await contacts.blur();
      await expect(cost.locator('.sentence')).toContainText(
        lang === 'en' ? 'more than today' : '比现在多',
      );
      expect((await app.state()).recipe?.interact).toEqual(before);
      await app.again(() => cost.locator('[data-use-strategies]').click());
      const after = (await app.state()).recipe?.interact ?? {};
      expect(Object.values(after).map((one) => one.contacts_per_year)).toContain(52);
      await expect(cost.locator('[data-use-strategies]')).toHaveCount(0);
    });

    test('a loyalty plan is tried before it is used', async ({ app }) => {
      await app.choose(shop());
      await app.go('customize');
      await app.openTab('loyalty', '[data-start]');
      const loyalty = app.room.locator('ct-loyalty');
      await loyalty.locator('[data-start]').click();
      await expect(loyalty.locator('.loyalty-cost tbody tr').first()).toBeVisible();
      expect((await app.state()).recipe?.loyalty?.levels).toHaveLength(4);
      // Half as many points: everybody who gets points gets less, and it is not in the recipe yet.
      await loyalty.locator('[data-setting=points_per_unit]').fill('0.5');
      await loyalty.locator('[data-setting=points_per_unit]').blur();
      await expect(loyalty.locator('.loyalty-cost .sentence')).toContainText(risk);
      expect((await app.state()).recipe?.loyalty?.points_per_unit).toBe(1);
      await loyalty.locator('[data-use]').click();
      await expect.poll(async () => (await app.state()).recipe?.loyalty?.points_per_unit).toBe(0.5);
      const { text: csv } = await app.saved(loyalty.locator('[data-save=loyalty_ledger]'));
      expect(csv).toContain('c00,2025-01-01,given,10,0.1\r\n');
    });
  });
}
