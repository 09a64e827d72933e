import type { Letter } from './letters.ts';

export type Language = 'en' | 'es';

/** A letter in words, before it is text or HTML. Strings are plain text: whoever makes HTML of them escapes them. */
export type Content = {
  readonly subject: string;
  /** Who is spoken to; absent where the letter goes to whoever looks after the site. */
  readonly to?: string;
  readonly blocks: readonly Block[];
};

export type Block =
  | { readonly p: string }
  | { readonly heading: string }
  | { readonly list: readonly string[] }
  | { readonly steps: readonly string[] }
  | { readonly facts: readonly (readonly [name: string, value: string])[] }
  /** What somebody else wrote, with its line breaks. */
  | { readonly quote: string }
  | { readonly label: string; readonly link: string }
  /** What the letter wants to be done. */
  | { readonly button: string; readonly link: string };

/** How a language says what depends on the registry: its name, its days and hours. */
export type Say = {
  readonly registry: string;
  readonly day: (at: Date) => string;
  readonly moment: (at: Date) => string;
};

type LetterOf<K extends Letter['kind']> = Extract<Letter, { kind: K }>;

/** The words of some kinds of letter. */
export type Words<K extends Letter['kind'] = Letter['kind']> = {
  readonly [Kind in K]: (letter: LetterOf<Kind>, say: Say) => Content;
};

/** What stands around every letter. */
export type Frame = {
  readonly locale: string;
  readonly greeting: (name: string | undefined) => string;
  readonly farewell: (registry: string) => string;
  /** What every letter ends with: who writes, what is never asked, where mail may land. */
  readonly footer: (registry: string) => readonly string[];
  /** Above an address that is written out below its button. */
  readonly orCopy: string;
};
