import { california } from '@cairn/california';
import { type Message, parseMessage } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import type { HistoryReport, KnownPerson, KnownSource } from '../registry/queries.ts';
import type { AnswerContext } from './acknowledge.ts';
import { respondWithHistory, respondWithout, type ShownPerson } from './respond.ts';

const QPD =
  'QPD|Z34^Request Immunization History^CDCPHINVS|tag-1|1001^^^CLINIC^MR|Wren^Ana^^^^^L||20240315|F';
const ASKED = `MSH|^~\\&|EHR|DE-000001||CAIR2|20250320||QBP^Q11^QBP_Q11|77|P|2.5.1\r${QPD}\rRCP|I|5^RD`;

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
  demographics: { fields: { 'PID-5': 'Wren^Ana', 'PID-7': '20240315' }, nextOfKin: ['NK1|1|Wren^Rosa|MTH'] },
  keys: [],
};

const source = (organizationId: string, identifiers: string, personId = PERSON.personId): KnownSource => ({
  personId,
  organizationId,
  idKey: identifiers,
  identifiers,
  protection: '',
  contentHash: '',
});

function report(doseKey: string, day: string, more: Partial<HistoryReport> = {}): HistoryReport {
  const { action = 'A' } = more;
  return {
    personId: PERSON.personId,
    reportId: doseKey,
    organizationId: 'clinic',
    fillerId: doseKey,
    doseKey,
    action,
    administeredOn: day,
    codes: ['CVX:03'],
    contentHash: '',
    personVersion: 1,
    segments: `ORC|RE||${doseKey}\rRXA|0|1|${day.replaceAll('-', '')}||03^MMR^CVX|0.5||||||||||||||CP|${action}`,
    ...more,
  };
}

const history = (shown: Partial<ShownPerson> = {}): readonly string[] =>
  respondWithHistory(
    { person: PERSON, sources: [], reports: [], askedBy: 'clinic', ...shown },
    CONTEXT,
  ).split('\r');

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
    ).toEqual(['MSA|AE|77', 'QAK||AE', '']);
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
      `PID|1||${PERSON.personId}^^^CAIRN^SR||Wren^Ana||20240315`,
      'NK1|1|Wren^Rosa|MTH',
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

  test('an updated dose is shown as one that stands, one without action code as it was sent', () => {
    const update = report('D1', '2025-01-10', { action: 'U' });
    const bare = report('D2', '2025-01-11');
    const reports = [update, { ...bare, segments: bare.segments.replace('|CP|A', '|CP') }];
    const shown = history({ reports }).filter((line) => line.startsWith('RXA'));
    expect(shown.map((line) => line.slice(line.indexOf('|CP')))).toEqual(['|CP|A', '|CP']);
  });

  test('a dose comes with all that was reported of it, unchanged', () => {
    const segments =
      'ORC|RE||D1\rRXA|0|1|20250110||03^M\\T\\M^CVX|0.5\rRXR|C38299\rOBX|1|TX|30945-0||a\\.br\\b\rNTE|1';
    expect(history({ reports: [report('D1', '2025-01-10', { segments })] }).slice(6, -1)).toEqual(
      segments.split('\r'),
    );
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
