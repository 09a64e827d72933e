import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../components/format.ts';
import { useSaid } from '../../components/said.tsx';
import { Asked } from '../../components/states.tsx';
import { useOptions } from '../patient-edit/options.ts';
import {
  type Inventory,
  type Lot,
  type NotDeductedDose,
  notDeductedQuery,
  type Say,
  useFundingName,
} from './data.ts';
import { InventoryFrame } from './InventoryFrame.tsx';
import { Deduct, Dismiss } from './Settle.tsx';

/** Doses that were given and taken from no lot: why, and what to do. */
export function NotDeducted() {
  const { t } = useTranslation('inventory');
  return (
    <InventoryFrame page="/inventory/not-deducted" title={t('open.title')}>
      {() => <Listed />}
    </InventoryFrame>
  );
}

function Listed() {
  const { t } = useTranslation('inventory');
  const { said, say } = useSaid();
  const query = useQuery(notDeductedQuery);
  return (
    <>
      {said}
      <Asked query={query}>
        {({ doses, total, lots, funding, mayChange }) =>
          doses.length === 0 ? (
            <div>
              <p className="staff-nothing">{t('open.none')}</p>
              <p className="cairn-meta">{t('open.noneText')}</p>
            </div>
          ) : (
            <>
              <p className="cairn-lead">{t('open.lead')}</p>
              <ul className="cairn-list inventory-open">
                {doses.map((dose) => (
                  <One
                    key={dose.dose}
                    dose={dose}
                    lots={lots}
                    funding={funding}
                    mayChange={mayChange}
                    say={say}
                  />
                ))}
              </ul>
              {total > doses.length && <p>{t('open.more', { count: doses.length })}</p>}
            </>
          )
        }
      </Asked>
    </>
  );
}

const REASONS = [
  'responsible-missing',
  'location-missing',
  'location-unknown',
  'location-not-yours',
  'lot-missing',
  'lot-unknown',
  'vaccine-differs',
  'lot-inactive',
  'eligibility-missing',
  'eligibility-differs',
  'funding-differs',
  'several-lots',
] as const;

function One({
  dose,
  lots,
  funding,
  mayChange,
  say,
}: {
  readonly dose: NotDeductedDose;
  readonly lots: readonly Lot[];
  readonly funding: Inventory['funding'];
  readonly mayChange: boolean;
  readonly say: Say;
}) {
  const { t } = useTranslation('inventory');
  const { day } = useFormat();
  const options = useOptions();
  const fundingName = useFundingName(funding);
  const maySeeMessages = useSession()?.account?.may.watchExchange === true;
  const vaccine = dose.vaccine === '' ? t('open.noVaccine') : dose.vaccine;
  const name =
    dose.lot === '' ? t('open.doseNoLot', { vaccine }) : t('open.dose', { vaccine, lot: dose.lot });
  const [eligibility] = options('eligibility', [{ code: dose.eligibility, name: dose.eligibilityName }]);
  const why = REASONS.find((each) => each === dose.reason) ?? 'unknown';
  const facts = [
    t('open.given', { day: day(dose.administeredOn) }),
    dose.eligibility === ''
      ? t('open.noEligibility')
      : t('open.eligibility', { code: dose.eligibility, name: eligibility?.label ?? '' }),
    ...(dose.funding === '' ? [] : [fundingName(dose.funding)]),
  ];
  return (
    <li>
      <h2>{name}</h2>
      <p className="cairn-meta">{facts.join(' · ')}</p>
      {dose.reportedBy && <p className="cairn-meta">{t('open.by', dose.reportedBy)}</p>}
      <p>
        <strong>{t(`why.${why}.what`)}</strong> {t(`why.${why}.todo`)}
      </p>
      <div className="inventory-settle">
        {mayChange && <Deduct dose={dose} name={name} lots={lots} funding={funding} say={say} />}
        {mayChange && <Dismiss dose={dose} name={name} say={say} />}
        {maySeeMessages && dose.messageId !== null && (
          <Link to="/exchange/messages/$message" params={{ message: dose.messageId }} className="usa-link">
            {t('open.message')}
          </Link>
        )}
      </div>
    </li>
  );
}
