import { addDuration, type DoseInput, dayOf, type PatientInput, parseDuration } from '@cairn/forecast';

/**
 * Fictional immunization histories for benchmarks: children and adults who were vaccinated by the routine schedule, early,
 * late, in part or not at all, made from a seed. Nobody in them exists.
 */

/** Age and vaccines of the usual visits (CVX); a year is written in months. */
const VISITS: readonly (readonly [age: string, vaccines: readonly string[]])[] = [
  ['0d', ['08']],
  ['2m', ['110', '49', '133', '119']],
  ['4m', ['110', '49', '133', '119']],
  ['6m', ['110', '133', '140']],
  ['12m', ['03', '21', '83', '133']],
  ['15m', ['20', '49']],
  ['18m', ['83', '140']],
  ['30m', ['140']],
  ['48m', ['130', '94']],
  ['96m', ['140']],
  ['132m', ['115', '165', '114']],
  ['138m', ['165']],
  ['192m', ['114', '162']],
  ['240m', ['140', '208']],
  ['360m', ['115', '140']],
  ['600m', ['187', '140']],
  ['603m', ['187']],
  ['660m', ['33', '197']],
];

/** A linear congruential generator (Numerical Recipes): the same seed, the same person, on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const AS_OF = dayOf('2025-11-10');

/** The history of one person, mostly a child. */
export function history(seed: number): PatientInput {
  const random = randomFrom(seed + 1);
  for (let warm = 0; warm < 5; warm++) random();
  const years = random() < 0.75 ? random() * 18 : 18 + random() * 62;
  const birthDate = AS_OF - Math.floor(years * 365.25);
  const kept = 0.5 + random() * 0.5;
  const lateBy = random() < 0.3 ? 120 : 20;
  const doses: DoseInput[] = [];
  for (const [age, vaccines] of VISITS) {
    const length = parseDuration(age);
    if (!length) throw new Error(`${age} is no age`);
    const date = addDuration(birthDate, length) + Math.floor(random() * lateBy) - 6;
    if (date > AS_OF || random() > kept) continue;
    for (const cvx of vaccines) {
      if (random() < 0.05) continue;
      doses.push({ id: String(doses.length + 1), date: Math.max(date, birthDate), cvx });
    }
  }
  return {
    birthDate,
    gender: random() < 0.5 ? 'F' : 'M',
    assessmentDate: AS_OF,
    doses,
    observations: random() < 0.1 ? [{ code: '055' }] : [],
  };
}
