import { type Chart, chartsOf, type Fault, registrationOn } from './charts.ts';
import { type Dose, historyOf } from './history.ts';
import { type Submission, type Told, toldAs, writeVxu } from './message.ts';
import type { SimulateOptions } from './options.ts';
import type { Person } from './population.ts';
import { Draws, mix, STREAM } from './random.ts';
import { type SiteIndex, siteNumber } from './sites.ts';

/** What is true of a message, whatever it says: enough to judge whoever matched persons and doses by it. */
export type Truth = {
  readonly controlId: string;
  readonly kind: 'new' | 'update' | 'resend';
  readonly person: number;
  readonly household: number;
  /** Number of the birth, the same for all who were born together; 0 for one born alone. */
  readonly twins: number;
  readonly lookAlike: boolean;
  readonly site: string;
  readonly authority: string;
  readonly mrn: string;
  readonly faults: readonly Fault[];
  /** In the order of the message: its number there (ORC-3.1), and which dose of the person it is. */
  readonly doses: readonly { readonly filler: string; readonly dose: number }[];
};

export type Simulated = {
  readonly text: string;
  readonly truth: Truth;
  /** What was not told before: the person, the chart, doses by who gave them. For counting without remembering. */
  readonly news: { readonly person: boolean; readonly chart: boolean; readonly doses: number };
};

/** Shares of messages that are sent again, and that are corrected by another (assumptions). */
const RESENT = 0.02;
const CORRECTED = 0.015;
const NEWBORN_NAMES = 0.6;
const MOST_HISTORY = 40;

type Visit = { readonly day: number; readonly doses: readonly Dose[]; readonly chart: number };

/** A message that is to be sent, not yet written: many wait for their turn, and few are in memory as text. */
export type Planned = {
  readonly person: Person;
  readonly chart: Chart;
  readonly visit: Visit;
  readonly kind: Truth['kind'];
  /** Of the person's messages, from 1 on; a message that is sent again keeps its number. */
  readonly number: number;
  /** Of the chart's visits, from 0 on. */
  readonly count: number;
  readonly isNewborn: boolean;
  readonly isCorrected: boolean;
  readonly isFirstOfPerson: boolean;
  readonly history: readonly Dose[];
  /** Those that the site itself has reported. */
  readonly own: ReadonlySet<Dose>;
};

/** All messages about persons: planned one person after the other, in the order in which they are sent. */
export class Submissions {
  readonly #options: SimulateOptions;
  readonly #sites: SiteIndex;
  readonly #history: Draws;
  readonly #charts: Draws;
  readonly #messages: Draws;

  constructor(options: SimulateOptions, sites: SiteIndex) {
    this.#options = options;
    this.#sites = sites;
    this.#history = new Draws(options.seed);
    this.#charts = new Draws(options.seed);
    this.#messages = new Draws(options.seed);
  }

  plan(person: Person): readonly Planned[] {
    const charts = chartsOf(person, this.#sites, this.#charts.at(STREAM.chart, person.number));
    const draws = this.#messages.at(STREAM.message, person.number);
    const practice = charts[0].site;
    const drawsOfHistory = this.#history.at(STREAM.history, person.number);
    const history = historyOf(person, practice, this.#options.today, drawsOfHistory);
    if (history.length === 0) return [];
    const visits = visitsOf(person, history, charts, draws);
    const share = this.#options.visits / visits.length;
    const planned: Planned[] = [];
    const counts = charts.map(() => 0);
    const reported = charts.map(() => new Set<Dose>());
    visits.forEach((visit, index) => {
      const isLast = index === visits.length - 1;
      const chart = charts[visit.chart] ?? charts[0];
      const isKept = draws.chance(share) || (isLast && planned.length === 0);
      if (!isKept || (visit.day < chart.site.firstFeed && !isLast)) return;
      const own = reported[visit.chart] ?? new Set<Dose>();
      const count = counts[visit.chart] ?? 0;
      for (const dose of visit.doses) own.add(dose);
      counts[visit.chart] = count + 1;
      const isNewborn = visit.doses[0]?.setting === 'birth' && draws.chance(NEWBORN_NAMES);
      const isCorrected = draws.chance(CORRECTED);
      const isFirstOfPerson = planned.length === 0;
      const add = (kind: Truth['kind'], number: number): void => {
        planned.push({
          person,
          chart,
          visit,
          kind,
          number,
          count,
          isNewborn,
          isCorrected,
          isFirstOfPerson,
          history,
          own,
        });
      };
      const number = (planned.at(-1)?.number ?? 0) + 1;
      add('new', number);
      // Half of what is sent again is the message itself; the other half is made anew, under another number.
      const isResent = draws.chance(RESENT);
      const isSame = draws.chance(0.5);
      if (isResent) add('resend', isSame ? number : number + 1);
      if (isCorrected) add('update', number + (isResent && !isSame ? 2 : 1));
    });
    return planned;
  }

  write(planned: Planned): Simulated {
    const { person, chart, visit, kind, count } = planned;
    const { site } = chart;
    const day = kind === 'update' ? Math.min(visit.day + 2, this.#options.today - 1) : visit.day;
    const submission: Submission = {
      controlId: `SIM${this.#options.seed}-${person.number}-${planned.number}`,
      sendingFacility: this.#options.sendingFacility ?? site.code,
      site,
      mrn: chart.mrn,
      person,
      registration: registrationOn(person, chart, visit.day, count, planned.isNewborn),
      hasGuardian: chart.fills.guardian,
      hasRace: chart.fills.race,
      day,
      doses: [...givenOf(planned), ...historyAt(planned)],
    };
    const isNew = kind === 'new';
    return {
      text: writeVxu(submission),
      truth: truthOf(submission, kind),
      news: {
        person: isNew && planned.isFirstOfPerson,
        chart: isNew && count === 0,
        doses: isNew ? visit.doses.length : 0,
      },
    };
  }
}

/** What is corrected later was entered with two characters of the lot changed for one another. */
function givenOf({ person, chart, visit, kind, isCorrected }: Planned): readonly Told[] {
  const base = numberBase(chart, person);
  const isUpdate = kind === 'update';
  const doses = isUpdate ? visit.doses.slice(0, 1) : visit.doses;
  return doses.map((dose, index) => ({
    kind: 'given',
    dose,
    filler: String(base + dose.index),
    lot:
      isCorrected && !isUpdate && index === 0
        ? dose.lot.slice(0, -2) + dose.lot.slice(-1) + dose.lot.slice(-2, -1)
        : dose.lot,
    action: isUpdate ? 'U' : 'A',
  }));
}

/** Doses that the site was told of, under the habits of its system. */
function historyAt({ person, chart, history, own, count, visit }: Planned): readonly Told[] {
  const { persona } = chart.site;
  const before = visit.day;
  const doses = history;
  if (persona.history === 'none' || (persona.history === 'first' && count > 0)) return [];
  const base = numberBase(chart, person);
  const told: Told[] = [];
  for (const dose of doses) {
    if (dose.day >= before || told.length >= MOST_HISTORY) break;
    if (own.has(dose)) continue;
    // What a site knows of a dose, it knows the same way every time.
    const chances = mix(chart.typo ^ Math.imul(dose.index + 1, 0x9e3779b1));
    if ((chances & 255) >= 200) continue;
    const isLate = ((chances >>> 8) & 255) < persona.late * 256;
    const day = Math.min(isLate ? dose.day + 1 + (chances % 3) : dose.day, before - 1);
    const isVague = ((chances >>> 16) & 255) < persona.unspecified * 256;
    const { exact, vague } = toldAs(dose.product);
    const rests = isVague ? vague : exact;
    for (let component = 0; component < rests.length; component++) {
      const filler = historyId(chart, base, dose, component, count);
      told.push({ kind: 'history', dose, filler, day, rest: rests[component] ?? '' });
    }
  }
  return told;
}

function historyId({ site }: Chart, base: number, dose: Dose, component: number, count: number): string {
  if (site.persona.historyIds === '9999') return '9999';
  const number = base + 80 + dose.index * 4 + component;
  return String(site.persona.historyIds === 'fresh' ? number + 512 * (1 + (count % 7)) : number);
}

/** Order numbers of a person at a site: 4,096 in a row that no other person has there. */
const numberBase = ({ site }: Chart, person: Person): number => siteNumber(site, person.number) * 4096;

/** Doses of one day are one visit: at the hospital, at the pharmacy, where they live, or by chance at another place. */
function visitsOf(
  person: Person,
  doses: readonly Dose[],
  charts: readonly Chart[],
  draws: Draws,
): readonly Visit[] {
  const byDay: Dose[][] = [];
  for (const dose of doses) {
    const last = byDay.at(-1);
    if (last?.[0]?.day === dose.day) last.push(dose);
    else byDay.push([dose]);
  }
  const ofKind = (kind: string): number => charts.findIndex(({ site }) => site.kind === kind);
  const moved = person.household.homes[0]?.from ?? 0;
  const later = charts.findIndex(({ site }, index) => index > 0 && site.kind === 'clinic');
  return byDay.map((group) => {
    const first = group[0];
    const setting = first?.setting ?? 'clinic';
    const day = first?.day ?? 0;
    const special = setting === 'birth' ? ofKind('hospital') : setting === 'season' ? ofKind('pharmacy') : -1;
    let chart = special >= 0 && draws.chance(0.8) ? special : later > 0 && day >= moved ? later : 0;
    if (draws.chance(0.3)) chart = draws.below(charts.length);
    return { day, doses: group, chart };
  });
}

const truthOf = (
  { controlId, person, site, mrn, registration, doses }: Submission,
  kind: Truth['kind'],
): Truth => ({
  controlId,
  kind,
  person: person.number,
  household: person.household.number,
  twins: person.twins?.group ?? 0,
  lookAlike: person.twins?.alike ?? false,
  site: site.code,
  authority: site.authority,
  mrn,
  faults: registration.faults,
  doses: doses.map(({ filler, dose }) => ({ filler, dose: dose.index })),
});
