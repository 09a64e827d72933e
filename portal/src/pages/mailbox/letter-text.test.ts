import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pieces, unwrapped, withLinks } from './letter-text.ts';

/** As the server breaks lines: after the last word that fits. */
function wrapped(text: string, first = '', next = ' '.repeat(first.length)): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > 78) {
      lines.push(line);
      line = next;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}
const long = 'This is a sentence that is long enough to be broken. '.repeat(4).trim();

describe('unwrapped', () => {
  it('gives paragraphs, list items and quotes back in one line', () => {
    const lines = [
      wrapped(long),
      '',
      wrapped(long, '- '),
      '- short',
      '',
      wrapped(long, '1. '),
      '',
      wrapped(long, '> ', '> '),
      '> b',
      '',
      '--',
      'You get this.',
    ];
    expect(lines.join('\n').split('\n').length).toBeGreaterThan(lines.length);
    expect(unwrapped(lines.join('\n')).split('\n')).toEqual([
      long,
      '',
      `- ${long}`,
      '- short',
      '',
      `1. ${long}`,
      '',
      `> ${long}`,
      '> b',
      '',
      '--',
      'You get this.',
    ]);
  });
  it('leaves headings, facts and links on their lines', () => {
    const heading = 'What comes after all of this has been done by you';
    const link = `https://portal.example/verify#${'a'.repeat(60)}`;
    const text = [
      heading,
      '-'.repeat(heading.length),
      '',
      'Site ID: DE-1',
      'Name: x',
      '',
      'Confirm:',
      link,
      '',
    ];
    expect(unwrapped(text.join('\n'))).toBe(text.join('\n'));
  });
  it('gives back whatever paragraph was written', () => {
    const word = fc.stringMatching(/^[a-zA-Z.,]{1,30}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
        const paragraph = words.join(' ');
        expect(unwrapped(wrapped(paragraph))).toBe(paragraph);
      }),
    );
  });
});

describe('withLinks', () => {
  const origin = 'http://localhost:8080';
  it('makes links of what leads into the portal alone', () => {
    expect(withLinks(`See:\n${origin}/verify#abc_-1\nor https://evil.example/x.`, origin)).toEqual([
      { text: 'See:\n' },
      { text: `${origin}/verify#abc_-1`, href: `${origin}/verify#abc_-1` },
      { text: '\nor https://evil.example/x.' },
    ]);
    expect(
      withLinks('http://localhost:8080.evil.example/ http://localhost:80801/ http://', origin),
    ).toHaveLength(1);
  });
  it('loses no character', () => {
    const parts = fc.oneof(fc.string(), fc.constant(` ${origin}/a `), fc.constant('https://x.example/'));
    fc.assert(
      fc.property(fc.array(parts), (texts) => {
        const text = texts.join('');
        expect(
          withLinks(text, origin)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('pieces', () => {
  it('are headings without their dashes, links, and the rest', () => {
    const text = 'Hello\n\nWhat next\n---------\nhttp://p.example/a\n--\nfooter';
    expect(pieces(text, 'http://p.example')).toEqual([
      { text: 'Hello\n\n' },
      { text: 'What next', isHeading: true },
      { text: '\n' },
      { text: 'http://p.example/a', href: 'http://p.example/a' },
      { text: '\n--\nfooter' },
    ]);
    expect(pieces('http://p.example/a', undefined)).toEqual([{ text: 'http://p.example/a' }]);
  });
});
