import { useTranslation } from 'react-i18next';
import type { SiteStep } from '../../api/site.ts';

/** What a step still needs, in words. */
export function Missing({ step }: { readonly step: SiteStep }) {
  const { t, i18n } = useTranslation('site');
  if (step.missing.length === 0) return null;
  return (
    <>
      <p className="margin-bottom-0">{t(`steps.${step.step}.text`)}</p>
      <ul className="usa-list">
        {step.missing.map(({ code, detail }) => (
          <li key={`${code} ${String(detail['case'] ?? detail['code'] ?? '')}`}>
            {i18n.exists(`site:missing.${code}`)
              ? t(`missing.${code}` as 'missing.registry-review', {
                  ...detail,
                  what: t(`cases.${String(detail['case'] ?? 'historical')}` as 'cases.historical'),
                })
              : code}
          </li>
        ))}
      </ul>
    </>
  );
}
