import { describe, expect, test } from 'vitest';
import { selectCredentialHolder, selectHolder } from '../accounts/queries.ts';
import type { Statement } from '../platform/database/pipeline.ts';
import {
  expectKeys,
  insertKeys,
  insertMatchRow,
  insertSource,
  lockKeys,
  restateSource,
  selectCandidates,
  selectPersons,
  selectSources,
  writePerson,
} from '../registry/person-queries.ts';
import { insertReports, selectDoseLinks, selectHistory, selectReports } from '../registry/dose-queries.ts';
import { selectOrganizations, selectOrganizationsOf } from '../registry/organization-queries.ts';
import { insertDecision, insertTask } from '../registry/review.ts';
import { intake } from './testing/messages.ts';
import {
  controlKey,
  insertDisclosure,
  insertMessage,
  insertMessageKey,
  type LedgerRow,
  selectProcessed,
} from './ledger.ts';
import { insertTestSubmission } from './test-submission.ts';

const ROW: LedgerRow = {
  messageId: 'm',
  receivedAt: new Date('2025-03-31T23:59:59-07:00'),
  address: 'production',
  operation: 'submitSingleMessage',
  senderId: 's',
  credentialId: 'c',
  responsibleId: undefined,
  type: 'VXU^V04',
  controlId: '77',
  bodyHash: 'b',
  text: 'MSH|é',
  outcome: 'accepted',
  ackCode: 'AA',
  answer: 'MSA|AA|77',
  findings: [],
  personId: undefined,
};

/** The value that goes into a column of an insert. */
function column({ text, values }: Statement, name: string): unknown {
  const columns = (/\(([^)]*)\)/.exec(text)?.[1] ?? '').split(',').map((part) => part.trim());
  const index = columns.indexOf(name);
  if (index < 0) throw new Error(`no column ${name}`);
  return values[index];
}

describe('a row of the ledger', () => {
  test('lies in the month in which the message came, by UTC', () => {
    expect(column(insertMessage(ROW), 'month')).toBe('2025-04-01');
    expect(insertMessageKey('k', ROW).values).toContain('2025-04-01');
  });

  test('holds the message to the byte, and nothing where nothing is known', () => {
    const statement = insertMessage(ROW);
    expect(column(statement, 'raw')).toEqual(Buffer.from('MSH|é', 'utf8'));
    expect(column(statement, 'responsible_id')).toBeNull();
    expect(column(statement, 'person_id')).toBeNull();
  });

  test('holds findings that are JSON, also of a message of NULs', () => {
    const { parsed } = intake('MSH|^~\\&|\r\0\0\0');
    const { code, message } = parsed.ok ? { code: '', message: '' } : parsed.error;
    const statement = insertMessage({
      ...ROW,
      findings: [{ code, severity: 'E', hl7: '100', message, fix: '' }],
    });
    expect(JSON.parse(String(column(statement, 'findings')))).toMatchObject([{ code: 'bad-segment-name' }]);
  });
});

test('a message is named by its sender and its control id, both', () => {
  const keys = [
    ['DE1', '77'],
    ['DE2', '77'],
    ['DE1', '78'],
    ['DE17', '7'],
  ].map(([sender = '', id = '']) => controlKey(sender, id));
  expect(new Set(keys).size).toBe(4);
  expect(controlKey('DE1', '77')).toBe(keys[0]);
});

describe('a prepared statement', () => {
  const person = {
    personId: 'p',
    lastName: '',
    firstName: '',
    birthDate: '',
    sex: '',
    isProtected: false,
    isDeceased: false,
    demographics: { fields: {}, nextOfKin: [], stated: {} },
    at: new Date(0),
  };
  const from = {
    organizationId: 'o',
    senderId: 's',
    messageId: 'm',
    personVersion: 1,
    at: new Date(0),
    saidAt: new Date(0),
  };
  const report = {
    fillerId: '',
    action: 'A',
    administeredOn: '',
    codes: ['CVX:03'],
    completion: '',
    segments: '',
    contentHash: '',
    reportId: '',
    doseKey: '',
    idKey: '',
  } as const;
  const comparison = { outcome: 'possible', score: 1, guards: ['sealed'], signature: '1:' } as const;
  const task = {
    taskId: 't',
    kind: 'chart-reused',
    personA: 'a',
    personB: 'b',
    priority: 1,
    comparison: undefined,
    at: new Date(0),
  } as const;
  const decision = {
    decisionId: 'd',
    personId: 'p',
    otherId: 'q',
    outcome: 'possible',
    comparison,
    at: new Date(0),
  } as const;
  const source = {
    sourceId: '',
    idKey: '',
    identifiers: '',
    protection: '' as const,
    demographics: person.demographics,
    contentHash: '',
  };
  const disclosure = {
    eventId: '',
    at: new Date(0),
    credentialId: '',
    organizationId: '',
    responsibleId: '',
    messageId: '',
    personIds: [],
    status: 'NF',
  };
  const tested = {
    messageId: 'm',
    receivedAt: new Date(0),
    organizationId: 'o',
    senderId: 's',
    stage: 'real-data',
    cases: ['refusal'],
    comparison: { person: 'new', doses: { new: 1, known: 0, changed: 0 }, completeness: [] },
  } as const;
  const [none, one, two] = [[], ['a'], ['a', 'b']];
  const lookup = { keys: one, ids: none };

  /** Each statement for two inputs of different size. */
  const pairs: readonly (readonly [Statement, Statement])[] = [
    [selectCredentialHolder('a'), selectCredentialHolder('')],
    [selectOrganizations(one, 'a'), selectOrganizations(two, 'b')],
    [selectHolder('a'), selectHolder('b')],
    [selectOrganizationsOf(one, 'a'), selectOrganizationsOf(two, 'b')],
    [selectPersons(lookup), selectPersons({ keys: two, ids: two })],
    [selectSources(lookup), selectSources({ keys: two, ids: two })],
    [selectHistory(lookup), selectHistory({ keys: two, ids: two })],
    [selectReports(lookup, one, one), selectReports({ keys: none, ids: two }, two, none)],
    [writePerson({ ...person, version: 1 }), writePerson({ ...person, version: 1, isProtected: true })],
    [writePerson({ ...person, version: 2 }), writePerson({ ...person, version: 3 })],
    [selectCandidates(one), selectCandidates(none)],
    [selectDoseLinks(lookup), selectDoseLinks({ keys: two, ids: two })],
    [lockKeys(one), lockKeys(two)],
    [expectKeys(one, 0), expectKeys(two, 7)],
    [insertKeys('p', one), insertKeys('p', none)],
    [insertMatchRow('p', { matchId: '1', record: 'a' }), insertMatchRow('q', { matchId: '2', record: '' })],
    [restateSource('p', 's', new Date(0)), restateSource('q', 't', new Date(1))],
    [insertTask(task, undefined), insertTask({ ...task, comparison }, 'm')],
    [insertDecision(decision, 'intake', undefined), insertDecision(decision, 'nightly', 'm')],
    [insertSource('p', source, from), insertSource('q', source, { ...from, personVersion: 2 })],
    [insertReports('p', [report], from), insertReports('p', [report, report], from)],
    [selectProcessed('a'), selectProcessed('b')],
    [insertMessage(ROW), insertMessage({ ...ROW, personId: 'p' })],
    [insertMessageKey('a', ROW), insertMessageKey('b', ROW)],
    [insertTestSubmission(tested), insertTestSubmission({ ...tested, cases: [], comparison: undefined })],
    [insertDisclosure(disclosure), insertDisclosure({ ...disclosure, personIds: two })],
  ];

  test.each(pairs.map(([a, b]) => [a.name, a, b] as const))(
    '%s has one text, whatever its values',
    (_, a, b) => {
      expect(b.name).toBe(a.name);
      expect(b.text).toBe(a.text);
    },
  );

  test.each(pairs.map(([a]) => [a.name, a] as const))(
    '%s uses every one of its values and no other',
    (_, { text, values }) => {
      const used = [...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
      expect([...new Set(used)].toSorted((a, b) => a - b)).toEqual(values.map((_value, index) => index + 1));
    },
  );

  test('has a name of its own', () => {
    expect(new Set(pairs.map(([{ name }]) => name)).size).toBe(pairs.length);
    expect(new Set(pairs.map(([{ text }]) => text)).size).toBe(pairs.length);
  });
});
