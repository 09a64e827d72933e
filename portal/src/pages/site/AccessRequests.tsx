import { Button } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { Site } from '../../api/site.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { useFormat } from '../../components/format.ts';
import { afterwards, useChange } from './use-change.ts';

type Request = Site['accessRequests'][number];

/** People who ask to act for the site; its own people decide, who know them. */
export function AccessRequests({ site, say }: { readonly site: Site; readonly say: (text: string) => void }) {
  const { t } = useTranslation('siteOverview');
  return (
    <section>
      <h2>{t('requests.title', { count: site.accessRequests.length })}</h2>
      <p>{t('requests.text')}</p>
      <ul className="cairn-list">
        {site.accessRequests.map((request) => (
          <Asks key={request.id} site={site.code} request={request} say={say} />
        ))}
      </ul>
    </section>
  );
}

function Asks({
  site,
  request: { id, name, email, reason, at },
  say,
}: {
  readonly site: string;
  readonly request: Request;
  readonly say: (text: string) => void;
}) {
  const { t } = useTranslation('siteOverview');
  const { day } = useFormat();
  const decide = useChange(site, (grant: boolean) =>
    answer(
      api.POST('/api/sites/{site}/access-requests/{request}', {
        params: { path: { site, request: id } },
        body: { grant },
      }),
    ),
  );
  const choose = (grant: boolean): void =>
    void afterwards(decide.mutateAsync(grant), () =>
      say(t(grant ? 'requests.granted' : 'requests.refused', { name })),
    );
  return (
    <li className="cairn-panel">
      <ErrorSummary error={decide.error} />
      <h3 className="margin-0">{name}</h3>
      <p className="cairn-meta margin-y-05">
        {email} · {t('requests.asked', { day: day(at) })}
      </p>
      <p className="cairn-lines margin-y-1">{reason}</p>
      <div className="cairn-actions margin-top-1">
        <Button
          type="button"
          outline
          disabled={decide.isPending}
          aria-label={t('requests.grantWhom', { name })}
          onClick={() => choose(true)}
        >
          {t('requests.grant')}
        </Button>
        <Button
          type="button"
          outline
          disabled={decide.isPending}
          aria-label={t('requests.refuseWhom', { name })}
          onClick={() => choose(false)}
        >
          {t('requests.refuse')}
        </Button>
      </div>
    </li>
  );
}
