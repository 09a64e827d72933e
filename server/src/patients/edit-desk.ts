import type { FastifyRequest } from 'fastify';
import type { Acting } from '../accounts/roles.ts';
import type { SignedIn } from '../accounts/sessions.ts';
import { audited } from '../audit/keep.ts';
import type { AuditEvent } from '../audit/write.ts';
import { ApiError } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { PortalParts } from '../portal-parts.ts';
import { type Chart, chartFor } from './edit-chart.ts';
import { type Checked, enter } from './edit-enter.ts';
import type { EntryHeader } from './edit-message.ts';
import { type PatientRead, readWhole } from './record.ts';

/** One request of somebody who enters something, for the organization acted for. */
export type Desk = {
  readonly acting: Acting;
  readonly viewer: SignedIn;
  readonly now: Date;
  readonly today: string;
  readonly header: EntryHeader;
  /** A number that nothing else has: of a dose, a message. */
  readonly newId: () => string;
  /** A chart number for a patient of whom the organization has none. */
  readonly newNumber: () => string;
  /** @throws ApiError where to the asker there is no such patient, or none that they may change */
  readonly open: (patientId: string) => Promise<PatientRead>;
  readonly chart: (read: PatientRead, idKey?: string) => Chart;
  readonly audit: (event: AuditEvent) => Promise<void>;
  /** Records the entry, and who made it. */
  readonly record: (
    checked: Pick<Checked, 'text'>,
    read: PatientRead,
    action: string,
    detail: NonNullable<AuditEvent['detail']>,
  ) => Promise<{ readonly patient: string; readonly message: string }>;
};

type Asked = Pick<FastifyRequest, 'signedIn' | 'staff' | 'isAudited'>;

/** @throws ApiError for a Sending Facility: it sends for others and has no patients of its own */
export function deskOf(request: Asked, parts: PortalParts): Desk {
  const { clock, jurisdiction, database } = parts;
  const viewer = request.signedIn;
  const acting = viewer?.acting;
  if (!viewer || acting?.kind !== 'site') throw new ApiError(403, 'not-allowed');
  const now = clock.now();
  const newId = (): string => uuidv7(now.getTime());
  const newNumber = (): string => `W${newId().replaceAll('-', '').slice(-12).toUpperCase()}`;
  const audit = (event: AuditEvent): Promise<void> => audited(request, database.kysely, event, now);
  return {
    acting,
    viewer,
    now,
    today: localDate(now, jurisdiction.timeZone),
    header: { code: acting.code, at: now, controlId: newId(), jurisdiction },
    newId,
    newNumber,
    audit,
    open: async (patientId) => {
      const read = await readWhole(parts, viewer, patientId, now);
      if (!read) throw new ApiError(404, 'not-found');
      if (!read.right.mayChange) throw new ApiError(403, 'not-allowed');
      return read;
    },
    chart: (read, idKey) =>
      chartFor(read.person, read.sources, acting, jurisdiction.registry.authority, newNumber, idKey),
    record: async (checked, read, action, detail) => {
      const { messageId, personId } = await enter(checked, parts, acting.organizationId);
      const personIds = [read.person.personId, personId];
      await audit({ action, personIds, messageId, detail });
      return { patient: personId, message: messageId };
    },
  };
}
