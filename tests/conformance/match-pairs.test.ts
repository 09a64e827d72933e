/**
 * Labelled pairs of persons, decided by the matcher: those that reviewers call one person are joined, and no two persons are.
 * The pairs are not part of the project; they lie in a folder beside it (or at CAIRN_SHARED), and the suite is skipped where
 * that is not.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readSet } from '../../tools/matching/read.ts';
import { scoreSet, type Score } from '../../tools/matching/score.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(process.env['CAIRN_SHARED'] ?? join(root, '../shared'), 'data/matching');
const present = existsSync(folder);
if (!present)
  console.log(`Skipped: there are no pairs at ${folder}; set CAIRN_SHARED to the folder that holds them.`);

const scored = (file: string): Score => scoreSet(readSet(join(folder, file), undefined));

const falseMerges = ({ wrong }: Score): readonly string[] =>
  wrong.flatMap(({ id, isFalseMerge }) => (isFalseMerge ? id : []));

describe.runIf(present)('labelled pairs', () => {
  test.each([
    ['mismo_aira_a.jsonl', 2841, 0.98],
    ['mismo_aira_b.jsonl', 3100, 0.98],
    ['mismo_miis_e3.jsonl', 2840, 0.98],
    ['synthetic_ca_pairs.jsonl', 4828, 0.96],
  ])('%s: no false merge, and recall', (file, pairs, recall) => {
    const score = scored(file);
    expect(score.pairs).toBe(pairs);
    expect(falseMerges(score)).toEqual([]);
    expect(score.recall).toBeGreaterThanOrEqual(recall);
  });

  // Case 4: first and last name exchanged, all else the same. The set calls it another person; everywhere else it is the same.
  test('recordlinker_better_test.csv: no false merge but the exchanged name', () => {
    const score = scored('recordlinker_better_test.csv');
    expect(score.pairs).toBe(234);
    expect(falseMerges(score)).toEqual(['4 2']);
    expect(score.recall).toBeGreaterThanOrEqual(0.45);
  });
});
