import type { CodeTable } from '@cairn/codes';
import { HL7_NULL, type Segment, unescapeText } from '@cairn/hl7';
import { lookUp, OBSERVATION_FORMS, wrongForm } from './forms.ts';
import { note } from './note.ts';
import type { ComponentSpec, FieldSpec, Place, SegmentSpec } from './profile.ts';
import type { Ignored, Sink, Spot } from './sink.ts';

/** Checks the fields of one segment against its rows in the guide. */
export function checkFields(segment: Segment, spec: SegmentSpec, sink: Sink): void {
  for (const field of spec.fields) checkField(segment, field, sink);
  for (const place of spec.unsupported) {
    if (place.treatments['not-supported'].severity === 'off') continue;
    const field = Number(place.path.slice(4));
    if (segment.raw(field) !== '') note('not-supported', place, { segment, field }, sink);
  }
}

function checkField(segment: Segment, spec: FieldSpec, sink: Sink): void {
  const raw = segment.raw(spec.field);
  const { when, met, unmet } = spec.usage;
  const usage = when === undefined || when(segment) ? met : unmet;
  if (raw === '' || raw === HL7_NULL || !hasValue(raw, segment)) {
    if (usage === 'R') note('required-field-missing', spec, { segment, field: spec.field }, sink);
    return;
  }
  if (usage === 'X') return note('not-supported', spec, { segment, field: spec.field }, sink);
  // The delimiters themselves.
  if (segment.name === 'MSH' && spec.field <= 2) return;

  const separator = segment.delimiters.repetition;
  const required = usage === 'R' ? spec : undefined;
  if (!raw.includes(separator)) {
    checkRepetition(segment, spec, raw, 1, required, sink);
    return;
  }
  const repetitions = raw.split(separator);
  const valued = repetitions.filter((repetition) => hasValue(repetition, segment)).length;
  repetitions.forEach((repetition, index) => {
    if (repetition === '') return;
    if (index >= spec.repetitions) {
      const spot = { segment, field: spec.field, repetition: index + 1 };
      note('repeats-too-often', spec, spot, sink, { ...spot });
      return;
    }
    checkRepetition(segment, spec, repetition, index + 1, valued === 1 ? required : undefined, sink);
  });
}

/** @param required the field, where this repetition is all that a required field has */
function checkRepetition(
  segment: Segment,
  spec: FieldSpec,
  raw: string,
  repetition: number,
  required: FieldSpec | undefined,
  sink: Sink,
): void {
  const { field } = spec;
  if (spec.type === 'varies') return checkObservationValue(segment, spec, required, sink);
  if (spec.components.length === 0) {
    const spot = { segment, field, repetition };
    const first = firstPart(raw, segment);
    checkLeaf(spec, decoded(first, segment), spot, sink, { segment, field, repetition }, required);
    return;
  }
  const components = raw.split(segment.delimiters.component);
  for (const component of spec.components) {
    checkComponent(component, components, { segment, field, repetition }, required, sink);
  }
}

/** OBX-5 is of the type that OBX-2 says. */
function checkObservationValue(
  segment: Segment,
  spec: FieldSpec,
  required: FieldSpec | undefined,
  sink: Sink,
): void {
  const form = OBSERVATION_FORMS[segment.text(2)];
  const wrong = form && wrongForm(form, segment.text(spec.field).trim());
  const spot = { segment, field: spec.field, repetition: 1 };
  if (wrong) note(wrong, spec, spot, sink, spot, required);
}

function checkComponent(
  spec: ComponentSpec,
  components: readonly string[],
  at: { readonly segment: Segment; readonly field: number; readonly repetition: number },
  required: FieldSpec | undefined,
  sink: Sink,
): void {
  const raw = components[spec.index - 1] ?? '';
  const { when, met, unmet } = spec.usage;
  const usage = when === undefined || when(components) ? met : unmet;
  const spot = { ...at, component: spec.index };
  if (raw === '' || raw === HL7_NULL) {
    if (usage === 'R') note('required-component-missing', spec, spot, sink, at, required);
    return;
  }
  if (usage === 'X') return note('not-supported', spec, spot, sink);
  // Where a required component is no value the repetition is none, unless it can be taken as something.
  const isNeeded = usage === 'R' && spec.treatments['required-component-missing'].effect !== 'none';
  const ignored: Ignored = isNeeded ? at : spot;
  const cascade = isNeeded ? required : undefined;
  if (spec.parts.length === 0) {
    const leaf = decoded(firstPart(raw, at.segment), at.segment);
    if (spec.index === 1 && spec.tables.length > 0 && alternateIsKnown(spec.tables, components)) return;
    checkLeaf(spec, leaf, spot, sink, ignored, cascade);
    return;
  }
  const parts = raw.split(at.segment.delimiters.subcomponent);
  for (const part of spec.parts) {
    const text = parts[part.index - 1] ?? '';
    const condition = part.usage.when;
    const partUsage = condition === undefined || condition(parts) ? part.usage.met : part.usage.unmet;
    const partSpot = { ...spot, subcomponent: part.index };
    if (text === '') {
      if (partUsage === 'R') note('required-component-missing', part, partSpot, sink, ignored, cascade);
    } else if (partUsage !== 'X') {
      checkLeaf(part, decoded(text, at.segment), partSpot, sink, ignored, cascade);
    }
  }
}

/** A code of another system with the guide's code as its alternate is a code of the guide (CE.4). */
function alternateIsKnown(tables: readonly CodeTable[], components: readonly string[]): boolean {
  const alternate = components[3] ?? '';
  return alternate !== '' && tables.some((table) => table.find(alternate) !== undefined);
}

function checkLeaf(
  place: Place,
  text: string,
  spot: Spot,
  sink: Sink,
  ignored: Ignored,
  required: FieldSpec | undefined,
): void {
  if (text.length > place.maxLength) note('too-long', place, spot, sink);
  if (place.primitive !== 'text') {
    const wrong = wrongForm(place.primitive, text);
    if (wrong) note(wrong, place, spot, sink, ignored, required);
    return;
  }
  if (place.tables.length === 0) return;
  const code = lookUp(place.tables, text);
  if (code === undefined) note('not-in-table', place, spot, sink, ignored, required);
  else if (code !== 'active') note(code, place, spot, sink);
}

function firstPart(raw: string, segment: Segment): string {
  const { component, subcomponent } = segment.delimiters;
  let text = raw;
  if (text.includes(component)) text = text.slice(0, text.indexOf(component));
  return text.includes(subcomponent) ? text.slice(0, text.indexOf(subcomponent)) : text;
}

const decoded = (raw: string, segment: Segment): string => {
  const text = raw.includes(segment.delimiters.escape) ? unescapeText(raw, segment.delimiters) : raw;
  return text.trim();
};

/** Whether there is more than delimiters. */
function hasValue(raw: string, { delimiters }: Segment): boolean {
  const first = raw.charAt(0);
  if (
    first !== delimiters.component &&
    first !== delimiters.repetition &&
    first !== delimiters.subcomponent
  ) {
    return raw !== '';
  }
  for (const char of raw) {
    if (char !== delimiters.component && char !== delimiters.repetition && char !== delimiters.subcomponent) {
      return true;
    }
  }
  return false;
}
