import { Button, Checkbox, Fieldset } from '@trussworks/react-uswds';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { Site } from '../../api/site.ts';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary, fieldId, problemsByField } from '../../components/problems.tsx';
import {
  CONTACT_PARTS,
  type ContactPart,
  type ContactRole,
  CONTACTS,
  useFieldName,
} from '../registration/names.ts';
import { phoneOf } from './phone.ts';
import { useChange } from './use-change.ts';

type Contacts = NonNullable<Site['profile']>['contacts'];
type Typed = Readonly<Record<ContactPart, string>> & { readonly isSame: boolean };
type AllTyped = Readonly<Record<ContactRole, Typed>>;

const TYPES = { name: 'text', title: 'text', email: 'email', phone: 'tel' } as const;

/** The contacts that the site named when it registered, and corrects here. */
export function ContactsForm({
  site,
  contacts,
  say,
}: {
  readonly site: string;
  readonly contacts: Contacts;
  readonly say: (text: string) => void;
}) {
  const { t } = useTranslation(['siteAdmin', 'registration', 'common']);
  const nameOf = useFieldName();
  const [typed, setTyped] = useState<AllTyped>(() => ({
    siteContact: typedOf(contacts.siteContact),
    dataExchangeContact: typedOf(contacts.dataExchangeContact),
    ehrSupport: typedOf(contacts.ehrSupport),
  }));
  const save = useChange(site, () =>
    answer(
      api.PUT('/api/sites/{site}/contacts', {
        params: { path: { site } },
        body: {
          siteContact: partsOf(typed.siteContact),
          dataExchangeContact: sent(typed.dataExchangeContact),
          ehrSupport: sent(typed.ehrSupport),
        },
      }),
    ),
  );
  const problems = problemsByField(save.error);
  const change = (role: ContactRole, part: Partial<Typed>): void =>
    setTyped((before) => ({ ...before, [role]: { ...before[role], ...part } }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(undefined, { onSuccess: () => say(t('siteAdmin:settings.contactsSaved')) });
  };
  return (
    <form onSubmit={submit} noValidate className="site-form">
      <p>{t('siteAdmin:settings.contactsText')}</p>
      <ErrorSummary error={save.error} label={nameOf} />
      {CONTACTS.map((role) => (
        <Fieldset
          key={role}
          legend={<span className="site-legend">{t(`registration:contacts.${role}.title`)}</span>}
          className="margin-top-3"
        >
          <p className="usa-hint margin-top-0">{t(`siteAdmin:settings.roles.${role}`)}</p>
          {role !== 'siteContact' && (
            <Checkbox
              id={fieldId(`${role}.sameAsSiteContact`)}
              name={`${role}.sameAsSiteContact`}
              label={t('registration:contacts.same')}
              checked={typed[role].isSame}
              onChange={({ target }) => change(role, { isSame: target.checked })}
            />
          )}
          {!typed[role].isSame &&
            CONTACT_PARTS.map((part) => (
              <TextField
                key={part}
                name={`${role}.${part}`}
                label={t(`registration:contact.${part}`)}
                type={TYPES[part]}
                value={typed[role][part]}
                problem={problems.get(`${role}.${part}`)}
                onChange={(value) => change(role, { [part]: value })}
                autoComplete="off"
              />
            ))}
        </Fieldset>
      ))}
      <div className="cairn-actions">
        <Button type="submit" disabled={save.isPending}>
          {save.isPending ? t('siteAdmin:settings.saving') : t('siteAdmin:settings.saveContacts')}
        </Button>
      </div>
    </form>
  );
}

const EMPTY: Typed = { isSame: false, name: '', title: '', email: '', phone: '' };

const typedOf = (contact: Contacts['dataExchangeContact']): Typed =>
  'email' in contact ? { ...EMPTY, ...contact, phone: phoneOf(contact.phone) } : { ...EMPTY, isSame: true };

const partsOf = ({ name, title, email, phone }: Typed) => ({ name, title, email, phone });

const sent = (typed: Typed) => (typed.isSame ? { sameAsSiteContact: true as const } : partsOf(typed));
