/**
 * How fast a VXU is checked: parsed, held against the guide to the subcomponent, and asked all data-quality rules.
 *
 *   npm run bench:check            a table
 *   npm run bench:check -- --json  one JSON line: {name, figures, ratios, machine}
 *
 * The bound is the least that any checker must do: parse the message and take every field, repetition and component of
 * it in hand once. Each round runs both over the same 64 distinct messages, in turn; a ratio is the median of the
 * rounds' ratios. Timings are reported, never a failure.
 */
import { cpus } from 'node:os';
import { catalogue, check, ymdOf } from '@cairn/guide';
import { parseMessage } from '@cairn/hl7';
import { guideOn, jurisdiction } from '@cairn/server';
import { vxu } from './vxu.ts';
import { median } from './numbers.ts';

const ROUNDS = 60;
const PASSES = 4;
const DAY = '2026-11-22';
const TARGET = 5000;

const pack = jurisdiction('california');
if (!pack) throw new Error('there is no pack for California');
const guide = guideOn(pack, DAY);
const today = ymdOf(DAY);
const pool = Array.from({ length: 64 }, (_, seed) => vxu(seed));

const contenders = {
  bound(text: string): number {
    const parsed = parseMessage(text);
    if (!parsed.ok) throw new Error(parsed.error.message);
    let pieces = 0;
    for (const segment of parsed.message.segments) {
      for (let field = 1; field <= segment.fieldCount; field++) {
        for (const repetition of segment.raw(field).split('~')) pieces += repetition.split('^').length;
      }
    }
    return pieces;
  },
  check(text: string): number {
    const parsed = parseMessage(text);
    if (!parsed.ok) throw new Error(parsed.error.message);
    const { findings, ack } = check(parsed.message, { guide, today, text });
    if (ack === 'AR') throw new Error(findings[0]?.message);
    return findings.length + 1;
  },
};
type Contender = keyof typeof contenders;

/** Microseconds a message. */
function time(work: (text: string) => number): number {
  let done = 0;
  const start = performance.now();
  for (let pass = 0; pass < PASSES; pass++) for (const text of pool) done += work(text);
  const elapsed = performance.now() - start;
  if (done === 0) throw new Error('nothing was checked');
  return (elapsed * 1000) / (PASSES * pool.length);
}

const times: Readonly<Record<Contender, number[]>> = { bound: [], check: [] };
for (let round = -20; round < ROUNDS; round++) {
  for (const name of ['bound', 'check'] as const) {
    const took = time(contenders[name]);
    // The first rounds warm the compiler up.
    if (round >= 0) times[name].push(took);
  }
}

const us = median(times.check);
const figures = {
  messageBytes: Math.round(pool.reduce((sum, text) => sum + text.length, 0) / pool.length),
  codes: catalogue().length,
  checkUs: Number(us.toFixed(1)),
  checkPerSecond: Math.round(1e6 / us),
  boundUs: Number(median(times.bound).toFixed(1)),
};
const ratios = {
  'check / bound': Number(
    median(times.check.map((took, round) => (times.bound[round] ?? Number.NaN) / took)).toFixed(3),
  ),
  [`messages a second / ${TARGET}`]: Number((1e6 / us / TARGET).toFixed(2)),
};
const cores = cpus();
const machine = { cpu: cores[0]?.model ?? 'unknown', cores: cores.length, node: process.version };

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ name: 'check', figures, ratios, machine }));
} else {
  console.log(
    `VXU of three doses, ${figures.messageBytes} bytes, ${figures.codes} codes that can be found, one core`,
  );
  console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}\n`);
  console.log(
    `parse and check                              ${figures.checkUs.toFixed(1).padStart(7)} µs  ${figures.checkPerSecond.toLocaleString('en').padStart(7)} /s`,
  );
  console.log(
    `parse and take every component in hand (bound) ${figures.boundUs.toFixed(1).padStart(5)} µs\n`,
  );
  for (const [name, ratio] of Object.entries(ratios)) console.log(`${name}: ${ratio}`);
}
