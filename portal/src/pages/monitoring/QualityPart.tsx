import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.d.ts';
import { useNumber, usePercent } from './numbers.ts';

type Part = components['schemas']['ExchangeQuality']['parts'][number];

/** One part of the score with its measures: a bar each, the numbers beside it. */
export function QualityPart({ part, hasRegion }: { readonly part: Part; readonly hasRegion: boolean }) {
  const { t } = useTranslation('monitoring');
  const number = useNumber();
  const format = usePercent();
  const percent = (share: number | null): string => (share === null ? '–' : format(share));
  const name = t(`quality.part.${part.part}`);
  return (
    <section data-part="monitoring">
      <h2>
        {name}
        {part.score !== null && `: ${number(Math.round(part.score))}`}
      </h2>
      <p className="cairn-meta">
        {t(`quality.about.${part.part}`)} {t('quality.weight', { count: part.weight })}.
      </p>
      <table className="usa-table usa-table--borderless monitoring-measures">
        <caption className="usa-sr-only">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quality.measureHead')}</th>
            <th scope="col">{t('quality.shareHead')}</th>
            <th scope="col" className="monitoring-number">
              {t('quality.beforeHead')}
            </th>
            {hasRegion && (
              <th scope="col" className="monitoring-number">
                {t('quality.regionHead')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {part.measures.map(({ measure, good, total, share, previous, region }) => (
            <tr key={measure}>
              <th scope="row">{t(`quality.measure.${measure}`)}</th>
              <td>
                {share === null ? (
                  t('quality.none')
                ) : (
                  <div className="monitoring-measures__share">
                    <svg
                      className="monitoring-bar"
                      viewBox="0 0 100 8"
                      preserveAspectRatio="none"
                      aria-hidden="true"
                      focusable="false"
                    >
                      <rect width="100" height="8" className="monitoring-bar__all" />
                      <rect width={share} height="8" className="monitoring-bar__good" />
                    </svg>
                    <span>
                      <strong>{percent(share)}</strong>{' '}
                      <span className="cairn-meta">
                        {t('quality.ofCount', { good: number(good), total: number(total) })}
                      </span>
                    </span>
                  </div>
                )}
              </td>
              <td
                className="monitoring-number"
                data-label={t('quality.beforeHead')}
                data-empty={previous === null}
              >
                {percent(previous)}
              </td>
              {hasRegion && (
                <td className="monitoring-number" data-label={t('quality.regionHead')}>
                  {percent(region)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
