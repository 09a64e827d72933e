import { Alert } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../components/format.ts';
import { useSaid } from '../../components/said.tsx';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { StaffOnly } from '../staff/StaffOnly.tsx';
import { Compared } from './Compared.tsx';
import { likelihood, type Task as Whole, taskQuery } from './data.ts';
import { Decide } from './Decide.tsx';
import { Given } from './Given.tsx';
import { Undo } from './Undo.tsx';

export function Task() {
  return (
    <StaffOnly>
      <Opened />
    </StaffOnly>
  );
}

function Opened() {
  const { t } = useTranslation('review');
  useTitle(t('task.title'));
  const { task: id } = useParams({ from: '/review/$task' });
  const query = useQuery(taskQuery(id));
  return (
    <div className="cairn-main">
      <Link to="/review" className="usa-link review-back">
        {t('task.back')}
      </Link>
      <Asked query={query}>{(task) => <Shown key={task.id} task={task} />}</Asked>
    </div>
  );
}

function Shown({ task }: { readonly task: Whole }) {
  const { t } = useTranslation('review');
  const { said, say } = useSaid();
  const isAdministrator = useSession()?.account?.staffRole === 'administrator';
  const { guards, persons, state } = task;
  const isOpen = state === 'open' || state === 'later';
  return (
    <>
      <h1>{t(`question.${task.kind}`)}</h1>
      {said}
      {!isOpen && <Outcome task={task} />}
      {isOpen && persons.length < 2 && (
        <Alert type="info" headingLevel="h2" slim>
          {t('task.oneAlready')}
        </Alert>
      )}
      {isOpen && <p className="cairn-lead">{t(`task.sure.${likelihood(task.score)}`)}</p>}
      {guards.length > 0 && (
        <Alert type="warning" headingLevel="h2" heading={t('task.guards')} validation>
          <ul className="usa-list">
            {guards.map(({ code, words }) => (
              <li key={code}>{t(`guard.${code}` as 'guard.sealed', { defaultValue: words })}</li>
            ))}
          </ul>
        </Alert>
      )}
      <Compared task={task} isAdministrator={isAdministrator} />
      <Given task={task} />
      {isOpen ? (
        <Decide task={task} say={say} />
      ) : (
        <Undo task={task} isAdministrator={isAdministrator} say={say} />
      )}
    </>
  );
}

function Outcome({ task }: { readonly task: Whole }) {
  const { t } = useTranslation('review');
  const { moment } = useFormat();
  const { state, decidedBy, decidedAt, reason } = task;
  return (
    <Alert
      type={state === 'same' ? 'success' : 'info'}
      headingLevel="h2"
      heading={t(`outcome.${state}`)}
      validation
    >
      <p>
        {decidedAt === undefined
          ? (decidedBy ?? t('registry'))
          : t('outcome.by', { who: decidedBy ?? t('registry'), moment: moment(decidedAt) })}
      </p>
      {reason !== undefined && <p className="staff-quote">{reason}</p>}
    </Alert>
  );
}
