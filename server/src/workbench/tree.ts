import { codeTable, productByNdc } from '@cairn/codes';
import { excessOf, type Guide, profileOf } from '@cairn/guide';
import type { Message, Segment } from '@cairn/hl7';
import type { z } from 'zod';
import type { segmentNode } from './schema.ts';

export type SegmentNode = z.output<typeof segmentNode>;
type FieldNode = SegmentNode['fields'][number];
type Leaf = FieldNode['components'][number];

type Profile = Guide['profiles'] extends ReadonlyMap<string, infer P> ? P : never;
type SegmentSpec = Profile['segments'] extends ReadonlyMap<string, infer S> ? S : never;
type FieldSpec = SegmentSpec['fields'][number];

/** HL7's names of the segments that immunization messages have. */
const SEGMENT_NAMES: Readonly<Record<string, string>> = {
  MSH: 'Message Header',
  SFT: 'Software Segment',
  PID: 'Patient Identification',
  PD1: 'Patient Additional Demographic',
  NK1: 'Next of Kin',
  PV1: 'Patient Visit',
  GT1: 'Guarantor',
  IN1: 'Insurance',
  ORC: 'Common Order',
  TQ1: 'Timing/Quantity',
  RXA: 'Pharmacy/Treatment Administration',
  RXR: 'Pharmacy/Treatment Route',
  OBX: 'Observation/Result',
  NTE: 'Notes and Comments',
  QPD: 'Query Parameter Definition',
  RCP: 'Response Control Parameter',
  MSA: 'Message Acknowledgment',
  ERR: 'Error',
  QAK: 'Query Acknowledgment',
};

/**
 * A message as people read it: its segments, the fields in them that hold something, and the parts of those, with what the
 * guide calls them and what their codes mean. Offsets are those of the text that it was parsed from. Nothing of a message that
 * is too large to be looked at.
 * @param message as it was parsed, unchanged
 */
export function treeOf(message: Message, guide: Guide): readonly SegmentNode[] {
  if (excessOf(message) !== undefined) return [];
  const specs = guide.profiles.get(profileOf(message) ?? 'Z22')?.segments;
  const raw = message.toString();
  let at = 0;
  return message.segments.map((segment) => {
    const text = segment.toString();
    const start = behindGap(raw, at);
    at = start + text.length;
    return segmentNodeOf(segment, text, start, specs?.get(segment.name));
  });
}

/** Between two segments there is white space only: line ends, blank lines. */
const GAP = /\s*/y;

function behindGap(text: string, at: number): number {
  GAP.lastIndex = at;
  GAP.exec(text);
  return GAP.lastIndex;
}

function segmentNodeOf(
  segment: Segment,
  text: string,
  start: number,
  spec: SegmentSpec | undefined,
): SegmentNode {
  const path = `${segment.name}[${segment.occurrence}]`;
  return {
    path,
    name: segment.name,
    label: SEGMENT_NAMES[segment.name] ?? '',
    start,
    end: start + text.length,
    fields: fieldsIn(segment, text).flatMap(({ field, raw, at }) =>
      repetitionsOf(segment, field, raw).flatMap((repetition) => {
        const node = {
          segment,
          spec: spec?.fields.find((each) => each.field === field),
          field,
          repetition: repetition.number,
        };
        if (segment.state(field, undefined, repetition.number) === 'empty') return [];
        const from = start + at + repetition.at;
        return [
          {
            path: `${path}-${field}[${repetition.number}]`,
            label: node.spec?.name ?? '',
            value: repetition.raw,
            start: from,
            end: from + repetition.raw.length,
            components: leavesOf(path, node),
          },
        ];
      }),
    ),
  };
}

type Piece = { readonly raw: string; readonly at: number };

/** The fields of a segment with where they stand in its text. MSH-1 is the separator behind the name. */
function fieldsIn(segment: Segment, text: string): readonly (Piece & { readonly field: number })[] {
  const { field: separator } = segment.delimiters;
  const isHeader = segment.name === 'MSH';
  const pieces = piecesOf(text, separator).slice(1);
  const fields = pieces.map((piece, index) => ({ ...piece, field: index + (isHeader ? 2 : 1) }));
  return isHeader ? [{ field: 1, raw: separator, at: segment.name.length }, ...fields] : fields;
}

function repetitionsOf(
  segment: Segment,
  field: number,
  raw: string,
): readonly (Piece & { readonly number: number })[] {
  // The delimiters themselves are no list.
  const pieces =
    segment.name === 'MSH' && field <= 2 ? [{ raw, at: 0 }] : piecesOf(raw, segment.delimiters.repetition);
  return pieces.map((piece, index) => ({ ...piece, number: index + 1 }));
}

function piecesOf(text: string, separator: string): readonly Piece[] {
  let at = 0;
  return text.split(separator).map((raw) => {
    const piece = { raw, at };
    at += raw.length + separator.length;
    return piece;
  });
}

type Place = {
  readonly segment: Segment;
  readonly spec: FieldSpec | undefined;
  readonly field: number;
  readonly repetition: number;
};

function leavesOf(segmentPath: string, place: Place): Leaf[] {
  const { segment, spec, field, repetition } = place;
  const count = Math.max(1, segment.components(field, repetition));
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((component) => {
    const value = valueAt(place, component);
    if (value === '') return [];
    const part = spec?.components.find((each) => each.index === component);
    return [
      {
        path: `${segmentPath}-${field}[${repetition}].${component}`,
        label: part?.name ?? spec?.name ?? '',
        value,
        meaning: meaningOf(place, component),
      },
    ];
  });
}

/** Decoded, unless it has parts of its own: then they are told apart as they were sent. */
const valueAt = ({ segment, field, repetition }: Place, component: number): string =>
  segment.subcomponents(field, component, repetition) > 1
    ? segment.rawComponent(field, component, repetition)
    : segment.text(field, component, repetition);

/** Where a coded value names its coding system: the third part behind the code, for the alternate one too. */
const CODED = new Set(['CE', 'CWE', 'varies']);

function meaningOf(place: Place, component: number): string | null {
  const { segment, spec, field, repetition } = place;
  const code = segment.text(field, component, repetition).trim();
  const part = spec?.components.find((each) => each.index === component);
  for (const table of part?.tables ?? (component === 1 ? (spec?.tables ?? []) : [])) {
    const known = table.find(code);
    if (known) return known.label;
  }
  const isCode = CODED.has(spec?.type ?? '') && (component === 1 || component === 4);
  if (!isCode) return null;
  const system = segment.text(field, component + 2, repetition).trim();
  if (system === 'NDC') return productByNdc(code)?.name ?? null;
  return codeTable(TABLES[system] ?? system)?.find(code)?.label ?? null;
}

/** Coding systems (HL7 table 0396) whose table goes by another name here. */
const TABLES: Readonly<Record<string, string>> = { LN: 'NIP003', cdcgs1vis: 'VIS-BARCODES' };
