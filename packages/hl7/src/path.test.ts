import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPath, parsePath } from './path.ts';
import type { Location } from './path.ts';

test.each<[string, Location]>([
  ['PID', { segment: 'PID', occurrence: 1 }],
  ['OBX[3]', { segment: 'OBX', occurrence: 3 }],
  ['PID-5', { segment: 'PID', occurrence: 1, field: 5 }],
  ['PID-5.1', { segment: 'PID', occurrence: 1, field: 5, component: 1 }],
  ['OBX[3]-5', { segment: 'OBX', occurrence: 3, field: 5 }],
  ['PID-3[2]', { segment: 'PID', occurrence: 1, field: 3, repetition: 2 }],
  ['PID-3[2].4', { segment: 'PID', occurrence: 1, field: 3, repetition: 2, component: 4 }],
  ['PID-3[2].4.1', { segment: 'PID', occurrence: 1, field: 3, repetition: 2, component: 4, subcomponent: 1 }],
  ['ZB1[12]-10.20', { segment: 'ZB1', occurrence: 12, field: 10, component: 20 }],
])('%s', (path, location) => {
  expect(parsePath(path)).toEqual(location);
  expect(formatPath(location)).toBe(path);
});

test('[1] may be written and is left out', () => {
  const location = parsePath('OBX[1]-5[1].2.1');
  expect(location).toEqual({
    segment: 'OBX',
    occurrence: 1,
    field: 5,
    repetition: 1,
    component: 2,
    subcomponent: 1,
  });
  expect(location && formatPath(location)).toBe('OBX-5.2.1');
});

test.each([
  '',
  'pid',
  'PI',
  'PIDD',
  'PID-',
  'PID.5',
  'PID-0',
  'PID-05',
  'PID-5.',
  'PID-5.1.1.1',
  'PID[0]-1',
  'PID-5[]',
  '1ID-5',
  ' PID',
  'PID-5 ',
  'PID-100000',
])('%j is no path', (path) => {
  expect(parsePath(path)).toBeUndefined();
});

const index = fc.integer({ min: 1, max: 99_999 });
const several = fc.integer({ min: 2, max: 99_999 });
const location = fc
  .tuple(
    fc.stringMatching(/^[A-Z][A-Z0-9]{2}$/),
    index,
    fc.option(fc.tuple(index, fc.option(several), fc.option(fc.tuple(index, fc.option(index))))),
  )
  .map(([segment, occurrence, within]): Location => {
    if (within === null) return { segment, occurrence };
    const [field, repetition, parts] = within;
    return {
      segment,
      occurrence,
      field,
      ...(repetition === null ? {} : { repetition }),
      ...(parts === null ? {} : { component: parts[0] }),
      ...(parts === null || parts[1] === null ? {} : { subcomponent: parts[1] }),
    };
  });

test('a location is read back from its path', () => {
  fc.assert(
    fc.property(location, (one) => {
      expect(parsePath(formatPath(one))).toEqual(one);
    }),
  );
});

test('any text is a path or is not', () => {
  fc.assert(
    fc.property(fc.string(), (path) => {
      const found = parsePath(path);
      expect(found && parsePath(formatPath(found))?.segment).toBe(found?.segment);
    }),
  );
});
