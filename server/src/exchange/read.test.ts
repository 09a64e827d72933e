import { expect, test } from 'vitest';
import type { Statement } from '../platform/database/pipeline.ts';
import type { Reader } from '../platform/database/reader.ts';
import { nameKey, sourceIdKey } from '../registry/identity.ts';
import type { Call } from './call.ts';
import { intake } from './testing/messages.ts';
import { questionsOf, readState } from './read.ts';

const HEADER = 'MSH|^~\\&|EHR|DE-000001||CAIR2|20250320||VXU^V04^VXU_V04|77|P|2.5.1||||||||||DE-000002';
const VXU = [
  HEADER,
  'PID|1||1001^^^CLINIC^MR||Wren^Ana||20240315|F',
  'ORC|RE||d1^Clinic',
  'RXA|0|1|20250110||03^MMR^CVX|0.5|||||^^^de-000 003',
  '',
].join('\r');
const QBP = `${HEADER.replace('VXU^V04^VXU_V04', 'QBP^Q11^QBP_Q11')}\rQPD|Z34|tag|1001^^^CLINIC^MR\r`;
const NAMELESS = QBP.replace('|DE-000001||', '|||').replace('DE-000002', '');
const CHART = { id: '1001', authority: 'CLINIC', type: 'MR' };

/** What a database that knows nothing but the holder of the credential is asked for: every value bound. */
async function asked(text: string, call: Partial<Call> = {}): Promise<ReadonlySet<unknown>> {
  const values: unknown[] = [];
  const holder = {
    credential_id: 'c',
    password_hash: '',
    expires_at: null,
    revoked_at: null,
    organization_id: 'o',
    code: 'DE-000001',
    code_key: 'DE000001',
    kind: 'site',
    stage: 'production',
    may_query: true,
  };
  const reader = {
    read: (_name: string, statements: readonly Statement[]) => {
      values.push(...statements.flatMap((statement) => statement.values).flat());
      return Promise.resolve([[holder], [], [], [], [], []]);
    },
  } as unknown as Reader;
  const defaults: Call = {
    address: 'production',
    operation: 'submitSingleMessage',
    username: 'demo',
    password: '',
    facilityId: '',
    text,
  };
  await readState(reader, questionsOf(intake(text), { ...defaults, ...call }, 'CAIRN'));
  return new Set(values);
}

test('of a submission: who sends, for whom, the person by every key, the doses by their ids', async () => {
  const values = await asked(VXU);
  const name = nameKey({ last: 'WREN', first: 'ANA', middle: '', birthDate: '2024-03-15', sex: 'F' });
  for (const expected of [
    'demo',
    'DE000001',
    'DE000002',
    'DE000003',
    sourceIdKey('DE000002', CHART),
    name,
    'D1^CLINIC',
  ]) {
    expect(values).toContain(expected);
  }
});

test('of a submission that gives the registry’s own id: the person by that too', async () => {
  const own = '0190b3a0-7e9a-7c3e-8f00-0123456789ab';
  expect(await asked(VXU.replace('^MR', `^MR~${own}^^^CAIRN^SR`))).toContain(own);
});

test('of a message to the testing address: nothing of any person', async () => {
  const values = await asked(VXU, { address: 'test' });
  expect(values).toContain('DE000002');
  expect(values).not.toContain(sourceIdKey('DE000002', CHART));
});

test('of a text that is no message: only who sends', async () => {
  expect(await asked('PID|1', { facilityId: 'DE-000001' })).toEqual(new Set(['demo', 'DE000001']));
});

test('of a query: the person by the chart number that the organization in MSH-22 gave', async () => {
  expect(await asked(QBP)).toContain(sourceIdKey('DE000002', CHART));
});

test('of a query that leaves out MSH-22: by the number of the sender, or of the facilityID of the call', async () => {
  expect(await asked(QBP.replace('DE-000002', ''))).toContain(sourceIdKey('DE000001', CHART));
  expect(await asked(NAMELESS, { facilityId: 'DE-000001' })).toContain(sourceIdKey('DE000001', CHART));
});

test('of a query of a site that names itself nowhere: by its own number all the same', async () => {
  expect(await asked(NAMELESS)).toContain(sourceIdKey('DE000001', CHART));
});
