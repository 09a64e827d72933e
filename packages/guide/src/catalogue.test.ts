import { parsePath } from '@cairn/hl7';
import { describe, expect, test } from 'vitest';
import { type CatalogueEntry, catalogue } from './catalogue.ts';
import type { Effect } from './finding.ts';
import { RECEIVING } from './receiving.ts';

const all = catalogue();
const ROOM = 250;
/** The longest that a text becomes when its blanks are filled in. */
const FILLED: Readonly<Record<string, string>> = {
  where: 'OBX-14 (Date/Time of the Observation)',
  path: 'RXA-10.13',
  table: 'ELIGIBILITY-METHOD (Eligibility observation methods)',
  codes: 'the codes of table ELIGIBILITY-METHOD',
  length: '65333',
  segment: 'QPD',
  excess: 'The message has more segments than anyone sends of one patient.',
  taken: "'P' OR 'D'",
};
/** What is said of what became of the data, at its longest. */
const BECAME: Readonly<Record<Effect, string>> = {
  none: '',
  value: ' The value was ignored.',
  segment: ' Route and site were not recorded.',
  dose: ' This dose was not recorded.',
  message: 'MESSAGE REJECTED. ',
  reject: 'MESSAGE REJECTED. ',
};
const filled = (text: string): string =>
  text.replaceAll(/\{(\w+)\}/g, (blank, name: string) => FILLED[name] ?? blank);

describe('everything that can be found', () => {
  test.each(all.map((entry): [string, CatalogueEntry] => [`${entry.code} ${entry.at}`, entry]))(
    '%s',
    (_, entry) => {
      const { code, states, message, fix, at, source } = entry;
      expect(code).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
      expect(states).toMatch(/^["A-Z].*(?:[.]|…)$/);
      expect(source).not.toBe('');
      const words = filled(message);
      expect(words).toMatch(/(?:[.]|…)$/);
      expect(words).not.toMatch(/[{}]/);
      expect(filled(fix)).toMatch(/^[A-Z].*(?:[.]|…)$/);
      for (const place of at === '' ? [] : at.split(', '))
        expect(parsePath(place.replace(/^\./, 'PID-3.'))).toBeDefined();
      // ERR-8 holds what is wrong, what became of it, and what to do.
      expect(`${words}${BECAME[entry.effect]} ${filled(fix)}`.length).toBeLessThanOrEqual(ROOM);
    },
  );

  test('has one code, or one code and place, for each thing', () => {
    const keys = all.map(({ code, at, kind }) => `${kind} ${code} ${at}`);
    expect(new Set(keys).size).toBe(keys.length);
    const byCode = new Map(all.map(({ code, kind }) => [code, kind]));
    for (const { code, kind } of all) expect(byCode.get(code)).toBe(kind);
  });

  test('comes after what is there', () => {
    const codes = new Set(all.map(({ code }) => code));
    for (const { after } of all) for (const code of after) expect(codes).toContain(code);
  });

  test('a policy speaks of nothing else', () => {
    const codes = new Set(all.map(({ code }) => code));
    for (const key of Object.keys(RECEIVING)) expect(codes).toContain(key.split('@')[0]);
  });
});

test('a jurisdiction’s treatment is the one that is told', () => {
  const of = (code: string) =>
    catalogue({ [code]: { severity: 'off' } }).find((entry) => entry.code === code)?.severity;
  expect([of('dose-before-birth'), of('iz-28'), of('too-long')]).toEqual(['off', 'off', 'off']);
});
