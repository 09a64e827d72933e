/** At what width the server breaks lines (`server/src/mail/render-text.ts`). */
const WIDTH = 78;
const OWN_LINE = /^(?:- |\d+\. |https?:\/\/|-+$)/;
const MARK = /^(?:> |\s+)/;

/**
 * The text of an e-mail without the line breaks that were put in for its width: a narrow page breaks lines itself. A break was
 * put in where the next word would not have fitted; every other one was meant.
 */
export function unwrapped(text: string): string {
  const lines: string[] = [];
  // How long the line was that came last, as it stands in the mail.
  let before = 0;
  for (const line of text.split('\n')) {
    const last = lines.at(-1);
    const words = line.replace(MARK, '');
    const word = words.split(' ')[0] ?? '';
    const isBroken = last !== undefined && before > 0 && word !== '' && before + 1 + word.length > WIDTH;
    const isQuoteAlike = last?.startsWith('> ') === line.startsWith('> ');
    if (isBroken && isQuoteAlike && !OWN_LINE.test(line) && !/^-+$/.test(last)) {
      lines[lines.length - 1] = `${last} ${words}`;
    } else lines.push(line);
    before = line.length;
  }
  return lines.join('\n');
}

export type Piece = { readonly text: string; readonly href?: string; readonly isHeading?: boolean };

/** The text in pieces: headings without the dashes below them, and links where they lead into the portal at `origin`. */
export function pieces(text: string, origin: string | undefined): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const plain = (until: number): void => {
    const part = text.slice(at, until);
    found.push(...(origin === undefined ? [{ text: part }] : withLinks(part, origin)));
  };
  for (const heading of text.matchAll(/^(\S.*)\n-{3,}$/gm)) {
    plain(heading.index);
    found.push({ text: heading[1] ?? '', isHeading: true });
    at = heading.index + heading[0].length;
  }
  plain(text.length);
  return found.filter((piece) => piece.text !== '');
}

/** The links in a text that lead into this portal; addresses elsewhere stay text. */
export function withLinks(text: string, origin: string): readonly Piece[] {
  const parts: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>"]+/g)) {
    const [url] = found;
    if (!URL.canParse(url) || new URL(url).origin !== origin) continue;
    if (found.index > at) parts.push({ text: text.slice(at, found.index) });
    parts.push({ text: url, href: url });
    at = found.index + url.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}
