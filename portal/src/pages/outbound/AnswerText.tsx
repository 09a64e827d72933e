import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { Asked } from '../../components/states.tsx';

/** What the other registry answered; that somebody looked is written down with each look. */
export function AnswerText({
  endpoint,
  message,
  onClose,
}: {
  readonly endpoint: string;
  readonly message: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('outbound');
  const query = useQuery({
    queryKey: ['outbound', endpoint, 'answer', message],
    queryFn: () =>
      answer(
        api.GET('/api/staff/outbound/{endpoint}/messages/{message}/answer', {
          params: { path: { endpoint, message } },
        }),
      ),
    // It is not asked for again by itself: each look is one in the audit.
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Asked query={query}>
      {({ answer: text }) => (
        <div className="outbound-answer">
          <p className="cairn-meta">{t('answer.watched')}</p>
          <pre className="cairn-code outbound-hl7" tabIndex={0} aria-label={t('answer.title')}>
            {text.replaceAll('\r', '\n')}
          </pre>
          <button type="button" className="usa-button usa-button--unstyled" onClick={onClose}>
            {t('answer.close')}
          </button>
        </div>
      )}
    </Asked>
  );
}
