import type { operations } from '../../api/schema.d.ts';
import type { MessagesSearch } from './search.ts';

type Ok<Name extends 'searchMessages' | 'getMessage'> =
  operations[Name]['responses'][200]['content']['application/json'];

export type FoundMessage = Ok<'searchMessages'>['messages'][number];
export type OneMessage = Ok<'getMessage'>;
export type Outcome = OneMessage['outcome'];

/** What is looked for and stands in no address: it may name a patient. */
export type Hidden = { readonly patient: string; readonly controlId: string };
export const NOTHING: Hidden = { patient: '', controlId: '' };

// It lives as long as the page, so that the way back from a message leads to the list it was found in.
let kept: { readonly hidden: Hidden; readonly account: string } | undefined;

export const keep = (hidden: Hidden, account: string): void => {
  kept = { hidden, account };
};
/** What that account looked for last; nobody else hears of it. */
export const keptBy = (account: string): Hidden => (kept?.account === account ? kept.hidden : NOTHING);

/** What the server is asked for. */
export const filtersOf = (
  { site, from, to, outcome, kind, address, code }: MessagesSearch,
  { patient, controlId }: Hidden,
) => ({
  address: address ?? ('production' as const),
  ...(site === undefined ? {} : { site }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
  ...(outcome === undefined ? {} : { outcome }),
  ...(kind === undefined ? {} : { kind }),
  ...(code === undefined ? {} : { finding: code }),
  ...(patient === '' ? {} : { patient }),
  ...(controlId === '' ? {} : { controlId }),
});

export const TONES = {
  accepted: 'good',
  answered: 'good',
  forwarded: 'good',
  'partly-accepted': 'warn',
  refused: 'bad',
  fault: 'bad',
} as const;
