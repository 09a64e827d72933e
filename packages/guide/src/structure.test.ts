import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { MESSAGE_FINDINGS } from './message-findings.ts';
import { type ProfileId, PROFILES } from './profile.ts';
import { checkStructure, structureOf } from './structure.ts';
import { parsed, SOUND, TODAY } from './testing/sound.ts';

/** The sound message of a profile with its lines rearranged, and what is found of where they stand. */
function found(profile: ProfileId, rearrange: (lines: string[]) => readonly string[]) {
  const message = parsed(rearrange(SOUND[profile].split('\r')).join('\r'));
  const result = check(message, { today: TODAY });
  return {
    ...result,
    words: result.findings
      .filter(({ code }) => code in MESSAGE_FINDINGS)
      .map(({ code, severity, path, message: text }) => `${code} ${severity} ${path}: ${text}`),
  };
}

const without =
  (name: string) =>
  (lines: readonly string[]): readonly string[] =>
    lines.filter((line) => !line.startsWith(name));
const line = (lines: readonly string[], name: string): string =>
  lines.find((one) => one.startsWith(name)) ?? '';
const index = (lines: readonly string[], name: string): number =>
  lines.findIndex((one) => one.startsWith(name));

test.each(PROFILES)('a sound %s stands as its structure says', (id) => {
  expect(checkStructure(parsed(SOUND[id]), structureOf(id))).toEqual([]);
});

test('segments that the guide does not name may stand anywhere', () => {
  const { words, ack } = found('Z22', (lines) =>
    lines.flatMap((one) => [one, one.startsWith('MSH') ? 'SFT|a' : 'ZZZ|1']),
  );
  expect(words).toEqual([]);
  expect(ack).toBe('AA');
});

test('demographics alone are a message', () => {
  expect(found('Z22', (lines) => lines.slice(0, 4)).ack).toBe('AA');
});

describe('a submission', () => {
  test('without patient is refused', () => {
    const { words, isRefused, ack } = found('Z22', without('PID'));
    expect(words).toEqual(['patient-missing E PID: MESSAGE REJECTED. The message has no PID segment.']);
    expect([isRefused, ack]).toEqual([true, 'AE']);
  });

  const SECOND = 'second-patient E PID[2]: MESSAGE REJECTED. The message has more than one PID segment.';

  test.each<[string, (lines: readonly string[]) => readonly string[]]>([
    ['beside the first', (lines) => lines.flatMap((one) => (one.startsWith('PID') ? [one, one] : [one]))],
    [
      'behind the next of kin',
      (lines) => lines.flatMap((one) => (one.startsWith('NK1') ? [one, line(lines, 'PID')] : [one])),
    ],
    [
      'between the doses',
      (lines) => lines.flatMap((one) => (one.startsWith('RXR') ? [one, line(lines, 'PID')] : [one])),
    ],
    ['at the end', (lines) => [...lines, line(lines, 'PID')]],
  ])('of two patients is refused, the second standing %s', (_, rearrange) => {
    const { words, isRefused } = found('Z22', rearrange);
    expect(words).toContain(SECOND);
    expect(isRefused).toBe(true);
  });

  test.each([
    ['PD1', 'W PD1[2]', 'A second PD1 stands where one may. This segment was ignored.'],
    ['RXR', 'E RXR[2]', 'A second RXR stands where one may. Route and site were not recorded.'],
  ])('with a second %s: the first counts', (name, where, says) => {
    const result = found('Z22', (lines) =>
      lines.flatMap((one) => (one.startsWith(name) ? [one, one] : [one])),
    );
    expect(result.words).toEqual([`segment-repeated ${where.replace('W', 'E')}: ${says}`]);
    expect([...result.droppedSegments].map((segment) => segment.occurrence)).toEqual([2]);
    expect(result.findings[0]?.fix).toBe(`Send one ${name}; the first counts.`);
  });

  test('with a PD1 behind the next of kin is read all the same: a lock on sharing must not fall', () => {
    const result = found('Z22', (lines) => [
      ...lines.slice(0, index(lines, 'PD1')),
      line(lines, 'NK1'),
      line(lines, 'PD1'),
      ...lines.slice(index(lines, 'ORC')),
    ]);
    expect(result.words).toEqual(['segment-out-of-order W PD1: PD1 does not stand where the guide has it.']);
    expect([result.isRefused, result.droppedSegments.size, result.ack]).toEqual([false, 0, 'AE']);
  });

  test('with a route behind the observations is read all the same', () => {
    const result = found('Z22', (lines) => {
      const rest = lines.filter((one) => !one.startsWith('RXR'));
      const at = index(rest, 'OBX') + 1;
      return [...rest.slice(0, at), line(lines, 'RXR'), ...rest.slice(at)];
    });
    expect(result.words).toContain(
      'segment-out-of-order W RXR[1]: RXR does not stand where the guide has it.',
    );
    expect(result.droppedSegments.size).toBe(0);
    expect(result.orders[0]?.rest.map(({ name }) => name)).toContain('RXR');
  });

  test('with an observation of no dose: it is not recorded', () => {
    const result = found('Z22', (lines) => [...lines.slice(0, 4), line(lines, 'OBX'), ...lines.slice(4)]);
    expect(result.words).toEqual([
      'segment-out-of-order E OBX[1]: OBX does not stand where the guide has it. This observation was not recorded.',
    ]);
    expect(result.orders).toHaveLength(3);
  });

  test('with an order of which one half is missing: the other orders stand', () => {
    const headless = found('Z22', (lines) => lines.filter((one, at) => !(one.startsWith('ORC') && at < 6)));
    expect(headless.words).toEqual([
      'dose-without-order E RXA[1]: An RXA has no ORC of its own before it. This dose was not recorded.',
    ]);
    expect(headless.orders.map(({ rxa }) => rxa.occurrence)).toEqual([2, 3]);
    const bare = found('Z22', (lines) => [...lines, line(lines, 'ORC')]);
    expect(bare.words).toEqual([
      'order-without-dose E ORC[4]: An ORC is not followed by an RXA; nothing was recorded for this order.',
    ]);
    expect(bare.orders).toHaveLength(3);
  });
});

describe('a query', () => {
  test('without QPD asks nothing', () => {
    const { words, isRefused } = found('Z34', without('QPD'));
    expect(words).toEqual(['segment-missing E QPD: MESSAGE REJECTED. The message has no QPD segment.']);
    expect(isRefused).toBe(true);
  });

  test('without RCP can be answered', () => {
    const { words, isRefused } = found('Z34', without('RCP'));
    expect(words).toEqual(['segment-missing W RCP: The message has no RCP segment.']);
    expect(isRefused).toBe(false);
  });
});

describe('an answer keeps to the letter', () => {
  test.each<[ProfileId, string]>([
    ['Z23', 'MSA'],
    ['Z32', 'QAK'],
    ['Z32', 'QPD'],
    ['Z33', 'QPD'],
    ['Z42', 'MSA'],
  ])('%s without %s', (profile, name) => {
    expect(found(profile, without(name)).words).toEqual([
      `segment-missing E ${name}: MESSAGE REJECTED. The message has no ${name} segment.`,
    ]);
  });

  test('candidates without any patient', () => {
    expect(found('Z31', (lines) => lines.slice(0, 4)).words).toEqual([
      'patient-missing E PID: MESSAGE REJECTED. The message has no PID segment.',
    ]);
  });

  test('a second patient in a history', () => {
    expect(
      found('Z32', (lines) => lines.flatMap((one) => (one.startsWith('PID') ? [one, one] : [one]))).words,
    ).toEqual(['second-patient E PID[2]: MESSAGE REJECTED. The message has more than one PID segment.']);
  });

  test('segments out of order are not taken', () => {
    const swapped = found('Z32', (lines) => {
      const rest = lines.filter((one) => !one.startsWith('PD1'));
      return [...rest.slice(0, index(rest, 'ORC')), line(lines, 'PD1'), ...rest.slice(index(rest, 'ORC'))];
    });
    expect(swapped.words).toEqual([
      'segment-out-of-order E PD1: PD1 does not stand where the guide has it. This segment was ignored.',
    ]);
  });

  test('two errors where one may be told: an answer with a patient has one ERR', () => {
    const error = line(SOUND.Z23.split('\r'), 'ERR');
    const [head = '', msa = '', ...rest] = SOUND.Z32.split('\r');
    expect(found('Z32', () => [head, msa, error, error, ...rest]).words[0]).toContain(
      'segment-repeated E ERR[2]',
    );
    expect(found('Z23', (lines) => [...lines, error, error]).words).toEqual([]);
  });
});

test('whatever stands where, each segment is found out of place at most once', () => {
  const names = ['PID', 'PD1', 'NK1', 'ORC', 'RXA', 'RXR', 'OBX', 'NTE', 'MSA', 'QPD', 'QAK', 'ERR', 'ZZZ'];
  fc.assert(
    fc.property(
      fc.constantFrom(...PROFILES),
      fc.array(fc.constantFrom(...names), { maxLength: 25 }),
      (id, body) => {
        const misplaced = checkStructure(parsed(['MSH|^~\\&|', ...body].join('\r')), structureOf(id));
        const segments = misplaced.flatMap((one) => (one.kind === 'missing' ? [] : [one.segment]));
        expect(new Set(segments).size).toBe(segments.length);
      },
    ),
    { numRuns: 500 },
  );
});
