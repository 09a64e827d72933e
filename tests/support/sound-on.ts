import { details, dose, patient, vxu } from './messages.ts';

/** Of MMR, as in force in 2016. */
export const VIS_2016 = '253088698300012711120420';

/** A message that was sound on that day: its patient was a year old, its dose given that day. */
export function soundOn(
  day: string,
  options: Parameters<typeof vxu>[0] & { readonly vis?: string } = {},
): string {
  const { vis = VIS_2016, from } = options;
  const year = Number(day.slice(0, 4));
  const [route = '', eligibility = '', funding = '', document = '', presented = ''] = details('03', day);
  const rest = [route, eligibility, funding, document.replace(/2530886983\d+/, vis), presented];
  return vxu({
    patient: patient({ birthDate: `${year - 2}0315` }),
    orders: [dose({ day, rest, rxa: { 16: `${year + 2}0131` }, ...(from ? { site: from.site } : {}) })],
    ...options,
    msh: { 7: `${day}101500-0700`, ...options.msh },
  });
}
