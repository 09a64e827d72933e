import { describe, expect, test } from 'vitest';
import { check, compileGuide } from './check.ts';
import { compileStatements } from './check-statements.ts';
import { type ProfileId, PROFILES } from './profile.ts';
import { type Statement, STATEMENTS } from './statements.ts';
import { edited, type Edits, parsed, SOUND, TODAY } from './testing/sound.ts';

const GUIDE = compileGuide();
/** The statements of received profiles too by the letter of the guide, which a registry treats more gently. */
const LETTER = { ...GUIDE, statements: new Map(PROFILES.map((id) => [id, compileStatements(id, [])])) };

const nameOf = ({ code, segment, field, component }: Statement): string =>
  `${code} ${segment}-${field}${component === undefined ? '' : `.${component}`}`;

type Breaks = { readonly edits: Edits; readonly at: string };

/** How each statement is broken in a sound message, and where that is found. */
const BROKEN: Readonly<Record<string, Breaks>> = {
  'iz-1 RCP-2.1': { edits: { 'RCP-2': '0^RD&records&HL70126' }, at: 'RCP-2.1' },
  'iz-2 RCP-2.2': { edits: { 'RCP-2': '5^ RD&records&HL70126' }, at: 'RCP-2.2' },
  'iz-3 ORC-2.3': { edits: { 'ORC[1]-2': 'P-1^^not-an-oid^ISO' }, at: 'ORC[1]-2.3' },
  'iz-3 ORC-3.3': { edits: { 'ORC[1]-3': 'V-1^^1.02^ISO' }, at: 'ORC[1]-3.3' },
  'iz-5 MSH-3.2': { edits: { 'MSH-3': '^CAIRN^ISO' }, at: 'MSH-3.2' },
  'iz-5 MSH-4.2': { edits: { 'MSH-4': '^3.1^ISO' }, at: 'MSH-4.2' },
  'iz-5 MSH-5.2': { edits: { 'MSH-5': '^1..2^ISO' }, at: 'MSH-5.2' },
  'iz-5 MSH-6.2': { edits: { 'MSH-6': '^1.a^ISO' }, at: 'MSH-6.2' },
  'iz-15 MSH-12': { edits: { 'MSH-12': '2.5.1 ' }, at: 'MSH-12' },
  'iz-17 MSH-9': { edits: { 'MSH-9': 'VXU^V04^ACK' }, at: 'MSH-9' },
  'iz-22 OBX-11': { edits: { 'OBX[1]-11': 'C' }, at: 'OBX[1]-11' },
  'iz-25 ORC-1': { edits: { 'ORC[1]-1': 'OK' }, at: 'ORC[1]-1' },
  'iz-27 RCP-1': { edits: { 'RCP-1': 'D' }, at: 'RCP-1' },
  'iz-28 RXA-1': { edits: { 'RXA[1]-1': '1' }, at: 'RXA[1]-1' },
  'iz-29 RXA-2': { edits: { 'RXA[1]-2': '2' }, at: 'RXA[1]-2' },
  'iz-30 RXA-4': { edits: { 'RXA[1]-4': '20240101' }, at: 'RXA[1]-4' },
  'iz-31 RXA-9': { edits: { 'RXA[1]-9': 'ZZ^x^L^00^New^NIP001' }, at: 'RXA[1]-9' },
  'iz-32 RXA-20': { edits: { 'RXA[1]-18': '00^Parental decision^NIP002' }, at: 'RXA[1]-20' },
  'iz-35 OBX-5': { edits: { 'OBX[1]-3': '64994-7^Eligibility^LN', 'OBX[1]-5': 'x^x^L' }, at: 'OBX[1]-5' },
  'iz-36 OBX-5': { edits: { 'OBX[1]-3': '69764-9^Document type^LN', 'OBX[1]-5': 'x^x^L' }, at: 'OBX[1]-5' },
  'iz-37 OBX-5': { edits: { 'OBX[1]-3': '30956-7^Vaccine type^LN', 'OBX[1]-5': 'x^x^L' }, at: 'OBX[1]-5' },
  'iz-41 MSH-16': { edits: { 'MSH-16': 'ER' }, at: 'MSH-16' },
  'iz-42 MSH-15': { edits: { 'MSH-15': 'AL' }, at: 'MSH-15' },
  'iz-44 OBX-4': { edits: { 'OBX[1]-4': '0' }, at: 'OBX[1]-4' },
  'iz-45 ORC-3': { edits: { 'RXA[1]-20': 'NA' }, at: 'ORC[1]-3' },
  'iz-46 PID-1': { edits: { 'PID-1': '2' }, at: 'PID-1' },
  'iz-47 RXA-9': { edits: { 'RXA[1]-20': 'NA', 'RXA[1]-9': '01^Historical^NIP001' }, at: 'RXA[1]-9' },
  'iz-48 RXA-6': { edits: { 'RXA[1]-20': 'RE', 'RXA[1]-6': '0.5' }, at: 'RXA[1]-6' },
  'iz-49 RXA-6': { edits: { 'RXA[1]-5': '998^None^CVX', 'RXA[1]-6': '0.5' }, at: 'RXA[1]-6' },
  'iz-51 MSH-9': { edits: { 'MSH-9': 'ACK^V04^RSP_K11' }, at: 'MSH-9' },
  'iz-52 MSH-16': { edits: { 'MSH-16': 'AL' }, at: 'MSH-16' },
  'iz-53 MSH-15': { edits: { 'MSH-15': 'AL' }, at: 'MSH-15' },
  'iz-55 MSH-9': { edits: { 'MSH-9': 'QBP^Q11^RSP_K11' }, at: 'MSH-9' },
  'iz-57 MSH-15': { edits: { 'MSH-15': 'AL' }, at: 'MSH-15' },
  'iz-58 MSH-16': { edits: { 'MSH-16': 'NE' }, at: 'MSH-16' },
  'iz-59 MSH-9': { edits: { 'MSH-9': 'RSP^K11^ACK' }, at: 'MSH-9' },
  'iz-66 PID-6.7': { edits: { 'PID-6': 'Ocampo^Ines^^^^^L' }, at: 'PID-6.7' },
  'iz-67 QPD-1': { edits: { 'QPD-1': 'Z34^Request History^CDCPHINVS' }, at: 'QPD-1' },
  'iz-68 QPD-1': { edits: { 'QPD-1': 'Z44^Request Forecast^CDCPHINVS' }, at: 'QPD-1' },
  'iz-70 NK1-1': { edits: { 'NK1-1': '2' }, at: 'NK1[1]-1' },
  'iz-71 QPD-1': { edits: { 'QPD-1': 'Z34^Request Immunization History^HL70471' }, at: 'QPD-1' },
  'iz-72 PID-1': { edits: { 'PID[2]-1': '3' }, at: 'PID[2]-1' },
  'obx-not-numbered OBX-1': { edits: { 'OBX[2]-1': '7' }, at: 'OBX[2]-1' },
};

/** MSH-21 says which profile a message is of, so each of these is broken in its second part. */
const PROFILE_STATEMENTS = new Set(['iz-43', 'iz-54', 'iz-56', 'iz-60', 'iz-61', 'iz-63', 'iz-64', 'iz-65']);
/** The delimiters of a message are read from there: another value would be another message. */
const DELIMITERS = new Set(['iz-12', 'iz-13']);

const breaksOf = (statement: Statement, id: ProfileId): Breaks | undefined =>
  PROFILE_STATEMENTS.has(statement.code)
    ? { edits: { 'MSH-21': `${id}^OTHER` }, at: 'MSH-21.1' }
    : BROKEN[nameOf(statement)];

const found = (id: ProfileId, edits: Edits) =>
  check(edited(id, edits), { today: TODAY, guide: LETTER }).findings;

test('every statement is broken by an example, and every example breaks one', () => {
  const known = new Set(STATEMENTS.map(nameOf));
  expect(Object.keys(BROKEN).filter((key) => !known.has(key))).toEqual([]);
  expect(
    STATEMENTS.filter(
      (statement) => !DELIMITERS.has(statement.code) && !breaksOf(statement, statement.profiles[0] ?? 'Z22'),
    ).map(nameOf),
  ).toEqual([]);
});

const cases = STATEMENTS.filter(({ code }) => !DELIMITERS.has(code)).flatMap((statement) =>
  statement.profiles.map((id) => [nameOf(statement), id, statement] as const),
);

describe.each(PROFILES)('a sound %s', (id) => {
  test('keeps every statement', () => {
    const statements = new Set(STATEMENTS.map(({ code }) => code));
    expect(found(id, {}).filter(({ code }) => statements.has(code))).toEqual([]);
  });
});

describe('a broken statement is found where it is', () => {
  test.each(cases)('%s in %s', (_, id, statement) => {
    const breaks = breaksOf(statement, id);
    if (!breaks) throw new Error('there is no example');
    const own = found(id, breaks.edits).filter(({ code }) => code === statement.code);
    expect(own).toMatchObject([
      { path: breaks.at, severity: 'E', effect: 'none', hl7: statement.hl7, fix: statement.fix },
    ]);
    expect(own[0]?.message).toBe(statement.message);
  });
});

test('the delimiters of a message are those that HL7 recommends', () => {
  const findings = (text: string) => check(parsed(text), { today: TODAY, guide: LETTER }).findings;
  expect(findings(SOUND.Z22.replaceAll('|', '#'))).toMatchObject([
    { code: 'iz-12', path: 'MSH-1', severity: 'E', message: 'MSH-1 is not |.', fix: 'Send | in MSH-1.' },
  ]);
  expect(findings(SOUND.Z22.replaceAll('~', '!'))).toMatchObject([
    {
      code: 'iz-13',
      path: 'MSH-2',
      severity: 'E',
      message: 'MSH-2 is not ^~\\&.',
      fix: 'Send ^~\\& in MSH-2.',
    },
  ]);
});

describe('OBX-1', () => {
  const numbers = (...ids: readonly string[]): Edits =>
    Object.fromEntries(ids.map((id, index) => [`OBX[${index + 1}]-1`, id]));

  test('numbers the observations of an order, or those of the message', () => {
    for (const edits of [numbers('1', '2'), numbers('01', '2')]) {
      expect(found('Z32', edits).filter(({ code }) => code === 'obx-not-numbered')).toEqual([]);
    }
    expect(found('Z42', numbers('1', '2', '3', '4')).map(({ code }) => code)).not.toContain(
      'obx-not-numbered',
    );
    expect(found('Z42', numbers('1', '2', '1', '2')).map(({ code }) => code)).not.toContain(
      'obx-not-numbered',
    );
    expect(found('Z42', numbers('1', '2', '2', '1')).map(({ path }) => path)).toEqual(
      expect.arrayContaining(['OBX[3]-1', 'OBX[4]-1']),
    );
  });
});

test('a statement about a value that is none at all is not found too', () => {
  const codes = found('Z32', { 'RXA[1]-1': 'x' }).map(({ code }) => code);
  expect(codes).toEqual(['number-invalid']);
});

test('of an empty field nothing is stated', () => {
  expect(
    found('Z32', { 'RXA[2]-4': '', 'ORC[1]-2': '' }).filter(({ code }) => code.startsWith('iz-')),
  ).toEqual([]);
});
