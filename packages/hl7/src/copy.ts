import { encodingCharacters, isHeaderName, sameDelimiters } from './delimiters.ts';
import type { Delimiters } from './delimiters.ts';
import { escapeText, unescapeText } from './escape.ts';
import { recode } from './pieces.ts';
import { Segment } from './segment.ts';

/** A free-standing segment of the same content, written with `to`. */
export function copySegment(segment: Segment, to: Delimiters): Segment {
  const from = segment.delimiters;
  const source = segment.toString();
  if (sameDelimiters(from, to)) return new Segment(segment.name, source, to, 0, -1);

  const leaf = (raw: string) => escapeText(unescapeText(raw, from), to);
  const header = isHeaderName(segment.name);
  const fields = source.split(from.field).map((raw, index) => {
    if (index === 0) return raw;
    return header && index === 1 ? encodingCharacters(to) : recode(raw, from, to, leaf);
  });
  return new Segment(segment.name, fields.join(to.field), to, 0, -1);
}
