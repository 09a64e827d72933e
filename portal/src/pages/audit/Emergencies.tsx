import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { LongTextField } from '../../components/fields.tsx';
import { useFormat } from '../../components/format.ts';
import { problemsByField } from '../../components/problems.tsx';
import { useSaid } from '../../components/said.tsx';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { Sure } from '../site/Sure.tsx';
import { useTyped } from '../site/use-change.ts';
import { StaffOnly } from '../staff/StaffOnly.tsx';

type Listed = paths['/api/staff/emergencies']['get']['responses']['200']['content']['application/json'];
type Grant = Listed['unreviewed'][number];
const KEY = ['staff', 'emergencies'];

export function Emergencies() {
  return (
    <StaffOnly isAdministrators>
      <List />
    </StaffOnly>
  );
}

function List() {
  const { t } = useTranslation('audit');
  useTitle(t('emergencies.title'));
  const { said, say } = useSaid();
  const query = useQuery({ queryKey: KEY, queryFn: () => answer(api.GET('/api/staff/emergencies')) });
  return (
    <div className="cairn-main">
      <h1>{t('emergencies.title')}</h1>
      <p className="cairn-lead">{t('emergencies.lead')}</p>
      {said}
      <Asked query={query}>
        {({ unreviewed, reviewed }) => (
          <>
            <section aria-labelledby="unreviewed" className="audit-part">
              <h2 id="unreviewed">{t('emergencies.unreviewed')}</h2>
              {unreviewed.length === 0 && <p className="staff-nothing">{t('emergencies.none')}</p>}
              {unreviewed.map((grant) => (
                <One key={grant.id} grant={grant}>
                  {grant.isOwn ? <p>{t('emergencies.own')}</p> : <Review grant={grant} say={say} />}
                </One>
              ))}
            </section>
            {reviewed.length > 0 && (
              <section aria-labelledby="reviewed" className="audit-part">
                <h2 id="reviewed">{t('emergencies.reviewed')}</h2>
                {reviewed.map((grant) => (
                  <One key={grant.id} grant={grant}>
                    <Found grant={grant} />
                  </One>
                ))}
              </section>
            )}
          </>
        )}
      </Asked>
    </div>
  );
}

function One({ grant, children }: { readonly grant: Grant; readonly children: ReactNode }) {
  const { t } = useTranslation('audit');
  const { moment } = useFormat();
  const { name, email, organization, reason, at, events, personId, reviewedAt } = grant;
  return (
    <div className="audit-grant" data-reviewed={reviewedAt !== null}>
      <h3>{t('emergencies.opened', { name, moment: moment(at) })}</h3>
      <p className="cairn-meta">
        {[email, organization ? `${organization.name} (${organization.code})` : '']
          .filter(Boolean)
          .join(' · ')}
      </p>
      <blockquote className="staff-quote">{reason}</blockquote>
      <p>
        {t('emergencies.events', { count: events })}{' '}
        <Link
          to="/patients/$patient"
          params={{ patient: personId }}
          className="usa-link"
          preload={false}
          aria-label={t('emergencies.recordOf', { name, moment: moment(at) })}
        >
          {t('emergencies.record')}
        </Link>
      </p>
      {children}
    </div>
  );
}

function Found({ grant: { reviewedBy, reviewedAt, note } }: { readonly grant: Grant }) {
  const { t } = useTranslation('audit');
  const { moment } = useFormat();
  return (
    <>
      <p className="cairn-meta">
        {t('emergencies.by', {
          name: reviewedBy ?? '',
          moment: reviewedAt === null ? '' : moment(reviewedAt),
        })}
      </p>
      <p>{note}</p>
    </>
  );
}

function Review({ grant, say }: { readonly grant: Grant; readonly say: (text: ReactNode) => void }) {
  const { t } = useTranslation('audit');
  const { moment } = useFormat();
  const queries = useQueryClient();
  const { values, field } = useTyped({ note: '' });
  const change = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/staff/emergencies/{grant}/review', {
          params: { path: { grant: grant.id } },
          body: { note: values.note },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <Sure
      ask={t('emergencies.review.ask')}
      about={`${grant.name}, ${moment(grant.at)}`}
      title={t('emergencies.review.title')}
      confirm={t('emergencies.review.confirm')}
      confirming={t('emergencies.review.confirming')}
      change={change}
      run={() => change.mutateAsync()}
      onDone={() => say(t('emergencies.review.done'))}
      label={() => t('emergencies.review.note')}
    >
      <p>{t('emergencies.review.text')}</p>
      <LongTextField
        {...field('note')}
        label={t('emergencies.review.note')}
        problem={problemsByField(change.error).get('note')}
        rows={3}
      />
    </Sure>
  );
}
