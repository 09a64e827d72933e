import { readdirSync, readFileSync } from 'node:fs';
import { california } from '@cairn/california';
import { parseMessage, parsePath } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import type { CredentialHolder } from '../accounts/queries.ts';
import type { KnownOrganization } from '../registry/queries.ts';
import { errorSegment } from './acknowledge.ts';
import { decide, type Decision } from './decide.ts';
import { type Finding, hasErrors } from '@cairn/guide';
import { takeIn } from './intake.ts';
import type { State } from './read.ts';
import type { Operation } from './soap/envelope.ts';

const SITE: KnownOrganization = {
  organizationId: 'site',
  code: 'DE-000001',
  codeKey: 'DE000001',
  parentId: undefined,
  stage: 'production',
  mayQuery: true,
  isClient: false,
};
const OTHER = { ...SITE, organizationId: 'other', code: 'DE-000003', codeKey: 'DE000003' };
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
  organizations: [SITE, OTHER],
  processed: [],
  persons: [],
  sources: [],
  reports: [],
  history: [],
};

let ids = 0;
function send(
  text: string,
  state: Partial<State> = {},
  holder = HOLDER,
  operation: Operation = 'submitSingleMessage',
): Decision {
  const call = {
    address: 'production',
    operation,
    username: 'u',
    password: 'p',
    facilityId: '',
    text,
  } as const;
  return decide(
    takeIn(text),
    call,
    holder,
    { ...EMPTY, ...state },
    {
      now: new Date('2025-03-20T18:00:00Z'),
      jurisdiction: california,
      newId: () => `id-${++ids}`,
      unfit: undefined,
    },
  );
}

const VXU = 'MSH|^~\\&|EHR|DE-000001||CAIR2|20250320||VXU^V04^VXU_V04|77|P|2.5.1||||||||||DE-000001';
const QBP = VXU.replace('VXU^V04^VXU_V04', 'QBP^Q11^QBP_Q11');
const PID = 'PID|1||1001^^^CLINIC^MR||Wren^Ana||20240315|F';
const ORC = 'ORC|RE||D1^CLINIC';
const rxa = (day: string, vaccine: string, completion = 'CP', action = 'A', place = ''): string =>
  `RXA|0|1|${day}||${vaccine}|0.5|||00^New^NIP001||^^^${place}|||||||||${completion}|${action}`;
const MMR = rxa('20250110', '03^MMR^CVX');
const DTAP = rxa('20250210', '20^DTaP^CVX');
const message = (...lines: readonly string[]): string => `${lines.join('\r')}\r`;

/** What the registry knows after these doses (ORC-3 = D1) of Ana were recorded. */
function after(...doses: readonly string[]): Partial<State> {
  const { effects } = send(message(VXU, PID, ...doses.flatMap((dose) => [ORC, dose]))).write;
  if (!effects) throw new Error('the doses were not recorded');
  const { person } = effects;
  return {
    persons: [{ ...person, keys: effects.newKeys.map(({ key }) => key) }],
    reports: effects.reports.map((report) => ({
      ...report,
      personId: person.personId,
      organizationId: 'site',
      personVersion: 1,
    })),
  };
}

const stranger = PID.replace('Wren^Ana', 'Lark^Mia').replace('20240315', '20110101');
const facility: CredentialHolder = {
  ...HOLDER,
  kind: 'sending-facility',
  code: 'SF-000001',
  codeKey: 'SF000001',
};

/** Messages that between them give every finding there is. */
const decisions: readonly Decision[] = [
  send(message(VXU.replace('VXU^V04^VXU_V04', 'ADT^A01').replace('|P|', '|T|').replace('2.5.1', '2.3.1'))),
  send(message(VXU.replace('VXU^V04^VXU_V04', ''))),
  send(message(VXU.replace('VXU^V04', 'VXU^V03'))),
  send(message(VXU, PID), {}, HOLDER, 'submitSingleQuery'),
  send(message(VXU.replaceAll('DE-000001', ''))),
  send(message(VXU.replaceAll('DE-000001', '')), {}, facility),
  send(message(VXU.replaceAll('DE-000001', 'DE-000003'))),
  send(message(VXU), {}, facility),
  send(message(VXU), { organizations: [] }),
  send(message(VXU), { organizations: [{ ...SITE, stage: 'suspended' }] }),
  send(message(VXU), { organizations: [{ ...SITE, stage: 'testing' }] }),
  send(message(QBP), { organizations: [{ ...SITE, mayQuery: false }] }),
  send(message(QBP)),
  send(message(QBP, 'QPD|Z44|tag|1001')),
  send(message(QBP.replace('2.5.1', '2.5.1|||||||||'), 'QPD||tag|1001'), {}),
  send(message(QBP, 'QPD|Z34|')),
  send(message(VXU, PID, ORC)),
  send(message(VXU, PID, ORC).trimEnd()),
  send(message(VXU)),
  send(message(VXU, PID, PID)),
  send(message(VXU.replace('|77|', '||'), 'PID|1||1001')),
  send(message(VXU, PID.replace('20240315', '20240230'))),
  send(message(VXU, PID.replace('20240315', '20990101'))),
  send(message(VXU, PID.replace('CLINIC', ''), MMR)),
  send(
    message(
      VXU,
      PID,
      ORC,
      rxa('', ''),
      ORC,
      rxa('20990101', '03'),
      ORC,
      rxa('20240101', '03^MMR^CVX', 'XX', 'X'),
    ),
  ),
  send(message(VXU, PID, ORC, rxa('20250230', '03^MMR^CVX'))),
  send(message(VXU, PID, 'ORC|RE', MMR)),
  send(message(VXU, PID).trimEnd()),
  send(
    message(
      VXU,
      PID,
      ORC,
      rxa('20250110', '03^MMR^CVX', 'CP', 'A', 'ROOM4'),
      ORC,
      rxa('20250110', '03^MMR^CVX', 'CP', 'A', 'DE-000003'),
    ),
  ),
  send(message(VXU, PID, ORC, MMR), {
    processed: [{ bodyHash: 'another', messageId: 'm', month: '2025-03-01' }],
  }),
  send(message(VXU, stranger, ORC, MMR), after(MMR)),
  send(message(VXU, PID, ORC, DTAP), after(MMR)),
  send(message(VXU, PID, ORC, MMR.replace(/A$/, 'U'))),
  send(message(VXU, PID, ORC, MMR.replace(/A$/, 'D'))),
  send(message(VXU, PID, ORC, MMR.replace(/A$/, 'D'), ORC, MMR.replace(/A$/, 'D')), after(MMR)),
  send(message(VXU, PID, ORC, DTAP.replace(/A$/, 'D')), after(MMR)),
  send(message(VXU, PID, ORC, rxa('20250301', '94^MMRV^CVX', 'CP', 'U')), after(MMR, DTAP)),
];
const findings: readonly Finding[] = decisions.flatMap(({ write }) => write.row.findings);

/** The codes that the sources of this folder name. */
function codesInSources(): ReadonlySet<string> {
  const folder = new URL('.', import.meta.url);
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const codes = sources.flatMap((name) =>
    [
      ...readFileSync(new URL(name, folder), 'utf8').matchAll(/^ +(?:code: '([a-z-]+)',|'([a-z-]+)': \{)$/gm),
    ].map(([, code, key]) => code ?? key ?? ''),
  );
  return new Set(codes);
}

const textOf = (finding: Finding): string => errorSegment(finding).text(8);

test('the messages above give every finding that the sources know', () => {
  const codes = new Set(findings.map(({ code }) => code));
  expect(codes.size).toBeGreaterThan(30);
  expect([...codes].toSorted()).toEqual([...codesInSources()].toSorted());
});

describe('every finding', () => {
  const each = [...new Map(findings.map((finding) => [`${finding.code}: ${finding.message}`, finding]))];

  test.each(each)('%s', (_, finding) => {
    expect(textOf(finding)).toBe(`${finding.message} ${finding.fix}`);
    expect(textOf(finding).length).toBeLessThanOrEqual(250);
    expect(finding.message).toMatch(/[.]$/);
    expect(finding.fix).toMatch(/^[A-Z].*[.]$/);
    expect(finding.path === undefined || parsePath(finding.path) !== undefined).toBe(true);
    expect(finding.hl7 === '0').toBe(finding.severity === 'I' || finding.code === 'no-doses-and-open-end');
  });

  test('tells nothing of the patient', () => {
    for (const finding of findings)
      expect(textOf(finding)).not.toMatch(/Wren|Ana|1001|2024-?03-?15|Lark|Mia/);
  });
});

describe('every answer', () => {
  test.each(
    decisions.map(
      ({ reply, write }) =>
        [write.row.findings.map(({ code }) => code).join(', '), reply, write.row] as const,
    ),
  )('to a message with %s', (_, reply, row) => {
    if (reply.kind !== 'answer') throw new Error(`no answer but ${reply.kind}`);
    const parsed = parseMessage(reply.text);
    if (!parsed.ok) throw new Error(parsed.error.message);
    const answer = parsed.message;
    expect(answer.text('MSA-1')).toBe(row.ackCode);
    expect(answer.text('MSA-2')).toBe(row.controlId === '' ? 'UNKNOWN' : '77');
    expect(answer.all('ERR').map((error) => [error.text(3), error.text(4), error.text(8)])).toEqual(
      row.findings.map((finding) => [finding.hl7, finding.severity, textOf(finding)]),
    );
    // A warning or error is never an AA, and only what was refused or left out has an error.
    expect(row.ackCode === 'AA').toBe(row.findings.every(({ severity }) => severity === 'I'));
    expect(hasErrors(row.findings)).toBe(['refused', 'partly-accepted'].includes(row.outcome));
  });
});

describe('why a damaged message could not be read', () => {
  const longest = '\u0001\u0002\u0003';
  const lines = '\r'.repeat(100_000);

  test.each([
    ['no text', ''],
    ['no MSH', `${lines}${longest}`],
    ['an unknown segment name', `${VXU}\r${lines}${longest}`],
    ['a segment name that goes on', `${VXU}\r${lines}PID${longest}`],
    ['too many encoding characters', VXU.replace('^~', '^~'.repeat(50_000))],
    ['an encoding character that cannot be', VXU.replace('&', '\u0001')],
    ['a second message', `${VXU}\r${lines}${VXU}`],
  ])('%s: is told whole, in at most 250 characters', (_, text) => {
    const { row } = send(text).write;
    const [found, ...others] = row.findings;
    if (!found) throw new Error('the message was read');
    expect(others).toEqual([]);
    expect(row).toMatchObject({ outcome: 'refused', ackCode: 'AR', type: '' });
    expect(found.message).toMatch(/^MESSAGE REJECTED\. .*\.$/);
    expect(textOf(found).trimEnd()).toBe(found.message);
    expect(textOf(found).length).toBeLessThanOrEqual(250);
  });
});
