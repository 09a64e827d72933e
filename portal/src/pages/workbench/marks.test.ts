import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byPlace, fieldOf, numbered, piecesOf, placeName, WINDOW, windowAround } from './marks.ts';
import type { Finding, SegmentNode } from './messages.ts';

const finding = (severity: Finding['severity'], node: string | null): Finding => ({
  code: 'some-code',
  severity,
  path: node ?? '',
  node,
  message: 'Something.',
  fix: 'Do something.',
  effect: 'none',
});

/** A tree of segments as the server makes it: every field with its place in the text. */
function treeOf(raw: string): SegmentNode[] {
  let start = 0;
  return raw.split('\r').map((text, index) => {
    const [name = '', ...values] = text.split('|');
    let at = start + name.length + 1;
    const fields = values.map((value, field) => {
      const node = {
        path: `${name}[${index + 1}]-${field + 1}[1]`,
        label: '',
        value,
        start: at,
        end: at + value.length,
        components: [],
      };
      at += value.length + 1;
      return node;
    });
    const segment = {
      path: `${name}[${index + 1}]`,
      name,
      label: '',
      start,
      end: start + text.length,
      fields: fields.filter(({ value }) => value !== ''),
    };
    start += text.length + 1;
    return segment;
  });
}

describe('numbered', () => {
  it('puts errors first and keeps the order of equals', () => {
    const found = numbered([finding('I', 'a'), finding('E', 'b'), finding('W', 'c'), finding('E', 'd')]);
    expect(found.map(({ number, node }) => [number, node])).toEqual([
      [1, 'b'],
      [2, 'd'],
      [3, 'c'],
      [4, 'a'],
    ]);
  });
});

describe('byPlace', () => {
  it('marks a component at its field and leaves out what is about the whole message', () => {
    const places = byPlace(
      numbered([finding('E', 'PID[1]-5[1].2'), finding('W', 'PID[1]-5[1]'), finding('I', null)]),
    );
    expect([...places.keys()]).toEqual(['PID[1]-5[1]']);
    expect(places.get('PID[1]-5[1]')?.map(({ number }) => number)).toEqual([1, 2]);
    expect(fieldOf('RXA[2]')).toBe('RXA[2]');
  });
});

describe('piecesOf', () => {
  it('marks the field, and a segment at its name', () => {
    const raw = 'PID|1||X\rRXA|0|20250101';
    const places = byPlace(numbered([finding('E', 'RXA[2]-2[1]'), finding('W', 'PID[1]')]));
    const pieces = piecesOf({ raw, segments: treeOf(raw) }, places);
    expect(pieces.map(({ text, findings }) => [text, findings.map(({ number }) => number)])).toEqual([
      ['PID', [2]],
      ['|1||X\nRXA|0|', []],
      ['20250101', [1]],
    ]);
  });

  it('loses nothing of the text, and marks exactly what has findings', () => {
    const value = fc.stringMatching(/^[a-zA-Z^~ ñ😀]{0,6}$/u);
    const text = fc
      .array(fc.tuple(fc.stringMatching(/^[A-Z]{3}$/), fc.array(value, { maxLength: 5 })), {
        minLength: 1,
        maxLength: 6,
      })
      .map((segments) => segments.map(([name, values]) => [name, ...values].join('|')).join('\r'));
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 8 }), (raw, picks) => {
        const segments = treeOf(raw);
        const nodes = segments.flatMap(({ path, fields }) => [path, ...fields.map((field) => field.path)]);
        const chosen = new Set(picks.map((pick) => nodes[pick % nodes.length] ?? ''));
        const places = byPlace(numbered([...chosen].map((node) => finding('W', node))));
        const pieces = piecesOf({ raw, segments }, places);
        expect(pieces.map((piece) => piece.text).join('')).toBe(raw.replaceAll('\r', '\n'));
        expect(pieces.filter(({ findings }) => findings.length > 0)).toHaveLength(chosen.size);
        expect(new Set(pieces.map(({ at }) => at)).size).toBe(pieces.length);
      }),
    );
  });
});

describe('windowAround', () => {
  it('shows the segment that is asked for', () => {
    fc.assert(
      fc.property(fc.nat(20_000), (index) => {
        const from = windowAround(index);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(index).toBeGreaterThanOrEqual(from);
        expect(index).toBeLessThan(from + WINDOW);
      }),
    );
  });
});

describe('placeName', () => {
  it('says a place as people do', () => {
    expect(placeName('RXA[2]-3')).toEqual({ place: 'RXA-3', segment: 'RXA', occurrence: 2 });
    expect(placeName('PID[1]-5[2].1')).toEqual({ place: 'PID-5.1', segment: 'PID', occurrence: 1 });
    expect(placeName('PID')).toEqual({ place: 'PID', segment: 'PID', occurrence: 1 });
    expect(placeName('the whole')).toBeUndefined();
  });
});
