import { parseMessage, splitBatch } from '@cairn/hl7';

/** More than this at once is no test. */
export const MOST_MESSAGES = 50;

/** What is listed of a text that is mostly none; nobody reads more. */
const MOST_UNREADABLE = 100;

export type Unreadable = { readonly line: number; readonly what: string };

/** The messages of a text as they stand in it, and what of it is none. */
export type Split = { readonly texts: readonly string[]; readonly unreadable: readonly Unreadable[] };

/** Cuts what was pasted or uploaded into its messages: one, several one after another, or a batch (FHS, BHS). */
export function splitTexts(text: string): Split {
  const { messages, problems } = splitBatch(text);
  const taken = messages.slice(0, MOST_MESSAGES);
  const [tooMany] = messages.slice(MOST_MESSAGES);
  const surplus = messages.length - taken.length;
  return {
    texts: taken.map((message) => message.text),
    unreadable: [
      ...problems.map(({ line, message: what }) => ({ line, what })),
      ...(tooMany ? [{ line: tooMany.line, what: notLookedAt(surplus) }] : []),
      ...(messages.length === 0 && problems.length === 0 ? [nothing(text)] : []),
    ]
      .toSorted((a, b) => a.line - b.line)
      .slice(0, MOST_UNREADABLE),
  };
}

const notLookedAt = (surplus: number): string =>
  `From here on ${surplus} more ${surplus === 1 ? 'message was' : 'messages were'} not looked at: ${MOST_MESSAGES} are taken at once.`;

function nothing(text: string): Unreadable {
  const read = parseMessage(text);
  return read.ok || /^\s*[FB]HS/.test(text)
    ? { line: 1, what: 'The batch holds no message. Put the messages between its BHS and its BTS.' }
    : { line: read.error.line, what: read.error.message };
}
