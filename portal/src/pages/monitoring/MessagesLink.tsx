import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ExchangeSearch } from './search.ts';

/** The way to the messages that a figure counts. */
export function MessagesLink({
  search: { site, address },
  from,
  to,
  outcome,
  code,
  label,
  children,
}: {
  readonly search: ExchangeSearch;
  readonly from?: string;
  readonly to?: string;
  readonly outcome?: 'refused';
  readonly code?: string;
  /** What it is called where several links of a page have the same words. */
  readonly label?: string;
  readonly children: ReactNode;
}) {
  const search = { site, address, from, to, outcome, code };
  return (
    <Link to="/exchange/messages" search={search} className="usa-link" aria-label={label}>
      {children}
    </Link>
  );
}
