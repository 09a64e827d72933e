import type { Segment } from '@cairn/hl7';

/** Whether a condition of segments.ts holds for a segment. */
export type SegmentCondition = (segment: Segment) => boolean;

const isGiven = (rxa: Segment): boolean => {
  const completion = rxa.text(20);
  return completion === 'CP' || completion === 'PA';
};

/** Conditional predicates that read more than one field (guide, chapter 5: RXA). */
const NAMED: Readonly<Record<string, SegmentCondition>> = {
  given: isGiven,
  administered: (rxa) => rxa.text(9) === '00' && isGiven(rxa),
  'source=00': (rxa) => rxa.text(9) === '00',
  refused: (rxa) => rxa.text(20) === 'RE',
  vaccine: (rxa) => rxa.text(5) !== '998',
};

/** `12`: field 12 is valued; `2=NM`, `6!=999`: its first component is, or is not, that. */
export function segmentCondition(text: string): SegmentCondition {
  const named = NAMED[text];
  if (named) return named;
  const [, field = '', operator, value = ''] = /^(\d+)(!?=)?(.*)$/.exec(text) ?? [];
  if (field === '') throw new Error(`segments.ts: there is no condition "${text}"`);
  const number = Number(field);
  if (operator === undefined) return (segment) => segment.state(number) === 'valued';
  return operator === '='
    ? (segment) => segment.text(number) === value
    : (segment) => segment.text(number) !== value;
}

/** Whether a condition of datatypes.ts holds for a value, given as its components. */
export type ComponentCondition = (components: readonly string[]) => boolean;

/** `3`: component 3 is valued; `!3`: it is not; `!2&!3`: neither; `2=NET`, `2!=NET`. */
export function componentCondition(text: string): ComponentCondition {
  if (text.includes('&')) {
    const parts = text.split('&').map(componentCondition);
    return (components) => parts.every((part) => part(components));
  }
  const [, not, component = '', operator, value = ''] = /^(!)?(\d+)(!?=)?(.*)$/.exec(text) ?? [];
  if (component === '') throw new Error(`datatypes.ts: there is no condition "${text}"`);
  const index = Number(component) - 1;
  const at = (components: readonly string[]): string => components[index] ?? '';
  if (operator === '=') return (components) => at(components) === value;
  if (operator === '!=') return (components) => at(components) !== value;
  return not === '!' ? (components) => at(components) === '' : (components) => at(components) !== '';
}
