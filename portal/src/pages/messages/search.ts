export const OUTCOMES = ['accepted', 'partly-accepted', 'refused', 'answered', 'forwarded'] as const;
export const KINDS = ['submission', 'query', 'other'] as const;

/** What the address may say: nothing of a patient, and no id of a message of theirs. */
export type MessagesSearch = {
  readonly site?: string;
  readonly from?: string;
  readonly to?: string;
  readonly outcome?: (typeof OUTCOMES)[number];
  readonly kind?: (typeof KINDS)[number];
  /** Production where it says nothing. */
  readonly address?: 'test';
  /** Of a finding */
  readonly code?: string;
};

export function messagesSearch(typed: Readonly<Record<string, unknown>>): MessagesSearch {
  const { site, from, to, outcome, kind, address, code } = typed;
  const knownOutcome = OUTCOMES.find((each) => each === outcome);
  const knownKind = KINDS.find((each) => each === kind);
  return {
    ...(typeof site === 'string' && site !== '' ? { site: site.slice(0, 40) } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
    ...(knownOutcome === undefined ? {} : { outcome: knownOutcome }),
    ...(knownKind === undefined ? {} : { kind: knownKind }),
    ...(address === 'test' ? { address } : {}),
    ...(typeof code === 'string' && /^[a-z\d-]{1,100}$/i.test(code) ? { code } : {}),
  };
}

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
