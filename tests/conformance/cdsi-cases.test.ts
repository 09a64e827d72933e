/**
 * CDC's test cases for the logic specification, evaluated and forecast: every healthy case is met, and every
 * underlying-condition case but those that `docs/forecast-disputes.md` argues. The cases are not part of the project; they
 * lie in a folder beside it (or at CAIRN_SHARED), and the suite is skipped where that is not.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bundledSchedule,
  compareCase,
  compileSchedule,
  forecast,
  readCaseLines,
  type ForecastResult,
  type TestCase,
} from '@cairn/forecast';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(process.env['CAIRN_SHARED'] ?? join(root, '../shared'), 'data/cdsi');
const present = existsSync(folder);
if (!present)
  console.log(`Skipped: there are no cases at ${folder}; set CAIRN_SHARED to the folder that holds them.`);

/** Condition cases may be argued, but no more than these. */
const MOST_ARGUED = 25;

type Answered = { readonly testCase: TestCase; readonly result: ForecastResult };

function answer(file: string): readonly Answered[] {
  const { cases, unread } = readCaseLines(readFileSync(join(folder, file), 'utf8'));
  expect(unread).toEqual([]);
  const schedule = compileSchedule(bundledSchedule());
  return cases.map((testCase) => ({ testCase, result: forecast(testCase.patient, schedule) }));
}

/** The ids in the first column of the tables under a heading. */
function arguedUnder(heading: string): readonly string[] {
  const text = readFileSync(join(root, 'docs/forecast-disputes.md'), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| (\d{4}-(?:UC-)?\d{4}) \|/gm)].flatMap(([, id]) => id ?? []);
}

const failing = (answered: readonly Answered[]): readonly string[] =>
  answered.flatMap(({ testCase, result }) => (compareCase(testCase, result).length > 0 ? testCase.id : []));

/** Cases in which a dose has the status that CDC expects without the reason that CDC prints among its reasons. */
function withoutReason(answered: readonly Answered[]): readonly string[] {
  return answered.flatMap(({ testCase: { id, expected, vaccineGroup }, result }) => {
    const isMissing = expected.doses.some(({ doseId, status, reason }) => {
      if (reason === undefined) return false;
      const all = result.evaluations.filter((evaluation) => evaluation.doseId === doseId);
      const ofGroup = all.filter((evaluation) => evaluation.vaccineGroup === vaccineGroup);
      const judged = (ofGroup.length > 0 ? ofGroup : all).filter(
        (evaluation) => evaluation.status === status,
      );
      const kept = judged.flatMap(({ reasons }) => reasons.map(plain));
      return judged.length > 0 && !kept.includes(plain(reason));
    });
    return isMissing ? id : [];
  });
}

/** CDC writes `Interval: too Soon` and `Interval too soon`. */
const plain = (reason: string): string => reason.toLowerCase().replaceAll(/[^a-z]+/g, ' ');

describe.skipIf(!present)("CDC's test cases", () => {
  const healthy = present ? answer('cases-healthy.jsonl') : [];
  const conditions = present ? answer('cases-conditions.jsonl') : [];
  const argued = arguedUnder('Results');

  test('are at hand', () => {
    console.log(
      `${healthy.length} healthy cases, ${conditions.length} condition cases, ${argued.length} argued`,
    );
    expect(healthy.length).toBeGreaterThan(0);
    expect(conditions.length).toBeGreaterThan(0);
  });

  test('are met where the patient is healthy', () => {
    expect(failing(healthy)).toEqual([]);
  });

  test('are met where the patient has a condition, or argued', () => {
    expect([...argued].sort()).toEqual([...failing(conditions)].sort());
    expect(argued.length).toBeLessThanOrEqual(MOST_ARGUED);
  });

  test('have their reasons among those that are kept, or argued', () => {
    expect(withoutReason([...healthy, ...conditions])).toEqual(arguedUnder('Evaluation reasons'));
  });
});
