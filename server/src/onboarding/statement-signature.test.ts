import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from './statement-json.ts';
import { isSealed, sealStatement, type SignedParts } from './statement-signature.ts';

const newKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const statement: SignedParts = {
  code: '7K3M-AB0D-XY1Z',
  pdfHash: 'ab'.repeat(32),
  content: {
    registry: 'A registry',
    siteCode: 'DE-000101',
    siteName: 'Clínica «Ñandú»',
    from: '2025-01-01',
    to: '2025-03-31',
    accepted: 3,
    total: 4,
    cases: [{ case: 'refusal', accepted: 1, first: '2025-02-01' }],
    madeOn: '2025-04-01',
  },
};

/** The same value, its members in another order: what a database gives back. */
function reordered(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(reordered);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, reordered(member ?? null)]),
  );
}

describe('canonical JSON', () => {
  test('is one for one value, whatever the order of its members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = canonicalJson(value as Json);
        expect(canonicalJson(reordered(value as Json))).toBe(json);
        expect(canonicalJson(JSON.parse(json))).toBe(json);
      }),
    );
  });

  test('is another one for another value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.jsonValue(), (a, b) => {
        const isSame = JSON.stringify(reordered(a as Json)) === JSON.stringify(reordered(b as Json));
        fc.pre(!isSame);
        const differs = canonicalJson(a as Json) !== canonicalJson(b as Json);
        // Of two that differ as text, only the order of members and the sign of zero may be all there is.
        if (!differs)
          expect(JSON.parse(canonicalJson(a as Json))).toEqual(JSON.parse(canonicalJson(b as Json)));
      }),
    );
  });

  test('orders by UTF-16 units and leaves out what is undefined (RFC 8785 §3.2.3)', () => {
    expect(
      canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, x: undefined, '\u00f6': 6 }),
    ).toBe('{"\\r":2,"1":4,"\u00f6":6,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}');
    expect(() => canonicalJson([Infinity])).toThrow(TypeError);
  });
});

describe('a sealed statement', () => {
  const seal = sealStatement(statement, newKey());

  test('is sealed, also as a database gives it back', () => {
    expect(isSealed(statement, seal)).toBe(true);
    expect(isSealed(reordered(statement as unknown as Json) as unknown as SignedParts, seal)).toBe(true);
  });

  test.each<[string, SignedParts]>([
    ['figures', { ...statement, content: { ...statement.content, accepted: 4 } }],
    ['name', { ...statement, content: { ...statement.content, siteName: 'Another' } }],
    ['PDF', { ...statement, pdfHash: 'cd'.repeat(32) }],
    ['code', { ...statement, code: '7K3M-AB0D-XY10' }],
  ])('is not sealed with another %s', (_, changed) => expect(isSealed(changed, seal)).toBe(false));

  test('is not sealed by another key, a broken one, or a broken signature', () => {
    const other = sealStatement(statement, newKey());
    expect(isSealed(statement, { ...seal, publicKey: other.publicKey })).toBe(false);
    expect(isSealed(statement, { ...seal, publicKey: 'no key' })).toBe(false);
    expect(isSealed(statement, { ...seal, signature: '' })).toBe(false);
  });
});
