import { cleaned } from './clean.ts';
import type { Letter } from './letters.ts';
import { htmlOf } from './render-html.ts';
import { textOf } from './render-text.ts';
import { frameEn, wordsEn } from './words-en.ts';
import { frameEs, wordsEs } from './words-es.ts';
import type { Content, Frame, Language, Say, Words } from './words.ts';

/** In whose name a mail is written, and in which time zone its days are told. */
export type Sender = { readonly name: string; readonly timeZone: string };

export type Rendered = { readonly subject: string; readonly text: string; readonly html: string };

const LANGUAGES: Readonly<Record<Language, { readonly words: Words; readonly frame: Frame }>> = {
  en: { words: wordsEn, frame: frameEn },
  es: { words: wordsEs, frame: frameEs },
};

/** A letter as it goes out. What people typed is in it as text, in one line, and neither as markup nor as a header. */
export function render(letter: Letter, language: Language, sender: Sender): Rendered {
  const { words, frame } = LANGUAGES[language];
  const content = contentOf(words, cleaned(letter), saying(frame.locale, sender));
  const dressed = { content, frame, registry: sender.name, language };
  return { subject: content.subject, text: textOf(dressed), html: htmlOf(dressed) };
}

// The compiler does not see that a kind's words fit a letter of that kind; the table's type holds it.
const contentOf = (words: Words, letter: Letter, say: Say): Content =>
  (words[letter.kind] as (letter: Letter, say: Say) => Content)(letter, say);

function saying(locale: string, { name, timeZone }: Sender): Say {
  const day = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone } as const;
  const write = (options: Intl.DateTimeFormatOptions) => (at: Date) =>
    // The narrow spaces of newer locale data are missing in the fonts of older mail programs.
    new Intl.DateTimeFormat(locale, options).format(at).replaceAll(/[\u00A0\u202F]/g, ' ');
  return {
    registry: name,
    day: write(day),
    moment: write({ ...day, hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }),
  };
}
