import { MOST_PERSONS, type SimulateOptions } from './options.ts';
import { BLOCK, Population } from './population.ts';
import { SiteIndex, sitesOf } from './sites.ts';
import { type Planned, type Simulated, Submissions } from './submissions.ts';

export { DEFAULTS, MOST_PERSONS, type SimulateOptions } from './options.ts';
export { MOST_SITES, type Site, sitesOf } from './sites.ts';
export type { Simulated, Truth } from './submissions.ts';
export { TRUTH_HEADER, truthLine } from './truth.ts';

/**
 * Messages about a population that does not exist, with the truth of each, one after the other and none kept: person k is a
 * function of the seed and k alone. The messages of one person come in the order in which they were sent; those of up to
 * `window` persons are mixed, as those of a day are.
 */
export function* simulate(options: SimulateOptions): Generator<Simulated, void, undefined> {
  const { from, persons, messages = Number.POSITIVE_INFINITY, window } = options;
  const end = Math.min(from + persons, MOST_PERSONS);
  const population = new Population(options);
  const submissions = new Submissions(options, new SiteIndex(sitesOf(options)));
  const size = Math.max(1, window);
  let left = messages;
  let waiting: (readonly Planned[])[] = [];
  for (let block = Math.floor(from / BLOCK); block * BLOCK < end; block++) {
    for (const person of population.block(block)) {
      if (person.number < from || person.number >= end) continue;
      waiting.push(submissions.plan(person));
      // Windows are counted from person 0, so that a slice comes in the order in which the whole does.
      if ((person.number + 1) % size !== 0 && person.number + 1 !== end) continue;
      for (const planned of inTurns(waiting)) {
        if (left-- <= 0) return;
        yield submissions.write(planned);
      }
      waiting = [];
    }
  }
}

/** The first message of each, then the second of each, … */
function* inTurns(all: readonly (readonly Planned[])[]): Generator<Planned, void, undefined> {
  for (let turn = 0, found = true; found; turn++) {
    found = false;
    for (const messages of all) {
      const message = messages[turn];
      if (!message) continue;
      found = true;
      yield message;
    }
  }
}
