import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mask } from './mask.ts';
import { readXml } from './tree.ts';

const LONG = 'MSH|^~ a run of plain characters that is longer than sixty-four of them, and then some more |';

test('a masked document is short, and restored it is what it was', () => {
  const text = `<a>${LONG}&#xD;${LONG}</a>`;
  const masked = mask(text);
  expect(masked?.text).toBe('<a>\uE0000\uE001&#xD;\uE0000\uE001</a>');
  expect(masked?.restore(masked.text)).toBe(text);
});

test('long runs in text, CDATA, comments and attribute values come out as they were', () => {
  const read = readXml(`<a b="${LONG}"><!-- ${LONG} --><c>${LONG}<![CDATA[${LONG}]]></c></a>`);
  expect(read).toMatchObject({
    ok: true,
    root: { attributes: [{ value: LONG }], children: [{ local: 'c', text: LONG + LONG }] },
  });
});

test('a long namespace is the namespace it is', () => {
  const uri = `urn:${'n'.repeat(80)}`;
  expect(readXml(`<p:a xmlns:p="${uri}" xmlns:q="${uri}" p:x="1"/>`)).toMatchObject({
    ok: true,
    root: { uri },
  });
  expect(readXml(`<p:a xmlns:p="${uri}" xmlns:q="${uri}" p:x="1" q:x="2"/>`)).toMatchObject({ ok: false });
});

test('a run that reaches into a tag is read all the same', () => {
  const name = 'n'.repeat(80);
  expect(readXml(`<${name}>x</${name}>`)).toMatchObject({ ok: true, root: { local: name, text: 'x' } });
  expect(readXml(`<a>${LONG}<b ${' '.repeat(80)}c="1"/></a>`)).toMatchObject({ ok: true });
});

test.each(['\uE0000\uE001', '&#xE000;0&#xE001;', '&#57344;0&#57345;', '&#x00e000;0&#x0E001;'])(
  'a document that holds the marks (%s) cannot have a run put where it wants',
  (marks) => {
    const read = readXml(`<a><b>${LONG}</b><c>${marks}</c></a>`);
    expect(read).toMatchObject({ ok: true, root: { children: [{ text: LONG }, { text: '\uE0000\uE001' }] } });
  },
);

test('an error names the place in the document as it was sent', () => {
  const read = readXml(`<a>${LONG}<b></a>`);
  expect(read).toMatchObject({ ok: false, detail: expect.stringContaining(`1:${4 + LONG.length + 6}`) });
});

test('property: masking never changes what is read', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      LONG,
      '<b>',
      '</b>',
      '<c d="',
      '"/>',
      "e='",
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '&amp;',
      '&#xD;',
      ']',
      '\r\n',
      '\uE000',
    ),
    fc.string({ maxLength: 90 }),
    fc.string({ minLength: 60, maxLength: 90, unit: fc.constantFrom('a', ' ', '=', ':', '/', '|') }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const document = `<a>${pieces.join('')}</a>`;
      const masked = mask(document);
      fc.pre(masked !== undefined);
      // A document with the marks' character in a comment is parsed unmasked: the reference to compare with.
      const reference = readXml(`<!--\uE000-->${document}`);
      const read = readXml(document);
      expect(read.ok).toBe(reference.ok);
      expect(read.root).toEqual(reference.root);
    }),
    { numRuns: 3000 },
  );
});
