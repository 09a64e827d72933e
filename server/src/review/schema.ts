import { z } from 'zod';

const uuid = z
  .string({ error: 'id-invalid' })
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, { error: 'id-invalid' })
  .transform((text) => text.toLowerCase());

const reason = z
  .string({ error: 'required' })
  .trim()
  .min(3, { error: 'why-needed' })
  .max(1000, { error: 'too-long' });

const moment = z.iso.datetime({ offset: true, error: 'moment-invalid' }).transform((text) => new Date(text));

export const idParameter = z.strictObject({ id: uuid });

export const MAX_PAGE = 200;
export const TASK_STATES = ['open', 'later', 'same', 'different', 'settled'] as const;

export const taskQuery = z.strictObject({
  state: z.enum(TASK_STATES, { error: 'invalid' }).default('open'),
  limit: z.coerce
    .number({ error: 'invalid' })
    .int({ error: 'invalid' })
    .min(1, { error: 'invalid' })
    .max(MAX_PAGE, { error: 'invalid' })
    .default(50),
  after: uuid.optional(),
});
export type TaskQuery = z.output<typeof taskQuery>;

/** `stays` and `moves` answer where a chart belongs that came between a merge and its undoing. */
const DECISIONS = ['same', 'different', 'later', 'stays', 'moves'] as const;

const decisionFields = {
  decision: z.enum(DECISIONS, { error: 'decision-unknown' }),
  reason,
  /** Of `same`: whose id stays; the person that has been known longer where it is left out. */
  survivor: uuid.optional(),
  /** Of `later`: when to ask again. */
  until: moment.optional(),
};

export const decisionBody = z
  .strictObject(decisionFields)
  .refine(...onlyWith('survivor', 'same'))
  .refine(...onlyWith('until', 'later'));
export type DecisionBody = z.output<typeof decisionBody>;

function onlyWith(
  field: 'survivor' | 'until',
  decision: (typeof DECISIONS)[number],
): [
  (body: { readonly decision: string; readonly survivor?: unknown; readonly until?: unknown }) => boolean,
  { error: string; path: string[] },
] {
  return [
    (body) => body[field] === undefined || body.decision === decision,
    { error: 'other-decision', path: [field] },
  ];
}

export const MAX_DECISIONS = 200;

export const decisionsBody = z.strictObject({
  decisions: z
    .array(
      z
        .strictObject({ taskId: uuid, ...decisionFields })
        .refine(...onlyWith('survivor', 'same'))
        .refine(...onlyWith('until', 'later')),
    )
    .min(1, { error: 'decisions-count' })
    .max(MAX_DECISIONS, { error: 'decisions-count' }),
});

export const reasonBody = z.strictObject({ reason });
export const unmergeBody = z.strictObject({ batchId: uuid, reason });
export const mergeBody = z.strictObject({ from: uuid, into: uuid, reason });
export const sealBody = z.strictObject({ sealed: z.boolean({ error: 'yes-or-no' }), reason });

const doseIdText = z
  .string({ error: 'id-invalid' })
  .regex(/^[0-9a-f-]{36} .{1,200}$/u, { error: 'id-invalid' });

const twoDoses = { a: doseIdText, b: doseIdText, reason };
const areTwo = ({ a, b }: { readonly a: string; readonly b: string }): boolean => a !== b;
const oneDose = { error: 'same-dose', path: ['b'] };

export const doseLinkBody = z
  .strictObject({ ...twoDoses, kind: z.enum(['same', 'different'], { error: 'decision-unknown' }) })
  .refine(areTwo, oneDose);
export const doseUnlinkBody = z.strictObject(twoDoses).refine(areTwo, oneDose);
