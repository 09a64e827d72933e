import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manufacturers } from '@cairn/codes';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { codesCommand } from './codes.ts';

let printed: string[] = [];
let from = '';
let data = '';

beforeEach(async () => {
  printed = [];
  process.exitCode = undefined;
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  from = await mkdtemp(join(tmpdir(), 'cairn-cdc-'));
  data = await mkdtemp(join(tmpdir(), 'cairn-data-'));
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  process.exitCode = undefined;
  await rm(from, { recursive: true });
  await rm(data, { recursive: true });
});

async function run(...words: readonly string[]): Promise<string> {
  await codesCommand().parseAsync([...words], { from: 'user' });
  return printed.join('\n');
}

const known = manufacturers().length;
const STATUS = { active: 'Active', inactive: 'Inactive', never: 'Never Active', 'non-us': 'Non-US' };

function mvxXml(count = known): string {
  const rows = manufacturers()
    .slice(0, count)
    .map(
      ({ mvx, name, status }) =>
        `<MVXInfo><MVX_CODE>${mvx}</MVX_CODE><ManufacturerName>${name.replaceAll('&', '&amp;')}</ManufacturerName><Notes/><Status>${STATUS[status]}</Status><LastUpdated>1/31/2026</LastUpdated></MVXInfo>`,
    );
  return `<?xml version="1.0"?>\n<MVXCodes>\n${rows.join('\n')}\n</MVXCodes>\n`;
}

describe('refresh from a folder', () => {
  test('writes what is there and tells what changed', async () => {
    const added =
      '<MVXInfo><MVX_CODE>PLM</MVX_CODE><ManufacturerName>Plum Qu\xe9bec</ManufacturerName><Notes/><Status>Active</Status><LastUpdated>1/31/2026</LastUpdated></MVXInfo></MVXCodes>';
    await writeFile(join(from, 'mvx.xml'), mvxXml().replace('</MVXCodes>', added), 'latin1');
    const text = await run('refresh', '--from', from, '--data', data);
    expect(text).toMatch(/Set +Known +New +Changed +Gone +Unread/);
    expect(text).toMatch(/mvx +\d+ +1 +\d+ +0 +0 +taken/);
    expect(text).toContain('  new: PLM\n');
    expect(text).toContain('cvx: left as it is, for lack of cvx.xml, vax2vg.xml');
    expect(text).toContain('1 files written');
    expect(await readdir(data)).toEqual(['mvx.ts']);
    const written = await readFile(join(data, 'mvx.ts'), 'utf8');
    expect(written).toContain('\nPLM\tPlum Québec\tactive\t2026-01-31\n');
    expect(written).toContain('\nCSL\tbioCSL\tinactive\t2026-01-31\tSEQ\n');
    expect(process.exitCode).toBeUndefined();
  });

  test('keeps the old data when too much would go', async () => {
    await writeFile(join(from, 'mvx.xml'), mvxXml(40));
    const text = await run('refresh', '--from', from, '--data', data);
    expect(text.replace(/\s+/g, ' ')).toContain(
      `REFUSED: It would remove ${known - 40} of ${known} known codes, more than 10 %. The old data stay.`,
    );
    expect(text).toContain(`  … and ${known - 60} more (--json shows all)`);
    expect(await readdir(data)).toEqual([]);
    expect(process.exitCode).toBe(1);
  });

  test('as JSON', async () => {
    await writeFile(join(from, 'mvx.xml'), mvxXml(known - 1));
    const { reports, written } = JSON.parse(
      await run('refresh', '--from', from, '--data', data, '--json'),
    ) as {
      reports: { set: string; removed: string[] }[];
      written: string[];
    };
    expect(reports.map(({ set, removed }) => [set, removed])).toEqual([
      ['mvx', [manufacturers().at(-1)?.mvx]],
    ]);
    expect(written).toEqual(['mvx.ts']);
  });

  test('that has none of the files', async () => {
    await expect(run('refresh', '--from', from)).rejects.toThrow(
      /has none of CDC's files\. They are called cvx\.xml/,
    );
    await expect(run('refresh', '--from', join(from, 'nowhere'))).rejects.toThrow('has none');
  });

  test('into a folder that is not there', async () => {
    await writeFile(join(from, 'mvx.xml'), mvxXml());
    await expect(run('refresh', '--from', from, '--data', join(data, 'nowhere'))).rejects.toThrow(
      'could not be written',
    );
  });
});

describe('refresh from CDC', () => {
  test('names the address that cannot be reached', async () => {
    vi.stubGlobal('fetch', () =>
      Promise.reject(new TypeError('fetch failed', { cause: new Error('no such host') })),
    );
    await expect(run('refresh', '--data', data)).rejects.toThrow(
      'https://www2a.cdc.gov/vaccines/iis/iisstandards/XML2.asp?rpt=cvx could not be fetched: no such host. Nothing was changed.',
    );
  });

  test('names the address that answers with an error', async () => {
    const server = createServer((_, response) => response.writeHead(503).end()).listen(0);
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const real = fetch;
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => real(`http://localhost:${port}/`, init));
    await expect(run('refresh', '--data', data)).rejects.toThrow(
      /rpt=cvx answered 503\. Nothing was changed\./,
    );
    expect(await readdir(data)).toEqual([]);
    server.close();
  });
});

describe('look', () => {
  test('prints what is known', async () => {
    const text = await run('look', '8', 'csl', '49281-400-10', '90700', '253088698300001111200108');
    for (const part of [
      /08 +CVX +Hep B, adolescent or pediatric; active/,
      /trade names ENGERIX B-PEDS, RECOMBIVAX-PEDS/,
      /CSL +MVX +bioCSL; inactive; now SEQ Seqirus/,
      /49281-0400-10 +NDC +Adacel; unit of sale; CVX 115 Tdap; PMC Sanofi Pasteur/,
      /90700 +CPT +CVX 106 DTaP, 5 pertussis antigens/,
      /VIS +Adenovirus Vaccine VIS; 2020-01-08; current/,
      /Code sets of 20\d\d-\d\d-\d\d/,
    ])
      expect(text).toMatch(part);
    expect(process.exitCode).toBeUndefined();
  });

  test('says what is not', async () => {
    expect(await run('look', '03', 'plum')).toMatch(/plum +not known/);
    expect(process.exitCode).toBe(1);
  });

  test('as JSON', async () => {
    const answer = JSON.parse(await run('look', '03', 'plum', '--json')) as { codes: unknown };
    expect(answer.codes).toEqual([
      {
        code: '03',
        found: [{ code: '03', system: 'CVX', text: expect.stringContaining('MMR; active') as string }],
      },
      { code: 'plum', found: [] },
    ]);
  });
});
