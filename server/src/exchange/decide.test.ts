import { california } from '@cairn/california';
import { describe, expect, test } from 'vitest';
import type { CredentialHolder } from '../accounts/queries.ts';
import type { KnownOrganization } from '../registry/queries.ts';
import type { Call } from './call.ts';
import { decide, type Decision, type Unfit } from './decide.ts';
import { takeIn } from './intake.ts';
import type { State } from './read.ts';
import { writes } from './write.ts';

const SITE: KnownOrganization = {
  organizationId: 'site',
  code: 'DE-000001',
  codeKey: 'DE000001',
  parentId: undefined,
  stage: 'production',
  mayQuery: true,
  isClient: false,
};
const HOLDER: CredentialHolder = {
  ...SITE,
  kind: 'site',
  credentialId: 'credential',
  passwordHash: '',
  expiresAt: undefined,
  revokedAt: undefined,
};
const EMPTY: State = {
  holder: HOLDER,
  organizations: [SITE],
  processed: [],
  persons: [],
  sources: [],
  reports: [],
  history: [],
};

let ids = 0;
function send(
  text: string,
  options: { state?: Partial<State>; call?: Partial<Call>; unfit?: Unfit } = {},
): Decision {
  const call: Call = {
    address: 'production',
    operation: 'submitSingleMessage',
    username: 'u',
    password: 'p',
    facilityId: '',
    text,
    ...options.call,
  };
  return decide(
    takeIn(text),
    call,
    HOLDER,
    { ...EMPTY, ...options.state },
    {
      now: new Date('2025-03-20T18:00:00Z'),
      jurisdiction: california,
      newId: () => `id-${++ids}`,
      unfit: options.unfit,
    },
  );
}

const HEADER = 'MSH|^~\\&|EHR|DE-000001||CAIR2|20250320||VXU^V04^VXU_V04|77|P|2.5.1||||||||||DE-000001';
const PID = 'PID|1||1001^^^CLINIC^MR||Wren^Ana||20240315|F';
const ORDER = 'ORC|RE||D1^CLINIC\rRXA|0|1|20250110||03^MMR^CVX|0.5';
const VXU = [HEADER, PID, ORDER, ''].join('\r');
const QBP = `${HEADER.replace('VXU^V04^VXU_V04', 'QBP^Q11^QBP_Q11')}\rQPD|Z34|tag||Wren^Ana||20240315\r`;
const names = (decision: Decision): readonly string[] => writes(decision.write).map(({ name }) => name);

/** What the registry knows once this message has been recorded. */
function after(text: string): Partial<State> {
  const { effects } = send(text).write;
  if (!effects) throw new Error('nothing was recorded');
  const { person, newKeys, source, reports } = effects;
  const of = { personId: person.personId, organizationId: 'site' };
  return {
    persons: [{ ...person, keys: newKeys.map(({ key }) => key) }],
    sources: source ? [{ ...source, ...of }] : [],
    reports: reports.map((report) => ({ ...report, ...of, personVersion: 1 })),
    history: reports.map((report) => ({ ...report, ...of, personVersion: 1 })),
  };
}

describe('a submission', () => {
  test('of someone new writes person, keys, source, doses, the ledger and the name of the message, in this order', () => {
    expect(names(send(VXU))).toEqual([
      'insert-person',
      'insert-person-keys',
      'insert-person-source',
      'insert-dose-reports',
      'insert-message',
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
    expect(names(send(VXU, { state: after(VXU) }))).toEqual([
      'update-person',
      'insert-message',
      'insert-message-key',
    ]);
  });

  test('with a dose that is left out, beside one that is taken, is partly accepted', () => {
    const decision = send(`${VXU}${ORDER.replace('D1', 'D2').replace('20250110', '20990110')}\r`);
    expect(decision.write.row).toMatchObject({ outcome: 'partly-accepted', ackCode: 'AE' });
    expect(decision.write.effects?.reports.map(({ fillerId }) => fillerId)).toEqual(['D1^CLINIC']);
  });

  test('whose only dose is left out brings nobody new, but tells more of someone known', () => {
    const text = VXU.replace('20250110', '20990110').replace('|F', '|F||2106-3');
    expect(names(send(text))).toEqual(['insert-message']);
    expect(send(text).write.row).toMatchObject({ outcome: 'refused', ackCode: 'AE' });
    expect(names(send(text, { state: after(VXU) }))).toContain('insert-person-source');
    expect(send(text, { state: after(VXU) }).write.row.outcome).toBe('partly-accepted');
  });

  test('with a warning is accepted whole, and told by AE', () => {
    expect(send(VXU.replace('D1^CLINIC', '')).write.row).toMatchObject({
      outcome: 'accepted',
      ackCode: 'AE',
    });
  });

  test('under a control id that was used for another message is processed, and told so', () => {
    const { row } = send(VXU, {
      state: { processed: [{ bodyHash: 'another', messageId: 'm', month: '2025-03-01' }] },
    }).write;
    expect(row).toMatchObject({ outcome: 'accepted', ackCode: 'AA' });
    expect(row.findings.map(({ message }) => message)).toEqual([
      'This message control id was used before for another message; this one was processed too.',
    ]);
  });

  test('to the testing address is answered as if it had been recorded, and only the ledger is written', () => {
    const tried = send(VXU, { call: { address: 'test' } });
    expect(names(tried)).toEqual(['insert-message']);
    expect(tried.write.row).toMatchObject({
      outcome: 'accepted',
      ackCode: 'AA',
      address: 'test',
      personId: undefined,
    });
  });
});

describe('a refusal', () => {
  test.each([
    ['another version', VXU.replace('2.5.1', '2.3.1'), 'AR'],
    ['another sender', VXU.replace('|DE-000001||CAIR2', '|DE-000009||CAIR2'), 'AR'],
    ['no sender', VXU.replace('|DE-000001||CAIR2', '|||CAIR2'), 'AE'],
    [
      'no sender and another version',
      VXU.replace('|DE-000001||CAIR2', '|||CAIR2').replace('2.5.1', '2.3.1'),
      'AR',
    ],
    ['a text that is no message', 'PID|1', 'AR'],
    ['no birth date', VXU.replace('20240315', ''), 'AE'],
    ['a query without patient', QBP.replace('Wren^Ana', ''), 'AE'],
    ['a query that is not served', QBP.replace('QPD|Z34', 'QPD|Z44'), 'AR'],
  ])('for %s writes the ledger alone', (_, text, code) => {
    const decision = send(text);
    expect(names(decision)).toEqual(['insert-message']);
    expect(decision.write.row).toMatchObject({ outcome: 'refused', ackCode: code, personId: undefined });
    expect(decision.reply.kind === 'answer' && decision.reply.text).toContain(`\rMSA|${code}|`);
  });

  test('of a call that HL7 cannot answer is a fault, and the ledger alone is written', () => {
    const unfit = {
      kind: 'several-messages',
      detail: 'The request holds more than one HL7 message.',
    } as const;
    const decision = send(`${VXU}${VXU}`, { unfit });
    expect(decision.reply).toEqual(unfit);
    expect(names(decision)).toEqual(['insert-message']);
    expect(decision.write.row).toMatchObject({ outcome: 'fault', ackCode: '', answer: unfit.detail });
  });
});

describe('a query', () => {
  test('that finds someone is answered with the history, and written down as shown', () => {
    const decision = send(QBP, { state: after(VXU) });
    const { disclosure, row } = decision.write;
    expect(decision.reply.kind === 'answer' && decision.reply.text).toContain('|03^MMR^CVX|');
    expect(names(decision)).toEqual(['insert-message', 'insert-audit-event']);
    expect(row.outcome).toBe('answered');
    expect(disclosure).toMatchObject({ status: 'OK', personIds: [row.personId], responsibleId: 'site' });
  });

  test('that finds nobody is written down too', () => {
    expect(send(QBP).write.disclosure).toMatchObject({ status: 'NF', personIds: [] });
  });

  test('to the testing address shows nobody and leaves no trace but in the ledger', () => {
    expect(names(send(QBP, { call: { address: 'test' } }))).toEqual(['insert-message']);
  });
});

test('no JSON that is written holds a NUL, which PostgreSQL cannot store: an HL7 escape may stand for one', () => {
  const nul = '\\X00\\';
  const text = VXU.replace('|77|', `|7${nul}|`).replace('Wren', `Wr${nul}en`).replace('1001', `1${nul}`);
  const spoiled = writes(send(text).write).filter(({ values }) =>
    values.some((value) => typeof value === 'string' && /^[{[].*(?<!\\)\\u0000/s.test(value)),
  );
  expect(spoiled.map(({ name }) => name)).toEqual([]);
});
