import type { Step, Values } from './data.ts';

export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of a field, named as problems name it: `siteContact.email`. */
export function textOf(values: Values, name: string): string {
  const value = valueOf(values, name);
  return typeof value === 'string' ? value : '';
}

export function valueOf(values: Values, name: string): unknown {
  let found: unknown = values;
  for (const key of name.split('.')) found = isValues(found) ? found[key] : undefined;
  return found;
}

/** The values with one of them changed. */
export function withValue(values: Values, name: string, value: unknown): Values {
  const [key = '', ...rest] = name.split('.');
  const inner = values[key];
  return {
    ...values,
    [key]: rest.length === 0 ? value : withValue(isValues(inner) ? inner : {}, rest.join('.'), value),
  };
}

/**
 * What is sent of a step. A page keeps what was typed in fields that an answer has made pointless, so that the answer can be
 * taken back; the server takes only what the answers ask.
 */
export function toSend(step: Step, values: Values): Values {
  switch (step) {
    case 'clinical':
      return values['isClinical'] === false ? only(values, ['isClinical', 'npi']) : values;
    case 'contacts':
      return {
        siteContact: contact(values['siteContact']),
        dataExchangeContact: contact(values['dataExchangeContact']),
        ehrSupport: contact(values['ehrSupport']),
      };
    case 'type':
      return values['siteType'] === 2 ? values : only(values, ['siteType']);
    case 'meaningful-use':
      return values['stage'] === 'none' ? only(values, ['stage']) : values;
    default:
      return values;
  }
}

/** All of a contact, that each field of it can be called missing by itself. */
function contact(typed: unknown): Values {
  const { sameAsSiteContact, ...parts } = isValues(typed) ? typed : {};
  return sameAsSiteContact === true
    ? { sameAsSiteContact }
    : { name: '', title: '', email: '', phone: '', ...parts };
}

const only = (values: Values, keys: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key)));

/** Whether two steps say the same: the order in which they were kept does not count, and what is empty is not there. */
export function isSame(a: unknown, b: unknown): boolean {
  if (!isValues(a) && !isValues(b)) return a === b || (isEmpty(a) && isEmpty(b));
  if (!isValues(a)) return isEmpty(a) && isSame({}, b);
  if (!isValues(b)) return isEmpty(b) && isSame(a, {});
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame(a[key], b[key]));
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '';

const DAY_MS = 86_400_000;
/** A reporting period is 90 days in a row, both ends counted. */
const PERIOD_DAYS = 90;

/** The last day of the reporting period that begins that day; '' where it is no day. */
export function periodEnd(from: string): string {
  const first = /^\d{4}-\d{2}-\d{2}$/.test(from) ? Date.parse(`${from}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(first)) return '';
  return new Date(first + (PERIOD_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
}
