import { Alert, Button } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api/client.ts';
import { useProblemText } from '../../components/problems.tsx';
import type { StepForm } from './use-step.ts';

/** Whether what was typed is kept. Quiet as long as it is. */
export function Saving({ form }: { readonly form: StepForm }) {
  const { t, i18n } = useTranslation('registration');
  const text = useProblemText();
  const { state } = form;
  switch (state.is) {
    case 'failed':
      return (
        <div className="margin-top-3">
          <Alert validation type="error" headingLevel="h2" heading={t('wizard.failed')} role="alert">
            <p>{text(state.error instanceof Refused ? state.error.code : 'failed')}</p>
            <Button type="button" outline onClick={() => void form.save()}>
              {t('wizard.saveAgain')}
            </Button>
          </Alert>
        </div>
      );
    case 'changed':
      return (
        <div className="margin-top-3">
          <Alert validation type="warning" headingLevel="h2" heading={t('wizard.changedTitle')} role="alert">
            <p>{t('wizard.changedText')}</p>
            <div className="cairn-actions margin-top-2">
              <Button type="button" outline onClick={form.takeTheirs}>
                {t('wizard.takeTheirs')}
              </Button>
              <Button type="button" outline onClick={form.keepMine}>
                {t('wizard.keepMine')}
              </Button>
            </div>
          </Alert>
        </div>
      );
    default:
      return (
        <p className="cairn-meta registration-saved">
          {state.is === 'saved'
            ? t('wizard.savedAt', {
                time: new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(state.at),
              })
            : t(state.is === 'saving' ? 'wizard.saving' : 'wizard.autosave')}
        </p>
      );
  }
}
