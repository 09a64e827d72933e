export const DAYS_SHOWN = [7, 30, 90] as const;

/** What the addresses of these pages may say: a site's id, how many days, which address. */
export type ExchangeSearch = {
  readonly site?: string;
  readonly days?: (typeof DAYS_SHOWN)[number];
  readonly address?: 'test';
  readonly period?: 'quarter';
};

const MOST_TYPED = 40;

export function exchangeSearch(typed: Readonly<Record<string, unknown>>): ExchangeSearch {
  const { site, days, address, period } = typed;
  const known = DAYS_SHOWN.find((each) => each === Number(days));
  return {
    ...(typeof site === 'string' && site !== '' ? { site: site.slice(0, MOST_TYPED) } : {}),
    ...(known === undefined || known === 30 ? {} : { days: known }),
    ...(address === 'test' ? { address } : {}),
    ...(period === 'quarter' ? { period } : {}),
  };
}

/** The site alone: what is kept from page to page. */
export const siteOnly = ({ site }: ExchangeSearch): ExchangeSearch => (site === undefined ? {} : { site });

/** `2026-11-23`, so many days before. */
export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 24 * 60 * 60_000).toISOString().slice(0, 10);
