import { describe, expect, test } from 'vitest';
import { chartKey, nameKeysOf } from '../registry/find-person.ts';
import { standingDoses } from '../registry/history.ts';
import { sourceIdKey } from '../registry/identity.ts';
import type { ReportedDose } from '../registry/doses.ts';
import type { PersonKey } from '../registry/keys.ts';
import type { Submission } from './submission.ts';
import type { Sender } from './identify.ts';
import { decideRecord, type RecordDecision } from './record.ts';
import { MemoryRegistry } from './testing/registry.ts';
import { namingOf, senderOf, submissionOf } from './testing/submissions.ts';

const CLINIC = senderOf('clinic');
const PHARMACY = senderOf('pharmacy');
const AT = new Date('2025-03-20T17:15:00Z');
const minutes = (count: number): Date => new Date(AT.getTime() + count * 60_000);

const PID =
  'PID|1||1001^^^A^MR||Wrenfield^Ana^Luz|Larkspur|20240315|F|||12 Juniper Lane^^Sacramento^CA^95814';
/** Someone of her name, birth date and sex, and nothing else. */
const ALONE = 'PID|1||1002^^^A^MR||Wrenfield^Ana||20240315|F';
const STRANGER = 'PID|1||1001^^^A^MR||Larkmoor^Mia||20110101|F';
const CHART = sourceIdKey('CLINIC', { id: '1001', authority: 'A', type: 'MR' });
const NAME = nameKeysOf(submissionOf(PID).record('CLINIC'));

function submission(line = PID, doses: readonly Partial<ReportedDose>[] = []): Submission {
  return {
    ...submissionOf(line),
    doses: doses.map((dose, index) => ({
      dose: {
        fillerId: 'D1^',
        action: 'A',
        administeredOn: '2025-01-10',
        codes: ['CVX:03'],
        completion: 'CP',
        segments: 'ORC\rRXA',
        contentHash: JSON.stringify([dose.fillerId, dose.administeredOn, dose.codes, dose.segments]),
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
const newId = (): string => `id-${String(++ids).padStart(6, '0')}`;
type Options = { readonly sender?: Sender; readonly saidAt?: Date };

function decide(
  of: Submission,
  known = new MemoryRegistry(),
  { sender = CLINIC, saidAt = AT }: Options = {},
) {
  return decideRecord(of, known.look(namingOf(of, sender)), { sender, at: AT, saidAt, newId });
}

const effectsOf = ({ effects }: RecordDecision): RecordDecision['effects'] => effects;

/** A registry in which these have been recorded, one after the other. */
function after(...all: readonly (Submission | readonly [Submission, Options])[]): MemoryRegistry {
  const registry = new MemoryRegistry();
  for (const each of all) {
    const [of, options = {}] = 'length' in each ? each : [each];
    registry.write(
      decide(of, registry, options).effects,
      (options.sender ?? CLINIC).responsible.organizationId,
    );
  }
  return registry;
}

const KNOWN = after(submission(PID, [{}]));
const [PERSON] = KNOWN.persons;
const whose = (line: string, sender = CLINIC): string => {
  const { effects } = decide(submission(line), KNOWN, { sender });
  if (effects.person.personId === PERSON?.personId) return 'the person known';
  return effects.tasks.length > 0
    ? `someone new, ${effects.tasks.map(({ kind }) => kind).join()}`
    : 'someone new';
};

describe('someone not known yet', () => {
  const { person, claim, source, reports, tasks, decisions } = effectsOf(decide(submission(PID, [{}])));

  test('is made, with version 1 and what the message says', () => {
    expect(person).toMatchObject({
      version: 1,
      lastName: 'WRENFIELD',
      firstName: 'ANA',
      birthDate: '2024-03-15',
      sex: 'F',
      isProtected: false,
      isDeceased: false,
      at: AT,
    });
    expect(person.demographics.stated).toEqual({
      [`${AT.toISOString()} ${CHART}`]: ['PID-11', 'PID-5', 'PID-6', 'PID-7', 'PID-8'],
    });
  });

  test('can be found by chart number and by name', () => {
    expect(source?.keys).toEqual(expect.arrayContaining<PersonKey>([chartKey(CHART), ...NAME]));
  });

  test('has what this source said, and the dose', () => {
    expect(source).toMatchObject({ idKey: CHART, identifiers: '1001^^^A^MR' });
    expect(reports).toMatchObject([{ doseKey: 'D1^', idKey: CHART, action: 'A', codes: ['CVX:03'] }]);
  });

  test('is made only if nobody has come to share a key since', () => {
    expect(claim).toMatchObject({ keys: source?.keys, seen: 0 });
    expect(claim?.locks).toHaveLength(2);
    const near = effectsOf(decide(submission(ALONE), KNOWN));
    expect(near.claim?.keys).toEqual(near.source?.keys);
    const shared = near.source?.keys.filter((key) => KNOWN.holders(key) > 0) ?? [];
    expect(shared.length).toBeGreaterThan(0);
    expect(near.claim?.seen).toBe(shared.length);
  });

  test('is nobody’s double', () => {
    expect(tasks).toEqual([]);
    expect(decisions).toEqual([]);
  });

  test('without a chart number is kept under what it is called by', () => {
    const { source: said } = effectsOf(decide(submission(PID.replace('MR', 'SS'))));
    expect(said?.keys).toEqual(expect.arrayContaining<PersonKey>([...NAME, chartKey(said?.idKey ?? '')]));
    const { source: again } = effectsOf(decide(submission(PID.replace('MR', 'SS'))));
    expect(again?.idKey).toBe(said?.idKey);
    const { source: other } = effectsOf(decide(submission(PID.replace('MR', 'SS').replace('Ana', 'Eva'))));
    expect(other?.idKey).not.toBe(said?.idKey);
  });
});

describe('whose message it is', () => {
  const other = PID.replace('1001', '1002');

  test.each([
    ['the chart number, spelled otherwise', PID.replace('1001^^^A', '1001 ^^^a'), 'the person known'],
    ['the chart number with another last name', PID.replace('Wrenfield', 'Larkmoor'), 'the person known'],
    ['the chart number with another name', PID.replace('Wrenfield^Ana', 'Larkmoor^Eva'), 'the person known'],
    ['the chart number with another birth date', PID.replace('20240315', '20240316'), 'the person known'],
    ['all else under another number', other, 'the person known'],
    ['all else with a middle initial', other.replace('Luz', 'L'), 'the person known'],
    ['all else with a slip in the name', other.replace('Wrenfield', 'Wrenfeild'), 'the person known'],
    ['all else, but another sex', other.replace('|F', '|M'), 'the person known'],
    ['name, birth date and sex under another number', ALONE, 'someone new, possible-duplicate'],
    ['all else, but another middle name', other.replace('Luz', 'Mae'), 'someone new, possible-duplicate'],
    ['another first name under another number', other.replace('Ana^Luz', 'Eva^Mae'), 'someone new'],
    ['the chart number, and nothing else agrees', STRANGER, 'someone new, chart-reused'],
  ])('%s: %s', (_, line, expected) => {
    expect(whose(line)).toBe(expected);
  });

  test('the same number of another organization is another number', () => {
    expect(whose(PID.replace('Ana^Luz', 'Eva^Mae'), PHARMACY)).toBe('someone new');
    expect(whose(STRANGER, PHARMACY)).toBe('someone new');
    expect(whose(PID, PHARMACY)).toBe('the person known');
  });

  test("the registry's own id counts for every organization, before any other", () => {
    const id = '0190b3a0-7e9a-7c3e-8f00-0123456789ab';
    const registry = after(submission(PID));
    const eva = PID.replace('Ana', 'Eva').replace('1001', '2002');
    if (!PERSON) throw new Error('someone is known');
    registry.add({ ...PERSON, personId: id, keys: [] });
    const line = eva.replace('2002^^^A^MR', `1001^^^A^MR~${id}^^^CAIRN^SR`);
    expect(effectsOf(decide(submission(line), registry, { sender: PHARMACY })).person.personId).toBe(id);
    expect(effectsOf(decide(submission(line), registry)).person.personId).toBe(id);
  });

  test('an id under which nothing agrees is not believed: all is recorded for a new person, with words', () => {
    const { effects, findings } = decide(submission(STRANGER, [{}]), KNOWN);
    expect(effects.person).toMatchObject({ version: 1, lastName: 'LARKMOOR' });
    expect(effects.reports).toHaveLength(1);
    const [personA, personB] = [PERSON?.personId ?? '', effects.person.personId].toSorted();
    expect(effects.tasks).toMatchObject([{ kind: 'chart-reused', personA, personB }]);
    expect(findings).toMatchObject([
      {
        code: 'patient-id-names-someone-else',
        severity: 'W',
        path: 'PID-3',
        message:
          'Your patient id is recorded here for someone else than the name and birth date say. The message was recorded for a new person; the registry will look at both.',
      },
    ]);
  });

  test('the number is then that of two, and each is found by it who is meant', () => {
    const both = after(submission(PID), submission(STRANGER));
    expect(both.holders(chartKey(CHART))).toBe(2);
    const [first, second] = both.persons;
    expect(effectsOf(decide(submission(STRANGER), both)).person).toMatchObject({
      personId: second?.personId,
      version: 2,
    });
    expect(effectsOf(decide(submission(PID), both)).person).toMatchObject({
      personId: first?.personId,
      version: 2,
    });
    expect(decide(submission(STRANGER), both)).toMatchObject({ effects: { tasks: [] }, findings: [] });
  });

  test('one who is found by what it is called is weighed, and what was held is kept', () => {
    const { decisions, source, claim } = effectsOf(decide(submission(other), KNOWN));
    expect(decisions).toMatchObject([
      { personId: PERSON?.personId, otherId: source?.sourceId, outcome: 'match', at: AT },
    ]);
    // The new chart must not have become someone else's meanwhile.
    expect(claim).toMatchObject({ seen: 0 });
    expect(claim?.keys).toHaveLength(1);
    expect(effectsOf(decide(submission(PID), KNOWN))).toMatchObject({ decisions: [] });
  });
});

describe('someone known', () => {
  test('gets the next version, each time', () => {
    const second = after(submission(), submission());
    expect(second.persons[0]?.version).toBe(2);
    expect(effectsOf(decide(submission(), second)).person.version).toBe(3);
  });

  test('told the same again: no new key, no new source, no new dose; but when it was said last', () => {
    const { effects, findings } = decide(submission(PID, [{}]), KNOWN, { saidAt: minutes(5) });
    expect(effects).toMatchObject({ reports: [], tasks: [], decisions: [], saidAt: minutes(5) });
    expect(effects).not.toHaveProperty('source');
    expect(effects).not.toHaveProperty('claim');
    expect(effects.restated).toBe(KNOWN.sources[0]?.sourceId);
    expect(findings).toEqual([]);
  });

  test('is known under a new chart number and a new name from then on', () => {
    const married = after(submission(), submission(PID.replace('Wrenfield', 'Larkmoor')));
    const name = nameKeysOf(submissionOf(PID.replace('Wrenfield', 'Larkmoor')).record('CLINIC'));
    expect(married.persons).toHaveLength(1);
    for (const key of [...name, ...NAME]) expect(married.holders(key)).toBe(1);
    const moved = after(submission(), submission(PID.replace('1001', '1002')));
    expect(moved.persons).toHaveLength(1);
    expect(moved.holders(chartKey(sourceIdKey('CLINIC', { id: '1002', authority: 'A', type: 'MR' })))).toBe(
      1,
    );
  });

  test('is protected as soon as a source says so, until that source takes it back', () => {
    const said = (protection: 'Y' | 'N' | '', more = {}): Submission => ({
      ...submission(),
      ...more,
      protection,
    });
    const other = { identifierText: 'changed' };
    const locked = after(submission(), said('Y', other));
    expect(locked.persons[0]?.isProtected).toBe(true);
    const isProtected = (of: Submission, options = {}) =>
      effectsOf(decide(of, locked, options)).person.isProtected;
    expect(isProtected(said('N'), { sender: PHARMACY })).toBe(true);
    expect(isProtected(said('', { identifierText: 'again' }))).toBe(true);
    expect(isProtected(said('N', { identifierText: 'again' }))).toBe(false);
  });

  test('is not unlocked by what was said before', () => {
    const said = (protection: 'Y' | 'N', text: string): Submission => ({
      ...submission(),
      identifierText: text,
      protection,
    });
    const locked = after([said('Y', 'new'), { saidAt: minutes(10) }]);
    const { person } = effectsOf(decide(said('N', 'old'), locked, { saidAt: minutes(5) }));
    expect(person.isProtected).toBe(true);
  });

  test('who shares name and birth date with another: each is found by what tells them apart', () => {
    const namesake = ALONE.replace('|F', '|M');
    const first = decide(submission(namesake), KNOWN);
    const both = after(submission(PID, [{}]), submission(namesake));
    const [ana, other] = both.persons;
    expect(first.effects.tasks).toHaveLength(1);
    expect(effectsOf(decide(submission(namesake), both)).person.personId).toBe(other?.personId);
    expect(effectsOf(decide(submission(PID.replace('1001', '1003')), both)).person.personId).toBe(
      ana?.personId,
    );
  });

  test('who came without chart number is found again by the same words, not made anew with every message', () => {
    const without = submission(PID.replace('^MR', '^SS'));
    const again = after(without, without, without);
    expect(again.persons).toMatchObject([{ version: 3 }]);
  });

  test('what was said before what is known does not replace it, whenever it arrives', () => {
    const moved = PID.replace('12 Juniper Lane', '9 Harbour Road');
    const now = after([submission(moved), { saidAt: minutes(10) }]);
    const { person, source } = effectsOf(decide(submission(PID), now, { saidAt: AT }));
    expect(person.demographics.fields['PID-11']).toContain('9 Harbour Road');
    expect(source?.demographics.fields['PID-11']).toContain('12 Juniper Lane');
  });

  test('who has died is known to have', () => {
    expect(effectsOf(decide(submission(`${PID}${'|'.repeat(19)}Y`), KNOWN)).person.isDeceased).toBe(true);
  });
});

describe('the doses of a message', () => {
  describe('that come late do not have the last word', () => {
    const word = (action: 'A' | 'D', at: number, segments = '') =>
      [submission(PID, [{ action, segments, contentHash: segments }]), { saidAt: minutes(at) }] as const;
    const standingAfter = (...words: readonly ReturnType<typeof word>[]): readonly string[] =>
      standingDoses(after(...words).reports).map(({ segments }) => segments);

    test('over a deletion that had nothing left to delete', () => {
      expect(standingAfter(word('A', 1), word('D', 2), word('D', 4), word('A', 3, 'again'))).toEqual([]);
    });

    test('over a report that said what was known', () => {
      expect(standingAfter(word('A', 1, 'same'), word('A', 3, 'same'), word('D', 2))).toEqual(['same']);
    });

    test('but what is said later than both has', () => {
      expect(standingAfter(word('A', 1), word('D', 2), word('D', 4), word('A', 5, 'again'))).toEqual([
        'again',
      ]);
      expect(standingAfter(word('A', 1), word('A', 3), word('D', 4))).toEqual([]);
    });

    test('and a report is not said earlier than it was', () => {
      const { effects } = decide(word('A', 1)[0], after(word('A', 3)), { saidAt: minutes(1) });
      expect(effects.restatedReports).toEqual([]);
    });
  });

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
    const { effects, findings } = decide(submission(PID, [{ action: 'D' }]), KNOWN, { sender: PHARMACY });
    expect(effects.person.personId).toBe(PERSON?.personId);
    expect(effects.reports).toEqual([]);
    expect(findings).toMatchObject([{ code: 'nothing-to-delete', severity: 'E', path: 'ORC[1]-3' }]);
    const eva = submission(PID.replace('1001', '1002').replace('Ana', 'Eva'), [{ action: 'D' }]);
    expect(decide(eva, KNOWN).findings).toMatchObject([{ code: 'nothing-to-delete' }]);
  });

  test('one number under two charts is two doses, where both charts number from 1', () => {
    const second = PID.replace('1001', '1002');
    const both = after(submission(PID, [{}]), submission(second, [{ fillerId: 'D9^' }]));
    const { effects, findings } = decide(submission(second, [{ codes: ['CVX:20'] }]), both);
    expect(effects.reports).toMatchObject([{ doseKey: 'D1^|2025-01-10|CVX:20||' }]);
    expect(findings).toMatchObject([{ code: 'order-number-reused' }]);
    // Once the chart has a dose of that number, the number means that one.
    const own = after(
      submission(PID, [{}]),
      submission(second, [{ codes: ['CVX:20'], administeredOn: '2025-02-01' }]),
    );
    const deletion = submission(second, [{ action: 'D', codes: ['CVX:20'], administeredOn: '2025-02-01' }]);
    expect(decide(deletion, own).effects.reports).toMatchObject([
      { idKey: sourceIdKey('CLINIC', { id: '1002', authority: 'A', type: 'MR' }) },
    ]);
  });

  test('a chart that does not know a number speaks of the dose that another chart of the patient has under it', () => {
    const { effects, findings } = decide(submission(PID.replace('1001', '1002'), [{ action: 'D' }]), KNOWN);
    expect(findings).toEqual([]);
    expect(effects.reports).toMatchObject([{ action: 'D', doseKey: 'D1^', idKey: CHART }]);
  });

  test('a report that was said before the known one is kept, and does not replace it', () => {
    const corrected = submission(PID, [{ action: 'U', segments: 'ORC\rRXA|new' }]);
    const now = after([submission(PID, [{}]), {}], [corrected, { saidAt: minutes(10) }]);
    const between = submission(PID, [{ action: 'D' }, { action: 'D' }]);
    const { effects, findings } = decide(between, now, { saidAt: minutes(5) });
    expect(effects.reports.map(({ action }) => action)).toEqual(['D', 'D']);
    expect(findings).toMatchObject([
      { code: 'newer-known', severity: 'I', path: 'ORC[1]-3' },
      { code: 'newer-known', severity: 'I', path: 'ORC[2]-3' },
    ]);
  });
});
