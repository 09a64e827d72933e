/** `10k,1m`: 10,000 and 1,000,000. */
export function counts(list: string): readonly number[] {
  return list.split(',').map((text) => {
    const [, digits, unit] = /^(\d+(?:\.\d+)?)([km]?)$/i.exec(text.trim()) ?? [];
    if (digits === undefined) throw new Error(`"${text}" is no number such as 500, 10k or 3m`);
    return Number(digits) * { '': 1, k: 1000, m: 1_000_000 }[unit?.toLowerCase() as '' | 'k' | 'm'];
  });
}

/** The value that this share of all does not exceed. */
export function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** The value in the middle; of an even number the upper one. */
export function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
}
