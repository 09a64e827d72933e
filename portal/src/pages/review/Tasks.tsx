import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { Asked, StateTag } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { StaffOnly } from '../staff/StaffOnly.tsx';
import { likelihood, nameOf, reportedDay, type TaskRow, tasksQuery } from './data.ts';
import { TASK_FILTERS, type TasksSearch } from './search.ts';

export function Tasks() {
  return (
    <StaffOnly>
      <Queue />
    </StaffOnly>
  );
}

function Queue() {
  const { t } = useTranslation('review');
  useTitle(t('queue.title'));
  const { state = 'open', after }: TasksSearch = useSearch({ from: '/review' });
  const query = useQuery(tasksQuery(state, after));
  return (
    <div className="cairn-main">
      <h1>{t('queue.title')}</h1>
      <p className="cairn-lead">{t('queue.lead')}</p>
      <nav aria-label={t('queue.filters')}>
        <ul className="staff-filters">
          {TASK_FILTERS.map((each) => (
            <li key={each}>
              <Link
                to="/review"
                search={each === 'open' ? {} : { state: each }}
                className="staff-filter"
                activeOptions={{ exact: true, includeSearch: true }}
                aria-current={each === state ? 'page' : undefined}
              >
                {t(`queue.filter.${each}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Asked query={query}>
        {({ tasks, next }) => (
          <div aria-busy={query.isPlaceholderData}>
            <p role="status" className={tasks.length === 0 ? 'staff-nothing' : 'cairn-meta'}>
              {tasks.length === 0 ? t(`queue.none.${state}`) : t('queue.count', { count: tasks.length })}
            </p>
            <ul className="review-list">
              {tasks.map((task) => (
                <li key={task.id}>
                  <Item task={task} />
                </li>
              ))}
            </ul>
            <div className="cairn-actions">
              {after !== undefined && (
                <Link to="/review" search={state === 'open' ? {} : { state }} className="usa-link">
                  {t('queue.first')}
                </Link>
              )}
              {next !== undefined && (
                <Link
                  to="/review"
                  search={{ ...(state === 'open' ? {} : { state }), after: next }}
                  className="usa-button usa-button--outline"
                >
                  {t('queue.more')}
                </Link>
              )}
            </div>
          </div>
        )}
      </Asked>
    </div>
  );
}

const TONES = { very: 'info', likely: 'info', even: 'plain', unlikely: 'plain', unknown: 'plain' } as const;

function Item({ task }: { readonly task: TaskRow }) {
  const { t } = useTranslation('review');
  const { day, moment } = useFormat();
  const { id, kind, persons, score, guards, openedAt, state, decidedBy, decidedAt } = task;
  const sure = likelihood(score);
  return (
    <Link to="/review/$task" params={{ task: id }} className="review-item">
      <span className="review-item__who">
        {persons.map((person) => {
          const birth = reportedDay(person.birthDate);
          return (
            <span key={person.id}>
              <span className="review-item__name">{nameOf(person) || t('unnamed')}</span>{' '}
              <span className="review-item__birth">
                {birth === undefined ? person.birthDate : day(birth)}
              </span>
            </span>
          );
        })}
      </span>
      <span className="review-item__facts">
        <StateTag tone={TONES[sure]}>{t(`sure.${sure}`)}</StateTag>
        {guards.length > 0 && <StateTag tone="warn">{t('queue.guards', { count: guards.length })}</StateTag>}
        {kind !== 'possible-duplicate' && <span>{t(`kind.${kind}`)}</span>}
        <span>
          {decidedAt === undefined
            ? t('queue.since', { day: day(openedAt) })
            : t('queue.decided', {
                decision: t(`state.${state}`),
                who: decidedBy ?? t('registry'),
                moment: moment(decidedAt),
              })}
        </span>
      </span>
    </Link>
  );
}
