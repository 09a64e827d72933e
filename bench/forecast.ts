/**
 * How long evaluation and forecast of all vaccine groups take a patient, and what an explanation costs.
 *
 *   npm run bench:forecast            a table
 *   npm run bench:forecast -- --json  one JSON line: {name, figures, ratios, machine}
 *
 * Over 400 fictional histories (bench/histories.ts) and, where they are there, over CDC's test cases
 * (CAIRN_SHARED, else ../shared). The bound is the goal of 0.25 ms for the median patient. Explanation and
 * forecast take turns over the same patients; the ratio is the median of the rounds' ratios. Timings are reported,
 * never a failure.
 */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import {
  bundledSchedule,
  compileSchedule,
  explain,
  explanationText,
  forecast,
  type PatientInput,
  readCaseLines,
  type Schedule,
} from '@cairn/forecast';
import { history } from './histories.ts';
import { median } from './numbers.ts';

const ROUNDS = 20;
const WARM_UP = 6;
const HISTORIES = 400;
const GOAL_MS = 0.25;

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;
const rounded = (value: number): number => Number(value.toPrecision(3));

const start = performance.now();
const data = bundledSchedule();
const read = performance.now();
const schedule = compileSchedule(data);
const compiled = performance.now();

type Work = (patient: PatientInput, schedule: Schedule) => unknown;

/** Milliseconds for each patient. */
function times(patients: readonly PatientInput[], work: Work): readonly number[] {
  return patients.map((patient) => {
    const before = performance.now();
    work(patient, schedule);
    return performance.now() - before;
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function measure(patients: readonly PatientInput[]) {
  const each: number[][] = patients.map(() => []);
  const costs: number[] = [];
  const textCosts: number[] = [];
  const withText: Work = (patient) => explanationText(explain(patient, schedule).explanation, schedule);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const plain = times(patients, forecast);
    const explained = times(patients, explain);
    const told = round % 5 === 0 ? times(patients, withText) : [];
    if (round < 0) continue;
    for (const [index, took] of plain.entries()) each[index]?.push(took);
    costs.push(sum(explained) / sum(plain));
    if (told.length > 0) textCosts.push(sum(told) / sum(plain));
  }
  const own = each.map(median);
  return {
    patients: patients.length,
    doses: rounded(sum(patients.map(({ doses }) => doses.length)) / patients.length),
    medianMs: rounded(median(own)),
    p95Ms: rounded(percentile(own, 0.95)),
    meanMs: rounded(sum(own) / own.length),
    explainedTimes: rounded(median(costs)),
    explainedInWordsTimes: rounded(median(textCosts)),
  };
}

function cdcCases(): readonly PatientInput[] {
  const folder = process.env['CAIRN_SHARED'] ?? join(import.meta.dirname, '../../shared');
  try {
    const text = readFileSync(join(folder, 'data/cdsi/cases-healthy.jsonl'), 'utf8');
    return readCaseLines(text).cases.map(({ patient }) => patient);
  } catch {
    return [];
  }
}

const cases = cdcCases();
const results = {
  histories: measure(Array.from({ length: HISTORIES }, (_, seed) => history(seed))),
  ...(cases.length > 0 ? { cdcCases: measure(cases) } : {}),
};
const { histories } = results;
const figures = {
  version: schedule.version,
  readMs: rounded(read - start),
  compileMs: rounded(compiled - read),
  ...results,
};
const ratios = {
  [`median / ${GOAL_MS} ms`]: rounded(histories.medianMs / GOAL_MS),
  'explained / forecast': histories.explainedTimes,
  'explained in words / forecast': histories.explainedInWordsTimes,
};
const cores = cpus();
const machine = { cpu: cores[0]?.model ?? 'unknown', cores: cores.length, node: process.version };

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ name: 'forecast', figures, ratios, machine }));
} else {
  console.log(`Evaluation and forecast of all vaccine groups, schedule ${schedule.version}, one core`);
  console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}\n`);
  console.log(`schedule read in ${figures.readMs} ms, made ready in ${figures.compileMs} ms\n`);
  for (const [name, result] of Object.entries(results)) {
    console.log(
      `${name.padEnd(10)} ${result.patients} patients, ${result.doses} doses each: median ${result.medianMs} ms, ` +
        `95 of 100 within ${result.p95Ms} ms, mean ${result.meanMs} ms`,
    );
  }
  console.log('');
  for (const [name, ratio] of Object.entries(ratios)) console.log(`${name}: ${ratio}`);
}
