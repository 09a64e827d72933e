import type { SkipConditionData, SkipData, SkipSetData } from '../data.ts';
import type { ElementReader } from './element-reader.ts';
import { given } from './given.ts';
import { readInForce } from './in-force.ts';

const CONTEXTS = { evaluation: 'evaluation', forecast: 'forecast', both: 'both' } as const;
const LOGIC = { and: 'and', or: 'or' } as const;

/** An empty conditionalSkip element says that the dose cannot be skipped. */
export function readSkip(reader: ElementReader): SkipData | undefined {
  if (reader.isEmpty) return undefined;
  const context = reader.oneOf('context', CONTEXTS);
  const logic = reader.oneOf('setLogic', LOGIC);
  const sets = reader.all('set').map(readSet);
  reader.done();
  const whole = sets.filter((set) => set !== undefined);
  if (context !== undefined && whole.length > 0 && whole.length === sets.length)
    return given({ context, logic, sets: whole });
  reader.note(
    'A conditional skip needs a context and sets that are understood; without, it is left out.',
    '',
  );
  return undefined;
}

/** A set of which a condition is not understood must not be taken as if it had one condition less. */
function readSet(reader: ElementReader): SkipSetData | undefined {
  const id = reader.text('setID');
  const period = readInForce(reader);
  const logic = reader.oneOf('conditionLogic', LOGIC);
  const conditions = reader.all('condition').map(readCondition);
  reader.ignore('setDescription');
  reader.done();
  const whole = conditions.filter((condition) => condition !== undefined);
  if (conditions.length === 0) reader.note('A set without conditions.', '');
  if (whole.length === 0 || whole.length < conditions.length) return undefined;
  if (whole.length > 1 && logic === undefined) reader.note('Several conditions without conditionLogic.', '');
  return given({ id, logic, conditions: whole, ...period });
}

const CONDITIONS = {
  age: 'age',
  'completed series': 'completed-series',
  interval: 'interval',
  'vaccine count by age': 'count',
  'vaccine count by date': 'count',
  'vaccine count by date and age': 'count',
  'vaccine count by age and date': 'count',
} as const;
const COMPARISONS = { 'greater than': 'more', 'equal to': 'equal', 'less than': 'less' } as const;

function readCondition(reader: ElementReader): SkipConditionData | undefined {
  const type = reader.oneOf('conditionType', CONDITIONS);
  reader.ignore('conditionID');
  const fields = {
    from: reader.duration('beginAge'),
    to: reader.duration('endAge'),
    start: reader.day('startDate'),
    end: reader.day('endDate'),
    interval: reader.duration('interval'),
    count: reader.count('doseCount'),
    kind: reader.oneOf('doseType', { valid: 'valid', total: 'total' }),
    compare: reader.oneOf('doseCountLogic', COMPARISONS),
    vaccines: reader.cvxList('vaccineTypes'),
    groups: reader.list('seriesGroups'),
  };
  reader.done();
  const used: Readonly<Record<SkipConditionData['type'], readonly string[]>> = {
    age: ['from', 'to'],
    'completed-series': ['groups'],
    interval: ['interval'],
    count: ['from', 'to', 'start', 'end', 'count', 'kind', 'compare', 'vaccines'],
  };
  if (type === undefined) {
    reader.note('A condition of unknown type.', '');
    return undefined;
  }
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && !used[type].includes(name))
      reader.note(`A condition of type ${type} with ${name}.`, String(value));
  }
  const condition = conditionOf(type, fields);
  if (condition === undefined) reader.note(`A condition of type ${type} that lacks what it needs.`, '');
  return condition;
}

function conditionOf(
  type: SkipConditionData['type'],
  {
    from,
    to,
    start,
    end,
    interval,
    count,
    kind,
    compare,
    vaccines,
    groups,
  }: {
    readonly [Name in 'from' | 'to' | 'start' | 'end' | 'interval']: string | undefined;
  } & {
    readonly count: number | undefined;
    readonly kind: 'valid' | 'total' | undefined;
    readonly compare: 'more' | 'equal' | 'less' | undefined;
    readonly vaccines: readonly string[] | undefined;
    readonly groups: readonly string[] | undefined;
  },
): SkipConditionData | undefined {
  switch (type) {
    case 'age':
      return from === undefined && to === undefined ? undefined : given({ type, from, to });
    case 'completed-series':
      return groups === undefined ? undefined : { type, groups };
    case 'interval':
      return interval === undefined ? undefined : { type, interval };
    case 'count': {
      if (count === undefined || compare === undefined || kind === undefined) return undefined;
      const validOnly = kind === 'valid' ? (true as const) : undefined;
      return given({ type, from, to, start, end, validOnly, compare, count, vaccines });
    }
  }
}
