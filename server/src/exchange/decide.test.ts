import { california } from '@cairn/california';
import { describe, expect, test } from 'vitest';
import type { Call } from './call.ts';
import { decide, type Decision, type Unfit } from './decide.ts';
import { NOTHING_KNOWN, questionsOf, type ReadContext, type State } from './read.ts';
import { edit, historical, HOLDER, intake, message, NOW, HEADER, SITE, vxu } from './testing/messages.ts';
import { MemoryRegistry } from './testing/registry.ts';
import { writes } from './write.ts';

/** One that an EHR sent. */
type SentCall = Extract<Call, { readonly identity: { readonly kind: 'password' } }>;

const EMPTY: State = { ...NOTHING_KNOWN, holder: HOLDER, organizations: [SITE] };
const READ: ReadContext = { jurisdiction: california, today: '2025-03-20', matching: {} };

type Options = {
  readonly registry?: MemoryRegistry;
  readonly state?: Partial<State>;
  readonly call?: Partial<SentCall>;
  readonly unfit?: Unfit;
  readonly mayMiss?: boolean;
};

let ids = 0;
function send(text: string, options: Options = {}): Decision {
  const { registry = new MemoryRegistry(), state, unfit, mayMiss = true } = options;
  const call: Call = {
    address: 'production',
    operation: 'submitSingleMessage',
    identity: { kind: 'password', username: 'u', password: 'p', certificate: '' },
    facilityId: '',
    text,
    ...options.call,
  };
  const taken = intake(text);
  const questions = questionsOf(taken, call, READ);
  const asked = questions.registry ?? questions.testPatients;
  const known = asked && mayMiss ? registry.look(asked.naming(SITE.codeKey)) : {};
  return decide(
    taken,
    call,
    HOLDER,
    { ...EMPTY, ...known, ...state },
    { now: NOW, jurisdiction: california, newId: () => `id-${++ids}`, unfit, mayMiss },
  );
}

const MMR = historical({ day: '20250310' });
const VXU = vxu(MMR);
const QBP = message(
  edit(edit(HEADER, 'MSH-9', 'QBP^Q11^QBP_Q11'), 'MSH-21', 'Z34^CDCPHINVS'),
  'QPD|Z34^Request Immunization History^CDCPHINVS|tag||Wren^Ana^^^^^L||20240315',
  'RCP|I|5^RD&records&HL70126',
);
const names = (decision: Decision): readonly string[] => writes(decision.write).map(({ name }) => name);

/** A registry in which these messages have been recorded. */
function after(...texts: readonly string[]): MemoryRegistry {
  const registry = new MemoryRegistry();
  for (const text of texts) {
    const { effects } = send(text, { registry }).write;
    if (!effects) throw new Error('nothing was recorded');
    registry.write(effects, SITE.organizationId);
  }
  return registry;
}

describe('a submission', () => {
  test('of someone new writes person, keys, source, doses, the ledger and the name of the message, in this order', () => {
    expect(names(send(VXU))).toEqual([
      'lock-keys',
      'expect-keys',
      'insert-person',
      'insert-person-keys',
      'insert-person-match',
      'insert-person-source',
      'insert-dose-reports',
      'insert-message',
      'insert-arrival',
      'insert-message-key',
    ]);
    expect(send(VXU).write.row).toMatchObject({
      outcome: 'accepted',
      ackCode: 'AA',
      responsibleId: 'site',
      controlId: '77',
    });
  });

  test('that says nothing new moves the person on and is named, but repeats nothing', () => {
    expect(names(send(VXU, { registry: after(VXU) }))).toEqual([
      'update-person',
      'restate-person-source',
      'insert-message',
      'insert-arrival',
      'insert-message-key',
    ]);
  });

  test('with a dose that is left out, beside one that is taken, is partly accepted', () => {
    const decision = send(vxu(MMR, historical({ id: 'D2^CLINIC', day: '20990110' })));
    expect(decision.write.row).toMatchObject({ outcome: 'partly-accepted', ackCode: 'AE' });
    expect(decision.write.effects?.reports.map(({ fillerId }) => fillerId)).toEqual(['D1^CLINIC']);
  });

  test('whose only dose is left out brings nobody new, but tells more of someone known', () => {
    const text = edit(edit(VXU, 'RXA-3', '20990110'), 'PID-10', '2028-9^Asian^CDCREC');
    expect(names(send(text))).toEqual(['insert-message', 'insert-arrival']);
    expect(send(text).write.row).toMatchObject({ outcome: 'refused', ackCode: 'AE' });
    expect(names(send(text, { registry: after(VXU) }))).toContain('insert-person-source');
    expect(send(text, { registry: after(VXU) }).write.row.outcome).toBe('partly-accepted');
  });

  test('with a warning is accepted whole, and told by AE', () => {
    expect(send(edit(VXU, 'ORC-3', '')).write.row).toMatchObject({ outcome: 'accepted', ackCode: 'AE' });
  });

  test('under a control id that was used for another message is processed, and told so', () => {
    const { row } = send(VXU, {
      state: { processed: [{ bodyHash: 'another', messageId: 'm', month: '2025-03-01' }] },
    }).write;
    expect(row).toMatchObject({ outcome: 'accepted', ackCode: 'AA' });
    expect(row.findings.map((finding) => finding.message)).toEqual([
      'This message control id was used before for another message; this one was processed too.',
    ]);
  });

  test('to the testing address is answered as if it had been recorded, and only the ledger is written', () => {
    const tried = send(VXU, { call: { address: 'test' } });
    expect(names(tried)).toEqual(['insert-message', 'insert-arrival', 'insert-test-submission']);
    expect(tried.write.row).toMatchObject({
      outcome: 'accepted',
      ackCode: 'AA',
      address: 'test',
      personId: undefined,
    });
    expect(tried.write.test).toEqual({
      messageId: tried.write.row.messageId,
      receivedAt: NOW,
      organizationId: 'site',
      senderId: 'site',
      stage: 'testing',
      cases: ['historical'],
      comparison: undefined,
    });
  });

  test('of a real patient to the testing address is compared with who is known, and nothing of it recorded', () => {
    const organizations = [{ ...SITE, stage: 'real-data' as const }];
    const tried = send(VXU, { registry: after(VXU), state: { organizations }, call: { address: 'test' } });
    expect(names(tried)).toEqual(['insert-message', 'insert-arrival', 'insert-test-submission']);
    expect(tried.write.row.personId).toBeUndefined();
    expect(tried.write.test).toMatchObject({
      stage: 'real-data',
      comparison: { person: 'known', doses: { new: 0, known: 1, changed: 0 } },
    });
    const first = send(VXU, { state: { organizations }, call: { address: 'test' } });
    expect(first.write.test?.comparison).toMatchObject({
      person: 'new',
      doses: { new: 1, known: 0, changed: 0 },
    });
  });

  test.each([
    ['is refused', edit(VXU, 'PID-7', ''), 'site'],
    ['names no sender', edit(VXU, 'MSH-4', ''), 'site'],
    ['is no message', 'PID|1', 'site'],
  ])('to the testing address that %s is a test too, and shows nothing', (_, text, organizationId) => {
    expect(send(text, { call: { address: 'test' } }).write.test).toMatchObject({ organizationId, cases: [] });
    expect(send(text).write.test).toBeUndefined();
  });

  test.each(['real-data', 'suspended'] as const)(
    'to the testing address that is refused is kept as one of a real patient where whom it names is at %s',
    (stage) => {
      const call = { address: 'test' } as const;
      const client = { ...SITE, stage, organizationId: 'client', parentId: undefined };
      const notTheirs = send(VXU, { state: { organizations: [client] }, call });
      expect(notTheirs.write.row.outcome).toBe('refused');
      expect(notTheirs.write.test).toMatchObject({ organizationId: 'site', stage: 'real-data', cases: [] });
      const unfit = { kind: 'several-messages', detail: '' } as const;
      const several = send(VXU, { state: { organizations: [client] }, call, unfit });
      expect(several.write.test?.stage).toBe('real-data');
    },
  );

  test('to the testing address that HL7 cannot answer is a test of whoever sent it', () => {
    const unfit = { kind: 'several-messages', detail: 'The request holds a batch.' } as const;
    const call = { address: 'test' } as const;
    expect(send(VXU, { unfit, call }).write.test).toMatchObject({ organizationId: 'site', cases: [] });
  });
});

describe('a submission about someone who may be known', () => {
  const known = after(VXU);
  const [ana] = known.persons;
  const moved = edit(edit(edit(VXU, 'PID-3', '1002^^^CLINIC^MR'), 'PID-6', ''), 'PID-11', '');
  const ANA_ALONE = edit(edit(moved, 'PID-5', 'Wren^Ana^^^^^L'), 'NK1-2', 'Hollyoak^Iris^^^^^L');

  test('by name, birth date, household: is recorded for that person, and why is kept', () => {
    const decision = send(edit(VXU, 'PID-3', '1002^^^CLINIC^MR'), { registry: known });
    expect(decision.write.row).toMatchObject({ personId: ana?.personId, outcome: 'accepted', ackCode: 'AA' });
    expect(names(decision)).toEqual([
      'lock-keys',
      'expect-keys',
      'update-person',
      'insert-person-keys',
      'insert-person-match',
      'insert-person-source',
      'insert-match-decision',
      'insert-message',
      'insert-arrival',
      'insert-message-key',
    ]);
  });

  test('by name, birth date and sex alone: is recorded for a new person, and both are to be looked at', () => {
    const decision = send(ANA_ALONE, { registry: known });
    const { effects, row } = decision.write;
    expect(row).toMatchObject({ outcome: 'accepted', ackCode: 'AA' });
    expect(effects?.person).toMatchObject({ version: 1 });
    expect(effects?.tasks).toMatchObject([{ kind: 'possible-duplicate' }]);
    expect(names(decision)).toEqual(expect.arrayContaining(['insert-review-task', 'insert-match-decision']));
    const pair = [effects?.tasks[0]?.personA, effects?.tasks[0]?.personB];
    expect(pair.toSorted()).toEqual([ana?.personId, row.personId].toSorted());
  });

  test('under the chart number of someone else: is recorded for a new person, told, and both are to be looked at', () => {
    const stranger = edit(edit(VXU, 'PID-5', 'Lark^Mia^^^^^L'), 'PID-7', '20110101');
    const { effects, row } = send(stranger, { registry: known }).write;
    expect(row).toMatchObject({ outcome: 'accepted', ackCode: 'AE' });
    expect(row.findings).toMatchObject([
      { code: 'patient-id-names-someone-else', severity: 'W', path: 'PID-3' },
    ]);
    expect(effects?.person.version).toBe(1);
    expect(effects?.reports).toHaveLength(1);
    expect(effects?.tasks).toMatchObject([{ kind: 'chart-reused' }]);
  });
});

describe('a refusal', () => {
  test.each([
    ['another version', edit(VXU, 'MSH-12', '2.3.1'), 'AR'],
    ['another processing id', edit(VXU, 'MSH-11', 'T'), 'AR'],
    ['another type', edit(VXU, 'MSH-9', 'ADT^A01^ADT_A01'), 'AR'],
    ['an acknowledgement', edit(VXU, 'MSH-9', 'ACK^V04^ACK'), 'AR'],
    ['a response, though it has a patient and doses', edit(VXU, 'MSH-9', 'RSP^K11^RSP_K11'), 'AR'],
    ['another sender', edit(VXU, 'MSH-4', 'DE-000009'), 'AR'],
    ['no sender', edit(VXU, 'MSH-4', ''), 'AE'],
    ['no sender and another version', edit(edit(VXU, 'MSH-4', ''), 'MSH-12', '2.3.1'), 'AR'],
    ['no Responsible Organization', edit(VXU, 'MSH-22', ''), 'AE'],
    ['a text that is no message', 'PID|1', 'AR'],
    ['no control id', edit(VXU, 'MSH-10', ' '), 'AE'],
    ['no birth date', edit(VXU, 'PID-7', ''), 'AE'],
    ['a message that was cut off', VXU.slice(0, -30), 'AE'],
    ['a query without patient', edit(QBP, 'QPD-4', ''), 'AE'],
    ['a query without tag', edit(QBP, 'QPD-2', ''), 'AE'],
    ['a query that is not served', QBP.replace('QPD|Z34', 'QPD|Z99'), 'AR'],
  ])('for %s writes the ledger alone', (_, text, code) => {
    const decision = send(text);
    expect(names(decision)).toEqual(['insert-message', 'insert-arrival']);
    expect(decision.write.row).toMatchObject({ outcome: 'refused', ackCode: code, personId: undefined });
    expect(decision.reply.kind === 'answer' && decision.reply.text).toContain(`\rMSA|${code}|`);
  });

  test('without sender names it once, in the words of who knows what was issued', () => {
    const found = send(edit(edit(VXU, 'MSH-4', ''), 'MSH-22', '')).write.row.findings;
    expect(found.map(({ fix }) => fix)).toEqual([
      'Send the id that was issued to you, DE-000001, in MSH-4.',
      'Send your site id, DE-000001, in MSH-22.',
    ]);
  });

  test.each(['submitSingleQuery', 'submitBatchQuery'] as const)('of a VXU by %s', (operation) => {
    const { row } = send(VXU, { call: { operation } }).write;
    expect(row).toMatchObject({ outcome: 'refused', ackCode: 'AR' });
    expect(row.findings).toMatchObject([
      {
        code: 'submission-sent-as-query',
        path: 'MSH-9.1',
        hl7: '200',
        message: 'MESSAGE REJECTED. A VXU came in by an operation for queries; nothing was recorded.',
      },
    ]);
  });

  test('is told where the sender asked not to be told of what is well', () => {
    const text = edit(edit(VXU, 'MSH-16', 'ER'), 'MSH-15', 'NE');
    expect(send(text)).toMatchObject({ reply: { kind: 'answer', text: '' } });
    expect(send(edit(text, 'PID-7', '')).reply).toMatchObject({ text: expect.stringContaining('MSA|AE|77') });
  });

  test('of a call that HL7 cannot answer is a fault, and the ledger alone is written', () => {
    const unfit = {
      kind: 'several-messages',
      detail: 'The request holds more than one HL7 message.',
    } as const;
    const decision = send(`${VXU}${VXU}`, { unfit });
    expect(decision.reply).toEqual(unfit);
    expect(names(decision)).toEqual(['insert-message', 'insert-arrival']);
    expect(decision.write.row).toMatchObject({ outcome: 'fault', ackCode: '', answer: unfit.detail });
  });
});

describe('a query', () => {
  test('that finds someone is answered with the history, and written down as shown', () => {
    const decision = send(QBP, { registry: after(VXU) });
    const { disclosure, row } = decision.write;
    expect(decision.reply.kind === 'answer' && decision.reply.text).toContain('|03^MMR^CVX|');
    expect(names(decision)).toEqual(['insert-message', 'insert-arrival', 'insert-audit-event']);
    expect(row.outcome).toBe('answered');
    expect(disclosure).toMatchObject({ status: 'OK', personIds: [row.personId], responsibleId: 'site' });
  });

  test('is answered whatever it asks to be told, and by either operation', () => {
    const silent = edit(edit(QBP, 'MSH-15', 'NE'), 'MSH-16', 'NE');
    for (const operation of ['submitSingleMessage', 'submitSingleQuery'] as const) {
      const { reply } = send(silent, { call: { operation } });
      expect(reply.kind === 'answer' && reply.text).toContain('\rQAK|tag|NF|');
    }
  });

  test('that finds nobody is written down too', () => {
    expect(send(QBP).write.disclosure).toMatchObject({ status: 'NF', personIds: [] });
  });

  const near = edit(QBP, 'QPD-7', 'M');
  const shownIn = ({ reply }: Decision): string => (reply.kind === 'answer' ? reply.text : '');

  test('that may mean someone lists who it may be, and all who are listed are written down as shown', () => {
    const registry = after(VXU);
    const decision = send(near, { registry });
    const [ana] = registry.persons;
    expect(shownIn(decision)).toContain('|Z31^CDCPHINVS|');
    expect(shownIn(decision)).toContain(`\rQAK|tag|OK|`);
    expect(shownIn(decision)).toContain(`\rPID|1||${ana?.personId}^^^CAIRN^SR`);
    expect(shownIn(decision)).not.toContain('\rRXA|');
    expect(decision.write.disclosure).toMatchObject({ status: 'OK', personIds: [ana?.personId] });
    expect(decision.write.row).toMatchObject({ outcome: 'answered', ackCode: 'AA', personId: undefined });
  });

  test('for a forecast that may mean someone finds nobody', () => {
    const decision = send(near.replaceAll('Z34', 'Z44'), { registry: after(VXU) });
    expect(shownIn(decision)).toContain('\rQAK|tag|NF|Z44');
    expect(decision.write.disclosure).toMatchObject({ status: 'NF', personIds: [] });
  });

  test('that may mean more than it may list hears so, and is shown none', () => {
    const another = edit(edit(VXU, 'PID-3', '1002^^^CLINIC^MR'), 'PID-5', 'Wren^Ana^Mae^^^^L');
    const registry = after(VXU, edit(another, 'PID-6', 'Hollyoak^Iris^^^^^M'));
    expect(registry.persons).toHaveLength(2);
    const decision = send(edit(near, 'RCP-2', '1^RD&records&HL70126'), { registry });
    expect(shownIn(decision)).toContain('\rQAK|tag|TM|');
    expect(shownIn(decision)).not.toContain('\rPID|');
    expect(decision.write.disclosure).toMatchObject({ status: 'TM', personIds: [] });
    expect(shownIn(send(near, { registry }))).toContain('\rPID|2|');
  });

  test('of one who has found nobody too often is refused, whomever it means', () => {
    const decision = send(QBP, { registry: after(VXU), mayMiss: false });
    expect(shownIn(decision)).toContain('\rQAK|tag|AR|');
    expect(shownIn(decision)).toContain('\rMSA|AR|77');
    expect(shownIn(decision)).not.toContain('\rPID|');
    expect(decision.write.row).toMatchObject({ outcome: 'refused', ackCode: 'AR', personId: undefined });
    expect(decision.write.row.findings).toMatchObject([
      { code: 'too-many-misses', severity: 'E', hl7: '207' },
    ]);
    expect(decision.write.disclosure).toMatchObject({ status: 'AR', personIds: [] });
  });

  test.each([
    ['nobody', QBP, undefined, 'nobody-found'],
    ['a test patient', QBP, after(VXU), 'history-query'],
    ['some who may be meant', edit(QBP, 'QPD-7', 'M'), after(VXU), 'several-found'],
  ])(
    'to the testing address that finds %s is no disclosure, and names no person',
    (_, text, registry, shown) => {
      const decision = send(text, { ...(registry ? { registry } : {}), call: { address: 'test' } });
      expect(names(decision)).toEqual(['insert-message', 'insert-arrival', 'insert-test-submission']);
      expect(decision.write.row).toMatchObject({ outcome: 'answered', personId: undefined });
      expect(decision.write.test).toMatchObject({ organizationId: 'site', cases: [shown] });
    },
  );
});

test('no JSON that is written holds a NUL, which PostgreSQL cannot store: an HL7 escape may stand for one', () => {
  const nul = '\\X00\\';
  const text = edit(VXU, 'MSH-10', `7${nul}`).replace('Wren', `Wr${nul}en`).replace('1001', `1${nul}`);
  const spoiled = writes(send(text).write).filter(({ values }) =>
    values.some((value) => typeof value === 'string' && /^[{[].*(?<!\\)\\u0000/s.test(value)),
  );
  expect(spoiled.map(({ name }) => name)).toEqual([]);
});
