/** One line of a data file, asked for by column; a column that the line does not reach is ''. */
export type Row = (column: number) => string;

/** The lines of a data file, cut at their tabs. */
export function rowsOf(text: string): readonly Row[] {
  return linesOf(text).map(rowOf);
}

export function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

export function rowOf(line: string): Row {
  const cells = line.split('\t');
  return (column) => cells[column] ?? '';
}

/** The parts of a cell that holds a list. */
export function listOf(cell: string): readonly string[] {
  return cell === '' ? EMPTY : Object.freeze(cell.split('|'));
}

export const EMPTY: readonly never[] = Object.freeze([]);

/** Values under their keys, in order; each list is frozen. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  for (const group of groups.values()) Object.freeze(group);
  return groups;
}

const STATUSES = ['active', 'inactive', 'never', 'non-us'] as const;

/** A status as written in a data file; `active` where it is left out. */
export function statusOf(cell: string): (typeof STATUSES)[number] {
  return STATUSES.find((status) => status === cell) ?? 'active';
}
