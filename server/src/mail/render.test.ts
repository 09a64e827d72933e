import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Letter } from './letters.ts';
import { render } from './render.ts';
import { LETTERS } from './testing/letters.ts';
import { withoutTokens } from './tokens-hidden.ts';
import { wordsEn } from './words-en.ts';

const SENDER = { name: 'Registry of Testing', timeZone: 'America/Los_Angeles' };
const LANGUAGES = ['en', 'es'] as const;
const EVERY = LANGUAGES.flatMap((language) =>
  LETTERS.map((letter, at) => ({ language, letter, called: `${language} ${letter.kind} ${at}` })),
);

/** The text of a page, as far as these pages go. */
const shownText = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

describe('every letter', () => {
  test('has an example here', () => {
    expect(new Set(LETTERS.map(({ kind }) => kind))).toEqual(new Set(Object.keys(wordsEn)));
  });

  test.each(EVERY)('says who writes, that nobody asks for a password, and of spam: $called', (each) => {
    const { subject, text, html } = render(each.letter, each.language, SENDER);
    const page = shownText(html);
    for (const body of [text.replaceAll(/\s+/g, ' '), page]) {
      expect(body).toContain(SENDER.name);
      expect(body).toMatch(/contraseña|password/);
      expect(body).toContain('spam');
    }
    expect(page).toContain(subject);
    expect(subject).not.toMatch(/undefined|\[object/);
    expect(text).not.toMatch(/undefined|\[object|Invalid Date/);
    expect(html).toContain(`<html lang="${each.language}">`);
  });

  test.each(EVERY)('has its links as a button and written out, on a line of their own: $called', (each) => {
    const { text, html } = render(each.letter, each.language, SENDER);
    for (const field of ['link', 'siteLink', 'credentialsLink', 'passwordLink']) {
      const link = (each.letter as Record<string, unknown>)[field];
      if (typeof link !== 'string') continue;
      expect(text.split('\n')).toContain(link);
      expect(html).toContain(`class="button" href="${link}"`);
      expect(html).toContain(`>${link}</a>`);
    }
  });

  test.each(EVERY)('has lines that mail programs need not break: $called', ({ letter, language }) => {
    const long = render(letter, language, SENDER)
      .text.split('\n')
      .filter((line) => line.length > 78 && line.includes(' '));
    // A word that is longer than a line stays whole, with what is before it.
    expect(long.filter((line) => !/\S{40,}/.test(line))).toEqual([]);
  });
});

test('days and hours are those of the jurisdiction, as people write them', () => {
  const letter: Letter = {
    kind: 'reset-password',
    name: 'Ana',
    link: 'https://iz.example.org/password#t',
    expiresAt: new Date('2026-07-01T05:30:00Z'),
  };
  expect(render(letter, 'en', SENDER).text).toContain('Tuesday, June 30, 2026 at 10:30 PM PDT');
  expect(render(letter, 'es', SENDER).text).toMatch(/martes, 30 de junio de 2026, 10:30\s+p\.m\. PDT/);
});

const hostile = fc
  .array(
    fc.constantFrom(
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onmouseover='x",
      '\r\nBcc: everyone@clinic.example',
      '\n\n<h1>',
      'https://evil.example/login',
      'www.evil.example',
      '\u202Egnp.exe',
      '\u2028',
      '&amp;',
      'Clinic',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''))
  // A row with nothing to see in it is left out, and its tags with it.
  .filter((typed) => /\w/.test(typed));

/** The letter with that text wherever somebody could have typed it. */
function filledWith(letter: Letter, typed: string): Letter {
  const fill = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') {
      return /link|address|^kind$|^step$|^what$|^outcome$|^severity$|^userRole$|^expiresOn$/i.test(field)
        ? value
        : typed;
    }
    if (Array.isArray(value)) return value.map((item) => fill(item, field));
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner, name)]));
  };
  return fill(letter, '') as Letter;
}

test('what people typed is neither markup, nor a header, nor an address of ours', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LETTERS),
      fc.constantFrom(...LANGUAGES),
      hostile,
      (letter, language, typed) => {
        const clean = render(filledWith(letter, 'Clinic'), language, SENDER);
        const { subject, text, html } = render(filledWith(letter, typed), language, SENDER);
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u202E]/u);
        expect(html).not.toContain('\u202E');
        const tags = (page: string) => page.match(/<[^>]*>/g)?.filter((tag) => tag !== '<br>');
        expect(tags(html)).toEqual(tags(clean.html));
        expect(text).not.toContain('https://evil');
        expect(html).not.toContain('www.evil');
      },
    ),
  );
});

test('a link that is none stops the letter', () => {
  const letter: Letter = { kind: 'access-granted', name: 'A', siteName: 'B', link: 'javascript:alert(1)' };
  expect(() => render(letter, 'en', SENDER)).toThrow('link');
});

test('a long report names how much more there is', () => {
  const report = LETTERS.find((letter) => letter.kind === 'test-report');
  if (report?.kind !== 'test-report') throw new Error('no report');
  const [tested] = report.tests;
  if (!tested) throw new Error('no test');
  const findings = Array.from({ length: 25 }, (_, at) => ({
    severity: at === 24 ? 'E' : 'W',
    path: `RXA[${at}]-5`,
    message: 'Something.',
    fix: 'Mend it.',
  }));
  const { subject, text } = render({ ...report, tests: [{ ...tested, findings }], more: 7 }, 'en', SENDER);
  expect(subject).toContain('8 test messages');
  expect(text).toContain('7 more messages');
  expect(text).toContain('5 more on the page');
  // The error is not among those that are left out, though it came last.
  expect(text).toContain('Error (RXA[24]-5)');
});

test('tokens of links are hidden, and nothing else', () => {
  for (const { language, letter } of EVERY) {
    const { text, html } = render(letter, language, SENDER);
    for (const body of [text, html]) {
      expect(withoutTokens(body)).not.toContain('q7Yt4kq0m1cB2hX9vZ8sLw3nR6pD5eF0aGjKuTiOyMc');
      expect(withoutTokens(body)).toBe(body.replaceAll('q7Yt4kq0m1cB2hX9vZ8sLw3nR6pD5eF0aGjKuTiOyMc', '…'));
    }
  }
});
