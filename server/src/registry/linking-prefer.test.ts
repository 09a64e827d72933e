import { describe, expect, test } from 'vitest';
import { preferByScore } from './linking-prefer.ts';
import type { LinkSource } from './linking-plan.ts';

const source = (
  name: string,
  birthDate: string,
  more: Readonly<Record<string, string>> = {},
): LinkSource => ({
  sourceId: `${name} ${birthDate}`,
  organizationId: 'o',
  organizationCodeKey: 'O',
  idKey: name,
  identifiers: '',
  protection: '',
  demographics: {
    fields: {
      'PID-5': name,
      'PID-7': birthDate,
      'PID-8': 'F',
      'PID-11': '7 Elm Court^^Fresno^CA^93650',
      'PID-13': '^PRN^PH^^^559^4561234',
      ...more,
    },
    nextOfKin: [],
  },
  saidAt: '2025-03-20T12:00:00.000Z',
  personVersion: 1,
});

const ANA = source('Wren^Ana^Luz', '20240315');
const EVA = source('Lark^Eva^Mae', '20110102', { 'PID-11': '', 'PID-13': '' });
const prefer = preferByScore({}, '2025-03-20');

describe('a chart that came between a merge and its undoing', () => {
  test('is of the person that it is like', () => {
    expect(prefer([ANA], { restored: [ANA], survivor: [EVA] })).toBe('restored');
    expect(prefer([ANA], { restored: [EVA], survivor: [ANA] })).toBe('survivor');
  });

  test('by what it says now, not by what it said', () => {
    const corrected = { ...ANA, idKey: EVA.idKey, saidAt: '2025-03-20T12:05:00.000Z' };
    expect(prefer([corrected, EVA], { restored: [ANA], survivor: [EVA] })).toBe('restored');
  });

  test('is nobody’s where it is like both, or neither', () => {
    expect(prefer([ANA], { restored: [ANA], survivor: [ANA] })).toBeUndefined();
    expect(prefer([EVA], { restored: [ANA], survivor: [ANA] })).toBeUndefined();
    expect(prefer([], { restored: [ANA], survivor: [EVA] })).toBeUndefined();
  });
});
