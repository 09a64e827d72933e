import { useTranslation } from 'react-i18next';
import type { Site, SiteEvent } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';

const STEPS = ['testing', 'real-data', 'bidx', 'production'] as const;

/** What has another side reads differently from each. */
const OF_A_FACILITY: Readonly<Record<string, string>> = {
  'sending-facility-named': 'client-named',
  'sending-facility-confirmed': 'client-confirmed',
  'sending-facility-ended': 'client-ended',
};

/** An event in words, and what somebody wrote with it. */
export function useEventWords({
  kind: of,
}: Pick<Site, 'kind'>): (event: SiteEvent) => { readonly what: string; readonly said: string } {
  const { t, i18n } = useTranslation('siteEvents');
  const { day } = useFormat();
  const stepName = (named: string): string => {
    const step = STEPS.find((each) => each === named);
    return step ? t(`steps.${step}`) : named;
  };
  return ({ kind, detail }) => {
    const text = (name: string): string => String(detail[name] ?? '');
    const said = ['reasons', 'reason', 'text'].map(text).find((each) => each !== '') ?? '';
    // A kind that is newer than this page is at least named.
    if (!i18n.exists(`siteEvents:kinds.${kind}`)) return { what: kind, said };
    const seen = of === 'sending-facility' ? (OF_A_FACILITY[kind] ?? kind) : kind;
    const key = kind === 'certificate-set' && text('fingerprint') === '' ? 'certificate-removed' : seen;
    const what = t(`kinds.${key}` as 'kinds.client-invited', {
      ...detail,
      name: text('name'),
      step: stepName(text('step') || text('track')),
      days: text('overlapDays'),
      from: /^\d{4}-\d{2}-\d{2}$/.test(text('from')) ? day(text('from')) : '',
      to: /^\d{4}-\d{2}-\d{2}$/.test(text('to')) ? day(text('to')) : '',
    });
    return { what, said };
  };
}
