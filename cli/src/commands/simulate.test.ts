import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { messagesIn } from '../messages.ts';
import { simulateCommand } from './simulate.ts';

let printed: string[] = [];
let folder = '';

beforeEach(async () => {
  printed = [];
  process.exitCode = undefined;
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  folder = await mkdtemp(join(tmpdir(), 'cairn-simulate-'));
});

afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await rm(folder, { recursive: true });
});

async function run(...words: readonly string[]): Promise<string> {
  await simulateCommand().parseAsync(['--day', '2026-11-22', '--persons', '100', ...words], { from: 'user' });
  return printed.join('\n');
}

const at = (name: string): string => join(folder, name);
const lines = async (name: string): Promise<readonly string[]> =>
  (await readFile(at(name), 'utf8')).trimEnd().split('\n');

test('a file is written that the other commands read, with its truth and its sites', async () => {
  const summary: unknown = JSON.parse(
    await run(
      '--out',
      at('a.hl7'),
      '--sites',
      '20',
      '--truth',
      at('truth.tsv'),
      '--sites-file',
      at('sites.tsv'),
      '--json',
    ),
  );
  const messages = await messagesIn([at('a.hl7')]);
  expect(summary).toMatchObject({ messages: messages.length });
  expect(Object.keys(summary as object)).toEqual(
    expect.arrayContaining(['persons', 'messages', 'doses', 'charts', 'twins', 'seconds', 'perSecond']),
  );
  expect(await lines('a.hl7')).toHaveLength(messages.length);
  const truth = await lines('truth.tsv');
  expect(truth).toHaveLength(messages.length + 1);
  expect(truth.slice(1).map((line) => line.split('\t')[0])).toEqual(
    messages.map(({ text }) => text.split('|')[9]),
  );
  expect(await lines('sites.tsv')).toHaveLength(21);
  expect(messages[0]?.text).toContain('|SF-000001|');
});

test('by default it is the demo clinic that sends', async () => {
  await run('--out', at('a.hl7'), '--messages', '3');
  const messages = await messagesIn([at('a.hl7')]);
  expect(messages).toHaveLength(3);
  for (const { text } of messages) expect(text.match(/DE-000001/g)?.length).toBeGreaterThan(3);
});

test('a folder gets files', async () => {
  await run('--out', `${folder}/new/`);
  expect(await readdir(at('new'))).toEqual(['simulated-000001.hl7']);
});

test.each([
  [[], '--out'],
  [['--out', 'x', '--to', 'http://localhost'], 'one of them'],
  [['--out', '/nowhere/at/all.hl7'], 'could not be written'],
  [['--out', 'x', '--persons', '0'], '--persons'],
  [['--out', 'x', '--day', '2026-02-30'], '--day'],
  [['--out', 'x', '--sites', '3', '--site-codes', 'A'], 'one of them'],
  [['--out', 'x', '--site-codes', 'A|B'], 'organization id'],
  [['--to', 'http://localhost:8080', '--rate', '0'], '--rate'],
  [['--to', 'http://localhost:8080', '--user', 'u'], 'CAIRN_PASSWORD'],
])('%j is told what is wrong', async (words, says) => {
  vi.stubEnv('CAIRN_PASSWORD', undefined);
  await expect(run(...words)).rejects.toThrow(says);
});

test.each([
  'https://iis.example.org',
  'http://10.0.0.1:8080',
  'http://localhost.example.org',
  'http://127.0.0.1.nip.io',
])('%s gets nothing unless someone says that it may', async (to) => {
  await expect(run('--to', to, '--user', 'u', '--password', 'p')).rejects.toThrow('--yes-synthetic');
});

test('what is sent is answered, counted, and ends with 1 where something was refused', async () => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      bodies.push(body);
      const code = bodies.length === 1 ? 'AR' : 'AA';
      response.end(`<e><return>MSH|^~\\&amp;|x&#xD;MSA|${code}|1&#xD;</return></e>`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    const summary: unknown = JSON.parse(
      await run(
        '--to',
        `http://127.0.0.1:${port}`,
        '--user',
        'u',
        '--password',
        'p',
        '--messages',
        '5',
        '--concurrency',
        '1',
        '--truth',
        at('t.tsv'),
        '--json',
      ),
    );
    expect(summary).toMatchObject({ sent: 5, AA: 4, AR: 1, errors: 1, stopped: false });
    expect(bodies).toHaveLength(5);
    expect(await lines('t.tsv')).toHaveLength(6);
    expect(process.exitCode).toBe(1);
  } finally {
    server.close();
  }
});
