import { Alert, Button } from '@trussworks/react-uswds';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewCredentials } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { CopyButton } from '../../components/copy-button.tsx';

/** A password at the only time when it can be seen. */
export function NewPassword({
  credentials: { username, password, expiresAt },
  onKept,
}: {
  readonly credentials: NewCredentials;
  readonly onKept: () => void;
}) {
  const { t } = useTranslation('siteAdmin');
  const { day } = useFormat();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [password]);
  return (
    <div ref={ref} tabIndex={-1} className="site-new">
      <Alert validation type="success" headingLevel="h2" heading={t('credential.new.title')}>
        <p>{t('credential.new.text')}</p>
        <dl className="cairn-facts">
          <dt>{t('credential.username')}</dt>
          <dd className="cairn-row">
            <span className="cairn-code">{username}</span>
            <CopyButton text={username} what={t('credential.username')} />
          </dd>
          <dt>{t('credential.password')}</dt>
          <dd className="cairn-row">
            <span className="cairn-code site-password">{password}</span>
            <CopyButton text={password} what={t('credential.password')} />
          </dd>
          <dt>{t('credential.validUntil')}</dt>
          <dd>{day(expiresAt)}</dd>
        </dl>
        <Button type="button" className="site-kept" onClick={onKept}>
          {t('credential.new.kept')}
        </Button>
      </Alert>
    </div>
  );
}
