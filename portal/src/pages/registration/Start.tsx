import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { SelectField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { type Jurisdiction, useJurisdiction } from '../../api/jurisdiction.ts';
import { registrationQuery } from './data.ts';
import { Elsewhere } from './Elsewhere.tsx';
import { forgetTyped } from './memory.ts';
import { SavedRegistration } from './SavedRegistration.tsx';

/** The first page: in which county, before anything is typed in vain. */
export function Start() {
  const { t } = useTranslation('registration');
  useTitle(t('start.title'));
  const saved = useQuery(registrationQuery);
  const jurisdiction = useJurisdiction();
  const [isAnother, setAnother] = useState(false);
  return (
    <div className="cairn-main cairn-narrow">
      <h1>{t('start.title')}</h1>
      <p className="cairn-lead">{t('start.lead')}</p>
      <Asked query={saved}>
        {(registration) =>
          registration && registration.status !== 'verified' && !isAnother ? (
            <SavedRegistration registration={registration} onAnother={() => setAnother(true)} />
          ) : (
            <Asked query={jurisdiction}>{(data) => <CountyForm jurisdiction={data} />}</Asked>
          )
        }
      </Asked>
      <p className="margin-top-5">
        <Trans
          ns="registration"
          t={t}
          i18nKey="start.registered"
          components={{ signIn: <Link to="/sign-in" className="usa-link" /> }}
        />
      </p>
    </div>
  );
}

function CountyForm({ jurisdiction: { counties, regions } }: { readonly jurisdiction: Jurisdiction }) {
  const { t } = useTranslation('registration');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const registry = useSession()?.registryName ?? '';
  const [name, setName] = useState('');
  const county = counties.find((each) => each.name === name);
  const region = regions.find(({ id, name: called }) => id === county?.region || called === county?.region);
  const start = useMutation({
    mutationFn: async () => {
      if (name === '') {
        throw new Refused(400, 'request-invalid', [{ where: 'county', code: 'required', what: '' }]);
      }
      return answer(api.POST('/api/registration', { body: { county: name, language: currentLanguage() } }));
    },
    onSuccess: async (registration) => {
      forgetTyped();
      queries.setQueryData(registrationQuery.queryKey, registration);
      await navigate({ to: '/register/$step', params: { step: 'place' } });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!start.isPending && !county?.partner) start.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary error={start.error} label={() => t('field.county')} />
      <SelectField
        name="county"
        label={t('field.county')}
        hint={t('start.countyHint')}
        empty={t('start.choose')}
        value={name}
        onChange={(chosen) => {
          setName(chosen);
          start.reset();
        }}
        problem={problemsByField(start.error).get('county')}
        options={counties.map((each) => ({ value: each.name, label: each.name }))}
      />
      <div role="status">
        <Elsewhere county={county} />
        {region && (
          <p className="margin-top-2 margin-bottom-0">
            <Trans
              ns="registration"
              t={t}
              i18nKey="start.region"
              values={{ region: region.name, registry }}
              components={{ strong: <strong /> }}
            />
          </p>
        )}
      </div>
      {!county?.partner && (
        <div className="cairn-actions">
          <button type="submit" className="usa-button" disabled={start.isPending}>
            {start.isPending ? t('start.beginning') : t('start.begin')}
          </button>
        </div>
      )}
    </form>
  );
}
