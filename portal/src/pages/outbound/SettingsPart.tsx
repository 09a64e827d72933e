import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { useSaid } from '../../components/said.tsx';
import type { EndpointView } from './data.ts';
import { SettingsForm } from './SettingsForm.tsx';

/** How the connection is set up; administrators change it. */
export function SettingsPart({ view }: { readonly view: EndpointView }) {
  const { t } = useTranslation('outbound');
  const { moment } = useFormat();
  const { said, say } = useSaid();
  const { settings, updatedAt, may } = view;
  return (
    <section className="site-section">
      <h2>{t('settings.title')}</h2>
      {said}
      {updatedAt !== null && (
        <p className="cairn-meta">{t('settings.changed', { when: moment(updatedAt) })}</p>
      )}
      {may.change ? (
        // What was saved is typed anew; what somebody else saved is not put over what is being typed.
        <SettingsForm
          key={settings === null ? 'new' : 'known'}
          view={view}
          onDone={() => say(t('settings.saved'))}
        />
      ) : settings === null ? (
        <p>{t('settings.none')}</p>
      ) : (
        <Facts settings={settings} />
      )}
    </section>
  );
}

function Facts({ settings }: { readonly settings: NonNullable<EndpointView['settings']> }) {
  const { t } = useTranslation('outbound');
  const replaced = (value: string): string => (value === '' ? t('settings.asItCame') : value);
  return (
    <dl className="cairn-facts">
      <dt>{t('settings.isEnabled')}</dt>
      <dd>{t(settings.isEnabled ? 'settings.yes' : 'settings.no')}</dd>
      <dt>{t('settings.url')}</dt>
      <dd className="cairn-code">{settings.url}</dd>
      <dt>{t('settings.soapVersion')}</dt>
      <dd>{settings.soapVersion}</dd>
      <dt>{t('settings.username')}</dt>
      <dd className="cairn-code">{settings.username}</dd>
      <dt>{t('settings.facilityId')}</dt>
      <dd>{settings.facilityId === '' ? '–' : settings.facilityId}</dd>
      <dt>{t('settings.sendingFacility')}</dt>
      <dd>{replaced(settings.sendingFacility)}</dd>
      <dt>{t('settings.receivingApplication')}</dt>
      <dd>{replaced(settings.receivingApplication)}</dd>
      <dt>{t('settings.receivingFacility')}</dt>
      <dd>{replaced(settings.receivingFacility)}</dd>
      <dt>{t('settings.lanes')}</dt>
      <dd>{settings.lanes}</dd>
      <dt>{t('settings.timeoutSeconds')}</dt>
      <dd>{settings.timeoutSeconds}</dd>
    </dl>
  );
}
