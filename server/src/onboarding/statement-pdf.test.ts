import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statementPdf } from './statement-pdf.ts';
import type { StatementContent } from './statement-signature.ts';
import { dayInWords, STATEMENT_WORDS, writable } from './statement-words.ts';

const content = (siteName: string, cases: number): StatementContent => ({
  registry: 'California Immunization Registry',
  siteCode: 'DE-000101',
  siteName,
  from: '2024-12-31',
  to: '2025-12-31',
  accepted: 1_234_567,
  total: 1_234_567,
  cases: Array.from({ length: cases }, (_, index) => ({ case: `case ${index}`, accepted: 7, first: null })),
  madeOn: '2025-12-31',
});

describe('the PDF of a statement', () => {
  test.each(['en', 'es'] as const)(
    'is one page, whatever the site is called and however many cases there are (%s)',
    async (language) => {
      const code = '7K3M-AB0D-XY1Z';
      const address = `https://a-long-name-of-a-portal.immunization-registry.example/statement/${code}`;
      const at = new Date('2025-12-31T17:00:00Z');
      const name = fc.string({ unit: 'grapheme', maxLength: 120 });
      await fc.assert(
        fc.asyncProperty(name, fc.integer({ min: 0, max: 12 }), async (siteName, cases) => {
          const drawing = { code, language, at, address, content: content(siteName, cases) };
          const pdf = (await statementPdf(drawing)).toString('latin1');
          expect(pdf.startsWith('%PDF-1.7')).toBe(true);
          expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
          expect(pdf).toContain(`\n(${code})\n`);
          expect(pdf).toContain(`/URI (${address})`);
        }),
        { numRuns: 15 },
      );
    },
  );
});

describe('words of a statement', () => {
  test('are all writable by the standard fonts', () => {
    for (const words of Object.values(STATEMENT_WORDS)) {
      const all = JSON.stringify(words);
      expect(writable(all)).toBe(all);
    }
  });

  test('a name keeps what can be written of it', () => {
    expect(writable('Clínica «Ñandú» – Œuvre')).toBe('Clínica «Ñandú» – Œuvre');
    expect(writable('Đặng Škoda Łódź 診療所')).toBe('?ang Škoda ?ódz ???');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(writable(writable(text))).toBe(writable(text));
      }),
    );
  });

  test('days are civil days', () => {
    expect(dayInWords('2025-01-01', 'en')).toBe('January 1, 2025');
    expect(dayInWords('2025-01-01', 'es')).toBe('1 de enero de 2025');
  });
});
