import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CODES_AS_OF } from './data/as-of.ts';
import { isoDate } from './import/records.ts';
import { type CdcFile, refreshCodes } from './import/refresh.ts';
import { cdcFiles } from './testing/cdc-files.ts';

const only = (...names: readonly CdcFile[]): Map<CdcFile, string> =>
  new Map([...cdcFiles()].filter(([name]) => names.includes(name)));

function edited(name: CdcFile, edit: (text: string) => string, ...also: readonly CdcFile[]) {
  const files = only(name, ...also);
  files.set(name, edit(files.get(name) ?? ''));
  const { reports, files: written } = refreshCodes(files, '2026-01-31');
  const [report] = reports;
  if (!report) throw new Error('There is no report.');
  return { report, text: written[0]?.text ?? '' };
}

test('data written as CDC publishes them come back as the files that are there', () => {
  const { reports, skipped, files } = refreshCodes(cdcFiles(), CODES_AS_OF);
  expect(skipped).toEqual([]);
  for (const report of reports) {
    expect(report).toEqual({
      set: report.set,
      before: report.after,
      after: report.before,
      added: [],
      changed: [],
      removed: [],
      unread: [],
      notes: [],
    });
  }
  expect(files.map(({ name }) => name).sort()).toEqual([
    'as-of.ts',
    'cpt.ts',
    'cvx-vis.ts',
    'cvx.ts',
    'mvx.ts',
    'ndc.ts',
    'trade-names.ts',
    'vis.ts',
  ]);
  // The first line tells the day of the set, which may be younger than that of the package.
  const body = (text: string): string => text.slice(text.indexOf('\n'));
  for (const { name, text } of files)
    expect(body(text)).toBe(body(readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8')));
});

describe('changes', () => {
  test('a new CVX code gets a guessed kind, a changed one keeps what CDC does not say', () => {
    const { report, text } = edited(
      'cvx',
      (xml) =>
        xml
          .replace('>MMR<', '>MMR II<')
          .replace(
            '</CVXCodes>',
            '<CVXInfo><ShortDescription>Plum fever, unspecified\n formulation</ShortDescription><CVXCode>990 </CVXCode><Status>Active</Status><LastUpdated>1/9/2026</LastUpdated></CVXInfo></CVXCodes>',
          ),
      'vax2vg',
    );
    expect(report.added).toEqual(['990']);
    expect(report.changed).toEqual([{ key: '03', columns: ['name'] }]);
    expect(report.notes).toEqual([
      'CVX 990 (Plum fever, unspecified formulation) is new: its kind "unspecified" was guessed from name and status.',
    ]);
    expect(text).toContain(
      '\n990\tPlum fever, unspecified formulation\tactive\tunspecified\t\t\t\t\t\t\t\t\t2026-01-09\n',
    );
    expect(text).toContain('\n03\tMMR II\tactive\tvaccine\tMMR\t03\t\t\t\t\t6\t1440\t2010-05-28\n');
    expect(text).toContain('(public domain), 2026-01-31');
  });

  test('a removed trade name is told', () => {
    const { report } = edited('tradename', (xml) => xml.replace(/<prodInfo>[^]*?<\/prodInfo>/, ''));
    expect(report.removed).toHaveLength(1);
    expect(report.before - report.after).toBe(1);
    expect(report.refused).toBeUndefined();
  });

  test('a product that passed on takes the maker of the first link', () => {
    const { report } = edited('ndcLink', (text) => `9|0||NVX\r\n${text}`, 'ndcSale', 'ndcUse');
    expect(report.changed.map(({ columns }) => columns)).toEqual([['mvx']]);
  });
});

describe('nothing is dropped silently', () => {
  test.each<
    [name: string, file: CdcFile, edit: (text: string) => string, also: readonly CdcFile[], why: string]
  >([
    [
      'an unknown status',
      'mvx',
      (xml) => xml.replace('>Active<', '>Resting<'),
      [],
      '"Resting" is not a known status.',
    ],
    ['a bad date', 'mvx', (xml) => xml.replace('5/28/2010', '28.5.2010'), [], '"28.5.2010" is not a date.'],
    ['no code', 'mvx', (xml) => xml.replace('<MVX_CODE>AB<', '<MVX_CODE><'), [], 'It has no MVX code.'],
    ['a CPT without CVX', 'cpt', (xml) => xml.replace(/86 {8}/, ''), [], 'CPT 90281 has no CVX code.'],
    [
      'a short barcode',
      'vis',
      (xml) => xml.replace('253088698300001111110714', '25'),
      [],
      'It has no encoded string of 24 digits.',
    ],
    [
      'a repeated row',
      'vis',
      (xml) => xml.replace(/(<VISInfo>[^]*?<\/VISInfo>)/, '$1$1'),
      [],
      'It repeats 253088698300001111110714.',
    ],
    [
      'a line of another shape',
      'ndcUse',
      (text) => `${text}\n1|2|3`,
      ['ndcSale', 'ndcLink'],
      'It has 3 fields, not 17.',
    ],
  ])('%s', (_, file, edit, also, why) => {
    const { report } = edited(file, edit, ...also);
    expect(report.unread.map((unread) => unread.why)).toEqual([why]);
    expect(report.unread[0]?.line).toBeGreaterThan(0);
  });

  test("the AMA's descriptions stay out of the report", () => {
    const { report } = edited('cpt', (xml) => xml.replace(/86 {8}/, ''));
    expect(JSON.stringify(report)).not.toContain('not ours to print');
  });

  test('an unknown route is noted and the product taken', () => {
    const { report } = edited(
      'ndcSale',
      (text) => text.replace('INTRAMUSCULAR', 'RECTAL'),
      'ndcUse',
      'ndcLink',
    );
    expect(report.notes[0]).toMatch(/^NDC [\d-]+: the route "RECTAL" is not known and was left out\.$/);
    expect(report.removed).toEqual([]);
  });
});

describe('a broken download is refused', () => {
  test.each<[name: string, edit: (xml: string) => string]>([
    ['an error page', () => '<html><head><title>Error</title></head><body><p>Sorry</p></body></html>'],
    ['an empty file', () => ''],
    ['half a file', (xml) => xml.slice(0, xml.length / 2)],
    ['half a table', (xml) => xml.replaceAll('>Active<', '>?<')],
  ])('%s', (_, edit) => {
    const { report, text } = edited('mvx', edit);
    expect(report.refused).toMatch(/^It would remove \d+ of \d+ known codes, more than 10 %\.$/);
    expect(report.unread.length).toBeGreaterThan(0);
    expect(text).toBe('');
  });
});

test('sets whose files are missing stay as they are', () => {
  const { reports, skipped, files } = refreshCodes(only('cvx', 'mvx'), '2026-01-31');
  expect(reports.map(({ set }) => set)).toEqual(['mvx']);
  expect(skipped).toContainEqual({ set: 'cvx', missing: ['vax2vg'] });
  expect(files.map(({ name }) => name)).toEqual(['mvx.ts']);
});

test('dates', () => {
  expect(['9/5/2013', '20130905', '2013-09-05 00:00:00', ''].map(isoDate)).toEqual([
    '2013-09-05',
    '2013-09-05',
    '2013-09-05',
    '',
  ]);
  expect(['2/30/2013', '20131305', 'soon', '9/5/13'].map(isoDate)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
