import { Button } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { Site } from '../../api/site.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { Sure } from '../site/Sure.tsx';
import { afterwards, useChange } from '../site/use-change.ts';
import { AddressForm } from './AddressForm.tsx';
import type { Known } from './known.ts';
import { State } from './State.tsx';
import { Trial } from './Trial.tsx';

export function Endpoint({
  site,
  endpoint,
  say,
  onSecret,
  onRemoved,
}: {
  readonly site: Site;
  readonly endpoint: Known;
  readonly say: (text: string) => void;
  readonly onSecret: (secret: string) => void;
  /** A secret that still stands there is one of nothing. */
  readonly onRemoved: () => void;
}) {
  const { t } = useTranslation('acknowledgements');
  const params = { path: { site: site.code } };
  const { url, isEnabled } = endpoint;
  const pause = useChange(site.code, () =>
    answer(api.PUT('/api/sites/{site}/acknowledgements', { params, body: { url, isEnabled: !isEnabled } })),
  );
  const renew = useChange(site.code, () =>
    answer(api.POST('/api/sites/{site}/acknowledgements/secret', { params })),
  );
  const remove = useChange(site.code, () =>
    answer(api.DELETE('/api/sites/{site}/acknowledgements', { params })),
  );
  return (
    <>
      <section className="site-section">
        <h2>{t('state.title')}</h2>
        <State endpoint={endpoint} />
        <ErrorSummary error={pause.error} />
        {site.may.manage && (
          <div className="cairn-actions">
            <Trial site={site.code} />
            <Button
              type="button"
              outline
              disabled={pause.isPending}
              onClick={() =>
                void afterwards(pause.mutateAsync(undefined), () => say(t(isEnabled ? 'paused' : 'resumed')))
              }
            >
              {t(isEnabled ? 'pause' : 'resume')}
            </Button>
          </div>
        )}
      </section>
      {site.may.manage && (
        <section className="site-section">
          <h2>{t('change.title')}</h2>
          <AddressForm
            key={url}
            site={site.code}
            url={url}
            isEnabled={isEnabled}
            label={{ do: t('change.do'), doing: t('change.doing') }}
            onSaved={() => say(t('change.saved'))}
          />
          <div className="cairn-actions">
            <Sure
              ask={t('renew.ask')}
              title={t('renew.title')}
              confirm={t('renew.do')}
              confirming={t('renew.doing')}
              change={renew}
              run={() => renew.mutateAsync(undefined)}
              onDone={({ secret }) => secret !== null && onSecret(secret)}
            >
              <p>{t('renew.text')}</p>
            </Sure>
            <Sure
              ask={t('remove.ask')}
              title={t('remove.title')}
              confirm={t('remove.do')}
              confirming={t('remove.doing')}
              isGrave
              change={remove}
              run={() => remove.mutateAsync(undefined)}
              onDone={() => {
                onRemoved();
                say(t('remove.done'));
              }}
            >
              <p>{t('remove.text')}</p>
            </Sure>
          </div>
        </section>
      )}
    </>
  );
}
