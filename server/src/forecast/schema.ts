import { parseDay } from '@cairn/forecast';
import { z } from 'zod';
import { readAs, type ReadRequest } from '../platform/request.ts';

export const MAX_DOSES = 500;
const MAX_OBSERVATIONS = 200;

const day = z
  .string('write a day as text, YYYY-MM-DD')
  .refine((text) => parseDay(text) !== undefined, 'is no day; write YYYY-MM-DD, for example 2024-03-05');

const CODES = ['cvx', 'ndc', 'cpt'] as const;

const dose = z
  .strictObject({
    id: z
      .string('give each dose an id of your own, a text')
      .min(1, 'give each dose an id of your own')
      .max(64),
    date: day,
    cvx: z
      .string('write a CVX code as text, so that 03 keeps its zero')
      .regex(/^\d{1,3}$/, 'is no CVX code; a CVX code has two or three digits')
      .optional(),
    ndc: z.string('write an NDC as text').min(1).max(20).optional(),
    cpt: z.string('write a CPT code as text').min(1).max(10).optional(),
    mvx: z
      .string('write an MVX code as text')
      .regex(/^[A-Za-z]{2,3}$/, 'is no MVX code; an MVX code has two or three letters')
      .optional(),
    lotExpiration: day.optional(),
    isSubstandard: z.boolean('write true where the dose is known not to count').optional(),
  })
  .refine(
    (read) => CODES.filter((name) => read[name] !== undefined).length === 1,
    'name the vaccine by exactly one of cvx, ndc and cpt',
  );

const observation = z.strictObject({
  code: z
    .string('write an observation code as text')
    .regex(/^\d{3}$/, 'is no CDSi observation code; it has three digits'),
  date: day.optional(),
});

/** What `POST /api/forecast` and `cairn forecast` read. */
export const forecastRequest = z.strictObject({
  birthDate: day,
  gender: z.enum(['F', 'M', 'U', 'X'], 'write F, M, U or X').default('U'),
  birthCountry: z.string().max(60).optional(),
  assessmentDate: day.optional(),
  doses: z
    .array(dose, 'list the doses, [] where there are none')
    .max(MAX_DOSES, `send at most ${MAX_DOSES} doses`)
    .default([])
    .refine(
      (doses) => new Set(doses.map(({ id }) => id)).size === doses.length,
      'give each dose an id of its own; two doses share one',
    ),
  observations: z
    .array(observation, 'list the observations, [] where there are none')
    .max(MAX_OBSERVATIONS, `send at most ${MAX_OBSERVATIONS} observations`)
    .default([]),
  explain: z.boolean('write true or false').default(false),
  version: z.string().max(40).optional(),
});

export type ForecastRequest = z.output<typeof forecastRequest>;

export const readRequest = (json: unknown): ReadRequest<ForecastRequest> =>
  readAs(forecastRequest, json, 'send one with birthDate and doses');
