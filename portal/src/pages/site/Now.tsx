import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Site, SiteStep } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import { Missing } from './Missing.tsx';
import { useOwner } from './owner.ts';

/** The one thing that a site does now, or waits for. */
export function Now({ site }: { readonly site: Site }) {
  const { t } = useTranslation(['siteOverview', 'site']);
  const { day } = useFormat();
  const ownerName = useOwner(site);
  const index = site.steps.findIndex(({ state }) => state === 'current' || state === 'sent-back');
  const step = site.steps[index];
  if (site.stage === 'suspended') return null;
  if (!step) {
    return (
      <section className="site-now" data-turn="nobody" aria-label={t('now.label')}>
        <h2>{t('now.done.title')}</h2>
        <p>{t('now.done.text')}</p>
      </section>
    );
  }
  const waitsFor = step.owner === 'site' ? undefined : step.owner;
  return (
    <section className="site-now" data-turn={step.owner} aria-label={t('now.label')}>
      <p className="cairn-meta margin-0">
        {t('now.counter', { current: index + 1, all: site.steps.length })}
      </p>
      <h2>{t(`now.title.${step.step}`)}</h2>
      <p className="cairn-row margin-y-1">
        <StateTag tone={step.state === 'sent-back' ? 'warn' : waitsFor ? 'plain' : 'info'}>
          {ownerName(step.owner)}
        </StateTag>
        {step.at !== null && (
          <span className="cairn-meta">{t('site:steps.since', { day: day(step.at) })}</span>
        )}
      </p>
      {step.state === 'sent-back' && step.reasons !== null && (
        <blockquote className="cairn-steps__reasons">
          <strong>{t('site:steps.reasons')}</strong>
          <span className="cairn-lines">{step.reasons}</span>
        </blockquote>
      )}
      {waitsFor && site.may.manage && <p className="margin-bottom-0">{t(`now.wait.${waitsFor}`)}</p>}
      <Missing step={step} />
      {site.may.manage && <Act site={site} step={step} />}
    </section>
  );
}

/** Where the site's people do what is missing. */
function Act({ site: { code: site }, step }: { readonly site: Site; readonly step: SiteStep }) {
  const { t } = useTranslation('siteOverview');
  const codes = step.missing.map(({ code }) => code);
  if (codes.includes('agreement-version')) return <Jump to="agreement" text={t('now.act.agreement')} />;
  if (codes.includes('sending-facility-missing')) {
    return <Jump to="sending-facilities" text={t('now.act.facility')} />;
  }
  if (codes.some((code) => code === 'case-missing' || code === 'new-message')) {
    return (
      <div className="cairn-actions">
        <Link to="/workbench" className="usa-button">
          {t('now.act.workbench')}
        </Link>
        <Link to="/sites/$site/tests" params={{ site }} className="usa-button usa-button--outline">
          {t('now.act.tests')}
        </Link>
      </div>
    );
  }
  if (codes.includes('real-messages')) {
    return (
      <div className="cairn-actions">
        <Link to="/sites/$site/tests" params={{ site }} className="usa-button">
          {t('now.act.tests')}
        </Link>
      </div>
    );
  }
  if (codes.includes('credentials-not-shown')) {
    return (
      <div className="cairn-actions">
        <Link to="/sites/$site/credential" params={{ site }} className="usa-button">
          {t('now.act.credential')}
        </Link>
      </div>
    );
  }
  return null;
}

function Jump({ to, text }: { readonly to: string; readonly text: string }) {
  return (
    <div className="cairn-actions">
      <a href={`#${to}`} className="usa-button">
        {text}
      </a>
    </div>
  );
}
