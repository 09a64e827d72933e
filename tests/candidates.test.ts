/** Several may be meant: the asker is shown who (Z31), chooses one, and learns nothing of those whom it may not see. */
import { check, compileGuide, ymdOf } from '@cairn/guide';
import { parseMessage } from '@cairn/hl7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, dosesShown, lastEntry } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import {
  CLINIC,
  type Fields,
  historical,
  household,
  patient,
  type Patient,
  PEDIATRICS,
  qbp,
  type Sending,
  vxu,
} from './support/messages.ts';
import { registerSite } from './support/organizations.ts';
import { segments, submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const send = (message: string, { login }: Sending = CLINIC): Promise<string> =>
  submit(cairn.url, message, { login });

/** First and last names of mothers who have nothing in common. */
const MOTHERS = [
  ['Rosa', 'Quintero'],
  ['Ofelia', 'Bjork'],
  ['Hildegard', 'Wysocki'],
  ['Ximena', 'Achterberg'],
  ['Dolores', 'Fukuda'],
  ['Nuria', 'Lindqvist'],
  ['Wanda', 'Oyelaran'],
  ['Ingrid', 'Castellano'],
  ['Beatriz', 'Novak'],
  ['Keiko', 'Papadakis'],
  ['Zulema', 'Eriksen'],
] as const;

type Known = {
  readonly who: Patient;
  readonly home: Fields;
  readonly personId: string;
  readonly dose: string;
};

/** So many persons of one name, born on one day, of whom nothing else is the same; each has a dose of its own. */
async function namesakes(
  count: number,
  pd1: (index: number) => Fields | undefined = () => undefined,
): Promise<readonly Known[]> {
  const { last } = patient();
  const known: Known[] = [];
  for (const [index, [mother = '', maiden = '']] of MOTHERS.slice(0, count).entries()) {
    const who = patient({ last });
    const home = { ...household(who), 6: `${maiden}^${mother}^^^^^M` };
    const day = `2024${String(index + 1).padStart(2, '0')}15`;
    const protection = pd1(index);
    const message = vxu({
      patient: who,
      pid: home,
      nk1: { 2: `${maiden}^${mother}^^^^^L` },
      orders: [historical({ day })],
      ...(protection ? { pd1: protection } : {}),
    });
    expect(ackOf(await send(message)).code).toBe('AA');
    const personId = (await lastEntry(cairn.db))?.personId ?? '';
    known.push({ who, home, personId, dose: `${day} 03 CP A` });
  }
  expect(new Set(known.map(({ personId }) => personId)).size).toBe(count);
  return known;
}

const PROTECTED: Fields = { 12: 'Y', 13: '20250320' };

type Asked = {
  readonly from?: Sending;
  readonly atMost?: string;
  readonly qpd?: Fields;
  readonly kind?: 'Z34' | 'Z44';
};

/** Asks by name, birth date and sex alone. */
function ask(
  known: readonly Known[],
  { from = PEDIATRICS, atMost = '5', qpd, kind = 'Z34' }: Asked = {},
): Promise<string> {
  const message = qbp({
    from,
    ...(known[0] ? { patient: known[0].who } : {}),
    msh: { 21: `${kind}^CDCPHINVS` },
    qpd: { 3: '', ...(kind === 'Z44' ? { 1: Z44 } : {}), ...qpd },
  });
  return send(message.replace('RCP|I|5^', `RCP|I|${atMost}^`), from);
}

const Z44 = 'Z44^Request Evaluated History and Forecast^CDCPHINVS';
const strict = compileGuide();
const profile = (answer: string): string | undefined => segments(answer, 'MSH')[0]?.[20]?.split('^')[0];
const status = (answer: string): string | undefined => segments(answer, 'QAK')[0]?.[2];
/** The registry's ids of the persons in an answer. */
const shown = (answer: string): readonly (string | undefined)[] =>
  segments(answer, 'PID').map((pid) => pid[3]?.split('^')[0]);
const idsOf = (known: readonly Known[]): readonly string[] =>
  known.map(({ personId }) => personId).toSorted();

/** What the guide, to the letter, finds in an answer; the registry's ids are longer than the 15 characters it has. */
function faultsIn(answer: string): readonly string[] {
  const parsed = parseMessage(answer);
  if (!parsed.ok) return [parsed.error.code];
  const { findings } = check(parsed.message, { today: ymdOf('2025-03-20'), text: answer, guide: strict });
  return findings
    .map(({ code, severity, path = '' }) => `${code} ${severity} ${path}`)
    .filter((fault) => !/^too-long W PID(\[\d+\])?-3\.1$/.test(fault));
}

/** Who was shown to whom by the newest answer. */
async function lastDisclosure(): Promise<{ readonly persons: readonly string[]; readonly status: string }> {
  const { rows } = await cairn.db.query(
    `select person_ids, detail from audit_event where action = 'query' order by event_id desc limit 1`,
  );
  return { persons: [...rows[0].person_ids].toSorted(), status: rows[0].detail.status };
}

describe('a list of those who may be meant (Z31)', () => {
  test('keeps to the guide, numbers the persons, and shows what tells them apart and no more', async () => {
    const known = await namesakes(3);
    const answer = await ask(known);
    expect([profile(answer), ackOf(answer).code, status(answer)]).toEqual(['Z31', 'AA', 'OK']);
    expect(faultsIn(answer)).toEqual([]);
    expect([...shown(answer)].toSorted()).toEqual(idsOf(known));
    expect(
      answer
        .split('\r')
        .map((line) => line.slice(0, 3))
        .join(' ')
        .trim(),
    ).toBe('MSH MSA QAK QPD PID PID PID');
    for (const [index, pid] of segments(answer, 'PID').entries()) {
      const person = known.find(({ personId }) => personId === pid[3]?.split('^')[0]);
      expect(pid[1]).toBe(String(index + 1));
      expect(pid[3]).toBe(`${person?.personId}^^^CAIRN^SR`);
      expect([pid[7], pid[8], pid[11]]).toEqual(['20230315', 'F', person?.home[11]]);
      // Neither the mother nor the phone: whoever asks for a child of that name must not get what would prove it.
      expect([pid[6], pid[13]]).toEqual(['', undefined]);
    }
    expect(await lastDisclosure()).toEqual({ persons: idsOf(known), status: 'OK' });
    expect((await lastEntry(cairn.db))?.personId).toBeNull();
  });

  test('has the chart numbers of the asker, for the asker', async () => {
    const known = await namesakes(2);
    const answer = await ask(known, { from: CLINIC });
    expect(
      segments(answer, 'PID')
        .map((pid) => pid[3])
        .toSorted(),
    ).toEqual(
      known.map(({ who, personId }) => `${personId}^^^CAIRN^SR~${who.chart}^^^DE-000001^MR`).toSorted(),
    );
    expect(faultsIn(answer)).toEqual([]);
  });

  test('is chosen from by the registry’s id: the history of that one comes, and of no other', async () => {
    const known = await namesakes(3);
    for (const { personId, dose } of known) {
      const answer = await ask(known, { qpd: { 3: `${personId}^^^CAIRN^SR` } });
      expect([profile(answer), status(answer), shown(answer), dosesShown(answer)]).toEqual([
        'Z32',
        'OK',
        [personId],
        [dose],
      ]);
      expect(await lastDisclosure()).toEqual({ persons: [personId], status: 'OK' });
    }
  });

  test.each([
    ['phone', 9, 13],
    ['address', 8, 11],
    ['mother’s maiden name', 5, 6],
  ] as const)('is not needed where the query says the %s', async (_, field, ofPid) => {
    const known = await namesakes(3);
    for (const { personId, home, dose } of known) {
      const answer = await ask(known, { qpd: { [field]: home[ofPid] ?? '' } });
      expect([profile(answer), shown(answer), dosesShown(answer)]).toEqual(['Z32', [personId], [dose]]);
    }
  });

  test('is no longer than RCP-2 allows: of more the asker hears that there are too many', async () => {
    const known = await namesakes(3);
    const many = await ask(known, { atMost: '2' });
    expect([profile(many), status(many), shown(many)]).toEqual(['Z33', 'TM', []]);
    expect(faultsIn(many)).toEqual([]);
    expect(await lastDisclosure()).toEqual({ persons: [], status: 'TM' });
    expect(shown(await ask(known, { atMost: '3' }))).toHaveLength(3);
  });

  test('has ten persons at most, whatever RCP-2 says', async () => {
    const known = await namesakes(11);
    expect([status(await ask(known, { atMost: '99' })), status(await ask(known, { atMost: '' }))]).toEqual([
      'TM',
      'TM',
    ]);
    expect(shown(await ask(await namesakes(10), { atMost: '99' }))).toHaveLength(10);
  });

  test('has nobody of another last name just because first name, birth date and ZIP code are the same', async () => {
    const [one] = await namesakes(1);
    const answer = await ask(one ? [one] : [], {
      qpd: {
        4: 'Wojciechowski^Ana^^^^^L',
        8: '77 Elm Avenue^^Sacramento^CA^95814^USA^H',
        9: '^PRN^PH^^^916^7001234',
      },
    });
    expect([status(answer), shown(answer)]).toEqual(['NF', []]);
  });

  test('is not given for a forecast (Z44): that is of one person, or of nobody', async () => {
    const known = await namesakes(2);
    const answer = await ask(known, { kind: 'Z44' });
    expect([profile(answer), status(answer), shown(answer)]).toEqual(['Z33', 'NF', []]);
    expect(faultsIn(answer)).toEqual([]);
    expect(await lastDisclosure()).toEqual({ persons: [], status: 'NF' });
    const [one] = known;
    const chosen = await ask(known, { kind: 'Z44', qpd: { 3: `${one?.personId}^^^CAIRN^SR` } });
    expect([profile(chosen), shown(chosen)]).toEqual(['Z42', [one?.personId]]);
  });
});

describe('a protected person (PD1-12 = Y)', () => {
  test('is not among those listed, and does not count towards the limit', async () => {
    const known = await namesakes(3, (index) => (index === 2 ? PROTECTED : undefined));
    for (const atMost of ['5', '2']) {
      const answer = await ask(known, { atMost });
      expect([profile(answer), [...shown(answer)].toSorted()]).toEqual(['Z31', idsOf(known.slice(0, 2))]);
      expect(await lastDisclosure()).toEqual({ persons: idsOf(known.slice(0, 2)), status: 'OK' });
    }
    // Who reported it sees all three.
    expect(shown(await ask(known, { from: CLINIC }))).toHaveLength(3);
  });

  test.each(['Z34', 'Z44'] as const)('does not make a namesake doubtful to an asker (%s)', async (kind) => {
    const known = await namesakes(2, (index) => (index === 0 ? PROTECTED : undefined));
    const answer = await ask(known, { kind });
    expect([status(answer), shown(answer)]).toEqual(['OK', [known[1]?.personId]]);
    expect(profile(answer)).toBe(kind === 'Z34' ? 'Z32' : 'Z42');
  });

  test('leaves nobody where all who may be meant are protected', async () => {
    const known = await namesakes(2, () => PROTECTED);
    for (const atMost of ['5', '1']) expect(status(await ask(known, { atMost }))).toBe('NF');
    expect(await lastDisclosure()).toEqual({ persons: [], status: 'NF' });
    // Nor is anything said where the household is that of one of them.
    expect(status(await ask(known, { qpd: { 9: known[0]?.home[13] ?? '' } }))).toBe('NF');
    expect(status(await ask(known, { qpd: { 3: `${known[0]?.personId}^^^CAIRN^SR` } }))).toBe('NF');
  });
});

describe('a sealed person', () => {
  const seal = (personId: string | undefined): Promise<unknown> =>
    cairn.db.query('update person set sealed = true where person_id = $1', [personId]);

  test('is found by the chart number, and never by name', async () => {
    const [one] = await namesakes(1);
    await seal(one?.personId);
    const byName = { 9: one?.home[13] ?? '', 8: one?.home[11] ?? '' };
    for (const qpd of [{}, byName, { 3: `${one?.personId}^^^CAIRN^SR` }]) {
      const answer = await ask(one ? [one] : [], { qpd });
      expect([status(answer), shown(answer)]).toEqual(['NF', []]);
    }
    expect(dosesShown(await ask(one ? [one] : [], { from: CLINIC, qpd: byName }))).toEqual([]);
    const byChart = await send(qbp(one ? { patient: one.who } : {}));
    expect([profile(byChart), dosesShown(byChart)]).toEqual(['Z32', [one?.dose]]);
  });

  test('gets nothing of what another organization says of the same household; people look at it', async () => {
    const [one] = await namesakes(1);
    await seal(one?.personId);
    const message = vxu({
      patient: { ...(one?.who ?? patient()), chart: 'ELSEWHERE1' },
      pid: one?.home ?? {},
      from: PEDIATRICS,
    });
    expect(ackOf(await send(message, PEDIATRICS))).toMatchObject({ code: 'AA', errors: [] });
    const personId = (await lastEntry(cairn.db))?.personId;
    expect(personId).not.toBe(one?.personId);
    const { rows } = await cairn.db.query(
      `select kind, state, guards from review_task where $1 in (person_a, person_b) and $2 in (person_a, person_b)`,
      [personId, one?.personId],
    );
    expect(rows).toEqual([{ kind: 'possible-duplicate', state: 'open', guards: ['sealed'] }]);
  });
});

describe('who asks for many who are not there', () => {
  const PER_HOUR = 600;
  const AT_ONCE = 20;
  const nobody = (): Patient => patient({ first: 'Wenceslao', birthDate: '19310402', sex: 'M' });

  test('is stopped, is told so, and is the only one', { timeout: 300_000 }, async () => {
    const site = await registerSite(cairn, 'DE-660001');
    const known = await namesakes(1);
    const miss = (): Promise<string> => send(qbp({ from: site, patient: nobody(), qpd: { 3: '' } }), site);
    const codes: string[] = [];
    for (let sent = 0; sent < PER_HOUR; sent += AT_ONCE) {
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, miss));
      codes.push(...answers.map((answer) => `${ackOf(answer).code} ${status(answer)}`));
    }
    expect(new Set(codes)).toEqual(new Set(['AA NF']));

    const stopped = await miss();
    expect([profile(stopped), status(stopped)]).toEqual(['Z33', 'AR']);
    expect(faultsIn(stopped)).toEqual([]);
    expect(ackOf(stopped)).toMatchObject({
      code: 'AR',
      errors: [
        {
          location: 'QPD^1',
          severity: 'E',
          text: 'QUERY REJECTED. Too many queries of this organization within an hour found nobody, or several. Try again in an hour. Send the patient id, address, phone and maiden name of the mother with each query; if they were right, contact the registry.',
        },
      ],
    });
    expect(await lastDisclosure()).toEqual({ persons: [], status: 'AR' });
    // Then nobody is looked for; what it submits is recorded, and others are served.
    expect(status(await ask(known, { from: site }))).toBe('AR');
    expect(ackOf(await send(vxu({ from: site }), site)).code).toBe('AA');
    expect(status(await ask(known))).toBe('OK');
  });
});
