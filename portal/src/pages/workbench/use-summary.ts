import { useTranslation } from 'react-i18next';
import type { Checked } from './messages.ts';

const VERDICTS = ['accepted', 'accepted-with-findings', 'refused'] as const;

/** What came of a check in a line: how many messages, and how many of each verdict. */
export function useSummary(): (answer: Checked) => string {
  const { t } = useTranslation('workbench');
  return ({ messages }) => {
    if (messages.length === 0) return t('result.none');
    const counts = VERDICTS.flatMap((verdict) => {
      const count = messages.filter((message) => message.verdict === verdict).length;
      return count === 0 ? [] : [t(`result.${verdict}`, { count })];
    });
    return `${t('result.count', { count: messages.length })}: ${counts.join(', ')}`;
  };
}
