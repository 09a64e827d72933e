/**
 * How well the matcher does on sets of labelled pairs: `npm run match:report -- [--json] [--explain] [FILE…]`.
 * Without a file: the sets in CAIRN_SHARED, or in the folder beside the project.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explainComparison, explainReason } from '@cairn/matching';
import { BadFile } from './matching/bad-file.ts';
import { isSeed, readSet } from './matching/read.ts';
import { scoreSet, type Score, type Wrong } from './matching/score.ts';

const USAGE = `Usage: npm run match:report -- [--json] [--explain] [FILE…]
FILE is a set of labelled pairs: JSON lines with "label", "a", "b" (mismo-trainer) or with "truth", "policy", "a", "b"; or a
CSV of RecordLinker, with its register of persons (recordlinker_nbs_seed.csv) named too or in the same folder.`;

const OPTIONS: ReadonlySet<string> = new Set(['--json', '--explain']);

/** What is printed, and the exit code: 0 whenever all was scored. */
export function matchReport(
  args: readonly string[],
  folder: string,
): { readonly out: string; readonly error: string; readonly code: number } {
  const unknown = args.find((arg) => arg.startsWith('-') && !OPTIONS.has(arg));
  if (unknown !== undefined) return { out: '', error: `Unknown option ${unknown}\n${USAGE}`, code: 2 };
  const named = args.filter((arg) => !arg.startsWith('-'));
  const files = named.length > 0 ? named : filesIn(folder);
  if (files.length === 0)
    return { out: '', error: `There are no labelled pairs at ${folder}: name the files.\n${USAGE}`, code: 2 };
  try {
    const scores = scoreFiles(files);
    const out = args.includes('--json') ? json(scores) : table(scores, args.includes('--explain'));
    return { out, error: '', code: 0 };
  } catch (error) {
    if (error instanceof BadFile) return { out: '', error: error.message, code: 2 };
    throw error;
  }
}

function scoreFiles(files: readonly string[]): readonly Score[] {
  const seeds = files.filter(isSeed);
  const tests = files.filter((file) => !seeds.includes(file));
  if (tests.length === 0)
    throw new BadFile(`${files[0] ?? ''}: a register of persons, but no test file is named`);
  return tests.map((file) => scoreSet(readSet(file, seeds[0])));
}

const SETS = /^(mismo_.*|synthetic_.*pairs.*)\.jsonl$|^recordlinker_.*test\.csv$/;

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => SETS.test(name))
    .sort()
    .map((name) => join(folder, name));
}

const json = (scores: readonly Score[]): string =>
  JSON.stringify(
    scores.map(({ set, pairs, recall, falseMerges, possible }) => ({
      set,
      pairs,
      recall,
      falseMerges,
      possible,
    })),
  );

function table(scores: readonly Score[], isExplained: boolean): string {
  const width = Math.max(3, ...scores.map(({ set }) => set.length));
  const rows = scores.map(({ set, pairs, recall, falseMerges, possible }) =>
    [
      set.padEnd(width),
      String(pairs).padStart(6),
      recall.toFixed(3),
      String(falseMerges).padStart(12),
      String(possible).padStart(8),
    ].join('  '),
  );
  const head = `${'set'.padEnd(width)}   pairs  recall  false merges  possible`;
  const wrong = isExplained
    ? scores.flatMap((score) => score.wrong.map((each) => told(score.set, each)))
    : [];
  return [head, ...rows, ...wrong].join('\n');
}

function told(set: string, { id, outcome, isFalseMerge, signature, guards, records }: Wrong): string {
  const lines = explainComparison(signature, records).map(({ points, words }) => `  ${points}  ${words}`);
  const reasons = guards.map((guard) => `  !  ${explainReason(guard)}`);
  return [
    `\n${set} ${id}: ${isFalseMerge ? 'false merge' : `missed, ${outcome}`}`,
    ...lines,
    ...reasons,
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const shared = process.env['CAIRN_SHARED'] ?? join(root, '../shared');
  const { out, error, code } = matchReport(process.argv.slice(2), join(shared, 'data/matching'));
  if (out !== '') process.stdout.write(`${out}\n`);
  if (error !== '') process.stderr.write(`${error}\n`);
  process.exitCode = code;
}
