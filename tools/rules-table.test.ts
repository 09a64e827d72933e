import { readFile } from 'node:fs/promises';
import { catalogue } from '@cairn/guide';
import { describe, expect, test } from 'vitest';
import { RULES_FILE, rulesTable } from './rules-table.ts';

describe('docs/rules.md', () => {
  test('is up to date (if not: npm run rules:table)', async () => {
    expect(await readFile(RULES_FILE, 'utf8')).toBe(await rulesTable());
  });

  test('has every code and place, with what to do', async () => {
    const rows = (await rulesTable()).split('\n').filter((line) => line.includes(' → '));
    const all = catalogue();
    for (const { code } of all) {
      const found = rows.filter((line) => line.startsWith(`| \`${code}\` `));
      expect([code, found.length]).toEqual([code, all.filter((entry) => entry.code === code).length]);
      expect(found[0]).toMatch(/\| (error|warning|note|not reported) .* → \S/);
    }
  });

  test('says what California does differently, and from when', async () => {
    const text = await rulesTable();
    const row = text.split('\n').find((line) => line.startsWith('| `race-missing`')) ?? '';
    expect(row.split('|').map((cell) => cell.trim())).toEqual(
      expect.arrayContaining(['note', 'kept', 'warning, kept (from 2023-01-01)']),
    );
  });
});
