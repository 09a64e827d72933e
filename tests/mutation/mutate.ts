import { parseMessage, type Segment } from '@cairn/hl7';
import type { SoundMessage } from './sound-messages.ts';

/** A message with one fault in it, and where that is. */
export type Mutant = {
  readonly what: string;
  readonly text: string;
  /** Names of the segments that the fault touches: nothing may be an error elsewhere. */
  readonly touches: readonly string[];
  /** The field or component that was emptied or garbled. */
  readonly at?: {
    readonly segment: string;
    readonly occurrence: number;
    readonly field: number;
    readonly component?: number;
  };
  readonly kind: 'drop-field' | 'bad-code' | 'bad-date' | 'segments' | 'characters' | 'cut';
};

/** Numbers from a seed, the same on every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = <T>(list: readonly T[], next: () => number): T => {
  const chosen = list[Math.floor(next() * list.length)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
};

const BAD_DATES = ['20261301', '20260230', '2026-04-20', 'yesterday', '202604', '99999999', '0'];
const BAD_CODES = ['ZZZ', '????', '-1', 'x', '9999999999'];
const ODD = ['\u0000', '\u2028', '😀', '\\X0A\\', '\\', '&', '"', '\t', 'é', '\u200B', '<x>', '~~', '^^^^'];
/** Fields that hold a date, and coded fields, by segment. */
const DATES: Readonly<Record<string, readonly number[]>> = {
  MSH: [7],
  PID: [7],
  PD1: [13, 17, 18],
  RXA: [3, 16],
  OBX: [14],
  QPD: [6],
};
const CODES: Readonly<Record<string, readonly number[]>> = {
  PID: [8, 10, 22, 24],
  PD1: [11, 12, 16],
  NK1: [3],
  ORC: [1],
  RXA: [5, 9, 17, 18, 20, 21],
  RXR: [1, 2],
  OBX: [2, 3, 5, 11, 17],
  QPD: [7, 10],
};

export function mutate(sound: SoundMessage, next: () => number): Mutant {
  const parsed = parseMessage(sound.text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const { message } = parsed;
  const lines = sound.text.split('\r').filter((line) => line !== '');
  switch (Math.floor(next() * 8)) {
    case 0:
    case 1: {
      const segment = pick(message.segments, next);
      const fields = Array.from({ length: segment.fieldCount }, (_, index) => index + 1).filter(
        (field) => segment.state(field) === 'valued' && !(segment.name === 'MSH' && field <= 2),
      );
      const field = pick(fields, next);
      const components = segment.components(field);
      const component = components > 1 && next() < 0.4 ? 1 + Math.floor(next() * components) : undefined;
      segment.set(field, '', component === undefined ? {} : { component });
      return emptied(segment, field, component, message.toString());
    }
    case 2: {
      const segment = pick(
        message.segments.filter(({ name }) => CODES[name]),
        next,
      );
      const fields = (CODES[segment.name] ?? []).filter((field) => segment.state(field) === 'valued');
      if (fields.length === 0) return mutate(sound, next);
      const field = pick(fields, next);
      segment.set(field, pick(BAD_CODES, next), { component: 1 });
      return { ...emptied(segment, field, undefined, message.toString()), kind: 'bad-code' };
    }
    case 3: {
      const segment = pick(
        message.segments.filter(({ name }) => DATES[name]),
        next,
      );
      const fields = (DATES[segment.name] ?? []).filter((field) => segment.state(field) === 'valued');
      if (fields.length === 0) return mutate(sound, next);
      const field = pick(fields, next);
      segment.set(field, pick(BAD_DATES, next));
      return { ...emptied(segment, field, undefined, message.toString()), kind: 'bad-date' };
    }
    case 4: {
      const at = 1 + Math.floor(next() * (lines.length - 1));
      const how = pick(['dropped', 'twice', 'swapped'], next);
      const line = lines[at] ?? '';
      const other = lines[at - 1] ?? '';
      const changed =
        how === 'dropped'
          ? lines.toSpliced(at, 1)
          : how === 'twice'
            ? lines.toSpliced(at, 0, line)
            : at > 1
              ? lines.toSpliced(at - 1, 2, line, other)
              : lines;
      return {
        what: `${line.slice(0, 3)} (line ${at + 1}) ${how}`,
        text: `${changed.join('\r')}\r`,
        touches: ['MSH', 'PID', 'PD1', 'NK1', 'ORC', 'RXA', 'RXR', 'OBX', 'QPD', 'RCP'],
        kind: 'segments',
      };
    }
    case 5: {
      const segment = pick(message.segments.slice(1), next);
      const fields = Array.from({ length: segment.fieldCount }, (_, index) => index + 1).filter(
        (field) => segment.state(field) === 'valued',
      );
      const field = pick(fields, next);
      const raw = segment.raw(field);
      const at = Math.floor(next() * raw.length);
      segment.setRaw(field, `${raw.slice(0, at)}${pick(ODD, next)}${raw.slice(at)}`);
      return { ...emptied(segment, field, undefined, message.toString()), kind: 'characters' };
    }
    case 6: {
      const end = Math.floor(next() * sound.text.length);
      return {
        what: `cut off after ${end} characters`,
        text: sound.text.slice(0, end),
        touches: ['MSH', 'PID', 'PD1', 'NK1', 'ORC', 'RXA', 'RXR', 'OBX', 'QPD', 'RCP'],
        kind: 'cut',
      };
    }
    default: {
      const segment = pick(message.segments.slice(1), next);
      const fields = Array.from({ length: segment.fieldCount }, (_, index) => index + 1).filter(
        (field) => segment.state(field) === 'valued',
      );
      const field = pick(fields, next);
      const raw = segment.raw(field);
      segment.setRaw(field, `${raw}~${raw}`);
      return {
        ...emptied(segment, field, undefined, message.toString()),
        what: `${segment.name}-${field} twice`,
        kind: 'characters',
      };
    }
  }
}

function emptied(segment: Segment, field: number, component: number | undefined, text: string): Mutant {
  return {
    what: `${segment.name}[${segment.occurrence}]-${field}${component === undefined ? '' : `.${component}`}`,
    text,
    touches: [segment.name],
    at: {
      segment: segment.name,
      occurrence: segment.occurrence,
      field,
      ...(component === undefined ? {} : { component }),
    },
    kind: 'drop-field',
  };
}
