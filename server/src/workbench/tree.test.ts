import { california } from '@cairn/california';
import { parseMessage } from '@cairn/hl7';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guideOn } from '../exchange/guide.ts';
import { given, message, vxu } from '../exchange/testing/messages.ts';
import { type SegmentNode, treeOf } from './tree.ts';

const GUIDE = guideOn(california, '2025-03-20');

function tree(text: string): readonly SegmentNode[] {
  const read = parseMessage(text);
  if (!read.ok) throw new Error(read.error.message);
  return treeOf(read.message, GUIDE);
}

const field = (text: string, path: string) =>
  tree(text)
    .flatMap(({ fields }) => fields)
    .find((node) => node.path === path);

describe('a tree', () => {
  test('calls segments, fields and parts what the guide calls them', () => {
    const [header, patient] = tree(vxu(given()));
    expect([header?.label, patient?.label]).toEqual(['Message Header', 'Patient Identification']);
    expect(field(vxu(given()), 'PID[1]-5[1]')).toMatchObject({
      label: 'Patient Name',
      value: 'Wren^Ana^Luz^^^^L',
      components: [
        { path: 'PID[1]-5[1].1', value: 'Wren' },
        { path: 'PID[1]-5[1].2', label: 'Given Name', value: 'Ana' },
        { path: 'PID[1]-5[1].3', value: 'Luz' },
        { path: 'PID[1]-5[1].7', value: 'L', meaning: expect.stringMatching(/legal/i) },
      ],
    });
  });

  test('decodes what is escaped, and leaves parts of parts as they were sent', () => {
    const text = message('MSH|^~\\&|EHR', 'PID|1||1^^^A&1.2&ISO||A \\T\\ B^C\\F\\D');
    expect(field(text, 'PID[1]-5[1]')?.components.map(({ value }) => value)).toEqual(['A & B', 'C|D']);
    expect(field(text, 'PID[1]-3[1]')?.components.map(({ value }) => value)).toEqual(['1', 'A&1.2&ISO']);
  });

  test('has a node for each repetition that holds something', () => {
    const text = message('MSH|^~\\&|EHR', 'PID|1||1^^^A~^^^~2^^^B');
    const [, patient] = tree(text);
    expect(patient?.fields.map(({ path }) => path)).toEqual(['PID[1]-1[1]', 'PID[1]-3[1]', 'PID[1]-3[3]']);
  });

  test('names segments that the guide does not know, and numbers those that come again', () => {
    const nodes = tree(message('MSH|^~\\&|EHR', 'ZZZ|what', 'NTE|1', 'NTE|2'));
    expect(nodes.map(({ path, label }) => [path, label])).toEqual([
      ['MSH[1]', 'Message Header'],
      ['ZZZ[1]', ''],
      ['NTE[1]', 'Notes and Comments'],
      ['NTE[2]', 'Notes and Comments'],
    ]);
  });

  test('means codes by the coding system that goes with them', () => {
    const meaning = (value: string): string | null | undefined =>
      field(message('MSH|^~\\&|EHR', `OBX|1|CE|64994-7^^LN|1|${value}`), 'OBX[1]-5[1]')?.components[0]
        ?.meaning;
    expect(meaning('V02^^HL70064')).toMatch(/Medi/);
    expect(meaning('V02^^HL79999')).toBeNull();
    expect(meaning('none^^HL70064')).toBeNull();
  });

  test('says where everything stands, whatever the text', () => {
    const content = fc.string({
      unit: fc.constantFrom('a', '^', '~', '&', '|', '\\', ' ', 'é', '😀'),
      maxLength: 30,
    });
    const lineEnd = fc.constantFrom('\r', '\n', '\r\n', '\r\r', '\n \n');
    const segments = fc.array(fc.tuple(fc.constantFrom('PID', 'OBX', 'ZA1'), content, lineEnd), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(segments, fc.constantFrom('', '\uFEFF', ' \r\n'), (list, before) => {
        const text = `${before}MSH|^~\\&|EHR\r${list.map(([name, what, end]) => `${name}|${what}${end}`).join('')}`;
        const nodes = tree(text);
        expect(nodes).toHaveLength(list.length + 1);
        list.forEach(([name, what], index) => {
          const node = nodes[index + 1];
          expect(text.slice(node?.start, node?.end)).toBe(`${name}|${what}`);
        });
        for (const { fields, start, end } of nodes) {
          for (const node of fields) {
            expect(text.slice(node.start, node.end)).toBe(node.value);
            expect(start <= node.start && node.end <= end).toBe(true);
          }
        }
      }),
    );
  });
});
