import { describe, expect, test } from 'vitest';
import type { KnownOrganization } from '../registry/organization-queries.ts';
import { checkLocations } from './check-locations.ts';
import type { SubmittedDose } from './submission.ts';

const organization = (code: string, parentId?: string): KnownOrganization => ({
  organizationId: `id of ${code}`,
  code,
  codeKey: code.replace('-', ''),
  parentId,
  stage: 'production',
  mayQuery: true,
  isClient: false,
  isUnconfirmedClient: false,
});

const CLINIC = organization('DE-1', 'id of DE-0');
const KNOWN = [
  CLINIC,
  organization('DE-0'),
  organization('DE-11', CLINIC.organizationId),
  organization('DE-2', 'id of DE-0'),
  organization('DE-3'),
];

const HOLDER = {
  credentialId: 'c',
  organizationId: CLINIC.organizationId,
  code: CLINIC.code,
  codeKey: CLINIC.codeKey,
  kind: 'site',
  stage: 'production',
  mayQuery: true,
} as const;

const DOSE: SubmittedDose = {
  dose: {
    fillerId: 'D1^',
    action: 'A',
    administeredOn: '2025-03-20',
    codes: ['CVX:03'],
    completion: 'CP',
    segments: '',
    contentHash: '',
  },
  order: 1,
  occurrence: 1,
  administered: true,
  administeredAt: '',
};

const check = (...doses: readonly Partial<SubmittedDose>[]) =>
  checkLocations(
    doses.map((dose) => ({ ...DOSE, ...dose })),
    { holder: HOLDER, responsible: CLINIC },
    KNOWN,
  );

describe('the place at which a dose was given', () => {
  test.each([
    ['the Responsible Organization', 'DE1'],
    ['a site that belongs to it', 'DE11'],
    ['the organization it belongs to', 'DE0'],
    ['no place', ''],
  ])('is %s: nothing to say', (_, administeredAt) => {
    expect(check({ administeredAt })).toEqual([]);
  });

  test('is one that is not registered: the sender is told for whom the dose counts', () => {
    expect(check({ administeredAt: 'ROOM4', occurrence: 2 })).toEqual([
      {
        code: 'administering-organization-unknown',
        severity: 'I',
        path: 'RXA[2]-11.4',
        hl7: '0',
        application: '5',
        message: 'RXA-11.4 is no id that is registered here; the dose counts for DE-1.',
        fix: 'Send the registered id of the site that gave the dose in RXA-11.4.',
      },
    ]);
  });

  test.each(['DE3', 'DE2'])('is an organization of someone else (%s): a warning', (administeredAt) => {
    expect(check({ administeredAt })).toMatchObject([
      {
        code: 'administering-organization-not-yours',
        severity: 'W',
        path: 'RXA[1]-11.4',
        hl7: '103',
        message: 'RXA-11.4 names an organization that does not belong to DE-1; the dose counts for DE-1.',
      },
    ]);
  });

  test('does not matter for a dose that was given elsewhere', () => {
    expect(check({ administeredAt: 'ROOM4', administered: false })).toEqual([]);
  });

  test('is looked at dose by dose', () => {
    const doses = ['ROOM4', 'DE1', 'DE3'].map((administeredAt, index) => ({
      administeredAt,
      occurrence: index + 1,
    }));
    expect(check(...doses).map(({ path }) => path)).toEqual(['RXA[1]-11.4', 'RXA[3]-11.4']);
  });
});
