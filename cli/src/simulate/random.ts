/** What a sequence of draws is for: sequences of different purposes have nothing to do with each other. */
export const STREAM = { site: 1, block: 2, home: 3, history: 4, chart: 5, message: 6, id: 7 } as const;
export type Stream = (typeof STREAM)[keyof typeof STREAM];

const GOLDEN = 0x9e3779b1;

/** A bijection of 32 bits whose output shows nothing of its input (murmur3's finalizer). */
export function mix(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/**
 * Random numbers by counter: the n-th draw of a thing is a function of the seed, of what is drawn for, of the thing's
 * number and of n. So any part of a population is made without making what comes before it, anywhere, alike.
 * One object serves many things one after the other: `at` turns it to the next.
 */
export class Draws {
  readonly #seed: number;
  #low = 0;
  #high = 0;
  #count = 0;

  constructor(seed: number) {
    this.#seed = mix(mix(seed >>> 0) ^ Math.floor(seed / 2 ** 32));
  }

  /** 64 bits of state, both halves one-to-one with the number: things never share their draws. */
  at(stream: Stream, number: number): this {
    const base = mix(this.#seed + Math.imul(stream, GOLDEN));
    this.#low = mix(base ^ number);
    this.#high = mix(mix(base + GOLDEN) ^ number);
    this.#count = 0;
    return this;
  }

  /** 0 to 2³² − 1 */
  next(): number {
    this.#count++;
    return mix(mix(this.#low + Math.imul(this.#count, GOLDEN)) ^ this.#high);
  }

  /** 0 inclusive to 1 exclusive */
  unit(): number {
    return this.next() / 0x1_0000_0000;
  }

  below(count: number): number {
    return Math.floor(this.unit() * count);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** Waiting time until something that happens by chance, once in `mean`. */
  wait(mean: number): number {
    return -Math.log(1 - this.unit()) * mean;
  }

  oneOf<T>(items: readonly [T, ...(readonly T[])] | readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError('nothing to draw from');
    return item;
  }
}

/** Things with weights, drawn by a number from 0 to 1. */
export class Weighted<T> {
  readonly #items: readonly T[];
  readonly #sums: Float64Array;

  constructor(items: readonly (readonly [T, number])[]) {
    if (items.length === 0) throw new RangeError('nothing to draw from');
    this.#items = items.map(([item]) => item);
    this.#sums = new Float64Array(items.length);
    let sum = 0;
    items.forEach(([, weight], index) => {
      sum += weight;
      this.#sums[index] = sum;
    });
  }

  pick(unit: number): T {
    const sums = this.#sums;
    const target = unit * (sums[sums.length - 1] ?? 0);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    const item = this.#items[low];
    if (item === undefined) throw new RangeError('nothing to draw from');
    return item;
  }
}

/** `GARCIA1728 LOPEZ1293`: names, each with its weight. */
export const weightedNames = (list: string): Weighted<string> =>
  new Weighted(
    list.split(' ').map((entry) => {
      const digits = /\d+$/.exec(entry)?.[0] ?? '';
      return [entry.slice(0, entry.length - digits.length), Number(digits)];
    }),
  );
