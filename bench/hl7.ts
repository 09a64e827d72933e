/**
 * How fast the codec reads a VXU, against the least any parser must do and against @medplum/core.
 *
 *   npm run bench:hl7            a table
 *   npm run bench:hl7 -- --json  one JSON line: {name, figures, ratios, machine}
 *
 * Each round runs every contender over the same 64 distinct messages, in turn, so that a slow moment of the machine
 * falls on all of them; a ratio is the median of the rounds' ratios. Timings are reported, never a failure.
 */
import { cpus } from 'node:os';
import { Hl7Message } from '@medplum/core';
import { parseMessage } from '@cairn/hl7';
import type { Message } from '@cairn/hl7';
import { vxu } from './vxu.ts';
import { median } from './numbers.ts';

const ROUNDS = 120;
const PASSES = 4;

/** What a registry needs to know sender, person and doses: 12 fields of the head, 6 of each of three doses. */
const HEAD = [
  ['MSH', 4, 1],
  ['MSH', 9, 2],
  ['MSH', 10, 1],
  ['MSH', 22, 1],
  ['PID', 3, 1],
  ['PID', 5, 1],
  ['PID', 5, 2],
  ['PID', 7, 1],
  ['PID', 8, 1],
  ['PID', 11, 5],
  ['PD1', 12, 1],
  ['NK1', 2, 1],
] as const;
const DOSE = [
  ['ORC', 3, 1],
  ['RXA', 3, 1],
  ['RXA', 5, 1],
  ['RXA', 9, 1],
  ['RXA', 11, 4],
  ['RXA', 15, 1],
] as const;
const READS = HEAD.length + 3 * DOSE.length;
const PATHS = [
  ...HEAD.map(([segment, field, component]) => `${segment}-${field}.${component}`),
  ...[1, 2, 3].flatMap((n) =>
    DOSE.map(([segment, field, component]) => `${segment}[${n}]-${field}.${component}`),
  ),
];

const pool = Array.from({ length: 64 }, (_, seed) => vxu(seed));

// Each contender returns the number of characters it read, so that none of its work can be left out.
const contenders = {
  split(text: string): number {
    let read = 0;
    for (const segment of text.split(/\r/)) read += segment.split('|').length;
    return read;
  },
  cairn(text: string): number {
    const message = parsed(text);
    let read = 0;
    for (const [name, field, component] of HEAD)
      read += message.first(name)?.text(field, component).length ?? 0;
    for (const [name, field, component] of DOSE) {
      for (const segment of message.all(name)) read += segment.text(field, component).length;
    }
    return read;
  },
  cairnByPath(text: string): number {
    const message = parsed(text);
    let read = 0;
    for (const path of PATHS) read += message.text(path).length;
    return read;
  },
  cairnRoundTrip(text: string): number {
    const message = parsed(text);
    // An edit, as an untouched message hands back the text it was parsed from.
    message.set('MSH-5', 'CAIRN');
    return message.toString().length;
  },
  medplum(text: string): number {
    const message = Hl7Message.parse(text);
    let read = 0;
    for (const [name, field, component] of HEAD) {
      read += message.getSegment(name)?.getField(field).getComponent(component).length ?? 0;
    }
    for (const [name, field, component] of DOSE) {
      for (const segment of message.getAllSegments(name))
        read += segment.getField(field).getComponent(component).length;
    }
    return read;
  },
  medplumRoundTrip(text: string): number {
    const message = Hl7Message.parse(text);
    message.getSegment('MSH')?.getField(5).setComponent(1, 'CAIRN');
    return message.toString().length;
  },
};
type Contender = keyof typeof contenders;

function parsed(text: string): Message {
  const result = parseMessage(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.message;
}

/** Microseconds a message. */
function time(work: (text: string) => number): number {
  let read = 0;
  const start = performance.now();
  for (let pass = 0; pass < PASSES; pass++) for (const text of pool) read += work(text);
  const elapsed = performance.now() - start;
  if (read === 0) throw new Error('Nothing was read.');
  return (elapsed * 1000) / (PASSES * pool.length);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

for (const text of pool) {
  const [ours, theirs] = [contenders.cairn(text), contenders.medplum(text)];
  if (ours !== theirs)
    throw new Error(`The two read different text from the same message: ${ours} and ${theirs}.`);
}

const names: readonly Contender[] = [
  'split',
  'cairn',
  'cairnByPath',
  'cairnRoundTrip',
  'medplum',
  'medplumRoundTrip',
];
const times = new Map<Contender, number[]>(names.map((name) => [name, []]));
for (let i = -20; i < ROUNDS; i++) {
  for (const name of names) {
    const took = time(contenders[name]);
    // The first twenty rounds warm the compiler up.
    if (i >= 0) times.get(name)?.push(took);
  }
}

/** How many times as fast `a` is as `b`. */
function speed(a: Contender, b: Contender): number {
  const slower = times.get(b) ?? [];
  const ratios = (times.get(a) ?? []).map((took, index) => (slower[index] ?? Number.NaN) / took);
  return round(median(ratios), 2);
}

const figures = Object.fromEntries(
  names.map((name) => [`${name}Us`, round(median(times.get(name) ?? []), 2)]),
);
const ratios = {
  ofSplitBound: speed('cairn', 'split'),
  ofSplitBoundByPath: speed('cairnByPath', 'split'),
  overMedplum: speed('cairn', 'medplum'),
  roundTripOverMedplum: speed('cairnRoundTrip', 'medplumRoundTrip'),
};
const cores = cpus();
const machine = { cpu: cores[0]?.model ?? 'unknown', cores: cores.length, node: process.version };
const bytes = Math.round(pool.reduce((sum, text) => sum + text.length, 0) / pool.length);

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ name: 'hl7', figures: { messageBytes: bytes, ...figures }, ratios, machine }));
} else {
  const row = (label: string, name: Contender) => {
    const us = figures[`${name}Us`] ?? Number.NaN;
    console.log(
      `${label.padEnd(44)}${us.toFixed(2).padStart(9)} µs${Math.round(1e6 / us)
        .toLocaleString('en')
        .padStart(12)} /s`,
    );
  };
  console.log(`VXU of three doses, ${bytes} bytes, ${pool.length} distinct messages, ${READS} fields read`);
  console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}\n`);
  row('split into segments and fields (the bound)', 'split');
  row('@cairn/hl7: parse, read', 'cairn');
  row('@cairn/hl7: parse, read by path', 'cairnByPath');
  row('@cairn/hl7: parse, edit a field, serialise', 'cairnRoundTrip');
  row('@medplum/core: parse, read', 'medplum');
  row('@medplum/core: parse, edit, serialise', 'medplumRoundTrip');
  console.log(
    `\n${ratios.ofSplitBound} of the bound's speed (target 0.8), by path ${ratios.ofSplitBoundByPath}`,
  );
  console.log(
    `${ratios.overMedplum} times @medplum/core (target 5), serialising ${ratios.roundTripOverMedplum} times`,
  );
}
