import { Alert, Button } from '@trussworks/react-uswds';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/copy-button.tsx';

/** A secret at the only time when it can be seen. */
export function NewSecret({ secret, onKept }: { readonly secret: string; readonly onKept: () => void }) {
  const { t } = useTranslation('acknowledgements');
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [secret]);
  return (
    <div ref={ref} tabIndex={-1} className="site-new">
      <Alert validation type="success" headingLevel="h2" heading={t('secret.title')}>
        <p>{t('secret.text')}</p>
        <p className="cairn-row">
          <span className="cairn-code acks-secret">{secret}</span>
          <CopyButton text={secret} what={t('secret.name')} />
        </p>
        <Button type="button" className="site-kept" onClick={onKept}>
          {t('secret.kept')}
        </Button>
      </Alert>
    </div>
  );
}
