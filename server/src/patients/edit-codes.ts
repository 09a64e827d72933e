import {
  codeTable,
  dashedNdc,
  hasVis,
  makersOf,
  manufacturers,
  products,
  routesFor,
  tradeNamesOf,
  vaccines,
} from '@cairn/codes';
import type { Schedule } from '@cairn/forecast';
import type { z } from 'zod';
import type { codesAnswer } from './edit-schema.ts';
import { groupsOf } from './record-dose.ts';

type Codes = z.output<typeof codesAnswer>;

/** Kinds that are given to protect somebody; skin tests and what names no vaccine are not entered here. */
const ENTERED = new Set(['vaccine', 'unspecified', 'foreign', 'immune-globulin', 'antitoxin']);

let made: { readonly today: string; readonly codes: Codes } | undefined;

/** What the forms offer, in the words of CDC and HL7. The same all day. */
export function immunizationCodes(today: string, schedule: Schedule): Codes {
  if (made?.today !== today) made = { today, codes: make(today, schedule) };
  return made.codes;
}

function make(today: string, schedule: Schedule): Codes {
  const entered = vaccines().filter(
    ({ kind, status }) => ENTERED.has(kind) && (status === 'active' || status === 'inactive'),
  );
  const current = new Set(
    entered
      .filter(({ status, kind }) => status === 'active' && kind !== 'unspecified' && kind !== 'foreign')
      .map(({ cvx }) => cvx),
  );
  return {
    vaccines: entered.map(({ cvx, name }) => ({
      cvx,
      name,
      groups: groupsOf(cvx, [], schedule),
      routes: [...routesFor(cvx)],
      makers: [...makersOf(cvx)],
      hasStatement: hasVis(cvx),
      isCurrent: current.has(cvx),
    })),
    products: products()
      .filter(({ cvx, kind, until = '9999' }) => kind === 'use' && current.has(cvx) && until >= today)
      .map(({ ndc, cvx, mvx, name }) => ({ ndc: dashedNdc(ndc), cvx, mvx, name: brandOf(cvx, mvx, name) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    manufacturers: manufacturers().map(({ mvx, name }) => ({ code: mvx, name })),
    routes: listed('NCIT'),
    sites: listed('HL70163'),
    eligibility: listed('HL70064'),
    funding: listed('FUNDING-SOURCE'),
    refusals: listed('NIP002'),
    contraindications: listed('CONTRAINDICATION'),
    diseases: listed('EVIDENCE-OF-IMMUNITY'),
    serology: listed('SEROLOGICAL-EVIDENCE'),
    races: listed('CDCREC-RACE'),
    ethnicities: listed('CDCREC-ETHNICITY'),
    languages: listed('LANGUAGE'),
    relationships: listed('HL70063'),
    states: listed('USPS-STATE'),
  };
}

/** CDC writes the names of packages in capitals or not at all; trade names it writes as they are printed. */
function brandOf(cvx: string, mvx: string, name: string): string {
  const printed = tradeNamesOf(cvx, mvx);
  const same = printed.find((trade) => trade.name.toLowerCase() === name.toLowerCase());
  return same?.name ?? (name === '' ? (printed[0]?.name ?? '') : name);
}

const listed = (table: string): { code: string; name: string }[] =>
  (codeTable(table)?.codes ?? [])
    .filter(({ status }) => status === 'active')
    .map(({ code, label }) => ({ code, name: label }));
