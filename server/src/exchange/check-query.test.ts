import { parseMessage } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import { candidateLimit, checkQuery } from './check-query.ts';
import { checked } from './testing/messages.ts';

function check(qpd: string, msh21 = 'Z34^CDCPHINVS', rcp = 'RCP|I|5^RD&records&HL70126') {
  const header = `MSH|^~\\&|EHR|DE-000001|||20250320100000-0700||QBP^Q11^QBP_Q11|77|P|2.5.1|||ER|AL|||||${msh21}`;
  const text = [header, ...(qpd === '' ? [] : [qpd]), rcp].join('\r');
  const parsed = parseMessage(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const result = checked(text);
  const query = checkQuery(parsed.message, result, { mostCandidates: 10 });
  return {
    ...query,
    all: [...query.findings, ...result.findings.filter(({ severity }) => severity === 'E')],
  };
}

const Z34 = 'Z34^Request Immunization History^CDCPHINVS';

describe('a query that can be answered', () => {
  test('by id, name, birth date and sex', () => {
    expect(check(`QPD|${Z34}|tag|1001^^^CLINIC^MR|Wren^Ana^Luz^^^^L||20240315|F`)).toEqual({
      query: { kind: 'Z34', limit: 5 },
      status: 'OK',
      findings: [],
      all: [],
    });
  });

  test('for an evaluation and a forecast', () => {
    expect(check('QPD|Z44^Request Evaluated History and Forecast^CDCPHINVS|tag|1001')).toMatchObject({
      query: { kind: 'Z44', limit: 5 },
      status: 'OK',
    });
  });

  test('by name and birth date alone', () => {
    expect(check(`QPD|${Z34}|tag||Wren^Ana^Luz||20240315|F`)).toMatchObject({
      query: { kind: 'Z34' },
      status: 'OK',
    });
  });

  test('by an id alone', () => {
    expect(check(`QPD|${Z34}|tag|1001^^^CLINIC^MR`)).toMatchObject({ status: 'OK' });
  });

  test('whose name stands in MSH-21 alone', () => {
    expect(check('QPD||tag|1001', 'z34^CDCPHINVS')).toMatchObject({ status: 'OK', findings: [] });
  });
});

describe('how many persons the answer may list', () => {
  test.each([
    ['as many as RCP-2 asks for', 'RCP|I|3^RD&records&HL70126', 3],
    ['one', 'RCP|I|1^RD', 1],
    ['no more than the jurisdiction lets be listed', 'RCP|I|50^RD', 10],
    ['as many as the jurisdiction lets, where RCP-2 is empty', 'RCP|I', 10],
    ['where it is zero', 'RCP|I|0^RD', 10],
    ['where it is negative', 'RCP|I|-3^RD', 10],
    ['where it is no whole number', 'RCP|I|2.5^RD', 10],
    ['where it is no number', 'RCP|I|all^RD', 10],
  ])('%s', (_, rcp, limit) => {
    const parsed = parseMessage(`MSH|^~\\&|EHR\rQPD|${Z34}|tag|1001\r${rcp}`);
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(candidateLimit(parsed.message, { mostCandidates: 10 })).toBe(limit);
  });

  test('goes into the query', () => {
    expect(check(`QPD|${Z34}|tag|1001`, undefined, 'RCP|I|2^RD&records&HL70126').query).toEqual({
      kind: 'Z34',
      limit: 2,
    });
  });
});

describe('a query that cannot', () => {
  test('has no QPD', () => {
    expect(check('')).toMatchObject({
      query: undefined,
      status: 'AE',
      all: [{ path: 'QPD', hl7: '100', message: 'MESSAGE REJECTED. The message has no QPD segment.' }],
    });
  });

  test.each([
    ['another query', 'Z99^Request Something', 'This query is not served here.'],
    ['another one than MSH-21 says', 'Z43', 'This query is not served here.'],
  ])('asks for %s: refused', (_, name, message) => {
    expect(check(`QPD|${name}|tag|1001`)).toMatchObject({
      query: undefined,
      status: 'AR',
      findings: [{ code: 'query-unsupported', path: 'QPD-1', hl7: '103', application: '5', message }],
    });
  });

  test('has no name at all: refused', () => {
    const { status, findings } = check('QPD||tag|1001', '');
    expect(status).toBe('AR');
    expect(findings[0]?.message).toBe('The query has no name (QPD-1).');
    expect(findings[0]?.fix).toBe(
      'Send Z34^Request Immunization History^CDCPHINVS or Z44^Request Evaluated History and Forecast^CDCPHINVS in QPD-1.',
    );
  });

  test('has no tag', () => {
    expect(check(`QPD|${Z34}| |1001`)).toMatchObject({
      status: 'AE',
      query: undefined,
      all: [
        {
          path: 'QPD-2',
          hl7: '101',
          message: 'MESSAGE REJECTED - REQUIRED FIELD QPD-2 MISSING (Query Tag).',
          fix: 'Send a tag that is unique to this query.',
        },
      ],
    });
  });

  test.each([
    ['no patient', '', 'QPD-4'],
    ['no first name', '|Wren||20240315', 'QPD-4'],
    ['no last name', '|^Ana||20240315', 'QPD-4'],
    ['no birth date', '|Wren^Ana', 'QPD-6'],
    ['a birth date that does not exist', '|Wren^Ana||20240230', 'QPD-6'],
    ['a year of birth', '|Wren^Ana||2024', 'QPD-6'],
  ])('names %s', (_, fields, path) => {
    expect(check(`QPD|${Z34}|tag|${fields}`)).toMatchObject({
      query: undefined,
      status: 'AE',
      findings: [
        {
          code: 'query-patient-missing',
          path,
          hl7: '101',
          message: 'The query names no patient: it needs an id, or last name, first name and birth date.',
        },
      ],
    });
  });

  test('has neither tag nor patient: both are named', () => {
    expect(check(`QPD|${Z34}`).all.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'query-patient-missing QPD-4',
      'required-field-missing QPD-2',
    ]);
  });
});
