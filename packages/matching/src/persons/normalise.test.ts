import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchKeys } from './keys.ts';
import { normaliseAddress } from './normalise-address.ts';
import { normaliseName } from './normalise-name.ts';
import { birthKey, normalisePerson } from './normalise.ts';
import { packPerson, unpackPerson } from './pack.ts';
import { facts, nicole } from '../testing/persons.ts';

const CHART = { identifiers: [{ kind: 'chart' as const, namespace: 'B', value: '77' }] };

const name = (first: string, last = 'Lee', middle = ''): string => {
  const found = normaliseName({ first, last, middle });
  return (
    [found.first, found.middle, found.lastParts.join('~'), found.suffix].join('|') +
    (found.isTemporary ? '!' : '')
  );
};

describe('a name', () => {
  test.each([
    ['Nicole', 'Muñoz', 'NICOLE||MUNOZ|'],
    ['JamesiÃ±a', 'Lee', 'JAMESINA||LEE|'],
    ['Søren', 'Łukasz', 'SOREN||LUKASZ|'],
    ['Ana', 'García-López', 'ANA||GARCIA~LOPEZ|'],
    ['Ana', 'Garcia Lopez', 'ANA||GARCIA~LOPEZ|'],
    ['Ana', 'De la Cruz', 'ANA||DELACRUZ|'],
    ['Ana', 'Ortega y Gasset', 'ANA||ORTEGA~GASSET|'],
    ['Ana', "O'Brien", 'ANA||OBRIEN|'],
    ['Ana', 'M0nroe', 'ANA||MONROE|'],
    ['Abe', 'Lee Jr.', 'ABE||LEE|2'],
    ['Abe', 'Reeves Senior', 'ABE||REEVES|1'],
    ['Abe III', 'Lee', 'ABE||LEE|3'],
    ['Maria Guadalupe', 'Lee', 'MARIA|GUADALUPE|LEE|'],
    ['E Vangeline', 'Lee', 'EVANGELINE||LEE|'],
    ['BABY BOY', 'Lee', '||LEE|!'],
    ['Baby Girl Maria', 'Lee', '||LEE|!'],
    ['TWIN A', 'Lee', '||LEE|!'],
    ['FC1', 'Lee', '||LEE|!'],
    ['Boyd', 'Lee', 'BOYD||LEE|'],
    ['Baby', 'Boy', '|||!'],
    ['Unknown', 'Lee', '||LEE|'],
    ['Jane', 'Doe', '|||'],
    ['Na', 'Xiong', 'NA||XIONG|'],
    ['Na Young', 'Kim', 'NAYOUNG||KIM|'],
    ['Min-jun', 'Na', 'MINJUN||NA|'],
    ['N/A', 'Na', '|||'],
    ['NA', 'Unknown', '|||'],
    ['NA', '', '|||'],
    ['Unknown', 'NA', '|||'],
    ['Baby Boy', 'NA', '|||!'],
  ])('%s %s', (first, last, expected) => {
    expect(name(first, last)).toBe(expected);
  });

  test('a generation said twice, or by another word, is one', () => {
    const suffixes = ['JR', 'II', 'Jr.', '2nd'].map(
      (suffix) => normaliseName({ last: 'Lee', first: 'Abe', suffix }).suffix,
    );
    expect(suffixes).toEqual(['2', '2', '2', '2']);
  });
});

test.each([
  [{ street: '12 North Main Street, Apt. 4B' }, '12 N MAIN ST #4B'],
  [{ street: '12 N Main St', other: '# 4-B' }, '12 N MAIN ST #4B'],
  [{ street: 'P.O. Box 7091' }, 'POBOX 7091'],
  [{ street: 'PO BOX 7091' }, 'POBOX 7091'],
  [{ street: '19I6 Opnemen Avenue' }, '1916 OPNEMEN AVE'],
  [{ street: 'Homeless' }, ''],
  [{ street: 'GENERAL DELIVERY' }, ''],
])('the street line of %o', (address, line) => {
  expect(normaliseAddress(address).line).toBe(line);
});

test('a ZIP code is five digits', () => {
  const zips = ['91326-1234', '913261234', '5308', '99999', '12', ''].map(
    (zip) => normaliseAddress({ street: '', zip }).zip,
  );
  expect(zips).toEqual(['91326', '91326', '05308', '', '', '']);
});

test.each([
  '1900-01-01',
  '2014-13-01',
  '2014-02-30',
  '1700-01-01',
  '20141123',
  'x',
  '2031-01-01',
  '1901-05-05',
])('the birth date %s is missing', (birthDate) => {
  expect(normalisePerson({ names: [], birthDate }, '2026-11-22').birthDate).toBe('');
});

test('without a today no date is too late', () => {
  expect(normalisePerson({ names: [], birthDate: '2031-01-01' }).birthDate).toBe('2031-01-01');
});

test.each(['9999999999', '0001234567', '5551234567', '951-555-0134', '12345', '9511111111'])(
  '%s is no phone',
  (phone) => {
    expect(normalisePerson({ names: [], phones: [phone] }).phones).toEqual([]);
  },
);

test('a phone is ten digits however it is written', () => {
  const phones = ['(951) 921-4207', '+1 951 921 4207', '951.921.4207 x12'];
  expect(normalisePerson({ names: [], phones }).phones).toEqual(['9519214207']);
});

test.each([
  ['TWIN A', 1, 'Y'],
  ['TWIN B', 2, 'Y'],
  ['BABY BOY 2', 2, 'Y'],
  ['Baby Boy', 0, ''],
  ['Nicole B', 0, ''],
])('%s tells of birth order %i', (first, order, multiple) => {
  const person = normalisePerson({ names: [{ last: 'Lee', first }] });
  expect([person.birthOrder, person.multipleBirth]).toEqual([order, multiple]);
});

describe('keys', () => {
  const strict = (last: string, first: string, birthDate: string): readonly string[] =>
    matchKeys(normalisePerson({ names: [{ last, first }], birthDate })).flatMap(({ kind, text }) =>
      kind === 'name' ? text : [],
    );

  test('first and last name, and day and month, may be exchanged', () => {
    const [key] = strict('Lee', 'Nicole', '2014-11-03');
    expect(key).toBe('A|LEE|NICOLE|20140311');
    expect(strict('Nicole', 'Lee', '2014-03-11')).toEqual([key]);
  });

  test('there is none by name where the name is not complete', () => {
    expect(strict('Lee', 'Baby Boy', '2014-11-03')).toEqual([]);
    expect(strict('', 'Nicole', '2014-11-03')).toEqual([]);
    expect(strict('Lee', 'Nicole', '')).toEqual([]);
  });

  test('a newborn filed under the mother is found under the later name', () => {
    const texts = (last: string, first: string): readonly string[] =>
      matchKeys(nicole({ names: [{ last, first }], phones: [], addresses: [] })).map(({ text }) => text);
    expect(texts('Mitchell', 'Baby Girl')).toContain('B|MITCHELL|20141123');
    expect(texts('Valdivieso', 'Nicole')).toContain('B|MITCHELL|20141123');
  });

  test('what is found by what', () => {
    expect(matchKeys(nicole(CHART)).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'chart chart|B|77',
      'name A|NICOLE|VALDIVIESO|20141123',
      'broad B|VALDIVIESO|20141123',
      'broad C|NICOLE|20141123',
      'broad D|VALDIVIESO|NICOLE|2014',
      'broad G|VLDVS|NCL|201411',
      'broad B|MITCHELL|20141123',
      'phone E|9519214207',
      'broad F|91326|3659 TALBOT PL',
    ]);
  });

  test('any facts: no doubles, and the birth key is the same with day and month exchanged', () => {
    fc.assert(
      fc.property(facts, (each) => {
        const person = normalisePerson(each);
        const texts = matchKeys(person).map(({ text }) => text);
        expect(new Set(texts).size).toBe(texts.length);
        const [year = '', month = '', day = ''] = person.birthDate.split('-');
        expect(birthKey({ ...person, birthDate: person.birthDate && `${year}-${day}-${month}` })).toBe(
          birthKey(person),
        );
      }),
    );
  });
});

describe('a packed person', () => {
  test('is short', () => {
    expect(packPerson(nicole(CHART))).toBe(
      '1|VALDIVIESO^NICOLE^AMARA|20141123|F|MITCHELL|MONICA|9519214207||3659 TALBOT PL^91326^PORTERRNCH|cB^77||',
    );
  });

  test('is the same when unpacked, whatever was said, and has the same keys', () => {
    fc.assert(
      fc.property(facts, (each) => {
        const person = normalisePerson(each);
        const back = unpackPerson(packPerson(person));
        expect(back).toEqual(person);
        expect(matchKeys(back)).toEqual(matchKeys(person));
      }),
      { numRuns: 500 },
    );
  });

  test.each(['', '2|x', '1|LEE^ANA|20141123'])('of another form is refused: %s', (text) => {
    expect(() => unpackPerson(text)).toThrow(/not a person packed in form 1/);
  });
});

test('a normalised name stays as it is when normalised again', () => {
  fc.assert(
    fc.property(facts, (each) => {
      for (const { last, lastParts, first, middle, suffix, isTemporary } of normalisePerson(each).names) {
        if (isTemporary) continue;
        const again = normaliseName({ last: lastParts.join(' '), first, middle });
        expect([again.last, again.first, again.middle]).toEqual([last, first, middle]);
        expect(suffix).toMatch(/^[1-5]?$/);
      }
    }),
    { numRuns: 500 },
  );
});
