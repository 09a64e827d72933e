import type { KnownOrganization } from '../registry/organization-queries.ts';
import { isFamily } from '../registry/inventory/place.ts';
import type { SubmittedDose } from './submission.ts';
import type { Finding } from '@cairn/guide';
import type { Sender } from './identify.ts';

/**
 * RXA-11.4 of an administered dose names the organization that gave it: the Responsible Organization, or a
 * site that belongs to it. Many EHRs send a name of their own for the room instead; the dose then counts
 * for the Responsible Organization, and the sender is told.
 */
export function checkLocations(
  doses: readonly SubmittedDose[],
  { responsible }: Sender,
  known: readonly KnownOrganization[],
): readonly Finding[] {
  return doses
    .filter(
      ({ administered, administeredAt }) =>
        administered && administeredAt !== '' && administeredAt !== responsible.codeKey,
    )
    .flatMap(({ administeredAt, occurrence }) => {
      const place = known.find(({ codeKey }) => codeKey === administeredAt);
      const path = `RXA[${occurrence}]-11.4`;
      if (!place) return [notRegistered(path, responsible.code)];
      return isFamily(place, responsible) ? [] : [belongsElsewhere(path, responsible.code)];
    });
}

const notRegistered = (path: string, responsible: string): Finding => ({
  code: 'administering-organization-unknown',
  severity: 'I',
  path,
  hl7: '0',
  application: '5',
  message: `RXA-11.4 is no id that is registered here; the dose counts for ${responsible}.`,
  fix: 'Send the registered id of the site that gave the dose in RXA-11.4.',
});

const belongsElsewhere = (path: string, responsible: string): Finding => ({
  code: 'administering-organization-not-yours',
  severity: 'W',
  path,
  hl7: '103',
  application: '4',
  message: `RXA-11.4 names an organization that does not belong to ${responsible}; the dose counts for ${responsible}.`,
  fix: 'Send the id of the site that gave the dose in RXA-11.4, or correct MSH-22.',
});
