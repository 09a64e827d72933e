import { parseMessage, type Segment } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import type { CredentialHolder } from '../accounts/queries.ts';
import { demographicsOf } from '../registry/demographics.ts';
import { identifiersOf, identityOf, KEY_KIND, nameKey, sourceIdKey } from '../registry/identity.ts';
import type { ReportedDose } from '../registry/doses.ts';
import type { Submission } from './submission.ts';
import type { Sender } from './identify.ts';
import { decideRecord, type KnownState, type RecordDecision } from './record.ts';

const CLINIC_ORGANIZATION = {
  organizationId: 'clinic',
  code: 'DE-1',
  codeKey: 'DE1',
  parentId: undefined,
  stage: 'production',
  mayQuery: true,
  isClient: false,
} as const;
const HOLDER: CredentialHolder = {
  ...CLINIC_ORGANIZATION,
  kind: 'site',
  credentialId: 'c',
  passwordHash: '',
  expiresAt: undefined,
  revokedAt: undefined,
};
const CLINIC: Sender = { holder: HOLDER, responsible: CLINIC_ORGANIZATION };
const PHARMACY: Sender = {
  holder: HOLDER,
  responsible: { ...CLINIC_ORGANIZATION, organizationId: 'pharmacy', codeKey: 'DE2' },
};
const NOTHING: KnownState = { persons: [], sources: [], reports: [] };
const AT = new Date('2025-03-20T17:15:00Z');

const PID = 'PID|1||1001^^^A^MR||Wren^Ana^Luz||20240315|F';
const ANA = nameKey({ last: 'WREN', first: 'ANA', middle: '', birthDate: '2024-03-15', sex: '' }) ?? '';
const CHART = sourceIdKey('DE1', { id: '1001', authority: 'A', type: 'MR' });

function pidOf(line: string): Segment {
  const parsed = parseMessage(`MSH|^~\\&|\r${line}`);
  const pid = parsed.ok ? parsed.message.first('PID') : undefined;
  if (!pid) throw new Error('the line is no PID');
  return pid;
}

function submission(line = PID, doses: readonly Partial<ReportedDose>[] = []): Submission {
  const pid = pidOf(line);
  const identity = identityOf(pid, { name: 5, birthDate: 7, sex: 8 });
  return {
    identity: { ...identity, birthDate: identity.birthDate ?? '' },
    identifiers: identifiersOf(pid, 3),
    identifierText: pid.raw(3),
    demographics: demographicsOf(pid, undefined, []),
    protection: '',
    doses: doses.map((dose, index) => ({
      dose: {
        fillerId: 'D1^',
        action: 'A',
        administeredOn: '2025-01-10',
        codes: ['CVX:03'],
        completion: 'CP',
        segments: 'ORC\rRXA',
        contentHash: JSON.stringify([dose.fillerId, dose.administeredOn, dose.codes]),
        ...dose,
      },
      order: index + 1,
      occurrence: index + 1,
      administered: true,
      administeredAt: '',
    })),
  };
}

let ids = 0;
const decide = (of: Submission, known: KnownState = NOTHING, sender = CLINIC): RecordDecision =>
  decideRecord(of, known, {
    sender,
    at: AT,
    newId: () => `id-${++ids}`,
    pack: { registry: { application: '', facility: '', authority: 'CAIRN' } },
  });

function effectsOf({ effects }: RecordDecision): NonNullable<RecordDecision['effects']> {
  if (!effects) throw new Error('nothing was recorded');
  return effects;
}

/** What is known once these effects have been written on top of `before`. */
function after(
  decision: RecordDecision,
  before: KnownState = NOTHING,
  organizationId = 'clinic',
): KnownState {
  const { person, newKeys, source, reports } = effectsOf(decision);
  const { personId } = person;
  const known = before.persons.find((other) => other.personId === personId);
  const keys = [...(known?.keys ?? []), ...newKeys.map(({ key }) => key)];
  return {
    persons: [...before.persons.filter((other) => other !== known), { ...person, keys }],
    sources: [...(source ? [{ ...source, personId, organizationId }] : []), ...before.sources],
    reports: [
      ...before.reports,
      ...reports.map((report) => ({ ...report, personId, organizationId, personVersion: person.version })),
    ],
  };
}

const KNOWN = after(decide(submission(PID, [{}])));
const [PERSON] = KNOWN.persons;
const whose = (line: string, sender = CLINIC): string => {
  const decision = decide(submission(line), KNOWN, sender);
  if (!decision.effects) return 'refused';
  return decision.effects.person.personId === PERSON?.personId ? 'the person known' : 'someone new';
};

describe('someone not known yet', () => {
  const { person, newKeys, source, reports } = effectsOf(decide(submission(PID, [{}])));

  test('is made, with version 1 and what the message says', () => {
    expect(person).toMatchObject({
      version: 1,
      lastName: 'WREN',
      firstName: 'ANA',
      birthDate: '2024-03-15',
      sex: 'F',
      isProtected: false,
      at: AT,
    });
  });

  test('can be found by chart number and by name', () => {
    expect(newKeys).toMatchObject([
      { key: CHART, kind: KEY_KIND.sourceId },
      { key: ANA, kind: KEY_KIND.nameAndBirthDate },
    ]);
  });

  test('has what this source said, and the dose', () => {
    expect(source).toMatchObject({ idKey: CHART, identifiers: '1001^^^A^MR' });
    expect(reports).toMatchObject([{ doseKey: 'D1^', action: 'A', codes: ['CVX:03'] }]);
  });

  test('without a chart number is found by name alone', () => {
    const { newKeys: keys, source: said } = effectsOf(decide(submission(PID.replace('MR', 'SS'))));
    expect(keys).toMatchObject([{ key: ANA, kind: KEY_KIND.nameAndBirthDate }]);
    expect(said?.idKey).toBe(sourceIdKey('DE1', { id: '', authority: '', type: '' }));
  });
});

describe('whose message it is', () => {
  const own = (line: string): string => line.replace('1001^^^A^MR', `${PERSON?.personId}^^^CAIRN^SR`);

  test.each([
    ['the chart number, spelled otherwise', PID.replace('1001^^^A', '1001 ^^^a'), 'the person known'],
    ['the chart number with another last name', PID.replace('Wren', 'Lark'), 'the person known'],
    ['the chart number with another name', PID.replace('Wren^Ana', 'Lark^Eva'), 'the person known'],
    ['the chart number with another birth date', PID.replace('20240315', '20240316'), 'the person known'],
    ['name and birth date under another number', PID.replace('1001', '1002'), 'the person known'],
    [
      'name and birth date with a middle initial',
      PID.replace('1001', '1002').replace('Luz', 'L'),
      'the person known',
    ],
    ['name and birth date, but another sex', PID.replace('1001', '1002').replace('|F', '|M'), 'someone new'],
    [
      'name and birth date, but another middle name',
      PID.replace('1001', '1002').replace('Luz', 'Mae'),
      'someone new',
    ],
    ['another name under another number', PID.replace('1001', '1002').replace('Ana', 'Eva'), 'someone new'],
    [
      'the chart number, and nothing else agrees',
      PID.replace('Wren^Ana', 'Lark^Mia').replace('20240315', '20110101'),
      'refused',
    ],
  ])('%s: %s', (_, line, expected) => {
    expect(whose(line)).toBe(expected);
  });

  test('the same number of another organization is another number', () => {
    expect(whose(PID.replace('Ana', 'Eva'), PHARMACY)).toBe('someone new');
    expect(whose(PID, PHARMACY)).toBe('the person known');
  });

  test("the registry's own id counts for every organization, before any other", () => {
    const persons = KNOWN.persons.map((person) => ({
      ...person,
      personId: '0190b3a0-7e9a-7c3e-8f00-0123456789ab',
    }));
    const other = { ...persons[0], personId: 'other', keys: [CHART] };
    const line = own(PID.replace('Ana', 'Eva')).replace(`${PERSON?.personId}`, `${persons[0]?.personId}`);
    const known = { ...NOTHING, persons: [...KNOWN.persons.map((p) => ({ ...p, ...other })), ...persons] };
    expect(effectsOf(decide(submission(line.replace('^SR', '^SR~1001^^^A^MR')), known)).person.personId).toBe(
      persons[0]?.personId,
    );
  });

  test('an id under which nothing agrees is refused, with words; nothing is recorded', () => {
    const stranger = PID.replace('Wren^Ana', 'Lark^Mia').replace('20240315', '20110101');
    expect(decide(submission(stranger, [{}]), KNOWN)).toMatchObject({
      effects: undefined,
      findings: [
        {
          code: 'patient-id-names-someone-else',
          severity: 'E',
          path: 'PID-3',
          message:
            'MESSAGE REJECTED. Your patient id is recorded here for someone else than the name and birth date say. Nothing was recorded.',
        },
      ],
    });
  });
});

describe('someone known', () => {
  test('gets the next version, each time', () => {
    const second = after(decide(submission(), KNOWN), KNOWN);
    expect(second.persons[0]?.version).toBe(2);
    expect(effectsOf(decide(submission(), second)).person.version).toBe(3);
  });

  test('told the same again: no new key, no new source, no new dose', () => {
    const { effects, findings } = decide(submission(PID, [{}]), KNOWN);
    expect(effects).toMatchObject({ newKeys: [], reports: [] });
    expect(effects).not.toHaveProperty('source');
    expect(findings).toEqual([]);
  });

  test('is known under a new chart number and a new name from then on', () => {
    const { newKeys } = effectsOf(decide(submission(PID.replace('Wren', 'Lark')), KNOWN));
    expect(newKeys.map(({ kind }) => kind)).toEqual([KEY_KIND.nameAndBirthDate]);
    expect(
      effectsOf(decide(submission(PID.replace('1001', '1002')), KNOWN)).newKeys.map(({ kind }) => kind),
    ).toEqual([KEY_KIND.sourceId]);
  });

  test('is protected as soon as a source says so, until that source takes it back', () => {
    const said = (protection: 'Y' | 'N' | '', more = {}): Submission => ({
      ...submission(),
      ...more,
      protection,
    });
    const other = { identifierText: 'changed' };
    const locked = after(decide(said('Y', other), KNOWN), KNOWN);
    expect(locked.persons[0]?.isProtected).toBe(true);
    expect(effectsOf(decide(said('N'), locked, PHARMACY)).person.isProtected).toBe(true);
    expect(effectsOf(decide(said('', { identifierText: 'again' }), locked)).person.isProtected).toBe(true);
    expect(effectsOf(decide(said('N', { identifierText: 'again' }), locked)).person.isProtected).toBe(false);
  });

  test('who shares name and birth date with another: each is found by what tells them apart', () => {
    const brother = PID.replace('1001', '1002').replace('|F', '|M');
    const first = decide(submission(brother), KNOWN);
    const both = after(first, KNOWN);
    expect(effectsOf(decide(submission(brother), both)).person.personId).toBe(
      effectsOf(first).person.personId,
    );
    expect(effectsOf(decide(submission(PID.replace('1001', '1003')), both)).person.personId).toBe(
      PERSON?.personId,
    );
  });

  test('who shares them and came without chart number is found again, not made anew with every message', () => {
    const brother = submission(PID.replace('^MR', '^SS').replace('|F', '|M'));
    const first = decide(brother, KNOWN);
    const again = decide(brother, after(first, KNOWN));
    expect(effectsOf(again).person.personId).toBe(effectsOf(first).person.personId);
  });
});

describe('the doses of a message', () => {
  test('what it reports first is known to what it reports next', () => {
    const { effects, findings } = decide(submission(PID, [{}, { action: 'D' }, { action: 'D' }]));
    expect(effects?.reports.map(({ action }) => action)).toEqual(['A', 'D']);
    expect(findings).toMatchObject([{ code: 'deleted-before', path: 'ORC[3]-3' }]);
  });

  test('one id for every dose of a visit: both doses stand', () => {
    const { effects } = decide(submission(PID, [{ codes: ['CVX:03'] }, { codes: ['CVX:20'] }]));
    expect(new Set(effects?.reports.map(({ doseKey }) => doseKey)).size).toBe(2);
    expect(new Set(effects?.reports.map(({ reportId }) => reportId)).size).toBe(2);
  });

  test('doses of another organization, or of another person, are not touched', () => {
    const { effects, findings } = decide(submission(PID, [{ action: 'D' }]), KNOWN, PHARMACY);
    expect(effects?.reports).toEqual([]);
    expect(findings).toMatchObject([{ code: 'nothing-to-delete', severity: 'E', path: 'ORC[1]-3' }]);
    const eva = submission(PID.replace('1001', '1002').replace('Ana', 'Eva'), [{ action: 'D' }]);
    expect(decide(eva, KNOWN).findings).toMatchObject([{ code: 'nothing-to-delete' }]);
  });
});
