/** Writing XML 1.0 text by hand, safely. Reading is in `tree.ts`. */

// Everything outside the Char production of XML 1.0, lone surrogates included: no spelling, not even a
// character reference, may carry these, so a document with one of them is unreadable to every conforming
// parser.
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

const reference = (char: string): string => REFERENCES[char] ?? char;

/**
 * Text for element content. A carriage return – the HL7 segment separator – goes as `&#xD;`, because a raw
 * one is read back as a line feed. What XML 1.0 cannot carry becomes U+FFFD.
 */
export function escapeText(text: string): string {
  return text.replace(ILLEGAL, '\uFFFD').replace(/[&<>\r]/g, reference);
}

/** Text for a double-quoted attribute value; tabs and line ends survive attribute normalisation. */
export function escapeAttribute(text: string): string {
  return text.replace(ILLEGAL, '\uFFFD').replace(/[&<>"\t\n\r]/g, reference);
}

/** One element that holds text only. `name` is one of our own names and is not checked. */
export function textElement(name: string, text: string): string {
  return `<${name}>${escapeText(text)}</${name}>`;
}
