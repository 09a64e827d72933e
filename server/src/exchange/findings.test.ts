import { readdirSync, readFileSync } from 'node:fs';
import { california } from '@cairn/california';
import { catalogue, type Finding, hasErrors } from '@cairn/guide';
import { parseMessage, parsePath } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import type { Holder } from '../accounts/queries.ts';
import { errorSegments } from './acknowledge.ts';
import { decide, type Decision } from './decide.ts';
import { addressClosed } from './old-address.ts';
import { NOTHING_KNOWN, questionsOf, type State } from './read.ts';
import type { Operation } from './soap/envelope.ts';
import {
  edit,
  given,
  HEADER,
  historical,
  HOLDER,
  intake,
  message,
  NK1,
  NOW,
  PID,
  SITE,
  vxu,
} from './testing/messages.ts';
import { refusedRow } from './refused-login.ts';
import { MemoryRegistry } from './testing/registry.ts';

const OTHER = { ...SITE, organizationId: 'other', code: 'DE-000003', codeKey: 'DE000003' };
const EMPTY: State = { ...NOTHING_KNOWN, holder: HOLDER, organizations: [SITE, OTHER] };

type Options = {
  readonly registry?: MemoryRegistry;
  readonly state?: Partial<State>;
  readonly holder?: Holder;
  readonly operation?: Operation | 'history-load';
  readonly mayMiss?: boolean;
};

let ids = 0;
function send(text: string, options: Options = {}): Decision {
  const { registry = new MemoryRegistry(), holder = HOLDER, operation = 'submitSingleMessage' } = options;
  const call = {
    address: 'production',
    operation,
    identity: { kind: 'password', username: 'u', password: 'p', certificate: '' },
    facilityId: '',
    text,
  } as const;
  const taken = intake(text);
  const context = { jurisdiction: california, today: '2025-03-20', matching: {} };
  // By which way a message came does not bear on what is asked of the registry.
  const asked = questionsOf(taken, { ...call, operation: 'submitSingleMessage' }, context).registry;
  const known = asked ? registry.look(asked.naming(SITE.codeKey)) : {};
  return decide(
    taken,
    call,
    holder,
    { ...EMPTY, ...known, ...options.state },
    {
      now: NOW,
      jurisdiction: california,
      newId: () => `id-${++ids}`,
      unfit: undefined,
      mayMiss: options.mayMiss ?? true,
    },
  );
}

const QBP = edit(edit(HEADER, 'MSH-9', 'QBP^Q11^QBP_Q11'), 'MSH-21', 'Z34^CDCPHINVS');
const Z34 = 'Z34^Request Immunization History^CDCPHINVS';
const RCP = 'RCP|I|5^RD&records&HL70126';
const MMR = { day: '20250110' };
const DTAP = { day: '20250210', vaccine: '20^DTaP^CVX' };

/** A registry in which these doses (ORC-3 = D1) of Ana have been recorded. */
function after(...doses: readonly (typeof MMR)[]): { readonly registry: MemoryRegistry } {
  const registry = new MemoryRegistry();
  const { effects } = send(vxu(...doses.map(historical))).write;
  if (!effects) throw new Error('the doses were not recorded');
  registry.write(effects, SITE.organizationId);
  return { registry };
}

const VXU = vxu(historical(MMR));
const unsent = edit(edit(VXU, 'MSH-4', ''), 'MSH-22', '');
const stranger = edit(edit(VXU, 'PID-5', 'Lark^Mia^^^^^L'), 'PID-7', '20110101');
const facility: Holder = {
  ...HOLDER,
  kind: 'sending-facility',
  code: 'SF-000001',
  codeKey: 'SF000001',
};
const [, orphan = ''] = historical();

/** Messages that between them give every finding that the exchange adds to those of the guide, and many of those. */
const decisions: readonly Decision[] = [
  send(VXU),
  send(edit(edit(edit(VXU, 'MSH-9', 'ADT^A01'), 'MSH-11', 'T'), 'MSH-12', '2.3.1')),
  send(edit(VXU, 'MSH-9', 'VXU^V03')),
  send(edit(VXU, 'MSH-9', 'RSP^K11^RSP_K11')),
  send(VXU, { operation: 'submitSingleQuery' }),
  send([QBP, `QPD|${Z34}|T1||LARK^MIA||20110101`, RCP].join('\r'), { operation: 'history-load' }),
  send(unsent),
  send(unsent, { holder: facility }),
  send(VXU.replaceAll('DE-000001', 'DE-000003')),
  send(VXU, { holder: facility }),
  send(VXU, { state: { organizations: [] } }),
  send(VXU, { state: { organizations: [{ ...SITE, stage: 'suspended' }] } }),
  send(VXU, { state: { organizations: [{ ...SITE, stage: 'testing' }] } }),
  send(VXU.replace('|EHR|DE-000001|', '|EHR|SF-000001|'), {
    holder: facility,
    state: { organizations: [{ ...SITE, isUnconfirmedClient: true }] },
  }),
  send(message(QBP), { state: { organizations: [{ ...SITE, mayQuery: false }] } }),
  send(message(QBP)),
  send(message(QBP, 'QPD|Z99|tag|1001', RCP)),
  send(message(edit(QBP, 'MSH-21', ''), 'QPD||tag|1001', RCP)),
  send(message(QBP, `QPD|${Z34}|`, RCP)),
  send(message(HEADER, PID, ...given().slice(0, 1))),
  send(VXU.slice(0, -30)),
  send(message(HEADER)),
  send(message(HEADER, PID, PID)),
  send(edit(edit(VXU, 'MSH-10', ''), 'PID-5', '')),
  send(edit(VXU, 'PID-7', '20240230')),
  send(edit(VXU, 'PID-7', '20990101')),
  send(edit(VXU, 'PID-8', 'Q')),
  send(edit(edit(VXU, 'RXA-3', ''), 'RXA-5', '')),
  send(edit(edit(VXU, 'RXA-20', 'XX'), 'RXA-21', 'Q')),
  send(edit(VXU, 'ORC-3', '')),
  send(message(HEADER, PID, NK1).trimEnd()),
  send(message(HEADER, PID, NK1, orphan)),
  send(
    vxu(given({ place: 'ROOM4' }), given({ id: 'D2^CLINIC', place: 'DE-000003', vaccine: '20^DTaP^CVX' })),
  ),
  send(VXU, { state: { processed: [{ bodyHash: 'another', messageId: 'm', month: '2025-03-01' }] } }),
  send(stranger, after(MMR)),
  send(vxu(historical(DTAP)), after(MMR)),
  // Said an hour before what is known by then.
  send(edit(edit(VXU, 'RXA-15', 'K1'), 'MSH-7', '20250320090000-0700'), after(MMR)),
  send(message(QBP, `QPD|${Z34}|tag||Wren^Ana^^^^^L||20240315`, RCP), { mayMiss: false }),
  send(edit(VXU, 'RXA-21', 'U')),
  send(edit(VXU, 'RXA-21', 'D')),
  send(vxu(historical({ ...MMR, action: 'D' }), historical({ ...MMR, action: 'D' })), after(MMR)),
  send(vxu(historical({ ...DTAP, action: 'D' })), after(MMR)),
  send(vxu(historical({ day: '20250301', vaccine: '94^MMRV^CVX', action: 'U' })), after(MMR, DTAP)),
];
const LOGINS = ['wrong', 'expired', 'revoked', 'replaced', 'noCertificate', 'otherCertificate'] as const;
const refusedLogins = LOGINS.map((why) =>
  refusedRow(
    why,
    {
      address: 'production',
      operation: 'submitSingleMessage',
      identity: { kind: 'password', username: 'u', password: 'p', certificate: '' },
      facilityId: '',
      text: VXU,
    },
    intake(VXU),
    HOLDER,
    { messageId: 'm', now: NOW },
  ),
);
const findings: readonly Finding[] = [
  ...decisions.map(({ write }) => write.row),
  ...refusedLogins.filter((row) => row !== undefined),
]
  .flatMap((row) => row.findings)
  .concat(addressClosed({ since: '2016-10-03', newAddress: 'https://registry.example/IISService' }));

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

function textOf(finding: Finding): string {
  const [segment] = errorSegments([finding]);
  return segment?.text(8) ?? '';
}

/** Of messages that are not read; of answers that are full; of what no pack that comes with Cairn lets through. */
const TOLD_ELSEWHERE = new Set(['message-excessive', 'more-findings', 'patient-unreadable']);

test('the messages above give every finding that the sources of the exchange know', () => {
  const codes = new Set(findings.map(({ code }) => code));
  const known = new Set(catalogue().map(({ code }) => code));
  expect([...codesInSources()].filter((code) => !codes.has(code) && !TOLD_ELSEWHERE.has(code))).toEqual([]);
  expect([...codes].filter((code) => !known.has(code) && !codesInSources().has(code))).toEqual([]);
});

describe('every finding', () => {
  const each = [...new Map(findings.map((finding) => [`${finding.code}: ${finding.message}`, finding]))];

  test.each(each)('%s', (_, finding) => {
    expect(textOf(finding)).toBe(`${finding.message} ${finding.fix}`);
    expect(textOf(finding).length).toBeLessThanOrEqual(250);
    expect(finding.message).toMatch(/[.]$/);
    expect(finding.fix).toMatch(/^[A-Z].*[.]$/);
    expect(finding.path === undefined || parsePath(finding.path) !== undefined).toBe(true);
    if (finding.severity === 'E') expect(finding.hl7).not.toBe('0');
  });

  test('tells nothing of the patient', () => {
    for (const finding of findings)
      expect(textOf(finding)).not.toMatch(
        /Wren|\bAna\b|Luz|Rosa|1001|2024-?03-?15|Lark|Mia\b|5550100|Example Street/,
      );
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
    expect(new Set(row.findings.map(({ code, path }) => `${code} ${path}`)).size).toBe(row.findings.length);
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
    ['an unknown segment name', `${HEADER}\r${lines}${longest}`],
    ['a segment name that goes on', `${HEADER}\r${lines}PID${longest}`],
    ['too many encoding characters', HEADER.replace('^~', '^~'.repeat(50_000))],
    ['an encoding character that cannot be', HEADER.replace('&', '\u0001')],
    ['too many segments', `${HEADER}\r${'NTE|1\r'.repeat(3001)}`],
    ['too many parts', `${HEADER}\rPID|1||${'1~'.repeat(3000)}\r`],
    ['a second message', `${HEADER}\r${lines}${HEADER}`],
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
