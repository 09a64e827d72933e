import { california } from '@cairn/california';
import { catalogue, check, type Finding } from '@cairn/guide';
import { describe, expect, test } from 'vitest';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { guideOn } from './guide.ts';
import { checked, edit, given, parsed, TODAY, vxu } from './testing/messages.ts';

/** What is found in a message under the rules of another day: code, severity, effect. */
const foundOn = (day: string, text: string, pack: Jurisdiction = california): readonly string[] =>
  check(parsed(text), { today: TODAY, guide: guideOn(pack, day) }).findings.map(
    ({ code, severity, effect }) => `${code} ${severity} ${effect}`,
  );

describe('the guide of a jurisdiction on a day', () => {
  test('is made once for the policies that are in force', () => {
    expect(guideOn(california, '2025-03-20')).toBe(guideOn(california, '2025-03-21'));
    expect(guideOn(california, '2025-03-20')).not.toBe(guideOn(california, '2016-10-02'));
  });

  const unnamed = edit(vxu(given()), 'MSH-22', '');

  test('MSH-22 is asked for from the day on which all submissions went to one registry', () => {
    expect(foundOn('2016-10-02', unnamed)).toEqual(['responsible-organization-missing W none']);
    expect(foundOn('2016-10-03', unnamed)).toEqual(['responsible-organization-missing E message']);
  });

  test('race and ethnicity are warned of from the day of the law', () => {
    const bare = edit(edit(vxu(given()), 'PID-10', ''), 'PID-22', '');
    expect(foundOn('2022-12-31', bare)).toEqual(['race-missing I none', 'ethnicity-missing I none']);
    expect(foundOn('2023-01-01', bare)).toEqual(['race-missing W none', 'ethnicity-missing W none']);
  });

  test('a policy that is off is not in force, until a registry switches it on', () => {
    const initial = edit(vxu(given()), 'PID-5', 'W^Ana^Luz^^^^L');
    expect(foundOn('2025-03-20', initial)).not.toContain('patient-last-name-is-initial E message');
    const policies = california.policies.map(({ name, policy }) => ({ name, policy }));
    const pack = { ...california, id: 'switched', policies };
    expect(foundOn('2025-03-20', initial, pack)).toContain('patient-last-name-is-initial E message');
  });

  test('later policies override earlier ones, property by property', () => {
    const policies = [
      { name: 'a', policy: { 'race-missing': { severity: 'W', effect: 'message' } } },
      { name: 'b', policy: { 'race-missing': { effect: 'none' } } },
    ] as const;
    const pack = { ...california, id: 'layered', policies };
    expect(foundOn('2025-03-20', edit(vxu(given()), 'PID-10', ''), pack)).toEqual(['race-missing W none']);
  });
});

describe('California', () => {
  const codes = new Set(catalogue().map(({ code }) => code));
  const treatments = california.policies.flatMap(({ policy }) => Object.entries(policy));

  test.each(treatments)(
    '%s speaks of something that can be found, in words that fit an ERR',
    (key, treatment) => {
      expect(codes).toContain(key.split('@')[0]);
      const { message = '', fix = '' } = treatment as { message?: string; fix?: string };
      expect(`MESSAGE REJECTED. ${message} ${fix}`.length).toBeLessThanOrEqual(250);
      for (const words of [message, fix]) expect(words).toMatch(/^$|^[A-Z].*\.$/);
    },
  );
});

const short = ({ code, severity, path = '', hl7, application, message }: Finding) =>
  `${code} ${severity} ${path} ${hl7}/${application ?? ''} ${message}`;

describe('what CAIR2 tells in words of its own', () => {
  test.each([
    [
      'no type of the provider id',
      'RXA-10',
      '1245319599^Okafor^Ruth^^^^^^NPPES^L',
      'required-component-missing W RXA[1]-10.13 0/5 Informational error - No value was entered for RXA-10.13.',
    ],
    [
      'no phone',
      'PID-13',
      '',
      'patient-phone-missing W PID-13 101/4 Warning: Home Phone or Cell Phone is missing or invalid.',
    ],
    [
      'an e-mail address that is none',
      'PID-13',
      '^PRN^PH^^^916^5550100~^NET^Internet^nobody',
      'patient-email-invalid W PID-13[2].4 102/4 Warning: Invalid Client Email. The value was ignored.',
    ],
  ])('%s', (_, path, value, words) => {
    const { findings, isRefused } = checked(edit(vxu(given()), path, value));
    expect(findings.filter(({ severity }) => severity !== 'I').map(short)).toEqual([words]);
    expect(isRefused).toBe(false);
  });

  test.each(['MSH-15', 'MSH-16', 'MSH-21'])('%s may be left out', (path) => {
    const { findings, ack } = checked(edit(vxu(given()), path, ''));
    expect(findings).toMatchObject([{ code: 'required-field-missing', severity: 'I', path }]);
    expect(ack).toBe('AA');
  });

  test('race and ethnicity are asked for since the law does', () => {
    const { findings, ack } = checked(edit(edit(vxu(given()), 'PID-10', ''), 'PID-22', ''));
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'race-missing W',
      'ethnicity-missing W',
    ]);
    expect(ack).toBe('AE');
  });
});
