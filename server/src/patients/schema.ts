import { z } from 'zod';
import { day, text, textOrNone } from '../accounts/schema.ts';

export const patientParams = z.object({ patient: z.uuid() });

const personName = z.object({ last: z.string(), first: z.string(), middle: z.string(), suffix: z.string() });

/**
 * Whom somebody looks for. Sent in the body: an address would come into logs and histories. One of these must be given: name and
 * birth date (either may be approximate), last and first name, a phone number, or an id (chart number, Medicaid, the registry's).
 */
export const searchBody = z.strictObject({
  last: textOrNone(80).default(''),
  first: textOrNone(80).default(''),
  birthDate: z.union([z.literal(''), day]).default(''),
  phone: textOrNone(40).default(''),
  id: textOrNone(80).default(''),
});

export const searchAnswer = z
  .object({
    patients: z.array(
      z.object({
        id: z.string(),
        name: personName,
        /** `2024-05-01`; '' where none is known */
        birthDate: z.string(),
        sex: z.string(),
        /** '' where the view of a school leaves it out */
        city: z.string(),
        guardian: z.string(),
        /** Whether the organization acted for has a chart of the patient. */
        isOwn: z.boolean(),
        /** How well it fits what was looked for; the best come first. */
        likeness: z.enum(['exact', 'close', 'possible']),
      }),
    ),
    /** There are more than are shown: more must be said of whom is meant. */
    isMore: z.boolean(),
  })
  .meta({ id: 'PatientsFound' });

const organization = z.object({ code: z.string(), name: z.string(), isOwn: z.boolean() });

export const doseView = z
  .object({
    /** Of the report that is shown. */
    id: z.string(),
    date: z.string(),
    cvx: z.string(),
    /** As CDC calls the vaccine; the code as sent where it is not known. */
    vaccine: z.string(),
    /** Vaccine groups it counts for: `DTaP/Tdap/Td` */
    groups: z.array(z.string()),
    status: z.enum(['given', 'partial', 'refused', 'not-given']),
    /** Code and words of RXA-18; of a refusal or an exemption. */
    refusal: z.object({ code: z.string(), text: z.string() }).nullable(),
    isHistorical: z.boolean(),
    manufacturer: z.string(),
    lot: z.string(),
    expires: z.string(),
    amount: z.string(),
    route: z.string(),
    bodySite: z.string(),
    administeredBy: z.string(),
    funding: z.string(),
    /** Who reported it, the most to be believed first. */
    reportedBy: z.array(organization),
    /** The report of the organization acted for, which it may change or delete; null where it has none. */
    ownReport: z.string().nullable(),
    /** It may be another report of that dose, and does not count. */
    suspectOf: z.string().nullable(),
    evaluations: z.array(
      z.object({
        vaccineGroup: z.string(),
        antigen: z.string(),
        series: z.string(),
        status: z.enum(['Valid', 'Not Valid', 'Extraneous', 'Sub-standard']),
        reasons: z.array(z.string()),
        targetDose: z.number().nullable(),
      }),
    ),
    /** Why it could not be evaluated; '' where it was, or nothing was given. */
    notEvaluated: z.string(),
  })
  .meta({ id: 'PatientDose' });

const forecastGroup = z
  .object({
    vaccineGroup: z.string(),
    status: z.enum(['Not Complete', 'Complete', 'Immune', 'Contraindicated', 'Aged Out', 'Not Recommended']),
    seriesType: z.enum(['standard', 'risk']),
    reasons: z.array(z.string()),
    earliest: z.string().nullable(),
    recommended: z.string().nullable(),
    pastDue: z.string().nullable(),
    latest: z.string().nullable(),
    doseNumber: z.number().nullable(),
    /** Today: `overdue` and `due` may be given now; `soon` within 60 days. */
    due: z.enum(['overdue', 'due', 'soon', 'later', 'none']),
    vaccines: z.array(z.object({ cvx: z.string(), name: z.string() })),
    series: z.array(z.string()),
  })
  .meta({ id: 'PatientForecast' });

export const patientAnswer = z
  .object({
    id: z.string(),
    name: personName,
    otherNames: z.array(personName),
    birthDate: z.string(),
    /** F, M, X or '' */
    sex: z.string(),
    isDeceased: z.boolean(),
    isProtected: z.boolean(),
    isSealed: z.boolean(),
    /** Until when it is open to somebody who said that it is an emergency. */
    emergencyUntil: z.string().nullable(),
    /** A school sees who it is and the immunizations. */
    view: z.enum(['whole', 'school']),
    mayChange: z.boolean(),
    details: z
      .object({
        mothersMaidenName: z.string(),
        addresses: z.array(
          z.object({
            street: z.string(),
            other: z.string(),
            city: z.string(),
            state: z.string(),
            zip: z.string(),
          }),
        ),
        phones: z.array(z.string()),
        emails: z.array(z.string()),
        /** Codes as sent: race (HL7 0005), ethnicity (0189), language (ISO 639-2). */
        races: z.array(z.string()),
        ethnicity: z.string(),
        language: z.string(),
        multipleBirth: z.boolean().nullable(),
        birthOrder: z.string(),
        publicity: z.string(),
        registryStatus: z.string(),
      })
      .nullable(),
    contacts: z.array(
      z.object({
        /** In words, as sent; its code is of HL7 0063. */
        relationship: z.string(),
        relationshipCode: z.string(),
        last: z.string(),
        first: z.string(),
        phone: z.string(),
      }),
    ),
    sources: z.array(
      z.object({
        organization,
        /** Of the organization acted for alone; '' of others. */
        chartNumber: z.string(),
        lastSaidAt: z.string(),
        /** It asked that the record be kept from others (PD1-12). */
        isProtected: z.boolean(),
      }),
    ),
    doses: z.array(doseView),
    observations: z.array(
      z.object({
        kind: z.enum(['immunity', 'contraindication', 'reaction', 'indication', 'other']),
        code: z.string(),
        text: z.string(),
        date: z.string(),
        reportedBy: organization,
      }),
    ),
    /** Null where nothing is due: the patient has died, or no birth date is known. */
    forecast: z.object({ asOf: z.string(), version: z.string(), groups: z.array(forecastGroup) }).nullable(),
  })
  .meta({ id: 'Patient' });

/** Said where a record must be opened though the rule keeps it closed; looked at afterwards. */
export const emergencyBody = z.strictObject({
  last: text(80),
  first: text(80),
  birthDate: day,
  reason: text(1000).refine((reason) => reason.length >= 15, { error: 'reason-short' }),
});

export const emergencyAnswer = z.object({
  /** Those of exactly that name and birth date, open until then; null: open without an emergency. None where there is nobody. */
  patients: z.array(z.object({ id: z.string(), until: z.string().nullable() })),
});

/** Why something is recommended and what each dose counts for, in English. */
export const whyAnswer = z
  .object({
    groups: z.array(
      z.object({
        vaccineGroup: z.string(),
        /** What belongs to the sentence above that is less deep. */
        sentences: z.array(z.object({ depth: z.number(), text: z.string() })),
      }),
    ),
  })
  .meta({ id: 'PatientWhy' });

export type PatientsFound = z.output<typeof searchAnswer>;
export type PatientView = z.output<typeof patientAnswer>;
export type DoseView = z.output<typeof doseView>;
