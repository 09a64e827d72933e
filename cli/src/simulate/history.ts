import { dayOf, dayOfYmd, yearOf } from './days.ts';
import { MILESTONES, type Product, PRODUCTS } from './data/vaccines.ts';
import type { Person } from './population.ts';
import type { Draws } from './random.ts';

/** A dose that was given, whoever tells of it: the truth. */
export type Dose = {
  /** In the order in which they are drawn; unique of a person. */
  readonly index: number;
  readonly day: number;
  readonly product: Product;
  readonly lot: string;
  readonly setting: 'birth' | 'season' | 'clinic';
};

/** Before it there are no doses worth a record. */
const FIRST_DAY = dayOf(2000, 1, 1);
const YEAR = 365.25;
/** Doses of a person that can be told apart in order numbers. */
const MOST_DOSES = 80;

const bySlot = new Map<
  string,
  { readonly product: Product; readonly from: number; readonly until: number }[]
>();
for (const product of PRODUCTS) {
  const entry = { product, from: dayOfYmd(product.from), until: dayOfYmd(product.until) };
  const slot = bySlot.get(product.slot);
  if (slot) slot.push(entry);
  else bySlot.set(product.slot, [entry]);
}

function productOn(slot: string, day: number): Product | undefined {
  for (const { product, from, until } of bySlot.get(slot) ?? []) {
    if (from <= day && day <= until) return product;
  }
  return undefined;
}

const milestones = MILESTONES.map((milestone) => ({
  ...milestone,
  brands: milestone.brands.map((slots) =>
    slots.map((slot) => {
      const [first = '', instead = ''] = slot.split('/');
      return { first, instead: instead === '' ? [] : instead.split(' ') };
    }),
  ),
}));

/**
 * All that a person was given up to a day, by age: what is due, with the delay and the coverage of families and of the
 * practice that they go to; influenza and COVID-19 by season.
 */
export function historyOf(
  person: Person,
  practice: { readonly brand: number; readonly slowness: number },
  today: number,
  draws: Draws,
): readonly Dose[] {
  const doses: Dose[] = [];
  const lots = ['ABEHKLMNPRTUWXYZ', 'ACDEFHJKLMNPRSTW'] as const;
  const give = (product: Product | undefined, day: number, setting: Dose['setting']): void => {
    if (!product || day < FIRST_DAY || day >= today || day < person.birthDay || doses.length >= MOST_DOSES)
      return;
    // A lot serves many sites and some weeks: it says little of who was given it.
    const number = draws.below(4000) + 4 * Math.floor((day - FIRST_DAY) / 60);
    const lot = `${lots[0][number % 16]}${lots[1][(number >> 4) % 16]}${1000 + (number % 9000)}`;
    doses.push({ index: doses.length, day, product, lot, setting });
  };
  const family = draws.unit();
  // Four of a hundred have themselves or their children vaccinated with nothing.
  if (family < 0.04) return doses;
  const hesitancy = family < 0.12 ? 0.6 : 1;
  const age = today - person.birthDay;

  let lastVisit = Number.NEGATIVE_INFINITY;
  for (const milestone of milestones) {
    if (milestone.age >= age) break;
    const delay = Math.floor(draws.wait(milestone.delay * practice.slowness * (2 - hesitancy)));
    // Who came late for one visit is not asked to the next within four weeks.
    const day = Math.max(person.birthDay + milestone.age + delay, lastVisit + 28);
    const comes = draws.chance(milestone.coverage * hesitancy);
    if (!comes || day < FIRST_DAY || day >= today) continue;
    lastVisit = day;
    const setting = milestone.age === 0 ? 'birth' : 'clinic';
    for (const { first, instead } of milestone.brands[practice.brand % milestone.brands.length] ?? []) {
      if (first.startsWith('ROTA') && day - person.birthDay > 240) continue;
      if (!draws.chance(0.97)) continue;
      const product = productOn(first, day);
      if (product) give(product, day, setting);
      else for (const slot of instead) give(productOn(slot, day), day, setting);
    }
  }
  giveInfluenza(person, today, draws, give);
  giveCovid(person, today, draws, give);
  return doses.toSorted((a, b) => a.day - b.day || a.index - b.index);
}

type Give = (product: Product | undefined, day: number, setting: Dose['setting']) => void;

/** Who comes one year comes the next: a third always, a third at times, a third never. */
function giveInfluenza(person: Person, today: number, draws: Draws, give: Give): void {
  const habit = [0.8, 0.35, 0][draws.below(3)] ?? 0;
  if (habit === 0) return;
  const first = Math.max(yearOf(person.birthDay), yearOf(FIRST_DAY));
  for (let year = first; year <= yearOf(today); year++) {
    if (!draws.chance(habit)) continue;
    const day = dayOf(year, 9, 10) + Math.floor(110 * draws.unit() ** 1.4);
    const age = day - person.birthDay;
    if (age > 190) give(productOn(age > 65 * YEAR ? 'FLU65' : 'FLU', day), day, 'season');
  }
}

function giveCovid(person: Person, today: number, draws: Draws, give: Give): void {
  if (!draws.chance(0.7)) return;
  const firstDay = dayOf(2021, 3, 1) + draws.below(200);
  const slotAt = (day: number): string | undefined => {
    const age = day - person.birthDay;
    return age > 12.1 * YEAR ? 'COVID' : age > 5.1 * YEAR && age < 11.9 * YEAR ? 'COVID5' : undefined;
  };
  let last = Number.NEGATIVE_INFINITY;
  const giveAt = (day: number): void => {
    const slot = slotAt(day);
    if (day < last + 21) return;
    last = day;
    if (slot !== undefined) give(productOn(slot, day), day, 'season');
  };
  giveAt(firstDay);
  giveAt(firstDay + 21 + draws.below(8));
  for (let year = 2021; year <= yearOf(today); year++) {
    if (draws.chance(0.25)) giveAt(dayOf(year, 10, 1) + draws.below(70));
  }
}
