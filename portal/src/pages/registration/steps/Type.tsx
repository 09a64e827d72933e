import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../../../components/fields.tsx';
import { useFieldName } from '../names.ts';
import type { StepProps } from '../step-props.ts';
import { SendingFacility } from './SendingFacility.tsx';

const TYPES = ['1', '2', '3'] as const;
type SiteType = (typeof TYPES)[number];

/** What each type means for what messages say: who sends (MSH-4), whose data it is (MSH-22) and who gave the dose (RXA-11.4). */
const CONSEQUENCES = {
  '1': { sender: 'own', responsible: 'own', credentials: 'credentialsOwn' },
  '2': { sender: 'facility', responsible: 'own', credentials: 'credentialsFacility' },
  '3': { sender: 'ownFacility', responsible: 'client', credentials: 'credentialsOwn' },
} as const;

export function Type({ form, text, problem }: StepProps) {
  const { t } = useTranslation('registration');
  const nameOf = useFieldName();
  const chosen = TYPES.find((type) => Number(type) === form.values['siteType']) ?? '';
  return (
    <>
      <ChoiceField
        name="siteType"
        legend={nameOf('siteType')}
        hint={t('type.hint')}
        problem={problem('siteType')}
        value={chosen}
        onChange={(type) => form.set('siteType', Number(type))}
        options={TYPES.map((value) => ({
          value,
          label: t(`type.${value}`),
          description: <Consequence type={value} />,
        }))}
      />
      {chosen === '2' && <SendingFacility {...text('sendingFacility')} />}
    </>
  );
}

// Phrases only: it stands in a label.
function Consequence({ type }: { readonly type: SiteType }) {
  const { t } = useTranslation('registration');
  const { sender, responsible, credentials } = CONSEQUENCES[type];
  return (
    <>
      <span className="registration-line">{t(`type.${type}Text`)}</span>
      <span className="registration-line registration-strong">{t('type.inMessages')}</span>
      <span className="registration-line">
        <span className="cairn-code">MSH-4</span>: {t(`type.${sender}`)}
      </span>
      <span className="registration-line">
        <span className="cairn-code">MSH-22</span>, <span className="cairn-code">RXA-11.4</span>:{' '}
        {t(`type.${responsible}`)}
      </span>
      <span className="registration-line">
        {t('type.credentials')}: {t(`type.${credentials}`)}
      </span>
    </>
  );
}
