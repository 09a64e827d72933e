import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from '@trussworks/react-uswds';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { siteQuery } from '../../api/site.ts';
import { SelectField } from '../../components/fields.tsx';
import type { Checked } from './messages.ts';
import { SubmitRefused } from './SubmitRefused.tsx';
import { Verdict } from './Verdict.tsx';

/** What was checked becomes tests of a site, for those who act for one. */
export function SubmitAsTest({
  checked,
  isChanged,
}: {
  readonly checked: { readonly text: string; readonly answer: Checked };
  readonly isChanged: boolean;
}) {
  const { t } = useTranslation('workbench');
  const session = useSession();
  const queries = useQueryClient();
  const done = useRef<HTMLDivElement>(null);
  const sites = (session?.account?.sites ?? []).filter(({ stage }) => stage !== 'suspended');
  const [chosen, setChosen] = useState('');
  const site = sites.length === 1 ? (sites[0]?.code ?? '') : chosen;
  const submit = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/sites/{site}/tests', { params: { path: { site } }, body: { text: checked.text } }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: siteQuery(site).queryKey });
      await queries.invalidateQueries({ queryKey: ['tests', site] });
    },
  });
  const { data } = submit;
  useEffect(() => {
    if (data) done.current?.focus();
  }, [data]);
  if (!session || checked.answer.messages.length === 0) return null;
  const [only] = checked.answer.messages.length === 1 ? checked.answer.messages : [];
  if (!session.account) {
    return (
      <section className="workbench-submit">
        <h2>{t('submit.title')}</h2>
        <p>
          <Link to="/sign-in" search={{ next: '/workbench' }} className="usa-link">
            {t('submit.signIn')}
          </Link>{' '}
          {t('submit.signInText')}
        </p>
      </section>
    );
  }
  if (sites.length === 0) return null;
  if (data) {
    const count = data.tests.length;
    return (
      <section className="workbench-submit" ref={done} tabIndex={-1}>
        <Alert
          validation
          type="success"
          headingLevel="h2"
          heading={t('submit.done', { count, site })}
          role="status"
        >
          <p>{t('submit.doneText')}</p>
          <ul className="usa-list">
            {data.tests.map(({ id, controlId, verdict }) => (
              <li key={id}>
                <Link to="/sites/$site/tests/$message" params={{ site, message: id }} className="usa-link">
                  {controlId === '' ? t('result.noId') : controlId}
                </Link>{' '}
                <Verdict verdict={verdict} />
              </li>
            ))}
          </ul>
          <Link to="/sites/$site/tests" params={{ site }} className="usa-link">
            {t('submit.all', { site })}
          </Link>
        </Alert>
      </section>
    );
  }
  const hindrance = isChanged
    ? t('submit.changed')
    : checked.answer.unreadable.length > 0
      ? t('submit.unreadable')
      : undefined;
  return (
    <section className="workbench-submit">
      <h2>{t('submit.title')}</h2>
      <p>{t('submit.text')}</p>
      <SubmitRefused error={submit.error} hasOne={only !== undefined} />
      {hindrance === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (site === '') document.getElementById('field-site')?.focus();
            else submit.mutate();
          }}
        >
          {sites.length > 1 && (
            <SelectField
              name="site"
              label={t('submit.site')}
              value={site}
              onChange={setChosen}
              empty={t('submit.choose')}
              options={sites.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
            />
          )}
          <div className="cairn-actions">
            <button type="submit" className="usa-button usa-button--outline" disabled={submit.isPending}>
              {submit.isPending
                ? t('submit.sending')
                : site === ''
                  ? t('submit.buttonAny')
                  : t('submit.button', { site: sites.find(({ code }) => code === site)?.name ?? site })}
            </button>
          </div>
        </form>
      ) : (
        <p>{hindrance}</p>
      )}
    </section>
  );
}
