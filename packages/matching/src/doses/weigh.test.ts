import { expect, test } from 'vitest';
import { dose, retold } from './testing/doses.ts';
import { weighDoses } from './weigh.ts';

test('the lowest and the highest sum are the ends of the scale', () => {
  const lowest = weighDoses(
    dose({ cvx: '08', lot: 'A', product: 'Engerix-B' }),
    dose({ cvx: '43', lot: 'B', product: 'Recombivax', organization: 'other', day: 9 }),
  );
  expect(lowest).toEqual({ sum: 1, balanced: 0 });
  const given = dose({ cvx: '08', lot: 'A', product: 'Engerix-B' });
  expect(weighDoses(given, { ...given, source: 'historical' })).toEqual({ sum: 295, balanced: 1 });
});

test('farther than the last step weighs as the last step', () => {
  const first = retold({ cvx: '08' });
  const [six, sixty] = [6, 60].map((day) => weighDoses(first, { ...first, day }).sum);
  expect(sixty).toBe(six);
  expect(weighDoses(first, { ...first, day: 5 }).sum).toBe((six ?? 0) + 7);
});

test('an unspecified code weighs as no code', () => {
  const first = retold({ cvx: '48' });
  const [unspecified, none, other] = ['17', '', '49'].map((cvx) => weighDoses(first, { ...first, cvx }).sum);
  expect(unspecified).toBe(none);
  expect(other).toBe((none ?? 0) - 10);
});

test('a product weighs by its name, also where one report has its NDC', () => {
  const first = retold({ cvx: '08', product: 'Engerix B' });
  const [ndc, longer, unlisted, none, other] = [
    '58160-0820-11',
    'ENGERIX-B PEDS',
    '99999-9999-99',
    '',
    'Recombivax HB',
  ].map((product) => weighDoses(first, { ...first, product }).sum);
  expect(ndc).toBe(weighDoses(first, first).sum);
  expect([longer, unlisted]).toEqual([none, none]);
  expect(ndc).toBe((none ?? 0) + 15);
  expect(other).toBe((none ?? 0) - 25);
});
