import { california } from '@cairn/california';
import type { Policy } from '@cairn/guide';

/** What a jurisdiction pack must say. Packs are data; the rules that read them live in the feature rooms. */
export type Jurisdiction = {
  readonly id: string;
  readonly name: string;
  /** IANA name; dates and times that people and messages see are in this zone. */
  readonly timeZone: string;
  readonly registry: { readonly application: string; readonly facility: string; readonly authority: string };
  readonly processingIds: readonly string[];
  readonly versions: readonly string[];
  /** What is treated differently from the national guide, the later overriding the earlier. */
  readonly policies: readonly DatedPolicy[];
  /** Versions of CDC's schedule by which histories are evaluated, each from its day on. */
  readonly schedules: readonly { readonly from?: string; readonly version: string }[];
  /** How many persons a query may be offered to choose from (Z31); of more it hears that there are too many. */
  readonly mostCandidates: number;
  /** What an asker hears of a person who may not be shared with it: nothing (NF), or that there is one (PD, as CAIR2 had it). */
  readonly notShared: 'hidden' | 'told';
  /** How many queries that find no one for certain a site may send in an hour, before it is told to stop. */
  readonly missesPerHour: number;
  readonly regions: readonly { readonly id: string; readonly name: string }[];
  /** Registries that serve the counties which are in none of the regions. */
  readonly partners: readonly { readonly id: string; readonly name: string; readonly website: string }[];
  readonly counties: readonly County[];
  /** What the ids begin with that the portal gives to organizations. */
  readonly organizationIds: { readonly site: string; readonly sendingFacility: string };
  /** How the exchange came, or comes, to this registry from those of the regions. */
  readonly cutOver: {
    /**
     * The day from which everything is sent to this registry. Before it messages are forwarded to the registry of the region,
     * where staff has set up an endpoint for it, and flat files are taken; from it on they are recorded here, no flat file is
     * taken, and the old addresses answer that they are closed. What each region's registry still gets a copy of, and until
     * when, says `timeline`.
     */
    readonly day: string;
    /** Where the web service was before; answered as the new address until that day. */
    readonly oldAddresses: readonly string[];
  };
  /** Who pays for vaccines, and for whom each may be used: by what stock is kept apart. */
  readonly funding: readonly FundingSource[];
  /** From when the users of each region may enrol in training, and from when they may work in the registry. */
  readonly timeline: readonly RegionDates[];
  /** What users must have learnt before their role counts. */
  readonly courses: readonly Course[];
  /** What a site agrees to; a new version is accepted anew by the sites that accepted an older one. */
  readonly agreement: Agreement;
  /** What a site shows by test messages before its data are recorded, and before it may query. */
  readonly readiness: {
    readonly submissions: readonly ReadinessCase[];
    readonly queries: readonly ReadinessCase[];
    /** How many accepted messages of real patients a site sends before it may go to production. */
    readonly realMessages: number;
  };
  /** Invented patients whom queries at the testing address find. */
  readonly testPatients: readonly string[];
  /** How a forecast (Z42) is laid out: as the national guide has it, or as CAIR2 had it in 2017. */
  readonly forecastLayout: 'national' | 'cair2-2017';
};

export type County = {
  readonly name: string;
  readonly fips: string;
  /** Postal codes and ranges of them: `90001-90008 90010` */
  readonly zips: string;
  /** The one or the other: of which region it is, or which partner registry serves it. */
  readonly region?: string;
  readonly partner?: string;
};

export type Language = 'en' | 'es';
export const LANGUAGES = ['en', 'es'] as const satisfies readonly Language[];

export type RegionDates = {
  readonly region: string;
  /** `2016-09-01` */
  readonly trainingFrom: string;
  readonly goLive: string;
};

export type FundingSource = {
  /** Of OBX 30963-3 (CDCPHINVS PHC70, VXC50 …). */
  readonly code: string;
  readonly name: InWords;
  /** HL7 table 0064: who may be given a dose of it (OBX 64994-7). */
  readonly eligibilities: readonly string[];
};

type InWords = Readonly<Record<Language, string>>;

export type Course = {
  readonly id: string;
  /** User roles that count only once the course is completed. */
  readonly roles: readonly ('read-only' | 'school' | 'regular' | 'power' | 'dx-qa')[];
  readonly title: InWords;
  readonly summary: InWords;
  readonly minutes: number;
  /** How long a completion counts; without it, always. */
  readonly validMonths?: number;
  readonly lessons: readonly {
    readonly heading: InWords;
    readonly paragraphs: Readonly<Record<Language, readonly string[]>>;
  }[];
  /** Without it, completion is recorded by staff. */
  readonly quiz?: {
    /** Right answers that pass. */
    readonly passAt: number;
    readonly questions: readonly {
      readonly text: InWords;
      readonly options: Readonly<Record<Language, readonly string[]>>;
      /** Index of the right option. */
      readonly right: number;
    }[];
  };
};

export type Agreement = {
  readonly version: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly paragraphs: Readonly<Record<Language, readonly string[]>>;
};

/** The kinds of test message that are told apart; what each must hold says `exchange/test-cases.ts`. */
export type ReadinessCase =
  | 'administered-child'
  | 'administered-adult'
  | 'historical'
  | 'update'
  | 'delete'
  | 'refusal'
  | 'history-query'
  | 'forecast-query'
  | 'nobody-found'
  | 'several-found';

export type DatedPolicy = {
  readonly name: string;
  /** In force from this day on; without it, always. */
  readonly from?: string;
  /** Not in force until a registry switches it on: what is known of it is not certain. */
  readonly off?: true;
  readonly policy: Policy;
};

const packs: readonly Jurisdiction[] = [california];

/** The pack of that id, or undefined; {@link jurisdictionIds} names those there are. */
export function jurisdiction(id: string): Jurisdiction | undefined {
  return packs.find((pack) => pack.id === id);
}

export const jurisdictionIds = packs.map((pack) => pack.id);
