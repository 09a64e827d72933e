import type { DoseBody } from './api.ts';
import type { Choice } from './VaccineField.tsx';

export type Kind = DoseBody['kind'];

/** What is typed on the form, by field. */
export type DoseValues = {
  readonly kind: Kind;
  readonly date: string;
  /** As typed: a name of the list. */
  readonly vaccine: string;
  readonly manufacturer: string;
  readonly ndc: string;
  readonly lot: string;
  readonly expires: string;
  readonly route: string;
  readonly site: string;
  readonly amount: string;
  readonly eligibility: string;
  readonly funding: string;
  readonly administeredLast: string;
  readonly administeredFirst: string;
  readonly statementGiven: boolean;
  readonly reason: string;
  readonly until: string;
  readonly evidence: 'disease' | 'serology';
  readonly disease: string;
};

/** As it is sent: of each kind what belongs to it. */
export function doseBody(
  values: DoseValues,
  chosen: Choice | undefined,
  confirmed: string[],
  entry?: string,
): DoseBody {
  const { kind, date } = values;
  const common = { date, confirmed, ...(entry === undefined ? {} : { entry }) };
  // What is not of the list is said to be unknown.
  const cvx = chosen?.cvx ?? values.vaccine.trim().slice(0, 40);
  const { manufacturer, ndc, lot } = values;
  switch (kind) {
    case 'given': {
      const { expires, route, site, amount, eligibility, funding } = values;
      const { administeredLast, administeredFirst, statementGiven } = values;
      return {
        kind,
        ...common,
        cvx,
        manufacturer,
        ndc,
        lot,
        expires,
        route,
        site,
        amount,
        eligibility,
        funding,
        administeredLast,
        administeredFirst,
        statementGiven,
      };
    }
    case 'historical':
      return { kind, ...common, cvx, manufacturer, ndc, lot };
    case 'refused':
      return { kind, ...common, cvx, reason: values.reason };
    case 'contraindication':
      return { kind, ...common, reason: values.reason, until: values.until };
    case 'immunity':
      return { kind, ...common, evidence: values.evidence, disease: values.disease };
  }
}
