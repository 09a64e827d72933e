import type { Finding } from '@cairn/guide';
import type { FundingSource } from '../../platform/jurisdiction.ts';
import type { KnownOrganization } from '../organization-queries.ts';
import type { StockClaim } from './claim.ts';
import type { DoseStock, DoseStockWrite } from './dose-state.ts';
import type { Entry } from './enter.ts';
import { belowZero, expired, type NotDeducted, notDeducted } from './findings.ts';
import { lotKeyOf } from './lot-key.ts';
import type { KnownLot } from './lots.ts';
import { isFamily } from './place.ts';

/** A dose as the last standing report of one message has it. */
export type StandingDose = {
  readonly reportId: string;
  readonly idKey: string;
  readonly doseKey: string;
  /** `YYYY-MM-DD` */
  readonly administeredOn: string;
  /** Which RXA of the message reports it, 1-based: findings point there. */
  readonly occurrence: number;
  /** RXA-11.4, see codeKey; '' when absent. */
  readonly place: string;
  /** Undefined where it is no dose that its sender gave, or none any more. */
  readonly claim: StockClaim | undefined;
  readonly isDeleted: boolean;
  /** What became of it before. */
  readonly before: DoseStock | undefined;
};

export type DeductContext = {
  readonly messageId: string;
  readonly at: Date;
  readonly newId: () => string;
  /** Who reports the doses; whether the message itself says so (MSH-22). */
  readonly responsible: KnownOrganization;
  readonly isResponsibleNamed: boolean;
  readonly organizations: readonly KnownOrganization[];
  /** Of the numbers that the message names. */
  readonly lots: readonly KnownLot[];
  readonly funding: readonly Pick<FundingSource, 'code' | 'eligibilities'>[];
};

/** What a message changes of stock. */
export type StockEffects = {
  readonly doses: readonly DoseStockWrite[];
  readonly entries: readonly Entry[];
};

export type Deduction = { readonly stock: StockEffects | undefined; readonly findings: readonly Finding[] };

/**
 * What the doses of a message take out of stock, and what they give back to it. Pure.
 *
 * A dose is deducted once, from the one lot that organization (RXA-11.4), lot number, vaccine, eligibility and funding agree on,
 * where that organization has its stock deducted from on the day of the dose. One that cannot be is kept with the reason, and its
 * sender is told. An update gives back and deducts anew where it says something else of the stock; a deletion gives back.
 */
export function deduct(doses: readonly StandingDose[], context: DeductContext): Deduction {
  const taken = new Map<string, number>();
  const written: DoseStockWrite[] = [];
  const entries: Entry[] = [];
  const findings: Finding[] = [];
  for (const dose of doses) {
    const { before } = dose;
    const verdict = judgeDose(dose, context);
    if (verdict.kind === 'nothing') continue;
    const move = (kind: 'administered' | 'given-back', organizationId: string, lotId: string): void => {
      const by = kind === 'administered' ? -1 : 1;
      taken.set(lotId, (taken.get(lotId) ?? 0) + by);
      entries.push({
        organizationId,
        transactionId: context.newId(),
        lotId,
        kind,
        doses: by,
        at: context.at,
        reason: kind === 'administered' ? '' : dose.isDeleted ? DELETED : UPDATED,
        note: '',
        messageId: context.messageId,
        idKey: dose.idKey,
        doseKey: dose.doseKey,
      });
    };
    const { state } = verdict;
    const isFrom = before?.state === 'deducted' ? before.lotId : undefined;
    if (before && isFrom !== undefined && isFrom !== state.lotId) move('given-back', before.stockId, isFrom);
    if (state.lotId !== undefined && state.lotId !== isFrom) {
      const lot = verdict.kind === 'deducted' ? verdict.lot : undefined;
      if (lot && lot.onHand + (taken.get(lot.lotId) ?? 0) <= 0) findings.push(belowZero(dose.occurrence));
      if (lot && lot.expiresOn < dose.administeredOn) findings.push(expired(dose.occurrence));
      move('administered', state.stockId, state.lotId);
    }
    if (verdict.kind === 'not-deducted') findings.push(notDeducted(verdict.reason, dose));
    written.push({ ...state, idKey: dose.idKey, doseKey: dose.doseKey, before });
  }
  return { stock: written.length === 0 ? undefined : { doses: written, entries }, findings };
}

/** Why a dose was given back. */
const DELETED = 'deleted';
const UPDATED = 'updated';

type Verdict =
  /** Neither was it, nor is it, a dose of stock that is deducted from. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'kept' | 'none'; readonly state: DoseStock }
  | { readonly kind: 'deducted'; readonly state: DoseStock; readonly lot: KnownLot }
  | { readonly kind: 'not-deducted'; readonly state: DoseStock; readonly reason: NotDeducted };

function judgeDose(dose: StandingDose, context: DeductContext): Verdict {
  const { before, claim, administeredOn } = dose;
  const at = placeOf(dose, context);
  const from = at.stock.decrementFrom;
  if (!claim) return outOfScope(dose, context);
  const isTooEarly = from !== undefined && administeredOn < from;
  // A later start of the deductions does not undo earlier ones; a report of an earlier day does.
  const isOfItsDay = !isTooEarly || before?.administeredOn === administeredOn;
  const said = {
    reportId: before?.reportId ?? dose.reportId,
    messageId: context.messageId,
    administeredOn,
    vaccine: claim.vaccine,
    lot: claim.lot,
    eligibility: claim.eligibility,
    funding: claim.funding,
  };
  if (before && isOfItsDay && stays(before, claim, at))
    return { kind: 'kept', state: { ...before, ...said } };
  if (from === undefined || isTooEarly) return outOfScope(dose, context);
  const found = context.isResponsibleNamed ? lotFor(claim, at, context) : 'responsible-missing';
  const state = { ...said, stockId: at.stock.organizationId, isByHand: false } as const;
  return typeof found === 'string'
    ? {
        kind: 'not-deducted',
        reason: found,
        state: { ...state, state: 'not-deducted', reason: found, lotId: undefined },
      }
    : {
        kind: 'deducted',
        lot: found,
        state: { ...state, state: 'deducted', reason: '', lotId: found.lotId },
      };
}

function outOfScope({ before, administeredOn }: StandingDose, { messageId }: DeductContext): Verdict {
  if (!before || before.state === 'none') return { kind: 'nothing' };
  const nothing = { state: 'none', reason: '', lotId: undefined, isByHand: false } as const;
  return { kind: 'none', state: { ...before, ...nothing, messageId, administeredOn } };
}

/** What was settled stays settled while the reports say the same of the stock, whatever became of the lot since. */
function stays(before: DoseStock, claim: StockClaim, { stock }: PlaceOfDose): boolean {
  const isSettled = before.state === 'deducted' || before.state === 'dismissed';
  return (
    isSettled &&
    // Whoever chose the lot may have said by it that the place was wrong.
    (before.isByHand || before.stockId === stock.organizationId) &&
    lotKeyOf(before.lot) === lotKeyOf(claim.lot) &&
    before.vaccine === claim.vaccine &&
    before.eligibility === claim.eligibility &&
    before.funding === claim.funding
  );
}

type PlaceOfDose = {
  /** Whose stock it would be. */
  readonly stock: KnownOrganization;
  readonly wrong?: NotDeducted;
};

/** What is given at a place that is not known, or not theirs, is listed for those who report it: another's stock is not theirs to touch. */
function placeOf({ place }: StandingDose, { responsible, organizations }: DeductContext): PlaceOfDose {
  if (place === '') return { stock: responsible, wrong: 'location-missing' };
  if (place === responsible.codeKey) return { stock: responsible };
  const stock = organizations.find(({ codeKey }) => codeKey === place);
  if (!stock) return { stock: responsible, wrong: 'location-unknown' };
  return isFamily(stock, responsible) ? { stock } : { stock: responsible, wrong: 'location-not-yours' };
}

/** The lot that it came from; or the first thing that does not agree, in the order in which one would look. */
function lotFor(
  claim: StockClaim,
  { stock, wrong }: PlaceOfDose,
  { lots, funding }: DeductContext,
): KnownLot | NotDeducted {
  if (wrong) return wrong;
  const key = lotKeyOf(claim.lot);
  if (key === '') return 'lot-missing';
  const sameNumber = lots.filter(
    ({ organizationId, lotKey }) => organizationId === stock.organizationId && lotKey === key,
  );
  if (sameNumber.length === 0) return 'lot-unknown';
  const sameVaccine = sameNumber.filter(({ cvx }) => cvx === claim.vaccine);
  if (sameVaccine.length === 0) return 'vaccine-differs';
  const active = sameVaccine.filter(({ isActive }) => isActive);
  if (active.length === 0) return 'lot-inactive';
  if (claim.eligibility === '') return 'eligibility-missing';
  const sources = funding.filter(({ eligibilities }) => eligibilities.includes(claim.eligibility));
  const eligible = active.filter((lot) => sources.some(({ code }) => code === lot.funding));
  if (eligible.length === 0) return 'eligibility-differs';
  const funded = eligible.filter((lot) => claim.funding === '' || lot.funding === claim.funding);
  const [only, ...others] = funded;
  if (!only) return 'funding-differs';
  return others.length > 0 ? 'several-lots' : only;
}
