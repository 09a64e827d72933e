import type { Message } from '@cairn/hl7';
import type { Holder } from '../accounts/queries.ts';
import { codeKey } from '../registry/organizations.ts';
import type { KnownOrganization } from '../registry/organization-queries.ts';
import { type Finding, kindOf } from '@cairn/guide';
import type { Address, Call } from './call.ts';
import type { Intake } from './intake.ts';

/** Who a message says it is from and for, before any of it is believed. */
export type Claims = {
  /** MSH-4, the sending facility; '' when absent. */
  readonly sender: string;
  /** MSH-22, the Responsible Organization, as XON.10 and XON.1 give it; the more exact first. */
  readonly responsible: readonly string[];
};

export type Sender = {
  readonly holder: Holder;
  /** For whom the message is sent; its history, its doses, its stock. */
  readonly responsible: KnownOrganization;
};

export type Identified = { readonly sender: Sender | undefined; readonly findings: readonly Finding[] };

export function claimsOf(message: Message): Claims {
  const header = message.first('MSH');
  if (!header) return { sender: '', responsible: [] };
  const given = (texts: readonly string[]): readonly string[] =>
    texts.map((text) => text.trim()).filter((text) => text !== '');
  return {
    sender: given([header.text(4, 1), header.text(4, 2)])[0] ?? '',
    responsible: given([header.text(22, 10), header.text(22, 1)]),
  };
}

/** Whether it may once the other side has confirmed what one of them said at the portal. */
export function waitsForConfirmation(holder: Holder, organization: KnownOrganization): boolean {
  return holder.kind === 'sending-facility' && organization.isUnconfirmedClient;
}

/** Whether the holder of the credential may submit for that organization today. */
export function mayActFor(holder: Holder, organization: KnownOrganization): boolean {
  if (holder.sendsForAll) return true;
  if (holder.kind === 'sending-facility') return organization.isClient;
  return (
    organization.organizationId === holder.organizationId || organization.parentId === holder.organizationId
  );
}

/** A Sending Facility tests before it has client sites: with its own id, at the testing address alone. */
const isTestOfItsOwn = (holder: Holder, asked: KnownOrganization, address: Address): boolean =>
  address === 'test' && asked.organizationId === holder.organizationId;

/**
 * Decides for whom the credential's holder speaks. MSH-4 must be the holder; MSH-22 must be a registered
 * organization that the holder may act for, and be past testing on the production address (CAIR2: both
 * fields required; who-is-who by site type 1, 2 or 3). A query may leave out what the credential says.
 */
export function identify(
  claims: Claims,
  holder: Holder,
  known: readonly KnownOrganization[],
  call: {
    readonly address: Address;
    readonly isQuery: boolean;
    /** Whether a message without MSH-22 is refused; where it is not, it counts for whoever sent it. */
    readonly mustName: boolean;
    /** Entered on a page: who only looks up and enters by hand never has an exchange to test. */
    readonly isEntry?: boolean;
  },
): Identified {
  const findings: Finding[] = [];
  if (claims.sender === '') {
    if (!call.isQuery) findings.push(senderMissing(holder));
  } else if (codeKey(claims.sender) !== holder.codeKey && !holder.sendsForAll) {
    findings.push(senderNotYours(holder));
  }

  const responsible = claims.responsible
    .map((code) => known.find((organization) => organization.codeKey === codeKey(code)))
    .find((organization) => organization !== undefined);
  const isMissing = claims.responsible.length === 0;
  const assumed = isMissing && !call.mustName ? assumedOf(claims, holder, known, call.isQuery) : undefined;
  const asked = responsible ?? assumed;

  if (!asked) findings.push(isMissing ? responsibleMissing(holder) : responsibleUnknown());
  else if (asked !== assumed && !mayActFor(holder, asked) && !isTestOfItsOwn(holder, asked, call.address)) {
    findings.push(waitsForConfirmation(holder, asked) ? notConfirmed(holder) : responsibleNotLinked(holder));
  } else {
    findings.push(...stageFindings(holder, asked, call));
    if (call.isQuery && call.address === 'production' && !asked.mayQuery) findings.push(mayNotQuery());
  }
  return { sender: asked && findings.length === 0 ? { holder, responsible: asked } : undefined, findings };
}

/** The same, of a message that could be read; undefined for what could not. */
export function identifyIntake(
  { parsed }: Intake,
  { address, operation }: Pick<Call, 'address' | 'operation'>,
  holder: Holder,
  known: readonly KnownOrganization[],
): Identified {
  if (!parsed.ok) return { sender: undefined, findings: [] };
  const { message, check } = parsed;
  return identify(claimsOf(message), holder, known, {
    address,
    isQuery: kindOf(message) === 'QBP',
    mustName: check.findings.some(isRefusedWithoutResponsible),
    isEntry: operation === 'portal-entry',
  });
}

const isRefusedWithoutResponsible = ({ code, effect }: Finding): boolean =>
  code === 'responsible-organization-missing' && effect === 'message';

/** What comes through the central registry counts for the site that sent it there, not for that registry. */
function assumedOf(
  { sender }: Claims,
  holder: Holder,
  known: readonly KnownOrganization[],
  isQuery: boolean,
): KnownOrganization | undefined {
  if (!holder.sendsForAll) return itself(holder, isQuery);
  return known.find((organization) => organization.codeKey === codeKey(sender));
}

/**
 * A direct site that asks for itself need not repeat its id; a Sending Facility must say for whom it asks. What is
 * submitted without MSH-22 where that is not required counts for whoever sends it.
 */
function itself(holder: Holder, isQuery: boolean): KnownOrganization | undefined {
  const { organizationId, code, codeKey: key, stage, mayQuery, region, decrementFrom, routedTo } = holder;
  return holder.kind === 'site' || !isQuery
    ? {
        organizationId,
        code,
        codeKey: key,
        parentId: undefined,
        stage,
        mayQuery,
        isClient: false,
        isUnconfirmedClient: false,
        region,
        decrementFrom,
        routedTo,
      }
    : undefined;
}

/** Real data are tested at the testing address too, so until production that is the only one. */
function stageFindings(
  holder: Holder,
  responsible: KnownOrganization,
  { address, isEntry = false }: { readonly address: Address; readonly isEntry?: boolean },
): readonly Finding[] {
  const stages = [holder.stage, responsible.stage];
  if (stages.includes('suspended')) return [suspended()];
  const isTesting = stages.includes('testing') || stages.includes('real-data');
  return address === 'production' && isTesting && !isEntry ? [stillTesting()] : [];
}

const senderMissing = (holder: Holder): Finding => ({
  code: 'sending-facility-missing',
  severity: 'E',
  path: 'MSH-4',
  hl7: '101',
  application: '7',
  message: 'MESSAGE REJECTED. MSH-4 (Sending Facility) is empty.',
  fix: `Send the id that was issued to you, ${holder.code}, in MSH-4.`,
});

const senderNotYours = (holder: Holder): Finding => ({
  code: 'sending-facility-not-yours',
  severity: 'E',
  path: 'MSH-4',
  hl7: '204',
  application: '4',
  message:
    'MESSAGE REJECTED. MSH-4 (Sending Facility) is not the organization that these credentials were issued to.',
  fix: `Send ${holder.code} in MSH-4, or use the credentials of the organization that is in it.`,
});

const responsibleMissing = (holder: Holder): Finding => ({
  code: 'responsible-organization-missing',
  severity: 'E',
  path: 'MSH-22',
  hl7: '101',
  application: '7',
  message: 'MESSAGE REJECTED. MSH-22 (Responsible Organization) is empty.',
  fix:
    holder.kind === 'site'
      ? `Send your site id, ${holder.code}, in MSH-22.`
      : 'Send the id of the client site that the message is from in MSH-22.',
});

const responsibleUnknown = (): Finding => ({
  code: 'responsible-organization-unknown',
  severity: 'E',
  path: 'MSH-22',
  hl7: '204',
  application: '5',
  message: 'MESSAGE REJECTED. MSH-22 (Responsible Organization) is not registered here.',
  fix: 'Check the id against the registration confirmation; an unregistered site registers at the portal first.',
});

const notConfirmed = (holder: Holder): Finding => ({
  code: 'responsible-organization-not-confirmed',
  severity: 'E',
  path: 'MSH-22',
  hl7: '207',
  application: '4',
  message: `MESSAGE REJECTED. That ${holder.code} sends for the organization in MSH-22 has not been confirmed yet.`,
  fix: 'Whichever of the two was named by the other, the site or the Sending Facility, confirms it at the portal; then resend.',
});

const responsibleNotLinked = (holder: Holder): Finding => ({
  code: 'responsible-organization-not-linked',
  severity: 'E',
  path: 'MSH-22',
  hl7: '204',
  application: '4',
  message: `MESSAGE REJECTED. ${holder.code} is not registered as sending for the organization in MSH-22.`,
  fix: 'Correct MSH-22, or have that site name you as its Sending Facility at the portal.',
});

const suspended = (): Finding => ({
  code: 'organization-suspended',
  severity: 'E',
  path: 'MSH-4',
  hl7: '207',
  application: '4',
  message: 'MESSAGE REJECTED. Data exchange of this organization is suspended.',
  fix: 'Contact the registry; resend when the suspension has been lifted.',
});

const stillTesting = (): Finding => ({
  code: 'organization-still-testing',
  severity: 'E',
  path: 'MSH-22',
  hl7: '207',
  application: '4',
  message: 'MESSAGE REJECTED. This organization has not been moved to production yet.',
  fix: 'Send to the testing address (/test/IISService) until the registry has approved production.',
});

const mayNotQuery = (): Finding => ({
  code: 'query-not-approved',
  severity: 'E',
  path: 'MSH-22',
  hl7: '207',
  application: '4',
  message: 'QUERY REJECTED. This organization has not been approved for bidirectional exchange (BiDX).',
  fix: 'Complete the BiDX readiness survey and testing at the portal.',
});
