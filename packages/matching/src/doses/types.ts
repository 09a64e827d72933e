/** A reported dose, as far as it bears on whether another report tells of the same one. */
export type DoseFacts = {
  /** Unique among the doses of a person. */
  readonly id: string;
  /** Who reported it. */
  readonly organization: string;
  /** The reporter's own id of the dose (ORC-3 with its authority); '' where it has none. */
  readonly orderNumber: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** '' where no CVX code is known. */
  readonly cvx: string;
  /** Vaccine groups; `vaccineGroupsOf(cvx)` where nothing better is known. */
  readonly groups: readonly string[];
  /** Given by who reports it (RXA-9 = 00), taken over from elsewhere (01–08), or not said. */
  readonly source: 'administered' | 'historical' | '';
  /** Complete, partially administered, refused, not administered (RXA-20). */
  readonly completion: 'CP' | 'PA' | 'RE' | 'NA';
  readonly lot: string;
  readonly mvx: string;
  /** Trade name or product (NDC); '' where not known. */
  readonly product: string;
  /** Body site (RXR-2); '' where not known. */
  readonly site: string;
};

/** What a person decided about two reports; it stands against every rule. */
export type DoseLink = { readonly a: string; readonly b: string; readonly kind: 'same' | 'different' };

export type DoseVerdict = 'same' | 'unsure' | 'different';

export type DoseComparison = {
  readonly verdict: DoseVerdict;
  /** 0 (different) to 1 (same), balanced between the lowest and highest sum of weights; undefined where a rule settled it. */
  readonly score?: number;
  /** Which rule settled it, or `weights`. See `explainDoseRule`. */
  readonly rule: string;
};

/** Reports that tell of one vaccination event. */
export type DoseGroup = {
  /** Ids of all reports of it, sorted by their id. */
  readonly members: readonly string[];
  /** The report to be believed first; the others fill in what it leaves open. */
  readonly primary: string;
  /** All members, the most to be believed first. */
  readonly order: readonly string[];
  /** Set where it may be the same event as another group: the primary of the one that counts. */
  readonly suspectOf?: string;
};
