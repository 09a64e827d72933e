import { z } from 'zod';
import { day, email, language, text, textOrNone, token } from '../accounts/schema.ts';
import { problemSchema } from '../platform/api.ts';

/** Words on one line: they come into headings of mails and into HL7. */
const ONE_LINE = /^[^\u0000-\u001F\u007F\u0085\u2028\u2029]*$/u;
const line = (max: number) => text(max).regex(ONE_LINE, { error: 'invalid' });

/** The steps of the registration, in order. */
export const STEPS = ['place', 'clinical', 'contacts', 'ehr', 'type', 'meaningful-use', 'agreement'] as const;
export type Step = (typeof STEPS)[number];

const phone = z
  .string({ error: 'required' })
  .trim()
  .overwrite((typed) => typed.replace(/[\s().+-]/g, '').replace(/^1(?=\d{10}$)/, ''))
  .regex(/^[2-9]\d{9}$/, { error: 'phone-invalid' });

const contact = z.strictObject({ name: line(100), title: line(100), email, phone });
const contactOrSame = z.union([z.strictObject({ sameAsSiteContact: z.literal(true) }), contact]);

export const npi = z
  .string({ error: 'required' })
  .trim()
  .regex(/^\d{10}$/, { error: 'npi-invalid' })
  .refine(isNpi, { error: 'npi-invalid' });

/** An NPI's last digit checks the others: Luhn over 80840 and the ten digits (45 CFR 162.406). */
export function isNpi(digits: string): boolean {
  if (!/^[12]\d{9}$/.test(digits)) return false;
  let sum = 0;
  for (const [index, digit] of [...`80840${digits}`].toReversed().entries()) {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** What each step asks. What is saved of a step may be unfinished; what is submitted fits these. */
export const stepAnswers = {
  place: z.strictObject({
    county: line(40),
    siteName: line(120),
    street: line(120),
    unit: textOrNone(40).regex(ONE_LINE, { error: 'invalid' }).default(''),
    city: line(60),
    zip: z
      .string({ error: 'required' })
      .trim()
      .regex(/^\d{5}$/, { error: 'zip-invalid' }),
    phone,
  }),
  clinical: z.discriminatedUnion('isClinical', [
    z.strictObject({
      isClinical: z.literal(true),
      clinicianFirstName: line(60),
      clinicianLastName: line(60),
      license: z
        .string({ error: 'required' })
        .trim()
        .toUpperCase()
        .regex(/^[A-Z]{1,3}\d{3,8}$/, { error: 'license-invalid' }),
      specialty: z.enum(
        [
          'family',
          'pediatrics',
          'internal',
          'obstetrics',
          'pharmacy',
          'public-health',
          'school',
          'hospital',
          'urgent-care',
          'other',
        ],
        { error: 'required' },
      ),
      npi,
    }),
    z.strictObject({
      isClinical: z.literal(false),
      npi: z.union([z.literal(''), npi]).default(''),
    }),
  ]),
  contacts: z.strictObject({
    siteContact: contact,
    dataExchangeContact: contactOrSame,
    ehrSupport: contactOrSame,
  }),
  ehr: z.strictObject({
    product: line(100),
    version: line(40),
    hl7: z.enum(['2.5.1', '2.4', '2.3.1', 'none', 'unknown'], { error: 'required' }),
    vendor: line(100),
    vendorContact: line(100),
    vendorEmail: email,
    vendorPhone: phone,
  }),
  type: z.discriminatedUnion('siteType', [
    z.strictObject({ siteType: z.literal(1) }),
    /** The id of the Sending Facility, as printed: `SF-000001` */
    z.strictObject({ siteType: z.literal(2), sendingFacility: line(40) }),
    z.strictObject({ siteType: z.literal(3) }),
  ]),
  'meaningful-use': z.discriminatedUnion('stage', [
    z.strictObject({ stage: z.literal('none') }),
    z.strictObject({ stage: z.enum(['1', '2', '3']), from: day, to: day }),
  ]),
  agreement: z.strictObject({
    version: line(40),
    name: line(100),
    title: line(100),
    accepted: z.literal(true, { error: 'required' }),
  }),
} as const;

export type StepAnswers = { readonly [step in Step]: z.output<(typeof stepAnswers)[step]> };
/** Everything that a registration says, complete. */
export type Answers = StepAnswers;

export const startBody = z.strictObject({ county: line(40), language });
/** A step as it is in the page, finished or not: strings, booleans and nested objects of them. */
export const saveBody = z.strictObject({
  step: z.enum(STEPS),
  answers: z.record(z.string().max(40), z.unknown()),
  /** The version that the page has; somebody else's newer one is not overwritten. */
  version: z.int(),
  /** The language of the page: the agreement is accepted, and mail is written, in the last one. */
  language: language.optional(),
});

/** The registration in the browser's cookie. */
export const registrationAnswer = z
  .object({
    status: z.enum(['draft', 'submitted', 'verified']),
    version: z.int(),
    language,
    /** As saved, per step; a step that was never saved is absent. */
    answers: z.record(z.string(), z.record(z.string(), z.unknown())),
    /** What is still wrong or missing, per step; a step that is complete has none. */
    steps: z.array(
      z.object({ step: z.enum(STEPS), isComplete: z.boolean(), problems: z.array(problemSchema) }),
    ),
    /** Set where a Sending Facility asked this site to register. */
    invitedBy: z.object({ code: z.string(), name: z.string() }).nullable(),
    /** Where the verification went, masked: `m•••@clinic.example`; null before it is submitted */
    sentTo: z.string().nullable(),
    region: z.string().nullable(),
  })
  .meta({ id: 'Registration' });
export const mailLinkBody = z.strictObject({ email });
export const tokenBody = z.strictObject({ token });
/** Registered sites that this one may be; by what is public of them only. */
export const similarAnswer = z.object({
  sites: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      city: z.string(),
      because: z.array(z.enum(['name', 'address', 'npi'])),
    }),
  ),
});
export const submitBody = z.strictObject({
  version: z.int(),
  /** Said where similar sites were shown: this is another one. */
  isAnotherSite: z.boolean(),
});
export const resendBody = z.strictObject({ email: email.optional() });
export const verifiedAnswer = z.object({
  siteCode: z.string(),
  siteName: z.string(),
  /** For `PUT /api/password`; null where the Site Contact has an account already and signs in. */
  passwordToken: z.string().nullable(),
});
export const credentialsAnswer = z.object({
  siteCode: z.string(),
  siteName: z.string(),
  username: z.string(),
  password: z.string(),
  expiresAt: z.string(),
  testingAddress: z.string(),
  productionAddress: z.string(),
});
export const accessRequestBody = z.strictObject({
  /** `id` of a similar site */
  similarId: z.string().max(200),
  name: line(100),
  email,
  reason: text(500),
  language,
});

export const jurisdictionAnswer = z.object({
  name: z.string(),
  regions: z.array(z.object({ id: z.string(), name: z.string() })),
  counties: z.array(
    z.object({
      name: z.string(),
      region: z.string().nullable(),
      partner: z.object({ name: z.string(), website: z.string() }).nullable(),
    }),
  ),
  agreement: z.object({ version: z.string(), title: z.string(), paragraphs: z.array(z.string()) }),
  sendingFacilities: z.array(z.object({ code: z.string(), name: z.string() })),
  readiness: z.object({
    submissions: z.array(z.string()),
    queries: z.array(z.string()),
    realMessages: z.int(),
  }),
});
export const zipAnswer = z.object({ zip: z.string(), county: z.string().nullable() });
export const zipParams = z.object({ zip: z.string().regex(/^\d{5}$/, { error: 'zip-invalid' }) });
export const languageQuery = z.object({ language: language.default('en') });
