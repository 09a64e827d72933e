import { Checkbox } from '@trussworks/react-uswds';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../components/fields.tsx';
import type { Codes } from './api.ts';
import { useOptions } from './options.ts';
import type { PersonValues } from './person-values.ts';

type Props = {
  readonly codes: Codes;
  readonly values: PersonValues;
  readonly change: (values: Partial<PersonValues>) => void;
  readonly problems: ReadonlyMap<string, string>;
};

type Text = Exclude<keyof PersonValues, 'races'>;

/** Names that the server gives fields of a group. */
const WHERE: Readonly<Record<string, string>> = {
  street: 'address.street',
  other: 'address.other',
  city: 'address.city',
  state: 'address.state',
  zip: 'address.zip',
  contactRelationship: 'contacts.0.relationship',
  contactLast: 'contacts.0.last',
  contactFirst: 'contacts.0.first',
  contactPhone: 'contacts.0.phone',
};

function useField({ values, change, problems }: Props) {
  const { t } = useTranslation('patientEdit');
  return (name: Text, isOptional = true) => {
    const where = WHERE[name] ?? name;
    return {
      name: where,
      label: t(`person.${name}`),
      value: values[name],
      onChange: (value: string) => change({ [name]: value }),
      problem: problems.get(where),
      isOptional,
      autoComplete: 'off',
    };
  };
}

/** Who it is: what nobody is found without. */
export function IdentityFields(props: Props) {
  const { t } = useTranslation('patientEdit');
  const field = useField(props);
  return (
    <>
      <div className="edit-pair">
        <TextField {...field('first', false)} />
        <TextField {...field('last', false)} />
      </div>
      <div className="edit-pair">
        <TextField {...field('birthDate', false)} type="date" />
        <SelectField
          {...field('sex', false)}
          empty={t('choose')}
          options={(['F', 'M', 'X', 'U'] as const).map((value) => ({ value, label: t(`sex.${value}`) }))}
        />
      </div>
    </>
  );
}

/** What tells one child from another, and how the family is reached. */
export function MoreFields(props: Props & { readonly children?: ReactNode }) {
  const { codes, values, change } = props;
  const { t } = useTranslation('patientEdit');
  const options = useOptions();
  const field = useField(props);
  return (
    <>
      <div className="edit-pair">
        <TextField {...field('middle')} />
        <TextField {...field('suffix')} />
      </div>
      <TextField {...field('mothersMaidenName')} hint={t('person.mothersMaidenNameHint')} />
      <fieldset className="usa-fieldset edit-group">
        <legend className="usa-legend">{t('person.contact')}</legend>
        <div className="edit-pair">
          <SelectField
            {...field('contactRelationship')}
            empty={t('choose')}
            options={options('relationship', codes.relationships)}
          />
          <TextField {...field('contactPhone')} type="tel" />
        </div>
        <div className="edit-pair">
          <TextField {...field('contactFirst')} />
          <TextField {...field('contactLast')} />
        </div>
      </fieldset>
      <fieldset className="usa-fieldset edit-group">
        <legend className="usa-legend">{t('person.reach')}</legend>
        <div className="edit-pair">
          <TextField {...field('phone')} type="tel" />
          <TextField {...field('email')} type="email" />
        </div>
        <TextField {...field('street')} />
        <TextField {...field('other')} />
        <div className="edit-pair">
          <TextField {...field('city')} />
          <SelectField
            {...field('state')}
            empty={t('choose')}
            options={codes.states.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <TextField {...field('zip')} inputMode="numeric" />
        </div>
      </fieldset>
      <fieldset className="usa-fieldset edit-group">
        <legend className="usa-legend">{t('person.races')}</legend>
        {options('race', codes.races).map(({ value, label }) => (
          <Checkbox
            key={value}
            id={`field-races-${value}`}
            name="races"
            label={label}
            checked={values.races.includes(value)}
            onChange={(event) =>
              change({
                races: event.target.checked
                  ? [...values.races, value]
                  : values.races.filter((race) => race !== value),
              })
            }
          />
        ))}
      </fieldset>
      <div className="edit-pair">
        <SelectField
          {...field('ethnicity')}
          empty={t('choose')}
          options={options('ethnicity', codes.ethnicities)}
        />
        <SelectField
          {...field('language')}
          empty={t('choose')}
          options={codes.languages.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </div>
      {props.children}
    </>
  );
}

/** What the page calls the field that a problem is about. */
export function usePersonLabel(): (where: string) => string {
  const { t } = useTranslation('patientEdit');
  return (where) => {
    const name = Object.entries(WHERE).find(([, path]) => path === where)?.[0] ?? where;
    return isField(name) ? t(`person.${name}`) : t('entry');
  };
}

const FIELDS = [
  'last',
  'first',
  'middle',
  'suffix',
  'birthDate',
  'sex',
  'mothersMaidenName',
  'street',
  'other',
  'city',
  'state',
  'zip',
  'phone',
  'email',
  'ethnicity',
  'language',
  'contactRelationship',
  'contactLast',
  'contactFirst',
  'contactPhone',
] as const;
const isField = (name: string): name is (typeof FIELDS)[number] =>
  (FIELDS as readonly string[]).includes(name);
