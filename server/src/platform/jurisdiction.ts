import { california } from '@cairn/california';

/** What a jurisdiction pack must say. Packs are data; the rules that read them live in the feature rooms. */
export type Jurisdiction = {
  readonly id: string;
  readonly name: string;
  /** IANA name; dates and times that people and messages see are in this zone. */
  readonly timeZone: string;
  readonly registry: { readonly application: string; readonly facility: string; readonly authority: string };
  readonly processingIds: readonly string[];
  readonly versions: readonly string[];
  readonly requirePatientIdType: boolean;
};

const packs: readonly Jurisdiction[] = [california];

/** The pack of that id, or undefined; {@link jurisdictionIds} names those there are. */
export function jurisdiction(id: string): Jurisdiction | undefined {
  return packs.find((pack) => pack.id === id);
}

export const jurisdictionIds = packs.map((pack) => pack.id);
