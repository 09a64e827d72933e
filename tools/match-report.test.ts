import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { matchReport } from './match-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'match-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const ANA = {
  nameFirst: 'Serafina',
  nameMiddle: 'Luz',
  nameLast: 'Valdivieso',
  birthDate: '20140312',
  gender: 'F',
  phone: '9519214207',
};
const mismo = (label: string, b: object): string =>
  JSON.stringify({ id: label, test: 'S-1', category: 'X', label, a: ANA, b: { ...ANA, ...b } });
const PAIRS = [
  mismo('match', {}),
  mismo('match', { nameFirst: 'Carmela' }),
  mismo('no_match', {}),
  mismo('possible', { nameFirst: 'S' }),
].join('\n');

const person = {
  first: 'SERAFINA',
  middle: '',
  last: 'VALDIVIESO',
  dob: '20140312',
  sex: 'F',
  phone: '9519214207',
  suffix: '',
};
const SYNTHETIC = JSON.stringify({ id: 's1', truth: 'same', policy: 'match', a: person, b: person });

const HEADER = 'Match Id,ID,BIRTHDATE,FIRST,LAST,SUFFIX,GENDER,ADDRESS,CITY,STATE,ZIP,SSN';
const SEED = `${HEADER}\n1,9,3/12/84,Serafina,Valdivieso,,F,"Apt 4, 12 Main St",Eureka,CA,95501,657-68-0344\n`;
const TEST = `Test Case #,${HEADER},Expected Result\r\n1.1,1,9,1984-03-12,Serafina,Valdivieso,,F,"Apt 4, 12 Main St",Eureka,CA,95501,657-68-0344,match,\r\n1.2,1,9,1984-03-12,Unk,Unk,,F,,,,,,no_match,\r\n`;

const run = (...args: readonly string[]): ReturnType<typeof matchReport> =>
  matchReport(args, join(folder, 'none'));

describe('the report', () => {
  test('scores pairs by their labels, and prints nothing but JSON when asked', () => {
    const { out, error, code } = run('--json', file('set.jsonl', PAIRS), file('synthetic.jsonl', SYNTHETIC));
    expect([error, code]).toEqual(['', 0]);
    expect(JSON.parse(out)).toEqual([
      { set: 'set', pairs: 4, recall: 0.5, falseMerges: 1, possible: expect.any(Number) },
      { set: 'synthetic', pairs: 1, recall: 1, falseMerges: 0, possible: 0 },
    ]);
  });

  test('decides records against a register, named or in the same folder', () => {
    const probes = file('better_test.csv', TEST);
    expect(run('--json', probes).error).toMatch(/recordlinker_nbs_seed\.csv: cannot be read/);
    const expected = [{ set: 'better_test', pairs: 2, recall: 1, falseMerges: 0, possible: 0 }];
    expect(JSON.parse(run('--json', probes, file('own-seed.csv', SEED)).out)).toEqual(expected);
    file('recordlinker_nbs_seed.csv', SEED);
    expect(JSON.parse(run('--json', probes).out)).toEqual(expected);
  });

  test('explains what is wrong', () => {
    const { out } = run('--explain', file('set.jsonl', PAIRS));
    expect(out).toContain('set no_match S-1: false merge');
    expect(out).toContain('Same first name (SERAFINA / SERAFINA)');
    expect(out).toMatch(/set match S-1: missed, (possible|different)/);
  });

  test.each([
    ['broken.jsonl', `${PAIRS}\n{"label":`, /broken\.jsonl:5: not JSON/],
    ['label.jsonl', '{"label":"yes","a":{},"b":{}}', /label\.jsonl:1: "label" or "policy" must be one of/],
    ['sides.jsonl', '{"label":"match","a":{}}', /sides\.jsonl:1: "a" and "b" must be objects/],
    ['truth.jsonl', '{"policy":"match","truth":"?","a":{},"b":{}}', /truth\.jsonl:1: "truth"/],
    ['other.txt', 'hello', /other\.txt:1: neither/],
    ['quote.csv', `Test Case #,${HEADER},Expected Result\n1,"x`, /quote\.csv:2: a quote is not closed/],
    ['result.csv', `${TEST}2,1,9,1984-03-12,A,B,,F,,,,,,perhaps\n`, /result\.csv:4: "Expected Result"/],
  ])('says where %s is wrong', (name, text, message) => {
    const { out, error, code } = run('--json', file(name, text));
    expect([out, code]).toEqual(['', 2]);
    expect(error).toMatch(message);
  });

  test('says what to name where there is nothing', () => {
    expect(run()).toMatchObject({ out: '', code: 2, error: expect.stringMatching(/name the files/) });
    expect(run('--what')).toMatchObject({ code: 2, error: expect.stringMatching(/Unknown option --what/) });
    expect(run(join(folder, 'nowhere.jsonl'))).toMatchObject({
      code: 2,
      error: expect.stringMatching(/nowhere\.jsonl: cannot be read/),
    });
  });
});
