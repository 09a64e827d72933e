import { describe, expect, test } from 'vitest';
import { type Comparison, compareWithRegistry } from './comparison.ts';
import { given, historical, NK1, PD1, PID, withField } from './testing/messages.ts';
import { MemoryRegistry } from './testing/registry.ts';
import { namingOf, record, senderOf, submissionOf } from './testing/submissions.ts';
import { decideRecord } from './record.ts';

const AT = new Date('2025-03-20T18:00:00Z');
let ids = 0;
const newId = (): string => `id-${String(++ids).padStart(6, '0')}`;
const CLINIC = senderOf('clinic');
const OTHER = senderOf('other');

/** What the registry, holding what others sent, makes of these segments of the clinic. */
function compare(
  lines: readonly string[],
  before: readonly (readonly [typeof CLINIC, readonly string[]])[] = [],
): Comparison {
  const registry = new MemoryRegistry();
  for (const [sender, sent] of before) record(registry, submissionOf(...sent), { sender, saidAt: AT, newId });
  const submission = submissionOf(...lines);
  const known = registry.look(namingOf(submission, CLINIC));
  const { effects } = decideRecord(submission, known, { sender: CLINIC, at: AT, saidAt: AT, newId });
  return compareWithRegistry(effects, known.found, submission, known.history);
}

const ANA = [PID, PD1, NK1];
const filled = ({ completeness }: Comparison): readonly string[] =>
  completeness.flatMap(({ field, isFilled }) => (isFilled ? [field] : []));

describe('the person', () => {
  test('is new to a registry that knows nobody', () => {
    expect(compare([...ANA, ...given()]).person).toBe('new');
  });

  test('is known where another clinic sent them', () => {
    expect(compare([...ANA, ...given()], [[OTHER, [...ANA, ...given()]]]).person).toBe('known');
  });

  test('needs a look where it may be somebody else', () => {
    const twin = withField(withField(PID, 3, '2002^^^CLINIC^MR'), 8, 'M');
    const reused = withField(withField(PID, 5, 'Finch^Bruno^^^^^L'), 7, '20110511');
    const compared = compare([reused, ...given()], [[CLINIC, [PID, PD1, NK1, ...given()]]]);
    expect(compared.person).toBe('needs-review');
    expect(compare([twin, ...given()]).person).toBe('new');
  });
});

describe('the doses', () => {
  const before = [[OTHER, [...ANA, ...given({ id: 'X9^OTHER' })]]] as const;
  test.each([
    [
      'new',
      [...given(), ...historical({ id: 'D2^C', day: '20240601' })],
      [],
      { new: 2, known: 0, changed: 0 },
    ],
    ['known by another organization', given(), before, { new: 0, known: 1, changed: 0 }],
    ['new beside one of another day', given({ day: '20250115' }), before, { new: 1, known: 0, changed: 0 }],
    ['the same once more', given(), [[CLINIC, [...ANA, ...given()]]], { new: 0, known: 1, changed: 0 }],
    [
      'changed',
      given({ action: 'U', place: 'DE-000009' }),
      [[CLINIC, [...ANA, ...given()]]],
      { new: 0, known: 0, changed: 1 },
    ],
    ['deleted', given({ action: 'D' }), [[CLINIC, [...ANA, ...given()]]], { new: 0, known: 0, changed: 1 }],
    ['deleted and never known', given({ action: 'D' }), [], { new: 0, known: 0, changed: 0 }],
  ] as const)('are %s', (_, doses, known, counted) => {
    expect(compare([...ANA, ...doses], known).doses).toEqual(counted);
  });
});

describe('completeness', () => {
  test('of a whole message', () => {
    expect(filled(compare([...ANA, ...given()]))).toEqual([
      'guardian',
      'mothers-maiden-name',
      'address',
      'phone',
      'race',
      'ethnicity',
      'vaccine-specific',
      'lot-number',
      'expiration-date',
      'eligibility',
    ]);
  });

  test.each([
    ['guardian', [PID, PD1, ...given()]],
    ['mothers-maiden-name', [withField(PID, 6, ''), NK1, ...given()]],
    ['address', [withField(PID, 11, '""'), NK1, ...given()]],
    ['phone', [withField(PID, 13, '^NET^Internet^ana@example.org'), NK1, ...given()]],
    ['race', [withField(PID, 10, ''), NK1, ...given()]],
    ['ethnicity', [withField(PID, 22, ''), NK1, ...given()]],
    ['vaccine-specific', [...ANA, ...given({ vaccine: '88^influenza, unspecified^CVX' })]],
    [
      'lot-number',
      [...ANA, ...given().map((line) => (line.startsWith('RXA') ? withField(line, 15, '') : line))],
    ],
    [
      'expiration-date',
      [...ANA, ...given().map((line) => (line.startsWith('RXA') ? withField(line, 16, '') : line))],
    ],
    ['eligibility', [...ANA, ...given().filter((line) => !line.includes('64994-7'))]],
  ] as const)('misses %s', (field, lines) => {
    expect(compare(lines).completeness).toContainEqual({ field, isFilled: false });
  });

  test.each(['^NET^Internet^ana@example.org', '^PRN^PH^^^916^5550100~^NET^X.400^ana@example.org'])(
    'finds the e-mail address in %s',
    (telecom) => {
      expect(filled(compare([withField(PID, 13, telecom), ...given()]))).toContain('email');
    },
  );

  test('says nothing of doses that the site did not give', () => {
    const { completeness } = compare([...ANA, ...historical()]);
    expect(completeness.map(({ field }) => field)).not.toContain('lot-number');
  });

  test('holds no value of the message', () => {
    expect(JSON.stringify(compare([...ANA, ...given()]))).not.toMatch(/Wren|Rosa|X100A|Sacramento|5550100/);
  });
});
