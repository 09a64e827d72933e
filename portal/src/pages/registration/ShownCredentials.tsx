import { Alert } from '@trussworks/react-uswds';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { paths } from '../../api/schema.d.ts';
import { useFormat } from '../../components/format.ts';
import { useTitle } from '../../components/title.ts';
import { CopyButton } from '../../components/copy-button.tsx';

type Shown = paths['/api/credentials']['post']['responses']['200']['content']['application/json'];

/** What the EHR needs to connect; printed without the frame of the page. */
export function ShownCredentials({ credentials }: { readonly credentials: Shown }) {
  const { t } = useTranslation('registration');
  const { day } = useFormat();
  const { siteCode, siteName, username, password, expiresAt, testingAddress, productionAddress } =
    credentials;
  const title = t('credentials.shownTitle', { name: siteName });
  useTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="cairn-main cairn-narrow registration-credentials">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div className="registration-screen">
        <Alert type="warning" headingLevel="h2" heading={t('credentials.keep')}>
          {t('credentials.keepText')}
        </Alert>
      </div>
      <dl className="registration-secrets">
        <Secret name={t('credentials.username')} value={username} />
        <Secret name={t('credentials.password')} value={password} />
        <Secret name={t('credentials.siteId')} value={siteCode} />
        <div>
          <dt>{t('credentials.expires')}</dt>
          <dd>{day(expiresAt)}</dd>
        </div>
      </dl>
      <h2>{t('credentials.addresses')}</h2>
      <dl className="registration-secrets">
        <Address name={t('credentials.testing')} address={testingAddress} />
        <Address name={t('credentials.production')} address={productionAddress} />
      </dl>
      <div className="cairn-actions registration-screen">
        <button type="button" className="usa-button" onClick={() => window.print()}>
          {t('credentials.print')}
        </button>
        <Link to="/sites/$site" params={{ site: siteCode }} className="usa-button usa-button--outline">
          {t('credentials.toSite')}
        </Link>
      </div>
    </div>
  );
}

function Secret({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="cairn-row">
        <span className="cairn-code registration-secret">{value}</span>
        <span className="registration-screen">
          <CopyButton text={value} what={name} />
        </span>
      </dd>
    </div>
  );
}

function Address({ name, address }: { readonly name: string; readonly address: string }) {
  const { t } = useTranslation('registration');
  const contract = `${address}?wsdl`;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <div className="cairn-row">
          <span className="cairn-code">{address}</span>
          <span className="registration-screen">
            <CopyButton text={address} what={name} />
          </span>
        </div>
        <div className="cairn-meta">
          {t('credentials.contract')}:{' '}
          <a className="usa-link cairn-code" href={contract} target="_blank" rel="noreferrer">
            {contract}
          </a>
        </div>
      </dd>
    </div>
  );
}
