import type { Site } from '../../api/site.ts';

/** What a decision still lacks; the same form as in a refusal: `where` is the case, the id, how many of how many. */
export type Lacking = { readonly code: string; readonly where: string };
export type Track = Site['promotions'][number]['track'];
export type SendBackStep = 'testing' | 'real-data' | 'bidx';

/** These wait for the registry itself: they are what is decided, not what is missing. */
const REGISTRYS: readonly string[] = ['registry-review', 'second-approval'];

/** What the site has to bring before its way goes on behind a step, as the server asks it (`lackingFor` of steps.ts). */
export function lackingUntil(
  { steps }: Pick<Site, 'steps'>,
  step: 'testing' | 'real-data',
): readonly Lacking[] {
  const until = steps.findIndex((each) => each.step === step);
  return steps
    .slice(0, until + 1)
    .flatMap(({ missing }) => missing)
    .filter(({ code }) => !REGISTRYS.includes(code))
    .map(({ code, detail }) => ({ code, where: Object.values(detail).join('/') }));
}

/** What is missing before queries can be proposed. */
export const lackingForBidx = ({ bidx }: Pick<Site, 'bidx'>): readonly Lacking[] => [
  ...(bidx.state === 'none' ? [{ code: 'survey-missing', where: '' }] : []),
  ...bidx.readiness
    .filter(({ shownBy }) => shownBy === null)
    .map((each) => ({ code: 'case-missing', where: each.case })),
];

/** What can be proposed in the stage that a site is in, and is not proposed yet. */
export function tracksToPropose({ stage, bidx, promotions }: Site): readonly Track[] {
  const isProposed = (track: Track): boolean => promotions.some((each) => each.track === track);
  return [
    ...(stage === 'real-data' && !isProposed('production') ? (['production'] as const) : []),
    ...(stage !== 'suspended' && bidx.state !== 'approved' && !isProposed('bidx') ? (['bidx'] as const) : []),
  ];
}

/** The steps that can be sent back, the one that the site is at first. */
export function stepsToSendBack({ stage, bidx }: Pick<Site, 'stage' | 'bidx'>): readonly SendBackStep[] {
  if (stage === 'suspended') return [];
  return [
    ...(stage === 'real-data' ? (['real-data', 'testing'] as const) : []),
    ...(stage === 'testing' ? (['testing'] as const) : []),
    ...(bidx.state === 'testing' ? (['bidx'] as const) : []),
  ];
}
