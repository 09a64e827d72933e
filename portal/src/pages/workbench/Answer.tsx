import { useTranslation } from 'react-i18next';
import type { MessageView } from './messages.ts';

/** The answer as the EHR receives it, one segment a line. */
export function Answer({ message: { answer, ackCode, verdict } }: { readonly message: MessageView }) {
  const { t } = useTranslation('workbench');
  return (
    <details className="workbench-answer">
      <summary>
        {ackCode === ''
          ? t('answer.summary')
          : t('answer.withCode', {
              code: ackCode,
              meaning: t(ackCode === 'AR' || verdict === 'refused' ? 'answer.refused' : `answer.${ackCode}`),
            })}
      </summary>
      {answer === '' ? (
        <p>{t('answer.none')}</p>
      ) : (
        <pre className="workbench-raw" tabIndex={0} lang="en">
          {answer}
        </pre>
      )}
    </details>
  );
}
