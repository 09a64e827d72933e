import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../../../components/fields.tsx';
import { useFieldName } from '../names.ts';
import type { StepProps } from '../step-props.ts';
import { periodEnd, textOf } from '../values.ts';

const STAGES = ['none', '1', '2', '3'] as const;

export function MeaningfulUse({ form, text, problem }: StepProps) {
  const { t } = useTranslation('registration');
  const nameOf = useFieldName();
  const stage = STAGES.find((each) => each === form.values['stage']) ?? '';
  const from = text('from');
  return (
    <>
      <p>{t('mu.lead')}</p>
      <ChoiceField
        name="stage"
        legend={nameOf('stage')}
        problem={problem('stage')}
        value={stage}
        onChange={(value) => form.set('stage', value)}
        options={STAGES.map((value) => ({ value, label: t(`mu.${value}`) }))}
      />
      {stage !== '' && stage !== 'none' && (
        <div className="registration-short">
          <TextField
            {...from}
            hint={t('mu.fromHint')}
            type="date"
            onChange={(value) => {
              const to = textOf(form.values, 'to');
              // A last day that somebody typed is left alone.
              const isOurs = to === '' || to === periodEnd(textOf(form.values, 'from'));
              form.set('from', value);
              if (isOurs) form.set('to', periodEnd(value));
            }}
          />
          <TextField {...text('to')} type="date" />
        </div>
      )}
    </>
  );
}
