/** A site's history as people load it at the portal: their own, and no other's. What a load does: tests/history-load. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from '../support/cairn.ts';
import { fingerprint, piecesOf } from '../support/history-load.ts';
import { historical, vxu } from '../support/messages.ts';
import { type Browserless, DEMO_PEOPLE, signInAs } from '../support/portal.ts';
import { until } from '../support/process.ts';

let cairn: TestCairn;
let clinic: Browserless;
beforeAll(async () => {
  cairn = await startTestCairn();
  clinic = await signInAs(cairn, DEMO_PEOPLE.clinic);
});
afterAll(() => cairn.close());

const AT = '/api/sites/DE-000001/history-loads';

async function put(browser: Browserless, path: string, piece: Uint8Array): Promise<Response> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return fetch(`${cairn.url}${path}`, {
    method: 'PUT',
    headers: { cookie, origin: cairn.url, 'content-type': 'application/octet-stream' },
    body: Buffer.from(piece),
  });
}

test('is uploaded, loaded and seen by members of the site, and by nobody of another', async () => {
  const file = Buffer.from([vxu({ orders: [historical()] }), 'MSH|^~\\&|nothing\r'].join(''));
  const pieces = piecesOf(file, 400);
  const begun = await clinic.post(AT, {
    name: 'ours.hl7',
    bytes: file.length,
    pieceBytes: 400,
    fingerprint: fingerprint(pieces),
  });
  expect(begun.status).toBe(200);
  const { id } = begun.body;
  for (const [no, piece] of pieces.entries()) {
    expect((await put(clinic, `${AT}/${id}/pieces/${no}`, piece)).status).toBe(200);
  }
  expect((await clinic.post(`${AT}/${id}/finish`)).status).toBe(200);
  await until(async () => (await clinic.get(`${AT}/${id}`)).body.state === 'done', 30_000);
  const { body } = await clinic.get(AT);
  expect(body).toMatchObject({ mayLoad: true, loads: [{ id, name: 'ours.hl7', accepted: 1, refused: 1 }] });
  const sheet = await clinic.get(`${AT}/${id}/problems.csv`);
  expect(sheet.text.split('\r\n').map((row) => row.split(',')[0])).toContain('2');

  const pediatrics = await signInAs(cairn, DEMO_PEOPLE.pediatrics);
  expect((await pediatrics.get(`${AT}/${id}`)).status).toBe(404);
  expect((await pediatrics.get(`/api/sites/DE-000002/history-loads/${id}`)).status).toBe(404);
  expect((await pediatrics.post(`/api/sites/DE-000002/history-loads/${id}/cancel`)).status).toBe(404);
  const nothing = await put(
    pediatrics,
    `/api/sites/DE-000002/history-loads/${id}/pieces/0`,
    file.subarray(0, 400),
  );
  expect(nothing.status).toBe(404);
  expect((await pediatrics.get('/api/sites/DE-000002/history-loads')).body.loads).toEqual([]);

  // Staff looks, and changes nothing.
  const dx = await signInAs(cairn, DEMO_PEOPLE.dx);
  expect((await dx.get(`${AT}/${id}`)).body).toMatchObject({ state: 'done' });
  expect((await dx.post(`${AT}/${id}/cancel`)).status).toBe(403);

  const { rows } = await cairn.db.query(
    `select action from audit_event where action like '%History%' order by at, event_id`,
  );
  expect(rows.map(({ action }) => action).toSorted()).toEqual([
    'createHistoryLoad',
    'exportHistoryProblems',
    'finishHistoryUpload',
  ]);
});
