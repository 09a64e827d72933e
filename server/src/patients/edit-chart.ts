import { buildSegment } from '@cairn/hl7';
import { wordsOf } from '../registry/consolidate.ts';
import type { Demographics } from '../registry/demographics.ts';
import { chartNumber, identifiersOf } from '../registry/identity.ts';
import type { KnownPerson, KnownSource } from '../registry/person-queries.ts';

/** Under what an organization keeps a patient, and what a message of it says of the patient without being asked. */
export type Chart = { readonly identifiers: string; readonly said: Demographics };

const IDENTITY = ['PID-5', 'PID-7', 'PID-8'] as const;
const NEXT_OF_KIN = 'NK1';

/**
 * The organization's chart of a patient, as its next message names it; a new one where it has none. The message says again who
 * the patient is, as this chart has it, and what else stands by its own word. What others said is left to them: said again it
 * would count as the newest word of this organization, which nobody gave.
 * @param idKey the chart that is meant, where a dose belongs to one of several
 */
export function chartFor(
  person: Pick<KnownPerson, 'personId' | 'demographics'>,
  sources: readonly KnownSource[],
  organization: { readonly organizationId: string; readonly code: string },
  authority: string,
  newNumber: () => string,
  idKey?: string,
): Chart {
  const own = sources
    .filter(
      ({ organizationId, identifiers }) =>
        organizationId === organization.organizationId && numberIn(identifiers) !== undefined,
    )
    .toSorted((a, b) => (a.saidAt < b.saidAt ? 1 : -1));
  const chart = own.find((source) => source.idKey === idKey) ?? own[0];
  const registryId = rawOf([person.personId, '', '', authority, 'SR']);
  const { fields, nextOfKin } = person.demographics;
  if (!chart) {
    return {
      identifiers: `${newChart(organization.code, newNumber())}~${registryId}`,
      said: { fields: only(fields, IDENTITY), nextOfKin: [] },
    };
  }
  const words = wordsOf(person.demographics);
  const standing = [...words].filter(([, word]) => word.idKey === chart.idKey).map(([path]) => path);
  return {
    identifiers: withRegistryId(chart.identifiers, registryId),
    said: {
      fields: { ...only(fields, standing), ...only(fields, IDENTITY), ...only(chart.fields, IDENTITY) },
      nextOfKin: standing.includes(NEXT_OF_KIN) ? nextOfKin : [],
    },
  };
}

/** A chart number of the organization that was given out here, since it has none of its own. */
export const newChart = (code: string, number: string): string => rawOf([number, '', '', code, 'MR']);

const rawOf = (components: readonly string[]): string => buildSegment('PID', [components]).raw(1);

const numberIn = (identifiers: string): string | undefined =>
  chartNumber(identifiersOf(buildSegment('PID', ['', '', { raw: identifiers }]), 3))?.id;

const withRegistryId = (identifiers: string, registryId: string): string =>
  identifiers.split('~').includes(registryId) ? identifiers : `${identifiers}~${registryId}`;

const only = (fields: Demographics['fields'], paths: readonly string[]): Demographics['fields'] =>
  Object.fromEntries(
    paths.flatMap((path) => {
      const raw = fields[path];
      return raw === undefined || raw === '' ? [] : [[path, raw] as const];
    }),
  );
