import { useTranslation } from 'react-i18next';
import type { Site } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import { useOwner } from './owner.ts';

const TONES = { done: 'good', current: 'info', waiting: 'plain', 'sent-back': 'warn' } as const;

/** The way to production: each step with its state, its date and whose turn it is. What is missing now says `Now`. */
export function StepList({ site }: { readonly site: Site }) {
  const { t } = useTranslation('site');
  const { day } = useFormat();
  const ownerName = useOwner(site);
  return (
    <ol className="cairn-steps">
      {site.steps.map((step) => {
        const isNow = step.state === 'current' || step.state === 'sent-back';
        const about = [
          step.at === null
            ? ''
            : step.state === 'done'
              ? day(step.at)
              : t('steps.since', { day: day(step.at) }),
          isNow ? ownerName(step.owner) : '',
        ].filter((each) => each !== '');
        return (
          <li
            key={step.step}
            className="cairn-steps__step"
            data-state={step.state}
            aria-current={isNow ? 'step' : undefined}
          >
            <div className="cairn-steps__head">
              <h3>{t(`steps.${step.step}.title`)}</h3>
              <StateTag tone={TONES[step.state]}>{t(`steps.state.${step.state}`)}</StateTag>
            </div>
            {about.length > 0 && <p className="cairn-meta">{about.join(' · ')}</p>}
          </li>
        );
      })}
    </ol>
  );
}
