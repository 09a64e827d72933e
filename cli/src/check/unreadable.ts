import type { Finding } from '@cairn/guide';
import type { Hl7SyntaxError } from '@cairn/hl7';

/** What keeps a text from being read as a message, by the parser's code. */
export const UNREADABLE: Readonly<Record<string, { readonly states: string; readonly fix: string }>> = {
  'empty-message': { states: 'There is a message.', fix: 'Send the message again.' },
  'no-msh': {
    states: 'A message starts with its MSH segment.',
    fix: 'Begin the message with its MSH segment, for example MSH|^~\\&|.',
  },
  'bad-delimiters': {
    states: 'MSH-1 and MSH-2 name the delimiters.',
    fix: 'Begin the message with MSH|^~\\&|.',
  },
  'bad-segment-name': {
    states: 'Every line is a segment and starts with its name.',
    fix: 'If the line continues the one before it, take out the line break, or write it as an escape.',
  },
  'second-msh': {
    states: 'A text is one message.',
    fix: 'Send each message by itself, or all of them as a batch.',
  },
};

export const UNREADABLE_SOURCE = 'HL7 v2.5.1 §2.5, §2.6';

/**
 * The finding for a text that is no message.
 * @param line at which the text starts in its file, so that the line that is named is the file's
 */
export function unreadable(error: Hl7SyntaxError, line: number): Finding {
  const [, what = error.message, advice] = ADVICE.exec(error.message) ?? [];
  return {
    code: error.code,
    severity: 'E',
    effect: 'reject',
    hl7: '100',
    message: what.replace(`Line ${error.line} `, `Line ${line + error.line - 1} `),
    fix: advice ?? UNREADABLE[error.code]?.fix ?? 'Correct the text and check it again.',
  };
}

/** The finding for a batch in which there is nothing. */
export const EMPTY_BATCH: Finding = {
  code: 'no-msh',
  severity: 'E',
  effect: 'reject',
  hl7: '100',
  message: 'The batch holds no message.',
  fix: 'Put the messages between its BHS and its BTS, each beginning with MSH.',
};

/** The parser says what is wrong, and then what to do. */
const ADVICE = /^(.*?\.) ((?:Send|Begin|If|Start) .*)$/s;
