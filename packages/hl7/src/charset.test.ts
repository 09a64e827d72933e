import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBytes, encodeText } from './charset.ts';
import type { Charset } from './charset.ts';
import { text } from './testing/arbitraries.ts';

const bytesOf = (latin1: string) => Uint8Array.from(latin1, (character) => character.charCodeAt(0));
const utf8 = (plain: string) => new TextEncoder().encode(plain);
const message = (charset: string, name: string, end = '\r') =>
  `MSH|^~\\&|A|||||||||||||||${charset}${charset === '' ? '' : '|'}${end}PID|1||||${name}${end}`;

describe('what MSH-18 declares', () => {
  test.each<[declared: string, bytes: Uint8Array, charset: Charset]>([
    ['', utf8(message('', 'Zoë')), 'utf-8'],
    ['ASCII', utf8(message('ASCII', 'Zoe')), 'us-ascii'],
    ['ASCII, though UTF-8', utf8(message('ASCII', 'Zoë')), 'utf-8'],
    ['UNICODE UTF-8', utf8(message('UNICODE UTF-8', 'Zoë')), 'utf-8'],
    ['UTF-8', utf8(message('UTF-8', 'Zoë')), 'utf-8'],
    ['UNICODE', utf8(message('UNICODE', 'Zoë')), 'utf-8'],
    ['8859/1', bytesOf(message('8859/1', 'Zo\xeb')), 'iso-8859-1'],
    ['8859/1 and others', bytesOf(message('8859/1~UNICODE UTF-8', 'Zo\xeb')), 'iso-8859-1'],
    ['8859/1 at the end of the line', bytesOf('MSH|^~\\&||||||||||||||||8859/1\rPID|Zo\xeb'), 'iso-8859-1'],
    ['windows-1252', bytesOf(message('windows-1252', 'Zo\xeb')), 'windows-1252'],
    [
      '8859/1 in a batch',
      bytesOf(`FHS|^~\\&\r\nBHS|^~\\&\r\n${message('8859/1', 'Zo\xeb', '\r\n')}`),
      'iso-8859-1',
    ],
    ['custom delimiters', bytesOf('MSH$%*!@$$$$$$$$$$$$$$$$8859/1*ASCII\rPID$Zo\xeb'), 'iso-8859-1'],
  ])('%s', (_, bytes, charset) => {
    const decoded = decodeBytes(bytes);
    expect(decoded.charset).toBe(charset);
    expect(decoded.problem).toBeUndefined();
    expect(decoded.text).toMatch(/Zo[eë]/);
    expect(encodeText(decoded.text, decoded.charset)).toEqual(bytes);
  });

  test('UTF-16, by its declaration or not', () => {
    for (const charset of ['utf-16le', 'utf-16be'] as const) {
      const source = message('UNICODE UTF-16', 'Zoë 😀 \ud800');
      const decoded = decodeBytes(encodeText(source, charset));
      expect(decoded).toEqual({ text: source, charset });
    }
  });
});

describe('a byte order mark', () => {
  test.each<[Charset, Uint8Array]>([
    ['utf-8', utf8(`\uFEFF${message('8859/1', 'Zoë')}`)],
    ['utf-16le', encodeText(`\uFEFF${message('8859/1', 'Zoë')}`, 'utf-16le')],
    ['utf-16be', encodeText(`\uFEFF${message('8859/1', 'Zoë')}`, 'utf-16be')],
  ])('of %s wins over MSH-18 and is kept', (charset, bytes) => {
    const decoded = decodeBytes(bytes);
    expect(decoded).toEqual({ text: `\uFEFF${message('8859/1', 'Zoë')}`, charset });
    expect(encodeText(decoded.text, charset)).toEqual(bytes);
  });
});

describe('problems', () => {
  test.each<[name: string, bytes: Uint8Array, charset: Charset, problem: string]>([
    [
      'bytes of an undeclared set',
      bytesOf(message('', 'Zo\xeb')),
      'iso-8859-1',
      'MSH-18 names no character set, and the bytes are not valid UTF-8. They were read as latin-1 (8859/1); characters beyond ASCII may be wrong.',
    ],
    [
      'bytes beyond declared ASCII',
      bytesOf(message('ASCII', 'Zo\xeb')),
      'iso-8859-1',
      'MSH-18 declares "ASCII", and the bytes are not valid UTF-8. They were read as latin-1 (8859/1); characters beyond ASCII may be wrong.',
    ],
    [
      'bytes that are not the UTF-8 they are said to be',
      bytesOf(message('UNICODE UTF-8', 'Zo\xeb')),
      'iso-8859-1',
      'MSH-18 declares "UNICODE UTF-8", and the bytes are not valid UTF-8. They were read as latin-1 (8859/1); characters beyond ASCII may be wrong.',
    ],
    [
      'a byte order mark before other bytes',
      bytesOf(`\xef\xbb\xbf${message('', 'Zo\xeb')}`),
      'iso-8859-1',
      'The message starts with a UTF-8 byte order mark, and the bytes are not valid UTF-8. They were read as latin-1 (8859/1); characters beyond ASCII may be wrong.',
    ],
    [
      'UTF-16 that is not',
      utf8(message('UNICODE UTF-16', 'Zoë')),
      'utf-8',
      'MSH-18 declares "UNICODE UTF-16", but the message is not in UTF-16: correct MSH-18. It was read as UTF-8; characters beyond ASCII may be wrong.',
    ],
    [
      'a set that is not supported',
      utf8(message('KS X 1001', 'Zoë')),
      'utf-8',
      'MSH-18 declares "KS X 1001", which is not supported: send the message as UNICODE UTF-8. It was read as UTF-8; characters beyond ASCII may be wrong.',
    ],
    [
      'a set that is not supported, in other bytes',
      bytesOf(message('__proto__', 'Zo\xeb')),
      'iso-8859-1',
      'MSH-18 declares "__proto__", which is not supported: send the message as UNICODE UTF-8. It was read as latin-1 (8859/1), not being valid UTF-8; characters beyond ASCII may be wrong.',
    ],
  ])('%s', (_, bytes, charset, problem) => {
    const decoded = decodeBytes(bytes);
    expect([decoded.charset, decoded.problem]).toEqual([charset, problem]);
    expect(decoded.text).toContain('Zo');
    expect(encodeText(decoded.text, decoded.charset)).toEqual(bytes);
  });

  test('half a character of UTF-16', () => {
    const decoded = decodeBytes(Uint8Array.of(0x4d, 0, 0x53, 0, 0x48));
    expect(decoded).toEqual({
      text: 'MS',
      charset: 'utf-16le',
      problem: 'The message is in UTF-16 but ends in the middle of a character: its last byte was dropped.',
    });
  });
});

describe('encoding', () => {
  test.each<[Charset, string, number[]]>([
    ['us-ascii', 'aé😀z', [97, 63, 63, 122]],
    ['iso-8859-1', 'aé€z\x80', [97, 0xe9, 63, 122, 0x80]],
    ['windows-1252', 'aé€Ÿ\x81\x80😀', [97, 0xe9, 0x80, 0x9f, 0x81, 63, 63]],
    ['utf-8', 'é', [0xc3, 0xa9]],
    ['utf-16be', 'é', [0, 0xe9]],
    ['utf-16le', 'é', [0xe9, 0]],
  ])('%s', (charset, plain, bytes) => {
    expect([...encodeText(plain, charset)]).toEqual(bytes);
  });

  test('windows-1252 is the same there and back for every byte', () => {
    const bytes = bytesOf(`MSH|^~\\&||||||||||||||||CP1252|`);
    const every = Uint8Array.from([...bytes, ...Array.from({ length: 256 }, (_, byte) => byte)]);
    const decoded = decodeBytes(every);
    expect(decoded.text).toContain('€');
    expect(encodeText(decoded.text, decoded.charset)).toEqual(every);
  });
});

test('any bytes are decoded, and encoded again to the same bytes', () => {
  const declared = fc.constantFrom(
    '',
    'ASCII',
    '8859/1',
    'UNICODE UTF-8',
    'UNICODE',
    'UNICODE UTF-16',
    'GB 18030-2000',
    'windows-1252',
  );
  const headed = fc
    .tuple(declared, fc.uint8Array())
    .map(([name, rest]) => Uint8Array.from([...bytesOf(message(name, '')), ...rest]));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), headed), (bytes) => {
      const decoded = decodeBytes(bytes);
      const again = encodeText(decoded.text, decoded.charset);
      // Only half a character of UTF-16 cannot be kept.
      const kept = decoded.charset.startsWith('utf-16')
        ? bytes.subarray(0, bytes.length - (bytes.length % 2))
        : bytes;
      expect(again).toEqual(kept);
    }),
    { numRuns: 1000 },
  );
});

test('any text can be encoded in any set', () => {
  const charset = fc.constantFrom<Charset>(
    'us-ascii',
    'utf-8',
    'iso-8859-1',
    'windows-1252',
    'utf-16le',
    'utf-16be',
  );
  fc.assert(
    fc.property(text, charset, (plain, set) => {
      expect(encodeText(plain, set)).toBeInstanceOf(Uint8Array);
    }),
  );
});
