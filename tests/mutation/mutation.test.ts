import { check, type CheckResult, compileGuide, ymdOf } from '@cairn/guide';
import { parseMessage } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import { decide } from '../../server/src/exchange/decide.ts';
import { guideOn } from '../../server/src/exchange/guide.ts';
import { takeIn } from '../../server/src/exchange/intake.ts';
import { jurisdiction } from '../../server/src/platform/jurisdiction.ts';
import { type Mutant, mutate, random } from './mutate.ts';
import { SOUND_MESSAGES } from './sound-messages.ts';
import { NOBODY_KNOWN, HOLDER } from './sender.ts';

/*
 * Ten thousand messages with one fault each, from fifty without any: every one is answered, the answer keeps to the
 * guide, a required value that is gone is reported at its place, and nothing is an error where nothing was changed.
 */
const MUTATIONS = 10_000;
const SEED = 20_260_421;
const NOW = new Date('2026-04-21T18:00:00Z');
const TODAY = '2026-04-21';

const found = jurisdiction('california');
if (!found) throw new Error('there is no pack for California');
const pack = found;
const guide = guideOn(pack, TODAY);
/** The guide to the letter, for answers. */
const strict = compileGuide();

const checked = (text: string): CheckResult | undefined => {
  const parsed = parseMessage(text);
  return parsed.ok ? check(parsed.message, { today: ymdOf(TODAY), guide, text }) : undefined;
};

let ids = 0;
function answerTo(text: string): string {
  const decision = decide(
    takeIn(text, guide, ymdOf(TODAY)),
    {
      address: 'production',
      operation: 'submitSingleMessage',
    },
    HOLDER,
    NOBODY_KNOWN,
    {
      now: NOW,
      jurisdiction: pack,
      newId: () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
      unfit: undefined,
      mayMiss: true,
    },
  );
  if (decision.reply.kind !== 'answer') throw new Error(`${decision.reply.kind}: ${decision.reply.detail}`);
  return decision.reply.text;
}

function mutants(): readonly Mutant[] {
  const next = random(SEED);
  return Array.from({ length: MUTATIONS }, (_, index) => {
    const sound = SOUND_MESSAGES[index % SOUND_MESSAGES.length];
    if (!sound) throw new Error('there are no sound messages');
    return mutate(sound, next);
  });
}

/** What the guide requires of each segment (R, and C where the message makes it R), as fields and components. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  MSH: ['7', '9', '9.1', '9.2', '9.3', '10', '11', '12', '15', '16', '21', '21.1'],
  PID: [
    '1',
    '3',
    '3.1',
    '3.4',
    '3.5',
    '5',
    '5.1',
    '5.2',
    '5.7',
    '6.1',
    '6.7',
    '7',
    '8',
    '10.1',
    '10.3',
    '11.7',
    '22.1',
    '22.3',
  ],
  PD1: ['11.1', '11.3'],
  NK1: ['1', '2', '2.1', '2.2', '2.7', '3', '3.1', '3.3', '4.7'],
  ORC: ['1', '3', '3.1', '10.9', '10.13', '12.9', '12.13'],
  RXA: ['1', '2', '3', '5', '5.1', '6', '9.3', '10.9', '10.13', '17.1', '17.3'],
  RXR: ['1', '1.1', '1.3', '2.1', '2.3'],
  OBX: ['1', '2', '3', '3.1', '3.3', '4', '5', '11', '17.1', '17.3'],
  QPD: ['1', '1.1', '2', '3.1', '3.5', '4.1', '4.2', '4.7', '6.1'],
  RCP: ['2', '2.1', '2.2'],
};
/** Required values whose absence has a finding of its own. */
const OWN_CODE: Readonly<Record<string, string>> = {
  'MSH-9': 'message-type-unsupported',
  'MSH-9.1': 'message-type-unsupported',
  'MSH-9.2': 'trigger-event-unsupported',
  'MSH-11': 'processing-id-unsupported',
  'MSH-12': 'version-unsupported',
};

describe('sound messages', () => {
  test.each(SOUND_MESSAGES)('$name has no fault', ({ text }) => {
    expect(checked(text)).toMatchObject({ ack: 'AA', isRefused: false });
    expect(checked(text)?.findings.filter(({ severity }) => severity !== 'I')).toEqual([]);
    expect(answerTo(text)).toContain('\rMSA|AA|');
  });
});

describe(`${MUTATIONS} messages with one fault`, () => {
  const all = mutants();

  test('are made of every kind of fault', () => {
    const kinds = new Set(all.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual([
      'bad-code',
      'bad-date',
      'characters',
      'cut',
      'drop-field',
      'segments',
    ]);
  });

  test('are all answered, and the answers keep to the guide', () => {
    for (const { text, what } of all) {
      const answer = answerTo(text);
      const parsed = parseMessage(answer);
      if (!parsed.ok) throw new Error(`${what}: the answer does not parse: ${answer}`);
      const { profile, findings } = check(parsed.message, { today: ymdOf(TODAY), guide: strict });
      expect([what, profile, ...findings.filter(({ severity }) => severity === 'E')]).toEqual([
        what,
        expect.stringMatching(/^Z(23|33)$/),
      ]);
    }
  });

  test('are found wrong where they are wrong: a required value that is gone is reported at its place', () => {
    let tried = 0;
    for (const { kind, at, text, what } of all) {
      if (kind !== 'drop-field' || !at) continue;
      const place = `${at.field}${at.component === undefined ? '' : `.${at.component}`}`;
      if (!REQUIRED[at.segment]?.includes(place)) continue;
      const path = new RegExp(`^${at.segment}(\\[${at.occurrence}\\])?-${at.field}(\\.|$)`);
      const findings = checked(text)?.findings.filter((finding) => path.test(finding.path ?? '')) ?? [];
      const code = OWN_CODE[`${at.segment}-${place}`];
      const right = findings.filter((finding) =>
        code === undefined ? finding.value === 'missing' : finding.code === code,
      );
      expect([what, right.length > 0]).toEqual([what, true]);
      tried++;
    }
    expect(tried).toBeGreaterThan(400);
  });

  test('have no error where nothing was changed', () => {
    for (const { text, touches, what } of all) {
      const elsewhere = (checked(text)?.findings ?? []).filter(
        ({ severity, path = '' }) => severity === 'E' && path !== '' && !touches.includes(path.slice(0, 3)),
      );
      expect([what, ...elsewhere]).toEqual([what]);
    }
  });

  test('find the same again', () => {
    for (const { text } of all.slice(0, 1000))
      expect(checked(text)?.findings).toEqual(checked(text)?.findings);
  });
});
