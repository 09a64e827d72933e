import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../components/format.ts';
import { Asked } from '../../components/states.tsx';
import { Comparison } from '../workbench/Comparison.tsx';
import { ownedBy, remember } from '../workbench/memory.ts';
import { MessageReport } from '../workbench/MessageReport.tsx';
import type { TestView } from '../workbench/messages.ts';
import { SiteFrame } from './SiteFrame.tsx';

/** One test message: what became of it then, and where what is wrong. */
export function Test() {
  const { t } = useTranslation('workbench');
  return (
    <SiteFrame page="tests" title={t('test.title')}>
      {({ code }) => <OneTest site={code} />}
    </SiteFrame>
  );
}

function OneTest({ site }: { readonly site: string }) {
  const { t } = useTranslation('workbench');
  const { message = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['test', site, message],
    queryFn: () =>
      answer(api.GET('/api/sites/{site}/tests/{message}', { params: { path: { site, message } } })),
    // It may be of a real patient: forgotten as soon as nobody looks at it, and each look is written down once.
    gcTime: 0,
    staleTime: Infinity,
  });
  return (
    <>
      <p>
        <Link to="/sites/$site/tests" params={{ site }} className="usa-link">
          ← {t('test.back')}
        </Link>
      </p>
      <Asked query={query}>{(test) => <Shown test={test} />}</Asked>
    </>
  );
}

function Shown({ test }: { readonly test: TestView }) {
  const { t } = useTranslation(['workbench', 'common']);
  const { moment } = useFormat();
  const navigate = useNavigate();
  const account = useSession()?.account?.email;
  const open = () => {
    ownedBy(account);
    remember({ text: test.raw.replaceAll(/\r\n?/g, '\n').trimEnd(), checked: undefined, current: 0 });
    void navigate({ to: '/workbench' });
  };
  return (
    <>
      <dl className="cairn-facts">
        <dt>{t('workbench:facts.received')}</dt>
        <dd>{moment(test.at)}</dd>
        <dt>{t('workbench:facts.stage')}</dt>
        <dd>{t(`common:stage.${test.stage}`)}</dd>
      </dl>
      {test.stage === 'real-data' && (
        <Alert type="info" headingLevel="h2" slim>
          {t('workbench:test.real')}
        </Alert>
      )}
      {test.comparison && <Comparison comparison={test.comparison} />}
      <h2 className="usa-sr-only">{t('workbench:result.title')}</h2>
      <MessageReport message={test} kind="test" />
      <div className="cairn-actions">
        <button type="button" className="usa-button usa-button--outline" onClick={open}>
          {t('workbench:test.open')}
        </button>
      </div>
    </>
  );
}
