import { Button } from '@trussworks/react-uswds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { SelectField, TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { useTyped } from '../site/use-change.ts';
import type { EndpointView } from './data.ts';

const FIELDS = [
  'url',
  'soapVersion',
  'username',
  'password',
  'facilityId',
  'sendingFacility',
  'receivingApplication',
  'receivingFacility',
  'lanes',
  'timeoutSeconds',
] as const;

export function SettingsForm({
  view: { registry, settings },
  onDone,
}: {
  readonly view: EndpointView;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('outbound');
  const queries = useQueryClient();
  const [isEnabled, setEnabled] = useState(settings?.isEnabled ?? true);
  const { values, field } = useTyped({
    url: settings?.url ?? '',
    soapVersion: settings?.soapVersion ?? '1.2',
    username: settings?.username ?? '',
    password: '',
    facilityId: settings?.facilityId ?? '',
    sendingFacility: settings?.sendingFacility ?? '',
    receivingApplication: settings?.receivingApplication ?? '',
    receivingFacility: settings?.receivingFacility ?? '',
    lanes: String(settings?.lanes ?? 4),
    timeoutSeconds: String(settings?.timeoutSeconds ?? 30),
  });
  const save = useMutation({
    mutationFn: () => {
      const { password, soapVersion, lanes, timeoutSeconds, ...plain } = values;
      return answer(
        api.PUT('/api/staff/outbound/{endpoint}', {
          params: { path: { endpoint: registry.id } },
          body: {
            ...plain,
            soapVersion: soapVersion === '1.1' ? '1.1' : '1.2',
            lanes: wholeNumber(lanes),
            timeoutSeconds: wholeNumber(timeoutSeconds),
            isEnabled,
            ...(password === '' ? {} : { password }),
          },
        }),
      );
    },
    onSuccess: () => {
      field('password').onChange('');
      onDone();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['outbound'] }),
  });
  const problems = problemsByField(save.error);
  const typed = (name: (typeof FIELDS)[number]) => ({
    ...field(name),
    label: t(`settings.${name}`),
    problem: problems.get(name),
    autoComplete: 'off',
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="site-form" onSubmit={submit} noValidate>
      <ErrorSummary
        error={save.error}
        label={(where) => t(`settings.${FIELDS.find((name) => name === where) ?? 'title'}`)}
      />
      <h3>{t('settings.connection')}</h3>
      <div className="usa-checkbox margin-top-1">
        <input
          className="usa-checkbox__input"
          id="field-isEnabled"
          type="checkbox"
          checked={isEnabled}
          onChange={({ target }) => setEnabled(target.checked)}
        />
        <label className="usa-checkbox__label" htmlFor="field-isEnabled">
          {t('settings.isEnabled')}
          <span className="usa-checkbox__label-description">{t('settings.isEnabledText')}</span>
        </label>
      </div>
      <TextField {...typed('url')} hint={t('settings.urlHint')} inputMode="url" maxLength={500} />
      <SelectField
        {...typed('soapVersion')}
        options={['1.2', '1.1'].map((value) => ({ value, label: value }))}
      />
      <h3>{t('settings.login')}</h3>
      <TextField {...typed('username')} maxLength={200} />
      <TextField
        {...typed('password')}
        type="password"
        autoComplete="new-password"
        hint={t(settings === null ? 'settings.passwordNew' : 'settings.passwordKept')}
      />
      <TextField {...typed('facilityId')} isOptional maxLength={100} />
      <h3>{t('settings.header')}</h3>
      <p className="cairn-meta">{t('settings.headerHint')}</p>
      <TextField {...typed('sendingFacility')} isOptional maxLength={100} />
      <TextField {...typed('receivingApplication')} isOptional maxLength={100} />
      <TextField {...typed('receivingFacility')} isOptional maxLength={100} />
      <h3>{t('settings.pace')}</h3>
      <TextField {...typed('lanes')} inputMode="numeric" hint={t('settings.lanesHint')} />
      <TextField {...typed('timeoutSeconds')} inputMode="numeric" hint={t('settings.timeoutHint')} />
      <div className="cairn-actions">
        <Button type="submit" disabled={save.isPending}>
          {save.isPending ? t('settings.saving') : t('settings.save')}
        </Button>
      </div>
    </form>
  );
}

/** What is no whole number the server refuses, and says so beside the field. */
const wholeNumber = (typed: string): number => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : 0);
