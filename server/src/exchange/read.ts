import type { MatchContext, NormalPerson } from '@cairn/matching';
import { buildSegment, type Message } from '@cairn/hl7';
import { kindOf } from '@cairn/guide';
import type { StoredCredential } from '../accounts/credentials.ts';
import {
  credentialHolder,
  type Holder,
  holderIn,
  selectCredentialHolder,
  selectHolder,
} from '../accounts/queries.ts';
import type { Statement } from '../platform/database/pipeline.ts';
import type { Reader, Rows } from '../platform/database/reader.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { PID } from '../registry/demographics.ts';
import { fillerIdOf } from '../registry/doses.ts';
import {
  allKeys,
  chartKey,
  findPerson,
  type Found,
  missing,
  nameKeysOf,
  type Naming,
} from '../registry/find-person.ts';
import {
  chartOf,
  identifiersOf,
  identityOf,
  type PersonIdentifier,
  registryId,
  sourceIdKey,
} from '../registry/identity.ts';
import {
  type KnownOrganization,
  organizations,
  selectOrganizations,
  selectOrganizationsOf,
} from '../registry/organization-queries.ts';
import { lotKeyOf } from '../registry/inventory/lot-key.ts';
import { type KnownLot, knownLots, selectLots } from '../registry/inventory/lots.ts';
import { codeKey } from '../registry/organizations.ts';
import { comparableIds, personRecord, PID_LAYOUT, QPD_LAYOUT } from '../registry/person-facts.ts';
import {
  candidates,
  type KnownCandidates,
  type KnownPerson,
  type KnownSource,
  type PersonLookup,
  persons,
  selectCandidates,
  selectPersons,
  selectSources,
  sources,
} from '../registry/person-queries.ts';
import {
  doseLinks,
  history,
  type HistoryReport,
  type KnownDoseLink,
  selectDoseLinks,
  selectHistory,
  selectReports,
  storedReports,
  type StoredReport,
} from '../registry/dose-queries.ts';
import { candidateLimit, QPD, queryName } from './check-query.ts';
import { unknowable } from './find.ts';
import { claimsOf, type Sender } from './identify.ts';
import type { Intake } from './intake.ts';
import { controlKey, type Processed, processed, selectProcessed } from './ledger.ts';
import type { Call } from './call.ts';

/** All that is asked of the database to decide on one message. */
export type State = {
  readonly holder: Holder | undefined;
  /** What the holder's password is held against; undefined where none is asked for. */
  readonly credential?: StoredCredential | undefined;
  readonly organizations: readonly KnownOrganization[];
  readonly processed: readonly Processed[];
  readonly persons: readonly KnownPerson[];
  readonly sources: readonly KnownSource[];
  /** The reports of the doses that a submission names. */
  readonly reports: readonly StoredReport[];
  /** For a query and a comparison: all reports of the persons found. */
  readonly history: readonly HistoryReport[];
  readonly doseLinks: readonly KnownDoseLink[];
  /** The lots in stock of the numbers that a submission names. */
  readonly lots: readonly KnownLot[];
  /** Who is meant, and by what; nobody where the registry is not asked. */
  readonly found: Found;
  /** How the message names its person; undefined where the registry is not asked. */
  readonly naming: Naming | undefined;
  /** Those who share a key; undefined where an id or the exact name settled who is meant. */
  readonly candidates: KnownCandidates | undefined;
};

const NOBODY: Found = { kind: 'nobody', doubts: [] };

export const NOTHING_KNOWN = {
  processed: [],
  persons: [],
  sources: [],
  reports: [],
  history: [],
  doseLinks: [],
  lots: [],
  found: NOBODY,
  naming: undefined,
  candidates: undefined,
} as const;

/** What to ask the database for one message. */
export type Questions = {
  /** What bears on the message itself and on who sends it; always asked. */
  readonly who: readonly Statement[];
  /** Who sends names itself so; the statements of `who` differ by it. */
  readonly by: Call['identity']['kind'];
  /** The keys by which a submission names its person; messages that share one must not be decided at once. */
  readonly personKeys: readonly string[];
  /** What is asked of the registry; undefined for a query at the testing address and for what is no message. */
  readonly registry?: RegistryQuestions;
  /** What a query at the testing address asks: of invented patients, never of the registry. */
  readonly testPatients?: RegistryQuestions;
};

/** Reads rows for statements: the database, or what stands in for it. */
export type RowReader = Pick<Reader, 'read'>;

export type RegistryQuestions = {
  readonly seen: Statement;
  readonly lookup: PersonLookup;
  /** What else is read of a person that is found. */
  readonly about: (lookup: PersonLookup) => readonly Statement[];
  /** The lots that doses may have come from; absent where the message reports none that was given by who sends it. */
  readonly lots?: Statement;
  /** A comparison is a submission of which nothing will be recorded: its sender learns no more than an asker may. */
  readonly kind: 'submission' | 'comparison' | 'query';
  /** How the message names its person, once it is known for whom it is. */
  readonly naming: (organizationCodeKey: string) => Naming;
};

export type ReadContext = {
  readonly jurisdiction: Jurisdiction;
  /** The civil day in the jurisdiction */
  readonly today: string;
  readonly matching: MatchContext;
};

export function questionsOf(intake: Intake, call: Call, context: ReadContext): Questions {
  const { identity } = call;
  const by = identity.kind;
  const named = organizationsNamed(intake, call);
  const who =
    identity.kind === 'password'
      ? [selectCredentialHolder(identity.username), selectOrganizations(named, identity.username)]
      : [selectHolder(identity.organizationId), selectOrganizationsOf(named, identity.organizationId)];
  if (!intake.parsed.ok) return { who, by, personKeys: [] };
  const { message } = intake.parsed;
  const registry =
    kindOf(message) === 'QBP'
      ? aboutQuery(message, intake, call, context)
      : aboutSubmission(message, intake, call, context);
  const { lookup, kind } = registry;
  if (kind === 'query' && call.address === 'test') {
    return { who, by, personKeys: [], testPatients: registry };
  }
  return { who, by, personKeys: kind === 'submission' ? [...lookup.keys, ...lookup.ids] : [], registry };
}

/** One read: who sends, whether it was processed before, and the persons of the message's ids and exact name. */
export async function readState(reader: RowReader, questions: Questions): Promise<State> {
  const { who, by, registry } = questions;
  const isOf = by === 'password' ? 'state-of' : 'state-at-portal-of';
  if (!registry) {
    const [holder, named] = await reader.read(`${isOf}-sender`, who);
    return { ...NOTHING_KNOWN, ...whoIsWho(by, holder, named) };
  }
  const { lots } = registry;
  const rows = await reader.read(`${isOf}-${registry.kind}${lots ? '-from-stock' : ''}`, [
    ...who,
    registry.seen,
    ...aboutPersons(registry, registry.lookup),
    ...(lots ? [lots] : []),
  ]);
  const [holder, named, seen, ...ofPersons] = rows;
  return {
    ...NOTHING_KNOWN,
    ...whoIsWho(by, holder, named),
    // What is only compared is looked at anew each time.
    processed: registry.kind === 'comparison' ? [] : processed(seen ?? []),
    ...personsIn(ofPersons, registry.kind),
    lots: lots ? knownLots(rows.at(-1) ?? []) : [],
  };
}

/** Who sends, and nothing of any person: what is answered from this cannot depend on the registry. */
export const ofSenderAlone = ({ holder, credential, organizations: named }: State): State => ({
  ...NOTHING_KNOWN,
  holder,
  credential,
  organizations: named,
});

/** Who is meant among the persons of that reader alone, whatever the registry knows; nothing of them was read before. */
export async function settleAmong(
  reader: RowReader,
  asked: RegistryQuestions,
  read: State,
  sender: Sender,
  context: ReadContext,
): Promise<State> {
  const rows = await reader.read(`persons-of-${asked.kind}`, aboutPersons(asked, asked.lookup));
  const state = { ...ofSenderAlone(read), ...personsIn(rows, asked.kind) };
  return settle(reader, { registry: asked }, state, sender, context);
}

/**
 * Who is meant. What was read says so for nearly every message; where ids and exact name do not settle it, everyone who
 * shares a key with the message is read, and then the person that is found among them.
 */
export async function settle(
  reader: RowReader,
  { registry }: Pick<Questions, 'registry'>,
  read: State,
  sender: Sender | undefined,
  { jurisdiction, matching }: ReadContext,
): Promise<State> {
  if (!registry || !sender) return read;
  const naming = registry.naming(sender.responsible.codeKey);
  const mayNotKnowAll = registry.kind !== 'submission';
  const leftOut = new Set<string>();
  let state: State = { ...read, naming };
  const leaveOut = (ids: readonly string[]): void => {
    for (const id of ids) leftOut.add(id);
    state = withoutPersons(state, leftOut);
  };
  const hide = (): void => {
    if (mayNotKnowAll) leaveOut(unknowable(state, sender, jurisdiction));
  };
  const load = async (lookup: PersonLookup): Promise<void> => {
    const rows = await reader.read(`persons-of-${registry.kind}`, aboutPersons(registry, lookup));
    state = withPersons(state, personsIn(rows, registry.kind));
    // One that has been merged away since is not asked for again.
    leaveOut(lookup.ids.filter((id) => state.persons.every(({ personId }) => personId !== id)));
    hide();
  };
  hide();
  // Only a query may leave out who asks: its ids are those of the holder of the credential, who is known now.
  if (!naming.charts.every((chart) => registry.lookup.keys.includes(chartKey(chart)))) {
    await load({ keys: naming.charts.map(chartKey), ids: [] });
  }
  for (;;) {
    const found = findPerson(naming, state, matching);
    if (found.kind === 'candidates') {
      const [rows = []] = await reader.read('candidates', [
        selectCandidates(allKeys(naming.record, naming.charts)),
      ]);
      state = withoutPersons({ ...state, candidates: candidates(rows) }, leftOut);
      continue;
    }
    if (found.kind === 'persons') {
      await load({ keys: [], ids: found.ids });
      continue;
    }
    // Whether the asker may know of those in question must be known before they count.
    const unread = mayNotKnowAll ? missing(found.doubts, state.persons) : [];
    if (unread.length === 0) return { ...state, found };
    await load({ keys: [], ids: unread });
  }
}

function withoutPersons(state: State, ids: ReadonlySet<string>): State {
  if (ids.size === 0) return state;
  const { candidates: known, persons: read } = state;
  const isLeft = ({ personId }: { readonly personId: string }): boolean => !ids.has(personId);
  return {
    ...state,
    persons: read.filter(isLeft),
    candidates: known && { list: known.list.filter(isLeft), seen: known.seen },
  };
}

const aboutPersons = ({ about }: RegistryQuestions, lookup: PersonLookup): readonly Statement[] => [
  selectPersons(lookup),
  selectSources(lookup),
  ...about(lookup),
];

type PersonParts = Pick<State, 'persons' | 'sources' | 'reports' | 'history' | 'doseLinks'>;

function personsIn(rows: readonly Rows[], kind: RegistryQuestions['kind']): PersonParts {
  const [found = [], reported = [], first = [], second = []] = rows;
  const known = { persons: persons(found), sources: sources(reported) };
  switch (kind) {
    case 'query':
      return { ...known, reports: [], history: history(first), doseLinks: doseLinks(second) };
    case 'submission':
      return { ...known, reports: storedReports(first), history: [], doseLinks: [] };
    case 'comparison':
      return { ...known, reports: storedReports(first), history: history(second), doseLinks: [] };
  }
}

function withPersons(state: State, more: PersonParts): State {
  const isNew = ({ personId }: { readonly personId: string }): boolean =>
    state.persons.every((person) => person.personId !== personId);
  return {
    ...state,
    persons: [...state.persons, ...more.persons.filter(isNew)],
    sources: [...state.sources, ...more.sources.filter(isNew)],
    reports: [...state.reports, ...more.reports.filter(isNew)],
    history: [...state.history, ...more.history.filter(isNew)],
    doseLinks: [...state.doseLinks, ...more.doseLinks.filter(isNew)],
  };
}

function whoIsWho(
  by: Questions['by'],
  holder: Rows | undefined,
  named: Rows | undefined,
): Pick<State, 'holder' | 'credential' | 'organizations'> {
  if (!holder || !named) throw new Error('the database answered fewer statements than were sent');
  if (by === 'portal') return { holder: holderIn(holder), organizations: organizations(named) };
  const credential = credentialHolder(holder);
  return { holder: credential, credential, organizations: organizations(named) };
}

/** Ids in MSH-4, MSH-22, RXA-11.4 and the call itself. */
function organizationsNamed(intake: Intake, call: Call): readonly string[] {
  const codes = [call.facilityId];
  if (intake.parsed.ok) {
    const { sender, responsible } = claimsOf(intake.parsed.message);
    codes.push(sender, ...responsible, ...intake.parsed.message.all('RXA').map((rxa) => rxa.text(11, 4)));
  }
  return [...new Set(codes.map(codeKey).filter((key) => key !== ''))];
}

/** For whom the message is becomes certain only with the read, so it asks for every id that may be it. */
function mayActFor(message: Message, call: Call): readonly string[] {
  const { sender, responsible } = claimsOf(message);
  const given = (responsible.length > 0 ? responsible : [sender, call.facilityId]).map(codeKey);
  return [...new Set(given)].filter((key) => key !== '');
}

const seenBefore = (message: Message, intake: Intake): Statement =>
  selectProcessed(controlKey(codeKey(claimsOf(message).sender), intake.controlId));

function aboutSubmission(
  message: Message,
  intake: Intake,
  call: Call,
  { jurisdiction, today }: ReadContext,
): RegistryQuestions {
  const organizationKeys = mayActFor(message, call);
  const fillerIds = [...new Set(message.all('ORC').map(fillerIdOf))];
  const pid = message.first('PID');
  const identifiers = pid ? identifiersOf(pid, PID.identifiers) : [];
  const chart = chartOf(identifiers, identityOf(pid ?? NO_PID, PID));
  const id = registryId(identifiers, jurisdiction.registry.authority);
  const naming = once((organizationCodeKey) => ({
    record: submittedRecord(message, organizationCodeKey, identifiers, today),
    registryId: id,
    charts: [sourceIdKey(organizationCodeKey, chart)],
    purpose: 'record',
  }));
  const asked = {
    seen: seenBefore(message, intake),
    lookup: lookupOf(organizationKeys.map(naming), id),
    naming,
  };
  const reports = (lookup: PersonLookup): Statement => selectReports(lookup, organizationKeys, fillerIds);
  return call.address === 'production'
    ? { ...asked, ...stockOf(message), kind: 'submission', about: (lookup) => [reports(lookup)] }
    : { ...asked, kind: 'comparison', about: (lookup) => [reports(lookup), selectHistory(lookup)] };
}

/** What is read of stock: most messages tell of doses that were given here, and few sites have theirs deducted. */
function stockOf(message: Message): Pick<RegistryQuestions, 'lots'> {
  const given = message.all('RXA').filter((rxa) => rxa.text(9).trim() === '00');
  if (given.length === 0) return {};
  const places = given.map((rxa) => rxa.text(11, 4));
  const keys = [...claimsOf(message).responsible, ...places].map(codeKey).filter((key) => key !== '');
  const lotKeys = given.map((rxa) => lotKeyOf(rxa.text(15))).filter((key) => key !== '');
  return { lots: selectLots([...new Set(keys)], [...new Set(lotKeys)]) };
}

/** Reading a person out of a message costs a twentieth of a whole message (35 µs), and it is needed three times. */
function once(naming: (organizationCodeKey: string) => Naming): (organizationCodeKey: string) => Naming {
  const known = new Map<string, Naming>();
  return (organizationCodeKey) => {
    const before = known.get(organizationCodeKey);
    if (before) return before;
    const made = naming(organizationCodeKey);
    known.set(organizationCodeKey, made);
    return made;
  };
}

const NO_PID = buildSegment('PID', []);

function submittedRecord(
  message: Message,
  organizationCodeKey: string,
  identifiers: readonly PersonIdentifier[],
  today: string,
): NormalPerson {
  const pid = message.first('PID') ?? NO_PID;
  const ids = comparableIds(organizationCodeKey, identifiers);
  return personRecord(pid, PID_LAYOUT, message.all('NK1'), ids, today);
}

function aboutQuery(
  message: Message,
  intake: Intake,
  call: Call,
  { jurisdiction, today }: ReadContext,
): RegistryQuestions {
  const organizationKeys = mayActFor(message, call);
  const qpd = message.first('QPD');
  const identifiers = qpd ? identifiersOf(qpd, QPD.identifiers) : [];
  const id = registryId(identifiers, jurisdiction.registry.authority);
  const naming = once((organizationCodeKey) => ({
    record: personRecord(
      qpd ?? buildSegment('QPD', []),
      QPD_LAYOUT,
      [],
      comparableIds(organizationCodeKey, identifiers),
      today,
    ),
    registryId: id,
    charts: identifiers.map((identifier) => sourceIdKey(organizationCodeKey, identifier)),
    purpose: 'query',
    // A forecast is for one person: those who may be meant are not listed for it.
    atMost: qpd && queryName(message, qpd) === 'Z34' ? candidateLimit(message, jurisdiction) : 0,
  }));
  return {
    seen: seenBefore(message, intake),
    lookup: lookupOf(organizationKeys.length > 0 ? organizationKeys.map(naming) : [naming('')], id),
    about: (lookup) => [selectHistory(lookup), selectDoseLinks(lookup)],
    kind: 'query',
    naming,
  };
}

function lookupOf(namings: readonly Naming[], id: string | undefined): PersonLookup {
  const keys = namings.flatMap(({ record, charts }) => [...charts.map(chartKey), ...nameKeysOf(record)]);
  return { keys: [...new Set(keys)], ids: id === undefined ? [] : [id] };
}
