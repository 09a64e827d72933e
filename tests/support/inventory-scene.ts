import type { TestCairn } from './cairn.ts';
import { dose, vxu } from './messages.ts';
import { DEMO_PEOPLE, signInAs } from './portal.ts';
import { submit } from './soap.ts';

/** From which day messages deduct from the stock of DE-000001; null: they do not. */
export async function deductFrom({ db }: Pick<TestCairn, 'db'>, day: string | null): Promise<void> {
  await db.query(`update organization set decrement_from = $1 where code = 'DE-000001'`, [day]);
}

/** Stock with something to look at: waste, doses on the way, a dose that fits no lot, a site that asks for deduction. */
export async function inventoryScene(cairn: TestCairn): Promise<string> {
  const power = await signInAs(cairn, DEMO_PEOPLE.power);
  const { body } = await power.get('/api/inventory');
  const lot: string = body.lots.find((each: { readonly lot: string }) => each.lot === 'X100A').id;
  await power.post(`/api/inventory/lots/${lot}/transactions`, {
    kind: 'waste',
    doses: 1,
    reason: 'broken',
    note: 'Fell at the fridge',
  });
  await power.post('/api/inventory/transfers', { lotId: lot, to: 'DE-000002', doses: 5 });
  await deductFrom(cairn, '2025-03-20');
  await submit(cairn.url, vxu());
  await submit(cairn.url, vxu({ orders: [dose({ rxa: { 15: 'X1OOA' } })] }));
  await deductFrom(cairn, null);
  await cairn.db.query(`update organization set decrement_asked_at = $1 where code = 'DE-000777'`, [
    new Date('2025-03-19T18:00:00Z'),
  ]);
  return lot;
}
