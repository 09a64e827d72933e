import type { z } from 'zod';

/** What is wrong with a request, for whoever sent it. */
export type Problem = {
  /** `doses[1].date`; '' for the whole. */
  readonly where: string;
  /** What is wrong and what would do. */
  readonly what: string;
};

export type ReadRequest<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

/**
 * Reads what a request brings; all that is wrong with it is said at once, in words.
 * @param hint what to send where it is no JSON object at all
 */
export function readAs<S extends z.ZodType>(
  schema: S,
  value: unknown,
  hint?: string,
): ReadRequest<z.output<S>> {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data };
  return {
    problems: result.error.issues.map((issue) => ({
      where: issue.path
        .map((part, index) =>
          typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
        )
        .join(''),
      what: wordsOf(issue, hint),
    })),
  };
}

function wordsOf(issue: z.core.$ZodIssue, hint: string | undefined): string {
  if (issue.code === 'unrecognized_keys') {
    return `has fields that are not known here: ${issue.keys.join(', ')}; leave them out or correct their names`;
  }
  if (issue.code === 'invalid_type' && issue.input === undefined && issue.path.length > 0) {
    return `is missing; ${issue.message}`;
  }
  if (issue.code === 'invalid_type' && issue.expected === 'object') {
    return hint === undefined ? 'is no JSON object' : `is no JSON object; ${hint}`;
  }
  return issue.message;
}
