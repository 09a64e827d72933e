import { routesFor } from '@cairn/codes';
import { administeredRule, givenRule } from './dose-rule.ts';

/** Routes of HL7 table 0162 under their NCIT codes. */
const NCIT_ROUTES: ReadonlyMap<string, string> = new Map([
  ['IM', 'C28161'],
  ['ID', 'C38238'],
  ['IV', 'C38276'],
  ['IN', 'C38284'],
  ['NS', 'C38284'],
  ['PO', 'C38288'],
  ['MP', 'C38676'],
  ['SC', 'C38299'],
  ['TD', 'C38305'],
]);
const INTRADERMAL = 'C38238';
const INTRAMUSCULAR = 'C28161';
const INTRAVENOUS = 'C38276';
const NASAL = 'C38284';
const ORAL = 'C38288';
const PERCUTANEOUS = 'C38676';
const SUBCUTANEOUS = 'C38299';

const ncit = (route: string): string => NCIT_ROUTES.get(route) ?? route;
const isInjection = (route: string): boolean =>
  route === INTRAMUSCULAR || route === SUBCUTANEOUS || route === INTRADERMAL;

const NASAL_VACCINES: ReadonlySet<string> = new Set(['111', '125', '149', '151', '333']);
const ORAL_VACCINES: ReadonlySet<string> = new Set(
  '02 25 54 55 74 82 116 119 122 143 172 173 174 178 179 182'.split(' '),
);
const INTRADERMAL_VACCINES: ReadonlySet<string> = new Set(['40', '144', '166']);
const SCRATCHED_VACCINES: ReadonlySet<string> = new Set(['75', '105']);
/** Families of which some are injected and some are not. */
const MIXED_VACCINES: ReadonlySet<string> = new Set(['26', '88', '89', '91', '128', '999']);

/** Routes added to labels since: MMR and varicella into the muscle (2023), Jynneos into the skin (2022). */
const LATER_ROUTES: ReadonlyMap<string, string> = new Map([
  ['03', INTRAMUSCULAR],
  ['21', INTRAMUSCULAR],
  ['94', INTRAMUSCULAR],
  ['206', INTRADERMAL],
]);

const FACE: ReadonlySet<string> = new Set(['BN', 'LN', 'RN', 'MO']);
const DELTOID: ReadonlySet<string> = new Set(['LD', 'RD']);
const BUTTOCK: ReadonlySet<string> = new Set(['LG', 'RG', 'BU', 'LVG', 'RVG']);

/** Route and site, by vaccine and by age. */
export const doseRouteRules = [
  administeredRule({
    code: 'route-missing',
    states: 'A clinic says by which route it gave a vaccine.',
    source: 'CAIR2 guide, RXR; MIROW 2013; MQE0277 vaccination body route is missing',
    at: 'RXR-1',
    value: 'missing',
    severity: 'W',
    effect: 'none',
    hl7: '101',
    application: '7',
    // An RXR without a route is found by the check of its fields.
    holds: ({ route, hasRoute }) => route !== undefined || hasRoute,
    message: 'The route of administration is missing.',
    fix: 'Send the route in RXR-1, such as C28161 for into the muscle.',
  }),
  givenRule({
    code: 'route-not-nasal',
    states: 'Live influenza vaccine is sprayed into the nose.',
    source: 'MIROW 2013; MQE0276 vaccination body route is invalid for vaccine indicated',
    at: 'RXR-1',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['cvx', 'route'],
    holds: ({ cvx, route }) => !NASAL_VACCINES.has(cvx) || ncit(route) === NASAL,
    message: 'The vaccine is sprayed into the nose, but the route is another.',
    fix: 'Check the vaccine (RXA-5) and the route (RXR-1); nasal is C38284.',
  }),
  givenRule({
    code: 'route-not-oral',
    states: 'Vaccines that are swallowed are given by mouth.',
    source: 'MIROW 2013; MQE0276 vaccination body route is invalid for vaccine indicated',
    at: 'RXR-1',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['cvx', 'route'],
    holds: ({ cvx, route }) => !ORAL_VACCINES.has(cvx) || ncit(route) === ORAL,
    message: 'The vaccine is given by mouth, but the route is another.',
    fix: 'Check the vaccine (RXA-5) and the route (RXR-1); oral is C38288.',
  }),
  givenRule({
    code: 'route-not-injection',
    states: 'Vaccines for injection are not given by nose or mouth.',
    source: 'MIROW 2013; MQE0276 vaccination body route is invalid for vaccine indicated',
    at: 'RXR-1',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['cvx', 'route', 'vaccine'],
    holds: ({ cvx, route, vaccine }) => {
      const by = ncit(route);
      if (by !== NASAL && by !== ORAL) return true;
      const isOfOtherKind = vaccine.kind !== 'vaccine' && vaccine.kind !== 'unspecified';
      return isOfOtherKind || NASAL_VACCINES.has(cvx) || ORAL_VACCINES.has(cvx) || MIXED_VACCINES.has(cvx);
    },
    message: 'The vaccine is injected, but the route is nasal or oral.',
    fix: 'Check the vaccine (RXA-5) and the route (RXR-1).',
  }),
  givenRule({
    code: 'route-not-intradermal',
    states: 'Vaccines made for the skin are given into the skin.',
    source: 'MIROW 2013; MQE0276 vaccination body route is invalid for vaccine indicated',
    at: 'RXR-1',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['cvx', 'route'],
    after: ['route-not-injection', 'route-intravenous'],
    holds: ({ cvx, route }) => !INTRADERMAL_VACCINES.has(cvx) || ncit(route) === INTRADERMAL,
    message: 'The vaccine is given into the skin, but the route is another.',
    fix: 'Check the vaccine (RXA-5) and the route (RXR-1); intradermal is C38238.',
  }),
  givenRule({
    code: 'route-not-percutaneous',
    states: 'Smallpox vaccine ACAM2000 is scratched into the skin.',
    source: 'CDC NDC tables; MQE0276 vaccination body route is invalid for vaccine indicated',
    at: 'RXR-1',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['cvx', 'route'],
    after: ['route-not-injection', 'route-intravenous'],
    holds: ({ cvx, route }) => !SCRATCHED_VACCINES.has(cvx) || ncit(route) === PERCUTANEOUS,
    message: 'The vaccine is scratched into the skin, but the route is another.',
    fix: 'Check the vaccine (RXA-5) and the route (RXR-1); percutaneous is C38676.',
  }),
  givenRule({
    code: 'route-intravenous',
    states: 'No vaccine is given into a vein.',
    source: 'MIROW 2013; MQE0276 vaccination body route is invalid for vaccine indicated',
    at: 'RXR-1',
    value: 'implausible',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['route', 'vaccine'],
    after: ['route-not-nasal', 'route-not-oral'],
    holds: ({ route, vaccine }) => vaccine.kind !== 'vaccine' || ncit(route) !== INTRAVENOUS,
    message: 'The route is into a vein, by which no vaccine is given.',
    fix: 'Correct the route (RXR-1).',
  }),
  administeredRule({
    code: 'route-not-labelled',
    states: 'A vaccine is given by a route of its label.',
    source: 'CDC NDC tables; MQE0276 vaccination body route is invalid for vaccine indicated',
    at: 'RXR-1',
    value: 'implausible',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['cvx', 'route'],
    after: [
      'not-in-table',
      'route-not-nasal',
      'route-not-oral',
      'route-not-injection',
      'route-not-intradermal',
      'route-not-percutaneous',
      'route-intravenous',
    ],
    holds: ({ cvx, route }) => {
      const by = ncit(route);
      const routes = routesFor(cvx);
      if (routes.length === 0 || routes.includes(by)) return true;
      return LATER_ROUTES.get(cvx) === by;
    },
    message: 'The route is not the one on the label of the vaccine.',
    fix: 'Check the vaccine (RXA-5) and the route (RXR-1).',
  }),
  administeredRule({
    code: 'site-missing',
    states: 'A clinic says where it injected a vaccine.',
    source: 'MIROW 2013; MQE0283 vaccination body site is missing',
    at: 'RXR-2',
    value: 'missing',
    severity: 'I',
    effect: 'none',
    hl7: '101',
    application: '7',
    needs: ['route'],
    holds: ({ route, site }) => site !== undefined || !isInjection(ncit(route)),
    message: 'The site of the injection is missing.',
    fix: 'Send the site in RXR-2, such as LT for left thigh.',
  }),
  givenRule({
    code: 'site-without-injection',
    states: 'What is swallowed or sprayed into the nose has no site of injection.',
    source: 'MIROW 2013; MQE0282 vaccination body site is invalid for vaccine indicated',
    at: 'RXR-2',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['route', 'site'],
    after: ['route-not-injection'],
    holds: ({ route, site }) => {
      const by = ncit(route);
      return (by !== NASAL && by !== ORAL) || FACE.has(site);
    },
    message: 'There is a site of injection, but the vaccine was given by nose or mouth (RXR-1).',
    fix: 'Leave RXR-2 empty, or correct the route.',
  }),
  givenRule({
    code: 'site-not-for-injection',
    states: 'Nothing is injected into nose or mouth.',
    source: 'MIROW 2013; MQE0282 vaccination body site is invalid for vaccine indicated',
    at: 'RXR-2',
    value: 'inconsistent',
    severity: 'W',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['route', 'site'],
    after: ['route-not-nasal', 'route-not-oral'],
    holds: ({ route, site }) => !FACE.has(site) || !isInjection(ncit(route)),
    message: 'The site is the nose or the mouth, but the vaccine was injected (RXR-1).',
    fix: 'Correct the site (RXR-2) or the route.',
  }),
  administeredRule({
    code: 'site-deltoid-of-infant',
    states: 'Infants are injected into the thigh.',
    source: 'ACIP, best practices: vaccine administration; MIROW 2013',
    at: 'RXR-2',
    value: 'implausible',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['site', 'ageMonths'],
    holds: ({ site, ageMonths }) => ageMonths >= 12 || !DELTOID.has(site),
    message: 'The site is the deltoid muscle of the arm, which in infants is too small.',
    fix: 'Check the site (RXR-2); in infants the thigh is used.',
  }),
  administeredRule({
    code: 'site-buttock',
    states: 'Vaccines are not injected into the buttock.',
    source: 'ACIP, best practices: vaccine administration; MIROW 2013',
    at: 'RXR-2',
    value: 'implausible',
    severity: 'I',
    effect: 'none',
    hl7: '0',
    application: '3',
    needs: ['site', 'vaccine'],
    holds: ({ site, vaccine }) => vaccine.kind !== 'vaccine' || !BUTTOCK.has(site),
    message: 'The site is the buttock, where vaccines work less well.',
    fix: 'Check the site (RXR-2).',
  }),
];
