import type { MatchContext } from '@cairn/matching';
import type { HistoryReport } from '../../registry/dose-queries.ts';
import { allKeys, chartKey, findPerson, nameKeysOf, type Naming } from '../../registry/find-person.ts';
import type { PersonKey } from '../../registry/keys.ts';
import type { KnownCandidates, KnownPerson, KnownSource } from '../../registry/person-queries.ts';
import { type State, NOTHING_KNOWN } from '../read.ts';
import type { Effects } from '../record.ts';

/** What of the state is about persons. */
export type KnownOfPersons = Pick<
  State,
  'naming' | 'found' | 'persons' | 'sources' | 'reports' | 'history' | 'candidates' | 'doseLinks'
>;

type Stored = { person: KnownPerson; readonly keys: Set<PersonKey>; readonly records: Map<string, string> };

/** The tables of persons, keys, sources and doses in memory: read and written as the statements of the registry do. */
export class MemoryRegistry {
  readonly #persons = new Map<string, Stored>();
  #sources: readonly KnownSource[] = [];
  #reports: readonly HistoryReport[] = [];

  get persons(): readonly KnownPerson[] {
    return [...this.#persons.values()].map(({ person, keys }) => ({ ...person, keys: [...keys] }));
  }

  get sources(): readonly KnownSource[] {
    return this.#sources;
  }

  get reports(): readonly HistoryReport[] {
    return this.#reports;
  }

  /** How many persons have the key. */
  holders(key: PersonKey): number {
    return [...this.#persons.values()].filter(({ keys }) => keys.has(key)).length;
  }

  /** What is read of whom the message names, as `readState` and `settle` read it. */
  look(naming: Naming, context: MatchContext = {}): KnownOfPersons {
    const { registryId } = naming;
    const keys = [...naming.charts.map(chartKey), ...nameKeysOf(naming.record)];
    let persons = this.#read(keys, registryId === undefined ? [] : [registryId]);
    let candidates: KnownCandidates | undefined;
    for (;;) {
      const found = findPerson(naming, { persons, candidates }, context);
      if (found.kind === 'candidates') {
        candidates = this.#candidates(allKeys(naming.record, naming.charts));
      } else if (found.kind === 'persons') {
        const ids = new Set(persons.map(({ personId }) => personId));
        const more = this.#read([], found.ids).filter(({ personId }) => !ids.has(personId));
        if (more.length === 0) throw new Error('whoever is wanted is asked for once');
        persons = [...persons, ...more];
      } else {
        const isRead = ({ personId }: { readonly personId: string }): boolean =>
          persons.some((person) => person.personId === personId);
        const reports = this.#reports.filter(isRead);
        const sources = this.#newestSources().filter(isRead);
        return { ...NOTHING_KNOWN, naming, found, persons, sources, reports, history: reports, candidates };
      }
    }
  }

  /** Writes what one message changes. */
  write(
    { person, saidAt, source, restated, reports, restatedReports }: Effects,
    organizationId: string,
  ): void {
    const { personId, version, isProtected, demographics } = person;
    const before = this.#persons.get(personId);
    if (version !== (before?.person.version ?? 0) + 1) throw new Error('the version was stale');
    const stored = before ?? { person: BLANK, keys: new Set(), records: new Map<string, string>() };
    if (source) {
      for (const key of source.keys) stored.keys.add(key);
      stored.records.set(source.match.matchId, source.match.record);
    }
    stored.person = {
      ...BLANK,
      personId,
      version,
      isProtected,
      demographics,
      records: [...stored.records.values()],
    };
    this.#persons.set(personId, stored);
    const said = saidAt.toISOString();
    if (source) {
      this.#sources = [
        ...this.#sources,
        {
          ...source,
          personId,
          organizationId,
          protectionSaidAt: said,
          saidAt: said,
          fields: ofIdentity(source.demographics.fields),
        },
      ];
    }
    this.#sources = this.#sources.map((other) =>
      other.sourceId === restated && other.saidAt < said ? { ...other, saidAt: said } : other,
    );
    this.#reports = [
      ...this.#reports.map((other) =>
        restatedReports.includes(other.reportId) && other.saidAt < said ? { ...other, saidAt: said } : other,
      ),
      ...reports.map((report) => ({
        ...report,
        personId,
        organizationId,
        personVersion: version,
        saidAt: said,
      })),
    ];
  }

  /** Puts a person there as it is. */
  add(person: KnownPerson): void {
    this.#persons.set(person.personId, { person, keys: new Set(person.keys), records: new Map() });
  }

  #read(keys: readonly PersonKey[], ids: readonly string[]): readonly KnownPerson[] {
    return [...this.#persons.values()].flatMap(({ person, keys: own }) => {
      const foundUnder = keys.filter((key) => own.has(key));
      const askedAs = ids.filter((id) => id === person.personId);
      return foundUnder.length + askedAs.length === 0 ? [] : [{ ...person, keys: foundUnder, askedAs }];
    });
  }

  #candidates(keys: readonly PersonKey[]): KnownCandidates {
    const shared = [...this.#persons.values()].map(({ person, keys: own }) => ({
      personId: person.personId,
      records: person.records,
      count: keys.filter((key) => own.has(key)).length,
    }));
    const list = shared
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count || (a.personId < b.personId ? -1 : 1))
      .map(({ personId, records }) => ({ personId, records }));
    return { list, seen: shared.reduce((sum, { count }) => sum + count, 0) };
  }

  #newestSources(): readonly KnownSource[] {
    const chartOf = ({ personId, organizationId, idKey }: KnownSource): string =>
      `${personId} ${organizationId} ${idKey}`;
    const newest = new Map<string, KnownSource>();
    const protections = new Map<string, KnownSource>();
    const put = (of: Map<string, KnownSource>, source: KnownSource): void => {
      const other = of.get(chartOf(source));
      if (!other || source.saidAt >= other.saidAt) of.set(chartOf(source), source);
    };
    for (const source of this.#sources) {
      put(newest, source);
      if (source.protection !== '') put(protections, source);
    }
    return [...newest.values()].map((source) => {
      const { protection = '', saidAt = '' } = protections.get(chartOf(source)) ?? {};
      return { ...source, protection, protectionSaidAt: saidAt };
    });
  }
}

const BLANK: KnownPerson = {
  personId: '',
  version: 0,
  isProtected: false,
  isSealed: false,
  demographics: { fields: {}, nextOfKin: [], stated: {} },
  records: [],
  keys: [],
  askedAs: [],
};

const ofIdentity = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['PID-5', 'PID-7', 'PID-8'].flatMap((path) => {
      const raw = fields[path];
      return raw === undefined ? [] : [[path, raw] as const];
    }),
  );
