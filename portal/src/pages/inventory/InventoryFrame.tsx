import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';
import { type Inventory, inventoryQuery } from './data.ts';

const PAGES = [
  ['/inventory', 'stock'],
  ['/inventory/count', 'count'],
  ['/inventory/not-deducted', 'not-deducted'],
] as const;

type Framing = {
  /** Undefined: a page that is none of those. */
  readonly page?: (typeof PAGES)[number][0];
  readonly title: string;
  readonly children: (inventory: Inventory) => ReactNode;
};

/** What the pages of the inventory have in common: whose stock it is, and the way to the others. */
export function InventoryFrame(framing: Framing) {
  useTitle(framing.title);
  return (
    <SignedIn>
      {() => (
        <div className="cairn-main">
          <Framed {...framing} />
        </div>
      )}
    </SignedIn>
  );
}

function Framed({ page, title, children }: Framing) {
  const { t } = useTranslation('inventory');
  const query = useQuery({ ...inventoryQuery, retry: false });
  const waiting = query.data?.notDeducted ?? 0;
  return (
    <>
      <header>
        <h1>{title}</h1>
        <p className="monitoring-whose">{query.data && t('whose', query.data.organization)}</p>
      </header>
      <nav aria-label={t('pages.label')}>
        <ul className="monitoring-pages">
          {PAGES.map(([to, name]) => (
            <li key={name}>
              <Link to={to} activeOptions={{ exact: true }} aria-current={to === page ? 'page' : undefined}>
                {name === 'not-deducted' && waiting > 0
                  ? t('pages.not-deductedCount', { count: waiting })
                  : t(`pages.${name}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Asked query={query}>
        {(inventory) => (
          <>
            {!inventory.mayChange && <p className="cairn-meta">{t('readOnly')}</p>}
            {children(inventory)}
          </>
        )}
      </Asked>
    </>
  );
}
