import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { segments, submit } from './support/soap.ts';
import { readFileSync } from 'node:fs';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

test('a VXU is accepted and queried back', async () => {
  const answer = await submit(cairn.url, readFileSync('cli/samples/administered-child.hl7', 'utf8'));
  expect(segments(answer, 'MSA')[0]?.[1]).toBe('AA');
  const { rows } = await cairn.db.query('select outcome from message');
  expect(rows).toEqual([{ outcome: 'accepted' }]);
});
