/** The guides say what the code says: settings, faults, findings, fields of a pack. Links lead somewhere. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { california } from '@cairn/california';
import { catalogue } from '@cairn/guide';
import { describe, expect, test } from 'vitest';
import { DELIVERY_FAULTS } from '../server/src/exchange/delivery.ts';
import { DELIVERY_REASONS } from '../server/src/exchange/delivery-words.ts';
import { FAULT_CODES } from '../server/src/exchange/soap/faults.ts';
import { settingNames } from '../server/src/platform/config.ts';
import { example } from '../jurisdictions/example/src/index.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): Promise<string> => readFile(join(ROOT, path), 'utf8');

/** Rows of the tables of a text, each as its cells. */
const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const firstCells = (text: string): readonly string[] =>
  rowsOf(text).flatMap(([first = '']) => /^`([^`]+)`$/.exec(first)?.[1] ?? []);

const section = (text: string, heading: string): string =>
  text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';

describe('docs/operators.md', () => {
  test('has every setting, and no other', async () => {
    const named = firstCells(section(await read('docs/operators.md'), 'Settings'));
    expect(named.toSorted()).toEqual(settingNames.toSorted());
  });
});

describe('docs/integrators.md', () => {
  test('has every fault with its code and advice', async () => {
    const rows = rowsOf(section(await read('docs/integrators.md'), 'Faults'));
    const coded = rows.filter(([code = '']) => /^\d+$/.test(code));
    const codes = [...Object.values(FAULT_CODES), ...Object.values(DELIVERY_FAULTS).map(({ code }) => code)];
    expect(coded.map(([code]) => Number(code))).toEqual(codes.toSorted((a, b) => a - b));
    for (const [name, { code, retry }] of Object.entries(DELIVERY_FAULTS)) {
      const reason = DELIVERY_REASONS[name as keyof typeof DELIVERY_FAULTS];
      expect(coded.find((row) => row[0] === String(code))?.slice(1, 3)).toEqual([reason, `\`${retry}\``]);
    }
  });

  test('has every finding of the exchange', async () => {
    const text = section(await read('docs/integrators.md'), 'Findings of the exchange');
    const inGuide = new Set(catalogue().map(({ code }) => code));
    const missing = [...(await codesInSource())].filter(
      (code) => !inGuide.has(code) && !text.includes(`\`${code}\``),
    );
    expect(missing).toEqual([]);
  });
});

/**
 * Codes as the source of the exchange writes them: of findings made in place, of the notes on doses, of a text that is no HL7.
 * The queue of another room has codes of its own, which no answer carries.
 */
async function codesInSource(): Promise<ReadonlySet<string>> {
  const codes = new Set<string>();
  const folders = ['server/src/exchange', 'server/src/registry/inventory'];
  for (const path of (await Promise.all(folders.map(sourcesIn))).flat()) {
    const text = await readFile(path, 'utf8');
    for (const [, code = ''] of text.matchAll(/\bcode: '([a-z]+(?:-[a-z]+)+)'/g)) codes.add(code);
  }
  const notes =
    /const DOSE_NOTES[^=]*= \{([\s\S]*?)\n\};/.exec(await read('server/src/exchange/record.ts'))?.[1] ?? '';
  for (const [, code = ''] of notes.matchAll(/^ {2}'([a-z-]+)': \{/gm)) codes.add(code);
  for (const path of (await sourcesIn('packages/hl7/src')).filter((name) => /parse|delimiters/.test(name))) {
    const text = await readFile(path, 'utf8');
    for (const [, code = ''] of text.matchAll(/(?:failed|syntaxError)\(\s*'([a-z-]+)'/g)) codes.add(code);
  }
  return codes;
}

async function sourcesIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/testing/'));
}

describe('docs/jurisdictions.md', () => {
  test.each([
    ['California', california],
    ['the example', example],
  ])('has every field of a pack (%s)', async (_name, pack) => {
    const named = firstCells(section(await read('docs/jurisdictions.md'), 'Every field'));
    expect(named.toSorted()).toEqual(Object.keys(pack).toSorted());
  });
});

test('every link within the documents leads somewhere', async () => {
  const documents = [
    ...(await readdir(ROOT)).filter((name) => name.endsWith('.md')),
    ...(await readdir(join(ROOT, 'docs'), { recursive: true }))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ];
  const texts = new Map(
    await Promise.all(documents.map(async (path) => [path, withoutCode(await read(path))] as const)),
  );
  const broken: string[] = [];
  for (const [path, text] of texts) {
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [file = '', anchor] = target.split('#');
      const at = file === '' ? path : relative(ROOT, resolve(ROOT, dirname(path), file));
      const there = texts.get(at) ?? ((await exists(at)) ? '' : undefined);
      const isBroken = there === undefined || (anchor !== undefined && !anchorsOf(there).has(anchor));
      if (isBroken) broken.push(`${path}: ${target}`);
    }
  }
  expect(broken).toEqual([]);
});

const withoutCode = (text: string): string => text.replaceAll(/^```[\s\S]*?^```/gm, '');

const exists = (path: string): Promise<boolean> =>
  readdir(join(ROOT, dirname(path))).then(
    (names) => names.includes(path.split('/').at(-1) ?? ''),
    () => false,
  );

/** As GitHub makes them of headings. */
const anchorsOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .trim()
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
