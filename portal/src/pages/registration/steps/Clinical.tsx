import { useTranslation } from 'react-i18next';
import { ChoiceField, SelectField, TextField } from '../../../components/fields.tsx';
import { useFieldName } from '../names.ts';
import type { StepProps } from '../step-props.ts';
import { textOf } from '../values.ts';
import { SPECIALTIES } from './choices.ts';

export function Clinical({ form, text, problem, registration }: StepProps) {
  const { t } = useTranslation('registration');
  const nameOf = useFieldName();
  const { isClinical } = form.values;
  return (
    <>
      <ChoiceField
        name="isClinical"
        legend={nameOf('isClinical')}
        problem={problem('isClinical')}
        value={isClinical === true ? 'yes' : isClinical === false ? 'no' : ''}
        onChange={(value) => {
          form.set('isClinical', value === 'yes');
        }}
        options={[
          { value: 'yes', label: t('clinical.yes'), description: t('clinical.yesText') },
          { value: 'no', label: t('clinical.no'), description: t('clinical.noText') },
        ]}
      />
      {isClinical === true && (
        <>
          <TextField {...text('clinicianFirstName')} autoComplete="off" />
          <TextField {...text('clinicianLastName')} autoComplete="off" />
          <TextField {...text('license')} hint={t('clinical.licenseHint')} autoComplete="off" />
          <SelectField
            {...text('specialty')}
            empty={t('clinical.choose')}
            options={SPECIALTIES.map((value) => ({ value, label: t(`clinical.specialties.${value}`) }))}
          />
        </>
      )}
      {typeof isClinical === 'boolean' && (
        <>
          <TextField
            {...text('npi')}
            hint={t('clinical.npiHint')}
            isOptional={!isClinical}
            inputMode="numeric"
            autoComplete="off"
          />
          <p className="cairn-meta margin-top-1 registration-good" role="status">
            {isGood(registration.answers['clinical'], registration.steps, textOf(form.values, 'npi'))
              ? `✓ ${t('clinical.npiGood')}`
              : ''}
          </p>
        </>
      )}
    </>
  );
}

/** Whether the server has seen this NPI and found nothing wrong with it. */
const isGood = (
  saved: Readonly<Record<string, unknown>> | undefined,
  steps: StepProps['registration']['steps'],
  npi: string,
): boolean =>
  npi !== '' &&
  saved?.['npi'] === npi &&
  steps.some(({ step, problems }) => step === 'clinical' && problems.every(({ where }) => where !== 'npi'));
