import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { phoneOf } from './phone.ts';

type Said = NonNullable<Site['profile']>;
type Contact = Extract<Said['contacts']['dataExchangeContact'], { readonly email: string }>;

/** What the site said of itself when it registered. */
export function Profile({ site }: { readonly site: Site }) {
  const { t } = useTranslation('siteOverview');
  const { day } = useFormat();
  const { profile, agreement } = site;
  return (
    <section className="site-section">
      <h2>{t('profile.title')}</h2>
      {profile === null ? <p>{t('profile.none')}</p> : <Facts profile={profile} />}
      {agreement !== null && (
        <p className="cairn-meta">
          {t('profile.agreement', {
            version: agreement.version,
            name: agreement.name,
            day: day(agreement.acceptedAt),
          })}
        </p>
      )}
      {site.may.manage && profile !== null && (
        <p>
          <Link to="/sites/$site/settings" params={{ site: site.code }} className="usa-link">
            {t('profile.change')}
          </Link>{' '}
          <span className="cairn-meta">{t('profile.rest')}</span>
        </p>
      )}
    </section>
  );
}

function Facts({ profile }: { readonly profile: Said }) {
  const { t } = useTranslation(['siteOverview', 'registration']);
  const { day } = useFormat();
  const { place, clinical, contacts, ehr } = profile;
  const use = profile['meaningful-use'];
  return (
    <dl className="cairn-facts">
      <Fact name={t('siteOverview:profile.address')}>
        {[place.street, place.unit, `${place.city} ${place.zip}`].filter((line) => line !== '').join(', ')}
        {' · '}
        {phoneOf(place.phone)}
      </Fact>
      {clinical.isClinical && (
        <Fact name={t('siteOverview:profile.clinician')}>
          {clinical.clinicianFirstName} {clinical.clinicianLastName}, {clinical.license} ·{' '}
          {t(`registration:clinical.specialties.${clinical.specialty}`)}
        </Fact>
      )}
      {clinical.npi !== '' && <Fact name="NPI">{clinical.npi}</Fact>}
      <Fact name={t('registration:contacts.siteContact.title')}>
        <Whom contact={contacts.siteContact} />
      </Fact>
      <Fact name={t('registration:contacts.dataExchangeContact.title')}>
        <Whom contact={contacts.dataExchangeContact} />
      </Fact>
      <Fact name={t('registration:contacts.ehrSupport.title')}>
        <Whom contact={contacts.ehrSupport} />
      </Fact>
      <Fact name={t('siteOverview:profile.ehr')}>
        {ehr.product} {ehr.version} · {ehr.vendor}
      </Fact>
      {use.stage !== 'none' && (
        <Fact name={t('siteOverview:profile.period')}>
          {t('registration:review.to', { from: day(use.from), to: day(use.to) })}
        </Fact>
      )}
    </dl>
  );
}

function Whom({ contact }: { readonly contact: Contact | { readonly sameAsSiteContact: true } }) {
  const { t } = useTranslation('registration');
  if (!('email' in contact)) return t('review.same');
  const { name, title, email, phone } = contact;
  return [`${name}, ${title}`, email, phoneOf(phone)].join(' · ');
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
