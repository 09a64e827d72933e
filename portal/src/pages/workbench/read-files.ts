/**
 * The text of a file of messages. EHRs write UTF-8, or Windows-1252 where they know no better.
 * @returns undefined where it is no text: a picture, a PDF
 */
export function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Texts one below the other, each beginning on a line of its own. */
export const joined = (texts: readonly string[]): string =>
  texts
    .filter((text) => text.trim() !== '')
    .map((text) => text.trimEnd())
    .join('\n');
