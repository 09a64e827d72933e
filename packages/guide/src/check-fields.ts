import type { CodeTable } from '@cairn/codes';
import { HL7_NULL, type Segment, unescapeText } from '@cairn/hl7';
import type { FieldCode } from './field-findings.ts';
import { lookUp, OBSERVATION_FORMS, wrongForm } from './forms.ts';
import { isStandard, mayBeKept } from './memory.ts';
import { note } from './note.ts';
import type { ComponentSpec, FieldSpec, Place, SegmentSpec } from './profile.ts';
import type { Ignored, Sink, Spot } from './sink.ts';

/** Checks the fields of one segment against its rows in the guide. */
export function checkFields(segment: Segment, spec: SegmentSpec, sink: Sink): void {
  const whole = isStandard(segment) ? spec.whole : undefined;
  const text = whole ? segment.toString() : '';
  if (whole?.get(text)) return;
  const found = sink.entries.length;
  checkEach(segment, spec, sink);
  if (whole && sink.entries.length === found && mayBeKept(segment)) whole.keep(text, true);
}

function checkEach(segment: Segment, spec: SegmentSpec, sink: Sink): void {
  const standard = isStandard(segment);
  for (const field of spec.fields) {
    const raw = segment.raw(field.field);
    if (raw === '' && !field.mayBeRequired) continue;
    const sound = standard ? field.sound : undefined;
    if (sound?.get(raw)) continue;
    const before = sink.entries.length;
    checkField(segment, field, raw, sink);
    if (sound && raw !== '' && sink.entries.length === before) sound.keep(raw, true);
  }
  for (const place of spec.unsupported) {
    const field = Number(place.path.slice(4));
    if (segment.raw(field) !== '') note('not-supported', place, { segment, field }, sink);
  }
}

function checkField(segment: Segment, spec: FieldSpec, raw: string, sink: Sink): void {
  const { when, met, unmet } = spec.usage;
  const usage = when === undefined || when(segment) ? met : unmet;
  if (raw === HL7_NULL || !hasValue(raw, segment)) {
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

/** One repetition of a field. */
type At = { readonly segment: Segment; readonly field: number; readonly repetition: number };

/*
 * Most values are right. So that checking them costs little, places are spelled out only where something is found:
 * to make them beforehand took a third of the time of a check (bench:check).
 */

/** @param required the field, where this repetition is all that a required field has */
function checkRepetition(
  segment: Segment,
  spec: FieldSpec,
  raw: string,
  repetition: number,
  required: FieldSpec | undefined,
  sink: Sink,
): void {
  const at: At = { segment, field: spec.field, repetition };
  if (spec.type === 'varies') return checkObservationValue(at, spec, required, sink);
  if (spec.components.length === 0) {
    const text = decoded(firstPart(raw, segment), segment);
    const fault = faultOf(spec, text);
    if (fault) note(fault, spec, at, sink, at, required);
    else if (text.length > spec.maxLength) note('too-long', spec, at, sink);
    return;
  }
  const components = raw.split(segment.delimiters.component);
  for (const component of spec.components) {
    const text = components[component.index - 1];
    if (text === undefined || isBlank(text)) {
      if (component.mayBeRequired) checkComponent(component, components, at, required, sink);
    } else if (!component.isPlain || text.length > component.maxLength || text === HL7_NULL) {
      checkComponent(component, components, at, required, sink);
    }
  }
}

/** OBX-5 is of the type that OBX-2 says. */
function checkObservationValue(at: At, spec: FieldSpec, required: FieldSpec | undefined, sink: Sink): void {
  const form = OBSERVATION_FORMS[at.segment.text(2)];
  const wrong = form && wrongForm(form, at.segment.text(spec.field).trim());
  if (wrong) note(wrong, spec, at, sink, at, required);
}

function checkComponent(
  spec: ComponentSpec,
  components: readonly string[],
  at: At,
  required: FieldSpec | undefined,
  sink: Sink,
): void {
  const raw = components[spec.index - 1] ?? '';
  const { when, met, unmet } = spec.usage;
  const usage = when === undefined || when(components) ? met : unmet;
  if (isBlank(raw) || raw === HL7_NULL) {
    if (usage === 'R') note('required-component-missing', spec, spotOf(at, spec), sink, at, required);
    return;
  }
  if (usage === 'X') return note('not-supported', spec, spotOf(at, spec), sink);
  if (spec.parts.length > 0) return checkParts(spec, raw, usage === 'R', at, required, sink);
  const text = decoded(firstPart(raw, at.segment), at.segment);
  const fault = faultOf(spec, text);
  if (!fault && text.length > spec.maxLength) note('too-long', spec, spotOf(at, spec), sink);
  if (!fault || (spec.index === 1 && alternateIsKnown(spec.tables, components))) return;
  const spot = spotOf(at, spec);
  // Where a required component is no value the repetition is none, unless it can be taken as something.
  const isNeeded = usage === 'R' && spec.treatments['required-component-missing'].effect !== 'none';
  note(fault, spec, spot, sink, isNeeded ? at : spot, isNeeded ? required : undefined);
}

/** Subcomponents of a component that is itself composite, such as an assigning authority (HD). */
function checkParts(
  spec: ComponentSpec,
  raw: string,
  isRequired: boolean,
  at: At,
  required: FieldSpec | undefined,
  sink: Sink,
): void {
  const parts = raw.split(at.segment.delimiters.subcomponent);
  const isNeeded = isRequired && spec.treatments['required-component-missing'].effect !== 'none';
  for (const part of spec.parts) {
    const text = parts[part.index - 1] ?? '';
    const { when, met, unmet } = part.usage;
    const usage = when === undefined || when(parts) ? met : unmet;
    let fault: FieldCode | undefined;
    if (isBlank(text)) fault = usage === 'R' ? 'required-component-missing' : undefined;
    else if (usage !== 'X') fault = faultOf(part, decoded(text, at.segment));
    if (!fault) continue;
    const spot = spotOf(at, spec);
    const ignored = isNeeded ? at : spot;
    note(fault, part, { ...spot, subcomponent: part.index }, sink, ignored, isNeeded ? required : undefined);
  }
}

const spotOf = ({ segment, field, repetition }: At, { index }: ComponentSpec): Spot & Ignored => ({
  segment,
  field,
  repetition,
  component: index,
});

/** A code of another system with the guide's code as its alternate is a code of the guide (CE.4). */
function alternateIsKnown(tables: readonly CodeTable[], components: readonly string[]): boolean {
  const alternate = components[3] ?? '';
  return alternate !== '' && tables.some((table) => table.find(alternate) !== undefined);
}

/** What is wrong with a value in itself. */
function faultOf(place: Place, text: string): FieldCode | undefined {
  if (place.primitive !== 'text') return wrongForm(place.primitive, text);
  if (place.tables.length === 0) return undefined;
  const code = lookUp(place.tables, text);
  if (code === 'active') return undefined;
  return code ?? 'not-in-table';
}

function firstPart(raw: string, { delimiters: { component, subcomponent } }: Segment): string {
  const end = raw.indexOf(component);
  const text = end < 0 ? raw : raw.slice(0, end);
  const part = text.indexOf(subcomponent);
  return part < 0 ? text : text.slice(0, part);
}

const decoded = (raw: string, segment: Segment): string => {
  const text = raw.includes(segment.delimiters.escape) ? unescapeText(raw, segment.delimiters) : raw;
  return text.trim();
};

const isBlank = (text: string): boolean => text === '' || (text.startsWith(' ') && text.trim() === '');

/** Whether there is more than delimiters and blanks. */
function hasValue(raw: string, { delimiters }: Segment): boolean {
  const { component, repetition, subcomponent } = delimiters;
  for (let at = 0; at < raw.length; at++) {
    const char = raw.charAt(at);
    if (char !== component && char !== repetition && char !== subcomponent && char !== ' ') return true;
  }
  return false;
}
