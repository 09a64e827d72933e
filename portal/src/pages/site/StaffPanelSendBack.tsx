import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import type { Site } from '../../api/site.ts';
import { ChoiceField, LongTextField } from '../../components/fields.tsx';
import { type SendBackStep, stepsToSendBack } from './StaffPanel-lacking.ts';
import type { Deciding } from './StaffPanelAdvance.tsx';
import { StaffDecision } from './StaffPanelDecision.tsx';
import { useTyped } from './use-change.ts';

const NAME = 'send-back';
const REASONS = `${NAME}.reasons`;

/** Back to the site with reasons that it reads. Where only one step can be sent back, nothing is asked. */
export function SendBack({ site, say }: Deciding) {
  const { t } = useTranslation('staff');
  const steps = stepsToSendBack(site);
  const [only] = steps;
  const [chosen, choose] = useState<SendBackStep | ''>('');
  const { values, field } = useTyped({ [REASONS]: '' });
  if (only === undefined) return null;
  const step = steps.length === 1 ? only : chosen;
  const reasons = values[REASONS] ?? '';
  return (
    <div className="staff-decision">
      <h3>{t('panel.sendBack.heading')}</h3>
      <p>{t('panel.sendBack.text')}</p>
      <StaffDecision
        code={site.code}
        name={NAME}
        ask={t('panel.sendBack.ask')}
        title={t('panel.sendBack.title')}
        confirm={t('panel.sendBack.confirm')}
        confirming={t('panel.sendBack.confirming')}
        send={() => (step === '' ? refuseUnchosen(reasons) : post(site.code, step, reasons))}
        onDone={() => say(t('panel.sendBack.done'))}
        label={(where) => (where === REASONS ? t('panel.sendBack.reasons') : t('panel.sendBack.step'))}
      >
        {(problems) => (
          <>
            {steps.length > 1 && (
              <ChoiceField
                name={`${NAME}.step`}
                legend={t('panel.sendBack.step')}
                value={chosen}
                onChange={choose}
                problem={problems.get(`${NAME}.step`)}
                options={steps.map((each) => ({
                  value: each,
                  label: t(`panel.sendBack.steps.${each}`),
                  description: t(`panel.sendBack.${followsFrom(each, site.stage)}`),
                }))}
              />
            )}
            <LongTextField
              {...field(REASONS)}
              label={t('panel.sendBack.reasons')}
              hint={t('panel.sendBack.reasonsHint')}
              problem={problems.get(REASONS)}
            />
            <p>{t('panel.sendBack.text2')}</p>
          </>
        )}
      </StaffDecision>
    </div>
  );
}

const post = (site: string, step: SendBackStep, reasons: string): Promise<Site> =>
  answer(api.POST('/api/sites/{site}/send-back', { params: { path: { site } }, body: { step, reasons } }));

/** As the server would refuse it: all that is missing at once. */
function refuseUnchosen(reasons: string): Promise<Site> {
  const where = ['step', ...(reasons.trim() === '' ? ['reasons'] : [])];
  const problems = where.map((each) => ({ where: each, code: 'required', what: '' }));
  return Promise.reject(new Refused(400, 'request-invalid', problems));
}

function followsFrom(step: SendBackStep, stage: Site['stage']): 'queries' | 'stays' | 'fromRealData' {
  if (step === 'bidx') return 'queries';
  return step === stage ? 'stays' : 'fromRealData';
}
