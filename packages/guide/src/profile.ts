import { codeTable, type CodeTable } from '@cairn/codes';
import {
  componentCondition,
  type ComponentCondition,
  segmentCondition,
  type SegmentCondition,
} from './conditions.ts';
import { DATATYPES } from './data/datatypes.ts';
import { SEGMENTS } from './data/segments.ts';
import { comesAgain, Memory } from './memory.ts';
import { type Policies, type Treatment, treatmentOf } from './policy.ts';
import { type Structure, structureOf } from './structure.ts';
import { FIELD_FINDINGS, type FieldCode } from './field-findings.ts';

export const PROFILES = ['Z22', 'Z23', 'Z31', 'Z32', 'Z33', 'Z34', 'Z42', 'Z44'] as const;
/** A message profile of the guide, as MSH-21 names it. */
export type ProfileId = (typeof PROFILES)[number];

type Usage = 'R' | 'RE' | 'O' | 'X';
/** Usage that hangs on a condition has both sides; plain usage has the same twice. */
type Conditional<Condition> = {
  readonly met: Usage;
  readonly unmet: Usage;
  readonly when: Condition | undefined;
};

/** How the text of a primitive is checked. */
export type Primitive =
  'text' | 'number' | 'count' | 'time' | 'time-with-zone' | 'day' | 'month' | 'any-time';

export type Place = {
  /** `PID-5.7`, without occurrence and repetition */
  readonly path: string;
  readonly name: string;
  readonly maxLength: number;
  readonly primitive: Primitive;
  /** Value sets in which a code may be found, the current one first. */
  readonly tables: readonly CodeTable[];
  readonly treatments: Readonly<Record<FieldCode, Treatment>>;
};

export type ComponentSpec = Place & {
  readonly index: number;
  readonly usage: Conditional<ComponentCondition>;
  readonly mayBeRequired: boolean;
  /** Whether any text will do that is not too long. */
  readonly isPlain: boolean;
  /** Subcomponents, for a component that is itself of a composite type (HD, SAD, FN). */
  readonly parts: readonly ComponentSpec[];
};

export type FieldSpec = Place & {
  readonly field: number;
  readonly usage: Conditional<SegmentCondition>;
  readonly mayBeRequired: boolean;
  readonly repetitions: number;
  readonly type: string;
  readonly components: readonly ComponentSpec[];
  /** Texts that were found to be right; undefined where texts are not kept. */
  readonly sound: Memory<true> | undefined;
};

export type SegmentSpec = {
  readonly name: string;
  readonly fields: readonly FieldSpec[];
  /** Fields that the guide does not support. */
  readonly unsupported: readonly Place[];
  /** Whole segments that were found to be right; undefined where they are not kept. */
  readonly whole: Memory<true> | undefined;
};

export type Profile = {
  readonly id: ProfileId;
  readonly structure: Structure;
  readonly segments: ReadonlyMap<string, SegmentSpec>;
};

/** A profile made ready for checking: tables found, treatments decided. */
export function compileProfile(id: ProfileId, policies: Policies): Profile {
  const structure = structureOf(id);
  const names = structure.elements.map(({ name }) => name);
  return {
    id,
    structure,
    segments: new Map(names.map((name) => [name, compileSegment(name, id, policies)])),
  };
}

function compileSegment(name: string, id: ProfileId, policies: Policies): SegmentSpec {
  const isResponse = id.startsWith('Z3') ? id !== 'Z34' : id === 'Z42';
  const text =
    SEGMENTS[`${name}:${id}`] ?? (isResponse ? SEGMENTS[`${name}:RSP`] : undefined) ?? SEGMENTS[name];
  if (text === undefined) throw new Error(`segments.ts does not say how ${name} looks`);
  const fields: FieldSpec[] = [];
  let unsupported: readonly Place[] = [];
  for (const row of rows(text)) {
    if (row.startsWith('X')) {
      unsupported = row
        .slice(1)
        .trim()
        .split(/\s+/)
        .map((field) => place(`${name}-${field}`, '', 'ST', '-', '-', policies))
        .filter(({ treatments }) => treatments['not-supported'].severity !== 'off');
      continue;
    }
    const [field = '', usage = '', repetitions = '', type = '', length = '', table = '', label = ''] = cells(
      row,
      6,
    );
    const path = `${name}-${field}`;
    const allowed = conditional(usage, segmentCondition);
    fields.push({
      ...place(path, label, type, length, table, policies),
      field: Number(field),
      usage: allowed,
      mayBeRequired: allowed.met === 'R' || allowed.unmet === 'R',
      repetitions: repetitions === '*' ? Number.POSITIVE_INFINITY : Number(repetitions),
      type,
      components: components(path, label, type, table, policies),
      sound: isRepetitive(name, { type, usage: allowed }) ? new Memory() : undefined,
    });
  }
  return { name, fields, unsupported, whole: comesAgain({ name }) ? new Memory() : undefined };
}

/**
 * Whether the texts of a field come again and again: codes, days, clinicians and clinics do. Ids of messages and doses
 * do not, and what people are called and where they live is not to be kept either. A field that is not supported on some
 * condition, or whose type hangs on another field, is looked at each time.
 */
function isRepetitive(segment: string, { type, usage }: Pick<FieldSpec, 'type' | 'usage'>): boolean {
  if (type === 'varies' || usage.met === 'X' || usage.unmet === 'X') return false;
  const isOfPerson = segment === 'PID' || segment === 'NK1' || segment === 'QPD';
  return isOfPerson ? CODED.has(type) : !UNIQUE.has(type);
}
const CODED = new Set(['CE', 'CWE', 'ID', 'IS']);
const UNIQUE = new Set(['EI', 'TS_Z', 'ST', 'FT', 'TX', 'XON']);

/** The components of a type; the table a field is bound to speaks of the first. */
function components(
  path: string,
  field: string,
  type: string,
  table: string,
  policies: Policies,
): readonly ComponentSpec[] {
  const text = DATATYPES[type];
  if (text === undefined) return [];
  return rows(text).map((row) => {
    const [index = '', usage = '', partType = '', length = '', own = '', label = ''] = cells(row, 5);
    const at = `${path}.${index}`;
    const isCode = index === '1' && (type === 'CE' || type === 'CWE');
    // The code of a coded field is what people call the field.
    const name = isCode ? field : label;
    const ownTable = isCode && table !== '-' ? table : own;
    const spec = place(at, name, partType, length, ownTable, policies, `${type}.${index}`);
    const allowed = conditional(usage, componentCondition);
    const parts = at.split('.').length > 2 ? [] : components(at, label, partType, '-', policies);
    return {
      ...spec,
      index: Number(index),
      usage: allowed,
      parts,
      mayBeRequired: allowed.met === 'R' || allowed.unmet === 'R',
      isPlain:
        spec.primitive === 'text' &&
        ownTable === '-' &&
        parts.length === 0 &&
        allowed.met !== 'X' &&
        allowed.unmet !== 'X',
    };
  });
}

function place(
  path: string,
  name: string,
  type: string,
  length: string,
  table: string,
  policies: Policies,
  component?: string,
): Place {
  const treatments = {} as Record<FieldCode, Treatment>;
  for (const [code, { treatment }] of Object.entries(FIELD_FINDINGS)) {
    treatments[code as FieldCode] = treatmentOf(code, path, treatment, policies, component);
  }
  const primitive = PRIMITIVES[type] ?? 'text';
  return {
    path,
    name,
    maxLength: length === '*' || length === '-' ? Number.POSITIVE_INFINITY : Number(length),
    primitive,
    tables: table === '-' ? [] : table.split('|').map(tableNamed),
    treatments,
  };
}

const PRIMITIVES: Readonly<Record<string, Primitive>> = {
  NM: 'number',
  SI: 'count',
  TS_Z: 'time-with-zone',
  TS_NZ: 'day',
  DT_D: 'day',
  TS_M: 'month',
  TS: 'any-time',
};

function tableNamed(id: string): CodeTable {
  const table = codeTable(id);
  if (!table) throw new Error(`there is no code table ${id}`);
  return table;
}

function conditional<Condition>(
  text: string,
  conditionOf: (text: string) => Condition,
): Conditional<Condition> {
  const [, met, unmet, condition = ''] = /^C\((\w+)\/(\w+)\):(.+)$/.exec(text) ?? [];
  if (met === undefined || unmet === undefined) {
    return { met: usageOf(text), unmet: usageOf(text), when: undefined };
  }
  return { met: usageOf(met), unmet: usageOf(unmet), when: conditionOf(condition) };
}

function usageOf(text: string): Usage {
  if (text === 'R' || text === 'RE' || text === 'O' || text === 'X') return text;
  throw new Error(`"${text}" is no usage`);
}

const rows = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '');

/** The first cells of a row are single words; what is left is the name. */
function cells(row: string, words: number): readonly string[] {
  const parts = row.split(/\s+/);
  return [...parts.slice(0, words), parts.slice(words).join(' ')];
}
