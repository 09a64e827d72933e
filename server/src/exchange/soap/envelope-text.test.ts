import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES, readEnvelope } from './envelope.ts';
import { envelope, submit, utf8 } from './test-support.ts';

function messageOf(body: Uint8Array, contentType = 'application/soap+xml'): string {
  const result = readEnvelope(body, contentType);
  if (!result.ok) throw new Error(result.fault.detail);
  return 'hl7Message' in result.request ? result.request.hl7Message : '';
}

const words = (body: Uint8Array, contentType?: string): string => {
  const result = readEnvelope(body, contentType);
  return result.ok ? 'accepted' : result.fault.detail;
};

/** Strings XML 1.0 can carry that are not blank, rich in what makes trouble. */
const xmlString = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r',
        '\n',
        '\r\n',
        '\t',
        ' ',
        '&',
        '<',
        '>',
        '"',
        "'",
        ']]>',
        '|',
        '^~\\&',
        '&amp;',
        '&#13;',
      ),
      fc.integer({ min: 0x20, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => !/[\uFFFE\uFFFF]|\p{Surrogate}/u.test(text) && text.trim() !== '');

const escaped = (text: string): string =>
  text.replace(/[&<>\r]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&#13;');
const numeric = (text: string): string =>
  [...text].map((c) => `&#x${(c.codePointAt(0) ?? 0).toString(16)};`).join('');
const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

describe('hl7Message is the text that was sent', () => {
  const sent = (xml: string): string => messageOf(utf8(envelope(submit(xml))));

  it('entity-escaped', () => {
    fc.assert(
      fc.property(xmlString, (text) => {
        expect(sent(escaped(text))).toBe(text);
      }),
    );
  });

  it('as numeric references', () => {
    fc.assert(
      fc.property(xmlString, (text) => {
        expect(sent(numeric(text))).toBe(text);
      }),
    );
  });

  it('in CDATA, with line ends as XML normalises them', () => {
    fc.assert(
      fc.property(xmlString, (text) => {
        expect(sent(cdata(text))).toBe(text.replace(/\r\n?/g, '\n'));
      }),
    );
  });

  it('in every spelling of a carriage return', () => {
    expect(sent(' A|&#13;B|&#xD;C|&#xd;&#10;D|\rE|\r\nF&#0013; ')).toBe(' A|\rB|\rC|\r\nD|\nE|\nF\r ');
  });

  it('in pieces of text and CDATA', () => {
    expect(sent('a&amp;<![CDATA[b&amp;]]>c<!-- no -->d')).toBe('a&b&amp;cd');
  });
});

describe('encodings', () => {
  const name = 'PID|Peña–Søren';
  const xml = (declaration = ''): string => declaration + envelope(submit(name));
  const latin = (text: string): Uint8Array => Buffer.from(text.replace('–', '\x96'), 'latin1');
  const utf16le = (text: string): Uint8Array => Buffer.from(text, 'utf16le');
  const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

  it.each([
    ['utf-8, unsaid', utf8(xml()), 'text/xml'],
    ['utf-8 with a byte order mark', utf8(`\uFEFF${xml('<?xml version="1.0"?>')}`), 'text/xml'],
    ['utf-8 by content type', utf8(xml()), 'text/xml; charset="UTF-8"'],
    ['utf-8 by declaration', utf8(xml('<?xml version="1.0" encoding="utf-8"?>')), undefined],
    ['windows-1252 by content type', latin(xml()), 'text/xml; charset=windows-1252'],
    ['windows-1252 by declaration', latin(xml("<?xml version='1.0' encoding='Windows-1252'?>")), 'text/xml'],
    ['iso-8859-1, which means windows-1252', latin(xml()), 'text/xml;charset=ISO-8859-1; action="x"'],
    ['utf-16le with a byte order mark', utf16le(`\uFEFF${xml()}`), 'text/xml'],
    ['utf-16be with a byte order mark', utf16be(`\uFEFF${xml()}`), 'text/xml'],
    ['utf-16le without', utf16le(xml('<?xml version="1.0" encoding="UTF-16"?>')), 'text/xml; charset=utf-16'],
    ['utf-16be without', utf16be(xml()), undefined],
    ['utf-8 that claims utf-16', utf8(xml('<?xml version="1.0" encoding="utf-16"?>')), 'text/xml'],
    [
      'a content type that overrules the declaration',
      utf8(xml('<?xml version="1.0" encoding="iso-8859-1"?>')),
      'text/xml; charset=utf-8',
    ],
    ['a byte order mark that overrules both', utf8(`\uFEFF${xml()}`), 'text/xml; charset=iso-8859-1'],
  ])('%s', (_, body, contentType) => {
    expect(messageOf(body, contentType)).toBe(name);
  });

  it('us-ascii, and only that', () => {
    expect(messageOf(utf8(envelope(submit('Pe&#241;a'))), 'text/xml; charset=us-ascii')).toBe('Peña');
    expect(words(utf8(xml()), 'text/xml; charset=us-ascii')).toContain('holds bytes above 127');
  });

  it('refuses what it cannot read rather than guess', () => {
    expect(words(latin(xml()), 'text/xml')).toBe('The request holds bytes that are not valid utf-8.');
    expect(words(utf8(xml()), 'text/xml; charset=ebcdic-us')).toBe(
      'The character encoding "ebcdic-us" is not supported; utf-8, utf-16, iso-8859-1, windows-1252 and us-ascii are.',
    );
    expect(words(utf8(xml('<?xml version="1.0" encoding="constructor"?>')))).toContain(
      '"constructor" is not supported',
    );
  });
});

describe('hostile bodies', () => {
  it('never throws, for any bytes', () => {
    const types = fc.option(
      fc.constantFrom('text/xml', 'application/soap+xml; charset=utf-16', 'text/xml; charset=latin1'),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), types, (bytes, type) => {
        expect(readEnvelope(bytes, type).ok).toBe(false);
      }),
    );
  });

  it('never throws, for a request with bytes changed', () => {
    const good = utf8(envelope(submit('MSH|^~\\&amp;|&#13;PID')));
    const change = fc.tuple(fc.nat(good.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = good.slice();
        for (const [index, byte] of changes) bytes[index] = byte;
        expect(readEnvelope(bytes, 'text/xml')).toHaveProperty('ok');
      }),
      { numRuns: 2000 },
    );
  });

  const dtd = 'A document type declaration (DTD) is not allowed in a SOAP message.';
  it.each([
    [
      'expanding entities',
      `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 40 }, (_, i) => `<!ENTITY b${i} "${'&a;'.repeat(50)}">`).join('')}]>`,
    ],
    ['an external entity', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
    ['a bare declaration', '<!DOCTYPE x>'],
    ['a large one', `<!DOCTYPE x [${'<!ENTITY a "b">'.repeat(60_000)}]>`],
  ])('refuses a DTD: %s', (_, declaration) => {
    const started = performance.now();
    expect(words(utf8(declaration + envelope(submit('&e;&b39;'))))).toBe(dtd);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('lets a message speak of DTDs', () => {
    expect(messageOf(utf8(envelope(submit('<![CDATA[<!DOCTYPE x>]]>'))))).toBe('<!DOCTYPE x>');
  });

  it.each([
    ['depth', envelope('<a>'.repeat(100_000)), 'Elements are nested more than 64 deep.'],
    ['width', envelope('<a/>'.repeat(100_000)), 'The message has more than 4096 elements.'],
    [
      'attributes',
      envelope(`<a ${Array.from({ length: 50_000 }, (_, i) => `b${i}=""`).join(' ')}/>`),
      'An element has more than 128 attributes.',
    ],
    ['one long name', `<${'a'.repeat(900_000)}>`, 'unclosed tag'],
    ['one long reference', envelope(`&${'a'.repeat(900_000)};`), 'undefined entity'],
    ['ampersands', envelope('&'.repeat(900_000)), 'must be written as "&amp;"'],
  ])('caps %s', (_, xml, reason) => {
    const started = performance.now();
    const said = words(utf8(xml));
    expect(said).toContain(reason);
    expect(said.length).toBeLessThan(400);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('reads a megabyte of references in bounded time', () => {
    const count = Math.floor((MAX_BODY_BYTES - 500) / 5);
    const started = performance.now();
    expect(messageOf(utf8(envelope(submit(`A${'&#13;'.repeat(count)}`))))).toHaveLength(count + 1);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('reads no body over the limit', () => {
    const result = readEnvelope(new Uint8Array(MAX_BODY_BYTES + 1), 'application/soap+xml');
    expect(result).toMatchObject({
      ok: false,
      call: { version: '1.2' },
      fault: { kind: 'message-too-large', code: 30, size: 1_048_577, maxSize: 1_048_576 },
    });
  });
});
