/** Why a text is not an HL7 v2 message: a value to act on, never thrown. */
export type Hl7SyntaxError = {
  readonly kind: 'hl7-syntax';
  /** Stable, for programs: the README lists every code. */
  readonly code: string;
  /**
   * Plain English: what is wrong, where, what to do. Quotes at most three characters of the text, so that
   * it can be logged without carrying patient data along.
   */
  readonly message: string;
  /** 1-based; CR, LF and CRLF each end one line. */
  readonly line: number;
  /** 1-based, in UTF-16 code units; a byte order mark is not counted. */
  readonly column: number;
};

export function syntaxError(code: string, message: string, line: number, column: number): Hl7SyntaxError {
  return { kind: 'hl7-syntax', code, message, line, column };
}

/** The first characters of a piece of text, for an error message. */
export function quoteStart(text: string): string {
  return JSON.stringify(Array.from(text.slice(0, 6)).slice(0, 3).join(''));
}
