/** `cairn send` and `cairn query`, as typed by somebody who tries Cairn: what they are shown, and the exit code. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ledger, reportsOf } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { batch, controlId, dose, vxu } from './support/messages.ts';
import { runCairn } from './support/process.ts';

const SAMPLE = fileURLToPath(new URL('../cli/samples/administered-child.hl7', import.meta.url));

let cairn: TestCairn;
let folder: string;
beforeAll(async () => {
  cairn = await startTestCairn();
  folder = await mkdtemp(join(tmpdir(), 'cairn-send-'));
});
afterAll(async () => {
  await cairn.close();
  await rm(folder, { recursive: true });
});

const PASSWORD = { CAIRN_PASSWORD: 'demo-clinic-password' };

const send = (file: string, ...args: readonly string[]) =>
  runCairn(['send', file, '--to', cairn.url, '--user', 'demo-clinic', ...args], PASSWORD);

/** What is shown, with one space between columns. */
const squeezed = (out: string): string => out.replaceAll(/ +/g, ' ');

async function fileOf(text: string): Promise<string> {
  const file = join(folder, `${controlId()}.hl7`);
  await writeFile(file, text);
  return file;
}

test('the sample is accepted without a word, and its history comes back', async () => {
  const { code, out } = await send(SAMPLE);
  expect([code, squeezed(out)]).toEqual([
    0,
    expect.stringMatching(/SAMPLE-VXU-0001 AA accepted\n\n1 sent, 1 accepted, 0 refused or not whole/),
  ]);
  const asked = await runCairn(
    [
      'query',
      '--to',
      cairn.url,
      '--user',
      'demo-clinic',
      '--last',
      'Samplechild',
      '--first',
      'Ana',
      '--dob',
      '2024-03-15',
    ],
    PASSWORD,
  );
  expect([asked.code, asked.out]).toEqual([
    0,
    expect.stringMatching(/Ana Samplechild, born 2024-03-15, F[\s\S]*2 recorded/),
  ]);
});

describe('a message that asks for no acknowledgement (MSH-16)', () => {
  test('is no error: it is said that there is none', async () => {
    const id = controlId();
    const { code, out, err } = await send(await fileOf(vxu({ controlId: id, msh: { 15: 'NE', 16: 'NE' } })));
    expect([code, err]).toEqual([0, '']);
    expect(squeezed(out)).toContain(
      `${id} NONE accepted or refused without acknowledgement: none was asked for (MSH-15, MSH-16)`,
    );
    expect(squeezed(out)).toContain('1 sent, 0 accepted, 0 refused or not whole, 1 without acknowledgement');
    expect(await reportsOf(cairn.db, id)).toHaveLength(1);
  });

  test('is one line of JSON where that is asked for', async () => {
    const id = controlId();
    const { out } = await send(await fileOf(vxu({ controlId: id, msh: { 15: 'NE', 16: 'ER' } })), '--json');
    expect(JSON.parse(out)).toMatchObject({ controlId: id, ack: 'NONE', findings: [], answer: '' });
  });
});

test('an accept acknowledgement (CA) counts as accepted, and one that refuses (CE) as refused', async () => {
  const [taken, refused] = [controlId(), controlId()];
  const ask = { 15: 'AL', 16: 'NE' };
  const file = await fileOf(
    batch([
      vxu({ controlId: taken, msh: ask }),
      vxu({ controlId: refused, msh: ask, orders: [dose(), dose({ vaccine: '9042^Moon fever^CVX' })] }),
    ]),
  );
  const { code, out } = await send(file);
  expect(code).toBe(1);
  expect(squeezed(out)).toMatch(new RegExp(`${taken} CA`));
  expect(squeezed(out)).toMatch(
    new RegExp(`${refused} CE RXA\\[2\\]-5 E The vaccine code \\(CVX\\) is not in CDC's list`),
  );
  expect(squeezed(out)).toContain('2 sent, 1 accepted, 1 refused or not whole');
  expect(await ledger(cairn.db, refused)).toMatchObject([{ outcome: 'partly-accepted' }]);
});
