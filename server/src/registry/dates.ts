const TIMESTAMP = /^(\d{4})(\d{2})(\d{2})(?:\d{2}(?:\d{2}(?:\d{2}(?:\.\d{1,4})?)?)?)?(?:[+-]\d{4})?$/;

/**
 * The civil date of an HL7 date or timestamp (types DT, TS), `YYYY-MM-DD`. Undefined where the text is no
 * timestamp, is less precise than a day, or names a day that does not exist.
 */
export function civilDate(text: string): string | undefined {
  const [, year, month, day] = TIMESTAMP.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(+year, +month - 1, +day));
  const exists = +year >= 1 && date.getUTCMonth() === +month - 1 && date.getUTCDate() === +day;
  return exists ? `${year}-${month}-${day}` : undefined;
}
