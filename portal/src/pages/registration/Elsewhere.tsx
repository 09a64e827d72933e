import { Alert } from '@trussworks/react-uswds';
import { Trans, useTranslation } from 'react-i18next';
import type { Jurisdiction } from '../../api/jurisdiction.ts';

/** Sites of some counties register with another registry: with which. Nothing for the others. */
export function Elsewhere({ county }: { readonly county: Jurisdiction['counties'][number] | undefined }) {
  const { t } = useTranslation('registration');
  if (!county?.partner) return null;
  const { name: partner, website } = county.partner;
  return (
    <Alert
      validation
      type="warning"
      headingLevel="h2"
      heading={t('start.elsewhereTitle', { county: county.name })}
      className="margin-top-3"
    >
      <p>
        <Trans
          ns="registration"
          t={t}
          i18nKey="start.elsewhere"
          values={{ county: county.name, partner }}
          components={{ strong: <strong /> }}
        />
      </p>
      <p>
        <a className="usa-link usa-link--external" href={website} rel="noreferrer">
          {t('start.elsewhereLink', { partner })}
        </a>
      </p>
    </Alert>
  );
}
