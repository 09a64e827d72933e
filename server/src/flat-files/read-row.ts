import type { DetailsEntry, DoseEntry } from '../patients/edit-schema.ts';
import type { Column } from './columns.ts';
import type { RawRow } from './read-file.ts';
import { rowProblem, type RowProblem, type RowProblemCode } from './row-problems.ts';

/** One dose of one patient. */
export type FlatRow = {
  readonly row: number;
  /** The code of the site it is of; '' for whoever sends the file. */
  readonly siteId: string;
  readonly patientId: string;
  readonly patient: DetailsEntry;
  readonly protection: 'Y' | 'N' | undefined;
  readonly doseId: string;
  readonly action: 'A' | 'U' | 'D';
  readonly dose: DoseEntry;
};

export type ReadRow =
  | { readonly ok: true; readonly row: FlatRow }
  | { readonly ok: false; readonly row: number; readonly problems: readonly RowProblem[] };

const MOST_CHARACTERS = 100;
const GIVEN_NEEDS = ['lot', 'manufacturer_mvx', 'route', 'eligibility'] as const satisfies readonly Column[];

/** A row as it can be sent, or all that keeps it from it. */
export function readRow({ row, cells, isTooLong }: RawRow): ReadRow {
  const problems: RowProblem[] = isTooLong ? [rowProblem(null, 'row-too-long')] : [];
  const wrong = (column: Column, code: RowProblemCode): void => void problems.push(rowProblem(column, code));
  const text = (column: Column): string => cells.get(column) ?? '';
  for (const [column, value] of cells) {
    if (value.length > MOST_CHARACTERS) wrong(column, 'cell-too-long');
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    else if (/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/.test(value)) wrong(column, 'cell-unreadable');
    // HL7's word for taking away what is known: an empty cell says nothing, and no other does.
    else if (value === '""') wrong(column, 'cell-unreadable');
  }
  const needed = (column: Column): string => {
    const value = text(column);
    if (value === '') wrong(column, 'cell-needed');
    return value;
  };
  const chosen = <V extends string>(column: Column, choices: readonly V[], other?: V): V | undefined => {
    const value = text(column).toUpperCase();
    const found = value === '' ? other : choices.find((choice) => choice === value);
    if (found === undefined) wrong(column, value === '' ? 'cell-needed' : 'cell-not-a-choice');
    return found;
  };
  const date = (column: Column, isNeeded: boolean): string => {
    const value = isNeeded ? needed(column) : text(column);
    const day = civilDay(value);
    if (value !== '' && day === undefined) wrong(column, 'cell-not-a-date');
    return day ?? '';
  };

  const action = chosen('action', ['A', 'U', 'D']);
  const isHistorical = chosen('historical', ['Y', 'N']);
  const sex = chosen('sex', ['F', 'M', 'X', 'U']);
  const refusal = text('refusal_reason');
  const isGiven = action !== 'D' && isHistorical === 'N' && refusal === '';
  if (isGiven) {
    for (const column of GIVEN_NEEDS) if (text(column) === '') wrong(column, 'cell-needed-when-given');
  }
  if (!/^$|^\d{1,3}(?:\.\d{1,3})?$/.test(text('amount'))) wrong('amount', 'cell-not-an-amount');
  if (!/^$|^1?\d{10}$/.test(text('phone').replaceAll(/[\s()+.-]/g, ''))) wrong('phone', 'cell-not-a-phone');
  const protection = text('protection') === '' ? undefined : chosen('protection', ['Y', 'N']);
  const patient = patientOf(text, {
    last: needed('last_name'),
    first: needed('first_name'),
    birthDate: date('birth_date', true),
    sex: sex ?? 'U',
  });
  const dose = doseOf(text, {
    kind: isGiven ? 'given' : refusal !== '' && action !== 'D' ? 'refused' : 'historical',
    date: date('administered_on', true),
    cvx: twoDigits(needed('vaccine_cvx')),
    expires: date('expiry', false),
  });
  const [patientId, doseId] = [needed('patient_id'), needed('dose_id')];
  if (problems.length > 0) return { ok: false, row, problems };
  const siteId = text('site_id');
  return {
    ok: true,
    row: { row, siteId, patientId, patient, protection, doseId, action: action ?? 'A', dose },
  };
}

type Text = (column: Column) => string;

function patientOf(
  text: Text,
  who: {
    readonly last: string;
    readonly first: string;
    readonly birthDate: string;
    readonly sex: 'F' | 'M' | 'X' | 'U';
  },
): DetailsEntry {
  const has = (...columns: readonly Column[]): boolean => columns.some((column) => text(column) !== '');
  const races = text('race')
    .split(/[\s;]+/)
    .filter((race) => race !== '');
  return {
    ...who,
    middle: text('middle_name'),
    ...(has('street', 'city', 'state', 'zip')
      ? {
          address: {
            street: text('street'),
            other: '',
            city: text('city'),
            state: text('state').toUpperCase(),
            zip: text('zip'),
          },
        }
      : {}),
    ...(has('phone') ? { phone: text('phone') } : {}),
    ...(has('email') ? { email: text('email') } : {}),
    ...(races.length > 0 ? { races } : {}),
    ...(has('ethnicity') ? { ethnicity: text('ethnicity') } : {}),
    ...(has('mother_maiden_name') ? { mothersMaidenName: text('mother_maiden_name') } : {}),
    ...(has('guardian_last_name', 'guardian_first_name')
      ? {
          contacts: [
            {
              relationship: has('guardian_relationship')
                ? text('guardian_relationship').toUpperCase()
                : 'GRD',
              last: text('guardian_last_name'),
              first: text('guardian_first_name'),
              phone: text('phone'),
            },
          ],
        }
      : {}),
  };
}

function doseOf(
  text: Text,
  {
    kind,
    date,
    cvx,
    expires,
  }: {
    readonly kind: 'given' | 'refused' | 'historical';
    readonly date: string;
    readonly cvx: string;
    readonly expires: string;
  },
): DoseEntry {
  const confirmed: string[] = [];
  const common = { date, cvx, confirmed, entry: undefined };
  const [ndc, manufacturer, lot] = [text('ndc'), text('manufacturer_mvx').toUpperCase(), text('lot')];
  switch (kind) {
    case 'refused':
      return { kind, ...common, reason: twoDigits(text('refusal_reason')) };
    case 'historical':
      return { kind, ...common, ndc, manufacturer, lot };
    case 'given':
      return {
        kind,
        ...common,
        ndc,
        manufacturer,
        lot,
        expires,
        route: text('route').toUpperCase(),
        site: text('site').toUpperCase(),
        amount: text('amount'),
        eligibility: text('eligibility').toUpperCase(),
        funding: text('funding').toUpperCase(),
        administeredLast: '',
        administeredFirst: '',
        statementGiven: false,
      };
  }
}

/** Sheets take the 0 of `03` away. */
const twoDigits = (code: string): string => (/^\d$/.test(code) ? `0${code}` : code);

/** `2016-09-30`, or `9/30/2016`, which sheets make of it. */
function civilDay(text: string): string | undefined {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const [, month = '', dayOfMonth = '', year = ''] = american ?? [];
  const civil = american ? `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}` : text;
  if (!/^\d{4}-\d\d-\d\d$/.test(civil)) return undefined;
  const at = new Date(`${civil}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(civil) ? civil : undefined;
}
