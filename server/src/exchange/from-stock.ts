import type { Message } from '@cairn/hl7';
import type { StoredReport } from '../registry/dose-queries.ts';
import type { DoseStock } from '../registry/inventory/dose-state.ts';
import {
  type DeductContext,
  deduct,
  type Deduction,
  type StandingDose,
} from '../registry/inventory/deduct.ts';
import { claimsOf, type Sender } from './identify.ts';
import type { State } from './read.ts';
import type { RecordDecision, StandingReport } from './record.ts';

type Context = Pick<DeductContext, 'messageId' | 'at' | 'newId' | 'funding'> & {
  readonly message: Message;
  readonly sender: Sender;
};

/** What the doses that a message has the last word on take out of stock and give back. */
export function fromStock(
  { effects, standing }: Pick<RecordDecision, 'effects' | 'standing'>,
  { reports, organizations, lots }: Pick<State, 'reports' | 'organizations' | 'lots'>,
  { message, sender, ...context }: Context,
): Deduction {
  const { responsible } = sender;
  const own = reports.filter(
    ({ personId, organizationId }) =>
      personId === effects.person.personId && organizationId === responsible.organizationId,
  );
  return deduct(
    standing.map((said) => standingDose(said, own)),
    {
      ...context,
      responsible,
      isResponsibleNamed: claimsOf(message).responsible.length > 0,
      organizations,
      lots,
    },
  );
}

function standingDose({ submitted, report }: StandingReport, own: readonly StoredReport[]): StandingDose {
  const { reportId, idKey, doseKey, administeredOn, action } = report;
  return {
    reportId,
    idKey,
    doseKey,
    administeredOn,
    occurrence: submitted.occurrence,
    place: submitted.administeredAt,
    claim: submitted.claim,
    isDeleted: action === 'D',
    before: stockOf(own.filter((known) => known.idKey === idKey && known.doseKey === doseKey)),
  };
}

/** Two persons of one chart number that became one may both have had the dose: what was deducted can be given back. */
function stockOf(reports: readonly StoredReport[]): DoseStock | undefined {
  const known = reports.flatMap(({ stock }) => stock ?? []);
  return known.find(({ state }) => state === 'deducted') ?? known[0];
}
