import type { Message } from '@cairn/hl7';
import { type CredentialHolder, credentialHolder, selectCredentialHolder } from '../accounts/queries.ts';
import type { Statement } from '../platform/database/pipeline.ts';
import type { Reader } from '../platform/database/reader.ts';
import { PID } from '../registry/demographics.ts';
import { fillerIdOf } from '../registry/doses.ts';
import {
  chartNumber,
  identifiersOf,
  identityOf,
  nameKey,
  registryId,
  sourceIdKey,
} from '../registry/identity.ts';
import { codeKey } from '../registry/organizations.ts';
import {
  history,
  type HistoryReport,
  type KnownOrganization,
  type KnownPerson,
  type KnownSource,
  organizations,
  type PersonLookup,
  persons,
  selectHistory,
  selectOrganizations,
  selectPersons,
  selectReports,
  selectSources,
  sources,
  storedReports,
  type StoredReport,
} from '../registry/queries.ts';
import { QPD } from './check-query.ts';
import { claimsOf } from './identify.ts';
import type { Intake } from './intake.ts';
import { controlKey, type Processed, processed, selectProcessed } from './ledger.ts';
import type { Call } from './call.ts';

/** All that is asked of the database to decide on one message, asked in one round trip. */
export type State = {
  readonly holder: CredentialHolder | undefined;
  readonly organizations: readonly KnownOrganization[];
  readonly processed: readonly Processed[];
  readonly persons: readonly KnownPerson[];
  readonly sources: readonly KnownSource[];
  /** The reports of the doses that a submission names. */
  readonly reports: readonly StoredReport[];
  /** For a query: all reports of the persons found. */
  readonly history: readonly HistoryReport[];
};

const NOTHING_KNOWN = { processed: [], persons: [], sources: [], reports: [], history: [] } as const;

/** What to ask the database for one message. */
export type Questions = {
  /** Names the combination: what the database prepares once and runs often. */
  readonly name: 'state-of-sender' | 'state-of-submission' | 'state-of-query';
  readonly statements: readonly Statement[];
  /** The keys by which a submission names its person; messages that share one must not be decided at once. */
  readonly personKeys: readonly string[];
  /** Where a query says nowhere who asks, it is the holder of the credential: what to ask once that is known. */
  readonly onceAskerIsKnown?: (code: string) => Questions;
};

/** Nothing of the registry is asked for the testing address. */
export function questionsOf(intake: Intake, call: Call, authority: string): Questions {
  const who = [
    selectCredentialHolder(call.username),
    selectOrganizations(organizationsNamed(intake, call), call.username),
  ];
  if (!intake.parsed.ok || call.address === 'test') {
    return { name: 'state-of-sender', statements: who, personKeys: [] };
  }
  const questions = registryQuestions(intake.parsed.message, intake, call, authority);
  return { ...questions, statements: [...who, ...questions.statements] };
}

export async function readState(reader: Reader, questions: Questions): Promise<State> {
  const { name, statements, onceAskerIsKnown } = questions;
  const [holder, named, seen, found, reported, last] = await reader.read(name, statements);
  if (!holder || !named) throw new Error('the database answered fewer statements than were sent');
  const known = { holder: credentialHolder(holder), organizations: organizations(named), ...NOTHING_KNOWN };
  if (onceAskerIsKnown && known.holder) return readState(reader, onceAskerIsKnown(known.holder.code));
  if (!seen || !found || !reported || !last) return known;
  return {
    ...known,
    processed: processed(seen),
    persons: persons(found),
    sources: sources(reported),
    ...(name === 'state-of-query' ? { history: history(last) } : { reports: storedReports(last) }),
  };
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

function registryQuestions(message: Message, intake: Intake, call: Call, authority: string): Questions {
  const { sender, responsible } = claimsOf(message);
  // For whom the message is becomes certain only with this read, so it asks for every id that may be it.
  const given = (responsible.length > 0 ? responsible : [sender, call.facilityId]).map(codeKey);
  const actingFor = [...new Set(given)].filter((key) => key !== '');
  const isQuery = message.first('MSH')?.text(9, 1).toUpperCase() === 'QBP';
  const lookup = isQuery
    ? queryLookup(message, actingFor, authority)
    : submissionLookup(message, actingFor, authority);
  const seen = selectProcessed(controlKey(codeKey(sender), intake.controlId));
  const shared = [seen, selectPersons(lookup), selectSources(lookup)];
  if (isQuery) {
    return {
      name: 'state-of-query',
      statements: [...shared, selectHistory(lookup)],
      personKeys: [],
      ...(actingFor.length === 0
        ? { onceAskerIsKnown: (code) => questionsOf(intake, { ...call, facilityId: code }, authority) }
        : {}),
    };
  }
  const fillerIds = [...new Set(message.all('ORC').map(fillerIdOf))];
  return {
    name: 'state-of-submission',
    statements: [...shared, selectReports(lookup, actingFor, fillerIds)],
    personKeys: [...lookup.keys, ...lookup.ids],
  };
}

function submissionLookup(message: Message, actingFor: readonly string[], authority: string): PersonLookup {
  const pid = message.first('PID');
  if (!pid) return { keys: [], ids: [] };
  const identifiers = identifiersOf(pid, PID.identifiers);
  const chart = chartNumber(identifiers);
  return lookupOf(
    chart ? actingFor.map((organization) => sourceIdKey(organization, chart)) : [],
    nameKey(identityOf(pid, PID)),
    registryId(identifiers, authority),
  );
}

function queryLookup(message: Message, actingFor: readonly string[], authority: string): PersonLookup {
  const qpd = message.first('QPD');
  if (!qpd) return { keys: [], ids: [] };
  const identifiers = identifiersOf(qpd, 3);
  return lookupOf(
    actingFor.flatMap((organization) =>
      identifiers.map((identifier) => sourceIdKey(organization, identifier)),
    ),
    nameKey(identityOf(qpd, QPD)),
    registryId(identifiers, authority),
  );
}

function lookupOf(idKeys: readonly string[], name: string | undefined, id: string | undefined): PersonLookup {
  return { keys: name === undefined ? idKeys : [...idKeys, name], ids: id === undefined ? [] : [id] };
}
