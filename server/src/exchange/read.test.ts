import { california } from '@cairn/california';
import { normalisePerson, packPerson, type PersonFacts } from '@cairn/matching';
import { describe, expect, test } from 'vitest';
import type { Statement } from '../platform/database/pipeline.ts';
import type { Reader } from '../platform/database/reader.ts';
import { allKeys, chartKey, nameKeysOf } from '../registry/find-person.ts';
import { sourceIdKey } from '../registry/identity.ts';
import type { Call } from './call.ts';
import { HOLDER, intake, SITE } from './testing/messages.ts';
import {
  NOTHING_KNOWN,
  ofSenderAlone,
  questionsOf,
  type ReadContext,
  readState,
  settle,
  type State,
} from './read.ts';

/** One that an EHR sent. */
type SentCall = Extract<Call, { readonly identity: { readonly kind: 'password' } }>;

const HEADER = 'MSH|^~\\&|EHR|DE-000001||CAIR2|20250320||VXU^V04^VXU_V04|77|P|2.5.1||||||||||DE-000002';
const VXU = [
  HEADER,
  'PID|1||1001^^^CLINIC^MR||Wren^Ana||20240315|F',
  'ORC|RE||d1^Clinic',
  'RXA|0|1|20250110||03^MMR^CVX|0.5|||||^^^de-000 003',
  '',
].join('\r');
const QBP = `${HEADER.replace('VXU^V04^VXU_V04', 'QBP^Q11^QBP_Q11')}\rQPD|Z34|tag|1001^^^CLINIC^MR\r`;
const NAMELESS = QBP.replace('|DE-000001||', '|||').replace('DE-000002', '');
const CHART = { id: '1001', authority: 'CLINIC', type: 'MR' };

const CONTEXT: ReadContext = { jurisdiction: california, today: '2025-03-20', matching: {} };
const ANA: PersonFacts = { names: [{ last: 'Wren', first: 'Ana' }], birthDate: '2024-03-15', sex: 'F' };
const NAME = nameKeysOf(normalisePerson(ANA));

/** What a database that knows nothing but the holder of the credential is asked for: every value bound. */
async function asked(text: string, how: Partial<SentCall> = {}): Promise<ReadonlySet<unknown>> {
  return askedBy(call(text, how));
}

async function askedBy(sent: Call): Promise<ReadonlySet<unknown>> {
  const values: unknown[] = [];
  const holder = {
    credential_id: 'c',
    password_hash: '',
    previous_hash: null,
    previous_until: null,
    expires_at: null,
    revoked_at: null,
    certificate_fingerprint: null,
    organization_id: 'o',
    code: 'DE-000001',
    code_key: 'DE000001',
    kind: 'site',
    stage: 'production',
    may_query: true,
  };
  const reader = {
    read: (_name: string, statements: readonly Statement[]) => {
      values.push(...statements.flatMap((statement) => statement.values).flat());
      return Promise.resolve([[holder], [], [], [], [], []]);
    },
  } as unknown as Reader;
  await readState(reader, questionsOf(intake(sent.text), sent, CONTEXT));
  return new Set(values);
}

test('of a submission: who sends, for whom, the person by every key, the doses by their ids', async () => {
  const values = await asked(VXU);
  for (const expected of [
    'demo',
    'DE000001',
    'DE000002',
    'DE000003',
    chartKey(sourceIdKey('DE000002', CHART)),
    ...NAME,
    'D1^CLINIC',
  ]) {
    expect(values).toContain(expected);
  }
});

test('of a submission that gives the registry’s own id: the person by that too', async () => {
  const own = '0190b3a0-7e9a-7c3e-8f00-0123456789ab';
  expect(await asked(VXU.replace('^MR', `^MR~${own}^^^CAIRN^SR`))).toContain(own);
});

test('of a message to the testing address: that nobody waits for, since nothing of it is written', () => {
  expect(questionsOf(intake(VXU), call(VXU, { address: 'test' }), CONTEXT).personKeys).toEqual([]);
});

test('of a message from the portal: the organization by its id, and no password', async () => {
  const values = await askedBy({
    ...call(VXU),
    address: 'test',
    operation: 'submitSingleMessage',
    identity: { kind: 'portal', organizationId: 'of the portal' },
  });
  expect(values).toContain('of the portal');
  expect(values).not.toContain('demo');
});

test('of a text that is no message: only who sends', async () => {
  expect(await asked('PID|1', { facilityId: 'DE-000001' })).toEqual(new Set(['demo', 'DE000001']));
});

test('of a query: the person by the chart number that the organization in MSH-22 gave', async () => {
  expect(await asked(QBP)).toContain(chartKey(sourceIdKey('DE000002', CHART)));
});

test('of a query that leaves out MSH-22: by the number of the sender, or of the facilityID of the call', async () => {
  expect(await asked(QBP.replace('DE-000002', ''))).toContain(chartKey(sourceIdKey('DE000001', CHART)));
  expect(await asked(NAMELESS, { facilityId: 'DE-000001' })).toContain(
    chartKey(sourceIdKey('DE000001', CHART)),
  );
});

test('of a query: whom its name and birth date name, too', async () => {
  const query = QBP.replace('^MR', '^MR|Wren^Ana||20240315|F');
  for (const key of NAME) expect(await asked(query)).toContain(key);
});

test('messages about one person wait for each other by its chart, its name and its registry id; queries wait for none', () => {
  const own = '0190b3a0-7e9a-7c3e-8f00-0123456789ab';
  const of = (text: string) => questionsOf(intake(text), call(text), CONTEXT).personKeys;
  expect(of(VXU.replace('^MR', `^MR~${own}^^^CAIRN^SR`))).toEqual([
    chartKey(sourceIdKey('DE000002', CHART)),
    ...NAME,
    own,
  ]);
  expect(of(QBP)).toEqual([]);
  expect(of('PID|1')).toEqual([]);
});

function call(text: string, more: Partial<SentCall> = {}): Call {
  return {
    address: 'production',
    operation: 'submitSingleMessage',
    identity: { kind: 'password', username: 'demo', password: '', certificate: '' },
    facilityId: '',
    text,
    ...more,
  };
}

describe('who is meant', () => {
  const FULL: PersonFacts = {
    ...ANA,
    mothersMaidenName: 'Larkspur',
    addresses: [{ street: '12 Juniper Lane', city: 'Sacramento', state: 'CA', zip: '95814' }],
    phones: ['9162345678'],
  };
  type OnFile = { readonly id: string; readonly facts: PersonFacts; readonly charts?: readonly string[] } & {
    readonly isProtected?: boolean;
    /** Found by its keys, and gone when it is read. */
    readonly isGone?: boolean;
  };
  const keysOf = ({ facts, charts = [] }: OnFile) => allKeys(normalisePerson(facts), charts);

  /** A database with these persons, and which reads it was asked for. */
  function database(...onFile: readonly OnFile[]): { readonly reader: Reader; readonly reads: string[] } {
    const reads: string[] = [];
    const rowsOf = ({ name, values }: Statement): readonly unknown[] => {
      const [keys = [], ids = []] = values as readonly (readonly string[])[];
      if (name === 'candidates') {
        return onFile
          .filter((person) => keysOf(person).some((key) => keys.includes(key)))
          .map(({ id, facts }) => ({
            person_id: id,
            records: [packPerson(normalisePerson(facts))],
            seen: 1,
          }));
      }
      if (name !== 'persons') return [];
      return onFile
        .filter(({ isGone }) => isGone !== true)
        .flatMap((person) => {
          const row = {
            person_id: person.id,
            version: 1,
            protected: person.isProtected ?? false,
            sealed: false,
            demographics: { fields: {}, nextOfKin: [], stated: {} },
            records: [packPerson(normalisePerson(person.facts))],
          };
          return [
            ...keysOf(person).flatMap((key) => (keys.includes(key) ? [{ ...row, key, asked: null }] : [])),
            ...(ids.includes(person.id) ? [{ ...row, key: null, asked: person.id }] : []),
          ];
        });
    };
    const reader = {
      read: (name: string, statements: readonly Statement[]) => {
        reads.push(name);
        if (reads.length > 10) throw new Error('it never ends');
        return Promise.resolve(statements.map(rowsOf));
      },
    } as unknown as Reader;
    return { reader, reads };
  }

  const PID =
    'PID|1||1001^^^CLINIC^MR||Wren^Ana|Larkspur|20240315|F|||12 Juniper Lane^^Sacramento^CA^95814||^PRN^PH^^^916^2345678';
  const VXU_OF_ANA = [HEADER, PID, 'ORC|RE||d1^Clinic', 'RXA|0|1|20250110||03^MMR^CVX|0.5', ''].join('\r');
  const QUERY = `${HEADER.replace('VXU^V04^VXU_V04', 'QBP^Q11^QBP_Q11')}\rQPD|Z34|tag||Wren^Ana||20240315|F\r`;
  const SENDER = { holder: HOLDER, responsible: { ...SITE, codeKey: 'DE000002' } };

  async function settled(
    text: string,
    onFile: readonly OnFile[],
    { sender, more = {}, context = CONTEXT }: Partial<Settling> = {},
  ): Promise<{ readonly state: State; readonly reads: readonly string[] }> {
    const { reader, reads } = database(...onFile);
    const questions = questionsOf(intake(text), call(text, more), context);
    const read: State = { ...(await readState(reader, questions)), holder: HOLDER, organizations: [SITE] };
    const state = await settle(reader, questions, read, sender ?? SENDER, context);
    return { state, reads: reads.slice(1) };
  }
  type Settling = {
    readonly sender: typeof SENDER;
    readonly more: Partial<SentCall>;
    readonly context: ReadContext;
  };
  const personOf = ({ found }: State): string =>
    found.kind === 'person' ? found.person.personId : found.kind;

  test('a known chart: nothing more is read', async () => {
    const chart = sourceIdKey('DE000002', CHART);
    const { state, reads } = await settled(VXU_OF_ANA, [{ id: 'ana', facts: FULL, charts: [chart] }]);
    expect(personOf(state)).toBe('ana');
    expect(reads).toEqual([]);
    expect(state.naming?.charts).toEqual([chart]);
  });

  test('the exact name and more: nothing more is read', async () => {
    const { state, reads } = await settled(VXU_OF_ANA, [{ id: 'ana', facts: FULL }]);
    expect(personOf(state)).toBe('ana');
    expect(reads).toEqual([]);
    expect(state.candidates).toBeUndefined();
  });

  test('nobody alike: those who share a key are asked for once, and how many there were is kept', async () => {
    const { state, reads } = await settled(VXU_OF_ANA, []);
    expect(state.found).toEqual({ kind: 'nobody', doubts: [] });
    expect(reads).toEqual(['candidates']);
    expect(state.candidates).toEqual({ list: [], seen: 0 });
  });

  test('one who shares a key and matches is read then', async () => {
    const near = VXU_OF_ANA.replace('Wren^Ana', 'Wrenn^Ana');
    const { state, reads } = await settled(near, [{ id: 'ana', facts: FULL }]);
    expect(personOf(state)).toBe('ana');
    expect(reads).toEqual(['candidates', 'persons-of-submission']);
    expect(state.persons.map(({ personId }) => personId)).toEqual(['ana']);
  });

  test('one who has been merged away since is not asked for again', async () => {
    const near = VXU_OF_ANA.replace('Wren^Ana', 'Wrenn^Ana');
    const { state, reads } = await settled(near, [{ id: 'ana', facts: FULL, isGone: true }]);
    expect(state.found).toEqual({ kind: 'nobody', doubts: [] });
    expect(reads).toEqual(['candidates', 'persons-of-submission']);
  });

  test('without a sender nobody is looked for', async () => {
    const { reader, reads } = database({ id: 'ana', facts: FULL });
    const questions = questionsOf(intake(VXU_OF_ANA), call(VXU_OF_ANA), CONTEXT);
    const read = await readState(reader, questions);
    expect(await settle(reader, questions, read, undefined, CONTEXT)).toBe(read);
    expect(reads.slice(1)).toEqual([]);
  });

  test('of whoever sends alone, nothing of the person is left', async () => {
    const { state } = await settled(VXU_OF_ANA, [{ id: 'ana', facts: FULL }], { more: { address: 'test' } });
    expect(personOf(state)).toBe('ana');
    const { holder, organizations, credential, ...others } = ofSenderAlone(state);
    expect([holder, organizations, credential]).toEqual([HOLDER, [SITE], undefined]);
    expect(others).toEqual(NOTHING_KNOWN);
  });

  test('a comparison does not find a person of whom its sender may not know', async () => {
    const hidden = { id: 'hidden', facts: FULL, isProtected: true };
    const { state } = await settled(VXU_OF_ANA, [hidden], { more: { address: 'test' } });
    expect(state.found).toEqual({ kind: 'nobody', doubts: [] });
  });

  test('a query of a site that names itself nowhere means its own chart number', async () => {
    const chart = sourceIdKey('DE000001', CHART);
    const sender = { holder: HOLDER, responsible: SITE };
    const { state, reads } = await settled(NAMELESS, [{ id: 'ana', facts: FULL, charts: [chart] }], {
      sender,
    });
    expect(personOf(state)).toBe('ana');
    expect(reads).toEqual(['persons-of-query']);
  });

  test('a query reads those who may be meant, to tell whether they may be shown', async () => {
    const persons = ['one', 'two'].map((id) => ({ id, facts: FULL }));
    const { state } = await settled(QUERY, persons);
    expect(state.found).toMatchObject({ kind: 'nobody', doubts: [{ personId: 'one' }, { personId: 'two' }] });
    expect(state.persons).toHaveLength(2);
  });

  test('a person whom the asker may not know of is not looked for, nor does it make another doubtful', async () => {
    const persons = [
      { id: 'hidden', facts: FULL, isProtected: true },
      { id: 'open', facts: FULL },
    ];
    const { state } = await settled(QUERY, persons);
    expect(personOf(state)).toBe('open');
    const alone = await settled(QUERY, persons.slice(0, 1));
    expect(alone.state.found).toEqual({ kind: 'nobody', doubts: [] });
    expect(alone.state.persons).toEqual([]);
  });

  test('a submission about a protected person finds it all the same', async () => {
    const { state } = await settled(VXU_OF_ANA, [{ id: 'hidden', facts: FULL, isProtected: true }]);
    expect(personOf(state)).toBe('hidden');
  });
});
