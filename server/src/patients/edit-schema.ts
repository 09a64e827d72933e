import { z } from 'zod';
import { day, text, textOrNone } from '../accounts/schema.ts';
import { patientParams } from './schema.ts';

export const doseParams = patientParams.extend({ dose: z.uuid() });

const date = z.string({ error: 'required' }).min(1, { error: 'required' }).pipe(day);
const dateOrNone = z.union([z.literal(''), day], { error: 'date-invalid' });
const code = text(40);
const codeOrNone = textOrNone(40).default('');
/** Made by the page for one form: sent twice, it is one dose all the same. */
const entry = z.uuid().optional();
/** Codes of warnings that were read and that hold nobody up any more: `lot-expired`. */
const confirmed = z.array(z.string().max(60)).max(20).default([]);

const given = z.strictObject({
  kind: z.literal('given'),
  date,
  cvx: code,
  /** The package, in any form that is printed; '' where only the vaccine is known. */
  ndc: codeOrNone,
  /** MVX */
  manufacturer: codeOrNone,
  lot: text(30),
  expires: dateOrNone.default(''),
  /** NCIT */
  route: code,
  /** HL7 0163; '' where the route has none */
  site: codeOrNone,
  /** Milliliters; '' where it is not said. */
  amount: z
    .string()
    .trim()
    .regex(/^$|^\d{1,3}(\.\d{1,3})?$/, { error: 'invalid' })
    .default(''),
  /** HL7 0064 */
  eligibility: code,
  funding: codeOrNone,
  administeredLast: textOrNone(60).default(''),
  administeredFirst: textOrNone(60).default(''),
  /** The Vaccine Information Statement was handed out that day. */
  statementGiven: z.boolean().default(false),
  confirmed,
  entry,
});

const historical = z.strictObject({
  kind: z.literal('historical'),
  date,
  cvx: code,
  ndc: codeOrNone,
  manufacturer: codeOrNone,
  lot: textOrNone(30).default(''),
  confirmed,
  entry,
});

const refused = z.strictObject({
  kind: z.literal('refused'),
  date,
  cvx: code,
  /** NIP002; 01 is a religious exemption */
  reason: code,
  confirmed,
  entry,
});

const contraindication = z.strictObject({
  kind: z.literal('contraindication'),
  date,
  reason: code,
  /** The last day; '' where it lasts. */
  until: dateOrNone.default(''),
  confirmed,
  entry,
});

const immunity = z.strictObject({
  kind: z.literal('immunity'),
  date,
  evidence: z.enum(['disease', 'serology']),
  disease: code,
  confirmed,
  entry,
});

/** A dose that was given here or elsewhere, one that was refused, or why none is given. */
export const doseBody = z.discriminatedUnion('kind', [
  given,
  historical,
  refused,
  contraindication,
  immunity,
]);
export type DoseEntry = z.output<typeof doseBody>;

export const doseFormAnswer = z.object({
  dose: z.object({
    kind: z.enum(['given', 'historical', 'refused', 'contraindication', 'immunity']),
    date: z.string(),
    cvx: z.string(),
    ndc: z.string(),
    manufacturer: z.string(),
    lot: z.string(),
    expires: z.string(),
    route: z.string(),
    site: z.string(),
    amount: z.string(),
    eligibility: z.string(),
    funding: z.string(),
    administeredLast: z.string(),
    administeredFirst: z.string(),
    statementGiven: z.boolean(),
    reason: z.string(),
    until: z.string(),
    evidence: z.enum(['disease', 'serology']),
    disease: z.string(),
  }),
});
export type DoseForm = z.output<typeof doseFormAnswer>['dose'];

export const deleteBody = z.strictObject({ reason: text(200) });
export const sharingBody = z.strictObject({ refuses: z.boolean() });

const address = z.strictObject({
  street: textOrNone(80),
  other: textOrNone(80).default(''),
  city: textOrNone(50),
  state: textOrNone(2),
  zip: textOrNone(10),
});
const contact = z.strictObject({
  /** HL7 0063 */
  relationship: code,
  last: text(60),
  first: text(60),
  phone: textOrNone(40).default(''),
});
const phone = z
  .string()
  .trim()
  .max(40, { error: 'too-long' })
  .refine((typed) => typed === '' || /^1?\d{10}$/.test(typed.replace(/\D/g, '')), { error: 'phone-invalid' });
const mail = z.union([z.literal(''), z.email({ error: 'email-invalid' }).max(100, { error: 'too-long' })], {
  error: 'email-invalid',
});

const rest = {
  middle: textOrNone(60).optional(),
  suffix: textOrNone(20).optional(),
  mothersMaidenName: textOrNone(60).optional(),
  address: address.optional(),
  phone: phone.optional(),
  email: mail.optional(),
  races: z.array(code).max(6).optional(),
  ethnicity: textOrNone(20).optional(),
  language: textOrNone(10).optional(),
  contacts: z.array(contact).max(4).optional(),
};
const sex = z.enum(['F', 'M', 'X', 'U'], { error: 'required' });

/** What is left out stays as it is; '' takes away what was known. */
export const detailsBody = z.strictObject({
  last: text(60).optional(),
  first: text(60).optional(),
  birthDate: date.optional(),
  sex: sex.optional(),
  ...rest,
});
export type DetailsEntry = z.output<typeof detailsBody>;

export const newPatientBody = z.strictObject({
  last: text(60),
  first: text(60),
  birthDate: date,
  sex,
  ...rest,
  /** Those who are like it have been looked at, and it is none of them. */
  addAnyway: z.boolean().default(false),
});

const likeOne = z.object({ id: z.string(), last: z.string(), first: z.string(), birthDate: z.string() });

export const newPatientAnswer = z
  .object({
    /** Null where nothing was done yet: it may be one of `alike`. */
    patient: z.string().nullable(),
    /** It was known already, and what was entered went there. */
    wasKnown: z.boolean(),
    alike: z.array(likeOne),
  })
  .meta({ id: 'PatientAdded' });
export type AlikeView = z.output<typeof likeOne>;

export const enteredAnswer = z
  .object({
    patient: z.string(),
    /** In the ledger of messages. */
    message: z.string(),
  })
  .meta({ id: 'PatientEntered' });

const named = z.object({ code: z.string(), name: z.string() });
export const codesAnswer = z
  .object({
    vaccines: z.array(
      z.object({
        cvx: z.string(),
        name: z.string(),
        /** Vaccine groups of the schedule */
        groups: z.array(z.string()),
        /** NCIT codes of the routes on its labels */
        routes: z.array(z.string()),
        makers: z.array(z.string()),
        hasStatement: z.boolean(),
        /** Given today; others stand in histories. */
        isCurrent: z.boolean(),
      }),
    ),
    products: z.array(z.object({ ndc: z.string(), cvx: z.string(), mvx: z.string(), name: z.string() })),
    manufacturers: z.array(named),
    routes: z.array(named),
    sites: z.array(named),
    eligibility: z.array(named),
    funding: z.array(named),
    refusals: z.array(named),
    contraindications: z.array(named),
    diseases: z.array(named),
    serology: z.array(named),
    races: z.array(named),
    ethnicities: z.array(named),
    languages: z.array(named),
    relationships: z.array(named),
    states: z.array(named),
  })
  .meta({ id: 'ImmunizationCodes' });
