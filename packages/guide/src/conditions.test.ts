import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { componentCondition, segmentCondition } from './conditions.ts';
import { edited, parsed, TODAY } from './testing/sound.ts';

const rxa = (fields: Readonly<Record<number, string>>) => {
  const line = Array.from({ length: 25 }, (_, index) => fields[index] ?? '');
  const segment = parsed(`MSH|^~\\&|\rRXA|${line.slice(1).join('|')}`).first('RXA');
  if (!segment) throw new Error('the message has an RXA');
  return segment;
};

describe('a condition of a segment', () => {
  test.each<[string, Readonly<Record<number, string>>, boolean]>([
    ['12', { 12: 'x' }, true],
    ['12', { 12: '""' }, false],
    ['12', {}, false],
    ['2=NM', { 2: 'NM' }, true],
    ['2=NM', { 2: 'CE' }, false],
    ['6!=999', { 6: '0.5' }, true],
    ['6!=999', { 6: '999' }, false],
    ['given', { 20: 'CP' }, true],
    ['given', { 20: 'PA' }, true],
    ['given', { 20: 'RE' }, false],
    ['given', {}, false],
    ['administered', { 9: '00^New^NIP001', 20: 'CP' }, true],
    ['administered', { 9: '01^Historical^NIP001', 20: 'CP' }, false],
    ['administered', { 9: '00^New^NIP001', 20: 'NA' }, false],
    ['source=00', { 9: '00^New^NIP001' }, true],
    ['refused', { 20: 'RE' }, true],
    ['refused', { 20: 'CP' }, false],
    ['vaccine', { 5: '03^MMR^CVX' }, true],
    ['vaccine', { 5: '998^None^CVX' }, false],
  ])('%s of %j: %s', (text, fields, expected) => {
    expect(segmentCondition(text)(rxa(fields))).toBe(expected);
  });

  test('that is none is an error of the tables', () => {
    expect(() => segmentCondition('whenever')).toThrow('there is no condition "whenever"');
    expect(() => componentCondition('?')).toThrow('there is no condition "?"');
  });
});

describe('a condition of a component', () => {
  test.each<[string, readonly string[], boolean]>([
    ['3', ['', '', 'x'], true],
    ['3', ['', ''], false],
    ['!3', ['', ''], true],
    ['!2&!3', ['a'], true],
    ['!2&!3', ['a', '', 'x'], false],
    ['2=NET', ['', 'NET'], true],
    ['2!=NET', ['', 'PRN'], true],
    ['2!=NET', ['', 'NET'], false],
  ])('%s of %j: %s', (text, components, expected) => {
    expect(componentCondition(text)(components)).toBe(expected);
  });
});

describe('what the guide requires under a condition', () => {
  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['units of an amount', { 'RXA[1]-7': '' }, 'RXA[1]-7', ''],
    ['no units of an unknown amount', { 'RXA[1]-6': '999', 'RXA[1]-7': '' }, '', 'RXA[1]-7'],
    ['the source of a dose that was given', { 'RXA[2]-9': '' }, 'RXA[2]-9', ''],
    ['not of one that was refused', { 'RXA[3]-9': '' }, '', 'RXA[3]-9'],
    ['the lot of an administered dose', { 'RXA[1]-15': '' }, 'RXA[1]-15', ''],
    ['not of a historical one', { 'RXA[2]-15': '' }, '', 'RXA[2]-15'],
    ['the manufacturer of an administered dose', { 'RXA[1]-17': '' }, 'RXA[1]-17', ''],
    ['the reason for a refusal', { 'RXA[3]-18': '' }, 'RXA[3]-18', ''],
    ['an action code', { 'RXA[2]-21': '' }, 'RXA[2]-21', ''],
    [
      'not of a statement that nothing was given',
      { 'RXA[3]-5': '998^None^CVX', 'RXA[3]-21': '' },
      '',
      'RXA[3]-21',
    ],
    ['units of a number', { 'OBX[1]-2': 'NM', 'OBX[1]-5': '3' }, 'OBX[1]-6', ''],
    ['an area code of a phone', { 'PID-13': '^PRN^PH' }, 'PID-13.7', 'PID-13.4'],
    ['an address of e-mail', { 'PID-13': '^NET^Internet' }, 'PID-13.4', 'PID-13.7'],
    ['one of namespace and universal id', { 'PID-3': '77^^^&1.2.3&ISO^SR' }, '', 'PID-3.4.1'],
  ])('%s', (_, edits, wanted, unwanted) => {
    const missing = check(edited('Z32', edits), { today: TODAY })
      .findings.filter(({ code }) => code.endsWith('-missing'))
      .map(({ path }) => path);
    if (wanted !== '') expect(missing).toContain(wanted);
    if (unwanted !== '') expect(missing).not.toContain(unwanted);
  });
});
