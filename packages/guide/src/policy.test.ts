import { describe, expect, test } from 'vitest';
import { check, compileGuide } from './check.ts';
import { type Policy, type Treatment, treatmentOf } from './policy.ts';
import { edited, type Edits, TODAY } from './testing/sound.ts';

const BASE: Treatment = { severity: 'E', effect: 'segment' };

describe('the treatment of a code at a place', () => {
  const treated = (...policies: readonly Policy[]): Treatment =>
    treatmentOf('not-in-table', 'PID-10.3', BASE, policies, 'CE.3');

  test('is the guide’s where nothing is said of it', () => {
    expect(treated({ 'too-long': { severity: 'off' }, 'not-in-table@PID-11': { severity: 'off' } })).toEqual(
      BASE,
    );
  });

  test.each([
    'not-in-table',
    'not-in-table@CE.3',
    'not-in-table@PID',
    'not-in-table@PID-10',
    'not-in-table@PID-10.3',
  ])('is overridden by what is said of %s', (key) => {
    expect(treated({ [key]: { severity: 'I' } })).toEqual({ severity: 'I', effect: 'segment' });
  });

  test('is what the most exact key says: code, type, segment, field, component', () => {
    const keys = [
      'not-in-table',
      'not-in-table@CE.3',
      'not-in-table@PID',
      'not-in-table@PID-10',
      'not-in-table@PID-10.3',
    ];
    keys.forEach((_, index) => {
      const said = Object.fromEntries(keys.slice(0, index + 1).map((key, at) => [key, { readAs: `${at}` }]));
      // The order in which they are written does not matter.
      const reversed = Object.fromEntries(Object.entries(said).toReversed());
      expect([treated(said).readAs, treated(reversed).readAs]).toEqual([`${index}`, `${index}`]);
    });
  });

  test('is overridden property by property', () => {
    expect(
      treated({
        'not-in-table': { severity: 'W', readAs: 'x' },
        'not-in-table@PID-10.3': { effect: 'none' },
      }),
    ).toEqual({ severity: 'W', effect: 'none', readAs: 'x' });
  });

  test('a more particular policy counts before a more exact key of a general one', () => {
    expect(
      treated({ 'not-in-table@PID-10.3': { severity: 'I' } }, { 'not-in-table': { severity: 'W' } }),
    ).toMatchObject({
      severity: 'W',
    });
  });
});

describe('a policy', () => {
  const found = (policy: Policy, edits: Edits) =>
    check(edited('Z22', edits), { today: TODAY, guide: compileGuide(undefined, policy) });

  test('switches a finding of a field off, or makes it refuse the message, in its own words', () => {
    const edits = { 'PID-8': '' };
    expect(found({ 'required-field-missing@PID-8': { severity: 'off' } }, edits)).toMatchObject({
      ack: 'AA',
      findings: [],
    });
    const strict = {
      severity: 'E',
      effect: 'message',
      message: 'No sex.',
      fix: 'Send it.',
      hl7: '102',
    } as const;
    expect(found({ 'required-field-missing@PID-8': strict }, edits)).toMatchObject({
      isRefused: true,
      findings: [
        { code: 'required-field-missing', hl7: '102', message: 'MESSAGE REJECTED. No sex.', fix: 'Send it.' },
      ],
    });
  });

  test('switches a rule off', () => {
    const edits = { 'RXA[2]-3': '20240101' };
    expect(found({}, edits).findings.map(({ code }) => code)).toContain('dose-before-birth');
    expect(
      found({ 'dose-before-birth': { severity: 'off' } }, edits).findings.map(({ code }) => code),
    ).not.toContain('dose-before-birth');
  });

  test('switches a statement of the guide off, or makes it cost the dose', () => {
    const edits = { 'RXA[2]-1': '7' };
    expect(found({ 'iz-28': { severity: 'off' } }, edits).findings).toEqual([]);
    const costly = found({ 'iz-28@RXA-1': { severity: 'W', effect: 'dose' } }, edits);
    expect(costly.orders.map(({ rxa }) => rxa.occurrence)).toEqual([1, 3]);
    expect(costly.findings).toMatchObject([
      { severity: 'E', path: 'RXA[2]-1', message: 'RXA-1 is not 0. This dose was not recorded.' },
    ]);
  });

  test('says nothing of what a registry sends: answers keep to the guide', () => {
    const guide = compileGuide(undefined, { 'required-field-missing@PID-8': { severity: 'off' } });
    expect(check(edited('Z32', { 'PID-8': '' }), { today: TODAY, guide }).findings).toMatchObject([
      { code: 'required-field-missing', path: 'PID-8', severity: 'E' },
    ]);
  });
});
