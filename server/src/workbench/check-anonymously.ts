import type { Holder } from '../accounts/queries.ts';
import { claimsOf, identifyIntake } from '../exchange/identify.ts';
import { decide } from '../exchange/decide.ts';
import { guideOn } from '../exchange/guide.ts';
import { type Intake, takeIn } from '../exchange/intake.ts';
import { NOTHING_KNOWN, questionsOf, settleAmong, type State } from '../exchange/read.ts';
import { testPatientsReader } from '../exchange/test-registry.ts';
import { ymdOf } from '@cairn/guide';
import { localDate } from '../platform/clock.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { KnownOrganization } from '../registry/organization-queries.ts';
import { codeKey } from '../registry/organizations.ts';
import { type MessageView, viewOf } from './view.ts';

const ARRIVED = { address: 'test', operation: 'submitSingleMessage' } as const;

/**
 * What the testing address would answer to a message if its MSH-4 and MSH-22 were who they say: nobody has signed in, so
 * whoever is named counts as registered. Asks no database and keeps nothing; a query is answered of test patients.
 */
export async function checkAnonymously(text: string, pack: Jurisdiction, now: Date): Promise<MessageView> {
  const today = localDate(now, pack.timeZone);
  const guide = guideOn(pack, today);
  const intake = takeIn(text, guide, ymdOf(today));
  const { holder, organizations } = believed(intake, pack);
  const known = { ...NOTHING_KNOWN, holder, organizations };
  const state = await withTestPatients(intake, known, holder, pack, today);
  const { row, test } = decide(intake, ARRIVED, holder, state, {
    now,
    jurisdiction: pack,
    newId: () => uuidv7(now.getTime()),
    unfit: undefined,
    mayMiss: true,
  }).write;
  return viewOf({ ...row, raw: text, cases: test?.cases ?? [] }, guide);
}

async function withTestPatients(
  intake: Intake,
  known: State,
  holder: Holder,
  jurisdiction: Jurisdiction,
  today: string,
): Promise<State> {
  if (intake.parsed.ok && intake.parsed.check.isRefused) return known;
  const context = { jurisdiction, today, matching: {} };
  const call = {
    ...ARRIVED,
    identity: { kind: 'portal', organizationId: holder.organizationId },
    facilityId: '',
    text: intake.text,
  } as const;
  const { testPatients } = questionsOf(intake, call, context);
  if (!testPatients) return known;
  const { sender } = identifyIntake(intake, call, holder, known.organizations);
  if (!sender) return known;
  return settleAmong(testPatientsReader(jurisdiction, today), testPatients, known, sender, context);
}

/** Who the message says it is from and for, as if they were registered. */
function believed(
  { parsed }: Intake,
  pack: Jurisdiction,
): { readonly holder: Holder; readonly organizations: readonly KnownOrganization[] } {
  const claims = parsed.ok ? claimsOf(parsed.message) : { sender: '', responsible: [] };
  const [responsible = ''] = claims.responsible;
  const family = codeKey(responsible);
  const places = parsed.ok ? parsed.message.all('RXA').map((rxa) => rxa.text(11, 4).trim()) : [];
  const named = new Map([...places, ...claims.responsible].map((code) => [codeKey(code), code]));
  named.delete('');
  return {
    holder: {
      ...asOrganization(claims.sender, family),
      // Where the message does not say it, findings show what an id looks like.
      code: claims.sender === '' ? `${pack.organizationIds.site}nnnnnn` : claims.sender,
      kind: family === '' || family === codeKey(claims.sender) ? 'site' : 'sending-facility',
      credentialId: undefined,
    },
    organizations: [...named.values()].map((code) => asOrganization(code, family)),
  };
}

/** All belong together, whoever they are; ids are made of the codes. */
const asOrganization = (code: string, family: string): KnownOrganization => ({
  organizationId: codeKey(code),
  code,
  codeKey: codeKey(code),
  parentId: family,
  stage: 'testing',
  mayQuery: true,
  isClient: true,
  isUnconfirmedClient: false,
});
