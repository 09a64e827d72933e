import { z } from 'zod';
import { day } from '../accounts/schema.ts';
import { MEASURES } from '../exchange/measures.ts';
import { ATTENTION_KINDS } from './attention.ts';
import { PARTS } from './quality.ts';

const site = z.string().trim().max(40).optional();
/** An organization as the figures name it. */
const siteAnswer = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['site', 'sending-facility']),
});
const relation = z.enum(['own', 'client', 'staff']);
const count = z.number().int();

export const overviewQuery = z.object({
  site,
  from: day.optional(),
  to: day.optional(),
  address: z.enum(['production', 'test']).default('production'),
});
const outcomes = z.object({
  accepted: count,
  partlyAccepted: count,
  refused: count,
  answered: count,
  /** Answered by another registry */
  forwarded: count,
  fault: count,
});
const kinds = z.object({ submission: count, query: count, other: count });
const dayAnswer = outcomes.extend({ day: z.string() });
export const overviewAnswer = z
  .object({
    /** Null: all sites */
    site: siteAnswer.nullable(),
    relation,
    from: z.string(),
    to: z.string(),
    today: z.string(),
    address: z.enum(['production', 'test']),
    /** Whether today is as other days */
    state: z.enum(['normal', 'none-ever', 'silent', 'quiet', 'refusing']),
    todayMessages: count,
    todayRefused: count,
    /** On such a day of the week, in the four weeks before; null where nothing came then */
    usual: count.nullable(),
    lastAt: z.string().nullable(),
    days: z.array(dayAnswer),
    totals: outcomes,
    previous: outcomes,
    kinds,
    findings: z.array(
      z.object({
        severity: z.enum(['E', 'W', 'I']),
        code: z.string(),
        messages: count,
        previous: count,
        /** In English, as the answers to messages say it */
        what: z.string(),
        fix: z.string(),
      }),
    ),
    /** Of a Sending Facility */
    clients: z
      .array(
        z.object({
          code: z.string(),
          name: z.string(),
          messages: count,
          refused: count,
          partlyAccepted: count,
          lastDay: z.string().nullable(),
        }),
      )
      .nullable(),
  })
  .meta({ id: 'ExchangeOverview' });
export type OverviewAnswer = z.infer<typeof overviewAnswer>;

export const qualityQuery = z.object({ site, period: z.enum(['month', 'quarter']).default('month') });
const score = z.number().nullable();
const measureName = z.enum(MEASURES);
export const qualityAnswer = z
  .object({
    site: siteAnswer.nullable(),
    relation,
    period: z.enum(['month', 'quarter']),
    from: z.string(),
    to: z.string(),
    score,
    previous: score,
    /** The score of the site's region, and what the region is called */
    region: z.object({ name: z.string(), score }).nullable(),
    submissions: count,
    parts: z.array(
      z.object({
        part: z.enum(PARTS),
        weight: z.number(),
        score,
        previous: score,
        region: score,
        measures: z.array(
          z.object({
            measure: measureName,
            weight: z.number(),
            good: count,
            total: count,
            /** 0 to 100 */
            share: score,
            previous: score,
            region: score,
          }),
        ),
      }),
    ),
    improve: z.array(z.object({ measure: measureName, points: z.number(), missing: count })),
  })
  .meta({ id: 'ExchangeQuality' });
export type QualityAnswer = z.infer<typeof qualityAnswer>;

export const attentionQuery = z.object({ site });
export const attentionAnswer = z
  .object({
    site: siteAnswer.nullable(),
    relation,
    items: z.array(
      z.object({
        kind: z.enum(ATTENTION_KINDS),
        site: z.object({ code: z.string(), name: z.string() }),
        since: z.string().nullable(),
        count: count.nullable(),
        of: count.nullable(),
        finding: z.object({ code: z.string(), what: z.string(), fix: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'ExchangeAttention' });

/** Those whose exchange somebody may choose to look at, besides their own. */
export const watchableAnswer = z.object({ sites: z.array(siteAnswer) }).meta({ id: 'WatchableSites' });
export const watchableQuery = z.object({ search: z.string().max(100).default('') });
