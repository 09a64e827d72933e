import { Alert, Fieldset } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../../components/fields.tsx';
import type { StepProps } from '../step-props.ts';
import { textOf } from '../values.ts';
import { HL7, HL7_KEYS } from './choices.ts';

export function Ehr({ form, text }: StepProps) {
  const { t } = useTranslation('registration');
  const isOld = ['2.4', '2.3.1', 'none'].includes(textOf(form.values, 'hl7'));
  return (
    <>
      <p>{t('ehr.lead')}</p>
      <TextField {...text('product')} hint={t('ehr.productHint')} autoComplete="off" />
      <TextField {...text('version')} autoComplete="off" />
      <SelectField
        {...text('hl7')}
        hint={t('ehr.hl7Hint')}
        empty={t('ehr.choose')}
        options={HL7.map((value) => ({ value, label: t(`ehr.hl7Options.${HL7_KEYS[value]}`) }))}
      />
      <div role="status">
        {isOld && (
          <Alert type="info" headingLevel="h2" slim className="margin-top-1">
            {t('ehr.hl7Old')}
          </Alert>
        )}
      </div>
      <TextField {...text('vendor')} autoComplete="off" />
      <Fieldset legend={t('ehr.vendorLegend')} legendStyle="large" className="registration-group">
        <TextField {...text('vendorContact')} autoComplete="off" />
        <TextField {...text('vendorEmail')} type="email" autoComplete="off" />
        <TextField {...text('vendorPhone')} type="tel" autoComplete="off" />
      </Fieldset>
    </>
  );
}
