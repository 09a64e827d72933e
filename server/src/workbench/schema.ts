import { z } from 'zod';
import { siteParams } from '../accounts/schema.ts';

/** 50 messages of the usual size; a file larger than this is no test. */
export const MAX_TEXT = 256 * 1024;

export const checkBody = z.strictObject({ text: z.string().max(MAX_TEXT, { error: 'too-large' }) });

export const findingAnswer = z.object({
  code: z.string(),
  severity: z.enum(['E', 'W', 'I']),
  /** `PID-5.1`; '' for the message as a whole */
  path: z.string(),
  /** Which of the nodes below it is about: `PID[1]-5[1].1`; null for the whole */
  node: z.string().nullable(),
  message: z.string(),
  fix: z.string(),
  /** What it costs: nothing, the value, the segment, the dose or the message. */
  effect: z.enum(['none', 'value', 'segment', 'dose', 'message', 'reject']),
});

const leaf = z.object({
  path: z.string(),
  label: z.string(),
  value: z.string(),
  meaning: z.string().nullable(),
});

/** A message as people read it: segments, their fields that hold something, and their parts. */
export const segmentNode = z.object({
  /** `RXA[2]` */
  path: z.string(),
  name: z.string(),
  label: z.string(),
  /** Where it begins and ends in the raw text, in UTF-16 units. */
  start: z.int(),
  end: z.int(),
  fields: z.array(
    z.object({
      /** `RXA[2]-5[1]` */
      path: z.string(),
      label: z.string(),
      value: z.string(),
      start: z.int(),
      end: z.int(),
      components: z.array(leaf),
    }),
  ),
});

export const messageView = z.object({
  type: z.string(),
  controlId: z.string(),
  /** What would happen to it, in a word. */
  verdict: z.enum(['accepted', 'accepted-with-findings', 'refused']),
  ackCode: z.enum(['AA', 'AE', 'AR', '']),
  raw: z.string(),
  segments: z.array(segmentNode),
  findings: z.array(findingAnswer),
  /** The answer as the EHR would receive it, one segment a line. */
  answer: z.string(),
  cases: z.array(z.string()),
});

export const checkAnswer = z.object({
  messages: z.array(messageView),
  /** What of the text is no message, and where it stands. */
  unreadable: z.array(z.object({ line: z.int(), what: z.string() })),
});

/** A test message that was submitted. */
export const testAnswer = messageView.extend({
  id: z.string(),
  at: z.string(),
  stage: z.enum(['testing', 'real-data']),
  /** What the registry would have done with a message of a real patient; null for others. */
  comparison: z
    .object({
      person: z.enum(['new', 'known', 'needs-review']),
      doses: z.object({ new: z.int(), known: z.int(), changed: z.int() }),
      /** Of the fields that matter, which are filled. */
      completeness: z.array(z.object({ field: z.string(), isFilled: z.boolean() })),
    })
    .nullable(),
});
export const submittedAnswer = z.object({ tests: z.array(testAnswer) });
export const testParams = siteParams.extend({ message: z.uuid() });
