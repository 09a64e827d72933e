import { z } from 'zod';

const uuid = z
  .string('write an id as text')
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'is no id; write it as the registry gave it')
  .transform((text) => text.toLowerCase());

const reason = z
  .string('say why, in a text')
  .trim()
  .min(3, 'say why, in three letters or more')
  .max(1000, 'say why in 1000 letters or fewer');

const moment = z.iso
  .datetime({ offset: true, error: 'is no moment; write it as 2025-03-20T10:00:00-07:00' })
  .transform((text) => new Date(text));

export const idParameter = z.strictObject({ id: uuid });

export const MAX_PAGE = 200;
export const TASK_STATES = ['open', 'later', 'same', 'different', 'settled'] as const;

export const taskQuery = z.strictObject({
  state: z.enum(TASK_STATES, `write ${TASK_STATES.join(', ')}`).default('open'),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, `write a number from 1 to ${MAX_PAGE}`)
    .transform(Number)
    .refine((count) => count >= 1 && count <= MAX_PAGE, `write a number from 1 to ${MAX_PAGE}`)
    .default(50),
  after: uuid.optional(),
});
export type TaskQuery = z.output<typeof taskQuery>;

/** `stays` and `moves` answer where a chart belongs that came between a merge and its undoing. */
const DECISIONS = ['same', 'different', 'later', 'stays', 'moves'] as const;

const decisionFields = {
  decision: z.enum(DECISIONS, `write ${DECISIONS.join(', ')}`),
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
  { message: string; path: string[] },
] {
  return [
    (body) => body[field] === undefined || body.decision === decision,
    { message: `goes with the decision "${decision}" only; leave it out`, path: [field] },
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
      'list the decisions',
    )
    .min(1, 'list at least one decision')
    .max(MAX_DECISIONS, `send at most ${MAX_DECISIONS} decisions`),
});

export const reasonBody = z.strictObject({ reason });
export const unmergeBody = z.strictObject({ batchId: uuid, reason });
export const mergeBody = z.strictObject({ from: uuid, into: uuid, reason });
export const sealBody = z.strictObject({ sealed: z.boolean('write true or false'), reason });

const doseIdText = z
  .string('write the id of a dose as text')
  .regex(/^[0-9a-f-]{36} .{1,200}$/u, 'is no id of a dose; write it as the registry gave it');

const twoDoses = { a: doseIdText, b: doseIdText, reason };
const areTwo = [
  ({ a, b }: { readonly a: string; readonly b: string }): boolean => a !== b,
  { message: 'is the same dose as a; name two', path: ['b'] },
] as const;

export const doseLinkBody = z
  .strictObject({ ...twoDoses, kind: z.enum(['same', 'different'], 'write same or different') })
  .refine(areTwo[0], { message: areTwo[1].message, path: [...areTwo[1].path] });
export const doseUnlinkBody = z
  .strictObject(twoDoses)
  .refine(areTwo[0], { message: areTwo[1].message, path: [...areTwo[1].path] });
