import { Checkbox, Fieldset } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../components/fields.tsx';
import { fieldId } from '../../../components/problems.tsx';
import { CONTACT_PARTS, type ContactRole, CONTACTS } from '../names.ts';
import type { StepProps } from '../step-props.ts';
import { valueOf } from '../values.ts';

const TYPES = { name: 'text', title: 'text', email: 'email', phone: 'tel' } as const;
const COMPLETE = { name: 'name', title: 'organization-title', email: 'email', phone: 'tel' } as const;

export function Contacts(props: StepProps) {
  return (
    <>
      {CONTACTS.map((role) => (
        <Contact key={role} role={role} {...props} />
      ))}
    </>
  );
}

function Contact({ role, form, text }: StepProps & { readonly role: ContactRole }) {
  const { t } = useTranslation('registration');
  const sameName = `${role}.sameAsSiteContact`;
  const isSame = valueOf(form.values, sameName) === true;
  return (
    <Fieldset legend={t(`contacts.${role}.title`)} legendStyle="large" className="registration-group">
      <p className="usa-hint margin-top-0">{t(`contacts.${role}.text`)}</p>
      {role !== 'siteContact' && (
        <Checkbox
          id={fieldId(sameName)}
          name={sameName}
          label={t('contacts.same')}
          checked={isSame}
          onChange={({ target }) => form.set(sameName, target.checked)}
        />
      )}
      {!isSame &&
        CONTACT_PARTS.map((part) => (
          <TextField
            key={part}
            {...text(`${role}.${part}`)}
            label={t(`contact.${part}`)}
            type={TYPES[part]}
            autoComplete={role === 'siteContact' ? COMPLETE[part] : 'off'}
          />
        ))}
    </Fieldset>
  );
}
