import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format.ts';
import { useJurisdiction } from '../../../api/jurisdiction.ts';
import { type Step, type Values } from '../data.ts';
import { CONTACTS, useFieldName } from '../names.ts';
import { isValues, textOf, valueOf } from '../values.ts';
import { HL7, HL7_KEYS, SPECIALTIES } from './choices.ts';

type Fact = { readonly name: string; readonly said: string };

/** A step's answers as they are read back; '' where one is missing. */
export function useSummary(): (step: Step, values: Values) => readonly Fact[] {
  const { t } = useTranslation('registration');
  const nameOf = useFieldName();
  const { day } = useFormat();
  const facilities = useJurisdiction().data?.sendingFacilities ?? [];

  const fact = (values: Values, name: string): Fact => ({ name: nameOf(name), said: textOf(values, name) });
  const joined = (values: Values, names: readonly string[], by: string): string =>
    names
      .map((name) => textOf(values, name))
      .filter((each) => each !== '')
      .join(by);

  return (step, values) => {
    switch (step) {
      case 'place':
        return [
          fact(values, 'siteName'),
          {
            name: nameOf('street'),
            said: joined(values, ['street', 'unit', 'city', 'zip'], ', '),
          },
          fact(values, 'county'),
          fact(values, 'phone'),
        ];
      case 'clinical': {
        const { isClinical } = values;
        const specialty = SPECIALTIES.find((each) => each === values['specialty']);
        return [
          {
            name: nameOf('isClinical'),
            said: typeof isClinical === 'boolean' ? t(isClinical ? 'review.yes' : 'review.no') : '',
          },
          ...(isClinical === true
            ? [
                {
                  name: t('review.clinician'),
                  said: joined(values, ['clinicianFirstName', 'clinicianLastName'], ' '),
                },
                fact(values, 'license'),
                {
                  name: nameOf('specialty'),
                  said: specialty ? t(`clinical.specialties.${specialty}`) : '',
                },
              ]
            : []),
          fact(values, 'npi'),
        ];
      }
      case 'contacts':
        return CONTACTS.map((role) => {
          const contact = valueOf(values, role);
          const isSame = isValues(contact) && contact['sameAsSiteContact'] === true;
          return {
            name: nameOf(role),
            said: isSame
              ? t('review.same')
              : joined(isValues(contact) ? contact : {}, ['name', 'title', 'email', 'phone'], ', '),
          };
        });
      case 'ehr': {
        const hl7 = HL7.find((each) => each === values['hl7']);
        return [
          { name: nameOf('product'), said: joined(values, ['product', 'version'], ' ') },
          { name: nameOf('hl7'), said: hl7 ? t(`ehr.hl7Options.${HL7_KEYS[hl7]}`) : '' },
          fact(values, 'vendor'),
          {
            name: nameOf('vendorContact'),
            said: joined(values, ['vendorContact', 'vendorEmail', 'vendorPhone'], ', '),
          },
        ];
      }
      case 'type': {
        const type = (['1', '2', '3'] as const).find((each) => Number(each) === values['siteType']);
        const code = textOf(values, 'sendingFacility');
        const facility = facilities.find((each) => each.code === code);
        return [
          { name: nameOf('siteType'), said: type ? t(`type.${type}`) : '' },
          ...(type === '2'
            ? [{ name: nameOf('sendingFacility'), said: facility ? `${facility.name} (${code})` : code }]
            : []),
        ];
      }
      case 'meaningful-use': {
        const stage = (['none', '1', '2', '3'] as const).find((each) => each === values['stage']);
        const [from, to] = [textOf(values, 'from'), textOf(values, 'to')];
        const isPeriod = from !== '' && to !== '';
        return [
          { name: nameOf('stage'), said: stage ? t(`mu.${stage}`) : '' },
          ...(stage && stage !== 'none'
            ? [
                {
                  name: t('review.period'),
                  said: isPeriod ? t('review.to', { from: day(from), to: day(to) }) : '',
                },
              ]
            : []),
        ];
      }
      case 'agreement':
        return [fact(values, 'name'), fact(values, 'title')];
    }
  };
}
