import { useTranslation } from 'react-i18next';
import type { Survey } from '../../api/site.ts';

type Chosen = 'ehrCanQuery' | 'ehrShowsForecast' | 'queryTiming' | 'historySubmitted';

/** The questions of the survey that have a few answers to choose from. */
export const QUESTIONS: readonly { readonly name: Chosen; readonly options: readonly Survey[Chosen][] }[] = [
  { name: 'ehrCanQuery', options: ['yes', 'no', 'unknown'] },
  { name: 'ehrShowsForecast', options: ['yes', 'no', 'unknown'] },
  { name: 'queryTiming', options: ['at-visit', 'before-visit', 'nightly', 'on-demand'] },
  { name: 'historySubmitted', options: ['yes', 'planned', 'no'] },
];

const NAMES = [
  'ehrCanQuery',
  'ehrShowsForecast',
  'queryTiming',
  'historySubmitted',
  'queriesPerDay',
  'technicalContact',
  'technicalEmail',
  'comments',
] as const;

/** What the pages call an answer of the survey. */
export function useSurveyName(): (where: string) => string {
  const { t } = useTranslation('siteBidx');
  return (where) => {
    const name = NAMES.find((each) => each === where);
    return name ? t(`survey.names.${name}`) : where;
  };
}
