import { describe, expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { explanation, explanationText, similar } from './explain.ts';
import { registryFor } from './registry.ts';

const california = registryFor({ jurisdiction: 'california', day: '2026-06-01' });
const national = registryFor({ jurisdiction: 'national', day: '2026-06-01' });
const explained = (code: string, registry = california): string =>
  explanationText(explanation(code, registry), registry, { width: 80, colour: false });

describe('a code is explained', () => {
  test('with what is sound, what becomes of the data, where, what to do and the source', () => {
    const text = explained('dose-before-birth');
    expect(text).toMatch(/^dose-before-birth\n/);
    expect(text).toMatch(/^Severity +error$/m);
    expect(text).toMatch(/^The data +dose not recorded$/m);
    expect(text).toMatch(/^Where +RXA-3$/m);
    expect(text).toMatch(/^What to do +Correct /m);
    expect(text).toMatch(/^Source +\S/m);
  });

  test('with the difference to the national guide, from the day on which it is in force', () => {
    expect(explained('race-missing')).toMatch(/^Severity +warning \(nationally: note\)$/m);
    expect(explained('race-missing', national)).toMatch(/^Severity +note$/m);
    const before = registryFor({ jurisdiction: 'california', day: '2022-12-31' });
    expect(explained('race-missing', before)).toMatch(/^Severity +note$/m);
  });

  test('with the places at which a field is treated otherwise', () => {
    const text = explained('required-field-missing');
    expect(text).toContain('But at these places (California Immunization Registry):');
    expect(text).toMatch(/^error +RXA-3 +.*: dose not recorded$/m);
    expect(text).toMatch(/^note +MSH-16 +.*: taken as AL$/m);
  });

  test('in capitals too, and where it is no rule but a text that cannot be read', () => {
    expect(explained('IZ-28')).toMatch(/^iz-28\n/);
    expect(explained('no-msh')).toMatch(/^The data +message refused$/m);
  });
});

describe('an unknown code', () => {
  test('names those that look like it', () => {
    expect(() => explanation('dose-before-brith', california)).toThrow(UsageError);
    expect(() => explanation('dose-before-brith', california)).toThrow(
      'There is no code "dose-before-brith". Similar are: dose-before-birth',
    );
  });

  test('that looks like none says where codes are found', () => {
    expect(() => explanation('xyzzy', california)).toThrow('They stand in brackets in the report.');
  });

  test.each([
    ['no-mhs', ['no-msh']],
    ['lot missing', ['lot-missing', 'route-missing']],
    ['xyzzy', []],
  ])('%s is like %o', (wanted, expected) => {
    expect(similar(wanted, ['no-msh', 'route-missing', 'lot-missing', 'iz-2'])).toEqual(expected);
  });
});
