import { Alert } from '@trussworks/react-uswds';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Session } from '../api/session.ts';
import { useFormat } from '../components/format.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Why a role does not count yet, and what ends that. */
export function HoldUp({ session: { account, today } }: { readonly session: Session }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const acting = account?.acting;
  if (!acting?.holdUp) return null;
  if (acting.holdUp === 'organization-suspended') {
    return (
      <Alert
        type="warning"
        headingLevel="h2"
        slim
        className="cairn-hold-up"
        role="region"
        aria-label={t('holdUp.label')}
      >
        {t('holdUp.suspended')}
      </Alert>
    );
  }
  if (acting.holdUp === 'training-needed') {
    return (
      <Alert
        type="warning"
        headingLevel="h2"
        slim
        className="cairn-hold-up"
        role="region"
        aria-label={t('holdUp.label')}
      >
        {t('holdUp.training')}{' '}
        <Link to="/training" className="usa-link">
          {t('holdUp.trainingGo')}
        </Link>
      </Alert>
    );
  }
  const days =
    acting.goLive === null ? undefined : Math.round((Date.parse(acting.goLive) - Date.parse(today)) / DAY_MS);
  return (
    <Alert
      type="info"
      headingLevel="h2"
      slim
      className="cairn-hold-up"
      role="region"
      aria-label={t('holdUp.label')}
    >
      {acting.goLive === null || days === undefined
        ? t('holdUp.region')
        : t('holdUp.regionOn', { count: days, day: day(acting.goLive) })}{' '}
      <Link to="/timeline" className="usa-link">
        {t('holdUp.regionGo')}
      </Link>
    </Alert>
  );
}
