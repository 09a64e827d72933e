import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { Site } from '../../api/site.ts';
import { ChoiceField } from '../../components/fields.tsx';
import { ErrorSummary } from '../../components/problems.tsx';
import { ContactsForm } from './ContactsForm.tsx';
import { useSaid } from '../../components/said.tsx';
import { SiteFrame } from './SiteFrame.tsx';
import { useChange } from './use-change.ts';

/** How the site is written to, and who its contacts are. */
export function Settings() {
  const { t } = useTranslation('siteAdmin');
  return (
    <SiteFrame page="settings" title={t('settings.title')}>
      {(site) => (site.may.manage ? <Forms key={site.code} site={site} /> : <p>{t('settings.notYours')}</p>)}
    </SiteFrame>
  );
}

function Forms({ site }: { readonly site: Site }) {
  const { t } = useTranslation('siteAdmin');
  const { said, say } = useSaid();
  return (
    <>
      {said}
      <Mail site={site} say={say} />
      <section className="site-section">
        <h2>{t('settings.contacts')}</h2>
        {site.profile === null ? (
          <p>{t('settings.byOperator')}</p>
        ) : (
          <ContactsForm site={site.code} contacts={site.profile.contacts} say={say} />
        )}
      </section>
    </>
  );
}

function Mail({ site, say }: { readonly site: Site; readonly say: (text: string) => void }) {
  const { t } = useTranslation(['siteAdmin', 'common']);
  const [mailGrouping, setGrouping] = useState(site.mailGrouping);
  const [language, setLanguage] = useState(site.language);
  const save = useChange(site.code, () =>
    answer(
      api.PUT('/api/sites/{site}/settings', {
        params: { path: { site: site.code } },
        body: { mailGrouping, language },
      }),
    ),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: () => say(t('siteAdmin:settings.saved')) });
  };
  return (
    <section className="site-section">
      <h2>{t('siteAdmin:settings.mail')}</h2>
      <form onSubmit={submit} noValidate className="site-form">
        <ErrorSummary error={save.error} />
        <ChoiceField<Site['mailGrouping']>
          name="mailGrouping"
          legend={t('siteAdmin:settings.grouping')}
          value={mailGrouping}
          onChange={setGrouping}
          options={[
            {
              value: 'each',
              label: t('siteAdmin:settings.each'),
              description: t('siteAdmin:settings.eachText'),
            },
            {
              value: 'hour',
              label: t('siteAdmin:settings.hour'),
              description: t('siteAdmin:settings.hourText'),
            },
          ]}
        />
        <ChoiceField<Site['language']>
          name="language"
          legend={t('siteAdmin:settings.language')}
          hint={t('siteAdmin:settings.languageHint')}
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Español' },
          ]}
        />
        <div className="cairn-actions">
          <Button type="submit" disabled={save.isPending}>
            {save.isPending ? t('siteAdmin:settings.saving') : t('common:form.save')}
          </Button>
        </div>
      </form>
    </section>
  );
}
