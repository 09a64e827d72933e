import { useTranslation } from 'react-i18next';
import type { Credential } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { daysUntil, useDays } from './days.ts';

/** From then on a page asks to renew. */
const SOON_DAYS = 30;

export function CredentialState({ credential }: { readonly credential: Credential }) {
  const { t } = useTranslation('siteAdmin');
  const { moment, day } = useFormat();
  const { username, issuedAt, rotatedAt, expiresAt, revokedAt, previousUntil, certificateFingerprint } =
    credential;
  return (
    <dl className="cairn-facts">
      <dt>{t('credential.username')}</dt>
      <dd className="cairn-row">
        <span className="cairn-code">{username}</span>
        <CopyButton text={username ?? ''} what={t('credential.username')} />
      </dd>
      <dt>{t('credential.password')}</dt>
      <dd>{t('credential.passwordHidden')}</dd>
      <dt>{t('credential.state')}</dt>
      <dd>
        {revokedAt !== null && Date.parse(revokedAt) <= Date.now() ? (
          <>
            <StateTag tone="bad">{t('credential.revoked')}</StateTag> {moment(revokedAt)}
          </>
        ) : (
          <Validity expiresAt={expiresAt} />
        )}
      </dd>
      {previousUntil !== null && Date.parse(previousUntil) > Date.now() && (
        <>
          <dt>{t('credential.previous')}</dt>
          <dd>{t('credential.previousUntil', { moment: moment(previousUntil) })}</dd>
        </>
      )}
      {issuedAt !== null && (
        <>
          <dt>{t('credential.issued')}</dt>
          <dd>{day(issuedAt)}</dd>
        </>
      )}
      {rotatedAt !== null && (
        <>
          <dt>{t('credential.rotated')}</dt>
          <dd>{day(rotatedAt)}</dd>
        </>
      )}
      <dt>{t('credential.certificate.heading')}</dt>
      <dd>
        {certificateFingerprint === null ? (
          t('credential.certificate.none')
        ) : (
          <span className="cairn-code">{pairs(certificateFingerprint)}</span>
        )}
      </dd>
    </dl>
  );
}

function Validity({ expiresAt }: { readonly expiresAt: string | null }) {
  const { t } = useTranslation('siteAdmin');
  const { day } = useFormat();
  const inDays = useDays();
  if (expiresAt === null) {
    return (
      <>
        <StateTag tone="good">{t('credential.valid')}</StateTag> {t('credential.noExpiry')}
      </>
    );
  }
  const days = daysUntil(expiresAt);
  const [tone, word] =
    days <= 0
      ? (['bad', 'expired'] as const)
      : days <= SOON_DAYS
        ? (['warn', 'expiring'] as const)
        : (['good', 'valid'] as const);
  return (
    <>
      <StateTag tone={tone}>{t(`credential.${word}`)}</StateTag>{' '}
      {t(days <= 0 ? 'credential.expiredOn' : 'credential.expiresOn', {
        day: day(expiresAt),
        inDays: inDays(days),
      })}
    </>
  );
}

/** As certificates print it: `AB:CD:…` */
const pairs = (hex: string): string => (hex.toUpperCase().match(/.{1,2}/g) ?? []).join(':');
