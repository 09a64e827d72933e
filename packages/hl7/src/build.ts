import { encodingCharacters, isHeaderName, STANDARD_DELIMITERS } from './delimiters.ts';
import type { Delimiters } from './delimiters.ts';
import { escapeText } from './escape.ts';
import { adopt, Message } from './message.ts';
import { checkRaw, Segment } from './segment.ts';

type ComponentContent = string | undefined | readonly (string | undefined)[];

/**
 * Content of a field to build. A string or number is text, and is escaped; an array holds components, each text or
 * an array of subcomponents; `repeat` holds repetitions; `raw` is a field that is escaped already.
 */
export type FieldContent =
  | string
  | number
  | undefined
  | readonly ComponentContent[]
  | { readonly repeat: readonly FieldContent[] }
  | { readonly raw: string };

/**
 * A segment from its contents: `fields[0]` is field 1, but for MSH, FHS and BHS field 3, as the delimiters are
 * their fields 1 and 2. Empty fields, repetitions, components and subcomponents at the end are left out (v2.5.1
 * §2.6, rule 4 on sending).
 * @throws RangeError when the name is not three capitals or digits, or `raw` content does not stay in its field.
 */
export function buildSegment(
  name: string,
  fields: readonly FieldContent[],
  delimiters: Delimiters = STANDARD_DELIMITERS,
): Segment {
  if (!/^[A-Z][A-Z0-9]{2}$/.test(name)) throw new RangeError(`"${name}" is not a segment name.`);
  const start = isHeaderName(name) ? [name, encodingCharacters(delimiters)] : [name];
  const encoded = fields.map((content) => encodeField(content, delimiters));
  return new Segment(name, joined([...start, ...encoded], delimiters.field), delimiters, 0, -1);
}

/**
 * A message from its segments, MSH first. Segments of other messages, or written with other delimiters, are copied;
 * the others become the message's own. The delimiters are those of MSH unless given.
 * @throws RangeError unless MSH comes first and only there.
 */
export function buildMessage(segments: readonly Segment[], delimiters?: Delimiters): Message {
  const [header] = segments;
  if (header?.name !== 'MSH') throw new RangeError('A message starts with an MSH segment.');
  if (segments.slice(1).some(({ name }) => name === 'MSH'))
    throw new RangeError('A message has one MSH segment.');
  const d = delimiters ?? header.delimiters;
  const own: Segment[] = [];
  for (const segment of segments) {
    const adopted = own.includes(segment) ? adopt(copyOf(segment), d) : adopt(segment, d);
    own.push(adopted);
  }
  return new Message(d, own, own.map((segment) => `${segment.toString()}\r`).join(''));
}

function copyOf(segment: Segment): Segment {
  return new Segment(segment.name, segment.toString(), segment.delimiters, 0, -1);
}

function encodeField(content: FieldContent, d: Delimiters): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escapeText(content, d);
  if (typeof content === 'number') return escapeText(String(content), d);
  if ('repeat' in content)
    return joined(
      content.repeat.map((one) => encodeField(one, d)),
      d.repetition,
    );
  if ('raw' in content) {
    checkRaw(content.raw, d);
    return content.raw;
  }
  return joined(
    content.map((component) => encodeComponent(component, d)),
    d.component,
  );
}

function encodeComponent(content: ComponentContent, d: Delimiters): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escapeText(content, d);
  return joined(
    content.map((text) => escapeText(text ?? '', d)),
    d.subcomponent,
  );
}

function joined(pieces: readonly string[], delimiter: string): string {
  let length = pieces.length;
  while (length > 0 && pieces[length - 1] === '') length--;
  return pieces.slice(0, length).join(delimiter);
}
