/** Reading agrees with an independent parser where both follow the standard: plain text in standard delimiters. */
import { Hl7Message } from '@medplum/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildMessage, buildSegment } from './build.ts';
import { STANDARD_DELIMITERS } from './delimiters.ts';
import { unescapeText } from './escape.ts';
import { parseMessage } from './parse.ts';
import { segmentName } from './testing/arbitraries.ts';
import { SAMPLE } from './testing/sample.ts';

/** Every piece of every field from MSH-3 on, as each of the two finds it. */
function pieces(text: string): { readonly ours: string[]; readonly theirs: string[] } {
  const result = parseMessage(text);
  if (!result.ok) throw new Error(result.error.message);
  const other = Hl7Message.parse(text.trimEnd());
  const ours: string[] = result.message.segments.map(({ name }) => name);
  const theirs: string[] = other.segments.map(({ name }) => name);

  result.message.segments.forEach((segment, index) => {
    for (let f = segment.name === 'MSH' ? 3 : 1; f <= segment.fieldCount; f++) {
      const field = other.segments[index]?.getField(f);
      ours.push(segment.raw(f));
      theirs.push(String(field));
      for (let r = 1; r <= segment.repetitions(f); r++) {
        for (let c = 1; c <= segment.components(f, r); c++) {
          ours.push(segment.rawComponent(f, c, r));
          theirs.push(field?.getComponent(c, undefined, r - 1) ?? 'absent');
          for (let s = 1; s <= segment.subcomponents(f, c, r); s++) {
            ours.push(segment.text(f, c, r, s));
            // It does not decode escapes.
            theirs.push(unescapeText(field?.getComponent(c, s - 1, r - 1) ?? 'absent', STANDARD_DELIMITERS));
          }
        }
      }
    }
  });
  return { ours, theirs };
}

test('on the sample message', () => {
  const { ours, theirs } = pieces(SAMPLE);
  expect(ours).toEqual(theirs);
  expect(ours.length).toBeGreaterThan(300);
});

test('on any tree of plain text', () => {
  const leaf = fc.stringMatching(/^[A-Za-z0-9 .,:;'()\u00C0-\u017F-]*$/);
  const field = fc.array(fc.array(fc.array(leaf, { maxLength: 3 }), { maxLength: 4 }), { maxLength: 3 });
  const segment = fc.tuple(segmentName, fc.array(field, { minLength: 1, maxLength: 5 }));
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 4 }), (trees) => {
      const built = trees.map(([name, fields]) =>
        buildSegment(name, [...fields.map((tree) => ({ repeat: tree })), 'end']),
      );
      const { ours, theirs } = pieces(buildMessage([buildSegment('MSH', ['A']), ...built]).toString());
      expect(ours).toEqual(theirs);
    }),
  );
});
