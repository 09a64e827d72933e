import { useTranslation } from 'react-i18next';

/** Why an endpoint did not take what was sent, in words. */
export function useDeliveryProblem(): (problem: string, status: number | null) => string {
  const { t, i18n } = useTranslation('acknowledgements');
  return (problem, status) => {
    const key = i18n.exists(`acknowledgements:problem.${problem}`) ? problem : 'broken';
    return t(`problem.${key}` as 'problem.http-status', { status: status ?? '' });
  };
}
