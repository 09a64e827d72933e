import { z } from 'zod';
import { email, text } from '../accounts/schema.ts';
import { type ApiProblem, problem, problemsOf } from '../platform/api.ts';
import { hashKey } from '../platform/ids.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import type { ClientRow } from './client-sheet.ts';
import type { SavedAnswers } from './registration-check.ts';
import { placesOf } from './registration-places.ts';
import { npi, stepAnswers } from './registration-schema.ts';

/** What a Sending Facility must say of a site that it invites, and what of the rest it may leave to the site. */
const { county, siteName, street, city, zip } = stepAnswers.place.shape;
const orEmpty = <S extends z.ZodType>(schema: S) => z.union([z.literal(''), schema]);
/** Of a ZIP+4, which many sheets hold, the five digits. */
const zipOfSheet = z
  .string()
  .transform((typed) => typed.replace(/^(\d{5})-?\d{4}$/, '$1'))
  .pipe(zip);

const FIELDS = {
  siteName,
  county,
  street: orEmpty(street),
  city: orEmpty(city),
  zip: orEmpty(zipOfSheet),
  npi: orEmpty(npi),
  contactName: text(100),
  contactEmail: email,
} as const;

export type CheckedClient = {
  readonly problems: readonly ApiProblem[];
  /** What is known of the site, for its registration; only where nothing is wrong. */
  readonly invited:
    | {
        readonly answers: SavedAnswers;
        readonly siteName: string;
        readonly contactName: string;
        readonly contactEmail: string;
      }
    | undefined;
};

/** Checks a client site that is to be invited by the rules of the registration: what is given must be right. */
export function checkClient(client: ClientRow, jurisdiction: Pick<Jurisdiction, 'counties'>): CheckedClient {
  const problems: ApiProblem[] = [];
  const values: Partial<Record<keyof typeof FIELDS, string>> = {};
  for (const [field, schema] of Object.entries(FIELDS) as readonly [
    keyof typeof FIELDS,
    z.ZodType<string>,
  ][]) {
    const typed = client[field].trim();
    if (isRequired(field) && typed === '') {
      problems.push(problem(field, 'required'));
      continue;
    }
    const read = schema.safeParse(typed);
    if (read.success) values[field] = read.data;
    else problems.push(...wrong(field, read.error, typed));
  }
  const places = placesOf(jurisdiction);
  const named = values.county === undefined ? undefined : places.county(countyName(values.county));
  const ofZip = values.zip === undefined ? undefined : places.countyOfZip(values.zip);
  if (values.county !== undefined && !named) problems.push(problem('county', 'county-unknown'));
  if (named?.partner !== undefined) problems.push(problem('county', 'county-not-served'));
  if (named && ofZip && named !== ofZip) problems.push(problem('zip', 'zip-elsewhere'));
  if (problems.length > 0 || !named) return { problems, invited: undefined };
  const { siteName: name = '', contactName = '', contactEmail = '' } = values;
  return {
    problems: [],
    invited: {
      siteName: name,
      contactName,
      contactEmail,
      answers: {
        place: given({
          county: named.name,
          siteName: name,
          street: values.street,
          city: values.city,
          zip: values.zip,
        }),
        ...(values.npi ? { clinical: { npi: values.npi } } : {}),
      },
    },
  };
}

const REQUIRED = ['siteName', 'county', 'contactName', 'contactEmail'];
const isRequired = (field: string): boolean => REQUIRED.includes(field);

/** One problem a field: the rule that was meant, where empty would have done as well. */
function wrong(field: string, error: z.ZodError, typed: string): readonly ApiProblem[] {
  const [issue] = error.issues;
  if (!issue) return [];
  const [meant = issue] =
    issue.code === 'invalid_union' && typed !== '' ? (issue.errors.at(-1) ?? []) : [issue];
  return problemsOf([{ ...meant, path: [field] }]);
}

const countyName = (typed: string): string => typed.replace(/\s+county$/i, '');

const given = (values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  );

/**
 * What tells one invitation from another of the same Sending Facility: the same site is invited once, though its sheet is uploaded
 * twice, or has changed in what does not say which site it is. Chains have sites of one name: the address tells them apart.
 */
export function invitationKey(client: ClientRow): string {
  const plain = (typed: string): string => typed.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const { siteName: name, county: of, street: at, zip: in_, contactEmail } = client;
  return hashKey(...[name, countyName(of), at, in_.slice(0, 5), contactEmail].map(plain));
}
