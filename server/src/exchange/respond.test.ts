import { california } from '@cairn/california';
import { type Message, parseMessage } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import type { HistoryReport } from '../registry/dose-queries.ts';
import type { KnownPerson, KnownSource } from '../registry/person-queries.ts';
import { check } from '@cairn/guide';
import type { AnswerContext } from './acknowledge.ts';
import { respondWithCandidates, respondWithHistory, respondWithout, type ShownPerson } from './respond.ts';

const QPD =
  'QPD|Z34^Request Immunization History^CDCPHINVS|tag-1|1001^^^CLINIC^MR|Wren^Ana^^^^^L||20240315|F';
const ASKED = `MSH|^~\\&|EHR|DE-000001||CAIR2|20250320101400-0700||QBP^Q11^QBP_Q11|77|P|2.5.1|||ER|AL|||||Z34^CDCPHINVS\r${QPD}\rRCP|I|5^RD&records&HL70126`;

function parsed(text: string): Message {
  const read = parseMessage(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.message;
}

const CONTEXT: AnswerContext = {
  message: parsed(ASKED),
  controlId: '77',
  answerId: 'answer-1',
  at: new Date('2025-03-20T17:15:00Z'),
  pack: california,
  responsible: 'DE-000001',
};
const MSH =
  'MSH|^~\\&|CAIRN|CAIR IIS|EHR|DE-000001|20250320101500-0700||RSP^K11^RSP_K11|answer-1|P|2.5.1|||NE|NE|||||Z33^CDCPHINVS|CAIR IIS|DE-000001';
const QAK = 'Z34^Request Immunization History^CDCPHINVS';

const PERSON: KnownPerson = {
  personId: '0190b3a0-7e9a-7c3e-8f00-0123456789ab',
  version: 3,
  isProtected: false,
  isSealed: false,
  demographics: {
    fields: { 'PID-5': 'Wren^Ana^^^^^L', 'PID-7': '20240315', 'PID-8': 'F' },
    nextOfKin: ['NK1|1|Wren^Rosa^^^^^L|MTH^Mother^HL70063'],
    stated: {},
  },
  records: [],
  keys: [],
  askedAs: [],
};

const SAID = '2025-03-20T17:00:00.000Z';

const source = (organizationId: string, identifiers: string, personId = PERSON.personId): KnownSource => ({
  personId,
  sourceId: identifiers,
  organizationId,
  idKey: identifiers,
  identifiers,
  protection: '',
  protectionSaidAt: '',
  contentHash: '',
  saidAt: SAID,
  fields: {},
});

function report(doseKey: string, day: string, more: Partial<HistoryReport> = {}): HistoryReport {
  const { action = 'A' } = more;
  return {
    personId: PERSON.personId,
    reportId: doseKey,
    organizationId: 'clinic',
    idKey: 'chart',
    fillerId: doseKey,
    doseKey,
    action,
    administeredOn: day,
    codes: ['CVX:03'],
    contentHash: '',
    personVersion: 1,
    saidAt: SAID,
    segments: `ORC|RE||${doseKey}^CLINIC\rRXA|0|1|${day.replaceAll('-', '')}||03^MMR^CVX|999|||01^Historical information - source unspecified^NIP001|||||||||||CP|${action}`,
    ...more,
  };
}

function history(shown: Partial<ShownPerson> = {}): readonly string[] {
  const answer = respondWithHistory(
    { person: PERSON, sources: [], reports: [], doseLinks: [], askedBy: 'clinic', ...shown },
    CONTEXT,
  );
  expect(faultsOf(answer)).toEqual([]);
  return answer.split('\r');
}

/** What is against the guide in an answer. */
const faultsOf = (answer: string): readonly string[] =>
  check(parsed(answer), { today: 20250320 })
    .findings.filter(({ severity }) => severity === 'E')
    .map(({ code, path }) => `${code} ${path}`);

describe('a response without person (Z33)', () => {
  test('nobody was found: accepted, NF, and the query as it was sent', () => {
    expect(respondWithout('NF', [], CONTEXT).split('\r')).toEqual([
      MSH,
      'MSA|AA|77',
      `QAK|tag-1|NF|${QAK}`,
      QPD,
      '',
    ]);
  });

  test.each(['AE', 'AR'] as const)('the query could not be run: %s, with what is wrong', (status) => {
    const finding = {
      code: 'x',
      severity: 'E',
      path: 'QPD-2',
      hl7: '101',
      message: 'No tag.',
      fix: 'Send one.',
    } as const;
    expect(respondWithout(status, [finding], CONTEXT).split('\r')).toEqual([
      MSH,
      `MSA|${status}|77`,
      'ERR||QPD^1^2^1|101^Required field missing^HL70357|E||||No tag. Send one.',
      `QAK|tag-1|${status}|${QAK}`,
      QPD,
      '',
    ]);
  });

  test('to a query without QPD has none either', () => {
    const message = parsed(ASKED.replace(`${QPD}\r`, ''));
    expect(
      respondWithout('AE', [], { ...CONTEXT, message })
        .split('\r')
        .slice(1),
    ).toEqual(['MSA|AE|77', 'QAK|UNKNOWN|AE', '']);
  });
});

describe('the history of a person (Z32)', () => {
  test('head, person, next of kin, then the orders', () => {
    const lines = history({ reports: [report('D1', '2025-01-10')] });
    expect(lines[0]).toBe(MSH.replace('Z33', 'Z32'));
    expect(lines.slice(1, 6)).toEqual([
      'MSA|AA|77',
      `QAK|tag-1|OK|${QAK}`,
      QPD,
      `PID|1||${PERSON.personId}^^^CAIRN^SR||Wren^Ana^^^^^L||20240315|F`,
      'NK1|1|Wren^Rosa^^^^^L|MTH^Mother^HL70063',
    ]);
    expect(lines.slice(6).map((line) => line.slice(0, 3))).toEqual(['ORC', 'RXA', '']);
  });

  test('PD1 where something is known of it', () => {
    const demographics = { ...PERSON.demographics, fields: { ...PERSON.demographics.fields, 'PD1-12': 'N' } };
    expect(history({ person: { ...PERSON, demographics } })[5]).toBe('PD1||||||||||||N');
    expect(history().some((line) => line.startsWith('PD1'))).toBe(false);
  });

  test('each dose that stands once, by date', () => {
    const reports = [
      report('D3', '2025-02-10'),
      report('D1', '2024-12-01', { action: 'U', personVersion: 2, reportId: '9' }),
      report('D1', '2024-12-05'),
      report('D2', '2025-01-10'),
      report('D2', '2025-01-10', { action: 'D', personVersion: 2, reportId: '8' }),
    ];
    const shown = history({ reports }).filter((line) => line.startsWith('RXA'));
    expect(shown.map((line) => line.split('|')[3])).toEqual(['20241201', '20250210']);
  });

  test('one dose that two organizations tell of is shown once, filled in from the other', () => {
    const told = report('D1', '2025-01-10');
    const given = report('X7', '2025-01-10', {
      organizationId: 'pharmacy',
      idKey: 'another',
      segments:
        'ORC|RE||X7^PHARM\rRXA|0|1|20250110||03^MMR^CVX|0.5|mL^mL^UCUM||00^New immunization record^NIP001||||||X100A|20280131|MSD^Merck^MVX|||CP|A',
    });
    for (const reports of [
      [told, given],
      [given, told],
    ]) {
      const shown = history({ reports }).filter((line) => line.startsWith('RXA') || line.startsWith('ORC'));
      expect(shown).toEqual([
        'ORC|RE||X7^PHARM',
        expect.stringContaining('|0.5|mL^mL^UCUM||00^New immunization record^NIP001||||||X100A|20280131|'),
      ]);
    }
  });

  test('what a reviewer decided of two doses comes before all rules', () => {
    const [one, other] = [
      report('D1', '2025-01-10'),
      report('X7', '2025-01-10', { organizationId: 'pharmacy' }),
    ];
    const doseLinks = [{ a: 'chart D1', b: 'chart X7', kind: 'different' }] as const;
    const orders = (shown: Partial<ShownPerson>) =>
      history({ reports: [one, other], ...shown }).filter((line) => line.startsWith('ORC'));
    expect(orders({})).toHaveLength(1);
    expect(orders({ doseLinks })).toHaveLength(2);
  });

  test('a protected person is shown as protected, whatever its newest PD1 says', () => {
    const demographics = { ...PERSON.demographics, fields: { ...PERSON.demographics.fields, 'PD1-12': 'N' } };
    expect(history({ person: { ...PERSON, demographics, isProtected: true } })[5]).toBe('PD1||||||||||||Y');
  });

  test('an updated dose is shown as one that stands, one without action code too', () => {
    const update = report('D1', '2025-01-10', { action: 'U' });
    const bare = report('D2', '2025-03-11');
    const reports = [update, { ...bare, segments: bare.segments.replace('|CP|A', '|CP') }];
    const shown = history({ reports }).filter((line) => line.startsWith('RXA'));
    expect(shown.map((line) => line.slice(line.indexOf('|CP')))).toEqual(['|CP|A', '|CP|A']);
  });

  test('a dose comes with all that was reported of it, unchanged', () => {
    const segments = [
      'ORC|RE||D1^CLINIC',
      'RXA|0|1|20250110||03^M\\T\\M^CVX|999|||01^Elsewhere^NIP001|||||||||||CP|A||20250111',
      'RXR|C38299^Subcutaneous^NCIT',
      'OBX|1|TX|30945-0^Contraindication^LN|1|a\\.br\\b||||||F',
      'NTE|1||none',
    ].join('\r');
    expect(history({ reports: [report('D1', '2025-01-10', { segments })] }).slice(6, -1)).toEqual(
      segments.split('\r'),
    );
  });

  test('of a dose told with little is as full as the guide asks, and no dose is lost', () => {
    const bare = 'ORC|RE||D1\rRXA|0|1|20250110||03^MMR^CVX|0.5||||||||||||||CP';
    expect(history({ reports: [report('D1', '2025-01-10', { segments: bare })] }).slice(6, -1)).toEqual([
      'ORC|RE||D1^UNKNOWN',
      'RXA|0|1|20250110||03^MMR^CVX|999|||01^Historical information - source unspecified^NIP001|||||||||||CP|A',
    ]);
  });

  test('of a dose that came without id has the registry’s', () => {
    const nameless = report('D1', '2025-01-10');
    const segments = nameless.segments.replace('D1^CLINIC', '');
    const [orc] = history({ reports: [{ ...nameless, segments }] }).slice(6);
    expect(orc).toBe('ORC|RE||D1^CAIRN');
  });

  test("the asker's own ids of the person, and nobody else's", () => {
    const sources = [
      source('clinic', '1001^^^CLINIC^MR~77^^^STATE^SS'),
      source('pharmacy', '5^^^PHARM^PI'),
      source('clinic', ''),
      source('clinic', '2002^^^CLINIC^MR', 'someone else'),
    ];
    const pid = history({ sources }).find((line) => line.startsWith('PID'));
    expect(pid?.split('|')[3]).toBe(`${PERSON.personId}^^^CAIRN^SR~1001^^^CLINIC^MR~77^^^STATE^SS`);
  });

  test('stored segments that no longer parse are an error, never left out', () => {
    expect(() => history({ reports: [report('D1', '2025-01-10', { segments: 'orc|1' })] })).toThrow(
      'stored segments no longer parse: bad-segment-name',
    );
  });
});

describe('those who may be meant (Z31)', () => {
  const other: KnownPerson = { ...PERSON, personId: '0190b3a0-7e9a-7c3e-8f00-0123456789ac' };
  const full = {
    ...PERSON.demographics.fields,
    'PID-6': 'Lark^Rosa^^^^^M',
    'PID-10': '2106-3^White^CDCREC',
    'PID-11': '1 Example Street^^Sacramento^CA^95814^USA^H',
    'PID-13': '^PRN^PH^^^916^5550100',
    'PID-24': 'Y',
    'PID-25': '2',
    'PD1-12': 'N',
  };
  const known: KnownPerson = { ...PERSON, demographics: { ...PERSON.demographics, fields: full } };
  const shown = (persons: readonly KnownPerson[]): readonly ShownPerson[] =>
    persons.map((person) => ({
      person,
      sources: [source('clinic', '1001^^^CLINIC^MR'), source('pharmacy', '5^^^PHARM^PI')],
      reports: [report('D1', '2025-01-10')],
      doseLinks: [],
      askedBy: 'clinic',
    }));

  test('one PID for each, numbered, and nothing besides; it conforms to the guide', () => {
    const answer = respondWithCandidates(shown([known, other]), CONTEXT);
    expect(faultsOf(answer)).toEqual([]);
    const lines = answer.split('\r');
    expect(lines.slice(0, 4)).toEqual([MSH.replace('Z33', 'Z31'), 'MSA|AA|77', `QAK|tag-1|OK|${QAK}`, QPD]);
    expect(lines.slice(4).map((line) => line.slice(0, 6))).toEqual(['PID|1|', 'PID|2|', '']);
  });

  test('of each its names, birth date, sex, address and birth order, and the ids that are the asker’s', () => {
    const [line = ''] = respondWithCandidates(shown([known]), CONTEXT)
      .split('\r')
      .slice(4);
    const fields = line.split('|');
    expect(fields[3]).toBe(`${PERSON.personId}^^^CAIRN^SR~1001^^^CLINIC^MR`);
    expect(fields[5]).toBe('Wren^Ana^^^^^L');
    expect(fields[11]).toBe('1 Example Street^^Sacramento^CA^95814^USA^H');
    expect(fields.slice(24, 26)).toEqual(['Y', '2']);
    expect(line).not.toMatch(/Rosa|White|5550100|PHARM/);
  });
});
