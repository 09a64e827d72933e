import { Button } from '@trussworks/react-uswds';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useFormat } from '../../components/format.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { Asked, StateTag } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';
import { type MyCourse, type Training as Answer, trainingQuery } from './data.ts';

const TONES = {
  missing: 'warn',
  enrolled: 'info',
  completed: 'good',
  expiring: 'warn',
  expired: 'bad',
} as const;

/** The courses of somebody's roles, and what holds the roles up. */
export function Training() {
  const { t } = useTranslation('training');
  useTitle(t('mine.title'));
  return (
    <SignedIn>
      {() => (
        <div className="cairn-main cairn-narrow">
          <h1>{t('mine.title')}</h1>
          <p className="cairn-lead">{t('mine.lead')}</p>
          <Mine />
        </div>
      )}
    </SignedIn>
  );
}

function Mine() {
  const { t } = useTranslation('training');
  const query = useQuery(trainingQuery());
  return (
    <Asked query={query}>
      {({ courses, organizations }) => (
        <>
          <section>
            <h2>{t('mine.courses')}</h2>
            {courses.length === 0 ? (
              <p>{t('mine.none')}</p>
            ) : (
              <ul className="cairn-list">
                {courses.map((course) => (
                  <One key={course.id} course={course} />
                ))}
              </ul>
            )}
          </section>
          {organizations.length > 0 && (
            <section className="site-section">
              <h2>{t('mine.roles')}</h2>
              <ul className="people-requests">
                {organizations.map((organization) => (
                  <Role key={organization.code} organization={organization} />
                ))}
              </ul>
            </section>
          )}
          <p>
            <Link to="/timeline" className="usa-link">
              {t('mine.timeline')}
            </Link>
          </p>
        </>
      )}
    </Asked>
  );
}

function One({ course }: { readonly course: MyCourse }) {
  const { t } = useTranslation('training');
  const { day } = useFormat();
  const { title, summary, state, minutes, validMonths, expiresOn, opensOn, daysToOpening, hasQuiz } = course;
  return (
    <li className="cairn-panel">
      <div className="cairn-row">
        <h3 className="site-name">{title}</h3>
        <StateTag tone={TONES[state]}>{t(`mine.state.${state}`)}</StateTag>
      </div>
      <p className="margin-y-05">{summary}</p>
      <p className="cairn-meta margin-y-05">
        {[
          t('mine.minutes', { count: minutes }),
          ...(validMonths === null ? [] : [t('mine.valid', { count: validMonths })]),
        ].join(' · ')}
      </p>
      {expiresOn !== null && (
        <p className="margin-y-05">
          {t(state === 'expired' ? 'mine.since' : 'mine.until', { day: day(expiresOn) })}
        </p>
      )}
      {opensOn !== null && daysToOpening !== null ? (
        <p className="people-countdown">
          <strong>{t('mine.opensIn', { count: daysToOpening })}</strong>
          {t('mine.opens', { day: day(opensOn) })}
        </p>
      ) : hasQuiz ? (
        <Begin course={course} />
      ) : (
        <p>{t('mine.noQuiz')}</p>
      )}
    </li>
  );
}

function Begin({ course: { id, title, state, isEnrolled } }: { readonly course: MyCourse }) {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const enrol = useMutation({
    mutationFn: () => answer(api.POST('/api/training/{course}/enrol', { params: { path: { course: id } } })),
    onSuccess: () => navigate({ to: '/training/$course', params: { course: id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['training'] }),
  });
  if (!isEnrolled) {
    const what = t(state === 'missing' ? 'mine.enrol' : 'mine.again');
    return (
      <>
        <ErrorSummary error={enrol.error} />
        <Button
          type="button"
          outline={state === 'completed'}
          disabled={enrol.isPending}
          aria-label={t('mine.of', { what, course: title })}
          onClick={() => enrol.mutate()}
        >
          {enrol.isPending ? t('mine.enrolling') : what}
        </Button>
      </>
    );
  }
  const what = t(state === 'enrolled' ? 'mine.go' : state === 'completed' ? 'mine.look' : 'mine.again');
  return (
    <Link
      to="/training/$course"
      params={{ course: id }}
      className={`usa-button${state === 'completed' ? ' usa-button--outline' : ''}`}
      aria-label={t('mine.of', { what, course: title })}
    >
      {what}
    </Link>
  );
}

function Role({ organization }: { readonly organization: Answer['organizations'][number] }) {
  const { t } = useTranslation(['training', 'people']);
  const { day } = useFormat();
  const { name, userRole, holdUp, goLive, daysToGoLive, missing } = organization;
  const courses = missing.join(', ');
  const left = daysToGoLive === null ? '' : t('training:mine.opensIn', { count: daysToGoLive });
  return (
    <li>
      <strong>{t(`people:role.${userRole}`)}</strong>
      <span className="cairn-meta"> · {name}</span>
      <p className="margin-y-05">
        {holdUp === null
          ? t('training:mine.ready')
          : t(`training:mine.hold.${holdUp}`, { day: goLive === null ? '' : day(goLive), left, courses })}
      </p>
      {holdUp === 'region-not-live' && missing.length > 0 && (
        <p className="margin-y-05">{t('training:mine.alsoTraining', { courses })}</p>
      )}
    </li>
  );
}
