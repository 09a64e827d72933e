import { z } from 'zod';
import { TASK_STATES } from './schema.ts';

const list = <T extends z.ZodType>(each: T) => z.array(each).readonly();

const personView = z
  .object({
    id: z.string(),
    names: list(z.object({ last: z.string(), first: z.string(), middle: z.string(), suffix: z.string() })),
    /** As reported, `YYYYMMDD` */
    birthDate: z.string(),
    sex: z.string(),
    mothersMaidenName: z.string(),
    addresses: list(z.string()),
    phones: list(z.string()),
    guardians: list(z.object({ relationship: z.string(), name: z.string() })),
    charts: z.number(),
    doses: z.number(),
    organizations: list(z.string()),
    isProtected: z.boolean(),
    isSealed: z.boolean(),
    isMerged: z.boolean(),
  })
  .meta({ id: 'ReviewedPerson' });

const task = z.object({
  id: z.string(),
  kind: z.enum(['possible-duplicate', 'chart-reused', 'unmerged-chart']),
  question: z.string(),
  state: z.enum(TASK_STATES),
  priority: z.number(),
  openedAt: z.string(),
  notBefore: z.string().optional(),
  decidedAt: z.string().optional(),
  decidedBy: z.string().optional(),
  reason: z.string().optional(),
  /** One where the two are one person by now. */
  persons: list(personView),
  /** Bits of evidence; 0 is even odds. */
  score: z.number().optional(),
  /** What forbids to call it a match, though the score would. */
  guards: list(z.object({ code: z.string(), words: z.string() })),
  /** Field by field: how alike they are, and what it counts. */
  fields: list(z.object({ field: z.string(), level: z.string(), points: z.number(), words: z.string() })),
});
export const taskSummary = task.meta({ id: 'ReviewTask' });

const dose = z.object({
  id: z.string(),
  date: z.string(),
  codes: list(z.string()),
  vaccine: z.string().nullable(),
  organization: z.string(),
});

export const tasksAnswer = z.object({ tasks: list(taskSummary), next: z.string().optional() });
export const taskAnswer = task
  .extend({
    /** The doses that stand, of each person as each chart reported them. */
    given: list(z.object({ person: z.string(), doses: list(dose) })),
    /** What the task was decided by, while it stands. */
    merge: z.object({ batchId: z.string(), survivor: z.string() }).optional(),
  })
  .meta({ id: 'ReviewTaskWhole' });
export const decided = z
  .object({
    taskId: z.string(),
    state: z.enum(TASK_STATES),
    /** Of a merge: what undoes it, and whose id stays. */
    batchId: z.string().optional(),
    survivor: z.string().optional(),
  })
  .meta({ id: 'ReviewDecided' });
export const decisionsAnswer = z.object({
  done: z.number(),
  results: list(z.object({ taskId: z.string(), decided: decided.optional(), error: z.string().optional() })),
});
export const linksAnswer = z.object({
  person: z.string(),
  /** Whose record it is by now. */
  now: z.string(),
  links: list(
    z.object({
      batchId: z.string(),
      what: z.string(),
      by: z.string(),
      reason: z.string(),
      at: z.string(),
      isStanding: z.boolean(),
    }),
  ),
});
export const doseLinksAnswer = z.object({
  person: z.string(),
  doses: list(dose),
  links: list(
    z.object({
      a: z.string(),
      b: z.string(),
      kind: z.enum(['same', 'different']),
      by: z.string(),
      reason: z.string(),
      at: z.string(),
    }),
  ),
});
export const doseLinked = z.object({
  person: z.string(),
  a: z.string(),
  b: z.string(),
  kind: z.enum(['same', 'different']).optional(),
});
export const sealed = z.object({ person: z.string(), sealed: z.boolean() });
export const merged = z.object({ batchId: z.string(), survivor: z.string() });
export const unmerged = z.object({
  batchId: z.string(),
  restored: z.string(),
  survivor: z.string(),
  /** How many charts fit neither better: each is a task. */
  undecided: z.number(),
});
